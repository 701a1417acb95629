"""Bounds against an oracle that only ever asks whether single numbers satisfy them."""

from __future__ import annotations

import operator
from collections.abc import Callable
from fractions import Fraction
from itertools import product

import pytest
from hypothesis import given

from factlint.assertions.bounds import beyond, measure, side_in_words, uncertain, violated
from factlint.assertions.computed import SECOND, Computed
from factlint.assertions.finding import Measured
from factlint.language.model import Side
from factlint.quantities.interval import Interval
from tests.evaluate.crowds import PERCENT
from tests.quantities.test_interval import intervals

HOLDS: dict[Side, Callable[[Fraction, Fraction], bool]] = {
    Side.AT_MOST: operator.le,
    Side.AT_LEAST: operator.ge,
    Side.LESS_THAN: operator.lt,
    Side.MORE_THAN: operator.gt,
    Side.BEFORE: operator.lt,
    Side.AFTER: operator.gt,
}

# Between whole ends three numbers tell all that can be told of two intervals; beyond them two on each side.
SAMPLES = [Fraction(n, 4) for n in range(-14, 15)] + [Fraction(n) for n in (-200, -100, 100, 200)]


def members(interval: Interval) -> list[Fraction]:
    return [value for value in SAMPLES if value in interval]


def verdicts(value: Interval, side: Side, lower: Interval, upper: Interval) -> set[bool]:
    """For each choice of values: does the bound hold?"""
    if side is Side.BETWEEN:
        choices = product(members(lower), members(value), members(upper))
        return {low <= it <= high for low, it, high in choices}
    return {HOLDS[side](it, limit) for it, limit in product(members(value), members(lower))}


@pytest.mark.parametrize("side", [*HOLDS, Side.BETWEEN])
@given(value=intervals(), lower=intervals(), upper=intervals())
def test_violated_where_no_choice_holds_and_clearly_where_one_does_not(
    side: Side, value: Interval, lower: Interval, upper: Interval
) -> None:
    upper = upper if side is Side.BETWEEN else lower
    found = verdicts(value, side, lower, upper)
    assert violated(value, side, lower, upper) == (True not in found)
    assert uncertain(value, side, lower, upper) == (False in found)


TWO_TO_THREE = Interval(Fraction(2), Fraction(3))
LIMIT = Interval(Fraction(5), Fraction(6))


@pytest.mark.parametrize(
    ("side", "clearly", "found", "allowed", "words"),
    [
        (Side.AT_LEAST, False, 3, 5, "below"),  # the ends that face each other
        (Side.AT_LEAST, True, 2, 6, "below"),  # the ends farthest apart
        (Side.MORE_THAN, False, 3, 5, "not above"),
        (Side.MORE_THAN, True, 2, 6, "not above"),
        (Side.AFTER, False, 3, 5, "not above"),
        (Side.BETWEEN, False, 3, 5, "below"),
        (Side.BETWEEN, True, 2, 6, "below"),
        (Side.AT_MOST, False, 2, 6, "above"),
        (Side.AT_MOST, True, 3, 5, "above"),
        (Side.LESS_THAN, False, 2, 6, "not below"),
        (Side.BEFORE, False, 2, 6, "not below"),
    ],
)
def test_what_was_found_against_what_was_allowed(
    side: Side, found: int, allowed: int, words: str, *, clearly: bool
) -> None:
    assert beyond(TWO_TO_THREE, side, LIMIT, LIMIT, clearly=clearly) == (Fraction(found), Fraction(allowed))
    assert side_in_words(TWO_TO_THREE, side, LIMIT, clearly=clearly, date=False) == words


def test_between_tells_the_side_that_is_left() -> None:
    one_to_four = Interval(Fraction(1), Fraction(4))
    assert beyond(Interval(Fraction(5), Fraction(6)), Side.BETWEEN, one_to_four, one_to_four, clearly=False) == (
        Fraction(5),
        Fraction(4),
    )
    assert side_in_words(LIMIT, Side.BETWEEN, one_to_four, clearly=False, date=False) == "above"
    five, two_to_ten = Interval.exact(5), Interval(Fraction(2), Fraction(10))  # a computed limit may be as wide as this
    assert beyond(TWO_TO_THREE, Side.BETWEEN, five, two_to_ten, clearly=False) == (Fraction(3), Fraction(5))
    assert side_in_words(TWO_TO_THREE, Side.BETWEEN, two_to_ten, clearly=False, date=False) == "below"
    assert side_in_words(LIMIT, Side.BEFORE, one_to_four, clearly=False, date=True) == "not before"
    assert side_in_words(one_to_four, Side.AFTER, LIMIT, clearly=False, date=True) == "not after"


def test_clearly_between_tells_the_end_that_may_be_beyond() -> None:
    four, six = Interval.exact(4), Interval.exact(6)
    assert beyond(Interval(Fraction(5), Fraction(8)), Side.BETWEEN, four, six, clearly=True) == (
        Fraction(8),
        Fraction(6),
    )
    assert beyond(Interval(Fraction(1), Fraction(5)), Side.BETWEEN, four, six, clearly=True) == (
        Fraction(1),
        Fraction(4),
    )


def test_without_a_bound_there_is_no_distance() -> None:
    at_least_two = Interval(Fraction(2), None)
    assert beyond(at_least_two, Side.AT_MOST, LIMIT, LIMIT, clearly=True) is None
    assert beyond(TWO_TO_THREE, Side.AT_MOST, at_least_two, at_least_two, clearly=False) is None


@pytest.mark.parametrize(
    ("interval", "side", "limit", "found", "allowed", "beyond_by"),
    [
        (TWO_TO_THREE, Side.AT_LEAST, LIMIT, 3, 5, 2),
        (Interval(Fraction(-3), Fraction(-2)), Side.AT_LEAST, LIMIT, -2, 5, 7),
        (LIMIT, Side.AT_MOST, TWO_TO_THREE, 5, 3, 2),
    ],
)
def test_how_far_beyond_in_the_values_own_unit(
    interval: Interval, side: Side, limit: Interval, found: int, allowed: int, beyond_by: int
) -> None:
    measured = measure(Computed(interval, PERCENT), side, limit, limit, clearly=False)
    assert measured == (Measured("bound", Fraction(found), Fraction(allowed), "percent"), Fraction(beyond_by))


def test_a_date_is_so_many_hours_beyond() -> None:
    two_hours = Computed(Interval(Fraction(7200), Fraction(14400)), SECOND, date=True)
    limit = Interval.exact(1800)
    measured = measure(two_hours, Side.BEFORE, limit, limit, clearly=False)
    assert measured == (Measured("bound", Fraction(3, 2), Fraction(0), "hour"), Fraction(5400))


def test_without_an_end_nothing_is_measured() -> None:
    no_end = Computed(Interval(Fraction(2), None), PERCENT)
    assert measure(no_end, Side.AT_MOST, LIMIT, LIMIT, clearly=True) == (Measured("bound"), Fraction(0))
