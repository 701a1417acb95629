"""Arithmetic across properties: operands, how their claims align, and every combination of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import product
from typing import Any

from tests.oracle.aggregates import aggregate
from tests.oracle.agreement import every_choice_agrees, spans_agree
from tests.oracle.claims import Claim
from tests.oracle.conditions import wholly_in
from tests.oracle.findings import Found, Judged
from tests.oracle.groups import Key, chosen, ids, period_key, shown_key
from tests.oracle.open_cases import Open, reported
from tests.oracle.rules import Assertion, Expression
from tests.oracle.spans import Span, holds, is_empty, lies_within, meet, minus, over, plus, point, times
from tests.oracle.words import SHARES, VARIES, entity

OPERATORS = {"+": plus, "-": minus, "*": times, "/": over}


@dataclass(frozen=True)
class Taken:
    """What stands in for an operand: one claim; or for an aggregate: all of its claims that align with each other."""

    claims: tuple[Claim, ...]
    subject: str | None
    qualifiers: tuple[tuple[str, str], ...]
    grain: str | None
    period: Any


def candidates(claims: Sequence[Claim], operand: Expression) -> list[Claim]:
    return [
        claim
        for claim in claims
        if claim.property == operand.property
        and claim.status == "current"
        and claim.asserted
        and claim.modality in {"actual", *operand.including}
        and (not operand.subject or claim.subject == entity(operand.subject))
        and (not operand.period or (claim.period is not None and wholly_in(claim.period, operand.period)))
    ]


def takes(claims: Sequence[Claim], operand: Expression) -> list[Taken]:
    if operand.selection is None:
        return [
            taken([it], None if operand.subject else it.subject, operand.period) for it in candidates(claims, operand)
        ]
    together: dict[Any, list[Claim]] = {}
    for claim in chosen(claims, operand.selection, "agree"):
        alike = taken([claim], None, operand.selection.period)
        together.setdefault((alike.qualifiers, alike.period), []).append(claim)
    return [taken(group, None, operand.selection.period) for group in together.values()]


def taken(claims: Sequence[Claim], subject: str | None, period: str) -> Taken:
    first = claims[0]
    grain = None if period else VARIES.get(first.property)
    qualifiers = tuple(sorted(first.qualifiers.items()))
    return Taken(tuple(claims), subject, qualifiers, grain, period_key(first, grain)[1] if grain else None)


def aligned_key(combination: Sequence[Taken]) -> Key | None:
    """What the claims have in common, if they align: subject, period and qualifiers where the operands leave them open."""
    subjects = {it.subject for it in combination} - {None}
    qualifiers = {it.qualifiers for it in combination}
    periods: dict[str, set[Any]] = {}
    for it in combination:
        if it.grain:
            periods.setdefault(it.grain, set()).add(it.period)
    if len(subjects) > 1 or len(qualifiers) > 1 or any(len(found) > 1 for found in periods.values()):
        return None
    found = {grain: next(iter(spans)) for grain, spans in periods.items()}
    if len(found) == 2:
        if any(span is None or span[0] == "itself" for span in found.values()):
            raise Open("how periods of unlike grain align that are not within one")
        if any(len(it.claims) > 1 for it in combination):
            raise Open("how aggregates align whose properties vary by different periods")
        month, quarter = found["month"], found["quarter"]
        if not (quarter[0] <= month[0] and month[1] <= quarter[1]):
            return None
        del found["quarter"]
    key: Key = tuple(("subject", subject) for subject in subjects)
    return (*key, ("qualifiers", qualifiers.pop()), *found.items())


# ---------------------------------------------------------------------------------------------------------------- Values

Of = dict[Expression, Taken]


def value_of(expression: Expression, of: Of, which: str) -> Span | None:
    """`which`: the interval (span), the interval without precision (clear), or the number itself (nominal)."""
    if expression.operator:
        left, right = (value_of(part, of, which) for part in expression.parts)
        if left is None or right is None:
            return None
        return OPERATORS[expression.operator](left, right)
    if expression not in of:
        return point(expression.number)
    claims = of[expression].claims
    if expression == LEAD and claims[0].value.foreign:
        return None
    if expression.function == "number":
        return point(len(claims))
    if any(claim.value.foreign for claim in claims):
        return None
    values = [(claim.subject, one(claim, which)) for claim in claims]
    if any(span is None for _, span in values):
        return None
    if expression.function == "median" and any(span and (span.low_open or span.high_open) for _, span in values):
        reported("the open ends of a median")
    found = values[0][1] if not expression.function else aggregate(expression.function, values)
    assert found is not None
    return scaled(found, claims[0].property)


def one(claim: Claim, which: str) -> Span | None:
    match which:
        case "span":
            return claim.value.span
        case "clear":
            return claim.value.clear
        case _:
            return None if claim.value.nominal is None else point(claim.value.nominal)


def scaled(span: Span, prop: str) -> Span:
    """Shares enter arithmetic as ratios."""
    return times(span, point(Fraction(1, 100))) if prop in SHARES else span


# --------------------------------------------------------------------------------------------------------------- Judging


def judge_expression(claims: Sequence[Claim], subject: Expression, assertion: Assertion, number: int) -> Judged:
    operands = list(
        dict.fromkeys([*subject.operands(), *(it for limit in assertion.limits for it in limit.operands())])
    )
    groups: dict[Key, list[Of]] = {}
    for combination in product(*(takes(claims, operand) for operand in operands)):
        key = aligned_key(combination)
        if key is not None:
            groups.setdefault(key, []).append(dict(zip(operands, combination, strict=True)))
    shown = {key: {name: it for name, it in key if name == "subject"} for key in groups}
    return judge_combinations(groups, shown, subject, assertion, number)


def judge_claims(
    claims: Sequence[Claim], selected: Mapping[Key, Sequence[Claim]], assertion: Assertion, number: int
) -> Judged:
    """Claims against expressions: each claim beside every combination that aligns with it, a finding a group."""
    operands = list(dict.fromkeys(it for limit in assertion.limits for it in limit.operands()))
    others = list(product(*(takes(claims, operand) for operand in operands)))
    groups: dict[Key, list[Of]] = {}
    for key, group in selected.items():
        for claim in group:
            lead = taken([claim], claim.subject, "")
            for combination in others:
                if aligned_key([lead, *combination]) is not None:
                    of = {LEAD: lead, **dict(zip(operands, combination, strict=True))}
                    groups.setdefault(key, []).append(of)
    return judge_combinations(groups, {key: shown_key(key) for key in groups}, LEAD, assertion, number)


LEAD = Expression(property="the claim that a rule selects")


def judge_combinations(
    groups: Mapping[Key, Sequence[Of]],
    shown: Mapping[Key, dict[str, str]],
    subject: Expression,
    assertion: Assertion,
    number: int,
) -> Judged:
    judged = Judged(alone=None, thanks=None if assertion.clearly else [])
    which = "clear" if assertion.clearly else "span"
    aggregates = any(it.function for limit in (subject, *assertion.limits) for it in limit.operands())
    for key, group in groups.items():
        judged.groups += 1
        judged.claims |= {claim for of in group for claim in part_of(of)}
        if any(mixes_zones(of) for of in group):
            raise Open("days and instants in one computation")
        if any(divides_by_zero(of, it) for of in group for it in (subject, *assertion.limits)):
            reported("a divisor whose nominal value is zero, and whose interval is not")
        verdicts = [holds_for(of, subject, assertion, which) for of in group]
        wrong = [part_of(of) for of, verdict in zip(group, verdicts, strict=True) if verdict is False]
        unknown = [part_of(of) for of, verdict in zip(group, verdicts, strict=True) if verdict is None]
        if wrong or unknown:
            at_fault = [ids(it) for it in wrong or unknown]
            taking_part = frozenset().union(*(at_fault if wrong else map(ids, map(part_of, group))))
            verdict = "violated" if wrong else "undetermined"
            judged.findings.append(Found(number, verdict, taking_part, shown[key], faults=at_fault))
            judged.findings[-1].aggregates = aggregates
        elif judged.thanks is not None:
            if aggregates or any(it.value.nominal is None for of in group for it in part_of(of)):
                judged.thanks = None
                continue
            held = [of for of in group if holds_for(of, subject, assertion, "nominal") is False]
            judged.thanks.append({claim.value.why for of in held for claim in part_of(of)} - {"exact"})
    return judged


def divides_by_zero(of: Of, expression: Expression) -> bool:
    """Whether a quotient of the numbers themselves does not exist, though one of the intervals does."""
    numbers = all(it.value.nominal is not None for it in part_of(of))
    return numbers and value_of(expression, of, "span") is not None and value_of(expression, of, "nominal") is None


def part_of(of: Of) -> list[Claim]:
    return [claim for it in of.values() for claim in it.claims]


def mixes_zones(of: Of) -> bool:
    return len({claim.value.days.zoned for claim in part_of(of) if claim.value.days}) > 1


def holds_for(of: Of, subject: Expression, assertion: Assertion, which: str) -> bool | None:
    value = value_of(subject, of, which)
    limits = [value_of(limit, of, which) for limit in assertion.limits]
    if value is None or None in limits:
        return None
    first, last = limits[0], limits[-1]
    assert first is not None
    assert last is not None
    clear = which == "clear"
    if clear and first.high is None and assertion.name in {"between", "at least", "more than", "after"}:
        return False  # no value is certain to reach a limit without a bound
    if clear and last.low is None and assertion.name in {"between", "at most", "less than", "before"}:
        return False
    if assertion.name == "with":
        if clear:
            both_dates = all(it.value.days for it in part_of(of)) and value == first
            return both_dates or every_choice_agrees(value, first, assertion.tolerance)
        return spans_agree(value, first, assertion.tolerance)
    if assertion.name == "one of":
        numbers = [limit.number for limit in assertion.limits]
        return any(value == point(it) if clear else holds(value, it) for it in numbers)
    if assertion.name == "between":
        room = Span(first.low, last.high, first.low_open, last.high_open)
        strict = Span(first.high, last.low)
    else:
        upward = assertion.name in {"at least", "more than", "after"}
        open_end = assertion.name in {"more than", "less than", "before", "after"}
        # Certainly wrong: beyond even the most generous limit; clearly right: within even the strictest.
        if upward:
            room = Span(first.low, None, open_end or first.low_open)
            strict = Span(first.high, None, open_end and not first.high_open)
        else:
            room = Span(None, first.high, high_open=open_end or first.high_open)
            strict = Span(None, first.low, high_open=open_end and not first.low_open)
    if is_empty(room):  # the limits themselves leave nothing between them
        return False
    return lies_within(value, strict) if clear else meet(value, room)


def totals_for(claims: Sequence[Claim], limit: Expression, key: Key) -> list[tuple[Span, list[Claim]]]:
    """What a group of parts must add up to: a constant, or every claim of the operand that aligns with the group."""
    if not limit.property:
        return [(point(100 * limit.number), [])]
    common = dict(key)
    found = []
    for claim in candidates(claims, limit):
        if tuple(sorted(claim.qualifiers.items())) != common["qualifiers"]:
            continue
        grain = VARIES.get(claim.property)
        if grain is not None and grain in common and period_key(claim, grain)[1] != common[grain]:
            continue
        assert claim.value.span is not None
        found.append((claim.value.span, [claim]))
    return found
