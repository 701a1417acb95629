"""Agreement as two places on a line: where a value starts, and how far it reaches.

Every form of agreement between intervals comes to the same: two agree where each starts no later than the other reaches.
So a group is judged by its outermost members, and divided by sorting, whatever its size.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from factlint.assertions.agreement import (
    Agreement,
    Mode,
    calendar_months,
    date_interval,
    difference,
    quantity_interval,
    shifted,
)
from factlint.language.model import Absolute, Relative
from factlint.quantities.interval import Interval
from factlint.quantities.values import DateSpan, Quantity, Unit

Key = tuple[int, float, Fraction, int]
"""A place, for comparing: beyond all numbers (-1, 1) or not (0), the number roughly, exactly, and just before it (-1),
at it (0) or just behind it (1). The rough number only saves time: it is never on the wrong side of another.
"""

_ZERO = Fraction(0)
BELOW_ALL: Key = (-1, 0.0, _ZERO, 0)
ABOVE_ALL: Key = (1, 0.0, _ZERO, 0)
OUT_OF_REACH: Key = (2, 0.0, _ZERO, 0)
"""Where a value starts that certainly agrees with none."""


@dataclass(frozen=True, slots=True)
class Reach:
    """Two values agree where `start` of each is at most `reach` of the other."""

    start: Key
    reach: Key

    def meets(self, other: Reach) -> bool:
        return self.start <= other.reach and other.start <= self.reach


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a value stands. Those who stand on the same spot agree if it is `mutual`.

    `sees` is what it holds against others, `seen` what others hold against it, each by lane: two values are compared in
    the lane that one sees and in which the other is seen. Numbers have one lane; dates written with a zone and without
    one have two each, since a day without a zone is longer when held against an instant. `mark` keeps values apart that
    stand alike and are not the same.
    """

    sees: tuple[tuple[int, Reach], ...]
    seen: tuple[tuple[int, Reach], ...]
    mutual: bool
    mark: object = None


def place(number: Fraction, side: int) -> Key:
    try:
        rough = float(number)
    except OverflowError:
        rough = float("inf") if number > 0 else float("-inf")
    return (0, rough, number, side)


def reach_of(interval: Interval, agrees: Agreement, unit: Unit | None) -> Reach:
    """Where an interval stands under a form of agreement; in `unit`, or in seconds of UTC where it is None."""
    if agrees.mode is Mode.CLEAR:
        # Every choice agrees: from the lowest value the tolerance must reach the other's highest.
        if interval.low is None or interval.high is None:
            return Reach(OUT_OF_REACH, BELOW_ALL)
        return Reach(place(interval.high, 0), _extended(interval.low, place(interval.low, 0), agrees, unit))
    start = BELOW_ALL if interval.low is None else place(interval.low, int(interval.low_open))
    if interval.high is None:
        return Reach(start, ABOVE_ALL)
    end = place(interval.high, -int(interval.high_open))
    return Reach(start, max(end, _extended(interval.high, end, agrees, unit)))


def _extended(end: Fraction, own: Key, agrees: Agreement, unit: Unit | None) -> Key:
    """The last place that a tolerance allows after an end."""
    match agrees.tolerance:
        case None:
            return own
        case Relative(share) if end > 0:
            return ABOVE_ALL if share >= 1 else place(end / (1 - share), 1)
        case Relative(share) if end < 0:
            return place(_ZERO, -1) if share >= 1 else place(end * (1 - share), 1)
        case Relative():
            return own
        case Absolute(quantity):
            months = calendar_months(quantity) if unit is None else None
            return place(end + difference(quantity, unit) if months is None else shifted(end, months), 1)


def spot_of_quantity(quantity: Quantity, agrees: Agreement, unit: Unit, *, clear: bool = False) -> Spot:
    """`unit`: that in which all of the group are compared. `clear`: whatever the form of agreement, without precision."""
    converted = quantity.to(unit)
    interval = converted.clear if clear else quantity_interval(converted, agrees.mode)
    reach = reach_of(interval, agrees, unit)
    lane = ((0, reach),)
    return Spot(lane, lane, mutual=reach.start <= reach.reach)


def spot_of_date(date: DateSpan, agrees: Agreement) -> Spot:
    own = reach_of(date_interval(date, agrees.mode, against_zoned=date.zoned), agrees, None)
    other = own if date.zoned else reach_of(date_interval(date, agrees.mode, against_zoned=True), agrees, None)
    mine, theirs = (0, 1) if date.zoned else (1, 0)
    return Spot(
        sees=((mine, own), (2 + theirs, other)),
        seen=((mine, own), (2 + mine, other)),
        mutual=True,
        mark=(date.start, date.end, date.zoned),
    )
