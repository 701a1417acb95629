"""Assertions on single claims: bounds, `be one of`, `have`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction

from tests.oracle.claims import Claim, Found, Judged, Key, ids, shown_key
from tests.oracle.readings import Value, entity, name_within, read_date
from tests.oracle.rules import Assertion
from tests.oracle.spans import Span, holds, lies_within, meet


def singles(groups: Mapping[Key, list[Claim]], assertion: Assertion, number: int) -> Judged:
    judged = Judged()
    for key, group in groups.items():
        judged.groups += 1
        judged.claims |= set(group)
        wrong = [claim for claim in group if not single_holds(claim, assertion)]
        if wrong:
            judged.findings.append(Found(number, "violated", ids(wrong), shown_key(key)))
    return judged


def single_holds(claim: Claim, assertion: Assertion) -> bool:
    value = claim.value
    match assertion.name:
        case "have":
            return has(claim, assertion.words[-1])
        case "one of":
            return one_of(value, assertion)
        case "before" | "after":
            return dated(value, assertion)
        case _:
            pass
    limits = [limit.number for limit in assertion.limits]
    assert value.span is not None
    assert value.clear is not None
    if assertion.clearly:
        return in_bounds_whatever_is_meant(value.clear, assertion.name, limits)
    return in_bounds_for_some(value.span, assertion.name, limits)


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
    assert value.span is not None
    if value.is_date:
        spans = [read_date(word).span for word in assertion.words]
        return any(lies_within(value.span, span) or lies_within(span, value.span) for span in spans)
    return any(holds(value.span, limit.number) for limit in assertion.limits)


def dated(value: Value, assertion: Assertion) -> bool:
    """A date in a rule is the whole of its span: before is before its start, after is from its end on."""
    limit = read_date(assertion.limits[0].words)
    assert value.span is not None
    start, end = value.span.low, value.span.high
    assert start is not None
    assert end is not None
    if assertion.name == "before":
        return end <= limit.start if assertion.clearly else start < limit.start
    return start >= limit.end if assertion.clearly else end > limit.end


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
