"""What columns tell of a check, group by group: it is certainly violated, it cannot be told, it holds but not as written.

Checks that differ in their limits alone are of one form. The expressions are written once for a form; the limits of its
checks are a small table, joined to the groups.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import reduce
from operator import or_
from typing import TYPE_CHECKING, Protocol, TypeVar

from factlint.assertions.finding import Thanks
from factlint.screen.measures import REASONS

if TYPE_CHECKING:
    import polars as pl

Allowed = TypeVar("Allowed")

Judged = frozenset[tuple[int, frozenset[int]]]
"""What the checks of a rule judge: groups of so many claims and more, of these properties."""


@dataclass(frozen=True, slots=True)
class Told:
    """Of each group, the first that fits of: it is `violated`; it cannot be told (`unsure`); it holds, and as written it
    would not (`thankful`); it holds. `thanks`: what such a group holds only thanks to. Null is no.
    """

    violated: pl.Expr
    unsure: pl.Expr
    thankful: pl.Expr
    thanks: Mapping[Thanks, pl.Expr]


def never() -> Told:
    import polars as pl

    no = pl.lit(value=False)
    return Told(no, no, no, dict.fromkeys(REASONS, no))


def of_properties(parts: Iterable[tuple[Collection[int], Told]], everyone: Collection[int]) -> Told:
    """One for all groups, of what is told of the groups of some properties each."""
    import polars as pl

    found = []
    for codes, told in parts:
        if set(codes) >= set(everyone):
            return told
        here = pl.col("property_code").is_in(sorted(codes))
        thanks = {reason: here & it for reason, it in told.thanks.items()}
        found.append(Told(here & told.violated, here & told.unsure, here & told.thankful, thanks))
    return united(found) if found else never()


def united(found: Sequence[Told]) -> Told:
    if len(found) == 1:
        return found[0]
    thanks: dict[Thanks, pl.Expr] = {reason: _any(it.thanks[reason] for it in found) for reason in REASONS}
    violated = _any(it.violated for it in found)
    unsure, thankful = _any(it.unsure for it in found), _any(it.thankful for it in found)
    return Told(violated, unsure, thankful, thanks)


def _any(tests: Iterable[pl.Expr]) -> pl.Expr:
    return reduce(or_, (it.fill_null(value=False) for it in tests))


def alike(within: Mapping[int, Allowed]) -> list[tuple[Allowed, list[int]]]:
    """The properties that share what is allowed."""
    found: dict[Allowed, list[int]] = {}
    for code, allowed in within.items():
        found.setdefault(allowed, []).append(code)
    return list(found.items())


class Form(Protocol):
    """What a check asks of groups, but for its limits; equal forms ask the same."""

    def __hash__(self) -> int: ...

    def told(self, limits: Sequence[pl.Expr]) -> Told:
        """What columns tell of a check with these limits."""
        ...


@dataclass(frozen=True, slots=True)
class Question:
    """What a check asks of groups: equal ones have the same answer."""

    form: Form
    limits: tuple[float, ...]


def settled(frame: pl.DataFrame, form: Form, limits: Sequence[tuple[float, ...]], is_judged: pl.Expr) -> pl.DataFrame:
    """The states of groups under checks of one form, by their limits: all groups under the first, all under the next.

    `violated`, `unsure`, `thankful`, and the reasons of a thankful group (`hedge` …): flags without null, of which a group
    has one at most under a check. Groups that are not judged have none.
    """
    import polars as pl

    names = [f"limit_{place}" for place in range(len(limits[0]))]
    alone = len(limits) == 1  # no table of limits is needed, nor a copy of the groups
    told = form.told([pl.lit(it) for it in limits[0]] if alone else [pl.col(name) for name in names])
    flags: dict[str, pl.Expr] = {"violated": told.violated, "unsure": told.unsure, "thankful": told.thankful}
    flags |= {reason: told.thanks[reason] for reason in REASONS}
    found = frame
    if not alone:
        read = {name for it in (*flags.values(), is_judged) for name in it.meta.root_names()}
        checks = pl.DataFrame(limits, [(name, pl.Float64) for name in names], orient="row")
        found = checks.join(frame.select(frame.columns[0], *sorted(read - {*names, frame.columns[0]})), how="cross")
    violated, unsure, thankful, here = (pl.col(name) for name in ("violated", "unsure", "thankful", "judged"))
    # In steps: one expression for all would name its parts many times over.
    steps = (
        found.lazy()
        .with_columns(is_judged.alias("judged"), *(it.fill_null(value=False).alias(name) for name, it in flags.items()))
        .select(violated & here, unsure & ~violated & here, thankful & ~violated & ~unsure & here, *REASONS)
        .with_columns(pl.col(reason) & thankful for reason in REASONS)
    )
    return steps.collect(optimizations=pl.QueryOptFlags.none())


def numbers_of(states: pl.DataFrame, checks: int) -> list[dict[str, int]]:
    """How many groups each check finds in each state: of what `settled` gave of so many checks."""
    import polars as pl

    size = states.height // checks
    if not size:
        return [dict.fromkeys(states.columns, 0)] * checks
    place = pl.int_range(pl.len(), dtype=pl.UInt32) // size
    found = states.group_by(place.alias("check"), maintain_order=True).agg(pl.all().sum())
    return found.drop("check").to_dicts()
