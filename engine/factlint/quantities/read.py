"""A claim's value to the interval that it means."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from fractions import Fraction

from factlint.quantities import messages
from factlint.quantities.interval import Interval
from factlint.quantities.meaning import rank_of, understood
from factlint.quantities.messages import QuantityError
from factlint.quantities.own_hedges import hedge_problems, own_words
from factlint.quantities.parse import parse_written
from factlint.quantities.reading import Reading
from factlint.quantities.units import Units
from factlint.quantities.values import Form, Quantity, Unit, Why

__all__ = ["QuantityError", "Reading", "hedge_problems", "number_is_fractional", "read_exact", "read_quantity"]

_MEMO_SIZE = 50_000


def read_quantity(value: str | Mapping[str, object], reading: Reading) -> Quantity:
    """What a claim's value means, in the unit it was written in.

    `value` is text (`nearly 1.2mn barrels a day`), or a mapping of texts: `number`, `unit`, `hedge`, or `low`, `high`,
    `unit`, of which one end may be missing. A mapping carries no precision.

    Raises:
        QuantityError: it does not read as a quantity of the property; offsets are into the text (of a mapping: 0).
    """
    if not isinstance(value, str):
        from factlint.quantities.structured import read_structured

        return read_structured(value, reading)
    found = reading._memo.get(value)  # noqa: SLF001 - a reading's own memory of what it has read
    if found is None:
        try:
            found = _read(value, reading)
        except QuantityError as error:
            found = error.anew()  # one that has been raised keeps the frames it came through, and all they hold
        if len(reading._memo) >= _MEMO_SIZE:  # noqa: SLF001
            reading._memo.clear()  # noqa: SLF001
        reading._memo[value] = found  # noqa: SLF001
    if isinstance(found, QuantityError):
        raise found.anew()
    return found


def read_exact(text: str, units: Units, unit: Unit | None = None) -> Quantity:
    """A quantity as rules write it: exact, without a hedge. `unit` is that of the property a bare number is meant for.

    Raises:
        QuantityError: it is none, or it is hedged, vague or a range.
    """
    written = parse_written(text)
    if written.hedges:
        first = written.hedges[0]
        raise QuantityError(*messages.hedged_exact(first.text), first.start, first.end)
    if written.vague is not None and written.vague.words[0].kind != "COUPLE":
        word = written.vague.words[0]
        raise QuantityError(*messages.vague_in_rule(word.text), word.start, word.end)
    if written.ends is not None:
        raise QuantityError(*messages.range_in_rule(), 0, len(text))
    quantity = read_quantity(text, Reading(units, unit, signed=True, counted=False))
    assert quantity.nominal is not None
    point = Interval.exact(quantity.nominal)
    return replace(quantity, interval=point, clear=point, why=Why.EXACT, form=Form.NUMBER, precision=Fraction(0))


def number_is_fractional(text: str | Mapping[str, object], units: Units) -> bool:
    """Whether the number, after its scale, has a fractional part: its property is measured, then, not counted.

    Shares and amounts of what is not counted never decide it; neither does a text that cannot be read.
    """
    try:
        quantity = read_quantity(text, Reading(units, signed=True, counted=False))
    except QuantityError:
        return False
    if not quantity.unit.counting:
        return False
    if quantity.form is Form.BOUND or quantity.form is Form.RANGE:
        ends = [end for end in (quantity.clear.low, quantity.clear.high) if end is not None]
        return any(end.denominator != 1 for end in ends)
    return quantity.nominal is not None and quantity.nominal.denominator != 1


# --- Reading ---------------------------------------------------------------------------------------------------------


def _read(text: str, reading: Reading) -> Quantity:
    if reading.rank:
        return rank_of(parse_written(text, rank=True))
    own = reading.meanings()
    written = parse_written(text, **own_words(own)) if own else parse_written(text)
    return understood(written, reading)
