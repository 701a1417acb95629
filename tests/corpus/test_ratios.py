"""W204: a number without a unit, of a share, is a ratio: from two on the unit was probably left out."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from factlint.bulk import read
from factlint.bulk.read import read_in_bulk
from factlint.corpus.corpus import Corpus
from factlint.corpus.reader import read_corpus

VOCABULARY = """\
properties:
  share: {kind: quantity, unit: percent}
  growth: {kind: quantity, unit: percent, signed: true}
  spread: {kind: quantity, unit: basis points}
  cover: {kind: quantity}
  crews: {kind: quantity, unit: people}
"""


def corpus_of(folder: Path, value: str, prop: str = "share", vocabulary: str = VOCABULARY) -> Corpus:
    (folder / "vocabulary.yaml").write_text(vocabulary, encoding="utf-8")
    claim = f"{{id: a, subject: Port, property: {prop}, value: {value}}}"
    (folder / "d.yaml").write_text(f"document: {{id: d}}\nclaims:\n  - {claim}\n", encoding="utf-8")
    return read_corpus(folder, root=folder)


TOLD = [
    ("40", "share", "`40` is read as 4,000 %", "write `40%`, or `4,000 %` if that is meant"),
    ("2", "share", "`2` is read as 200 %", "write `2%`"),
    ("about forty", "share", "`about forty` is read as 3,800–4,200 %", "write `about forty percent`"),
    ("10 to 12", "share", "`10 to 12` is read as 1,000–1,200 %", "write `10 to 12%`"),
    ("more than 40", "share", "`more than 40` is read as above 4,000 %", "write `more than 40%`"),
    ("{number: 40}", "share", "`40` is read as 4,000 %", "write `40%`"),
    ("-40", "growth", "`-40` is read as -4,000 %", "write `-40%`"),
    ("40", "spread", "`40` is read as 400,000 basis points", "write `40 basis points`"),
]


@pytest.mark.parametrize(("value", "prop", "message", "help_"), TOLD)
def test_a_share_of_two_or_more_without_a_unit_is_told(
    value: str, prop: str, message: str, help_: str, tmp_path: Path
) -> None:
    corpus = corpus_of(tmp_path, value, prop)
    (told,) = corpus.diagnostics
    assert (told.code, told.severity) == ("W204", "warning")
    assert told.message.replace("−", "-") == message
    assert (told.help or "").startswith(help_)
    assert [claim.id for claim in corpus.claims] == ["a"], "it is judged as it is written"


NOT_TOLD = [
    ("40%", "share"),
    ("105%", "share"),
    ("0.4", "share"),
    ("1", "share"),  # the whole
    ("1.05", "share"),  # as much as last year, and a twentieth more
    ("1.99", "share"),
    ("half", "share"),
    ("double", "share"),  # a ratio as it is
    ("threefold", "share"),
    ("most", "share"),
    ("none", "share"),
    ("{number: 40, unit: percent}", "share"),
    ("40", "cover"),  # a ratio by nature
    ("40", "crews"),
]


@pytest.mark.parametrize(("value", "prop"), NOT_TOLD)
def test_what_is_meant_as_it_is_written_is_not_told(value: str, prop: str, tmp_path: Path) -> None:
    assert corpus_of(tmp_path, value, prop).diagnostics == ()


def test_a_unit_that_is_inferred_from_other_claims_counts_too(tmp_path: Path) -> None:
    claims = "  - {id: b, subject: Quay, property: share, value: 50%}\n"
    corpus_of(tmp_path, "40")
    (tmp_path / "vocabulary.yaml").unlink()
    with (tmp_path / "d.yaml").open("a", encoding="utf-8") as file:
        file.write(claims)
    assert [it.message for it in read_corpus(tmp_path, root=tmp_path).diagnostics] == ["`40` is read as 4,000 %"]


def test_by_columns_each_is_told_as_line_by_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(read, "_MOST_APART", 1.0)
    (tmp_path / "vocabulary.yaml").write_text(VOCABULARY, encoding="utf-8")
    values = [f"0.{number}" for number in range(11, 99)] + ["2.25", "0.95", "2.75", "40", "60%", "75%", "double"]
    path = tmp_path / "claims.jsonl"
    lines = [
        {"document": "d", "id": f"c{at}", "subject": "Port", "property": "share", "value": value}
        for at, value in enumerate(values)
    ]
    path.write_text("".join(json.dumps(it) + "\n" for it in lines), encoding="utf-8")
    by_columns, by_lines = read_in_bulk(path, root=tmp_path, large=1), read_corpus(path, root=tmp_path)
    assert by_columns is not None
    assert by_columns.diagnostics == by_lines.diagnostics
    assert [it.message for it in by_lines.diagnostics] == [
        "`2.25` is read as 225 %", "`2.75` is read as 275 %", "`40` is read as 4,000 %",
    ]  # fmt: skip
