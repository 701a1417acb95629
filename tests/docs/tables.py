"""The tables of a reference page that are run: those with a comment in front that says what a row is.

<!-- run: values of share -->
| written | can mean | number | reason |
| --- | --- | --- | --- |
| `about 40%` | 38 to 42 | 40 | hedge |
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import yaml

_PIECE = re.compile(
    r"^```vocabulary\n(?P<vocabulary>.*?)^```\n|^<!-- run: (?P<about>[^\n]+) -->\n+(?P<table>(?:\|[^\n]*\n)+)",
    re.MULTILINE | re.DOTALL,
)
_CODE = re.compile(r"`([^`]*)`")


@dataclass(frozen=True, slots=True)
class Table:
    """`about` is what the comment says; a row is its cells by heading, as text."""

    line: int
    about: str
    vocabulary: Mapping[str, Any]
    rows: tuple[Mapping[str, str], ...]


def tables(page: str) -> Iterator[Table]:
    """Those of a page that are run, in order, with the vocabulary that stands above each."""
    vocabulary: Mapping[str, Any] = {}
    for match in _PIECE.finditer(page):
        if match["table"] is None:
            vocabulary = yaml.load(match["vocabulary"], yaml.BaseLoader)
            continue
        heading, _, *lines = match["table"].splitlines()
        keys = _cells(heading)
        rows = tuple(dict(zip(keys, _cells(line), strict=True)) for line in lines)
        yield Table(page.count("\n", 0, match.start("table")) + 1, match["about"], vocabulary, rows)


def _cells(line: str) -> list[str]:
    return [cell.strip() for cell in line.strip().strip("|").split("|")]


def code(cell: str) -> list[str]:
    """What stands between backticks."""
    return _CODE.findall(cell)
