"""What a rule did on its way to a verdict: which claims it read, held against which, and which it left aside.

For people who ask (`explain`, `show`): `check` needs none of it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Literal

from factlint.assertions import relation
from factlint.assertions.finding import Group, Judgement
from factlint.assertions.relations import Relation
from factlint.corpus.claim import Claim
from factlint.corpus.vocabulary import Vocabulary
from factlint.evaluate.combine import Aligned, Term, terms_of
from factlint.evaluate.group import Comparable
from factlint.evaluate.result import RuleResult
from factlint.evaluate.run import Context, RuleRun
from factlint.evaluate.select import select
from factlint.language.model import (
    AddUp,
    AgreeWithMedian,
    AgreeWithOutlets,
    BeMeasuredIn,
    BeOneOf,
    Check,
    Expression,
    Have,
    NotContradict,
    Operand,
    Rule,
    Selection,
)

_NO_DEFAULTS: frozenset[Literal["stance", "modality", "status"]] = frozenset({"stance", "modality", "status"})


Comparison = Literal["pair", "claim", "reference", "sum", "combination"]


@dataclass(frozen=True, slots=True)
class Judged:
    """A group that one assertion judged, and how it came out. `one_by_one`: its claims were not held against each other."""

    check: Check
    key: tuple[tuple[str, str | None], ...]
    claims: tuple[Claim, ...]
    judgement: Judgement
    one_by_one: bool


@dataclass(frozen=True)
class Trace:
    """A rule's result, and what led to it.

    `reads` are the claims that it chose, operands' among them; `comparisons` how many pairs (claims, combinations, sums)
    each assertion judged. `idle` are claims that it chose and no assertion could speak of; `left_out` those that only
    the defaults (current, asserted, actual) keep out, by the word for what they are.
    """

    result: RuleResult
    reads: tuple[Claim, ...]
    groups: tuple[Judged, ...]
    comparisons: Mapping[Check, int]
    idle: tuple[Claim, ...]
    left_out: Mapping[str, tuple[Claim, ...]]

    @property
    def rule(self) -> Rule:
        return self.result.rule

    @cached_property
    def ids(self) -> frozenset[str]:
        return frozenset(claim.id for claim in self.reads)

    def beside(self, claim: Claim) -> tuple[Claim, ...]:
        """The claims that this one was held against, by id."""
        found = {
            it.id: it
            for group in self.groups
            if not group.one_by_one and any(it.id == claim.id for it in group.claims)
            for it in group.claims
            if it.id != claim.id
        }
        return tuple(found[key] for key in sorted(found))


def trace(rules: Sequence[Rule], claims: Sequence[Claim], vocabulary: Vocabulary) -> tuple[Trace, ...]:
    """Judge these rules, and keep what each did. No `accept` is applied yet: see `evaluate.accept.accept`."""
    context = Context(tuple(sorted(claims, key=lambda it: it.id)), vocabulary)
    return tuple(_trace(rule, context) for rule in rules)


def _trace(rule: Rule, context: Context) -> Trace:
    run = _TracedRun(rule, context)
    result = run.result()
    by_id = {claim.id: claim for claim in context.claims}
    reads: dict[str, Claim] = {}
    everything: dict[str, Claim] = {}
    for selection in selections(rule):
        candidates = context.candidates(selection)
        chosen = select(selection, candidates)
        reads.update((it.id, it) for it in chosen.claims)
        if reads_denials(rule, selection):
            reads.update((it.id, it) for it in chosen.denied)
        lifted = select(_without_defaults(selection), candidates)
        everything.update((it.id, it) for it in (*lifted.claims, *lifted.denied))
    left_out: dict[str, list[Claim]] = {}
    for key in sorted(everything.keys() - reads.keys()):
        left_out.setdefault(_kept_out_as(everything[key]), []).append(everything[key])
    return Trace(
        result=result,
        reads=tuple(reads[key] for key in sorted(reads)),
        groups=tuple(run.groups_judged),
        comparisons=run.comparisons,
        idle=tuple(by_id[key] for key in sorted(run.idle - run.judged)),
        left_out={word: tuple(found) for word, found in sorted(left_out.items())},
    )


@dataclass
class _TracedRun(RuleRun):
    groups_judged: list[Judged] = field(default_factory=list)
    comparisons: dict[Check, int] = field(default_factory=dict)

    def record(
        self, check: Check, key: tuple[tuple[str, str | None], ...], claims: Sequence[Claim], judgement: Judgement
    ) -> None:
        super().record(check, key, claims, judgement)
        if judgement.outcome == "not judged":
            return
        idle = {entry.id for entry in judgement.idle}
        members = tuple(it for it in sorted(claims, key=lambda it: it.id) if it.id not in idle)
        kind = comparison(self.rule, check)
        self.groups_judged.append(Judged(check, key, members, judgement, one_by_one=kind == "claim"))
        many = len(members)
        counted = {"pair": many * (many - 1) // 2, "claim": many, "reference": many, "sum": 1}.get(kind, 0)
        self.comparisons[check] = self.comparisons.get(check, 0) + counted

    def judge_values(
        self,
        check: Check,
        members: Group,
        left: Expression,
        bound: Relation,
        aligned: Sequence[Aligned],
        of: Comparable,
    ) -> None:
        super().judge_values(check, members, left, bound, aligned, of)
        if comparison(self.rule, check) == "combination":
            self.comparisons[check] = self.comparisons.get(check, 0) + sum(it.size for it in aligned)


def comparison(rule: Rule, check: Check) -> Comparison:
    """What an assertion judges at a time: a pair, a claim, a claim against what the rest say, a sum, a combination."""
    bound = relation(check)
    if bound is not None:
        alone = isinstance(rule.subject, Selection) and not terms_of(*bound.expressions)
        return "claim" if alone else "combination"
    match check.assertion:
        case AddUp():
            return "sum"
        case AgreeWithMedian() | AgreeWithOutlets():
            return "reference"
        case BeMeasuredIn() | BeOneOf() | Have():
            return "claim"
        case _:
            return "pair"


def selections(rule: Rule) -> tuple[Selection, ...]:
    """Everything that a rule selects: its own claims, and those of the operands and aggregates in it."""
    own = (rule.subject,) if isinstance(rule.subject, Selection) else ()
    return (*own, *(selection_of(term) for term in operands(rule)))


def operands(rule: Rule) -> tuple[Term, ...]:
    """The operands and aggregates that stand anywhere in a rule, each once."""
    expressions: list[Expression] = [] if isinstance(rule.subject, Selection) else [rule.subject]
    for check in rule.checks:
        bound = relation(check)
        if bound is not None:
            expressions += bound.expressions
        elif isinstance(check.assertion, AddUp):
            expressions.append(check.assertion.total)
    return terms_of(*expressions)


def selection_of(term: Term) -> Selection:
    if not isinstance(term, Operand):
        return term.selection
    return Selection(
        properties=(term.property,),
        about=None if term.subject is None else (term.subject,),
        period=term.period,
        including=term.including,
    )


def reads_denials(rule: Rule, selection: Selection) -> bool:
    """Do denied claims take part? Only `not contradict` compares them; `have` may ask something of them."""
    return selection is rule.subject and any(
        isinstance(it.assertion, NotContradict) or (isinstance(it.assertion, Have) and "stance" in selection.lifts)
        for it in rule.checks
    )


def _without_defaults(selection: Selection) -> Selection:
    return replace(selection, lifts=_NO_DEFAULTS, latest=False)


def _kept_out_as(claim: Claim) -> str:
    if claim.status != "current":
        return claim.status
    if claim.modality != "actual":
        return claim.modality
    return "denied" if claim.stance == "denies" else "replaced by a later one"
