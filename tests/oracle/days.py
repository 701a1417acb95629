"""Dates as seconds since 1970: the forms that the generator draws, and the calendar behind `per`, `varies by`, trends."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from fractions import Fraction

from tests.oracle.spans import Span

DAY = 86_400
EPOCH = date(1970, 1, 1).toordinal()


@dataclass(frozen=True)
class Days:
    """A date as seconds [start, end); `written` leaves out what `~` widens."""

    start: int
    end: int
    written: tuple[int, int]
    zoned: bool = False

    @property
    def span(self) -> Span:
        return Span(Fraction(self.start), Fraction(self.end), low_open=False, high_open=True)


def read_date(text: str) -> Days:
    plain = text.removesuffix("~")
    if "T" in text:
        return _instant(text)
    if re.fullmatch(r"\d{4}", plain):
        bounds = [(date(int(plain) + k, 1, 1), date(int(plain) + k + 1, 1, 1)) for k in (-1, 0, 1)]
    elif found := re.fullmatch(r"(\d{4})-Q([1-4])", plain):
        first = int(found[1]) * 12 + 3 * (int(found[2]) - 1)
        bounds = [(month_start(first + 3 * k), month_start(first + 3 * k + 3)) for k in (-1, 0, 1)]
    elif found := re.fullmatch(r"(\d{4})-(\d\d)", plain):
        first = int(found[1]) * 12 + int(found[2]) - 1
        bounds = [(month_start(first + k), month_start(first + k + 1)) for k in (-1, 0, 1)]
    else:
        day = date.fromisoformat(plain)
        bounds = [(day + timedelta(k), day + timedelta(k + 1)) for k in (-1, 0, 1)]
    start, end = seconds(bounds[1][0]), seconds(bounds[1][1])
    if plain == text:
        return Days(start, end, (start, end))
    return Days(seconds(bounds[0][0]), seconds(bounds[2][1]), (start, end))


def _instant(text: str) -> Days:
    """`2025-10-24T18:00Z`, `…+02:00`: a minute, in UTC."""
    moment = datetime.fromisoformat(text)
    zone = moment.utcoffset()
    assert zone is not None
    start = seconds(moment.date()) + moment.hour * 3600 + moment.minute * 60 - int(zone.total_seconds())
    return Days(start, start + 60, (start, start + 60), zoned=True)


def in_every_zone(days: Days, other: Days) -> tuple[int, int]:
    """A day without a zone, compared with an instant, spans that day in every zone (UTC+14 to UTC-12)."""
    if days.zoned or not other.zoned:
        return (days.start, days.end)
    return (days.start - 14 * 3600, days.end + 12 * 3600)


def month_start(months: int) -> date:
    return date(months // 12, months % 12 + 1, 1)


def seconds(day: date) -> int:
    return (day.toordinal() - EPOCH) * DAY


def day_of(second: int) -> date:
    return date.fromordinal(second // DAY + EPOCH)


def add_periods(second: int, count: int, grain: str) -> int:
    """So many days, weeks, months, quarters or years later; months run to the same day, or the month's last."""
    if grain in {"day", "week"}:
        return second + count * DAY * (7 if grain == "week" else 1)
    day = day_of(second)
    months = day.year * 12 + day.month - 1 + count * {"month": 1, "quarter": 3, "year": 12}[grain]
    year, month = months // 12, months % 12 + 1
    return seconds(date(year, month, min(day.day, monthrange(year, month)[1])))


def grain_span(days: Days, grain: str) -> tuple[int, int] | None:
    """The month, quarter … that a date as written lies within; None where it lies within none."""
    first = day_of(days.written[0])
    match grain:
        case "day":
            start, end = first, first + timedelta(1)
        case "week":
            start = first - timedelta(first.weekday())
            end = start + timedelta(7)
        case "month":
            start, end = month_start(first.year * 12 + first.month - 1), month_start(first.year * 12 + first.month)
        case "quarter":
            quarter = first.year * 12 + (first.month - 1) // 3 * 3
            start, end = month_start(quarter), month_start(quarter + 3)
        case _:
            start, end = date(first.year, 1, 1), date(first.year + 1, 1, 1)
    return (seconds(start), seconds(end)) if days.written[1] <= seconds(end) else None
