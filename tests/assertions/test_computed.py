"""Arithmetic on claims: what comes out of each operator, on numbers and on dates."""

from __future__ import annotations

from pathlib import Path

import pytest

from factlint.assertions.aggregates import median
from tests.quantities.reading import interval
from tests.support import Row, verdict

VOCABULARY = {
    "properties": {
        "flow": {"kind": "quantity", "unit": "barrel/day"},
        "share": {"kind": "quantity", "unit": "percent"},
        "delay": {"kind": "quantity", "unit": "hour"},
        "arrival": {"kind": "date"},
        "open": {"kind": "truth"},
        "shut": {"kind": "truth"},
    }
}
CLAIMS: list[Row] = [
    {"property": "flow", "value": {"number": "100", "unit": "barrel/day"}},
    {"property": "share", "value": {"number": "40", "unit": "percent"}},
    {"property": "delay", "value": {"number": "48", "unit": "hour"}},
    {"property": "arrival", "value": "2025-03-31"},
    {"property": "open", "value": True},
    {"property": "shut", "value": False},
]

COMES_TO = [
    ("flow of A * share of A must be between 40 barrels/day and 40 barrels/day", "satisfied"),
    ("share of A * flow of A must be between 40 barrels/day and 40 barrels/day", "satisfied"),
    ("flow of A / share of A must be between 250 barrels/day and 250 barrels/day", "satisfied"),
    ("flow of A * delay of A must be between 200 barrels and 200 barrels", "satisfied"),
    ("flow of A + flow of A must be at most 199 barrels/day", "violated"),
    ("flow of A - flow of A must be at most 0 barrels/day", "satisfied"),
    ("arrival of A - delay of A must be before 2025-03-30", "satisfied"),
    ("arrival of A - delay of A must be before 2025-03-29", "violated"),
    ("arrival of A + delay of A must be after 2025-04-01", "satisfied"),
    ("arrival of A + delay of A must be after 2025-04-02", "violated"),
    ("delay of A + arrival of A must be after 2025-04-01", "satisfied"),
    ("arrival of A - 1 month must be before 2025-03-01", "satisfied"),  # the last day of February
    ("arrival of A - 1 month must be before 2025-02-28", "violated"),
    ("arrival of A + 1 month must be after 2025-04-29", "satisfied"),
    ("arrival of A + 1 month must be after 2025-04-30", "violated"),
    ("arrival of A must be between 2025-03-30 and 2025-03-31", "satisfied"),
    ("arrival of A must be between 2025-03-31 and 2025-04-30", "satisfied"),
    ("arrival of A must be between 2025-04-01 and 2025-04-30", "violated"),
    ("arrival of A must be between 2025-03-01 and 2025-03-29", "violated"),
    ("open of A must agree with shut of A", "violated"),
    ("open of A must agree with open of A", "satisfied"),
]


@pytest.mark.parametrize(("rule", "expected"), COMES_TO)
def test_what_an_expression_comes_to(rule: str, expected: str, tmp_path: Path) -> None:
    assert verdict(tmp_path, CLAIMS, rule, VOCABULARY) == expected


@pytest.mark.parametrize(
    ("hulls", "middle"),
    [
        (["(0, 10)", "[2, 12]"], "(1, 11)"),  # the mean of two ends is reached if both are
        (["[0, 10]", "[2, 12]"], "[1, 11]"),
        (["(0, 10)", "[2, 12]", "[4, 14]"], "[2, 12]"),
        (["(–, 10)", "[2, 12]"], "(–, 11)"),
    ],
)
def test_the_median_of_intervals(hulls: list[str], middle: str) -> None:
    assert median([interval(hull) for hull in hulls]) == interval(middle)
