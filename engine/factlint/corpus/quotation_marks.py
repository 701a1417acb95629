"""Whether a stretch of a text stands within quotation marks: somebody's own words, then.

Marks are read as typesetters and typists use them: curly, straight, low, pointed; an apostrophe is none. A paragraph
that ends inside a quotation goes on in the next only where that begins with a mark again, as newspapers print it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, Literal

_DOUBLE: Final = '“”„‟"«»＂'
_SINGLE: Final = "‘’‚‛'‹›"
_OPENING: Final = "“„‟«‘‚‛‹"
_FARTHEST: Final = 20_000
"""Code points to each side that are looked at: no paragraph is longer."""

Turn = Literal["opens", "closes", "either"]


def enclosed_in_quotation_marks(text: str, start: int, end: int) -> bool:
    """Whether one pair of quotation marks encloses all of [start, end), the marks themselves inside it or around it."""
    first, last = _paragraph(text, start, end)
    return any(_encloses(text, start, end, first, last, family) for family in (_DOUBLE, _SINGLE))


def _paragraph(text: str, start: int, end: int) -> tuple[int, int]:
    # Where no line is blank, each line is a paragraph; elsewhere a line may end in mid sentence.
    between = "\n\n" if "\n\n" in text else "\n"
    first = text.rfind(between, max(0, start - _FARTHEST), start)
    last = text.find(between, end, end + _FARTHEST)
    return (max(0, start - _FARTHEST) if first < 0 else first + len(between)), (
        min(len(text), end + _FARTHEST) if last < 0 else last
    )


def _encloses(text: str, start: int, end: int, first: int, last: int, family: str) -> bool:
    is_open = False
    for _, turn in _marks(text, first, start, family):
        is_open = turn == "opens" or (turn == "either" and not is_open)
    inside = list(_marks(text, start, end, family))
    if not is_open:
        if not inside or inside[0][0] != start or inside[0][1] == "closes":
            return False
        inside = inside[1:]
    closings = [at for at, turn in inside if turn != "opens"]
    if closings:
        # Closed within: enclosed only if nothing but the mark itself, and punctuation, follows.
        return not any(char.isalnum() for char in text[closings[0] : end])
    behind = next((turn for _, turn in _marks(text, end, last, family)), None)
    if behind is None:
        return family == _DOUBLE and text[last : last + 3].lstrip("\n")[:1] in set(_DOUBLE)
    return behind != "opens"


def _marks(text: str, start: int, end: int, family: str) -> Iterator[tuple[int, Turn]]:
    for at in range(start, end):
        if text[at] in family and (turn := _turn(text, at)):
            yield at, turn


def _turn(text: str, at: int) -> Turn | None:
    """What a mark does, judged by its neighbours first: `“` opens in English and closes in German."""
    before = text[at - 1] if at else " "
    behind = text[at + 1] if at + 1 < len(text) else " "
    single = text[at] in _SINGLE
    if single and before.isalnum() and behind.isalnum():
        return None  # an apostrophe
    after_gap = before.isspace() or before in "([{-–—/" or before in _OPENING or before == '"'
    before_gap = behind.isspace() or behind in ")]}.,;:!?-–—/…" or behind in _DOUBLE + _SINGLE
    if after_gap and not before_gap:
        return None if text[at] == "’" else "opens"  # ’90s
    if before_gap and not after_gap:
        return "closes"
    if text[at] in _OPENING:
        return "opens"
    return "either" if text[at] in "\"'＂" else "closes"
