"""A check is a function of what it is given, and the order in which that is given changes nothing."""

from __future__ import annotations

from random import Random

from hypothesis import given

from factlint.reporters.json_report import render
from tests.laws.profile import law
from tests.laws.worlds import World, evaluations, read, report, seeds, worlds


@law
@given(worlds(), seeds)
def test_the_order_of_claims_files_and_rules_changes_nothing(world: World, seed: int) -> None:
    assert evaluations(read(world, Random(seed))) == evaluations(read(world))


@law
@given(worlds())
def test_the_same_input_gives_the_same_report(world: World) -> None:
    """Byte for byte, though each run lies in a folder of its own."""
    assert render(report(world)) == render(report(world))
