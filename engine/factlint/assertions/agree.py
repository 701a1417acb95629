"""`agree [within T]`, `agree exactly`: no two comparable claims may be apart."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction
from heapq import nlargest, nsmallest

from factlint.assertions.agreement import Agreement, Mode, date_interval, quantity_interval
from factlint.assertions.camps import divide
from factlint.assertions.finding import Entry, Group, Judgement, Reason, thanks_of
from factlint.assertions.together import Together, company_of
from factlint.assertions.words import disagreement, show_value
from factlint.language.model import Agree
from factlint.quantities.interval import Interval
from factlint.quantities.values import DateSpan, Quantity


def judge(group: Group, assertion: Agree, *, clearly: bool) -> Judgement:
    """Violated when two claims of the group certainly do not meet, or are farther apart than the tolerance."""
    mode = Mode.CLEAR if clearly else Mode.PLAIN
    agrees = Agreement(assertion.tolerance, exactly=assertion.exactly, mode=mode)
    together = Together(agrees)
    held = together.throughout(group.entries)
    if held is True:
        return holding(group.entries, agrees)
    division = divide(group.entries, together)

    def fault_left(accepted: frozenset[str]) -> bool:
        rest = [entry for entry in group.entries if entry.id not in accepted]
        return together.throughout(rest) is held

    if held is None:
        reason = incomparable(group.entries, agrees)
        return Judgement(
            outcome="undetermined",
            message=f"claims on {group.name} cannot be compared: {reason.text}",
            reason=reason,
            camps=division.camps,
            neutral=division.neutral,
            fault_left=fault_left,
            joining=together.joining,
        )
    measured = agrees.measure(*worst_pair(group.entries, agrees))
    message = disagreement(
        group, division.camps, measured, verb="do not clearly agree, apart" if clearly else "disagree"
    )
    return Judgement(
        outcome="violated",
        message=message,
        measured=measured,
        camps=division.camps,
        neutral=division.neutral,
        fault_left=fault_left,
        joining=together.joining,
    )


def holding(entries: Sequence[Entry], agrees: Agreement) -> Judgement:
    """A group that holds, and what it holds only thanks to: its numbers as written would not agree."""
    if agrees.exactly or agrees.mode is Mode.CLEAR:
        return Judgement(outcome="holds")
    nominal = replace(agrees, mode=Mode.NOMINAL)
    pointed = [it for it in entries if it.interval() is not None and not _vague(it)]
    together = Together(nominal)
    if together.throughout(pointed) is not False:
        return Judgement(outcome="holds")
    agreeing = {entry.id for entry in together.with_all(pointed)}
    reasons = thanks_of([entry for entry in pointed if entry.id not in agreeing])
    one, other = sorted(worst_pair(pointed, nominal), key=_nominal)
    words = f"{_as_written(one)} and {_as_written(other)} differ as written" if reasons else None
    return Judgement(outcome="holds", thanks=reasons, thanks_text=words)


def _vague(entry: Entry) -> bool:
    return isinstance(entry.value, Quantity) and entry.value.nominal is None


def _zoned(entry: Entry) -> bool:
    return isinstance(entry.value, DateSpan) and entry.value.zoned


def _nominal(entry: Entry) -> tuple[Fraction, str]:
    match entry.value:
        case Quantity(nominal=Fraction() as nominal):
            return (nominal, entry.id)
        case DateSpan(written_start=int() as start):
            return (Fraction(start), entry.id)
        case _:
            return (Fraction(0), entry.id)


def _as_written(entry: Entry) -> str:
    return entry.claim.value_text or show_value(entry.value)


def worst_pair(entries: Sequence[Entry], agrees: Agreement) -> tuple[Entry, Entry]:
    """Of the pairs that disagree the one farthest apart: the outermost of those that can be compared."""
    companies = Together(agrees).companies(entries)
    found = [pair for company in companies for pair in _apart(outermost(company.entries, agrees), agrees)]
    if not found:  # names and truths, which are no distance apart: any two that disagree
        company = next(company for company in companies if company.apart)
        found = [_first_pair(company.entries, company.with_all(), agrees, False)]
    return max(found, key=lambda pair: (agrees.measure(*pair).found or 0, pair[0].id < pair[1].id))


def outermost(entries: Sequence[Entry], agrees: Agreement) -> list[Entry]:
    """Those with the lowest and highest ends, two of each, since a claim may hold both; by nominal value if `exactly`."""
    if entries[0].interval() is None:
        return []
    first = entries[0]
    if agrees.exactly and isinstance(first.value, Quantity):
        keys = [{it.id: (0, _nominal_in(it, first), False) for it in entries if not _vague(it)}]
    else:
        # A day without a zone is longer when it is held against an instant: each sort has ends of its own.
        sorts = [[it for it in entries if _zoned(it) == zoned] for zoned in (False, True)]
        keys = [{it.id: _end(it, first, agrees.mode, side) for it in alike} for alike in sorts for side in (-1, 1)]
    chosen = {
        id_ for key in keys for most in (nsmallest, nlargest) for id_ in most(2, key, key=lambda it: (key[it], it))
    }
    return [entry for entry in entries if entry.id in chosen]


def _end(entry: Entry, first: Entry, mode: Mode, side: int) -> tuple[int, Fraction, bool]:
    """Of equal ends the open one leaves less room."""
    interval = _compared(entry, first, mode)
    end, inner = (interval.low, interval.low_open) if side < 0 else (interval.high, not interval.high_open)
    return (side, Fraction(0), False) if end is None else (0, end, inner)


def _compared(entry: Entry, first: Entry, mode: Mode) -> Interval:
    if isinstance(entry.value, DateSpan):
        return date_interval(entry.value, mode, against_zoned=False)
    assert isinstance(entry.value, Quantity) and isinstance(first.value, Quantity)
    return quantity_interval(entry.value.to(first.value.unit), mode)


def _nominal_in(entry: Entry, first: Entry) -> Fraction:
    assert isinstance(entry.value, Quantity) and isinstance(first.value, Quantity)
    return entry.value.to(first.value.unit).nominal or Fraction(0)


def _apart(entries: Sequence[Entry], agrees: Agreement) -> list[tuple[Entry, Entry]]:
    return [(a, b) for a in entries for b in entries if a is not b and agrees(a, b) is False]


def _first_pair(
    entries: Sequence[Entry], with_all: Sequence[Entry], agrees: Agreement, verdict: bool | None
) -> tuple[Entry, Entry]:
    """The first by claim id of which this is the verdict; who agrees with all has no part in one."""
    agreeing = {id(entry) for entry in with_all}
    return next(
        (one, other)
        for one in entries
        if id(one) not in agreeing
        for other in entries
        if other is not one and agrees(one, other) is verdict
    )


def incomparable(entries: Sequence[Entry], agrees: Agreement) -> Reason:
    """Why two of these cannot be compared: the first problem by claim id."""
    for entry in entries:
        if entry.problem:
            return entry.problem
    pair = _first_pair(entries, Together(agrees).with_all(entries), agrees, None)
    if agrees.exactly and company_of(pair[0]) == company_of(pair[1]):
        vague = next(entry for entry in pair if getattr(entry.value, "nominal", None) is None)
        return Reason("no_nominal", f"{vague.id} says {_as_written(vague)}, which is no single number")
    return Reason(
        "kind",
        f"{pair[0].id} says {show_value(pair[0].value)}, {pair[1].id} says {show_value(pair[1].value)}, of another kind",
    )
