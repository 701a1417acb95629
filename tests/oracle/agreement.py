"""When two values agree: the table's rows for `agree`, and `clearly`."""

from __future__ import annotations

from fractions import Fraction

from tests.oracle.readings import Value
from tests.oracle.rules import Tolerance
from tests.oracle.spans import Span, facing_ends, is_point, meet
from tests.oracle.words import name_within


def agree(a: Value, b: Value, tolerance: Tolerance | None = None, *, clearly: bool = False) -> bool | None:
    """None: a conversion or a rate is wanting."""
    if a.foreign != b.foreign:
        return None
    if a.foreign and tolerance and tolerance.amount is not None:
        certain = a.clear is not None and a.clear == b.clear and is_point(a.clear) if clearly else meet_spans(a, b)
        return True if certain else None
    if a.truth is not None:
        return a.truth == b.truth
    if a.name:
        return name_within(a.name, b.name) or name_within(b.name, a.name)
    if not clearly:
        return spans_agree(a.beside(b), b.beside(a), tolerance)
    if a.is_date:
        one, other = a.beside(b), b.beside(a)
        return one == other or every_choice_agrees(one, other, tolerance)
    assert a.clear is not None
    assert b.clear is not None
    return every_choice_agrees(a.clear, b.clear, tolerance)


def meet_spans(a: Value, b: Value) -> bool:
    return a.span is not None and b.span is not None and meet(a.span, b.span)


def spans_agree(a: Span, b: Span, tolerance: Tolerance | None) -> bool:
    """Some value lies in both, or the gap between the nearest ends is allowed."""
    if meet(a, b):
        return True
    if tolerance is None:
        return False
    return not exceeds(*facing_ends(a, b), tolerance)


def exceeds(low: Fraction, high: Fraction, tolerance: Tolerance) -> bool:
    gap = high - low
    if tolerance.amount is not None:
        return gap > tolerance.amount
    assert tolerance.share is not None
    if low * high <= 0:  # unlike signs, or one of them zero
        return True
    return gap > tolerance.share * max(abs(low), abs(high))


def every_choice_agrees(a: Span, b: Span, tolerance: Tolerance | None) -> bool:
    """Whatever value of each is meant. The worst choices lie at the ends, or as near them as one likes."""
    if is_point(a) and a == b:
        return True
    if tolerance is None or None in {a.low, a.high, b.low, b.high}:
        return False
    assert a.low is not None
    assert a.high is not None
    assert b.low is not None
    assert b.high is not None
    worst = ((a.low, b.high), (b.low, a.high))
    return not any(low != high and exceeds(min(low, high), max(low, high), tolerance) for low, high in worst)
