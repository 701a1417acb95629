"""Combinations of small numbers as one: which there are, and which of them each row has."""

from __future__ import annotations

from math import prod
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import polars as pl

_ROOM = 4
"""Combinations that could be, for each row: up to here a table of all is made; beyond, those that there are are looked for."""


def numbered(keys: pl.DataFrame) -> tuple[pl.DataFrame, pl.Series]:
    """The distinct rows of whole numbers (or truths) from 0 in their order, null first, and for each row its place there."""
    import polars as pl

    most = keys.select(pl.all().cast(pl.UInt32).max().fill_null(0)).row(0) if keys.height else ()
    sizes = [2 + number for number in most]
    if prod(sizes) > _ROOM * keys.height:
        distinct = keys.unique().sort(keys.columns, nulls_last=False)
        listed = distinct.with_row_index("place")
        joined = keys.join(listed, on=keys.columns, how="left", nulls_equal=True, maintain_order="left")
        return distinct, joined["place"]
    code = pl.lit(0, dtype=pl.UInt32())
    for name, size in zip(keys.columns, sizes, strict=True):
        code = code * size + (pl.col(name).cast(pl.UInt32) + 1).fill_null(0)
    codes = keys.select(code=code)["code"]
    row = pl.Series("row", [None], dtype=pl.UInt32()).new_from_index(0, prod(sizes))
    row.scatter(codes, pl.int_range(len(codes), dtype=pl.UInt32(), eager=True))
    there = row.is_not_null().cast(pl.UInt32).cum_sum() - 1
    return keys[row.drop_nulls()], there.gather(codes).alias("place")
