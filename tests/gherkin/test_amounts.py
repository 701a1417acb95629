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
        (48.0, "hour", "2 days", True),
        (48.0, "hour", "two days", True),
        (49.0, "hour", "two days", False),  # in words, it is meant exactly
        (12.0, "hour", "half a day", True),
        (2.0, None, "two", True),
        (1250000.0, "barrel/day", "1.25 million barrels a day", True),
        (1250000.0, "barrel/day", "1.2 million barrels a day", True),
        (1250001.0, "barrel/day", "1.2 million barrels a day", False),
        (240.0, "hectare", "2.4 square kilometres", True),
        (5.0, "percentage points", "5 %", False),  # 5 % of 40 % are 2 percentage points
        (5.0, "percentage points", "500 basis points", True),
        (7.0, "drone", "7 drones", True),  # a unit of the vocabulary
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


@pytest.mark.parametrize("written", ["6:30 hours", "much", "about 6 hours", "6 to 7 hours", "dozens"])
def test_an_amount_that_is_none_is_refused(written: str) -> None:
    with pytest.raises(AssertionError, match="is no number with a unit"):
        reads_as(1.0, "hour", written)
