"""Rules and claims in, verdicts and findings out: a pure function, without a clock, a file or an environment."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from factlint.assertions import ASSERTIONS, Tools, name_of, relation
from factlint.assertions.agree_with_outlets import judge as judge_outlets
from factlint.assertions.finding import Group, Judgement, Thanks
from factlint.assertions.relations import Relation
from factlint.corpus.claim import GRAINS, Claim, Property
from factlint.corpus.vocabulary import Vocabulary
from factlint.evaluate.accept import accept
from factlint.evaluate.alone import stand_alone
from factlint.evaluate.combine import LEAD, Aligned, align, align_with, fill, terms_of
from factlint.evaluate.entries import Converter
from factlint.evaluate.group import Comparable, comparability, group
from factlint.evaluate.keys import states
from factlint.evaluate.parts import judge_parts
from factlint.evaluate.result import Alone, Evaluation, Finding, RuleResult, verdict
from factlint.evaluate.scope import speaks_of
from factlint.evaluate.select import Selected, select
from factlint.evaluate.values import claims_in, judge_values
from factlint.language.model import (
    AddUp,
    AgreeWithOutlets,
    Check,
    Expression,
    Have,
    Model,
    NotShareValue,
    Rule,
    Selection,
    Trend,
)
from factlint.quantities.values import DateSpan


def evaluate(model: Model, claims: Sequence[Claim], vocabulary: Vocabulary, *, today: DateSpan | None) -> Evaluation:
    """Judge every rule on all claims.

    Args:
        model: rules whose names are bound to `vocabulary`.
        claims: validated claims, in any order: it changes nothing.
        vocabulary: what the words mean, with the units and conversions.
        today: decides alone whether an `accept … until` still holds; None where no rule file has one.
    """
    context = Context(tuple(sorted(claims, key=lambda it: it.id)), vocabulary)
    results = tuple(RuleRun(rule, context).result() for rule in model.rules)
    return accept(results, model.accepts, today)


@dataclass(frozen=True)
class Context:
    claims: tuple[Claim, ...]
    vocabulary: Vocabulary

    @cached_property
    def by_property(self) -> Mapping[str, list[Claim]]:
        index: dict[str, list[Claim]] = {}
        for claim in self.claims:
            index.setdefault(claim.property.name, []).append(claim)
        return index

    @property
    def properties(self) -> Mapping[str, Property]:
        return self.vocabulary.properties

    def candidates(self, selection: Selection) -> Sequence[Claim]:
        if not selection.properties:
            return self.claims
        return [claim for name in dict.fromkeys(selection.properties) for claim in self.by_property.get(name, ())]


@dataclass
class RuleRun:
    """One rule on its way: what its checks have judged so far."""

    rule: Rule
    context: Context
    findings: list[Finding] = field(default_factory=list)
    groups: set[tuple[tuple[str, str | None], ...]] = field(default_factory=set)
    judged: set[str] = field(default_factory=set)
    idle: set[str] = field(default_factory=set)
    thanks: dict[tuple[tuple[str, str | None], ...], set[Thanks]] = field(default_factory=dict)
    words: list[str] = field(default_factory=list)
    alone: dict[str, Alone] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)
    straddling: int = 0

    @cached_property
    def converter(self) -> Converter:
        return Converter(self.context.vocabulary.units, self.rule.using)

    def result(self) -> RuleResult:
        subject = self.rule.subject
        if isinstance(subject, Selection):
            selected = select(subject, self.context.candidates(subject), self.converter.value)
            self.straddling = selected.straddling
            for check in self.rule.checks:
                self._check_claims(check, subject, self._in_scope(check, selected))
        else:
            for check in self.rule.checks:
                self._check_expression(check, subject)
        counts: dict[Thanks, int] = {"hedge": 0, "precision": 0, "range": 0}
        for reasons in self.thanks.values():
            for reason in reasons:
                counts[reason] += 1
        return RuleResult(
            rule=self.rule,
            verdict=verdict(self.findings, judged=bool(self.groups)),
            findings=tuple(self.findings),
            groups=len(self.groups),
            claims=len(self.judged),
            only_thanks_to=counts,
            thanks_words=tuple(dict.fromkeys(self.words)),
            notes=tuple(self.notes),
            alone=tuple(self.alone[key] for key in sorted(self.alone)),
            straddling=self.straddling,
            not_judged=len(self.idle - self.judged),
        )

    def _in_scope(self, check: Check, selected: Selected) -> Selected:
        spoken_of = [it for it in selected.claims if speaks_of(check.assertion, it, self.context.properties)]
        self.idle |= {claim.id for claim in selected.claims} - {claim.id for claim in spoken_of}
        return replace(selected, claims=tuple(spoken_of))

    def _check_claims(self, check: Check, selection: Selection, selected: Selected) -> None:
        bound = relation(check)
        if bound is not None:
            self._check_values(check, bound, selection, selected)
            return
        if isinstance(check.assertion, AddUp):
            self._check_parts(check, check.assertion, selection, selected)
            return
        if isinstance(check.assertion, AgreeWithOutlets):
            self._check_outlets(check, check.assertion, selection, selected)
            return
        kind = ASSERTIONS[type(check.assertion)]
        claims = list(selected.claims)
        if kind.reads_denials or (isinstance(check.assertion, Have) and "stance" in selection.lifts):
            claims = sorted((*claims, *selected.denied), key=lambda it: it.id)
        elif "stance" in selection.lifts:
            self.idle |= {claim.id for claim in selected.denied}
        per, without = keys_of(check, selection)
        comparable = group(claims, per, selection.regardless, without=without)
        tools = Tools(self.converter.converts, states)
        in_company: set[str] = set()
        for found in comparable:
            together = {claim.id for claim in found.claims} if len(found.claims) > 1 else set()
            if len(found.claims) < kind.least:
                in_company |= together
                continue
            members = Group(found.key, self.converter.entries(found.claims))
            judgement = kind.judge(members, check.assertion, check.clearly, tools)
            # A claim of several sources may lack company in the group of one, and have it in that of another.
            in_company |= together - {entry.id for entry in judgement.lone}
            self.record(check, found.key, found.claims, judgement)
        if kind.compares:
            self._stand_alone([claim for claim in claims if claim.id not in in_company], claims, selection)

    def _check_parts(self, check: Check, assertion: AddUp, selection: Selection, selected: Selected) -> None:
        slots = fill(terms_of(assertion.total), self.context.claims, self.context.properties, self.converter)
        lone: list[Claim] = []
        for found in group(selected.claims, selection.per, selection.regardless, without=frozenset({"subject"})):
            members = Group(found.key, self.converter.entries(found.claims))
            aligned, _ = align_with(found, members.entries[:1], slots, fixed=True)
            judgement, note = judge_parts(members, assertion, selection.about or (), aligned, clearly=check.clearly)
            if note is not None:
                self.notes.append(note)
            if judgement.outcome == "not judged":
                lone += found.claims
            whole = [entry.claim for entry in claims_in(aligned).values()]
            self.record(check, found.key, [*found.claims, *whole], judgement)
        self._stand_alone(
            lone, [*selected.claims, *(it.claim for slot in slots for it in slot.entries)], None, across=True
        )

    def _check_outlets(
        self, check: Check, assertion: AgreeWithOutlets, selection: Selection, selected: Selected
    ) -> None:
        """The outlet's own claims are those that the selection without `from` holds."""
        everyone = select(replace(selection, outlets=None), self.context.candidates(selection), self.converter.value)
        wanted = {outlet.key for outlet in assertion.outlets}
        references_of = [it for it in everyone.claims if it.document.outlet and it.document.outlet.key in wanted]
        reference = {claim.id for claim in references_of}
        mine = {claim.id for claim in selected.claims}
        lone: list[Claim] = []
        taking_part = {claim.id: claim for claim in (*selected.claims, *references_of)}
        for found in group(tuple(taking_part.values()), selection.per, selection.regardless):
            entries = self.converter.entries(found.claims)
            members = Group(found.key, tuple(it for it in entries if it.id in mine))
            references = [it for it in entries if it.id in reference]
            if not members.entries:
                continue
            judgement = judge_outlets(members, assertion, references, clearly=check.clearly)
            lone += [entry.claim for entry in judgement.lone if entry.id not in reference]
            held = {entry.id: entry.claim for entry in (*members.entries, *references)}
            self.record(check, found.key, tuple(held.values()), judgement)
        self._stand_alone(lone, everyone.claims, selection)

    def _check_values(self, check: Check, bound: Relation, selection: Selection, selected: Selected) -> None:
        if "stance" in selection.lifts:
            self.idle |= {claim.id for claim in selected.denied}
        slots = fill(terms_of(*bound.expressions), self.context.claims, self.context.properties, self.converter)
        lone: list[Claim] = []
        for found in group(selected.claims, selection.per, selection.regardless):
            entries = self.converter.entries(found.claims)
            aligned, without = align_with(found, entries, slots)
            lone += without
            self.judge_values(check, Group(found.key, entries), LEAD, bound, aligned, found)
        self._stand_alone(
            lone, [*selected.claims, *(it.claim for slot in slots for it in slot.entries)], None, across=True
        )

    def _check_expression(self, check: Check, expression: Expression) -> None:
        bound = relation(check, computed=True)
        assert bound is not None  # resolving a rule refuses other assertions after an expression
        wanted = terms_of(expression, *bound.expressions)
        slots = fill(wanted, self.context.claims, self.context.properties, self.converter)
        groups, lone = align(slots)
        for aligned in groups:
            entries = tuple(claims_in([aligned]).values())
            key = Comparable(aligned.key, tuple(entry.claim for entry in entries))
            self.judge_values(check, Group(aligned.key, entries), expression, bound, [aligned], key)
        self._stand_alone(lone, [entry.claim for slot in slots for entry in slot.entries], None, across=True)

    def judge_values(
        self,
        check: Check,
        members: Group,
        left: Expression,
        bound: Relation,
        aligned: Sequence[Aligned],
        of: Comparable,
    ) -> None:
        if not aligned:
            return
        name = members.name if left is LEAD else self._expression_name(left, members)
        judgement = judge_values(name, left, bound, aligned, clearly=check.clearly)
        claims = [entry.claim for entry in claims_in(aligned).values()]
        self.record(check, of.key, claims, judgement)

    def _expression_name(self, left: Expression, members: Group) -> str:
        where = ", ".join(value for key, value in members.key if value is not None and key != "subject")
        subject = dict(members.key).get("subject")
        told = subject is None or re.search(rf"(?<!\w){re.escape(subject.casefold())}(?!\w)", left.text.casefold())
        named = left.text if told else f"{left.text} of {subject}"
        return f"{named} ({where})" if where else named

    def record(
        self, check: Check, key: tuple[tuple[str, str | None], ...], claims: Sequence[Claim], judgement: Judgement
    ) -> None:
        idle = {entry.id for entry in judgement.idle}
        self.idle |= idle
        if judgement.outcome == "not judged":
            return
        self.groups.add(key)
        self.judged |= {claim.id for claim in claims} - idle
        if judgement.outcome == "holds":
            if judgement.thanks:
                self.thanks.setdefault(key, set()).update(judgement.thanks)
            if judgement.thanks_text:
                self.words.append(judgement.thanks_text)
            return
        self.findings.append(
            Finding(
                rule=self.rule,
                assertion=name_of(check.assertion),
                severity=self.rule.severity,
                key=key,
                judgement=judgement,
            )
        )

    def _stand_alone(
        self, lone: Sequence[Claim], claims: Sequence[Claim], selection: Selection | None, *, across: bool = False
    ) -> None:
        if not lone:
            return
        per = None if selection is None else selection.per
        regardless = frozenset[str]() if selection is None else selection.regardless
        keyed = [(claim, comparability(claim, per, regardless)[0]) for claim in claims]
        for found in stand_alone(lone, keyed, across=across):
            self.alone.setdefault(found.claim.id, found)


def keys_of(check: Check, selection: Selection) -> tuple[tuple[str, ...] | None, frozenset[str]]:
    """The keys that stand in for the period, and those that an assertion leaves out by itself."""
    match check.assertion:
        case Trend():
            named = () if selection.per is None else selection.per
            return tuple(key for key in named if key not in GRAINS and key != "period"), frozenset()
        case NotShareValue():
            return selection.per, frozenset({"subject"})
        case _:
            return selection.per, frozenset()
