"""Dates as documents and rules write them: EDTF level 1, quarters, ISO weeks; each a span of UTC time.

Source: Extended Date/Time Format, Library of Congress 2019 (ISO 8601-2:2019, annex A), level 1, less what lies outside
the years 0001 to 9999; `2025-Q1` is an addition. Seasons are the meteorological ones of the northern half of the world,
winter beginning in December of the year it is written with.
"""

from __future__ import annotations

import re
from functools import lru_cache

from factlint.quantities import date_messages as messages
from factlint.quantities.calendar import add_months, calendar_key, iso, shifted, unit_key, unit_span
from factlint.quantities.date_messages import DateError
from factlint.quantities.edtf import LONGEST, joined, read, reads
from factlint.quantities.values import DateSpan, DateUnit

__all__ = [
    "DateError",
    "add_months",
    "calendar_key",
    "certainly_later",
    "iso",
    "parse_date",
    "parse_period",
    "show_date",
    "within_span",
]


@lru_cache(maxsize=4096)
def parse_date(text: str) -> DateSpan:
    """The span of a date.

    `2025`, `2025-Q1`, `2025-W10`, `2025-03`, `2025-21` (spring), `2025-03-04`, `2025-03-04T18:00` (in no zone),
    `…T18:00Z`, `…T18:00:30+03:00`; `202X`, `19XX`, `2025-XX`, `2025-03-XX`; each with `?`, `~` or `%` behind it, which
    widens it by its own unit on both sides; `A/B`, `A/..`, `A/`, `../B`, `/B`.

    Raises:
        DateError: it is none of these, or a day that does not exist; its help shows the form that was probably meant.
    """
    try:
        return read(text)
    except DateError as error:
        from factlint.quantities.date_slips import corrections  # with it come the patterns of every mistake

        # A message that is sure of itself keeps its help; the others gain a form that is known to read.
        readable = tuple(form for form in corrections(text) if reads(form))
        raise messages.suggesting(error, text, readable) from None


@lru_cache(maxsize=4096)
def parse_period(text: str) -> DateSpan:
    """A period as rules write it: a date, or `A to B`, from the start of A to the end of B.

    Raises:
        DateError: as `parse_date`; and for `?` and `%`, which a rule has no use for.
    """
    parts = re.split(r"\s+to\s+", text.strip()) if len(text) <= 2 * LONGEST else [text]
    for part in parts:
        if part.rstrip().endswith(("?", "%")):
            raise messages.hedged_in_rule(part.strip())
    if len(parts) == 1:
        return parse_date(text)
    if len(parts) > 2:
        raise messages.many_ends(text, " to ")
    first, last = (parse_date(part) for part in parts)
    for part, span in zip(parts, (first, last), strict=True):
        if span.unit is DateUnit.SPAN:
            raise messages.period_of_periods(part)
    return joined(text.strip(), first, last)


def show_date(span: DateSpan) -> str:
    """A date for a report: as written where that is EDTF, else the shortest EDTF of the same span (`2025-10-22`)."""
    return span.text if reads(span.text) and read(span.text) == span else _shortest(span)


def within_span(inner: DateSpan, outer: DateSpan) -> bool:
    """Every instant that `inner` may mean lies in `outer`; a day without a zone, against an instant, in every zone."""
    return inner.interval(against_zoned=outer.zoned).within(outer.interval(against_zoned=inner.zoned))


def certainly_later(a: DateSpan, b: DateSpan) -> bool:
    """Every instant that `a` may mean comes after every one that `b` may."""
    return b.interval(against_zoned=a.zoned).below(a.interval(against_zoned=b.zoned))


def _shortest(span: DateSpan) -> str:
    start, end = span.start, span.end
    for unit in (DateUnit.YEAR, DateUnit.QUARTER, DateUnit.MONTH, DateUnit.DAY):
        starts = start is None or unit_span(unit, start)[0] == start
        ends = end is None or unit_span(unit, end)[0] == end
        if span.zoned or not (starts and ends):
            continue
        first = ".." if start is None else unit_key(unit, start)
        last = ".." if end is None else unit_key(unit, shifted(end, unit, -1))
        if first == last:
            return first
        if unit is not DateUnit.QUARTER:
            return f"{first}/{last}"
    # Written as instants, an end is the last one that still belongs to the span.
    return f"{'..' if start is None else iso(start)}/{'..' if end is None else iso(end - 1)}"
