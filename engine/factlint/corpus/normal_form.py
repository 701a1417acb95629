"""Unicode normal forms of texts from outside, in time that grows with the text."""

from __future__ import annotations

import unicodedata
from itertools import groupby
from typing import Final, Literal

_LONG: Final = 1_000
"""Characters: in a shorter text no letter has enough marks to matter."""


def normalized(form: Literal["NFC", "NFD"], text: str) -> str:
    """The text in a canonical normal form.

    `unicodedata` sorts the marks of a letter by insertion, in quadratic time; in a long text they are sorted before it
    sees them. Source: the Canonical Ordering Algorithm, The Unicode Standard, 3.11, which asks for a stable sort.
    """
    return unicodedata.normalize(form, text if len(text) < _LONG else _ordered(text))


def _ordered(text: str) -> str:
    characters = (part for char in text for part in unicodedata.normalize("NFD", char))
    ordered: list[str] = []
    for _, run in groupby(characters, key=lambda char: unicodedata.combining(char) != 0):
        ordered += sorted(run, key=unicodedata.combining)  # letters are all of class 0, and stay as they are
    return "".join(ordered)
