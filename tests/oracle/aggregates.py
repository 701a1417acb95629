"""The mean, median, sum, highest and lowest of intervals: a subject counts once, as its hull."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from tests.oracle.spans import Span, hull, plus, point, times


def aggregate(function: str, values: Sequence[tuple[str, Span | None]]) -> Span:
    spans = [hull([span for name, span in values if name == subject and span]) for subject in sorted(dict(values))]
    match function:
        case "sum" | "mean":
            total = point(0)
            for span in spans:
                total = plus(total, span)
            return total if function == "sum" else times(total, point(Fraction(1, len(spans))))
        case "median":
            middle = sorted({(len(spans) - 1) // 2, len(spans) // 2})
        case "highest" | "latest":
            middle = [len(spans) - 1]
        case _:
            middle = [0]
    ordered = [Span(low[0], high[0], low[1], high[1]) for low, high in zip(lows(spans), highs(spans), strict=True)]
    total = point(0)
    for place in middle:
        total = plus(total, ordered[place])
    return times(total, point(Fraction(1, len(middle))))


def lows(spans: Sequence[Span]) -> list[tuple[Fraction | None, bool]]:
    """From the lowest; of equal ones, a closed end lies lower than an open one."""
    known = sorted((span.low, span.low_open) for span in spans if span.low is not None)
    return [(None, True)] * (len(spans) - len(known)) + [*known]


def highs(spans: Sequence[Span]) -> list[tuple[Fraction | None, bool]]:
    """From the lowest; of equal ones, an open end lies lower than a closed one."""
    known = sorted((span.high, not span.high_open) for span in spans if span.high is not None)
    return [(high, not closed) for high, closed in known] + [(None, True)] * (len(spans) - len(known))
