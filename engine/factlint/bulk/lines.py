"""JSON lines to columns of text: those lines that need no second look; the others are marked."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from factlint import files
from factlint.corpus.flat.lines import MAX_RECORD
from factlint.corpus.records import DocumentRecord, LineRecord, Record
from factlint.corpus.yaml_nodes import MAX_SCALAR
from factlint.progress import progress

if TYPE_CHECKING:
    import polars as pl

PIECE = 1 << 26
"""Bytes that are held at a time."""

_TEXT = (
    r'"(?:[^"\\\x00-\x1f\x7f-\x{9f}]|\\["\\/nt]|\\u(?:00[a-fA-F][0-9a-fA-F]|0[1-9a-fA-F][0-9a-fA-F]{2}'
    r'|[1-9a-cA-CefEF][0-9a-fA-F]{3}|[dD][0-7][0-9a-fA-F]{2}))*"'
)
_NUMBER = r"-?(?:0|[1-9][0-9]{0,17})(?:\.[0-9]{1,17})?"
_WHOLE = r"(?:0|[1-9][0-9]{0,14})"
_OBJECT = rf"\{{ ?(?:{_TEXT} ?: ?(?:{_TEXT}|{_NUMBER})(?:, ?)?)+\}}"
_LIST = rf"\[ ?(?:{_TEXT}(?:, ?)?)+\]"
_VALUE = rf'"value" ?: ?({_NUMBER})'
_LOOK = 1 << 12
_MOSTLY = 0.99
_BARE = r": ?-?[0-9]"
_NOT_BLANK = r"\S"


@dataclass(frozen=True, slots=True)
class Form:
    """What a line may hold: its `keys`, those that may be `nested`, those that it must have."""

    keys: tuple[str, ...]
    nested: tuple[str, ...]
    required: tuple[str, ...]

    @property
    def plain(self) -> str:
        """A line that is JSON, with these keys alone, no deeper than they go, and free of what no text may hold."""
        names = "|".join(map(re.escape, self.keys))
        return (
            rf'^\{{(?:(?:"(?:{names})" ?: ?(?:{_TEXT}|{_WHOLE}|true|false|null|{_OBJECT}|{_LIST})|{_VALUE})'
            rf"(?:, ?|\}}\r?$))+$"
        )


def _keys(record: type[Record]) -> tuple[str, ...]:
    return tuple(info.alias or name for name, info in record.model_fields.items())


CLAIMS = Form(
    _keys(LineRecord), ("document", "value", "qualifiers", "via"), ("document", "subject", "property", "value")
)
DOCUMENTS = Form(_keys(DocumentRecord), ("via",), ("id",))


class NotInBulkError(Exception):
    """The file is nothing for columns: it is read line by line, and what is wrong with it told."""


def pieces(path: Path, form: Form) -> Iterator[pl.DataFrame]:
    """The lines of a file of JSON lines, those that are not blank, some at a time.

    Columns: `number` (of the line, from 1), `start` (its first byte), `length` (bytes without the end), `plain`, and,
    null where it is not plain, the keys of a claim, as text; objects and lists as JSON.

    Raises:
        NotInBulkError: it does not begin as such a file does, or a line has lost its end.
        OSError: it cannot be read.
    """
    with (
        files.stream(path) as file,
        progress(f"reading {path.name}", files.size(path)) as bar,
        ThreadPoolExecutor(1) as ahead,
    ):
        waiting: Future[pl.DataFrame] | None = None
        for data, number, start in _cut(file):
            following = ahead.submit(_piece, data, number, start, form)
            if waiting is not None:
                yield waiting.result()
            waiting = following
            bar.at(start)
        if waiting is not None:
            yield waiting.result()


def _cut(file: BinaryIO) -> Iterator[tuple[bytes, int, int]]:
    """Whole lines, with the number and the first byte of the first of them."""
    number, start = 1, 0
    rest = b""
    while data := file.read(PIECE):
        data = rest + data
        cut = data.rfind(b"\n") + 1
        if not cut and len(data) > MAX_RECORD:
            raise NotInBulkError
        rest = data[cut:]
        if cut:
            yield data[:cut], number, start
            number += data.count(b"\n", 0, cut)
            start += cut
    if rest:
        yield rest, number, start


def _piece(data: bytes, number: int, start: int, form: Form) -> pl.DataFrame:
    import polars as pl

    if start == 0 and not data.startswith(b"{"):
        raise NotInBulkError
    line = pl.col("line")
    lines = _lines(data).with_columns(
        number=number + pl.int_range(pl.len(), dtype=pl.UInt32),
        length=line.str.len_bytes(),
        plain=line.str.contains(form.plain) & (line.str.len_bytes() <= MAX_SCALAR),
    )
    lines = lines.with_columns(
        start=start + pl.col("length").cum_sum().cast(pl.Int64) - pl.col("length") + pl.int_range(pl.len())
    )
    if lines["length"].max() > MAX_RECORD:  # type: ignore[operator]
        raise NotInBulkError
    if start == 0 and not lines["plain"][0]:
        raise NotInBulkError
    return _read(lines, data, form)


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


def _read(lines: pl.DataFrame, data: bytes, form: Form) -> pl.DataFrame:
    """The texts of plain lines, beside the places of all that are not blank."""
    import polars as pl

    plain = lines.filter("plain")
    if plain.height < lines.height:
        data = "\n".join(plain["line"]).encode()
    keys = _usual_keys(data, form)
    sound = _sound_texts(plain, data, keys, form)
    if sound.height < _MOSTLY * plain.height and len(keys) < len(form.keys):
        sound = _sound_texts(plain, data, form.keys, form)
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


def _sound_texts(plain: pl.DataFrame, data: bytes, keys: Sequence[str], form: Form) -> pl.DataFrame:
    """The texts of the lines in which nothing but these keys stands, each once."""
    import polars as pl

    texts = dict.fromkeys(keys, pl.String())
    read = pl.read_ndjson(data, schema=texts) if plain.height else pl.DataFrame(schema=texts)
    if read.height != plain.height:
        raise NotInBulkError
    read = read.with_columns(pl.lit(None, dtype=pl.String()).alias(key) for key in form.keys if key not in keys)
    beside = plain.select("line", "number").with_columns(read).with_columns(**_value(form))
    sound = beside.select(_sound(form)).to_series()
    return (beside if sound.all() else beside.filter(sound)).drop("_bare", "_read", strict=False)


def _usual_keys(data: bytes, form: Form) -> list[str]:
    """The keys that are met here and there: each that is not there costs time."""
    seen = b"".join(data[start : start + _LOOK] for start in range(0, len(data), 16 * _LOOK))
    return [key for key in form.keys if f'"{key}"'.encode() in seen]


def _value(form: Form) -> dict[str, pl.Expr]:
    """A number as written: a JSON reader keeps no zero at its end."""
    import polars as pl

    if "value" not in form.keys:
        return {}
    bare = pl.col("line").str.extract(_VALUE)
    return {"value": pl.coalesce(bare, "value"), "_bare": bare, "_read": pl.col("value")}


def _sound(form: Form) -> pl.Expr:
    """Lines in which no key stands twice, and whose parts are what their keys ask for."""
    import polars as pl

    line = pl.col("line")
    nested = [pl.col(key).str.count_matches('":', literal=True).fill_null(0) for key in form.nested]
    present = [pl.col(key).is_not_null().cast(pl.UInt32) for key in form.keys]
    nothing = pl.when(line.str.contains("null", literal=True)).then(line.str.count_matches('[^\\\\]" ?: ?null'))
    once = line.str.count_matches('":', literal=True) == pl.sum_horizontal(*nested, *present) + nothing.fill_null(0)
    given = [pl.col(key).is_not_null() for key in form.required]
    escaped = line.str.contains("\\", literal=True)
    strange = [pl.col(key) == "" for key in form.keys]
    # A text that looks like an object or a list: only a real one holds quotation marks that no backslash leads.
    strange += [
        pl.col(key).str.contains(r"^[\[{]") & (escaped | ~pl.col(key).str.contains('"', literal=True))
        for key in form.nested
    ]
    strange.append(pl.col("via").str.starts_with("{"))
    if form is CLAIMS:
        given.append(
            pl.col("_bare").is_null()
            | (pl.col("_bare").cast(pl.Float64, strict=False) == pl.col("_read").cast(pl.Float64, strict=False))
        )
        strange += [
            pl.col("value").str.starts_with("["),
            ~pl.col("qualifiers").str.starts_with("{"),
            pl.col("qualifiers").str.contains(_BARE),
            pl.col("document").str.starts_with("{") & pl.col("document").str.contains(_BARE),
            pl.col("document").str.starts_with("["),
        ]
    return pl.all_horizontal(once, *given, *(~it.fill_null(value=False) for it in strange)).fill_null(value=False)
