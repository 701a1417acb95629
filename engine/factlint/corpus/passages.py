"""The passage of a text that comes closest to a quote it does not hold: what was probably meant to be quoted."""

from __future__ import annotations

import re
from typing import Final

from factlint.corpus.folding import fold_text, folded
from factlint.corpus.quotes import whole_words

_CLOSE: Final = 60.0
"""Least likeness, in percent, worth showing."""

_LONGEST_QUOTE: Final = 400
_LONGEST_TEXT: Final = 100_000
_SHOWN: Final = 200
_WORDS: Final = 6
_PLACES: Final = 25
_STEM: Final = 5
"""In a longer text only the surroundings of the quote's longest words are compared: of so many, at so many places, by their first letters."""


def nearest_passage(text: str, quote: str) -> str | None:
    """The stretch of the text that is most like the quote, in whole words and on one line; None where nothing is.

    Likeness is rapidfuzz's partial ratio (the normalised indel similarity of the best-fitting stretch), case folded.
    """
    from rapidfuzz import fuzz  # only a missing quote needs it

    passage, wanted = folded(text), _lower(fold_text(quote[:_LONGEST_QUOTE]))
    if not wanted:
        return None
    best = (0.0, 0, 0)
    searched = _lower(passage.text)
    for start, end in _places(searched, wanted):
        stretch = searched[start:end]
        found = fuzz.partial_ratio_alignment(wanted, stretch, score_cutoff=max(_CLOSE, best[0]))
        if found is not None and found.score > best[0]:
            best = (found.score, start + found.dest_start, start + found.dest_end)
    score, start, end = best
    if score < _CLOSE:
        return None
    start, end = whole_words(text, passage.held_near(start), passage.held_near(end))
    return _shortened(" ".join(text[start:end].split())) or None


def _lower(text: str) -> str:
    """Lower case, letter by letter: where one lengthens (`İ`), all stay, since offsets must."""
    low = text.lower()
    return low if len(low) == len(text) else text


def _places(text: str, wanted: str) -> list[tuple[int, int]]:
    if len(text) <= _LONGEST_TEXT:
        return [(0, len(text))]
    words = sorted(set(re.findall(r"\w{3,}", wanted)), key=lambda word: (-len(word), word))[:_WORDS]
    reach = 2 * len(wanted)
    places = []
    for word in words:
        stem = word[:_STEM]
        at = text.find(stem)
        for _ in range(_PLACES):
            if at < 0:
                break
            places.append((max(0, at - reach), at + reach))
            at = text.find(stem, at + reach)
    return places


def _shortened(passage: str) -> str:
    return passage if len(passage) <= _SHOWN else passage[:_SHOWN].rsplit(" ", 1)[0] + " …"
