"""Arithmetic on columns of intervals, in base units; every result with a bound on the numbers that it was made of."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from factlint.language.model import Arithmetic, Constant, Expression, Operand
from factlint.quantities.values import Quantity

if TYPE_CHECKING:
    import polars as pl


@dataclass(frozen=True, slots=True)
class Span:
    """Values from `low` to `high`, either of which may be infinite. `size` is no smaller than any finite number met on the
    way: what doubt is measured by.

    `doubtful`: no number can be told (a divisor around zero). `given`: nothing was computed, an end at zero is at zero.
    """

    low: pl.Expr
    high: pl.Expr
    size: pl.Expr
    doubtful: pl.Expr
    given: bool = False

    def turned(self) -> Span:
        """With its ends in each other's place: no value within goes beyond a limit that this one keeps to."""
        return replace(self, low=self.high, high=self.low)


Leaf = Callable[[Operand], Span]


def span_of(expression: Expression, leaf: Leaf) -> Span | None:
    """The columns of an expression; None where it holds what has no column: an aggregate, a date, a temperature."""
    match expression:
        case Constant():
            number = constant(expression)
            return None if number is None else _point(number)
        case Operand():
            return leaf(expression)
        case Arithmetic(operator=operator, left=left, right=right):
            a, b = span_of(left, leaf), span_of(right, leaf)
            return None if a is None or b is None else _OPERATIONS[operator](a, b)
        case _:
            return None


def constant(expression: Expression) -> float | None:
    """A quantity written in a rule, in base units; None for any other expression, a date and a temperature."""
    match expression:
        case Constant(value=Quantity() as quantity) if not quantity.unit.offset and quantity.nominal is not None:
            return float(quantity.nominal * quantity.unit.factor)
        case _:
            return None


def _point(number: float) -> Span:
    import polars as pl

    return Span(pl.lit(number), pl.lit(number), pl.lit(abs(number)), pl.lit(value=False), given=True)


def _add(a: Span, b: Span) -> Span:
    return Span(a.low + b.low, a.high + b.high, a.size + b.size, a.doubtful | b.doubtful)


def _subtract(a: Span, b: Span) -> Span:
    return Span(a.low - b.high, a.high - b.low, a.size + b.size, a.doubtful | b.doubtful)


def _multiply(a: Span, b: Span) -> Span:
    import polars as pl

    corners = _corners(x * y for x in (a.low, a.high) for y in (b.low, b.high))
    low, high = pl.min_horizontal(corners), pl.max_horizontal(corners)
    return Span(low, high, a.size * b.size, a.doubtful | b.doubtful)


def _divide(a: Span, b: Span) -> Span:
    import polars as pl

    around_zero = (b.low <= 0) & (b.high >= 0)
    smallest = pl.min_horizontal(b.low.abs(), b.high.abs())
    least, greatest = b.low, b.high
    if b.given:
        # One that reaches zero, from one side: what is divided by it has no end there.
        around_zero = ((b.low < 0) & (b.high > 0)) | ((b.low == 0) & (b.high == 0))
        smallest = pl.when(smallest == 0).then(pl.max_horizontal(b.low.abs(), b.high.abs())).otherwise(smallest)
        greatest = pl.when(b.high == 0).then(-0.0).otherwise(b.high)
    corners = _corners(x / y for x in (a.low, a.high) for y in (least, greatest))
    # The size of a quotient grows with what the divisor lost on its way.
    size = (a.size / smallest) * (b.size / smallest)
    low, high = pl.min_horizontal(corners), pl.max_horizontal(corners)
    return Span(low, high, size, a.doubtful | b.doubtful | around_zero)


def _corners(values: Iterable[pl.Expr]) -> list[pl.Expr]:
    """Where ends meet. Zero times an infinite end is zero, and so is the least that two infinite ends come to."""
    return [value.fill_nan(0.0) for value in values]


_OPERATIONS = {"+": _add, "-": _subtract, "*": _multiply, "/": _divide}
