"""The units of generated claims, and how many of the property's own unit each is.

The generator writes with these factors, and the hand-written rivals read with them: they are given what factlint has to
find out.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

Family = Literal["oil exports", "export share", "stock"]


@dataclass(frozen=True, slots=True)
class Way:
    """A way to write an amount.

    Attributes:
        unit: as written behind the number; None: the bare number.
        factor: how many of the property's unit it is.
        decimals: how many decimals the smallest step of a generated amount takes in it; negative: zeros behind it.
        gap: between number and unit, where both stand in one text.
    """

    unit: str | None
    factor: Fraction
    decimals: int
    gap: str = " "


STEP = {"oil exports": Fraction(1000), "export share": Fraction(1, 10), "stock": Fraction(100)}
"""The step of generated amounts: barrels a day, percent, tonnes."""

PROPERTY_UNIT = {"oil exports": "barrel/day", "export share": "percent", "stock": "tonne"}

RAW: dict[Family, tuple[Way, ...]] = {
    "oil exports": (
        Way("barrel/day", Fraction(1), -3),
        Way("million barrels/day", Fraction(1_000_000), 3),
        Way("mb/d", Fraction(1_000_000), 3),
        Way("kb/d", Fraction(1000), 0),
        Way("bpd", Fraction(1), -3),
    ),
    "export share": (
        Way("percent", Fraction(1), 1),
        Way("%", Fraction(1), 1),
        Way(None, Fraction(100), 3),
        Way("permille", Fraction(1, 10), 0),
        Way("basis points", Fraction(1, 100), -1),
    ),
    "stock": (
        Way("tonne", Fraction(1), -2),
        Way("kg", Fraction(1, 1000), -5),
        Way("kilotonne", Fraction(1000), 1),
        Way("million tonnes", Fraction(1_000_000), 4),
        Way("t", Fraction(1), -2),
    ),
}

WORDS: dict[Family, tuple[Way, ...]] = {
    "oil exports": (
        Way("mn barrels a day", Fraction(1_000_000), 3, gap=""),
        Way("million barrels/day", Fraction(1_000_000), 3),
        Way("mb/d", Fraction(1_000_000), 3),
        Way("kb/d", Fraction(1000), 0),
        Way("bpd", Fraction(1), -3),
    ),
    "export share": (
        Way("%", Fraction(1), 1, gap=""),
        Way("percent", Fraction(1), 1),
        Way("pct", Fraction(1), 1),
        Way("basis points", Fraction(1, 100), -1),
    ),
    "stock": (
        Way("tonnes", Fraction(1), -2),
        Way("kg", Fraction(1, 1000), -5),
        Way("thousand tonnes", Fraction(1000), 1),
        Way("million tonnes", Fraction(1_000_000), 4),
        Way("t", Fraction(1), -2),
    ),
}

HEDGES = ("", "about", "nearly", "roughly", "")
"""Of amounts that are to agree; every other one has none."""

ONE_SIDED = ("", "more than", "at least", "up to", "")
"""Of shares that are only to lie within bounds."""
