"""The unit in which an interval is given changes no verdict."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from factlint.corpus.claim import Claim
from factlint.evaluate.result import RuleResult
from factlint.language import model as m
from factlint.quantities.values import Quantity, Unit
from tests.laws.models import keys_of, only
from tests.laws.profile import law
from tests.laws.worlds import World, judged, read, worlds


def reads_no_unit(rule: m.Rule) -> bool:
    asks = any(isinstance(check.assertion, m.BeMeasuredIn) for check in rule.checks)
    return not asks and "unit" not in keys_of(rule)


def shape(result: RuleResult) -> tuple[Any, ...]:
    """What is told without a number: those are shown in whatever unit."""
    findings = sorted(
        (it.assertion, str(it.key), it.verdict, [[entry.id for entry in camp.entries] for camp in it.camps])
        for it in result.findings
    )
    return (result.verdict, result.groups, result.claims, findings, result.only_thanks_to, result.not_judged)


def in_another_unit(claim: Claim, factor: Fraction) -> Claim:
    """The same interval, in a unit so many times as large: like gallons for barrels."""
    value = claim.value
    if not isinstance(value, Quantity) or not value.unit.name or value.unit.counting or factor == 1:
        return claim
    unit = Unit("other " + value.unit.name, value.unit.factor * factor, value.unit.dimension, value.unit.offset)
    return replace(claim, value=value.to(unit))


factors = st.sampled_from([Fraction(1), Fraction(1), Fraction(1, 42), Fraction(7, 3), Fraction(1000)])


@law
@given(worlds(), st.lists(factors, min_size=14, max_size=14))
def test_the_unit_of_an_interval_changes_no_verdict(world: World, by: list[Fraction]) -> None:
    it = read(world)
    model = only(it.model, reads_no_unit)
    others = [in_another_unit(claim, factor) for claim, factor in zip(it.claims, by, strict=False)]
    for before, after in zip(judged(it, model=model), judged(it, model=model, claims=others), strict=True):
        assert shape(after) == shape(before), before.rule.sentence


WRITTEN = {
    "barrel/day": ("gallon/day", Fraction(42)), "hour": ("minute", Fraction(60)), "percent": ("basis points", Fraction(100)),
}  # fmt: skip


def rewritten(row: dict[str, Any]) -> dict[str, Any]:
    """A structured value in another unit, the same interval."""
    value = row["value"]
    if not isinstance(value, dict) or value.get("unit") not in WRITTEN:
        return row
    unit, factor = WRITTEN[value["unit"]]
    numbers = {key: str(float(Fraction(value[key]) * factor)) for key in ("number", "low", "high") if key in value}
    return {**row, "value": {**value, **numbers, "unit": unit}}


@law
@given(worlds())
def test_the_unit_that_a_claim_is_written_in_changes_no_verdict(world: World) -> None:
    it, other = read(world), read(replace(world, rows=tuple(map(rewritten, world.rows))))
    before = judged(it, model=only(it.model, reads_no_unit))
    after = judged(other, model=only(other.model, reads_no_unit))
    assert list(map(shape, after)) == list(map(shape, before))
