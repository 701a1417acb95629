"""Hand-written Polars over JSON lines with values in words: `python -m benchmarks.rivals.polars_words FOLDER RULES`.

It reads the hedges, units and ways of writing that the generator knows, by a regular expression and two tables, and the
precision of a number from its digits.
"""

from __future__ import annotations

from pathlib import Path

import polars as pl

from benchmarks.rivals.polars_jobs import KEYS, answers
from benchmarks.rivals.polars_jsonl import SOURCE, read
from benchmarks.rivals.program import Printed, limits_of, main
from benchmarks.units import WORDS

PARTS = r"^(?:(?<hedge>[a-z ]+?) )?(?<number>[\d.]+) ?(?<unit>.*)$"
HEDGES = {
    "hedge": [None, "about", "roughly", "nearly", "more than", "at least", "up to"],
    "below": [0.0, 0.05, 0.05, 0.1, 0.0, 0.0, 1.0],
    "above": [0.0, 0.05, 0.05, 0.0, float("inf"), float("inf"), 0.0],
    "precise": [True, True, True, True, False, False, False],
}
"""How far a hedge reaches, as a share of the number; whether its digits can widen it."""


def claims(folder: Path) -> pl.DataFrame:
    part = pl.col("value").str.extract_groups(PARTS).struct.field
    parts = read(folder, pl.String()).drop("unit").with_columns(part("hedge"), part("number"), part("unit"))
    number, factor = pl.col("amount"), pl.col("factor")
    half = pl.when("precise").then(_half_digit()).otherwise(0)
    above = pl.when(pl.col("hedge") == "nearly").then(0).otherwise(pl.max_horizontal(number * pl.col("above"), half))
    return (
        parts.join(_units(), on=["property", "unit"], how="left", nulls_equal=True)
        .join(pl.LazyFrame(HEDGES), on="hedge", how="left", nulls_equal=True)
        .with_columns(amount=pl.col("number").cast(pl.Float64))
        .select(
            *KEYS,
            low=(number - pl.max_horizontal(number * pl.col("below"), half)) * factor,
            high=(number + above) * factor,
            source=SOURCE,
        )
        .collect()
    )


def _half_digit() -> pl.Expr:
    """Half of the last digit written that is not a zero of a whole number, but never coarser than the second."""
    written = pl.col("number")
    decimals = written.str.extract(r"\.(\d+)$").str.len_bytes()
    whole = written.str.len_bytes().cast(pl.Int64)
    significant = written.str.strip_chars_end("0").str.len_bytes().clip(lower_bound=2).cast(pl.Int64)
    zeros = (whole - significant).clip(lower_bound=0)
    return 0.5 * pl.when(decimals.is_null()).then(zeros).otherwise(-decimals.cast(pl.Int64)).cast(pl.Float64).pipe(
        lambda places: 10.0**places
    )


def _units() -> pl.LazyFrame:
    rows = [(name, way.unit, float(way.factor)) for name, ways in WORDS.items() for way in ways]
    return pl.LazyFrame(rows, schema={"property": pl.String, "unit": pl.String, "factor": pl.Float64}, orient="row")


def answer(folder: Path, rules: str) -> Printed:
    return answers(claims(folder), limits_of(rules, folder))


if __name__ == "__main__":
    main(answer)
