"""What was probably meant by a date that is not written as one: slips of the pen, and the ways people write dates.

Candidates only: whoever asks offers those that read as a date.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable

from factlint.quantities.calendar import civil, day_number, weekday
from factlint.quantities.calendar_words import MONTH_NUMBER, SEASON_NUMBER, names

_LONGEST = 100
_MONTH = rf"(?P<month>{names(MONTH_NUMBER)})\.?"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>\d{4})"
_WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s+)?"


def corrections(text: str) -> tuple[str, ...]:
    """Forms that the text may have been meant as, the likeliest first, none twice; () where nothing comes to mind."""
    if len(text) > _LONGEST:
        return ()
    return tuple(dict.fromkeys(_forms(text)))


def _forms(text: str) -> Iterable[str]:
    # Long dashes, wide digits and stray spaces first: what they hide may be a slip of its own.
    plain = " ".join(re.sub("[\u2010-\u2015\u2212]", "-", unicodedata.normalize("NFKC", text)).split())
    yield plain
    yield re.sub(r"\s*([/-])\s*", r"\1", plain)
    if (hedgeless := re.sub("[?~%]", "", plain)) != plain:
        yield hedgeless.strip() + "~"
    for pattern, forms in _SLIPS:
        if match := pattern.fullmatch(plain):
            yield from forms(match)


def _numbers(match: re.Match[str]) -> Iterable[str]:
    year, month, day = match["year"], int(match["month"]), int(match["day"])
    yield f"{year}-{month:02}-{day:02}"


def _either_way(match: re.Match[str]) -> Iterable[str]:
    # `04/03/2025` is the 4th of March to most, the 3rd of April to Americans: offer both, let the author choose.
    year, first, second = match["year"], int(match["first"]), int(match["second"])
    yield f"{year}-{second:02}-{first:02}"
    yield f"{year}-{first:02}-{second:02}"


def _named_day(match: re.Match[str]) -> Iterable[str]:
    yield f"{match['year']}-{MONTH_NUMBER[match['month'].lower()]:02}-{int(match['day']):02}"


def _named_month(match: re.Match[str]) -> Iterable[str]:
    yield f"{match['year']}-{MONTH_NUMBER[match['month'].lower()]:02}"


def _season(match: re.Match[str]) -> Iterable[str]:
    yield f"{match['year']}-{SEASON_NUMBER[match['season'].lower()]}"


def _clock(match: re.Match[str]) -> Iterable[str]:
    seconds = f":{match['second']}" if match["second"] else ""
    zone = (match["zone"] or "").upper().replace("UTC", "Z").replace("GMT", "Z")
    yield f"{match['date']}T{int(match['hour']):02}:{match['minute']}{seconds}{zone}"


def _week_day(match: re.Match[str]) -> Iterable[str]:
    january = day_number(int(match["year"]), 1, 4)  # which always lies in the first week
    monday = january - weekday(january)
    yield _day(monday + 7 * (int(match["week"]) - 1) + int(match["day"]) - 1)


def _ordinal_day(match: re.Match[str]) -> Iterable[str]:
    if 1 <= int(match["day"]) <= 366:
        yield _day(day_number(int(match["year"]), 1, 1) + int(match["day"]) - 1)


def _day(number: int) -> str:
    year, month, day = civil(number)
    return f"{year:04}-{month:02}-{day:02}"


def _as(template: str) -> Callable[[re.Match[str]], Iterable[str]]:
    def forms(match: re.Match[str]) -> Iterable[str]:
        # The groups are cut out by name; a brace in the text stays a brace.
        yield re.sub(r"<(\w+)>", lambda name: match[name[1]].upper(), template)

    return forms


_SLIPS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], Iterable[str]]], ...] = tuple(
    (re.compile(pattern, re.ASCII | re.IGNORECASE), forms)
    for pattern, forms in (
        # 2025-3-4, 2025/03/04, 2025.03.04, 20250304
        (rf"{_YEAR}[-/.](?P<month>\d{{1,2}})[-/.](?P<day>\d{{1,2}})", _numbers),
        (rf"{_YEAR}(?P<month>\d\d)(?P<day>\d\d)", _numbers),
        # 04/03/2025, 4.3.2025
        (rf"(?P<first>\d{{1,2}})[-/.](?P<second>\d{{1,2}})[-/.]{_YEAR}", _either_way),
        # 2025-3, 2025/03, 03/2025
        (r"(?P<year>\d{4})[-/.](?P<month>\d)", _as("<year>-0<month>")),
        (r"(?P<year>\d{4})[/.](?P<month>\d\d)", _as("<year>-<month>")),
        (r"(?P<month>\d\d)[-/.](?P<year>\d{4})", _as("<year>-<month>")),
        # 4 March 2025, Tuesday, March 4th, 2025, 2025 March 4, March 2025
        (rf"{_WEEKDAY}(?:the\s+)?{_DAY}\s+(?:of\s+)?{_MONTH},?\s+{_YEAR}", _named_day),
        (rf"{_WEEKDAY}{_MONTH}\s+(?:the\s+)?{_DAY},?\s+{_YEAR}", _named_day),
        (rf"{_YEAR}[\s-]{_MONTH}[\s-]{_DAY}", _named_day),
        (rf"{_DAY}-{_MONTH}-{_YEAR}", _named_day),
        (rf"(?:in\s+)?{_MONTH},?(?:\s+of)?[\s-]{_YEAR}", _named_month),
        (rf"{_YEAR}[\s-]{_MONTH}", _named_month),
        # Q1 2025, 2025Q1, 2025 q1, spring 2025
        (r"q(?P<quarter>[1-4])[\s/-]?(?P<year>\d{4})", _as("<year>-Q<quarter>")),
        (r"(?P<year>\d{4})[\s-]?q(?P<quarter>[1-4])", _as("<year>-Q<quarter>")),
        (rf"(?:in\s+)?(?:the\s+)?(?P<season>{names(SEASON_NUMBER)})(?:\s+of)?\s+{_YEAR}", _season),
        # week 10 of 2025, 2025W10, 2025-W10-3, 2025-063
        (r"(?:week\s*|w)(?P<week>\d\d),?\s+(?:of\s+)?(?P<year>\d{4})", _as("<year>-W<week>")),
        (r"(?P<year>\d{4})\s?-?w(?P<week>\d\d)", _as("<year>-W<week>")),
        (r"(?P<year>\d{4})-?w(?P<week>\d\d)-?(?P<day>[1-7])", _week_day),
        (r"(?P<year>\d{4})-(?P<day>\d{3})", _ordinal_day),
        # 2025-03-04 18:00, 2025-03-04t18:00 z, 2025-03-04T18:00 UTC
        (
            r"(?P<date>\d{4}-\d\d-\d\d)[\sT]+(?P<hour>\d{1,2}):(?P<minute>\d\d)(?::(?P<second>\d\d))?\s?(?P<zone>Z|UTC|GMT|[+-]\d\d:?\d\d)?",
            _clock,
        ),
        # the 1990s, 199x, 19xx, 199u, 2025-xx, 2025-03-xx
        (r"(?:the\s+)?(?P<decade>\d{3})0s", _as("<decade>X")),
        (r"(?P<decade>\d{3})[xu*?]", _as("<decade>X")),
        (r"(?P<century>\d\d)[xu*?]{2}", _as("<century>XX")),
        (r"(?P<year>\d{4})-[xu*?]{2}", _as("<year>-XX")),
        (r"(?P<month>\d{4}-\d\d)-[xu*?]{2}", _as("<month>-XX")),
        # c. 2025, about 2025-10, ~2025, 2025 (?)
        (r"(?:c\.?a?\.?|circa|about|around|approximately|~)\s*(?P<date>\d{4}[\d-]*)", _as("<date>~")),
        (r"(?P<date>\d{4}[\d-]*)\s*\([?~%]\)", _as("<date>~")),
        # from 2025-03 to 2025-05, 2025-03..2025-05, since 2025, before 2025
        (
            r"(?:from\s+|between\s+)?(?P<a>\d{4}[\d-]*)\s*(?:to|until|till|and|through|\.{2,3}|--)\s*(?P<b>\d{4}[\d-]*)",
            _as("<a>/<b>"),
        ),
        (r"(?P<a>\d{4})-(?P<b>\d{4})", _as("<a>/<b>")),
        (r"(?:since|from|after)\s+(?P<date>\d{4}[\d-]*)", _as("<date>/..")),
        (r"(?:until|till|before|by|up to)\s+(?P<date>\d{4}[\d-]*)", _as("../<date>")),
    )
)
