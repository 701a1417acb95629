"""Writes down what pint says: `python -m tests.quantities.pint_names` after pint was upgraded, or a name added here."""

from __future__ import annotations

import textwrap
from pathlib import Path

import pint

import factlint.quantities.units as door
from factlint.quantities import names

FILE = Path(door.__file__).with_name("pint_names.py")

COMMON = """
    acre ampere atmosphere bar becquerel bit british_thermal_unit bushel byte calorie candela carat centigram
    centiliter centimeter coulomb decibar decigram deciliter decilitre decimeter degree electron_volt exabyte
    exajoule exawatt_hour farad fathom foot furlong gallon gigabit gigabyte gigagram gigahertz gigajoule gigapascal
    gigavolt gigawatt gigawatt_hour grain gram gray hectare hectogram hectoliter hectopascal henry hertz horsepower
    inch joule kelvin kiloampere kilobit kilobyte kilocalorie kilogram kilogray kilohertz kilojoule kiloliter
    kilolitre kilometer kilometre kilonewton kiloohm kilopascal kilotonne kilovolt kilowatt kilowatt_hour knot
    league light_year liter litre long_ton lumen lux mach megabit megabyte megagram megahertz megajoule megaliter
    megalitre megaohm megapascal megavolt megawatt megawatt_hour meter metre metric_ton microfarad microgram
    microliter microlitre micrometer microsecond microsievert mile milliampere milligram milligray millihenry
    millijoule milliliter millilitre millimeter millimetre millisecond millisievert millivolt milliwatt nanofarad
    nanogram nanoliter nanometer nanosecond nautical_mile newton ohm ounce parsec pascal petabyte petajoule
    petawatt_hour picofarad pint pound pound_force_per_square_inch ppb ppm quart radian short_ton sievert
    square_meter stone terabyte teragram terajoule terawatt terawatt_hour therm ton tonne troy_ounce volt watt
    watt_hour yard
"""


def table() -> str:
    """The module, as it should be."""
    registry: pint.UnitRegistry[float] = (
        pint.UnitRegistry()
    )  # a fresh one: each remembers the prefixed names that it was asked for
    prefixes = sorted({str(it.name) for it in registry._prefixes.values()} - {""})
    every = sorted(name for name in registry._units if len(name) > 2 and name.isascii())
    known = sorted({*COMMON.split(), *names.SYMBOLS.values(), *names.WORDS.values(), *_bases()})
    rows = [f"    {_row(name)}," for name in known if door._from_registry(name) is not None]
    rows = [row for row in rows if len(row) <= 120]
    return "\n".join(
        [
            '"""What pint says of names, written down by `tests/quantities/pint_names.py`: most runs need not load it."""',
            "",
            "KNOWN: dict[str, tuple[str, str, dict[str, int]]] = {",
            "    # name: (its name in full, its factor to the base units, the powers of its dimensions)",
            *rows,
            "}",
            "",
            "PREFIXES = (",
            *(f'    "{it}",' for it in prefixes),
            ")",
            "",
            "NAMES = frozenset(",
            '    """',
            *textwrap.wrap(" ".join(every), 116, initial_indent="    ", subsequent_indent="    "),
            '    """.split()  # noqa: SIM905 - a list of words is read as one',
            ")",
            '"""Every name of a unit, but for the shortest: what is none of these, behind a prefix or not, is no unit."""',
            "",
        ]
    )


def _row(name: str) -> str:
    atom = door._from_registry(name)
    assert atom is not None
    dimension = ", ".join(f'"{base}": {power}' for base, power in sorted(atom.dimension.items()))
    return f'"{name}": ("{atom.name}", "{atom.factor}", {{{dimension}}})'


def _bases() -> set[str]:
    return {base for _, base in names.OWN.values() if base is not None}


if __name__ == "__main__":
    FILE.write_text(table(), encoding="utf-8")
