"""When a file is read by columns, and what happens to one that changes meanwhile."""

from __future__ import annotations

import json
from pathlib import Path

import polars as pl
import pytest

from factlint.bulk.read import read_in_bulk
from factlint.corpus.reader import read_corpus
from factlint.diagnostics import RunError
from factlint.table.corpus import TableCorpus

CLAIM = {"document": "d", "subject": "North Terminal", "property": "loading rate", "value": "40 barrels a day"}


def _file(folder: Path, *lines: str, ends: str = "\n") -> Path:
    path = folder / "claims.jsonl"
    path.write_bytes(ends.join(lines).encode("utf-8", "surrogateescape"))
    return path


def _claims(number: int = 60) -> list[str]:
    return [json.dumps({"id": f"c{at:03d}", **CLAIM, "value": f"{at} barrels a day"}) for at in range(number)]


def test_a_small_file_is_read_as_ever(tmp_path: Path) -> None:
    assert read_in_bulk(_file(tmp_path, *_claims()), root=tmp_path) is None


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("claims.csv", "id,document,subject,property,value\n"),
        ("documents.jsonl", '{"id": "d"}\n'),
        ("claims.jsonl", "[\n"),
        ("claims.jsonl", ""),
        ("claims.jsonl", "\ufeff" + "\n".join(_claims())),
        ("claims.jsonl", '{"id": "' + "x" * 1_100_000 + '"}'),
    ],
)
def test_what_is_nothing_for_columns_is_left_to_the_reader_of_lines(tmp_path: Path, name: str, text: str) -> None:
    (tmp_path / name).write_text(text, encoding="utf-8")
    assert read_in_bulk(tmp_path / name, root=tmp_path, large=1) is None


def test_where_most_claims_are_out_of_the_ordinary_columns_win_nothing(tmp_path: Path) -> None:
    lines = [json.dumps({"id": f"c{at}", **CLAIM, "occurrence": 1, "quote": "x"}) for at in range(60)]
    assert read_in_bulk(_file(tmp_path, *_claims(20), *lines), root=tmp_path, large=1) is None


@pytest.mark.parametrize("ends", ["\n", "\r\n"])
@pytest.mark.parametrize(
    "odd",
    [
        "", "\udcff", "{", '{"id": "c001"}', "null",
        json.dumps(CLAIM)[:-1],
        json.dumps(CLAIM)[:-1] + ",",
        json.dumps(CLAIM)[:-1] + ",}",
        json.dumps(CLAIM)[:-1] + ', "qualifiers": {"product": "crude",}}',
        json.dumps(CLAIM)[:-1] + ', "qualifiers": {"product": "crude" "grade": "sour"}}',
        json.dumps(CLAIM)[:-1] + ', "via": ["a sailor",]}',
        json.dumps(CLAIM)[:-1] + ', "subject": "South Terminal"}',
        "[" * 2_000,
    ],
)  # fmt: skip
def test_bad_lines_leave_the_good_ones(tmp_path: Path, ends: str, odd: str) -> None:
    """Bad records are reported with file and line, counted, and never stop the good ones from being checked."""
    path = _file(tmp_path, *_claims(30), odd, *_claims(60)[30:], ends=ends)
    found, wanted = read_in_bulk(path, root=tmp_path, large=1), read_corpus(path, root=tmp_path)
    assert isinstance(found, TableCorpus)
    assert found.diagnostics == wanted.diagnostics
    assert found.rejected_claims == wanted.rejected_claims
    assert list(found.claims) == list(wanted.claims)


def test_what_columns_cannot_read_is_left_to_the_reader_of_lines(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*_: object, **__: object) -> pl.DataFrame:
        raise pl.exceptions.ComputeError("error parsing line")

    monkeypatch.setattr(pl, "read_ndjson", refused)
    assert read_in_bulk(_file(tmp_path, *_claims()), root=tmp_path, large=1) is None


def test_a_file_that_changes_between_columns_and_claims_is_told(tmp_path: Path) -> None:
    path = _file(tmp_path, *_claims())
    found = read_in_bulk(path, root=tmp_path, large=1)
    assert found is not None
    path.write_text("\n".join(_claims()).replace("North", "South"))
    with pytest.raises(RunError) as caught:
        list(found.claims)
    assert caught.value.diagnostic.code == "E274"
