"""A page in Markdown as plain text: headings plain, words wrapped, blocks as they are."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterator

from factlint.reporters.excerpt import COLUMNS

_LINK = re.compile(r"\[([^\]]+)\]\([^)]*\)")
_EXCERPT = re.compile(r"^\s*\d*\s*\|")
_REMARK = re.compile(r"^<!-- .* -->$")

INDENT = 2
"""Columns that a block stands in."""


def plain(page: str) -> str:
    """At most 80 columns wide; help that is longer is broken, its rest indented."""
    return "\n".join(_lines(page)) + "\n"


def _lines(page: str) -> Iterator[str]:
    inside = False
    for paragraph in page.strip("\n").split("\n\n"):
        lines = [line for line in paragraph.split("\n") if not _REMARK.match(line)]
        words: list[str] = []
        for line in lines:
            if line.startswith("```"):
                inside = not inside
            elif inside:
                yield from _block_line(line)
            elif line.startswith("#"):
                yield line.lstrip("# ")
            else:
                words.append(line)
        if words:
            yield from textwrap.wrap(_LINK.sub(r"\1", " ".join(words)), COLUMNS, break_on_hyphens=False)
        yield ""


def _block_line(line: str) -> Iterator[str]:
    if len(line) <= COLUMNS - INDENT or _EXCERPT.match(line):
        yield f"{' ' * INDENT}{line}".rstrip()
        return
    hang = " " * (len(line) - len(line.lstrip()) + 4)
    broken = textwrap.wrap(
        line, COLUMNS - INDENT, subsequent_indent=hang, break_long_words=False, break_on_hyphens=False
    )
    yield from (" " * INDENT + part for part in broken)
