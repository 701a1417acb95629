"""In which ways a denied value is compared with an asserted one: a lane for each, in which one sees and the other is seen.

Quantities are compared plainly, or with what is asserted drawn in by its precision (for a range or `about` that is
denied), and for denied numbers one or the other by which of the two is the coarser; dates by their zone.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator
from collections.abc import Set as AbstractSet
from fractions import Fraction

from factlint.assertions.agreement import Agreement
from factlint.assertions.finding import Entry
from factlint.assertions.reach import ABOVE_ALL, BELOW_ALL, Key, Spot, place, spot_of_date, spot_of_quantity
from factlint.quantities.interval import Interval
from factlint.quantities.values import DateSpan, Form, Quantity, Unit

Ends = tuple[Key, Key]
Lane = tuple[Hashable, Ends]

_NOTHING = Fraction(0)


def seen_of(entry: Entry, unit: Unit | None, *, clearly: bool) -> Iterator[Lane]:
    """What others hold against it. Quantities in `unit`."""
    value = entry.value
    if clearly:
        yield from ((lane, (seen.start, seen.reach)) for lane, seen in _spot(entry, unit).seen)
    elif isinstance(value, DateSpan):
        yield from _of_date(value, across=value.zoned)
    elif isinstance(value, Quantity) and unit is not None:
        quantity = value.to(unit)
        always, by_precision = _of_quantity(quantity, entry.claim.stance)
        yield from always
        if by_precision is not None:
            whole, narrow = by_precision
            yield ("plain", quantity.precision), whole
            yield ("drawn in", quantity.precision), narrow


def sees_of(entry: Entry, unit: Unit | None, precisions: AbstractSet[Fraction], *, clearly: bool) -> Iterator[Lane]:
    """What it holds against others, whose `precisions` are known."""
    value = entry.value
    if clearly:
        yield from ((lane, (sees.start, sees.reach)) for lane, sees in _spot(entry, unit).sees)
    elif isinstance(value, DateSpan):
        yield from _of_date(value, across=not value.zoned)
    elif isinstance(value, Quantity) and unit is not None:
        quantity = value.to(unit)
        always, by_precision = _of_quantity(quantity, entry.claim.stance)
        yield from always
        if by_precision is not None:
            whole, narrow = by_precision
            for theirs in precisions:
                asserts = entry.claim.stance == "asserts"
                denied, asserted = (theirs, quantity.precision) if asserts else (quantity.precision, theirs)
                coarse = denied >= asserted
                yield ("plain" if coarse else "drawn in", theirs), whole if coarse else narrow


def _of_date(date: DateSpan, *, across: bool) -> Iterator[Lane]:
    """Among dates of its own sort, with a zone or without, and across the two."""
    yield ("same", date.zoned), _ends(date.interval(against_zoned=date.zoned))
    yield ("across", across), _ends(date.interval(against_zoned=True))


def _of_quantity(quantity: Quantity, stance: str) -> tuple[list[Lane], tuple[Ends, Ends] | None]:
    """Its lanes whoever is the more precise; and, where that decides, its ends as they are and drawn in."""
    whole = _ends(quantity.interval)
    if stance == "asserts":
        inner = _ends(quantity.interval, quantity.precision)
        return [("plain", whole), ("drawn in", inner)], (whole, inner)
    if quantity.form is Form.NUMBER and quantity.nominal is not None:
        return [], (whole, _around(quantity.nominal))
    return [("drawn in" if quantity.form in {Form.RANGE, Form.ABOUT} else "plain", whole)], None


def _spot(entry: Entry, unit: Unit | None) -> Spot:
    """Where it stands among those it may meet, its precision left out."""
    if isinstance(entry.value, DateSpan):
        return spot_of_date(entry.value, Agreement())
    assert isinstance(entry.value, Quantity) and unit is not None
    return spot_of_quantity(entry.value, Agreement(), unit, clear=True)


def _ends(interval: Interval, inward: Fraction = _NOTHING) -> Ends:
    """Its two places, moved towards each other by so much: one lies within another if it starts no earlier and ends no later."""
    low = BELOW_ALL if interval.low is None else place(interval.low + inward, int(interval.low_open))
    high = ABOVE_ALL if interval.high is None else place(interval.high - inward, -int(interval.high_open))
    return low, high


def _around(number: Fraction) -> Ends:
    """An open interval about a number, of no width: what is asserted has been drawn in by the width it has."""
    return place(number, 1), place(number, -1)
