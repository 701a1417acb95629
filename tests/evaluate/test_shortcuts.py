"""A group is judged in n log n; what comes out is what holding every claim against every other would give."""

from dataclasses import replace
from fractions import Fraction
from typing import Literal

from hypothesis import given, settings
from hypothesis import strategies as st

from factlint.assertions.agreement import Agreement
from factlint.assertions.backing import Backing
from factlint.assertions.camps import divide
from factlint.assertions.corroboration import sources_behind, sources_that_may_stand_behind
from factlint.assertions.course import Course, Neighbours, Step, follows
from factlint.assertions.denials import Denials
from factlint.assertions.finding import Entry
from factlint.assertions.together import Together
from factlint.assertions.trend_bounds import bound_of
from factlint.language.model import Relative, Trend
from tests.evaluate import pairwise
from tests.evaluate.crowds import absolute, agreements, amounts, crowds, dates
from tests.evaluate.factory import BARREL, claim
from tests.evaluate.pairwise import Pairwise, denial_agrees

Crowd = tuple[Entry, ...]


@settings(max_examples=150)
@given(crowds(), agreements())
def test_agreement(crowd: Crowd, agrees: Agreement) -> None:
    fast, slow = Together(agrees), Pairwise(agrees)
    assert fast.throughout(crowd) == slow.throughout(crowd)
    assert fast.with_all(crowd) == slow.with_all(crowd)
    assert divide(crowd, fast) == divide(crowd, slow)


@settings(max_examples=150)
@given(crowds(), agreements())
def test_denials(crowd: Crowd, agrees: Agreement) -> None:
    clearly = agrees.exactly
    fast = Denials(clearly)
    slow = Pairwise(lambda one, other: denial_agrees(one, other, clearly=clearly))
    assert fast.throughout(crowd) == slow.throughout(crowd)
    assert fast.with_all(crowd) == slow.with_all(crowd)
    assert divide(crowd, fast) == divide(crowd, slow)


@st.composite
def parties(draw: st.DrawFn) -> tuple[Crowd, list[list[Entry]]]:
    """Newcomers, and camps in which anybody may stand: also with those that they do not agree with, and nobody."""
    crowd = draw(crowds())
    camps: list[list[Entry]] = [[] for _ in range(draw(st.integers(1, 4)))]
    newcomers = []
    for entry in crowd:
        place = draw(st.integers(-2, len(camps) - 1))
        if place < 0:
            newcomers.append(entry)
        else:
            camps[place].append(entry)
    return tuple(newcomers), camps


@settings(max_examples=300)
@given(parties(), agreements())
def test_joining_a_camp(party: tuple[Crowd, list[list[Entry]]], agrees: Agreement) -> None:
    newcomers, camps = party
    assert Together(agrees).joining(newcomers, camps) == Pairwise(agrees).joining(newcomers, camps)


@settings(max_examples=300)
@given(parties(), st.booleans())
def test_joining_those_who_deny_or_assert(party: tuple[Crowd, list[list[Entry]]], clearly: bool) -> None:
    newcomers, camps = party
    slow = Pairwise(lambda one, other: denial_agrees(one, other, clearly=clearly))
    assert Denials(clearly).joining(newcomers, camps) == slow.joining(newcomers, camps)


@settings(max_examples=150)
@given(crowds(), agreements(exactly=False))
def test_corroboration(crowd: Crowd, agrees: Agreement) -> None:
    assert sources_behind(crowd, agrees) == {it.id: pairwise.sources_behind(it, crowd, agrees) for it in crowd}
    assert sources_that_may_stand_behind(crowd, agrees) == {
        it.id: pairwise.sources_behind(it, crowd, agrees, unsure=True) for it in crowd
    }


@settings(max_examples=150)
@given(crowds(), agreements(exactly=False))
def test_references(crowd: Crowd, agrees: Agreement) -> None:
    first, *references = crowd
    backing = Backing(references, agrees)
    verdicts = {agrees(first, it) for it in references}
    verdict = True if True in verdicts else None if None in verdicts else False
    assert backing.agrees(first) is verdict
    if verdict is False:
        found = [agrees.measure(first, it).found for it in backing.nearest(first)]
        every = [agrees.measure(first, it).found for it in references]
        assert min(it for it in (*found, Fraction(10**9)) if it is not None) == min(
            it for it in (*every, Fraction(10**9)) if it is not None
        )


DIRECTIONS: list[Literal["increase", "decrease", "change"]] = ["increase", "decrease", "change"]


@st.composite
def courses(draw: st.DrawFn) -> tuple[Trend, list[Step], bool]:
    """Amounts in the course of some weeks, mostly in separate days and now and then in overlapping ones."""
    direction = draw(st.sampled_from(DIRECTIONS))
    allowed = draw(st.one_of(st.fractions(0, 2, max_denominator=4).map(lambda it: Relative(it, "")),
                             st.fractions(0, 4, max_denominator=2).map(lambda it: absolute(it, BARREL))))  # fmt: skip
    trend = Trend(direction, None, None)
    if direction == "change":
        trend = Trend(direction, allowed, draw(st.sampled_from(["hour", "day", "week", "month", "quarter", "year"])))
    clearly = draw(st.booleans())
    steps = []
    for number, (value, period) in enumerate(draw(st.lists(st.tuples(amounts((BARREL,)), dates()), max_size=9))):
        entry = Entry(replace(claim(number, value), period=period), value)
        steps.append(Step.of(entry, value.clear if clearly else value.interval, BARREL))
    return trend, steps, clearly


@settings(max_examples=150)
@given(courses())
def test_trends(drawn: tuple[Trend, list[Step], bool]) -> None:
    trend, steps, clearly = drawn
    course, bound = Course(steps), bound_of(trend, BARREL, clearly=clearly)
    every = [
        pair for a in course.steps for b in course.steps if follows(a.period, b.period) and (pair := bound.pair(a, b))
    ]
    found = list(course.pairs(bound))
    assert found == every
    if found:
        worst = course.worst(bound, found[0])
        assert (worst.excess is None) == any(pair.excess is None for pair in every)
        assert worst.excess is None or worst.excess == max(pair.excess or 0 for pair in every)
    neighbours = Neighbours([it.entry for it in steps])
    for step in steps:
        beside = any(follows(step.period, it.period) or follows(it.period, step.period) for it in steps)
        assert neighbours.of(step.entry) == beside
