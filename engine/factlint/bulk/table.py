"""The table of a corpus that was read by its wordings: columns in memory, and claims made of their lines when asked for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from factlint import files
from factlint.corpus.build import Head, build_claim, claim_id
from factlint.corpus.claim import Claim, Document
from factlint.corpus.drafts import DraftClaim
from factlint.corpus.flat import jsonl
from factlint.corpus.flat.claims import read_entry
from factlint.corpus.flat.lines import decoded
from factlint.corpus.flat.rows import Row
from factlint.corpus.lexicon import fold
from factlint.corpus.names import NameCheck
from factlint.corpus.reader import collector_paused
from factlint.corpus.verify import verified
from factlint.corpus.yaml_nodes import Mapping as Node
from factlint.diagnostics import Diagnostic, RunError
from factlint.table import messages
from factlint.table.lazy import Table
from factlint.table.temporary import table_file
from factlint.table.thaw import Thaw

if TYPE_CHECKING:
    import polars as pl

Place = tuple[int, int, int]
"""Of a line: its number, its first byte, its bytes without the end."""


@dataclass(slots=True)
class Lines:
    """The lines of a file by their places. `name` is what messages call it."""

    path: Path
    name: str
    signature: object = None

    def __post_init__(self) -> None:
        self.signature = files.signature(self.path)

    def rows(self, places: Iterable[Place]) -> Iterator[Row]:
        """The records that stand there.

        Raises:
            RunError: the file is not what it was.
        """
        with files.stream_again(self.path) as file:
            for number, start, length in places:
                file.seek(start)
                text = decoded(file.read(length).removesuffix(b"\r"), self.name, number)
                if isinstance(text, Diagnostic):
                    yield jsonl.lost_row(self.name, number, text)
                else:
                    yield jsonl.row(self.name, number, text)
        if files.signature(self.path) != self.signature:
            raise RunError(messages.changed(self.name))


@dataclass(frozen=True)
class BulkTable(Table):
    """Rows in memory."""

    columns: pl.LazyFrame = field(kw_only=True)

    @property
    def frame(self) -> pl.LazyFrame:
        return self.columns

    @collector_paused()
    def claims(self, rows: Sequence[int]) -> list[Claim]:
        import polars as pl

        wanted = pl.Series("row", rows, dtype=pl.UInt32()).unique().sort()
        return list(self.thaw.claims(wanted.to_frame())) if len(wanted) else []

    def file(self) -> Path:
        """One for this run alone."""
        file = table_file()
        self.columns.collect().write_parquet(file)
        return file


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
            entry = read_entry(row, "json")
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
