"""Dates as documents write them: EDTF level 1, quarters and weeks, each a span of UTC time."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factlint.quantities.calendar import (
    DAY,
    add_months,
    calendar_key,
    civil,
    day_number,
    iso,
    month_length,
    unit_key,
    unit_span,
)
from factlint.quantities.dates import DateError, certainly_later, parse_date, parse_period, show_date, within_span
from factlint.quantities.values import DateSpan, DateUnit

days = st.integers(day_number(1, 1, 1), day_number(9999, 12, 31))
instants = st.integers(day_number(2, 1, 1) * DAY, day_number(9998, 12, 31) * DAY)


def written(number: int) -> str:
    return unit_key(DateUnit.DAY, number * DAY)


def ends(span: DateSpan) -> tuple[str | None, str | None]:
    """Start and end, without what every midnight has in common."""
    start, end = (None if at is None else iso(at).replace("T00:00:00Z", "") for at in (span.start, span.end))
    return start, end


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("2025", "2025-01-01", "2026-01-01"),
        ("2025-Q1", "2025-01-01", "2025-04-01"),
        ("2025-Q4", "2025-10-01", "2026-01-01"),
        ("2025-03", "2025-03-01", "2025-04-01"),
        ("2024-02", "2024-02-01", "2024-03-01"),  # a leap day inside
        ("2025-12", "2025-12-01", "2026-01-01"),
        ("2025-03-04", "2025-03-04", "2025-03-05"),
        ("2024-02-29", "2024-02-29", "2024-03-01"),
        ("2000-02-29", "2000-02-29", "2000-03-01"),
        ("  2025-03-04 ", "2025-03-04", "2025-03-05"),
        # a time spans as much as it says
        ("2025-03-04T18:00Z", "2025-03-04T18:00:00Z", "2025-03-04T18:01:00Z"),
        ("2025-03-04T18:00", "2025-03-04T18:00:00Z", "2025-03-04T18:01:00Z"),
        ("2025-03-04T18:00:30+03:00", "2025-03-04T15:00:30Z", "2025-03-04T15:00:31Z"),
        ("2025-03-04T01:30-05:30", "2025-03-04T07:00:00Z", "2025-03-04T07:01:00Z"),
        ("2025-03-04T18Z", "2025-03-04T18:00:00Z", "2025-03-04T19:00:00Z"),
        ("2025-03-04T18:00:00.25Z", "2025-03-04T18:00:00.25Z", "2025-03-04T18:00:00.26Z"),
        ("2025-03-04T18:00:00.000001Z", "2025-03-04T18:00:00.000001Z", "2025-03-04T18:00:00.000002Z"),
        ("2025-01-01T01:00+14:00", "2024-12-31T11:00:00Z", "2024-12-31T11:01:00Z"),
        # weeks and seasons
        ("2025-W01", "2024-12-30", "2025-01-06"),
        ("2020-W53", "2020-12-28", "2021-01-04"),
        ("2025-21", "2025-03-01", "2025-06-01"),
        ("2025-24", "2025-12-01", "2026-03-01"),
        # what is not specified
        ("202X", "2020-01-01", "2030-01-01"),
        ("19XX", "1900-01-01", "2000-01-01"),
        ("00XX", "0001-01-01", "0100-01-01"),  # there is no year 0
        ("2025-XX", "2025-01-01", "2026-01-01"),
        ("2025-XX-XX", "2025-01-01", "2026-01-01"),
        ("2025-03-XX", "2025-03-01", "2025-04-01"),
        # hedges: as much again on both sides
        ("2025-03-04~", "2025-03-03", "2025-03-06"),
        ("2025-03-04?", "2025-03-03", "2025-03-06"),
        ("2025-03-04%", "2025-03-03", "2025-03-06"),
        ("2025-03~", "2025-02-01", "2025-05-01"),
        ("2025-Q1~", "2024-10-01", "2025-07-01"),
        ("2025-W10~", "2025-02-24", "2025-03-17"),
        ("2025~", "2024-01-01", "2027-01-01"),
        ("202X~", "2010-01-01", "2040-01-01"),
        ("2025-21~", "2024-12-01", "2025-09-01"),
        ("2025-03-04T18:00Z~", "2025-03-04T17:59:00Z", "2025-03-04T18:02:00Z"),
        ("0001~", "0000-01-01", "0003-01-01"),
        ("9999~", "9998-01-01", "10001-01-01"),
        # intervals hold all of their end
        ("2025-03/2025-05", "2025-03-01", "2025-06-01"),
        ("2025-03-30/2025-04", "2025-03-30", "2025-05-01"),
        ("2025-03-04/2025-03-04", "2025-03-04", "2025-03-05"),
        ("2025-03-30/2025-03", "2025-03-30", "2025-04-01"),
        ("2025-03~/2025-05?", "2025-02-01", "2025-07-01"),
        ("../2025-03", None, "2025-04-01"),
        ("/2025-03", None, "2025-04-01"),
        ("2025-03/..", "2025-03-01", None),
        ("2025-03/", "2025-03-01", None),
        # one end in a zone: the other end is its day in every zone
        ("2025-03-04T18:00Z/2025-03-06", "2025-03-04T18:00:00Z", "2025-03-07T12:00:00Z"),
        ("2025-03-04/2025-03-06T18:00Z", "2025-03-03T10:00:00Z", "2025-03-06T18:01:00Z"),
    ],
)
def test_a_date_is_a_span_of_utc_time(text: str, start: str | None, end: str | None) -> None:
    assert ends(parse_date(text)) == (start, end)


def test_a_hedge_widens_the_span_and_leaves_what_was_written() -> None:
    plain, hedged = parse_date("2025-10"), parse_date("2025-10~")
    assert (hedged.written_start, hedged.written_end) == (plain.start, plain.end)
    assert hedged.hedged
    assert not plain.hedged


@pytest.mark.parametrize(
    ("text", "zoned"),
    [("2025-03-04", False), ("2025-03-04T18:00", False), ("2025-03-04T18:00Z", True), ("2025-03-04T18:00+03:00", True)],
)
def test_only_a_time_with_a_zone_is_an_instant(text: str, zoned: bool) -> None:
    assert parse_date(text).zoned is zoned


@pytest.mark.parametrize(
    ("text", "says", "helps"),
    [
        ("", "no date", "2025-10-27"),
        ("2025-02-30", "does not exist", "`2025-02-28`"),
        ("2024-02-30", "does not exist", "`2024-02-29`"),
        ("1900-02-29", "does not exist", "`1900-02-28`"),
        ("2025-04-31", "does not exist", "`2025-04-30`"),
        ("2025-13-01", "no month 13", "`2025-01-13`"),
        ("2025-31-02", "no month 31", "01 to 12"),  # 31 February is no better
        ("2025-00", "no month 00", "`2025`"),
        ("2025-03-00", "does not exist", "`2025-03`"),
        ("2025-34", "no month 34", "`2025-Q2`"),
        ("04/03/2025", "is not a date", "`2025-03-04` or `2025-04-03`"),
        ("13/03/2025", "is not a date", "`2025-03-13`"),
        ("4 March 2025", "is not a date", "`2025-03-04`"),
        ("Tuesday, March 4th, 2025", "is not a date", "`2025-03-04`"),
        ("the 4th of March 2025", "is not a date", "`2025-03-04`"),
        ("Mar 2025", "is not a date", "`2025-03`"),
        ("2025/03/04", "is not a date", "`2025-03-04`"),
        ("2025-3-4", "is not a date", "`2025-03-04`"),
        ("20250304", "is not a date", "`2025-03-04`"),
        ("2025–03–04", "is not a date", "`2025-03-04`"),
        ("2025-063", "is not a date", "`2025-03-04`"),
        ("2025-W10-2", "is not a date", "`2025-03-04`"),
        ("2025-03-04 18:00", "is not a date", "`2025-03-04T18:00`"),
        ("2025-03-04 18:00 UTC", "is not a date", "`2025-03-04T18:00Z`"),
        ("Q1 2025", "is not a date", "`2025-Q1`"),
        ("spring 2025", "is not a date", "`2025-21`"),
        ("the 1990s", "is not a date", "`199X`"),
        ("c. 2025", "is not a date", "`2025~`"),
        ("2025?-03", "is not a date", "`2025-03~`"),
        ("since 2025-03", "is not a date", "`2025-03/..`"),
        ("2025-03 to 2025-05", "is not a date", "`2025-03/2025-05`"),
        ("2025-W53", "no week 53", "`2025-W52`"),
        ("2025-03-04T24:00Z", "no hour 24", "of the next"),
        ("2025-03-04T18:60Z", "no minute 60", "00 to 59"),
        ("2025-03-04T18:00:60Z", "no second 60", "00 to 59"),
        ("2025-03-04T18:00+19:00", "no clock", "-12:00"),
        ("2025-03-04T18:00:00.1234567Z", "finer than a microsecond", "six digits"),
        ("18:00", "without its day", "T18:00Z"),
        ("-0044", "outside the years", "0001 to 9999"),
        ("44 BC", "outside the years", "0001 to 9999"),
        ("0000", "outside the years", "0001 to 9999"),
        ("12025", "outside the years", "0001 to 9999"),
        ("Y17000", "outside the years", "0001 to 9999"),
        ("2025-05/2025-03", "ends before it starts", "`2025-03` before `2025-05`"),
        ("../..", "neither a start nor an end", "/.."),
        ("2025/2026/2027", "more than two ends", "one start and one end"),
        ("Wednesday", "no date by itself", "2025-10-27"),
        ("last week", "no date by itself", "2025-10-27"),
        ("soon", "is not a date", "2025-Q4"),
        ("{0.__class__}", "is not a date", "2025-Q4"),
        ("x" * 5_000_000, "5,000,000 characters", "2025-Q4"),
        ("2025-03-\x1b[31m", "2025-03-\\u{1b}[31m", "2025-Q4"),  # nothing a terminal would act on
    ],
)
def test_what_is_no_date_is_told_what_to_write(text: str, says: str, helps: str) -> None:
    with pytest.raises(DateError) as caught:
        parse_date(text)
    assert says in caught.value.message
    assert helps in caught.value.help
    assert not caught.value.message.endswith(".")
    assert len(caught.value.message) < 200


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("2025-10", "2025-10-01", "2025-11-01"),
        ("2025-10 to 2025-12", "2025-10-01", "2026-01-01"),
        ("2025-10-20  to  2025-10-27", "2025-10-20", "2025-10-28"),  # all of the last day
        ("2025 to 2025-03", "2025-01-01", "2025-04-01"),
        ("2025-10~", "2025-09-01", "2025-12-01"),
    ],
)
def test_a_period_of_a_rule(text: str, start: str, end: str) -> None:
    assert ends(parse_period(text)) == (start, end)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("2025-10?", "hedged with `?`"),
        ("2025-10 to 2025-12%", "hedged with `%`"),
        ("2025 to 2024", "ends before it starts"),
        ("2025/2026 to 2027", "a period already"),
        ("2025 to 2026 to 2027", "more than two ends"),
        ("2025 to Wednesday", "no date by itself"),
    ],
)
def test_what_is_no_period_of_a_rule(text: str, says: str) -> None:
    with pytest.raises(DateError, match=says):
        parse_period(text)


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("2025-10-27", ("2025-10-27", "2025-W44", "2025-10", "2025-Q4", "2025")),
        ("2025-10-27T23:59Z", ("2025-10-27", "2025-W44", "2025-10", "2025-Q4", "2025")),
        ("2025-W44", (None, "2025-W44", None, "2025-Q4", "2025")),  # 27 October to 2 November
        ("2025-10", (None, None, "2025-10", "2025-Q4", "2025")),
        ("2025-10~", (None, None, "2025-10", "2025-Q4", "2025")),  # as written
        ("2025-12-30~", ("2025-12-30", "2026-W01", "2025-12", "2025-Q4", "2025")),
        ("2025-Q4", (None, None, None, "2025-Q4", "2025")),
        ("2025", (None, None, None, None, "2025")),
        ("2025-24", (None, None, None, None, None)),  # a winter lies in two years
        ("2025-10-24/2025-10-25", (None, "2025-W43", "2025-10", "2025-Q4", "2025")),
        ("2025-10-31/2025-11-01", (None, "2025-W44", None, "2025-Q4", "2025")),
        ("2025-10/..", (None, None, None, None, None)),
    ],
)
def test_the_calendar_spans_a_date_lies_wholly_within(text: str, keys: tuple[str | None, ...]) -> None:
    span = parse_date(text)
    assert tuple(calendar_key(span, grain) for grain in ("day", "week", "month", "quarter", "year")) == keys


@pytest.mark.parametrize(
    ("start", "months", "end"),
    [
        ("2025-01-31", 1, "2025-02-28"),  # or its last
        ("2024-01-31", 1, "2024-02-29"),
        ("2025-03-31", -1, "2025-02-28"),
        ("2025-10-15", 3, "2026-01-15"),
        ("2025-01-15", -13, "2023-12-15"),
        ("2024-02-29", 12, "2025-02-28"),
    ],
)
def test_a_month_later_is_the_same_day_of_the_next_month(start: str, months: int, end: str) -> None:
    at = parse_date(start).start
    assert at is not None
    assert add_months(at + 7, months) == (parse_date(end).start or 0) + 7


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("2025-10~", "2025-10~"),
        ("../2025", "../2025"),
        ("2025-10 to 2025-12", "2025-Q4"),
        ("2025-10-20 to 2025-10", "2025-10-20/2025-10-31"),
    ],
)
def test_a_date_is_shown_as_written_where_that_is_edtf(text: str, shown: str) -> None:
    assert show_date(parse_period(text)) == shown


@pytest.mark.parametrize(
    ("inner", "outer", "inside"),
    [
        ("2025-10-27", "2025-10", True),
        ("2025-10-27~", "2025-10", True),
        ("2025-10-31~", "2025-10", False),  # straddles
        ("2025-W44", "2025-10", False),
        ("2025-10", "2025-10", True),
        ("2025-10", "2025-10/..", True),
        ("../2025-10", "2025", False),
        ("2025-10-27T23:30-05:00", "2025-10-27", True),  # a day without a zone is that day in every zone
        ("2025-10-27", "2025-10-27T00:00Z/2025-10-27T23:59Z", False),
        ("2025-10-27T18:00Z", "2025-10-27T18Z", True),
    ],
)
def test_within(inner: str, outer: str, inside: bool) -> None:
    assert within_span(parse_date(inner), parse_date(outer)) is inside


@pytest.mark.parametrize(
    ("later", "earlier", "certainly"),
    [
        ("2025-03-31", "2025-03-30", True),  # 0 h apart
        ("2025-03-31", "2025-03", False),
        ("2025-03-31~", "2025-03-30", False),
        ("2025-04", "2025-03", True),
        ("2025-03-31T02:00Z", "2025-03-30", False),  # still 30 March, somewhere
        ("2025-03-31T12:00Z", "2025-03-30", True),
        ("2025-04/..", "../2025-03", True),
        ("2025-03", "2025-04", False),
    ],
)
def test_certainly_later(later: str, earlier: str, certainly: bool) -> None:
    assert certainly_later(parse_date(later), parse_date(earlier)) is certainly


@given(days)
def test_a_day_lies_in_its_week_month_quarter_and_year(number: int) -> None:
    day = parse_date(written(number))
    for grain in ("week", "month", "quarter", "year"):
        key = calendar_key(day, grain)
        assert key is not None
        if 1 <= int(key[:4]) <= 9999:  # the first and last weeks may belong to years that are not written
            assert within_span(day, parse_date(key))


@given(days, days)
def test_days_are_ordered_as_they_are_written(one: int, other: int) -> None:
    assert certainly_later(parse_date(written(one)), parse_date(written(other))) is (one > other)


@given(st.integers(-(10**7), 10**7))
def test_a_day_number_and_its_civil_date_are_one(number: int) -> None:
    year, month, day = civil(number)
    assert 1 <= day <= month_length(year, month)
    assert day_number(year, month, day) == number


@pytest.mark.parametrize("year", [1600, 1700, 1900, 1999, 2000, 2004, 2024, 2100, 2399, 2400])
def test_the_ends_of_months_and_centuries_are_where_the_calendar_has_them(year: int) -> None:
    for month, day in ((1, 1), (2, 28), (3, 1), (12, 30), (12, 31)):
        number = dt.date(year, month, day).toordinal() - dt.date(1970, 1, 1).toordinal()
        assert day_number(year, month, day) == number
        assert civil(number) == (year, month, day)


@given(instants)
def test_an_instant_round_trips_through_iso(at: int) -> None:
    assert parse_date(iso(at)).start == at


@given(instants, st.sampled_from([unit for unit in DateUnit if unit is not DateUnit.SPAN]))
def test_every_instant_lies_in_its_unit(at: int, unit: DateUnit) -> None:
    start, end = unit_span(unit, at)
    assert start <= at < end
    assert unit_span(unit, start) == unit_span(unit, end - 1) == (start, end)


@given(instants, st.integers(-600, 600))
def test_months_forth_and_back_lose_only_the_end_of_a_month(at: int, months: int) -> None:
    back = add_months(add_months(at, months), -months)
    assert 0 <= at - back <= 3 * DAY
    if civil(at // DAY)[2] <= 28:
        assert back == at


@given(st.text(max_size=40) | st.from_regex(r"\A[0-9XQWTZ?~%/.:+-]{1,30}\Z"))
def test_any_text_is_a_date_or_an_error_that_helps(text: str) -> None:
    for read in (parse_date, parse_period):
        try:
            span = read(text)
        except DateError as error:
            problem = error
            span = None
        if span is None:
            assert problem.message
            assert problem.help
        else:
            assert span.start is None or span.end is None or span.start < span.end
            assert ends(parse_date(show_date(span))) == ends(span)
