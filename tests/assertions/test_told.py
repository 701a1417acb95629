"""What findings say in words: who, of what, by how much, against what was allowed; and what is only counted."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from factlint.evaluate.result import RuleResult
from tests.support import Row, run

VOCABULARY = {
    "properties": {
        "ratio": {"kind": "quantity", "unit": "percent"},
        "level": {"kind": "quantity", "unit": "percent"},
        "balance": {"kind": "quantity", "unit": "percent", "signed": True},
        "cost": {"kind": "quantity", "unit": "USD"},
        "stock": {"kind": "quantity", "unit": "barrel"},
        "drift": {"kind": "quantity", "unit": "percent", "varies by": "month", "signed": True},
        "arrival": {"kind": "date"},
        "decree": {"kind": "date"},
        "city": {"kind": "place"},
        "open": {"kind": "truth"},
        "position": {"kind": "rank"},
    },
    "places": {"Moscow": {"within": "Russia"}, "Russia": {}, "Kazan": {"within": "Russia"}},
    "outlets": {"Gazette": {}},
}


def result_of(folder: Path, said: Sequence[str], rule: str) -> RuleResult:
    """`property value [period]` by outlets of their own: of `Gazette` with a `G`, as denials with a `not`, in front."""
    rows: list[Row] = []
    for words in said:
        head, *period = words.split(" in ")
        marks = head.split(" ")
        row: dict[str, object] = {}
        while marks[0] in {"G", "not"} or marks[0].startswith("@"):
            mark = marks.pop(0)
            row |= (
                {"outlet": "Gazette"}
                if mark == "G"
                else {"stance": "denies"}
                if mark == "not"
                else {"subject": mark[1:]}
            )
        row |= {"property": marks[0], "value": " ".join(marks[1:])} | ({"period": period[0]} if period else {})
        rows.append(row)
    found = run(folder, rows, rule, VOCABULARY)
    assert [it.message for it in found.diagnostics if it.severity == "error"] == []
    assert len(found.claims) == len(said)
    return found.results[0]


FORTY = ("ratio 40%", "ratio 40%", "ratio 40%")
MESSAGES: list[tuple[str, tuple[str, ...], str]] = [
    ("ratio claims must agree with the median", (*FORTY, "ratio 60%"),
     "1 claim (c4) on ratio of A differs from the median 39.5–40.5 % by 19 percentage points"),
    ("ratio claims must agree with the median", (*FORTY, "ratio 60%", "ratio 70%", "ratio 40%"),
     "2 claims (c4, c5) on ratio of A differ from the median 39.5–40.5 % by 29 percentage points"),
    ("balance claims must agree with the median within 10%",
     ("balance 40%", "balance 40%", "balance 40%", "balance -40%"),
     "1 claim (c4) on balance of A differs from the median 39.5–40.5 %, allowed 10 %"),  # of unlike sign: no share
    ("arrival claims must agree with the median",
     ("arrival 2025-10-01", "arrival 2025-10-02", "arrival 2025-10-02", "arrival 2025-10-09"),
     "1 claim (c4) on arrival of A differs from the median 2025-10-02 by 144 hours"),
    ("ratio claims must agree with those from Gazette", ("G ratio 40%", "ratio 60%"),
     "1 claim (c2) on ratio of A disagrees with Gazette by 19 percentage points: 59.5–60.5 % against 39.5–40.5 %"),
    ("ratio claims must agree with those from Gazette within 10%", ("G ratio 40%", "ratio 60%", "ratio 61%"),
     ("2 claims (c2, c3) on ratio of A disagree with Gazette by 33.1 % of the larger, allowed 10 %: "
     "59.5–61.5 % against 39.5–40.5 %")),
    ("balance claims must agree with those from Gazette within 10%", ("G balance 40%", "balance -60%"),
     "1 claim (c2) on balance of A disagrees with Gazette, allowed 10 %: -60.5 to -59.5 % against 39.5–40.5 %"),
    ("claims about A regardless of property must agree with those from Gazette", ("G ratio 40%", "cost 40 USD"),
     "1 claim (c2) on A cannot be held against Gazette: claims on A are of different dimensions"),
    ("ratio claims must have quote", ("ratio 40%",), "1 claim (c1) on ratio of A states no quote"),
    ("ratio claims must have quote", FORTY, "3 claims (c1, c2, c3) on ratio of A state no quote"),
    ("ratio claims must have quote", (*FORTY, *FORTY),
     "6 claims (c1, c2, c3 and 3 more) on ratio of A state no quote"),
    ("ratio must be between 10% and 20%", ("ratio 5%",), "ratio of A is 4.5–5.5 %, below 10 %"),
    ("ratio must be between 10% and 20%", ("ratio 50%",), "ratio of A is 49.5–50.5 %, above 20 %"),
    ("ratio must be at most level + 10%", ("ratio 50%", "level 30%"),
     "ratio of A is 49.5–50.5 %, above 39.5–40.5 % (29.5–30.5 % + 10%)"),
    ("ratio / level must be at most 50%", ("ratio 50%", "level 30%"),
     "ratio / level of A comes to 162.3–171.2 %, above 50 %"),
    ("cost / stock must be at most 1 USD/barrel", ("cost 100 USD", "stock 10 barrels"),
     "cost / stock of A comes to 9.048–11.05 USD/barrel, above 1 USD/barrel"),
    ("arrival must be before 2025-Q4", ("arrival 2025-10-09",), "arrival of A is 2025-10-09, not before 2025-Q4"),
    ("arrival - decree must be at most 3 days", ("arrival 2025-10-09", "decree 2025-10-01"),
     "arrival - decree of A comes to 7–9 days, above 3 days"),
    ("arrival + 3 days must be before 2025-10-05", ("arrival 2025-10-09",),
     "arrival + 3 days of A comes to 2025-10-12T00:00:00Z to 2025-10-13T00:00:00Z, not before 2025-10-05"),
    ("city of A must be one of Moscow", ("city Kazan",), "claims on city of A say Kazan, which is none of Moscow"),
    ("city claims must be one of moscow", ("city kazan",), "claims on city of A say Kazan, which is none of Moscow"),
    ("position claims must not share a value",
     ("position 1st", "@B position first", "@C position 2", "@D position 2"),
     "different subjects have the same position: 1 is said of A and B; 2 is said of C and D"),
    ("position claims must not share a value",
     tuple(f"@{subject} position {number}" for number in range(1, 5) for subject in (f"A{number}", f"B{number}")),
     ("different subjects have the same position: 1 is said of A1 and B1; 2 is said of A2 and B2; "
     "3 is said of A3 and B3; and 1 more value")),
    ("open claims must not contradict", ("open true", "not open true"),
     "claims on open of A contradict each other: denied by Outlet 2 against asserted by Outlet 1"),
    ("open claims must not contradict", ("open true", "open false"),
     "claims on open of A contradict each other: asserted false by Outlet 2 against asserted by Outlet 1"),
    ("open claims must not contradict", ("not open true", "not open false"),
     "claims on open of A contradict each other: denied by Outlet 1 against denied false by Outlet 2"),
    ("ratio claims must not contradict", ("not ratio 40%", *FORTY),
     ("claims on ratio of A contradict each other: "
     "asserted 39.5–40.5 % by Outlet 2, Outlet 3, Outlet 4 against denied 39.5–40.5 % by Outlet 1")),
    ("ratio claims must not contradict", ("not ratio 40%", *FORTY, "ratio 40%"),
     ("claims on ratio of A contradict each other: "
     "asserted 39.5–40.5 % by Outlet 2, Outlet 3, Outlet 4 and 1 more against denied 39.5–40.5 % by Outlet 1")),
    ("drift claims must clearly not change by more than 10% per month",
     ("drift 10 to 12% in 2025-10", "drift 13 to 14% in 2025-11"),
     "claims on drift of A change by 40 %, allowed 10 %: from 10–12 % (2025-10) to 13–14 % (2025-11)"),
    ("drift claims must clearly not change by more than 10% per month",
     ("drift -12 to -10% in 2025-10", "drift 13 to 14% in 2025-11"),
     "claims on drift of A change by 240 %, allowed 10 %: from -12 to -10 % (2025-10) to 13–14 % (2025-11)"),
    ("drift claims must not change by more than 10% per month",
     ("drift 10% in ../2025-09", "drift 14% in 2025-11", "drift 16% in 2026-01"),
     ("claims on drift of A change by 47.62 %, allowed 10 %: "
     "from 9.5–10.5 % (../2025-09) to 15.5–16.5 % (2026-01); 2 pairs in all")),
]  # fmt: skip


@pytest.mark.parametrize(("rule", "said", "message"), MESSAGES, ids=[f"{row[0]} {len(row[1])}" for row in MESSAGES])
def test_a_finding_says(rule: str, said: tuple[str, ...], message: str, tmp_path: Path) -> None:
    (finding,) = result_of(tmp_path, said, rule).findings
    assert finding.judgement.message == message


VERDICTS = [
    ("a bound is not among those that make a median", "ratio claims must agree with the median",
     ("ratio up to 40%", "ratio 40%", "ratio 40%"), "not_applicable", ""),
    ("a median of numbers as written", "ratio claims must agree with the median",
     ("ratio 40%", "ratio 40.2%", "ratio 40.4%"), "satisfied", "precision"),
    ("a vague word is as wide as it is", "ratio claims must agree with the median",
     ("ratio most", "ratio 60%", "ratio 60%", "ratio 60%"), "satisfied", ""),
    ("the outlet's number as written", "ratio claims must agree with those from Gazette",
     ("G ratio 40%", "ratio 40.4%"), "satisfied", "precision"),
    ("the same as the outlet's", "ratio claims must agree with those from Gazette",
     ("G ratio 40%", "ratio 40%"), "satisfied", ""),
    ("the one that is asked for", "city of A must be one of Moscow", ("city Moscow",), "satisfied", ""),
    ("what may be the one", "city of A must be one of Moscow", ("city Russia",), "satisfied", ""),
    ("clearly it has to be", "city of A must clearly be one of Moscow", ("city Russia",), "violated", ""),
    ("a range as wide as a denied number is not within its open ends", "ratio claims must not contradict",
     ("not ratio 40%", "ratio 39.5 to 40.5%"), "satisfied", ""),
    ("nor is the number then within it", "ratio claims must not contradict",
     ("ratio 39.5 to 40.5%", "not ratio 40%"), "satisfied", ""),
    ("a narrower one is", "ratio claims must not contradict",
     ("ratio 39.6 to 40.4%", "not ratio 40%"), "violated", ""),
    ("clearly the number itself", "ratio claims must clearly be one of 40%", ("ratio 40%",), "satisfied", ""),
    ("clearly no range around it", "ratio claims must clearly be one of 40%", ("ratio 39 to 41%",), "violated", ""),
    ("a day denied is not its month", "arrival claims must not contradict",
     ("not arrival 2025-10-09", "arrival 2025-10"), "satisfied", ""),
    ("though the month may be that day", "arrival claims must clearly not contradict",
     ("not arrival 2025-10-09", "arrival 2025-10"), "violated", ""),
    ("and a month denied denies its days", "arrival claims must not contradict",
     ("not arrival 2025-10", "arrival 2025-10-09"), "violated", ""),
    ("from far below zero it is nearly all of it, and never that", "drift claims must not change by more than 100% per month",
     ("drift less than -5% in 2025-10", "drift 3% in 2025-11"), "violated", ""),
    ("a little more allows it", "drift claims must not change by more than 101% per month",
     ("drift less than -5% in 2025-10", "drift 3% in 2025-11"), "satisfied", ""),
]  # fmt: skip


@pytest.mark.parametrize(("idea", "rule", "said", "verdict", "reason"), VERDICTS, ids=[row[0] for row in VERDICTS])
def test_it_comes_to(idea: str, rule: str, said: tuple[str, ...], verdict: str, reason: str, tmp_path: Path) -> None:
    result = result_of(tmp_path, said, rule)
    assert result.verdict == verdict, idea
    assert [name for name, number in result.only_thanks_to.items() if number] == ([reason] if reason else [])


def test_after_claims_one_finding_lists_those_that_are_none_of_them(tmp_path: Path) -> None:
    result = result_of(tmp_path, ("ratio 50%", "ratio 20%", "ratio 60%"), "ratio claims must be one of 10%, 20%")
    (finding,) = result.findings
    assert [entry.id for entry in finding.entries] == ["c1", "c3"]
