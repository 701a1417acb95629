"""`agree [within T]`, screened: groups that certainly hold, groups that certainly do not, and groups to judge."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from factlint.assertions.agreement import calendar_months
from factlint.corpus.claim import Property
from factlint.language.model import Absolute, Relative, Tolerance
from factlint.quantities.values import MICROSECONDS, NUMBER
from factlint.screen.measures import DOUBT

if TYPE_CHECKING:
    import polars as pl

HOLDS, VIOLATED, UNSURE, THANKFUL = 0, 1, 2, 3
"""States of a group. THANKFUL: it certainly holds, and as written it might not."""


@dataclass(frozen=True, slots=True)
class Allowed:
    """A tolerance as floats: a share of the larger end, or a difference; 0 and neither where none is written."""

    share: float | None = None
    difference: float | None = None


def allowed(tolerance: Tolerance | None, prop: Property) -> Allowed | None:
    """The tolerance in the unit of a property's columns; None where no single number is it (calendar months)."""
    match tolerance:
        case None:
            return Allowed()
        case Relative(share):
            return Allowed(share=float(share))
        case Absolute(quantity):
            nominal = quantity.nominal
            assert nominal is not None  # quantities of rules are exact
            if prop.kind == "date":
                if calendar_months(quantity) is not None:
                    return None
                return Allowed(difference=float(nominal * quantity.unit.factor * MICROSECONDS))
            unit = prop.unit or NUMBER
            if unit.dimension != quantity.unit.dimension:
                return None
            return Allowed(difference=float(nominal * quantity.unit.factor / unit.factor))


def apart(within: Allowed, low: str, high: str, *, points: bool = False) -> tuple[pl.Expr, pl.Expr]:
    """Whether two ends, the lower first, are certainly farther apart than allowed; and whether they may be.

    `points`: they are numbers as written, which agree where they are equal. (Two that differ by less than floats can
    tell would be told apart by nobody: they decide no verdict.)
    """
    import polars as pl

    difference = pl.col(high) - pl.col(low)
    larger = pl.max_horizontal(pl.col(high).abs(), pl.col(low).abs())
    if within == Allowed():
        margin = pl.when("sharp").then(0.0).otherwise(DOUBT * larger)  # sharp ends compare exactly
        surely = difference > margin
        if points:
            maybe = difference > 0
        else:
            # Ends that touch meet if both belong to their intervals.
            maybe = (
                (difference > -margin) | ((difference == 0) & pl.col("open")) | ((difference == 0) & ~pl.col("sharp"))
            )
    else:
        alike = pl.col(low) * pl.col(high) > 0
        if within.share is None:
            permitted = pl.lit(within.difference)
        else:
            # Ends of unlike sign, or one of them zero, have no share of each other that could be allowed.
            permitted = pl.when(alike).then(within.share * larger).otherwise(0.0)
        margin = DOUBT * pl.max_horizontal(larger, permitted)
        surely = difference > permitted + margin
        maybe = difference > permitted - margin
        maybe = (maybe & (difference > 0)) if points else maybe | ((difference == 0) & ~alike)
    return surely.fill_null(value=False), (maybe | surely).fill_null(value=False)


def states(groups: pl.DataFrame, within: Mapping[int, Allowed | None]) -> pl.Series:
    """The state of each group of numbers or dates. `within`: the tolerance by property. Where that is None, a group is
    to be judged unless all of its intervals certainly meet.
    """
    import polars as pl

    found = pl.lit(UNSURE)
    for tolerance in dict.fromkeys(within.values()):
        codes = [code for code, it in within.items() if it == tolerance]
        surely, maybe = apart(tolerance or Allowed(), "min_high", "max_low")
        _written, thankful = apart(tolerance or Allowed(), "min_nominal", "max_nominal", points=True)
        state = (
            pl.when("odd").then(UNSURE)
            .when(surely).then(UNSURE if tolerance is None else VIOLATED)
            .when(maybe).then(UNSURE)
            .when(thankful & (pl.col("nominals") > 1)).then(THANKFUL)
            .otherwise(HOLDS)
        )  # fmt: skip
        found = pl.when(pl.col("property_code").is_in(codes)).then(state).otherwise(found)
    return groups.with_columns(found.cast(pl.UInt8).alias("state"))["state"]
