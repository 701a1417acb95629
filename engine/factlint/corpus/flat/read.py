"""A flat file, with the file of documents beside it, to drafts: what a folder of YAML files gives as well."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from factlint.corpus.file_messages import Form
from factlint.corpus.flat import csv, jsonl, messages
from factlint.corpus.flat.claims import read_entry
from factlint.corpus.flat.documents import NAMES, Documents
from factlint.corpus.flat.rows import Flat, Lost, Row
from factlint.corpus.yaml_nodes import Mapping, Scalar
from factlint.files import is_file


def read_flat(path: Path, name: str) -> Flat:
    """The corpus that a `.csv` or `.jsonl` file holds; `name` is what messages call it. Never raises."""
    if path.name in NAMES:
        flat = Flat()
        flat.problems.append(messages.documents_file_as_corpus(name))
        return flat
    reading = FlatReading(path, name)
    for row in claim_rows(path, name):
        reading.take(row)
    return reading.finished()


class FlatReading:
    """A flat file while it is read; the file of documents beside it is read at once.

    `listed`: records of such a file that somebody has read, all that matter.
    """

    def __init__(self, path: Path, name: str, listed: Iterable[Row] | None = None) -> None:
        beside = [file for it in NAMES if is_file(file := path.with_name(it))]
        self.name = name
        self.form = form_of(path)
        self.documents = Documents(listed=bool(beside))
        self._flat = Flat()
        if listed is not None:
            _take_documents(self._flat, self.documents, listed, form_of(beside[0]))
            return
        for file in beside:
            rows = document_rows(file, f"{name[: len(name) - len(path.name)]}{file.name}")
            _take_documents(self._flat, self.documents, rows, form_of(file))

    def take(self, row: Row) -> None:
        """The claim of a row, and its document."""
        if _lost(self._flat, row):
            return
        entry = read_entry(row, self.form)
        self._flat.problems += entry.problems
        if isinstance(entry.document, Mapping):
            described = self.documents.describe(entry.document, row.source, entry.problems, self.form)
            self.documents.add(entry.claim, described)
        elif isinstance(entry.document, Scalar):
            self.documents.add_by_id(entry.claim, entry.document, row.source)
        else:
            self.documents.rejected_claims += 1

    def take_document(self, row: Row) -> None:
        """The document of a row alone; nothing in the row is wrong."""
        document = None if row.node is None else row.node.get("document")
        if isinstance(document, Mapping):
            self.documents.describe(document, row.source, (), self.form)
        elif isinstance(document, Scalar):
            self.documents.meet(document, row.source)

    def finished(self) -> Flat:
        flat, documents = self._flat, self.documents
        flat.files += documents.files()
        flat.problems += documents.problems
        flat.rejected_claims += documents.rejected_claims
        if not (flat.files or flat.rejected_claims or flat.rejected_documents):
            flat.problems.append(messages.no_claims(self.name))
        return flat


def claim_rows(path: Path, name: str) -> Iterator[Row]:
    """The claims of a flat file, one at a time, as nodes that know where they stand."""
    return csv.claim_rows(path, name) if form_of(path) == "csv" else jsonl.rows(path, name)


def document_rows(path: Path, name: str) -> Iterator[Row]:
    """The documents of a `documents.jsonl` or `documents.csv`, one at a time."""
    return csv.document_rows(path, name) if form_of(path) == "csv" else jsonl.rows(path, name)


def form_of(path: Path) -> Form:
    return "csv" if path.suffix.lower() == ".csv" else "json"


def _take_documents(flat: Flat, documents: Documents, rows: Iterable[Row], form: Form) -> None:
    for row in rows:
        flat.problems += row.problems
        if row.node is not None:
            documents.describe(row.node, row.source, row.problems, form, sound=row.sound)
        elif row.lost is not Lost.NOTHING:
            flat.rejected_documents += 1


def _lost(flat: Flat, row: Row) -> bool:
    """Counts and tells a row that has nothing to read."""
    if row.node is not None:
        return False
    flat.problems += row.problems
    flat.rejected_claims += row.lost is Lost.RECORD
    flat.rejected_documents += row.lost is Lost.FILE
    return True
