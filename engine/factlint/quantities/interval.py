"""Intervals of exact numbers, with open or closed ends, and their arithmetic.

An interval is the set of values that a claim may mean. Ends are fractions, never floats: of decimal pairs that stand
exactly at their tolerance a float comparison misjudges about two in five. `None` is an end without a bound.

Source of the arithmetic: IEEE 1788-2015 (set-based intervals), with openness carried along by hand.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction


class ZeroInsideError(ArithmeticError):
    """A divisor that may be zero: the quotient could be anything."""


@dataclass(frozen=True, slots=True)
class Interval:
    """All numbers from `low` to `high`. An unbounded end counts as open. Never empty."""

    low: Fraction | None
    high: Fraction | None
    low_open: bool = False
    high_open: bool = False

    def __post_init__(self) -> None:
        if self.low is None:
            object.__setattr__(self, "low_open", True)
        if self.high is None:
            object.__setattr__(self, "high_open", True)
        if self.low is not None and self.high is not None:
            empty = self.low > self.high or (self.low == self.high and (self.low_open or self.high_open))
            if empty:
                raise ValueError(f"an interval from {self.low} to {self.high} holds nothing")

    @classmethod
    def exact(cls, value: Fraction | int) -> Interval:
        return cls(Fraction(value), Fraction(value))

    @classmethod
    def hull(cls, intervals: Iterable[Interval]) -> Interval:
        """The smallest interval that holds all of them (at least one)."""
        members = list(intervals)
        low, low_open = _end([_lower(member) for member in members], -1)
        high, high_open = _end([_upper(member) for member in members], +1)
        return cls(low, high, low_open, high_open)

    @property
    def is_point(self) -> bool:
        return self.low is not None and self.low == self.high

    @property
    def one_sided(self) -> bool:
        return self.low is None or self.high is None

    def __contains__(self, value: Fraction) -> bool:
        above = self.low is None or value > self.low or (value == self.low and not self.low_open)
        below = self.high is None or value < self.high or (value == self.high and not self.high_open)
        return above and below

    def below(self, other: Interval) -> bool:
        """Every value here is smaller than every value there."""
        if self.high is None or other.low is None:
            return False
        return self.high < other.low or (self.high == other.low and (self.high_open or other.low_open))

    def meets(self, other: Interval) -> bool:
        """Some value lies in both."""
        return not self.below(other) and not other.below(self)

    def within(self, other: Interval) -> bool:
        """Every value here lies there too."""
        low = other.low is None or (
            self.low is not None
            and (self.low > other.low or (self.low == other.low and (self.low_open or not other.low_open)))
        )
        high = other.high is None or (
            self.high is not None
            and (self.high < other.high or (self.high == other.high and (self.high_open or not other.high_open)))
        )
        return low and high

    def nearest_ends(self, other: Interval) -> tuple[Fraction, Fraction] | None:
        """The two ends that face each other, the smaller first; None where the intervals meet."""
        if self.below(other):
            assert self.high is not None and other.low is not None
            return self.high, other.low
        if other.below(self):
            assert other.high is not None and self.low is not None
            return other.high, self.low
        return None

    def intersection(self, other: Interval) -> Interval | None:
        if not self.meets(other):
            return None
        low, low_open = max((_lower(self), _lower(other)))
        high, closed = min((end, not is_open) for end, is_open in (_upper(self), _upper(other)))
        return Interval(
            None if isinstance(low, float) else low, None if isinstance(high, float) else high, low_open, not closed
        )

    def widened(self, below: Fraction, above: Fraction) -> Interval:
        """The ends moved outward by so much; their openness stays."""
        return Interval(
            None if self.low is None else self.low - below,
            None if self.high is None else self.high + above,
            self.low_open,
            self.high_open,
        )

    def scaled(self, factor: Fraction, offset: Fraction = Fraction(0)) -> Interval:
        """Each value times `factor`, plus `offset`."""
        low = None if self.low is None else self.low * factor + offset
        high = None if self.high is None else self.high * factor + offset
        if factor == 0:
            return Interval.exact(offset)
        if factor < 0:
            return Interval(high, low, self.high_open, self.low_open)
        return Interval(low, high, self.low_open, self.high_open)

    def __neg__(self) -> Interval:
        return self.scaled(Fraction(-1))

    def __add__(self, other: Interval) -> Interval:
        return Interval(
            None if self.low is None or other.low is None else self.low + other.low,
            None if self.high is None or other.high is None else self.high + other.high,
            self.low_open or other.low_open,
            self.high_open or other.high_open,
        )

    def __sub__(self, other: Interval) -> Interval:
        return self + (-other)

    def __mul__(self, other: Interval) -> Interval:
        corners = [_times(a, b) for a in (_lower(self), _upper(self)) for b in (_lower(other), _upper(other))]
        low, low_open = _end(corners, -1)
        high, high_open = _end(corners, +1)
        return Interval(low, high, low_open, high_open)

    def reciprocal(self) -> Interval:
        """One over each value but zero.

        Raises:
            ZeroInsideError: zero lies inside, or is all there is. At an end, the result is unbounded there.
        """
        inside = (self.low is None or self.low < 0) and (self.high is None or self.high > 0)
        if inside or (self.low == 0 and self.high == 0):
            raise ZeroInsideError
        if self.low is not None and self.low >= 0:
            top = None if self.low == 0 else 1 / self.low
            bottom = Fraction(0) if self.high is None else 1 / self.high
            return Interval(bottom, top, self.high_open, self.low_open)
        return -((-self).reciprocal())

    def __truediv__(self, other: Interval) -> Interval:
        return self * other.reciprocal()

    def magnitude(self) -> Fraction:
        """The largest absolute value of the finite ends; 0 without one."""
        return max((abs(end) for end in (self.low, self.high) if end is not None), default=Fraction(0))


# An end, for arithmetic: (value, open); value None is minus infinity for a lower end, plus infinity for an upper one.
_End = tuple[float | Fraction, bool]
_INFINITE = float("inf")


def _lower(interval: Interval) -> _End:
    return (-_INFINITE if interval.low is None else interval.low, interval.low_open)


def _upper(interval: Interval) -> _End:
    return (_INFINITE if interval.high is None else interval.high, interval.high_open)


def _times(a: _End, b: _End) -> _End:
    # A closed zero makes the product zero whatever stands on the other side; an open zero times no bound approaches
    # zero from the corner that the other ends supply.
    if a[0] == 0 or b[0] == 0:
        attained = (a[0] == 0 and not a[1]) or (b[0] == 0 and not b[1])
        return (Fraction(0), not attained)
    if isinstance(a[0], float) or isinstance(b[0], float):
        return (_INFINITE if (a[0] > 0) == (b[0] > 0) else -_INFINITE, True)
    return (a[0] * b[0], a[1] or b[1])


def _end(candidates: list[_End], side: int) -> tuple[Fraction | None, bool]:
    """The outermost candidate on a side (-1 lower, +1 upper); among equal ones a closed end wins."""
    value = max(candidates, key=lambda end: (side * end[0], not end[1]))
    return (None, True) if isinstance(value[0], float) else (value[0], value[1])
