"""Assertions on single claims: bounds, `be one of`, `have`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction

from tests.oracle.claims import Claim
from tests.oracle.days import in_every_zone, read_date
from tests.oracle.findings import Found, Judged
from tests.oracle.groups import Key, ids, shown_key
from tests.oracle.open_cases import Open
from tests.oracle.readings import Value
from tests.oracle.rules import Assertion
from tests.oracle.spans import Span, holds, lies_within, meet, point
from tests.oracle.words import KINDS, entity, kind_of, name_within

BOUNDS = {"between", "at most", "at least", "more than", "less than"}


def singles(groups: Mapping[Key, list[Claim]], assertion: Assertion, number: int) -> Judged:
    quantities = assertion.name in BOUNDS or (assertion.name == "one of" and bool(assertion.limits))
    judged = Judged(thanks=[] if quantities and not assertion.clearly else None)
    other: set[Claim] = set()
    for key, whole in groups.items():
        group = [claim for claim in whole if speaks_of(assertion, claim)]
        other |= set(whole) - set(group)
        if not group:
            continue
        judged.groups += 1
        judged.claims |= set(group)
        wrong = [claim for claim in group if single_holds(claim, assertion) is False]
        unknown = [claim for claim in group if single_holds(claim, assertion) is None]
        if wrong:
            found = Found(number, "violated", ids(wrong), shown_key(key), faults=[ids([it]) for it in wrong])
            found.measured = (
                {"kind": "bound"} if assertion.name in {*BOUNDS, "before", "after"} else {"kind": "members"}
            )
            judged.findings.append(found)
        elif unknown:
            faults = [ids([it]) for it in unknown]
            judged.findings.append(
                Found(
                    number,
                    "undetermined",
                    ids(unknown if assertion.name == "one of" else group),
                    shown_key(key),
                    faults=faults,
                )
            )
        elif judged.thanks is not None:
            numbers = [limit.number for limit in assertion.limits]
            if any(claim.value.nominal is None for claim in group):
                judged.thanks = None
            else:
                zones = [bound_span(assertion.name, numbers)] if assertion.name in BOUNDS else list(map(point, numbers))
                vague = [it for it in group if not any(holds(zone, it.value.nominal or Fraction(0)) for zone in zones)]
                judged.thanks.append({it.value.why for it in vague} - {"exact"})
    judged.alone = None if other else set()
    judged.not_judged = len(other)
    return judged


def speaks_of(assertion: Assertion, claim: Claim) -> bool:
    """Bounds in numbers speak of quantities alone."""
    return assertion.name not in BOUNDS or kind_of(claim.property) == "quantity"


def single_holds(claim: Claim, assertion: Assertion) -> bool | None:
    value = claim.value
    match assertion.name:
        case "have":
            return has(claim, assertion.words[-1])
        case "measured":
            return measured_in(claim, assertion.words[0])
        case "one of" if not value.foreign:
            return one_of(value, assertion)
        case "before" | "after":
            return dated(value, assertion)
        case _:
            pass
    if value.foreign or (assertion.limits and assertion.limits[0].unit != KINDS[claim.property]):
        return None  # no conversion is open, or the dimensions differ
    limits = [limit.number for limit in assertion.limits]
    assert value.span is not None
    assert value.clear is not None
    if assertion.clearly:
        return in_bounds_whatever_is_meant(value.clear, assertion.name, limits)
    return in_bounds_for_some(value.span, assertion.name, limits)


def measured_in(claim: Claim, unit: str) -> bool:
    """The unit as written converts to it: tonnes to barrels where `using` opens that; by rates never."""
    return unit == (claim.value.unit or KINDS[claim.property]) or (
        claim.value.opened and unit in {"barrel/day", "tonne/day"}
    )


def has(claim: Claim, key: str) -> bool:
    match key:
        case "product":
            return "product" in claim.qualifiers
        case "period":
            return claim.period_given
        case "outlet":
            return claim.outlet is not None
        case "published":
            return claim.published is not None
        case "speaker":
            return claim.speaker is not None
        case _:
            return claim.quote is not None


def one_of(value: Value, assertion: Assertion) -> bool:
    if value.name:
        names = [entity(word) for word in assertion.words]
        return any(name_within(value.name, name) or name_within(name, value.name) for name in names)
    if value.days:
        if value.days.zoned:
            raise Open("whether an instant is one of some days")
        spans = [read_date(word).span for word in assertion.words]
        assert value.span is not None
        return any(lies_within(value.span, span) or lies_within(span, value.span) for span in spans)
    assert value.span is not None
    assert value.clear is not None
    if assertion.clearly:
        return any(value.clear == point(limit.number) for limit in assertion.limits)
    return any(holds(value.span, limit.number) for limit in assertion.limits)


def dated(value: Value, assertion: Assertion) -> bool:
    """A date in a rule is the whole of its span: before is before its start, after is from its end on."""
    limit = read_date(assertion.limits[0].words)
    assert value.days is not None
    start, end = in_every_zone(value.days, limit)
    first, last = in_every_zone(limit, value.days)
    if assertion.name == "before":
        return end <= first if assertion.clearly else start < first
    return start >= last if assertion.clearly else end > last


def in_bounds_for_some(span: Span, name: str, limits: Sequence[Fraction]) -> bool:
    return meet(span, bound_span(name, limits))


def in_bounds_whatever_is_meant(span: Span, name: str, limits: Sequence[Fraction]) -> bool:
    return lies_within(span, bound_span(name, limits))


def bound_span(name: str, limits: Sequence[Fraction]) -> Span:
    match name:
        case "between":
            return Span(limits[0], limits[1])
        case "at most":
            return Span(None, limits[0])
        case "at least":
            return Span(limits[0], None)
        case "more than":
            return Span(limits[0], None, low_open=True)
        case _:
            return Span(None, limits[0], high_open=True)
