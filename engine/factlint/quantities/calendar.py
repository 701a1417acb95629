"""The calendar: days, weeks, months, quarters and years as whole microseconds since 1970-01-01T00:00Z.

The Gregorian calendar, reckoned backwards as well, in plain integers: `datetime` ends at the year 9999, and a hedge
around a date near either end must not fail.

Source of the day numbers: H. Hinnant, "chrono-Compatible Low-Level Date Algorithms" (days_from_civil and its inverse);
of the weeks: ISO 8601 (a week belongs to the year that holds its Thursday).
"""

from __future__ import annotations

from typing import Literal

from factlint.quantities.values import MICROSECONDS, DateSpan, DateUnit

Grain = Literal["day", "week", "month", "quarter", "year"]
"""What a property may vary by."""

SECOND = MICROSECONDS
MINUTE = 60 * SECOND
HOUR = 60 * MINUTE
DAY = 24 * HOUR
WEEK = 7 * DAY

_FIXED = {
    DateUnit.SECOND: SECOND,
    DateUnit.MINUTE: MINUTE,
    DateUnit.HOUR: HOUR,
    DateUnit.DAY: DAY,
    DateUnit.WEEK: WEEK,
}
_MONTHS = {
    DateUnit.MONTH: 1,
    DateUnit.QUARTER: 3,
    DateUnit.SEASON: 3,
    DateUnit.YEAR: 12,
    DateUnit.DECADE: 120,
    DateUnit.CENTURY: 1200,
}
_THURSDAY = 3  # 1970-01-01 was one; weekdays count from Monday, 0
_LENGTHS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def day_number(year: int, month: int, day: int) -> int:
    """Days from 1970-01-01 to this day."""
    # Years are taken to begin in March, so that the leap day comes last.
    year -= month <= 2
    era, of_era = divmod(year, 400)
    of_year = (153 * ((month + 9) % 12) + 2) // 5 + day - 1
    return era * 146_097 + of_era * 365 + of_era // 4 - of_era // 100 + of_year - 719_468


def civil(number: int) -> tuple[int, int, int]:
    """Year, month and day of a day number: the inverse of `day_number`."""
    era, of_era = divmod(number + 719_468, 146_097)
    year_of_era = (of_era - of_era // 1460 + of_era // 36_524 - of_era // 146_096) // 365
    of_year = of_era - (365 * year_of_era + year_of_era // 4 - year_of_era // 100)
    march_month = (5 * of_year + 2) // 153
    month = (march_month + 2) % 12 + 1
    return year_of_era + era * 400 + (month <= 2), month, of_year - (153 * march_month + 2) // 5 + 1


def month_length(year: int, month: int) -> int:
    """Days in a month."""
    leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    return 29 if month == 2 and leap else _LENGTHS[month - 1]


def midnight(year: int, month: int = 1, day: int = 1) -> int:
    """The instant at which a day begins."""
    return day_number(year, month, day) * DAY


def weekday(number: int) -> int:
    """Monday 0 … Sunday 6."""
    return (number + _THURSDAY) % 7


def iso_week(number: int) -> tuple[int, int]:
    """The ISO year and week that a day lies in."""
    thursday = number - weekday(number) + _THURSDAY
    year = civil(thursday)[0]
    return year, (thursday - day_number(year, 1, 1)) // 7 + 1


def weeks_in(year: int) -> int:
    """52 or 53: 28 December always lies in a year's last week."""
    return iso_week(day_number(year, 12, 28))[1]


def add_months(microseconds: int, count: int) -> int:
    """So many months later (earlier, if negative), on the same day of the month or its last, at the same time of day."""
    number, time = divmod(microseconds, DAY)
    year, month, day = civil(number)
    years, months = divmod(month - 1 + count, 12)
    year, month = year + years, months + 1
    return midnight(year, month, min(day, month_length(year, month))) + time


def shifted(microseconds: int, unit: DateUnit, count: int) -> int:
    """So many units later; months, quarters … by the calendar. A span has no unit of its own, and stays."""
    if unit in _FIXED:
        return microseconds + count * _FIXED[unit]
    return add_months(microseconds, count * _MONTHS.get(unit, 0))


def unit_start(unit: DateUnit, microseconds: int) -> int:
    """Where the second … year (decade, century) that holds an instant begins."""
    if unit is DateUnit.WEEK:
        number = microseconds // DAY
        return (number - weekday(number)) * DAY
    if unit in _FIXED:
        return microseconds - microseconds % _FIXED[unit]
    year, month, _ = civil(microseconds // DAY)
    if unit is DateUnit.SEASON:
        return add_months(midnight(year, month), -(month % 3))  # seasons begin in March, June, September, December
    # January of the year 0 is month 0, so that decades and centuries begin at years that end in 0 and 00.
    months = year * 12 + month - 1
    months -= months % _MONTHS[unit]
    return midnight(months // 12, months % 12 + 1)


def unit_span(unit: DateUnit, microseconds: int) -> tuple[int, int]:
    """Start and end of the unit that holds an instant."""
    start = unit_start(unit, microseconds)
    return start, shifted(start, unit, 1)


def calendar_key(span: DateSpan, grain: Grain) -> str | None:
    """The day … year that a date as written lies wholly within; None where it lies in no single one.

    `2025-10-27`, `2025-W44`, `2025-10`, `2025-Q4`, `2025`. A hedge does not count: `2025-10~` lies in October. An
    instant written with a zone lies in the day that it is in UTC.
    """
    if span.written_start is None or span.written_end is None:
        return None
    unit = DateUnit(grain)
    start, end = unit_span(unit, span.written_start)
    return unit_key(unit, start) if span.written_end <= end else None


def unit_key(unit: DateUnit, start: int) -> str:
    """How the day, week, month, quarter or year that begins at `start` is written."""
    number = start // DAY
    year, month, day = civil(number)
    match unit:
        case DateUnit.WEEK:
            iso_year, week = iso_week(number)
            return f"{_year(iso_year)}-W{week:02}"
        case DateUnit.YEAR:
            return _year(year)
        case DateUnit.QUARTER:
            return f"{_year(year)}-Q{(month + 2) // 3}"
        case DateUnit.MONTH:
            return f"{_year(year)}-{month:02}"
        case DateUnit.DAY:
            return f"{_year(year)}-{month:02}-{day:02}"
        case _:
            raise ValueError(f"no key is written for a {unit}")


def iso(microseconds: int) -> str:
    """An instant as ISO 8601 in UTC: `2025-10-24T00:00:00Z`, with a fraction only where there is one."""
    number, time = divmod(microseconds, DAY)
    seconds, fraction = divmod(time, SECOND)
    clock = f"{seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02}"
    decimals = f".{fraction:06}".rstrip("0") if fraction else ""
    return f"{unit_key(DateUnit.DAY, number * DAY)}T{clock}{decimals}Z"


def _year(year: int) -> str:
    return f"{year:04}" if year >= 0 else f"-{-year:04}"
