"""A text that was read, and places in it."""

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
    """A named text. `name` is what people see: a POSIX path relative to the configuration, or `--rule`."""

    name: str
    text: str = field(repr=False)

    @cached_property
    def _starts(self) -> list[int]:
        starts = [0]
        for index, char in enumerate(self.text):
            if char == "\n":
                starts.append(index + 1)
        return starts

    def position(self, offset: int) -> Position:
        line = bisect_right(self._starts, offset)
        return Position(line, offset - self._starts[line - 1] + 1)

    def line(self, number: int) -> str:
        """The text of a line (from 1), without its end; empty past the end of the text."""
        if not 1 <= number <= len(self._starts):
            return ""
        start = self._starts[number - 1]
        end = self._starts[number] - 1 if number < len(self._starts) else len(self.text)
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
        return min(self._starts[min(line, len(self._starts)) - 1] + column - 1, len(self.text))
