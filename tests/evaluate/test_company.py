"""Who has company: claims of several sources, and bounds that no conversion leads from."""

from __future__ import annotations

from pathlib import Path

from tests.support import Row, report

COST = {"properties": {"cost": {"kind": "quantity", "unit": "USD"}}, "rates": {"EUR": {"2025-10": "1.25 USD"}}}


def test_a_claim_that_one_of_its_groups_can_judge_is_not_alone(tmp_path: Path) -> None:
    """`per source`, the first stands in the group of each of its sources: one of them has too few for a median."""
    rows: list[Row] = [
        {"value": "40%", "via": ["Agency", "Wire"]},
        {"value": "40%", "via": ["Agency"]},
        {"value": "41%", "via": ["Agency"]},
        {"value": "40%", "via": ["Wire"]},
    ]
    (result,) = report(tmp_path, rows, "share claims per source must agree with the median")["rules"]
    assert result["groups"] == 1
    assert [it["claim"] for it in result["alone"]] == ["c4"]


def test_a_bound_that_is_not_equal_backs_nothing_whatever_the_tolerance_is_in(tmp_path: Path) -> None:
    """`one-sided claims back only an equal interval`: that is known, though no rate says what 2 USD are in EUR."""
    rows: list[Row] = [
        {"property": "cost", "value": "55 EUR", "period": "2025"},
        {"property": "cost", "value": "less than 41 EUR", "period": "2025"},
    ]
    rule = "cost claims must be corroborated by at least 3 independent sources within 2 USD"
    (finding,) = report(tmp_path, rows, rule, COST)["findings"]
    assert finding["measured"]["found"] == 1
