"""Values at the edge of what a rule allows, and of what numbers and the calendar can say, read in every form of a corpus."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.hostile.project import call, check_manners, write

VOCABULARY = """\
properties:
  share: {kind: quantity, unit: percent, signed: true}
  first: {kind: quantity, unit: percent}
  second: {kind: quantity, unit: percent}
  length: {kind: quantity, unit: meter}
  arrival: {kind: date}
  killed: {kind: quantity, unit: people, varies by: day}
"""
WITHIN = "share claims about {} must agree within 10%"
LENGTH = "length claims about {} must agree within 10%"
ARRIVAL = "arrival claims about {} must agree"
TREND = "killed claims about {} per subject must not change by more than 10 people per month"


def exact(*numbers: str, unit: str = "percent") -> list[dict[str, str]]:
    return [{"number": it, "unit": unit} for it in numbers]


def sums(first: str, second: str, share: str) -> list[tuple[str, Any]]:
    return [(name, exact(it)[0]) for name, it in (("first", first), ("second", second), ("share", share))]


ADDED = "first of {0} + second of {0} must agree with share of {0}"
ROWS: list[tuple[str, list[Any], str, str]] = [
    # what it is, its claims, the rule, the verdict
    ("0.1 + 0.2 against 0.3", sums("0.1", "0.2", "0.3"), ADDED, "satisfied"),
    ("0.1 + 0.7 against 0.8", sums("0.1", "0.7", "0.8"), ADDED, "satisfied"),
    ("a hair above 0.3", sums("0.1", "0.2", "0.30000000000000004"), ADDED, "violated"),
    ("exactly the tolerance, 0.63", exact("0.63", "0.7"), WITHIN, "satisfied"),
    ("exactly the tolerance, 1.53", exact("1.53", "1.7"), WITHIN, "satisfied"),
    ("exactly the tolerance, 4.14", exact("4.14", "4.6"), WITHIN, "satisfied"),
    ("a hair beyond it", exact("4.1399999999999999999", "4.6"), WITHIN, "violated"),
    ("zero and zero", exact("0", "0.0"), WITHIN, "satisfied"),
    ("zero and next to it", exact("0", "1e-300"), WITHIN, "violated"),
    ("negative, exactly the tolerance", exact("-1.53", "-1.7"), WITHIN, "satisfied"),
    ("negative, beyond it", exact("-1.52", "-1.7"), WITHIN, "violated"),
    ("of either sign", exact("-1", "1"), "share claims about {} must agree within 300%", "violated"),
    ("huge, exactly the tolerance", exact("9e199", "1e200"), WITHIN, "satisfied"),
    ("huge, beyond it", exact("8.99e199", "1e200"), WITHIN, "violated"),
    ("the largest", exact("9e299", "1e300"), WITHIN, "satisfied"),
    ("the largest, beyond", exact("8.99e299", "1e300"), WITHIN, "violated"),
    ("the largest in a smaller unit", exact("1e300", unit="kilometer") + exact("1e300", unit="mm"), LENGTH, "violated"),
    ("the same in two units", exact("1e297", unit="kilometer") + exact("1e300", unit="meter"), LENGTH, "satisfied"),
    ("tiny, exactly the tolerance", exact("9e-201", "1e-200"), WITHIN, "satisfied"),
    ("tiny, beyond it", exact("8.99e-201", "1e-200"), WITHIN, "violated"),
    ("the smallest, beyond", exact("1.1e-300", "1e-300"), "share claims about {} must agree within 9%", "violated"),
    ("huge and tiny", exact("1e200", "1e-200"), WITHIN, "violated"),
    ("bounds that meet", ["at least 5%", "at most 5%"], WITHIN, "satisfied"),
    ("bounds that do not meet", ["more than 5%", "less than 5%"], "share claims about {} must agree", "violated"),
    ("without a bound", ["more than 1e299%", "at least 5%"], WITHIN, "satisfied"),
    ("equal intervals", ["10 to 12%", "10 to 12%"], "share claims about {} must agree exactly", "satisfied"),
    ("one claim", exact("5"), WITHIN, "not_applicable"),
    ("over the leap day", ["2024-02-28", "2024-03-01"], ARRIVAL + " within 23 hours", "violated"),
    ("over the leap day, exactly", ["2024-02-28", "2024-03-01"], ARRIVAL + " within 24 hours", "satisfied"),
    ("without one", ["2023-02-28", "2023-03-01"], ARRIVAL + " within 0 hours", "satisfied"),
    ("1900 had none", ["1900-02-28", "1900-03-01"], ARRIVAL + " within 0 hours", "satisfied"),
    ("the end of a year", ["2024-12-31", "2025-01-01"], ARRIVAL + " within 0 hours", "satisfied"),
    ("one instant in two zones", ["2025-03-04T23:30-05:00", "2025-03-05T04:30Z"], ARRIVAL, "satisfied"),
    ("one time in two zones", ["2025-03-04T23:30-05:00", "2025-03-04T23:30Z"], ARRIVAL, "violated"),
    ("a day somewhere", ["2025-03-04", "2025-03-05T11:00Z"], ARRIVAL, "satisfied"),
    ("a day nowhere any more", ["2025-03-04", "2025-03-05T13:00Z"], ARRIVAL, "violated"),
    ("the first and the last day", ["0001-01-01", "9999-12-31"], ARRIVAL, "violated"),
    ("a month to the end of a shorter one", [("2025-01-31", "101"), ("2025-02-28", "111")], TREND, "satisfied"),
    ("ten more than one month allows", [("2025-01-31", "101"), ("2025-02-28", "112")], TREND, "violated"),
    ("a day into the second month", [("2025-01-30", "101"), ("2025-03-01", "121")], TREND, "satisfied"),
]  # fmt: skip


def _records() -> list[dict[str, Any]]:
    records = []
    for number, (_, claims, rule, _) in enumerate(ROWS):
        for at, claim in enumerate(claims):
            name = rule.split()[0]
            record = {
                "id": f"c{number}-{at}",
                "document": {"id": f"d{at}", "outlet": f"O{at}"},
                "subject": f"S{number}",
            }
            match claim:
                case (period, value) if name == "killed":
                    record |= {"property": name, "period": period, "value": f"{value} people"}
                case (other, value):
                    record |= {"property": other, "value": value}
                case value:
                    record |= {"property": name, "value": value}
            records.append(record)
    return records


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    records = _records()
    documents: list[dict[str, Any]] = [
        {"document": {"id": f"d{at}", "outlet": f"O{at}"}, "claims": []} for at in range(3)
    ]
    for it in records:
        documents[int(it["document"]["id"][1:])]["claims"].append({key: it[key] for key in it if key != "document"})
    rules = "".join(f"rule r{number}: {rule.format(f'S{number}')}\n" for number, (_, _, rule, _) in enumerate(ROWS))
    return write(
        tmp_path_factory.mktemp("edges"),
        {
            "rules/shares.rules": rules,
            "corpus/gazette.yaml": json.dumps(documents[0]),
            "corpus/other.yaml": json.dumps(documents[1]),
            "corpus/third.yaml": json.dumps(documents[2]),
            "corpus/vocabulary.yaml": VOCABULARY,
            "flat/vocabulary.yaml": VOCABULARY,
            "flat/claims.jsonl": "".join(json.dumps(it) + "\n" for it in records),
        },
    )


@pytest.fixture(scope="module", params=["corpus", "flat/claims.jsonl", "table"])
def verdicts(request: pytest.FixtureRequest, project: Path) -> dict[str, str]:
    where = request.param
    if where == "table":
        where = "claims.parquet"
        assert call(project, "compile", "corpus", "-o", where).status == 0
    outcome = call(project, "check", "rules", "--no-cache", "--corpus", where, "--format", "json", "--limit", "1000")
    check_manners(outcome)
    assert outcome.err == ""
    return {it["rule"]: it["verdict"] for it in json.loads(outcome.out)["rules"]}


@pytest.mark.parametrize(
    ("number", "verdict"), [(at, row[3]) for at, row in enumerate(ROWS)], ids=[row[0] for row in ROWS]
)
def test_an_edge(number: int, verdict: str, verdicts: dict[str, str]) -> None:
    assert verdicts[f"r{number}"] == verdict


REFUSED = ["-0044-03-15", "0000-01-01", "10000-01-01", "2023-02-29", "2025-04-31", "2025-03-04T25:00Z", "44 BC"]


def test_no_such_day(tmp_path: Path) -> None:
    claims = "".join(
        f"- {{id: c{at}, subject: X, property: arrival, value: '{it}'}}\n" for at, it in enumerate(REFUSED)
    )
    head = "document: {id: gazette, outlet: Gazette, published: 2025-03-04}\nclaims:\n"
    outcome = call(
        write(tmp_path, {"corpus/vocabulary.yaml": VOCABULARY, "corpus/gazette.yaml": head + claims}),
        "check", "--no-cache", "--rule", "arrival claims must agree",
    )  # fmt: skip
    assert outcome.status == 2
    assert outcome.err.count("error[E220]") == len(REFUSED), outcome.err


def test_ten_thousand_claims_of_one_group(tmp_path: Path) -> None:
    lines = "".join(
        f'{{"id": "c{at}", "document": {{"id": "d", "outlet": "O"}}, "subject": "X", "property": "share", '
        f'"value": "{40 if at else 80}%"}}\n'
        for at in range(10_000)
    )
    folder = write(tmp_path, {"flat/claims.jsonl": lines, "flat/vocabulary.yaml": VOCABULARY})
    asked = (
        "check",
        "--no-cache",
        "--corpus",
        "flat/claims.jsonl",
        "--format",
        "json",
        "--rule",
        "share claims must agree",
    )
    outcome = call(folder, *asked)
    (finding,) = json.loads(outcome.out)["findings"]
    assert [len(it["claims"]) for it in finding["camps"]] == [9_999, 1]
