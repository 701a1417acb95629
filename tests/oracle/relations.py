"""Assertions between claims other than `agree`: corroboration, denials, shared values, totals."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction

from tests.oracle.agreement import agree, spans_agree
from tests.oracle.arithmetic import totals_for
from tests.oracle.claims import Claim
from tests.oracle.findings import Found, Judged
from tests.oracle.groups import Key, alone, camps, ids, pairs, shown_key
from tests.oracle.open_cases import reported
from tests.oracle.readings import Value
from tests.oracle.rules import Assertion, Selection
from tests.oracle.spans import Span, hull, lies_within, plus, point
from tests.oracle.words import name_within, named


def backs(one: Claim, other: Claim, assertion: Assertion) -> bool | None:
    """Whether `other` backs `one`: one-sided claims back only an equal interval, wider places nothing."""
    if one.value.foreign != other.value.foreign:
        return None
    if other.value.form == "bound" and one.value.span != other.value.span:
        return False
    if one.value.name:
        return name_within(other.value.name, one.value.name)
    if other.value.form == "bound" and not assertion.clearly:
        return True
    return agree(one.value, other.value, assertion.tolerance, clearly=assertion.clearly)


def corroborated(groups: Mapping[Key, list[Claim]], assertion: Assertion, number: int) -> Judged:
    judged = Judged(alone=None, thanks=None)
    for key, group in groups.items():
        judged.groups += 1
        judged.claims |= set(group)
        wrong, unknown, fewest = [], [], assertion.count
        for claim in group:
            certain = [it for it in group if it is claim or backs(claim, it, assertion)]
            possible = [it for it in group if it is claim or backs(claim, it, assertion) is not False]
            if certain != possible:
                reported("backing by a claim that cannot be compared")
            if len(names_behind(possible)) < assertion.count:
                wrong.append(claim)
                fewest = min(fewest, len(names_behind(possible)))
            elif len(names_behind(certain)) < assertion.count:
                unknown.append(claim)
        if wrong:
            found = Found(number, "violated", ids(wrong), shown_key(key), faults=[ids([it]) for it in wrong])
            found.measured = {"kind": "count", "found": fewest, "allowed": assertion.count}
            judged.findings.append(found)
        elif unknown:
            faults = [ids([it]) for it in unknown]
            judged.findings.append(Found(number, "undetermined", ids(unknown), shown_key(key), faults=faults))
    return judged


def names_behind(claims: Sequence[Claim]) -> frozenset[str]:
    return frozenset().union(*(it.sources for it in claims))


def denies(denial: Value, asserted: Value) -> bool:
    """Whether a value lies within a denied one."""
    if denial.name:
        return name_within(asserted.name, denial.name)
    assert denial.span is not None
    assert asserted.span is not None
    span = denial.span
    if denial.is_date:
        return lies_within(asserted.beside(denial), denial.beside(asserted))
    if denial.form == "number" and denial.nominal is not None:
        width = max(denial.precision, asserted.precision)
        if width != denial.precision:
            low = denial.nominal - width
            clipped = low < 0 and not denial.signed
            span = Span(Fraction(0) if clipped else low, denial.nominal + width, not clipped, high_open=True)
    elif denial.form in {"range", "about"}:
        assert span.low is not None
        assert span.high is not None
        low = span.low - asserted.precision
        span = Span(
            low if denial.signed else max(low, Fraction(0)),
            span.high + asserted.precision,
            span.low_open,
            span.high_open,
        )
    return lies_within(asserted.span, span)


def contradict(groups: Mapping[Key, list[Claim]], number: int) -> Judged:
    judged = Judged(thanks=None)
    for key, group in groups.items():
        if len(group) < 2:
            continue
        judged.groups += 1
        judged.claims |= set(group)
        wrong = [ids(pair) for pair in pairs(group) if contradicting(*pair)]
        unknown = [ids(pair) for pair in pairs(group) if contradicting(*pair) is None]
        if wrong:
            found = Found(number, "violated", ids(group), shown_key(key), faults=wrong)
            if not unknown:
                found.camps, found.neutral = camps(group, lambda a, b: not contradicting(a, b))
            judged.findings.append(found)
        elif unknown:
            judged.findings.append(Found(number, "undetermined", ids(group), shown_key(key), faults=unknown))
    judged.alone = alone(groups, lambda group: len(group) >= 2)
    return judged


def contradicting(a: Claim, b: Claim) -> bool | None:
    """On a truth property, who denies true asserts false: each denies what the other asserts."""
    if a.value.truth is not None:
        return a.value.truth != b.value.truth
    if a.denies == b.denies:
        return False
    if a.value.foreign != b.value.foreign:
        return None
    return denies(a.value, b.value) if a.denies else denies(b.value, a.value)


def share(groups: Mapping[Key, list[Claim]], number: int) -> Judged:
    """`not_judged` holds the claims that are too vague, where there is one to hold them against."""
    judged = Judged(alone=None, thanks=None)
    vague: set[Claim] = set()
    for key, group in groups.items():
        plain = [claim for claim in group if judgeable_value(claim.value) is not None]
        if len({claim.subject for claim in group}) > 1:
            vague |= set(group) - set(plain)
        if len({claim.subject for claim in plain}) < 2:
            continue
        judged.groups += 1
        judged.claims |= set(plain)
        wrong = [
            ids(pair)
            for pair in pairs(plain)
            if pair[0].subject != pair[1].subject and judgeable_value(pair[0].value) == judgeable_value(pair[1].value)
        ]
        if wrong:
            judged.findings.append(Found(number, "violated", frozenset().union(*wrong), shown_key(key), faults=wrong))
    everyone = {claim for group in groups.values() for claim in group if judgeable_value(claim.value) is None}
    judged.not_judged = len(vague) if vague == everyone else None
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


def add_up(
    claims: Sequence[Claim],
    groups: Mapping[Key, list[Claim]],
    selection: Selection,
    assertion: Assertion,
    number: int,
) -> Judged:
    subjects = sorted(named(selection.about))
    judged = Judged(alone=None, thanks=None)
    for key, group in groups.items():
        parts = {name: [claim for claim in group if claim.subject == name] for name in subjects}
        if not all(parts.values()):
            continue
        totals = totals_for(claims, assertion.limits[0], key)
        if not totals:
            continue
        judged.groups += 1
        judged.claims |= {*group, *(it for total in totals for it in total[1])}
        apart = [
            ids(pair) for part in parts.values() for pair in pairs(part) if not agree(pair[0].value, pair[1].value)
        ]
        if any(claim.value.foreign for claim in group):
            judged.findings.append(Found(number, "undetermined", ids(group), shown_key(key), faults=[ids(group)]))
            continue
        if apart:
            found = Found(number, "undetermined", ids(group), shown_key(key), faults=apart, apart=True)
            judged.findings.append(found)
            continue
        total_of_parts = point(0)
        for part in parts.values():
            total_of_parts = plus(total_of_parts, hull([it.value.span for it in part if it.value.span]))
        wrong = [total for total in totals if not spans_agree(total_of_parts, total[0], assertion.tolerance)]
        if wrong:
            faults = [ids([*group, *total[1]]) for total in wrong]
            judged.findings.append(Found(number, "violated", frozenset().union(*faults), shown_key(key), faults=faults))
    return judged
