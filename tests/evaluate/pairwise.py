"""Who agrees with whom, pair by pair as the language defines it: slow, and what the engine's shortcuts are held against."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from factlint.assertions.agreement import Agreement, Mode, date_intervals
from factlint.assertions.corroboration import backs, may_back
from factlint.assertions.finding import Entry
from factlint.quantities.interval import Interval
from factlint.quantities.values import DateSpan, Form, Name, Quantity, Truth


@dataclass(frozen=True)
class Pairwise:
    agrees: Callable[[Entry, Entry], bool | None]

    def throughout(self, entries: Sequence[Entry]) -> bool | None:
        verdicts = {self.agrees(a, b) for a in entries for b in entries if a is not b}
        return False if False in verdicts else None if None in verdicts else True

    def with_all(self, entries: Sequence[Entry]) -> list[Entry]:
        return [a for a in entries if all(self.agrees(a, b) for b in entries if b is not a)]

    def camps(self, entries: Sequence[Entry]) -> list[list[Entry]]:
        camps: list[list[Entry]] = []
        for entry in entries:
            for camp in camps:
                if all(self.agrees(entry, member) for member in camp):
                    camp.append(entry)
                    break
            else:
                camps.append([entry])
        return camps

    def joining(self, newcomers: Sequence[Entry], camps: Sequence[Sequence[Entry]]) -> set[str]:
        return {
            it.id for it in newcomers if any(camp and all(self.agrees(it, other) for other in camp) for camp in camps)
        }


def sources_behind(entry: Entry, entries: Sequence[Entry], agrees: Agreement, *, unsure: bool = False) -> int:
    """The sources of a claim and of those that back it; `unsure` counts those that may back it as well."""
    behind = [
        it for it in entries if it is entry or backs(it, entry, agrees) or (unsure and may_back(it, entry, agrees))
    ]
    return len({source.key for it in behind for source in it.claim.sources})


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
