"""What to say of a text that the grammar does not read: which word is at fault, and which one was probably meant."""

from __future__ import annotations

import re
from functools import lru_cache

from factlint.quantities import hedges, messages, names, numbers
from factlint.quantities.messages import QuantityError
from factlint.quantities.written import Words

_AT_FAULT = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)*|[0-9][0-9.,]*[0-9]|\S")
_DIGITS = re.compile(r"[0-9.,]*[0-9][0-9.,]*")


def misread(text: str, ready: str, at: int, *, rank: bool) -> QuantityError:
    """The message for the word at which reading stopped."""
    if rank:
        return QuantityError(*messages.not_a_rank(text), 0, len(text))
    start = at
    while start < len(ready) and ready[start] == " ":
        start += 1
    match = _AT_FAULT.match(ready, start)
    if match is None:
        stated = any(char.isdigit() for char in ready) or known_word(ready.split(maxsplit=1)[0])
        said = messages.unfinished(text) if stated else messages.no_number(text)
        return QuantityError(*said, 0, len(text))
    for digits in _DIGITS.finditer(ready):
        if digits.start() <= start < digits.end() and re.search(r"[.,]", digits.group()):
            return QuantityError(*messages.bad_digits(digits.group()), digits.start(), digits.end())
    word, end = text[start : match.end()], match.end()
    if (first := _begins_with_hedge(ready, start)) is not None:
        return QuantityError(*messages.two_hedges(first.text, word), start, end)
    if not word[0].isalpha() or known_word(match.group()):
        return QuantityError(*messages.unexpected(word), start, end)
    stated = any(char.isdigit() for char in ready) or any(map(known_number, ready.split()))
    if (number := number_behind(ready[:start], match.group())) is not None:
        return QuantityError(*messages.misspelt_number(word, number), start, end)
    near = nearest_number(match.group()) or nearest_hedge(match.group(), alone=not stated)
    if near is None and not stated:
        return QuantityError(*messages.no_number(text), 0, len(text))
    return QuantityError(*messages.unknown_word(word, near), start, end)


def _begins_with_hedge(ready: str, at: int) -> Words | None:
    """The hedge that a text begins with, where a second one stands right after it."""
    starts = [phrase for phrase in hedges.HEDGES if ready.casefold().startswith(f"{phrase} ")]
    rest = ready[at:].casefold()
    if not starts or not any(rest.startswith(f"{phrase} ") for phrase in hedges.HEDGES):
        return None
    first = max(starts, key=len)
    return Words("HEDGE", ready[: len(first)], 0, len(first)) if ready[len(first) : at].strip() == "" else None


@lru_cache(maxsize=1)
def _lexicon() -> frozenset[str]:
    """Every word that some terminal of the grammar holds."""
    joining = [
        "and",
        "or",
        "of",
        "to",
        "a",
        "an",
        "the",
        "from",
        "per",
        "in",
        "out",
        "by",
        "so",
        "more",
        "less",
        "fewer",
        "times",
        "fold",
    ]
    phrases = {part for phrase in hedges.EXAMPLES for part in phrase.split()}
    return frozenset({*phrases, *joining, *numbers.WORDS, *names.SCALES, *numbers.MULTIPLES, *numbers.PARTS})


def known_word(word: str) -> bool:
    """Whether a single word has a place in quantities (units apart)."""
    return word.casefold() in _lexicon()


def known_number(word: str) -> bool:
    """Whether a single word says how many."""
    word = word.casefold()
    return (
        word in numbers.WORDS
        or word in names.SCALES
        or word in numbers.PARTS
        or word.removesuffix("s") in {"hundred", "dozen", "score", *numbers.PARTS}
    )


def nearest_hedge(word: str, *, alone: bool = False) -> str | None:
    """The hedge or vague word that a misspelt one was probably meant to be.

    `alone`: no number stands beside it, so that it may be any word of the language, and must be closer.
    """
    from rapidfuzz import fuzz, process

    cutoff = 80 if alone else 66
    found = process.extractOne(word.casefold()[:40], hedges.EXAMPLES, scorer=fuzz.ratio, score_cutoff=cutoff)
    return None if found is None else str(found[0])


@lru_cache(maxsize=1)
def _number_words() -> tuple[str, ...]:
    groups = ("hundred", "dozen", "score", "hundreds", "dozens", "scores")
    parts = (f"{part}s" for part in numbers.PARTS if part != "half" and not part.endswith("s"))
    words = {*numbers.WORDS, *names.SCALES, *numbers.PARTS, *numbers.MULTIPLES, *groups, *parts}
    return tuple(sorted(word for word in words if len(word) > _SHORT))


_SHORT = 3
"""Letters of words that too many others resemble."""


def nearest_number(word: str) -> str | None:
    """The word for a number, a scale or a fraction that a misspelt one was probably meant to be.

    They share the first letter, and differ in one (in words of seven letters and more, in two): `fourty`, `milion`.
    """
    from rapidfuzz.distance import OSA

    folded = word.casefold()
    if not _SHORT + 2 <= len(folded) <= 20 or known_number(folded):
        return None
    slips = 2 if len(folded) >= 7 else 1
    near = [(OSA.distance(folded, other), other) for other in _number_words() if other[0] == folded[0]]
    distance, other = min(near, default=(slips + 1, ""))
    return other if distance <= slips else None


_LAST = re.compile(r"([^\W\d_]+)(?:[\s-]+and)?[\s-]*$")


def number_behind(words: str, word: str) -> str | None:
    """The number that a misspelt one was probably meant to be, behind others: `five` for `fiv` behind `twenty`.

    They share the first letter and differ in one, however short they are: a number was to be expected there.
    """
    from rapidfuzz.distance import OSA

    last, folded = _LAST.search(words.casefold()), word.casefold()
    if last is None or not 1 < len(folded) <= 20:
        return None
    if numbers.WORDS.get(last[1], 0) >= 20:
        fitting = [number for number, value in numbers.WORDS.items() if 0 < value < 10]
    elif last[1] == "hundred":
        fitting = list(numbers.WORDS)
    else:
        return None
    near = [number for number in fitting if number[0] == folded[0] and OSA.distance(folded, number) == 1]
    return max(near, key=len, default=None)
