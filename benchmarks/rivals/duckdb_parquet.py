"""Hand-written SQL in DuckDB over a compiled corpus: `python -m benchmarks.rivals.duckdb_parquet FOLDER RULES`.

It knows beforehand what `polars_parquet` knows.
"""

from __future__ import annotations

from pathlib import Path

import duckdb

from benchmarks.rivals.duckdb_jobs import answers
from benchmarks.rivals.program import Printed, limits_of, main

READ = """
create temp view claims as
select property, subject_name as subject, split_part(qualifiers_key, '"', 4) as product, period_key as month,
       coalesce(low, '-inf'::double) as low, coalesce(high, 'inf'::double) as high, source_code as source
from read_parquet('{}')
"""


def answer(folder: Path, rules: str) -> Printed:
    database = duckdb.connect()
    path = str(folder / "claims.parquet").replace("'", "''")
    database.execute(READ.format(path))
    return answers(database, limits_of(rules, folder))


if __name__ == "__main__":
    main(answer)
