"""What a trend forbids between two claims, and between one and a stretch of later ones."""

from __future__ import annotations

from dataclasses import dataclass, replace
from fractions import Fraction

from factlint.assertions.agreement import farthest_ends, shifted
from factlint.assertions.course import Bound, Pair, Step, Stretch
from factlint.assertions.reach import Key
from factlint.language.model import Absolute, Relative, Trend
from factlint.quantities.calendar import civil
from factlint.quantities.interval import Interval
from factlint.quantities.values import MICROSECONDS, Quantity, Unit

MONTHS = {"month": 1, "quarter": 3, "year": 12}
SECONDS = {"hour": 3600, "day": 86_400, "week": 604_800}
_ZERO = Fraction(0)
_DAY = 86_400 * MICROSECONDS


def bound_of(assertion: Trend, unit: Unit, *, clearly: bool) -> Bound:
    """For claims in this unit."""
    match assertion.by:
        case Relative(share):
            return _Share(assertion.per or "year", clearly, share)
        case Absolute(quantity):
            size = quantity.unit.factor / unit.factor
            return _Amount(assertion.per or "year", clearly, quantity.nominal or _ZERO, size)
        case None:
            return _Rise(clearly) if assertion.direction == "increase" else _Fall(clearly)


@dataclass(frozen=True, slots=True)
class _Rise:
    """No later value is higher; `clearly`: none may be."""

    clearly: bool

    def pair(self, earlier: Step, later: Step) -> Pair | None:
        a, b = earlier.interval, later.interval
        if self.clearly:
            if b.high is not None and a.low is not None and b.high <= a.low:
                return None
            ends = (a.low, b.high)
        elif earlier.high < later.low:
            ends = (a.high, b.low)
        else:
            return None
        change = None if ends[0] is None or ends[1] is None else ends[1] - ends[0]
        return Pair(earlier.entry, later.entry, change, _ZERO, earlier.unit)

    def most(self, earlier: Step, stretch: Stretch) -> tuple[bool, Fraction | None]:
        if self.clearly:
            return _beyond(earlier.interval.low, stretch.highest)
        if not earlier.high < stretch.last_low:
            return (False, None)
        return (True, _number(stretch.last_low) - _number(earlier.high))


@dataclass(frozen=True, slots=True)
class _Fall:
    """No later value is lower: the same with the signs turned."""

    clearly: bool

    def pair(self, earlier: Step, later: Step) -> Pair | None:
        found = _Rise(self.clearly).pair(_turned(earlier), _turned(later))
        return None if found is None else replace(found, earlier=earlier.entry, later=later.entry)

    def most(self, earlier: Step, stretch: Stretch) -> tuple[bool, Fraction | None]:
        if self.clearly:
            high = earlier.interval.high
            return _beyond(None if high is None else -high, _negated(stretch.lowest))
        if not stretch.first_high < earlier.low:
            return (False, None)
        return (True, _number(earlier.low) - _number(stretch.first_high))


def _turned(step: Step) -> Step:
    return Step.of(step.entry, -step.interval, step.unit)


def _negated(key: Key) -> Key:
    return (-key[0], -key[1], -key[2], -key[3])


def _number(key: Key) -> Fraction:
    return key[2]


def _beyond(low: Fraction | None, highest: Key) -> tuple[bool, Fraction | None]:
    if low is None or highest[0]:
        return (True, None)
    most = _number(highest) - low
    return (most > 0, most)


@dataclass(frozen=True, slots=True)
class _Amount:
    """No change beyond so much for each period in between."""

    per: str
    clearly: bool
    amount: Fraction
    size: Fraction

    def pair(self, earlier: Step, later: Step) -> Pair | None:
        a, b = earlier.interval, later.interval
        allowed = self.amount * periods_between(earlier, later, self.per)
        ends = farthest_ends(a, b) if self.clearly else a.nearest_ends(b) or (_ZERO, _ZERO)
        if ends is None:
            return Pair(earlier.entry, later.entry, None, allowed, earlier.unit)
        change = (ends[1] - ends[0]) / self.size
        return Pair(earlier.entry, later.entry, change, allowed, earlier.unit) if change > allowed else None

    def most(self, earlier: Step, stretch: Stretch) -> tuple[bool, Fraction | None]:
        a = earlier.interval
        up, down = (a.low, a.high) if self.clearly else (a.high, a.low)
        above, below = (stretch.highest, stretch.lowest) if self.clearly else (stretch.last_low, stretch.first_high)
        if self.clearly and (up is None or down is None or above[0] or below[0]):
            return (True, None)
        ways = []
        if up is not None and not above[0]:
            ways.append(_number(above) - up)
        if down is not None and not below[0]:
            ways.append(down - _number(below))
        most = max(ways, default=_ZERO) / self.size - self.amount * at_least_between(earlier, stretch, self.per)
        return (most > 0, most)


@dataclass(frozen=True, slots=True)
class _Share:
    """No change beyond a share of the earlier value for each period in between."""

    per: str
    clearly: bool
    share: Fraction

    def pair(self, earlier: Step, later: Step) -> Pair | None:
        a, b = earlier.interval, later.interval
        least = largest_share(a, b) if self.clearly else smallest_share(a, b)
        allowed = self.share * periods_between(earlier, later, self.per)
        if least is not None and least <= allowed:
            return None
        return Pair(earlier.entry, later.entry, None if least is None else least * 100, allowed * 100, earlier.unit)

    def most(self, earlier: Step, stretch: Stretch) -> tuple[bool, Fraction | None]:
        shares = self._shares(earlier, stretch)
        if None in shares:
            return (True, None)
        allowed = self.share * at_least_between(earlier, stretch, self.per)
        most = (max((it for it in shares if it is not None), default=_ZERO) - allowed) * 100
        return (most > 0, most)

    def _shares(self, earlier: Step, stretch: Stretch) -> list[Fraction | None]:
        """A share rises with the value that is reached, whatever it is a share of; so the outermost ends decide."""
        a = earlier.interval
        if self.clearly:
            if stretch.lowest[0] or stretch.highest[0]:
                return [None]
            if a.is_point and stretch.lowest == stretch.highest == earlier.low:
                return [_ZERO]
            return [largest_share(a, _between(stretch.lowest, stretch.highest))]
        shares: list[Fraction | None] = []
        if earlier.high < stretch.last_low:
            shares.append(share_reached(a, _number(stretch.last_low)))
        if stretch.first_high < earlier.low:
            shares.append(share_reached(-a, -_number(stretch.first_high)))
        return shares


def _between(low: Key, high: Key) -> Interval:
    return Interval(_number(low), _number(high))


def smallest_share(a: Interval, b: Interval) -> Fraction | None:
    """The least that any choice of values changes by, as a share of the earlier one; None beyond any share."""
    if b.below(a):
        a, b = -a, -b
    if not a.below(b):
        return _ZERO
    assert b.low is not None
    return share_reached(a, b.low)


def share_reached(a: Interval, reached: Fraction) -> Fraction | None:
    """The least share of a value by which it rises to at least a number above it.

    Upward to y > 0 the share y/x - 1 falls as x grows, and from below zero 1 + y/|x| falls as x sinks; so the ends of the
    earlier interval decide. An earlier value without a bound below comes near 1 and never reaches it.
    """
    shares = [(reached - base) / abs(base) for base in (a.low, a.high) if base]
    if a.low is None:
        shares.append(Fraction(1) if reached <= 0 else Fraction(1) + Fraction(1, 10**300))
    return min(shares, default=None)


def largest_share(a: Interval, b: Interval) -> Fraction | None:
    """The most that some choice changes by; None where there is no most: no bound, or an earlier value about zero."""
    if a.low is None or a.high is None or b.low is None or b.high is None:
        return None
    if a.low <= 0 <= a.high:
        return _ZERO if a == b and a.is_point else None
    return max(abs(reached - base) / abs(base) for base in (a.low, a.high) for reached in (b.low, b.high))


def periods_between(earlier: Step, later: Step, per: str) -> int:
    """The least number of periods (at least 1) that, added to the earlier start, reach the later."""
    one, other = earlier.period.start, later.period.start
    if one is None or other is None:
        return 1
    if per in SECONDS:
        return max(1, -(-(other - one) // (SECONDS[per] * MICROSECONDS)))
    months = MONTHS.get(per, 12)
    times = _whole_months(one, other) // months
    start, end = Fraction(one, MICROSECONDS), Fraction(other, MICROSECONDS)
    while times < 1 or shifted(start, times * months) < end:
        times += 1
    return times


def at_least_between(earlier: Step, stretch: Stretch, per: str) -> int:
    """No more than the periods between a claim and any of a stretch."""
    one, other = earlier.period.start, stretch.start
    if one is None:
        return 1
    if per in SECONDS:
        return max(1, -(-(other - one) // (SECONDS[per] * MICROSECONDS)))
    return max(1, _whole_months(one, other) // MONTHS.get(per, 12))


def _whole_months(one: int, other: int) -> int:
    """Months between two instants, never more than there are: those of the calendar, but for the last."""
    (year, month, _), (later_year, later_month, _) = civil(one // _DAY), civil(other // _DAY)
    return (later_year - year) * 12 + later_month - month - 1


def fits(quantity: Quantity, assertion: Trend) -> bool:
    """Can what is allowed be held against changes of this quantity?"""
    return not isinstance(assertion.by, Absolute) or assertion.by.quantity.unit.dimension == quantity.unit.dimension
