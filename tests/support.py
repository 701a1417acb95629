"""A small corpus from rows, a rule as text, and the report as JSON: how tests of the engine say what they mean."""

from __future__ import annotations

import resource
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import yaml

from factlint.pipeline import Request, check
from factlint.quantities.dates import parse_date
from factlint.report import Report
from factlint.reporters.json_report import as_json
from factlint.settings import Settings

Row = Mapping[str, Any]

SHARE = {"properties": {"share": {"kind": "quantity", "unit": "percent"}}}
"""One property, so that most tables need no vocabulary of their own."""


def write_corpus(folder: Path, rows: Sequence[Row], vocabulary: Mapping[str, Any] | None = None) -> Path:
    """A corpus in which each row is a claim; `outlet`, `published`, `document` and `doc` keys go to its document.

    Rows without an id are called c1, c2, …; a document is made for each outlet (default: one of its own a claim).
    """
    corpus = folder / "corpus"
    corpus.mkdir(parents=True, exist_ok=True)
    for old in corpus.glob("*.yaml"):
        old.unlink()
    if vocabulary is not None:
        (corpus / "vocabulary.yaml").write_text(yaml.safe_dump(dict(vocabulary), sort_keys=False, allow_unicode=True))
    documents: dict[str, dict[str, Any]] = {}
    for number, row in enumerate(rows, 1):
        claim = {"id": f"c{number}", "subject": "A", "property": "share", **row}
        head: dict[str, Any] = {
            key: claim.pop(key)
            for key in ("outlet", "published", "title", "author", "anchor", "text", "sha256", "url")
            if key in claim
        }
        head.setdefault("outlet", f"Outlet {number}")
        if "document via" in claim:
            head["via"] = claim.pop("document via")
        name = claim.pop("document", f"d{number}")
        entry = documents.setdefault(name, {"document": {"id": name, **head}, "claims": []})
        entry["claims"].append(claim)
    for name, entry in documents.items():
        (corpus / f"{name}.yaml").write_text(yaml.safe_dump(entry, sort_keys=False, allow_unicode=True))
    return corpus


def run(
    folder: Path,
    rows: Sequence[Row],
    rule: str,
    vocabulary: Mapping[str, Any] | None = SHARE,
    *,
    today: str | None = None,
    strict: bool = False,
) -> Report:
    """The report on these rows of a rule as text, or of a whole rule file (more than one line)."""
    corpus = write_corpus(folder, rows, vocabulary)
    day = None if today is None else parse_date(today)
    if "\n" in rule:
        file = folder / "test.rules"
        file.write_text(rule, encoding="utf-8")
        request = Request(today=day, strict=strict, select=())
        return check(Settings(root=folder, corpus=corpus, rules=(file,)), request)
    return check(Settings(root=folder, corpus=corpus), Request(rule=rule, today=day, strict=strict))


def report(
    folder: Path, rows: Sequence[Row], rule: str, vocabulary: Mapping[str, Any] | None = SHARE
) -> dict[str, Any]:
    return as_json(run(folder, rows, rule, vocabulary))


def verdict(folder: Path, rows: Sequence[Row], rule: str, vocabulary: Mapping[str, Any] | None = SHARE) -> str:
    """The verdict of a single rule; the mistakes where it was refused."""
    found = run(folder, rows, rule, vocabulary)
    wrong = [f"{it.code} {it.message}" for it in found.diagnostics if it.severity == "error"]
    assert not wrong, wrong
    return str(found.results[0].verdict)


@contextmanager
def no_room() -> Iterator[None]:
    """Every write to a file fails, as on a full disk. (Python ignores the signal that would end the process.)"""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
