"""Many combinations are judged by the extreme ones; what comes out is what computing each of them would give."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import event, given, settings
from hypothesis import strategies as st

from factlint.assertions.computed import UnsureError
from factlint.assertions.finding import Entry
from factlint.assertions.relations import AgreeWithRelation, BoundRelation, Relation
from factlint.evaluate.combine import Aligned, Term
from factlint.evaluate.extremes import by_extremes
from factlint.evaluate.one_by_one import Found, any_left, one_by_one
from factlint.evaluate.values import FEW
from factlint.language.model import (
    Aggregate,
    AgreeWith,
    Arithmetic,
    Bound,
    Constant,
    Expression,
    Operand,
    Selection,
    Side,
)
from factlint.quantities.interval import Interval
from factlint.quantities.values import Form, Quantity, Why
from tests.evaluate.crowds import PERCENT, amounts, tolerances
from tests.evaluate.factory import claim
from tests.support import Row, verdict

A, B, C = (Operand(property=name) for name in "abc")
MEAN = Aggregate("mean", Selection(properties=("d",)))


def moved(quantity: Quantity, by: Fraction) -> Quantity:
    def up(interval: Interval) -> Interval:
        return interval.scaled(Fraction(1), by)

    return Quantity(
        text="", interval=up(quantity.interval), clear=up(quantity.clear), unit=quantity.unit, why=quantity.why,
        nominal=None if quantity.nominal is None else quantity.nominal + by, form=quantity.form,
    )  # fmt: skip


def exactly(value: Fraction) -> Quantity:
    point = Interval.exact(value)
    return Quantity(text="", interval=point, clear=point, nominal=value, unit=PERCENT, why=Why.EXACT, form=Form.NUMBER)


wholes = st.integers(-30, 30).map(Fraction)


@st.composite
def operand_claims(draw: st.DrawFn, first: int) -> tuple[Entry, ...]:
    """Claims of one sign mostly: those of both tell nothing where one divides by them."""
    by = Fraction(draw(st.sampled_from([-20, -8, 0, 8, 8, 20, 20])))
    values = draw(st.lists(amounts((PERCENT,)), min_size=1, max_size=4))
    return tuple(Entry(claim(first + number, it), it) for number, it in enumerate(moved(each, by) for each in values))


constants = wholes.map(lambda value: Constant(exactly(value), f"{value}%"))
leaves: st.SearchStrategy[Expression] = st.one_of(st.sampled_from([A, A, B, B, C, MEAN]), constants)
expressions: st.SearchStrategy[Expression] = st.recursive(
    leaves, lambda inner: st.builds(Arithmetic, st.sampled_from("+-*/"), inner, inner), max_leaves=3
)


@st.composite
def relations(draw: st.DrawFn) -> Relation:
    other = draw(st.one_of(constants, constants, expressions))
    if draw(st.booleans()):
        return AgreeWithRelation(AgreeWith(other, draw(tolerances)))
    side = draw(st.sampled_from([it for it in Side if it not in {Side.BEFORE, Side.AFTER}]))
    high = draw(leaves) if side is Side.BETWEEN else None
    return BoundRelation(Bound(side, other, high))


@st.composite
def aligned(draw: st.DrawFn, left: Expression, relation: Relation) -> Aligned:
    """Claims for each term of the rule; now and then one claim stands for two operands."""
    used = dict.fromkeys(term for it in (left, *relation.expressions) for term in terms(it))
    found = []
    for number, term in enumerate(used):
        first = 100 * draw(st.integers(0, number))
        found.append((term, draw(operand_claims(first))))
    return Aligned((), tuple(found))


def terms(expression: Expression) -> Sequence[Term]:
    match expression:
        case Operand() | Aggregate():
            return [expression]
        case Arithmetic(left=left, right=right):
            return [*terms(left), *terms(right)]
        case _:
            return []


@st.composite
def cases(draw: st.DrawFn) -> tuple[Expression, Relation, Aligned]:
    left, relation = draw(expressions), draw(relations())
    return left, relation, draw(aligned(left, relation))


def told(found: Found) -> object:
    at_fault = {term: set(entries) for term, entries in found.at_fault.items() if entries}
    if found.worst is None:
        return at_fault, set(found.thankful), found.words
    chosen = {operand: entry.id for operand, entry in found.worst.environment.operands.items()}
    return at_fault, chosen, found.worst.outcome.measured, found.worst.outcome.distance, found.worst.outcome.told()


@settings(max_examples=400)
@given(cases(), st.booleans(), st.data())
def test_the_extremes_tell_what_all_combinations_would(
    case: tuple[Expression, Relation, Aligned], clearly: bool, data: st.DataObject
) -> None:
    left, relation, group = case
    try:
        fast = by_extremes(left, relation, group, clearly=clearly)
    except UnsureError:
        with pytest.raises(UnsureError):
            one_by_one(left, relation, group, clearly=clearly)
        return
    event("one by one" if fast is None else "holds" if fast.worst is None else "violated")
    if fast is None:
        return
    slow = one_by_one(left, relation, group, clearly=clearly)
    assert slow.unsure is None
    assert told(fast) == told(slow)
    ids = sorted({entry.id for _term, entries in group.terms for entry in entries})
    accepted = frozenset(data.draw(st.sets(st.sampled_from(ids)))) if ids else frozenset[str]()
    assert fast.fault_left(accepted) == slow.fault_left(accepted)


@settings(max_examples=100)
@given(cases(), st.data())
def test_a_combination_is_left_where_each_operand_has_a_claim_left(
    case: tuple[Expression, Relation, Aligned], data: st.DataObject
) -> None:
    _left, _relation, group = case
    ids = sorted({entry.id for _term, entries in group.terms for entry in entries})
    accepted = frozenset(data.draw(st.sets(st.sampled_from(ids)))) if ids else frozenset[str]()
    aggregated = {entry.id for term, entries in group.terms if isinstance(term, Aggregate) for entry in entries}
    combined = [frozenset(aggregated) | {it.id for it in one.operands.values()} for one in group.environments()]
    assert any_left(group)(accepted) == any(not ids & accepted for ids in combined)


def quotient(values: Sequence[int], divisors: Sequence[int]) -> Aligned:
    numbers = enumerate([*values, *divisors])
    all_claims = [Entry(claim(number, it), it) for number, it in ((n, exactly(Fraction(v))) for n, v in numbers)]
    return Aligned((), ((A, tuple(all_claims[: len(values)])), (B, tuple(all_claims[len(values) :]))))


@pytest.mark.parametrize(
    ("left", "relation"),
    [
        (Arithmetic("/", A, B), BoundRelation(Bound(Side.AT_MOST, Constant(exactly(Fraction(300)), "300%")))),
        (Arithmetic("-", A, B), AgreeWithRelation(AgreeWith(Constant(exactly(Fraction(3)), "3%")))),
        (A, BoundRelation(Bound(Side.AT_LEAST, B))),
    ],
)
def test_of_thousands_of_combinations_few_are_computed(
    left: Expression, relation: Relation, monkeypatch: pytest.MonkeyPatch
) -> None:
    computed = 0
    judge = type(relation).judge

    def counted(*args: object, **options: object) -> object:
        nonlocal computed
        computed += 1
        return judge(*args, **options)  # type: ignore[arg-type]  # passed on as they come

    monkeypatch.setattr(type(relation), "judge", counted)
    group = quotient(range(1, 201), range(301, 601))
    assert group.size == 60_000
    assert by_extremes(left, relation, group, clearly=False) is not None
    assert computed < 200


# A property that does not vary by time: all claims on one subject stand in one group.
VOCABULARY = {
    "properties": {
        "exports": {"kind": "quantity", "unit": "barrel"},
        "share": {"kind": "quantity", "unit": "percent"},
    }
}


@pytest.mark.parametrize(
    ("limit", "expected"), [("30 barrels", "violated"), ("399 barrels", "violated"), ("400 barrels", "satisfied")]
)
def test_a_rule_over_more_combinations_than_are_computed_one_by_one(tmp_path: Path, limit: str, expected: str) -> None:
    exports = [exactly_so("exports", n, "barrel") for n in [*range(100, 119), 200]]
    shares = [exactly_so("share", n, "percent") for n in range(50, 70)]
    assert len(exports) * len(shares) > FEW
    rule = f"exports / share must be at most {limit}"
    assert verdict(tmp_path, [*exports, *shares], rule, VOCABULARY) == expected


def exactly_so(prop: str, number: int, unit: str) -> Row:
    return {"id": f"{prop}-{number}", "property": prop, "value": {"number": str(number), "unit": unit}}
