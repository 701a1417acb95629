"""`add up to EXPR [within T]`: the sum over the subjects that a rule names."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from factlint.assertions.aggregates import total
from factlint.assertions.agreement import Agreement, Mode
from factlint.assertions.computed import Computed
from factlint.assertions.finding import Entry, Group, Reason
from factlint.assertions.together import Together
from factlint.assertions.words import show_value
from factlint.quantities.format import show_interval
from factlint.quantities.interval import Interval
from factlint.quantities.values import Name, Quantity


@dataclass(frozen=True, slots=True)
class Parts:
    """The claims of each part. `value` is their sum, None where `reason` says why there is none; `missing` have no claim."""

    value: Computed | None
    working: str
    missing: tuple[Name, ...] = ()
    reason: Reason | None = None


def add_parts(group: Group, subjects: Sequence[Name], mode: Mode) -> Parts:
    """Each part once, as the hull of its claims; claims of one part that disagree leave the sum open."""
    agrees = Agreement()
    hulls: list[Interval] = []
    unit = None
    words: list[str] = []
    claimed = {
        subject: [entry for entry in group.entries if entry.claim.subject.same(subject)]
        for subject in dict.fromkeys(subjects)
    }
    missing = tuple(subject for subject, mine in claimed.items() if not mine)
    for subject, mine in claimed.items():
        if not mine:
            continue
        reason = _obstacle(mine, agrees, subject)
        if reason is not None:
            # Without a part the group is not judged at all, whatever the others say.
            return Parts(None, "", missing=missing, reason=None if missing else reason)
        quantities = [entry.value for entry in mine if isinstance(entry.value, Quantity)]
        unit = unit or quantities[0].unit
        if any(it.unit.dimension != unit.dimension for it in quantities):
            text = f"{show_value(quantities[0])} cannot be added to the rest"
            return Parts(None, "", missing=missing, reason=None if missing else Reason("dimension", text))
        hull = Interval.hull([_interval(it.to(unit), mode) for it in quantities])
        hulls.append(hull)
        words.append(f"{show_interval(hull, unit)} ({subject.name})")
    if unit is None:
        return Parts(None, "", missing=missing)
    return Parts(Computed(total(hulls), unit), " + ".join(words), missing=missing)


def obstacle(entries: Sequence[Entry], subjects: Sequence[Name]) -> Reason | None:
    """Why some part has no sum of its own: its claims disagree, or are no quantities that can be added."""
    agrees = Agreement()
    for subject in dict.fromkeys(subjects):
        mine = [entry for entry in entries if entry.claim.subject.same(subject)]
        reason = _obstacle(mine, agrees, subject) if mine else None
        if reason is not None:
            return reason
    return None


def _obstacle(entries: Sequence[Entry], agrees: Agreement, subject: Name) -> Reason | None:
    for entry in entries:
        if entry.problem:
            return entry.problem
        if not isinstance(entry.value, Quantity):
            return Reason("kind", f"{entry.id} says {show_value(entry.value)}, which cannot be added")
    if Together(agrees).throughout(entries) is not True:
        said = " and ".join(dict.fromkeys(show_value(entry.value) for entry in entries))
        return Reason("parts_disagree", f"claims on {subject.name} disagree: {said}")
    return None


def _interval(quantity: Quantity, mode: Mode) -> Interval:
    if mode is Mode.NOMINAL and quantity.nominal is not None:
        return Interval.exact(quantity.nominal)
    return quantity.clear if mode is Mode.CLEAR else quantity.interval
