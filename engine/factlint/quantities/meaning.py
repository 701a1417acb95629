"""The parts of a quantity to the interval that they mean."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from fractions import Fraction

from factlint.quantities import hedges, messages, spread
from factlint.quantities.amount_units import bare_unit, carried, example, parse_unit, with_unit
from factlint.quantities.hedges import Hedge, Own
from factlint.quantities.interval import Interval
from factlint.quantities.messages import QuantityError
from factlint.quantities.own_hedges import kind_of
from factlint.quantities.precision import half_width, whole_numbers
from factlint.quantities.reading import Reading
from factlint.quantities.spread import Spread
from factlint.quantities.values import NUMBER, Form, Quantity, Unit, Why
from factlint.quantities.written import Amount, Vague, Words, Written


def understood(written: Written, reading: Reading) -> Quantity:
    """The quantity that the parts of a text give."""
    text, own = written.text, reading.meanings()
    hedge = _hedge(written, own)
    if written.zero is not None:
        found, unit, counted = _nothing(written, hedge, reading)
    elif written.vague is not None:
        found, unit, counted = _some(written, written.vague, hedge, reading, own)
    elif written.ends is not None:
        found, unit, counted = _from_to(written, written.ends, hedge, reading)
    else:
        assert written.amount is not None
        found, unit, counted = _number(written, written.amount, hedge, reading)
    found = _within_property(found, text, reading, change=written.change)
    if counted:
        found = _whole(found, text)
    return Quantity(
        text=text,
        interval=found.interval,
        clear=found.clear,
        nominal=found.nominal,
        unit=unit,
        why=found.why,
        form=found.form,
        precision=found.precision,
        hedge=_hedge_text(written),
        counted=counted,
    )


def _whole(found: Spread, text: str) -> Spread:
    """What a count can be: `300` is 296 to 304, and `304` is 304."""
    if found.form is Form.NEAR and found.nominal == 1 and found.interval.high == 1:
        raise QuantityError(*messages.no_whole_number(text), 0, len(text))  # nearly one is not none
    hedged = found.form in {Form.ABOUT, Form.NEAR} or found.outward
    interval = whole_numbers(found.interval, text, outward=found.outward)
    clear = whole_numbers(found.clear, text, outward=hedged)
    if found.form is Form.NUMBER and interval.is_point:
        return replace(found, interval=interval, clear=clear, precision=Fraction(0), why=Why.EXACT)
    return replace(found, interval=interval, clear=clear)


@dataclass(frozen=True, slots=True)
class _Hedged:
    hedge: Hedge
    width: Fraction
    words: Words


def _hedge(written: Written, own: Mapping[str, Own]) -> _Hedged | None:
    if len(written.hedges) > 1:
        first, second = written.hedges[:2]
        raise QuantityError(*messages.two_hedges(first.text, second.text), second.start, second.end)
    if not written.hedges:
        return None
    words = written.hedges[0]
    meaning = own.get(hedges.folded(words.text))
    if words.kind == "HARDLY":
        if written.zero is None:
            raise QuantityError(*messages.unexpected(words.text), words.start, words.end)
        return _Hedged(Hedge.NEARLY, Fraction(0), words)
    hedge = kind_of(words)
    width = hedges.WIDTHS.get(hedge, Fraction(0))
    if meaning is not None:
        if hedge.is_bound:
            raise QuantityError(*messages.hedge_without_width(words.text), words.start, words.end)
        if meaning.width is None:
            raise QuantityError(*messages.hedge_needs_width(words.text, "a range"), words.start, words.end)
        width = meaning.width
    return _Hedged(hedge, width, words)


def _hedge_text(written: Written) -> str | None:
    words = [hedge.text for hedge in written.hedges]
    if written.vague is not None:
        words += [word.text for word in written.vague.words if not word.kind.startswith("TIME")]
    return " ".join(words) or None


def _number(written: Written, amount: Amount, hedge: _Hedged | None, reading: Reading) -> tuple[Spread, Unit, bool]:
    amount, unit = with_unit(amount, reading, written.text)
    value = amount.number.value
    counted = _is_counted(unit, amount, reading)
    precision = _precision(written, amount, unit, reading, counted=counted)
    floor = _floor(written, reading)
    if hedge is None:
        found = spread.plain(value, precision)
    elif value == 0 and hedge.hedge is Hedge.NEARLY:
        found = spread.little(_little(unit))
    elif value == 0 and hedge.hedge is Hedge.JUST_OVER:
        raise QuantityError(*messages.hedged_zero(hedge.words.text), hedge.words.start, hedge.words.end)
    elif hedge.hedge.is_bound:
        signed_value = value * amount.sign
        try:
            found = spread.hedged(signed_value, precision, hedge.hedge, hedge.width, floor)
        except ValueError:
            raise QuantityError(*messages.nothing_left(written.text), 0, len(written.text)) from None
    else:
        _refuse_relative(unit, hedge)
        found = spread.hedged(value, precision, hedge.hedge, hedge.width, floor)
    bound = hedge is not None and hedge.hedge.is_bound
    if amount.sign < 0 and not bound:
        found = found.negated()
    return found, unit, counted


def _precision(written: Written, amount: Amount, unit: Unit, reading: Reading, *, counted: bool) -> Fraction:
    if written.exact:
        return Fraction(0)
    ratio = amount.ratio or (unit == NUMBER and reading.unit is not None and reading.unit.is_share)
    return half_width(amount.number, unit, counted=counted, ratio=ratio)


def _from_to(
    written: Written, ends: tuple[Amount, Amount], hedge: _Hedged | None, reading: Reading
) -> tuple[Spread, Unit, bool]:
    if hedge is not None and hedge.hedge is not Hedge.ABOUT:
        raise QuantityError(*messages.hedged_range(hedge.words.text), hedge.words.start, hedge.words.end)
    low, high = carried(*ends)
    low, low_unit = with_unit(low, reading, written.text)
    high, unit = with_unit(high, reading, written.text)
    if low_unit.dimension != unit.dimension:
        shown = [one.name or "no unit" for one in (low_unit, unit)]
        raise QuantityError(*messages.unlike_ends(*shown), low.start, high.end)
    counted = _is_counted(unit, high, reading) and _is_counted(low_unit, low, reading)
    spreads = []
    for end, end_unit in ((low, low_unit), (high, unit)):
        value = end.number.value
        precision = _precision(written, end, end_unit, reading, counted=counted)
        if hedge is None:
            exact = Interval.exact(value)
            one = Spread(
                interval=exact, clear=exact, nominal=value, why=Why.RANGE, form=Form.RANGE, precision=precision
            )
        else:
            _refuse_relative(end_unit, hedge)
            one = spread.hedged(value, precision, Hedge.ABOUT, hedge.width, Fraction(0))
        spreads.append(_in_unit(one.negated() if end.sign < 0 else one, end_unit, unit))
    first, second = spreads
    assert first.nominal is not None and second.nominal is not None
    if first.nominal > second.nominal:
        words = written.text if written.exact else written.text[low.start : high.end]
        raise QuantityError(*messages.empty_range(words), low.start, high.end)
    return spread.ranged(first, second), unit, counted


def _some(
    written: Written, vague: Vague, hedge: _Hedged | None, reading: Reading, own: Mapping[str, Own]
) -> tuple[Spread, Unit, bool]:
    first = vague.words[0]
    numbers, unit = _vague_numbers(vague, own), _vague_unit(written, vague, reading, own)
    counted = _is_counted(unit, None, reading)
    if hedge is None:
        return spread.vague(numbers), unit, counted
    assert numbers.low is not None and numbers.high is not None
    lower = hedge.hedge in {Hedge.MORE, Hedge.AT_LEAST}
    if not hedge.hedge.is_bound:
        raise QuantityError(*messages.hedged_vague(hedge.words.text, first.text), hedge.words.start, hedge.words.end)
    end = numbers.low if lower else numbers.high
    floor = _floor(written, reading)
    return spread.hedged(end, Fraction(0), hedge.hedge, Fraction(0), floor), unit, counted


def _vague_numbers(vague: Vague, own: Mapping[str, Own]) -> Interval:
    first = vague.words[0]
    meaning = own.get(hedges.folded(first.text)) or own.get(hedges.folded(first.text).removeprefix("a "))
    if meaning is not None:
        if meaning.numbers is None:
            raise QuantityError(*messages.vague_needs_range(first.text, "a percentage"), first.start, first.end)
        return meaning.numbers.scaled(vague.scale)
    if first.kind == "MOST":
        return hedges.MOST.scaled(Fraction(100))
    if first.kind == "TIME_PLURAL":
        low, high = hedges.TIMES[first.text.lower()]
    elif first.kind in hedges.VAGUE:
        low, high = hedges.VAGUE[first.kind]
    else:
        low, high, _ = hedges.PLURALS[first.kind]
        for word in vague.words[1:]:
            _, _, each = hedges.PLURALS[word.kind]
            low, high = low * each, (high + 1) * each - 1
    return Interval(Fraction(low), Fraction(high)).scaled(vague.scale)


def _vague_unit(written: Written, vague: Vague, reading: Reading, own: Mapping[str, Own]) -> Unit:
    first = vague.words[0]
    meaning = own.get(hedges.folded(first.text))
    if first.kind == "MOST" and meaning is None:
        if reading.unit is not None and reading.unit.dimension:
            raise QuantityError(*messages.bare_ratio(first.text, example(reading.unit)), first.start, first.end)
        return reading.units.parse("percent")
    if meaning is not None and meaning.share and vague.unit is None:
        return NUMBER
    if first.kind == "TIME_PLURAL":
        return reading.units.parse(first.text)
    if vague.unit is not None:
        return parse_unit(vague.unit, reading)
    return bare_unit(reading, written.text, share_allowed=False)


def _nothing(written: Written, hedge: _Hedged | None, reading: Reading) -> tuple[Spread, Unit, bool]:
    zero = written.zero
    assert zero is not None
    if written.zero_unit is not None:
        unit = parse_unit(written.zero_unit, reading)
    else:
        unit = reading.unit if reading.unit is not None else NUMBER
    any_word = zero.text.lower().startswith("any")
    if any_word and (hedge is None or hedge.words.kind != "HARDLY"):
        raise QuantityError(*messages.no_number(written.text), 0, len(written.text))
    counted = _is_counted(unit, None, reading)
    if hedge is None:
        return spread.plain(Fraction(0), Fraction(0)), unit, counted
    if hedge.hedge is Hedge.NEARLY:
        return spread.little(_little(unit)), unit, counted
    if not hedge.hedge.is_bound:
        raise QuantityError(*messages.hedged_zero(hedge.words.text), hedge.words.start, hedge.words.end)
    try:
        found = spread.hedged(Fraction(0), Fraction(0), hedge.hedge, Fraction(0), _floor(written, reading))
    except ValueError:
        raise QuantityError(*messages.nothing_left(written.text), 0, len(written.text)) from None
    return found, unit, counted


def _little(unit: Unit) -> Fraction:
    return hedges.A_LITTLE_SHARE / unit.factor if unit.is_share else hedges.A_LITTLE


def rank_of(written: Written) -> Quantity:
    """A place in an order: the largest is 1."""
    assert written.rank is not None
    text = written.text
    rank = Fraction(written.rank)
    if written.top:
        interval = Interval(Fraction(1), rank)
        return Quantity(
            text=text, interval=interval, clear=interval, nominal=None, unit=NUMBER, why=Why.VAGUE, form=Form.VAGUE,
            hedge="top", counted=True,
        )  # fmt: skip
    point = Interval.exact(rank)
    return Quantity(
        text=text, interval=point, clear=point, nominal=rank, unit=NUMBER, why=Why.EXACT, form=Form.NUMBER, counted=True
    )


# --- What the property allows ----------------------------------------------------------------------------------------


def _floor(written: Written, reading: Reading) -> Fraction | None:
    """The least value that words such as `less than` leave: a change is told by its size."""
    return None if reading.signed and written.change is None else Fraction(0)


def _within_property(found: Spread, text: str, reading: Reading, *, change: int | None) -> Spread:
    if change is not None and change < 0:
        found = found.negated()
    if reading.signed:
        return found
    if found.nominal is not None and found.nominal < 0:
        raise QuantityError(*messages.negative(text), 0, len(text))
    interval, clear = _clipped(found.interval), _clipped(found.clear)
    if interval is None or clear is None or (change == -1 and found.nominal is None):
        raise QuantityError(*(messages.negative if change == -1 else messages.nothing_left)(text), 0, len(text))
    return replace(found, interval=interval, clear=clear)


def _clipped(interval: Interval) -> Interval | None:
    """What of it is not negative."""
    if interval.high is not None and (interval.high < 0 or (interval.high == 0 and interval.high_open)):
        return None
    if interval.low is not None and interval.low >= 0:
        return interval
    return Interval(Fraction(0), interval.high, low_open=False, high_open=interval.high_open)


def _refuse_relative(unit: Unit, hedge: _Hedged) -> None:
    if unit.offset or unit.dimension == (("[temperature]", 1),):
        raise QuantityError(*messages.relative_temperature(hedge.words.text), hedge.words.start, hedge.words.end)


def _is_counted(unit: Unit, amount: Amount | None, reading: Reading) -> bool:
    if not (reading.counted and unit.counting) or (reading.unit is not None and not reading.unit.counting):
        return False
    if amount is None:
        return True
    return not amount.ratio and amount.number.value.denominator == 1


def _in_unit(found: Spread, unit: Unit, target: Unit) -> Spread:
    if unit == target:
        return found
    factor, offset = unit.factor / target.factor, (unit.offset - target.offset) / target.factor
    return replace(
        found,
        interval=found.interval.scaled(factor, offset),
        clear=found.clear.scaled(factor, offset),
        nominal=None if found.nominal is None else found.nominal * factor + offset,
        precision=found.precision * factor,
    )
