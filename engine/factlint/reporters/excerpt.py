"""A line of a source with words of it underlined; long lines are cut around them."""

from __future__ import annotations

from factlint.diagnostics import printable, width
from factlint.source import Source, Span

COLUMNS = 80
"""How wide reports are laid out, whatever the terminal: output is the same for the same input."""

_ELLIPSIS = "…"


def window(source: Source, span: Span, room: int) -> tuple[str, int, int]:
    """The line in which `span` starts, at most `room` code points of it, and where in that the span's words stand.

    Returns the text shown (printable), and the columns [start, end) to underline in it. Where the line is longer than
    the room, it is cut at words around the span, with an ellipsis on each cut side. A span that goes on in later lines
    is underlined to the end of its first.
    """
    at = source.position(span.start)
    line = source.line(at.line).replace("\t", " ")
    first = at.column - 1
    last = min(max(span.end - span.start, 1) + first, max(len(line), first + 1))
    start, end = _cut(line, first, last, room)
    last = min(last, end)
    before, marked, after = line[start:first], line[first:last], line[last:end]
    head = (_ELLIPSIS if start else "") + printable(before)
    shown = head + printable(marked) + printable(after) + (_ELLIPSIS if end < len(line) else "")
    left = width(head)
    return shown, left, left + max(width(printable(marked)), 1)


def _cut(line: str, first: int, last: int, room: int) -> tuple[int, int]:
    if len(line) <= room:
        return 0, len(line)
    spare = max(room - 2 - (last - first), 0)
    start = max(first - spare // 2, 0)
    end = min(start + room - 2 if start else room - 1, len(line))
    end = max(end, min(last, first + room - 2))
    start = max(min(start, end - room + 2), 0)
    if start:
        space = line.find(" ", start, first)
        start = space + 1 if space >= 0 else start
    if end < len(line):
        space = line.rfind(" ", last, end + 1)
        end = space if space >= 0 else end
    return start, end
