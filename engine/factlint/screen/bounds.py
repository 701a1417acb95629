"""`be at most A` and its like, screened: the highest lower end and the lowest upper end of a group decide."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cache, partial, reduce
from operator import or_
from typing import TYPE_CHECKING, Literal

from factlint.assertions.bounds import limits
from factlint.assertions.computed import SECOND, Computed
from factlint.corpus.claim import Property
from factlint.language.model import Bound, Constant, Side
from factlint.quantities.values import MICROSECONDS, DateSpan
from factlint.screen.groups import Groups
from factlint.screen.measures import DOUBT, REASONS
from factlint.screen.told import Question, Told, alike, of_properties

if TYPE_CHECKING:
    import polars as pl


Way = Literal["over", "under"]
"""On which side of what is allowed a value may lie."""

_LEAST = 1e-300
"""Lets what is blurred pass a limit of zero, too."""


@dataclass(frozen=True, slots=True)
class Edge:
    """A limit as a float. `left_out`: a value that only reaches it is beyond it. `sharp`: the float is the number."""

    at: float
    left_out: bool
    sharp: bool

    @property
    def slack(self) -> float:
        return 0.0 if self.sharp else 2 * DOUBT * abs(self.at)


@dataclass(frozen=True, slots=True)
class Range:
    """What is allowed, in the unit of a property's columns; None: no limit on that side."""

    lower: Edge | None
    upper: Edge | None

    def edges(self) -> Sequence[tuple[Way, Edge | None]]:
        return (("over", self.upper), ("under", self.lower))


def allowed_range(bound: Bound, prop: Property) -> Range | None:
    """The range that a bound allows; None where it is no plain number of the property's dimension."""
    ends = [_computed(it, prop) for it in (bound.limit, bound.high) if it is not None]
    if any(it is None for it in ends):
        return None
    limit, *rest = [it for it in ends if it is not None]
    side, lower, upper = limits(bound.side, limit, rest[0] if rest else None)
    scale = MICROSECONDS if limit.date else 1
    least = side in {Side.AT_LEAST, Side.BETWEEN, Side.MORE_THAN, Side.AFTER}
    most = side in {Side.AT_MOST, Side.BETWEEN, Side.LESS_THAN, Side.BEFORE}
    # A date ends before the instant that it leaves out: one that only reaches a limit lies beyond it.
    low = _edge(lower.low, scale, left_out=limit.date or side in {Side.MORE_THAN, Side.AFTER})
    high = _edge(upper.high, scale, left_out=limit.date or side in {Side.LESS_THAN, Side.BEFORE})
    if (least and low is None) or (most and high is None):
        return None
    return Range(low if least else None, high if most else None)


def _computed(limit: object, prop: Property) -> Computed | None:
    if not isinstance(limit, Constant):
        return None
    value = limit.value
    if isinstance(value, DateSpan):
        zoned = value.zoned or prop.kind != "date"
        return None if zoned else Computed(value.interval(), SECOND, date=True, constant=True)
    if prop.unit is None or value.unit.dimension != prop.unit.dimension:
        return None
    return Computed(value.interval, value.unit, constant=True).to(prop.unit)


def _edge(end: Fraction | None, scale: int, *, left_out: bool) -> Edge | None:
    if end is None:
        return None
    at = float(end * scale)
    return Edge(at, left_out, Fraction(at) == end * scale)


@dataclass(frozen=True, slots=True)
class Beyond:
    """Does a value lie beyond an edge? The edges by property, each with whether it is left out, and whether it is sharp;
    each has two limits, a far and a near one. Groups of properties without edges are to be judged.
    """

    parts: tuple[tuple[tuple[tuple[Way, bool, bool], ...], frozenset[int]], ...]
    everyone: frozenset[int]

    def told(self, limits: Sequence[pl.Expr]) -> Told:
        waiting = iter(limits)
        found = []
        for edges, codes in self.parts:
            ends = [(*edge, next(waiting), next(waiting)) for edge in edges]
            found.append((codes, _told(ends) if ends else _open()))
        return of_properties(found, self.everyone)


def asked(groups: Groups, within: Mapping[int, Range | None]) -> Question:
    """What a bound asks of groups. `within`: the range by property; groups of one without are to be judged."""
    parts = []
    limits: list[float] = []
    for allowed, codes in alike(within):
        edges: dict[Way, Edge] = {}
        if allowed is None:
            groups.watch_all()
        else:
            edges = {side: edge for side, edge in allowed.edges() if edge is not None}
        for side in edges:
            _gauge(groups, side)
        parts.append((tuple((side, it.left_out, it.sharp) for side, it in edges.items()), frozenset(codes)))
        limits += _limits(groups, edges)
    return Question(Beyond(tuple(parts), groups.codes), tuple(limits))


def asked_beyond(groups: Groups, edges: Mapping[Way, Edge]) -> Question:
    """The same of groups of whatever property, of which is known how far they reach; of those watched, the rest."""
    kinds = tuple((side, it.left_out, it.sharp) for side, it in edges.items())
    return Question(Beyond(((kinds, frozenset()),), frozenset()), tuple(_limits(groups, edges, ("reach",))))


def _limits(groups: Groups, edges: Mapping[Way, Edge], values: Sequence[str] = ("value", "written")) -> list[float]:
    """The far and the near limit of each edge, seen from within; the groups that may reach one by a value are watched."""
    found = []
    for side, edge in edges.items():
        turned = edge.at if side == "over" else -edge.at
        groups.watch(side, turned - edge.slack, partial(_may_reach, [f"{side}_{value}_maybe" for value in values]))
        found += [turned + edge.slack, turned - edge.slack]
    return found


def _gauge(groups: Groups, side: Way) -> None:
    """Give the groups their outermost values on a side: what those are at least (`surely`), and at most (`maybe`); those
    watched, by reason too.

    Of what lies under a limit all stand with their signs turned.
    """
    if not groups.has(f"{side}_value_surely"):
        columns, reasons = _columns(side)
        groups.add(columns)
        groups.add_later(lambda watched: watched.with_columns(reasons))


@cache
def _columns(side: Way) -> tuple[list[pl.Expr], list[pl.Expr]]:
    import polars as pl

    sign, ends = (
        (1, ("max_low", "max_nominal", "most")) if side == "over" else (-1, ("min_high", "min_nominal", "least"))
    )
    doubt = pl.when("sharp").then(0.0).otherwise(2 * DOUBT)  # sharp ones compare exactly
    infinite = pl.lit(float("inf"))
    columns: list[pl.Expr] = []
    reasons: list[pl.Expr] = []
    for name, column in (("value", ends[0]), ("written", ends[1]), *((it, f"{ends[2]}_{it}") for it in REASONS)):
        end = pl.col(column) * sign
        # What is open, or no exact float, lies beyond a limit that it only reaches.
        blurred = ~pl.col("sharp") | pl.col("open") if name == "value" else ~pl.col("sharp")
        surely = end - doubt * end.abs()
        maybe = pl.when(blurred).then(end + 2 * DOUBT * end.abs() + _LEAST).otherwise(end)
        if name == "value":
            surely = pl.when("odd").then(-infinite).otherwise(surely)
            maybe = pl.when("odd").then(infinite).otherwise(maybe)
        found = columns if name in {"value", "written"} else reasons
        found += [surely.alias(f"{side}_{name}_surely"), maybe.alias(f"{side}_{name}_maybe")]
    return columns, reasons


def _told(edges: Sequence[tuple[Way, bool, bool, pl.Expr, pl.Expr]]) -> Told:
    import polars as pl

    def test(name: str) -> tuple[pl.Expr, pl.Expr]:
        surely, maybe = [], []
        for side, left_out, sharp, far, near in edges:
            least, most = pl.col(f"{side}_{name}_surely"), pl.col(f"{side}_{name}_maybe")
            surely.append(least >= far if left_out and sharp else least > far)
            maybe.append(most >= near if left_out else most > near)
        return reduce(or_, surely), reduce(or_, maybe)

    violated, unsure = test("value")
    written, perhaps = test("written")
    reasons = {reason: test(reason) for reason in REASONS}
    near = reduce(or_, [it_may & ~it_does for it_does, it_may in reasons.values()])
    doubtful = (perhaps & ~written) | (written & near)
    return Told(violated, unsure | doubtful, written, {reason: it for reason, (it, _may) in reasons.items()})


def _open() -> Told:
    import polars as pl

    no = pl.lit(value=False)
    return Told(no, pl.lit(value=True), no, dict.fromkeys(REASONS, no))


def _may_reach(values: Sequence[str], at: float) -> pl.Expr:
    import polars as pl

    return reduce(or_, [(pl.col(value) >= at).fill_null(value=False) for value in values])
