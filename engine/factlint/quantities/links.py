"""Ways from one dimension to another that a vocabulary gives: named conversions, and dated exchange rates."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from factlint.quantities import messages
from factlint.quantities.interval import Interval
from factlint.quantities.messages import UnitError
from factlint.quantities.values import DateSpan, Unit

if TYPE_CHECKING:
    from factlint.quantities.units import Units

_NUMBER = r"[0-9]{1,15}(?:,[0-9]{3}){0,4}(?:\.[0-9]{1,30})?(?:[eE][+-]?[0-9]{1,2})?"
_AMOUNT = re.compile(
    rf"\s*(?P<number>{_NUMBER})(?:\s*(?:±|\+/-|\+-)\s*(?P<spread>{_NUMBER}))?\s*(?P<unit>[^\s0-9].*?)\s*"
)
_SPACES = str.maketrans(dict.fromkeys("\u00a0\u2007\u2009\u202f", " "))


@dataclass(frozen=True, slots=True)
class Link:
    """So much of `left` stands for so much of `right`.

    `factor`: base units of `right` for one base unit of `left`; `nominal` leaves out the spread. `period`: when an
    exchange rate holds; None for a conversion, which holds wherever a rule opens it by `name`. `working` says it in
    words.
    """

    name: str
    left: Unit
    right: Unit
    factor: Interval
    nominal: Fraction
    period: DateSpan | None
    working: str

    @property
    def is_rate(self) -> bool:
        return self.period is not None


def read_links(
    units: Units, conversions: Mapping[str, Mapping[str, str]], rates: Mapping[str, Mapping[str, str]]
) -> tuple[tuple[Link, ...], list[UnitError]]:
    """The links of a vocabulary, and what is wrong with the entries that give none."""
    links: list[Link] = []
    problems: list[UnitError] = []
    for name, pairs in conversions.items():
        for left, right in pairs.items():
            try:
                links.append(_conversion(units, name, left, right))
            except UnitError as error:
                error.where = ("conversions", name, left)
                problems.append(error)
    for currency, dated in rates.items():
        for period, amount in dated.items():
            try:
                links.append(_rate(units, currency, period, amount))
            except UnitError as error:
                error.where = ("rates", currency, period)
                problems.append(error)
    return tuple(links), problems


def _conversion(units: Units, name: str, left_text: str, right_text: str) -> Link:
    left, of = _amount(units, left_text)
    right, to = _amount(units, right_text)
    if of.dimension == to.dimension:
        raise UnitError(*messages.same_dimension(left_text, right_text), 0, len(left_text))
    working = f"{left_text.strip()} = {right_text.strip()} ({name})"
    return _link(name, (left, of), (right, to), None, working)


def _rate(units: Units, currency_text: str, period_text: str, amount_text: str) -> Link:
    from factlint.quantities.dates import DateError, parse_date

    currency = units.parse(currency_text)
    price, to = _amount(units, amount_text)
    for unit, text in ((currency, currency_text), (to, amount_text)):
        if len(unit.dimension) != 1 or not unit.dimension[0][0].startswith("[currency_"):
            raise UnitError(*messages.not_a_currency(text), 0, len(text))
    if currency.dimension == to.dimension:
        raise UnitError(*messages.same_currency(amount_text), 0, len(amount_text))
    try:
        period = parse_date(period_text)
    except DateError as error:
        raise UnitError(*messages.bad_rate_period(period_text, str(error)), 0, len(period_text)) from None
    number = amount_text.strip().removesuffix(to.name).strip()
    working = f"{number} {to.name} per {currency.name} in {period_text}"
    return _link(currency.name, (Interval.exact(1), currency), (price, to), period, working)


def _amount(units: Units, text: str) -> tuple[Interval, Unit]:
    match = _AMOUNT.fullmatch(text.translate(_SPACES)) if len(text) <= messages.MAX_TEXT else None
    if match is None:
        raise UnitError(*messages.bad_amount(text), 0, len(text))
    number = Fraction(match["number"].replace(",", ""))
    spread = Fraction((match["spread"] or "0").replace(",", ""))
    if number - spread <= 0:
        raise UnitError(*messages.amount_not_positive(text), 0, len(text))
    try:
        unit = units.parse(match["unit"])
    except UnitError as error:
        offset = match.start("unit")
        raise UnitError(error.message, error.help, error.start + offset, error.end + offset) from None
    if unit.offset:
        raise UnitError(*messages.bad_amount(text), 0, len(text))
    return Interval(number - spread, number + spread), unit


def _link(
    name: str, left: tuple[Interval, Unit], right: tuple[Interval, Unit], period: DateSpan | None, working: str
) -> Link:
    above, below = right[0].scaled(right[1].factor), left[0].scaled(left[1].factor)
    return Link(name, left[1], right[1], above / below, _middle(above) / _middle(below), period, working)


def _middle(interval: Interval) -> Fraction:
    assert interval.low is not None and interval.high is not None
    return (interval.low + interval.high) / 2
