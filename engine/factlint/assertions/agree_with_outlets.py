"""`agree with those from OUTLET [within T]`: each claim agrees with one of that outlet's."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from factlint.assertions.agreement import Agreement, Mode
from factlint.assertions.backing import Backing
from factlint.assertions.camps import by_value, divide
from factlint.assertions.finding import NOT_JUDGED, Camp, Entry, Group, Judgement, Measured, Reason, thanks_of
from factlint.assertions.singles import who
from factlint.assertions.together import Together
from factlint.assertions.words import show_allowed, show_camp, show_found
from factlint.language.model import AgreeWithOutlets


def judge(group: Group, assertion: AgreeWithOutlets, references: Sequence[Entry], *, clearly: bool) -> Judgement:
    """`references` are the outlet's comparable claims; a group without one is not judged."""
    if not references:
        return replace(NOT_JUDGED, lone=group.entries)
    agrees = Agreement(assertion.tolerance, mode=Mode.CLEAR if clearly else Mode.PLAIN)
    own = {entry.id for entry in references}
    others = [entry for entry in group.entries if entry.id not in own]
    if not others:
        return replace(NOT_JUDGED, lone=group.entries)
    backed = Backing(references, agrees)
    verdicts = {entry.id: backed.agrees(entry) for entry in others}
    failing = sorted((it for it in others if verdicts[it.id] is False), key=by_value)
    unsure = [it for it in others if verdicts[it.id] is None]
    names = ", ".join(outlet.name for outlet in assertion.outlets)
    if failing:
        ids = frozenset(entry.id for entry in failing)
        measured = max((_nearest(entry, backed, agrees) for entry in failing), key=lambda it: it.found or 0)
        said = " against ".join(
            show_camp(camp) for camp in (Camp(tuple(failing)), Camp(tuple(sorted(references, key=by_value))))
        )
        by = f" by {show_found(measured)}" if measured.found else ""
        allowed = f", allowed {show_allowed(measured)}" if measured.allowed else ""
        return Judgement(
            outcome="violated",
            message=f"{who(failing)} on {group.name} {'disagrees' if len(failing) == 1 else 'disagree'} with {names}{by}{allowed}: {said}",
            measured=measured,
            camps=(*_camps(failing, agrees), *_camps(references, agrees)),
            fault_left=lambda accepted: bool(ids - accepted) and bool(own - accepted),
        )
    if unsure:
        left = frozenset(entry.id for entry in unsure)
        reason = next((it.problem for it in (*unsure, *references) if it.problem), None)
        reason = reason or Reason("dimension", f"claims on {group.name} are of different dimensions")
        return Judgement(
            outcome="undetermined",
            message=f"{who(unsure)} on {group.name} cannot be held against {names}: {reason.text}",
            reason=reason,
            camps=(Camp(tuple(unsure)), Camp(tuple(references))),
            fault_left=lambda accepted: bool(left - accepted),
        )
    nominal = Backing(references, replace(agrees, mode=Mode.NOMINAL))
    apart = [it for it in others if not clearly and not nominal.agrees(it)]
    return Judgement(outcome="holds", thanks=thanks_of([*apart, *references]) if apart else frozenset())


def _nearest(entry: Entry, backed: Backing, agrees: Agreement) -> Measured:
    return min(
        (agrees.measure(entry, it) for it in backed.nearest(entry)), key=lambda it: (it.found is None, it.found or 0)
    )


def _camps(entries: Sequence[Entry], agrees: Agreement) -> tuple[Camp, ...]:
    division = divide(entries, Together(agrees))
    return (*division.camps, Camp(division.neutral)) if division.neutral else division.camps
