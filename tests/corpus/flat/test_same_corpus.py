"""One corpus in every kind of file: the same claims, the same evidence, the same report but for where things stand."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from factlint.corpus.reader import read_corpus
from factlint.pipeline import Request, check
from factlint.reporters.json_report import as_json
from factlint.settings import Settings
from tests.corpus.flat.convert import inline, loaded, write_csv, write_jsonl
from tests.project.project_files import ROOT

CURATED = ROOT / "corpus"
QUICKSTART = CURATED / "quickstart"
RULES = {CURATED: (ROOT / "rules",), QUICKSTART: (QUICKSTART / "harbour.rules",)}

Records = Sequence[dict[str, Any]]
Write = Callable[[Path, Records, Records], str]


def _lines_and_documents(folder: Path, documents: Records, claims: Records) -> str:
    write_jsonl(folder / "documents.jsonl", documents)
    write_jsonl(folder / "claims.jsonl", claims)
    return "claims.jsonl"


def _lines_alone(folder: Path, documents: Records, claims: Records) -> str:
    write_jsonl(folder / "claims.jsonl", inline(documents, claims))
    return "claims.jsonl"


def _table_and_documents(folder: Path, documents: Records, claims: Records) -> str:
    write_csv(folder / "documents.csv", documents)
    write_csv(folder / "claims.csv", claims)
    return "claims.csv"


def _table_beside_lines(folder: Path, documents: Records, claims: Records) -> str:
    write_jsonl(folder / "documents.jsonl", documents)
    write_csv(folder / "claims.csv", claims)
    return "claims.csv"


def _table_alone(folder: Path, documents: Records, claims: Records) -> str:
    write_csv(folder / "claims.csv", inline(documents, claims))
    return "claims.csv"


WRITERS: dict[str, Write] = {
    "lines, documents beside": _lines_and_documents,
    "lines that describe their documents": _lines_alone,
    "table, documents beside": _table_and_documents,
    "table, documents beside in lines": _table_beside_lines,
    "table that describes its documents": _table_alone,
}


def without_places(report: Any) -> Any:
    """The report without the file and line of each claim, which is what may differ."""
    if isinstance(report, list):
        return [without_places(it) for it in report]
    if isinstance(report, dict):
        return {key: without_places(value) for key, value in report.items() if key != "defined"}
    return report


def report(corpus: Path, rules: Sequence[Path], root: Path) -> Any:
    settings_ = Settings(root=root, corpus=corpus, rules=tuple(rules))
    return without_places(json.loads(json.dumps(as_json(check(settings_, Request(limit=10_000))))))


@pytest.mark.parametrize("write", WRITERS.values(), ids=WRITERS)
@pytest.mark.parametrize("folder", RULES, ids=["curated", "quickstart"])
def test_the_report_is_the_same(folder: Path, write: Write, tmp_path: Path) -> None:
    documents, claims = loaded(folder)
    for file in (folder / "vocabulary.yaml", *folder.glob("*.txt")):
        shutil.copy(file, tmp_path)
    flat = tmp_path / write(tmp_path, documents, claims)
    expected = report(folder, RULES[folder], ROOT)
    assert expected["summary"]["claims"] == len(claims)
    assert expected["summary"]["documents"] == len(documents)
    assert report(flat, RULES[folder], ROOT) == expected


def test_texts_lie_beside_the_file_or_in_a_source_folder(tmp_path: Path) -> None:
    documents, claims = loaded(QUICKSTART)
    flat = tmp_path / _lines_and_documents(tmp_path, documents, claims)
    assert {it.evidence.status.value for it in read_corpus(flat, root=tmp_path).claims} == {"not_held"}
    held = read_corpus(flat, root=tmp_path, sources=[QUICKSTART])
    assert held.texts_missing == ()
    assert held.texts == read_corpus(QUICKSTART, root=ROOT).texts


def test_each_claim_knows_its_line(tmp_path: Path) -> None:
    documents, claims = loaded(QUICKSTART)
    for write, before in ((_lines_and_documents, 0), (_table_and_documents, 1)):
        name = write(tmp_path, documents, claims)
        corpus = read_corpus(tmp_path / name, root=tmp_path)
        places = {it.id: (it.defined.file, it.defined.line) for it in corpus.claims}
        assert places == {claim["id"]: (name, line + before) for line, claim in enumerate(claims, 1)}


# --- Any claim -------------------------------------------------------------------------------------------------------

WORDS = st.text(st.characters(codec="utf-8", categories=("L", "N", "P", "S", "Zs")), min_size=1, max_size=12).filter(
    lambda text: text == text.strip() and ";" not in text and "<" not in text
)
CLAIM = st.fixed_dictionaries(
    {"subject": WORDS, "value": st.sampled_from(["40%", "nearly 40%", "10 to 12%"])},
    optional={
        "quote": WORDS,
        "note": WORDS,
        "speaker": WORDS,
        "period": st.sampled_from(["2031-03-04", "2031-Q1"]),
        "stance": st.sampled_from(["asserts", "denies"]),
        "qualifiers": st.dictionaries(st.sampled_from(["product", "the berth"]), WORDS, min_size=1),
        "via": st.lists(WORDS, min_size=2, max_size=3),
    },
)
HEAD = st.fixed_dictionaries({}, optional={"outlet": WORDS, "title": WORDS, "published": st.just("2031-03-04")})


def _claims(path: Path, root: Path) -> list[Any]:
    corpus = read_corpus(path, root=root)
    assert [it for it in corpus.diagnostics if it.severity == "error"] == []
    return [without_places(json.loads(json.dumps(_told(it)))) for it in corpus.claims]


def _told(claim: Any) -> Mapping[str, str]:
    names = ("id", "subject", "value_text", "value", "period", "qualifiers", "stance", "speaker", "sources", "quote",
             "note", "unnamed")  # fmt: skip
    document = {key: repr(getattr(claim.document, key)) for key in ("id", "outlet", "title", "published")}
    return {**{name: repr(getattr(claim, name)) for name in names}, **document}


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60, deadline=None)
@given(heads=st.lists(HEAD, min_size=1, max_size=3), claims=st.lists(CLAIM, min_size=1, max_size=4))
def test_any_claims_are_the_same_in_every_kind_of_file(
    heads: list[dict[str, Any]], claims: list[dict[str, Any]], tmp_path: Path
) -> None:
    documents: list[dict[str, Any]] = [{"id": f"d{index}", **head} for index, head in enumerate(heads)]
    said = [
        {"document": f"d{index % len(heads)}", "id": f"c{index}", "property": "share", **claim}
        for index, claim in enumerate(claims)
    ]
    used = documents[: len(said)]  # a document described nowhere but in its claims needs one
    read = []
    for write in WRITERS.values():
        for old in tmp_path.iterdir():
            old.unlink()
        read.append(_claims(tmp_path / write(tmp_path, used, said), tmp_path))
    assert len(read[0]) == len(claims)
    assert all(it == read[0] for it in read)
