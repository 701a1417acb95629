"""A value as people say it: its interval drawn in words, and what widened it."""

from __future__ import annotations

from factlint.corpus.vocabulary import Vocabulary
from factlint.quantities.calendar import iso
from factlint.quantities.dates import show_date
from factlint.quantities.format import show_interval, show_quantity
from factlint.quantities.interval import Interval
from factlint.quantities.values import DateSpan, DateUnit, Form, Name, Quantity, Truth, Unit, Value, Why

_WHY = {
    Why.PRECISION: "as precise as its digits",
    Why.RANGE: "the range as written",
    Why.VAGUE: "for a vague word",
}


def value_drawn(value: Value, vocabulary: Vocabulary) -> str:
    """Its interval or span, and why it is as wide as it is; a name with what it lies within and what lies within it."""
    match value:
        case Quantity():
            return _quantity(value)
        case DateSpan():
            return _date(value)
        case Name():
            return _name(value, vocabulary)
        case Truth():
            return "true" if value.truth else "false"


def _quantity(value: Quantity) -> str:
    drawn = interval_drawn(value.interval, value.unit)
    if value.why is Why.EXACT:
        return f"{drawn}, exactly" if value.interval.is_point else drawn
    why = (
        f"for the hedge “{value.hedge}”"
        if value.why is Why.HEDGE and value.hedge
        else _WHY.get(value.why, "for a hedge")
    )
    shown = value.nominal is not None and value.form is not Form.RANGE
    number = (
        f"; the number itself is {show_quantity(value.nominal, value.unit)}"
        if shown and value.nominal is not None
        else ""
    )
    return f"{drawn}, {why}{number}"


def interval_drawn(interval: Interval, unit: Unit | None) -> str:
    """Both ends, and which of them do not belong to it: `from 1.08 to 1.2 mn barrels/day, the upper end left out`."""
    shown = show_interval(interval, unit)
    if interval.is_point or (interval.low is None and interval.high is None):
        return shown
    if interval.one_sided:
        return f"{shown}, and no end on the other side"
    ends = {
        (False, False): "both ends included",
        (True, True): "both ends left out",
        (True, False): "the lower end left out",
        (False, True): "the upper end left out",
    }[interval.low_open, interval.high_open]
    between = shown if interval.low == 0 and not interval.low_open else f"from {shown.replace('–', ' to ', 1)}"
    return f"{between}, {ends}"


def _date(value: DateSpan) -> str:
    shown = show_date(value)
    if value.unit is not DateUnit.SPAN and not value.hedged and not value.zoned:
        return f"{shown}, the whole {value.unit.value}"
    start = "any time" if value.start is None else iso(value.start)
    end = "any time" if value.end is None else iso(value.end)
    hedged = ", widened by its own unit on both sides" if value.hedged else ""
    return f"{shown}: from {start} up to {end}{hedged}"


def _name(value: Name, vocabulary: Vocabulary) -> str:
    names = vocabulary.entities.names
    within = sorted(names[key].name for key in value.wider if key in names)
    parts = [part.name for part in vocabulary.parts(value.name) or ()]
    words = value.name
    words += f", within {', '.join(within)}" if within else ""
    return words + (f", with the parts {', '.join(parts)}" if parts else "")
