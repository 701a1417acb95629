"""The table of a corpus that was read by its wordings: columns in memory, and claims made of their lines when asked for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from factlint.bulk.columns import Columns
from factlint.bulk.lines import Lines, Place
from factlint.bulk.wordings import Understood
from factlint.bulk.written import written_columns
from factlint.corpus.build import Head, build_claim, claim_id
from factlint.corpus.claim import Claim, Document
from factlint.corpus.drafts import DraftClaim
from factlint.corpus.flat.claims import read_entry
from factlint.corpus.flat.rows import Row
from factlint.corpus.lexicon import fold
from factlint.corpus.names import NameCheck
from factlint.corpus.reader import collector_paused
from factlint.corpus.verify import verified
from factlint.corpus.yaml_nodes import Mapping as Node
from factlint.diagnostics import RunError
from factlint.table import messages
from factlint.table.columns import COLUMNS
from factlint.table.lazy import Table
from factlint.table.temporary import table_file
from factlint.table.thaw import Thaw

if TYPE_CHECKING:
    import polars as pl

PLACES = ("number", "start", "length", "wording_at", "digits")
"""What leads from a row back to its line, and to what its value means."""


@dataclass(frozen=True)
class BulkTable(Table):
    """Rows in memory: their parts by number, in `base`, and what the numbers mean, in `columns`."""

    thaw: Reread
    base: pl.DataFrame = field(kw_only=True)
    columns: Columns = field(kw_only=True)
    meant: Mapping[int, Understood] = field(kw_only=True)

    @cached_property
    def frame(self) -> pl.LazyFrame:
        return self.columns.frame(self.base)

    @collector_paused()
    def claims(self, rows: Sequence[int]) -> list[Claim]:
        import polars as pl

        wanted = pl.Series("row", rows, dtype=pl.UInt32()).unique().sort()
        return list(self.thaw.claims(wanted.to_frame())) if len(wanted) else []

    def file(self) -> Path:
        """One for this run alone."""
        return table_file(self.frame.collect().write_parquet)

    def frames(self) -> Iterator[pl.DataFrame]:
        """All columns, also those that no rule reads, in the order of groups, then ids; some rows at a time.

        Raises:
            RunError: the file is not what it was.
            OSError: the disk is full.
        """
        order = self.base.select("group", "row").sort("group", "row")["row"]
        lines, kept = self.thaw.lines, self.thaw.kept
        rows = self.thaw.places[order].select("number", "wording_at", "digits", "kept")
        start = 0
        for said in written_columns(lines, rows, kept, self.meant):
            base = self.base[order[start : start + said.height]]
            start += said.height
            yield self.columns.frame(base).collect().hstack(said).select(list(COLUMNS))
        lines.verify()


@dataclass
class Reread(Thaw):
    """Makes claims of rows by reading their lines again; those that were read by themselves are `kept`.

    `places` are, for each row, that of its line, and the place of its claim among the kept ones.
    """

    lines: Lines = field(kw_only=True)
    places: pl.DataFrame = field(kw_only=True)
    kept: Sequence[Claim] = field(kw_only=True)
    heads: Mapping[str, Head] = field(kw_only=True)

    def claims(self, frame: pl.DataFrame) -> Iterator[Claim]:
        import polars as pl

        wanted = frame.select(pl.col("row"))
        places = wanted.join(self.places, on="row", how="left", maintain_order="left")
        fresh = places.filter(pl.col("kept").is_null())
        made = self._made(fresh.select("number", "start", "length").iter_rows())
        for kept in places["kept"]:
            yield next(made) if kept is None else self.kept[kept]
        next(made, None)  # the last look is at the file itself

    def _made(self, places: Iterable[Place]) -> Iterator[Claim]:
        check = NameCheck(self.vocabulary)
        for row in self.lines.rows(places):
            entry = read_entry(row, self.lines.how.form)
            draft = entry.claim
            claim = None if draft is None or row.node is None else self._claim(draft, id_of(row), check)
            if claim is None:
                raise RunError(messages.changed(self.lines.name))
            yield claim

    def _claim(self, draft: DraftClaim, document: str, check: NameCheck) -> Claim | None:
        head = self.heads.get(fold(document))
        if head is None:
            return None
        id_ = claim_id(head.document.id, draft)
        claim, _ = build_claim(id_, draft, head, self.vocabulary, check, {})
        return None if claim is None else verified(claim, draft, self.vocabulary, None, head.anchor)

    def documents(self, rows: Iterable[Mapping[str, object]]) -> Iterator[Document]:
        return (self.heads[fold(str(row["document"]))].document for row in rows)


def id_of(row: Row) -> str:
    """The id of the document that a record names; empty where it names none."""
    if row.node is None:
        return ""
    node = row.node.get("document")
    return (node.text("id") if isinstance(node, Node) else row.node.text("document")) or ""
