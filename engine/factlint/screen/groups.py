"""The groups of a choice of claims, a row each, with what is computed of them once and asked by many rules."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, partial, reduce
from operator import or_
from typing import TYPE_CHECKING

from factlint.assertions.finding import Thanks
from factlint.screen.measures import REASONS
from factlint.screen.told import Judged, Told, settled

if TYPE_CHECKING:
    import polars as pl

FLAGS_AT_ONCE = 100_000_000
"""Flags of groups under checks that are held in memory at a time."""


@dataclass(frozen=True, slots=True)
class States:
    """Of each group, under a check: at most one of these; of a thankful one, what it holds only thanks to."""

    violated: pl.Series
    unsure: pl.Series
    thankful: pl.Series
    thanks: Mapping[Thanks, pl.Series]


@dataclass(eq=False)
class Groups:
    """`frame`: what was measured. Before a rule is held against groups, it says what of them it has to look at: most
    hold so plainly that no rule has to.
    """

    frame: pl.DataFrame
    _watched: dict[str, tuple[float, Callable[[float], pl.Expr]]] = field(default_factory=dict)
    _asked: list[tuple[Told, Judged]] = field(default_factory=list)
    _states: tuple[range, pl.DataFrame] | None = None
    _judged: dict[Judged, tuple[int, int]] = field(default_factory=dict)

    @cached_property
    def codes(self) -> Collection[int]:
        """The properties that occur."""
        return frozenset(self.frame["property_code"].unique())

    @cached_property
    def watched(self) -> pl.DataFrame:
        """The groups that some rule may have something to say of."""
        import polars as pl

        tests = [test(at).fill_null(value=False) for at, test in self._watched.values()]
        return self.frame.filter(reduce(or_, tests, pl.lit(value=False)))

    def watch(self, what: str, at: float, test: Callable[[float], pl.Expr]) -> None:
        """Look at the groups of which `test(at)` is true: the less `at`, the more of them."""
        known = self._watched.get(what)
        self._watched[what] = (at if known is None else min(at, known[0]), test)

    def watch_all(self) -> None:
        import polars as pl

        self.watch("all", 0, lambda _at: pl.lit(value=True))

    def ask(self, told: Told, judged: Judged) -> int:
        """Note a check; its states are asked for by the number that it gets here, when all are noted."""
        self._asked.append((told, judged))
        return len(self._asked) - 1

    def states(self, number: int) -> States:
        """The states of the groups `watched` under a check."""
        if self._states is None or number not in self._states[0]:
            several = max(1, FLAGS_AT_ONCE // (6 * max(1, self.watched.height)))
            numbers = range(number, min(number + several, len(self._asked)))
            asked = {it: self._asked[it] for it in numbers}
            self._states = numbers, settled(self.watched, asked, partial(is_judged, self))
        found = self._states[1]
        flags = {name: found[f"{name}_{number}"] for name in ("violated", "unsure", "thankful")}
        return States(**flags, thanks={reason: found[f"{reason}_{number}"] for reason in REASONS})

    def has(self, column: str) -> bool:
        return column in self.frame.columns

    def add(self, columns: Sequence[pl.Expr]) -> None:
        self.frame = self.frame.with_columns(columns)

    def judged(self, by: Judged) -> tuple[int, int]:
        """How many groups, and claims in them, some check judges."""
        if by not in self._judged:
            taken = self.frame.filter(is_judged(self, by))["claims"]
            self._judged[by] = len(taken), int(taken.sum())
        return self._judged[by]


def is_judged(groups: Groups, by: Judged) -> pl.Expr:
    """Whether a group is judged by some check; without any named, each is."""
    import polars as pl

    tests = [] if by else [pl.lit(value=True)]
    for least, codes in by:
        enough = pl.col("claims") >= least
        tests.append(enough if codes >= set(groups.codes) else enough & pl.col("property_code").is_in(sorted(codes)))
    return reduce(or_, tests)
