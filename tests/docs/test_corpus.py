"""Claims and vocabulary as the page tells of them, run: keys, values, quotes, sources and mistakes."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest
import yaml

from factlint.corpus.claim import Claim
from factlint.corpus.reader import Corpus, read_corpus
from factlint.corpus.records import ClaimRecord, DocumentRecord, PropertyRecord, Record, VocabularyRecord
from tests.docs.spans import can_mean
from tests.docs.tables import Table, code, tables
from tests.project.project_files import ROOT

PAGE = (ROOT / "docs" / "corpus.md").read_text(encoding="utf-8")
TABLES = list(tables(PAGE))
TEXT = re.findall(r"^```text\n(.*?)^```", PAGE, re.MULTILINE | re.DOTALL)[1]
CLAIM = {"subject": "North Terminal", "property": "loading rate", "value": "40 barrels a day", "quote": "40"}
ANY = {"id": "any"}
MODELS: dict[str, type[Record]] = {
    "keys of document": DocumentRecord,
    "keys of claim": ClaimRecord,
    "keys of property": PropertyRecord,
    "keys of vocabulary": VocabularyRecord,
}

Fields = Mapping[str, Any]


def table(about: str) -> Table:
    (found,) = (it for it in TABLES if it.about.partition(" from ")[0].partition(" in ")[0] == about)
    return found


def fields(written: str) -> dict[str, Any]:
    """`quote: two ships`, or several in braces."""
    read = yaml.load(written, yaml.BaseLoader)
    assert isinstance(read, dict), written
    return read


def read(folder: Path, vocabulary: Fields, *files: tuple[Fields, Sequence[Fields]]) -> Corpus:
    """A corpus of documents, each with its claims."""
    (folder / "page.txt").write_text(TEXT, encoding="utf-8")
    if vocabulary:
        (folder / "vocabulary.yaml").write_text(_yaml(vocabulary), encoding="utf-8")
    for index, (head, claims) in enumerate(files):
        (folder / f"d{index}.yaml").write_text(_yaml({"document": head, "claims": list(claims)}), encoding="utf-8")
    return read_corpus(folder, root=folder)


def _yaml(record: Fields) -> str:
    return yaml.safe_dump(dict(record), sort_keys=False, allow_unicode=True)


def errors(corpus: Corpus) -> list[str]:
    return [f"{it.code} {it.message}" for it in corpus.diagnostics if it.severity == "error"]


# --- Keys ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("about", MODELS)
def test_every_key_is_on_the_page_in_the_order_of_the_schema(about: str) -> None:
    known = [info.alias or name for name, info in MODELS[about].model_fields.items()]
    assert [code(row["key"])[0] for row in table(about).rows] == known


EXAMPLES = [(about, code(row["key"])[0], code(row["for example"])[0]) for about in MODELS for row in table(about).rows]


@pytest.mark.parametrize(("about", "key", "example"), EXAMPLES, ids=[f"{it[0]}: {it[1]}" for it in EXAMPLES])
def test_the_example_of_a_key_reads(about: str, key: str, example: str, tmp_path: Path) -> None:
    given = fields(example)
    assert set(given) == {key}
    vocabulary: Fields = {}
    head, claim = ANY, CLAIM
    others: list[Fields] = [{**CLAIM, "id": "gazette-later"}]
    match about:
        case "keys of document":
            head = {**ANY, **given}
        case "keys of claim":
            claim = {**CLAIM, **given} | ({"status": "corrected"} if key == "superseded by" else {})
        case "keys of property":
            vocabulary = {"properties": {"loading rate": {"kind": "quantity", "unit": "barrel/day", **given}}}
        case _:
            vocabulary = {"entities": {"North Terminal": {}}, **given}
            others = []
    corpus = read(tmp_path, vocabulary, (head, [claim, *others]))
    assert not errors(corpus)
    assert len(corpus.claims) == 1 + len(others)


REQUIRED = [(about, key) for about in MODELS for row in table(about).rows
            if row.get("without it") == "an error" for key in code(row["key"])]  # fmt: skip


def test_what_must_be_there_is_what_the_schema_asks_for() -> None:
    must = [(about, name) for about, model in MODELS.items() for name, info in model.model_fields.items()
            if info.is_required()]  # fmt: skip
    assert must == REQUIRED


DEFAULTS = [(about, code(row["key"])[0], code(row["without it"])[0]) for about in MODELS for row in table(about).rows
            if row.get("without it", "").startswith("`")]  # fmt: skip


@pytest.mark.parametrize(("about", "key", "default"), DEFAULTS, ids=[f"{it[0]}: {it[1]}" for it in DEFAULTS])
def test_what_holds_without_a_key(about: str, key: str, default: str, tmp_path: Path) -> None:
    if key == "anchor":
        claims = [{**CLAIM, "property": "arrival", "value": "yesterday"}]
        corpus = read(tmp_path, {"properties": {"arrival": {"kind": "date"}}}, ({**ANY, default: "2031-03-04"}, claims))
        assert [can_mean(claim.value) for claim in corpus.claims] == ["2031-03-03"]
        return
    vocabulary = {"properties": {"loading rate": {"kind": "quantity", "unit": "barrel/day"}}}
    (claim,) = read(tmp_path, vocabulary, (ANY, [CLAIM])).claims
    holder = claim.property if about == "keys of property" else claim
    assert str(getattr(holder, key)).lower() == default


def test_a_period_is_when_the_document_was_published(tmp_path: Path) -> None:
    (claim,) = read(tmp_path, {}, ({**ANY, "published": "2031-03-04"}, [CLAIM])).claims
    assert claim.period is not None
    assert (can_mean(claim.period), claim.period_given) == ("2031-03-04", False)


# --- Values, quotes, sources, mistakes -------------------------------------------------------------------------------


def _each(rows: Table, heads: Fields, make: Any, folder: Path) -> list[Claim]:
    """A claim for each row, in a document of its own."""
    files = []
    for index, row in enumerate(rows.rows):
        said = make(row)
        head = {"id": f"d{index}", **heads, **{key: said.pop(key) for key in ("text", "sha256") if key in said}}
        head |= {"via": said.pop("document via")} if "document via" in said else {}
        files.append((head, [{"id": f"c{index:02}", "subject": "North Terminal", **said}]))
    corpus = read(folder, rows.vocabulary, *files)
    assert not errors(corpus)
    return sorted(corpus.claims, key=lambda claim: claim.id)


def test_values(tmp_path: Path) -> None:
    rows = table("values")

    def said(row: Mapping[str, str]) -> dict[str, Any]:
        value = code(row["value"])[0]
        return {"property": row["property"], "value": fields(value) if value.startswith("{") else value, "quote": "x"}

    claims = _each(rows, {"anchor": rows.about.split(" from ")[1]}, said, tmp_path)
    told = [(row["kind"], row["read as"]) for row in rows.rows]
    assert [(claim.property.kind, can_mean(claim.value)) for claim in claims] == told


def test_quotes(tmp_path: Path) -> None:
    rows = table("quotes")

    def said(row: Mapping[str, str]) -> dict[str, Any]:
        return {"property": row["property"], "value": code(row["value"])[0], **fields(code(row["evidence"])[0])}

    claims = _each(rows, {"anchor": rows.about.split(" from ")[1], "text": "page.txt"}, said, tmp_path)
    told = [(row["evidence"], code(row["status"])[0]) for row in rows.rows]
    true = [(row["evidence"], claim.evidence.status.value) for row, claim in zip(rows.rows, claims, strict=True)]
    assert true == told


def test_sources(tmp_path: Path) -> None:
    rows = table("sources")

    def said(row: Mapping[str, str]) -> dict[str, Any]:
        return {"property": "ships", "value": "2", "quote": "x", **fields(code(row["what the claim says"])[0])}

    claims = _each(rows, {"outlet": rows.about.split(" in ")[1]}, said, tmp_path)
    told = [(row["sources"], row["unnamed"]) for row in rows.rows]
    true = [(", ".join(source.name for source in claim.sources), ", ".join(claim.unnamed)) for claim in claims]
    assert true == told


@pytest.mark.parametrize("row", table("mistakes").rows, ids=lambda row: code(row["what the claim says"])[0])
def test_mistakes(row: Mapping[str, str], tmp_path: Path) -> None:
    said = fields(code(row["what the claim says"])[0])
    head: dict[str, str] = ANY | {key: said.pop(key) for key in ("outlet", "published") if key in said}
    corpus = read(tmp_path, table("mistakes").vocabulary, (head, [{**CLAIM, **said}]))
    assert errors(corpus) == [row["the error"]]


def test_the_file_on_the_page_reads(tmp_path: Path) -> None:
    file = re.findall(r"^```yaml\n(.*?)^```", PAGE, re.MULTILINE | re.DOTALL)[0]
    (tmp_path / "gazette.yaml").write_text(file, encoding="utf-8")
    corpus = read_corpus(tmp_path, root=tmp_path)
    assert not errors(corpus)
    assert [claim.id for claim in corpus.claims] == ["gazette-city", "gazette-loading"]


def test_every_table_is_run() -> None:
    tested = {*MODELS, "values from 2031-03-05", "quotes from 2031-03-05", "sources in Harbour Gazette", "mistakes"}
    tested |= {"columns", "values and units", "reviews"}  # by test_flat
    assert {it.about for it in TABLES} == tested
    assert sum(len(it.rows) + 2 for it in TABLES) == len(re.findall(r"^\|", PAGE, re.MULTILINE))
