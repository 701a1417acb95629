"""Intervals, the long way round: four fields and a handful of comparisons written out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction


@dataclass(frozen=True)
class Span:
    """All numbers from `low` to `high`; None is no bound on that side (and counts as open)."""

    low: Fraction | None
    high: Fraction | None
    low_open: bool = False
    high_open: bool = False


def point(value: Fraction | int) -> Span:
    return Span(Fraction(value), Fraction(value))


def is_point(span: Span) -> bool:
    return span.low is not None and span.low == span.high


def wholly_below(a: Span, b: Span) -> bool:
    """Every value of a is smaller than every value of b."""
    if a.high is None or b.low is None:
        return False
    return a.high < b.low or (a.high == b.low and (a.high_open or b.low_open))


def meet(a: Span, b: Span) -> bool:
    return not wholly_below(a, b) and not wholly_below(b, a)


def facing_ends(a: Span, b: Span) -> tuple[Fraction, Fraction]:
    """Of two intervals that do not meet: the upper end of the lower one, the lower end of the upper one."""
    lower, upper = (a, b) if wholly_below(a, b) else (b, a)
    assert lower.high is not None
    assert upper.low is not None
    return lower.high, upper.low


def holds(span: Span, value: Fraction) -> bool:
    return meet(span, point(value))


def lies_within(inner: Span, outer: Span) -> bool:
    if outer.low is not None and (
        inner.low is None or inner.low < outer.low or (inner.low == outer.low and outer.low_open and not inner.low_open)
    ):
        return False
    return not (
        outer.high is not None
        and (
            inner.high is None
            or inner.high > outer.high
            or (inner.high == outer.high and outer.high_open and not inner.high_open)
        )
    )


def hull(spans: Sequence[Span]) -> Span:
    lows = [span.low for span in spans]
    highs = [span.high for span in spans]
    low = None if None in lows else min(it for it in lows if it is not None)
    high = None if None in highs else max(it for it in highs if it is not None)
    return Span(
        low,
        high,
        all(span.low_open for span in spans if span.low == low),
        all(span.high_open for span in spans if span.high == high),
    )


def plus(a: Span, b: Span) -> Span:
    return Span(
        None if a.low is None or b.low is None else a.low + b.low,
        None if a.high is None or b.high is None else a.high + b.high,
        a.low_open or b.low_open,
        a.high_open or b.high_open,
    )


def minus(a: Span, b: Span) -> Span:
    return plus(
        a,
        Span(
            None if b.high is None else -b.high,
            None if b.low is None else -b.low,
            b.high_open,
            b.low_open,
        ),
    )


def times(a: Span, b: Span) -> Span:
    """For intervals without negative numbers, which is all that the generator multiplies."""
    assert a.low is not None
    assert a.low >= 0
    assert b.low is not None
    assert b.low >= 0
    low = a.low * b.low
    attained_zero = (a.low == 0 and not a.low_open) or (b.low == 0 and not b.low_open)
    low_open = not attained_zero and (a.low_open or b.low_open)
    if a.high == 0 or b.high == 0:
        return point(0)
    if a.high is None or b.high is None:
        return Span(low, None, low_open, high_open=True)
    return Span(low, a.high * b.high, low_open, a.high_open or b.high_open)


def over(a: Span, b: Span) -> Span | None:
    """For intervals without negative numbers; None where the divisor can only be zero."""
    assert b.low is not None
    assert b.low >= 0
    if b.high == 0:
        return None
    inverse = Span(
        Fraction(0) if b.high is None else 1 / b.high,
        None if b.low == 0 else 1 / b.low,
        b.high_open or b.high is None,
        b.low_open or b.low == 0,
    )
    return times(a, inverse)
