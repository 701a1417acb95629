"""The rule language over rows, as language.md says it: slow, and meant to be obviously right.

One function for each row of its table of assertions. Where the specification leaves a case open, `Open` is raised and
nothing is compared.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from tests.oracle.agreement import agree, spans_agree
from tests.oracle.arithmetic import judge_expression
from tests.oracle.claims import Claim, Found, Judged, Key, alone, camps, chosen, grouped, ids, pairs, shown_key
from tests.oracle.readings import Value
from tests.oracle.relations import add_up, contradict, corroborated, share, trend
from tests.oracle.rules import Assertion, Expression, Rule, Selection
from tests.oracle.singles import singles
from tests.oracle.spans import Span


@dataclass
class Outcome:
    """`groups` and `claims`: judged; None where a rule of several assertions leaves open how they add up."""

    verdict: str
    groups: int | None
    claims: int | None
    alone: frozenset[str] | None
    findings: list[Found]


def judge(claims: Sequence[Claim], rule: Rule) -> Outcome:
    results: list[Judged] = [
        judge_assertion(claims, rule.subject, assertion, number) for number, assertion in enumerate(rule.assertions)
    ]
    findings = [finding for result in results for finding in result.findings]
    verdicts = {finding.verdict for finding in findings}
    if "violated" in verdicts:
        verdict = "violated"
    elif "undetermined" in verdicts:
        verdict = "undetermined"
    elif any(result.groups for result in results):
        verdict = "satisfied"
    else:
        verdict = "not_applicable"
    only = results[0] if len(results) == 1 else None
    return Outcome(
        verdict=verdict,
        groups=only.groups if only else None,
        claims=len(only.claims) if only else None,
        alone=frozenset(only.alone) if only and only.alone is not None else None,
        findings=findings,
    )


def judge_assertion(
    claims: Sequence[Claim], subject: Selection | Expression, assertion: Assertion, number: int
) -> Judged:
    if isinstance(subject, Expression):
        return judge_expression(claims, subject, assertion, number)
    selected = chosen(claims, subject, assertion.name)
    match assertion.name:
        case "agree" | "exactly":
            return _agree(grouped(selected, subject), assertion, number)
        case "median":
            return _median(grouped(selected, subject), assertion, number)
        case "outlets":
            return _outlets(claims, selected, subject, assertion, number)
        case "corroborated":
            return corroborated(grouped(selected, subject), assertion, number)
        case "contradict":
            return contradict(grouped(selected, subject), number)
        case "share":
            return share(grouped(selected, subject, drop=("subject",)), number)
        case "increase" | "decrease" | "change":
            return trend(grouped(selected, subject, drop=("period",)), assertion, number)
        case "add up":
            return add_up(claims, grouped(selected, subject, drop=("subject",)), subject, assertion, number)
        case _:
            return singles(grouped(selected, subject), assertion, number)


def _agree(groups: Mapping[Key, list[Claim]], assertion: Assertion, number: int) -> Judged:
    def agrees(a: Claim, b: Claim) -> bool | None:
        if assertion.name == "exactly":
            return exactly(a.value, b.value)
        return agree(a.value, b.value, assertion.tolerance, clearly=assertion.clearly)

    judged = Judged()
    for key, group in groups.items():
        if len(group) < 2:
            continue
        judged.groups += 1
        judged.claims |= set(group)
        verdicts = {agrees(a, b) for a, b in pairs(group)}
        if False in verdicts:
            found = Found(number, "violated", ids(group), shown_key(key))
            if None not in verdicts:
                found.camps, found.neutral = camps(group, agrees)
            judged.findings.append(found)
        elif None in verdicts:
            judged.findings.append(Found(number, "undetermined", ids(group), shown_key(key)))
    judged.alone = alone(groups, lambda group: len(group) >= 2)
    return judged


def exactly(a: Value, b: Value) -> bool | None:
    """Nominal values; equal intervals agree; names, truths and dates as resolved."""
    if a.span is None:
        return (a.name, a.truth) == (b.name, b.truth)
    if a.span == b.span:
        return True
    if a.is_date:
        return False
    if a.nominal is None or b.nominal is None:
        return None
    return a.nominal == b.nominal


# --------------------------------------------------------------------------------------------- Against a point of reference


def median(numbers: Sequence[Fraction]) -> Fraction:
    ordered = sorted(numbers)
    middle = len(ordered) // 2
    return ordered[middle] if len(ordered) % 2 else (ordered[middle - 1] + ordered[middle]) / 2


def _median(groups: Mapping[Key, list[Claim]], assertion: Assertion, number: int) -> Judged:
    judged = Judged()
    for key, group in groups.items():
        spans = [claim.value.span for claim in group if claim.value.form != "bound"]
        if len(spans) < 3:
            continue
        judged.groups += 1
        judged.claims |= set(group)
        middle = Span(
            median([span.low for span in spans if span and span.low is not None]),
            median([span.high for span in spans if span and span.high is not None]),
        )
        wrong = [it for it in group if it.value.span and not spans_agree(it.value.span, middle, assertion.tolerance)]
        if wrong:
            judged.findings.append(Found(number, "violated", ids(wrong), shown_key(key)))
    judged.alone = alone(groups, lambda group: sum(it.value.form != "bound" for it in group) >= 3)
    return judged


def _outlets(
    claims: Sequence[Claim], selected: Sequence[Claim], selection: Selection, assertion: Assertion, number: int
) -> Judged:
    everyone = grouped(chosen(claims, selection, assertion.name, skip="from"), selection)
    judged = Judged(alone=None)
    for key, group in grouped(selected, selection).items():
        theirs = [claim for claim in everyone[key] if claim.outlet in assertion.words]
        others = [claim for claim in group if claim not in theirs]
        if not theirs or not others:
            continue
        judged.groups += 1
        judged.claims |= {*group, *theirs}
        wrong = [it for it in others if not any(agree(it.value, one.value, assertion.tolerance) for one in theirs)]
        if wrong:
            judged.findings.append(Found(number, "violated", ids([*wrong, *theirs]), shown_key(key)))
    return judged
