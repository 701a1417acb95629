"""How reports write numbers, intervals and dimensions."""

from __future__ import annotations

from fractions import Fraction

from factlint.quantities.interval import Interval
from factlint.quantities.names import plural
from factlint.quantities.values import Dimension, Unit

_SIGNIFICANT = 4
_MOST_SIGNIFICANT = 15
_SCALES = ((Fraction(10**12), "tn"), (Fraction(10**9), "bn"), (Fraction(10**6), "mn"))
_LOG_2 = 0.30103
"""Digits of a bit: an estimate, from which the exact power is a step or two away."""

_DURATIONS = (("day", 86_400), ("hour", 3600), ("minute", 60), ("second", 1))


def show_number(number: Fraction, significant: int = _SIGNIFICANT) -> str:
    """`66.17`, `4.4`, `250,000`: whole numbers in full, others to four significant digits (`significant`)."""
    magnitude = _magnitude(abs(number)) if number else 0
    if number.denominator == 1:
        return f"{number.numerator:,}" if magnitude < 18 else _scientific(number, magnitude, 6)
    if not -9 <= magnitude < 18:
        return _scientific(number, magnitude, significant)
    places = max(0, significant - 1 - magnitude)
    rounded = round(number, places) if places else Fraction(round(number))
    whole, rest = divmod(abs(rounded), 1)
    decimals = str(int(rest * 10**places)).rjust(places, "0").rstrip("0") if rest else ""
    sign = "-" if rounded < 0 else ""
    return f"{sign}{int(whole):,}" + (f".{decimals}" if decimals else "")


def _scientific(number: Fraction, magnitude: int, significant: int) -> str:
    """`1.5e+20`, as Python writes a float; also where a float ends."""
    digits = f"{float(number / Fraction(10) ** magnitude):.{significant}g}"
    if digits.lstrip("-") == "10":  # rounded up
        digits, magnitude = digits[:-1], magnitude + 1
    return f"{digits}e{magnitude:+03d}"


def _magnitude(number: Fraction) -> int:
    """The power of ten of the first digit, exactly."""
    # At most one binary digit too few, which is less than a third of a decimal one: rounded, never too low.
    power = round((number.numerator.bit_length() - number.denominator.bit_length()) * _LOG_2)
    while Fraction(10) ** power > number:
        power -= 1
    return power


def show_interval(interval: Interval, unit: Unit | None = None) -> str:
    """`38–42 %`, `4.18–4.62 mn barrels/day`, `above 10 mn barrels/day`, `at least 40 %`; a point is one number."""
    scale, word = _scale(interval.magnitude())
    after = f" {word}" if word else ""
    after += _unit_after(unit)
    low = None if interval.low is None else interval.low / scale
    high = None if interval.high is None else interval.high / scale
    if low is not None and low == high:
        return show_number(low) + (_unit_after(unit, one=True) if low == 1 and not word else after)
    if low is None and high is None:
        return "any number" + (f" of{after}" if after else "")
    if high is None:
        assert low is not None
        return f"{'above' if interval.low_open else 'at least'} {show_number(low)}{after}"
    if low is None or (low == 0 and not interval.low_open):
        return f"{'below' if interval.high_open else 'up to'} {show_number(high)}{after}"
    first, second = _apart(low, high)
    return f"{first}{' to ' if low < 0 else '–'}{second}{after}"


def show_quantity(number: Fraction, unit: Unit | None = None) -> str:
    """One number with its unit: `10 mn barrels/day`, `5 %`."""
    return show_interval(Interval.exact(number), unit)


def show_duration(seconds: Fraction) -> str:
    """`24 hours`, `2 days`, `90 minutes` as `1.5 hours`: the largest unit of which there are at least one and, of days, two."""
    for name, length in _DURATIONS:
        least = 2 if name == "day" else 1
        if abs(seconds) >= least * length or name == "second":
            number = show_number(seconds / length)
            return f"{number} {name}" if number == "1" else f"{number} {name}s"
    raise AssertionError("seconds are last")


def describe_dimension(dimension: Dimension) -> str:
    """What a dimension measures, with its article: `a duration`, `an amount of money`, `a volume per time`."""
    known = _named(dimension)
    if known is not None:
        return known
    things = tuple((base, power) for base, power in dimension if base not in _PHYSICAL)
    rest = tuple((base, power) for base, power in dimension if base in _PHYSICAL)
    inverse = tuple((base, -power) for base, power in rest)
    if things and _DIMENSIONS.get(inverse) and all(power > 0 for _, power in things):
        return f"{_phrase(things)} per {_noun(inverse)}"
    above = tuple((base, power) for base, power in dimension if power > 0)
    below = tuple((base, -power) for base, power in dimension if power < 0)
    if not above:
        return f"a number per {_noun(below)}"
    return f"{_phrase(above)} per {_noun(below)}" if below else _phrase(above)


_PHYSICAL = frozenset({"[time]", "[length]", "[mass]", "[temperature]", "[current]", "[information]", "[angle]"})

_DIMENSIONS: dict[Dimension, str] = {
    (): "a share or a count",
    (("[time]", 1),): "a duration",
    (("[length]", 1),): "a length",
    (("[length]", 2),): "an area",
    (("[length]", 3),): "a volume",
    (("[mass]", 1),): "a mass",
    (("[temperature]", 1),): "a temperature",
    (("[information]", 1),): "an amount of data",
    (("[angle]", 1),): "an angle",
    (("[current]", 1),): "a current",
    (("[people]", 1),): "a number of people",
    (("[length]", 1), ("[time]", -1)): "a speed",
    (("[length]", 2), ("[mass]", 1), ("[time]", -2)): "an energy",
    (("[length]", 2), ("[mass]", 1), ("[time]", -3)): "a power",
    (("[length]", 1), ("[mass]", 1), ("[time]", -2)): "a force",
    (("[length]", -1), ("[mass]", 1), ("[time]", -2)): "a pressure",
    (("[time]", -1),): "a number per time",
}


def _named(dimension: Dimension) -> str | None:
    if dimension in _DIMENSIONS:
        return _DIMENSIONS[dimension]
    if len(dimension) == 1 and dimension[0][1] == 1:
        name = dimension[0][0].strip("[]")
        if name.startswith("currency_"):
            return f"an amount of money in {name.removeprefix('currency_')}"
        return f"a number of {plural(name)}"
    return None


def _phrase(dimension: Dimension) -> str:
    known = _named(dimension)
    return known if known is not None else " times ".join(_describe_power(base, power) for base, power in dimension)


def _describe_power(base: str, power: int) -> str:
    known = _named(((base, power),))
    return known if known is not None else f"{_named(((base, 1),))} to the power of {power}"


def _noun(dimension: Dimension) -> str:
    """Without its article; of time simply `time`, of people `person`."""
    if dimension == (("[time]", 1),):
        return "time"
    if dimension == (("[people]", 1),):
        return "person"
    if _named(dimension) is None and len(dimension) > 1:
        return " and ".join(_noun((part,)) for part in dimension)
    return _phrase(dimension).removeprefix("an ").removeprefix("a ").removeprefix("number of ")


def _unit_after(unit: Unit | None, *, one: bool = False) -> str:
    if unit is None or not unit.name:
        return ""
    if unit.name == "percent":
        return " %"
    return f" {_SINGULAR.get(unit.name, unit.name) if one else plural(unit.name)}"


_SINGULAR = {"people": "person", "percentage points": "percentage point", "basis points": "basis point"}


def _scale(magnitude: Fraction) -> tuple[Fraction, str]:
    return next(((scale, word) for scale, word in _SCALES if magnitude >= scale), (Fraction(1), ""))


def _apart(low: Fraction, high: Fraction) -> tuple[str, str]:
    """Both ends, with as many digits as it takes to tell them apart."""
    shown = ("", "")
    for significant in range(_SIGNIFICANT, _MOST_SIGNIFICANT + 1):
        shown = show_number(low, significant), show_number(high, significant)
        if shown[0] != shown[1]:
            break
    return shown
