"""A number with a unit, as a step writes it, held against the exact one of a report."""

from __future__ import annotations

import re
from decimal import Decimal
from fractions import Fraction

_SCALES = {
    **dict.fromkeys(("thousand", "k"), 10**3),
    **dict.fromkeys(("million", "mn"), 10**6),
    **dict.fromkeys(("billion", "bn"), 10**9),
}


def reads_as(found: float | None, unit: str | None, written: str) -> bool:
    """Is this what a reader would write: the number rounded to the digits written, in the same unit?

    Args:
        found: the exact number as a program gets it.
        unit: its unit, as a program gets it.
        written: `39.5 %`, `6 hours`, `1.2 mn barrels/day`.
    """
    number, scale, written_unit = _amount(written)
    if found is None or written_unit != _plain(unit or ""):
        return False
    last_digit = Fraction(10) ** int(number.as_tuple().exponent)
    return abs(Fraction(str(found)) / scale - Fraction(number)) * 2 <= last_digit


def _amount(written: str) -> tuple[Decimal, int, str]:
    match = re.fullmatch(r"([-−]?[\d,]*\.?\d+)(?: ?(?=%)| |$)(.*)", written)
    if match is None:
        raise AssertionError(f"`{written}` is no number with a unit; write `39.5 %` or `6 hours`")
    number = Decimal(match[1].replace(",", "").replace("−", "-"))
    first, _, rest = match[2].partition(" ")
    if first in _SCALES:
        return number, _SCALES[first], _plain(rest)
    return number, 1, _plain(match[2])


def _plain(unit: str) -> str:
    """A unit without its plural, `%` as its name."""
    unit = unit.strip().removesuffix(" of the larger")
    if unit in {"%", "percent"}:
        return "percent"
    if unit in {"person", "people"}:
        return "people"
    return "/".join(part if part.endswith("ss") else part.removesuffix("s") for part in unit.split("/"))


def same_number(found: float | None, written: str, unit: str | None) -> bool:
    """Is it exactly this, in the same unit?"""
    number, scale, written_unit = _amount(written)
    return found is not None and written_unit == _plain(unit or "") and Fraction(str(found)) == Fraction(number) * scale
