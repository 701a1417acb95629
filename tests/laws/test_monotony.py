"""Asking for less never finds more: wider tolerances, wider intervals, and no `clearly`."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from factlint.corpus.claim import Claim
from factlint.language import model as m
from factlint.quantities.values import DateSpan, Quantity
from tests.laws.models import changed, each_check, keys_of, only, times, tolerance, tolerating
from tests.laws.profile import law
from tests.laws.worlds import Read, World, broken, judged, read, worlds

factors = st.sampled_from([Fraction(1), Fraction(21, 20), Fraction(2), Fraction(10), Fraction(1000)])


def one_check(rule: m.Rule) -> bool:
    return len({check.text for check in rule.checks}) == len(rule.checks)


def hold_against(
    it: Read, strict: m.Model, lenient: m.Model, *verdicts: str, claims: list[Claim] | None = None
) -> None:
    """Nothing is broken under the lenient model (or on the wider claims) that is not under the strict one."""
    found = zip(judged(it, model=strict), judged(it, model=lenient, claims=claims), strict=True)
    for before, after in found:
        assert broken(after) <= broken(before, *verdicts), before.rule.sentence


@law
@given(worlds(), factors)
def test_widening_a_tolerance_never_adds_a_violation(world: World, factor: Fraction) -> None:
    it = read(world)
    strict = only(it.model, lambda rule: one_check(rule) and any(map(tolerance, rule.checks)))

    def wider(check: m.Check) -> m.Check:
        had = tolerance(check)
        return check if had is None else tolerating(check, times(had, factor))

    hold_against(it, strict, changed(strict, lambda rule: each_check(rule, wider)))


@law
@given(worlds())
def test_a_tolerance_never_makes_a_rule_stricter_than_agree(world: World) -> None:
    it = read(world)
    lenient = only(it.model, lambda rule: one_check(rule) and any(map(tolerance, rule.checks)))

    def without(check: m.Check) -> m.Check:
        had = tolerance(check)
        return check if had is None or isinstance(check.assertion, m.Trend) else tolerating(check, None)

    hold_against(it, changed(lenient, lambda rule: each_check(rule, without)), lenient)


@law
@given(worlds())
def test_clearly_implies_the_plain_assertion(world: World) -> None:
    """Where `clearly` finds nothing, neither a violation nor something unsure, the plain assertion finds nothing."""
    it = read(world)
    strict = only(it.model, lambda rule: one_check(rule) and any(check.clearly for check in rule.checks))
    lenient = changed(strict, lambda rule: each_check(rule, lambda check: replace(check, clearly=False)))
    for before, after in zip(judged(it, model=strict), judged(it, model=lenient), strict=True):
        found = broken(after, "violated", "undetermined")
        assert found <= broken(before, "violated", "undetermined"), before.rule.sentence


# --- Intervals -------------------------------------------------------------------------------------------------------

BY_INTERVAL = (m.Agree, m.AgreeWithMedian, m.AgreeWithOutlets, m.AgreeWith, m.Bound, m.Trend)
HOUR = 3600 * 1_000_000


def by_interval(rule: m.Rule) -> bool:
    """Agreement, bounds, trends and arithmetic, without `clearly`, `exactly` or a condition on the value."""
    plain = all(
        isinstance(check.assertion, BY_INTERVAL)
        and not check.clearly
        and not (isinstance(check.assertion, m.Agree) and check.assertion.exactly)
        for check in rule.checks
    )
    return plain and one_check(rule) and "value" not in keys_of(rule)


def widened(claim: Claim, below: int, above: int) -> Claim:
    match claim.value:
        case Quantity() as value:
            interval = value.interval.widened(Fraction(below), Fraction(above))
            return replace(claim, value=replace(value, interval=interval))
        case DateSpan() as date:
            start = None if date.start is None else date.start - below * HOUR
            end = None if date.end is None else date.end + above * HOUR
            return replace(claim, value=replace(date, start=start, end=end))
        case _:
            return claim


@law
@given(worlds(), st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30)), min_size=14, max_size=14))
def test_widening_intervals_never_adds_a_violation(world: World, by: list[tuple[int, int]]) -> None:
    it = read(world)
    model = only(it.model, by_interval)
    wider = [widened(claim, *amounts) for claim, amounts in zip(it.claims, by, strict=False)]
    hold_against(it, model, model, claims=wider)
