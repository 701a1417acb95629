"""Whether a passage names a date: by weekday, day, month, year, quarter, season or time, or by words such as `yesterday`.

Each weekday, day, month and year is looked for: where the passage names any, one must be the date's (`Thursday` alone
contradicts a Wednesday), and something in it must be as fine as the date is: `in October` does not say which day.
"""

from __future__ import annotations

import re
from typing import Final, Literal

from factlint.corpus.folding import fold_text
from factlint.quantities.calendar import DAY, civil, weekday
from factlint.quantities.calendar_words import MONTH_NUMBER, ORDINALS, SEASON_MONTH, WEEKDAY_NUMBER, names
from factlint.quantities.dates import DateError, parse_date, within_span
from factlint.quantities.relative import parse_relative
from factlint.quantities.values import DateSpan, DateUnit

Part = Literal["weekday", "day", "month", "quarter", "season", "year", "decade", "time"]

_FINE_ENOUGH: Final[dict[DateUnit, frozenset[Part]]] = {
    DateUnit.SECOND: frozenset({"weekday", "day", "time"}),
    DateUnit.MINUTE: frozenset({"weekday", "day", "time"}),
    DateUnit.HOUR: frozenset({"weekday", "day", "time"}),
    DateUnit.DAY: frozenset({"weekday", "day"}),
    DateUnit.WEEK: frozenset({"weekday", "day"}),
    DateUnit.MONTH: frozenset({"month"}),
    DateUnit.QUARTER: frozenset({"quarter", "month"}),
    DateUnit.SEASON: frozenset({"season", "month"}),
    DateUnit.YEAR: frozenset({"year"}),
    DateUnit.DECADE: frozenset({"decade", "year"}),
    DateUnit.CENTURY: frozenset({"decade", "year"}),
    DateUnit.SPAN: frozenset({"weekday", "day", "month", "quarter", "season", "year", "decade"}),
}

_CERTAIN: Final[tuple[Part, ...]] = ("weekday", "day", "month", "year")

_LONGEST_WALK: Final = 400
"""Days of a date that are looked at one by one; a longer one holds every weekday, day and month."""

_MOST_WORDS: Final = 60
_LONGEST_PHRASE: Final = 6


def says_date(passage: str, date: DateSpan, anchor: DateSpan | None = None) -> bool:
    """Whether the passage names the date; words that count from another day need the anchor to be understood."""
    plain = fold_text(passage)
    if any(_says_edtf(written, date) for written in _EDTF.findall(plain)):
        return True
    own, named = _own_parts(date), _named_parts(plain)
    dated = {int(match[1]) for match in _DATED.finditer(plain)}
    # Other kinds contradict nothing: `fall` is a verb too, and a clock may be that of another zone.
    certain = {**named, "year": dated}
    if any(part in own and certain.get(part) and not certain[part] & own[part] for part in _CERTAIN):
        return False
    if any(named.get(part, set()) & own.get(part, set()) for part in _FINE_ENOUGH[date.unit]):
        return True
    return anchor is not None and _says_relative(plain, date, anchor)


_EDTF: Final = re.compile(r"\b\d{4}-[\dQ-]+(?:T[\d:]+(?:Z|[+-][\d:]+)?)?", re.ASCII)


def _says_edtf(written: str, date: DateSpan) -> bool:
    try:
        return within_span(parse_date(written.rstrip("-")), date)
    except DateError:
        return False


def _own_parts(date: DateSpan) -> dict[Part, set[int]]:
    """Every number that a part of the date may have; a kind of part that fits anyway is left out."""
    start, end = date.written_start, date.written_end
    if start is None or end is None:
        known = [day for day in (start, None if end is None else end - 1) if day is not None]
        return {"year": {civil(instant // DAY)[0] for instant in known}}
    first, last = start // DAY, (end - 1) // DAY
    years = range(civil(first)[0], civil(last)[0] + 1)
    parts: dict[Part, set[int]] = {"year": set(years), "decade": {year // 10 for year in years}}
    if clock := _CLOCK_WRITTEN.search(date.text):
        parts["time"] = {int(clock[1]) * 60 + int(clock[2] or 0)}
    if last - first <= _LONGEST_WALK:
        days = [civil(number) for number in range(first, last + 1)]
        parts["month"] = {month for _, month, _ in days}
        parts["quarter"] = {(month + 2) // 3 for _, month, _ in days}
        parts["season"] = {month // 3 % 4 for _, month, _ in days}
        parts["day"] = {day for _, _, day in days}
        parts["weekday"] = {weekday(number) for number in range(first, last + 1)}
    return parts


# Names of months and weekdays are capitals in English; `march`, `may` and `sun` are other words.
_WEEKDAY: Final = re.compile(rf"\b(?=[A-Z])(?i:({names(WEEKDAY_NUMBER)}))\b")
_MONTH: Final = re.compile(rf"\b(?=[A-Z])(?i:({names(MONTH_NUMBER)}))\b")
_MONTH_WORD: Final = rf"(?=[A-Z])(?i:{names(MONTH_NUMBER)})\b\.?"
_DAYS: Final = r"(\d{1,2})(?:st|nd|rd|th)?(?:\s*(?:-|to|and|or)\s*(\d{1,2})(?:st|nd|rd|th)?)?"
_DAY: Final = re.compile(
    rf"\b{_MONTH_WORD}\s+(?:the\s+)?{_DAYS}\b(?![.,]\d)"
    rf"|\b{_DAYS}\s+(?:of\s+)?{_MONTH_WORD}"
    r"|\bthe\s+(\d{1,2})(?:st|nd|rd|th)\b(?!\s+\w)"
)
_YEAR: Final = re.compile(r"(?<![\d.,$€£])\b([12]\d{3})\b(?![.,]?\d|\s*%)")
_DATED: Final = re.compile(
    rf"(?:\b{_MONTH_WORD}(?:\s+\d{{1,2}}(?:st|nd|rd|th)?)?,?|\b(?:in|of|since|during))\s+([12]\d{{3}})\b"
)
_DECADE: Final = re.compile(r"\b([12]\d{2})0'?s\b")
_QUARTER: Final = re.compile(rf"(?i:\b(?:({names(ORDINALS)})[ -]quarter|q([1-4]))\b)")
_SEASON: Final = re.compile(rf"(?i:\b({names(SEASON_MONTH)})\b)")
_TIME: Final = re.compile(r"(?i:\b(\d{1,2})(?:[:.](\d\d))?\s?([ap])\.?m\b|\b([01]?\d|2[0-3]):([0-5]\d)\b)")
_CLOCK_WRITTEN: Final = re.compile(r"T(\d\d)(?::(\d\d))?")


def _named_parts(passage: str) -> dict[Part, set[int]]:
    parts: dict[Part, set[int]] = {
        "weekday": {WEEKDAY_NUMBER[match[1].lower()] for match in _WEEKDAY.finditer(passage)},
        "month": {MONTH_NUMBER[match[1].lower()] for match in _MONTH.finditer(passage)},
        "day": {int(day) for match in _DAY.finditer(passage) for day in match.groups() if day},
        "year": {int(match[1]) for match in _YEAR.finditer(passage)},
        "decade": {int(match[1]) for match in _DECADE.finditer(passage)},
        "quarter": {ORDINALS[match[1].lower()] if match[1] else int(match[2]) for match in _QUARTER.finditer(passage)},
        "season": {SEASON_MONTH[match[1].lower()] // 3 % 4 for match in _SEASON.finditer(passage)},
        "time": {_minutes(match) for match in _TIME.finditer(passage)},
    }
    return {part: numbers for part, numbers in parts.items() if numbers}


def _minutes(match: re.Match[str]) -> int:
    if match[3]:
        return (int(match[1]) % 12 + (12 if match[3].lower() == "p" else 0)) * 60 + int(match[2] or 0)
    return int(match[4]) * 60 + int(match[5])


def _says_relative(passage: str, date: DateSpan, anchor: DateSpan) -> bool:
    """Whether words such as `two days ago` in it mean a date within this one, the longest phrases first."""
    words = [word.strip(".,;:!?\"'()[]") for word in passage.split()[:_MOST_WORDS]]
    start = 0
    while start < len(words):
        for size in range(min(_LONGEST_PHRASE, len(words) - start), 0, -1):
            meant = _meant(" ".join(words[start : start + size]), anchor)
            if any(within_span(span, date) for span in meant):
                return True
            if meant:
                start += size
                break
        else:
            start += 1
    return False


_OTHER_WORDS: Final = re.compile(
    rf"(?:{names(MONTH_NUMBER)}|{names(WEEKDAY_NUMBER)})\b|(?i:{names(SEASON_MONTH)}|the \d+\w+)$"
)
"""What reads as a date but need not be one: `may`, `sun`, `fall`, `the 2nd` (largest)."""


def _meant(phrase: str, anchor: DateSpan) -> list[DateSpan]:
    if _OTHER_WORDS.match(phrase):
        return []
    try:
        both = (parse_relative(phrase, anchor, future) for future in (False, True))
        return [span for span in both if span is not None]
    except DateError:
        return []
