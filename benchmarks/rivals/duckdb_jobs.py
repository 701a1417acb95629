"""The four jobs in SQL, over a table `claims` such as `polars_jobs` describes; the same method, written again."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import duckdb

from benchmarks.rivals.program import FIRST
from benchmarks.rules import FOUR, Job, Limit

EXTREMES: Final = """
create temp table extremes as
select property, subject, product, month,
       max(low) as highest_low, min(high) as lowest_high,
       min(source) as first_source, max(source) as last_source,
       100 * (max(low) - min(high)) / max(low) as gap
from claims
group by property, subject, product, month
"""

NEEDS: Final[dict[Job, str]] = {
    "agree": """
        select property, subject, product, month, gap as needs
        from extremes where property in ('oil exports', 'stock')
    """,
    "bounds": """
        select property, subject, product, month,
               case when lowest_high < 0 then 1e300 else highest_low end as needs
        from extremes where property = 'export share'
    """,
    "implied": """
        select null as property, subject, product, month,
               total.highest_low / (share.lowest_high / 100) / 1e6 as needs
        from extremes as total join extremes as share using (subject, product, month)
        where total.property = 'oil exports' and share.property = 'export share'
    """,
    "backed": """
        with intervals as (
            select subject, product, month, low, high, min(source) as first_source, max(source) as last_source
            from claims semi join (
                select * from extremes
                where property = 'oil exports' and (gap > $least or first_source = last_source)
            ) using (property, subject, product, month)
            group by all
        ),
        nearest as (
            select subject, product, month, one.low, one.high, min(
                case when one.first_source != one.last_source then 0
                     when one.first_source != other.first_source or one.first_source != other.last_source
                     then 100 * (greatest(one.low, other.low) - least(one.high, other.high))
                          / greatest(one.low, other.low)
                     else 1e300 end
            ) as gap
            from intervals as one join intervals as other using (subject, product, month)
            group by all
        )
        select 'oil exports' as property, subject, product, month, max(gap) as needs
        from nearest group by subject, product, month
    """,
}
"""Of each group, the least limit of the form under which it holds; see `polars_jobs.needs`."""


def answers(database: duckdb.DuckDBPyConnection, limits: Sequence[Limit]) -> dict[str, tuple[int, list[str]]]:
    """How many groups violate each limit; with the four jobs also the first of them, by name."""
    database.execute(EXTREMES)
    result: dict[str, tuple[int, list[str]]] = {}
    for job in dict.fromkeys(limit.job for limit in limits):
        of_job = [limit for limit in limits if limit.job == job]
        _violating(database, job, min(limit.allowed for limit in of_job))
        counts = _counts(database, of_job)
        first = _first(database) if tuple(limits) == FOUR else []
        result |= {limit.name: (counts.get(limit.name, 0), first) for limit in of_job}
    return {limit.name: result[limit.name] for limit in limits}


def _violating(database: duckdb.DuckDBPyConnection, job: Job, least: float) -> None:
    table = f"create or replace temp table violating as select * from ({NEEDS[job]}) where needs > $least"  # noqa: S608 - our own queries
    database.execute(table, {"least": least})


def _counts(database: duckdb.DuckDBPyConnection, limits: Sequence[Limit]) -> dict[str, int]:
    database.execute("create or replace temp table limits (rule text, allowed double, month text, product text)")
    rows = [(it.name, it.allowed, None if it.month is None else f"2025-{it.month:02d}", it.product) for it in limits]
    marks = ", ".join("(?, ?, ?, ?)" for _ in rows)
    database.execute(f"insert into limits values {marks}", [value for row in rows for value in row])  # noqa: S608 - marks alone
    counted = database.execute(
        """
        select rule, count(*) from violating join limits on needs > allowed
        where (limits.month is null or limits.month = violating.month)
          and (limits.product is null or limits.product = violating.product)
        group by rule
        """
    ).fetchall()
    return dict(counted)


def _first(database: duckdb.DuckDBPyConnection) -> list[str]:
    rows = database.execute(
        f"select concat_ws('|', property, subject, product, month) as name from violating order by name limit {FIRST}"  # noqa: S608 - a constant
    ).fetchall()
    return [name for (name,) in rows]
