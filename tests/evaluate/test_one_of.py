"""`be one of`, of claims and of what an expression comes to: the value is one of them, within one, or holds one."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support import Row, report, verdict

VOCABULARY = {
    "properties": {
        "share": {"kind": "quantity", "unit": "percent"},
        "arrival": {"kind": "date"},
        "delay": {"kind": "quantity", "unit": "hour"},
    }
}
ROWS: list[Row] = [
    {"value": "40%"},
    {"property": "arrival", "value": "2025-10-24"},
    {"property": "delay", "value": {"number": "24", "unit": "hour"}},
]


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        ("share + 10% must be one of 50%, 60%", "satisfied"),
        ("share + 10% must be one of 60%, 70%", "violated"),
        ("share + 10% must be one of 50.4%", "satisfied"),  # 40% may be 40.4
        ("share + 10% must clearly be one of 50%", "satisfied"),  # precision is left out
        ("share + 10% must clearly be one of 50.4%", "violated"),
        ("share / 2 must be one of 0.2", "satisfied"),
        ("the mean of share claims must be one of 30%, 40%", "satisfied"),
        ("the number of claims must be one of 2, 3", "satisfied"),
        ("the number of claims must be one of 2, 4", "violated"),
        ("the earliest of arrival claims must be one of 2025-10, 2025-12", "satisfied"),
        ("the earliest of arrival claims must be one of 2025-12", "violated"),
        ("arrival + delay must be one of 2025-10-25", "satisfied"),
        ("arrival + delay must clearly be one of 2025-10-25", "satisfied"),
        ("arrival + delay must be one of 2025-10-23", "violated"),
        ("share / (share - 40%) must be one of 5", "undetermined"),  # a divisor around zero
    ],
)
def test_what_an_expression_comes_to(rule: str, expected: str, tmp_path: Path) -> None:
    assert verdict(tmp_path, ROWS, rule, VOCABULARY) == expected


def test_the_finding_says_what_it_came_to_and_what_was_allowed(tmp_path: Path) -> None:
    (finding,) = report(tmp_path, ROWS, "share + 10% must be one of 60%, 70%", VOCABULARY)["findings"]
    assert finding["message"] == "share + 10% of A comes to 49.5–50.5 %, which is none of 60%, 70%"
    assert finding["measured"]["kind"] == "members"
    assert finding["assertion"] == "be one of"


@pytest.mark.parametrize(
    ("value", "counted"),
    [("40%", {}), ("39.6%", {}), ("40.4%", {"precision": 0}), ("about 41%", {"hedge": 1}), ("30 to 42%", {"range": 1})],
)
def test_what_a_claim_is_one_of_them_only_thanks_to(value: str, counted: dict[str, int], tmp_path: Path) -> None:
    """`their nominal values would not`."""
    rule = "share claims must be one of 40%, 39.6%, 40.4%"
    (result,) = report(tmp_path, [{"value": value}], rule)["rules"]
    assert result["verdict"] == "satisfied"
    assert result["only_thanks_to"] == {"hedge": 0, "precision": 0, "range": 0} | counted
