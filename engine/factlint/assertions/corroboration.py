"""How many independent sources stand behind each claim of a group: its own, and those of the claims that back it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction

from factlint.assertions.agreement import Agreement, Mode, calendar_months
from factlint.assertions.finding import Entry
from factlint.assertions.line import Line
from factlint.assertions.reach import Key, Reach, Spot, place
from factlint.assertions.together import company_of, line
from factlint.language.model import Absolute
from factlint.quantities.interval import Interval
from factlint.quantities.values import MICROSECONDS, ZONES_EAST, ZONES_WEST, DateSpan, Form, Name, Quantity, Truth

Sources = frozenset[str]
_NONE: Sources = frozenset()


def backs(other: Entry, entry: Entry, agrees: Agreement) -> bool:
    """One-sided claims back only an equal interval; a wider place says nothing of a narrower one."""
    if not agrees(other, entry):
        return False
    match other.value, entry.value:
        case Quantity() as one, Quantity() as two if one.form is Form.BOUND:
            return one.interval == two.to(one.unit).interval
        case Name() as one, Name() as two:
            return one.within(two)
        case _:
            return True


def may_back(other: Entry, entry: Entry, agrees: Agreement) -> bool:
    """Whether it backs the claim, or cannot be compared with it; unequal bounds in one unit never back, conversion or not."""
    if agrees(other, entry) is not None:
        return backs(other, entry, agrees)
    match other.value, entry.value:
        case Quantity() as one, Quantity() as two if one.form is Form.BOUND and one.unit == two.unit:
            return one.interval == two.interval
        case _:
            return True


def sources_behind(entries: Sequence[Entry], agrees: Agreement) -> dict[str, int]:
    """For each claim how many sources certainly stand behind it."""
    counts: dict[str, int] = {}
    for members in companies(entries).values():
        counts |= _count(members, agrees, _NONE)
    return counts


def sources_that_may_stand_behind(entries: Sequence[Entry], agrees: Agreement) -> dict[str, int]:
    """The same, with the sources of claims that cannot be compared: enough of them leave it open."""
    counts: dict[str, int] = {}
    everyone = companies(entries)
    behind = {kind: _sources(members) for kind, members in everyone.items()}
    carried: dict[str, int] = {}
    for sources in behind.values():
        for source in sources:
            carried[source] = carried.get(source, 0) + 1
    for kind, members in everyone.items():
        others = frozenset(it for it, number in carried.items() if number > (it in behind[kind]))
        if _doubtful(members, agrees):
            counts |= {entry.id: len(_possible(entry, members, agrees) | others) for entry in members}
        else:
            counts |= {id_: number + len(others) for id_, number in _count(members, agrees, others).items()}
    return counts


def companies(entries: Sequence[Entry]) -> dict[Hashable, list[Entry]]:
    found: dict[Hashable, list[Entry]] = {}
    for entry in entries:
        found.setdefault(company_of(entry), []).append(entry)
    return found


def _doubtful(members: Sequence[Entry], agrees: Agreement) -> bool:
    value = members[0].value
    return isinstance(value, Quantity) and not agrees.fits(value.unit)


def _possible(entry: Entry, members: Sequence[Entry], agrees: Agreement) -> Sources:
    backing = (it for it in members if it is entry or may_back(it, entry, agrees))
    return _sources(backing)


def _sources(entries: Iterable[Entry]) -> Sources:
    return frozenset(source.key for entry in entries for source in entry.claim.sources)


def _count(members: Sequence[Entry], agrees: Agreement, without: Sources) -> dict[str, int]:
    """The sources behind each, those named in `without` not counted."""
    match members[0].value:
        case Name():
            return _behind_names(members, without, certain=agrees.mode is Mode.CLEAR)
        case Truth():
            said: dict[bool, set[str]] = {}
            for entry in members:
                assert isinstance(entry.value, Truth)
                said.setdefault(entry.value.truth, set()).update(_sources([entry]) - without)
            return {it.id: len(said[it.value.truth]) for it in members if isinstance(it.value, Truth)}
        case _:
            return _Sweep(line(members, agrees), without).counts()


def _behind_names(members: Sequence[Entry], without: Sources, *, certain: bool) -> dict[str, int]:
    """A name is backed by itself and by whatever lies within it."""
    behind: dict[str, set[str]] = {it.value.key: set() for it in members if isinstance(it.value, Name)}
    for entry in members:
        assert isinstance(entry.value, Name)
        sources = _sources([entry]) - without
        for key in {entry.value.key} | (frozenset() if certain else entry.value.wider):
            if key in behind:
                behind[key] |= sources
    return {it.id: len(behind[it.value.key]) for it in members if isinstance(it.value, Name)}


@dataclass(frozen=True)
class _Sweep:
    """Claims on a line, from the one that starts last to the first: as the line is swept, more and more reach that far.

    Of each source only the claim that starts earliest counts, of those that reach as far as the sweep is; how many
    sources start early enough is then a sum over places, which is kept in a tree.
    """

    line: Line
    without: Sources

    def counts(self) -> dict[str, int]:
        zoned = {_zoned(entry) for entry in self.line.entries}
        return {id_: number for side in zoned for id_, number in self._counts_of(side, mixed=len(zoned) > 1).items()}

    def _counts_of(self, zoned: bool, *, mixed: bool) -> dict[str, int]:
        """For the claims written with a zone, or for those without one."""
        entries = [entry for entry in self.line.entries if _zoned(entry) == zoned]
        agrees = self.line.agrees
        if (
            mixed
            and not zoned
            and isinstance(agrees.tolerance, Absolute)
            and calendar_months(agrees.tolerance.quantity)
        ):
            # Months are of unlike length, so a day in every zone cannot be told by moving the others.
            return {it.id: self._one_by_one(it) for it in entries}
        seen: list[tuple[Reach, Sources]] = []
        alike: dict[Hashable, list[tuple[Spot, Sources]]] = {}
        for entry in self.line.entries:
            sources = _sources([entry]) - self.without
            if self._one_sided(entry):
                alike.setdefault(self._interval(entry), []).append((self.line.spots[entry.id], sources))
                continue
            spot = self.line.spots[entry.id]
            if spot.mark is not None:
                alike.setdefault(spot.mark, []).append((spot, sources))
            seen.append((self._as_seen(spot, entry, zoned), sources))
        seen.sort(key=lambda it: it[0].reach, reverse=True)
        table = _Table(sorted({reach.start for reach, _sources in seen}))
        counts: dict[str, int] = {}
        waiting = 0
        by_place: dict[tuple[Spot, Hashable], list[Entry]] = {}
        for entry in entries:
            spot = self.line.spots[entry.id]
            by_place.setdefault((spot, self._interval(entry) if spot.mark is None else spot.mark), []).append(entry)
        for (spot, value), here in sorted(by_place.items(), key=lambda it: it[0][0].sees[0][1].start, reverse=True):
            sees = spot.sees[0][1]
            while waiting < len(seen) and seen[waiting][0].reach >= sees.start:
                table.add(*seen[waiting])
                waiting += 1
            equal = frozenset[str]().union(*(who for it, who in alike.get(value, ()) if _agree(it, spot)))
            number = table.up_to(sees.reach)
            beside = {source for source in equal if not table.holds(source, sees.reach)}
            for entry in here:
                own = _sources([entry]) - self.without - beside
                counts[entry.id] = number + len(beside) + sum(not table.holds(source, sees.reach) for source in own)
        return counts

    def _one_by_one(self, entry: Entry) -> int:
        found = [it for it in self.line.entries if it is entry or backs(it, entry, self.line.agrees)]
        return len(_sources(found) - self.without)

    def _interval(self, entry: Entry) -> Interval | None:
        value = entry.value
        return value.to(self.line.unit).interval if isinstance(value, Quantity) and self.line.unit else None

    def _one_sided(self, entry: Entry) -> bool:
        return isinstance(entry.value, Quantity) and entry.value.form is Form.BOUND

    def _as_seen(self, spot: Spot, entry: Entry, zoned: bool) -> Reach:
        """How a claim is held against those with (or without) a zone, who stand where they stand among themselves.

        A day without a zone is longer when held against an instant: as much as if the instant stood farther in.
        """
        same, across = spot.seen[0][1], spot.seen[-1][1]
        if _zoned(entry) == zoned or zoned:
            return same if _zoned(entry) == zoned else across
        if self.line.agrees.mode is Mode.CLEAR:
            return Reach(_moved(across.start, ZONES_EAST), _moved(across.reach, -ZONES_WEST))
        return Reach(_moved(across.start, -ZONES_WEST), _moved(across.reach, ZONES_EAST))


def _moved(key: Key, by: int) -> Key:
    return key if key[0] else place(key[2] + Fraction(by, MICROSECONDS), key[3])


def _agree(one: Spot, other: Spot) -> bool:
    """Of two that say the same: do they agree? Where `clearly` is asked, a wide interval does not, even with itself."""
    return one.mark is not None or one.sees[0][1].meets(other.sees[0][1])


def _zoned(entry: Entry) -> bool:
    return isinstance(entry.value, DateSpan) and entry.value.zoned


class _Table:
    """The earliest start of each source, and how many there are up to a place: a binary indexed tree (Fenwick 1994)."""

    def __init__(self, places: Sequence[Key]) -> None:
        self.places = places
        self.sums = [0] * (len(places) + 1)
        self.earliest: dict[str, Key] = {}

    def add(self, reach: Reach, sources: Iterable[str]) -> None:
        for source in sources:
            before = self.earliest.get(source)
            if before is not None and before <= reach.start:
                continue
            if before is not None:
                self._put(before, -1)
            self.earliest[source] = reach.start
            self._put(reach.start, 1)

    def _put(self, place: Key, number: int) -> None:
        index = bisect_right(self.places, place)
        while index < len(self.sums):
            self.sums[index] += number
            index += index & -index

    def up_to(self, place: Key) -> int:
        index, number = bisect_right(self.places, place), 0
        while index:
            number += self.sums[index]
            index -= index & -index
        return number

    def holds(self, source: str, place: Key) -> bool:
        earliest = self.earliest.get(source)
        return earliest is not None and earliest <= place
