"""Pandera: `python -m benchmarks.rivals.pandera_checks FOLDER four`.

Checks the columns of one frame; it knows no units, no sources, and compares rows of a group only by functions that one
writes oneself. Here `group_table` is that function.
"""

from __future__ import annotations

from pathlib import Path

import pandera.polars as pa
import polars as pl
from pandera.errors import SchemaErrors

from benchmarks.rivals.group_table import group_tables, only_four
from benchmarks.rivals.program import Printed, first, main


def answer(folder: Path, rules: str) -> Printed:
    only_four(rules)
    return {rule: _violations(table, limit.allowed) for rule, (limit, table) in group_tables(folder).items()}


def _violations(table: pl.DataFrame, allowed: float) -> tuple[int, list[str]]:
    schema = pa.DataFrameSchema({"name": pa.Column(str), "needs": pa.Column(float, pa.Check.le(allowed))})
    try:
        schema.validate(table, lazy=True)
    except SchemaErrors as errors:
        names = table["name"][errors.failure_cases["index"].cast(pl.UInt32)]
        return len(names), first(names)
    return 0, []


if __name__ == "__main__":
    main(answer)
