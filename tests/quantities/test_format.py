"""How reports write numbers."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factlint.quantities.dates import parse_date, show_date
from factlint.quantities.format import describe_dimension, show_duration, show_interval, show_number, show_quantity
from factlint.quantities.interval import Interval
from tests.quantities.reading import UNITS, read


@pytest.mark.parametrize(
    ("number", "shown"),
    [
        ("397/6", "66.17"),
        ("4.4", "4.4"),
        ("250000", "250,000"),
        ("0.05", "0.05"),
        ("-3.25", "-3.25"),
        ("1/3", "0.3333"),
        ("1234.5", "1,234"),
        ("0", "0"),
        ("999.99996", "1,000"),
        *(
            (f"{number}/3", shown)
            for number, shown in [
                ("1", "0.3333"),
                ("10", "3.333"),
                ("100", "33.33"),
                ("1000", "333.3"),
                ("10000", "3,333"),
            ]
        ),
        ("1023.04", "1,023"),
        ("9.0625", "9.062"),
    ],
)
def test_numbers(number: str, shown: str) -> None:
    assert show_number(Fraction(number)) == shown


@given(st.fractions(min_value=-(10**12), max_value=10**12))
def test_a_shown_number_is_near_the_number(number: Fraction) -> None:
    shown = (
        Fraction(show_number(number).replace(",", ""))
        if "e" not in show_number(number)
        else Fraction(float(show_number(number)))
    )
    assert abs(shown - number) <= abs(number) / 1000


@pytest.mark.parametrize(
    ("text", "unit", "shown"),
    [
        ("about 40%", "percent", "38–42 %"),
        ("4.4 million barrels a day", "barrel/day", "4.35–4.45 mn barrels/day"),
        ("more than 10 million barrels a day", "barrel/day", "above 10 mn barrels/day"),
        ("at least 40%", "percent", "at least 40 %"),
        ("less than 40%", "percent", "below 40 %"),
        ("up to 40%", "percent", "up to 40 %"),
        ("$5.5bn", "USD", "5.45–5.55 bn USD"),
        ("two days", "day", "1.8–2.2 days"),
        ("5 pp", "percentage points", "4.5–5.5 percentage points"),
        ("304 drones", "drone", "304 drones"),
        ("$60 a barrel", "USD/barrel", "59.5–60.5 USD/barrel"),
        ("100 kilometres", "km", "95–105 kilometers"),
    ],
)
def test_intervals(text: str, unit: str, shown: str) -> None:
    quantity = read(text, unit)
    assert show_interval(quantity.interval, quantity.unit) == shown


def test_ends_that_differ_are_shown_apart() -> None:
    assert show_interval(Interval(Fraction("10.00001"), Fraction("10.00002"))) == "10.00001–10.00002"


def test_negative_ends() -> None:
    assert show_interval(Interval(Fraction(-5), Fraction(-4)), UNITS.parse("percent")) == "-5 to -4 %"


def test_a_quantity() -> None:
    assert show_quantity(Fraction(10**7), UNITS.parse("barrel/day")) == "10 mn barrels/day"


@pytest.mark.parametrize(
    ("seconds", "shown"),
    [
        (86_400, "24 hours"),
        (172_800, "2 days"),
        (3600, "1 hour"),
        (5400, "1.5 hours"),
        (60, "1 minute"),
        (30, "30 seconds"),
    ],
)
def test_durations(seconds: int, shown: str) -> None:
    assert show_duration(Fraction(seconds)) == shown


@pytest.mark.parametrize(
    ("unit", "shown"),
    [
        ("percent", "a share or a count"),
        ("hour", "a duration"),
        ("km", "a length"),
        ("USD", "an amount of money in USD"),
        ("barrel/day", "a volume per time"),
        ("USD/barrel", "an amount of money in USD per volume"),
        ("USD/MWh", "an amount of money in USD per energy"),
        ("drone", "a number of drones"),
        ("drone/day", "a number of drones per time"),
        ("people", "a number of people"),
        ("mph", "a speed"),
    ],
)
def test_dimensions_in_words(unit: str, shown: str) -> None:
    assert describe_dimension(UNITS.parse(unit).dimension) == shown


@pytest.mark.parametrize(
    "number", ["1", "9", "10", "99", "100", "1000", "1/10", "1/9", "10/99", "99/100", "1023", "1024"]
)
@pytest.mark.parametrize("shift", [-5, 0, 5])
def test_a_number_is_shown_to_four_digits_whatever_its_size(number: str, shift: int) -> None:
    """But for whole numbers, which are shown as they are."""
    exact = Fraction(number) * Fraction(10) ** shift + Fraction(1, 10**30)
    shown = Fraction(show_number(exact).replace(",", ""))
    assert abs(shown - exact) <= exact / 1000


@pytest.mark.parametrize("written", ["2025-10/..", "../2025-10", "2025", "2025-10-02/.."])
def test_a_span_that_nobody_has_written_is_shown_as_short_as_it_can_be(written: str) -> None:
    assert show_date(replace(parse_date(written), text="")) == written
