"""What a subject is called changes nothing, and nor does a claim that is comparable with none."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from factlint.language import model as m
from tests.laws.models import conditions_of, only
from tests.laws.profile import law
from tests.laws.worlds import Told, World, evaluations, judged, read, told, worlds

OLD, NEW = "Gamma", "Zulu"


def renamed(world: World) -> World:
    """Throughout: in the claims, the rules and the vocabulary."""
    rows = tuple(json.loads(json.dumps(row).replace(OLD, NEW)) for row in world.rows)
    statements = tuple(text.replace(OLD, NEW) for text in world.statements)
    return replace(
        world, rows=rows, statements=statements, vocabulary=json.loads(json.dumps(world.vocabulary).replace(OLD, NEW))
    )


def back(value: Any) -> Any:
    """What was told, with the old name in the place of the new one."""
    if isinstance(value, str):
        return value.replace(NEW, OLD).replace(NEW.lower(), OLD.lower())
    if isinstance(value, tuple):
        return tuple(map(back, value))
    if hasattr(value, "__dataclass_fields__"):
        return replace(value, **{name: back(getattr(value, name)) for name in value.__dataclass_fields__})
    return value


def in_no_order(results: tuple[Told, ...]) -> list[Told]:
    return sorted(replace(it, findings=tuple(sorted(it.findings))) for it in results)


@law
@given(worlds())
def test_renaming_a_subject_throughout_changes_nothing_but_the_name(world: World) -> None:
    (before,), (after,) = evaluations(read(world)), evaluations(read(renamed(world)))
    assert in_no_order(back(after)) == in_no_order(before)


COMPARE = (m.Agree, m.AgreeWithMedian, m.AgreeWithOutlets, m.NotContradict, m.Trend)


def compares_alone(rule: m.Rule) -> bool:
    """Rules that only hold comparable claims against one another, where another subject is never comparable."""
    return (
        isinstance(rule.subject, m.Selection)
        and "subject" not in rule.subject.regardless
        and all(isinstance(check.assertion, COMPARE) for check in rule.checks)
    )


def verdicts(results: tuple[Told, ...]) -> Iterator[tuple[Any, ...]]:
    for it in results:
        yield it.rule, it.verdict, it.groups, it.claims, it.findings, it.thanks


@law
@given(worlds(), st.data())
def test_a_claim_comparable_with_none_changes_nothing(world: World, data: st.DataObject) -> None:
    """What stands alone may name it as the nearest; verdicts, findings and counts stay."""
    at = data.draw(st.integers(0, len(world.rows) - 1))
    rows = tuple({**row, "subject": "Stranger"} if number == at else row for number, row in enumerate(world.rows))
    it = read(replace(world, rows=rows))
    model = only(it.model, compares_alone)
    without = [claim for claim in it.claims if claim.id != world.rows[at]["id"]]
    before, after = told(judged(it, model=model, claims=without)), told(judged(it, model=model))
    assert list(verdicts(after)) == list(verdicts(before))


def test_conditions_are_found_in_every_place() -> None:
    inner = m.IsAbsent("quote")
    rule_condition = m.AllOf((m.Not(inner), m.AnyOf((inner, m.IsAbsent("value")))))
    assert {it.key for it in conditions_of(m.Selection(where=rule_condition))} == {"quote", "value"}
