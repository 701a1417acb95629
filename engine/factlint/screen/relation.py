"""Whether a computed value holds to a bound, or agrees with another: certainly not, perhaps not."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from factlint.assertions.agreement import calendar_months
from factlint.language.model import Absolute, AgreeWith, Assertion, Bound, Constant, Expression, Relative, Side
from factlint.screen.arithmetic import Span, constant
from factlint.screen.measures import DOUBT

if TYPE_CHECKING:
    import polars as pl

_UPPER = {Side.AT_MOST, Side.LESS_THAN}
_LOWER = {Side.AT_LEAST, Side.MORE_THAN}


def edges(bound: Bound) -> tuple[float | None, float | None] | None:
    """The upper and the lower limit in base units, where both are written as quantities; None: there is no screen."""
    wanted = [it for it in (bound.limit, bound.high) if it is not None]
    known = [number for it in wanted if (number := constant(it)) is not None]
    if len(known) < len(wanted):
        return None
    if bound.side in _UPPER:
        return known[0], None
    if bound.side in _LOWER:
        return None, known[0]
    return (known[1], known[0]) if bound.side is Side.BETWEEN else None


Read = Callable[[Expression], Span | None]
"""The columns of an expression, where it has any."""


def fails(assertion: Assertion, left: Expression, read: Read) -> tuple[pl.Expr, pl.Expr, pl.Expr] | None:
    """For each combination: it certainly fails, it may fail, and no number can be told. None: there is no screen."""
    value = read(left)
    if value is None:
        return None
    match assertion:
        case Bound(side=side, limit=limit, high=high):
            return _beyond(side, value, limit, high, read)
        case AgreeWith(other=other, tolerance=tolerance):
            if isinstance(tolerance, Absolute) and calendar_months(tolerance.quantity) is not None:
                return None
            right = read(other)
            return None if right is None else _apart(value, right, tolerance)
        case _:
            return None


def _beyond(
    side: Side, value: Span, limit: Expression, high: Expression | None, read: Read
) -> tuple[pl.Expr, pl.Expr, pl.Expr] | None:
    import polars as pl

    edge, top = read(limit), None if high is None else read(high)
    if edge is None or (
        high is not None and (top is None or not isinstance(limit, Constant) or not isinstance(high, Constant))
    ):
        return None
    distances: list[tuple[pl.Expr, Span]] = []
    if side in _UPPER:
        distances.append((value.low - edge.high, edge))
    elif side in _LOWER:
        distances.append((edge.low - value.high, edge))
    elif side is Side.BETWEEN and top is not None:
        distances += [(edge.low - value.high, edge), (value.low - top.high, top)]
    else:
        return None
    surely = maybe = doubtful = pl.lit(value=False)
    for distance, limited in distances:
        margin = DOUBT * (value.size + limited.size)
        surely |= distance > margin
        maybe |= distance >= -margin
        doubtful |= limited.doubtful
    return surely, maybe, value.doubtful | doubtful


def _apart(a: Span, b: Span, tolerance: Relative | Absolute | None) -> tuple[pl.Expr, pl.Expr, pl.Expr]:
    import polars as pl

    low, high = pl.min_horizontal(a.high, b.high), pl.max_horizontal(a.low, b.low)
    gap = high - low
    margin = DOUBT * (a.size + b.size)
    match tolerance:
        case None:
            permitted = pl.lit(0.0)
        case Relative(share):
            larger = pl.max_horizontal(low.abs(), high.abs())
            permitted = pl.when(low * high > 0).then(float(share) * larger).otherwise(0.0)
        case Absolute(quantity):
            permitted = pl.lit(float((quantity.nominal or 0) * quantity.unit.factor))
    margin += DOUBT * permitted
    # Near zero the sign itself is in doubt, and with it whether a share is allowed at all.
    near_zero = (low.abs() <= margin) | (high.abs() <= margin)
    surely = (gap > permitted + margin) & ~near_zero
    maybe = (gap > permitted - margin) | (near_zero & (gap >= -margin))
    return surely, maybe, a.doubtful | b.doubtful
