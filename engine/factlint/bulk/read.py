"""A large flat corpus: what is out of the ordinary read claim by claim, everything else by its wordings."""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from factlint.bulk.columns import Columns
from factlint.bulk.documents import Beside, beside
from factlint.bulk.forms import lines_of
from factlint.bulk.lines import CLAIMS, Lines, NotInBulkError
from factlint.bulk.parts import Parts, strangers
from factlint.bulk.scan import Scanned, scanned
from factlint.bulk.table import PLACES, BulkTable, Reread, id_of
from factlint.bulk.wordings import Understood, Wordings, reads_as_quantity, understood, wordings
from factlint.corpus.claim import Claim
from factlint.corpus.corpus import LARGE, Corpus
from factlint.corpus.flat.documents import NAMES, Documents
from factlint.corpus.flat.read import FlatReading
from factlint.corpus.flat.rows import Row
from factlint.corpus.folder import FLAT, Listed, list_files, shown
from factlint.corpus.lexicon import fold
from factlint.corpus.names import NameCheck
from factlint.corpus.reader import Reading, begun, collector_paused, finished, take_flat
from factlint.corpus.vocabulary import Vocabulary
from factlint.table.corpus import TableCorpus
from factlint.table.lazy import Stated, claims_of

if TYPE_CHECKING:
    import polars as pl

_ROUNDS = 5
_MOST_APART = 0.5
"""Of all claims: where more are out of the ordinary, columns win nothing."""


@collector_paused()
def read_in_bulk(
    path: Path, *, root: Path, vocabulary: Path | None = None, sources: Sequence[Path] = (), large: int = LARGE
) -> Corpus | None:
    """The corpus of a large file of JSON lines or CSV, as `read_corpus` gives it, as a table; None where it has fewer than
    `large` claims, or columns would win nothing.

    Raises:
        RunError: the file changed while it was read.
    """
    try:
        if path.suffix.lower() not in FLAT or path.name in NAMES:
            return None
        listed = list_files(path, root)
        if not listed.flat:
            return None
        bulk = _Bulk(path, root, listed, vocabulary, sources, lines_of(path, shown(path, root), CLAIMS))
        return bulk.read(large)
    except (NotInBulkError, OSError):  # whoever reads it line by line tells what is wrong
        return None


@dataclass(frozen=True, slots=True)
class _Round:
    """The corpus of the claims that were read by themselves."""

    reading: Reading
    corpus: Corpus
    documents: Documents
    by_line: Mapping[int, Claim]


@dataclass(slots=True)
class _Bulk:
    path: Path
    root: Path
    listed: Listed
    vocabulary: Path | None
    sources: Sequence[Path]
    lines: Lines

    def read(self, large: int) -> Corpus | None:
        """Rounds of reading by themselves what is out of the ordinary, and some of each wording, until nothing else is."""
        textual: frozenset[str] = frozenset()
        known = begun(self.listed, self.root, self.vocabulary).vocabulary
        with ThreadPoolExecutor(1) as meanwhile:
            there = meanwhile.submit(beside, self.path, self.lines.name, known)
            scan = scanned(self.lines)
            documents = there.result()
        if scan.rows.height < large:
            return None
        apart = _out_of_order(scan)
        for _ in range(_ROUNDS):
            rows = scan.rows.with_columns(apart=apart).with_row_index("at")
            found = wordings(rows)
            rows = rows.with_columns(wording_at=found.at)
            alone = set(rows.filter("apart")["at"]).union(
                *found.samples, _first(rows, strangers(scan.texts["subject"], known))
            )
            if len(alone) > _MOST_APART * rows.height:
                return None
            one = self._round(scan, rows, alone, documents)
            parts = Parts(
                scan.texts, one.corpus.vocabulary, one.documents, one.reading.heads, frozenset(one.reading.texts)
            )
            digital = _texts_in_digits(rows, parts) - textual
            if digital:
                textual |= digital
                scan = scanned(self.lines, textual)
                apart = _out_of_order(scan)
                continue
            more = (parts.odd(rows) | _ids_again(rows, one.reading)) & ~apart
            meant = _meant(rows, found, one)
            if not more.any():
                more = (
                    rows["wording_at"].is_in([at for at, it in enumerate(meant) if it is None]).fill_null(value=False)
                )
            if not more.any():
                if not one.corpus.claims or _unsure(meant, one.corpus.vocabulary):
                    return None
                usual, read_alone = _parted(rows, one.corpus.claims)
                del scan, rows  # the parts take as much room again
                return self._corpus(usual, read_alone, parts, meant, one)
            apart = apart | more
        return None

    def _round(self, scan: Scanned, rows: pl.DataFrame, alone: Collection[int], documents: Beside | None) -> _Round:
        """The corpus that some rows make, with the documents of all."""
        import polars as pl

        by_line = rows.select("number", "start", "length", "document", alone=pl.col("at").is_in(list(alone)))
        if not by_line["number"].is_sorted():
            by_line = by_line.sort("number")
        read = self._read(by_line.filter("alone"))
        named = {fold(id_of(row)) for row in read.values() if row.node is not None}
        named |= {fold(json.loads(text).get("id", "")) for text in scan.texts["document"] if text.startswith("{")}
        usual = {} if documents is None else documents.without(named)
        met = [number for number, text in enumerate(scan.texts["document"]) if fold(text) not in usual]
        first = by_line.filter(
            ~pl.col("alone") & pl.col("document").is_first_distinct() & pl.col("document").is_in(met)
        )
        others = self._read(first)
        flat = FlatReading(self.path, self.lines.name, None if documents is None else documents.rows(usual))
        for number in sorted({*read, *others}):
            if number in read:
                flat.take(read[number])
            else:
                flat.take_document(others[number])
        reading = begun(self.listed, self.root, self.vocabulary)
        check = NameCheck(reading.vocabulary)
        take_flat(reading, flat.finished(), check, [*self.sources, self.listed.folder, self.listed.folder / "sources"])
        reading.heads |= usual
        corpus = finished(reading, check)
        return _Round(reading, corpus, flat.documents, {claim.defined.line: claim for claim in corpus.claims})

    def _read(self, rows: pl.DataFrame) -> dict[int, Row]:
        """The records of some rows, by the number of their line."""
        places = rows.select("number", "start", "length").rows()
        return {number: row for (number, _, _), row in zip(places, self.lines.rows(places), strict=True)}

    def _corpus(
        self,
        usual: pl.DataFrame,
        read_alone: pl.DataFrame,
        parts: Parts,
        meant: Sequence[Understood | None],
        one: _Round,
    ) -> Corpus:
        import polars as pl

        kept = one.corpus.claims
        columns = Columns(parts)
        known_wordings = {at: it for at, it in enumerate(meant) if it is not None}
        base = pl.concat([columns.of_rows(usual, known_wordings), columns.of_claims(kept)])
        places = pl.concat([usual.select(PLACES), read_alone.select(PLACES)])
        whole = pl.concat([base, places], how="horizontal").sort("id").with_row_index("row")
        known = one.corpus.vocabulary
        thaw = Reread(
            known,
            columns.codes.properties,
            columns.codes.units,
            lines=self.lines,
            places=whole.select("row", *PLACES, "kept"),
            kept=kept,
            heads=one.reading.heads,
        )
        grouped = whole.with_columns(group=columns.groups(whole)).drop(*PLACES, "kept")
        table = BulkTable(self.path, whole.height, thaw, base=grouped, columns=columns, meant=known_wordings)
        return TableCorpus(
            one.corpus.documents,
            claims_of(table),
            replace(known, stated=Stated(table)),
            texts=one.corpus.texts,
            diagnostics=one.corpus.diagnostics,
            rejected_claims=one.corpus.rejected_claims,
            rejected_documents=one.corpus.rejected_documents,
            texts_missing=one.corpus.texts_missing,
            table=table,
        )


def _parted(rows: pl.DataFrame, kept: Sequence[Claim]) -> tuple[pl.DataFrame, pl.DataFrame]:
    """The rows that are made of their parts, and those of the claims that were read by themselves."""
    import polars as pl

    lines = pl.DataFrame({"number": [claim.defined.line for claim in kept]}, schema={"number": pl.UInt32()})
    usual = rows.filter(~pl.col("apart") & ~pl.col("number").is_in(lines["number"].implode())).drop(
        "apart", "plain", "at"
    )
    return usual, lines.join(rows, on="number", how="left", maintain_order="left")


def _out_of_order(scan: Scanned) -> pl.Series:
    """Lines that are not plain, and claims that share an id."""
    key = scan.rows["id"].str.to_lowercase()
    if key.null_count() == 0 and key.is_sorted():
        again = (key == key.shift(1)).fill_null(value=False) | (key == key.shift(-1)).fill_null(value=False)
    else:
        again = key.is_not_null() & key.is_duplicated()
    return again | ~scan.rows["plain"]


def _first(rows: pl.DataFrame, subjects: Sequence[int]) -> list[int]:
    """The first claim of each spelling of a property, of its qualifiers, and of each of some subjects."""
    import polars as pl

    usual = rows.filter(~pl.col("apart"))
    spelt = usual.unique(["property", "qualifiers"], keep="first", maintain_order=True)["at"]
    of_subjects = usual.filter(pl.col("subject").is_in(subjects)).unique("subject", keep="first", maintain_order=True)
    return [*spelt, *of_subjects["at"]]


def _ids_again(rows: pl.DataFrame, reading: Reading) -> pl.Series:
    """Rows whose id a claim of another line has, which was not known before it was read."""
    import polars as pl

    lines = {fold(id_): draft.defined.line for id_, draft, _ in reading.drafts}
    ids = pl.DataFrame(
        {"key": list(lines), "line": list(lines.values())}, schema={"key": pl.String(), "line": pl.UInt32()}
    )
    beside = rows.select("number", key=pl.col("id").str.to_lowercase()).join(
        ids, on="key", how="left", maintain_order="left"
    )
    return beside.select((pl.col("line") != pl.col("number")).fill_null(value=False))["line"]


def _texts_in_digits(rows: pl.DataFrame, parts: Parts) -> frozenset[str]:
    """Spellings of properties with values that were taken for quantities, and are names or dates."""
    import polars as pl

    spelt = parts.texts["property"]
    varied = rows.filter(pl.col("digits").is_not_null())["property"].unique()
    found = ((spelt[at], parts.properties[at]) for at in varied if at is not None)
    return frozenset(text for text, prop in found if prop is not None and prop.kind != "quantity")


def _meant(rows: pl.DataFrame, found: Wordings, one: _Round) -> list[Understood | None]:
    known = rows[sorted({at for samples in found.samples for at in samples})]
    number, digits = (dict(known.select("at", name).iter_rows()) for name in ("number", "digits"))
    return [
        understood(
            {at: one.by_line.get(number[at]) for at in samples},
            {at: digits[at] for at in samples},
            one.corpus.vocabulary,
        )
        for samples in found.samples
    ]


def _unsure(meant: Sequence[Understood | None], known: Vocabulary) -> bool:
    """Whether what a property is hangs on how many of its claims read as a quantity: some of each wording cannot tell."""
    samples = [it.sample for it in meant if it is not None and it.sample.property.inferred]
    return any(it.property.kind == "entity" and reads_as_quantity(it.value_text, known) for it in samples)
