"""Hand-written Polars over JSON lines with raw numbers: `python -m benchmarks.rivals.polars_jsonl FOLDER RULES`.

It knows beforehand what factlint finds out: which keys there are, that every value is a number with a unit from a short
list, that no claim is denied, withdrawn or hedged. It checks nothing.
"""

from __future__ import annotations

from pathlib import Path

import polars as pl

from benchmarks.rivals.polars_jobs import KEYS, answers
from benchmarks.rivals.program import Printed, limits_of, main
from benchmarks.units import RAW

LINE: dict[str, pl.DataType] = {
    "document": pl.String(),
    "subject": pl.String(),
    "property": pl.String(),
    "unit": pl.String(),
    "period": pl.String(),
    "qualifiers": pl.Struct({"product": pl.String()}),
    "speaker": pl.String(),
    "via": pl.String(),
}
SOURCE = pl.coalesce("speaker", pl.coalesce("via", "via_document").str.split("< ").list.last(), "outlet")


def claims(folder: Path) -> pl.DataFrame:
    """The claims as `polars_jobs` wants them: units by a join, sources and periods with those of the documents."""
    amount = pl.col("value") * pl.col("factor")
    return (
        read(folder, pl.Float64())
        .join(_units(), on=["property", "unit"], how="left", nulls_equal=True)
        .select(*KEYS, low=amount, high=amount, source=SOURCE)
        .collect()
    )


def read(folder: Path, value: pl.DataType) -> pl.LazyFrame:
    """The claims with what their documents say of them."""
    documents = pl.scan_ndjson(
        folder / "documents.jsonl", schema=dict.fromkeys(("id", "outlet", "published", "via"), pl.String())
    )
    return (
        pl.scan_ndjson(folder / "claims.jsonl", schema={**LINE, "value": value})
        .join(documents, left_on="document", right_on="id", how="left", suffix="_document")
        .with_columns(
            product=pl.col("qualifiers").struct.field("product"),
            month=pl.coalesce("period", "published").str.head(7),
        )
    )


def _units() -> pl.LazyFrame:
    rows = [(name, way.unit, float(way.factor)) for name, ways in RAW.items() for way in ways]
    return pl.LazyFrame(rows, schema={"property": pl.String(), "unit": pl.String(), "factor": pl.Float64}, orient="row")


def answer(folder: Path, rules: str) -> Printed:
    return answers(claims(folder), limits_of(rules, folder))


if __name__ == "__main__":
    main(answer)
