"""`where CONDITION` on one claim: yes, no, or neither (None), which satisfies neither the condition nor its `not`."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Protocol, cast

from factlint.corpus.claim import Claim
from factlint.evaluate.keys import states, texts, values
from factlint.language.model import (
    AllOf,
    AnyOf,
    ComparesTo,
    Condition,
    HoldsText,
    IsAbsent,
    IsDated,
    IsOneOf,
    MatchesPattern,
    Not,
)
from factlint.quantities.interval import Interval
from factlint.quantities.values import DateSpan, Name, Quantity, Truth, Unit, Value

Values = Callable[[Claim], Value]
"""A claim's value as a rule sees it: through the conversions it opens, and the rates."""


def as_claimed(claim: Claim) -> Value:
    return claim.value


def satisfies(condition: Condition, claim: Claim, value_of: Values = as_claimed) -> bool | None:
    """Three-valued: None is a date that straddles, or a quantity neither wholly in nor wholly out."""
    match condition:
        case AllOf(conditions):
            return _all(satisfies(it, claim, value_of) for it in conditions)
        case AnyOf(conditions):
            return _not(_all(_not(satisfies(it, claim, value_of)) for it in conditions))
        case Not(inner):
            return _not(satisfies(inner, claim, value_of))
        case IsOneOf(key, wanted, negated):
            found = (value_of(claim),) if key == "value" else values(claim, key)
            if not found:
                return negated
            verdict = _not(_all(_not(_is(value, it)) for value in found for it in wanted))
            return _not(verdict) if negated else verdict
        case IsAbsent(key, negated):
            return states(claim, key) == negated
        case HoldsText(key, text):
            return any(text.casefold() in words.casefold() for words in texts(claim, key))
        case MatchesPattern(key, pattern):
            return any(_compiled(pattern).search(words) is not None for words in texts(claim, key))
        case ComparesTo(key, operator, quantity):
            if key == "value" and claim.property.kind == "rank" and quantity.unit.is_share:
                return None  # a place in an order is no share of anything
            found = (value_of(claim),) if key == "value" else values(claim, key)
            return next((_compare(value, operator, quantity) for value in found), None)
        case IsDated(key, relation, date):
            found_dates = [value for value in values(claim, key) if isinstance(value, DateSpan)]
            return _dated(found_dates[0], relation, date) if found_dates else None


def straddles(condition: Condition, claim: Claim) -> bool:
    """Does a date condition in here leave this claim neither in nor out?"""
    match condition:
        case AllOf(conditions) | AnyOf(conditions):
            return any(straddles(it, claim) for it in conditions)
        case Not(inner):
            return straddles(inner, claim)
        case IsDated(key) | IsOneOf(key):
            return satisfies(condition, claim) is None and any(isinstance(it, DateSpan) for it in values(claim, key))
        case _:
            return False


def lies_within(inner: DateSpan, outer: DateSpan) -> bool | None:
    """Wholly inside, wholly outside, or None: it straddles."""
    zoned = inner.zoned or outer.zoned
    one = inner.interval(against_zoned=zoned)
    other = outer.interval(against_zoned=False)
    if one.within(other):
        return True
    return None if one.meets(other) else False


def _not(verdict: bool | None) -> bool | None:
    return None if verdict is None else not verdict


def _all(verdicts: object) -> bool | None:
    unsure = False
    for verdict in cast("list[bool | None]", verdicts):
        if verdict is False:
            return False
        unsure = unsure or verdict is None
    return None if unsure else True


def _is(value: Name | Unit | Value, wanted: Name | Unit | DateSpan | Quantity | bool) -> bool | None:
    match value, wanted:
        case Name(), Name():
            return value.same(wanted)
        case Unit(), Unit():
            return value.name == wanted.name or (value.factor, value.offset, value.dimension, value.counting) == (
                wanted.factor, wanted.offset, wanted.dimension, wanted.counting,
            )  # fmt: skip
        case Truth(), bool():
            return value.truth is wanted
        case DateSpan(), DateSpan():
            return lies_within(value, wanted)
        case Quantity(), Quantity():
            if value.unit.dimension != wanted.unit.dimension:
                return False
            point = wanted.to(value.unit).nominal
            if value.nominal is None:
                return None if point is not None and point in value.interval else False
            return value.nominal == point
        case ((Quantity() | DateSpan() | Truth()), Name()):
            return value.text.casefold() == wanted.text.casefold()
        case _:
            return False


def _compare(value: Name | Unit | Value, operator: str, quantity: Quantity) -> bool | None:
    if not isinstance(value, Quantity) or value.unit.dimension != quantity.unit.dimension:
        return None
    limit = quantity.to(value.unit).nominal
    assert limit is not None  # quantities of rules are exact
    interval = value.interval if value.nominal is None else Interval.exact(value.nominal)
    inside = {
        "<": Interval(None, limit, high_open=True),
        "<=": Interval(None, limit),
        ">": Interval(limit, None, low_open=True),
        ">=": Interval(limit, None),
    }[operator]
    if interval.within(inside):
        return True
    return None if interval.meets(inside) else False


def _dated(value: DateSpan, relation: str, date: DateSpan) -> bool | None:
    """A date of a rule is the whole of its span: before is before its start, after is from its end on."""
    span = value.interval(against_zoned=date.zoned)
    limit = date.interval(against_zoned=value.zoned)
    edge = limit.low if relation == "before" else limit.high
    if edge is None:
        return False
    early = span.high is not None and span.high <= edge
    late = span.low is not None and span.low >= edge
    if early or late:
        return early if relation == "before" else late
    return None


class Pattern(Protocol):
    def search(self, text: str) -> object: ...


@cache
def _compiled(pattern: str) -> Pattern:
    import re2

    return cast("Pattern", re2.compile(pattern))
