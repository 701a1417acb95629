"""Claims of reference: does any of them agree with a given claim, and which come nearest to it?"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from itertools import accumulate

from factlint.assertions.agreement import Agreement, Mode, date_interval, quantity_interval
from factlint.assertions.finding import Entry
from factlint.assertions.front import Front
from factlint.assertions.reach import Spot
from factlint.assertions.together import company_of, line
from factlint.quantities.interval import Interval
from factlint.quantities.values import DateSpan, Name, Quantity, Truth


class Backing:
    """References, asked about one claim after another."""

    def __init__(self, references: Sequence[Entry], agrees: Agreement) -> None:
        self.agreement = agrees
        self.companies: dict[Hashable, _Names | _Truths | _Spans] = {}
        members: dict[Hashable, list[Entry]] = {}
        for entry in references:
            members.setdefault(company_of(entry), []).append(entry)
        for kind, entries in members.items():
            match entries[0].value:
                case Name():
                    self.companies[kind] = _Names(entries, certain=agrees.mode is Mode.CLEAR)
                case Truth():
                    self.companies[kind] = _Truths(entries)
                case _:
                    self.companies[kind] = _Spans(entries, agrees)

    def agrees(self, entry: Entry) -> bool | None:
        """Does one of them agree with it? None: none does, and with one it cannot be compared."""
        own = self.companies.get(company_of(entry))
        if own is not None and own.agree(entry):
            return True
        return None if own is None or len(self.companies) > 1 or own.doubtful else False

    def nearest(self, entry: Entry) -> list[Entry]:
        """Those of its kind among which the nearest is; some one where nothing is measured."""
        return self.companies[company_of(entry)].nearest(entry)


@dataclass
class _Names:
    entries: Sequence[Entry]
    certain: bool
    doubtful: bool = False
    names: set[str] = field(init=False)
    around: set[str] = field(init=False)

    def __post_init__(self) -> None:
        values = [it.value for it in self.entries if isinstance(it.value, Name)]
        self.names = {it.key for it in values}
        self.around = self.names.union(*(it.wider for it in values))

    def agree(self, entry: Entry) -> bool:
        assert isinstance(entry.value, Name)
        key, wider = entry.value.key, entry.value.wider
        return key in self.names or (not self.certain and (key in self.around or bool(wider & self.names)))

    def nearest(self, entry: Entry) -> list[Entry]:
        del entry
        return [self.entries[0]]


@dataclass
class _Truths:
    entries: Sequence[Entry]
    doubtful: bool = False
    said: set[bool] = field(init=False)

    def __post_init__(self) -> None:
        self.said = {it.value.truth for it in self.entries if isinstance(it.value, Truth)}

    def agree(self, entry: Entry) -> bool:
        assert isinstance(entry.value, Truth)
        return entry.value.truth in self.said

    def nearest(self, entry: Entry) -> list[Entry]:
        del entry
        return [self.entries[0]]


class _Spans:
    """Quantities of one dimension, or dates."""

    def __init__(self, entries: Sequence[Entry], agrees: Agreement) -> None:
        self.entries = entries
        self.line = line(entries, agrees)
        self.doubtful = self.line.doubtful
        self.marks = {spot.mark for spot in self.line.spots.values() if spot.mark is not None}
        self.fronts: dict[int, Front] = {}
        for spot in dict.fromkeys(self.line.spots.values()):
            for lane, seen in spot.seen:
                self.fronts.setdefault(lane, Front()).add(seen.start, seen.reach)
        self.shelves: dict[tuple[bool, bool], _Shelf] = {}

    def agree(self, entry: Entry) -> bool:
        spot: Spot = self.line.spot(entry)
        return (spot.mark is not None and spot.mark in self.marks) or any(
            lane in self.fronts and self.fronts[lane].holds(sees.reach, sees.start) for lane, sees in spot.sees
        )

    def nearest(self, entry: Entry) -> list[Entry]:
        return [it for zoned in (False, True) for it in self._shelf(zoned, entry).nearest(self._interval(entry, zoned))]

    def _shelf(self, zoned: bool, entry: Entry) -> _Shelf:
        """The references written with a zone, or without one, as they are held against this claim."""
        against = isinstance(entry.value, DateSpan) and entry.value.zoned
        if (zoned, against) not in self.shelves:
            members = [it for it in self.entries if _zoned(it) == zoned]
            held = [(self._interval(it, against), it) for it in members]
            self.shelves[zoned, against] = _Shelf(held, certain=self.line.agrees.mode is Mode.CLEAR)
        return self.shelves[zoned, against]

    def _interval(self, entry: Entry, against_zoned: bool) -> Interval:
        if isinstance(entry.value, DateSpan):
            return date_interval(entry.value, self.line.agrees.mode, against_zoned=against_zoned)
        assert isinstance(entry.value, Quantity) and self.line.unit is not None
        return quantity_interval(entry.value.to(self.line.unit), self.line.agrees.mode)


def _zoned(entry: Entry) -> bool:
    return isinstance(entry.value, DateSpan) and entry.value.zoned


class _Shelf:
    """Intervals in order, to find those next to another that agrees with none of them.

    `certain`: what counts is how far two may be apart at most. With the other's middle to the left of one's own it is the
    own upper end that decides, else the lower.
    """

    def __init__(self, held: Sequence[tuple[Interval, Entry]], *, certain: bool) -> None:
        self.certain = certain
        self.any = [entry for _interval, entry in held[:1]]
        ends = [(it.low, it.high, entry) for it, entry in held]
        if certain:
            bounded = [(low, high, entry) for low, high, entry in ends if low is not None and high is not None]
            bounded.sort(key=lambda it: it[0] + it[1])
            self.middles = [low + high for low, high, _entry in bounded]
            self.left = list(accumulate(bounded, _further_right))
            self.right = list(accumulate(reversed(bounded), _ending_sooner))[::-1]
        else:
            self.below = sorted(((high, entry) for _low, high, entry in ends if high is not None), key=lambda it: it[0])
            self.above = sorted(((low, entry) for low, _high, entry in ends if low is not None), key=lambda it: it[0])

    def nearest(self, other: Interval) -> Iterator[Entry]:
        yield from self.any
        if not self.certain:
            if other.low is not None:
                yield from (it for _, it in self.below[: bisect_right(self.below, other.low, key=_first)][-1:])
            if other.high is not None:
                start = bisect_left(self.above, other.high, key=_first)
                yield from (it for _, it in self.above[start : start + 1])
        elif other.low is not None and other.high is not None:
            index = bisect_left(self.middles, other.low + other.high)
            yield from (it for _, _, it in self.left[max(index - 1, 0) : index])
            yield from (it for _, _, it in self.right[index : index + 1])


def _first(pair: tuple[Fraction, Entry]) -> Fraction:
    return pair[0]


_Bounded = tuple[Fraction, Fraction, Entry]


def _further_right(one: _Bounded, other: _Bounded) -> _Bounded:
    return other if other[0] > one[0] else one


def _ending_sooner(one: _Bounded, other: _Bounded) -> _Bounded:
    return other if other[1] < one[1] else one
