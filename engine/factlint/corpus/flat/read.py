"""A flat file, with the file of documents beside it, to drafts: what a folder of YAML files gives as well."""

from __future__ import annotations

from collections.abc import Iterator
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
    flat = Flat()
    if path.name in NAMES:
        flat.problems.append(messages.documents_file_as_corpus(name))
        return flat
    beside = [file for it in NAMES if is_file(file := path.with_name(it))]
    documents = Documents(listed=bool(beside))
    for file in beside:
        _read_documents(flat, documents, file, f"{name[: len(name) - len(path.name)]}{file.name}")
    form = form_of(path)
    for row in claim_rows(path, name):
        if _lost(flat, row):
            continue
        entry = read_entry(row, form)
        flat.problems += entry.problems
        if isinstance(entry.document, Mapping):
            described = documents.describe(entry.document, row.source, entry.problems, form)
            documents.add(entry.claim, described)
        elif isinstance(entry.document, Scalar):
            documents.add_by_id(entry.claim, entry.document, row.source)
        else:
            documents.rejected_claims += 1
    flat.files += documents.files()
    flat.problems += documents.problems
    flat.rejected_claims += documents.rejected_claims
    if not (flat.files or flat.rejected_claims or flat.rejected_documents):
        flat.problems.append(messages.no_claims(name))
    return flat


def claim_rows(path: Path, name: str) -> Iterator[Row]:
    """The claims of a flat file, one at a time, as nodes that know where they stand."""
    return csv.claim_rows(path, name) if form_of(path) == "csv" else jsonl.rows(path, name)


def document_rows(path: Path, name: str) -> Iterator[Row]:
    """The documents of a `documents.jsonl` or `documents.csv`, one at a time."""
    return csv.document_rows(path, name) if form_of(path) == "csv" else jsonl.rows(path, name)


def form_of(path: Path) -> Form:
    return "csv" if path.suffix.lower() == ".csv" else "json"


def _read_documents(flat: Flat, documents: Documents, path: Path, name: str) -> None:
    form = form_of(path)
    for row in document_rows(path, name):
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
