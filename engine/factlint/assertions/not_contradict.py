"""`not contradict`: nobody denies a value that another asserts."""

from __future__ import annotations

from factlint.assertions.agreement import Mode, date_intervals
from factlint.assertions.camps import divide
from factlint.assertions.denials import Denials
from factlint.assertions.finding import Camp, Entry, Group, Judgement, Measured, Reason
from factlint.assertions.words import SHOWN, show_camp
from factlint.language.model import NotContradict
from factlint.quantities.interval import Interval
from factlint.quantities.values import DateSpan, Form, Name, Quantity, Truth


def judge(group: Group, assertion: NotContradict, *, clearly: bool) -> Judgement:
    del assertion

    def agrees(one: Entry, other: Entry) -> bool | None:
        return denial_agrees(one, other, clearly=clearly)

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
            agrees=agrees,
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
        agrees=agrees,
    )


def _side(camp: Camp) -> str:
    """What a camp says and who says it: `denied by Indian officials`, `asserted 40 % by Harbour Gazette`."""
    first = camp.entries[0]
    verb = "denied" if first.claim.stance == "denies" else "asserted"
    value = "" if isinstance(first.value, Truth) else f" {show_camp(camp)}"
    tellers = [(it.claim.speaker.name if it.claim.speaker else it.claim.sources[0].name) for it in camp.entries]
    names = list(dict.fromkeys(tellers))
    return f"{verb}{value} by {', '.join(names[:SHOWN])}" + (
        f" and {len(names) - SHOWN} more" if len(names) > SHOWN else ""
    )


def denial_agrees(one: Entry, other: Entry, *, clearly: bool) -> bool | None:
    if isinstance(one.value, Truth) and isinstance(other.value, Truth):
        return one.value.truth == other.value.truth
    if one.claim.stance == other.claim.stance:
        return True
    denied, asserted = (one, other) if one.claim.stance == "denies" else (other, one)
    contradiction = contradicts(denied, asserted, clearly=clearly)
    return None if contradiction is None else not contradiction


def contradicts(denied: Entry, asserted: Entry, *, clearly: bool) -> bool | None:
    """Does the asserted value lie within the denied one? `clearly`: may it?"""
    match denied.value, asserted.value:
        case Name() as no, Name() as yes:
            return yes.within(no) or (clearly and no.within(yes))
        case DateSpan() as no, DateSpan() as yes:
            a, b = date_intervals(no, yes, Mode.PLAIN)
            return b.meets(a) if clearly else b.within(a)
        case Quantity() as no, Quantity() as yes:
            if no.unit.dimension != yes.unit.dimension:
                return None
            yes = yes.to(no.unit)
            return yes.clear.meets(no.clear) if clearly else yes.interval.within(denied_interval(no, yes))
        case _:
            return None


def denied_interval(denied: Quantity, asserted: Quantity) -> Interval:
    """What a denial covers: as coarse as the coarser of the two where it is a number, else as far as it goes.

    "Not 40 %" denies 40.2 % where that was said of 40 %; the ends of a range or of `about` are numbers too, so they move
    out by the precision of what was asserted, while one-sided ends stay where they are.
    """
    if denied.form is Form.BOUND:
        return denied.interval
    if denied.form is Form.NUMBER and denied.nominal is not None:
        width = max(denied.precision, asserted.precision)
        coarse = denied.precision >= asserted.precision
        if coarse or width == 0:
            return denied.interval
        return Interval(denied.nominal - width, denied.nominal + width, low_open=True, high_open=True)
    if denied.form in {Form.RANGE, Form.ABOUT}:
        return denied.interval.widened(asserted.precision, asserted.precision)
    return denied.interval
