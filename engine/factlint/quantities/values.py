"""What a claim's value is once it is understood: a quantity, a date, a name, or a truth.

Plain values without pint, pydantic or a parser behind them, so that the engine can compute with them alone.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from factlint.quantities.interval import Interval

Dimension = tuple[tuple[str, int], ...]
"""Powers of base dimensions, sorted by name: (("[length]", 1), ("[time]", -1)). () is a pure number."""


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit, resolved: everything that a comparison needs, so that nobody has to ask pint again.

    A value v in this unit is v * factor + offset in base units of the dimension (offset: temperatures only).
    `name` is how reports write it (`barrels/day`, `percent`, `USD`); two units are the same if all of this is.
    `counting`: things are counted in it (people, a vocabulary's own unit, or no unit at all).
    """

    name: str
    factor: Fraction
    dimension: Dimension
    offset: Fraction = Fraction(0)
    counting: bool = False

    @property
    def is_share(self) -> bool:
        """Percent, percentage points, basis points and their like: a pure number written with a unit."""
        return not self.dimension and self.name != ""

    @property
    def is_points(self) -> bool:
        """Percentage or basis points: an absolute difference of shares."""
        return self.name in {"percentage points", "basis points"}


NUMBER = Unit("", Fraction(1), (), counting=True)
"""The unit of a bare number: a count, or a ratio."""


class Why(StrEnum):
    """What widened a quantity."""

    EXACT = "exact"
    PRECISION = "precision"
    HEDGE = "hedge"
    RANGE = "range"
    VAGUE = "vague"


class Form(StrEnum):
    """How a quantity was put, which decides what may back or deny it."""

    NUMBER = "number"  # 40%, two thirds, none
    ABOUT = "about"  # about 40%
    NEAR = "near"  # nearly 40%, just over 40%, almost no one
    BOUND = "bound"  # more than, at least, less than, up to: one-sided
    RANGE = "range"  # 10 to 12%
    VAGUE = "vague"  # a few, dozens, most


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """A quantity as claimed: every value that its words allow.

    All numbers are in `unit`. `interval` is never narrower than the number's own precision; `clear` leaves precision
    out (hedges at their own width, ranges, vague words), which is what `clearly` compares. `nominal` is the number
    itself (the middle of a range), None for one-sided and vague quantities. `precision` is the half-width that the
    digits as written leave open, 0 where the number is exact. `hedge` is the hedging words as written, if any.
    `counted`: the quantity is whole things.
    """

    text: str
    interval: Interval
    clear: Interval
    nominal: Fraction | None
    unit: Unit
    why: Why
    form: Form
    precision: Fraction = Fraction(0)
    hedge: str | None = None
    counted: bool = False

    def to(self, unit: Unit) -> Quantity:
        """The same quantity in another unit of the same dimension; exact."""
        if unit == self.unit:
            return self
        if unit.dimension != self.unit.dimension:
            raise ValueError(f"{self.unit.name} does not convert to {unit.name}")
        factor = self.unit.factor / unit.factor
        offset = (self.unit.offset - unit.offset) / unit.factor
        return Quantity(
            text=self.text,
            interval=self.interval.scaled(factor, offset),
            clear=self.clear.scaled(factor, offset),
            nominal=None if self.nominal is None else self.nominal * factor + offset,
            unit=unit,
            why=self.why,
            form=self.form,
            precision=self.precision * factor,
            hedge=self.hedge,
            counted=self.counted,
        )


class DateUnit(StrEnum):
    """How fine a date was written."""

    SECOND = "second"
    MINUTE = "minute"
    HOUR = "hour"
    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    SEASON = "season"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"
    SPAN = "span"  # from one date to another, or open on a side


MICROSECONDS = 1_000_000
"""In a second: instants are whole microseconds since 1970-01-01T00:00Z."""

ZONES_EAST = 14 * 3600 * MICROSECONDS
ZONES_WEST = 12 * 3600 * MICROSECONDS
"""A day begins first at UTC+14 and ends last at UTC-12."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DateSpan:
    """A date as a span of UTC time, [start, end), in microseconds since 1970-01-01T00:00Z; None is open.

    `start` and `end` are widened where the date is hedged (`~`, `?`: by its own unit on both sides);
    `written_start` and `written_end` are not: they decide the day … year a period belongs to. `zoned`: written with a
    time of day and a zone, so it is an instant everywhere; a date without one is that day in whatever zone is meant.
    """

    text: str
    start: int | None
    end: int | None
    written_start: int | None
    written_end: int | None
    unit: DateUnit
    zoned: bool = False
    hedged: bool = False

    def interval(self, *, against_zoned: bool = False) -> Interval:
        """The span in seconds. Compared with an instant, a date without a zone spans that day in every zone."""
        spread = against_zoned and not self.zoned
        start = None if self.start is None else self.start - (ZONES_EAST if spread else 0)
        end = None if self.end is None else self.end + (ZONES_WEST if spread else 0)
        return Interval(
            None if start is None else Fraction(start, MICROSECONDS),
            None if end is None else Fraction(end, MICROSECONDS),
            low_open=False,
            high_open=True,
        )


@dataclass(frozen=True, slots=True)
class Name:
    """A name, resolved: `name` is the entity's own (as the vocabulary writes it, else as the text does).

    Two names are equal if their `key`s are (case and white space folded). `wider` are the keys of everything it lies
    within, however far up. `text` is what was written; `known`: some list of the vocabulary holds it.
    """

    name: str
    key: str
    text: str = ""
    wider: frozenset[str] = frozenset()
    known: bool = False

    def same(self, other: Name) -> bool:
        return self.key == other.key

    def within(self, other: Name) -> bool:
        """Whether it is the other, or lies within it."""
        return self.key == other.key or other.key in self.wider

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Name) and self.key == other.key

    def __hash__(self) -> int:
        return hash(self.key)


@dataclass(frozen=True, slots=True)
class Truth:
    """Whether something is so, as asserted: `denies true` has become the truth False."""

    truth: bool
    text: str = ""


Value = Quantity | DateSpan | Name | Truth
