"""What a generated corpus violates, known from how it was made: the oracle of the benchmarks."""

from __future__ import annotations

from collections.abc import Iterable

import polars as pl

from benchmarks.answers import FIRST, Answer, group_name
from benchmarks.claims import PRODUCTS
from benchmarks.conflicts import apart, beyond, echo, full, implied
from benchmarks.rules import Limit
from benchmarks.shape import Shape


def expected(shape: Shape, limits: Iterable[Limit], *, named: bool = True) -> dict[str, Answer]:
    """The answer to each rule; `named` with the first groups, else only counted."""
    violated = _Violated(shape)
    return {limit.name: violated.answer(limit, named=named) for limit in limits}


class _Violated:
    """The groups in conflict, of each form: found once, filtered for each rule."""

    def __init__(self, shape: Shape) -> None:
        group = pl.col("group")
        cells = _groups(shape, shape.cells)
        stocks = _groups(shape, shape.stocks).filter(full(shape, group))
        self.exports_apart = cells.filter(apart(shape, group))
        self.stocks_apart = stocks.filter(apart(shape, group))
        self.unbacked = cells.filter(apart(shape, group) | echo(shape, group))
        self.beyond = cells.filter(beyond(shape, group))
        self.implied = cells.filter(implied(shape, group))

    def answer(self, limit: Limit, *, named: bool) -> Answer:
        match limit.job:
            case "agree":
                groups = [("oil exports", self.exports_apart), ("stock", self.stocks_apart)]
            case "bounds":
                groups = [("export share", self.beyond)]
            case "backed":
                groups = [("oil exports", self.unbacked)]
            case "implied":
                groups = [("", self.implied)]
        read = [(name, _read_by(limit, found)) for name, found in groups]
        first = sorted(text for name, found in read for text in _first(name, found))[:FIRST] if named else []
        return Answer(sum(found.height for _, found in read), tuple(first))


def _groups(shape: Shape, number: int) -> pl.DataFrame:
    group = pl.col("group")
    return pl.DataFrame({"group": pl.int_range(number, eager=True)}).with_columns(
        month=group % shape.months + 1,
        product=group // shape.months % len(PRODUCTS),
        field=group // (shape.months * len(PRODUCTS)),
    )


def _read_by(limit: Limit, groups: pl.DataFrame) -> pl.DataFrame:
    if limit.month is not None:
        groups = groups.filter(pl.col("month") == limit.month)
    if limit.product is not None:
        groups = groups.filter(pl.col("product") == PRODUCTS.index(limit.product))
    return groups


def _first(name: str, groups: pl.DataFrame) -> list[str]:
    """Names begin with the field, then the product, as text: crude before refined."""
    ordered = groups.sort("field", "product", "month").head(FIRST)
    return [
        group_name(name, f"Field {field:06d}", PRODUCTS[product], f"2025-{month:02d}")
        for field, product, month in ordered.select("field", "product", "month").iter_rows()
    ]
