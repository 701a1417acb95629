"""What a claim may mean, as an author of a scenario writes it."""

from __future__ import annotations

import pytest

from factlint.gherkin.values import means
from factlint.quantities.dates import parse_date
from factlint.quantities.read import Reading, read_quantity
from factlint.quantities.units import Units
from factlint.quantities.values import Name, Truth

UNITS = Units()


@pytest.mark.parametrize(
    ("claimed", "unit", "written", "same"),
    [
        ("nearly 40%", "percent", "36–40 %", True),  # as reports show it
        ("nearly 40%", "percent", "36 to 40 %", True),
        ("nearly 40%", "percent", "36-40%", True),
        ("nearly 40%", "percent", "36 to 41 %", False),
        ("nearly 40%", "percent", "nearly 40 %", True),
        ("40%", "percent", "39.5 to 40.5%", True),
        ("40%", "percent", "40 %", False),  # rounding is part of what it may mean
        ("less than 20%", "percent", "less than 20 %", True),
        ("less than 20%", "percent", "below 20 %", True),
        ("less than 20%", "percent", "more than 20 %", False),
        ("about 1,200 hectares", "hectare", "11.4 to 12.6 square kilometres", True),
        ("about 1,200 hectares", "hectare", "1,140 to 1,260 hours", False),
        ("about 1,200 hectares", "hectare", "nonsense", False),
        ("seven", "", "7", True),
        ("a few", "", "2 to 5", True),
    ],
)
def test_quantities(claimed: str, unit: str, written: str, same: bool) -> None:
    value = read_quantity(claimed, Reading(UNITS, UNITS.parse(unit) if unit else None))
    assert means(value, written) is same


@pytest.mark.parametrize(
    ("written", "same"), [("2025-08-11", True), ("2025-08-12", False), ("2025-08", False), ("Monday", False)]
)
def test_dates(written: str, same: bool) -> None:
    assert means(parse_date("2025-08-11"), written) is same


def test_names_and_truths() -> None:
    assert means(Name("Port Varrow", "port varrow"), "Port Varrow")
    assert not means(Name("Port Varrow", "port varrow"), "Port Selby")
    assert means(Truth(truth=True), "true")
