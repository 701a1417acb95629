"""A number with a unit, as a step writes it, held against the exact one of a report."""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction

_DIGITS = re.compile(r"\d[\d,]*(?:\.(?P<decimals>\d+))?|\.(?P<only>\d+)")


@dataclass(frozen=True, slots=True)
class Amount:
    """A number of some unit; `half` is how far another number may lie that is rounded to it: half its last digit."""

    number: Fraction
    half: Fraction
    unit: str


def reads_as(found: float | None, unit: str | None, written: str) -> bool:
    """Is this what a reader would write: the number rounded to the digits written, in this unit or another of its kind?

    Args:
        found: the exact number as a program gets it.
        unit: its unit, as a program gets it.
        written: `39.5 %`, `6 hours`, `a quarter of a day`, `1.2 million barrels a day`.

    Raises:
        AssertionError: `written` is no number with a unit.
    """
    amount = _amount(written)
    factor = _factor(amount.unit, unit or "")
    if found is None or factor is None:
        return False
    return abs(Fraction(str(found)) - amount.number * factor) <= amount.half * factor


def same_number(found: float | None, written: str, unit: str | None) -> bool:
    """Is it exactly this?

    Raises:
        AssertionError: `written` is no number with a unit.
    """
    amount = _amount(written)
    factor = _factor(amount.unit, unit or "")
    return found is not None and factor is not None and Fraction(str(found)) == amount.number * factor


def _amount(written: str) -> Amount:
    from factlint.quantities.read import QuantityError, Reading, read_quantity
    from factlint.quantities.units import Units
    from factlint.quantities.values import Form

    number, _, unit = written.partition(" ")
    try:
        found = read_quantity(written, Reading(Units(), signed=True, counted=False))
    except QuantityError as error:
        try:  # a unit of the vocabulary
            found, name = read_quantity(number, Reading(Units(), signed=True, counted=False)), unit
        except QuantityError:
            raise _no_amount(written) from error
    else:
        name = found.unit.name
    if found.form is not Form.NUMBER or found.nominal is None:
        raise _no_amount(written)
    return Amount(found.nominal, _half_last_digit(written, found.nominal), name)


def _no_amount(written: str) -> AssertionError:
    return AssertionError(f"`{written}` is no number with a unit; write `39.5 %` or `6 hours`")


def _half_last_digit(written: str, number: Fraction) -> Fraction:
    """Of a number in words: nothing; it is meant exactly."""
    digits = _DIGITS.search(written)
    if digits is None:
        return Fraction(0)
    step = Fraction(1, 10 ** len(digits["decimals"] or digits["only"] or ""))
    as_written = Fraction(digits[0].replace(",", ""))
    scale = abs(number) / as_written if as_written else 1  # `1.2 million` is written to a tenth of a million
    return step * scale / 2


def _factor(written: str, unit: str) -> Fraction | None:
    """How many of the `unit` make one of that `written`; None where they are not of one kind."""
    from factlint.quantities.units import Units

    if _plain(written) == _plain(unit):
        return Fraction(1)
    units = Units()
    one, other = units.find(written), units.find(unit)
    if one is None or other is None or one.dimension != other.dimension:
        return None
    if one.is_points != other.is_points or one.is_share != other.is_share:  # 5 % of 40 % are not 5 percentage points
        return None
    return one.factor / other.factor


def _plain(unit: str) -> str:
    """A unit without its plural, `%` as its name."""
    unit = unit.strip()
    if unit in {"%", "percent"}:
        return "percent"
    return "/".join(part if part.endswith("ss") else part.removesuffix("s") for part in unit.split("/"))
