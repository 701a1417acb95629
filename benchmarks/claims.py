"""The claims of a generated corpus, a block of groups at a time, as a frame."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

import polars as pl

from benchmarks.conflicts import apart, beyond, echo, full, implied, mixed
from benchmarks.shape import Shape
from benchmarks.units import HEDGES, ONE_SIDED, RAW, WORDS, Family, Way

BLOCK: Final = 250_000
"""Claims made and shuffled at a time: what a corpus of any size takes of memory."""

WIRES: Final = 5
SPEAKERS: Final = 40
PRODUCTS: Final = ("crude", "refined")
_SALT: Final = {"base": 1, "delta": 2, "unit": 3, "hedge": 4, "order": 5, "part": 6}

GROUP, MEMBER = pl.col("group"), pl.col("member")
"""Of each claim: the number of its group, and which of its members it is."""


def blocks(shape: Shape) -> Iterator[pl.DataFrame]:
    """All claims: exports, shares and stocks of neighbouring groups together, in an order that is no help."""
    per_block = max(1, BLOCK // (shape.group + shape.shares))
    per_stock = max(1, -(-shape.stocks * per_block // shape.cells))
    number = 1
    stock = 0
    for start in range(0, shape.cells, per_block):
        end = min(start + per_block, shape.cells)
        last_stock = shape.stocks if end == shape.cells else min(stock + per_stock, shape.stocks)
        block = pl.concat(
            [
                _amounts(shape, "oil exports", _members(start, end, shape.group)),
                _shares(shape, _members(start, end, shape.shares)),
                _amounts(shape, "stock", _members(stock, last_stock, shape.group, most=shape.stock_claims)),
            ]
        )
        yield (
            block.with_row_index("number", offset=number)
            .sort(mixed(shape, _SALT["order"], pl.col("number")), maintain_order=True)
            .drop("number")
            .with_row_index("number", offset=number)
            .with_columns(id=pl.concat_str(pl.lit("c"), _padded("number", 8)))
            .drop("number")
        )
        stock = last_stock
        number += block.height


def _members(start: int, end: int, size: int, most: int | None = None) -> pl.DataFrame:
    """`group` and `member` of each claim of the groups from start to before end, of the first `most` claims of all."""
    last = end * size if most is None else min(end * size, most)
    claims = pl.DataFrame({"claim": pl.int_range(start * size, max(start * size, last), eager=True)})
    return claims.select(group=pl.col("claim") // size, member=pl.col("claim") % size)


def _amounts(shape: Shape, family: Family, members: pl.DataFrame) -> pl.DataFrame:
    """Exports or stocks: 1,000 to 4,989 steps, up to 2 % apart; of a group in conflict one claim 60 % above."""
    base = 1000 + mixed(shape, _SALT["base"] + len(family), GROUP) % 3990
    spread = mixed(shape, _SALT["delta"] + len(family), GROUP, MEMBER) % 401 - 200
    steps = base * (10_000 + spread) // 10_000
    exports = family == "oil exports"
    outlying = (apart(shape, GROUP) if exports else apart(shape, GROUP) & full(shape, GROUP)) & (
        GROUP % shape.group == MEMBER
    )
    return _frame(
        shape,
        family,
        members.with_columns(
            steps=pl.when(outlying).then(steps * 16 // 10).otherwise(steps),
            hedge=_hedge(shape, HEDGES),
            echo=echo(shape, GROUP) if exports else pl.lit(value=False),
        ),
    )


def _shares(shape: Shape, members: pl.DataFrame) -> pl.DataFrame:
    """Shares of 30 to 90 %; some groups with one of 130 to 180 %, some around 1.5 %."""
    base = 310 + mixed(shape, _SALT["base"], GROUP) % 570
    spread = mixed(shape, _SALT["delta"], GROUP, MEMBER)
    small = implied(shape, GROUP)
    above = beyond(shape, GROUP) & (GROUP % shape.shares == MEMBER)
    plain = small | beyond(shape, GROUP) | (MEMBER % 2 == 0)
    usual = base * (10_000 + spread % 401 - 200) // 10_000
    return _frame(
        shape,
        "export share",
        members.with_columns(
            steps=pl.when(above).then(1300 + base % 500).when(small).then(12 + spread % 7).otherwise(usual),
            hedge=pl.when(plain).then(pl.lit("")).otherwise(_hedge(shape, ONE_SIDED)),
            echo=pl.lit(value=False),
        ),
    )


def _hedge(shape: Shape, words: Sequence[str]) -> pl.Expr:
    if shape.style == "raw":
        return pl.lit("")
    return _one_of(words, mixed(shape, _SALT["hedge"], GROUP, MEMBER) % len(words))


def _frame(shape: Shape, family: Family, members: pl.DataFrame) -> pl.DataFrame:
    """The keys of the claims, as text; None where a claim leaves one out."""
    ways = (RAW if shape.style == "raw" else WORDS)[family]
    # Some claims, never the first of a group, come by a relay, a speaker or an agency: sources are not outlets.
    voice = pl.when(MEMBER == 0).then(7).otherwise((GROUP + MEMBER) % 8)
    outlet = (GROUP * 13 + MEMBER) % shape.outlets
    columns = members.with_columns(
        way=mixed(shape, _SALT["unit"], GROUP, MEMBER) % len(ways),
        month=GROUP % shape.months + 1,
        product=_one_of(PRODUCTS, GROUP // shape.months % len(PRODUCTS)),
        field=GROUP // (shape.months * len(PRODUCTS)),
        outlet=pl.when((voice == 2) & ~pl.col("echo")).then(shape.outlets + outlet % shape.relays).otherwise(outlet),
        part=mixed(shape, _SALT["part"], GROUP, MEMBER) % shape.parts,
        voice=pl.when("echo").then(1).otherwise(voice),
    )
    columns = columns.with_columns(number=_number(ways), unit=_one_of([way.unit for way in ways], pl.col("way")))
    gap = _one_of([way.gap for way in ways], pl.col("way"))
    hedge = pl.when(pl.col("hedge") == "").then(pl.lit("")).otherwise(pl.col("hedge") + " ")
    unit = pl.when(pl.col("unit").is_null()).then(pl.lit("")).otherwise(gap + pl.col("unit"))
    words = pl.concat_str(hedge, "number", unit)
    period = pl.concat_str(pl.lit("2025-"), _padded("month", 2))
    return columns.select(
        document=pl.format("d{}-{}-{}", _padded("outlet", 3), _padded("month", 2), _padded("part", 5)),
        subject=pl.concat_str(pl.lit("Field "), _padded("field", 6)),
        property=pl.lit(family),
        value=pl.col("number") if shape.style == "raw" else words,
        unit=pl.col("unit") if shape.style == "raw" else pl.lit(None, pl.String),
        period=pl.when((GROUP + MEMBER) % 2 == 0).then(period),
        product="product",
        speaker=pl.when(pl.col("voice") == 0).then(pl.format("Minister {}", GROUP % SPEAKERS + 1)),
        via=pl.when(pl.col("voice") == 1).then(pl.format("news desk < Wire {}", GROUP % WIRES + 1)),
        quote=words,
    )


def _number(ways: Sequence[Way]) -> pl.Expr:
    """The number as each way writes it; digits are put together, never computed by floats."""
    steps = pl.col("steps")
    chosen = pl.lit(None, pl.String)
    for index, way in enumerate(ways):
        if way.decimals > 0:
            size = 10**way.decimals
            decimals = (steps % size).cast(pl.String).str.zfill(way.decimals)
            number = pl.concat_str((steps // size).cast(pl.String), pl.lit("."), decimals)
        else:
            number = pl.concat_str(steps.cast(pl.String), pl.lit("0" * -way.decimals))
        chosen = pl.when(pl.col("way") == index).then(number).otherwise(chosen)
    return chosen


def _one_of(texts: Sequence[str | None], index: pl.Expr) -> pl.Expr:
    return index.replace_strict(list(range(len(texts))), list(texts), return_dtype=pl.String)


def _padded(column: str, width: int) -> pl.Expr:
    return pl.col(column).cast(pl.String).str.zfill(width)
