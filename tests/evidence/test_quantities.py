"""A claim's number, hedge and unit, read again in its quote."""

from __future__ import annotations

from typing import Any

import pytest

from factlint.corpus.claim import QuoteStatus
from factlint.corpus.evidence import assess
from factlint.quantities.read import Reading, read_quantity
from factlint.quantities.units import Units

UNITS = Units(definitions=["drone = [drone]"])


def status(value: str | dict[str, object], quote: str, unit: str, *, before: str = "x: ", **given: Any) -> QuoteStatus:
    reading = Reading(units=UNITS, unit=UNITS.parse(unit) if unit else None, **given)
    quantity = read_quantity(value, reading)
    text = f"{before}{quote}."
    return assess(quote=quote, text=text, value=quantity, value_text=str(value), reading=reading).status


@pytest.mark.parametrize(
    ("value", "quote", "unit"),
    [
        ("two thirds", "two thirds of all oil exports", "percent"),
        ("nearly 40%", "account for nearly 40% of exports", "percent"),
        ("nearly 1.2mn barrels a day", "fell to nearly 1.2mn barrels a day", "barrel/day"),
        ("nearly 1.2 million bpd", "fell to nearly 1.2mn barrels a day", "barrel/day"),  # the same, put otherwise
        ("about 3%", "some 3% of it", "percent"),
        ("10 to 12%", "between 10 and 12%", "percent"),
        ("more than 40%", "over 40% of exports", "percent"),
        ("304 drones", "a barrage of 304 drones overnight", "drone"),
        ("304", "a barrage of 304 drones overnight", "drone"),
        ("within two days", "shut within two days of the storm", "hour"),
        ("48 hours", "after two days or 48 hours", "hour"),
        ("$5.5 billion", "a deal of $5.5bn", "USD"),
        ({"number": "1.2e6", "unit": "barrel/day", "hedge": "nearly"}, "nearly 1.2mn barrels a day", "barrel/day"),
        ({"number": "40", "unit": "percent"}, "40% of exports", "percent"),
        ({"low": "10", "high": "12", "unit": "percent"}, "10–12% of exports", "percent"),
        ({"low": "40", "unit": "percent"}, "at least 40%", "percent"),
    ],
)
def test_a_quantity_that_the_quote_says(value: str | dict[str, object], quote: str, unit: str) -> None:
    assert status(value, quote, unit) is QuoteStatus.VERIFIED


@pytest.mark.parametrize(
    ("value", "quote", "unit"),
    [
        ("40%", "nearly 40% of exports", "percent"),  # the hedge is lost
        ("nearly 40%", "40% of exports", "percent"),  # or made up
        ("nearly 40%", "just over 40% of exports", "percent"),  # or turned round
        ("about 40%", "nearly 40%", "percent"),
        ("at least 40%", "more than 40%", "percent"),
        ("9 to 13%", "10 to 12%", "percent"),  # of the same middle
        ("40%", "half of the exports", "percent"),
        ("40%", "a fall of 40 percentage points", "percent"),
        ("5 days", "5 hours later", "hour"),
        ("40%", "a large share", "percent"),
        ("304 drones", "a barrage of 340 drones", "drone"),
    ],
)
def test_a_quantity_that_the_quote_does_not_say(value: str, quote: str, unit: str) -> None:
    assert status(value, quote, unit) is QuoteStatus.UNSUPPORTED


def test_a_quote_may_not_cut_a_number_in_two() -> None:
    assert status("4.4 million barrels a day", "4.4 million barrels a day", "barrel/day") is QuoteStatus.VERIFIED
    cut = status("4.4 million barrels a day", "4.4 million barrels a day", "barrel/day", before="about 1")
    assert cut is QuoteStatus.UNSUPPORTED


@pytest.mark.parametrize(
    ("value", "quote", "says"),
    [
        ("second-largest", "the second-largest exporter", True),
        ("second-largest", "the second largest exporter", True),
        ("second-largest", "No. 2 in the world", True),
        ("largest", "the world’s largest exporter", True),
        ("largest", "the second-largest exporter", False),
        ("second-largest", "the largest exporter", False),
        ("3rd", "the third-biggest producer", True),
        ("first", "protests in the west", False),
    ],
)
def test_a_rank_is_read_again_by_its_ordinal_or_superlative(value: str, quote: str, says: bool) -> None:
    assert (status(value, quote, "", rank=True) is QuoteStatus.VERIFIED) is says


def test_without_a_reading_no_quantity_can_be_read_again() -> None:
    quantity = read_quantity("40%", Reading(units=UNITS))
    evidence = assess(quote="40%", text="40%", value=quantity, value_text="40%")
    assert evidence.status is QuoteStatus.UNSUPPORTED
