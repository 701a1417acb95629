"""From values to places along an axis, and where its ticks stand. Exact until a place is written down."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from fractions import Fraction

from factlint.quantities.calendar import DAY, HOUR, MINUTE, add_months, civil, midnight
from factlint.quantities.format import show_number
from factlint.quantities.names import plural
from factlint.quantities.values import MICROSECONDS

MARGIN = Fraction(4)
"""Per cent of the width left free at each side, so that marks at the ends are whole."""

TICKS = 6
"""At most so many, so that their labels do not meet on a phone."""

_SCALES = ((Fraction(10**12), "trillion"), (Fraction(10**9), "billion"), (Fraction(10**6), "million"))
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


@dataclass(frozen=True, slots=True)
class Scale:
    """A stretch of the number line (of time: seconds since 1970) laid over the width of a drawing."""

    low: Fraction
    high: Fraction

    @classmethod
    def over(cls, values: Iterable[Fraction], *, zero: bool, whole: bool = False) -> Scale:
        """Around all of these; from zero on where `zero` and they lie near enough to it for that to waste no room.

        `whole`: things are counted, and there is nothing between one and two.
        """
        found = list(values) or [Fraction(0)]
        low, high = min(found), max(found)
        if low == high:
            around = Fraction(1) if whole else abs(low) / 10 or Fraction(1)
            low, high = low - around, high + around
            if zero and low < 0 <= found[0]:
                low = Fraction(0)
        elif zero and 0 < low <= (high - low):
            low = Fraction(0)
        elif zero and high < 0 and -high <= high - low:
            high = Fraction(0)
        return cls(low, high)

    def widened(self, *, below: bool, above: bool) -> Scale:
        """With room at a side on which something goes on without an end."""
        room = (self.high - self.low) / 5
        return Scale(self.low - room if below else self.low, self.high + room if above else self.high)

    def place(self, value: Fraction) -> Fraction:
        """Per cent of the width, within the drawing."""
        share = (value - self.low) / (self.high - self.low)
        return MARGIN + (100 - 2 * MARGIN) * min(max(share, Fraction(0)), Fraction(1))


def percent(place: Fraction) -> str:
    """`37.25%`: as exact as a screen can show."""
    return f"{float(round(place, 3)):g}%"


@dataclass(frozen=True, slots=True)
class Axis:
    """(value, label) for each tick, and what the labels are in."""

    ticks: tuple[tuple[Fraction, str], ...]
    title: str


def number_axis(scale: Scale, unit: str, *, whole: bool = False) -> Axis:
    """Ticks at round numbers: 1, 2 or 5 times a power of ten apart."""
    step = _round_step(scale)
    step = max(step, Fraction(1)) if whole else step
    largest = max(abs(scale.low), abs(scale.high))
    size, word = next(((size, word) for size, word in _SCALES if largest >= size), (Fraction(1), ""))
    first = -(-scale.low // step)
    ticks = []
    while first * step <= scale.high:
        ticks.append((first * step, show_number(first * step / size, 6)))
        first += 1
    named = "per cent" if unit == "percent" else plural(unit) if unit else ""
    return Axis(tuple(ticks), " ".join(part for part in (word, named) if part))


def _round_step(scale: Scale) -> Fraction:
    """The smallest that leaves few enough ticks."""
    power = _power_of_ten((scale.high - scale.low) / (TICKS * 10))
    steps = (power * times for times in (1, 2, 5, 10, 20, 50, 100))
    return next(it for it in steps if scale.high // it - -(-scale.low // it) < TICKS)


def _power_of_ten(least: Fraction) -> Fraction:
    """The smallest power of ten that is at least this much."""
    digits = len(str(least.numerator)) - len(str(least.denominator))
    power = Fraction(10) ** (digits - 1)
    while power < least:
        power *= 10
    return power


def time_axis(scale: Scale) -> Axis:
    """Ticks at whole hours, days, months or years, whichever are few enough."""
    low, high = int(scale.low * MICROSECONDS), -int(-scale.high * MICROSECONDS // 1)
    for length, labelled in _FIXED:
        first = -(-low // length) * length
        if (high - first) // length < TICKS:
            return _timed(range(first, high + 1, length), labelled, _years(low, high))
    for months in _MONTH_STEPS:
        instants = list(_months(low, high, months))
        if len(instants) <= TICKS:
            return _timed(instants, _year if months % 12 == 0 else _month, "UTC")
    return Axis((), "UTC")


def _timed(instants: Iterable[int], labelled: object, title: str) -> Axis:
    assert callable(labelled)
    return Axis(tuple((Fraction(it, MICROSECONDS), labelled(it)) for it in instants), title)


def _years(low: int, high: int) -> str:
    """What the labels of days leave out: the year, or both years."""
    return f"{'–'.join(dict.fromkeys((_year(low), _year(high))))}, UTC"


def _months(low: int, high: int, step: int) -> Iterator[int]:
    year, month, _day = civil(low // DAY)
    months = (year * 12 + month - 1) // step * step
    instant = midnight(months // 12, months % 12 + 1)
    for _ in range(TICKS + 2):
        if instant > high:
            return
        if instant >= low:
            yield instant
        instant = add_months(instant, step)


def _minute(instant: int) -> str:
    minutes = instant % DAY // MINUTE
    return f"{minutes // 60:02}:{minutes % 60:02}" if minutes else _day(instant)


def _day(instant: int) -> str:
    _year_of, month, day = civil(instant // DAY)
    return f"{day} {_MONTHS[month - 1]}"


def _month(instant: int) -> str:
    year, month, _day_of = civil(instant // DAY)
    return f"{_MONTHS[month - 1]} {year}"


def _year(instant: int) -> str:
    return str(civil(instant // DAY)[0])


_FIXED = (
    *((minutes * MINUTE, _minute) for minutes in (1, 5, 15, 30)),
    *((hours * HOUR, _minute) for hours in (1, 3, 6, 12)),
    *((days * DAY, _day) for days in (1, 2, 7)),
)
_MONTH_STEPS = (1, 3, 6, *(12 * years for years in (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000)))
