"""Laws that every reader keeps, whatever it is given."""

from __future__ import annotations

from collections.abc import Iterable

from factlint.codes import CODES
from factlint.diagnostics import Diagnostic
from factlint.reporters.diagnostics import in_order, render


def text_of(data: bytes) -> str:
    """Bytes as a text that a person might hand over; what is no UTF-8 becomes lone surrogates, as in an argument."""
    return data.decode("utf-8", "surrogateescape")


def held_text_of(data: bytes) -> str:
    """Bytes as a file is read: what is no UTF-8 was refused before anything else looked at it."""
    return data.decode("utf-8", "replace")


def well_told(found: Iterable[Diagnostic]) -> None:
    """Each diagnostic has a code of the table, one clause and help, points into its text, and prints harmlessly."""
    for diagnostic in in_order(found):
        assert diagnostic.code in CODES, diagnostic.code
        assert diagnostic.message.strip(), diagnostic.code
        assert diagnostic.help, diagnostic.code
        labels = [label for label in (diagnostic.primary, *diagnostic.related) if label is not None]
        for label in labels:
            assert 0 <= label.span.start <= label.span.end <= len(label.source.text), (diagnostic.code, label.span)
        shown = render(diagnostic)
        assert all(char == "\n" or char.isprintable() for char in shown), repr(shown)
        assert len(shown) < 20_000 + 1_000 * len(labels), (diagnostic.code, len(shown))
