"""Rows of CSV, cell by cell, with the place of each: RFC 4180, and what spreadsheets make of it.

The standard library's reader says in which line a row ends and nothing of its cells; a message that cannot point at
the words at fault would be the only one of its kind. Everything in a cell is data, whatever a spreadsheet would make
of it. A row ends at the end of its line, or where a quoted cell that goes on over lines is closed.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from factlint.corpus import file_messages
from factlint.corpus.flat import messages
from factlint.corpus.flat.lines import MAX_RECORD
from factlint.corpus.yaml_nodes import MAX_SCALAR, Scalar
from factlint.diagnostics import Diagnostic
from factlint.source import Source, Span

Line = tuple[int, str | Diagnostic]


@dataclass(frozen=True, slots=True)
class Cells:
    """A row. The text of a cell is without its quotation marks, its span with them. A `problem` leaves no cells."""

    source: Source
    cells: tuple[Scalar, ...]
    problem: Diagnostic | None = None


class Table:
    """The rows of a file; blank lines are none."""

    def __init__(self, lines: Iterable[Line], name: str) -> None:
        self.name = name
        self.delimiter = ","
        self._lines = iter(lines)
        self._again: deque[Line] = deque()

    def __iter__(self) -> Iterator[Cells]:
        return self

    def __next__(self) -> Cells:
        while True:
            number, text = self._next_line()
            if isinstance(text, Diagnostic):
                source = Source(self.name, "", number) if text.primary is None else text.primary.source
                return Cells(source, (), text)
            if text.strip(" \t"):
                return self._row(number, text)

    def peek(self) -> str:
        """The first line that is not blank, which stays to be read; empty where there is none."""
        seen: list[Line] = []
        found = ""
        for number, text in iter(self._maybe_line, None):
            seen.append((number, text))
            if isinstance(text, Diagnostic) or text.strip():
                found = text if isinstance(text, str) else ""
                break
        self._again.extendleft(reversed(seen))
        return found

    def _next_line(self) -> Line:
        return self._again.popleft() if self._again else next(self._lines)

    def _maybe_line(self) -> Line | None:
        try:
            return self._next_line()
        except StopIteration:
            return None

    def _row(self, number: int, text: str) -> Cells:
        cells: list[Scalar] = []
        more: list[Line] = []
        start = 0
        while True:
            if text.startswith('"', start):
                end, text, problem = self._quoted(number, text, start, more)
                if problem is not None:
                    return Cells(problem.primary.source if problem.primary else Source(self.name, ""), (), problem)
                cells.append(Scalar(text[start + 1 : end - 1].replace('""', '"'), Span(start, end)))
            else:
                end = text.find(self.delimiter, start)
                end = len(text) if end < 0 else end
                cells.append(Scalar(text[start:end], Span(start, end)))
            if end == len(text):
                return Cells(Source(self.name, text, number), tuple(cells))
            start = end + 1

    def _quoted(self, number: int, text: str, start: int, more: list[Line]) -> tuple[int, str, Diagnostic | None]:
        """Where a quoted cell ends, and the text of the row with the lines that the cell goes on over.

        A mark that is never closed takes no other row with it: the lines read in search of its end are read again.
        """
        at = start + 1
        while True:
            mark = text.find('"', at)
            if mark < 0:
                line = self._maybe_line() if len(text) - start <= MAX_SCALAR and len(text) <= MAX_RECORD else None
                if line is not None:
                    more.append(line)
                if line is None or isinstance(line[1], Diagnostic):
                    self._again.extendleft(reversed(more))
                    source = Source(self.name, text.partition("\n")[0] if start < text.find("\n") else text, number)
                    return 0, text, messages.unclosed_cell(source, Span(start, start + 1))
                at = len(text)
                text = f"{text}\n{line[1]}"
            elif text.startswith('"', mark + 1):
                at = mark + 2
            else:
                break
        end = mark + 1
        if end < len(text) and text[end] != self.delimiter:
            if more:  # the mark that was found is another cell's
                self._again.extendleft(reversed(more))
                first = text.partition("\n")[0]
                source = Source(self.name, first if start < len(first) else text[:end], number)
                return 0, text, messages.unclosed_cell(source, Span(start, start + 1))
            source = Source(self.name, text, number)
            return 0, text, messages.words_behind_cell(source, Span(start, end), Span(end, end + 1))
        return end, text, None


def too_long(source: Source, cell: Scalar) -> Diagnostic | None:
    """What is wrong with a cell that no claim can have so long."""
    if len(cell.text) <= MAX_SCALAR:
        return None
    return file_messages.too_long("E2", source, cell.span, len(cell.text), MAX_SCALAR)
