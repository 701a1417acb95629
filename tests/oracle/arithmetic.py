"""Arithmetic across properties: operands, how their claims align, and every combination of them."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from itertools import product
from typing import Any

from tests.oracle.agreement import spans_agree
from tests.oracle.claims import Claim, Found, Judged, Key, Open, period_key
from tests.oracle.conditions import wholly_in
from tests.oracle.readings import VARIES, entity
from tests.oracle.rules import Assertion, Expression
from tests.oracle.spans import Span, lies_within, meet, minus, over, plus, point, times

Combination = tuple[Claim, ...]


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


def aligned_key(operands: Sequence[Expression], combination: Combination) -> Key | None:
    """What the claims have in common, if they align: subject, period and qualifiers where the operands leave them open."""
    key: list[tuple[str, Any]] = []
    subjects = {claim.subject for operand, claim in zip(operands, combination, strict=True) if not operand.subject}
    if len(subjects) > 1:
        return None
    key += [("subject", subject) for subject in subjects]
    qualifiers = {tuple(sorted(claim.qualifiers.items())) for claim in combination}
    if len(qualifiers) > 1:
        return None
    key.append(("qualifiers", qualifiers.pop()))
    periods: dict[str, set[tuple[str, Any]]] = {}
    for operand, claim in zip(operands, combination, strict=True):
        if claim.property in VARIES and not operand.period:
            grain = VARIES[claim.property]
            periods.setdefault(grain, set()).add(period_key(claim, grain))
    if any(len(found) > 1 for found in periods.values()):
        return None
    found = [next(iter(it)) for it in periods.values()]
    if len(found) == 2:
        spans = [span for _, span in found]
        if any(span is None or span[0] == "itself" for span in spans):
            raise Open("how periods of unlike grain align that are not within one")
        (month,) = [span for grain, span in found if grain == "month"]
        (quarter,) = [span for grain, span in found if grain == "quarter"]
        if not (quarter[0] <= month[0] and month[1] <= quarter[1]):
            return None
        found = [it for it in found if it[0] == "month"]
    return (*key, *found)


def value_of(expression: Expression, of: dict[Expression, Claim], *, clear: bool) -> Span | None:
    if expression.operator:
        left, right = (value_of(part, of, clear=clear) for part in expression.parts)
        if left is None or right is None:
            return None
        return {"+": plus, "-": minus, "*": times, "/": over}[expression.operator](left, right)
    if not expression.property:
        return point(expression.number)
    value = of[expression].value
    span = value.clear if clear else value.span
    assert span is not None
    return scaled(span, expression.property)


def scaled(span: Span, prop: str) -> Span:
    """Shares enter arithmetic as ratios."""
    factor = Fraction(1, 100) if prop in {"share", "quota"} else Fraction(1)
    return Span(
        None if span.low is None else span.low * factor,
        None if span.high is None else span.high * factor,
        span.low_open,
        span.high_open,
    )


def judge_expression(claims: Sequence[Claim], subject: Expression, assertion: Assertion, number: int) -> Judged:
    operands = list(
        dict.fromkeys([*subject.operands(), *(it for limit in assertion.limits for it in limit.operands())])
    )
    combinations: dict[Key, list[Combination]] = {}
    for combination in product(*(candidates(claims, operand) for operand in operands)):
        key = aligned_key(operands, combination)
        if key is not None:
            combinations.setdefault(key, []).append(combination)
    judged = Judged(alone=None)
    for group in combinations.values():
        judged.groups += 1
        judged.claims |= {claim for combination in group for claim in combination}
        verdicts = [
            holds_for(dict(zip(operands, combination, strict=True)), subject, assertion) for combination in group
        ]
        if False in verdicts:
            wrong = [it for it, verdict in zip(group, verdicts, strict=True) if verdict is False]
            found = frozenset(claim.id for combination in wrong for claim in combination)
            judged.findings.append(Found(number, "violated", found))
        elif None in verdicts:
            judged.findings.append(Found(number, "undetermined", frozenset({c.id for it in group for c in it})))
    return judged


def holds_for(of: dict[Expression, Claim], subject: Expression, assertion: Assertion) -> bool | None:
    clear = assertion.clearly
    value = value_of(subject, of, clear=clear)
    limits = [value_of(limit, of, clear=clear) for limit in assertion.limits]
    if value is None or None in limits:
        return None
    first, last = limits[0], limits[-1]
    assert first is not None
    assert last is not None
    if clear and first.high is None and assertion.name in {"between", "at least", "more than"}:
        return False  # no value is certain to reach a limit without a bound
    if assertion.name == "with":
        return spans_agree(value, first, assertion.tolerance)
    if assertion.name == "between":
        room = Span(first.low, last.high, first.low_open, last.high_open)
        strict = Span(first.high, last.low)
    else:
        upward = assertion.name in {"at least", "more than"}
        open_end = assertion.name in {"more than", "less than"}
        # Certainly wrong: beyond even the most generous limit; clearly right: within even the strictest.
        if upward:
            room = Span(first.low, None, open_end or first.low_open)
            strict = Span(first.high, None, open_end and not first.high_open)
        else:
            room = Span(None, first.high, high_open=open_end or first.high_open)
            strict = Span(None, first.low, high_open=open_end and not first.low_open)
    return lies_within(value, strict) if clear else meet(value, room)


def totals_for(claims: Sequence[Claim], limit: Expression, key: Key) -> list[tuple[Span, list[Claim]]]:
    """What a group of parts must add up to: a constant, or every claim of the operand that aligns with the group."""
    if not limit.property:
        return [(point(limit.number), [])]
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
