"""The forms of relative words: a table of patterns, each with the function that says what it means.

Words are matched in lower case, with single spaces and without a preposition in front.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from factlint.quantities import relative_spans as spans
from factlint.quantities.calendar_words import (
    MONTH_NUMBER,
    NUMBERS,
    ORDINALS,
    SEASON_MONTH,
    VAGUE_NUMBERS,
    WEEKDAY_NUMBER,
    names,
)
from factlint.quantities.relative_spans import DAY_WORDS, Found, From, Words

Reader = Callable[[Words, From], Found | None]


def folded(text: str) -> str:
    """How the words of a text are matched."""
    plain = " ".join(re.sub("[\u2010-\u2015]", "-", text).lower().split()).rstrip(".")
    return plain if _COUNTED.match(plain) else _PREPOSITION.sub("", plain)


def meaning(words: str, origin: From) -> Found | None:
    """The span that folded words mean, None where they are no form of the table."""
    for pattern, read in _FORMS:
        if (match := pattern.fullmatch(words)) and (found := read(match, origin)):
            return found
    return None


_WEEKDAY = rf"(?P<weekday>{names(WEEKDAY_NUMBER)})\b\.?"
_MONTH = rf"(?P<month>{names(MONTH_NUMBER)})\b\.?"
_TIME = r"(?: (?:morning|afternoon|evening|night|noon))?"
_NUMBER_OF_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_WHICH = r"(?:(?:the )?(?P<which>this|last|next|previous|past|coming|current)|the) "
_PART = (
    r"(?:(?:in |at |around )?"
    r"(?P<part>early|mid|late|(?:the )?(?:start|beginning|middle|end)(?= of|-))(?: of | in |-| )(?:the )?)?"
)
_YEAR_BESIDE = r"(?:,? (?:of |in )?(?:(?P<year>\d{4})|(?P<year_of>this|last|next) year))?"
_COUNT = rf"(?P<count>\d{{1,5}}|{names(NUMBERS)}|{'|'.join(VAGUE_NUMBERS)})"
_SPAN_UNIT = r"(?P<unit>hour|day|week|month|quarter|year)s?"
_BARE_UNITS = r"(?P<unit>day|week|month|year)s"

_PREPOSITION = re.compile(r"^(?:on|in|at|over|during) ")
_COUNTED = re.compile(rf"in {_COUNT} {_SPAN_UNIT}\b", re.ASCII)

_FORMS: tuple[tuple[re.Pattern[str], Reader], ...] = tuple(
    (re.compile(pattern, re.ASCII), read)
    for pattern, read in (
        # today, later today, yesterday evening, this morning, last night
        (rf"(?:(?:earlier|later|late|early) )?(?P<day>{'|'.join(DAY_WORDS)}){_TIME}", spans.day_word),
        (r"this (?:morning|afternoon|evening)", spans.this_day),
        (r"last night|overnight", spans.last_night),
        # Wednesday, last Wednesday, late on Friday evening, Wednesday of last week, next week on Friday
        (
            rf"(?:(?:this )?(?P<which>this|last|next|previous|past|coming) |(?:the )?(?:early|late|later|earlier) (?:on )?)?{_WEEKDAY}{_TIME}",
            spans.week_day,
        ),
        (rf"{_WEEKDAY}{_TIME},? (?:of )?(?P<week>this|last|next) week", spans.week_day),
        (rf"(?P<week>this|last|next) week,? (?:on )?{_WEEKDAY}{_TIME}", spans.week_day),
        # this week, last month, early next year, earlier this week, later in the month
        (rf"{_PART}{_WHICH}(?P<unit>week|month|quarter|year)", spans.this_unit),
        (r"(?P<part>earlier|later) (?:this|in the) (?P<unit>week|month|quarter|year)", spans.so_far),
        # the weekend, last weekend
        (r"(?:(?:the )?(?P<which>this|last|next|previous|past|coming) |the )?weekend", spans.weekend),
        # April, last April, early April, the end of October 2025, April of last year
        (rf"{_PART}(?:(?P<which>this|last|next) )?{_MONTH}{_YEAR_BESIDE}", spans.month),
        (rf"{_PART}(?P<year_of>last|this|next) year,? in {_MONTH}", spans.month),
        # April 2, 2 April, the 2nd of April, Wednesday, April 2, October 27, 2025, the 2nd
        (rf"(?:{_WEEKDAY},? )?(?:on )?{_MONTH} (?:the )?{_NUMBER_OF_DAY}{_YEAR_BESIDE}", spans.day_of_month),
        (rf"(?:{_WEEKDAY},? )?(?:on )?(?:the )?{_NUMBER_OF_DAY} (?:of )?{_MONTH}{_YEAR_BESIDE}", spans.day_of_month),
        (r"the (?P<day>\d{1,2})(?:st|nd|rd|th)(?: of (?:(?P<which>this|last|next)|the) month)?", spans.day_alone),
        # two days ago, a week later, in three months, days earlier
        (rf"(?:some )?{_COUNT} {_SPAN_UNIT} (?:(?P<past>ago|earlier|before)|later|after|hence|from now)", spans.offset),
        (rf"{_BARE_UNITS} (?:(?P<past>ago|earlier|before)|later|after|hence|from now)", spans.offset),
        (rf"in {_COUNT} {_SPAN_UNIT}(?:'|’)?(?: time)?", spans.offset),
        # the past two weeks, the next three days, recent months
        (rf"(?:the )?(?:(?:past|last)|(?P<to_come>next|coming|following)) {_COUNT} {_SPAN_UNIT}", spans.stretch),
        (rf"(?:the )?(?:past|recent|last|(?P<to_come>next|coming|following)) {_BARE_UNITS}", spans.stretch),
        # the third quarter, Q3, Q3 of last year, last summer, the spring of 2025, the first half of 2025
        (
            rf"{_PART}(?:the )?(?:(?P<which>this|last|next) )?(?:(?P<ordinal>{names(ORDINALS)}) quarter|q(?P<q>[1-4])){_YEAR_BESIDE}",
            spans.quarter,
        ),
        (
            rf"{_PART}(?:the )?(?:(?P<which>this|last|next) )?(?P<season>{names(SEASON_MONTH)}){_YEAR_BESIDE}",
            spans.season,
        ),
        (rf"(?:the )?(?:(?P<half>first|second) half|h(?P<h>[12])){_YEAR_BESIDE}", spans.half),
        # early 2025, in 2024
        (rf"{_PART}(?P<year>\d{{4}})", spans.whole_year),
    )
)
