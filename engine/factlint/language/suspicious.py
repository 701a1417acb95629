"""Rules without a mistake that cannot be meant as they are: they contradict or repeat others, or can never fire.

Only what is certain is told: a warning that is wrong teaches people not to read warnings.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from factlint.corpus.claim import Property
from factlint.corpus.vocabulary import Vocabulary
from factlint.diagnostics import Diagnostic, Label
from factlint.language import model as m
from factlint.language import nodes as n
from factlint.language import suspicious_messages as messages
from factlint.language.clashes import clash, tests_of
from factlint.language.limits import allowed, possible
from factlint.language.meaning import excludes, grouped_alike, implies, meaning
from factlint.quantities.values import Quantity
from factlint.source import Span

ALWAYS_STATED = frozenset({
    "property", "subject", "value", "kind", "document", "stance", "modality", "status", "source",
})  # fmt: skip
"""Keys that every claim has."""

_SEVERITIES: tuple[m.Severity, ...] = ("info", "warning", "error")


def suspicious(files: Sequence[n.RuleFile], model: m.Model, vocabulary: Vocabulary) -> list[Diagnostic]:
    """What is suspicious in the sound rules of these files, a warning each; what takes a corpus to see is not here."""
    found: list[Diagnostic] = []
    written = pairs(files, model)
    for rule in written:
        found += _alone(rule, vocabulary)
    found += _together(written, model)
    return found


@dataclass(frozen=True, slots=True)
class Written:
    """A rule, and the nodes that it was made of, which know where everything stands."""

    rule: m.Rule
    node: n.Rule

    def label(self, span: Span, text: str = "") -> Label:
        return Label(self.rule.source, span, text)

    @property
    def checks(self) -> list[tuple[m.Check, n.Check]]:
        return list(zip(self.rule.checks, self.node.sentence.checks, strict=True))


def pairs(files: Sequence[n.RuleFile], model: m.Model) -> list[Written]:
    """The rules of a model, in their order, with their nodes."""
    nodes = {
        (file.source.name, statement.span): statement
        for file in files
        for statement in file.statements
        if isinstance(statement, n.Rule)
    }
    return [Written(rule, nodes[rule.source.name, rule.span]) for rule in model.rules]


def selections(written: Written) -> Iterator[tuple[m.Selection, n.Selection]]:
    """The selections of a rule: what it is about, and those inside its expressions."""
    for one, node in _expressions(written):
        match one, node:
            case m.Selection(), n.Selection():
                yield one, node
            case m.Aggregate(selection=inner), n.Aggregate(selection=inner_node):
                yield inner, inner_node
            case _:
                pass


def operands(written: Written) -> Iterator[tuple[m.Operand, n.Operand]]:
    """The operands of a rule's expressions."""
    for one, node in _expressions(written):
        if isinstance(one, m.Operand) and isinstance(node, n.Operand):
            yield one, node


def _expressions(written: Written) -> Iterator[tuple[m.Selection | m.Expression, n.Selection | n.Expression]]:
    """Every part of what a rule compares, with its node; in the order of the rule."""
    waiting: list[tuple[m.Selection | m.Expression, n.Selection | n.Expression]] = [
        (written.rule.subject, written.node.sentence.subject)
    ]
    for check, node in written.checks:
        match check.assertion, node.assertion:
            case (m.AgreeWith(limit), n.AgreeWith(limit_at)) | (m.AddUp(limit), n.AddUp(limit_at)):
                waiting.append((limit, limit_at))
            case m.Bound(_, limit, high), n.Bound(_, limit_at, high_at):
                waiting.append((limit, limit_at))
                waiting += [] if high is None or high_at is None else [(high, high_at)]
            case _:
                pass
    waiting.reverse()
    while waiting:
        one, at = waiting.pop()
        if isinstance(one, m.Arithmetic) and isinstance(at, n.Arithmetic):
            waiting += [(one.right, at.right), (one.left, at.left)]
        yield one, at


# --- One rule --------------------------------------------------------------------------------------------------------


def _alone(written: Written, vocabulary: Vocabulary) -> Iterator[Diagnostic]:
    for selection, node in selections(written):
        found = clash(selection, node)
        if found is not None and found.later is None:
            yield messages.no_way(written.label(found.span))
        elif found is not None and found.later is not None:
            there = written.label(found.span, "and this")
            yield messages.clash(written.label(found.later), there, found.key)
    yield from _stance(written, vocabulary)
    for check, node_of_check in written.checks:
        yield from _certain(written, check, node_of_check, vocabulary.properties)
        yield from _tolerance(written, check, node_of_check, vocabulary.properties)


def _stance(written: Written, vocabulary: Vocabulary) -> Iterator[Diagnostic]:
    """Denied truths are claims like others, of the opposite: there a condition on stance has its use."""
    subject, node = written.rule.subject, written.node.sentence.subject
    if not isinstance(subject, m.Selection) or not isinstance(node, n.Selection):
        return
    names = subject.properties or tuple(vocabulary.properties)
    kinds = {prop.kind for name in names if (prop := vocabulary.properties.get(name)) is not None}
    blind = next((it for it in written.rule.checks if not isinstance(it.assertion, m.NotContradict | m.Have)), None)
    if "truth" in kinds or blind is None:
        return
    for test in tests_of(subject, node):
        if test.condition.key == "stance":
            yield messages.reads_no_denials(written.label(test.span), blind.text)
            return


def _certain(
    written: Written, check: m.Check, node: n.Check, properties: Mapping[str, Property]
) -> Iterator[Diagnostic]:
    """Assertions that hold, or fail, whatever the claims say."""
    here = written.label(node.assertion.span)
    match check.assertion:
        case m.Bound() as bound:
            limits, values = allowed(bound), possible(written.rule.subject, properties)
            if limits is None or values is None:
                return
            why = "ranks start at 1" if values.low else "no value is below 0"
            if values.within(limits[1]):
                help_ = (
                    "check the limit"
                    if values.low
                    else "check the limit; if values may be negative, the vocabulary says `signed: true`"
                )
                yield messages.always_holds(here, why, help_)
            elif not values.meets(limits[1]):
                yield messages.nothing_meets(here, why)
        case m.BeCorroborated(sources=1):
            yield messages.always_holds(here, "every claim has a source", "write `at least 2 independent sources`")
        case m.Have(key) if key in ALWAYS_STATED:
            yield messages.always_holds(here, f"every claim has a {key}", "leave it out, or name another key")
        case m.BeOneOf(values=found) if {it for it in found if isinstance(it, bool)} == {True, False}:
            yield messages.always_holds(here, "there is no third truth", "leave out one of the two")
        case _:
            pass


def _tolerance(
    written: Written, check: m.Check, node: n.Check, properties: Mapping[str, Property]
) -> Iterator[Diagnostic]:
    """A change over time is left out: by more than all of itself is a doubling."""
    tolerance = getattr(check.assertion, "tolerance", None)
    leaf = getattr(node.assertion, "within", None)
    if tolerance is None or leaf is None:
        return
    match tolerance:
        case m.Relative(share) if share >= 1:
            yield messages.share_too_wide(written.label(leaf.span))
        case m.Absolute(quantity):
            shares = _shares(written.rule.subject, properties)
            if shares and _reaches_all(quantity):
                yield messages.points_too_wide(written.label(leaf.span), shares[0].name)
        case _:
            pass


def _shares(subject: m.Selection | m.Expression, properties: Mapping[str, Property]) -> list[Property]:
    """The properties compared, if all of them are shares of a whole."""
    match subject:
        case m.Selection(properties=names):
            found = [properties.get(name) for name in names]
        case m.Operand(property=name):
            found = [properties.get(name)]
        case _:
            return []
    shares = [it for it in found if it is not None and it.unit is not None and it.unit.is_share and not it.signed]
    return shares if len(shares) == len(found) else []


def _reaches_all(quantity: Quantity) -> bool:
    return not quantity.unit.dimension and quantity.nominal is not None and quantity.nominal * quantity.unit.factor >= 1


# --- Several rules ---------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Said:
    """One assertion of one rule, and what it says in whatever words."""

    written: Written
    check: m.Check
    span: Span
    means: Hashable

    def label(self, text: str = "") -> Label:
        return self.written.label(self.span, text)

    def named(self, other: _Said) -> str | None:
        """The name of its rule, as the other sees it: None where it is the same rule."""
        return None if self.written is other.written else self.written.rule.name


def _together(written: Sequence[Written], model: m.Model) -> Iterator[Diagnostic]:
    accepted = {accept.rule.casefold() for accept in model.accepts}
    for members in grouped_alike({number: it.rule for number, it in enumerate(written)}).values():
        said = [
            _Said(written[number], check, node.assertion.span, meaning(check))
            for number in members
            for check, node in written[number].checks
        ]
        firsts: dict[Hashable, _Said] = {}
        for it in said:
            first = firsts.setdefault((it.means, *_standing(it, accepted)), it)
            if first is not it:  # what else is to be said of it is said of the first
                yield messages.repeats(it.label(), first.label("said here"), first.named(it))
        for alike in _kinds(firsts.values()):
            yield from _of_a_kind(alike, accepted)


def _of_a_kind(said: Sequence[_Said], accepted: AbstractSet[str]) -> Iterator[Diagnostic]:
    """What is wrong between assertions of a kind; each is told once."""
    told: set[int] = set()
    for number, one in enumerate(said):
        for other in said[number + 1 :]:
            if id(one) in told and id(other) in told:
                continue
            found = _compared(one, other, accepted)
            if found is None or id(found[0]) in told:
                continue
            told.add(id(found[0]))
            yield found[1]
            if found[0] is one:  # it follows from the other, which says the rest as well
                break


def _standing(said: _Said, accepted: AbstractSet[str]) -> tuple[m.Severity, bool]:
    """What beside its meaning decides whether an assertion adds something to a stricter one."""
    rule = said.written.rule
    return rule.severity, rule.name.casefold() in accepted


def _kinds(said: Iterable[_Said]) -> Iterable[Sequence[_Said]]:
    """Assertions of which one may exclude another or follow from it."""
    kinds: dict[type, list[_Said]] = {}
    for it in said:
        kinds.setdefault(type(it.check.assertion), []).append(it)
    return kinds.values()


def _compared(one: _Said, other: _Said, accepted: AbstractSet[str]) -> tuple[_Said, Diagnostic] | None:
    """Which of two assertions on the same claims is at fault, and why: the later of them, unless the first follows."""
    if one.means == other.means:
        return other, messages.repeats(other.label(), one.label("said here"), one.named(other))
    if excludes(one.check, other.check):
        return other, messages.contradicts(other.label(), one.label("and this"), one.named(other))
    for strict, wide in ((one, other), (other, one)):
        if implies(strict.check, wide.check) and not _are_levels(strict, wide, accepted):
            return wide, messages.follows(wide.label(), strict.label("this is stricter"), strict.named(wide))
    return None


def _are_levels(strict: _Said, wide: _Said, accepted: AbstractSet[str]) -> bool:
    """A stricter rule of lower severity warns where the wider one fails, and one with outliers does not cover for it."""
    lower = _SEVERITIES.index(strict.written.rule.severity) < _SEVERITIES.index(wide.written.rule.severity)
    return lower or (strict.written is not wide.written and strict.written.rule.name.casefold() in accepted)
