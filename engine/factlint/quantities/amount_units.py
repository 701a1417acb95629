"""The unit of an amount: as written, carried along a range, told by the property, or missing."""

from __future__ import annotations

from dataclasses import replace

from factlint.quantities import messages, names
from factlint.quantities.messages import QuantityError, UnitError
from factlint.quantities.misread import nearest_number, number_behind
from factlint.quantities.reading import Reading
from factlint.quantities.units import is_currency
from factlint.quantities.values import NUMBER, Unit
from factlint.quantities.written import Amount, Words, prepared


def with_unit(amount: Amount, reading: Reading, text: str) -> tuple[Amount, Unit]:
    """The amount, its scale complete (`$5m`), and its unit."""
    words = text[amount.start : amount.end]
    if amount.currency is not None:
        return _money(amount, reading)
    if amount.ratio or amount.multiple:
        if reading.unit is not None and reading.unit.dimension:
            raise QuantityError(*messages.bare_ratio(words, example(reading.unit)), amount.start, amount.end)
        return amount, NUMBER
    if amount.unit is None:
        if reading.unit is not None and reading.unit.dimension and not reading.unit.counting:
            said = messages.bare_number(words, example(reading.unit, amount))
            raise QuantityError(*said, amount.start, amount.end)
        return amount, bare_unit(reading, words, share_allowed=True)
    first = amount.unit.text.split()[0]
    if first.casefold() in names.MONEY_SCALES and first != amount.unit.text.strip():
        said = messages.ambiguous_unit(
            first, f"write `{'mn' if first in 'mM' else 'bn'}`: `{first}` is a scale after a currency sign alone"
        )
        raise QuantityError(*said, amount.unit.start, amount.unit.start + len(first))
    return amount, parse_unit(amount.unit, reading, behind=text[: amount.unit.start])


def bare_unit(reading: Reading, words: str, *, share_allowed: bool) -> Unit:
    unit = reading.unit
    if unit is None:
        return NUMBER
    if unit.counting:
        return unit
    if not unit.dimension and share_allowed:
        return NUMBER
    raise QuantityError(*messages.bare_number(words, f"{words} {names.plural(unit.name)}"), 0, len(words))


def example(unit: Unit, amount: Amount | None = None) -> str:
    number = amount.number.digits if amount is not None and amount.number.digits else "40"
    if amount is not None and amount.number.scale != 1:
        word = (
            next(word for word, scale in names.SCALES.items() if scale == amount.number.scale and len(word) > 4)
            if amount.number.scale in set(names.SCALES.values())
            else ""
        )
        number = f"{number} {word}".strip()
    return f"{number} {unit.name}"


def _money_scale(amount: Amount) -> str | None:
    """`m` or `b` right after the number, where a currency stands before it."""
    if amount.currency is None or amount.unit is None:
        return None
    first = prepared(amount.unit.text).split("/")[0].split()
    return first[0].casefold() if first and first[0].casefold() in names.MONEY_SCALES else None


def _money(amount: Amount, reading: Reading) -> tuple[Amount, Unit]:
    currency = amount.currency
    assert currency is not None
    tail, offset = "", amount.end
    if amount.unit is not None:
        tail, offset = amount.unit.text, amount.unit.start
    scale = _money_scale(amount)
    if scale is not None:
        if amount.number.scale != 1:
            raise QuantityError(*messages.unexpected(tail.split()[0]), offset, offset + 1)
        offset += tail.lower().index(scale) + 1
        tail = tail[tail.lower().index(scale) + 1 :]
        number = replace(amount.number, scale=amount.number.scale * names.MONEY_SCALES[scale])
        amount = replace(amount, number=number, from_scale=True)
    try:
        money = reading.units.parse(currency.text)
    except UnitError as error:
        raise QuantityError(error.message, error.help, currency.start, currency.end) from None
    if not tail.strip():
        return amount, money
    first = prepared(tail).split()[0]
    if first[0] != "/" and first not in {"a", "an", "per"}:
        unit = parse_unit(Words("UNIT", tail, offset, offset + len(tail)), reading)
        if unit.dimension == money.dimension:  # `US$5 dollars`
            return amount, unit
        if is_currency(unit) or first.casefold() not in {"a", "per"}:
            raise QuantityError(*messages.unexpected(tail.strip()), offset, offset + len(tail))
    joined = f"{money.name} {tail}"
    try:
        return amount, reading.units.parse(joined)
    except UnitError as error:
        shift = offset - len(money.name) - 1
        if error.start + shift >= offset:
            raise _unread(error, joined, shift) from None
        raise QuantityError(error.message, error.help, offset, max(error.end + shift, offset)) from None


def parse_unit(words: Words, reading: Reading, *, behind: str = "") -> Unit:
    """The unit of these words, which stand `behind` others."""
    text = words.text
    if reading.unit is not None:
        # The property tells apart what the words alone do not: points of a share, pounds of money.
        if reading.unit.is_share and text.strip().casefold() in {"point", "points", "pt", "pts"}:
            text = "percentage points"
        elif is_currency(reading.unit) and text.strip().casefold() in {"pound", "pounds"}:
            text = "GBP"
    try:
        return reading.units.parse(text)
    except UnitError as error:
        raise _unread(error, text, words.start, behind) from None


def _unread(error: UnitError, text: str, shift: int, behind: str = "") -> QuantityError:
    """What is said of a unit that cannot be read; its first word may be a number or a scale misspelt (`40 milion tons`)."""
    first, _, _ = text[error.start : error.end].partition(" ")
    if (number := number_behind(behind + text[: error.start], first)) is not None:
        start = error.start + shift
        return QuantityError(*messages.misspelt_number(first, number), start, start + len(first))
    if (near := nearest_number(first)) is not None:
        start = error.start + shift
        return QuantityError(*messages.unknown_unit(first, near), start, start + len(first))
    return QuantityError(error.message, error.help, error.start + shift, error.end + shift)


def carried(low: Amount, high: Amount) -> tuple[Amount, Amount]:
    """A scale and a unit carry back to the first number, a currency forward to the second."""
    if high.currency is None and low.currency is not None and (high.unit is None or _continues(high.unit)):
        high = replace(high, currency=low.currency)
    if low.currency is None and high.currency is not None and low.unit is None:
        low = replace(low, currency=high.currency)
    scale = high.number.scale
    if low.unit is None and high.unit is not None and not low.ratio:
        low = replace(low, unit=high.unit)  # of `$10-12m` the scale comes along with it
        if _money_scale(low) is not None:
            return low, high
    # `900,000 to 1.2 million` has its thousands written out.
    scaled = low.from_scale or _money_scale(low) is not None
    if high.from_scale and not scaled and scale != 1 and low.number.value < 1000 and not low.ratio:
        low = replace(low, number=replace(low.number, scale=low.number.scale * scale))
    return low, high


def _continues(unit: Words) -> bool:
    """A unit that goes on from a currency: `/barrel`, `a barrel`, `bn`."""
    first = prepared(unit.text).split()[0]
    return first[0] == "/" or first in {"a", "an", "per"} or first.casefold() in names.MONEY_SCALES
