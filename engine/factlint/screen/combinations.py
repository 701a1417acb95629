"""What the combinations of aligned claims come to, group by group."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from factlint.evaluate.combine import LIMIT
from factlint.language.model import Assertion, Expression
from factlint.screen.aligned import Aligned
from factlint.screen.arithmetic import Span, span_of
from factlint.screen.bounds import Way
from factlint.screen.groups import Groups
from factlint.screen.measures import DOUBT, REASONS
from factlint.screen.relation import Read, fails

if TYPE_CHECKING:
    import polars as pl


def gauged(aligned: Aligned, value: Expression, edges: Collection[Way]) -> Groups | None:
    """Each group by the outermost values of its combinations, in base units; None where the expression has no column.

    `over_…_surely` and `over_…_maybe` bound the greatest lower end, `under_…` the least upper end with its sign turned. Of
    all groups: what no combination goes beyond, told by the ends of the claims (`reach`). Of those watched, every
    combination: of the `value`, of what it is as `written`, and of that among those widened for each reason.
    """
    key = (value, frozenset(edges))
    if key not in aligned.kept:
        plain, written, reach = (read(value) for read in (*_readers(aligned), _reach(aligned)))
        found = None
        if plain is not None and written is not None and reach is not None:
            found = Groups(_reaching(aligned, reach, sorted(edges)))
            found.add_later(partial(_combined, aligned, {"value": plain, "written": written}, sorted(edges)))
        aligned.kept[key] = found
    return aligned.kept[key]


def _reader(aligned: Aligned, low: str, high: str, *, given: bool = True) -> Read:
    ends = aligned.span(low, high, given=given)
    return partial(span_of, leaf=lambda operand: ends[replace(operand, text="")])


def _readers(aligned: Aligned) -> tuple[Read, Read]:
    """What reads an expression from the intervals of its operands, and from their numbers as written."""
    return _reader(aligned, "low", "high"), _reader(aligned, "nominal", "nominal")


def _reach(aligned: Aligned) -> Read:
    """What reads an expression of groups, from the ends between which all claims lie: how far they reach together. One that
    is zero is not seen among them.
    """
    read = _reader(aligned, "low", "high", given=False)
    return lambda expression: None if (found := read(expression)) is None else found.turned()


def _reaching(aligned: Aligned, reach: Span, edges: Collection[Way]) -> pl.DataFrame:
    """How far each group reaches: a lower end of a combination lies no higher than the upper end of all of them."""
    import polars as pl

    found = _outermost(aligned, aligned.groups, {"reach": reach}, edges, pl.col("combinations"))
    return found.select("number", "combinations", *(f"{edge}_reach_maybe" for edge in edges))


def _combined(
    aligned: Aligned, values: Mapping[str, Span], edges: Collection[Way], groups: pl.DataFrame
) -> pl.DataFrame:
    """Groups, with what their combinations come to."""
    import polars as pl

    ways = [(edge, how) for edge in edges for how in ("surely", "maybe")]
    wanted = [pl.col(f"{edge}_{name}_{how}").max() for name in values for edge, how in ways]
    wanted += [
        pl.col(f"{edge}_written_{how}").filter(pl.col(reason)).max().alias(f"{edge}_{reason}_{how}")
        for reason in REASONS
        for edge, how in ways
    ]
    reasons = [aligned.widened(reason).alias(reason) for reason in REASONS]
    outermost = pl.concat(
        _outermost(aligned, joined, values, edges, *reasons).group_by("number").agg(wanted)
        for joined in aligned.joined(groups)
    )
    found = groups.join(outermost, on="number", how="left")
    many = pl.col("combinations") > LIMIT
    maybe = [f"{edge}_value_maybe" for edge in edges]
    return found.with_columns(
        pl.when(many).then(pl.lit(float("inf"))).otherwise(pl.col(name)).alias(name) for name in maybe
    )


def _outermost(
    aligned: Aligned, joined: pl.DataFrame, values: Mapping[str, Span], edges: Collection[Way], *more: pl.Expr
) -> pl.DataFrame:
    """Of each combination: the value that may lie beyond an edge, at least and at most. Infinite where it cannot be told."""
    import polars as pl

    infinite = pl.lit(float("inf"))
    # In steps: one expression for all would compute each value many times over.
    frame = joined.select(
        "number",
        *more,
        aligned.odd.alias("odd"),
        *(
            expression.alias(f"{name}_{part}")
            for name, span in values.items()
            for part, expression in (
                ("low", span.low), ("high", span.high), ("size", span.size), ("doubtful", span.doubtful),
            )
        ),
    )  # fmt: skip
    frame = frame.with_columns(
        (
            pl.col("odd")
            | pl.col(f"{name}_doubtful").fill_null(value=True)
            | (pl.col(f"{name}_low") + pl.col(f"{name}_high") + pl.col(f"{name}_size")).is_nan()
            | pl.col(f"{name}_size").is_infinite()
        ).alias(f"{name}_doubtful")
        for name in values
    )
    return frame.with_columns(
        pl.when(f"{name}_doubtful").then(infinite * sign).otherwise(end + pl.col(f"{name}_size") * (sign * DOUBT))
        .alias(f"{edge}_{name}_{how}")
        for name in values
        for edge in edges
        for end in (pl.col(f"{name}_low") if edge == "over" else -pl.col(f"{name}_high"),)
        for how, sign in (("surely", -1), ("maybe", 1))
    )  # fmt: skip


def computed(aligned: Aligned, value: Expression, assertion: Assertion) -> pl.DataFrame | None:
    """The states of the groups under an assertion that every combination is held against; None: there is no column."""
    import polars as pl

    intervals, numbers = _readers(aligned)
    plain, nominal = fails(assertion, value, intervals), fails(assertion, value, numbers)
    reach = fails(assertion, value, _reach(aligned))
    if plain is None or nominal is None or reach is None:
        return None
    open_ = aligned.odd | plain[2].fill_null(value=True)
    surely, maybe = (it.fill_null(value=False) for it in plain[:2])
    as_written, perhaps = (it.fill_null(value=False) for it in nominal[:2])
    told = (
        (surely & ~open_).alias("violated"),
        (open_ | (maybe & ~surely)).alias("unsure"),
        perhaps.alias("thankful"),
        ((perhaps & ~as_written) | nominal[2].fill_null(value=True)).alias("doubtful"),
        *(aligned.widened(reason).alias(reason) for reason in REASONS),
    )
    flags = ["violated", "unsure", "thankful", "doubtful"]
    some = [pl.col(name).any() for name in flags]
    reasons = [(pl.col(reason) & pl.col("thankful")).any() for reason in REASONS]
    # The others keep to it however their claims are combined.
    some_may = (aligned.odd | aligned.endless | reach[1] | reach[2]).fill_null(value=True)
    groups = aligned.groups.filter(some_may)
    found = pl.concat(
        joined.select("number", *told).group_by("number").agg(*some, *reasons) for joined in aligned.joined(groups)
    )
    return aligned.with_states(groups, found, [*flags, *REASONS])
