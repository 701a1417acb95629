"""From one unit to another: exactly within a dimension, else by a conversion or a dated exchange rate."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Literal

from factlint.quantities.interval import Interval
from factlint.quantities.links import Link
from factlint.quantities.units import Units
from factlint.quantities.values import DateSpan, Dimension, Quantity, Unit

_MAX_STEPS = 3
"""Links in a row: barrels of oil priced in euros to tonnes priced in dollars takes two."""


class NoConversion(Exception):  # noqa: N818 - an answer, not a fault
    """There is no way to the unit. `code`: dimension (never), conversion (not opened), rate (none for the period)."""

    def __init__(self, code: Literal["dimension", "rate", "conversion"], text: str) -> None:
        super().__init__(text)
        self.code, self.text = code, text


@dataclass(frozen=True, slots=True)
class Converted:
    """A quantity in the unit asked for; `working` names the conversion or rate used, None where none was."""

    quantity: Quantity
    working: str | None = None


@dataclass(frozen=True, slots=True)
class _Step:
    """A link as it is used: `power` +1 turns left into right above the line (or right into left below it)."""

    link: Link
    power: int

    @property
    def factor(self) -> Interval:
        return self.link.factor if self.power > 0 else self.link.factor.reciprocal()

    @property
    def nominal(self) -> Fraction:
        return self.link.nominal if self.power > 0 else 1 / self.link.nominal


def convert(
    quantity: Quantity, unit: Unit, units: Units, using: tuple[str, ...] = (), at: DateSpan | None = None
) -> Converted:
    """A quantity in another unit.

    `using` names the vocabulary's conversions that a rule opens; `at` is the claim's period, which picks the exchange
    rate.

    Raises:
        NoConversion: the dimensions differ and nothing leads from one to the other.
    """
    if quantity.unit.dimension == unit.dimension:
        return Converted(quantity.to(unit))
    open_links = [link for link in units.links if not link.is_rate and link.name in using]
    open_links += _rates_at(units, at)
    steps = _path(quantity.unit.dimension, unit.dimension, open_links)
    if steps is None:
        raise _none(quantity.unit, unit, units, using, at)
    factor, nominal = Interval.exact(1), Fraction(1)
    for step in steps:
        factor, nominal = factor * step.factor, nominal * step.nominal
    base = quantity.unit.factor / unit.factor
    converted = replace(
        quantity,
        interval=quantity.interval * factor.scaled(base),
        clear=quantity.clear * factor.scaled(base),
        nominal=None if quantity.nominal is None else quantity.nominal * nominal * base,
        precision=quantity.precision * nominal * base,
        unit=unit,
        counted=False,
    )
    return Converted(converted, "; ".join(dict.fromkeys(step.link.working for step in steps)))


def reaches(
    unit: Unit, target: Unit, units: Units, using: tuple[str, ...] | None = None, *, rates: bool = True
) -> bool:
    """Whether a unit converts to another: by any conversion of the vocabulary, or only those of `using`; by any rate."""
    if unit.dimension == target.dimension:
        return True
    links = [link for link in units.links if (rates if link.is_rate else using is None or link.name in using)]
    return _path(unit.dimension, target.dimension, links) is not None


def _rates_at(units: Units, at: DateSpan | None) -> list[Link]:
    """Of each pair of currencies the rate whose period holds the date: the narrowest one."""
    if at is None:
        return []
    holding = [link for link in units.links if link.period is not None and _holds(link.period, at)]
    found: dict[tuple[Dimension, Dimension], Link] = {}
    for link in sorted(holding, key=lambda link: _length(link.period)):
        pair = (min(link.left.dimension, link.right.dimension), max(link.left.dimension, link.right.dimension))
        found.setdefault(pair, link)
    return list(found.values())


def _holds(period: DateSpan, at: DateSpan) -> bool:
    starts = period.written_start is None or (at.written_start is not None and period.written_start <= at.written_start)
    ends = period.written_end is None or (at.written_end is not None and at.written_end <= period.written_end)
    return starts and ends


def _length(period: DateSpan | None) -> float:
    if period is None or period.written_start is None or period.written_end is None:
        return float("inf")
    return period.written_end - period.written_start


def _path(source: Dimension, target: Dimension, links: list[Link]) -> list[_Step] | None:
    """The fewest links that lead from one dimension to the other; breadth first, in the order of the vocabulary."""
    seen = {source}
    front: list[tuple[Dimension, list[_Step]]] = [(source, [])]
    for _ in range(_MAX_STEPS):
        later: list[tuple[Dimension, list[_Step]]] = []
        for dimension, steps in front:
            for link in links:
                for power in _powers(dimension, link):
                    there = _times(dimension, link, power)
                    if there in seen:
                        continue
                    taken = [*steps, _Step(link, power)]
                    if there == target:
                        return taken
                    seen.add(there)
                    later.append((there, taken))
        front = later
    return None


def _powers(dimension: Dimension, link: Link) -> Iterator[int]:
    """How a link applies: where all of one side's bases stand in the dimension, above or below the line."""
    has = dict(dimension)
    for power, side, sign in (
        (1, link.left.dimension, 1),
        (-1, link.right.dimension, 1),
        (-1, link.left.dimension, -1),
        (1, link.right.dimension, -1),
    ):
        if side and all(
            has.get(base, 0) * exponent * sign > 0 and abs(has[base]) >= abs(exponent) for base, exponent in side
        ):
            yield power


def _times(dimension: Dimension, link: Link, power: int) -> Dimension:
    result = dict(dimension)
    for base, exponent in link.right.dimension:
        result[base] = result.get(base, 0) + exponent * power
    for base, exponent in link.left.dimension:
        result[base] = result.get(base, 0) - exponent * power
    return tuple(sorted((base, exponent) for base, exponent in result.items() if exponent))


def _none(source: Unit, target: Unit, units: Units, using: tuple[str, ...], at: DateSpan | None) -> NoConversion:
    written, wanted = source.name or "a bare number", target.name or "a bare number"
    from_to = f"{written} to {wanted}"
    rates_only = [link for link in units.links if link.is_rate or link.name in using]
    if _path(source.dimension, target.dimension, rates_only) is not None:
        when = f"for {at.text}" if at is not None else "for a claim without a period"
        return NoConversion("rate", f"no exchange rate from {from_to} {when}")
    conversions = [link for link in units.links if not link.is_rate]
    closed = sorted({link.name for link in conversions if link.name not in using})
    path = _path(source.dimension, target.dimension, list(units.links))
    if path is not None and closed:
        names = sorted({step.link.name for step in path if step.link.name in closed})
        return NoConversion("conversion", f"{from_to} needs `using {', '.join(names)}`")
    if _monies(source) and _monies(target) and _without_money(source) == _without_money(target):
        return NoConversion("rate", f"no exchange rate from {from_to}")
    return NoConversion("dimension", f"{written} does not convert to {wanted}")


def _monies(unit: Unit) -> bool:
    return any(base.startswith("[currency_") for base, _ in unit.dimension)


def _without_money(unit: Unit) -> tuple[Dimension, tuple[int, ...]]:
    rest = tuple((base, power) for base, power in unit.dimension if not base.startswith("[currency_"))
    return rest, tuple(power for base, power in unit.dimension if base.startswith("[currency_"))
