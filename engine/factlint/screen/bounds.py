"""`be at most A` and its like, screened: the highest lower end and the lowest upper end of a group decide."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from factlint.assertions.bounds import limits
from factlint.assertions.computed import SECOND, Computed
from factlint.corpus.claim import Property
from factlint.language.model import Bound, Constant, Side
from factlint.quantities.values import MICROSECONDS, DateSpan
from factlint.screen.agree import HOLDS, THANKFUL, UNSURE, VIOLATED
from factlint.screen.measures import DOUBT

if TYPE_CHECKING:
    import polars as pl


@dataclass(frozen=True, slots=True)
class Edge:
    """A limit as a float. `left_out`: a value that only reaches it is beyond it. `sharp`: the float is the number."""

    at: float
    left_out: bool
    sharp: bool


@dataclass(frozen=True, slots=True)
class Range:
    """What is allowed, in the unit of a property's columns; None: no limit on that side."""

    lower: Edge | None
    upper: Edge | None
    dates: bool


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
    low = _edge(lower.low, scale, left_out=side in {Side.MORE_THAN, Side.AFTER})
    high = _edge(upper.high, scale, left_out=side in {Side.LESS_THAN, Side.BEFORE})
    if (least and low is None) or (most and high is None):
        return None
    return Range(low if least else None, high if most else None, limit.date)


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


def states(groups: pl.DataFrame, within: Mapping[int, Range | None]) -> pl.Series:
    """The state of each group. `within`: the range by property; groups of one without are to be judged."""
    import polars as pl

    found = pl.lit(UNSURE)
    for allowed in dict.fromkeys(within.values()):
        if allowed is None:
            continue
        codes = [code for code, it in within.items() if it == allowed]
        surely, maybe = beyond(allowed, "max_low", "min_high", points=False)
        written, unsure = beyond(allowed, "max_nominal", "min_nominal", points=True)
        thankful = pl.lit(value=False) if allowed.dates else written | unsure
        state = (
            pl.when("odd").then(UNSURE)
            .when(surely).then(VIOLATED)
            .when(maybe).then(UNSURE)
            .when(thankful).then(THANKFUL)
            .otherwise(HOLDS)
        )  # fmt: skip
        found = pl.when(pl.col("property_code").is_in(codes)).then(state).otherwise(found)
    return groups.with_columns(found.cast(pl.UInt8).alias("state"))["state"]


def beyond(allowed: Range, highest: str, lowest: str, *, points: bool) -> tuple[pl.Expr, pl.Expr]:
    """Whether some value lies certainly beyond an edge, and whether it may."""
    import polars as pl

    surely = maybe = pl.lit(value=False)
    for edge, name, sign in ((allowed.upper, highest, 1), (allowed.lower, lowest, -1)):
        if edge is None:
            continue
        column = pl.col(name)
        distance = sign * (column - edge.at)
        size = pl.max_horizontal(column.abs(), pl.lit(abs(edge.at)))
        exact = pl.col("sharp") & edge.sharp
        margin = pl.when(exact).then(0.0).otherwise(DOUBT * size)
        surely |= (distance > margin) | (exact & edge.left_out & (distance == 0))
        reached = distance == 0 if points or edge.left_out else (distance == 0) & (pl.col("open") | ~exact)
        maybe |= (distance > -margin) | (reached & (~exact | (not points)))
    return surely.fill_null(value=False), maybe.fill_null(value=False)
