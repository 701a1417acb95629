"""What is said of a date that cannot be read. Each message is one clause; its help says what to write."""

from __future__ import annotations

from collections.abc import Sequence

from factlint.diagnostics import printable
from factlint.quantities.calendar import month_length
from factlint.quantities.calendar_words import MONTHS

_SHOWN = 40
_FORMS = "`2025`, `2025-Q4`, `2025-10`, `2025-10-27` or `2025-10-27T18:00Z`, with `~` behind it for about"


class DateError(ValueError):
    """A date that cannot be read: `message` is one clause, `help` says what to write.

    `sure`: the help names the very form to write, so that no other guess is better.
    """

    def __init__(self, message: str, help: str, *, sure: bool = True) -> None:  # noqa: A002 - the diagnostics' own word
        super().__init__(message)
        self.message = message
        self.help = help
        self.sure = sure


def suggesting(error: DateError, text: str, forms: Sequence[str]) -> DateError:
    """The error with forms that do read in its help, unless its help already knows better."""
    if error.sure or not forms:
        return error
    return DateError(not_a_date(text).message, f"write {_either(forms)}")


def empty() -> DateError:
    return DateError("there is no date here", f"write {_FORMS}")


def too_long(length: int) -> DateError:
    return DateError(f"{length:,} characters are no date", f"write {_FORMS}")


def not_a_date(text: str) -> DateError:
    return DateError(f"{_quoted(text)} is not a date", f"write {_FORMS}", sure=False)


def relative_date(text: str) -> DateError:
    return DateError(
        f"{_quoted(text)} is no date by itself", "write the day or month it stands for: `2025-10-27`, `2025-10`"
    )


def time_without_day(text: str) -> DateError:
    return DateError(f"{_quoted(text)} is a time without its day", "write both, such as `2025-10-27T18:00Z`")


def too_fine(text: str) -> DateError:
    return DateError(f"{_quoted(text)} is finer than a microsecond", "write at most six digits after the full stop")


def year_out_of_range(text: str) -> DateError:
    return DateError(f"{_quoted(text)} lies outside the years 0001 to 9999", "write a year from 0001 to 9999")


def no_such_month(text: str, year: int, month: int, day: int | None) -> DateError:
    if day is not None and 1 <= day <= 12 and 13 <= month <= month_length(year, day):
        help_ = f"write the month before the day: `{year:04}-{day:02}-{month:02}`"
    elif 33 <= month <= 36:
        help_ = f"write the quarter as `{year:04}-Q{month - 32}`"
    elif month == 0:
        help_ = f"leave it out where the month is not known: `{year:04}`"
    else:
        help_ = "months run from 01 to 12, seasons from 21 (spring) to 24 (winter)"
    return DateError(f"{_quoted(text)} does not exist: there is no month {month:02}", help_)


def no_such_day(text: str, year: int, month: int, day: int, length: int) -> DateError:
    if day == 0:
        help_ = f"leave it out where the day is not known: `{year:04}-{month:02}`"
    else:
        help_ = f"the last day of {MONTHS[month - 1]} {year:04} is `{year:04}-{month:02}-{length:02}`"
    return DateError(f"{_quoted(text)} does not exist", help_)


def no_such_week(year: int, week: int, last: int) -> DateError:
    return DateError(f"{year:04} has no week {week:02}", f"its weeks run from `{year:04}-W01` to `{year:04}-W{last}`")


def no_such_hour(text: str, hour: int) -> DateError:
    help_ = "hours run from 00 to 23"
    if hour == 24:
        help_ += "; midnight at the end of a day is `T00:00` of the next"
    return DateError(f"{_quoted(text)} has no hour {hour}", help_)


def no_such_time(minute: int, second: int) -> DateError:
    what = f"minute {minute:02}" if minute > 59 else f"second {second:02}"
    return DateError(f"there is no {what}", "minutes and seconds run from 00 to 59")


def no_such_zone(zone: str) -> DateError:
    return DateError(f"no clock on earth is set to {_quoted(zone)}", "zones run from `-12:00` to `+14:00`")


def many_ends(text: str, between: str) -> DateError:
    return DateError(
        f"{_quoted(text)} has more than two ends",
        f"write one start and one end: `2025-10-20{between}2025-10-27`",
        sure=False,
    )


def open_on_both_sides(text: str) -> DateError:
    return DateError(f"{_quoted(text)} has neither a start nor an end", "give one: `2025-10-27/..` or `../2025-10-27`")


def ends_before_it_starts(text: str, first: str, last: str) -> DateError:
    return DateError(
        f"{_quoted(text)} ends before it starts", f"write `{last}` before `{first}`, or correct one of them"
    )


def hedged_in_rule(text: str) -> DateError:
    plain = text.rstrip("?%")
    return DateError(f"{_quoted(text)} is hedged with `{text[-1]}`", f"a rule names its dates plainly: write `{plain}`")


def period_of_periods(text: str) -> DateError:
    return DateError(f"{_quoted(text)} is a period already", "write a single date on each side of `to`")


def no_such_day_of_month(day: int, month: int, year: int | None, length: int) -> DateError:
    when = MONTHS[month - 1] if year is None else f"{MONTHS[month - 1]} {year:04}"
    return DateError(f"there is no {day} {when}", f"its last day is {length} {when}")


def no_such_day_in_any_month(day: int) -> DateError:
    return DateError(f"no month has a day {day}", "days run from the 1st to the 31st")


def wrong_weekday(date: str, written: str, is_: str) -> DateError:
    return DateError(f"`{date}` is a {is_}, not a {written}", f"write {is_}, or correct the date")


def _quoted(text: str) -> str:
    return f"`{printable(text if len(text) <= _SHOWN else text[:_SHOWN] + '…')}`"


def _either(forms: Sequence[str]) -> str:
    return " or ".join(f"`{form}`" for form in forms)
