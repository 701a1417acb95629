"""What a group comes to, in a row of numbers: all that the screens of one choice of claims need of it."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING, Any

from factlint.assertions.finding import Thanks

if TYPE_CHECKING:
    import narwhals as nw
    import polars as pl

DOUBT = 1e-12
"""Of the larger number: what a difference of floats may be off by, with much to spare (each is off by 1.1e-16)."""

REASONS: tuple[Thanks, ...] = ("hedge", "precision", "range")

MEASURED = ("row", "low", "high", "nominal", "odd", "sharp", "low_open", "high_open", "why")
"""The columns that `measured` reads, besides keys."""
SOURCES = ("source_code", "source_count")
NAMED = ("name_key", "truth")
"""Those that `named` reads."""


def measured(claims: nw.LazyFrame[Any], by: Sequence[str], *, sources: int) -> nw.LazyFrame[Any]:
    """A row for each group and property: how many claims, and the extremes of what they say.

    `max_low` and `min_high` are the ends that face each other: whether all intervals meet, and how far the two that are
    farthest apart are from each other, hangs on these alone. Null: no claim has such an end. `most_hedge` and `least_hedge`
    (and so on) are the extremes of the numbers as written by claims that are widened for that reason. `sources`: up to how
    many sets of sources are told apart, 0 for none.
    """
    import narwhals as nw

    widened = nw.col("low_open") | nw.col("high_open") | (nw.col("low") < nw.col("high"))
    claims = claims.with_columns(
        *(
            nw.when(widened & (nw.col("why") == reason)).then(nw.col("nominal")).alias(f"as_{reason}")
            for reason in REASONS
        )
    )
    counted = [
        nw.len().alias("claims"),
        nw.col("row").min().alias("first"),
        nw.col("low").max().alias("max_low"),
        nw.col("high").min().alias("min_high"),
        nw.col("nominal").min().alias("min_nominal"),
        nw.col("nominal").max().alias("max_nominal"),
        nw.col("nominal").count().alias("nominals"),
        nw.col("odd").max().alias("odd"),
        nw.col("sharp").min().alias("sharp"),
        nw.col("low_open").max().alias("low_open"),
        nw.col("high_open").max().alias("high_open"),
    ]
    for reason in REASONS:
        counted += [
            nw.col(f"as_{reason}").max().alias(f"most_{reason}"),
            nw.col(f"as_{reason}").min().alias(f"least_{reason}"),
        ]
    if sources:
        counted.append(nw.col("source_count").max().alias("most_sources"))
    if sources > 2:
        counted.append(nw.col("source_code").n_unique().alias("source_sets"))
    elif sources:  # whether there are two is told by their extremes, which takes half the time
        counted += [nw.col("source_code").min().alias("least_code"), nw.col("source_code").max().alias("most_code")]
    found = claims.group_by(_keys(by)).agg(*counted, *_property(by))
    found = found.with_columns(open=nw.col("low_open") | nw.col("high_open")).drop("low_open", "high_open")
    if 0 < sources <= 2:
        several = nw.col("least_code") != nw.col("most_code")
        sets = nw.when(several).then(nw.lit(2)).otherwise(nw.lit(1)).alias("source_sets")
        found = found.with_columns(sets).drop("least_code", "most_code")
    return found


def named(claims: nw.LazyFrame[Any], by: Sequence[str], related: Collection[str]) -> nw.LazyFrame[Any]:
    """A row for each group of names or truths. `differ`: not all say the same; `strange`: one that lies within no other,
    and holds no other, is among them, so that then some certainly disagree.
    """
    import narwhals as nw

    kin = nw.col("name_key").is_in(sorted(related)).fill_null(value=False)
    found = claims.with_columns(said=nw.coalesce(nw.col("name_key"), nw.col("truth").cast(nw.String)), strange=~kin)
    grouped = found.group_by(_keys(by)).agg(
        nw.len().alias("claims"),
        nw.col("row").min().alias("first"),
        nw.col("said").min().alias("least"),
        nw.col("said").max().alias("greatest"),
        nw.col("strange").max().alias("strange"),
        *_property(by),
    )
    return grouped.with_columns(differ=nw.col("least") != nw.col("greatest")).drop("least", "greatest")


def _keys(by: Sequence[str]) -> list[str]:
    """A group of the table is of one property: by its number alone they are found faster."""
    return ["group"] if "group" in by else list(by)


def _property(by: Sequence[str]) -> list[nw.Expr]:
    import narwhals as nw

    return [nw.col("property_code").min()] if "property_code" not in _keys(by) else []


_CODES = ("row", "first", "group", "property_code", "claims", "nominals", "source_sets", "most_sources", "source_code")
"""Small numbers without a sign: engines that have none such give longer ones."""


def collected(frame: nw.LazyFrame[Any]) -> pl.DataFrame:
    """In memory, as Polars, whatever it ran on."""
    return plain(frame.collect(backend="polars").to_native())


def all_collected(frames: Sequence[nw.LazyFrame[Any]]) -> list[pl.DataFrame]:
    """Several at once, side by side where the engine can."""
    import polars as pl

    natives = [frame.to_native() for frame in frames]
    if frames and all(isinstance(it, pl.LazyFrame) for it in natives):
        return [plain(it) for it in pl.collect_all(natives)]
    return [collected(frame) for frame in frames]


def plain(found: pl.DataFrame) -> pl.DataFrame:
    import polars as pl

    kinds = found.schema
    wrong = [pl.col(name).cast(pl.UInt32) for name in _CODES if kinds.get(name, pl.UInt32) != pl.UInt32]
    return found.with_columns(wrong) if wrong else found
