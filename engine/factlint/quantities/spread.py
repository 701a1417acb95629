"""A number and its hedge as an interval, before units and counting come in."""

from __future__ import annotations

from dataclasses import dataclass, replace
from fractions import Fraction

from factlint.quantities.hedges import Hedge
from factlint.quantities.interval import Interval
from factlint.quantities.values import Form, Why


@dataclass(frozen=True, slots=True, kw_only=True)
class Spread:
    """What a quantity allows; the fields are those of `Quantity`. `outward`: the ends come from a hedge's width."""

    interval: Interval
    clear: Interval
    nominal: Fraction | None
    why: Why
    form: Form
    precision: Fraction = Fraction(0)
    outward: bool = False

    def negated(self) -> Spread:
        return replace(
            self,
            interval=-self.interval,
            clear=-self.clear,
            nominal=None if self.nominal is None else -self.nominal,
        )


def plain(value: Fraction, precision: Fraction) -> Spread:
    """A number alone: its own precision, ends open."""
    why = Why.PRECISION if precision else Why.EXACT
    return Spread(
        interval=around(value, precision),
        clear=Interval.exact(value),
        nominal=value,
        why=why,
        form=Form.NUMBER,
        precision=precision,
    )


def around(value: Fraction, precision: Fraction) -> Interval:
    if not precision:
        return Interval.exact(value)
    return Interval(value - precision, value + precision, low_open=True, high_open=True)


def hedged(value: Fraction, precision: Fraction, hedge: Hedge, width: Fraction, floor: Fraction | None) -> Spread:
    """A number behind a hedge.

    `value` is at least 0, but for bounds; `width` is a share of it, and not for bounds; `floor` is the least value there
    is (0 of an unsigned property), None without one.
    """
    by = value * width
    wider = precision > by
    why = Why.PRECISION if wider else Why.HEDGE
    match hedge:
        case Hedge.ABOUT:
            clear = Interval(value - by, value + by)
            interval = around(value, precision) if wider else clear
            form = Form.ABOUT
        case Hedge.NEARLY:
            clear = Interval(value - by, value, high_open=True)
            interval = Interval(value - precision, value, low_open=True, high_open=True) if wider else clear
            form = Form.NEAR
        case Hedge.JUST_OVER:
            clear = Interval(value, value + by, low_open=True)
            interval = Interval(value, value + precision, low_open=True, high_open=True) if wider else clear
            form = Form.NEAR
        case _:
            interval = bounded(value, hedge, floor)
            return Spread(
                interval=interval, clear=interval, nominal=None, why=Why.HEDGE, form=Form.BOUND, precision=precision
            )
    return Spread(
        interval=interval, clear=clear, nominal=value, why=why, form=form, precision=precision, outward=not wider
    )


def bounded(value: Fraction, hedge: Hedge, floor: Fraction | None) -> Interval:
    """The values on one side of a number. Raises ValueError where the floor leaves none."""
    match hedge:
        case Hedge.MORE:
            return Interval(value, None, low_open=True)
        case Hedge.AT_LEAST:
            return Interval(value, None)
        case Hedge.LESS:
            return Interval(floor, value, high_open=True)
        case _:
            return Interval(floor, value)


def ranged(low: Spread, high: Spread) -> Spread:
    """From one number to another; where both stand behind `about`, its ends."""
    assert low.nominal is not None and high.nominal is not None
    return Spread(
        interval=_from_to(low.interval, high.interval),
        clear=_from_to(low.clear, high.clear),
        nominal=(low.nominal + high.nominal) / 2,
        why=Why.RANGE,
        form=Form.RANGE,
        precision=max(low.precision, high.precision),
        outward=low.outward or high.outward,
    )


def _from_to(low: Interval, high: Interval) -> Interval:
    return Interval(low.low, high.high, low.low_open, high.high_open)


def vague(numbers: Interval) -> Spread:
    if numbers.is_point:  # a couple
        return Spread(interval=numbers, clear=numbers, nominal=numbers.low, why=Why.EXACT, form=Form.NUMBER)
    return Spread(interval=numbers, clear=numbers, nominal=None, why=Why.VAGUE, form=Form.VAGUE)


def little(high: Fraction) -> Spread:
    """`almost no one`: a little, and not zero."""
    numbers = Interval(Fraction(0), high, low_open=True)
    return Spread(interval=numbers, clear=numbers, nominal=None, why=Why.HEDGE, form=Form.NEAR)
