"""The lines of a file, one at a time, however large the file is."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from factlint import files
from factlint.corpus import file_messages
from factlint.corpus.flat import messages
from factlint.diagnostics import Diagnostic
from factlint.progress import progress
from factlint.source import Source, Span

MAX_RECORD = 1_000_000
"""Bytes of a line, and characters of a record: far more than a claim has. What is longer has lost its line ends."""

_BEGINNING = 64
_SHOWN = 200


def lines(path: Path, name: str) -> Iterator[tuple[int, str | Diagnostic]]:
    r"""Each line with its number from 1, without its end; a diagnostic in place of one that is not text.

    A byte order mark is left out, and `\r\n` ends a line as `\n` does. A file that cannot be read at all is one
    diagnostic, numbered 0.
    """
    try:
        if files.kind(path) != "file":
            yield 0, file_messages.file_unreadable("E2", name, "it is not a regular file")
            return
        with files.stream(path) as file, progress(f"reading {path.name}", files.size(path)) as bar:
            yield from _lines(file, name, bar)
    except OSError as error:
        reason = (error.strerror or type(error).__name__).lower()
        yield 0, file_messages.file_unreadable("E2", name, reason)


def _lines(file: BinaryIO, name: str, bar: progress) -> Iterator[tuple[int, str | Diagnostic]]:
    beginning = file.read(_BEGINNING)
    if beginning.startswith((b"\xff\xfe", b"\xfe\xff")) or b"\x00" in beginning:
        what = "UTF-16" if beginning[:2] in {b"\xff\xfe", b"\xfe\xff"} or b"\x00" in beginning[:2] else "a binary file"
        yield 0, file_messages.not_utf8("E2", Source(name, ""), Span(0, 0), what)
        return
    file.seek(3 if beginning.startswith(b"\xef\xbb\xbf") else 0)
    number = seen = 0
    while data := file.readline(MAX_RECORD + 1):
        number += 1
        bar.at(seen := seen + len(data))
        if len(data) > MAX_RECORD:
            shown = Source(name, data[:_SHOWN].decode("utf-8", errors="replace"), number)
            length = len(data) + _rest_of_line(file, data)
            yield number, messages.line_too_long(shown, length, MAX_RECORD)
        else:
            yield number, decoded(data.removesuffix(b"\n").removesuffix(b"\r"), name, number)


def _rest_of_line(file: BinaryIO, data: bytes) -> int:
    """Reads on to the end of the line; the bytes that it had left, or -1 where its end has been read already."""
    left = 0
    while data and not data.endswith(b"\n"):
        data = file.readline(MAX_RECORD)
        left += len(data)
    return left - data.endswith(b"\n")


def decoded(data: bytes, name: str, number: int) -> str | Diagnostic:
    """The text of a line, or what is wrong with it."""
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8", errors="replace")
        rest = data[error.start :].decode("utf-8", errors="replace")
        at = Span(len(before), len(before) + 1)
        return file_messages.not_utf8("E2", Source(name, before + rest, number), at, "in another encoding")
