"""A row a group for checkers that compare a column with a limit: what they cannot do themselves is done in Polars.

Units, periods, sources and groups are its work; the checker is left with `needs <= limit`. What this costs is in the
checker's time.
"""

from __future__ import annotations

from pathlib import Path

import polars as pl

from benchmarks.rivals.polars_jobs import CELL, KEYS, grouped, name_of, needs
from benchmarks.rivals.polars_jsonl import claims
from benchmarks.rules import FOUR, Limit


def group_tables(folder: Path) -> dict[str, tuple[Limit, pl.DataFrame]]:
    """For each of the four jobs its limit, and the groups by `name` with the least limit that each `needs`."""
    groups = grouped(claims(folder))
    tables = {}
    for limit in FOUR:
        key = CELL if limit.job == "implied" else KEYS
        table = needs(limit.job, groups, limit.allowed).select(name=name_of(key), needs="needs")
        tables[limit.name] = (limit, table.collect())
    return tables


def only_four(rules: str) -> None:
    """Raises: ValueError: other rules than the four are asked for."""
    if rules != "four":
        raise ValueError(f"this program knows the rules `four`, not `{rules}`")
