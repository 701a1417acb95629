"""A table made of a large file of lines: what stands on the disk meanwhile, and what ends it early."""

from __future__ import annotations

import json
import tempfile
from pathlib import Path
from typing import Any

import polars as pl
import pytest

from factlint.bulk.read import read_in_bulk
from factlint.corpus.corpus import Corpus
from factlint.corpus.reader import read_corpus
from factlint.diagnostics import RunError
from factlint.table.corpus import TableCorpus, compile_corpus, open_table, tabled
from tests.support import no_room

CLAIM = {"document": "d", "subject": "North Terminal", "property": "loading rate"}


def _corpus(folder: Path, *values: Any, **more: Any) -> Corpus:
    path = folder / "claims.jsonl"
    lines = [json.dumps({"id": f"c{at:03d}", **CLAIM, "value": value, **more}) for at, value in enumerate(values)]
    path.write_text("\n".join(lines) + "\n")
    found = read_in_bulk(path, root=folder, large=1)
    assert found is not None
    return found


@pytest.fixture
def aside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder for temporary files."""
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    return folder


def test_what_is_put_aside_goes(tmp_path: Path, aside: Path) -> None:
    corpus = _corpus(tmp_path, *(f"{at} barrels a day" for at in range(60)))
    compile_corpus(corpus, tmp_path / "claims.parquet", None)
    assert list(aside.iterdir()) == []
    assert len(open_table(tmp_path / "claims.parquet", root=tmp_path).claims) == 60


def test_a_file_that_changes_before_it_is_written_is_told(tmp_path: Path, aside: Path) -> None:
    corpus = _corpus(tmp_path, *(f"{at} barrels a day" for at in range(60)))
    path = tmp_path / "claims.jsonl"
    path.write_text(path.read_text().replace("North", "South"))
    (tmp_path / "claims.parquet").write_text("the old one")
    with pytest.raises(RunError) as caught:
        compile_corpus(corpus, tmp_path / "claims.parquet", None)
    assert caught.value.diagnostic.code == "E274"
    assert (tmp_path / "claims.parquet").read_text() == "the old one"
    assert list(aside.iterdir()) == []


def test_on_a_full_disk_the_old_table_stays(tmp_path: Path, aside: Path) -> None:
    corpus = _corpus(tmp_path, *(f"{at} barrels a day" for at in range(60)))
    (tmp_path / "claims.parquet").write_text("the old one")
    with no_room(), pytest.raises(OSError, match=r"refuses|too large"):
        compile_corpus(corpus, tmp_path / "claims.parquet", None)
    assert (tmp_path / "claims.parquet").read_text() == "the old one"
    assert list(aside.iterdir()) == []


@pytest.mark.parametrize("form", ["lines", "claims"])
def test_a_corpus_that_is_no_table_yet_is_put_aside_for_an_engine_that_reads_files(
    form: str, tmp_path: Path, aside: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def made() -> TableCorpus:
        found = _corpus(tmp_path, *(f"{at} barrels a day" for at in range(60)))
        path = tmp_path / "claims.jsonl"
        found = found if form == "lines" else tabled(read_corpus(path, root=tmp_path), path, None, tmp_path)
        assert isinstance(found, TableCorpus)
        return found

    file = made().table.file()
    assert file.is_relative_to(aside)
    assert pl.read_parquet(file).height == 60
    corpus = made()
    with no_room(), pytest.raises(RunError) as full:
        corpus.table.file()
    monkeypatch.setattr(tempfile, "tempdir", str(aside / "nowhere"))
    with pytest.raises(RunError) as nowhere:
        made().table.file()
    assert [it.value.diagnostic.code for it in (full, nowhere)] == ["E109", "E109"]
    assert "no such file or directory" in nowhere.value.diagnostic.message


@pytest.mark.parametrize(
    ("value", "unit", "written"),
    [
        ("40", "barrels a day", "40 barrels a day"),
        (40.50, "barrels a day", "40.5 barrels a day"),
        (" nearly 40 ", " kb/d ", "nearly 40 kb/d"),
        ("40 barrels a day", " ", "40 barrels a day"),
        ({"number": 41.0, "unit": "kb/d"}, None, "41.0 kb/d"),
        ({"number": "4e1", "unit": "kb/d", "hedge": "nearly"}, None, "nearly 4e1 kb/d"),
        ({"low": 10, "high": 12, "unit": "kb/d"}, None, "10 to 12 kb/d"),
        ({"high": "12.0", "unit": "kb/d"}, None, "at most 12.0 kb/d"),
    ],
)
def test_values_stand_in_the_table_as_reports_show_them(
    value: Any, unit: str | None, written: str, tmp_path: Path
) -> None:
    """Text values, raw `value` and `unit` columns, and values taken apart."""
    corpus = _corpus(tmp_path, *[value] * 40, **({} if unit is None else {"unit": unit}))
    compile_corpus(corpus, tmp_path / "claims.parquet", None)
    assert pl.read_parquet(tmp_path / "claims.parquet")["value"].unique().to_list() == [written]
    assert {claim.value_text for claim in corpus.claims} == {written}
