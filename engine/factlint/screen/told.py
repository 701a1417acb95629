"""What columns tell of a check, group by group: it is certainly violated, it cannot be told, it holds but not as written."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import reduce
from operator import or_
from typing import TYPE_CHECKING, TypeVar

from factlint.assertions.finding import Thanks
from factlint.screen.measures import REASONS

if TYPE_CHECKING:
    import polars as pl

Allowed = TypeVar("Allowed")

Judged = frozenset[tuple[int, frozenset[int]]]
"""What the checks of a rule judge: groups of so many claims and more, of these properties."""

Test = Callable[[Judged], "pl.Expr"]


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


def settled(frame: pl.DataFrame, asked: Mapping[int, tuple[Told, Judged]], is_judged: Test) -> pl.DataFrame:
    """The states of groups under many checks, by number: flags without null, of which each group has one at most.

    `violated_N`, `unsure_N`, `thankful_N`, and the reasons of a thankful group (`hedge_N` …), of the groups that are
    judged at all.
    """
    import polars as pl

    places = {judged: place for place, judged in enumerate(dict.fromkeys(judged for _told, judged in asked.values()))}
    # In steps: one expression for all would name its parts many times over.
    raw = [is_judged(judged).alias(f"judged_{place}") for judged, place in places.items()]
    states, reasons = [], []
    for number, (it, judged) in asked.items():
        parts = (("violated", it.violated), ("unsure", it.unsure), ("thankful", it.thankful), *it.thanks.items())
        raw += [expression.fill_null(value=False).alias(f"{name}_{number}") for name, expression in parts]
        here = pl.col(f"judged_{places[judged]}")
        violated, unsure, thankful = (pl.col(f"{name}_{number}") for name in ("violated", "unsure", "thankful"))
        states += [violated & here, unsure & ~violated & here, thankful & ~violated & ~unsure & here]
        reasons += [pl.col(f"{reason}_{number}") & thankful for reason in REASONS]
    steps = frame.lazy().select(raw).with_columns(states).with_columns(reasons)
    return steps.drop(f"judged_{place}" for place in places.values()).collect(optimizations=pl.QueryOptFlags.none())
