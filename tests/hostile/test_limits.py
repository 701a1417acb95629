"""The page on limits, row by row: just within a limit a file is read, and just beyond it gives the code in the table."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from tests.hostile.project import FILES, check_manners, factlint, write

PAGE = Path(__file__).parents[2] / "docs" / "limits.md"
CLAIMS, RULES = "corpus/gazette.yaml", "rules/shares.rules"
HEAD = "document: {id: gazette, outlet: Gazette, published: 2025-03-04}\nclaims:\n"


def claim(value: str, name: str = "share", **more: str) -> dict[str, str]:
    record = {"subject": "X", "property": name, "value": value, "quote": "q", **more}
    return {CLAIMS: f"{HEAD}- {json.dumps(record)}\n"}


def nested(depth: int) -> dict[str, str]:
    return {CLAIMS: f"{HEAD}- {'[' * depth}{']' * depth}\n"}


def rule(brackets: int) -> dict[str, str]:
    return {RULES: f"rule x: {'(' * brackets}share of X{')' * brackets} must be at most 50%\n"}


CASES = {
    # the limit as the page names it: files within it, files beyond it
    "a file of claims or a vocabulary": (
        {CLAIMS: FILES[CLAIMS] + "#" * 60_000_000},
        {CLAIMS: FILES[CLAIMS] + "#" * 64_000_000},
    ),
    "a text of a claim or a vocabulary": (claim("40%", note="x" * 100_000), claim("40%", note="x" * 100_001)),
    "nesting of YAML": (nested(9), nested(13)),
    "aliases, anchors and merge keys": (claim("40%"), {CLAIMS: "document: &d {id: d}\nclaims: []\n"}),
    "a value": (claim("40%".rjust(500)), claim("about " * 90 + "40%")),
    "a number": (claim("1e299 percent"), claim("1e301 percent")),
    "a power of a unit": (claim("40%"), claim("5 m^800000")),
    "a date": (claim("0001-01-01", "day"), claim("-0001-01-01", "day")),
    "operators and brackets of one statement": (rule(150), rule(250)),
}
ROWS = re.findall(r"^\| ([^|]+?) *\|[^|]+\| (E\d{3}) *\|", PAGE.read_text(encoding="utf-8"), re.MULTILINE)


def test_every_limit_of_the_page_has_its_case() -> None:
    assert {name for name, _code in ROWS} == set(CASES)


@pytest.mark.parametrize(("name", "code"), ROWS, ids=[name for name, _code in ROWS])
def test_a_limit_gives_its_error(name: str, code: str, tmp_path: Path) -> None:
    within, beyond = CASES[name]
    inside = factlint(write(tmp_path / "within", within), "check", "--no-cache")
    outside = factlint(write(tmp_path / "beyond", beyond), "check", "--no-cache")
    check_manners(inside)
    check_manners(outside)
    assert code not in inside.codes, inside.err
    assert outside.status == 2
    assert code in outside.codes, outside.err
