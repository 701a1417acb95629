"""A table in several files: those that belong together, and what they mean."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from factlint import files
from factlint.corpus.folder import IN_CATALOG, Listed, list_parts, shown
from factlint.diagnostics import Diagnostic
from factlint.table import messages
from factlint.table.columns import COLUMNS, VERSION, schema
from factlint.table.spark_schema import from_spark
from factlint.table.store import KEY, Meaning, meaning_of

if TYPE_CHECKING:
    import polars as pl


def list_files_of_table(path: Path, root: Path) -> Listed | None:
    """The files of a table that stands in several: in a folder, or by its name in a catalog; None where it does not."""
    if not path.name.startswith(IN_CATALOG):
        return list_parts(path, root)
    from factlint.table.catalog import list_table

    return list_table(path.name)


def read_parts(parts: Sequence[Path], root: Path) -> Meaning | Diagnostic:
    """What the codes of a table mean that stands in these files; a diagnostic where one of them is none, or of another.

    Whole numbers may be longer than in a file of `factlint compile`: Spark has none without a sign.
    """
    found: dict[str, Path] = {}
    kinds: dict[tuple[tuple[str, str], ...], Path] = {}
    for part in parts:
        name = shown(part, root)
        told = _look(part, name)
        if isinstance(told, Diagnostic):
            return told
        text, columns = told
        key, is_partition, _value = part.parent.name.partition("=")
        if is_partition and key not in columns:
            return messages.partitioned(shown(part.parent, root), key)
        missing = [column for column, kind in schema().items() if not _fits(columns.get(column), kind)]
        if missing:
            return messages.missing_columns(name, missing)
        found.setdefault(text, part)
        kinds.setdefault(tuple((column, str(columns[column])) for column in COLUMNS), part)
        if len(found) > 1 or len(kinds) > 1:
            return messages.other_part(name, parts[0].name)
    return _read(next(iter(found)), shown(parts[0], root))


def whole(frame: pl.LazyFrame, name: str) -> int | Diagnostic:
    """How many rows the parts of a table have together; a diagnostic where some are missing, or there twice."""
    import polars as pl

    row = pl.col("row")
    height, distinct, last = (
        frame.select(pl.len(), row.n_unique().alias("rows"), row.max().alias("last")).collect().row(0)
    )
    if distinct < height:
        return messages.rows_twice(name, height - distinct)
    if height and last >= height:
        return messages.rows_missing(name, last + 1 - height)
    return int(height)


def _look(part: Path, name: str) -> tuple[str, Mapping[str, pl.DataType]] | Diagnostic:
    """The meaning as it is written, and the types of the columns."""
    import polars as pl

    try:
        files.note(part)
        metadata = pl.read_parquet_metadata(part)
        columns = pl.read_parquet_schema(part)
    except FileNotFoundError:
        return messages.unreadable_table(name, "it is gone")
    except OSError as error:
        return messages.unreadable_table(name, (error.strerror or "the system refuses").lower())
    except pl.exceptions.PolarsError:
        return messages.no_parquet(name)
    text = metadata.get(KEY) or from_spark(metadata)
    return messages.foreign_parquet(name) if text is None else (text, columns)


def _read(text: str, name: str) -> Meaning | Diagnostic:
    try:
        data = json.loads(text)
        if data["version"] != VERSION:
            return messages.other_version(name, data["version"], VERSION)
        return meaning_of(data)
    except (KeyError, TypeError, ValueError, AttributeError, RecursionError):
        return messages.foreign_parquet(name)


def _fits(found: pl.DataType | None, kind: pl.DataType) -> bool:
    import polars as pl

    return found == kind or (kind == pl.UInt32() and found == pl.Int64())
