"""Which known word was probably meant.

Two questions, asked of different strictness: `suggest` serves the help of a message, where a far-fetched word does
little harm; `slip` decides that a name is a misspelling, and so that a claim is wrong. Two terminals, two months or
`Iran` and `Iraq` are different things however few letters tell them apart.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

_LONGEST = 200
"""Characters of a name that are compared at all: longer ones are no names, and cost time."""

_CUTOFF = 72
"""A suggestion shares at least this many percent of its letters with the word (Indel similarity)."""


def suggest(word: str, known: Iterable[str]) -> str | None:
    """The known word that looks most like `word`, if any does; ties go to the alphabet."""
    from rapidfuzz import fuzz

    folded = word[:_LONGEST].casefold()
    scored = [(fuzz.ratio(folded, other[:_LONGEST].casefold(), score_cutoff=_CUTOFF), other) for other in known]
    best = min(((-score, other) for score, other in scored if score), default=None)
    return None if best is None else best[1]


def slip(name: str, known: Iterable[str]) -> str | None:
    """The known name that `name` misspells, if it does.

    It does where the two differ in punctuation, accents or spaces alone, or word for word in a letter (two in words of
    nine letters and more) that is not the first. Numbers and the shortest words must be the same; in those of four
    letters two may be swapped or one left out.
    """
    known = list(known)
    if len(name) > _LONGEST or not known:
        return None
    bare, words = _letters(name), _words(name)
    if not bare:
        return None
    near = [(distance, other) for other in known if (distance := _distance(bare, words, other)) is not None]
    return min(near)[1] if near else None


def _distance(bare: str, words: list[str], other: str) -> int | None:
    if abs(len(other) - len(bare)) > len(bare) + 8 or not other:
        return None
    if _letters(other) == bare:
        return 0
    others = _words(other)
    if len(others) != len(words):
        return None
    total = 0
    for one, two in zip(words, others, strict=True):
        if one == two:
            continue
        apart = _apart(one, two)
        if apart is None:
            return None
        total += apart
    return total if total <= 2 else None


def _apart(one: str, two: str) -> int | None:
    """Slips between two words (a letter more, less, other, or two swapped); None where they are simply two words."""
    from rapidfuzz.distance import OSA

    shorter = min(len(one), len(two))
    if any(map(str.isdigit, one + two)):
        return None
    if shorter <= 4:
        # Of short words a letter swapped, left out or doubled is a slip; another letter in its place is another word.
        longer = max(len(one), len(two))
        slipped = sorted(one) == sorted(two) if longer == 4 else longer == 5 and one[0] == two[0]
        return 1 if slipped and shorter == 4 and OSA.distance(one, two) == 1 else None
    if one[0] != two[0] and one[:2] != two[1::-1]:
        return None
    apart = OSA.distance(one, two)
    return apart if apart <= (2 if shorter >= 9 else 1) else None


def _bare(name: str) -> str:
    decomposed = unicodedata.normalize("NFKD", name.casefold())
    return "".join(char for char in decomposed if not unicodedata.combining(char))


def _letters(name: str) -> str:
    return re.sub(r"[\W_]+", "", _bare(name)).removeprefix("the")


def _words(name: str) -> list[str]:
    words = re.findall(r"[^\W_]+", re.sub(r"['’ʼ]", "", _bare(name)))
    return words[1:] if len(words) > 1 and words[0] == "the" else words
