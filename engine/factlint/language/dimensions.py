"""What sort of value stands somewhere, and which sorts go together: checked before anything runs."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from factlint.corpus.claim import Kind, Property
from factlint.quantities.convert import NoConversion, convert
from factlint.quantities.format import describe_dimension
from factlint.quantities.interval import Interval
from factlint.quantities.units import Units
from factlint.quantities.values import NUMBER, Dimension, Form, Quantity, Unit, Why

SECOND = Unit("second", Fraction(1), (("[time]", 1),))
"""The unit of a difference of dates."""

RATIO = Unit("", Fraction(1), ())
"""The unit of a pure number that is no count, such as a quotient of two counts."""

Fit = Literal["same", "converts", "closed", "unlike"]
"""`converts`: by a rate or a conversion that the rule opens; `closed`: by one that it does not open."""


@dataclass(frozen=True, slots=True)
class Sort:
    """A kind of value and, for a quantity, a unit of its dimension (NUMBER: a bare number or a ratio)."""

    kind: Kind
    unit: Unit = NUMBER

    @property
    def measures(self) -> bool:
        """A quantity, or a rank, which compares like a number."""
        return self.kind in {"quantity", "rank"}

    @property
    def bare(self) -> bool:
        return self.measures and not self.unit.dimension and not self.unit.name

    @property
    def ratio(self) -> bool:
        """A pure number that counts nothing: what a division left, or a property that is known to be measured."""
        return self.bare and not self.unit.counting

    def __str__(self) -> str:
        match self.kind:
            case "quantity":
                return describe_unit(self.unit)
            case "entity":
                return "a name"
            case "truth":
                return "true or false"
            case _:
                return f"a {self.kind}"


def sort_of(prop: Property) -> Sort:
    if prop.unit is None and prop.kind == "quantity" and not prop.counted:
        return Sort(prop.kind, RATIO)
    return Sort(prop.kind, prop.unit or NUMBER)


def describe_unit(unit: Unit) -> str:
    """What is measured in a unit, for messages: a share, a duration, a number of people."""
    if unit.is_points:
        return "a difference of shares"
    if unit.is_share:
        return "a share"
    if not unit.dimension:
        return "a bare number"
    if unit.counting:
        return f"a number of {unit.name if unit.name.endswith('s') or unit.name == 'people' else unit.name + 's'}"
    return describe_dimension(unit.dimension)


def example(unit: Unit, number: str = "10") -> str:
    """A quantity in a unit, as a rule would write it."""
    if unit.name == "percent":
        return f"{number}%"
    return f"{number} {unit.name}".strip()


def fit(one: Unit, other: Unit, units: Units, using: tuple[str, ...]) -> tuple[Fit, str]:
    """Whether quantities in two units can be compared, and in words why not."""
    if one.dimension == other.dimension:
        unlike = not one.dimension and ((one.is_share and _counts(other)) or (other.is_share and _counts(one)))
        return ("unlike", "") if unlike else ("same", "")
    exact = Interval.exact(1)
    single = Quantity(
        text="1", interval=exact, clear=exact, nominal=Fraction(1), unit=one, why=Why.EXACT, form=Form.NUMBER
    )
    try:
        convert(single, other, units, using)
    except NoConversion as no:
        # Rates are dated: whether there is one is known claim by claim.
        return {"rate": ("converts", ""), "conversion": ("closed", no.text), "dimension": ("unlike", "")}[no.code]  # type: ignore[return-value]
    return ("converts", "")


def _counts(unit: Unit) -> bool:
    return unit.counting and unit.name != ""


def times(one: Unit, other: Unit, power: int) -> Unit:
    """The unit of a product (power 1) or quotient (-1): its dimension is exact, its name serves messages."""
    powers = dict(one.dimension)
    for base, exponent in other.dimension:
        powers[base] = powers.get(base, 0) + power * exponent
    dimension: Dimension = tuple(sorted((base, exponent) for base, exponent in powers.items() if exponent))
    factor = one.factor * other.factor**power
    if not dimension:
        counts = power == 1 and one.counting and other.counting
        return NUMBER if counts else RATIO
    if not other.dimension:
        return Unit(one.name, one.factor, dimension)
    name = (
        f"{one.name if one.dimension else '1'}/{other.name}"
        if power < 0
        else "*".join(filter(None, (one.name, other.name)))
    )
    return Unit(name if one.dimension or power < 0 else other.name, factor, dimension)


def without_offset(unit: Unit) -> Unit:
    """The unit of a difference: two degrees Celsius more are two kelvins more."""
    return Unit(unit.name, unit.factor, unit.dimension, Fraction(0), unit.counting) if unit.offset else unit
