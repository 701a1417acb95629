"""Hand-written SQL in DuckDB over JSON lines with raw numbers: `python -m benchmarks.rivals.duckdb_jsonl FOLDER RULES`.

It knows beforehand what `polars_jsonl` knows.
"""

from __future__ import annotations

from pathlib import Path

import duckdb

from benchmarks.rivals.duckdb_jobs import answers
from benchmarks.rivals.program import Printed, limits_of, main
from benchmarks.units import RAW

READ = """
create temp table claims as
select written.property, subject, qualifiers.product as product,
       left(coalesce(period, published), 7) as month,
       value * factor as low, value * factor as high,
       coalesce(speaker, split_part(coalesce(written.via, documents.via), '< ', -1), outlet) as source
from read_json($claims, format = 'newline_delimited', columns = {
         document: 'varchar', subject: 'varchar', property: 'varchar', value: 'double', unit: 'varchar',
         period: 'varchar', qualifiers: 'struct(product varchar)', speaker: 'varchar', via: 'varchar'}) as written
join read_json($documents, format = 'newline_delimited', columns = {
         id: 'varchar', outlet: 'varchar', published: 'varchar', via: 'varchar'}) as documents
     on written.document = documents.id
join units on written.property = units.property and written.unit is not distinct from units.unit
"""


def read(database: duckdb.DuckDBPyConnection, folder: Path) -> None:
    """Makes the table `claims`."""
    database.execute("create temp table units (property text, unit text, factor double)")
    rows = [(name, way.unit, float(way.factor)) for name, ways in RAW.items() for way in ways]
    database.executemany("insert into units values (?, ?, ?)", rows)
    files = {"claims": str(folder / "claims.jsonl"), "documents": str(folder / "documents.jsonl")}
    database.execute(READ, files)


def answer(folder: Path, rules: str) -> Printed:
    database = duckdb.connect()
    read(database, folder)
    return answers(database, limits_of(rules, folder))


if __name__ == "__main__":
    main(answer)
