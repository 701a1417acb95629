"""`agree [within T]`, `agree exactly`: no two comparable claims may be apart."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction
from itertools import combinations

from factlint.assertions.agreement import Agreement, Mode
from factlint.assertions.camps import agree_throughout, divide
from factlint.assertions.finding import Entry, Group, Judgement, Reason, thanks_of
from factlint.assertions.words import disagreement, show_value
from factlint.language.model import Agree
from factlint.quantities.values import DateSpan, Quantity


def judge(group: Group, assertion: Agree, *, clearly: bool) -> Judgement:
    """Violated when two claims of the group certainly do not meet, or are farther apart than the tolerance."""
    mode = Mode.CLEAR if clearly else Mode.PLAIN
    agrees = Agreement(assertion.tolerance, exactly=assertion.exactly, mode=mode)
    held = agree_throughout(group.entries, agrees, agrees.decisive)
    if held is True:
        return holding(group.entries, agrees)
    division = divide(group.entries, agrees, agrees.decisive)
    members = [entry for camp in division.camps for entry in camp.entries]

    def fault_left(accepted: frozenset[str]) -> bool:
        rest = [entry for entry in group.entries if entry.id not in accepted]
        left = agree_throughout(rest, agrees, agrees.decisive)
        return left is False if held is False else left is None

    if held is None:
        reason = incomparable(group.entries, agrees)
        return Judgement(
            outcome="undetermined",
            message=f"claims on {group.name} cannot be compared: {reason.text}",
            reason=reason,
            camps=division.camps,
            neutral=division.neutral,
            fault_left=fault_left,
            agrees=agrees,
        )
    measured = agrees.measure(*worst_pair(members, agrees))
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
        agrees=agrees,
    )


def holding(entries: Sequence[Entry], agrees: Agreement) -> Judgement:
    """A group that holds, and what it holds only thanks to: its numbers as written would not agree."""
    if agrees.exactly or agrees.mode is Mode.CLEAR:
        return Judgement(outcome="holds")
    nominal = replace(agrees, mode=Mode.NOMINAL)
    pointed = sorted((it for it in entries if it.interval() is not None and not _vague(it)), key=_nominal)
    if len(pointed) < 2 or nominal(pointed[0], pointed[-1]) is not False:
        return Judgement(outcome="holds")
    ends = (pointed[0], pointed[-1])
    apart = [entry for entry in pointed if any(nominal(entry, end) is False for end in ends)]
    reasons = thanks_of(apart)
    words = f"{_as_written(ends[0])} and {_as_written(ends[1])} differ as written" if reasons else None
    return Judgement(outcome="holds", thanks=reasons, thanks_text=words)


def _vague(entry: Entry) -> bool:
    return isinstance(entry.value, Quantity) and entry.value.nominal is None


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
    """Of the pairs that disagree the one farthest apart: the extremes hold it, where there are any."""
    judges = agrees.decisive(entries)
    pairs = [(a, b) for a in judges for b in judges if a is not b and agrees(a, b) is False]
    pairs = pairs or [(a, b) for a in entries for b in judges if a is not b and agrees(a, b) is False]
    return max(pairs, key=lambda pair: (agrees.measure(*pair).found or 0, pair[0].id < pair[1].id))


def incomparable(entries: Sequence[Entry], agrees: Agreement) -> Reason:
    """Why two of these cannot be compared: the first problem by claim id."""
    for entry in entries:
        if entry.problem:
            return entry.problem
    pair = next((a, b) for a, b in combinations(entries, 2) if agrees(a, b) is None)
    if agrees.exactly:
        vague = next(entry for entry in pair if getattr(entry.value, "nominal", None) is None)
        return Reason("no_nominal", f"{vague.id} says {_as_written(vague)}, which is no single number")
    return Reason(
        "kind",
        f"{pair[0].id} says {show_value(pair[0].value)}, {pair[1].id} says {show_value(pair[1].value)}, of another kind",
    )
