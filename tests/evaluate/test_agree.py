"""`agree` in all its forms: tables of two claims and a rule."""

from pathlib import Path
from typing import Any

import pytest

from tests.support import Row, report, verdict

AGREE = [
    # first value, second value, rule, verdict, the idea
    ("40%", "40%", "share claims must agree", "satisfied", "equal"),
    ("40%", "40.4%", "share claims must agree", "satisfied", "no narrower than precision"),
    ("40.0%", "40.4%", "share claims must agree", "violated", "zeros after the point count"),
    ("40%", "41%", "share claims must agree", "violated", "open ends that touch do not meet"),
    ("40%", "41%", "share claims must agree within 1 percentage point", "satisfied", "touching ends are 0 apart"),
    ("about 40%", "42%", "share claims must agree", "satisfied", "a hedge widens"),
    ("nearly 40%", "40.0%", "share claims must agree", "satisfied", "nearly 40 reaches into 39.95–40.05"),
    ("more than 40%", "at most 40%", "share claims must agree", "violated", "the number itself is left out"),
    ("at least 40%", "at most 40%", "share claims must agree", "satisfied", "both hold 40"),
    ("more than 40%", "90%", "share claims must agree", "satisfied", "a bound is open above"),
    ("{low: 90, high: 90, unit: percent}", "{low: 100, high: 100, unit: percent}", "share claims must agree within 10%",
     "satisfied", "exactly 10 % agrees"),
    ("{low: 89.999, high: 89.999, unit: percent}", "{low: 100, high: 100, unit: percent}",
     "share claims must agree within 10%", "violated", "a hair more than 10 % does not"),
    ("two thirds", "nearly 40%", "share claims must agree within 10%", "violated", "the oil majors"),
    ("half", "50%", "share claims must agree exactly", "satisfied", "the same ratio"),
    ("0.5", "50%", "share claims must agree exactly", "satisfied", "the same ratio"),
    ("about 40%", "40%", "share claims must agree exactly", "satisfied", "nominal values are equal"),
    ("40%", "40.4%", "share claims must agree exactly", "violated", "nominal values differ"),
    ("at least 40%", "40%", "share claims must agree exactly", "undetermined", "one has no nominal value"),
    ("at least 40%", "at least 40%", "share claims must agree exactly", "satisfied", "equal intervals agree"),
    ("about 40%", "about 40%", "share claims must clearly agree", "violated", "38 and 42 may be meant"),
    ("40%", "40%", "share claims must clearly agree", "satisfied", "precision is left out"),
    ("40%", "about 40%", "share claims must clearly agree within 5 percentage points", "satisfied", "38–42 against 40"),
    ("40%", "about 40%", "share claims must clearly agree within 1 percentage point", "violated", "2 points may be apart"),
]  # fmt: skip


def value(text: str) -> Any:
    if not text.startswith("{"):
        return text
    return dict(pair.split(": ") for pair in text.strip("{}").split(", "))


@pytest.mark.parametrize(("one", "other", "rule", "expected", "idea"), AGREE, ids=[row[4] for row in AGREE])
def test_two_claims(one: str, other: str, rule: str, expected: str, idea: str, tmp_path: Path) -> None:
    assert verdict(tmp_path, [{"value": value(one)}, {"value": value(other)}], rule) == expected, idea


@pytest.mark.parametrize(("one", "other", "rule", "expected", "idea"), AGREE, ids=[row[4] for row in AGREE])
def test_their_order_changes_nothing(one: str, other: str, rule: str, expected: str, idea: str, tmp_path: Path) -> None:
    assert verdict(tmp_path, [{"value": value(other)}, {"value": value(one)}], rule) == expected, idea


def test_the_gap_is_told_in_the_tolerances_own_terms(tmp_path: Path) -> None:
    rows = [{"value": "two thirds", "id": "bne"}, {"value": "nearly 40%", "id": "patriot"}]
    found = report(tmp_path, rows, "share claims must agree within 10%")["findings"]
    assert len(found) == 1
    assert found[0]["measured"]["kind"] == "gap"
    assert found[0]["measured"]["found"] == pytest.approx(39.54659949622166)
    assert found[0]["measured"]["allowed"] == 10.0
    assert found[0]["measured"]["unit"] == "percent"
    assert [(camp["claims"], camp["low"], camp["high"]) for camp in found[0]["camps"]] == [
        (["patriot"], 36.0, 40.0),
        (["bne"], pytest.approx(66.16666666666667), pytest.approx(67.16666666666667)),
    ]


def test_a_claim_that_agrees_with_every_other_is_neutral(tmp_path: Path) -> None:
    rows = [{"value": "40%"}, {"value": "60%"}, {"value": "more than 30%"}]
    found = report(tmp_path, rows, "share claims must agree")["findings"][0]
    assert [camp["claims"] for camp in found["camps"]] == [["c1"], ["c2"]]
    assert found["neutral"] == ["c3"]


def test_camps_are_shown_by_independent_sources_then_claims(tmp_path: Path) -> None:
    rows: list[Row] = [
        {"value": "40%"},
        {"value": "60%", "document via": ["Agency"]},
        {"value": "60%", "document via": ["Agency"]},
        {"value": "20%"},
        {"value": "20%"},
    ]
    found = report(tmp_path, rows, "share claims must agree")["findings"][0]
    assert [(camp["claims"], camp["sources"]) for camp in found["camps"]] == [
        (["c4", "c5"], ["Outlet 4", "Outlet 5"]),
        (["c2", "c3"], ["Agency"]),
        (["c1"], ["Outlet 1"]),
    ]


@pytest.mark.parametrize(
    ("one", "other", "counted"),
    [
        ("40%", "40.4%", "precision"),
        ("about 40%", "{number: 42, unit: percent}", "hedge"),
        ("38 to 42%", "{number: 42, unit: percent}", "range"),
    ],
)
def test_what_a_group_holds_only_thanks_to(one: str, other: str, counted: str, tmp_path: Path) -> None:
    """`satisfied` says how many groups hold only thanks to a hedge, to precision, or to a range."""
    rows = [{"value": value(one)}, {"value": value(other)}]
    thanks = report(tmp_path, rows, "share claims must agree")["rules"][0]["only_thanks_to"]
    assert thanks == {"hedge": 0, "precision": 0, "range": 0} | {counted: 1}


def test_one_claim_is_not_applicable_and_alone(tmp_path: Path) -> None:
    rows = [{"value": "40%"}, {"value": "60%", "subject": "B"}]
    rule = report(tmp_path, rows, "share claims must agree")["rules"][0]
    assert rule["verdict"] == "not_applicable"
    assert rule["alone"] == [
        {"claim": "c1", "nearest": "c2", "differs": "subject"},
        {"claim": "c2", "nearest": "c1", "differs": "subject"},
    ]


@pytest.mark.parametrize(
    ("date", "rule", "expected"),
    [
        ("2025-10-24", "arrival must clearly agree with arrival", "satisfied"),
        ("2025-10", "arrival must clearly agree with the latest of arrival claims", "satisfied"),
        ("2025-10", "arrival claims must clearly agree with the latest of arrival claims", "satisfied"),
        ("2025-10", "arrival claims must clearly agree with 2025-10-24", "violated"),
    ],
)
def test_equal_date_spans_clearly_agree_also_when_computed(date: str, rule: str, expected: str, tmp_path: Path) -> None:
    vocabulary = {"properties": {"arrival": {"kind": "date"}}}
    assert verdict(tmp_path, [{"property": "arrival", "value": date}], rule, vocabulary) == expected
