"""`be at most A` and its like, screened: the highest lower end and the lowest upper end of a group decide."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import partial, reduce
from operator import or_
from typing import TYPE_CHECKING, Literal

from factlint.assertions.bounds import limits
from factlint.assertions.computed import SECOND, Computed
from factlint.corpus.claim import Property
from factlint.language.model import Bound, Constant, Side
from factlint.quantities.values import MICROSECONDS, DateSpan
from factlint.screen.groups import Groups
from factlint.screen.measures import DOUBT, REASONS
from factlint.screen.told import Told, alike, of_properties

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


def told(groups: Groups, within: Mapping[int, Range | None]) -> Told:
    """`within`: the range by property; groups of one without are to be judged."""
    import polars as pl

    found = []
    for allowed, codes in alike(within):
        if allowed is None:
            groups.watch_all()
            no = pl.lit(value=False)
            found.append((codes, Told(no, pl.lit(value=True), no, dict.fromkeys(REASONS, no))))
            continue
        edges: dict[Way, Edge] = {}
        for side, edge in allowed.edges():
            if edge is not None:
                _gauge(groups, side)
                edges[side] = edge
        found.append((codes, told_beyond(groups, edges)))
    return of_properties(found, groups.codes)


def _gauge(groups: Groups, side: Way) -> None:
    """Give the groups their outermost values on a side: what those are at least (`surely`), and at most (`maybe`).

    Of what lies under a limit all stand with their signs turned.
    """
    if groups.has(f"{side}_value_surely"):
        return
    import polars as pl

    sign, ends = (
        (1, ("max_low", "max_nominal", "most")) if side == "over" else (-1, ("min_high", "min_nominal", "least"))
    )
    doubt = pl.when("sharp").then(0.0).otherwise(2 * DOUBT)  # sharp ones compare exactly
    infinite = pl.lit(float("inf"))
    columns = []
    for name, column in (("value", ends[0]), ("written", ends[1]), *((it, f"{ends[2]}_{it}") for it in REASONS)):
        end = pl.col(column) * sign
        # What is open, or no exact float, lies beyond a limit that it only reaches.
        blurred = ~pl.col("sharp") | pl.col("open") if name == "value" else ~pl.col("sharp")
        surely = end - doubt * end.abs()
        maybe = pl.when(blurred).then(end + 2 * DOUBT * end.abs() + _LEAST).otherwise(end)
        if name == "value":
            surely = pl.when("odd").then(-infinite).otherwise(surely)
            maybe = pl.when("odd").then(infinite).otherwise(maybe)
        columns += [surely.alias(f"{side}_{name}_surely"), maybe.alias(f"{side}_{name}_maybe")]
    groups.add(columns)


def told_beyond(groups: Groups, edges: Mapping[Way, Edge]) -> Told:
    """Of groups that have their outermost values: does one lie beyond an edge?"""
    import polars as pl

    turned = {side: edge.at if side == "over" else -edge.at for side, edge in edges.items()}
    for side, edge in edges.items():
        groups.watch(side, turned[side] - edge.slack, partial(_may_reach, side))

    def test(name: str) -> tuple[pl.Expr, pl.Expr]:
        surely, maybe = [], []
        for side, edge in edges.items():
            least, most = pl.col(f"{side}_{name}_surely"), pl.col(f"{side}_{name}_maybe")
            far, near = turned[side] + edge.slack, turned[side] - edge.slack
            surely.append(least >= far if edge.left_out and edge.sharp else least > far)
            maybe.append(most >= near if edge.left_out else most > near)
        return reduce(or_, surely), reduce(or_, maybe)

    violated, unsure = test("value")
    written, perhaps = test("written")
    reasons = {reason: test(reason) for reason in REASONS}
    near = reduce(or_, [it_may & ~it_does for it_does, it_may in reasons.values()])
    doubtful = (perhaps & ~written) | (written & near)
    return Told(violated, unsure | doubtful, written, {reason: it for reason, (it, _may) in reasons.items()})


def _may_reach(side: Way, at: float) -> pl.Expr:
    import polars as pl

    value, written = pl.col(f"{side}_value_maybe") >= at, pl.col(f"{side}_written_maybe") >= at
    return value.fill_null(value=False) | written.fill_null(value=False)
