"""`be between A and B`, `be at most A` … `be before D`, `be after D`: where a value must not lie as a whole."""

from __future__ import annotations

from fractions import Fraction

from factlint.assertions.computed import Computed
from factlint.assertions.finding import Measured
from factlint.language.model import Side
from factlint.quantities.interval import Interval


def limits(side: Side, limit: Computed, high: Computed | None) -> tuple[Side, Interval, Interval]:
    """The side to judge by, and the intervals of the lower and the upper limit; for one side both are the same.

    A date written in the rule is the whole of its span: before it is before its start; after it is from its end on,
    which the span itself leaves out, so there it is a lower limit that may be met.
    """
    span = limit.interval
    assert span is not None
    if limit.date and limit.constant:
        if side is Side.BEFORE and span.low is not None:
            span = Interval.exact(span.low)
        elif side is Side.AFTER and span.high is not None:
            side, span = Side.AT_LEAST, Interval.exact(span.high)
    if high is None:
        return side, span, span
    upper = high.interval
    assert upper is not None
    return side, span, upper


def violated(value: Interval, side: Side, lower: Interval, upper: Interval) -> bool:
    """For no choice of values within the intervals does the bound hold."""
    match side:
        case Side.AT_MOST:
            return upper.below(value)
        case Side.AT_LEAST:
            return value.below(lower)
        case Side.BETWEEN:
            return value.below(lower) or upper.below(value) or upper.below(lower)
        case Side.LESS_THAN | Side.BEFORE:
            return value.low is not None and upper.high is not None and value.low >= upper.high
        case Side.MORE_THAN | Side.AFTER:
            return value.high is not None and lower.low is not None and value.high <= lower.low


def uncertain(value: Interval, side: Side, lower: Interval, upper: Interval) -> bool:
    """For some choice of values the bound does not hold: what `clearly` calls a violation."""
    match side:
        case Side.AT_MOST:
            return value.high is None or upper.low is None or value.high > upper.low
        case Side.AT_LEAST:
            return value.low is None or lower.high is None or value.low < lower.high
        case Side.BETWEEN:
            return uncertain(value, Side.AT_LEAST, lower, lower) or uncertain(value, Side.AT_MOST, upper, upper)
        case Side.LESS_THAN | Side.BEFORE:
            return not value.below(upper)
        case Side.MORE_THAN | Side.AFTER:
            return not lower.below(value)


def beyond(
    value: Interval, side: Side, lower: Interval, upper: Interval, *, clearly: bool
) -> tuple[Fraction, Fraction] | None:
    """(found, allowed): the end of the value nearest to the limit it lies beyond, and that limit; farthest if `clearly`."""
    above = _above(value, side, upper, clearly=clearly)
    if above:
        found = value.high if clearly else value.low
        allowed = upper.low if clearly else upper.high
    else:
        found = value.low if clearly else value.high
        allowed = lower.high if clearly else lower.low
    return None if found is None or allowed is None else (found, allowed)


def _above(value: Interval, side: Side, upper: Interval, *, clearly: bool) -> bool:
    if side is Side.BETWEEN:
        return uncertain(value, Side.AT_MOST, upper, upper) if clearly else upper.below(value)
    return side in {Side.AT_MOST, Side.LESS_THAN, Side.BEFORE}


def side_in_words(value: Interval, side: Side, upper: Interval, *, clearly: bool, date: bool) -> str:
    if _above(value, side, upper, clearly=clearly):
        return "not before" if date else "above" if side in {Side.AT_MOST, Side.BETWEEN} else "not below"
    return "not after" if date else "below" if side in {Side.AT_LEAST, Side.BETWEEN} else "not above"


def measure(
    value: Computed, side: Side, lower: Interval, upper: Interval, *, clearly: bool
) -> tuple[Measured, Fraction]:
    """What was found against what was allowed, and how far beyond that is (for choosing the worst)."""
    assert value.interval is not None
    ends = beyond(value.interval, side, lower, upper, clearly=clearly)
    if ends is None:
        return Measured("bound"), Fraction(0)
    found, allowed = ends
    if value.date:
        return Measured("bound", abs(found - allowed) / 3600, Fraction(0), "hour"), abs(found - allowed)
    return Measured("bound", found, allowed, value.unit.name), abs(found - allowed)
