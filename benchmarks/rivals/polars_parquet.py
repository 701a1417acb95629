"""Hand-written Polars over a compiled corpus: `python -m benchmarks.rivals.polars_parquet FOLDER RULES`.

The numbers, the groups and the sources are those that factlint compiled; what is left is the jobs. It knows beforehand
that no claim is denied, withdrawn, merely expected, or of another dimension.
"""

from __future__ import annotations

from pathlib import Path

import polars as pl

from benchmarks.rivals.polars_jobs import answers
from benchmarks.rivals.program import Printed, limits_of, main

PRODUCTS = {f'[["product", "{name}"]]': name for name in ("crude", "refined")}


def claims(folder: Path) -> pl.DataFrame:
    return (
        pl.scan_parquet(folder / "claims.parquet")
        .select(
            "group",
            "property",
            subject="subject_name",
            product=pl.col("qualifiers_key").replace_strict(PRODUCTS),
            month="period_key",
            low=pl.col("low").fill_null(float("-inf")),
            high=pl.col("high").fill_null(float("inf")),
            source="source_code",
        )
        .collect()
    )


def answer(folder: Path, rules: str) -> Printed:
    return answers(claims(folder), limits_of(rules, folder))


if __name__ == "__main__":
    main(answer)
