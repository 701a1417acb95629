"""How far the true value can be from what was printed, and what that leaves of a count."""

from __future__ import annotations

import math
from fractions import Fraction

from factlint.quantities import messages
from factlint.quantities.interval import Interval
from factlint.quantities.messages import QuantityError
from factlint.quantities.numbers import Number
from factlint.quantities.values import Unit

_HALF_POINT = Fraction(1, 200)
_COUNTED_OUT = 100
"""Below it, things are taken to have been counted one by one."""


def half_width(number: Number, unit: Unit, *, counted: bool, ratio: bool = False) -> Fraction:
    """Half the width that the digits as written leave open, in the unit they were written in.

    The smallest of half a unit of the last non-zero digit (zeros after a decimal point count), half a unit of the second
    significant digit where there is one, and a tenth of the number, or half a percentage point of a share. `ratio`: a
    fraction of one. Source: JCGM 100:2008, F.2.2.1 (resolution of a digital indication), made narrower for round numbers.
    """
    value = abs(number.value)
    if counted and value < _COUNTED_OUT and value.denominator == 1:
        return Fraction(0)
    if ratio and number.digits is None:
        return _HALF_POINT / unit.factor
    widths = [place * number.scale / 2 for place in _places(number)]
    if value == 0:
        return widths[0] if widths and "." in (number.digits or "") else Fraction(0)
    widths.append(_HALF_POINT / unit.factor if _is_share(unit, value, ratio=ratio) else value / 10)
    return min(widths)


def _is_share(unit: Unit, value: Fraction, *, ratio: bool) -> bool:
    return ratio or unit.is_share or (not unit.dimension and value < 1)


def _places(number: Number) -> list[Fraction]:
    """The place of the last digit that counts and, where two significant digits were written, that of the second."""
    digits = number.digits
    if digits is None:  # a third of a million: as if written with two digits
        exponent = math.floor(math.log10(float(abs(number.mantissa))))
        return [Fraction(10) ** (exponent - 1)]
    whole, _, decimals = digits.lstrip("+-").partition(".")
    written = (whole + decimals).lstrip("0")
    last = -len(decimals) if decimals else len(whole) - len(whole.rstrip("0"))
    places = [Fraction(10) ** last]
    if len(written) >= 2:
        first = len(written) - 1 - len(decimals)
        places.append(Fraction(10) ** (first - 1))
    return places


def whole_numbers(interval: Interval, text: str, *, outward: bool) -> Interval:
    """The whole numbers in an interval of counts; the ends of a hedge are first rounded outward.

    Raises:
        QuantityError: there is none.
    """
    low, high = interval.low, interval.high
    low_open, high_open = interval.low_open, interval.high_open
    if outward:
        if low is not None and low.denominator != 1:
            low, low_open = Fraction(math.floor(low)), False
        if high is not None and high.denominator != 1:
            high, high_open = Fraction(math.ceil(high)), False
    if low is not None:
        low = Fraction(math.floor(low) + 1 if low_open else math.ceil(low))
    if high is not None:
        high = Fraction(math.ceil(high) - 1 if high_open else math.floor(high))
    if low is not None and high is not None and low > high:
        raise QuantityError(*messages.no_whole_number(text))
    return Interval(low, high)
