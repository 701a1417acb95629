"""Which claims stand together: camps of those that agree, and those that agree with all."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from factlint.assertions.finding import Camp, Entry
from factlint.quantities.values import Name, Truth


class Relation(Protocol):
    """Who agrees with whom in a whole group, told without asking for every pair."""

    def throughout(self, entries: Sequence[Entry]) -> bool | None:
        """Do all claims agree with each other? None: some cannot be compared, and none disagree."""

    def with_all(self, entries: Sequence[Entry]) -> list[Entry]:
        """Those that agree with every other, in the order given."""

    def camps(self, entries: Sequence[Entry]) -> list[list[Entry]]:
        """Each, in the order given, into the first camp all of whose members it agrees with."""


@dataclass(frozen=True, slots=True)
class Division:
    """How a group divides: `neutral` agree with every other claim; `camps` are the rest, the best supported first."""

    camps: tuple[Camp, ...]
    neutral: tuple[Entry, ...]


def divide(entries: Sequence[Entry], relation: Relation) -> Division:
    """Neutral claims apart; the rest, by lower end (names by entity) and id, each into the first camp it agrees with."""
    neutral = relation.with_all(entries)
    apart = {id(entry) for entry in neutral}
    camps = relation.camps(sorted((it for it in entries if id(it) not in apart), key=by_value))
    return Division(in_order(Camp(tuple(sorted(camp, key=lambda it: it.id))) for camp in camps), tuple(neutral))


def in_order(camps: Iterable[Camp]) -> tuple[Camp, ...]:
    """The best supported first: by independent sources, then claims, then the first claim's value and id."""
    return tuple(sorted(camps, key=lambda camp: (-len(camp.sources), -len(camp.entries), by_value(camp.entries[0]))))


def by_value(entry: Entry) -> tuple[Any, ...]:
    """The order in which claims choose camps: by lower end (unbounded first), names by entity, truths; then id."""
    interval = entry.interval()
    if interval is not None:
        return (0, (interval.low is not None, interval.low or 0), entry.id)
    match entry.value:
        case Name() as name:
            return (1, name.key, entry.id)
        case Truth() as truth:
            return (2, truth.truth, entry.id)
        case _:
            return (3, "", entry.id)
