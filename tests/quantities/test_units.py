"""Units by name: what newswire writes, what is refused, what a vocabulary adds."""

from __future__ import annotations

from fractions import Fraction

import pint
import pytest
from hypothesis import given
from hypothesis import strategies as st

from factlint.quantities import names
from factlint.quantities.units import UnitError, Units, is_currency
from tests.quantities.reading import UNITS

BARREL = 42 * Fraction(473_176_473, 125_000_000_000)  # US gallons in cubic metres

KNOWN = [
    ("%", "percent"), ("pct", "percent"), ("per cent", "percent"), ("percentage points", "percentage points"),
    ("pp", "percentage points"), ("basis points", "basis points"), ("bps", "basis points"),
    ("barrel/day", "barrel/day"), ("barrels a day", "barrel/day"), ("barrels per day", "barrel/day"),
    ("bpd", "barrel/day"), ("b/d", "barrel/day"), ("mb/d", "million barrel/day"), ("bbl", "barrel"),
    ("barrels of oil a day", "barrel/day"), ("million barrels", "million barrel"), ("$", "USD"), ("dlrs", "USD"),
    ("U.S. dlrs", "USD"), ("US dollars", "USD"), ("euros", "EUR"), ("€", "EUR"), ("rubles", "RUB"), ("₽", "RUB"),
    ("₴", "UAH"), ("pounds sterling", "GBP"), ("£", "GBP"), ("yuan", "CNY"), ("¥", "JPY"), ("USD/barrel", "USD/barrel"),
    ("$ a barrel", "USD/barrel"), ("people", "people"), ("troops", "people"), ("persons", "people"),
    ("kilometres", "kilometer"), ("km²", "kilometer^2"), ("km^2", "kilometer^2"), ("km**2", "kilometer^2"),
    ("square kilometers", "kilometer^2"), ("miles an hour", "mile/hour"), ("mph", "mile/hour"), ("tonnes", "tonne"),
    ("metric tons", "tonne"), ("kWh", "kilowatt hour"), ("kilowatt-hours", "kilowatt hour"), ("nautical miles", "nautical mile"),
    ("°C", "degree Celsius"), ("feet", "foot"), ("drones", "drone"), ("planes", "aircraft"), ("drones/day", "drone/day"),
    ("min", "minute"), ("mm", "millimeter"), ("/day", "1/day"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "name"), KNOWN, ids=[row[0] for row in KNOWN])
def test_names_of_units(text: str, name: str) -> None:
    assert UNITS.parse(text).name == name


def test_a_barrel_is_an_oil_barrel() -> None:
    assert UNITS.parse("barrel").factor == BARREL
    assert UNITS.parse("kilobarrel/day") == UNITS.parse("kb/d")  # pint's would be 31.5 gallons
    assert UNITS.parse("megabarrels").factor == 1_000_000 * BARREL
    assert UNITS.parse("mb/d").factor == BARREL * 10**6 / 86400


@pytest.mark.parametrize("name", ["minute", "hour", "day", "week", "fortnight", "month", "year", "century"])
def test_durations_of_our_own_are_those_of_pint(name: str) -> None:
    assert (
        UNITS.parse(name).factor
        == pint.UnitRegistry(non_int_type=Fraction).Quantity(Fraction(1), name).to("second").magnitude
    )


@pytest.mark.parametrize(
    ("name", "counting"),
    [
        ("people", True),
        ("drone", True),
        ("squadron", False),
        ("percent", False),
        ("drone/day", False),
        ("million people", False),
    ],
)
def test_what_is_counted(name: str, counting: bool) -> None:
    assert UNITS.parse(name).counting is counting


def test_every_currency_has_a_dimension_of_its_own() -> None:
    dimensions = {UNITS.parse(code).dimension for code in names.ISO_4217}
    assert len(dimensions) == len(names.ISO_4217)
    assert all(is_currency(UNITS.parse(sign)) for sign in names.SIGNS)
    assert not is_currency(UNITS.parse("USD/barrel"))


@pytest.mark.parametrize(
    "word",
    [
        "as",
        "most",
        "in",
        "at",
        "all",
        "no",
        "do",
        "map",
        "pa",
        "than",
        "cd",
        "us",
        "am",
        "had",
        "was",
        "pound of",
        "hand",
        "line",
        "decade of",
    ],
)
def test_english_words_are_no_units(word: str) -> None:
    assert UNITS.find(word) is None


@pytest.mark.parametrize(
    ("text", "message", "at_fault"),
    [
        ("Mb/d", "different units", "Mb/d"),
        ("Mbbl", "different units", "Mbbl"),
        ("points", "different units", "points"),
        ("barels/day", "`barels` is not a unit", "barels"),
        ("barrels/dya", "`dya` is not a unit", "dya"),
        ("million", "scale without a unit", "million"),
        ("barrel/", "lacks a unit", "/"),
        ("", "no unit", ""),
        ("6^800000", "is not a unit", "6^800000"),
        ("m^800000", "the power", "m^800000"),
        ("m" * 200, "too long", "m" * 200),
        ("__import__('os')", "is not a unit", "__import__('os')"),
        ("barrel//day", "lacks a unit", "/"),
        ("barrels per per day", "lacks a unit", "per"),
        ("* day", "lacks a unit", "*"),
        ("barrel * * day", "lacks a unit", "*"),
        ("barrel blorp", "`blorp` is not a unit", "blorp"),
        ("million blorp", "`blorp` is not a unit", "blorp"),
        ("blorp barrel", "`blorp barrel` is not a unit", "blorp barrel"),
    ],
    ids=lambda value: value[:20],
)
def test_units_that_are_refused(text: str, message: str, at_fault: str) -> None:
    with pytest.raises(UnitError) as caught:
        UNITS.parse(text)
    assert message in caught.value.message
    assert text[caught.value.start : caught.value.end] == at_fault


def test_a_misspelt_unit_is_told_the_nearest() -> None:
    assert UNITS.nearest("barels") == "barrel"
    assert UNITS.nearest("drons") == "drone"
    assert UNITS.nearest("zzzzzz") is None


@given(st.text(max_size=30))
def test_any_text_is_a_unit_or_refused(text: str) -> None:
    try:
        UNITS.parse(text)
    except UnitError as error:
        assert 0 <= error.start <= error.end <= len(text)  # noqa: PT017 - either outcome is right


def test_units_of_the_vocabulary() -> None:
    units = Units(["squadron = 12 aircraft", "aircraft = [aircraft] = plane = jet", "sortie_rate = aircraft / day"])
    assert units.parse("squadrons").factor == 12
    assert units.parse("jets") == units.parse("aircraft")
    assert units.parse("sortie rate").dimension == (("[aircraft]", 1), ("[time]", -1))


@pytest.mark.parametrize(
    ("definitions", "message"),
    [
        (["drone"], "does not define a unit"),
        (["drone = "], "does not define a unit"),
        (["drone = []"], "does not define a unit"),
        (["drone = 6 ** 800000"], "does not define a unit"),
        (["drone = 0 meter"], "does not define a unit"),
        (["drone = [length]"], "already the dimension"),
        (["drone = [d]", "drone = [e]"], "defined twice"),
        (["drone = [d]", "uav = [d]"], "already the dimension"),
        (["flock = 2 herds", "herd = 2 flocks"], "is not a unit"),
        (["kilo- = 1000"], "does not define a unit"),
        (["@alias meter = metre"], "does not define a unit"),
    ],
    ids=lambda value: str(value)[:30],
)
def test_bad_definitions(definitions: list[str], message: str) -> None:
    with pytest.raises(UnitError) as caught:
        Units(definitions)
    assert message in caught.value.message
    assert caught.value.where[0] == "units"


def test_every_problem_of_a_vocabulary_is_told_and_the_rest_kept() -> None:
    units, problems = Units.checked(
        ["drone = [drone]", "x"],
        {"crude": {"7 barrel": "1 blorp", "7.33 barrel": "1 tonne"}},
        {"EUR": {"2025-10": "1.16 barrel"}},
    )
    assert [problem.where[0] for problem in problems] == ["units", "conversions", "rates"]
    assert units.parse("drone").counting
    assert [link.name for link in units.links] == ["crude"]


@pytest.mark.parametrize(
    ("name", "tonnes"),
    [
        ("kilotonne", 10**3),
        ("megatonnes", 10**6),
        ("gigatonne", 10**9),
        ("Mt", 10**6),
        ("Gt", 10**9),
        ("million tonnes", 10**6),
    ],
)
def test_prefixes_of_a_tonne_count_tonnes(name: str, tonnes: int) -> None:
    """Pint's ton is not the tonne, and `megaton` is a million of them."""
    assert UNITS.parse(name).factor == tonnes * UNITS.parse("tonne").factor


@pytest.mark.parametrize("name", ["cu. m", "cu m", "cubic metres", "m^3"])
def test_a_cube_by_its_names(name: str) -> None:
    assert UNITS.parse(name).name == "meter^3"
