"""What the combinations of aligned claims come to, group by group."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from factlint.evaluate.combine import LIMIT
from factlint.language.model import Assertion, Expression
from factlint.screen.aligned import VALUES, WIDTHS, Aligned
from factlint.screen.arithmetic import Leaf, Span, span_of
from factlint.screen.bounds import Way
from factlint.screen.groups import Groups
from factlint.screen.measures import DOUBT, REASONS
from factlint.screen.relation import fails

if TYPE_CHECKING:
    import polars as pl


def gauged(aligned: Aligned, value: Expression, edges: Collection[Way]) -> Groups | None:
    """Each group by the outermost values of its combinations, in base units; None where the expression has no column.

    `over_…_surely` and `over_…_maybe` bound the greatest lower end, `under_…` the least upper end with its sign turned: of
    the `value`, of what it is as `written`, and, of groups that are watched, of that among the combinations widened for
    each reason.
    """
    key = (value, frozenset(edges))
    if key not in aligned.kept:
        plain, written = (span_of(value, leaf) for leaf in _leaves(aligned))
        found = None
        if plain is not None and written is not None:
            found = Groups(_gauged(aligned, plain, written, sorted(edges)))
            found.add_later(partial(_by_reason, aligned, written, sorted(edges)))
        aligned.kept[key] = found
    return aligned.kept[key]


def _leaves(aligned: Aligned) -> tuple[Leaf, Leaf]:
    """What stands for an operand: its interval, and its number as written."""

    def leaf(low: str, high: str) -> Leaf:
        ends = aligned.span(low, high)
        return lambda operand: ends[replace(operand, text="")]

    return leaf("low", "high"), leaf("nominal", "nominal")


def _gauged(aligned: Aligned, plain: Span, written: Span, edges: Collection[Way]) -> pl.DataFrame:
    import polars as pl

    values = {"value": plain, "written": written}
    names = [f"{edge}_{name}_{how}" for edge in edges for name in values for how in ("surely", "maybe")]
    outermost = pl.concat(
        _outermost(aligned, joined, values, edges).group_by("number").agg(pl.col(names).max())
        for joined in aligned.joined(VALUES)
    )
    found = aligned.groups.select("number", "combinations").join(outermost, on="number", how="left")
    many = pl.col("combinations") > LIMIT
    maybe = [f"{edge}_value_maybe" for edge in edges]
    return found.with_columns(
        pl.when(many).then(pl.lit(float("inf"))).otherwise(pl.col(name)).alias(name) for name in maybe
    )


def _by_reason(aligned: Aligned, written: Span, edges: Collection[Way], groups: pl.DataFrame) -> pl.DataFrame:
    """Groups, with their outermost values as written among the combinations that are widened for each reason."""
    import polars as pl

    reasons = [aligned.widened(reason).alias(reason) for reason in REASONS]
    wanted = [
        pl.col(f"{edge}_written_{how}").filter(pl.col(reason)).max().alias(f"{edge}_{reason}_{how}")
        for edge in edges
        for reason in REASONS
        for how in ("surely", "maybe")
    ]
    found = pl.concat(
        _outermost(aligned, joined, {"written": written}, edges, *reasons).group_by("number").agg(wanted)
        for joined in aligned.joined(WIDTHS, groups)
    )
    return groups.join(found, on="number", how="left")


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

    plain, nominal = (fails(assertion, value, leaf) for leaf in _leaves(aligned))
    if plain is None or nominal is None:
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
    found = pl.concat(
        joined.select("number", *told).group_by("number").agg(*some, *reasons) for joined in aligned.joined(WIDTHS)
    )
    return aligned.with_states(found, [*flags, *REASONS])
