"""`agree exactly`: claims by their nominal values, or by their intervals where these are equal."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property

from factlint.assertions.finding import Entry
from factlint.quantities.interval import Interval


@dataclass(frozen=True, slots=True)
class Written:
    """What a quantity says. `certain` is false where `clearly` asks for a point and the words leave more than that."""

    interval: Interval
    nominal: Fraction | None
    certain: bool

    @property
    def number(self) -> Fraction | None:
        """What others may agree with beside an equal interval."""
        return self.nominal if self.certain else None


class _Tally:
    """How many of the values seen agree with a given one."""

    def __init__(self) -> None:
        self.all = 0
        self.intervals: Counter[Interval] = Counter()
        self.numbers: Counter[Fraction] = Counter()
        self.both: Counter[tuple[Interval, Fraction]] = Counter()

    def add(self, value: Written) -> None:
        self.all += 1
        self.intervals[value.interval] += 1
        if value.number is not None:
            self.numbers[value.number] += 1
            self.both[value.interval, value.number] += 1

    def admits(self, value: Written) -> bool:
        agreeing = self.intervals[value.interval]
        if value.number is not None:
            agreeing += self.numbers[value.number] - self.both[value.interval, value.number]
        return agreeing == self.all


@dataclass(frozen=True)
class AsWritten:
    entries: Sequence[Entry]
    written: Mapping[str, Written]

    @cached_property
    def _tally(self) -> _Tally:
        tally = _Tally()
        for value in self.written.values():
            tally.add(value)
        return tally

    @cached_property
    def apart(self) -> bool:
        """Some two have nominal values that differ, and unlike intervals."""
        told = {(it.interval, it.nominal, it.certain) for it in self.written.values() if it.nominal is not None}
        intervals = {interval for interval, _nominal, _certain in told}
        numbers = {nominal for _interval, nominal, _certain in told}
        doubtful = any(not certain for _interval, _nominal, certain in told)
        return len(intervals) > 1 and (len(numbers) > 1 or doubtful)

    @cached_property
    def unsure(self) -> bool:
        """One has no nominal value, and another has not the same interval."""
        return len(self._tally.intervals) > 1 and any(it.nominal is None for it in self.written.values())

    def with_all(self) -> list[Entry]:
        return [entry for entry in self.entries if self._tally.admits(self.written[entry.id])]

    def camps(self, entries: Sequence[Entry]) -> list[list[Entry]]:
        """Each entry, in this order, into the first camp all of whose members it agrees with."""
        camps: list[tuple[_Tally, list[Entry]]] = []
        by_interval: dict[Interval, list[int]] = {}
        by_number: dict[Fraction, list[int]] = {}
        home: dict[Written, int] = {}
        for entry in entries:
            value = self.written[entry.id]
            if value not in home:
                candidates = set(by_interval.get(value.interval, ()))
                if value.number is not None:
                    candidates |= set(by_number.get(value.number, ()))
                index = min((it for it in candidates if camps[it][0].admits(value)), default=len(camps))
                if index == len(camps):
                    camps.append((_Tally(), []))
                home[value] = index
                by_interval.setdefault(value.interval, []).append(index)
                if value.number is not None:
                    by_number.setdefault(value.number, []).append(index)
            camps[home[value]][0].add(value)
            camps[home[value]][1].append(entry)
        return [members for _tally, members in camps]

    def joining(self, newcomers: Sequence[Entry], camps: Sequence[Sequence[Entry]]) -> set[str]:
        """The ids of those, of this company, that agree with every member of one of the camps."""
        tallies = [_Tally() for _ in camps]
        by_interval: dict[Interval, set[int]] = {}
        by_number: dict[Fraction, set[int]] = {}
        for index, camp in enumerate(camps):
            for value in (self.written[entry.id] for entry in camp):
                tallies[index].add(value)
                by_interval.setdefault(value.interval, set()).add(index)
                if value.number is not None:
                    by_number.setdefault(value.number, set()).add(index)
        joined: dict[Written, bool] = {}
        for value in {self.written[entry.id] for entry in newcomers}:
            candidates = set(by_interval.get(value.interval, ()))
            if value.number is not None:
                candidates |= by_number.get(value.number, set())
            joined[value] = any(tallies[index].admits(value) for index in candidates)
        return {entry.id for entry in newcomers if joined[self.written[entry.id]]}
