"""`not change by more than Q per PERIOD`: how often Q counts between two days, and what was found."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support import Row, report, verdict

VOCABULARY = {"properties": {"flow": {"kind": "quantity", "unit": "barrel", "varies by": "day", "signed": True}}}


def rows(*said: tuple[str, str]) -> list[Row]:
    return [
        {"property": "flow", "value": {"number": number, "unit": "barrel"}, "period": period} for period, number in said
    ]


OFTEN = [
    # from, to, the period of the rule, how often it counts
    ("2025-01-15", "2025-01-16", "month", 1),  # at least once
    ("2025-01-15", "2025-01-16", "day", 1),
    ("2025-01-15", "2025-01-18", "day", 3),
    ("2025-01-15", "2025-01-22", "week", 1),
    ("2025-01-15", "2025-01-23", "week", 2),
    ("2025-01-15", "2025-02-15", "month", 1),
    ("2025-01-15", "2025-02-16", "month", 2),
    ("2025-01-31", "2025-02-28", "month", 1),  # the last day of February
    ("2025-01-31", "2025-03-01", "month", 2),
    ("2024-11-15", "2025-02-15", "month", 3),
    ("2025-01-15", "2026-03-15", "month", 14),
    ("2025-01-15", "2025-04-15", "quarter", 1),
    ("2025-01-15", "2025-04-16", "quarter", 2),
    ("2025-01-15", "2026-01-15", "year", 1),
    ("2025-01-15", "2026-01-16", "year", 2),
    ("2024-02-29", "2025-02-28", "year", 1),
]


@pytest.mark.parametrize(("first", "later", "per", "often"), OFTEN)
def test_so_much_counts_as_often_as_it_takes_to_reach_the_later(
    first: str, later: str, per: str, often: int, tmp_path: Path
) -> None:
    rule = f"flow claims must not change by more than 10 barrels per {per}"
    for more, expected in ((10 * often, "satisfied"), (10 * often + 1, "violated")):
        for sign in (1, -1):
            said = rows((first, "1000"), (later, str(1000 + sign * more)))
            assert verdict(tmp_path, said, rule, VOCABULARY) == expected
    share = f"flow claims must not change by more than 10% per {per}"  # not compounded
    for more, expected in ((100 * often, "satisfied"), (100 * often + 1, "violated")):
        assert verdict(tmp_path, rows((first, "1000"), (later, str(1000 + more))), share, VOCABULARY) == expected


@pytest.mark.parametrize(
    ("rule", "second", "found", "allowed", "unit"),
    [
        ("flow claims must not change by more than 10 barrels per month", "1045", 45, 20, "barrel"),
        ("flow claims must not change by more than 420 gallons per month", "1045", 1890, 840, "gallon"),
        ("flow claims must not change by more than 10% per month", "1450", 45, 20, "percent"),
        ("flow claims must not change by more than 10% per month", "550", 45, 20, "percent"),
        ("flow claims must not increase", "1045", 45, 0, "barrel"),
        ("flow claims must not decrease", "955", 45, 0, "barrel"),
    ],
)
def test_what_was_found_against_what_was_allowed(
    rule: str, second: str, found: int, allowed: int, unit: str, tmp_path: Path
) -> None:
    said = rows(("2025-01-15", "1000"), ("2025-03-15", second))
    (finding,) = report(tmp_path, said, rule, VOCABULARY)["findings"]
    measured = finding["measured"]
    assert (measured["found"], measured["allowed"], measured["unit"]) == (found, allowed, unit)
