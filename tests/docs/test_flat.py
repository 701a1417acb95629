"""What the page on claims tells of flat files, run: columns, values with units, reviews."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml

from factlint.corpus.reader import Corpus, read_corpus
from tests.corpus.flat.test_claim_review import REVIEW
from tests.docs.spans import can_mean
from tests.docs.tables import Table, code, tables
from tests.project.project_files import ROOT

PAGE = (ROOT / "docs" / "corpus.md").read_text(encoding="utf-8")
SECTION = PAGE.partition("\n## 8. ")[2]


def table(about: str) -> Table:
    (found,) = (it for it in tables(PAGE) if it.about == about)
    return found


def read(folder: Path, row: Mapping[str, str], vocabulary: str = "") -> Corpus:
    with (folder / "claims.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(row))
        writer.writeheader()
        writer.writerow(row)
    if vocabulary:
        (folder / "vocabulary.yaml").write_text(vocabulary, encoding="utf-8")
    return read_corpus(folder / "claims.csv", root=folder)


def errors(corpus: Corpus) -> list[str]:
    return [f"{it.code} {it.message}" for it in corpus.diagnostics if it.severity == "error"]


def test_columns(tmp_path: Path) -> None:
    """All in one row, but that a value is given as a whole or in parts."""
    said = {code(row["column"])[0]: code(row["for example"])[0] for row in table("columns").rows}
    whole = {key: text for key, text in said.items() if key not in {"value.low", "unit"}}
    parts = {key: text for key, text in said.items() if key not in {"value", "unit"}} | {"value.unit": "barrel/day"}
    beside = whole | {"value": "40", "unit": said["unit"]}
    for row in (whole, parts, beside):
        corpus = read(tmp_path, row)
        assert errors(corpus) == []
        (claim,) = corpus.claims
        assert [(key, name.text) for key, name in claim.qualifiers] == [("product", "crude")]
        assert [name.name for name in claim.sources] == ["duty officer", "Saltwind Agency"]
        assert claim.document.outlet is not None


@pytest.mark.parametrize("row", table("values and units").rows, ids=lambda row: row["value"] + row["unit"])
def test_values_and_units(row: Mapping[str, str], tmp_path: Path) -> None:
    vocabulary = "properties: {flow: {kind: quantity, unit: barrel/day}, share: {kind: quantity, unit: percent}}\n"
    unit = (code(row["unit"]) or [""])[0]
    cells = {"document": "d", "subject": "Port", "value": code(row["value"])[0], "unit": unit, "quote": "x"}
    corpus = read(tmp_path, {**cells, "property": "share" if unit == "percent" else "flow"}, vocabulary)
    assert errors(corpus) + [can_mean(it.value) for it in corpus.claims] == [row["read as"]]


@pytest.mark.parametrize("given", [False, True], ids=["inferred", "with the vocabulary of the page"])
def test_reviews(given: bool, tmp_path: Path) -> None:
    (tmp_path / "reviews.json").write_text(json.dumps(REVIEW), encoding="utf-8")
    if given:
        (block,) = re.findall(r"^```yaml\n(.*?)^```", SECTION, re.MULTILINE | re.DOTALL)
        (tmp_path / "vocabulary.yaml").write_text(block, encoding="utf-8")
    corpus = read_corpus(tmp_path / "reviews.json", root=tmp_path)
    assert errors(corpus) == []
    told = {code(row["property"])[0]: (code(row["for example"])[0], row["kind"]) for row in table("reviews").rows}
    assert {it.property.name: (it.value_text, it.property.kind) for it in corpus.claims} == told


def test_the_line_on_the_page_reads(tmp_path: Path) -> None:
    (line,) = re.findall(r"^```json\n(.*?)^```", SECTION, re.MULTILINE | re.DOTALL)
    (tmp_path / "claims.jsonl").write_text(line, encoding="utf-8")
    (claim,) = read_corpus(tmp_path / "claims.jsonl", root=tmp_path).claims
    said: dict[str, Any] = yaml.safe_load(line)
    assert (claim.document.id, claim.subject.text, claim.value_text) == (said["document"], said["subject"], "304")
