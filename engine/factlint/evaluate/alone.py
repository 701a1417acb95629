"""Who stood alone, and next to whom: the nearest claim, and the first key in which the two differ."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from factlint.corpus.claim import GRAINS, Claim
from factlint.evaluate.group import KeyValue
from factlint.evaluate.result import Alone

Keys = Mapping[str, tuple[object, str | None]]
_MISSING = (None, None)


def stand_alone(
    lone: Sequence[Claim], keyed: Sequence[tuple[Claim, Sequence[KeyValue]]], *, across: bool = False
) -> tuple[Alone, ...]:
    """For each lone claim, by id, the selected claim that differs in the fewest keys.

    `across` looks among claims of other properties, which an expression would have aligned with it.
    """
    table = [
        (claim, {key: (compared, shown) for key, compared, shown in keys if not (across and key == "property")})
        for claim, keys in keyed
    ]
    own: dict[str, Keys] = {}
    by_subject: dict[object, list[tuple[Claim, Keys]]] = {}
    everyone: dict[object, list[tuple[Claim, Keys]]] = {}
    for claim, keys in table:
        own.setdefault(claim.id, keys)
        about = None if across else claim.property.name
        by_subject.setdefault((about, claim.subject.key), []).append((claim, keys))
        everyone.setdefault(about, []).append((claim, keys))
    found = []
    for claim in sorted({it.id: it for it in lone}.values(), key=lambda it: it.id):
        about = None if across else claim.property.name
        circles = (by_subject.get((about, claim.subject.key), ()), everyone.get(about, ()))
        candidates = [
            [(it, keys) for it, keys in circle[:LIMIT] if not (across and it.property.name == claim.property.name)]
            for circle in circles
        ]
        found.append(_nearest(claim, own.get(claim.id, {}), candidates))
    return tuple(found)


LIMIT = 1_000
"""Neighbours looked at for each lone claim, so that a corpus of lone claims stays linear."""


def _nearest(claim: Claim, keys: Keys, circles: Sequence[Sequence[tuple[Claim, Keys]]]) -> Alone:
    for candidates in circles:
        others = [
            (other, theirs, differing)
            for other, theirs in candidates
            if other.id != claim.id and (differing := _differing(keys, theirs))
        ]
        if others:
            nearest, theirs, differing = min(others, key=lambda it: (len(it[2]), it[0].id))
            return Alone(claim, nearest, differing[0], _words(claim, nearest, keys, theirs, differing))
    return Alone(claim)


def _differing(mine: Keys, theirs: Keys) -> list[str]:
    order = [*mine, *(key for key in theirs if key not in mine)]
    return [key for key in order if mine.get(key, _MISSING)[0] != theirs.get(key, _MISSING)[0]]


def _words(claim: Claim, nearest: Claim, mine: Keys, theirs: Keys, differing: Sequence[str]) -> str:
    first = differing[0]
    only = "only " if len(differing) == 1 else ""
    shown = [keys.get(first, _MISSING)[1] or "none" for keys in (mine, theirs)]
    words = f"differs {only}in {first}: {', '.join(shown)}"
    given = [claim.period_given, nearest.period_given]
    if first not in GRAINS or all(given):
        return words
    which = "both" if not any(given) else "the first" if not given[0] else "the second"
    return f"{words}; {which} from the date of publication"
