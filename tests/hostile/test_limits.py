"""The page on limits, row by row: just within a limit a file is read, and just beyond it gives the code in the table."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from factlint.evaluate import alone, combine
from tests.hostile.project import FILES, call, check_manners, write
from tests.support import Row, report, run

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


def flat(spaces: int) -> dict[str, str]:
    record = json.dumps(
        {"document": {"id": "d", "outlet": "Gazette"}, "subject": "X", "property": "share", "value": "40%"}
    )
    return {
        "factlint.toml": FILES["factlint.toml"].replace('"corpus"', '"flat/claims.jsonl"'),
        "flat/claims.jsonl": f"{record[:-1]}{' ' * spaces}}}\n",
        "flat/vocabulary.yaml": FILES["corpus/vocabulary.yaml"],
    }


def words(text: str) -> dict[str, str]:
    return {"corpus/vocabulary.yaml": FILES["corpus/vocabulary.yaml"] + text}


def within(wholes: int) -> dict[str, str]:
    places = "".join(f"  P{it}: {{within: P{it + 1}}}\n" for it in range(wholes))
    return words(f"places:\n{places}  P{wholes}: {{}}\n")


def members(number: int) -> dict[str, str]:
    first = ", ".join(f'"N{it}"' for it in range(number - 1))
    return {RULES: f"let few = {first}\nlet many = few, Paris\nrule x: city claims must be one of many\n"}


def matching(pattern: str) -> dict[str, str]:
    return {RULES: f"rule x: share claims where quote matches /{pattern}/ must agree\n"}


CASES = {
    # the limit as the page names it: files within it, files beyond it
    "a file of claims or a vocabulary": (
        {CLAIMS: FILES[CLAIMS] + "#" * 60_000_000},
        {CLAIMS: FILES[CLAIMS] + "#" * 64_000_000},
    ),
    "a line of a flat file": (flat(900_000), flat(1_000_000)),
    "a file of rules": ({RULES: FILES[RULES] + "#" * 9_999_000}, {RULES: FILES[RULES] + "#" * 10_000_000}),
    "a text of a claim or a vocabulary": (claim("40%", note="x" * 100_000), claim("40%", note="x" * 100_001)),
    "nesting of YAML": (nested(9), nested(13)),
    "aliases, anchors and merge keys": (claim("40%"), {CLAIMS: "document: &d {id: d}\nclaims: []\n"}),
    "a value": (claim("40%".rjust(500)), claim("about " * 90 + "40%")),
    "a number": (claim("1e300 percent"), claim("1.01e300 percent")),
    "a power of a unit": (claim("40%"), claim("5 m^800000")),
    "a unit": (claim("40%"), claim(f"40 {'m*' * 50}m")),
    "the name of a unit of the vocabulary": (
        words(f"units: ['{'x' * 40} = [z]']\n"),
        words(f"units: ['{'x' * 41} = [z]']\n"),
    ),
    "wholes that an entity lies within": (within(500), within(501)),
    "a date": (claim("0001-01-01", "day"), claim("-0001-01-01", "day")),
    "operators and brackets of one statement": (rule(150), rule(250)),
    "members of a list, with those of lists in it": (members(10_000), members(10_001)),
    "a repetition in a pattern": (matching("(ab{100}){10}"), matching("(ab{100}){11}")),
}
TEXT = PAGE.read_text(encoding="utf-8")
ROWS = re.findall(r"^\| ([^|]+?) *\|[^|]+\| (E\d{3}) *\|", TEXT.split("\n## ")[0], re.MULTILINE)


def test_every_limit_of_the_page_has_its_case() -> None:
    assert {name for name, _code in ROWS} == set(CASES)


@pytest.mark.parametrize(("name", "code"), ROWS, ids=[name for name, _code in ROWS])
def test_a_limit_gives_its_error(name: str, code: str, tmp_path: Path) -> None:
    within, beyond = CASES[name]
    inside = call(write(tmp_path / "within", within), "check", "--no-cache")
    outside = call(write(tmp_path / "beyond", beyond), "check", "--no-cache")
    check_manners(inside)
    check_manners(outside)
    assert code not in inside.codes, inside.err
    assert outside.status == 2
    assert code in outside.codes, outside.err


# --- What is not refused, but ends -----------------------------------------------------------------------------------

SUMS = {"properties": {name: {"kind": "quantity", "unit": "percent"} for name in ("import share", "export share")}}
MANY: list[Row] = [
    {"property": name, "value": f"{10 + it / 10}%"} for name in SUMS["properties"] for it in range(330)
]  # fmt: skip


def test_there_are_only_so_many_combinations(tmp_path: Path) -> None:
    text = f"{len(MANY) ** 2 // 4:,} combinations of claims, more than the {combine.LIMIT:,} that are judged"
    assert text in " ".join(TEXT.split())
    (finding,) = report(tmp_path, MANY, "import share of A + export share of A must be at most 30%", SUMS)["findings"]
    assert (finding["verdict"], finding["reason"]) == ("undetermined", {"code": "too_many", "text": text})
    holds = run(tmp_path, MANY, "import share of A + export share of A must be at most 300%", SUMS)
    assert holds.results[0].verdict == "satisfied"


def test_a_trend_lists_only_so_many_pairs(tmp_path: Path) -> None:
    killed = {"properties": {"killed": {"kind": "quantity", "unit": "people", "varies by": "day"}}}
    rows = [
        {"property": "killed", "value": f"{900 - it}", "published": f"2025-{1 + it // 28:02}-{1 + it % 28:02}"}
        for it in range(150)
    ]
    (finding,) = report(tmp_path, rows, "killed claims per subject must not decrease", killed)["findings"]
    assert "more than 10,000 pairs in all, of which the first 10,000 are listed" in finding["message"]
    assert "from 899 people (2025-01-02) to 751 people (2025-06-10)" in finding["message"]


def test_a_lone_claim_has_only_so_many_neighbours(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert f"the nearest of at most {alone.LIMIT:,} of its subject" in TEXT
    keyed = {"properties": {"share": {"kind": "quantity", "unit": "percent", "qualifiers": ["q", "r"]}}}
    far = [{"value": "5%", "qualifiers": {"q": f"q{it}", "r": f"r{it}"}} for it in range(5)]
    near = [{"id": name, "value": "5%", "qualifiers": {"q": "same", "r": name}} for name in ("z1", "z2")]
    for limit, nearest in ((7, "z1"), (6, "z1"), (5, "c1")):
        monkeypatch.setattr(alone, "LIMIT", limit)
        told = report(tmp_path, [*far, *near], "share claims must agree", keyed)["rules"][0]["alone"]
        assert {it["claim"]: it["nearest"] for it in told}["z2"] == nearest
