"""Dates counted from another one: `Wednesday`, `last week`, `early April`, `two days ago`.

What the words leave vague stays a span: `earlier this week` is Monday to the anchor's day. The forms of words are listed
in `relative_forms`, what each means stands in `relative_spans`.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from factlint.quantities.calendar import DAY
from factlint.quantities.relative_forms import folded, meaning
from factlint.quantities.relative_spans import From
from factlint.quantities.values import DateSpan, DateUnit

_LONGEST: Final = 100


@lru_cache(maxsize=4096)
def parse_relative(text: str, anchor: DateSpan, future: bool = False) -> DateSpan | None:
    """The date that words mean, counted from the anchor; None where they are not such words.

    Args:
        text: `Wednesday`, `on Wednesday`, `last Friday`, `yesterday`, `this month`, `earlier this week`, `the weekend`,
            `in April`, `late October`, `April 2`, `October 27, 2025`, `the 2nd`, `two days ago`, `a week later` …
        anchor: the day they count from. One that is vaguer than a day yields the hull of what each day of it would.
        future: a bare weekday, weekend, month or day is the next one on or after the anchor, not the last one on or
            before it (for claims of what is expected).

    Raises:
        DateError: they name a day that does not exist (`30 February`), or that is another weekday.
    """
    if len(text) > _LONGEST or text.strip().isdigit():
        return None
    words = folded(text)
    written = _hull(words, anchor.written_start, anchor.written_end, future)
    if written is None:
        return None
    start, end, unit = written
    hedged = _hull(words, anchor.start, anchor.end, future) if anchor.hedged else written
    assert hedged is not None
    return DateSpan(
        text=text.strip(),
        start=hedged[0],
        end=hedged[1],
        written_start=start,
        written_end=end,
        unit=unit,
        hedged=hedged != written,
    )


def _hull(
    words: str, start: int | None, end: int | None, future: bool
) -> tuple[int | None, int | None, DateUnit] | None:
    """What the words mean on any day of the anchor.

    A later anchor never gives an earlier date, so the first and the last day settle it.
    """
    days = [None if start is None else start // DAY, None if end is None else (end - 1) // DAY]
    first, last = (meaning(words, From(0 if day is None else day, future)) for day in days)
    if first is None or last is None:
        return None
    if first == last and _is_absolute(words):
        return first.start, first.end, first.unit
    unit = first.unit if first == last and None not in days else DateUnit.SPAN
    return (None if days[0] is None else first.start), (None if days[1] is None else last.end), unit


def _is_absolute(words: str) -> bool:
    """They mean the same whatever they are counted from (`October 27, 2025`)."""
    return re.search(r"\b\d{4}$", words) is not None
