"""A quote where it stands: a few hundred characters of the held text around it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from factlint.reporters.html.words import clip
from factlint.source import Source

AROUND = 180
"""Code points shown before and behind a quote, less what it takes to end at a word."""

LONGEST = 1_200
"""A quote longer than this is cut in the page."""

_BLANK_LINE = re.compile(r"\n[^\S\n]*\n")


@dataclass(frozen=True, slots=True)
class Passage:
    """`before`, `quote`, `after` as they stand in the text, each as the paragraphs that it touches."""

    before: tuple[str, ...]
    quote: tuple[str, ...]
    after: tuple[str, ...]


def passage(source: Source, start: int, end: int) -> Passage:
    """The text around code points [start, end), cut at words; a cut is shown as an ellipsis."""
    text = source.text
    first = max(0, start - AROUND)
    last = min(len(text), end + AROUND)
    before, after = text[first:start], text[end:last]
    if first > 0:
        before = "…" + _from_a_word(before, text[first - 1])
    if last < len(text):
        after = _to_a_word(after, text[last]) + "…"
    return Passage(_paragraphs(before), _paragraphs(clip(text[start:end], LONGEST)), _paragraphs(after))


def _from_a_word(text: str, preceding: str) -> str:
    if preceding.isspace():
        return text.lstrip()
    cut = re.search(r"\s", text)
    return text if cut is None else text[cut.end() :].lstrip()


def _to_a_word(text: str, following: str) -> str:
    if following.isspace():
        return text.rstrip()
    kept = re.sub(r"\s\S*\Z", "", text)
    return kept or text


def _paragraphs(text: str) -> tuple[str, ...]:
    return tuple(re.sub(r"\s+", " ", part) for part in _BLANK_LINE.split(text))
