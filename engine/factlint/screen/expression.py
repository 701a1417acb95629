"""Rules on an expression, screened: the claims of its operands joined, and every combination computed in columns."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from factlint.assertions import relation
from factlint.assertions.finding import Thanks
from factlint.corpus.claim import Property
from factlint.evaluate.combine import terms_of
from factlint.evaluate.result import RuleResult
from factlint.language.model import Bound, Constant, Operand, Rule, Selection
from factlint.screen.aligned import Aligned
from factlint.screen.bounds import Edge, Way, asked_beyond
from factlint.screen.combinations import computed, gauged
from factlint.screen.groups import Groups
from factlint.screen.measures import REASONS
from factlint.screen.merge import count, cut, judged_of
from factlint.screen.relation import edges
from factlint.screen.told import Question, Told

if TYPE_CHECKING:
    import polars as pl

    from factlint.screen.run import Screen


def operands_of(screen: Screen, rule: Rule) -> tuple[Operand, ...] | None:
    """The operands of a rule on an expression; None where the expression has no screen."""
    if isinstance(rule.subject, Selection) or len(rule.checks) != 1 or rule.checks[0].clearly or rule.using:
        return None
    bound = relation(rule.checks[0])
    if bound is None:
        return None
    terms = terms_of(rule.subject, *bound.expressions)
    operands = [it for it in terms if isinstance(it, Operand) and it.subject is None]
    if not operands or len(operands) < len(terms):
        return None
    properties = [screen.property_of(it.property) for it in operands]
    known = [prop for prop in properties if prop is not None]
    return tuple(operands) if len(known) == len(operands) and _alike(operands, known) else None


def _alike(operands: Sequence[Operand], properties: Sequence[Property]) -> bool:
    """All of measured things, that vary by one span of time or by none."""
    if any(it.kind != "quantity" or it.unit is None or it.unit.offset for it in properties):
        return False
    varying = [prop for operand, prop in zip(operands, properties, strict=True) if operand.period is None]
    return len({it.varies_by for it in varying if it.varies_by is not None}) <= 1


@dataclass
class ScreenedExpression:
    """A rule on an expression, screened: counted at once, the rest once its claims are there."""

    screen: Screen
    rule: Rule
    aligned: Aligned
    groups: Groups
    number: int
    limit: int | None
    words: int
    suspects: pl.DataFrame = field(init=False)
    found: int = field(init=False)
    told_in_words: int = field(init=False)
    _hidden: int = field(init=False)
    _more: Counter[Thanks] = field(init=False)

    def __post_init__(self) -> None:
        import polars as pl

        frame, states = self.groups.watched, self.groups.states(self.number)
        self.found = states.numbers["violated"]
        parts = [frame.filter(states.unsure)] if states.numbers["unsure"] else []
        if self.found and self.limit != 0:
            parts.append(self.aligned.shown.first(frame.filter(states.violated), self.limit))
        self.told_in_words = 0
        if self.words and states.numbers["thankful"]:
            parts.append(self.aligned.shown.first(frame.filter(states.thankful), self.words))
            self.told_in_words = min(states.numbers["thankful"], self.words)
        self.suspects = pl.concat(parts).unique("number") if parts else frame.clear()
        if not parts:
            self._hidden = self.found
            self._more = Counter({reason: states.numbers[reason] for reason in REASONS})
            return
        rest = ~frame["number"].is_in(self.suspects["number"].implode())
        self._hidden = count(states.violated, rest)
        self._more = Counter({reason: count(it, rest) for reason, it in states.thanks.items()})

    def want(self, alone: int) -> int:
        """Ask for the claims that are judged or told; of those that stand alone, so many. How many of these there are."""
        self.screen.wanted.add(self.aligned.shown.rows_of(self.suspects))
        if not alone or not len(self.aligned.shown.lone):
            return 0
        listed = self.aligned.shown.listed.to_list()
        self.screen.wanted.add([*listed, *(row for rows in self.aligned.shown.near for row in rows)])
        return len(listed)

    def result(self, limit: int | None, alone: int) -> RuleResult:
        run = judged_of(self.screen, self.rule, self.aligned.shown.rows_of(self.suspects))
        told = self.aligned.shown.alone[:alone] if alone and len(self.aligned.shown.lone) else ()
        found = replace(
            run,
            groups=self.aligned.groups.height - self.suspects.height + run.groups,
            claims=self.aligned.taking_part,
            only_thanks_to={key: number + self._more[key] for key, number in run.only_thanks_to.items()},
            thanks_words=run.thanks_words[: self.words],
            alone=told,
            alone_unlisted=len(self.aligned.shown.lone) - len(told),
        )
        verdict = "violated" if self._hidden else found.verdict
        if verdict == "not_applicable" and found.groups:
            verdict = "satisfied"
        return cut(replace(found, verdict=verdict), limit, self._hidden)


def told_of(screen: Screen, rule: Rule) -> tuple[Aligned, Groups, int] | None:
    """A rule that has `operands_of`; None where what it computes has no column."""
    operands = operands_of(screen, rule)
    assert operands is not None and not isinstance(rule.subject, Selection)
    aligned = screen.aligned(operands)
    assertion = rule.checks[0].assertion
    if (
        isinstance(assertion, Bound)
        and isinstance(assertion.limit, Constant)
        and isinstance(assertion.high, Constant | None)
    ):
        limits = edges(assertion)
        if limits is None:
            return None
        sides: dict[Way, float | None] = {"over": limits[0], "under": limits[1]}
        # What only reaches a limit is never certain of either side here.
        within = {side: Edge(limit, left_out=True, sharp=False) for side, limit in sides.items() if limit is not None}
        groups = gauged(aligned, rule.subject, within)
        if groups is None:
            return None
        asked = asked_beyond(groups, within)
    else:
        states = computed(aligned, rule.subject, assertion)
        if states is None:
            return None
        groups = Groups(states)
        groups.watch_all()
        asked = Question(_AsComputed(), ())
    return aligned, groups, groups.ask(asked, frozenset())


@dataclass(frozen=True, slots=True)
class _AsComputed:
    """The states are columns already."""

    def told(self, _limits: Sequence[pl.Expr]) -> Told:
        import polars as pl

        thanks: Mapping[Thanks, pl.Expr] = {reason: pl.col(reason) for reason in REASONS}
        unsure = pl.col("unsure") | (pl.col("thankful") & pl.col("doubtful"))
        return Told(pl.col("violated"), unsure, pl.col("thankful"), thanks)
