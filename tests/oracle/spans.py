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


def is_empty(span: Span) -> bool:
    """Whether two ends that were put together leave nothing between them."""
    if span.low is None or span.high is None:
        return False
    return span.low > span.high or (span.low == span.high and (span.low_open or span.high_open))


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
    """The extremes of a product lie at corners; one of a closed end at zero is zero whatever the other factor is."""
    corners = [corner(x, y) for x in ends(a) for y in ends(b)]
    low, high = min(value for value, _ in corners), max(value for value, _ in corners)
    return Span(
        None if low == -INFINITY else Fraction(low),
        None if high == INFINITY else Fraction(high),
        all(opened for value, opened in corners if value == low),
        all(opened for value, opened in corners if value == high),
    )


INFINITY = float("inf")
End = tuple[Fraction | float, bool]


def ends(span: Span) -> tuple[End, End]:
    low = (-INFINITY, True) if span.low is None else (span.low, span.low_open)
    return (low, (INFINITY, True) if span.high is None else (span.high, span.high_open))


def corner(x: End, y: End) -> End:
    zeros = [opened for value, opened in (x, y) if value == 0]
    if zeros:
        return (Fraction(0), all(zeros))
    return (x[0] * y[0], x[1] or y[1])


def over(a: Span, b: Span) -> Span | None:
    """None where zero lies inside the divisor; where it is an end, the quotient has no bound there."""
    touches = {end == 0 for end in (b.low, b.high)}
    if touches == {False} and holds(b, Fraction(0)):
        return None
    if b.low == b.high == 0:
        return None
    negative = b.high is not None and b.high <= 0
    inverse = Span(
        inverted(b.high, unbounded=negative),
        inverted(b.low, unbounded=not negative),
        b.high_open or b.high in {None, 0},
        b.low_open or b.low in {None, 0},
    )
    return times(a, inverse)


def inverted(end: Fraction | None, *, unbounded: bool) -> Fraction | None:
    """One over an end: zero for none, no end for zero."""
    if end is None:
        return Fraction(0)
    if end == 0:
        assert unbounded
        return None
    return 1 / end
