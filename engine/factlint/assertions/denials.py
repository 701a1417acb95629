"""Who denies what whom asserts, over a whole group: claims of one stance agree, of two they may contradict each other."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Protocol

from factlint.assertions.finding import Entry
from factlint.assertions.front import Front
from factlint.assertions.lanes import seen_of, sees_of
from factlint.assertions.together import company_of
from factlint.quantities.values import DateSpan, Name, Quantity, Truth, Unit


class _Side(Protocol):
    """Claims of one kind, as far as they may contradict one that is asked about."""

    def add(self, entry: Entry) -> None: ...

    def contradicts(self, entry: Entry) -> bool: ...


@dataclass(frozen=True, slots=True)
class Denials:
    """The relation behind `not contradict`. `clearly`: values that may be the same contradict already."""

    clearly: bool = False

    def throughout(self, entries: Sequence[Entry]) -> bool | None:
        circle = self._circle(entries)
        if any(circle.contradicts(entry) for entry in entries):
            return False
        return None if any(circle.puzzles(entry) for entry in entries) else True

    def with_all(self, entries: Sequence[Entry]) -> list[Entry]:
        circle = self._circle(entries)
        return [entry for entry in entries if circle.admits(entry)]

    def camps(self, entries: Sequence[Entry]) -> list[list[Entry]]:
        units = _units(entries)
        circles: list[tuple[_Circle, list[Entry]]] = []
        home: dict[Hashable, int] = {}
        for entry in entries:
            same = _as_held(entry)
            if same not in home:
                home[same] = next((i for i, (it, _) in enumerate(circles) if it.admits(entry)), len(circles))
                if home[same] == len(circles):
                    circles.append((_Circle(units, self.clearly), []))
                circles[home[same]][0].add(entry)
            circles[home[same]][1].append(entry)
        return [members for _circle, members in circles]

    def joining(self, newcomers: Sequence[Entry], camps: Sequence[Sequence[Entry]]) -> set[str]:
        """The ids of those that agree with every member of one of the camps; with nobody, where a camp has no members."""
        units = _units([*(entry for camp in camps for entry in camp), *newcomers])
        circles = [self._circle(camp, units) for camp in camps if camp]
        alike: dict[Hashable, list[Entry]] = {}
        for entry in newcomers:
            alike.setdefault(_as_held(entry), []).append(entry)
        return {entry.id for same in alike.values() if any(it.admits(same[0]) for it in circles) for entry in same}

    def _circle(self, entries: Sequence[Entry], units: dict[Hashable, Unit] | None = None) -> _Circle:
        circle = _Circle(_units(entries) if units is None else units, self.clearly)
        for entry in {_as_held(entry): entry for entry in entries}.values():
            circle.add(entry)
        return circle


def _units(entries: Sequence[Entry]) -> dict[Hashable, Unit]:
    """The unit in which quantities of a dimension are compared: that of the first."""
    units: dict[Hashable, Unit] = {}
    for entry in entries:
        if isinstance(entry.value, Quantity):
            units.setdefault(company_of(entry), entry.value.unit)
    return units


def _as_held(entry: Entry) -> Hashable:
    """Two of which this is equal are contradicted by the same claims."""
    value = entry.value
    held: Hashable = value
    if isinstance(value, Quantity):
        held = (value.interval, value.clear, value.nominal, value.precision, value.form, value.unit)
    elif isinstance(value, DateSpan):
        held = (value.start, value.end, value.zoned)
    elif isinstance(value, Truth):
        held = value.truth
    return (company_of(entry), entry.claim.stance, held)


@dataclass
class _Circle:
    """Claims that are held against one more at a time."""

    units: dict[Hashable, Unit]
    clearly: bool
    sides: dict[tuple[Hashable, str], _Side] = field(default_factory=dict)

    def add(self, entry: Entry) -> None:
        company = company_of(entry)
        key = (company, entry.claim.stance)
        if key not in self.sides:
            match entry.value:
                case Name():
                    self.sides[key] = _Names(self.clearly)
                case Truth():
                    self.sides[key] = _Truths()
                case _:
                    self.sides[key] = _Spans(self.units.get(company), self.clearly)
        self.sides[key].add(entry)

    def admits(self, entry: Entry) -> bool:
        return not self.contradicts(entry) and not self.puzzles(entry)

    def contradicts(self, entry: Entry) -> bool:
        # Who denies that something is true asserts that it is false, so of truths both stances count.
        stances = ("asserts", "denies") if isinstance(entry.value, Truth) else (_other(entry),)
        sides = [self.sides.get((company_of(entry), stance)) for stance in stances]
        return any(side.contradicts(entry) for side in sides if side is not None)

    def puzzles(self, entry: Entry) -> bool:
        """Somebody of the other stance speaks of something that cannot be compared with this."""
        company, other = company_of(entry), _other(entry)
        return any(stance == other and kind != company for kind, stance in self.sides)


def _other(entry: Entry) -> str:
    return "asserts" if entry.claim.stance == "denies" else "denies"


@dataclass
class _Truths:
    said: set[bool] = field(default_factory=set)

    def add(self, entry: Entry) -> None:
        assert isinstance(entry.value, Truth)
        self.said.add(entry.value.truth)

    def contradicts(self, entry: Entry) -> bool:
        assert isinstance(entry.value, Truth)
        return bool(self.said - {entry.value.truth})


@dataclass
class _Names:
    """A name that lies within a denied one is denied with it."""

    clearly: bool
    names: set[str] = field(default_factory=set)
    around: set[str] = field(default_factory=set)

    def add(self, entry: Entry) -> None:
        assert isinstance(entry.value, Name)
        self.names.add(entry.value.key)
        self.around |= {entry.value.key} | entry.value.wider

    def contradicts(self, entry: Entry) -> bool:
        assert isinstance(entry.value, Name)
        inner = entry.value.key in self.around
        outer = bool(self.names & ({entry.value.key} | entry.value.wider))
        if self.clearly:
            return inner or outer
        return inner if entry.claim.stance == "denies" else outer


@dataclass
class _Spans:
    """Quantities of one dimension, or dates, of one stance: a front for each lane."""

    unit: Unit | None
    clearly: bool
    fronts: dict[Hashable, Front] = field(default_factory=dict)
    precisions: set[Fraction] = field(default_factory=set)

    def add(self, entry: Entry) -> None:
        if isinstance(entry.value, Quantity) and self.unit is not None:
            self.precisions.add(entry.value.to(self.unit).precision)
        for lane, (low, high) in seen_of(entry, self.unit, clearly=self.clearly):
            front = self.fronts.setdefault(lane, Front())
            if self.clearly or entry.claim.stance == "denies":
                front.add(low, high)
            else:
                front.add(high, low)

    def contradicts(self, entry: Entry) -> bool:
        # Meeting is mutual: some value starts before this ends, and ends after this starts. Lying within is not.
        outward = self.clearly or entry.claim.stance == "denies"
        return any(
            lane in self.fronts and self.fronts[lane].holds(*((high, low) if outward else (low, high)))
            for lane, (low, high) in sees_of(entry, self.unit, self.precisions, clearly=self.clearly)
        )
