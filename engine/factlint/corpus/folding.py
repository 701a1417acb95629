"""Texts as quotes are compared: what does not count between a quote and its text is folded, with the way back.

Folded are white space, Unicode normal form (canonical: a ligature or a raised 2 stays itself), and the typographic
variants of quotation marks and dashes.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from factlint.corpus.normal_form import normalized

_QUOTES: Final = {**dict.fromkeys("‘’‚‛′ʼ`´‹›＇", "'"), **dict.fromkeys("“”„‟″«»＂〝〞〟", '"')}
_DASHES: Final = "‐‑‒–—―−⁃﹘﹣－"
_VARIANTS: Final = str.maketrans({**_QUOTES, **dict.fromkeys(_DASHES, "-")})

# White space and runs of dashes (`--` is a typist's `—`) shrink to one character; letters beyond ASCII may decompose.
_SPECIAL: Final = re.compile(rf"\s{{2,}}|[^\S ]|[-{_DASHES}]{{2,}}|[^\x00-\x7f\s{_DASHES}]+")


@dataclass(frozen=True, slots=True)
class Folded:
    """A text, folded, and the offsets at which the folded text falls out of step with it.

    `folded_at` and `held_at` are the same places in both, in ascending order; between two of them either both run in
    step, or the folded stretch stands for something that cannot be cut (`steady` False: white space, an accented letter).
    """

    text: str
    folded_at: list[int]
    held_at: list[int]
    steady: list[bool]

    def occurrences(self, wanted: str) -> Iterator[int]:
        """Where the folded quote begins, in linear time; none that would cut a letter from its accent."""
        at = self.text.find(wanted) if wanted else -1
        while at >= 0:
            if self._between_letters(at) and self._between_letters(at + len(wanted)):
                yield at
                at = self.text.find(wanted, at + len(wanted))
            else:
                at = self.text.find(wanted, at + 1)

    def stands_between(self, start: int, end: int, before: str, behind: str) -> bool:
        """Whether these folded texts stand right before and behind a stretch; a space between does not matter."""
        head = start - 1 if start and self.text[start - 1] == " " else start
        tail = end + 1 if self.text[end : end + 1] == " " else end
        return any(self.text.endswith(before, 0, place) for place in (start, head)) and any(
            self.text.startswith(behind, place) for place in (end, tail)
        )

    def held(self, at: int) -> int:
        """The offset in the held text of a place between letters."""
        index = bisect_right(self.folded_at, at) - 1
        return self.held_at[index] + at - self.folded_at[index]

    def held_near(self, at: int) -> int:
        """The same of any place: of one within a letter, the letter's start."""
        index = bisect_right(self.folded_at, at) - 1
        return self.held_at[index] + (at - self.folded_at[index] if self.steady[index] else 0)

    def _between_letters(self, at: int) -> bool:
        index = bisect_right(self.folded_at, at) - 1
        if not self.steady[index] and at != self.folded_at[index]:
            return False
        return at == 0 or at >= len(self.text) or not unicodedata.combining(self.text[at])


def fold_text(text: str) -> str:
    """A quote as it is compared: folded, without white space at its ends."""
    return _fold(text).text.strip()


@lru_cache(maxsize=16)
def folded(text: str) -> Folded:
    """A held text, folded; kept, since every claim of a document asks for the same one."""
    return _fold(text)


def _fold(text: str) -> Folded:
    pieces: list[str] = []
    folded_at, held_at, steady = [0], [0], [True]
    length = done = 0

    def keep(end: int) -> None:
        """The text up to `end` goes over as it is."""
        nonlocal length, done
        pieces.append(text[done:end])
        length += end - done
        done = end

    def replace(end: int, replacement: str) -> None:
        """The text up to `end` becomes something that is cut nowhere."""
        nonlocal length, done
        if end - done != 1 or len(replacement) != 1:
            folded_at.extend((length, length + len(replacement)))
            held_at.extend((done, end))
            steady.extend((False, True))
        pieces.append(replacement)
        length += len(replacement)
        done = end

    for match in _SPECIAL.finditer(text):
        keep(match.start())
        if match[0][0].isspace():
            replace(match.end(), " ")
        elif match[0][0] in _DASHES or match[0][0] == "-":
            replace(match.end(), "-")
        elif not unicodedata.is_normalized("NFD", match[0]):
            for letter in _letters(match[0]):
                replace(done + len(letter), normalized("NFD", letter))
    keep(len(text))
    return Folded("".join(pieces).translate(_VARIANTS), folded_at, held_at, steady)


def _letters(run: str) -> Iterator[str]:
    """The run cut before each character that is no combining mark: decomposition never reaches across."""
    start = 0
    for index in range(1, len(run)):
        if not is_mark(run[index]):
            yield run[start:index]
            start = index
    yield run[start:]


def is_mark(char: str) -> bool:
    """Whether a character belongs to the letter before it, as an accent does."""
    return unicodedata.combining(unicodedata.normalize("NFD", char)[0]) != 0
