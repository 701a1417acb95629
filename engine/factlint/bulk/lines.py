"""The lines of a large file to columns of text: those that need no second look; the others are marked."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, NamedTuple, Protocol

from factlint import files
from factlint.corpus.file_messages import Form
from factlint.corpus.flat.lines import MAX_RECORD, decoded
from factlint.corpus.flat.rows import Row
from factlint.corpus.records import DocumentRecord, LineRecord, Record
from factlint.corpus.yaml_nodes import MAX_SCALAR
from factlint.diagnostics import Diagnostic, RunError
from factlint.progress import progress
from factlint.table import messages

if TYPE_CHECKING:
    import polars as pl

PIECE = 1 << 25
"""Bytes that are read at a time."""

AHEAD = 2
"""Pieces that are taken apart beside the one that is looked at."""

_NOT_BLANK = r"\S"


@dataclass(frozen=True, slots=True)
class Keys:
    """What a record may hold: all keys, those that may be `nested`, those that it must have."""

    every: tuple[str, ...]
    nested: tuple[str, ...]
    required: tuple[str, ...]


def _keys(record: type[Record]) -> tuple[str, ...]:
    return tuple(info.alias or name for name, info in record.model_fields.items())


CLAIMS = Keys(
    _keys(LineRecord), ("document", "value", "qualifiers", "via"), ("document", "subject", "property", "value")
)
DOCUMENTS = Keys(_keys(DocumentRecord), ("via",), ("id",))


class NotInBulkError(Exception):
    """The file is nothing for columns: it is read line by line, and what is wrong with it told."""


class Marks(NamedTuple):
    """Which lines are plain: records as most are, free of what no text may hold. Which of them are certain: nothing else
    has to be asked of them.
    """

    plain: pl.Series
    certain: pl.Series


class Written(Protocol):
    """How records are written in a file: JSON lines, or CSV under a header."""

    @property
    def form(self) -> Form: ...

    @property
    def keys(self) -> Keys: ...

    @property
    def first(self) -> tuple[int, int]:
        """The number and the first byte of the first line that is a record."""

    def marks(self, lines: pl.Series, data: bytes) -> Marks:
        """What is to be seen of lines by themselves; `data` is all of them as they stand."""

    def texts(self, plain: pl.DataFrame, data: bytes) -> pl.DataFrame:
        """Beside `line` and `number`, the keys of plain lines as text, objects and lists as JSON; without the lines in
        which more stands than the keys ask for, of which certain ones are not asked. `data` is these lines as they stand.
        """

    def check(self, lines: pl.DataFrame) -> None:
        """Look at some lines, of which `plain` tells which are.

        Raises:
            NotInBulkError: the file is nothing for columns.
        """

    def row(self, name: str, number: int, text: str) -> Row:
        """The record that a line holds."""

    def lost(self, name: str, number: int, problem: Diagnostic) -> Row:
        """What stands for a line that is not text."""


Place = tuple[int, int, int]
"""Of a line: its number, its first byte, its bytes without the end."""


@dataclass(slots=True)
class Lines:
    """The lines of a file by their places. `name` is what messages call it; `how` its records are written."""

    path: Path
    name: str
    how: Written
    signature: object = None

    def __post_init__(self) -> None:
        self.signature = files.signature(self.path)

    def pieces(self) -> Iterator[pl.DataFrame]:
        """Those that are not blank, some at a time, as columns.

        `number` (of the line, from 1), `start` (its first byte), `length` (bytes without the end), `plain`, and, null where
        it is not plain, the keys of a record, as text; objects and lists as JSON.

        Raises:
            NotInBulkError: the file does not begin as such a file does, or a line has lost its end.
            OSError: it cannot be read.
        """
        return _pieces(self.path, self.how)

    def rows(self, places: Iterable[Place]) -> Iterator[Row]:
        """The records that stand there.

        Raises:
            RunError: the file is not what it was.
        """
        with files.stream_again(self.path) as file:
            for number, start, length in places:
                file.seek(start)
                yield self._row(number, file.read(length).removesuffix(b"\r"))
        self.verify()

    def verify(self) -> None:
        """Look whether the file is still what it was.

        Raises:
            RunError: it is not.
        """
        if files.signature(self.path) != self.signature:
            raise RunError(messages.changed(self.name))

    def _row(self, number: int, data: bytes) -> Row:
        text = decoded(data, self.name, number)
        if isinstance(text, Diagnostic):
            return self.how.lost(self.name, number, text)
        return self.how.row(self.name, number, text)


def _pieces(path: Path, how: Written) -> Iterator[pl.DataFrame]:
    with (
        files.stream(path) as file,
        progress(f"reading {path.name}", files.size(path)) as bar,
        ThreadPoolExecutor(AHEAD) as ahead,
    ):
        waiting: deque[Future[pl.DataFrame]] = deque()
        for data, number, start in _cut(file, *how.first):
            waiting.append(ahead.submit(_piece, data, number, start, how))
            if len(waiting) > AHEAD:
                yield waiting.popleft().result()
            bar.at(start)
        while waiting:
            yield waiting.popleft().result()


def _cut(file: BinaryIO, number: int, start: int) -> Iterator[tuple[bytes, int, int]]:
    """Whole lines, with the number and the first byte of the first of them."""
    while True:
        # Read in one go to the end of a line: pieces that are put together are copied.
        file.seek(start + PIECE)
        rest = file.readline(MAX_RECORD + 1)
        if len(rest) > MAX_RECORD:
            raise NotInBulkError
        file.seek(start)
        data = file.read(PIECE + len(rest))
        if not data:
            return
        yield data, number, start
        number += data.count(b"\n")
        start += len(data)


def _piece(data: bytes, number: int, start: int, how: Written) -> pl.DataFrame:
    import polars as pl

    lines = _lines(data)
    marks = how.marks(lines["line"], data)
    lines = lines.with_columns(
        number=number + pl.int_range(pl.len(), dtype=pl.UInt32),
        length=pl.col("line").str.len_bytes(),
        plain=marks.plain,
        certain=marks.certain,
    )
    short = pl.col("length") <= MAX_SCALAR
    lines = lines.with_columns(
        pl.col("plain") & short,
        pl.col("certain") & short,
        start=start + pl.col("length").cum_sum().cast(pl.Int64) - pl.col("length") + pl.int_range(pl.len()),
    )
    if lines["length"].max() > MAX_RECORD:  # type: ignore[operator]
        raise NotInBulkError
    how.check(lines)
    return _read(lines, data, how)


def _lines(data: bytes) -> pl.DataFrame:
    r"""The lines as they stand, but for their `\n`: each as long as it is in the file."""
    import polars as pl

    try:
        if b"\r" not in data:
            return pl.read_lines(data, name="line")
        text = data.decode("utf-8")
    except (pl.exceptions.ComputeError, UnicodeDecodeError):
        text = b"\n".join(map(_text, data.split(b"\n"))).decode("utf-8")
    lines = pl.Series("line", [text]).str.split("\n").explode(empty_as_null=False)
    return lines.head(len(lines) - text.endswith("\n")).to_frame()


def _text(line: bytes) -> bytes:
    """The line; one that is not text becomes something as long that is no claim."""
    try:
        line.decode("utf-8")
    except UnicodeDecodeError:
        return b"?" * len(line)
    return line


def _read(lines: pl.DataFrame, data: bytes, how: Written) -> pl.DataFrame:
    """The texts of plain lines, beside the places of all that are not blank."""
    import polars as pl

    plain = lines if lines["plain"].all() else lines.filter("plain")
    if plain.height < lines.height:
        data = "\n".join(plain["line"]).encode()
    sound = how.texts(plain, data)
    places = plain
    if plain.height < lines.height:
        places = lines.filter(pl.col("plain") | pl.col("line").str.contains(_NOT_BLANK))
    if sound.height == places.height:
        return places.select("number", "start", "length", plain=pl.lit(value=True)).with_columns(
            sound.drop("line", "number")
        )
    return (
        places.select("number", "start", "length")
        .join(sound.drop("line").with_columns(plain=pl.lit(value=True)), on="number", how="left", maintain_order="left")
        .with_columns(pl.col("plain").fill_null(value=False))
    )
