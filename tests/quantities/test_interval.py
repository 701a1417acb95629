"""Intervals against an oracle that only ever asks whether single numbers belong."""

from __future__ import annotations

import operator
from collections.abc import Callable
from fractions import Fraction
from itertools import product
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factlint.quantities.interval import Interval, ZeroInsideError

Operation = Callable[..., Any]

ENDS = [None, *map(Fraction, range(-3, 4))]
# A number in the middle of each gap and each end itself decide everything about intervals with whole ends.
SAMPLES = [Fraction(n, 2) for n in range(-10, 11)]


@st.composite
def intervals(draw: st.DrawFn) -> Interval:
    low, high = draw(st.sampled_from(ENDS)), draw(st.sampled_from(ENDS))
    if low is not None and high is not None:
        low, high = min(low, high), max(low, high)
    point = low is not None and low == high
    opened = st.just(False) if point else st.booleans()
    return Interval(low, high, draw(opened), draw(opened))


def members(interval: Interval) -> list[Fraction]:
    return [value for value in SAMPLES if value in interval]


@given(intervals(), intervals())
def test_two_intervals_meet_if_a_number_lies_in_both(a: Interval, b: Interval) -> None:
    assert a.meets(b) == any(value in b for value in members(a))
    assert a.meets(b) == b.meets(a)


@given(intervals(), intervals())
def test_below_means_every_number_is_smaller(a: Interval, b: Interval) -> None:
    assert a.below(b) == all(x < y for x in members(a) for y in members(b))


@given(intervals(), intervals())
def test_within_means_every_number_lies_there_too(a: Interval, b: Interval) -> None:
    beyond = Fraction(100)  # an unbounded end reaches past every sample
    ends = [value for value in (-beyond, beyond) if value in a]
    assert a.within(b) == all(value in b for value in [*members(a), *ends])


@given(intervals(), intervals())
def test_the_intersection_holds_what_both_hold(a: Interval, b: Interval) -> None:
    both = a.intersection(b)
    assert [value for value in SAMPLES if both is not None and value in both] == [
        value for value in SAMPLES if value in a and value in b
    ]


@given(intervals(), intervals())
def test_the_intersection_has_no_bound_where_neither_has_one(a: Interval, b: Interval) -> None:
    both = a.intersection(b)
    if both is not None:
        assert (both.low is None) == (a.low is None and b.low is None)
        assert (both.high is None) == (a.high is None and b.high is None)


@given(st.lists(intervals(), min_size=1, max_size=4))
def test_the_hull_holds_all_and_ends_where_they_end(many: list[Interval]) -> None:
    hull = Interval.hull(many)
    assert all(one.within(hull) for one in many)
    assert hull.low is None or hull.low in {one.low for one in many}
    assert hull.high is None or hull.high in {one.high for one in many}


@pytest.mark.parametrize("operate", [operator.add, operator.sub, operator.mul])
@given(a=intervals(), b=intervals())
def test_arithmetic_holds_every_result(operate: Operation, a: Interval, b: Interval) -> None:
    result = operate(a, b)
    assert all(operate(x, y) in result for x, y in product(members(a), members(b)))


FAR = Fraction(10**6)


@pytest.mark.parametrize("operate", [operator.add, operator.sub, operator.mul])
@given(a=intervals(), b=intervals())
def test_a_result_has_no_bound_just_where_numbers_run_away(operate: Operation, a: Interval, b: Interval) -> None:
    result = operate(a, b)
    reached = {operate(x, y) for x, y in product(with_the_far(a), with_the_far(b))}
    assert (result.low is None, result.high is None) == (min(reached) < -1000, max(reached) > 1000)
    assert all(value in result for value in reached)


def with_the_far(interval: Interval) -> list[Fraction]:
    return [*members(interval), *(value for value in (-FAR, FAR) if value in interval)]


@pytest.mark.parametrize("operate", [operator.add, operator.mul])
@given(a=intervals(), b=intervals())
def test_a_closed_end_is_reached(operate: Operation, a: Interval, b: Interval) -> None:
    result = operate(a, b)
    reached = {operate(x, y) for x, y in product(members(a), members(b))}
    for end, is_open in ((result.low, result.low_open), (result.high, result.high_open)):
        if end is not None and not is_open:
            assert end in reached


@given(intervals())
def test_a_reciprocal_holds_one_over_each_number_but_zero(a: Interval) -> None:
    zero_inside = any(x < 0 for x in members(a)) and any(x > 0 for x in members(a))
    if zero_inside or members(a) == [0]:
        with pytest.raises(ZeroInsideError):
            a.reciprocal()
    else:
        assert all(1 / x in a.reciprocal() for x in members(a) if x)


@given(intervals(), st.integers(-3, 3), st.integers(-3, 3))
def test_scaling_moves_every_number(a: Interval, factor: int, offset: int) -> None:
    scaled = a.scaled(Fraction(factor), Fraction(offset))
    assert all(x * factor + offset in scaled for x in members(a))


@given(intervals(), st.integers(0, 3), st.integers(0, 3))
def test_widening_moves_the_ends_outward_and_no_bound_stays_none(a: Interval, below: int, above: int) -> None:
    wider = a.widened(Fraction(below), Fraction(above))
    assert wider.low == (None if a.low is None else a.low - below)
    assert wider.high == (None if a.high is None else a.high + above)
    assert (wider.low_open, wider.high_open) == (a.low_open, a.high_open)


@given(intervals(), intervals())
def test_nearest_ends_face_each_other_across_the_gap(a: Interval, b: Interval) -> None:
    ends = a.nearest_ends(b)
    assert (ends is None) == a.meets(b)
    if ends is not None:
        assert ends[0] <= ends[1]
        assert ends == b.nearest_ends(a)


@given(intervals())
def test_negation_is_its_own_inverse(a: Interval) -> None:
    once = -a
    assert -once == a


@pytest.mark.parametrize(
    ("low", "high", "low_open", "high_open"),
    [(2, 1, False, False), (1, 1, True, False), (1, 1, False, True)],
    ids=["backwards", "a point without its lower end", "a point without its upper end"],
)
def test_an_interval_is_never_empty(low: int, high: int, low_open: bool, high_open: bool) -> None:
    with pytest.raises(ValueError, match="holds nothing"):
        Interval(Fraction(low), Fraction(high), low_open, high_open)


def test_magnitude_is_that_of_the_farther_end() -> None:
    assert Interval(Fraction(-5), Fraction(3)).magnitude() == 5
    assert Interval(None, Fraction(3)).magnitude() == 3
    assert Interval(None, None).magnitude() == 0


def test_an_end_without_a_bound_counts_as_open() -> None:
    everything = Interval(None, None)
    assert (everything.low_open, everything.high_open) == (True, True)
    assert everything == Interval(None, None, low_open=True, high_open=True)


@pytest.mark.parametrize("size", [400, -400])
def test_a_number_beyond_all_floats_times_what_has_no_bound(size: int) -> None:
    far = Fraction(10) ** size
    at_least = Interval(far, None)
    assert Interval.exact(far) * at_least == Interval(far * far, None)
    assert Interval.exact(-far) * at_least == Interval(None, -far * far)
