"""CSV as columns of text: rows that stand on a line each, under a header in which nothing is wrong."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from factlint import files
from factlint.bulk.lines import CLAIMS, Keys, Marks, NotInBulkError
from factlint.corpus.file_messages import Form
from factlint.corpus.flat import csv
from factlint.corpus.flat.cells import Table
from factlint.corpus.flat.columns import OF_CLAIMS, OF_DOCUMENTS, Columns, Header, delimiter_of, read_header
from factlint.corpus.flat.jsonl import lost_row
from factlint.corpus.flat.lines import MAX_RECORD
from factlint.corpus.flat.rows import Lost, Row
from factlint.diagnostics import Diagnostic
from factlint.source import Source

if TYPE_CHECKING:
    import polars as pl

_MARK = b"\xef\xbb\xbf"
_PARALLEL = ";"


@dataclass(frozen=True)
class CsvLines:
    """A row a line, under a header."""

    keys: Keys
    columns: Columns
    header: Header
    delimiter: str
    first: tuple[int, int]
    form: ClassVar[Form] = "csv"

    def marks(self, lines: pl.Series, data: bytes) -> Marks:  # noqa: ARG002 - a header says how rows are shaped
        import polars as pl

        return Marks(lines.str.contains(self._plain), pl.repeat(value=False, n=len(lines), eager=True))

    @cached_property
    def _plain(self) -> str:
        """As many cells as the header has, in quotation marks or with none."""
        mark = "" if self.delimiter == "\t" else re.escape(self.delimiter)
        cell = rf'(?:[^"{mark}\x00-\x1f\x7f-\x{{9f}}]*|"(?:[^"\x00-\x1f\x7f-\x{{9f}}]|"")*")'
        return rf"^{cell}(?:{re.escape(self.delimiter)}{cell}){{{len(self.header.columns) - 1}}}\r?$"

    def check(self, lines: pl.DataFrame) -> None:
        """A cell that is not closed on its line may go on over others."""
        import polars as pl

        if lines.select((~pl.col("plain") & pl.col("line").str.contains('"', literal=True)).any()).item():
            raise NotInBulkError

    def texts(self, plain: pl.DataFrame, data: bytes) -> pl.DataFrame:
        import polars as pl

        names = [str(at) for at in range(len(self.header.columns))]
        kinds = dict.fromkeys(names, pl.String())
        read = pl.DataFrame(schema=kinds)
        if plain.height:
            read = pl.read_csv(
                data.replace(b"\r", b""), has_header=False, schema=kinds, separator=self.delimiter, quote_char='"'
            )
        if read.height != plain.height:
            raise NotInBulkError
        text = pl.all().str.strip_chars()
        cells = read.select(text).select(pl.when(pl.all() != "").then(pl.all()))
        beside = plain.select("line", "number").with_columns(
            self._of_key(key, cells).alias(key) for key in self.keys.every
        )
        return beside.filter(self._sound(cells, beside))

    def row(self, name: str, number: int, text: str) -> Row:
        table = Table([(number, text)], name)
        table.delimiter = self.delimiter
        cells = next(table, None)
        if cells is None or (cells.problem is None and not any(cell.text.strip() for cell in cells.cells)):
            return Row(Source(name, text, number), None, lost=Lost.NOTHING)
        if cells.problem is not None:
            return Row(cells.source, None, (cells.problem,), lost=Lost.RECORD)
        return csv.row(cells, self.header, self.columns)

    def lost(self, name: str, number: int, problem: Diagnostic) -> Row:
        return lost_row(name, number, problem)

    # --- Keys of cells ------------------------------------------------------------------------------------------------

    def _of_key(self, key: str, cells: pl.DataFrame) -> pl.Series:
        """What a record says under a key: a cell, or several as JSON."""
        import polars as pl

        whole, parts = self._cells(key)
        if whole is None and not parts:
            return pl.Series([None], dtype=pl.String()).new_from_index(0, cells.height)
        if whole is not None and not parts and key != "via":
            return cells[whole]
        wanted = [it for it in (whole, *parts) if it is not None]
        distinct = cells.select(wanted).unique()
        made = [self._made(key, dict(zip(wanted, row, strict=True))) for row in distinct.iter_rows()]
        found = distinct.with_columns(made=pl.Series(made, dtype=pl.String()))
        return cells.select(wanted).join(found, on=wanted, how="left", nulls_equal=True, maintain_order="left")["made"]

    def _cells(self, key: str) -> tuple[str | None, Mapping[str, str]]:
        """The column that is a key, and those of its parts, by the place of the cell: `document`, `document.outlet`."""
        whole, parts = None, {}
        for at, column in enumerate(self.header.columns):
            if column.path == (key,):
                whole = str(at)
            elif column.path[:1] == (key,):
                parts[str(at)] = column.path[1]
        return whole, parts

    def _made(self, key: str, cells: Mapping[str, str | None]) -> str | None:
        whole, parts = self._cells(key)
        said = None if whole is None else cells[whole]
        below = {name: _items(name, text) for at, name in parts.items() if (text := cells[at]) is not None}
        if not below:
            items = None if said is None else _items(key, said)
            return items if items is None or isinstance(items, str) else json.dumps(items, ensure_ascii=False)
        if key == "document":
            below = {**({} if said is None else {"id": said}), **below}
        return json.dumps(below, ensure_ascii=False)

    def _sound(self, cells: pl.DataFrame, beside: pl.DataFrame) -> pl.Series:
        """Rows that have what a record must, nothing without a column, and nothing that looks like JSON and is none."""
        import polars as pl

        nothing = [str(at) for at, column in enumerate(self.header.columns) if not column.path]
        sound = [beside[key].is_not_null() for key in self.keys.required]
        sound += [cells[at].is_null() for at in nothing]
        for key in self.keys.nested:
            whole, parts = self._cells(key)
            if whole is None:
                continue
            said = cells[whole]
            sound.append(~said.str.contains(r"^[\[{]").fill_null(value=False))
            if key == "value":
                sound += [said.is_null() | cells[at].is_null() for at in parts]
            if key == "via":
                sound.append(~said.str.contains(r"^[;\s]*$").fill_null(value=False))
        return (
            pl.DataFrame([it.alias(str(at)) for at, it in enumerate(sound)])
            .select(pl.all_horizontal(pl.all()))
            .to_series()
        )


def csv_lines(path: Path, keys: Keys) -> CsvLines:
    """How a file is written that begins with a header.

    Raises:
        NotInBulkError: it does not, or something is to be told of it.
        OSError: it cannot be read.
    """
    columns = OF_CLAIMS if keys is CLAIMS else OF_DOCUMENTS
    with files.stream_again(path) as file:
        data = file.read(MAX_RECORD)
    start = len(_MARK) if data.startswith(_MARK) else 0
    for number, line in enumerate(data[start:].splitlines(keepends=True), 1):
        start += len(line)
        if not line.strip():
            continue
        try:
            text = line.decode("utf-8").rstrip("\r\n")
        except UnicodeDecodeError:
            raise NotInBulkError from None
        table = Table([(number, text)], path.name)
        table.delimiter = delimiter_of(text, columns)
        cells = next(table, None)
        if cells is None or cells.problem is not None or not line.endswith(b"\n"):
            break
        header = read_header(cells.source, cells.cells, columns)
        if header.problems or not header.usable:
            break
        return CsvLines(keys, columns, header, table.delimiter, (number + 1, start))
    raise NotInBulkError


def _items(key: str, text: str) -> str | Sequence[str]:
    """What stands in a cell: of `via`, items that run parallel."""
    if key != "via" or _PARALLEL not in text:
        return text
    return [item for part in text.split(_PARALLEL) if (item := part.strip())]
