"""`the mean of …`, `the highest …`, `the number of …`: many claims as one interval."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from factlint.assertions.agreement import Mode
from factlint.assertions.computed import SECOND, Computed, Environment, UnsureError, of_entry
from factlint.assertions.finding import Entry, Reason
from factlint.assertions.words import count
from factlint.quantities.interval import Interval
from factlint.quantities.values import NUMBER, DateSpan


def aggregate(function: str, entries: Sequence[Entry], mode: Mode) -> Computed:
    """One value for all claims; a subject counts once, as the hull of what is said of it (`number` counts claims).

    Raises:
        UnsureError: the claims are not of one dimension.
    """
    if function == "number":
        return Computed(Interval.exact(len(entries)), NUMBER)
    zoned = any(isinstance(entry.value, DateSpan) and entry.value.zoned for entry in entries)
    first: Computed | None = None
    by_subject: dict[str, list[Interval]] = {}
    for entry in entries:
        value = of_entry(entry, Environment({}, {}, mode))
        if isinstance(entry.value, DateSpan) and zoned:
            value = Computed(entry.value.interval(against_zoned=True), SECOND, date=True)
        first = first or value
        if value.interval is None or value.date != first.date or value.unit.dimension != first.unit.dimension:
            text = f"{count(len(entries), 'claim')} of different dimensions have no {function}"
            raise UnsureError(Reason("dimension", text))
        interval = value.to(first.unit).interval
        assert interval is not None
        by_subject.setdefault(entry.claim.subject.key, []).append(interval)
    assert first is not None  # a group without claims is none
    hulls = [Interval.hull(intervals) for intervals in by_subject.values()]
    return Computed(_together(function, hulls), first.unit, date=first.date)


def _together(function: str, hulls: Sequence[Interval]) -> Interval:
    match function:
        case "sum":
            return total(hulls)
        case "mean":
            return total(hulls).scaled(Fraction(1, len(hulls)))
        case "median":
            return median(hulls)
        case "highest" | "latest":
            return -_lowest([-hull for hull in hulls])
        case _:
            return _lowest(hulls)


def total(hulls: Sequence[Interval]) -> Interval:
    result = Interval.exact(0)
    for hull in hulls:
        result = result + hull
    return result


def median(hulls: Sequence[Interval]) -> Interval:
    """The median of the lows to the median of the highs; an unbounded end counts as the farthest."""
    lows = sorted((hull.low is not None, hull.low or Fraction(0), hull.low_open) for hull in hulls)
    highs = sorted((hull.high is None, hull.high or Fraction(0), not hull.high_open) for hull in hulls)
    low, low_open = _middle([(value if bounded else None, is_open) for bounded, value, is_open in lows])
    high, high_open = _middle([(None if endless else value, not closed) for endless, value, closed in highs])
    return Interval(low, high, low_open, high_open)


def _middle(ordered: Sequence[tuple[Fraction | None, bool]]) -> tuple[Fraction | None, bool]:
    """The middle end, or the mean of the middle two, which is reached only if both are."""
    (one, one_open), (other, other_open) = ordered[(len(ordered) - 1) // 2], ordered[len(ordered) // 2]
    return (None if one is None or other is None else (one + other) / 2, one_open or other_open)


def _lowest(hulls: Sequence[Interval]) -> Interval:
    """The smallest of values, one from each interval: from the lowest low to the lowest high."""
    low = min(hulls, key=lambda it: (it.low is not None, it.low or 0, it.low_open))
    high = min(hulls, key=lambda it: (it.high is None, it.high or 0, not it.high_open))
    return Interval(low.low, high.high, low.low_open, high.high_open)
