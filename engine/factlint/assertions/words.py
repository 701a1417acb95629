"""How findings word values, gaps and claims."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from factlint.assertions.finding import Camp, Entry, Group, Measured
from factlint.quantities.dates import show_date
from factlint.quantities.format import show_interval, show_number
from factlint.quantities.interval import Interval
from factlint.quantities.values import DateSpan, Name, Quantity, Truth, Unit, Value

SHOWN = 3
"""So many camps are named in a sentence; the rest are counted."""


def show_value(value: Value) -> str:
    """A value as compared: its interval and unit, a date, a name, yes or no."""
    match value:
        case Quantity():
            return show_interval(value.interval, value.unit)
        case DateSpan():
            return show_date(value)
        case Name():
            return value.name
        case Truth():
            return "true" if value.truth else "false"


def show_amount(amount: Fraction, unit: str | None) -> str:
    """`39.5 %`, `6 hours`, `0.2 barrels/day`."""
    return show_interval(Interval.exact(amount), None if unit is None else _named(unit))


def _named(name: str) -> Unit:
    return Unit(name, Fraction(1), () if name in {"percent", "percentage points", "basis points", ""} else (("", 1),))


def show_found(measured: Measured) -> str:
    """By how much two values are apart."""
    if measured.found is None:
        return ""
    if measured.kind == "gap" and measured.unit == "percent":
        return f"{show_number(rounded(measured.found))} % of the larger"
    return show_amount(rounded(measured.found), measured.unit)


def show_allowed(measured: Measured) -> str:
    assert measured.allowed is not None
    return show_amount(measured.allowed, measured.unit)


def rounded(number: Fraction) -> Fraction:
    """For a sentence: three significant digits are enough to judge a gap; what is larger stays whole."""
    if number == 0 or abs(number) >= 100:
        return Fraction(round(number))
    digits = 0
    size = abs(number)
    while size < 10:
        size *= 10
        digits += 1
    return Fraction(round(number * 10 ** (digits + 1)), 10 ** (digits + 1))


def disagreement(group: Group, camps: Sequence[Camp], measured: Measured, *, verb: str = "disagree") -> str:
    """One sentence: what disagrees, by how much, against what was allowed."""
    sides = " against ".join(show_camp(camp) for camp in camps[:SHOWN])
    if len(camps) > SHOWN:
        sides += f" and {len(camps) - SHOWN} more"
    head = f"claims on {group.name} {verb}"
    if measured.found is not None and measured.allowed:
        return f"{head} by {show_found(measured)}, allowed {show_allowed(measured)}: {sides}"
    if measured.found is not None and measured.found > 0:
        return f"{head} by {show_found(measured)}: {sides}"
    if measured.kind == "gap" and measured.unit == "percent":
        return f"{head} beyond any share, being zero or of unlike sign: {sides}"
    return f"{head}: {sides}"


def show_camp(camp: Camp) -> str:
    """What a camp says, in a word: the hull of its values, or its names."""
    hull = camp.hull
    first = camp.entries[0].value
    if hull is not None and isinstance(first, Quantity):
        return show_interval(hull, first.unit)
    names: dict[str, None] = {}
    for entry in camp.entries:
        names.setdefault(show_value(entry.value))
    listed = list(names)
    text = ", ".join(listed[:SHOWN])
    return text if len(listed) <= SHOWN else f"{text} and {len(listed) - SHOWN} more"


def count(number: int, thing: str, plural: str | None = None) -> str:
    return f"{number:,} {thing if number == 1 else plural or thing + 's'}"


def listed(entries: Sequence[Entry]) -> str:
    """Claim ids for a sentence, the first few."""
    ids = [entry.id for entry in entries]
    text = ", ".join(ids[:SHOWN])
    return text if len(ids) <= SHOWN else f"{text} and {len(ids) - SHOWN} more"
