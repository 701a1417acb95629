"""What a bound allows, and what a property can be at all, as intervals in base units: their arithmetic is exact."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction
from functools import lru_cache

from factlint.corpus.claim import Property
from factlint.language import model as m
from factlint.quantities.interval import Interval, ZeroInsideError
from factlint.quantities.values import DateSpan, Dimension, Quantity

_ANYTHING = Interval(None, None)
_NOT_NEGATIVE = Interval(Fraction(0), None)
_RANKS = Interval(Fraction(1), None)


@lru_cache(maxsize=4096)
def allowed(bound: m.Bound) -> tuple[Dimension | None, Interval] | None:
    """The values that a bound allows, with their dimension (None: dates, in seconds).

    None where a limit depends on claims. A date written in a rule is the whole of its span.
    """
    low = _constant(bound.limit)
    high = low if bound.high is None else _constant(bound.high)
    if low is None or high is None or low[0] != high[0]:
        return None
    dimension, first, last = low[0], low[1], high[1]
    match bound.side:
        case m.Side.BETWEEN:
            if first.low is not None and last.high is not None and first.low > last.high:
                return None
            return dimension, Interval(first.low, last.high, first.low_open, last.high_open)
        case m.Side.AT_MOST:
            return dimension, Interval(None, first.high, high_open=first.high_open)
        case m.Side.AT_LEAST:
            return dimension, Interval(first.low, None, low_open=first.low_open)
        case m.Side.LESS_THAN | m.Side.BEFORE:
            return dimension, Interval(None, first.low, high_open=True)
        case m.Side.MORE_THAN | m.Side.AFTER:
            # The end of a date's span is the first instant after it.
            return dimension, Interval(first.high, None, low_open=dimension is not None)


def _constant(limit: m.Expression) -> tuple[Dimension | None, Interval] | None:
    if not isinstance(limit, m.Constant):
        return None
    match limit.value:
        case Quantity(interval=interval, unit=unit):
            return unit.dimension, interval.scaled(unit.factor, unit.offset)
        case DateSpan():
            return None, limit.value.interval()


# --- What can be -----------------------------------------------------------------------------------------------------


def possible(subject: m.Selection | m.Expression, properties: Mapping[str, Property]) -> Interval | None:
    """Every value that claims on it can have, in base units; None where nothing is known that limits them."""
    match subject:
        case m.Selection(properties=names):
            return _of_properties(names, properties)
        case m.Constant(value=Quantity(interval=interval, unit=unit)):
            return interval.scaled(unit.factor, unit.offset)
        case m.Operand(property=name):
            return _of_properties((name,), properties)
        case m.Aggregate(function="number"):
            return _NOT_NEGATIVE
        case m.Aggregate(selection=selection):
            return _of_properties(selection.properties, properties)
        case m.Arithmetic(operator, left, right):
            one, other = possible(left, properties), possible(right, properties)
            return None if one is None or other is None else _computed(operator, one, other)
        case _:
            return None


def _of_properties(names: Sequence[str], properties: Mapping[str, Property]) -> Interval | None:
    found = [_of_property(properties.get(name)) for name in names]
    known = [it for it in found if it is not None]
    return Interval.hull(known) if known and len(known) == len(found) else None


def _of_property(prop: Property | None) -> Interval | None:
    if prop is None or (prop.unit is not None and prop.unit.offset):
        return None
    match prop.kind:
        case "rank":
            return _RANKS
        case "quantity":
            return _ANYTHING if prop.signed else _NOT_NEGATIVE
        case _:
            return None


def _computed(operator: str, one: Interval, other: Interval) -> Interval | None:
    """Only its sign: that alone stays the same under the conversions and rates that the two sides may need."""
    try:
        match operator:
            case "+":
                found = one + other
            case "-":
                found = one - other
            case "*":
                found = one * other
            case _:
                found = one / other
    except ZeroInsideError:
        return None
    return _NOT_NEGATIVE if found.low is not None and found.low >= 0 else None
