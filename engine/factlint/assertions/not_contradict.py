"""`not contradict`: nobody denies a value that another asserts."""

from __future__ import annotations

from factlint.assertions.camps import divide
from factlint.assertions.denials import Denials
from factlint.assertions.finding import Camp, Group, Judgement, Measured, Reason
from factlint.assertions.words import SHOWN, show_camp
from factlint.language.model import NotContradict
from factlint.quantities.values import Truth


def judge(group: Group, assertion: NotContradict, *, clearly: bool) -> Judgement:
    del assertion
    denials = Denials(clearly)
    held = denials.throughout(group.entries)
    if held is True:
        return Judgement(outcome="holds")

    def fault_left(accepted: frozenset[str]) -> bool:
        rest = [entry for entry in group.entries if entry.id not in accepted]
        return denials.throughout(rest) is held

    division = divide(group.entries, denials)
    if held is None:
        text = "one denies a value of another dimension or kind than the other asserts"
        reason = next((it.problem for it in group.entries if it.problem), None) or Reason("dimension", text)
        return Judgement(
            outcome="undetermined",
            message=f"claims on {group.name} cannot be held against each other: {reason.text}",
            reason=reason,
            camps=division.camps,
            neutral=division.neutral,
            fault_left=fault_left,
            joining=denials.joining,
        )
    sides = [_side(camp) for camp in division.camps[:SHOWN]]
    more = f" and {len(division.camps) - SHOWN} more" if len(division.camps) > SHOWN else ""
    return Judgement(
        outcome="violated",
        message=f"claims on {group.name} contradict each other: {' against '.join(sides)}{more}",
        measured=Measured("members"),
        camps=division.camps,
        neutral=division.neutral,
        fault_left=fault_left,
        joining=denials.joining,
    )


def _side(camp: Camp) -> str:
    """What a camp says and who says it: `denied by Indian officials`, `asserted 40 % by Harbour Gazette`."""
    first = camp.entries[0]
    denies = first.claim.stance == "denies"
    verb = "denied" if denies else "asserted"
    value = f" {show_camp(camp)}"
    if isinstance(first.value, Truth):  # told by the verb alone, but where `false` is what was asserted or denied
        value = "" if first.value.truth != denies else " false"
    tellers = [(it.claim.speaker.name if it.claim.speaker else it.claim.sources[0].name) for it in camp.entries]
    names = list(dict.fromkeys(tellers))
    return f"{verb}{value} by {', '.join(names[:SHOWN])}" + (
        f" and {len(names) - SHOWN} more" if len(names) > SHOWN else ""
    )
