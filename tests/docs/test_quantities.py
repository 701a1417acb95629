"""The tables of quantities, hedges and dates, run: every row on the page is read as the page says."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from factlint.corpus.reader import read_corpus
from factlint.diagnostics import Diagnostic
from factlint.quantities.values import Quantity, Value
from tests.docs.examples import write_corpus
from tests.docs.spans import can_mean, number
from tests.docs.tables import Table, code, tables
from tests.project.project_files import ROOT

PAGE = (ROOT / "docs" / "quantities.md").read_text(encoding="utf-8")
TABLES = list(tables(PAGE))
_VALUES = re.compile(r"(?P<expected>expected )?values of (?P<property>.+?)(?: from (?P<anchor>\S+))?")


def read(table: Table, claims: list[dict[str, Any]], folder: Path) -> tuple[dict[str, Value], list[Diagnostic]]:
    """What each claim's value means, by id; and what is wrong with the others."""
    rows = tuple({"id": f"c{index}", "subject": "North Port", **claim} for index, claim in enumerate(claims))
    corpus = read_corpus(write_corpus(folder, table.vocabulary, rows), root=folder)
    problems = [it for it in corpus.diagnostics if it.severity == "error"]
    return {claim.id: claim.value for claim in corpus.claims}, problems


@pytest.mark.parametrize(
    "table",
    [it for it in TABLES if it.about != "mistakes"],
    ids=lambda it: f"line {it.line} {it.about}",
)
def test_every_value_means_what_the_page_says(table: Table, tmp_path: Path) -> None:
    what = _VALUES.fullmatch(table.about)
    assert what, table.about
    shared = {"property": what["property"]}
    shared |= {"anchor": what["anchor"]} if what["anchor"] else {}
    shared |= {"modality": "expected"} if what["expected"] else {}
    written = [code(row["written"])[0] for row in table.rows]
    values, problems = read(table, [{**shared, "value": _value(it)} for it in written], tmp_path)
    assert not problems, problems
    told = [{key: text for key, text in row.items() if key != "for"} for row in table.rows]
    true = [
        {"written": row["written"], **{key: CELLS[key](values[f"c{index}"]) for key in row if key in CELLS}}
        for index, row in enumerate(table.rows)
    ]
    wrong = [pair for pair in zip(told, true, strict=True) if pair[0] != pair[1]]
    assert not wrong, wrong


def _value(written: str) -> Any:
    return yaml.load(written, yaml.BaseLoader) if written.startswith("{") else written


def _number(value: Value) -> str:
    assert isinstance(value, Quantity)
    return number(value.nominal)


def _reason(value: Value) -> str:
    assert isinstance(value, Quantity)
    return value.why.value


CELLS = {"can mean": can_mean, "number": _number, "reason": _reason}


@pytest.mark.parametrize("table", [it for it in TABLES if it.about == "mistakes"], ids=lambda it: f"line {it.line}")
def test_what_cannot_be_read_is_told_as_on_the_page(table: Table, tmp_path: Path) -> None:
    claims = [{"property": row["property"], "value": code(row["written"])[0]} for row in table.rows]
    values, problems = read(table, claims, tmp_path)
    assert not values
    by_file = {Path(it.where[0]).stem: it for it in problems}
    for index, row in enumerate(table.rows):
        problem = by_file[f"c{index}"]
        assert problem.message == row["what is said"]
        helps = code(row["what helps"]) if row["what helps"].startswith("`") else [row["what helps"]]
        assert all(words in str(problem.help) for words in helps), problem.help


def test_every_table_is_run() -> None:
    assert sum(len(it.rows) + 2 for it in TABLES) == len(re.findall(r"^\|", PAGE, re.MULTILINE))
