"""What a value can mean, in the words of a reference page."""

from __future__ import annotations

from fractions import Fraction

from factlint.quantities.calendar import DAY, iso
from factlint.quantities.interval import Interval
from factlint.quantities.values import DateSpan, Name, Quantity, Truth, Value


def can_mean(value: Value) -> str:
    match value:
        case Quantity():
            return interval_in_words(value.interval)
        case DateSpan():
            return _dates(value)
        case Name():
            return value.name
        case Truth():
            return "true" if value.truth else "false"


def number(value: Fraction | None) -> str:
    """In full; what has no end, to two decimals; `–` where there is none."""
    if value is None:
        return "–"
    exact = (value * 10_000).denominator == 1
    text = f"{float(value):,.4f}" if exact else f"{float(value):,.2f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def interval_in_words(it: Interval) -> str:
    """`38 to 42`, `between 38 and 42` (both left out), `36 to under 40`, `over 40 to 44`, `over 40`, `40 or more`."""
    low, high = number(it.low), number(it.high)
    if it.low is None:
        return f"under {high}" if it.high_open else f"{high} or less"
    if it.high is None:
        return f"over {low}" if it.low_open else f"{low} or more"
    if it.low == it.high:
        return low
    match it.low_open, it.high_open:
        case True, True:
            return f"between {low} and {high}"
        case False, True:
            return f"{low} to under {high}"
        case True, False:
            return f"over {low} to {high}"
        case _:
            return f"{low} to {high}"


def _dates(span: DateSpan) -> str:
    """First and last day, or first instant and the one that ends it."""
    first, last = span.start, span.end
    if all(it is None or it % DAY == 0 for it in (first, last)):
        days = [None if first is None else iso(first)[:10], None if last is None else iso(last - DAY)[:10]]
    else:
        days = [None if it is None else iso(it) for it in (first, last)]
    begin, end = days
    if begin is None or end is None:
        return f"{end} or earlier" if begin is None else f"{begin} or later"
    return begin if begin == end else f"{begin} to {end}"
