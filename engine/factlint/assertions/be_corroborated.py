"""`be corroborated by at least N independent sources [within T]`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction

from factlint.assertions.agreement import Agreement, Mode
from factlint.assertions.camps import divide
from factlint.assertions.finding import Camp, Entry, Group, Judgement, Measured, Reason, thanks_of
from factlint.assertions.words import count
from factlint.language.model import BeCorroborated
from factlint.quantities.values import Form, Name, Quantity


def judge(group: Group, assertion: BeCorroborated, *, clearly: bool) -> Judgement:
    """For each claim, a lone one too: it and those that back it need N sources together."""
    agrees = Agreement(assertion.tolerance, mode=Mode.CLEAR if clearly else Mode.PLAIN)
    needed = assertion.sources
    support = {entry.id: _support(entry, group.entries, agrees, needed) for entry in group.entries}
    failing = [entry for entry in group.entries if len(support[entry.id]) < needed]
    if not failing:
        nominal = replace(agrees, mode=Mode.NOMINAL)
        vague = [it for it in group.entries if len(_support(it, group.entries, nominal, needed)) < needed]
        return Judgement(outcome="holds", thanks=frozenset() if clearly else thanks_of(vague))
    # What cannot be compared may back a claim or not: enough of it leaves the claim open.
    support = {entry.id: _support(entry, group.entries, agrees, needed, unsure=True) for entry in failing}
    certain = [entry for entry in failing if len(support[entry.id]) < needed]
    if not certain:
        return _undetermined(group, failing, agrees)
    failing = certain
    ids = frozenset(entry.id for entry in failing)
    fewest = min(failing, key=lambda entry: (len(support[entry.id]), entry.id))
    found = support[fewest.id]
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
    division = divide(failing, agrees, agrees.decisive)
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


def _support(
    entry: Entry, entries: Sequence[Entry], agrees: Agreement, enough: int, *, unsure: bool = False
) -> tuple[str, ...]:
    """The sources of a claim and of those that back it: all of them, or as soon as there are enough, those.

    `unsure` counts those that cannot be compared as well.
    """
    names = {source.key: source.name for source in entry.claim.sources}
    for other in entries:
        if len(names) >= enough:
            break
        new = {source.key: source.name for source in other.claim.sources if source.key not in names}
        if new and (backs(other, entry, agrees) or (unsure and agrees(other, entry) is None)):
            names |= new
    return tuple(sorted(names.values(), key=lambda name: (name.casefold(), name)))


def backs(other: Entry, entry: Entry, agrees: Agreement) -> bool:
    """One-sided claims back only an equal interval; a wider place says nothing of a narrower one."""
    if not agrees(other, entry):
        return False
    match other.value, entry.value:
        case Quantity() as one, Quantity() as two if one.form is Form.BOUND:
            return one.interval == two.to(one.unit).interval
        case Name() as one, Name() as two:
            return one.within(two)
        case _:
            return True
