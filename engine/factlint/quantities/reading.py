"""How the values of a property are read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from factlint.quantities import hedges
from factlint.quantities.hedges import Own
from factlint.quantities.messages import QuantityError
from factlint.quantities.units import Units
from factlint.quantities.values import Quantity, Unit


@dataclass(frozen=True)
class Reading:
    """How to read the values of a property.

    `unit` is the property's, None where it has none; `rank`: its kind is rank; `signed`: it may be negative;
    `counted`: no claim of it has a fractional part; `hedges`: the vocabulary's, word to width or range.
    """

    units: Units
    unit: Unit | None = None
    rank: bool = False
    signed: bool = False
    counted: bool = True
    hedges: Mapping[str, str] = field(default_factory=dict, hash=False)
    _memo: dict[str, Quantity | QuantityError] = field(default_factory=dict, compare=False, repr=False)

    def meanings(self) -> Mapping[str, Own]:
        return hedges.own_meanings(self.hedges)
