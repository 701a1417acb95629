"""Claims that name something, or say yes or no: which agree with all the others, and which stand together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from factlint.assertions.finding import Entry
from factlint.quantities.values import Name


@dataclass(frozen=True)
class Alike:
    """Two agree if they say the same."""

    entries: Sequence[Entry]
    said: Mapping[str, Hashable]
    unsure: bool = False

    @property
    def apart(self) -> bool:
        return len(self.with_all()) < len(self.entries)

    def with_all(self) -> list[Entry]:
        return list(self.entries) if len(set(self.said.values())) == 1 else []

    def camps(self, entries: Sequence[Entry]) -> list[list[Entry]]:
        found: dict[Hashable, list[Entry]] = {}
        for entry in entries:
            found.setdefault(self.said[entry.id], []).append(entry)
        return list(found.values())

    def joining(self, newcomers: Sequence[Entry], camps: Sequence[Sequence[Entry]]) -> set[str]:
        """The ids of those, of this company, that agree with every member of one of the camps."""
        said = [{self.said[entry.id] for entry in camp} for camp in camps]
        joined = {it for each in said if len(each) == 1 for it in each}
        return {entry.id for entry in newcomers if self.said[entry.id] in joined}


@dataclass(frozen=True)
class Kin:
    """Names: two agree if they are the same or one lies within the other."""

    entries: Sequence[Entry]
    unsure: bool = False

    @cached_property
    def _names(self) -> dict[str, Name]:
        return {name.key: name for entry in self.entries if isinstance(name := entry.value, Name)}

    @cached_property
    def _inner(self) -> dict[str, list[str]]:
        """For each name those of the group that lie within it."""
        found: dict[str, list[str]] = {}
        for key, name in self._names.items():
            for wider in name.wider - {key}:
                if wider in self._names:
                    found.setdefault(wider, []).append(key)
        return found

    def _related(self, key: str) -> set[str]:
        return {it for it in self._names[key].wider if it in self._names and it != key} | set(self._inner.get(key, ()))

    @cached_property
    def _central(self) -> frozenset[str]:
        return frozenset(key for key in self._names if len(self._related(key)) == len(self._names) - 1)

    @property
    def apart(self) -> bool:
        return len(self._central) < len(self._names)

    def with_all(self) -> list[Entry]:
        return [entry for entry in self.entries if _key(entry) in self._central]

    def camps(self, entries: Sequence[Entry]) -> list[list[Entry]]:
        """Each entry, in this order, into the first camp all of whose members it agrees with."""
        camps: list[list[Entry]] = []
        names_in: list[int] = []
        home: dict[str, int] = {}
        for entry in entries:
            key = _key(entry)
            if key not in home:
                agreeing: dict[int, int] = {}
                for other in self._related(key):
                    if other in home:
                        agreeing[home[other]] = agreeing.get(home[other], 0) + 1
                fitting = [index for index, number in agreeing.items() if number == names_in[index]]
                home[key] = min(fitting, default=len(camps))
                if not fitting:
                    camps.append([])
                    names_in.append(0)
                names_in[home[key]] += 1
            camps[home[key]].append(entry)
        return camps

    def joining(self, newcomers: Sequence[Entry], camps: Sequence[Sequence[Entry]]) -> set[str]:
        """The ids of those, of this company, that agree with every member of one of the camps."""
        members = [{_key(entry) for entry in camp} for camp in camps]
        homes: dict[str, list[int]] = {}
        for index, names in enumerate(members):
            for key in names:
                homes.setdefault(key, []).append(index)
        joined: dict[str, bool] = {}
        for key in {_key(entry) for entry in newcomers}:
            agreeing = Counter(index for other in {key} | self._related(key) for index in homes.get(other, ()))
            joined[key] = any(number == len(members[index]) for index, number in agreeing.items())
        return {entry.id for entry in newcomers if joined[_key(entry)]}


def _key(entry: Entry) -> str:
    assert isinstance(entry.value, Name)
    return entry.value.key
