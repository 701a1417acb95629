"""`agree with the median [within T]`: no claim far from the middle of its group."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from factlint.assertions.aggregates import median
from factlint.assertions.agreement import Agreement, Mode
from factlint.assertions.camps import by_value
from factlint.assertions.finding import NOT_JUDGED, Camp, Entry, Group, Judgement, Reason, thanks_of
from factlint.assertions.singles import who
from factlint.assertions.words import show_allowed, show_found, show_value
from factlint.language.model import AgreeWithMedian
from factlint.quantities.interval import Interval
from factlint.quantities.values import DateSpan, DateUnit, Form, Quantity, Value

LEAST = 3
"""A middle needs so many claims that are not one-sided."""


def judge(group: Group, assertion: AgreeWithMedian, *, clearly: bool) -> Judgement:
    """The median interval runs from the median of the lows to that of the highs, of the claims that are not one-sided."""
    numeric = [entry for entry in group.entries if isinstance(entry.value, Quantity | DateSpan)]
    idle = tuple(entry for entry in group.entries if not isinstance(entry.value, Quantity | DateSpan))
    two_sided = [entry for entry in numeric if not _one_sided(entry)]
    if len(two_sided) < LEAST:
        return replace(NOT_JUDGED, lone=group.entries)
    problem = next((entry.problem for entry in numeric if entry.problem), None)
    if problem is not None or len({_dimension(entry) for entry in numeric}) > 1:
        reason = problem or Reason("dimension", f"claims on {group.name} are of different dimensions")
        return Judgement(
            outcome="undetermined",
            message=f"claims on {group.name} have no median: {reason.text}",
            reason=reason,
            camps=(Camp(tuple(numeric)),),
            idle=idle,
            fault_left=lambda accepted: any(entry.problem and entry.id not in accepted for entry in numeric),
        )
    agrees = Agreement(assertion.tolerance, mode=Mode.CLEAR if clearly else Mode.PLAIN)
    middle = _middle(two_sided, agrees.mode)
    failing = sorted((entry for entry in numeric if not _near(entry, middle, agrees)), key=by_value)
    if not failing:
        nominal = replace(agrees, mode=Mode.NOMINAL)
        point = _middle(two_sided, Mode.NOMINAL)
        apart = [] if clearly else [entry for entry in numeric if not _near(entry, point, nominal)]
        return Judgement(outcome="holds", thanks=thanks_of(apart), idle=idle)
    ids = frozenset(entry.id for entry in failing)
    worst = max(failing, key=lambda entry: agrees.measure(entry, middle).found or 0)
    measured = agrees.measure(worst, middle)
    by = f" by {show_found(measured)}" if measured.found else ""
    allowed = f", allowed {show_allowed(measured)}" if measured.allowed else ""
    return Judgement(
        outcome="violated",
        message=f"{who(failing)} on {group.name} {'differs' if len(failing) == 1 else 'differ'} from the median {show_value(middle.value)}{by}{allowed}",
        measured=measured,
        camps=(Camp(tuple(failing)),),
        idle=idle,
        fault_left=lambda accepted: bool(ids - accepted),
    )


def _near(entry: Entry, middle: Entry, agrees: Agreement) -> bool:
    """The gap is what counts here: ends that touch are no distance apart, with a tolerance and without one."""
    return bool(agrees(entry, middle)) or (
        agrees.tolerance is None and agrees.mode is not Mode.CLEAR and agrees.measure(entry, middle).found == 0
    )


def _one_sided(entry: Entry) -> bool:
    interval = entry.interval()
    bound = isinstance(entry.value, Quantity) and entry.value.form is Form.BOUND
    return bound or interval is None or interval.one_sided


def _dimension(entry: Entry) -> object:
    return entry.value.unit.dimension if isinstance(entry.value, Quantity) else None


def _middle(entries: Sequence[Entry], mode: Mode) -> Entry:
    """The median as an entry of its own, in the group's unit."""
    first = entries[0]
    value: Value = first.value
    if isinstance(value, Quantity):
        unit = value.unit
        quantities = [entry.value.to(unit) for entry in entries if isinstance(entry.value, Quantity)]
        plain = median([it.interval for it in quantities])
        clear = median([it.clear for it in quantities])
        nominal = None
        if mode is Mode.NOMINAL:
            points = [Interval.exact(it.nominal) if it.nominal is not None else it.interval for it in quantities]
            plain = clear = median(points)
        value = replace(value, interval=plain, clear=clear, nominal=nominal, text="the median")
    else:
        spans = median([interval for entry in entries if (interval := entry.interval()) is not None])
        assert spans.low is not None and spans.high is not None
        low, high = int(spans.low * 1_000_000), int(spans.high * 1_000_000)
        value = DateSpan(
            text="", start=low, end=high, written_start=low, written_end=high, unit=DateUnit.SPAN, hedged=False
        )
    return replace(first, value=value)
