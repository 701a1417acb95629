"""The schemas of a line are part of the product: what the reader takes validates, what it refuses does not."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from factlint.corpus.reader import read_corpus
from factlint.schemas import schema
from tests.corpus.flat.convert import inline, loaded
from tests.project.project_files import ROOT


def valid(record: Any, name: str) -> bool:
    return bool(jsonschema.Draft202012Validator(schema(name)).is_valid(record))


@pytest.mark.parametrize("folder", ["corpus", "corpus/quickstart"])
def test_the_corpora_of_the_project_validate(folder: str) -> None:
    documents, claims = loaded(ROOT / folder)
    assert all(valid(it, "document") for it in documents)
    assert all(valid(it, "claim") for it in [*claims, *inline(documents, claims)])


CLAIM = {"document": "d", "subject": "Port", "property": "share", "value": "40%"}


@pytest.mark.parametrize(
    ("changes", "taken"),
    [
        ({}, True),
        ({"value": 40, "unit": "percent"}, True),
        ({"value": 40, "unit": None, "note": None, "stance": None, "qualifiers": None}, True),
        ({"value": {"number": 40, "unit": None}}, True),
        ({"value": {"low": 10, "high": 12, "unit": "percent"}}, True),
        ({"value": True}, True),
        ({"document": {"id": "d", "outlet": None, "published": 2031}}, True),
        ({"via": ["A < B", "C"], "qualifiers": {"product": "crude"}}, True),
        ({"value": None}, False),
        ({"document": {"outlet": "Gazette"}}, False),
        ({"document": ["d"]}, False),
        ({"outlet": "Gazette"}, False),
        ({"stance": "rejects"}, False),
        ({"subject": ["Port"]}, False),
    ],
)
def test_the_schema_takes_what_the_reader_takes(changes: dict[str, Any], taken: bool, tmp_path: Path) -> None:
    record = {**CLAIM, **changes}
    (tmp_path / "claims.jsonl").write_text(json.dumps(record), encoding="utf-8")
    corpus = read_corpus(tmp_path / "claims.jsonl", root=tmp_path)
    assert any(it.severity == "error" for it in corpus.diagnostics) is not taken
    assert valid(record, "claim") is taken
