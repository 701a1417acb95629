"""Plain text in sections: a heading at the margin, wrapped lines under it."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from factlint.diagnostics import printable, width
from factlint.reporters.excerpt import COLUMNS
from factlint.reporters.style import PLAIN, Style

STEP = 2
"""Columns that a level is indented by."""


@dataclass(frozen=True, slots=True)
class Line:
    """Words at a level. `label` stands before them in a column of its own; `fixed`: laid out already, not to be wrapped."""

    text: str
    level: int = 1
    label: str = ""
    fixed: bool = False


@dataclass(frozen=True, slots=True)
class Section:
    heading: str
    lines: tuple[Line, ...]


def section(heading: str, *lines: Line | str) -> Section:
    return Section(heading, tuple(Line(it) if isinstance(it, str) else it for it in lines))


def render(sections: Iterable[Section], *, color: bool = False) -> str:
    """The sections that have anything to tell, an empty line between them, at most 80 columns wide."""
    style = Style(color) if color else PLAIN
    return "\n".join("\n".join(_section(it, style)) + "\n" for it in sections if it.lines or it.heading)


def _section(found: Section, style: Style) -> Iterator[str]:
    if found.heading:
        yield from (style(line, "bold") for line in wrapped(found.heading, hang=STEP))
    column = max((width(line.label) + STEP for line in found.lines if line.label), default=0)
    for line in found.lines:
        if line.fixed:
            yield " " * (line.level * STEP) + line.text
        elif line.label:
            pad = " " * (line.level * STEP)
            first, *rest = wrapped(line.text, indent=len(pad) + column)
            label = style(line.label, "cyan") + " " * (column - width(line.label))
            yield pad + label + first.lstrip(" ")
            yield from rest
        else:
            yield from wrapped(line.text, indent=line.level * STEP, hang=STEP)


def wrapped(text: str, *, indent: int = 0, hang: int = 0, room: int = COLUMNS) -> Sequence[str]:
    """Text from outside made printable, and broken at spaces; a number and its per cent sign stay together."""
    tied = printable(text).replace(" %", "\xa0%")
    pad = " " * indent
    lines = textwrap.wrap(
        tied,
        room,
        initial_indent=pad,
        subsequent_indent=pad + " " * hang,
        break_long_words=False,
        break_on_hyphens=False,
    )
    return [line.replace("\xa0%", " %") for line in lines] or [""]


def few(words: Sequence[str], most: int = 3) -> str:
    """`a, b, c and 4 more`."""
    text = ", ".join(words[:most])
    return text if len(words) <= most else f"{text} and {len(words) - most} more"


def joined(words: Sequence[str], joint: str = "and") -> str:
    """`a`, `a and b`, `a, b and c`."""
    return f"{', '.join(words[:-1])} {joint} {words[-1]}" if len(words) > 1 else "".join(words)
