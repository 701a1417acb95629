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
from factlint.table.columns import COLUMNS
from factlint.table.thaw import Thaw

if TYPE_CHECKING:
    import polars as pl

Item = TypeVar("Item")

BATCH = 50_000
"""Rows that are made into claims at a time."""


@dataclass(frozen=True)
class Table:
    """The rows of a compiled corpus on the disk, scanned whenever they are asked for."""

    path: Path
    height: int
    thaw: Thaw

    @property
    def frame(self) -> pl.LazyFrame:
        import polars as pl

        return pl.scan_parquet(self.path)

    def claims(self, rows: Sequence[int]) -> list[Claim]:
        """The claims at these places in the order of ids, in that order."""
        import polars as pl

        if not len(rows):
            return []
        wanted = pl.Series("row", rows, dtype=pl.UInt32).unique().sort()
        found = self.frame.filter(pl.col("row").is_in(wanted.implode())).collect()
        return list(self.thaw.claims(found.sort("row")))

    def file(self) -> Path:
        """A Parquet file of the columns, for engines that read it themselves."""
        return self.path


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
