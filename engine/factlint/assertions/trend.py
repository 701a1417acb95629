"""`not increase`, `not decrease`, `not change by more than Q per PERIOD`: later claims against earlier ones."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from fractions import Fraction
from itertools import islice

from factlint.assertions.agreement import Mode, quantity_interval
from factlint.assertions.course import Bound, Course, Neighbours, Pair, Step
from factlint.assertions.finding import Camp, Entry, Group, Judgement, Measured, Reason, thanks_of
from factlint.assertions.trend_bounds import bound_of, fits
from factlint.assertions.words import count, show_amount, show_value
from factlint.language.model import Absolute, Relative, Trend
from factlint.quantities.dates import show_date
from factlint.quantities.values import Dimension, Quantity

LISTED = 10_000
"""Pairs that a finding lists; whether there are more is said."""


def judge(group: Group, assertion: Trend, *, clearly: bool) -> Judgement:
    """Violated when some claim of a certainly later period is certainly beyond one of an earlier period."""
    entries = [it for it in group.entries if isinstance(it.value, Quantity)]
    idle = tuple(it for it in group.entries if not isinstance(it.value, Quantity))
    neighbours = Neighbours(entries)
    ordered = sorted((it for it in entries if neighbours.of(it)), key=_start)
    in_order = {it.id for it in ordered}
    lone = tuple(entry for entry in entries if entry.id not in in_order)
    if not ordered:
        return Judgement(outcome="not judged", idle=idle, lone=lone)
    mode = Mode.CLEAR if clearly else Mode.PLAIN
    courses = list(_courses(ordered, assertion, mode))
    failing = [pair for course, bound in courses for pair in islice(course.pairs(bound), LISTED + 1)]
    if failing:
        worst = [course.worst(bound, first) for course, bound in courses if (first := next(course.pairs(bound), None))]

        def fault_left(accepted: frozenset[str]) -> bool:
            rest = [it for it in ordered if it.id not in accepted]
            return any(next(course.pairs(bound), None) for course, bound in _courses(rest, assertion, mode))

        return replace(
            _violated(group, assertion, failing, max(worst, key=_badness)), idle=idle, lone=lone, fault_left=fault_left
        )
    unlike = _unlike(ordered, assertion)
    if unlike:
        problem = next((it.problem for it in unlike if it.problem), None)
        reason = problem or Reason("dimension", f"claims on {group.name} are of different dimensions")
        return Judgement(
            outcome="undetermined",
            message=f"claims on {group.name} cannot be put in a row: {reason.text}",
            reason=reason,
            camps=(Camp(tuple(unlike)),),
            idle=idle,
            lone=lone,
            fault_left=lambda accepted: bool(_unlike([it for it in ordered if it.id not in accepted], assertion)),
        )
    nominal = [] if clearly else list(_courses(ordered, assertion, Mode.NOMINAL))
    pairs = [pair for course, bound in nominal for pair in islice(course.pairs(bound), LISTED)]
    thanks = thanks_of([entry for pair in pairs for entry in (pair.earlier, pair.later)])
    return Judgement(outcome="holds", idle=idle, lone=lone, thanks=thanks)


def _courses(entries: Sequence[Entry], assertion: Trend, mode: Mode) -> Iterator[tuple[Course, Bound]]:
    """One for the claims of each dimension, in the unit of the first."""
    by_dimension: dict[Dimension, list[tuple[Entry, Quantity]]] = {}
    for entry in entries:
        if isinstance(entry.value, Quantity) and fits(entry.value, assertion):
            by_dimension.setdefault(entry.value.unit.dimension, []).append((entry, entry.value))
    for members in by_dimension.values():
        unit = members[0][1].unit
        steps = [Step.of(entry, quantity_interval(quantity.to(unit), mode), unit) for entry, quantity in members]
        yield Course(steps), bound_of(assertion, unit, clearly=mode is Mode.CLEAR)


def _unlike(entries: Sequence[Entry], assertion: Trend) -> list[Entry]:
    """Those before or after which stands a claim that they cannot be compared with."""
    by_dimension: dict[Dimension, list[Entry]] = {}
    fitting: dict[Dimension, bool] = {}
    for entry in entries:
        assert isinstance(entry.value, Quantity)
        by_dimension.setdefault(entry.value.unit.dimension, []).append(entry)
        fitting[entry.value.unit.dimension] = fits(entry.value, assertion)
    around = {dimension: Neighbours(members) for dimension, members in by_dimension.items()}
    return [
        entry
        for entry in entries
        if isinstance(entry.value, Quantity)
        and any(
            neighbours.of(entry)
            for dimension, neighbours in around.items()
            if dimension != entry.value.unit.dimension or not fitting[dimension]
        )
    ]


def _badness(pair: Pair) -> tuple[bool, Fraction]:
    return (pair.excess is None, pair.excess or Fraction(0))


def _violated(group: Group, assertion: Trend, failing: Sequence[Pair], worst: Pair) -> Judgement:
    earlier, later = worst.earlier, worst.later
    unit = worst.unit.name
    match assertion.by:
        case Relative():
            unit = "percent"
        case Absolute(quantity):
            unit = quantity.unit.name
        case None if unit == "percent":
            unit = "percentage points"
    verb = {"increase": "increase", "decrease": "decrease", "change": "change"}[assertion.direction]
    by = " by more than any number says" if worst.change is None else f" by {show_amount(worst.change, unit)}"
    allowed = f", allowed {show_amount(worst.allowed, unit)}" if worst.allowed else ""
    periods = [show_date(it.claim.period) for it in (earlier, later) if it.claim.period is not None]
    message = (
        f"claims on {group.name} {verb}{by}{allowed}: "
        f"from {show_value(earlier.value)} ({periods[0]}) to {show_value(later.value)} ({periods[1]})"
        + _in_all(len(failing))
    )
    return Judgement(
        outcome="violated",
        message=message,
        measured=Measured("change", worst.change, worst.allowed, unit),
        camps=tuple(Camp((pair.earlier, pair.later)) for pair in failing[:LISTED]),
    )


def _in_all(pairs: int) -> str:
    if pairs > LISTED:
        return f"; more than {LISTED:,} pairs in all, of which the first {LISTED:,} are listed"
    return f"; {count(pairs, 'pair')} in all" if pairs > 1 else ""


def _start(entry: Entry) -> tuple[bool, int, str]:
    period = entry.claim.period
    start = None if period is None else period.start
    return (start is not None, start or 0, entry.id)
