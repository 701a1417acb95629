"""What a rule allows, as a stretch of an axis: the limit of a bound, and how far apart claims may be."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from factlint.assertions import name_of
from factlint.assertions.agreement import calendar_months, difference, shifted
from factlint.assertions.finding import Entry
from factlint.assertions.words import show_allowed, show_found
from factlint.evaluate.result import Finding
from factlint.language.model import Absolute, Agree, Bound, Check, Constant, Expression, Relative, Side, Tolerance
from factlint.quantities.interval import Interval
from factlint.quantities.values import DateSpan, Quantity, Unit


@dataclass(frozen=True, slots=True)
class Gap:
    """Two ends that face each other, and how far from the lower one still agrees (None: no such place is known)."""

    low: Fraction
    high: Fraction
    allowed: Fraction | None
    words: str


def check_of(finding: Finding) -> Check | None:
    """The assertion that this finding is about; None where the rule makes two of that name."""
    found = [check for check in finding.rule.checks if name_of(check.assertion) == finding.assertion]
    return found[0] if len(found) == 1 else None


def bound_of(finding: Finding) -> Bound | None:
    check = check_of(finding)
    return check.assertion if check is not None and isinstance(check.assertion, Bound) else None


def allowed_values(finding: Finding, unit: Unit | None) -> Interval | None:
    """The values that a bound allows, in a unit (None: instants, in seconds); None where the report does not say."""
    bound = bound_of(finding)
    if bound is None:
        return None
    low = _constant(bound.limit, unit)
    if bound.high is not None:
        high = _constant(bound.high, unit)
        return None if low is None or high is None else _between(low.low, high.high)
    if low is None:
        low = _measured(finding, unit)
    return None if low is None else one_side(bound.side, low)


def one_side(side: Side, limit: Interval) -> Interval | None:
    match side:
        case Side.AT_MOST:
            return Interval(None, limit.high)
        case Side.LESS_THAN:
            return Interval(None, limit.high, high_open=True)
        case Side.AT_LEAST:
            return Interval(limit.low, None)
        case Side.MORE_THAN:
            return Interval(limit.low, None, low_open=True)
        case Side.BEFORE:
            return Interval(None, limit.low, high_open=True)
        case Side.AFTER:
            return Interval(limit.high, None)
        case Side.BETWEEN:
            return limit


def _between(low: Fraction | None, high: Fraction | None) -> Interval | None:
    return None if low is None or high is None or low > high else Interval(low, high)


def _constant(expression: Expression, unit: Unit | None) -> Interval | None:
    if not isinstance(expression, Constant):
        return None
    match expression.value:
        case DateSpan() as date:
            return date.interval() if unit is None else None
        case Quantity() as quantity:
            if unit is None or quantity.unit.dimension != unit.dimension:
                return None
            return quantity.to(unit).interval


def _measured(finding: Finding, unit: Unit | None) -> Interval | None:
    """A limit that was computed: what the finding measured against."""
    measured = finding.measured
    if unit is None or measured is None or measured.kind != "bound" or measured.unit != unit.name:
        return None
    return None if measured.allowed is None else Interval.exact(measured.allowed)


def gap_between(finding: Finding, entries: list[tuple[Entry, Interval]], unit: Unit | None) -> Gap | None:
    """The two ends farthest apart of claims that must agree, and what of that is allowed."""
    check = check_of(finding)
    measured = finding.measured
    if check is None or check.clearly or not isinstance(check.assertion, Agree) or check.assertion.exactly:
        return None
    if measured is None or measured.kind != "gap" or finding.verdict != "violated":
        return None
    highs = [interval.high for _entry, interval in entries if interval.high is not None]
    lows = [interval.low for _entry, interval in entries if interval.low is not None]
    if not highs or not lows or min(highs) > max(lows):
        return None
    low, high = min(highs), max(lows)
    words = f"apart by {show_found(measured)}" if measured.found else "apart beyond any share"
    words += f", allowed {show_allowed(measured)}" if measured.allowed and measured.found else ""
    reach = _reach(check.assertion.tolerance, low, high, unit)
    return Gap(low, high, None if reach is None else min(reach, high), words)


def _reach(tolerance: Tolerance | None, low: Fraction, high: Fraction, unit: Unit | None) -> Fraction | None:
    match tolerance:
        case Relative(share) if share < 1 and low * high > 0:
            # The share is of the end that is larger in magnitude, which among negative numbers is the lower one.
            return low / (1 - share) if low > 0 else low * (1 - share)
        case Absolute(quantity):
            months = calendar_months(quantity) if unit is None else None
            return low + difference(quantity, unit) if months is None else shifted(low, months)
        case _:
            return None
