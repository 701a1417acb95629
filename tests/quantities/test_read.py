"""The table of quantities: what is written, and the interval that it means."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factlint.quantities.read import (
    QuantityError,
    Reading,
    hedge_problems,
    number_is_fractional,
    read_exact,
    read_quantity,
)
from factlint.quantities.values import Form, Why
from tests.quantities.reading import UNITS, interval, read, reading

# written, interval in percent, nominal, why
SHARES = [
    ("40%", "(39.5, 40.5)", "40", Why.PRECISION),
    ("40 percent", "(39.5, 40.5)", "40", Why.PRECISION),
    ("40 per cent", "(39.5, 40.5)", "40", Why.PRECISION),
    ("40 pct", "(39.5, 40.5)", "40", Why.PRECISION),
    ("forty percent", "(39.5, 40.5)", "40", Why.PRECISION),
    ("40.0%", "(39.95, 40.05)", "40", Why.PRECISION),
    ("4.40%", "(4.395, 4.405)", "4.4", Why.PRECISION),
    ("5%", "(4.5, 5.5)", "5", Why.PRECISION),
    ("100%", "(99.5, 100.5)", "100", Why.PRECISION),
    ("0%", "[0, 0]", "0", Why.EXACT),
    ("0.0%", "[0, 0.05)", "0", Why.PRECISION),
    ("two thirds", "(397/6, 403/6)", "200/3", Why.PRECISION),
    ("two-thirds of", "(397/6, 403/6)", "200/3", Why.PRECISION),
    ("2/3", "(397/6, 403/6)", "200/3", Why.PRECISION),
    ("half", "(49.5, 50.5)", "50", Why.PRECISION),
    ("0.5", "(49.5, 50.5)", "50", Why.PRECISION),
    ("50%", "(49.5, 50.5)", "50", Why.PRECISION),
    ("½", "(49.5, 50.5)", "50", Why.PRECISION),
    ("a quarter", "(24.5, 25.5)", "25", Why.PRECISION),
    ("three quarters", "(74.5, 75.5)", "75", Why.PRECISION),
    ("one in five", "(19.5, 20.5)", "20", Why.PRECISION),
    ("3 out of 10", "(29.5, 30.5)", "30", Why.PRECISION),
    ("half a percent", "(0.45, 0.55)", "0.5", Why.PRECISION),
    ("3-3/4 pct", "(3.745, 3.755)", "3.75", Why.PRECISION),
    ("2½%", "(2.45, 2.55)", "2.5", Why.PRECISION),
    ("25 basis points", "(0.245, 0.255)", "0.25", Why.PRECISION),
    ("5 pp", "(4.5, 5.5)", "5", Why.PRECISION),
    ("double", "(199.5, 200.5)", "200", Why.PRECISION),
    ("about 40%", "[38, 42]", "40", Why.HEDGE),
    ("~40%", "[38, 42]", "40", Why.HEDGE),
    ("an estimated 40%", "[38, 42]", "40", Why.HEDGE),
    ("40% or so", "[38, 42]", "40", Why.HEDGE),
    ("about 3%", "(2.5, 3.5)", "3", Why.PRECISION),
    ("about 10%", "[9.5, 10.5]", "10", Why.HEDGE),  # exactly as wide as precision: the hedge's closed ends stand
    ("nearly 40%", "[36, 40)", "40", Why.HEDGE),
    ("almost 40%", "[36, 40)", "40", Why.HEDGE),
    ("close to 40%", "[36, 40)", "40", Why.HEDGE),
    ("just under 40%", "[36, 40)", "40", Why.HEDGE),
    ("nearly 3%", "(2.5, 3)", "3", Why.PRECISION),
    ("nearly 5%", "[4.5, 5)", "5", Why.HEDGE),
    ("just over 40%", "(40, 44]", "40", Why.HEDGE),
    ("just over 3%", "(3, 3.5)", "3", Why.PRECISION),
    ("slightly more than 40%", "(40, 44]", "40", Why.HEDGE),
    ("a little over 40%", "(40, 44]", "40", Why.HEDGE),
    ("up nearly 5%", "[4.5, 5)", "5", Why.HEDGE),
    ("more than 40%", "(40, –)", None, Why.HEDGE),
    ("well above 40%", "(40, –)", None, Why.HEDGE),
    ("in excess of 40%", "(40, –)", None, Why.HEDGE),
    ("upwards of 40%", "(40, –)", None, Why.HEDGE),
    ("more than half", "(50, –)", None, Why.HEDGE),
    ("at least 40%", "[40, –)", None, Why.HEDGE),
    ("no less than 40%", "[40, –)", None, Why.HEDGE),
    ("a minimum of 40%", "[40, –)", None, Why.HEDGE),
    ("40% or more", "[40, –)", None, Why.HEDGE),
    ("less than 40%", "[0, 40)", None, Why.HEDGE),
    ("well below 40%", "[0, 40)", None, Why.HEDGE),
    ("up to 40%", "[0, 40]", None, Why.HEDGE),
    ("no more than 40%", "[0, 40]", None, Why.HEDGE),
    ("as much as 40%", "[0, 40]", None, Why.HEDGE),
    ("a maximum of 40%", "[0, 40]", None, Why.HEDGE),
    ("40% or less", "[0, 40]", None, Why.HEDGE),
    ("10 to 12%", "[10, 12]", "11", Why.RANGE),
    ("between 10 and 12%", "[10, 12]", "11", Why.RANGE),
    ("from 10% to 12%", "[10, 12]", "11", Why.RANGE),
    ("10–12%", "[10, 12]", "11", Why.RANGE),
    ("10-12 %", "[10, 12]", "11", Why.RANGE),
    ("about 10 to 12%", "[9.5, 12.6]", "11", Why.RANGE),
    ("between a quarter and a half", "[25, 50]", "37.5", Why.RANGE),
    ("a few percent", "[2, 5]", None, Why.VAGUE),
    ("most", "(50, 100]", None, Why.VAGUE),
    ("a majority of", "(50, 100]", None, Why.VAGUE),
    ("none", "[0, 0]", "0", Why.EXACT),
    ("zero percent", "[0, 0]", "0", Why.EXACT),
    ("almost none", "(0, 5]", None, Why.HEDGE),
]


@pytest.mark.parametrize(("text", "expected", "nominal", "why"), SHARES, ids=[row[0] for row in SHARES])
def test_shares(text: str, expected: str, nominal: str | None, why: Why) -> None:
    quantity = read(text, "percent")
    assert quantity.interval == interval(expected)
    assert quantity.nominal == (None if nominal is None else Fraction(nominal))
    assert quantity.why is why


# written, property's unit, interval in that unit
MEASURED = [
    ("4.4mn barrels a day", "barrel/day", "(4350000, 4450000)"),
    ("4.4 mb/d", "barrel/day", "(4350000, 4450000)"),
    ("nearly 1.2mn barrels a day", "barrel/day", "[1080000, 1200000)"),
    ("16 mln bpd", "barrel/day", "(15500000, 16500000)"),
    ("250,000 b/d", "barrel/day", "(245000, 255000)"),
    ("half a million barrels a day", "barrel/day", "(450000, 550000)"),
    ("two and a half million barrels per day", "barrel/day", "(2450000, 2550000)"),
    ("12 and a half million barrels a day", "barrel/day", "(12450000, 12550000)"),
    ("a million barrels a day", "barrel/day", "(900000, 1100000)"),
    ("nearly a million barrels a day", "barrel/day", "[900000, 1000000)"),
    ("a million and a half barrels a day", "barrel/day", "(1450000, 1550000)"),
    ("a million to two million barrels a day", "barrel/day", "[1000000, 2000000]"),
    (".5 mb/d", "barrel/day", "(450000, 550000)"),
    (".50 mb/d", "barrel/day", "(495000, 505000)"),
    ("1.5-2 million bpd", "barrel/day", "[1500000, 2000000]"),
    ("900,000 to 1.2 million barrels a day", "barrel/day", "[900000, 1200000]"),
    ("thousands of barrels a day", "barrel/day", "[2000, 9999]"),
    ("$1bn", "USD", "(900000000, 1100000000)"),
    ("$5.5 billion", "USD", "(5450000000, 5550000000)"),
    ("$5m", "USD", "(4500000, 5500000)"),
    ("US$5m", "USD", "(4500000, 5500000)"),
    ("about 100 mln U.S. dlrs", "USD", "[95000000, 105000000]"),
    ("€1.2bn", "EUR", "(1150000000, 1250000000)"),
    ("EUR 1.2 bn", "EUR", "(1150000000, 1250000000)"),
    ("$10-12 billion", "USD", "[10000000000, 12000000000]"),
    ("$10-$12 billion", "USD", "[10000000000, 12000000000]"),
    ("$10-12m", "USD", "[10000000, 12000000]"),
    ("$900m to $1.2bn", "USD", "[900000000, 1200000000]"),
    ("between $5 and $6 million", "USD", "[5000000, 6000000]"),
    ("75 cents", "USD", "(0.745, 0.755)"),
    ("3 million pounds", "GBP", "(2700000, 3300000)"),  # of money, the property says
    ("$60 a barrel", "USD/barrel", "(59.5, 60.5)"),
    ("60 USD/barrel", "USD/barrel", "(59.5, 60.5)"),
    ("$60-a-barrel", "USD/barrel", "(59.5, 60.5)"),
    ("$60-65 per barrel", "USD/barrel", "[60, 65]"),
    ("within 48 hours", "hour", "[0, 48]"),
    ("within days", "day", "[0, 6]"),
    ("days", "day", "[2, 6]"),
    ("weeks", "week", "[2, 6]"),
    ("months", "month", "[2, 11]"),
    ("years", "year", "[2, 9]"),
    ("two days", "day", "(1.8, 2.2)"),
    ("two-day", "day", "(1.8, 2.2)"),
    ("two and a half days", "day", "(2.45, 2.55)"),
    ("an hour", "hour", "(0.9, 1.1)"),
    ("an hour and a half", "hour", "(1.45, 1.55)"),
    ("half an hour", "hour", "(0.45, 0.55)"),
    ("five months", "month", "(4.5, 5.5)"),
    ("six months", "month", "(5.5, 6.5)"),
    ("a few months", "month", "[2, 5]"),
    ("30 minutes to 2 hours", "hour", "[0.5, 2]"),
    ("1,500 km²", "km^2", "(1450, 1550)"),
    ("1\u202f200 km", "km", "(1150, 1250)"),
    ("1 200 km", "km", "(1150, 1250)"),
    ("25 miles an hour", "mile/hour", "(24.5, 25.5)"),
    ("20 °C", "°C", "(19.5, 20.5)"),
]


@pytest.mark.parametrize(("text", "unit", "expected"), MEASURED, ids=[row[0] for row in MEASURED])
def test_measured_quantities(text: str, unit: str, expected: str) -> None:
    assert read(text, unit).interval == interval(expected)


# written, unit of the property, interval
COUNTED = [
    ("304 drones", "drone", "[304, 304]"),
    ("304", "drone", "[304, 304]"),
    ("99", None, "[99, 99]"),
    ("300", None, "[296, 304]"),
    ("1,200", None, "[1151, 1249]"),
    ("250,000", None, "[245001, 254999]"),
    ("a hundred", None, "[96, 104]"),
    ("a thousand drones", "drone", "[901, 1099]"),
    ("a hundred thousand people", "people", "[95001, 104999]"),
    ("more than a million people", "people", "[1000001, –)"),
    ("a dozen", None, "[12, 12]"),
    ("twenty-five", None, "[25, 25]"),
    ("two hundred and five", None, "[205, 205]"),
    ("one million two hundred thousand", None, "[1150001, 1249999]"),
    ("two dozen", None, "[24, 24]"),
    ("a drone", "drone", "[1, 1]"),
    ("about 7", None, "[6, 8]"),
    ("about 300 drones", "drone", "[285, 315]"),
    ("about 304 drones", "drone", "[288, 320]"),
    ("nearly 40 drones", "drone", "[36, 39]"),
    ("just over 7", None, "[8, 8]"),
    ("more than 300 people", "people", "[301, –)"),
    ("fewer than 5 people", "people", "[0, 4]"),
    ("40 or more drones", "drone", "[40, –)"),
    ("300-plus", None, "[300, –)"),
    ("as many as 40 people", "people", "[0, 40]"),
    ("10 to 12", None, "[10, 12]"),
    ("two or three drones", "drone", "[2, 3]"),
    ("a few", None, "[2, 5]"),
    ("several", None, "[3, 9]"),
    ("a couple of drones", "drone", "[2, 2]"),
    ("dozens", None, "[24, 99]"),
    ("scores", None, "[40, 99]"),
    ("hundreds of drones", "drone", "[200, 999]"),
    ("thousands of people", "people", "[2000, 9999]"),
    ("tens of thousands of people", "people", "[20000, 99999]"),
    ("several hundred", None, "[300, 900]"),
    ("at least several", None, "[3, –)"),
    ("no one", "people", "[0, 0]"),
    ("no drones", "drone", "[0, 0]"),
    ("almost no one", "people", "[1, 2]"),
    ("hardly any drones", "drone", "[1, 2]"),
    ("10,000 troops", "people", "[9501, 10499]"),
]


@pytest.mark.parametrize(("text", "unit", "expected"), COUNTED, ids=[row[0] for row in COUNTED])
def test_counts_are_whole_numbers(text: str, unit: str | None, expected: str) -> None:
    quantity = read(text, unit)
    assert quantity.interval == interval(expected)
    assert quantity.counted


def test_a_property_with_fractions_is_measured() -> None:
    assert read("5", counted=False).interval == interval("(4.5, 5.5)")
    assert read("304 drones", "drone", counted=False).interval == interval("(303.5, 304.5)")
    assert not read("2.5 drones", "drone").counted


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("down 40 %", "(-40.5, -39.5)"),
        ("fell by 3%", "(-3.5, -2.5)"),
        ("down nearly 5%", "(-5, -4.5]"),
        ("down more than 5%", "(–, -5)"),
        ("down less than 5%", "(-5, 0]"),
        ("10 to 12% lower", "[-12, -10]"),
        ("up 3%", "(2.5, 3.5)"),
        ("−5%", "(-5.5, -4.5)"),
        ("minus 5%", "(-5.5, -4.5)"),
        ("less than 40%", "(–, 40)"),
        ("less than -5%", "(–, -5)"),
        ("at most 40%", "(–, 40]"),
        ("-5 to 5%", "[-5, 5]"),
    ],
)
def test_signed_properties(text: str, expected: str) -> None:
    assert read(text, "percent", signed=True).interval == interval(expected)


@pytest.mark.parametrize(
    ("text", "rank"),
    [
        ("largest", 1), ("second-largest", 2), ("the second biggest", 2), ("3rd", 3), ("third", 3), ("22nd", 22),
        ("twenty-first", 21), ("No. 2", 2), ("No 2", 2), ("number two", 2), ("#2", 2), ("2", 2), ("fifth place", 5),
        ("most populous", 1),
    ],
)  # fmt: skip
def test_ranks(text: str, rank: int) -> None:
    quantity = read(text, rank=True)
    assert (quantity.nominal, quantity.interval, quantity.why) == (
        Fraction(rank),
        interval(f"[{rank}, {rank}]"),
        Why.EXACT,
    )


def test_a_rank_has_no_unit_and_no_hedge() -> None:
    assert read_quantity({"number": "2"}, reading(rank=True)).nominal == 2
    for value in ({"number": "2", "unit": "people"}, {"number": "2", "hedge": "about"}, {"low": "2", "high": "3"}):
        with pytest.raises(QuantityError, match="is not a rank"):
            read_quantity(value, reading(rank=True))


def test_forms_and_hedges() -> None:
    rows = {
        "40%": (Form.NUMBER, None), "about 40%": (Form.ABOUT, "about"), "nearly 40%": (Form.NEAR, "nearly"),
        "at least 40%": (Form.BOUND, "at least"), "10 to 12%": (Form.RANGE, None), "most": (Form.VAGUE, "most"),
        "about 3%": (Form.ABOUT, "about"), "none": (Form.NUMBER, None), "40% or so": (Form.ABOUT, "or so"),
    }  # fmt: skip
    assert {text: (read(text, "percent").form, read(text, "percent").hedge) for text in rows} == rows


@pytest.mark.parametrize(
    ("text", "clear"),
    [
        ("40%", "[40, 40]"),
        ("about 3%", "[2.85, 3.15]"),
        ("nearly 3%", "[2.7, 3)"),
        ("10 to 12%", "[10, 12]"),
        ("most", "(50, 100]"),
    ],
)
def test_clear_leaves_precision_out(text: str, clear: str) -> None:
    assert read(text, "percent").clear == interval(clear)


# value, unit of the property, words of the message, words of the help
MISTAKES = [
    ("", None, "the value is empty", "nearly 40%"),
    ("xyzzyx", None, "holds no number", "two thirds"),
    ("abot 40%", "percent", "`abot`", "did you mean `about`"),
    ("abot 40%", "percent", "`abot`", "`hedges:`"),
    ("fourty percent", "percent", "`fourty`", "did you mean `forty`"),
    ("about fourty percent", "percent", "`fourty`", "did you mean `forty`"),
    ("5 bilioun barrels", "barrel", "`bilioun`", "did you mean `billion`"),  # two slips in a long word
    ("two houndred", None, "`houndred`", "did you mean `hundred`"),
    ("two thrids", "percent", "`thrids`", "did you mean `thirds`"),
    ("40 milion", None, "`milion`", "did you mean `million`"),
    ("40 milion", None, "`milion`", "`units:`"),
    ("$5 milion", "USD", "`milion`", "did you mean `million`"),
    ("Moscow", None, "holds no number", "two thirds"),
    ("Oslo", None, "holds no number", "two thirds"),  # near `or so`, but no number stands beside it
    ("sevral", None, "`sevral`", "did you mean `several`"),
    ("40 baarrels", "barrel", "`baarrels`", "did you mean `barrel`"),
    ("40 blorps", None, "`blorps`", "`units:`"),
    ("nearly about 40%", "percent", "`nearly` and `about` are two hedges", "keep the one"),
    ("about 40% or so", "percent", "`about` and `or so` are two hedges", "keep the one"),
    ("nearly 10 to 12%", "percent", "cannot stand before a range", "`about`"),
    ("about 12 to 10%", "percent", "the range `12 to 10%` runs from the higher", "lower number first"),
    ("0 in 5", "percent", "`0 in 5` is not a part of one", "one in five"),
    ("anyone", "people", "`anyone` holds no number", "no one"),
    ("40 million", "barrel/day", "has no unit", "`40 million barrel/day`"),
    ("12 to 10%", "percent", "from the higher number to the lower", "lower number first"),
    ("-5%", "percent", "is negative", "signed: true"),
    ("down 40%", "percent", "is negative", "signed: true"),
    ("down more than 5%", "percent", "is negative", "signed: true"),
    ("down less than 5%", "percent", "is negative", "signed: true"),
    ("less than -5%", "percent", "leaves no value", "signed: true"),
    ("about 20 °C", "°C", "means nothing for a temperature", "18 to 22 °C"),
    ("40", "barrel/day", "has no unit", "`40 barrel/day`"),
    ("two thirds", "barrel/day", "is a share", "barrel/day"),
    ("most", "people", "is a share", "people"),
    ("5 Mb/d", "barrel/day", "different units", "mb/d"),
    ("5m dollars", "USD", "`m` means different units", "`mn`"),
    ("1,2", None, "`1,2` is not a number", "1,200"),
    ("1e400", None, "beyond 1e±300", "a number"),
    ("0." + "0" * 305 + "1", None, "beyond 1e±300", "a number"),
    ("1.01e300", None, "beyond 1e±300", "a number"),
    ("0.99e-300", None, "beyond 1e±300", "a number"),
    ("1e299 million", None, "beyond 1e±300", "a number"),  # a scale is part of the number
    ("0.0e999", None, "beyond 1e±300", "a number"),  # the precision of zero would be
    ("9" * 501, None, "longer than 500", "alone"),
    ("five six", None, "not a number in words", "digits"),
    ("nearly", None, "ends before", "a number"),
    ("just over 0%", "percent", "says nothing of zero", "almost no one"),
    ("about zero", None, "says nothing of zero", "almost no one"),
    ("nearly 1", None, "no whole number", "whole things"),
    ("3/2", None, "not a part of one", "2/3"),
    ("about several", None, "cannot stand before `several`", "alone"),
]


@pytest.mark.parametrize(("text", "unit", "message", "help_"), MISTAKES, ids=[row[0][:20] for row in MISTAKES])
def test_mistakes_say_what_to_write(text: str, unit: str | None, message: str, help_: str) -> None:
    with pytest.raises(QuantityError) as caught:
        read(text, unit)
    assert message in caught.value.message
    assert help_ in caught.value.help
    assert 0 <= caught.value.start <= caught.value.end <= len(text)


@pytest.mark.parametrize(
    ("text", "unit", "at_fault"),
    [
        ("abot 40%", "percent", "abot"),
        ("40 blorps", None, "blorps"),
        ("5 mln blorps a day", None, "blorps"),
        ("$60 a barel", "USD/barrel", "barel"),
        ("about fourty percent", "percent", "fourty"),
        ("5 milion barrels a day", "barrel/day", "milion"),
        ("$5 milion", "USD", "milion"),
        ("nearly", "percent", "nearly"),
        ("US$5 dolars", "USD", "dolars"),
    ],
)
def test_a_mistake_points_at_the_words_at_fault(text: str, unit: str | None, at_fault: str) -> None:
    with pytest.raises(QuantityError) as caught:
        read(text, unit)
    assert text[caught.value.start : caught.value.end] == at_fault


@pytest.mark.parametrize(
    ("value", "expected", "form"),
    [
        ({"number": "1.2e6", "unit": "barrel/day", "hedge": "nearly"}, "[1080000, 1200000)", Form.NEAR),
        ({"number": "5", "unit": "barrel/day"}, "[5, 5]", Form.NUMBER),
        ({"low": "10", "high": "12", "unit": "bpd"}, "[10, 12]", Form.RANGE),
        ({"low": "10", "unit": "bpd"}, "[10, –)", Form.BOUND),
        ({"high": "10", "unit": "bpd"}, "[0, 10]", Form.BOUND),
        ({"low": "1", "high": "2000000", "unit": "bpd"}, "[1, 2000000]", Form.RANGE),
    ],
)
def test_structured_values_carry_no_precision(value: dict[str, str], expected: str, form: Form) -> None:
    quantity = read(value, "barrel/day")
    assert (quantity.interval, quantity.form, quantity.precision) == (interval(expected), form, Fraction(0))


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ({"number": "-5"}, "[-5, -5]"),
        ({"number": "\u22125", "hedge": "about"}, "[-5.25, -4.75]"),
        ({"number": "+5"}, "[5, 5]"),
        ({"low": "-5", "high": "-3"}, "[-5, -3]"),
        ({"high": "-3"}, "(–, -3]"),
    ],
)
def test_structured_values_may_be_below_zero(value: dict[str, str], expected: str) -> None:
    assert read({**value, "unit": "percent"}, "percent", signed=True).interval == interval(expected)


@pytest.mark.parametrize(
    ("value", "message"),
    [
        ({"num": "5"}, "`num` is not a key"),
        ({"unit": "bpd"}, "either a `number`"),
        ({"number": "5", "low": "4"}, "either a `number`"),
        ({"number": "five", "unit": "bpd"}, "`five` is not a number for `number`"),
        ({"number": "5", "unit": "bpd", "hedge": "nerly"}, "`nerly` is not a hedge"),
        ({"low": "12", "high": "10", "unit": "bpd"}, "runs from the higher number"),
        ({"number": "1e999", "unit": "bpd"}, "beyond 1e±300"),
    ],
)
def test_mistakes_in_structured_values(value: dict[str, str], message: str) -> None:
    with pytest.raises(QuantityError) as caught:
        read(value, "barrel/day")
    assert message in caught.value.message
    assert (caught.value.start, caught.value.end) == (0, 0)  # the whole of it


@pytest.mark.parametrize(
    "text", ["1e300", "1e-300", "1e-000300", "1000e297", "0.001e303", "1" + "0" * 300, "0." + "0" * 299 + "1"]
)
def test_the_last_numbers_that_can_be_said_can_be_said(text: str) -> None:
    for value in (read(f"{text} bpd", "barrel/day"), read({"number": text, "unit": "bpd"}, "barrel/day")):
        assert value.nominal in {Fraction(10) ** 300, Fraction(10) ** -300}


OWN = {
    "nearly": "10 %",
    "about": "2 %",
    "few": "3 to 4",
    "sorta": "20 %",
    "umpteen": "13 to 19",
    "minority": "0 to 50 %",
}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("about 40%", "[39.2, 40.8]"),
        ("around 40%", "[38, 42]"),  # each word has its own meaning
        ("sorta 40%", "[32, 48]"),
        ("a few percent", "[3, 4]"),
        ("umpteen percent", "[13, 19]"),
        ("minority", "[0, 50]"),
    ],
)
def test_hedges_of_the_vocabulary(text: str, expected: str) -> None:
    how = Reading(UNITS, UNITS.parse("percent"), hedges=OWN)
    assert read_quantity(text, how).to(UNITS.parse("percent")).interval == interval(expected)


def test_of_a_range_each_end_is_as_wide_as_its_hedge_or_its_precision() -> None:
    """2 % of 1,000 is less than its precision, whose ends are open; 3,070.2 is the end of a hedge, and goes outward."""
    quantity = read_quantity("about 1,000 to 3,010", Reading(UNITS, None, hedges=OWN))
    assert quantity.interval == interval("[951, 3071]")


@pytest.mark.parametrize(
    ("word", "meaning", "message"),
    [
        ("more than", "5 %", "is a bound"),
        ("about", "5", "does not say how wide"),
        ("about", "1 to 2", "is no width"),
        ("few", "10 %", "stands for numbers"),
        ("x1", "5 %", "not a word that can hedge"),
        ("foo", "5 to 2", "does not say how wide"),
    ],
)
def test_mistakes_in_the_vocabularys_hedges(word: str, meaning: str, message: str) -> None:
    [(at_fault, problem)] = hedge_problems({word: meaning, "sorta": "5 %"})
    assert at_fault == word
    assert message in problem.message


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("10%", "10", "percent"),
        ("0.2 million barrels/day", "200000", "barrel/day"),
        ("$5 billion", "5000000000", "USD"),
        ("5 percentage points", "5", "percentage points"),
        ("-5%", "-5", "percent"),
        ("two thirds", "2/3", ""),
        ("6 hours", "6", "hour"),
        ("10", "10", ""),
    ],
)
def test_quantities_in_rules_are_exact(text: str, value: str, unit: str) -> None:
    quantity = read_exact(text, UNITS)
    assert quantity.interval == interval(f"[{value}, {value}]")
    assert (quantity.unit.name, quantity.why, quantity.precision) == (unit, Why.EXACT, Fraction(0))


@pytest.mark.parametrize("text", ["about 10%", "a few hours", "5 to 6 hours", "within 6 hours", "10% or so", "most"])
def test_rules_refuse_what_is_not_exact(text: str) -> None:
    with pytest.raises(QuantityError):
        read_exact(text, UNITS)


@pytest.mark.parametrize(
    ("text", "fractional"),
    [("304", False), ("304.5", True), ("4.4 million", False), ("1.2345", True), ("2.5 drones", True), ("half", True),
     ("2.5 million drones", False), ("2.5%", False), ("4.5 km", False), ("less than 2.5", True), ("foo", False)],
)  # fmt: skip
def test_which_numbers_make_a_property_measured(text: str, fractional: bool) -> None:
    assert number_is_fractional(text, UNITS) is fractional


# --- Laws ------------------------------------------------------------------------------------------------------------

numbers = st.one_of(
    st.integers(1, 10**7).map(str),
    st.decimals("0.01", "9999", places=2).map(str),
    st.sampled_from(["two", "twenty-five", "a hundred", "1.2 million", "250,000", "half a million"]),
)


@given(numbers, st.sampled_from(["", "about ", "nearly ", "just over "]))
def test_a_quantity_is_never_narrower_than_its_hedge_and_holds_its_clear_part(number: str, hedge: str) -> None:
    quantity = read(f"{hedge}{number} km", "km")
    assert quantity.clear.within(quantity.interval)
    assert quantity.nominal is not None
    around = [quantity.interval.low, quantity.interval.high]
    assert around[0] is not None
    assert around[1] is not None
    assert around[0] <= quantity.nominal <= around[1]


@given(
    st.integers(1, 10**6), st.sampled_from([("km", "m", 1000), ("hour", "minute", 60), ("percent", "basis point", 100)])
)
def test_scaling_the_unit_leaves_a_range_where_it_was(number: int, pair: tuple[str, str, int]) -> None:
    large, small, factor = pair
    one = read(f"{number} to {number + 1} {large}", large)
    other = read(f"{number * factor} to {(number + 1) * factor} {small}", large)
    assert one.interval == other.interval


@given(st.integers(100, 10**9))
def test_precision_is_never_coarser_than_a_tenth(number: int) -> None:
    quantity = read(f"{number} km", "km")
    assert 0 < quantity.precision <= Fraction(number, 10)


@given(st.text(max_size=40))
def test_any_text_reads_or_is_refused(text: str) -> None:
    try:
        quantity = read_quantity(text, reading())
    except QuantityError as error:
        assert 0 <= error.start <= error.end <= len(text)  # noqa: PT017 - either outcome is right
    else:
        assert quantity.text == text


words = st.sampled_from(
    [
        "nearly",
        "about",
        "40",
        "1,200",
        "two",
        "and",
        "a",
        "half",
        "million",
        "hundred",
        "of",
        "barrels",
        "day",
        "%",
        "$",
        "€",
        "-",
        "–",
        "to",
        "between",
        "few",
        "dozens",
        "no",
        "one",
        "in",
        "five",
        "up",
        "down",
        "less",
        "than",
        "most",
        "or",
        "so",
        "more",
        "days",
        "½",
        "2/3",
        "times",
        "double",
        "mb/d",
        "people",
        ".",
        ",",
        "+",
        "per",
        "km²",
        "-5",
    ]
)


@given(st.lists(words, max_size=8).map(" ".join))
def test_any_words_read_or_are_refused(text: str) -> None:
    for how in (
        reading(),
        reading("percent"),
        reading("drone"),
        reading("barrel/day", signed=True),
        reading(rank=True),
    ):
        try:
            quantity = read_quantity(text, how)
        except QuantityError as error:
            assert 0 <= error.start <= error.end <= len(text)  # noqa: PT017
        else:
            assert quantity.clear.meets(quantity.interval)
