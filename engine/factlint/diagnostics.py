"""Problems as values: a code, what is wrong, where, and what would put it right.

Each stage returns its result and the diagnostics it met; nothing here raises. The first letter of a code is its severity
(E error, W warning), the digit after it the thing at fault: 1 the call, 2 claims and documents, 3 rules, 4 the
vocabulary, 9 factlint itself.
"""

import re
import unicodedata
from dataclasses import dataclass
from typing import Literal

from factlint.source import Position, Source, Span

_LONGEST = 200
"""Characters of words from outside that a message repeats: more hide what it says."""

_REPEATED = re.compile(
    rf"(?<!\w)(?P<mark>[`\"])(?P<kept>(?:(?!(?P=mark)).){{{_LONGEST}}})(?:(?!(?P=mark)).)+(?P=mark)", re.DOTALL
)

DiagnosticSeverity = Literal["error", "warning"]


@dataclass(frozen=True, slots=True)
class Label:
    """The words a diagnostic points at, and what to say under them."""

    source: Source
    span: Span
    text: str = ""

    @property
    def position(self) -> Position:
        return self.source.position(self.span.start)


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One problem.

    `message` is one clause, lower case, without a full stop. `primary` is the tightest stretch at fault (None: no text,
    such as a missing file, which `file` then names); `related` are other places that took part; `help` says what to do.
    Words that either repeats in backticks or quotes are cut where they are long.
    """

    code: str
    message: str
    primary: Label | None = None
    related: tuple[Label, ...] = ()
    help: str | None = None
    file: str | None = None

    def __post_init__(self) -> None:
        object.__setattr__(self, "message", _shortened(self.message))
        if self.help is not None:
            object.__setattr__(self, "help", _shortened(self.help))

    @property
    def severity(self) -> DiagnosticSeverity:
        return "error" if self.code.startswith("E") else "warning"

    @property
    def where(self) -> tuple[str, int, int]:
        """File, line and column, for sorting and for reports; ("", 0, 0) where there is none."""
        if self.primary is None:
            return (self.file or "", 0, 0)
        at = self.primary.position
        return (self.primary.source.name, at.line, at.column)


def _shortened(text: str) -> str:
    return text if len(text) <= _LONGEST else _REPEATED.sub(r"\g<mark>\g<kept>…\g<mark>", text)


def printable(text: str) -> str:
    """Text from outside, made harmless for a terminal: control and direction characters are shown as escapes."""
    if text.isprintable():
        return text
    return "".join(_shown(char) for char in text)


def _shown(char: str) -> str:
    if char in "\n\t" or unicodedata.category(char) == "Zs":
        return " "
    if char.isprintable():
        return char
    return f"\\u{{{ord(char):x}}}"


def width(text: str) -> int:
    """Columns that a printable text takes on a terminal: wide characters two, combining marks none."""
    return sum(
        0 if unicodedata.combining(char) else 2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in text
    )


class RunError(Exception):
    """A run cannot go on: the diagnostic says why."""

    def __init__(self, diagnostic: Diagnostic) -> None:
        super().__init__(diagnostic.message)
        self.diagnostic = diagnostic
