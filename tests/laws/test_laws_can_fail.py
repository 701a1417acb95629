"""A law that nothing could break would say nothing: each is held here to a world in which it does not hold."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction

import pytest

from factlint.language import model as m
from factlint.quantities.interval import Interval
from factlint.quantities.values import Quantity
from tests.laws.models import changed, each_check, only, times, tolerance, tolerating
from tests.laws.test_monotony import by_interval, hold_against, one_check
from tests.laws.test_names import compares_alone, renamed
from tests.laws.test_units import in_another_unit, reads_no_unit, shape
from tests.laws.worlds import World, evaluations, judged, read, some_worlds, told


def a_narrower_tolerance(world: World) -> bool:
    it = read(world)
    before = only(it.model, lambda rule: one_check(rule) and any(map(tolerance, rule.checks)))

    def narrower(check: m.Check) -> m.Check:
        had = tolerance(check)
        return check if had is None else tolerating(check, times(had, Fraction(0)))

    return breaks(lambda: hold_against(it, before, changed(before, lambda rule: each_check(rule, narrower))))


def clearly_instead_of_plain(world: World) -> bool:
    it = read(world)
    plain = only(it.model, lambda rule: one_check(rule) and not any(check.clearly for check in rule.checks))
    clearly = changed(plain, lambda rule: each_check(rule, lambda check: replace(check, clearly=True)))
    return breaks(lambda: hold_against(it, plain, clearly))


def narrower_intervals(world: World) -> bool:
    it = read(world)
    model = only(it.model, by_interval)
    claims = []
    for claim in it.claims:
        value = claim.value
        if isinstance(value, Quantity) and value.nominal is not None:
            value = replace(value, interval=Interval.exact(value.nominal))
        claims.append(replace(claim, value=value))
    return breaks(lambda: hold_against(it, model, model, claims=claims))


def other_numbers_in_the_old_unit(world: World) -> bool:
    it = read(world)
    model = only(it.model, reads_no_unit)
    claims = []
    for number, claim in enumerate(it.claims):
        other = in_another_unit(claim, Fraction(1, 42) if number % 2 else Fraction(1))
        if isinstance(other.value, Quantity) and isinstance(claim.value, Quantity):
            other = replace(other, value=replace(other.value, unit=claim.value.unit))
        claims.append(other)
    return list(map(shape, judged(it, model=model))) != list(map(shape, judged(it, model=model, claims=claims)))


def a_subject_renamed_in_the_claims_alone(world: World) -> bool:
    other = replace(renamed(world), statements=world.statements)
    return [it.verdict for it in evaluations(read(other))[0]] != [it.verdict for it in evaluations(read(world))[0]]


def a_claim_that_is_comparable(world: World) -> bool:
    it = read(world)
    model = only(it.model, compares_alone)
    return told(judged(it, model=model, claims=it.claims[1:])) != told(judged(it, model=model))


def breaks(law: Callable[[], None]) -> bool:
    try:
        law()
    except AssertionError:
        return True
    return False


@pytest.mark.parametrize(
    "change",
    [
        a_narrower_tolerance,
        clearly_instead_of_plain,
        narrower_intervals,
        other_numbers_in_the_old_unit,
        a_subject_renamed_in_the_claims_alone,
        a_claim_that_is_comparable,
    ],
)
def test_what_a_law_does_not_allow_is_seen(change: Callable[[World], bool]) -> None:
    assert any(map(change, some_worlds(150)))
