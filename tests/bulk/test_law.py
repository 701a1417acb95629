"""A file read by columns is the corpus that reading it line by line gives: claim for claim, message for message."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from random import Random

import polars as pl
import pytest

from factlint.bulk import read, written
from factlint.bulk.columns import OWN, PARTS
from factlint.bulk.read import read_in_bulk
from factlint.corpus.corpus import Corpus
from factlint.corpus.reader import read_corpus
from factlint.table.columns import COLUMNS
from factlint.table.corpus import TableCorpus, compile_corpus, open_table, vocabulary_source
from factlint.table.freeze import freeze
from tests.bulk import corpora, csv_corpora
from tests.bulk.spoiling import spoilt

SEEDS = range(int(os.environ.get("FACTLINT_BULK", "8")))


@pytest.fixture(autouse=True)
def always(monkeypatch: pytest.MonkeyPatch) -> None:
    """Small files are mostly out of the ordinary: columns are asked for all the same."""
    monkeypatch.setattr(read, "_MOST_APART", 1.0)
    monkeypatch.setattr(read, "_ROUNDS", 12)
    monkeypatch.setattr(written, "ROWS", 60)


@pytest.mark.parametrize("tidy", [1.0, 0.9, 0.5])
@pytest.mark.parametrize("write", [corpora.write, csv_corpora.write], ids=["json", "csv"])
@pytest.mark.parametrize("seed", SEEDS)
def test_columns_give_what_lines_give(tmp_path: Path, seed: int, write: Callable[..., Path], tidy: float) -> None:
    path = write(tmp_path / "corpus", seed, tidy=tidy)
    by_columns = read_in_bulk(path, root=tmp_path, large=1)
    if by_columns is None:
        pytest.skip("nothing for columns")
    by_lines = read_corpus(path, root=tmp_path)
    _same_corpus(by_columns, by_lines)
    _same_columns(by_columns, by_lines)
    _same_table(by_columns, by_lines, tmp_path / "claims.parquet")


@pytest.mark.parametrize("name", ["claims", "documents"])
@pytest.mark.parametrize("seed", SEEDS)
def test_whatever_happens_to_bytes_of_lines(tmp_path: Path, seed: int, name: str) -> None:
    path = corpora.write(tmp_path / "corpus", seed, tidy=1.0)
    file = path.with_stem(name)
    if not file.exists():
        pytest.skip("the documents are not listed")
    chance = Random(seed)
    share = chance.choice([0.01, 0.05, 0.3])
    first, *lines = file.read_bytes().split(b"\n")
    file.write_bytes(b"\n".join([first, *(spoilt(it, chance) if chance.random() < share else it for it in lines)]))
    by_columns = read_in_bulk(path, root=tmp_path, large=1)
    if by_columns is None:
        pytest.skip("nothing for columns")
    _same_corpus(by_columns, read_corpus(path, root=tmp_path))


def _same_corpus(found: Corpus, wanted: Corpus) -> None:
    assert found.diagnostics == wanted.diagnostics
    assert (found.rejected_claims, found.rejected_documents) == (wanted.rejected_claims, wanted.rejected_documents)
    assert (dict(found.texts), found.texts_missing) == (dict(wanted.texts), wanted.texts_missing)
    assert list(found.documents) == list(wanted.documents)
    assert found.vocabulary.properties == wanted.vocabulary.properties
    assert list(found.claims) == list(wanted.claims)


def _same_table(found: Corpus, wanted: Corpus, file: Path) -> None:
    compile_corpus(found, file, vocabulary_source(file.with_name("corpus"), None, file.parent))
    frozen, _codes = freeze(wanted.claims)
    numbers = {"group", "property_code", "unit_code", "unit_written_code", "source_code"}
    names = [name for name in COLUMNS if name not in numbers]
    table = pl.read_parquet(file)
    by_row, by_lines = table.sort("row"), frozen.sort("row")
    for name in names:
        assert by_row[name].to_list() == by_lines[name].to_list(), name
    assert table.select("group", "row").equals(table.select("group", "row").sort("group", "row"))
    opened = open_table(file, root=file.parent, large=0)
    assert list(opened.claims) == list(wanted.claims)


def _same_columns(found: Corpus, wanted: Corpus) -> None:
    assert isinstance(found, TableCorpus)
    frozen, _codes = freeze(wanted.claims)
    shared = [name for columns in PARTS.values() for name in columns if not name.endswith("_code")]
    names = ["id", "row", *OWN, *shared]
    columns = found.table.frame.select(*names, "group").collect().sort("row")
    assert columns.select(names).to_dicts() == frozen.sort("row").select(names).to_dicts()
    groups = pl.DataFrame({"by_columns": columns["group"], "by_lines": frozen.sort("row")["group"]}).unique()
    assert groups.height == groups["by_columns"].n_unique() == groups["by_lines"].n_unique()
