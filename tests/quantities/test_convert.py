"""Conversions of a vocabulary, dated rates, and what is said where there is none."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factlint.quantities.convert import NoConversion, convert, reaches
from factlint.quantities.dates import parse_date
from factlint.quantities.read import Reading, read_quantity
from factlint.quantities.units import UnitError, Units
from factlint.quantities.values import Unit
from tests.quantities.reading import UNITS, read

OCTOBER = parse_date("2025-10-24")


def unit(name: str) -> Unit:
    return UNITS.parse(name)


@pytest.mark.parametrize(
    ("text", "target", "low", "high"),
    [
        ("2 to 3 hours", "minute", 120, 180),
        ("10 to 12%", "percentage points", 10, 12),
        ("32 to 50 °F", "°C", 0, 10),
        ("1 to 2 squadrons", "aircraft", 12, 24),
    ],
)
def test_within_a_dimension_conversion_is_exact(text: str, target: str, low: int, high: int) -> None:
    converted = convert(read(text), unit(target), UNITS)
    assert (converted.quantity.interval.low, converted.quantity.interval.high) == (Fraction(low), Fraction(high))
    assert converted.working is None


def test_a_named_conversion_widens_by_its_spread() -> None:
    converted = convert(read("733 to 800 barrels"), unit("tonne"), UNITS, using=("crude oil",))
    assert converted.quantity.interval.low == Fraction(733) / Fraction("7.43")
    assert converted.quantity.interval.high == Fraction(800) / Fraction("7.23")
    assert converted.quantity.clear == converted.quantity.interval
    assert converted.working == "7.33 ± 0.1 barrel = 1 tonne (crude oil)"


def test_a_number_keeps_its_nominal_value() -> None:
    converted = convert(read("733 barrels a day"), unit("tonne/day"), UNITS, using=("crude oil",))
    assert converted.quantity.nominal == 100


def test_a_bound_has_no_nominal_value_in_any_unit() -> None:
    converted = convert(read("more than 733 barrels"), unit("tonne"), UNITS, using=("crude oil",)).quantity
    assert converted.nominal is None
    assert (converted.interval.low, converted.interval.high) == (Fraction(733) / Fraction("7.43"), None)


def test_precision_converts_as_the_number_does_and_what_was_counted_is_measured() -> None:
    counted = replace(read("733 thousand barrels a day"), counted=True)
    converted = convert(counted, unit("tonne/hour"), UNITS, using=("crude oil",)).quantity
    assert counted.nominal is not None
    assert converted.nominal == Fraction(100_000, 24)
    assert converted.precision / converted.nominal == counted.precision / counted.nominal > 0
    assert not converted.counted


def test_a_price_converts_the_other_way() -> None:
    converted = convert(read("60 to 61 USD/barrel"), unit("USD/tonne"), UNITS, using=("crude oil",))
    assert converted.quantity.interval.low == 60 * Fraction("7.23")
    assert converted.quantity.interval.high == 61 * Fraction("7.43")


def test_the_rate_is_that_of_the_claims_period() -> None:
    october = convert(read("100 to 200 euros"), unit("USD"), UNITS, at=OCTOBER)
    assert october.quantity.interval.low == 116
    assert october.working == "1.16 USD per EUR in 2025-10"
    march = convert(read("100 to 200 euros"), unit("USD"), UNITS, at=parse_date("2025-03"))
    assert march.quantity.interval.low == 110


@pytest.mark.parametrize(
    ("period", "rate"),
    [
        ("2025-10", "2025-10"),  # the period itself, and its first and last day
        ("2025-10-01", "2025-10"),
        ("2025-10-31", "2025-10"),
        ("2025-11-01", "2025"),
        ("2025-09-30", "2025"),
        ("2025-10-31/2025-11-01", "2025"),  # not wholly within the month
        ("2025", "2025"),
        ("2026-01-01", "2025-06/.."),  # whatever has no end is the widest, and so the last that is asked
        ("2024-12-31", "../2024"),
    ],
)
@pytest.mark.parametrize("backwards", [False, True], ids=["as written", "written the other way round"])
def test_of_several_rates_the_narrowest_that_holds_the_claims_period(
    period: str, rate: str, *, backwards: bool
) -> None:
    rates = {"2025-06/..": "1.20 USD", "2025": "1.10 USD", "2025-10": "1.16 USD", "../2024": "1.00 USD"}
    dated = dict(reversed(rates.items())) if backwards else rates
    units = Units((), {}, {"EUR": dated})
    working = convert(read("100 to 200 euros"), units.parse("USD"), units, at=parse_date(period)).working
    assert working == f"{rates[rate].removesuffix(' USD')} USD per EUR in {rate}"


def test_without_a_period_no_rate_is_that_of_the_claim() -> None:
    with pytest.raises(NoConversion, match="no exchange rate from EUR to USD for a claim without a period"):
        convert(read("100 to 200 euros"), unit("USD"), UNITS)
    with pytest.raises(NoConversion, match="no exchange rate from EUR to USD for 2024-10"):
        convert(read("100 to 200 euros"), unit("USD"), UNITS, at=parse_date("2024-10"))


OIL_AND_MONEY = Units((), {"oil": {"7 ± 1 barrel": "1 ± 0.1 tonne"}}, {"EUR": {"2025": "2 USD"}})
"""A spread on both sides."""


@pytest.mark.parametrize(
    ("text", "target", "low", "high"),
    [
        ("1 to 2 tonnes", "barrel", "60/11", "160/9"),
        ("1 to 2 barrels", "tonne", "9/80", "11/30"),
        ("1 to 2 USD/tonne", "USD/barrel", "9/80", "11/30"),
        ("1 to 2 USD/barrel", "USD/tonne", "60/11", "160/9"),
        ("1 to 2 USD/barrel", "EUR/barrel", "1/2", "1"),
        ("1 to 2 barrels/USD", "barrel/EUR", "2", "4"),
        ("1 to 2 EUR/barrel", "USD/tonne", "120/11", "320/9"),  # a rate, and what is below the line
        ("1 to 2 tonnes/EUR", "barrel/USD", "30/11", "80/9"),
    ],
)
def test_what_stands_below_the_line_converts_the_other_way(text: str, target: str, low: str, high: str) -> None:
    converted = convert(read(text), OIL_AND_MONEY.parse(target), OIL_AND_MONEY, using=("oil",), at=OCTOBER).quantity
    assert (converted.interval.low, converted.interval.high) == (Fraction(low), Fraction(high))


MAP = Units(["dot = [dot]"], {"map": {"2 dot": "3 metre"}}, {})


@pytest.mark.parametrize(
    ("text", "target", "low"),
    [
        ("4 to 8 dots", "metre", 6),
        ("4 to 8 dot^2", "m^2", 9),
        ("9 to 18 m^2", "dot^2", 4),
        ("27 to 54 m^3", "dot^3", 8),
    ],
)
def test_an_area_converts_as_often_as_it_has_sides(text: str, target: str, low: int) -> None:
    quantity = read_quantity(text, Reading(MAP, None, counted=False))
    assert convert(quantity, MAP.parse(target), MAP, using=("map",)).quantity.interval.low == low


def test_rates_go_both_ways_and_through_a_third_currency() -> None:
    assert convert(read("116 to 232 USD"), unit("EUR"), UNITS, at=OCTOBER).quantity.interval.high == 200
    through = convert(read("100 to 200 euros"), unit("RUB"), UNITS, at=OCTOBER)
    assert through.quantity.interval.low == 116 * 80
    assert through.working == "1.16 USD per EUR in 2025-10; 0.0125 USD per RUB in 2025-10"


@pytest.mark.parametrize(
    ("text", "target", "code", "words"),
    [
        ("5 barrels", "percent", "dimension", "barrel does not convert to percent"),
        ("5 barrels", "tonne", "conversion", "using crude oil"),
        ("5 euros", "USD", "rate", "no exchange rate from EUR to USD"),
        ("5 euros", "UAH", "rate", "no exchange rate from EUR to UAH"),
        ("5 euros", "USD/barrel", "dimension", "does not convert"),
    ],
)
def test_what_is_said_without_a_way(text: str, target: str, code: str, words: str) -> None:
    with pytest.raises(NoConversion) as caught:
        convert(read(text), unit(target), UNITS, at=parse_date("2024-10"))
    assert caught.value.code == code
    assert words in caught.value.text


def test_reaching() -> None:
    assert reaches(unit("barrel"), unit("gallon"), UNITS, using=())
    assert reaches(unit("barrel/day"), unit("tonne/year"), UNITS)
    assert not reaches(unit("barrel"), unit("tonne"), UNITS, using=())
    assert reaches(unit("barrel"), unit("tonne"), UNITS, using=("crude oil",))
    assert reaches(unit("EUR"), unit("USD"), UNITS)
    assert not reaches(unit("EUR"), unit("USD"), UNITS, rates=False)
    assert not reaches(unit("EUR"), unit("UAH"), UNITS)
    assert not reaches(unit("barrel"), unit("percent"), UNITS)
    assert not reaches(unit("percent"), unit("tonne/barrel"), UNITS)  # of neither there is any to convert


@given(st.integers(1, 10**6), st.integers(0, 10**6))
def test_there_and_back_holds_where_it_began(low: int, more: int) -> None:
    start = read({"low": str(low), "high": str(low + more), "unit": "barrel"})
    there = convert(start, unit("tonne"), UNITS, using=("crude oil",)).quantity
    back = convert(there, unit("barrel"), UNITS, using=("crude oil",)).quantity
    assert start.interval.within(back.interval)
    assert back.nominal == start.nominal


@pytest.mark.parametrize(
    ("conversions", "rates", "message"),
    [
        ({"c": {"barrel": "1 tonne"}}, {}, "not an amount of a unit"),
        ({"c": {"7 blorps": "1 tonne"}}, {}, "`blorps` is not a unit"),
        ({"c": {"7 barrel": "42 gallon"}}, {}, "measure the same"),
        ({"c": {"7 ± 8 barrel": "1 tonne"}}, {}, "zero or below"),
        ({}, {"EUR": {"2025-10": "1.16 barrel"}}, "not an amount in a currency"),
        ({}, {"barrel": {"2025-10": "1.16 USD"}}, "not an amount in a currency"),
        ({}, {"EUR": {"2025-10": "1 EUR"}}, "a currency to itself"),
        ({}, {"EUR": {"October": "1.16 USD"}}, "not the period of a rate"),
    ],
)
def test_bad_entries(conversions: dict[str, dict[str, str]], rates: dict[str, dict[str, str]], message: str) -> None:
    with pytest.raises(UnitError) as caught:
        Units((), conversions, rates)
    assert message in caught.value.message
    assert len(caught.value.where) == 3
