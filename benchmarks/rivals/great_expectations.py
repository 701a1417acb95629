"""Great Expectations: `python -m benchmarks.rivals.great_expectations FOLDER four`.

Expects things of the columns of one table; it knows no units and no sources, and groups only in SQL that one writes
oneself. Here `group_table` makes the groups.
"""

from __future__ import annotations

import os
from pathlib import Path

os.environ.setdefault("GX_ANALYTICS_ENABLED", "false")  # read when the library is imported

import great_expectations as gx

from benchmarks.rivals.group_table import group_tables, only_four
from benchmarks.rivals.program import Printed, first, main


def answer(folder: Path, rules: str) -> Printed:
    only_four(rules)
    context = gx.get_context(mode="ephemeral")
    context.variables.progress_bars = {"globally": False}
    source = context.data_sources.add_pandas("groups")
    found: dict[str, tuple[int, list[str]]] = {}
    for rule, (limit, table) in group_tables(folder).items():
        frame = table.to_pandas()
        batch = (
            source.add_dataframe_asset(rule).add_batch_definition_whole_dataframe(rule).get_batch({"dataframe": frame})
        )
        wanted = gx.expectations.ExpectColumnValuesToBeBetween(column="needs", max_value=limit.allowed)
        outcome = batch.validate(wanted, result_format={"result_format": "COMPLETE"}).result
        names = frame["name"].iloc[outcome["unexpected_index_list"]]
        found[rule] = (outcome["unexpected_count"], first(names))
    return found


if __name__ == "__main__":
    main(answer)
