"""Parts, multiples and mixed numbers in words, at their ends."""

from __future__ import annotations

from fractions import Fraction

import pytest

from factlint.quantities.calendar_words import ordinal
from factlint.quantities.messages import QuantityError
from factlint.quantities.names import plural
from factlint.quantities.numbers import decimal_digits, evaluate
from factlint.quantities.values import Name
from tests.quantities.reading import read


@pytest.mark.parametrize(
    ("text", "percent"),
    [
        ("threefold", "300"),
        ("tenfold", "1000"),
        ("10-fold", "1000"),
        ("2.5-fold", "250"),
        ("hundredfold", "10000"),
        ("one and a third", "400/3"),
        ("two and three quarters", "275"),
        ("one and two thirds", "500/3"),
        ("1/3", "100/3"),
        ("3½", "350"),
        ("three fifths", "60"),
        (".5%", "0.5"),
        ("two halves", "100"),  # the whole is a part of itself
    ],
)
def test_in_percent(text: str, percent: str) -> None:
    assert read(text, "percent").nominal == Fraction(percent)


@pytest.mark.parametrize("text", ["0/3", "3/3", "4/3", "three halves", "four thirds"])
def test_no_part_of_one(text: str) -> None:
    with pytest.raises(QuantityError, match="is not a part of one"):
        read(text, "percent")


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("twenty-one", 21),
        ("one hundred five", 105),
        ("one hundred and ten", 110),
        ("one hundred twenty", 120),
        ("one hundred and twenty-one", 121),
        ("two hundred and thirty-four thousand", 234_000),
        ("two dozen", 24),
        ("three thousand four hundred", 3_400),
        ("one million two hundred thousand", 1_200_000),
        ("1 million 200 thousand", 1_200_000),
    ],
)
def test_larger_words_come_first(words: str, number: int) -> None:
    assert read(f"{words} drones", "drone").nominal == number


@pytest.mark.parametrize(
    "words",
    [
        "twenty ten",
        "twenty eleven",
        "twenty thirty",
        "ten five",
        "eleven two",
        "one hundred five six",
        "one hundred twenty thirty",
        "one hundred ten one",
        "5 six",
        "thousand million",
        "one two",
        "one hundred hundred",
        "two thousand one thousand",
        "one thousand two million",
        "1 million two hundred thousand",
        "one thousand 200",
    ],
)
def test_words_that_follow_one_another_as_no_number_does(words: str) -> None:
    with pytest.raises(QuantityError):
        read(f"{words} drones", "drone")


@pytest.mark.parametrize("tokens", [[("DIGITS", "5"), ("WORD", "six")], [("WORD", "six"), ("DIGITS", "5")]])
def test_digits_and_words_are_no_number_together(tokens: list[tuple[str, str]]) -> None:
    with pytest.raises(QuantityError, match="not a number in words"):
        evaluate(tokens)


@pytest.mark.parametrize(
    ("value", "digits"),
    [
        ("0", "0"),
        ("-12", "-12"),
        ("1/2", "0.5"),
        ("-1/2", "-0.5"),
        ("1/25", "0.04"),
        ("-1/40", "-0.025"),
        ("201/20", "10.05"),
        ("1/3", None),
        ("7/30", None),
        (f"1/{10**30}", "0." + "0" * 29 + "1"),
        (f"1/{10**31}", None),  # too many to be what was written
    ],
)
def test_the_digits_of_a_number(value: str, digits: str | None) -> None:
    assert decimal_digits(Fraction(value)) == digits


@pytest.mark.parametrize(
    "told",
    ["1st", "2nd", "3rd", "4th", "10th", "11th", "12th", "13th", "21st", "22nd", "23rd", "101st", "111th", "113th"],
)
def test_places_as_they_are_told(told: str) -> None:
    assert ordinal(int(told[:-2])) == told


def test_several_of_a_unit() -> None:
    assert [plural(name) for name in ("barrel", "century", "ferry", "day", "inch", "barrel/day")] == [
        "barrels", "centuries", "ferries", "days", "inches", "barrels/day",
    ]  # fmt: skip


def test_names_are_equal_by_what_they_name() -> None:
    assert Name("the port", "port", "Port") == Name("Port", "port", "Port of A")
    assert Name("Port", "port", "Port") != Name("Port", "berth", "Port")
    assert Name("Port", "port", "Port") != "port"
