"""The forms of EDTF that are read, one function a form, and a table of them.

Each yields the span that it covers; what behind it hedges the date widens that by its own unit.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from factlint.quantities import date_messages as messages
from factlint.quantities.calendar import (
    DAY,
    HOUR,
    MINUTE,
    SECOND,
    midnight,
    month_length,
    shifted,
    unit_span,
    weeks_in,
)
from factlint.quantities.calendar_words import MONTH_NUMBER, WEEKDAY_NUMBER, names
from factlint.quantities.date_messages import DateError
from factlint.quantities.values import ZONES_EAST, ZONES_WEST, DateSpan, DateUnit

LONGEST: Final = 100
"""Characters of a date: the longest that EDTF allows here, an interval of two instants, has 71."""

_HEDGES: Final = "?~%"


def reads(text: str) -> bool:
    """Whether a text is a date."""
    try:
        read(text)
    except DateError:
        return False
    return True


@lru_cache(maxsize=4096)
def read(text: str) -> DateSpan:
    """The span of a date or interval.

    Raises:
        DateError: it is neither; its help is `sure` only where it names the very form to write.
    """
    if len(text) > LONGEST:
        raise messages.too_long(len(text))
    written = text.strip()
    if not written:
        raise messages.empty()
    if "/" not in written:
        return _single(written)
    ends = written.split("/")
    if len(ends) > 2:
        raise messages.many_ends(written, "/")
    first, last = (None if end in {"", ".."} else _single(end) for end in ends)
    return joined(written, first, last)


def joined(text: str, first: DateSpan | None, last: DateSpan | None) -> DateSpan:
    """From the start of one date to the end of another; None is open."""
    if first is None and last is None:
        raise messages.open_on_both_sides(text)
    if first is not None and last is not None:
        assert first.written_start is not None
        assert last.written_end is not None
        if first.written_start >= last.written_end:
            raise messages.ends_before_it_starts(text, first.text, last.text)
    zoned = any(end is not None and end.zoned for end in (first, last))
    start = None if first is None else first.start
    end = None if last is None else last.end
    # An instant at one end makes the whole an instant; so the other end, a day without a zone, is that day in all zones.
    if zoned and first is not None and not first.zoned and start is not None:
        start -= ZONES_EAST
    if zoned and last is not None and not last.zoned and end is not None:
        end += ZONES_WEST
    return DateSpan(
        text=text,
        start=start,
        end=end,
        written_start=None if first is None else first.written_start,
        written_end=None if last is None else last.written_end,
        unit=DateUnit.SPAN,
        zoned=zoned,
        hedged=any(end is not None and end.hedged for end in (first, last)),
    )


@dataclass(frozen=True, slots=True)
class _Plain:
    """A date without its hedge."""

    start: int
    end: int
    unit: DateUnit
    zoned: bool = False


def _single(text: str) -> DateSpan:
    body = text[:-1] if text[-1] in _HEDGES else text
    hedged = body != text
    for pattern, shape in _SHAPES:
        if match := pattern.fullmatch(body):
            plain = shape(text, match)
            break
    else:
        raise _unread(text)
    return DateSpan(
        text=text,
        start=shifted(plain.start, plain.unit, -1) if hedged else plain.start,
        end=shifted(plain.end, plain.unit, 1) if hedged else plain.end,
        written_start=plain.start,
        written_end=plain.end,
        unit=plain.unit,
        zoned=plain.zoned,
        hedged=hedged,
    )


def _unread(text: str) -> DateError:
    """Why a text of none of the shapes is no date, as closely as can be told."""
    for pattern, message in _NO_SHAPES:
        if pattern.search(text):
            return message(text)
    return messages.not_a_date(text)


def _year(text: str, digits: str) -> int:
    year = int(digits)
    if year == 0:
        raise messages.year_out_of_range(text)
    return year


def _unit(unit: DateUnit, year: int, month: int = 1, day: int = 1) -> _Plain:
    start, end = unit_span(unit, midnight(year, month, day))
    return _Plain(start, end, unit)


def _whole_year(text: str, match: re.Match[str]) -> _Plain:
    return _unit(DateUnit.YEAR, _year(text, match[1]))


def _unspecified_years(unit: DateUnit, missing: int) -> Callable[[str, re.Match[str]], _Plain]:
    def years(_: str, match: re.Match[str]) -> _Plain:
        first = int(match[1]) * 10**missing
        plain = _unit(unit, first)
        return plain if first else _Plain(midnight(1), plain.end, unit)  # there is no year 0

    return years


def _quarter(text: str, match: re.Match[str]) -> _Plain:
    return _unit(DateUnit.QUARTER, _year(text, match[1]), 3 * int(match[2]) - 2)


def _week(text: str, match: re.Match[str]) -> _Plain:
    year, week = _year(text, match[1]), int(match[2])
    if not 1 <= week <= weeks_in(year):
        raise messages.no_such_week(year, week, weeks_in(year))
    start, _ = unit_span(DateUnit.WEEK, midnight(year, 1, 4))  # 4 January always lies in the first week
    start = shifted(start, DateUnit.WEEK, week - 1)
    return _Plain(start, shifted(start, DateUnit.WEEK, 1), DateUnit.WEEK)


def _month_or_season(text: str, match: re.Match[str]) -> _Plain:
    year, number = _year(text, match[1]), int(match[2])
    if 21 <= number <= 24:
        return _unit(DateUnit.SEASON, year, 3 * (number - 20))
    return _unit(DateUnit.MONTH, year, _month(text, year, number))


def _month(text: str, year: int, month: int, day: int | None = None) -> int:
    if not 1 <= month <= 12:
        raise messages.no_such_month(text, year, month, day)
    return month


def _some_day(text: str, match: re.Match[str]) -> _Plain:
    year = _year(text, match[1])
    return _unit(DateUnit.MONTH, year, _month(text, year, int(match[2])))


def _midnight(text: str, match: re.Match[str]) -> int:
    year, month, day = _year(text, match["year"]), int(match["month"]), int(match["day"])
    _month(text, year, month, day)
    if not 1 <= day <= month_length(year, month):
        raise messages.no_such_day(text, year, month, day, month_length(year, month))
    return midnight(year, month, day)


def _whole_day(text: str, match: re.Match[str]) -> _Plain:
    start = _midnight(text, match)
    return _Plain(start, start + DAY, DateUnit.DAY)


def _time(text: str, match: re.Match[str]) -> _Plain:
    start = _midnight(text, match)
    hour, minute, second = (int(match[part] or 0) for part in ("hour", "minute", "second"))
    if hour > 23:
        raise messages.no_such_hour(text, hour)
    if minute > 59 or second > 59:
        raise messages.no_such_time(minute, second)
    start += hour * HOUR + minute * MINUTE + second * SECOND
    unit, length = DateUnit.HOUR, HOUR
    if match["minute"]:
        unit, length = DateUnit.MINUTE, MINUTE
    if match["second"]:
        unit, length = DateUnit.SECOND, SECOND
    if decimals := match["decimals"]:
        # A fraction of a second spans its own last digit, as a minute spans its minute.
        length = SECOND // 10 ** len(decimals)
        start += int(decimals) * length
    offset = _offset(match)
    return _Plain(start - offset, start - offset + length, unit, zoned=match["zone"] is not None)


def _offset(match: re.Match[str]) -> int:
    """How far a zone's clocks are ahead of UTC."""
    if match["sign"] is None:
        return 0
    ahead = int(match["zone_hours"]) * HOUR + int(match["zone_minutes"] or 0) * MINUTE
    if ahead > (ZONES_EAST if match["sign"] == "+" else ZONES_WEST) or int(match["zone_minutes"] or 0) > 59:
        raise messages.no_such_zone(match["zone"])
    return ahead if match["sign"] == "+" else -ahead


_DAY = r"(?P<year>\d{4})-(?P<month>\d\d)-(?P<day>\d\d)"
_CLOCK = r"(?P<hour>\d\d)(?::(?P<minute>\d\d)(?::(?P<second>\d\d)(?:\.(?P<decimals>\d{1,6}))?)?)?"
_ZONE = r"(?P<zone>Z|(?P<sign>[+-])(?P<zone_hours>\d\d)(?::?(?P<zone_minutes>\d\d))?)?"

_SHAPES: tuple[tuple[re.Pattern[str], Callable[[str, re.Match[str]], _Plain]], ...] = tuple(
    (re.compile(pattern, re.ASCII), shape)
    for pattern, shape in (
        (_DAY, _whole_day),
        (r"(\d{4})-(\d\d)", _month_or_season),
        (r"(\d{4})", _whole_year),
        (_DAY + "T" + _CLOCK + _ZONE, _time),
        (r"(\d{4})-Q([1-4])", _quarter),
        (r"(\d{4})-W(\d\d)", _week),
        (r"(\d{4})-(\d\d)-XX", _some_day),
        (r"(\d{4})-XX(?:-XX)?", _whole_year),
        (r"(\d{3})X", _unspecified_years(DateUnit.DECADE, 1)),
        (r"(\d\d)XX", _unspecified_years(DateUnit.CENTURY, 2)),
    )
)

_NO_SHAPES: tuple[tuple[re.Pattern[str], Callable[[str], DateError]], ...] = tuple(
    (re.compile(pattern, re.ASCII | re.IGNORECASE), message)
    for pattern, message in (
        (r"^-\d+(-\d\d)*$|^y-?\d+$|^(?!\d{8}$)\d{5,}(-\d\d)*$|\b(bce?|b\.c\.)", messages.year_out_of_range),
        (r":\d\d\.\d{7,}", messages.too_fine),
        (r"^T?\d{1,2}:\d\d(:\d\d)?Z?$", messages.time_without_day),
        (
            rf"^(?!.*\d{{4}})(.*\s)?({names(WEEKDAY_NUMBER)}|{names(MONTH_NUMBER)}|today|yesterday|tomorrow|week|month|year)\b",
            messages.relative_date,
        ),
    )
)
