"""Which claims stand together: camps of those that agree, and those that agree with all."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from factlint.assertions.finding import Camp, Entry
from factlint.quantities.values import Name, Truth

Agrees = Callable[[Entry, Entry], bool | None]
Decisive = Callable[[Sequence[Entry]], Sequence[Entry]]


def everyone(entries: Sequence[Entry]) -> Sequence[Entry]:
    return entries


@dataclass(frozen=True, slots=True)
class Division:
    """How a group divides: `neutral` agree with every other claim; `camps` are the rest, the best supported first."""

    camps: tuple[Camp, ...]
    neutral: tuple[Entry, ...]


def agree_throughout(entries: Sequence[Entry], agrees: Agrees, decisive: Decisive = everyone) -> bool | None:
    """Do all claims agree with each other? None: some cannot be compared, and none disagree."""
    judges = decisive(entries)
    unsure = False
    for index, entry in enumerate(entries):
        others = entries[index + 1 :] if judges is entries else judges
        for other in others:
            if other is entry:
                continue
            verdict = agrees(entry, other)
            if verdict is False:
                return False
            unsure = unsure or verdict is None
    return None if unsure else True


def divide(entries: Sequence[Entry], agrees: Agrees, decisive: Decisive = everyone) -> Division:
    """Neutral claims apart; the rest, by lower end (names by entity) and id, each into the first camp it agrees with."""
    judges = decisive(entries)
    neutral = [entry for entry in entries if all(it is entry or agrees(entry, it) for it in judges)]
    apart = {id(entry) for entry in neutral}
    camps: list[list[Entry]] = []
    deciders: list[Sequence[Entry]] = []
    for entry in sorted((it for it in entries if id(it) not in apart), key=by_value):
        for index, judging in enumerate(deciders):
            if all(agrees(entry, member) for member in judging):
                camps[index].append(entry)
                deciders[index] = decisive([*judging, entry])
                break
        else:
            camps.append([entry])
            deciders.append([entry])
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
