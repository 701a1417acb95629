"""`agree [within T]` and `agree exactly`, screened.

How far apart a group is does not hang on what a rule allows: it is gauged once, and each tolerance is held against that.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, partial, reduce
from operator import or_
from typing import TYPE_CHECKING, Literal

from factlint.assertions.agreement import calendar_months
from factlint.corpus.claim import Property
from factlint.language.model import Absolute, Relative, Tolerance
from factlint.quantities.values import MICROSECONDS, NUMBER
from factlint.screen.groups import Groups
from factlint.screen.measures import DOUBT, REASONS
from factlint.screen.told import Question, Told, alike, of_properties, united

if TYPE_CHECKING:
    import polars as pl

Gauge = Literal["meet", "difference", "share"]
"""What is gauged: whether all meet, their difference, or that as a share of the larger end."""


@dataclass(frozen=True, slots=True)
class Allowed:
    """A tolerance as floats: a share of the larger end, or a difference; 0 and neither where none is written."""

    share: float | None = None
    difference: float | None = None

    @property
    def gauge(self) -> Gauge:
        return "share" if self.share is not None else "meet" if self.difference is None else "difference"

    @property
    def amount(self) -> float:
        return self.share or self.difference or 0.0


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


@dataclass(frozen=True, slots=True)
class Agreement:
    """Of groups of numbers or dates: the gauge of some properties (None: any gap is to be judged), and so on; each has
    two limits. `named`: there are groups of names or truths besides.
    """

    parts: tuple[tuple[Gauge | None, frozenset[int]], ...]
    everyone: frozenset[int]
    named: bool = False

    def told(self, limits: Sequence[pl.Expr]) -> Told:
        found = [
            (codes, _told(gauge, least, most))
            for (gauge, codes), least, most in zip(self.parts, limits[::2], limits[1::2], strict=True)
        ]
        told = of_properties(found, self.everyone)
        return united([told, _told_of_names()]) if self.named else told


def asked(groups: Groups, within: Mapping[int, Allowed | None], *, named: bool = False) -> Question:
    """What agreement asks of groups. `within`: the tolerance by property. Where that is None, a group is to be judged
    unless all of its intervals certainly meet.
    """
    parts: list[tuple[Gauge | None, frozenset[int]]] = []
    limits: list[float] = []
    for tolerance, codes in alike(within):
        gauge = (tolerance or Allowed()).gauge
        gauged(groups, gauge)
        amount = 0.0 if tolerance is None else tolerance.amount
        least, most = amount * (1 - DOUBT), amount * (1 + DOUBT)
        groups.watch(gauge, least, partial(_may_exceed, gauge))
        parts.append((None if tolerance is None else gauge, frozenset(codes)))
        limits += [least, most]
    if named:
        groups.watch("names", 0, lambda _at: _differ())
    return Question(Agreement(tuple(parts), groups.codes, named), tuple(limits))


def _told(kept: Gauge | None, least: pl.Expr, most: pl.Expr) -> Told:
    import polars as pl

    gauge = kept or "meet"
    surely, maybe = (pl.col(f"{gauge}_{it}") for it in ("surely", "maybe"))
    violated, unsure = surely > most, maybe > least
    as_written, perhaps = pl.col(f"{gauge}_written") > most, pl.col(f"{gauge}_written_maybe") > least
    thanks, near = {}, []
    for reason in REASONS:
        low, high = pl.col(f"{gauge}_{reason}"), pl.col(f"{gauge}_{reason}_maybe")
        thanks[reason] = low > most
        near.append((low <= most) & (high > least))
    if kept is None:
        return Told(pl.lit(value=False), violated | unsure | perhaps, pl.lit(value=False), thanks)
    doubtful = (perhaps & ~as_written) | (as_written & reduce(or_, near))
    return Told(violated, unsure | doubtful, as_written, thanks)


def _may_exceed(gauge: Gauge, amount: float) -> pl.Expr:
    import polars as pl

    plainly, written = pl.col(f"{gauge}_maybe") > amount, pl.col(f"{gauge}_written_maybe") > amount
    return plainly.fill_null(value=False) | written.fill_null(value=False)


def gauged(groups: Groups, gauge: Gauge) -> None:
    """Give the groups their columns of a gauge: certainly apart by more than, perhaps; as written; those watched, by reason."""
    if not groups.has(f"{gauge}_surely"):
        columns, reasons = _columns(gauge)
        groups.add(columns)
        groups.add_later(lambda found: found.with_columns(reasons))


@cache
def _columns(gauge: Gauge) -> tuple[list[pl.Expr], list[pl.Expr]]:
    import polars as pl

    surely, maybe, _grain = _apart(gauge, "min_high", "max_low")
    written, written_maybe, grain = _apart(gauge, "min_nominal", "max_nominal", points=True)
    several = pl.col("nominals") > 1
    nothing = pl.lit(-float("inf"))
    columns = [
        pl.when("odd").then(nothing).otherwise(surely).alias(f"{gauge}_surely"),
        pl.when("odd").then(-nothing).otherwise(maybe).alias(f"{gauge}_maybe"),
        pl.when(several).then(written).otherwise(nothing).alias(f"{gauge}_written"),
        pl.when(several).then(written_maybe).otherwise(nothing).alias(f"{gauge}_written_maybe"),
    ]
    reasons = []
    for reason in REASONS:
        # Of a number between the two outermost ones, the distance to the farther of them.
        above, below = (
            _between(gauge, "min_nominal", f"most_{reason}"),
            _between(gauge, f"least_{reason}", "max_nominal"),
        )
        farther = pl.max_horizontal(above, below)
        reasons += [(farther - grain).alias(f"{gauge}_{reason}"), (farther + grain).alias(f"{gauge}_{reason}_maybe")]
    return columns, reasons


def _between(gauge: Gauge, low: str, high: str) -> pl.Expr:
    """How far two ends are apart, the lower first; as a share, infinite where they are of unlike sign."""
    import polars as pl

    difference = pl.col(high) - pl.col(low)
    if gauge != "share":
        return difference
    larger = pl.max_horizontal(pl.col(high).abs(), pl.col(low).abs())
    infinite = pl.lit(float("inf"))
    return (
        pl.when(_same_sign(low, high)).then(difference / larger)
        .when(difference > 0).then(infinite)
        .when(difference <= 0).then(-infinite)
    )  # fmt: skip


def _same_sign(low: str, high: str) -> pl.Expr:
    import polars as pl

    return ((pl.col(low) > 0) & (pl.col(high) > 0)) | ((pl.col(low) < 0) & (pl.col(high) < 0))


def _apart(gauge: Gauge, low: str, high: str, *, points: bool = False) -> tuple[pl.Expr, pl.Expr, pl.Expr]:
    """More than what amount two ends, the lower first, are certainly apart; and perhaps; and the doubt between these.

    `points`: they are numbers as written, which agree where they are equal. (Two that differ by less than floats can
    tell would be told apart by nobody: they decide no verdict.)
    """
    import polars as pl

    difference = pl.col(high) - pl.col(low)
    larger = pl.max_horizontal(pl.col(high).abs(), pl.col(low).abs())
    infinite = pl.lit(float("inf"))
    if gauge == "share":
        ratio = difference / larger
        same_sign = _same_sign(low, high)
        grain = pl.lit(DOUBT)
        # Ends of unlike sign, or one of them zero, have no share of each other that could be allowed.
        certain = pl.col("sharp") | ((pl.col(low) != 0) & (pl.col(high) != 0))
        surely = (
            pl.when(same_sign).then(ratio - grain).when((difference > 0) & certain).then(infinite).otherwise(-infinite)
        )
        reached = difference > 0 if points else difference >= 0
        maybe = pl.when(same_sign).then(ratio + grain).when(reached).then(infinite).otherwise(-infinite)
        return surely, pl.when(difference > 0).then(maybe).otherwise(-infinite) if points else maybe, grain
    # Without a tolerance, sharp ends compare exactly.
    grain = DOUBT * larger if gauge == "difference" else pl.when("sharp").then(0.0).otherwise(DOUBT * larger)
    surely = difference - grain
    if points:
        maybe = pl.when(difference > 0).then(difference + grain).otherwise(-infinite)
    elif gauge == "difference":
        maybe = difference + grain
    else:
        # Ends that touch meet if both belong to their intervals.
        touching = (difference == 0) & (pl.col("open") | ~pl.col("sharp"))
        maybe = pl.when(touching).then(infinite).otherwise(difference + grain)
    return surely, maybe, grain


def _told_of_names() -> Told:
    """Of groups of names or truths: they say the same, or one is among them that agrees with no other."""
    import polars as pl

    no = pl.lit(value=False)
    return Told(_differ() & pl.col("strange"), _differ() & ~pl.col("strange"), no, dict.fromkeys(REASONS, no))


def _differ() -> pl.Expr:
    import polars as pl

    return pl.col("differ")
