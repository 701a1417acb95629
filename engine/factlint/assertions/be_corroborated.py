"""`be corroborated by at least N independent sources [within T]`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction

from factlint.assertions.agreement import Agreement, Mode
from factlint.assertions.camps import divide
from factlint.assertions.corroboration import may_back, sources_behind, sources_that_may_stand_behind
from factlint.assertions.finding import Camp, Entry, Group, Judgement, Measured, Reason, sources_of, thanks_of
from factlint.assertions.together import Together
from factlint.assertions.words import count
from factlint.language.model import BeCorroborated


def judge(group: Group, assertion: BeCorroborated, *, clearly: bool) -> Judgement:
    """For each claim, a lone one too: it and those that back it need N sources together."""
    agrees = Agreement(assertion.tolerance, mode=Mode.CLEAR if clearly else Mode.PLAIN)
    needed = assertion.sources
    support = sources_behind(group.entries, agrees)
    failing = [entry for entry in group.entries if support[entry.id] < needed]
    if not failing:
        nominal = sources_behind(group.entries, replace(agrees, mode=Mode.NOMINAL))
        vague = [entry for entry in group.entries if nominal[entry.id] < needed]
        return Judgement(outcome="holds", thanks=frozenset() if clearly else thanks_of(vague))
    # What cannot be compared may back a claim or not: enough of it leaves the claim open.
    support = sources_that_may_stand_behind(group.entries, agrees)
    certain = [entry for entry in failing if support[entry.id] < needed]
    if not certain:
        return _undetermined(group, failing, agrees)
    failing = certain
    ids = frozenset(entry.id for entry in failing)
    fewest = min(failing, key=lambda entry: (support[entry.id], entry.id))
    found = sources_of([it for it in group.entries if it is fewest or may_back(it, fewest, agrees)])
    rests = f"{count(len(found), 'independent source')} ({', '.join(found)}), fewer than {needed}"
    if len(failing) == 1:
        message = f"1 claim on {group.name} rests on {rests}"
    else:
        message = f"{len(failing)} claims on {group.name} rest on too few sources; {fewest.id} on {rests}"
    return Judgement(
        outcome="violated",
        message=message,
        measured=Measured("count", Fraction(len(found)), Fraction(needed), "sources"),
        camps=_camps(failing, agrees),
        fault_left=lambda accepted: bool(ids - accepted),
    )


def _camps(failing: Sequence[Entry], agrees: Agreement) -> tuple[Camp, ...]:
    """The violators that stand together; those that agree with all the others are one camp more."""
    division = divide(failing, Together(agrees))
    return (*division.camps, Camp(division.neutral)) if division.neutral else division.camps


def _undetermined(group: Group, failing: Sequence[Entry], agrees: Agreement) -> Judgement:
    pairs = ((it, other) for it in failing for other in group.entries if other is not it and agrees(it, other) is None)
    one, other = next(pairs)
    reason = one.problem or other.problem
    reason = reason or Reason("dimension", f"{one.id} and {other.id} are of different dimensions or kinds")
    ids = frozenset(entry.id for entry in failing)
    return Judgement(
        outcome="undetermined",
        message=f"whether claims on {group.name} back each other cannot be told: {reason.text}",
        reason=reason,
        camps=_camps(failing, agrees),
        fault_left=lambda accepted: bool(ids - accepted),
    )
