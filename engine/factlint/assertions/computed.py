"""Arithmetic across claims: an expression, a claim for each operand, and the interval that follows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import assert_never

from factlint.assertions.agreement import Mode, calendar_months, date_interval, quantity_interval, shifted
from factlint.assertions.finding import Entry, Reason
from factlint.assertions.words import show_value
from factlint.language.model import Aggregate, Arithmetic, Constant, Expression, Operand
from factlint.quantities.dates import iso, show_date
from factlint.quantities.format import show_duration, show_interval
from factlint.quantities.interval import Interval, ZeroInsideError
from factlint.quantities.values import MICROSECONDS, NUMBER, DateSpan, Dimension, Form, Name, Quantity, Truth, Unit, Why

SECOND = Unit("second", Fraction(1), (("[time]", 1),))
OPERATORS = {"+": "+", "-": "−", "*": "×", "/": "÷"}


class UnsureError(Exception):
    """The expression has no value: a divisor around zero, no rate, values of other dimensions."""

    def __init__(self, reason: Reason) -> None:
        super().__init__(reason.text)
        self.reason = reason


@dataclass(frozen=True, slots=True)
class Computed:
    """The value of an expression.

    `interval` is in `unit` (in seconds of UTC where `date`); of a name or truth it is None and `value` is the claim's.
    `constant`: written in the rule, exact, a date being the whole of its span. `label`: how a date is best shown.
    """

    interval: Interval | None
    unit: Unit
    date: bool = False
    constant: bool = False
    value: Name | Truth | None = None
    label: str = ""

    def shown(self) -> str:
        if self.label:
            return self.label
        if self.interval is None:
            return "" if self.value is None else show_value(self.value)
        if self.date:
            ends = [iso(int(end * MICROSECONDS)) for end in (self.interval.low, self.interval.high) if end is not None]
            return " to ".join(ends)
        if self.unit == SECOND and self.interval.is_point and self.interval.low is not None:
            return show_duration(self.interval.low)
        return show_interval(self.interval, self.unit)

    def to(self, unit: Unit) -> Computed:
        """The same in another unit of its dimension."""
        if self.interval is None or self.date or unit == self.unit:
            return self
        scaled = self.interval.scaled(self.unit.factor / unit.factor, (self.unit.offset - unit.offset) / unit.factor)
        return replace(self, interval=scaled, unit=unit)


@dataclass(frozen=True, slots=True)
class Environment:
    """What stands for the leaves of an expression: a claim for each operand, a value for each aggregate."""

    operands: Mapping[Operand, Entry]
    aggregates: Mapping[Aggregate, Computed]
    mode: Mode = Mode.PLAIN

    @property
    def zoned(self) -> bool:
        return any(isinstance(it.value, DateSpan) and it.value.zoned for it in self.operands.values())


def operands_of(expression: Expression | None) -> tuple[Operand, ...]:
    """Its operands in the order written; one that is written twice is the same claim, and stands here once."""
    match expression:
        case Operand():
            return (replace(expression, text=""),)
        case Arithmetic(left=left, right=right):
            return tuple(dict.fromkeys((*operands_of(left), *operands_of(right))))
        case _:
            return ()


def aggregates_of(expression: Expression | None) -> tuple[Aggregate, ...]:
    match expression:
        case Aggregate():
            return (replace(expression, text=""),)
        case Arithmetic(left=left, right=right):
            return tuple(dict.fromkeys((*aggregates_of(left), *aggregates_of(right))))
        case _:
            return ()


def compute(expression: Expression, environment: Environment) -> Computed:
    """The interval of an expression.

    Raises:
        UnsureError: it has none, for the reason given.
    """
    match expression:
        case Constant(value=value):
            return constant(value, environment)
        case Operand():
            return of_entry(environment.operands[replace(expression, text="")], environment)
        case Aggregate():
            return environment.aggregates[replace(expression, text="")]
        case Arithmetic(operator=operator, left=left, right=right):
            return _combine(operator, compute(left, environment), compute(right, environment), right)
        case _:
            assert_never(expression)


def constant(value: Quantity | DateSpan, environment: Environment) -> Computed:
    if isinstance(value, DateSpan):
        interval = value.interval(against_zoned=environment.zoned)
        return Computed(interval, SECOND, date=True, constant=True, label=show_date(value))
    return Computed(value.interval, value.unit, constant=True)


def of_entry(entry: Entry, environment: Environment) -> Computed:
    if entry.problem:
        raise UnsureError(entry.problem)
    match entry.value:
        case Quantity() as quantity:
            return Computed(quantity_interval(quantity, environment.mode), quantity.unit)
        case DateSpan() as date:
            interval = date_interval(date, environment.mode, against_zoned=environment.zoned)
            return Computed(interval, SECOND, date=True, label=show_date(date))
        case Name() | Truth() as value:
            return Computed(None, NUMBER, value=value)


def _combine(operator: str, left: Computed, right: Computed, divisor: Expression) -> Computed:
    a, b = left.interval, right.interval
    assert a is not None and b is not None  # a rule that computes with names has been refused
    if operator in "+-":
        return _sum(operator, left, right)
    unit = _times(left.unit, right.unit, 1 if operator == "*" else -1)
    exact = left.constant and right.constant
    scale = left.unit.factor * (right.unit.factor if operator == "*" else 1 / right.unit.factor) / unit.factor
    if operator == "*":
        return Computed((a * b).scaled(scale), unit, constant=exact)
    try:
        return Computed((a / b).scaled(scale), unit, constant=exact)
    except ZeroInsideError:
        words = getattr(divisor, "text", "") or "the divisor"
        text = f"{words} may be zero ({right.shown()}), and nothing can be divided by zero"
        raise UnsureError(Reason("zero_divisor", text)) from None


def _sum(operator: str, left: Computed, right: Computed) -> Computed:
    a, b = left.interval, right.interval
    assert a is not None and b is not None
    exact = left.constant and right.constant
    if left.date and right.date:
        return Computed(a - b, SECOND, constant=exact)
    if left.date or right.date:
        date, duration = (left, right) if left.date else (right, left)
        return Computed(_moved(date, duration, -1 if operator == "-" else 1), SECOND, date=True, constant=exact)
    if left.unit.dimension != right.unit.dimension:
        text = f"{left.shown()} and {right.shown()} are of different dimensions"
        raise UnsureError(Reason("dimension", text))
    other = right.to(left.unit).interval
    assert other is not None
    return Computed(a + other if operator == "+" else a - other, left.unit, constant=exact)


def _moved(date: Computed, duration: Computed, sign: int) -> Interval:
    """A date so much later; whole months and years are counted on the calendar."""
    span, length = date.interval, duration.interval
    assert span is not None and length is not None
    if length.is_point and length.low is not None:
        quantity = Quantity(
            text="",
            interval=length,
            clear=length,
            nominal=length.low,
            unit=duration.unit,
            why=Why.EXACT,
            form=Form.NUMBER,
        )
        months = calendar_months(quantity)
        if months is not None:
            low = None if span.low is None else shifted(span.low, sign * months)
            high = None if span.high is None else shifted(span.high, sign * months)
            return Interval(low, high, span.low_open, span.high_open)
    return span + length.scaled(sign * duration.unit.factor)


def _times(left: Unit, right: Unit, power: int) -> Unit:
    """The unit in which a product (power 1) or quotient (-1) is shown: a share leaves the other's unit as it is."""
    if not right.dimension:
        return left if left.dimension or power > 0 else NUMBER
    if not left.dimension and power > 0:
        return right
    dimension = _powers(left.dimension, right.dimension, power)
    if not dimension:
        return NUMBER
    name = f"{left.name or '1'}{'·' if power > 0 else '/'}{right.name}"
    return Unit(name, left.factor * right.factor**power, dimension)


def _powers(left: Dimension, right: Dimension, power: int) -> Dimension:
    powers = dict(left)
    for name, exponent in right:
        powers[name] = powers.get(name, 0) + power * exponent
    return tuple(sorted((name, exponent) for name, exponent in powers.items() if exponent))


def working(expression: Expression, environment: Environment, *, outer: bool = True) -> str:
    """How the value came about, in the words of a report: `4.18–4.62 mn barrels/day ÷ 36–40 %`."""
    match expression:
        case Constant(text=text):
            return text
        case Operand():
            entry = environment.operands[replace(expression, text="")]
            shown = show_value(entry.value)
            return f"{shown} ({entry.working})" if entry.working else shown
        case Aggregate(text=text):
            return f"{text} ({compute(expression, environment).shown()})"
        case Arithmetic(operator=operator, left=left, right=right):
            words = " ".join(
                (
                    working(left, environment, outer=False),
                    OPERATORS[operator],
                    working(right, environment, outer=False),
                )
            )
            return words if outer else f"({words})"
        case _:
            assert_never(expression)
