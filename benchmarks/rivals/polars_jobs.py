"""The four jobs over claims as columns, in Polars: one query for all groups, and for all rules of a form.

A frame of claims has `property`, `subject`, `product`, `month` (a text such as 2025-03), `low` and `high` in the
property's unit (infinite where nothing bounds it), `source`, and, where claims are numbered by groups, `group`. Of each
group one number is computed, the least limit under which it holds; a rule then is a comparison. Floats: right for data
that keeps away from the limits, and only there; open and closed ends are not told apart.

That two claims apart by more than a share of the larger are found among the extremes holds for positive amounts and
shares below 100 %: then nothing but the largest low end and the smallest high end decides.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import polars as pl

from benchmarks.rivals.program import FIRST
from benchmarks.rules import FOUR, Job, Limit

CELL = ["subject", "product", "month"]
KEYS = ["property", *CELL]
ALL = 1e300
"""A limit that nothing satisfies."""


@dataclass(frozen=True, slots=True)
class Groups:
    """Claims by what makes them comparable. `extremes` is a row a group: its outermost ends and sources, and its keys."""

    claims: pl.LazyFrame
    extremes: pl.LazyFrame
    by: list[str]


def answers(claims: pl.DataFrame, limits: Sequence[Limit]) -> dict[str, tuple[int, list[str]]]:
    """How many groups violate each limit; with the four jobs also the first of them, by name."""
    groups = grouped(claims)
    queries = []
    by_job: dict[Job, list[Limit]] = {}
    for limit in limits:
        by_job.setdefault(limit.job, []).append(limit)
    for job, of_job in by_job.items():
        least = min(limit.allowed for limit in of_job)
        violating = needs(job, groups, least).filter(pl.col("needs") > least)
        named = _first(job, violating) if tuple(limits) == FOUR else pl.LazyFrame({"name": []})
        queries += [_counts(violating, of_job), named]
    found = pl.collect_all(queries)
    result = {limit.name: (0, list[str]()) for limit in limits}
    for counted, names in zip(found[::2], found[1::2], strict=True):
        for rule, count in counted.iter_rows():
            result[rule] = (count, names.to_series().to_list())
    return result


def grouped(claims: pl.DataFrame) -> Groups:
    coded = claims.lazy().with_columns(
        pl.col(*KEYS).cast(pl.Categorical),  # groups by number: half the time of groups by text
        pl.col("source")
        if claims["source"].dtype.is_integer()
        else pl.col("source").cast(pl.Categorical).to_physical(),
    )
    by = ["group"] if "group" in claims.columns else KEYS
    extremes = coded.group_by(by).agg(
        *(pl.col(key).first() for key in KEYS if key not in by),
        highest_low=pl.col("low").max(),
        lowest_high=pl.col("high").min(),
        first_source=pl.col("source").min(),
        last_source=pl.col("source").max(),
    )
    # Collected, as the claims were: left lazy, each job would compute it again.
    return Groups(coded, extremes.collect().lazy(), by)


def needs(job: Job, groups: Groups, least: float) -> pl.LazyFrame:
    """Of each group `needs`: the least limit of this form under which it holds. Groups that hold under `least` may lack."""
    exports = groups.extremes.filter(pl.col("property") == "oil exports")
    shares = groups.extremes.filter(pl.col("property") == "export share")
    gap = _gap(pl.col("highest_low"), pl.col("lowest_high"))
    match job:
        case "agree":
            return groups.extremes.filter(pl.col("property").is_in(["oil exports", "stock"])).with_columns(needs=gap)
        case "bounds":
            below = pl.col("lowest_high") < 0
            return shares.with_columns(needs=pl.when(below).then(ALL).otherwise(pl.col("highest_low")))
        case "implied":
            both = exports.join(shares.select(*CELL, share="lowest_high"), on=CELL)
            return both.with_columns(needs=pl.col("highest_low") / (pl.col("share") / 100) / 1e6)
        case "backed":
            doubtful = exports.filter((gap > least) | (pl.col("first_source") == pl.col("last_source")))
            claims = groups.claims.join(doubtful, on=groups.by, how="semi")
            return doubtful.join(_farthest_from_backing(claims, groups.by), on=groups.by)


def _farthest_from_backing(claims: pl.LazyFrame, by: Sequence[str]) -> pl.LazyFrame:
    """The gap to the nearest claim of another source, of that claim of the group for which it is widest.

    Equal intervals are one: a group of a hundred thousand claims has some hundreds.
    """
    intervals = claims.group_by(*by, "low", "high").agg(
        first_source=pl.col("source").min(), last_source=pl.col("source").max()
    )
    source = pl.col("first_source")
    several = pl.col("last_source") != source
    other = (pl.col("first_source_right") != source) | (pl.col("last_source_right") != source)
    gap = _gap(pl.max_horizontal("low", "low_right"), pl.min_horizontal("high", "high_right"))
    return (
        intervals.join(intervals, on=by)
        .group_by(*by, "low", "high")
        .agg(nearest=pl.when(several).then(0.0).when(other).then(gap).otherwise(ALL).min())
        .group_by(by)
        .agg(needs=pl.col("nearest").max())
    )


def _gap(low: pl.Expr, high: pl.Expr) -> pl.Expr:
    """Between the nearest ends, in percent of the larger; not above 0 where they meet."""
    return (low - high) / low * 100


def _counts(violating: pl.LazyFrame, limits: Sequence[Limit]) -> pl.LazyFrame:
    table = pl.LazyFrame(
        {
            "rule": [limit.name for limit in limits],
            "allowed": [float(limit.allowed) for limit in limits],
            "of_month": [None if limit.month is None else f"2025-{limit.month:02d}" for limit in limits],
            "of_product": [limit.product for limit in limits],
        },
        schema={"rule": pl.String, "allowed": pl.Float64, "of_month": pl.String, "of_product": pl.String},
    )
    read = [
        pl.col(of).is_null() | (pl.col(of) == pl.col(key))
        for of, key in (("of_month", "month"), ("of_product", "product"))
    ]
    return (
        violating.select(pl.col("month", "product").cast(pl.String), "needs")
        .join(table, how="cross")
        .filter(pl.col("needs") > pl.col("allowed"), *read)
        .group_by("rule")
        .len()
    )


def _first(job: Job, violating: pl.LazyFrame) -> pl.LazyFrame:
    return violating.select(name=name_of(CELL if job == "implied" else KEYS)).bottom_k(FIRST, by="name").sort("name")


def name_of(keys: Iterable[str]) -> pl.Expr:
    return pl.concat_str([pl.col(key).cast(pl.String) for key in keys], separator="|")
