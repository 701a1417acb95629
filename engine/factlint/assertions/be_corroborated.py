"""`be corroborated by at least N independent sources [within T]`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction

from factlint.assertions.agreement import Agreement, Mode
from factlint.assertions.camps import divide
from factlint.assertions.finding import Camp, Entry, Group, Judgement, Measured, sources_of, thanks_of
from factlint.assertions.words import count
from factlint.language.model import BeCorroborated
from factlint.quantities.values import Form, Name, Quantity


def judge(group: Group, assertion: BeCorroborated, *, clearly: bool) -> Judgement:
    """For each claim, a lone one too: it and those that back it need N sources together."""
    agrees = Agreement(assertion.tolerance, mode=Mode.CLEAR if clearly else Mode.PLAIN)
    support = {entry.id: _sources(entry, group.entries, agrees) for entry in group.entries}
    failing = [entry for entry in group.entries if len(support[entry.id]) < assertion.sources]
    if not failing:
        nominal = replace(agrees, mode=Mode.NOMINAL)
        vague = [it for it in group.entries if len(_sources(it, group.entries, nominal)) < assertion.sources]
        return Judgement(outcome="holds", thanks=frozenset() if clearly else thanks_of(vague))
    ids = frozenset(entry.id for entry in failing)
    fewest = min(failing, key=lambda entry: (len(support[entry.id]), entry.id))
    found = support[fewest.id]
    rests = f"{count(len(found), 'independent source')} ({', '.join(found)}), fewer than {assertion.sources}"
    if len(failing) == 1:
        message = f"1 claim on {group.name} rests on {rests}"
    else:
        message = f"{len(failing)} claims on {group.name} rest on too few sources; {fewest.id} on {rests}"
    return Judgement(
        outcome="violated",
        message=message,
        measured=Measured("count", Fraction(len(found)), Fraction(assertion.sources), "sources"),
        camps=_camps(failing, agrees),
        fault_left=lambda accepted: bool(ids - accepted),
    )


def _camps(failing: Sequence[Entry], agrees: Agreement) -> tuple[Camp, ...]:
    """The violators that stand together; those that agree with all the others are one camp more."""
    division = divide(failing, agrees, agrees.decisive)
    return (*division.camps, Camp(division.neutral)) if division.neutral else division.camps


def _sources(entry: Entry, entries: Sequence[Entry], agrees: Agreement) -> tuple[str, ...]:
    return sources_of([other for other in entries if other is entry or backs(other, entry, agrees)])


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
