"""What each form of relative words means: a function a form, from a day to a span.

Weeks run from Monday (ISO 8601). A part of a month or year (`early`, `mid`, `late`) is a third of it: the 1st to 10th,
11th to 20th, 21st to the end; January to April, May to August, September to December.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final, NamedTuple

from factlint.quantities import date_messages as messages
from factlint.quantities.calendar import (
    DAY,
    HOUR,
    add_months,
    civil,
    day_number,
    midnight,
    month_length,
    shifted,
    unit_key,
    unit_span,
    unit_start,
    weekday,
)
from factlint.quantities.calendar_words import (
    MONTH_NUMBER,
    NUMBERS,
    ORDINALS,
    SEASON_MONTH,
    VAGUE_NUMBERS,
    VAGUE_PLURALS,
    WEEKDAY_NUMBER,
    WEEKDAYS,
)
from factlint.quantities.values import DateUnit

_FAR: Final = 10_000
"""Of any unit; more is no date that anybody counts."""


class Found(NamedTuple):
    """A span, and the unit it is one of (SPAN where the words are vaguer, or finer, than any)."""

    start: int
    end: int
    unit: DateUnit


@dataclass(frozen=True, slots=True)
class From:
    """Where the words are counted from: a day number, and whether they speak of what is to come."""

    day: int
    future: bool

    @property
    def instant(self) -> int:
        return self.day * DAY


Words = re.Match[str]


def _span(unit: DateUnit, instant: int) -> Found:
    return Found(*unit_span(unit, instant), unit)


def _day(number: int) -> Found:
    return Found(number * DAY, (number + 1) * DAY, DateUnit.DAY)


DAY_WORDS = {
    "the day before yesterday": -2,
    "yesterday": -1,
    "today": 0,
    "tonight": 0,
    "tomorrow": 1,
    "the day after tomorrow": 2,
}


def _said(match: Words, name: str) -> str | None:
    """A named word of a form, None where it was not written or the form has none of that name."""
    return match.groupdict().get(name)


def day_word(match: Words, origin: From) -> Found:
    return _day(origin.day + DAY_WORDS[match["day"]])


def this_day(_: Words, origin: From) -> Found:
    return _day(origin.day)


def last_night(_: Words, origin: From) -> Found:
    return Found((origin.day - 1) * DAY, (origin.day + 1) * DAY, DateUnit.SPAN)


def week_day(match: Words, origin: From) -> Found:
    wanted = WEEKDAY_NUMBER[match["weekday"]]
    which, of_week = _said(match, "which"), _said(match, "week")
    if of_week or which == "this":
        return _day(origin.day - weekday(origin.day) + 7 * _STEP[of_week or "this"] + wanted)
    if which:
        # `last Wednesday`, said on a Wednesday, is not today.
        return _day(_nearest_weekday(wanted, origin.day + _STEP[which], future=_STEP[which] > 0))
    return _day(_nearest_weekday(wanted, origin.day, future=origin.future))


def _nearest_weekday(wanted: int, day: int, *, future: bool) -> int:
    return day + (wanted - weekday(day)) % 7 if future else day - (weekday(day) - wanted) % 7


_STEP = {"last": -1, "previous": -1, "past": -1, "this": 0, "current": 0, "next": 1, "coming": 1}


def this_unit(match: Words, origin: From) -> Found | None:
    """So `this week`, `last month`, `early next year`, `late in the month`; but not `the month`."""
    unit, which, part = DateUnit(match["unit"]), _said(match, "which"), _said(match, "part")
    if not which and not part:
        return None
    return _part(part, _span(unit, shifted(unit_start(unit, origin.instant), unit, _STEP[which or "this"])))


def so_far(match: Words, origin: From) -> Found:
    """`earlier this week` has begun and reaches to the anchor's day, `later this week` begins with it."""
    start, end = unit_span(DateUnit(match["unit"]), origin.instant)
    if match["part"] == "earlier":
        return Found(start, origin.instant + DAY, DateUnit.SPAN)
    return Found(origin.instant, end, DateUnit.SPAN)


_PARTS = {"early": 0, "start": 0, "beginning": 0, "mid": 1, "middle": 1, "late": 2, "end": 2}


def _part(part: str | None, found: Found) -> Found:
    """A third of a month or of longer: 10 days of a month, 4 months of a year; of a week 3 days, overlapping."""
    if part is None:
        return found
    third = next(number for word, number in _PARTS.items() if word in part)
    start, end, unit = found
    match unit:
        case DateUnit.WEEK:
            cuts = ((start, start + 3 * DAY), (start + 2 * DAY, start + 5 * DAY), (start + 4 * DAY, end))
        case DateUnit.MONTH:
            cuts = ((start, start + 10 * DAY), (start + 10 * DAY, start + 20 * DAY), (start + 20 * DAY, end))
        case _:
            months = 4 if unit is DateUnit.YEAR else 1
            first, second = add_months(start, months), add_months(start, 2 * months)
            cuts = ((start, first), (first, second), (second, end))
    return Found(*cuts[third], DateUnit.SPAN)


def weekend(match: Words, origin: From) -> Found:
    saturday = origin.day - weekday(origin.day) + 5
    match match["which"]:
        case "this":
            pass
        case "last" | "past" | "previous":
            # Before the anchor's day: on a Saturday, the one a week ago.
            saturday = _nearest_weekday(5, origin.day - 2, future=False)
        case "next" | "coming":
            saturday = _nearest_weekday(5, origin.day + 1, future=True)
        case _ if origin.future:
            saturday = _nearest_weekday(5, origin.day - 1, future=True)
        case _:
            saturday = _nearest_weekday(5, origin.day, future=False)
    return Found(saturday * DAY, (saturday + 2) * DAY, DateUnit.SPAN)


def _year_of(match: Words, origin: From) -> int | None:
    """The year that stands beside the words: in digits, or `last year`."""
    if digits := _said(match, "year"):
        return int(digits) or None
    if which := _said(match, "year_of"):
        return civil(origin.day)[0] + _STEP[which]
    return None


def _recurring(match: Words, origin: From, unit: DateUnit, month: int) -> Found:
    """A month, quarter or season, or a part of one: of the year that is named; else the last or next one.

    One that is running counts as both, but `late October` in its first days is a year ago.
    """
    year, which, part = _year_of(match, origin), _said(match, "which"), _said(match, "part")
    if year is not None:
        return _part(part, _span(unit, midnight(year, month)))
    this = civil(origin.day)[0]
    spans = [_part(part, _span(unit, midnight(this + step, month))) for step in (-2, -1, 0, 1, 2)]
    match which:
        case "this":
            # A winter that began the year before may still be running.
            running = [span for span in spans if span.start <= origin.instant < span.end]
            return running[0] if running else spans[2]
        case "last":
            return max(span for span in spans if span.end <= origin.instant)
        case "next":
            return min(span for span in spans if span.start > origin.instant)
        case _ if origin.future:
            return min(span for span in spans if span.end > origin.instant)
        case _:
            return max(span for span in spans if span.start <= origin.instant)


def month(match: Words, origin: From) -> Found:
    return _recurring(match, origin, DateUnit.MONTH, MONTH_NUMBER[match["month"]])


def quarter(match: Words, origin: From) -> Found:
    number = int(match["q"]) if match["q"] else ORDINALS[match["ordinal"]]
    return _recurring(match, origin, DateUnit.QUARTER, 3 * number - 2)


def season(match: Words, origin: From) -> Found:
    return _recurring(match, origin, DateUnit.SEASON, SEASON_MONTH[match["season"]])


def half(match: Words, origin: From) -> Found:
    year = _year_of(match, origin)
    start = midnight(
        civil(origin.day)[0] if year is None else year, 1 if (match["half"] or match["h"]) in {"first", "1"} else 7
    )
    return Found(start, add_months(start, 6), DateUnit.SPAN)


def whole_year(match: Words, _: From) -> Found | None:
    return (
        _part(_said(match, "part"), _span(DateUnit.YEAR, midnight(int(match["year"])))) if int(match["year"]) else None
    )


def day_of_month(match: Words, origin: From) -> Found:
    """`April 2`, `2 April`, `Wednesday, April 2`, `October 27, 2025`."""
    month, day = MONTH_NUMBER[match["month"]], int(match["day"])
    year = _year_of(match, origin)
    longest = month_length(2000 if year is None else year, month)  # 2000 had a 29 February
    if not 1 <= day <= longest:
        raise messages.no_such_day_of_month(day, month, year, longest)
    if year is not None:
        number = day_number(year, month, day)
    else:
        # Between one 29 February and the next may lie eight years.
        this = civil(origin.day)[0]
        years = (this + step for step in range(-8, 9))
        days = [day_number(year, month, day) for year in years if day <= month_length(year, month)]
        number = _nearest(days, origin)
    # Without a year the weekday cannot be at fault: the anchor may be vague.
    if year is not None and match["weekday"] and weekday(number) != WEEKDAY_NUMBER[match["weekday"]]:
        written = WEEKDAYS[WEEKDAY_NUMBER[match["weekday"]]]
        raise messages.wrong_weekday(unit_key(DateUnit.DAY, number * DAY), written, WEEKDAYS[weekday(number)])
    return _day(number)


def _nearest(days: list[int], origin: From) -> int:
    if origin.future:
        return min(day for day in days if day >= origin.day)
    return max(day for day in days if day <= origin.day)


def day_alone(match: Words, origin: From) -> Found:
    """`the 2nd`, `the 27th of last month`."""
    day = int(match["day"])
    if not 1 <= day <= 31:
        raise messages.no_such_day_in_any_month(day)
    months = [add_months(unit_start(DateUnit.MONTH, origin.instant), step) // DAY for step in range(-2, 3)]
    if match["which"]:
        first = months[2 + _STEP[match["which"]]]
        year, month, _ = civil(first)
        if day > month_length(year, month):
            raise messages.no_such_day_of_month(day, month, year, month_length(year, month))
        return _day(first + day - 1)
    days = [first + day - 1 for first in months if day <= month_length(*civil(first)[:2])]
    return _day(_nearest(days, origin))


def offset(match: Words, origin: From) -> Found | None:
    """`two days ago`, `a week later`, `in three months`: weeks, months and years are calendar ones, as vague as that."""
    unit, counts = _amount(match)
    direction = -1 if _said(match, "past") else 1
    if counts is None or max(counts) > _FAR:
        return None
    near, far = sorted(direction * count for count in counts)
    if unit is DateUnit.HOUR:
        # Counted from somewhere in the anchor's day.
        return Found(origin.instant + near * HOUR, origin.instant + DAY + far * HOUR, DateUnit.SPAN)
    first, last = (_span(unit, shifted(origin.instant, unit, count)) for count in (near, far))
    return first if near == far else Found(first.start, last.end, DateUnit.SPAN)


def stretch(match: Words, origin: From) -> Found | None:
    """`the past two weeks`, `the next three days`, `recent months`: up to the anchor's day, or from it on."""
    unit, counts = _amount(match)
    if counts is None or max(counts) > _FAR:
        return None
    longest = max(counts)
    if match["to_come"]:
        return Found(origin.instant, shifted(origin.instant, unit, longest) + DAY, DateUnit.SPAN)
    return Found(shifted(origin.instant, unit, -longest), origin.instant + DAY, DateUnit.SPAN)


def _amount(match: Words) -> tuple[DateUnit, tuple[int, int] | None]:
    unit, count = match["unit"], _said(match, "count")
    if count is None:
        return DateUnit(unit), VAGUE_PLURALS.get(unit)
    if count in VAGUE_NUMBERS:
        return DateUnit(unit), VAGUE_NUMBERS[count]
    number = NUMBERS[count] if count in NUMBERS else int(count)
    return DateUnit(unit), (number, number)
