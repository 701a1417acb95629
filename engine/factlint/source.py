"""A text that was read, and places in it."""

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from functools import cached_property


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of a text: code points from `start` up to, and without, `end`."""

    start: int
    end: int


@dataclass(frozen=True, slots=True, order=True)
class Position:
    """Where a code point stands; both numbers count from 1."""

    line: int
    column: int


@dataclass(frozen=True)
class Source:
    """A named text. `name` is what people see: a POSIX path relative to the configuration, or `--rule`.

    Of a file that is read record by record the text may be one record: `first_line` is the line in the file on which it
    begins. Lines are counted in the whole file; offsets and spans are within the text.
    """

    name: str
    text: str = field(repr=False)
    first_line: int = 1

    @cached_property
    def _starts(self) -> list[int]:
        return [0, *(found.end() for found in re.finditer("\n", self.text))]

    def position(self, offset: int) -> Position:
        line = bisect_right(self._starts, offset)
        return Position(line + self.first_line - 1, offset - self._starts[line - 1] + 1)

    def line(self, number: int) -> str:
        """The text of a line (of the file, from 1), without its end; empty outside the text."""
        index = number - self.first_line
        if not 0 <= index < len(self._starts):
            return ""
        start = self._starts[index]
        end = self._starts[index + 1] - 1 if index + 1 < len(self._starts) else len(self.text)
        return self.text[start:end].removesuffix("\r")

    def lines_of(self, span: Span) -> list[Span]:
        """A span cut at the ends of lines: what of it stands in each line that it touches."""
        cut = []
        start = span.start
        while start < span.end:
            stop = self.text.find("\n", start, span.end)
            stop = span.end if stop < 0 else stop
            stretch = self.text[start:stop]
            if stretch.strip():
                lead = len(stretch) - len(stretch.lstrip())
                cut.append(Span(start + lead, start + len(stretch.rstrip())))
            start = stop + 1
        return cut or [span]

    def offset(self, line: int, column: int) -> int:
        """The code point at a position (both from 1), clamped to the text."""
        index = min(max(line - self.first_line, 0), len(self._starts) - 1)
        return min(self._starts[index] + column - 1, len(self.text))
