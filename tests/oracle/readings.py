"""What the values of the generated corpora mean, read from corpus.md's tables."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Any

from tests.oracle.days import Days, in_every_zone, read_date
from tests.oracle.spans import Span, point
from tests.oracle.words import KINDS, SIGNED, entity


@dataclass(frozen=True)
class Value:
    """`span`: quantities in the property's unit, ranks, and dates (in seconds). `name`: entities. `truth`: truths.

    `clear` is the interval without precision; `form` is number, about, near, bound, range, vague; `why` names what
    widened it. `foreign`: in a unit that reaches the property's only through a conversion or a rate.
    `unit` is the one written, where it is not the property's own; `opened`: the rule opens the conversion of
    its unit.
    """

    span: Span | None = None
    clear: Span | None = None
    nominal: Fraction | None = None
    precision: Fraction = Fraction(0)
    form: str = "number"
    why: str = "exact"
    name: str = ""
    truth: bool | None = None
    days: Days | None = None
    signed: bool = False
    foreign: str = ""
    opened: bool = False
    unit: str = ""

    @property
    def is_date(self) -> bool:
        return self.days is not None

    def beside(self, other: Value) -> Span:
        """The interval as it is compared with another: a day beside an instant is that day in every zone."""
        if self.days is not None and other.days is not None:
            start, end = in_every_zone(self.days, other.days)
            return Span(Fraction(start), Fraction(end), high_open=True)
        assert self.span is not None
        return self.span


RANKS = {"largest": 1, "second-largest": 2, "third-largest": 3}
VAGUE_COUNTS = {"a few": (2, 5), "several": (3, 9), "dozens": (24, 99), "hundreds of": (200, 999)}
HEDGES = (
    "about", "around", "nearly", "almost", "just over", "more than", "over", "at least", "less than", "fewer than",
    "under", "up to", "at most", "no more than",
)  # fmt: skip
ABOVE = {"more than", "over", "at least"}
BELOW = {"less than", "fewer than", "under", "up to", "at most", "no more than"}
FRACTIONS = {"two thirds": Fraction(2, 3), "half": Fraction(1, 2), "a third": Fraction(1, 3)}
UNITS = (
    "thousand barrels a day", "barrels a day", "barrel/day", "tonnes a day", "tonne/day", "people", "drones", "percent",
    "%", "USD", "EUR",
)  # fmt: skip
FOREIGN = {"tonnes a day": "tonne/day", "tonne/day": "tonne/day", "EUR": "EUR"}


def read_value(prop: str, value: Any, *, measured: bool = False) -> Value:
    """`measured`: some number of the property has a fractional part, so that it is measured, not counted."""
    kind = KINDS[prop]
    match kind:
        case "place":
            return Value(name=entity(str(value)))
        case "truth":
            return Value(truth=str(value) == "true")
        case "rank":
            return Value(span=point(RANKS[value]), clear=point(RANKS[value]), nominal=Fraction(RANKS[value]))
        case "date":
            days = read_date(str(value))
            return Value(span=days.span, clear=days.span, days=days)
        case _:
            pass
    kind = "amount" if measured else kind
    signed = prop in SIGNED
    if isinstance(value, Mapping):
        return replace(_structured(value, kind, signed=signed), signed=signed)
    return replace(_written(str(value), kind, signed=signed), signed=signed)


def _structured(value: Mapping[str, Any], kind: str, *, signed: bool) -> Value:
    """Structured values carry no precision."""
    foreign = FOREIGN.get(value.get("unit", ""), "")
    if "low" in value:
        return replace(_range(Fraction(str(value["low"])), Fraction(str(value["high"]))), foreign=foreign, unit=foreign)
    number = Fraction(str(value["number"]))
    return replace(
        _hedged(value.get("hedge", ""), number, Fraction(0), kind, signed=signed), foreign=foreign, unit=foreign
    )


def _range(low: Fraction, high: Fraction, precision: Fraction = Fraction(0)) -> Value:
    span = Span(low, high)
    return Value(span=span, clear=span, nominal=(low + high) / 2, form="range", why="range", precision=precision)


def _written(text: str, kind: str, *, signed: bool) -> Value:
    if text in {"none", "no one"}:
        return Value(span=point(0), clear=point(0), nominal=Fraction(0))
    if text == "most":
        span = Span(Fraction(50), Fraction(100), low_open=True)
        return Value(span=span, clear=span, form="vague", why="vague")
    if text in VAGUE_COUNTS:
        low, high = VAGUE_COUNTS[text]
        span = Span(Fraction(low), Fraction(high))
        return Value(span=span, clear=span, form="vague", why="vague")
    if text == "a couple":
        return Value(span=point(2), clear=point(2), nominal=Fraction(2))
    if text in FRACTIONS:
        middle = 100 * FRACTIONS[text]
        half = Fraction(1, 2)
        span = Span(middle - half, middle + half, low_open=True, high_open=True)
        return Value(span=span, clear=point(middle), nominal=middle, precision=half, why="precision")
    text = text.replace("down ", "-")
    hedge = next((it for it in sorted(HEDGES, key=len, reverse=True) if text.startswith(it + " ")), "")
    rest = text.removeprefix(hedge).strip()
    unit = next((it for it in UNITS if rest.endswith(it)), "")
    rest = rest.removesuffix(unit).strip() if unit else rest
    foreign = FOREIGN.get(unit, "")
    scale = Fraction(1000) if unit.startswith("thousand") else Fraction(1)
    if " to " in rest:
        low_text, high_text = rest.split(" to ")
        numbers = [Fraction(it) * scale for it in (low_text, high_text)]
        coarser = max(precision_of(it, kind, scale) for it in (low_text, high_text))
        return replace(_range(numbers[0], numbers[1], coarser), foreign=foreign, unit=foreign)
    if kind == "percent" and unit == "":  # a ratio: 0.4 is 40 %
        number = Fraction(rest) * 100
        return _hedged(hedge, number, Fraction(0) if number == 0 else Fraction(1, 2), kind, signed=signed)
    precision = precision_of(rest, kind, scale)
    return replace(
        _hedged(hedge, Fraction(rest) * scale, precision, kind, signed=signed), foreign=foreign, unit=foreign
    )


def precision_of(written: str, kind: str, scale: Fraction) -> Fraction:
    """Half a unit of the last non-zero digit (zeros after a point count), but never coarser than the second digit where
    there is one, than a tenth of the number (of a share: than half a point)."""
    digits = written.removeprefix("-")
    number = Fraction(digits)
    if number == 0:
        return Fraction(0)
    if kind == "count" and number * scale < 100:
        return Fraction(0)
    whole, _, after = digits.partition(".")
    last = Fraction(1, 10 ** len(after)) if after else Fraction(10 ** (len(whole) - len(whole.rstrip("0"))))
    candidates = [last * scale / 2]
    significant = (whole + after).lstrip("0")
    if len(significant) > 1:
        leading = len(whole.lstrip("0")) - 1 if whole.strip("0") else -(len(after) - len(after.lstrip("0")) + 1)
        candidates.append(Fraction(10) ** (leading - 1) * scale / 2)
    candidates.append(Fraction(1, 2) if kind == "percent" else number * scale / 10)
    return min(candidates)


def _hedged(hedge: str, number: Fraction, precision: Fraction, kind: str, *, signed: bool) -> Value:
    value = _measured(hedge, number, precision, signed=signed)
    if kind != "count":
        return value
    assert value.span is not None
    assert value.clear is not None
    span = _whole(value.span, value.form)
    why = "exact" if value.form == "number" and span.low == span.high else value.why
    return replace(value, span=span, clear=_whole(value.clear, value.form), why=why)


def _measured(hedge: str, number: Fraction, precision: Fraction, *, signed: bool) -> Value:
    exact = _clipped(Span(number - precision, number + precision, precision > 0, precision > 0), signed=signed)
    match hedge:
        case "":
            why = "precision" if precision else "exact"
            return Value(span=exact, clear=point(number), nominal=number, precision=precision, why=why)
        case "about" | "around":
            width = abs(number) / 20
            own = Span(number - width, number + width)
            wide = exact if precision > width else own
            form = "about"
        case "nearly" | "almost":
            width = number / 10
            own = wide = Span(number - width, number, high_open=True)
            if precision > width:
                wide = _clipped(Span(number - precision, number, low_open=True, high_open=True), signed=signed)
            form = "near"
        case "just over":
            width = number / 10
            own = Span(number, number + width, low_open=True)
            wide = Span(number, number + precision, low_open=True, high_open=True) if precision > width else own
            form = "near"
        case _:
            if hedge in ABOVE:
                bound = Span(number, None, low_open=hedge != "at least", high_open=True)
            else:
                least = None if signed else Fraction(0)
                bound = Span(least, number, signed, high_open=hedge in {"less than", "fewer than", "under"})
            return Value(span=bound, clear=bound, precision=precision, form="bound", why="hedge")
    why = "precision" if precision > width else "hedge"
    return Value(span=wide, clear=own, nominal=number, precision=precision, form=form, why=why)


def _clipped(span: Span, *, signed: bool) -> Span:
    if span.low is not None and span.low < 0 and not signed:
        return Span(Fraction(0), span.high, low_open=False, high_open=span.high_open)
    return span


def _whole(span: Span, form: str) -> Span:
    """The whole numbers in an interval; the ends of a hedge (not the number that it leaves out) round outward."""
    outward = form in {"about", "near"}
    low, high = span.low, span.high
    if low is not None:
        if span.low_open and low.denominator == 1:
            low += 1
        else:
            low = Fraction(math.floor(low) if outward else math.ceil(low))
    if high is not None:
        if span.high_open and high.denominator == 1:
            high -= 1
        else:
            high = Fraction(math.ceil(high) if outward else math.floor(high))
    return Span(low, high, span.low is None, span.high is None)
