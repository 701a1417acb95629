"""`not increase`, `not decrease`, `not change by more than Q per PERIOD`: later claims against earlier ones."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from factlint.assertions.agreement import Mode, farthest_ends, quantity_interval, shifted
from factlint.assertions.finding import Camp, Entry, Group, Judgement, Measured, Reason, thanks_of
from factlint.assertions.words import count, show_amount, show_value
from factlint.language.model import Absolute, Relative, Trend
from factlint.quantities.dates import show_date
from factlint.quantities.interval import Interval
from factlint.quantities.values import MICROSECONDS, Quantity

MONTHS = {"month": 1, "quarter": 3, "year": 12}
SECONDS = {"hour": 3600, "day": 86_400, "week": 604_800}


@dataclass(frozen=True, slots=True)
class _Pair:
    """Two claims in their order; `change` is None where no number says it: from zero, through zero, or without a bound."""

    earlier: Entry
    later: Entry
    change: Fraction | None
    allowed: Fraction


def judge(group: Group, assertion: Trend, *, clearly: bool) -> Judgement:
    """Violated when some claim of a certainly later period is certainly beyond one of an earlier period."""
    entries = [it for it in group.entries if isinstance(it.value, Quantity)]
    idle = tuple(it for it in group.entries if not isinstance(it.value, Quantity))
    dated = sorted((it for it in entries if it.claim.period is not None), key=_start)
    ordered = list(_ordered(dated))
    if not ordered:
        return Judgement(outcome="not judged", idle=idle, lone=tuple(entries))
    unlike = [(a, b) for a, b in ordered if not _comparable(a, b, assertion)]
    mode = Mode.CLEAR if clearly else Mode.PLAIN
    failing = [pair for a, b in ordered if (pair := _violation(a, b, assertion, mode)) is not None]
    compared = {entry.id for pair in ordered for entry in pair}
    lone = tuple(entry for entry in entries if entry.id not in compared)
    if failing:
        faults = [frozenset((pair.earlier.id, pair.later.id)) for pair in failing]
        return replace(
            _violated(group, assertion, failing),
            idle=idle,
            lone=lone,
            fault_left=lambda accepted: any(not fault & accepted for fault in faults),
        )
    if unlike:
        problem = next((it.problem for pair in unlike for it in pair if it.problem), None)
        reason = problem or Reason("dimension", f"claims on {group.name} are of different dimensions")
        members = tuple({it.id: it for pair in unlike for it in pair}.values())
        return Judgement(
            outcome="undetermined",
            message=f"claims on {group.name} cannot be put in a row: {reason.text}",
            reason=reason,
            camps=(Camp(members),),
            idle=idle,
            lone=lone,
            fault_left=lambda accepted: any(a.id not in accepted and b.id not in accepted for a, b in unlike),
        )
    nominal = [it for a, b in ordered if not clearly and (it := _violation(a, b, assertion, Mode.NOMINAL))]
    thanks = thanks_of([entry for pair in nominal for entry in (pair.earlier, pair.later)])
    return Judgement(outcome="holds", idle=idle, lone=lone, thanks=thanks)


def _violated(group: Group, assertion: Trend, failing: Sequence[_Pair]) -> Judgement:
    worst = max(failing, key=lambda it: (it.change is None, (it.change or 0) - it.allowed, it.earlier.id))
    earlier, later = worst.earlier, worst.later
    unit = later.value.unit.name if isinstance(later.value, Quantity) else None
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
        + (f"; {count(len(failing), 'pair')} in all" if len(failing) > 1 else "")
    )
    return Judgement(
        outcome="violated",
        message=message,
        measured=Measured("change", worst.change, worst.allowed, unit),
        camps=tuple(Camp((pair.earlier, pair.later)) for pair in failing),
    )


def _ordered(dated: Sequence[Entry]) -> Iterator[tuple[Entry, Entry]]:
    """Every pair of which the second's period certainly begins after the first's has ended."""
    for index, earlier in enumerate(dated):
        for later in dated[index + 1 :]:
            one, other = earlier.claim.period, later.claim.period
            if one is not None and other is not None and one.end is not None and other.start is not None:
                first, second = one.interval(against_zoned=other.zoned), other.interval(against_zoned=one.zoned)
                if first.high is not None and second.low is not None and first.high <= second.low:
                    yield earlier, later


def _violation(earlier: Entry, later: Entry, assertion: Trend, mode: Mode) -> _Pair | None:
    one, other = earlier.value, later.value
    assert isinstance(one, Quantity) and isinstance(other, Quantity)
    if not _comparable(earlier, later, assertion):
        return None
    a, b = quantity_interval(one, mode), quantity_interval(other.to(one.unit), mode)
    if assertion.direction == "change":
        return _changed(earlier, later, a, b, assertion, clearly=mode is Mode.CLEAR)
    if assertion.direction == "decrease":
        a, b = -a, -b
    if mode is Mode.CLEAR:
        if b.high is not None and a.low is not None and b.high <= a.low:
            return None
        ends = (a.low, b.high)
    else:
        if not a.below(b):
            return None
        ends = (a.high, b.low)
    change = None if ends[0] is None or ends[1] is None else ends[1] - ends[0]
    return _Pair(earlier, later, change, Fraction(0))


def _changed(
    earlier: Entry, later: Entry, a: Interval, b: Interval, assertion: Trend, *, clearly: bool
) -> _Pair | None:
    """A change beyond Q for each PERIOD that the later lies after the earlier."""
    times = _periods_between(earlier, later, assertion.per or "year")
    match assertion.by:
        case Relative(share):
            least = _largest_share(a, b) if clearly else _smallest_share(a, b)
            allowed = share * times
            if least is not None and least <= allowed:
                return None
            return _Pair(earlier, later, None if least is None else least * 100, allowed * 100)
        case Absolute(quantity):
            assert isinstance(earlier.value, Quantity)
            size = quantity.unit.factor / earlier.value.unit.factor
            ends = farthest_ends(a, b) if clearly else a.nearest_ends(b) or (Fraction(0), Fraction(0))
            allowed = (quantity.nominal or Fraction(0)) * times
            if ends is None:
                return _Pair(earlier, later, None, allowed)
            change = (ends[1] - ends[0]) / size
            return _Pair(earlier, later, change, allowed) if change > allowed else None
        case None:
            return None


def _smallest_share(a: Interval, b: Interval) -> Fraction | None:
    """The least that any choice of values changes by, as a share of the earlier one; None beyond any share.

    Upward to y > 0 the share y/x - 1 falls as x grows, and from below zero 1 + y/|x| falls as x sinks; so the ends of the
    earlier interval decide. An earlier value without a bound below comes near 1 and never reaches it.
    """
    if b.below(a):
        a, b = -a, -b
    if not a.below(b):
        return Fraction(0)
    assert a.high is not None and b.low is not None
    reached = b.low
    shares = [(reached - base) / abs(base) for base in (a.low, a.high) if base]
    if a.low is None:
        shares.append(Fraction(1) if reached <= 0 else Fraction(1) + Fraction(1, 10**300))
    return min(shares, default=None)


def _largest_share(a: Interval, b: Interval) -> Fraction | None:
    """The most that some choice changes by; None where there is no most: no bound, or an earlier value about zero."""
    if a.low is None or a.high is None or b.low is None or b.high is None:
        return None
    if a.low <= 0 <= a.high:
        return Fraction(0) if a == b and a.is_point else None
    return max(abs(reached - base) / abs(base) for base in (a.low, a.high) for reached in (b.low, b.high))


def _periods_between(earlier: Entry, later: Entry, per: str) -> int:
    """The least number of periods (at least 1) that, added to the earlier start, reach the later."""
    one, other = earlier.claim.period, later.claim.period
    assert one is not None and other is not None
    if one.start is None or other.start is None:
        return 1
    start, end = Fraction(one.start, MICROSECONDS), Fraction(other.start, MICROSECONDS)
    if per in SECONDS:
        return max(1, -(-(end - start) // SECONDS[per]))
    months = MONTHS.get(per, 12)
    times = max(1, int((end - start) / (31 * 86_400 * months)))
    while shifted(start, times * months) < end:
        times += 1
    return times


def _start(entry: Entry) -> tuple[bool, int, str]:
    period = entry.claim.period
    start = None if period is None else period.start
    return (start is not None, start or 0, entry.id)


def _comparable(one: Entry, other: Entry, assertion: Trend) -> bool:
    """Both of one dimension, and of that of an absolute change allowed."""
    allowed = [assertion.by.quantity] if isinstance(assertion.by, Absolute) else []
    quantities = [it for it in (one.value, other.value, *allowed) if isinstance(it, Quantity)]
    return len({quantity.unit.dimension for quantity in quantities}) == 1
