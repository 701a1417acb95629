"""What hedging and vague words mean: how far they widen a number, or which numbers they stand for."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from functools import lru_cache

from factlint.quantities import messages, names
from factlint.quantities.interval import Interval
from factlint.quantities.messages import QuantityError


class Hedge(StrEnum):
    """What a hedge does to a number."""

    ABOUT = "ABOUT"  # either side
    NEARLY = "NEARLY"  # below it, without it
    JUST_OVER = "JUST_OVER"  # above it, without it
    MORE = "MORE"  # above it, unbounded, without it
    AT_LEAST = "AT_LEAST"
    LESS = "LESS"
    UP_TO = "UP_TO"

    @property
    def is_bound(self) -> bool:
        return self in {Hedge.MORE, Hedge.AT_LEAST, Hedge.LESS, Hedge.UP_TO}


WIDTHS = {Hedge.ABOUT: Fraction(1, 20), Hedge.NEARLY: Fraction(1, 10), Hedge.JUST_OVER: Fraction(1, 10)}
SUFFIXES = {"OR_SO": Hedge.ABOUT, "OR_MORE": Hedge.AT_LEAST, "OR_LESS": Hedge.UP_TO}

VAGUE: dict[str, tuple[int, int]] = {"FEW": (2, 5), "SEVERAL": (3, 9), "HANDFUL": (3, 6), "COUPLE": (2, 2)}
"""How many, by terminal of the grammar."""

PLURALS: dict[str, tuple[int, int, int]] = {
    # low, high, and what each stands for when another plural is counted in it: tens of thousands
    "DOZENS": (24, 99, 12),
    "SCORES": (40, 99, 20),
    "TENS": (20, 99, 10),
    "HUNDREDS": (200, 999, 100),
    "THOUSANDS": (2_000, 9_999, 1_000),
    "MILLIONS": (2 * 10**6, 10**7 - 1, 10**6),
    "BILLIONS": (2 * 10**9, 10**10 - 1, 10**9),
    "TRILLIONS": (2 * 10**12, 10**13 - 1, 10**12),
}

TIMES: dict[str, tuple[int, int]] = {
    "seconds": (2, 59), "minutes": (2, 59), "hours": (2, 23), "days": (2, 6), "weeks": (2, 6), "months": (2, 11),
    "years": (2, 9), "decades": (2, 9), "centuries": (2, 9),
}  # fmt: skip

MOST = Interval(Fraction(1, 2), Fraction(1), low_open=True)
A_LITTLE = Fraction(2)
"""`almost no one`: not zero, and no more than this; of a share, 5 %."""
A_LITTLE_SHARE = Fraction(1, 20)

HEDGES = (
    "about", "around", "some", "roughly", "approximately", "circa", "an estimated", "nearly", "almost",
    "close to", "just under", "just over", "slightly more than", "a little over", "more than", "over", "above",
    "exceeding", "well above", "in excess of", "upwards of", "at least", "no fewer than", "no less than",
    "a minimum of", "less than", "fewer than", "under", "below", "well below", "up to", "at most",
    "no more than", "as much as", "as many as", "a maximum of", "within",
)  # fmt: skip
EXAMPLES = (
    *HEDGES, "or so", "or more", "or less", "a few", "several", "a couple", "dozens", "hundreds", "thousands", "most", "a majority", "none", "no one", "zero", "virtually", "hardly", "half", "double",
    "twice", "between", "up", "down", "million", "billion", "trillion", "thousand", "hundred",
)  # fmt: skip
"""Words to suggest for a misspelt one."""

_WORD = re.compile(r"[^\W\d_]+(?:[ '’-][^\W\d_]+){0,3}\.?")
_PERCENT = re.compile(r"\s*([0-9]{1,3}(?:\.[0-9]{1,10})?)\s*(?:%|percent|per cent|pct)\s*", re.IGNORECASE)
_RANGE = re.compile(
    r"\s*([0-9][0-9,]{0,20}(?:\.[0-9]{1,10})?)\s*(%|percent|per cent|pct)?\s*(?:to|-|–)\s*"
    r"([0-9][0-9,]{0,20}(?:\.[0-9]{1,10})?)\s*(%|percent|per cent|pct)?\s*",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Own:
    """A vocabulary's meaning of a word: a width (a share of the number), or the numbers it stands for."""

    width: Fraction | None = None
    numbers: Interval | None = None
    share: bool = False  # the numbers are shares: `minority: 0 to 50 %`


_PLAIN = str.maketrans(names.LOOK_ALIKES)


def folded(word: str) -> str:
    return " ".join(word.translate(_PLAIN).casefold().replace("’", "'").replace("-", " ").split())


def own_meanings(hedges: Mapping[str, str]) -> Mapping[str, Own]:
    """A vocabulary's `hedges`, by folded word.

    Raises:
        QuantityError: an entry cannot be read; the message names it.
    """
    return _own_meanings(tuple(hedges.items()))


@lru_cache(maxsize=256)
def _own_meanings(entries: tuple[tuple[str, str], ...]) -> Mapping[str, Own]:
    return {folded(word): own_meaning(word, meaning) for word, meaning in entries}


def own_meaning(word: str, meaning: str) -> Own:
    """One entry of `hedges`: `10 %`, `2 to 5`, `0 to 50 %`.

    Raises:
        QuantityError: the word is none, or the meaning says no width.
    """
    if len(word) > 60 or _WORD.fullmatch(word) is None:
        raise QuantityError(*messages.bad_hedge_word(word), 0, len(word))
    percent = _PERCENT.fullmatch(meaning) if len(meaning) <= 100 else None
    if percent is not None and 0 < Fraction(percent[1]) <= 100:
        return Own(width=Fraction(percent[1]) / 100)
    match = _RANGE.fullmatch(meaning) if len(meaning) <= 100 else None
    if match is None:
        raise QuantityError(*messages.bad_hedge(word, meaning), 0, len(meaning))
    low, high = (Fraction(match[i].replace(",", "")) for i in (1, 3))
    if low > high or (match[2] and not match[4]):
        raise QuantityError(*messages.bad_hedge(word, meaning), 0, len(meaning))
    share = match[4] is not None
    numbers = Interval(low, high)
    return Own(numbers=numbers.scaled(Fraction(1, 100)) if share else numbers, share=share)
