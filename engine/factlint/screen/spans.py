"""Dates in columns: whether spans lie within one, before or after one, and which claims a later one replaces.

All of it is whole microseconds, so that the columns say exactly what a judge would.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import reduce
from operator import and_, or_
from typing import TYPE_CHECKING, Any

from factlint.quantities.values import ZONES_EAST, ZONES_WEST, DateSpan

if TYPE_CHECKING:
    import narwhals as nw

NO, NEITHER, YES = 0, 1, 2

RIVALS = ("group", "speaker_key", "source_code")
"""Of comparable claims by the same speaker and sources the last stands."""


@dataclass(frozen=True, slots=True)
class Answer:
    """`verdict` is 0, 1 or 2 for each claim; `straddles`: some date in it leaves the claim neither in nor out; `plainly`:
    whether it is 2, where that is told in fewer words.
    """

    verdict: nw.Expr
    straddles: nw.Expr | None = None
    plainly: nw.Expr | None = None

    @property
    def yes(self) -> nw.Expr:
        return self.verdict == YES if self.plainly is None else self.plainly


def columns_of_dates(prefix: str) -> list[str]:
    return [prefix, f"{prefix}_start", f"{prefix}_end", f"{prefix}_zoned"]


def least(verdicts: Sequence[nw.Expr]) -> nw.Expr:
    import narwhals as nw

    return verdicts[0] if len(verdicts) == 1 else nw.min_horizontal(*verdicts)


def greatest(verdicts: Sequence[nw.Expr]) -> nw.Expr:
    import narwhals as nw

    return verdicts[0] if len(verdicts) == 1 else nw.max_horizontal(*verdicts)


def is_within(prefix: str, wanted: Sequence[DateSpan], *, negated: bool) -> Answer:
    import narwhals as nw

    there = ~nw.col(prefix).is_null()
    best = greatest([_lies_within(prefix, it) for it in wanted])
    verdict = nw.when(there).then(YES - best if negated else best).otherwise(nw.lit(YES if negated else NO))
    plainly = None
    if len(wanted) == 1 and not negated:
        plainly = reduce(and_, _wholly(prefix, wanted[0]), there)
    return Answer(verdict, there & (best == NEITHER), plainly)


def _wholly(prefix: str, outer: DateSpan) -> list[nw.Expr]:
    """What all has to be for a span to lie within another; null is no."""
    low, high = _ends(prefix, against_zoned=outer.zoned)
    within = [] if outer.start is None else [(low >= outer.start).fill_null(value=False)]
    return within if outer.end is None else [*within, (high <= outer.end).fill_null(value=False)]


def _lies_within(prefix: str, outer: DateSpan) -> nw.Expr:
    """As `evaluate.conditions.lies_within`: spans hold their start, and not their end."""
    import narwhals as nw

    low, high = _ends(prefix, against_zoned=outer.zoned)
    within = _wholly(prefix, outer)
    apart: list[nw.Expr] = []
    if outer.start is not None:
        apart.append((high <= outer.start).fill_null(value=False))
    if outer.end is not None:
        apart.append((low >= outer.end).fill_null(value=False))
    if not within:
        return nw.lit(YES)
    wholly = within[0] if len(within) == 1 else within[0] & within[1]
    return (
        nw.when(wholly)
        .then(nw.lit(YES))
        .otherwise(nw.when(reduce(or_, apart)).then(nw.lit(NO)).otherwise(nw.lit(NEITHER)))
    )


def is_dated(prefix: str, relation: str, date: DateSpan) -> Answer:
    """As `evaluate.conditions._dated`: before is before its start, after is from its end on."""
    import narwhals as nw

    there = ~nw.col(prefix).is_null()
    edge = date.start if relation == "before" else date.end
    if edge is None:
        return Answer(nw.when(there).then(nw.lit(NO)).otherwise(nw.lit(NEITHER)))
    low, high = _ends(prefix, against_zoned=date.zoned)
    if not date.zoned:
        # Held against an instant, a day without a zone is that day in every zone.
        spread = -ZONES_EAST if relation == "before" else ZONES_WEST
        limit = nw.when(nw.col(f"{prefix}_zoned")).then(nw.lit(edge + spread)).otherwise(nw.lit(edge))
    else:
        limit = nw.lit(edge)
    early, late = (high <= limit).fill_null(value=False), (low >= limit).fill_null(value=False)
    sides = (YES, NO) if relation == "before" else (NO, YES)
    told = nw.when(early).then(nw.lit(sides[0])).otherwise(
        nw.when(late).then(nw.lit(sides[1])).otherwise(nw.lit(NEITHER))
    )  # fmt: skip
    return Answer(nw.when(there).then(told).otherwise(nw.lit(NEITHER)), there & (told == NEITHER))


def _ends(prefix: str, *, against_zoned: bool) -> tuple[nw.Expr, nw.Expr]:
    import narwhals as nw

    low, high = nw.col(f"{prefix}_start"), nw.col(f"{prefix}_end")
    if not against_zoned:
        return low, high
    zoned = nw.col(f"{prefix}_zoned")
    return (
        nw.when(zoned).then(low).otherwise(low - ZONES_EAST),
        nw.when(zoned).then(high).otherwise(high + ZONES_WEST),
    )


def last_of(claims: nw.LazyFrame[Any]) -> nw.LazyFrame[Any]:
    """As `evaluate.select.latest`: without the claims that a certainly later one of their rivals replaces."""
    import narwhals as nw

    zoned, start, end = (nw.col(f"published_{it}") for it in ("zoned", "start", "end"))
    starts = claims.with_columns(
        nw.when(zoned).then(start).alias("start_zoned"), nw.when(~zoned).then(start).alias("start_plain")
    ).with_columns(
        nw.col("start_zoned").max().over(*RIVALS).alias("last_zoned"),
        nw.col("start_plain").max().over(*RIVALS).alias("last_plain"),
    )  # fmt: skip
    last_zoned, last_plain = nw.col("last_zoned"), nw.col("last_plain")
    # Held against an instant, a day without a zone is that day in every zone.
    by_zoned = nw.when(zoned).then(last_zoned >= end).otherwise(last_zoned >= end + ZONES_WEST)
    by_plain = nw.when(zoned).then(last_plain - ZONES_EAST >= end).otherwise(last_plain >= end)
    replaced = by_zoned.fill_null(value=False) | by_plain.fill_null(value=False)
    return starts.filter(~replaced).drop("start_zoned", "start_plain", "last_zoned", "last_plain")
