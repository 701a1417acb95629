"""How a number in a step is held against the exact one of the report."""

from __future__ import annotations

import pytest

from factlint.gherkin.amounts import reads_as, same_number


@pytest.mark.parametrize(
    ("found", "unit", "written", "same"),
    [
        (39.54659949622166, "percent", "39.5 %", True),
        (39.54659949622166, "percent", "40 %", True),
        (39.54659949622166, "percent", "39.55 %", True),
        (39.54659949622166, "percent", "39.6 %", False),
        (39.5, "percent", "39.5 percentage points", False),
        (6.0, "hour", "6 hours", True),
        (6.0, "hour", "6 days", False),
        (1.0, "people", "1 person", True),
        (1250000.0, "barrel/day", "1.25 mn barrels/day", True),
        (1250000.0, "barrel/day", "1,250,000 barrels/day", True),
        (-0.5, "percent", "−0.5 %", True),
        (None, "percent", "39.5 %", False),
    ],
)
def test_a_number_reads_as_a_reader_would_round_it(
    found: float | None, unit: str | None, written: str, same: bool
) -> None:
    assert reads_as(found, unit, written) is same


@pytest.mark.parametrize(
    ("found", "written", "same"), [(10.0, "10 %", True), (10.4, "10 %", False), (None, "10 %", False)]
)
def test_what_is_allowed_is_written_in_full(found: float | None, written: str, same: bool) -> None:
    assert same_number(found, written, "percent") is same


def test_an_amount_that_is_none_is_refused() -> None:
    with pytest.raises(AssertionError, match="is no number with a unit"):
        reads_as(1.0, "hour", "6:30 hours")
