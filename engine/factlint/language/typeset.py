"""Pieces of text onto lines: as much on one line as fits, else broken where the outermost part allows it.

Source of the algorithm: Philip Wadler, "A prettier printer" (2003), with breaks that are each decided for themselves.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import assert_never

from factlint.diagnostics import width

COLUMNS = 100
"""The longest line, where there is a place to break it."""

INDENT = "    "
"""Before every line but the first: what starts at the margin would be another statement."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Text that is never broken. `tight`: no space stands before it."""

    text: str
    tight: bool = False


@dataclass(frozen=True, slots=True)
class Remark:
    """A comment. `alone`: on a line of its own; else it ends the line of what stands before it."""

    text: str
    alone: bool


@dataclass(frozen=True, slots=True)
class Break:
    """A place where a line may end. `forced`: it does."""

    forced: bool = False


@dataclass(frozen=True, slots=True)
class Group:
    """Parts whose own breaks are all taken, or none of them."""

    parts: tuple[Part, ...]


Part = Piece | Remark | Break | Group

_AFTER = "  "
"""Between code and a comment on its line."""


def typeset(parts: Sequence[Part]) -> list[str]:
    """The lines of one statement, the first at the margin. Only what cannot be broken is longer than `COLUMNS`."""
    page = _Page([], "")
    waiting: list[tuple[Part, bool]] = [(part, False) for part in reversed(parts)]
    while waiting:
        part, flat = waiting.pop()
        match part:
            case Piece():
                page.write(part)
            case Remark(text, alone):
                page.remark(text, alone=alone)
            case Break(forced):
                if forced or not flat:
                    page.end_line()
            case Group(inner):
                together = flat or _fits(inner, waiting, page)
                waiting += [(it, together) for it in reversed(inner)]
            case _:
                assert_never(part)
    page.end_line()
    return page.lines


@dataclass(slots=True)
class _Page:
    lines: list[str]
    line: str

    @property
    def indent(self) -> str:
        return INDENT if self.lines else ""

    def write(self, piece: Piece) -> None:
        if not self.line:
            self.line = self.indent
        elif not piece.tight:
            self.line += " "
        *whole, self.line = (self.line + piece.text).split("\n")
        self.lines += whole

    def remark(self, text: str, *, alone: bool) -> None:
        if alone:
            self.end_line()
            self.line = self.indent + text
        else:
            self.line += _AFTER + text
        self.end_line()

    def end_line(self) -> None:
        if self.line:
            self.lines.append(self.line)
        self.line = ""


@dataclass(slots=True)
class _Ruler:
    """How far a line would reach. `column` None: nothing stands on it yet."""

    column: int | None
    indent: int
    fits: bool = True

    def write(self, piece: Piece) -> None:
        start = self.indent if self.column is None else self.column + (0 if piece.tight else 1)
        first, *rest = piece.text.split("\n")
        self._reach(start + width(first))
        self.column = width(rest[-1]) if rest else self.column

    def remark(self, text: str, *, alone: bool) -> None:
        if not alone:
            self._reach((self.column or 0) + len(_AFTER) + width(text))
        self.end_line()

    def end_line(self) -> None:
        self.column = None
        self.indent = len(INDENT)

    def _reach(self, column: int) -> None:
        self.column = column
        self.fits = self.fits and column <= COLUMNS


def _fits(parts: Sequence[Part], after: Sequence[tuple[Part, bool]], page: _Page) -> bool:
    """Whether the parts fit unbroken, with what then stands on the same line up to the next place to break it."""
    ruler = _Ruler(width(page.line) if page.line else None, len(page.indent))
    for part in _opened(parts):
        match part:
            case Piece():
                ruler.write(part)
            case Remark(text, alone):
                ruler.remark(text, alone=alone)
            case Break(forced):
                if forced:
                    ruler.end_line()
        if not ruler.fits:
            return False
    for part in _opened(it for it, _ in reversed(after)):
        match part:
            case Piece(text):
                ruler.write(part)
                if "\n" in text or not ruler.fits:
                    break
            case Remark(text, alone):
                if not alone:
                    ruler.remark(text, alone=False)
                break
            case Break():
                break
    return ruler.fits


def _opened(parts: Iterable[Part]) -> Iterator[Piece | Remark | Break]:
    """What stands in groups too, in order."""
    waiting = [iter(parts)]
    while waiting:
        part = next(waiting[-1], None)
        if part is None:
            waiting.pop()
        elif isinstance(part, Group):
            waiting.append(iter(part.parts))
        else:
            yield part
