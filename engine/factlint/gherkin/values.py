"""What a step says that a claim may mean, held against what it is read as."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from factlint.quantities.values import Quantity, Value


def means(value: Value, written: str) -> bool:
    """Is the value what is written: as reports show it, or in words that give the same ends or the same days?

    `36 to 40 %`, `less than 20 %`, `seven`, `2025-10-22`: a quantity as claims write it, in any unit of its kind, whose
    own rounding does not count; a date; a name.
    """
    from factlint.assertions.words import show_value
    from factlint.quantities.values import DateSpan, Quantity

    if show_value(value) == written:
        return True
    match value:
        case Quantity():
            return _same_ends(value, written)
        case DateSpan():
            return _same_days(value.start, value.end, written)
        case _:
            return False


def _same_ends(value: Quantity, written: str) -> bool:
    from factlint.quantities.read import QuantityError, Reading, read_quantity
    from factlint.quantities.units import Units

    may_be_negative = value.interval.low is None or value.interval.low < 0
    reading = Reading(Units(), unit=value.unit, signed=may_be_negative, counted=False)
    try:
        meant = read_quantity(written, reading).to(value.unit)
    except (QuantityError, ValueError):
        return False
    return (meant.clear.low, meant.clear.high) == (value.interval.low, value.interval.high)


def _same_days(start: int | None, end: int | None, written: str) -> bool:
    from factlint.quantities.dates import DateError, parse_date

    try:
        meant = parse_date(written)
    except DateError:
        return False
    return (meant.start, meant.end) == (start, end)
