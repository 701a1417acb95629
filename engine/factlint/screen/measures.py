"""What a group comes to, in a row of numbers: all that the screens of one choice of claims need of it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import narwhals as nw
    import polars as pl

DOUBT = 1e-12
"""Of the larger number: what a difference of floats may be off by, with much to spare (each is off by 1.1e-16)."""


def measured(claims: nw.LazyFrame[Any], keys: Sequence[str], *, sources: bool) -> pl.DataFrame:
    """A row for each group and property: how many claims, and the extremes of what they say.

    `max_low` and `min_high` are the ends that face each other: whether all intervals meet, and how far the two that are
    farthest apart are from each other, hangs on these alone. Null: no claim has such an end.
    """
    import narwhals as nw

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
    if sources:
        counted += [
            nw.col("source_code").n_unique().alias("sources"),
            nw.col("source_count").max().alias("most_sources"),
        ]
    by = list(dict.fromkeys([*keys, "property_code"]))
    found = collected(claims.group_by(by).agg(*counted))
    return found.with_columns(open=found["low_open"] | found["high_open"]).drop("low_open", "high_open")


def named(claims: nw.LazyFrame[Any], keys: Sequence[str]) -> pl.DataFrame:
    """A row for each group of names or truths: `alike` where all say the same."""
    import narwhals as nw

    by = list(dict.fromkeys([*keys, "property_code"]))
    found = claims.with_columns(said=nw.coalesce(nw.col("name_key"), nw.col("truth").cast(nw.String)))
    grouped = found.group_by(by).agg(
        nw.len().alias("claims"),
        nw.col("row").min().alias("first"),
        nw.col("said").min().alias("least"),
        nw.col("said").max().alias("greatest"),
    )
    return collected(grouped)


_CODES = ("row", "first", "group", "property_code", "claims", "nominals", "sources", "most_sources", "source_code")
"""Small numbers without a sign: engines that have none such give longer ones."""


def collected(frame: nw.LazyFrame[Any]) -> pl.DataFrame:
    """In memory, as Polars, whatever it ran on."""
    import polars as pl

    found: pl.DataFrame = frame.collect(backend="polars").to_native()
    return found.with_columns(pl.col(name).cast(pl.UInt32) for name in _CODES if name in found.columns)
