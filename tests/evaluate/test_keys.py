"""What a claim states under a key, and how claims are grouped by it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support import SHARE, Row, report, verdict

KILLED = {"properties": {"killed": {"kind": "quantity", "varies by": "month"}}}


def test_a_date_of_publication_is_stated_or_not(tmp_path: Path) -> None:
    rule = "share claims must have published"
    assert verdict(tmp_path, [{"value": "40%", "published": "2025-10"}], rule) == "satisfied"
    assert verdict(tmp_path, [{"value": "40%", "published": "unknown"}], rule) == "violated"


@pytest.mark.parametrize(
    ("values", "groups"),
    [
        (("40%", "40 percent"), 1),  # however it is written
        (("40%", "40.0%"), 0),  # which is as wide as it is precise
        (("40%", "41%"), 0),
    ],
)
def test_claims_of_one_value(values: tuple[str, ...], groups: int, tmp_path: Path) -> None:
    rows: list[Row] = [{"value": value} for value in values]
    assert report(tmp_path, rows, "share claims per value must agree", SHARE)["rules"][0]["groups"] == groups


def test_groups_come_in_the_order_of_their_keys_and_first_who_lacks_one(tmp_path: Path) -> None:
    periods: list[str | None] = ["2025-11", None, "2025-10"]
    rows: list[Row] = [
        {"property": "killed", "value": value, **({} if period is None else {"period": period})}
        for period in periods
        for value in ("1", "9")
    ]
    found = report(tmp_path, rows, "killed claims must agree", KILLED)["findings"]
    assert [it["group"]["month"] for it in found] == [None, "2025-10", "2025-11"]


@pytest.mark.parametrize("per", ["", " per month", " per period", " per subject", " per year and subject"])
def test_in_a_trend_the_period_is_never_a_key(per: str, tmp_path: Path) -> None:
    rows: list[Row] = [
        {"property": "killed", "value": "40", "period": "2025-10"},
        {"property": "killed", "value": "10", "period": "2025-11"},
    ]
    assert verdict(tmp_path, rows, f"killed claims{per} must not decrease", KILLED) == "violated"


def test_in_a_trend_other_keys_are(tmp_path: Path) -> None:
    rows: list[Row] = [
        {"property": "killed", "value": "40", "period": "2025-10", "outlet": "Gazette"},
        {"property": "killed", "value": "10", "period": "2025-11", "outlet": "Courier"},
    ]
    assert verdict(tmp_path, rows, "killed claims per outlet and month must not decrease", KILLED) == "not_applicable"


def test_an_outlets_own_claims_on_another_subject_are_no_reason_to_stop(tmp_path: Path) -> None:
    rows: list[Row] = [
        {"value": "40%", "outlet": "Gazette"},
        {"value": "40%", "outlet": "Gazette", "subject": "B", "document": "d1"},
        {"value": "90%", "outlet": "Courier", "subject": "B"},
    ]
    rule = "share claims from Courier must agree with those from Gazette"
    assert verdict(tmp_path, rows, rule) == "violated"
