"""Claims as entries: each quantity in the unit of its property, through the conversions and rates a rule may use."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from factlint.assertions.finding import Entry, Reason
from factlint.corpus.claim import Claim
from factlint.quantities.convert import NoConversion, convert, reaches
from factlint.quantities.units import Units
from factlint.quantities.values import Quantity, Unit, Value


@dataclass(frozen=True, slots=True)
class Converter:
    """The conversions that a rule opens (`using`), and the exchange rates of the vocabulary."""

    units: Units
    using: tuple[str, ...] = ()

    def entries(self, claims: Sequence[Claim]) -> tuple[Entry, ...]:
        """One entry a claim. Without a unit of the property, the first claim by id sets it, for each dimension."""
        targets: dict[object, Unit] = {}
        for claim in sorted(claims, key=lambda it: it.id):
            if isinstance(claim.value, Quantity) and claim.property.unit is None:
                targets.setdefault((claim.property.name, claim.value.unit.dimension), claim.value.unit)
        return tuple(self.entry(claim, targets) for claim in claims)

    def value(self, claim: Claim) -> Value:
        """The value in the unit of its property, where it gets there."""
        return self.entry(claim).value

    def entry(self, claim: Claim, targets: dict[object, Unit] | None = None) -> Entry:
        quantity = claim.value
        if not isinstance(quantity, Quantity):
            return Entry(claim, quantity)
        own = (targets or {}).get((claim.property.name, quantity.unit.dimension), quantity.unit)
        unit = claim.property.unit or own
        try:
            converted = convert(quantity, unit, self.units, using=self.using, at=claim.period)
        except NoConversion as error:
            return Entry(claim, quantity, problem=Reason(error.code, f"{claim.id}: {error.text}"))
        return Entry(claim, converted.quantity, converted.working)

    def converts(self, written: Unit, unit: Unit) -> bool:
        """Does a unit as written convert, by dimension or by a conversion the rule opens? Exchange rates do not count."""
        return reaches(written, unit, self.units, self.using, rates=False)
