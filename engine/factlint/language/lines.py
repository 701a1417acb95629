"""A rule file cut at its margin: where each statement starts and ends, and which stretches are comments.

Statements are told apart before anything is parsed, so that a mistake in one leaves its neighbours alone.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from factlint.source import Span

_BEFORE_REGEX = re.compile(r"(?:^|\s)matches\Z")


@dataclass(frozen=True, slots=True)
class Chunk:
    """One statement: `text` is as long as the span it stands for, comments blanked out, so offsets carry over.

    `indented`: it stands before the first line that starts at the margin, so it continues nothing.
    """

    span: Span
    text: str
    indented: bool = False


def chunks(text: str) -> tuple[list[Chunk], list[Span]]:
    """The statements of a rule file, and its comments."""
    starts = _statement_starts(text)
    at_margin = set(starts)
    found: list[Chunk] = []
    comments: list[Span] = []
    bounds = [0, *starts, len(text)] if not starts or starts[0] else [*starts, len(text)]
    for start, end in pairwise(bounds):
        chunk, remarks = chunk_of(text[start:end], start)
        comments += remarks
        if chunk is not None:
            indented = start not in at_margin
            found.append(Chunk(chunk.span, chunk.text, indented))
    return found, comments


def chunk_of(text: str, start: int = 0) -> tuple[Chunk | None, list[Span]]:
    """All of `text` as one statement (None where only comments and blanks stand), and its comments."""
    blanked, comments = _without_comments(text)
    remarks = [Span(start + span.start, start + span.end) for span in comments]
    body = blanked.strip()
    if not body:
        return None, remarks
    first = blanked.index(body)
    return Chunk(Span(start + first, start + first + len(body)), body), remarks


def _statement_starts(text: str) -> list[int]:
    starts = []
    offset = 0
    for line in text.split("\n"):
        if line and not line[0].isspace() and line[0] != "#":
            starts.append(offset)
        offset += len(line) + 1
    return starts


def _without_comments(text: str) -> tuple[str, list[Span]]:
    """The text with comments turned into spaces. A `#` inside a string or a regular expression is none."""
    if "#" not in text:
        return text, []
    out = list(text)
    comments = []
    closing: str | None = None
    index = 0
    code = 0  # where the words before this place end, comments and white space left out
    while index < len(text):
        char = text[index]
        if closing is not None:
            if char == "\\":
                index += 1
            elif char == closing or (closing == "/" and char == "\n"):
                closing = None
        elif char == '"':
            closing = '"'
        elif char == "/" and _BEFORE_REGEX.search(text, max(code - 10, 0), code):
            closing = "/"
        elif char == "#":
            end = text.find("\n", index)
            end = len(text) if end < 0 else end
            comments.append(Span(index, end))
            out[index:end] = " " * (end - index)
            index = end
            continue
        index += 1
        if not char.isspace():
            code = index
    return "".join(out), comments


def blanked(text: str) -> str:
    """A rule file with its comments turned into spaces, as long as before."""
    out = list(text)
    for comment in chunks(text)[1]:
        out[comment.start : comment.end] = " " * (comment.end - comment.start)
    return "".join(out)
