"""`not share a value`: no two subjects of a group have the same rank, name, day or count."""

from __future__ import annotations

from factlint.assertions.camps import in_order
from factlint.assertions.finding import Camp, Entry, Group, Judgement, Measured
from factlint.assertions.words import count, show_value
from factlint.quantities.values import DateSpan, Form, Name, Quantity


def judge(group: Group, *, clearly: bool) -> Judgement:
    """Values are equal as their unhedged numbers are; a vaguer claim is not judged, and counted."""
    del clearly  # only exact values are compared, so certainty changes nothing
    shared: dict[object, list[Entry]] = {}
    idle = []
    for entry in group.entries:
        value = exact_value(entry)
        if value is None:
            idle.append(entry)
        else:
            shared.setdefault(value, []).append(entry)
    camps = [Camp(tuple(members)) for members in shared.values() if len({it.claim.subject.key for it in members}) > 1]
    if len({entry.claim.subject.key for members in shared.values() for entry in members}) < 2:
        return Judgement(outcome="not judged", idle=tuple(idle), lone=tuple(group.entries))
    if not camps:
        return Judgement(outcome="holds", idle=tuple(idle))

    def fault_left(accepted: frozenset[str]) -> bool:
        return any(
            len({entry.claim.subject.key for entry in camp.entries if entry.id not in accepted}) > 1 for camp in camps
        )

    said = "; ".join(
        f"{show_value(camp.entries[0].value)} is said of "
        + " and ".join(dict.fromkeys(entry.claim.subject.name for entry in camp.entries))
        for camp in in_order(camps)[:3]
    )
    more = f"; and {count(len(camps) - 3, 'more value')}" if len(camps) > 3 else ""
    return Judgement(
        outcome="violated",
        message=f"different subjects have the same {group.name}: {said}{more}",
        measured=Measured("members"),
        camps=in_order(camps),
        idle=tuple(idle),
        fault_left=fault_left,
    )


def exact_value(entry: Entry) -> object | None:
    """What is compared: a name's entity, an unhedged day, an exact count or rank; None for anything vaguer."""
    match entry.value:
        case Name() as name:
            return ("name", name.key)
        case DateSpan() as date if not date.hedged and date.unit in {"day", "hour", "minute", "second"}:
            return ("date", date.start, date.end)
        case Quantity() as quantity if quantity.form is Form.NUMBER:
            return None if quantity.nominal is None else ("number", quantity.nominal, quantity.unit.dimension)
        case _:
            return None
