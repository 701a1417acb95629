"""`be corroborated by at least N independent sources [within T]`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction

from factlint.assertions.agreement import Agreement, Mode
from factlint.assertions.camps import divide
from factlint.assertions.finding import Camp, Entry, Group, Judgement, Measured, thanks_of
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


def _support(entry: Entry, entries: Sequence[Entry], agrees: Agreement, enough: int) -> tuple[str, ...]:
    """The sources of a claim and of those that back it: all of them, or as soon as there are enough, those."""
    names = {source.key: source.name for source in entry.claim.sources}
    for other in entries:
        if len(names) >= enough:
            break
        new = {source.key: source.name for source in other.claim.sources if source.key not in names}
        if new and backs(other, entry, agrees):
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
