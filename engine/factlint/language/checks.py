"""What must hold, bound: each assertion with what it needs, on claims or expressions it can speak of."""

from __future__ import annotations

from dataclasses import dataclass
from typing import assert_never

from factlint.corpus.claim import GRAINS, Property
from factlint.language import expressions, messages, names, tolerances, values
from factlint.language import model as m
from factlint.language import nodes as n
from factlint.language.dimensions import Sort, example, fit, sort_of
from factlint.language.expressions import Typed
from factlint.language.scope import Scope
from factlint.language.selections import Chosen
from factlint.language.tolerances import Compared
from factlint.quantities.values import Quantity
from factlint.source import Span


@dataclass(frozen=True, slots=True)
class Subject:
    """What a rule is about: claims, or the value of an expression."""

    bound: Chosen | Typed
    words: str

    @property
    def properties(self) -> tuple[Property, ...]:
        return self.bound.properties if isinstance(self.bound, Chosen) else ()

    @property
    def compared(self) -> tuple[Compared, ...]:
        """Properties with their sorts; () where claims may be of any."""
        if isinstance(self.bound, Typed):
            return (Compared(self.words, self.bound.sort),)
        return tuple(Compared(prop.name, sort_of(prop)) for prop in self.bound.properties)


def needs_claims(assertion: n.Assertion) -> bool:
    """Does it compare claims with one another, or look at what a claim states? The others judge any value."""
    return not isinstance(assertion, n.AgreeWith | n.Bound | n.BeOneOf)


def bind(scope: Scope, node: n.Check, subject: Subject) -> m.Check | None:
    """The check, or None where something of it is wrong, all of it reported."""
    if isinstance(subject.bound, Typed) and needs_claims(node.assertion):
        scope.report(messages.needs_claims(scope.source, node.assertion.span, scope.words(node.assertion.span)))
        return None
    assertion = _assertion(scope, node.assertion, subject)
    return None if assertion is None else m.Check(assertion, node.clearly, scope.words(node.span))


def _assertion(scope: Scope, node: n.Assertion, subject: Subject) -> m.Assertion | None:
    match node:
        case n.Agree() | n.AgreeWithMedian() | n.AgreeWithOutlets() | n.AgreeWith():
            return _agreement(scope, node, subject)
        case n.Bound():
            return _bound(scope, node, subject)
        case n.BeOneOf():
            return _one_of(scope, node, subject)
        case n.BeMeasuredIn():
            return _measured_in(scope, node, subject)
        case n.Have():
            key = names.key(scope, _without_article(node.key))
            return None if key is None else m.Have(key)
        case n.BeCorroborated():
            return _corroborated(scope, node, subject)
        case n.NotContradict():
            return m.NotContradict()
        case n.NotShareValue():
            return _not_share(scope, node, subject)
        case n.AddUp():
            return _add_up(scope, node, subject)
        case n.Trend():
            return _trend(scope, node, subject)
        case _:
            assert_never(node)


# --- Agreement -------------------------------------------------------------------------------------------------------


def _agreement(
    scope: Scope, node: n.Agree | n.AgreeWithMedian | n.AgreeWithOutlets | n.AgreeWith, subject: Subject
) -> m.Assertion | None:
    many = next((prop for prop in subject.properties if prop.many), None)
    if many is not None:
        scope.report(messages.many_values(scope.source, node.span, many.name))
        return None
    within, sound = _tolerance(scope, node.within, subject)
    match node:
        case n.Agree(exactly=exactly):
            return m.Agree(within, exactly) if sound else None
        case n.AgreeWithMedian():
            sound = _speaks(scope, node.span, "agree with the median", subject, {"quantity", "rank", "date"}) and sound
            return m.AgreeWithMedian(within) if sound else None
        case n.AgreeWithOutlets(words):
            outlets = names.outlets(scope, words)
            return m.AgreeWithOutlets(outlets, within) if sound and outlets is not None else None
        case n.AgreeWith(other):
            limit = _limit(scope, other, subject)
            return m.AgreeWith(limit, within) if sound and limit is not None else None


def _tolerance(scope: Scope, leaf: n.Leaf | None, subject: Subject) -> tuple[m.Tolerance | None, bool]:
    if leaf is None:
        return None, True
    tolerance = tolerances.bind(scope, leaf, subject.compared)
    return tolerance, tolerance is not None


def _corroborated(scope: Scope, node: n.BeCorroborated, subject: Subject) -> m.BeCorroborated | None:
    within, sound = _tolerance(scope, node.within, subject)
    number = node.sources.text.replace(",", "")
    if not number.isdecimal() or not number.isascii() or not 1 <= int(number[:9]) <= 1_000_000:
        scope.report(messages.fewer_than_one(scope.source, node.sources.span, node.sources.text))
        return None
    return m.BeCorroborated(int(number), within) if sound else None


# --- Bounds and values -----------------------------------------------------------------------------------------------

_SIDES_OF_DATES = {m.Side.MORE_THAN: "after", m.Side.LESS_THAN: "before"}


def _bound(scope: Scope, node: n.Bound, subject: Subject) -> m.Bound | None:
    side = m.Side(node.side)
    dated = side in {m.Side.BEFORE, m.Side.AFTER}
    kinds = {"date"} if dated else {"quantity", "rank", "date"}
    if not _speaks(scope, node.span, f"be {side}", subject, kinds):
        return None
    if side in _SIDES_OF_DATES and any(it.sort.kind == "date" for it in subject.compared):
        scope.report(messages.date_side(scope.source, node.span, f"be {side}", _SIDES_OF_DATES[side]))
        return None
    like = Sort("date") if dated else None
    limit = _limit(scope, node.limit, subject, like)
    high = None if node.high is None else _limit(scope, node.high, subject, like)
    if limit is None or (node.high is not None and high is None):
        return None
    if high is not None and expressions.is_empty_range(limit, high):
        assert node.high is not None
        span = Span(node.limit.span.start, node.high.span.end)
        low_words, high_words = scope.words(node.limit.span), scope.words(node.high.span)
        scope.report(messages.empty_range(scope.source, span, low_words, high_words))
        return None
    return m.Bound(side, limit, high)


def _limit(scope: Scope, node: n.Expression, subject: Subject, like: Sort | None = None) -> m.Expression | None:
    """What the subject is compared with: of its dimension."""
    sorts = {it.sort for it in subject.compared}
    wanted = like or (next(iter(sorts)) if len(sorts) == 1 else None)
    typed = expressions.bind(scope, node, wanted)
    if typed is None:
        return None
    if like is not None and typed.sort.kind != like.kind:
        help_ = "write a date, such as `2025-10-24`"
        scope.report(messages.wrong_bound(scope.source, typed.span, str(typed.sort), "a date belongs here", help_))
        return None
    for it in subject.compared:
        typed = expressions.adopt(typed, it.sort) if len(sorts) == 1 else typed
        if not _limit_fits(scope, typed, it):
            return None
    return typed.expression


def _limit_fits(scope: Scope, typed: Typed, compared: Compared) -> bool:
    sort = compared.sort
    points_of_a_count = typed.sort.unit.is_points and sort.bare and not sort.ratio
    if expressions.fits(scope, typed.sort, sort) and not points_of_a_count:
        return True
    text = scope.words(typed.span)
    if typed.sort.bare and sort.measures:
        if isinstance(typed.expression, m.Constant):
            scope.report(messages.unit_wanted(scope.source, typed.span, text, sort.unit.name))
            return False
        # Killed per 100 people: a count beside a plain number, as `5` would be.
        if sort.unit.counting:
            return True
    if typed.sort.measures and sort.measures:
        how, why = fit(typed.sort.unit, sort.unit, scope.vocabulary.units, scope.using)
        help_ = (
            f"open the conversion: {why}"
            if how == "closed"
            else f"write it in that unit, such as `{example(sort.unit)}`"
        )
        if sort.bare:
            help_ = "write a bare number, such as `10`, or give the property a unit"
    elif sort.kind == "date":
        help_ = "write a date, such as `2025-10-24`"
    elif sort.measures:
        help_ = f"write a quantity, such as `{example(sort.unit)}`"
    else:
        help_ = "write `be one of …` for names and truths"
    scope.report(messages.wrong_bound(scope.source, typed.span, str(typed.sort), str(compared), help_))
    return False


def _one_of(scope: Scope, node: n.BeOneOf, subject: Subject) -> m.BeOneOf | None:
    members = scope.members(node.values)
    if members is None:
        return None
    if isinstance(subject.bound, Typed):
        sort = subject.bound.sort
        prop = Property(name=subject.words, kind=sort.kind, unit=sort.unit)
    else:
        kinds = {prop.kind for prop in subject.properties}
        prop = subject.properties[0] if len(kinds) == 1 else None  # type: ignore[assignment]
    found = []
    sound = True
    for member in members:
        value = values.value(scope, member, prop)
        if value is None:
            sound = False
            continue
        if isinstance(value, Quantity):
            sort = Sort("quantity", value.unit)
            typed = Typed(m.Constant(value, scope.words(member.span)), sort, member.span)
            sound = all(_limit_fits(scope, typed, it) for it in subject.compared if it.sort.measures) and sound
        found.append(value)
    return m.BeOneOf(tuple(found)) if sound else None


def _measured_in(scope: Scope, node: n.BeMeasuredIn, subject: Subject) -> m.BeMeasuredIn | None:
    if not _speaks(scope, node.span, "be measured in", subject, {"quantity"}):
        return None
    unit = values.unit(scope, node.unit)
    if unit is None:
        return None
    for it in subject.compared:
        how, _ = fit(it.sort.unit, unit, scope.vocabulary.units, tuple(scope.vocabulary.conversions))
        if how == "unlike" and not it.sort.bare:
            is_a = str(Sort("quantity", unit))
            help_ = f"write a unit of the same dimension, such as `{it.sort.unit.name}`"
            scope.report(messages.wrong_unit(scope.source, node.unit.span, is_a, str(it), help_))
            return None
    return m.BeMeasuredIn(unit, scope.words(node.unit.span))


# --- Groups ----------------------------------------------------------------------------------------------------------


def _not_share(scope: Scope, node: n.NotShareValue, subject: Subject) -> m.NotShareValue | None:
    for prop in subject.properties:
        counting = prop.counted or (prop.unit is not None and prop.unit.counting)
        if prop.kind == "quantity" and not counting:
            scope.report(messages.measured_values(scope.source, node.span, prop.name))
            return None
    return m.NotShareValue()


def _add_up(scope: Scope, node: n.AddUp, subject: Subject) -> m.AddUp | None:
    if isinstance(subject.bound, Chosen) and not subject.bound.listed:
        scope.report(messages.list_wanted(scope.source, node.span))
        return None
    if not _speaks(scope, node.span, "add up to", subject, {"quantity"}):
        return None
    within, sound = _tolerance(scope, node.within, subject)
    total = _limit(scope, node.total, subject)
    return m.AddUp(total, within) if sound and total is not None else None


def _trend(scope: Scope, node: n.Trend, subject: Subject) -> m.Trend | None:
    if not _speaks(scope, node.span, f"not {node.direction}", subject, {"quantity", "rank", "date"}):
        return None
    if node.by is None or node.per is None:
        return m.Trend(node.direction)
    by, sound = _tolerance(scope, node.by, subject)
    per = names.one_of(scope, node.per, "period", GRAINS)
    return m.Trend(node.direction, by, per) if sound and per is not None else None


_KINDS_INSTEAD = {
    "date": "dates are `be before …`, `be after …` or `be between … and …`",
    "entity": "names are `be one of …`",
    "place": "places are `be one of …`",
    "truth": "truths are `be one of true`, or `agree`",
    "quantity": "quantities are `be at most …`, `be at least …` or `be between … and …`",
    "rank": "ranks are `be at most …`, `be at least …` or `be between … and …`",
}


def _speaks(scope: Scope, span: Span, assertion: str, subject: Subject, kinds: set[str]) -> bool:
    """Whether an assertion can speak of everything that is compared."""
    for it in subject.compared:
        if it.sort.kind not in kinds:
            scope.report(
                messages.wrong_kind(scope.source, span, assertion, it.name, str(it.sort), _KINDS_INSTEAD[it.sort.kind])
            )
            return False
    return True


def _without_article(word: n.Word) -> n.Word:
    first, _, rest = word.text.partition(" ")
    return n.Word(rest, word.quoted, span=word.span) if first in {"a", "an"} and rest and not word.quoted else word


def reads_as_claims(node: n.Sentence) -> bool:
    """Whether a bare operand before these assertions stands for its claims: some of them judge claims one by one."""
    return any(not isinstance(check.assertion, n.AgreeWith | n.Bound) for check in node.checks)
