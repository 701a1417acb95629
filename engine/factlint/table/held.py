"""A table of claims that are in memory all the same: columns are made of them, and no file is written."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from factlint.corpus.claim import Claim
from factlint.table.columns import COLUMNS
from factlint.table.lazy import BATCH, Table
from factlint.table.store import Meaning, write_table
from factlint.table.temporary import table_file

if TYPE_CHECKING:
    import polars as pl


@dataclass(frozen=True)
class HeldTable(Table):
    """`held`: claims in the order of ids; `columns`: theirs, in the order of groups; `meaning`: what their codes mean."""

    held: Sequence[Claim] = field(kw_only=True)
    columns: pl.DataFrame = field(kw_only=True)
    meaning: Meaning = field(kw_only=True)

    @property
    def frame(self) -> pl.LazyFrame:
        return self.columns.lazy()

    def claims(self, rows: Sequence[int]) -> list[Claim]:
        return [self.held[row] for row in sorted(set(rows))]

    def frames(self) -> Iterator[pl.DataFrame]:
        return self.columns.select(list(COLUMNS)).iter_slices(BATCH)

    def file(self) -> Path:
        return self._file

    @cached_property
    def _file(self) -> Path:
        """One for this run alone, for engines that read files themselves."""
        return table_file(lambda file: write_table(file, self.frames(), self.meaning))
