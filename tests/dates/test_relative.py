"""Dates counted from an anchor, as newspapers write them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factlint.quantities.calendar import DAY, calendar_key, day_number, unit_key
from factlint.quantities.dates import DateError, parse_date, show_date
from factlint.quantities.relative import parse_relative
from factlint.quantities.values import DateUnit

FRIDAY = "2025-10-24"


def meant(text: str, anchor: str = FRIDAY, *, future: bool = False) -> str | None:
    span = parse_relative(text, parse_date(anchor), future)
    return None if span is None else show_date(span)


@pytest.mark.parametrize(
    ("text", "past", "future"),
    [
        ("today", "2025-10-24", "2025-10-24"),
        ("yesterday", "2025-10-23", "2025-10-23"),
        ("tomorrow", "2025-10-25", "2025-10-25"),
        ("the day before yesterday", "2025-10-22", "2025-10-22"),
        ("earlier today", "2025-10-24", "2025-10-24"),
        ("yesterday evening", "2025-10-23", "2025-10-23"),
        ("last night", "2025-10-23/2025-10-24", "2025-10-23/2025-10-24"),
        # a bare weekday: the last on or before, or the next on or after
        ("Wednesday", "2025-10-22", "2025-10-29"),
        ("on Wednesday", "2025-10-22", "2025-10-29"),
        ("Wed.", "2025-10-22", "2025-10-29"),
        ("Weds", "2025-10-22", "2025-10-29"),
        ("Friday", "2025-10-24", "2025-10-24"),
        ("late on Wednesday", "2025-10-22", "2025-10-29"),
        ("Wednesday morning", "2025-10-22", "2025-10-29"),
        ("last Wednesday", "2025-10-22", "2025-10-22"),
        ("last Friday", "2025-10-17", "2025-10-17"),  # not today
        ("next Friday", "2025-10-31", "2025-10-31"),
        ("this Wednesday", "2025-10-22", "2025-10-22"),
        ("this coming Wednesday", "2025-10-29", "2025-10-29"),
        ("Wednesday of last week", "2025-10-15", "2025-10-15"),
        ("next week on Friday", "2025-10-31", "2025-10-31"),
        # weeks run from Monday
        ("this week", "2025-10-20/2025-10-26", "2025-10-20/2025-10-26"),
        ("last week", "2025-10-13/2025-10-19", "2025-10-13/2025-10-19"),
        ("next week", "2025-10-27/2025-11-02", "2025-10-27/2025-11-02"),
        ("earlier this week", "2025-10-20/2025-10-24", "2025-10-20/2025-10-24"),
        ("later this week", "2025-10-24/2025-10-26", "2025-10-24/2025-10-26"),
        ("early next week", "2025-10-27/2025-10-29", "2025-10-27/2025-10-29"),
        ("mid last week", "2025-10-15/2025-10-17", "2025-10-15/2025-10-17"),
        ("the weekend", "2025-10-18/2025-10-19", "2025-10-25/2025-10-26"),
        ("at the weekend", "2025-10-18/2025-10-19", "2025-10-25/2025-10-26"),
        ("this weekend", "2025-10-25/2025-10-26", "2025-10-25/2025-10-26"),
        ("last weekend", "2025-10-18/2025-10-19", "2025-10-18/2025-10-19"),
        ("next weekend", "2025-10-25/2025-10-26", "2025-10-25/2025-10-26"),
        # months, quarters, years
        ("this month", "2025-10", "2025-10"),
        ("last month", "2025-09", "2025-09"),
        ("next month", "2025-11", "2025-11"),
        ("earlier this month", "2025-10-01/2025-10-24", "2025-10-01/2025-10-24"),
        ("later in the year", "2025-10-24/2025-12-31", "2025-10-24/2025-12-31"),
        ("last quarter", "2025-Q3", "2025-Q3"),
        ("last year", "2024", "2024"),
        ("late last year", "2024-09/2024-12", "2024-09/2024-12"),
        ("April", "2025-04", "2026-04"),
        ("in April", "2025-04", "2026-04"),
        ("October", "2025-10", "2025-10"),
        ("December", "2024-12", "2025-12"),
        ("Sept.", "2025-09", "2026-09"),
        ("early April", "2025-04-01/2025-04-10", "2026-04-01/2026-04-10"),
        ("mid-April", "2025-04-11/2025-04-20", "2026-04-11/2026-04-20"),
        ("late October", "2025-10-21/2025-10-31", "2025-10-21/2025-10-31"),
        ("at the end of September", "2025-09-21/2025-09-30", "2026-09-21/2026-09-30"),
        ("early in April 2025", "2025-04-01/2025-04-10", "2025-04-01/2025-04-10"),
        ("last April", "2025-04", "2025-04"),
        ("next April", "2026-04", "2026-04"),
        ("April last year", "2024-04", "2024-04"),
        ("last year in April", "2024-04", "2024-04"),
        ("early 2025", "2025-01/2025-04", "2025-01/2025-04"),
        ("early this quarter", "2025-10", "2025-10"),
        ("mid last quarter", "2025-08", "2025-08"),
        ("in 2024", "2024", "2024"),
        ("the third quarter", "2025-Q3", "2026-Q3"),
        ("Q3 2024", "2024-Q3", "2024-Q3"),
        ("last summer", "2025-06/2025-08", "2025-06/2025-08"),
        ("the first half of 2025", "2025-01/2025-06", "2025-01/2025-06"),
        # days
        ("April 2", "2025-04-02", "2026-04-02"),
        ("2 April", "2025-04-02", "2026-04-02"),
        ("the 2nd of April", "2025-04-02", "2026-04-02"),
        ("Apr. 2nd", "2025-04-02", "2026-04-02"),
        ("October 24", "2025-10-24", "2025-10-24"),
        ("October 25", "2024-10-25", "2025-10-25"),
        ("October 27, 2025", "2025-10-27", "2025-10-27"),
        ("Monday, October 27, 2025", "2025-10-27", "2025-10-27"),
        ("27 October 2025", "2025-10-27", "2025-10-27"),
        ("29 February", "2024-02-29", "2028-02-29"),
        ("the 1st", "2025-10-01", "2025-11-01"),
        ("the 2nd", "2025-10-02", "2025-11-02"),
        ("the 31st", "2025-08-31", "2025-10-31"),
        ("the 27th of last month", "2025-09-27", "2025-09-27"),
        ("the 20th of the month", "2025-10-20", "2025-11-20"),
        # so much earlier or later: as vague as the unit
        ("two days ago", "2025-10-22", "2025-10-22"),
        ("2 days later", "2025-10-26", "2025-10-26"),
        ("in two days", "2025-10-26", "2025-10-26"),
        ("in two days' time", "2025-10-26", "2025-10-26"),
        ("a week ago", "2025-10-13/2025-10-19", "2025-10-13/2025-10-19"),
        ("a month earlier", "2025-09", "2025-09"),
        ("two years ago", "2023", "2023"),
        ("a few days ago", "2025-10-19/2025-10-22", "2025-10-19/2025-10-22"),
        ("days ago", "2025-10-18/2025-10-22", "2025-10-18/2025-10-22"),
        ("in recent days", "2025-10-18/2025-10-24", "2025-10-18/2025-10-24"),
        ("the past two weeks", "2025-10-10/2025-10-24", "2025-10-10/2025-10-24"),
        ("over the next three days", "2025-10-24/2025-10-27", "2025-10-24/2025-10-27"),
        # case and space do not matter
        ("LAST   WEEK", "2025-10-13/2025-10-19", "2025-10-13/2025-10-19"),
    ],
)
def test_words_count_from_the_anchor(text: str, past: str, future: str) -> None:
    assert (meant(text), meant(text, future=True)) == (past, future)


@pytest.mark.parametrize(
    "text",
    ["", "Moscow", "soon", "2025", "2025-10", "the month", "by Friday", "until 2026", "Wednesdays", "maybe", "monday blues",
     "99999999 days ago", "x" * 10_000, "{0}", "(?:"],
)  # fmt: skip
def test_what_is_no_relative_date_is_none(text: str) -> None:
    assert meant(text) is None


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("30 February", "no 30 February"),
        ("October 32, 2025", "no 32 October 2025"),
        ("29 February 2025", "last day is 28 February 2025"),
        ("the 35th", "no month has a day 35"),
        ("Wednesday, October 27, 2025", "is a Monday"),
    ],
)
def test_a_day_that_does_not_exist_is_an_error(text: str, says: str) -> None:
    with pytest.raises(DateError) as caught:
        meant(text)
    assert says in f"{caught.value.message}; {caught.value.help}"


@pytest.mark.parametrize(
    ("text", "anchor", "span"),
    [
        ("yesterday", "2025-03-01", "2025-02-28"),
        ("yesterday", "2024-03-01", "2024-02-29"),
        ("last month", "2025-01-15", "2024-12"),
        ("last week", "2025-01-01", "2024-12-23/2024-12-29"),
        ("the weekend", "2025-10-27", "2025-10-25/2025-10-26"),  # on the Monday after
        ("the weekend", "2025-10-25", "2025-10-25/2025-10-26"),
        ("last weekend", "2025-10-25", "2025-10-18/2025-10-19"),
        ("this winter", "2026-01-15", "2025-12/2026-02"),
        ("late October", "2025-10-05", "2024-10-21/2024-10-31"),
        ("today", "2025-10-24T18:00Z", "2025-10-24"),
        ("two hours ago", "2025-10-24", "2025-10-23T22:00:00Z/2025-10-24T21:59:59.999999Z"),
        # an anchor vaguer than a day: the hull of what each of its days would give
        ("Wednesday", "2025-W43", "2025-10-15/2025-10-22"),
        ("this week", "2025-W43", "2025-10-20/2025-10-26"),
        ("yesterday", "2025-10", "2025-09-30/2025-10-30"),
        ("today", "2025-10~", "2025-09/2025-11"),
        ("April", "2025-10~", "2025-04"),
        ("October 27, 2025", "../2026", "2025-10-27"),
        ("yesterday", "../2025-10-24", "../2025-10-23"),
    ],
)
def test_the_anchor_decides(text: str, anchor: str, span: str) -> None:
    assert meant(text, anchor) == span


def test_the_period_of_a_hedged_anchor_is_decided_as_written() -> None:
    span = parse_relative("this month", parse_date("2025-10~"))
    assert span is not None
    assert calendar_key(span, "month") == "2025-10"
    assert show_date(span) == "2025-09/2025-11"
    assert span.hedged


WORDS = st.sampled_from(
    ["today", "Wednesday", "last Friday", "next Monday", "this week", "earlier this week", "the weekend", "last weekend",
     "next weekend", "April", "late October", "last year", "two months ago", "a week later", "29 February", "the 31st",
     "this winter", "last summer", "the third quarter", "Wednesday of last week", "later this month", "days ago"]
)  # fmt: skip


@given(WORDS, st.integers(day_number(1990, 1, 1), day_number(2060, 1, 1)), st.integers(1, 60), st.booleans())
def test_a_vague_anchor_gives_the_hull_of_its_days(text: str, first: int, length: int, future: bool) -> None:
    anchor = f"{unit_key(DateUnit.DAY, first * DAY)}/{unit_key(DateUnit.DAY, (first + length - 1) * DAY)}"
    each = [
        parse_relative(text, parse_date(unit_key(DateUnit.DAY, day * DAY)), future)
        for day in range(first, first + length)
    ]
    hull = parse_relative(text, parse_date(anchor), future)
    assert hull is not None
    assert hull.start == min(span.start for span in each if span is not None and span.start is not None)
    assert hull.end == max(span.end for span in each if span is not None and span.end is not None)


@given(WORDS, st.integers(day_number(1990, 1, 1), day_number(2060, 1, 1)))
def test_what_is_expected_never_lies_before_what_has_been(text: str, day: int) -> None:
    anchor = parse_date(unit_key(DateUnit.DAY, day * DAY))
    past, future = parse_relative(text, anchor), parse_relative(text, anchor, future=True)
    assert past is not None
    assert future is not None
    assert past.start is not None
    assert future.start is not None
    assert past.start <= future.start


PIECES = [
    "the",
    "last",
    "next",
    "this",
    "past",
    "coming",
    "previous",
    "early",
    "late",
    "mid",
    "end",
    "of",
    "earlier",
    "later",
    "in",
    "on",
    "a",
    "few",
    "days",
    "day",
    "weeks",
    "week",
    "month",
    "months",
    "year",
    "quarter",
    "weekend",
    "hours",
    "ago",
    "before",
    "from",
    "now",
    "recent",
    "2",
    "2nd",
    "27th",
    "31st",
    "April",
    "Feb",
    "Wed",
    "Friday",
    ",",
    "2025",
    "Q3",
    "first",
    "second",
    "half",
    "third",
    "winter",
    "summer",
    "morning",
    "today",
    "tomorrow",
    "night",
]


@given(st.text(max_size=30) | st.lists(st.sampled_from(PIECES), max_size=6).map(" ".join), st.booleans())
def test_any_words_are_a_span_an_error_or_none(text: str, future: bool) -> None:
    try:
        span = parse_relative(text, parse_date(FRIDAY), future)
    except DateError:
        return
    assert span is None or (span.start is not None and span.end is not None and span.start < span.end)


@pytest.mark.parametrize(
    ("text", "anchor", "unit"),
    [
        ("Wednesday", FRIDAY, DateUnit.DAY),
        ("last week", FRIDAY, DateUnit.WEEK),
        ("April", FRIDAY, DateUnit.MONTH),
        ("Wednesday", "2025-10", DateUnit.SPAN),  # one of several
        ("October 27, 2025", "2025-10", DateUnit.DAY),
    ],
)
def test_as_precise_as_the_words_and_the_anchor(text: str, anchor: str, unit: DateUnit) -> None:
    found = parse_relative(text, parse_date(anchor))
    assert found is not None
    assert found.unit is unit
