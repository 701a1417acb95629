"""Soda: `python -m benchmarks.rivals.soda FOLDER four`.

Checks are YAML that becomes SQL on a database; what the four jobs compare is written in SQL by hand either way. Here
DuckDB holds the groups that `duckdb_jobs` makes, and Soda fails the rows that need more than is allowed.
"""

from __future__ import annotations

import logging
from pathlib import Path

import duckdb
from soda.sampler.sample_context import SampleContext
from soda.sampler.sampler import Sampler
from soda.scan import Scan

from benchmarks.rivals.duckdb_jobs import EXTREMES, NEEDS
from benchmarks.rivals.duckdb_jsonl import read
from benchmarks.rivals.group_table import only_four
from benchmarks.rivals.program import Printed, first, main
from benchmarks.rules import FOUR

CHECK = """
checks for needs_{rule}:
  - failed rows:
      name: {rule}
      samples limit: 1000000
      fail query: |
        select concat_ws('|', property, subject, product, month) as name from needs_{rule} where needs > {allowed}
"""


class Keep(Sampler):  # type: ignore[misc]  # Soda has no types
    """Keeps the failing rows of each check."""

    def __init__(self) -> None:
        self.rows: dict[str, list[str]] = {}

    def store_sample(self, sample_context: SampleContext) -> None:
        self.rows[sample_context.check_name] = [name for (name,) in sample_context.sample.get_rows()]


def answer(folder: Path, rules: str) -> Printed:
    only_four(rules)
    logging.getLogger("soda").setLevel(logging.ERROR)
    database = duckdb.connect()
    read(database, folder)
    database.execute(EXTREMES)
    scan = Scan()
    scan.set_scan_definition_name("claims")
    scan.disable_telemetry()
    scan.add_duckdb_connection(database)
    scan.set_data_source_name("duckdb")
    scan.sampler = kept = Keep()
    for limit in FOUR:
        query = NEEDS[limit.job].replace("$least", str(limit.allowed))
        database.execute(f"create temp table needs_{limit.name} as {query}")
        scan.add_sodacl_yaml_str(CHECK.format(rule=limit.name, allowed=limit.allowed))
    scan.execute()
    scan.assert_no_error_logs()
    return {limit.name: (len(kept.rows.get(limit.name, [])), first(kept.rows.get(limit.name, []))) for limit in FOUR}


if __name__ == "__main__":
    main(answer)
