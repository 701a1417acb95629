"""When two values agree: plainly, clearly, exactly, and as their nominal values alone would."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from fractions import Fraction

from factlint.assertions.finding import Entry, Measured
from factlint.language.model import Absolute, Relative, Tolerance
from factlint.quantities.calendar import add_months
from factlint.quantities.interval import Interval
from factlint.quantities.values import MICROSECONDS, DateSpan, Name, Quantity, Truth, Unit

MONTHS_IN = {"month": 1, "year": 12}
"""Units of time that are counted on the calendar between two dates."""


class Mode(Enum):
    """Which values a comparison allows: all that the words leave open, certainty, or the numbers as written."""

    PLAIN = "plain"
    CLEAR = "clear"
    NOMINAL = "nominal"


@dataclass(frozen=True, slots=True)
class Agreement:
    """`agree [within T]`, `agree exactly`, `clearly agree` as a relation of two entries of a group.

    Calling it gives True, False, or None where the two cannot be compared (other dimensions, a missing nominal).
    """

    tolerance: Tolerance | None = None
    exactly: bool = False
    mode: Mode = Mode.PLAIN

    def __call__(self, a: Entry, b: Entry) -> bool | None:
        match a.value, b.value:
            case Name() as one, Name() as other:
                if self.exactly or self.mode is Mode.CLEAR:
                    return one.same(other)
                return one.within(other) or other.within(one)
            case Truth() as one, Truth() as other:
                return one.truth == other.truth
            case DateSpan() as one, DateSpan() as other:
                return self._dates(one, other)
            case Quantity() as one, Quantity() as other:
                if one.unit.dimension != other.unit.dimension:
                    return None
                return self._quantities(one, other.to(one.unit))
            case _:
                return None

    def _dates(self, one: DateSpan, other: DateSpan) -> bool:
        if (one.start, one.end) == (other.start, other.end) and one.zoned == other.zoned:
            return True
        if self.exactly:
            return False
        a, b = date_intervals(one, other, self.mode)
        return self.intervals(a, b)

    def _quantities(self, one: Quantity, other: Quantity) -> bool | None:
        if self.exactly:
            if one.interval == other.interval:
                return True
            if one.nominal is None or other.nominal is None:
                return None
            if self.mode is Mode.CLEAR and not (one.clear.is_point and other.clear.is_point):
                return False
            return one.nominal == other.nominal
        a, b = quantity_interval(one, self.mode), quantity_interval(other, self.mode)
        if not self.fits(one.unit):
            certain = a == b and a.is_point if self.mode is Mode.CLEAR else a.meets(b)
            return True if certain else None
        return self.intervals(a, b, one.unit)

    def fits(self, unit: Unit) -> bool:
        """Can the tolerance be held against a gap in this unit? A share can; an amount only of the same dimension."""
        return not isinstance(self.tolerance, Absolute) or self.tolerance.quantity.unit.dimension == unit.dimension

    def intervals(self, a: Interval, b: Interval, unit: Unit | None = None) -> bool:
        """Do two intervals agree? Both in `unit`, or in seconds of UTC where it is None."""
        return self._apart(a, b, unit) if self.mode is Mode.CLEAR else self._near(a, b, unit)

    def _near(self, a: Interval, b: Interval, unit: Unit | None = None) -> bool:
        """Some choice of values agrees: the nearest ends lie within the tolerance."""
        ends = a.nearest_ends(b)
        return ends is None or self._within(*ends, unit)

    def _apart(self, a: Interval, b: Interval, unit: Unit | None = None) -> bool:
        """Every choice of values agrees: the farthest ends lie within the tolerance."""
        if a.low is None or a.high is None or b.low is None or b.high is None:
            return False
        if a.is_point and a == b:
            return True
        # The nearer ends are not asked: 31 January and a month is 28 February at 0 h, and so is less than the 30th's.
        return all(low >= high or self._within(low, high, unit) for low, high in ((a.low, b.high), (b.low, a.high)))

    def _within(self, low: Fraction, high: Fraction, unit: Unit | None) -> bool:
        match self.tolerance:
            case Relative(share):
                # Ends of unlike sign, or one of them zero, have no share of each other that could be allowed.
                return low * high > 0 and high - low <= share * max(abs(low), abs(high))
            case Absolute(quantity):
                months = calendar_months(quantity) if unit is None else None
                if months is not None:
                    return shifted(low, months) >= high
                return high - low <= difference(quantity, unit)
            case None:
                return False

    def measure(self, a: Entry, b: Entry) -> Measured:
        """How far apart two entries are, in the tolerance's own terms."""
        match a.value, b.value:
            case DateSpan() as one, DateSpan() as other:
                ends = date_intervals(one, other, self.mode)
                unit = None
            case Quantity() as one, Quantity() as other if one.unit.dimension == other.unit.dimension:
                if self.exactly and one.nominal is not None and other.nominal is not None:
                    other_nominal = other.to(one.unit).nominal or Fraction(0)
                    ends = (Interval.exact(one.nominal), Interval.exact(other_nominal))
                else:
                    ends = (quantity_interval(one, self.mode), quantity_interval(other.to(one.unit), self.mode))
                unit = one.unit
            case _:
                return Measured("members")
        return self.measure_intervals(*ends, unit)

    def measure_intervals(self, a: Interval, b: Interval, unit: Unit | None) -> Measured:
        low_high = farthest_ends(a, b) if self.mode is Mode.CLEAR else a.nearest_ends(b) or (Fraction(0), Fraction(0))
        if low_high is None:  # unbounded: certainty is out of reach
            return Measured("gap", None, self._allowed(), self._unit(unit))
        low, high = low_high
        match self.tolerance:
            case Relative(share):
                larger = max(abs(low), abs(high))
                found = None if low * high <= 0 else (high - low) / larger * 100
                return Measured("gap", found, share * 100, "percent")
            case Absolute(quantity):
                per = _size(quantity, unit)
                return Measured("gap", (high - low) / per, quantity.nominal, quantity.unit.name)
            case None:
                per = Fraction(3600) if unit is None else Fraction(1)
                return Measured("gap", (high - low) / per, Fraction(0), self._unit(unit))

    def _allowed(self) -> Fraction:
        match self.tolerance:
            case Relative(share):
                return share * 100
            case Absolute(quantity):
                return quantity.nominal or Fraction(0)
            case None:
                return Fraction(0)

    def _unit(self, unit: Unit | None) -> str:
        match self.tolerance:
            case Relative():
                return "percent"
            case Absolute(quantity):
                return quantity.unit.name
            case None:
                if unit is None:
                    return "hour"
                return "percentage points" if unit.name == "percent" else unit.name


def quantity_interval(quantity: Quantity, mode: Mode) -> Interval:
    if mode is Mode.NOMINAL and quantity.nominal is not None:
        return Interval.exact(quantity.nominal)
    return quantity.clear if mode is Mode.CLEAR else quantity.interval


def date_interval(date: DateSpan, mode: Mode, *, against_zoned: bool) -> Interval:
    """In seconds; the nominal value of a hedged date is the span as it was written."""
    if mode is Mode.NOMINAL and date.hedged:
        date = DateSpan(
            text=date.text, start=date.written_start, end=date.written_end, written_start=date.written_start,
            written_end=date.written_end, unit=date.unit, zoned=date.zoned,
        )  # fmt: skip
    return date.interval(against_zoned=against_zoned)


def date_intervals(one: DateSpan, other: DateSpan, mode: Mode) -> tuple[Interval, Interval]:
    return (
        date_interval(one, mode, against_zoned=other.zoned),
        date_interval(other, mode, against_zoned=one.zoned),
    )


def difference(quantity: Quantity, unit: Unit | None) -> Fraction:
    """A tolerance as a difference in the unit of `unit` (seconds for dates): no offset of a temperature enters."""
    return (quantity.nominal or Fraction(0)) * _size(quantity, unit)


def _size(quantity: Quantity, unit: Unit | None) -> Fraction:
    """How many units of `unit` (seconds for dates) one unit of the tolerance is."""
    return quantity.unit.factor / (Fraction(1) if unit is None else unit.factor)


def calendar_months(quantity: Quantity) -> int | None:
    """How many whole calendar months a tolerance in months or years is; None for any other."""
    months = MONTHS_IN.get(quantity.unit.name)
    if months is None or quantity.nominal is None:
        return None
    count = quantity.nominal * months
    return int(count) if count.denominator == 1 else None


def shifted(seconds: Fraction, months: int) -> Fraction:
    """An instant so many calendar months later."""
    return Fraction(add_months(int(seconds * MICROSECONDS), months), MICROSECONDS)


def farthest_ends(a: Interval, b: Interval) -> tuple[Fraction, Fraction] | None:
    if a.low is None or a.high is None or b.low is None or b.high is None:
        return None
    pairs = [(min(x, y), max(x, y)) for x, y in ((a.low, b.high), (a.high, b.low))]
    return max(pairs, key=lambda pair: pair[1] - pair[0])
