"""Assertions between claims other than `agree`: corroboration, denials, shared values, trends, totals."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction

from tests.oracle.agreement import agree, spans_agree
from tests.oracle.arithmetic import totals_for
from tests.oracle.claims import Claim, Found, Judged, Key, Open, alone, camps, ids, pairs, shown_key
from tests.oracle.readings import Value, add_periods, entity, name_within
from tests.oracle.rules import Assertion, Selection, Tolerance
from tests.oracle.spans import Span, hull, lies_within, plus, point, wholly_below


def backs(one: Claim, other: Claim, tolerance: Tolerance | None) -> bool:
    """Whether `other` backs `one`: one-sided claims back only an equal interval, wider places nothing."""
    if other.value.form == "bound":
        return one.value.span == other.value.span
    if one.value.name:
        return name_within(other.value.name, one.value.name)
    return agree(one.value, other.value, tolerance)


def corroborated(groups: Mapping[Key, list[Claim]], assertion: Assertion, number: int) -> Judged:
    judged = Judged(alone=None)
    for key, group in groups.items():
        judged.groups += 1
        judged.claims |= set(group)
        wrong = []
        for claim in group:
            friends = [it for it in group if it is claim or backs(claim, it, assertion.tolerance)]
            if len(frozenset().union(*(it.sources for it in friends))) < assertion.count:
                wrong.append(claim)
        if wrong:
            judged.findings.append(Found(number, "violated", ids(wrong), shown_key(key)))
    return judged


def denies(denial: Value, asserted: Value) -> bool:
    """Whether a value lies within a denied one."""
    if denial.name:
        return name_within(asserted.name, denial.name)
    assert denial.span is not None
    assert asserted.span is not None
    span = denial.span
    if denial.is_date:
        return lies_within(asserted.span, span)
    if denial.form == "number" and denial.nominal is not None:
        width = max(denial.precision, asserted.precision)
        if width != denial.precision:
            low = max(denial.nominal - width, Fraction(0))
            span = Span(low, denial.nominal + width, denial.nominal - width >= 0, high_open=True)
    elif denial.form in {"range", "about"}:
        assert span.low is not None
        assert span.high is not None
        low = max(span.low - asserted.precision, Fraction(0))
        span = Span(low, span.high + asserted.precision, span.low_open, span.high_open)
    return lies_within(asserted.span, span)


def contradict(groups: Mapping[Key, list[Claim]], number: int) -> Judged:
    judged = Judged()
    for key, group in groups.items():
        if len(group) < 2:
            continue
        judged.groups += 1
        judged.claims |= set(group)
        if any(contradicting(a, b) for a, b in pairs(group)):
            told, neutral = camps(group, lambda a, b: not contradicting(a, b))
            judged.findings.append(Found(number, "violated", ids(group), shown_key(key), told, neutral))
    judged.alone = alone(groups, lambda group: len(group) >= 2)
    return judged


def contradicting(a: Claim, b: Claim) -> bool:
    """On a truth property, who denies true asserts false: each denies what the other asserts."""
    if a.value.truth is not None:
        return a.value.truth != b.value.truth
    if a.denies == b.denies:
        return False
    return denies(a.value, b.value) if a.denies else denies(b.value, a.value)


def share(groups: Mapping[Key, list[Claim]], number: int) -> Judged:
    judged = Judged(alone=None)
    for key, group in groups.items():
        plain = [claim for claim in group if judgeable_value(claim.value) is not None]
        if len({claim.subject for claim in plain}) < 2:
            continue
        judged.groups += 1
        judged.claims |= set(plain)
        wrong = [
            pair
            for pair in pairs(plain)
            if pair[0].subject != pair[1].subject and judgeable_value(pair[0].value) == judgeable_value(pair[1].value)
        ]
        if wrong:
            judged.findings.append(
                Found(number, "violated", ids([it for pair in wrong for it in pair]), shown_key(key))
            )
    return judged


def judgeable_value(value: Value) -> object:
    """A rank, a name, a day, an unhedged count; None for what is vaguer."""
    if value.name:
        return value.name
    if value.is_date:
        assert value.span is not None
        assert value.span.low is not None
        assert value.span.high is not None
        return value.span if value.span.high - value.span.low <= 86_400 else None
    return value.nominal if value.form == "number" else None


# ---------------------------------------------------------------------------------------------------------------- Trends


def trend(groups: Mapping[Key, list[Claim]], assertion: Assertion, number: int) -> Judged:
    judged = Judged()
    for key, group in groups.items():
        ordered = ordered_pairs(group)
        if not ordered:
            continue
        judged.groups += 1
        judged.claims |= set(group)
        wrong = [pair for pair in ordered if breaks_trend(*pair, assertion)]
        if wrong:
            judged.findings.append(
                Found(number, "violated", ids([it for pair in wrong for it in pair]), shown_key(key))
            )
    in_order = [claim for group in groups.values() for pair in ordered_pairs(group) for claim in pair]
    judged.alone = {claim.id for group in groups.values() for claim in group} - ids(in_order)
    return judged


def ordered_pairs(group: Sequence[Claim]) -> list[tuple[Claim, Claim]]:
    """Earlier, later; overlapping periods have no order."""
    return [
        (a, b)
        for a in group
        for b in group
        if a.period is not None and b.period is not None and a.period.end <= b.period.start
    ]


def breaks_trend(earlier: Claim, later: Claim, assertion: Assertion) -> bool:
    before, after = earlier.value.span, later.value.span
    assert before is not None
    assert after is not None
    if assertion.name == "increase":
        return wholly_below(before, after)
    if assertion.name == "decrease":
        return wholly_below(after, before)
    assert assertion.tolerance is not None
    assert earlier.period is not None
    assert later.period is not None
    if assertion.tolerance.amount is None:
        raise Open("what a percentage of a change is taken of")
    count = 1
    while add_periods(earlier.period.start, count, assertion.words[0]) < later.period.start:
        count += 1
    allowed = Tolerance("", amount=count * assertion.tolerance.amount)
    return not spans_agree(before, after, allowed)


# ---------------------------------------------------------------------------------------------------------------- Totals


def add_up(
    claims: Sequence[Claim],
    groups: Mapping[Key, list[Claim]],
    selection: Selection,
    assertion: Assertion,
    number: int,
) -> Judged:
    named = sorted({entity(name) for name in selection.about})
    judged = Judged(alone=None)
    for key, group in groups.items():
        parts = {name: [claim for claim in group if claim.subject == name] for name in named}
        if not all(parts.values()):
            continue
        totals = totals_for(claims, assertion.limits[0], key)
        if not totals:
            continue
        disagreeing = any(not agree(a.value, b.value) for part in parts.values() for a, b in pairs(part))
        judged.groups += 1
        judged.claims |= {*group, *(it for total in totals for it in total[1])}
        if disagreeing:
            judged.findings.append(Found(number, "undetermined", ids(group), shown_key(key)))
            continue
        total_of_parts = point(0)
        for part in parts.values():
            total_of_parts = plus(total_of_parts, hull([it.value.span for it in part if it.value.span]))
        wrong = [total for total in totals if not spans_agree(total_of_parts, total[0], assertion.tolerance)]
        if wrong:
            who = ids([*group, *(it for total in wrong for it in total[1])])
            judged.findings.append(Found(number, "violated", who, shown_key(key)))
    return judged
