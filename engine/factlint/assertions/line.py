"""Claims on a line: which agree with all the others, and which stand together, in n log n."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from factlint.assertions.agreement import Agreement
from factlint.assertions.finding import Entry
from factlint.assertions.reach import ABOVE_ALL, BELOW_ALL, Key, Reach, Spot, spot_of_date, spot_of_quantity
from factlint.quantities.values import DateSpan, Quantity, Unit

_BEFORE_ALL: Key = (-2, *BELOW_ALL[1:])
_BEHIND_ALL: Key = (3, *ABOVE_ALL[1:])


@dataclass(frozen=True)
class Line:
    """Quantities of one dimension (compared in `unit`) or dates, each on its spot.

    `doubtful`: the tolerance cannot be held against them, so where two do not meet nobody can tell whether they agree.
    """

    entries: Sequence[Entry]
    agrees: Agreement
    unit: Unit | None
    doubtful: bool = False

    def spot(self, entry: Entry) -> Spot:
        """Where a claim stands, of this company or held against it."""
        if isinstance(entry.value, DateSpan):
            return spot_of_date(entry.value, self.agrees)
        assert isinstance(entry.value, Quantity) and self.unit is not None
        return spot_of_quantity(entry.value, self.agrees, self.unit)

    @cached_property
    def spots(self) -> Mapping[str, Spot]:
        """By claim."""
        return {entry.id: self.spot(entry) for entry in self.entries}

    @cached_property
    def _crowd(self) -> dict[Spot, int]:
        """How many claims stand on each spot."""
        found: dict[Spot, int] = {}
        for entry in self.entries:
            spot = self.spots[entry.id]
            found[spot] = found.get(spot, 0) + 1
        return found

    @cached_property
    def _central(self) -> frozenset[Spot]:
        """The spots that agree with every other: with those that start last and reach least in each lane."""
        last: dict[int, list[tuple[Key, Spot]]] = {}
        least: dict[int, list[tuple[Key, Spot]]] = {}
        for spot in self._crowd:
            for lane, seen in spot.seen:
                last[lane] = _two_most(last.get(lane, []), (seen.start, spot), 1)
                least[lane] = _two_most(least.get(lane, []), (seen.reach, spot), -1)
        return frozenset(
            spot
            for spot, number in self._crowd.items()
            if (spot.mutual or number == 1)
            and all(
                all(key <= sees.reach for key, other in last.get(lane, ()) if other is not spot)
                and all(sees.start <= key for key, other in least.get(lane, ()) if other is not spot)
                for lane, sees in spot.sees
            )
        )

    @property
    def apart(self) -> bool:
        return not self.doubtful and len(self._central) < len(self._crowd)

    @property
    def unsure(self) -> bool:
        return self.doubtful and len(self._central) < len(self._crowd)

    def with_all(self) -> list[Entry]:
        return [entry for entry in self.entries if self.spots[entry.id] in self._central]

    def camps(self, entries: Sequence[Entry]) -> list[list[Entry]]:
        """Each entry, in this order, into the first camp all of whose members it agrees with."""
        camps: list[list[Entry]] = []
        home: dict[Spot, int] = {}
        table = _Camps(len(entries))
        for entry in entries:
            spot = self.spots[entry.id]
            # Whoever rejected one of a spot has only grown since, and whoever took it agrees with the next.
            index = home.get(spot) if spot.mutual else None
            if index is None:
                index = table.first(spot)
                if index is None:
                    index = len(camps)
                    camps.append([])
                table.join(index, spot)
                home[spot] = index
            camps[index].append(entry)
        return camps

    def joining(self, newcomers: Sequence[Entry], camps: Sequence[Sequence[Entry]]) -> set[str]:
        """The ids of those, of this company, that agree with every member of one of the camps."""
        table = _Camps(len(camps))
        central: set[Spot] = set()
        for index, camp in enumerate(camps):
            apart = replace(self, entries=camp)
            for spot in set(apart.spots.values()):
                table.join(index, spot)
            # Of those who stand on a spot of the camp the table cannot tell: they are held against their like too.
            central |= {spot for entry in apart.with_all() if (spot := apart.spots[entry.id]).mutual}
        spots = {entry.id: self.spot(entry) for entry in newcomers}
        return {id_ for id_, spot in spots.items() if spot in central or table.first(spot) is not None}


def _two_most(found: list[tuple[Key, Spot]], new: tuple[Key, Spot], side: int) -> list[tuple[Key, Spot]]:
    """The two largest (side 1) or smallest (-1) so far, the foremost first."""
    if len(found) == 2 and not ((new[0] > found[1][0]) if side > 0 else (new[0] < found[1][0])):
        return found
    return sorted([*found, new], key=lambda it: it[0], reverse=side > 0)[:2]


@dataclass
class _Lane:
    """A tournament over camps, leaves last: the farthest that any of a branch reaches, the earliest that any starts.

    A camp reaches as far as the least of its members, and starts with the last of them.
    """

    size: int
    reach: list[Key] = field(init=False)
    start: list[Key] = field(init=False)

    def __post_init__(self) -> None:
        self.reach = [_BEFORE_ALL] * (2 * self.size)
        self.start = [_BEHIND_ALL] * (2 * self.size)

    def admits(self, node: int, sees: Reach) -> bool:
        return sees.start <= self.reach[node] and self.start[node] <= sees.reach

    def narrow(self, index: int, seen: Reach | None) -> None:
        node = index + self.size
        if self.reach[node] == _BEFORE_ALL:  # a new camp
            self.reach[node], self.start[node] = _BEHIND_ALL, _BEFORE_ALL
        if seen is not None:
            self.reach[node] = min(self.reach[node], seen.reach)
            self.start[node] = max(self.start[node], seen.start)
        while node > 1:
            node //= 2
            reach = max(self.reach[2 * node], self.reach[2 * node + 1])
            start = min(self.start[2 * node], self.start[2 * node + 1])
            if reach == self.reach[node] and start == self.start[node]:
                break
            self.reach[node], self.start[node] = reach, start


class _Camps:
    """The camps so far, and the first of them that a newcomer may join."""

    def __init__(self, most: int) -> None:
        self.size = 1
        while self.size < most:
            self.size *= 2
        self.lanes: dict[int, _Lane] = {}
        self.begun = 0

    def first(self, spot: Spot) -> int | None:
        lanes = [(self.lanes[lane], sees) for lane, sees in spot.sees if lane in self.lanes]
        nodes = [1] if lanes else []
        while nodes:
            node = nodes.pop()
            if all(lane.admits(node, sees) for lane, sees in lanes):
                if node >= self.size:
                    return node - self.size
                nodes += (2 * node + 1, 2 * node)
        return None

    def join(self, index: int, spot: Spot) -> None:
        seen = dict(spot.seen)
        for number in seen:
            if number not in self.lanes:
                lane = self.lanes[number] = _Lane(self.size)
                for earlier in range(self.begun):
                    lane.narrow(earlier, None)
        self.begun = max(self.begun, index + 1)
        for number, lane in self.lanes.items():
            lane.narrow(index, seen.get(number))
