"""What a rule says, apart from how it says it: equal meanings are equal values, and one may follow from another."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from dataclasses import fields, is_dataclass, replace
from typing import Any

from factlint.language import model as m
from factlint.language.limits import allowed
from factlint.quantities.values import DateSpan, Name, Quantity, Truth, Unit

CALENDAR = frozenset({"month", "year"})
"""Durations that are counted on the calendar between two dates, so that no number of days equals them."""

_MOST_PAIRS = 40_000
"""Values of two lists that are held against each other, one by one; longer lists are left alone."""

_WRITTEN = (m.Constant, m.Operand, m.Aggregate, m.Arithmetic, m.Relative, m.Absolute, m.BeMeasuredIn, m.Check)
"""What keeps its own words in `text`, beside what they mean."""


def meaning(it: Any) -> Hashable:
    """A value that two parts of rules share exactly if they say the same, in whatever words and order."""
    match it:
        case Quantity(nominal=nominal, unit=unit) if nominal is not None:
            calendar = unit.name if unit.name in CALENDAR else ""
            return ("quantity", nominal * unit.factor + unit.offset, unit.dimension, calendar)
        case DateSpan():
            return ("date", it.start, it.end, it.zoned)
        case Name():
            return ("name", it.key)
        case Unit():
            return ("unit", it.factor, it.offset, it.dimension)
        case Truth():
            return it.truth
        case m.Not(condition):
            return _negation(condition)
        case m.AllOf() | m.AnyOf():
            return (type(it).__name__, frozenset(meaning(inner) for inner in _joined(it)))
        case tuple() | frozenset():
            return frozenset(meaning(inner) for inner in it)  # no list of a rule has an order that matters
        case m.HoldsText(key, text):
            return ("HoldsText", key, text.casefold())
        case _ if is_dataclass(it):
            names = [one.name for one in fields(it) if one.name != "text" or not isinstance(it, _WRITTEN)]
            return (type(it).__name__, *(meaning(getattr(it, name)) for name in names))
        case _:
            known: Hashable = it
            return known


def _joined(condition: m.AllOf | m.AnyOf) -> list[m.Condition]:
    """The members of a conjunction or alternative, those of the like inside it among them."""
    found: list[m.Condition] = []
    waiting = list(reversed(condition.conditions))
    while waiting:
        inner = waiting.pop()
        if type(inner) is type(condition):
            waiting += reversed(inner.conditions)
        else:
            found.append(inner)
    return found


def _negation(condition: m.Condition) -> Hashable:
    match condition:
        case m.Not(inner):
            return meaning(inner)
        case m.IsOneOf() | m.IsAbsent():
            return meaning(replace(condition, negated=not condition.negated))
        case _:
            return ("Not", meaning(condition))


# --- What follows from what ------------------------------------------------------------------------------------------


def implies(one: m.Check, other: m.Check) -> bool:
    """Whether of the same claims, whatever violates `other` violates `one`: the other then adds nothing.

    Rests on the laws that a wider tolerance never adds a violation and that `clearly` asks for more.
    """
    if other.clearly and not one.clearly:
        return False
    match one.assertion, other.assertion:
        case (m.Bound() as a, m.Bound() as b):
            narrow, wide = allowed(a), allowed(b)
            return narrow is not None and wide is not None and narrow[0] == wide[0] and narrow[1].within(wide[1])
        case (m.BeOneOf(few), m.BeOneOf(many)):
            return {meaning(it) for it in few} <= {meaning(it) for it in many}
        case (m.BeCorroborated(more, tight), m.BeCorroborated(fewer, loose)):
            return more >= fewer and _tighter(tight, loose)
        case (m.Trend(by=tight) as a, m.Trend(by=loose) as b):
            return meaning(replace(a, by=None)) == meaning(replace(b, by=None)) and _tighter(tight, loose)
        case (
            (m.Agree() | m.AgreeWith() | m.AgreeWithMedian() | m.AgreeWithOutlets() | m.AddUp()) as a,
            (m.Agree() | m.AgreeWith() | m.AgreeWithMedian() | m.AgreeWithOutlets() | m.AddUp()) as b,
        ):
            same = meaning(replace(a, tolerance=None)) == meaning(replace(b, tolerance=None))
            return same and _tighter(a.tolerance, b.tolerance)
        case _:
            return False


def _tighter(one: m.Tolerance | None, other: m.Tolerance | None) -> bool:
    """Whether a tolerance allows no more than another; False where they measure differently."""
    match one, other:
        case (None, _):
            return True
        case (m.Relative(tight), m.Relative(loose)):
            return tight <= loose
        case (m.Absolute(a), m.Absolute(b)) if a.unit.dimension == b.unit.dimension and a.nominal is not None:
            if a.unit.name != b.unit.name and CALENDAR & {a.unit.name, b.unit.name}:
                return False
            return b.nominal is not None and a.nominal * a.unit.factor <= b.nominal * b.unit.factor
        case _:
            return False


def excludes(one: m.Check, other: m.Check) -> bool:
    """Whether no single value meets both. A vague claim may, since it could mean a value of either."""
    match one.assertion, other.assertion:
        case (m.Bound() as a, m.Bound() as b):
            here, there = allowed(a), allowed(b)
            return here is not None and there is not None and here[0] == there[0] and not here[1].meets(there[1])
        case (m.BeOneOf(some), m.BeOneOf(others)):
            few = len(some) * len(others) <= _MOST_PAIRS
            return few and all(_unlike(a, b) for a in some for b in others)
        case _:
            return False


def _unlike(one: object, other: object) -> bool:
    match one, other:
        case (Name(), Name()):
            return not (one.within(other) or other.within(one))
        case (bool(), bool()):
            return one is not other
        case (Quantity(), Quantity()) if one.unit.dimension == other.unit.dimension:
            return meaning(one) != meaning(other)
        case _:
            return False


def grouped_alike(rules: Mapping[int, m.Rule]) -> dict[Hashable, list[int]]:
    """The rules that speak of the same claims, or of the same value, with the same conversions."""
    found: dict[Hashable, list[int]] = {}
    for number, rule in rules.items():
        found.setdefault((meaning(rule.subject), frozenset(rule.using)), []).append(number)
    return found
