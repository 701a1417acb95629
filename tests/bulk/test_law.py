"""A file read by columns is the corpus that reading it line by line gives: claim for claim, message for message."""

from __future__ import annotations

import os
from pathlib import Path

import polars as pl
import pytest

from factlint.bulk import read
from factlint.bulk.columns import OWN, PARTS
from factlint.bulk.read import read_in_bulk
from factlint.corpus.corpus import Corpus
from factlint.corpus.reader import read_corpus
from factlint.table.corpus import TableCorpus
from factlint.table.freeze import freeze
from tests.bulk.corpora import write

SEEDS = range(int(os.environ.get("FACTLINT_BULK", "8")))


@pytest.fixture(autouse=True)
def always(monkeypatch: pytest.MonkeyPatch) -> None:
    """Small files are mostly out of the ordinary: columns are asked for all the same."""
    monkeypatch.setattr(read, "_MOST_APART", 1.0)
    monkeypatch.setattr(read, "_ROUNDS", 12)


@pytest.mark.parametrize("tidy", [1.0, 0.9, 0.5])
@pytest.mark.parametrize("seed", SEEDS)
def test_columns_give_what_lines_give(tmp_path: Path, seed: int, tidy: float) -> None:
    path = write(tmp_path / "corpus", seed, tidy=tidy)
    by_columns = read_in_bulk(path, root=tmp_path, large=1)
    if by_columns is None:
        pytest.skip("nothing for columns")
    by_lines = read_corpus(path, root=tmp_path)
    _same_corpus(by_columns, by_lines)
    _same_columns(by_columns, by_lines)


def _same_corpus(found: Corpus, wanted: Corpus) -> None:
    assert found.diagnostics == wanted.diagnostics
    assert (found.rejected_claims, found.rejected_documents) == (wanted.rejected_claims, wanted.rejected_documents)
    assert (dict(found.texts), found.texts_missing) == (dict(wanted.texts), wanted.texts_missing)
    assert list(found.documents) == list(wanted.documents)
    assert found.vocabulary.properties == wanted.vocabulary.properties
    assert list(found.claims) == list(wanted.claims)


def _same_columns(found: Corpus, wanted: Corpus) -> None:
    assert isinstance(found, TableCorpus)
    frozen, _codes = freeze(wanted.claims)
    shared = [name for columns in PARTS.values() for name in columns if not name.endswith("_code")]
    names = ["id", "row", *OWN, *shared]
    columns = found.table.frame.select(*names, "group").collect().sort("row")
    assert columns.select(names).to_dicts() == frozen.sort("row").select(names).to_dicts()
    groups = pl.DataFrame({"by_columns": columns["group"], "by_lines": frozen.sort("row")["group"]}).unique()
    assert groups.height == groups["by_columns"].n_unique() == groups["by_lines"].n_unique()
