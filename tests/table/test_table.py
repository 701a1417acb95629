"""Compiled tables: a corpus goes in and comes out the same, and a file that is none says so."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import polars as pl
import pytest

from factlint.cli import main
from factlint.corpus.reader import read_corpus
from factlint.diagnostics import RunError
from factlint.language.load import load_rules
from factlint.language.resolve import resolve
from factlint.screen.run import screened
from factlint.table.columns import COLUMNS, VERSION, schema
from factlint.table.corpus import compile_corpus, open_table, readable, vocabulary_source
from factlint.table.freeze import freeze
from factlint.table.store import KEY
from factlint.table.thaw import Thaw
from tests.project.project_files import ROOT
from tests.screen.claims import write

CORPORA = [ROOT / "corpus", ROOT / "corpus" / "quickstart"]


@pytest.mark.parametrize("path", CORPORA, ids=lambda it: it.name)
def test_a_claim_is_the_same_after_it_was_a_row(path: Path) -> None:
    corpus = read_corpus(path, root=ROOT)
    frame, codes = freeze(corpus.claims)
    thaw = Thaw(corpus.vocabulary, codes.properties, codes.units)
    # As text, since claims and names compare by less than all that they hold.
    assert [repr(it) for it in thaw.claims(frame.sort("row"))] == [repr(it) for it in corpus.claims]


def test_every_kind_of_claim_is_the_same_after_it_was_on_the_disk(tmp_path: Path) -> None:
    path = write(tmp_path, 400, seed=7, members=3)
    corpus = read_corpus(path, root=tmp_path)
    compile_corpus(corpus, tmp_path / "claims.parquet", vocabulary_source(path, None, tmp_path))
    for large in (0, 1000):  # as a table that is gone through, and as claims that are made at once
        found = open_table(tmp_path / "claims.parquet", root=tmp_path, large=large)
        assert found.is_table is (large == 0)
        assert [repr(it) for it in found.claims] == [repr(it) for it in corpus.claims]
        assert [repr(it) for it in found.documents] == [repr(it) for it in corpus.documents]
        assert found.vocabulary.properties == corpus.vocabulary.properties
        stated = {where: dict(names) for where, names in found.vocabulary.stated.items()}
        assert stated == {where: dict(names) for where, names in corpus.vocabulary.stated.items()}


def test_rows_that_share_a_group_are_those_that_compare(tmp_path: Path) -> None:
    from factlint.evaluate.group import group

    corpus = read_corpus(write(tmp_path, 400, seed=8, members=3), root=tmp_path)
    frame, _ = freeze(corpus.claims)
    by_code: dict[int, set[str]] = {}
    for code, id_ in frame.select("group", "id").iter_rows():
        by_code.setdefault(code, set()).add(id_)
    found = [{claim.id for claim in it.claims} for it in group(corpus.claims, None, frozenset())]
    assert sorted(map(sorted, found)) == sorted(map(sorted, by_code.values()))


def test_the_columns_are_documented_and_as_documented(tmp_path: Path) -> None:
    corpus = read_corpus(ROOT / "corpus" / "quickstart", root=ROOT)
    compile_corpus(corpus, tmp_path / "claims.parquet", None)
    assert pl.read_parquet_schema(tmp_path / "claims.parquet") == schema()
    told = json.loads(pl.read_parquet_metadata(tmp_path / "claims.parquet")[KEY])
    assert told["version"] == VERSION
    page = (ROOT / "docs" / "table.md").read_text(encoding="utf-8")
    for name, (_kind, meaning) in COLUMNS.items():
        assert f"| `{name}` |" in page, meaning


def test_the_report_of_a_compiled_corpus_is_that_of_its_folder(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    table = tmp_path / "claims.parquet"
    assert main(["compile", str(ROOT / "corpus"), "-o", str(table)]) == 0
    assert "80 claims in 5 documents" in capsys.readouterr().out
    rules = str(ROOT / "rules")
    seen = []
    for corpus in (str(ROOT / "corpus"), str(table)):
        main(["check", rules, "--corpus", corpus, "--sources", str(tmp_path), "--format", "json", "--no-cache"])
        seen.append(json.loads(capsys.readouterr().out))
    assert seen[0] == seen[1]


def test_what_cannot_be_compiled_is_told_and_the_rest_is_written(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "a.yaml").write_text(
        "document: {id: a}\nclaims:\n"
        "  - {subject: S, property: p, value: 40%}\n"
        "  - {subject: S, property: p, valu: 41%, quote: y}\n"
    )
    assert main(["compile", str(tmp_path), "-o", str(tmp_path / "a.parquet")]) == 2
    out, err = capsys.readouterr()
    assert "1 claim in 1 document, 1 left out" in out
    assert "E2" in err
    assert open_table(tmp_path / "a.parquet", root=tmp_path).claims[0].value_text == "40%"


@pytest.mark.parametrize(
    ("target", "code"), [("claims.csv", "E101"), ("nowhere/claims.parquet", "E109")], ids=["not Parquet", "no folder"]
)
def test_a_table_that_cannot_be_written(
    target: str, code: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["compile", str(ROOT / "corpus" / "quickstart"), "-o", str(tmp_path / target)]) == 2
    assert f"error[{code}]" in capsys.readouterr().err


def test_an_old_table_survives_a_disk_that_is_full(tmp_path: Path) -> None:
    import resource

    table = tmp_path / "claims.parquet"
    table.write_bytes(b"old")

    def tight() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (2000, 2000))

    done = subprocess.run(
        [str(Path(sys.executable).with_name("factlint")), "compile", str(ROOT / "corpus"), "-o", str(table)],
        capture_output=True, text=True, check=False, preexec_fn=tight, env={
            "PATH": "/usr/bin:/bin",
            "FACTLINT_CACHE_DIR": str(tmp_path / "cache"),
            "PYTHONDONTWRITEBYTECODE": "1",  # else Python leaves modules cut off at the limit in this environment
        },
    )  # fmt: skip
    assert done.returncode == 2
    assert "E109" in done.stderr
    assert table.read_bytes() == b"old"
    assert [it.name for it in tmp_path.glob(".claims*")] == []


@pytest.mark.parametrize(
    ("content", "code"),
    [(b"", "E270"), (b"PAR1 and then nothing", "E270"), (b"id,subject\n", "E270")],
    ids=["empty", "cut short", "text"],
)
def test_a_damaged_table_is_told(content: bytes, code: str, tmp_path: Path) -> None:
    (tmp_path / "claims.parquet").write_bytes(content)
    corpus = open_table(tmp_path / "claims.parquet", root=tmp_path)
    assert [it.code for it in corpus.diagnostics] == [code]
    assert not corpus.claims


@pytest.mark.parametrize("large", [0, 1000], ids=["gone through", "made at once"])
def test_a_table_with_a_hole_is_told(large: int, tmp_path: Path) -> None:
    path = write(tmp_path, 300, seed=6, members=3)
    table = tmp_path / "claims.parquet"
    compile_corpus(read_corpus(path, root=tmp_path), table, vocabulary_source(path, None, tmp_path))
    data = bytearray(table.read_bytes())
    data[200:20_000] = bytes(19_800)
    table.write_bytes(data)
    corpus = open_table(table, root=tmp_path, large=large)
    if large:
        assert [it.code for it in corpus.diagnostics] == ["E270"]
        return
    rules, _ = load_rules([tmp_path / "all.rules"], tmp_path)
    with pytest.raises(RunError) as raised, readable(corpus):
        screened(resolve(rules, corpus.vocabulary)[0], corpus, 50, today=None, in_full=False)
    assert raised.value.diagnostic.code == "E270"


@pytest.mark.parametrize(
    ("metadata", "code"),
    [
        ({}, "E271"),
        ({KEY: "{"}, "E271"),
        ({KEY: "[]"}, "E271"),
        ({KEY: '{"version": 99}'}, "E272"),
        ({KEY: f'{{"version": {VERSION}}}'}, "E271"),
    ],
    ids=["of others", "no JSON", "a list", "from the future", "without its columns"],
)
def test_a_table_of_others_is_told(metadata: dict[str, str], code: str, tmp_path: Path) -> None:
    pl.DataFrame({"id": ["a"]}).write_parquet(tmp_path / "claims.parquet", metadata=metadata)
    corpus = open_table(tmp_path / "claims.parquet", root=tmp_path)
    assert [it.code for it in corpus.diagnostics] == [code]


def test_a_table_belongs_to_its_vocabulary(tmp_path: Path) -> None:
    path = write(tmp_path, 50, seed=9, members=3)
    compile_corpus(read_corpus(path, root=tmp_path), tmp_path / "t.parquet", vocabulary_source(path, None, tmp_path))
    assert not open_table(tmp_path / "t.parquet", root=tmp_path).diagnostics
    (tmp_path / "vocabulary.yaml").write_text("properties: {share: {kind: quantity}}\n")
    assert [it.code for it in open_table(tmp_path / "t.parquet", root=tmp_path).diagnostics] == ["E273"]
