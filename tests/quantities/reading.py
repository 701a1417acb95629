"""Shorthand for the tables: an interval as mathematicians write it, a reading for a property's unit."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from factlint.quantities.interval import Interval
from factlint.quantities.read import Reading, read_quantity
from factlint.quantities.units import Units
from factlint.quantities.values import Quantity

UNITS = Units(
    ["drone = [drone]", "squadron = 12 aircraft", "aircraft = [aircraft] = plane"],
    {"crude oil": {"7.33 ± 0.1 barrel": "1 tonne"}},
    {"EUR": {"2025-10": "1.16 USD", "2025": "1.10 USD"}, "RUB": {"2025-10": "0.0125 USD"}},
)


def reading(unit: str | None = None, *, rank: bool = False, signed: bool = False, counted: bool = True) -> Reading:
    return Reading(UNITS, UNITS.parse(unit) if unit else None, rank=rank, signed=signed, counted=counted)


def read(text: str | Mapping[str, object], unit: str | None = None, **how: bool) -> Quantity:
    """The quantity, in the property's unit where it converts to it."""
    how_to = reading(unit, **how)
    quantity = read_quantity(text, how_to)
    return (
        quantity.to(how_to.unit)
        if how_to.unit is not None and how_to.unit.dimension == quantity.unit.dimension
        else quantity
    )


def interval(text: str) -> Interval:
    """`(39.5, 40.5)`, `[0, 40)`, `(40, –)`."""
    low, high = (part.strip() for part in text[1:-1].split(","))
    return Interval(
        None if low == "–" else Fraction(low),
        None if high == "–" else Fraction(high),
        text[0] == "(",
        text[-1] == ")",
    )
