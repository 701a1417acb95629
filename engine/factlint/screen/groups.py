"""The groups of a choice of claims, a row each, with what is computed of them once and asked by many rules."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import reduce
from operator import or_
from typing import TYPE_CHECKING

from factlint.assertions.finding import Thanks
from factlint.screen.beside import once
from factlint.screen.measures import REASONS
from factlint.screen.told import Form, Judged, Question, numbers_of, settled

if TYPE_CHECKING:
    import polars as pl

STATES_AT_ONCE = 500_000
"""Groups, times the checks that they are held against at a time."""


@dataclass(frozen=True, slots=True)
class States:
    """Of each group, under a check: at most one of these; of a thankful one, what it holds only thanks to.

    `flags`: all of them, as columns; `numbers`: how many groups are so, by the name of each.
    """

    flags: pl.DataFrame
    numbers: Mapping[str, int]

    @property
    def violated(self) -> pl.Series:
        return self.flags["violated"]

    @property
    def unsure(self) -> pl.Series:
        return self.flags["unsure"]

    @property
    def thankful(self) -> pl.Series:
        return self.flags["thankful"]

    @property
    def thanks(self) -> Mapping[Thanks, pl.Series]:
        return {reason: self.flags[reason] for reason in REASONS}


@dataclass
class _Alike:
    """Checks of one form: their limits; and the states under some of them, from the check of that place on."""

    limits: list[tuple[float, ...]] = field(default_factory=list)
    start: int = 0
    states: pl.DataFrame | None = None
    numbers: list[dict[str, int]] = field(default_factory=list)


@dataclass(eq=False)
class Groups:
    """`frame`: what was measured. Before a rule is held against groups, it says what of them it has to look at: most
    hold so plainly that no rule has to.
    """

    frame: pl.DataFrame
    _watched: dict[str, tuple[float, Callable[[float], pl.Expr]]] = field(default_factory=dict)
    _later: list[Callable[[pl.DataFrame], pl.DataFrame]] = field(default_factory=list)
    _alike: dict[tuple[Form, Judged], _Alike] = field(default_factory=dict)
    _asked: list[tuple[Form, Judged, int]] = field(default_factory=list)
    _judged: dict[Judged, tuple[int, int]] = field(default_factory=dict)
    _lone: dict[frozenset[int], int] = field(default_factory=dict)

    @once
    def codes(self) -> frozenset[int]:
        """The properties that occur."""
        return frozenset(self.frame["property_code"].unique())

    @once
    def watched(self) -> pl.DataFrame:
        """The groups that some rule may have something to say of."""
        import polars as pl

        tests = [test(at).fill_null(value=False) for at, test in self._watched.values()]
        watched = self.frame.filter(reduce(or_, tests, pl.lit(value=False)))
        return reduce(lambda found, step: step(found), self._later, watched)

    def watch(self, what: str, at: float, test: Callable[[float], pl.Expr]) -> None:
        """Look at the groups of which `test(at)` is true: the less `at`, the more of them."""
        known = self._watched.get(what)
        self._watched[what] = (at if known is None else min(at, known[0]), test)

    def watch_all(self) -> None:
        import polars as pl

        self.watch("all", 0, lambda _at: pl.lit(value=True))

    def ask(self, question: Question, judged: Judged) -> int:
        """Note a check; its states are asked for by the number that it gets here, when all are noted."""
        alike = self._alike.setdefault((question.form, judged), _Alike())
        if question.limits or not alike.limits:  # without limits, checks of one form are all the same
            alike.limits.append(question.limits)
        self._asked.append((question.form, judged, len(alike.limits) - 1))
        return len(self._asked) - 1

    def states(self, number: int) -> States:
        """The states of the groups `watched` under a check."""
        form, judged, place = self._asked[number]
        alike, size = self._alike[form, judged], self.watched.height
        if alike.states is None or not 0 <= (place - alike.start) * size < max(alike.states.height, 1):
            several = max(1, STATES_AT_ONCE // max(1, size))
            limits = alike.limits[place : place + several]
            alike.start, alike.states = place, settled(self.watched, form, limits, is_judged(self, judged))
            alike.numbers = numbers_of(alike.states, len(limits))
        at = place - alike.start
        return States(alike.states.slice(at * size, size), alike.numbers[at])

    def settle(self) -> None:
        """When all checks are noted: find the states of the groups `watched` under the first checks of each form."""
        for number, (form, judged, _place) in enumerate(self._asked):
            if self._alike[form, judged].states is None:
                self.states(number)

    def let_go(self, keys: Sequence[str]) -> None:
        """When all checks are noted: keep of groups that none has to look at only their `keys`, and what counting takes."""
        _ = self.watched  # chosen by columns that go
        self.frame = countable(self.frame, keys)

    def has(self, column: str) -> bool:
        return column in self.frame.columns

    def add(self, columns: Sequence[pl.Expr]) -> None:
        self.frame = self.frame.with_columns(columns)

    def add_later(self, step: Callable[[pl.DataFrame], pl.DataFrame]) -> None:
        """Columns that are asked for of the groups `watched` alone."""
        self._later.append(step)

    def judged(self, by: Judged) -> tuple[int, int]:
        """How many groups, and claims in them, some check judges."""
        import polars as pl

        if by not in self._judged:
            taken = self.frame.select(pl.col("claims").filter(is_judged(self, by)))["claims"]
            self._judged[by] = len(taken), int(taken.sum())
        return self._judged[by]

    def lone(self, codes: frozenset[int]) -> int:
        """How many groups of some properties are a claim alone."""
        import polars as pl

        if codes not in self._lone:
            alone = pl.col("claims") == 1
            if not codes.issuperset(self.codes):
                alone &= pl.col("property_code").is_in(sorted(codes))
            self._lone[codes] = int(self.frame.select(alone.sum()).item())
        return self._lone[codes]


def countable(groups: pl.DataFrame, keys: Sequence[str]) -> pl.DataFrame:
    """Groups by their keys, with what counting takes, and nothing of what was measured."""
    return groups.select(list(dict.fromkeys([*keys, "first", "property_code", "claims"])))


def is_judged(groups: Groups, by: Judged) -> pl.Expr:
    """Whether a group is judged by some check; without any named, each is."""
    import polars as pl

    tests = [] if by else [pl.lit(value=True)]
    for least, codes in by:
        enough = pl.col("claims") >= least
        tests.append(enough if codes >= set(groups.codes) else enough & pl.col("property_code").is_in(sorted(codes)))
    return reduce(or_, tests)
