"""Trends whose change no number says: the finding tells so, and never "by 0 %"."""

from pathlib import Path

import pytest

from tests.support import Row, report

GROWTH = {"properties": {"growth": {"kind": "quantity", "unit": "percent", "signed": True}}}


@pytest.mark.parametrize(
    ("first", "rule"),
    [
        ("0%", "growth claims must not change by more than 10% per month"),
        ("at least 5%", "growth claims must clearly not change by more than 10% per month"),
        ("at least 5%", "growth claims must clearly not decrease"),
    ],
    ids=["from zero", "without a bound", "a bound that may be anything"],
)
def test_a_change_that_no_number_says(first: str, rule: str, tmp_path: Path) -> None:
    rows: list[Row] = [
        {"property": "growth", "value": first, "period": "2025-01"},
        {"property": "growth", "value": "7%", "period": "2025-02"},
    ]
    (finding,) = report(tmp_path, rows, rule, GROWTH)["findings"]
    assert finding["measured"]["found"] is None
    assert "by more than any number says" in finding["message"]
