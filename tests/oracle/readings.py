"""What the values and dates of the generated corpora mean, read from corpus.md's tables."""

from __future__ import annotations

import math
import re
from calendar import monthrange
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from fractions import Fraction
from typing import Any

from tests.oracle.spans import Span, point

DAY = 86_400
EPOCH = date(1970, 1, 1).toordinal()


@dataclass(frozen=True)
class Value:
    """`span`: quantities in the property's unit, ranks, and dates (in seconds). `name`: entities. `truth`: truths.

    `clear` is the interval without precision; `form` is number, about, near, bound, range, vague.
    """

    span: Span | None = None
    clear: Span | None = None
    nominal: Fraction | None = None
    precision: Fraction = Fraction(0)
    form: str = "number"
    name: str = ""
    truth: bool | None = None
    is_date: bool = False


KINDS = {
    "share": "percent",
    "quota": "percent",
    "output": "barrel/day",
    "killed": "count",
    "visit": "place",
    "arrival": "date",
    "aboard": "truth",
    "standing": "rank",
}
VARIES = {"share": "month", "output": "quarter"}
WITHIN = {"Moscow": "Russia", "Kazan": "Russia", "Washington": "United States"}
ALIASES = {"DC": "Washington", "Alfa": "Alpha"}
RANKS = {"largest": 1, "second-largest": 2, "third-largest": 3}
VAGUE_COUNTS = {"a few": (2, 5), "several": (3, 9), "dozens": (24, 99), "hundreds of": (200, 999)}


def entity(name: str) -> str:
    return ALIASES.get(name, name)


def name_within(inner: str, outer: str) -> bool:
    return inner == outer or WITHIN.get(inner) == outer


# ----------------------------------------------------------------------------------------------------------------- Dates


@dataclass(frozen=True)
class Days:
    """A date as seconds [start, end); `written` leaves out what `~` widens."""

    start: int
    end: int
    written: tuple[int, int]

    @property
    def span(self) -> Span:
        return Span(Fraction(self.start), Fraction(self.end), low_open=False, high_open=True)


def read_date(text: str) -> Days:
    plain = text.removesuffix("~")
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


# ------------------------------------------------------------------------------------------------------------ Quantities

HEDGES = (
    "about", "around", "nearly", "almost", "just over", "more than", "over", "at least", "less than", "fewer than",
    "under", "up to", "at most", "no more than",
)  # fmt: skip
ABOVE = {"more than", "over", "at least"}
BELOW = {"less than", "fewer than", "under", "up to", "at most", "no more than"}
FRACTIONS = {"two thirds": Fraction(2, 3), "half": Fraction(1, 2), "a third": Fraction(1, 3)}


def read_value(prop: str, value: Any) -> Value:
    kind = KINDS[prop]
    match kind:
        case "place":
            return Value(name=entity(str(value)))
        case "truth":
            return Value(truth=str(value) == "true")
        case "rank":
            return Value(span=point(RANKS[value]), clear=point(RANKS[value]), nominal=Fraction(RANKS[value]))
        case "date":
            days = read_date(str(value))
            return Value(span=days.span, clear=days.span, is_date=True)
        case _:
            pass
    if isinstance(value, Mapping):
        return _structured(value, kind)
    return _written(str(value), kind)


def _structured(value: Mapping[str, Any], kind: str) -> Value:
    """Structured values carry no precision."""
    if "low" in value:
        return _range(Fraction(str(value["low"])), Fraction(str(value["high"])))
    return _hedged(value.get("hedge", ""), Fraction(str(value["number"])), Fraction(0), kind)


def _range(low: Fraction, high: Fraction, precision: Fraction = Fraction(0)) -> Value:
    span = Span(low, high)
    return Value(span=span, clear=span, nominal=(low + high) / 2, form="range", precision=precision)


def _written(text: str, kind: str) -> Value:
    if text in {"none", "no one"}:
        return Value(span=point(0), clear=point(0), nominal=Fraction(0))
    if text == "most":
        span = Span(Fraction(50), Fraction(100), low_open=True)
        return Value(span=span, clear=span, form="vague")
    if text in VAGUE_COUNTS:
        low, high = VAGUE_COUNTS[text]
        span = Span(Fraction(low), Fraction(high))
        return Value(span=span, clear=span, form="vague")
    if text == "a couple":
        return Value(span=point(2), clear=point(2), nominal=Fraction(2))
    if text in FRACTIONS:
        middle = 100 * FRACTIONS[text]
        half = Fraction(1, 2)
        span = Span(middle - half, middle + half, low_open=True, high_open=True)
        return Value(span=span, clear=point(middle), nominal=middle, precision=half)
    hedge = next((it for it in sorted(HEDGES, key=len, reverse=True) if text.startswith(it + " ")), "")
    rest = text.removeprefix(hedge).strip()
    for unit in ("thousand barrels a day", "barrels a day", "barrel/day", "people", "percent", "%"):
        if rest.endswith(unit):
            rest = rest.removesuffix(unit).strip()
            break
    else:
        unit = ""
    scale = Fraction(1000) if unit.startswith("thousand") else Fraction(1)
    if " to " in rest:
        low_text, high_text = rest.split(" to ")
        numbers = [Fraction(it) * scale for it in (low_text, high_text)]
        coarser = max(precision_of(it, kind, scale) for it in (low_text, high_text))
        return _range(numbers[0], numbers[1], coarser)
    if kind == "percent" and unit == "":  # a ratio: 0.4 is 40 %
        number = Fraction(rest) * 100
        return _hedged(hedge, number, Fraction(0) if number == 0 else Fraction(1, 2), kind)
    return _hedged(hedge, Fraction(rest) * scale, precision_of(rest, kind, scale), kind)


def precision_of(digits: str, kind: str, scale: Fraction) -> Fraction:
    """Half a unit of the last non-zero digit (zeros after a point count), but never coarser than the second digit where
    there is one, than a tenth of the number (of a share: than half a point)."""
    number = Fraction(digits)
    if number == 0:
        return Fraction(0)
    if kind == "count" and number * scale < 100:
        return Fraction(0)
    whole, _, after = digits.partition(".")
    last = Fraction(1, 10 ** len(after)) if after else Fraction(10 ** (len(whole) - len(whole.rstrip("0"))))
    candidates = [last * scale / 2]
    significant = (whole + after).lstrip("0")
    if len(significant) > 1:
        leading = len(whole.lstrip("0")) - 1 if whole.strip("0") else -(len(after) - len(after.lstrip("0")) + 1)
        candidates.append(Fraction(10) ** (leading - 1) * scale / 2)
    candidates.append(Fraction(1, 2) if kind == "percent" else number * scale / 10)
    return min(candidates)


def _hedged(hedge: str, number: Fraction, precision: Fraction, kind: str) -> Value:
    value = _measured(hedge, number, precision)
    if kind != "count":
        return value
    assert value.span is not None
    assert value.clear is not None
    return replace(value, span=_whole(value.span, value.form), clear=_whole(value.clear, value.form))


def _measured(hedge: str, number: Fraction, precision: Fraction) -> Value:
    exact = _clipped(Span(number - precision, number + precision, precision > 0, precision > 0))
    match hedge:
        case "":
            return Value(span=exact, clear=point(number), nominal=number, precision=precision)
        case "about" | "around":
            width = number / 20
            own = Span(number - width, number + width)
            wide = exact if precision > width else own
            return Value(span=wide, clear=own, nominal=number, precision=precision, form="about")
        case "nearly" | "almost":
            width = number / 10
            own = Span(number - width, number, high_open=True)
            if precision > width:
                wide = _clipped(Span(number - precision, number, low_open=True, high_open=True))
            else:
                wide = own
            return Value(span=wide, clear=own, nominal=number, precision=precision, form="near")
        case "just over":
            width = number / 10
            own = Span(number, number + width, low_open=True)
            wide = Span(number, number + precision, low_open=True, high_open=True) if precision > width else own
            return Value(span=wide, clear=own, nominal=number, precision=precision, form="near")
        case _:
            pass
    if hedge in ABOVE:
        bound = Span(number, None, low_open=hedge != "at least", high_open=True)
    else:
        bound = Span(Fraction(0), number, high_open=hedge in {"less than", "fewer than", "under"})
    return Value(span=bound, clear=bound, precision=precision, form="bound")


def _clipped(span: Span) -> Span:
    """No property here is signed."""
    if span.low is not None and span.low < 0:
        return Span(Fraction(0), span.high, low_open=False, high_open=span.high_open)
    return span


def _whole(span: Span, form: str) -> Span:
    """The whole numbers in an interval; the ends of a hedge (not the number that it leaves out) round outward."""
    outward = form in {"about", "near"}
    low, high = span.low, span.high
    if low is not None:
        if span.low_open and low.denominator == 1:
            low += 1
        else:
            low = Fraction(math.floor(low) if outward else math.ceil(low))
    if high is not None:
        if span.high_open and high.denominator == 1:
            high -= 1
        else:
            high = Fraction(math.ceil(high) if outward else math.floor(high))
    return Span(low, high, span.low is None, span.high is None)
