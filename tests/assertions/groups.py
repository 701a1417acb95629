"""Groups of claims from the words in which they say it: for tables of what one assertion makes of them."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from factlint.assertions.agreement import Agreement, Mode
from factlint.assertions.finding import Entry, Group
from factlint.language.model import Absolute, Relative
from factlint.quantities.dates import parse_date
from factlint.quantities.values import Name, Truth, Value
from tests.evaluate.factory import claim
from tests.quantities.reading import read


def entries(*said: str, unit: str = "percent") -> tuple[Entry, ...]:
    """Claims c000, c001 … in a property's unit (`{40}`: exactly so much), or of the kind `date`, `place` (`Berth < Terminal < Port`), `truth`."""
    found = []
    for number, text in enumerate(said):
        value = value_of(text, unit)
        found.append(Entry(replace(claim(number, value), value_text=text), value))
    return tuple(found)


def value_of(text: str, unit: str) -> Value:
    if unit == "date":
        return parse_date(text)
    if unit == "place":
        own, *wider = (part.strip() for part in text.split("<"))
        return Name(own, own.casefold(), own, frozenset(name.casefold() for name in wider))
    if unit == "truth":
        return Truth(text == "true")
    if text.startswith("{"):  # exactly so much, without precision
        return read({"number": text[1 : text.index("}")], "unit": unit}, unit, signed=True)
    return read(text, unit)


def group(*said: str, unit: str = "percent") -> Group:
    return Group((("property", "share"),), entries(*said, unit=unit))


def within(tolerance: str | None, mode: Mode = Mode.PLAIN, *, exactly: bool = False) -> Agreement:
    """`10%` is a share of the value; anything else is so much."""
    if tolerance is None:
        return Agreement(mode=mode, exactly=exactly)
    if tolerance.endswith("%"):
        return Agreement(Relative(Fraction(tolerance[:-1]) / 100, tolerance), mode=mode)
    number, unit = tolerance.split(" ", 1)
    return Agreement(Absolute(read({"number": number, "unit": unit}, unit), tolerance), mode=mode)
