"""A table that stays where it is until rows of it are asked for, and what it holds as if it were a list."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar, overload

from factlint.corpus.claim import Claim, Document
from factlint.corpus.lexicon import fold
from factlint.corpus.vocabulary import NameList
from factlint.table.columns import COLUMNS, schema
from factlint.table.thaw import Thaw

if TYPE_CHECKING:
    import polars as pl

Item = TypeVar("Item")

BATCH = 50_000
"""Rows that are made into claims at a time."""


@dataclass(frozen=True)
class Table:
    """The rows of a compiled corpus on the disk, scanned whenever they are asked for.

    `parts`: the files at `path`, where it is a folder.
    """

    path: Path
    height: int
    thaw: Thaw
    parts: tuple[Path, ...] = ()

    @property
    def frame(self) -> pl.LazyFrame:
        import polars as pl

        # Of parts that Spark wrote, whole numbers are long.
        found = scanned(self.parts or (self.path,))
        wanted = schema()
        long = [name for name, kind in found.collect_schema().items() if kind != wanted.get(name, kind)]
        return found.with_columns(pl.col(name).cast(wanted[name]) for name in long) if long else found

    def claims(self, rows: Sequence[int]) -> list[Claim]:
        """The claims at these places in the order of ids, in that order."""
        import polars as pl

        if not len(rows):
            return []
        # Of the columns as they stand in the files: then the others are read where a row is wanted alone.
        frame = scanned(self.files())
        wanted = pl.Series("row", rows, dtype=frame.collect_schema()["row"]).unique().sort()
        found = frame.filter(pl.col("row").is_in(wanted.implode())).collect()
        return list(self.thaw.claims(found.sort("row")))

    def frames(self) -> Iterator[pl.DataFrame]:
        """All rows in the order of groups, then ids; some at a time."""
        if self.parts:  # others may have written them in any order
            yield from self.frame.select(list(COLUMNS)).sort("group", "row").collect().iter_slices(BATCH)
            return
        for start in range(0, self.height, BATCH):
            yield self.frame.slice(start, BATCH).select(list(COLUMNS)).collect()

    def files(self) -> Sequence[Path]:
        """Parquet files of the columns, for engines that read them themselves."""
        return self.parts or (self.file(),)

    def file(self) -> Path:
        """The same as one file, of a table that is no folder."""
        return self.path


def scanned(parts: Sequence[Path]) -> pl.LazyFrame:
    """The columns as they stand in the files of a table."""
    import polars as pl

    return pl.scan_parquet(list(parts), extra_columns="ignore")


class _Lazy(Sequence[Item]):
    """A sequence whose length is known, and whose items are made when they are gone through."""

    def __init__(self, length: int, items: Callable[[], Iterator[Item]]) -> None:
        self._length, self._items = length, items

    def __len__(self) -> int:
        return self._length

    def __iter__(self) -> Iterator[Item]:
        return self._items()

    @overload
    def __getitem__(self, index: int) -> Item: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Item]: ...
    def __getitem__(self, index: int | slice) -> Item | Sequence[Item]:
        return list(self._items())[index]


def claims_of(table: Table) -> Sequence[Claim]:
    """All claims by id, a batch at a time."""

    def items() -> Iterator[Claim]:
        for start in range(0, table.height, BATCH):
            yield from table.claims(range(start, min(start + BATCH, table.height)))

    return _Lazy(table.height, items)


_OF_DOCUMENTS = ("document", "outlet", "title", "author", "url", "language", "published", "text", "sha256")


def documents_of(table: Table) -> Sequence[Document]:
    """All documents by id."""
    import polars as pl

    names = [it for it in COLUMNS if it in _OF_DOCUMENTS or it.startswith(("outlet_", "published_", "document_"))]
    length = table.frame.select(pl.col("document").n_unique()).collect().item()

    def items() -> Iterator[Document]:
        rows = table.frame.select(names).unique("document", keep="first").collect().sort("document")
        return table.thaw.documents(rows.iter_rows(named=True))

    return _Lazy(length, items)


_COLUMNS = {"documents": "document", "claims": "id", "outlets": "outlet", "entities": "subject", "speakers": "speaker"}
"""Where the names of a list stand."""


@dataclass(frozen=True)
class Stated(Mapping[NameList, Mapping[str, str]]):
    """The names that a table uses, by list: folded, then as written; gathered when somebody asks."""

    table: Table

    def __getitem__(self, where: NameList) -> Mapping[str, str]:
        return self._gathered[where]

    def __iter__(self) -> Iterator[NameList]:
        return iter(self._gathered)

    def __len__(self) -> int:
        return len(self._gathered)

    @cached_property
    def _gathered(self) -> Mapping[NameList, Mapping[str, str]]:
        lists: dict[NameList, _Names] = {}
        for where in ("documents", "claims", "outlets", "entities", "speakers", "qualifiers"):
            lists[where] = _Names(self.table, where)
        return lists


class _Names(Mapping[str, str]):
    def __init__(self, table: Table, where: NameList) -> None:
        self._table, self._where = table, where

    @cached_property
    def _names(self) -> dict[str, str]:
        import json

        if self._where == "qualifiers":
            keys = self._table.frame.select("qualifiers_key").unique().collect()["qualifiers_key"]
            return {fold(key): key for text in keys for key, _folded in json.loads(text)}
        column = _COLUMNS[self._where]
        names = self._table.frame.select(column).unique().collect()[column].drop_nulls()
        return {fold(name): name for name in names.sort(descending=True)}

    def __getitem__(self, key: str) -> str:
        return self._names[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._names)

    def __len__(self) -> int:
        return len(self._names)
