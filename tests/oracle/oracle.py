"""The rule language over rows, as language.md says it: slow, and meant to be obviously right.

One function for each row of its table of assertions. Where the specification leaves a case open, `Open` is raised and
nothing is compared.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from tests.oracle.agreement import agree, spans_agree
from tests.oracle.arithmetic import judge_claims, judge_expression
from tests.oracle.claims import Claim, opened
from tests.oracle.days import read_date
from tests.oracle.findings import Found, Judged
from tests.oracle.groups import Key, alone, camps, chosen, grouped, ids, nearest, pairs, shown_key, straddles
from tests.oracle.open_cases import Open, reported
from tests.oracle.readings import Value
from tests.oracle.relations import add_up, contradict, corroborated, share
from tests.oracle.rules import Accept, Assertion, Expression, Rule, Selection, Tolerance
from tests.oracle.singles import singles
from tests.oracle.spans import Span, facing_ends, point
from tests.oracle.trends import trend

DECISIVE = ("violated", "undetermined")


@dataclass
class Outcome:
    """`groups` and `claims`: judged; None where a rule of several assertions leaves open how they add up.

    `thanks` counts groups by what they hold thanks to; `fails`: there is a finding that counts for the exit status.
    """

    verdict: str
    groups: int | None
    claims: int | None
    alone: frozenset[str] | None
    findings: list[Found]
    thanks: Counter[str] | None
    not_judged: int | None
    straddling: int | None
    fails: bool
    nearest: dict[str, tuple[str, str]] | None


def judge(claims: Sequence[Claim], rule: Rule, *, today: str = "") -> Outcome:
    claims = [opened(claim, rule.using) for claim in claims]
    results = [judge_assertion(claims, rule.subject, assertion, at) for at, assertion in enumerate(rule.assertions)]
    findings = [finding for result in results for finding in result.findings]
    for finding in findings:
        finding.accepted = accepted(finding, rule.accepts, today)
    standing = {finding.verdict for finding in findings if not finding.accepted}
    verdict = next((it for it in DECISIVE if it in standing), "")
    if not verdict and findings:
        verdict = "accepted"
    if not verdict:
        verdict = "satisfied" if any(result.groups for result in results) else "not_applicable"
    only = results[0] if len(results) == 1 else None
    thanks = None if only is None or only.thanks is None else Counter(why for group in only.thanks for why in group)
    return Outcome(
        verdict=verdict,
        groups=only.groups if only else None,
        claims=len(only.claims) if only else None,
        alone=frozenset(only.alone) if only and only.alone is not None else None,
        findings=findings,
        thanks=thanks,
        not_judged=only.not_judged if only and not selects_denials(rule.subject) else None,
        straddling=straddles(claims, rule.subject) if only else None,
        nearest=nearest_of(claims, rule),
        fails=bool(standing) and rule.severity == "error",
    )


def nearest_of(claims: Sequence[Claim], rule: Rule) -> dict[str, tuple[str, str]] | None:
    if isinstance(rule.subject, Expression) or [it.name for it in rule.assertions] not in (["agree"], ["exactly"]):
        return None
    return nearest(chosen(claims, rule.subject, "agree"), rule.subject)


def selects_denials(subject: Selection | Expression) -> bool:
    """A condition on stance; whether denials that an assertion cannot read count as not judged is left open."""
    return isinstance(subject, Selection) and subject.where is not None and "stance" in subject.where.names()


def accepted(finding: Found, accepts: Sequence[Accept], today: str) -> bool:
    """Every claim, pair or combination at fault holds one of those set aside; after the day all is reported."""
    if finding.apart and accepts:
        reported("accepting parts that disagree")
    if finding.aggregates and accepts:
        reported("accepting a claim of an aggregate")
    standing = [it for it in accepts if not it.until or read_date(today).start < read_date(it.until).end]
    aside = {claim for it in standing for claim in it.claims}
    return any(not it.claims for it in standing) or (
        bool(aside) and all(aside & fault for fault in finding.faults or ())
    )


def judge_assertion(
    claims: Sequence[Claim], subject: Selection | Expression, assertion: Assertion, number: int
) -> Judged:
    if isinstance(subject, Expression):
        return judge_expression(claims, subject, assertion, number)
    selected = chosen(claims, subject, assertion.name)
    if assertion.name != "add up" and any(limit.operands() for limit in assertion.limits):
        return judge_claims(claims, grouped(selected, subject), assertion, number)
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
        if (
            len({it.property for it in (a, b)} & {"share", "quota", "cover", "growth"}) == 1
            and a.property != b.property
        ):
            return None  # different dimensions
        if assertion.name == "exactly":
            return exactly(a.value, b.value)
        return agree(a.value, b.value, assertion.tolerance, clearly=assertion.clearly)

    judged = Judged()
    for key, group in groups.items():
        if len(group) < 2:
            continue
        judged.groups += 1
        judged.claims |= set(group)
        wrong = [pair for pair in pairs(group) if agrees(*pair) is False]
        unknown = [pair for pair in pairs(group) if agrees(*pair) is None]
        if wrong or unknown:
            found = Found(number, "violated" if wrong else "undetermined", ids(group), shown_key(key))
            found.faults = [ids(pair) for pair in wrong or unknown]
            if not unknown:
                found.camps, found.neutral = camps(group, agrees)
                found.measured = gap(wrong, assertion)
            judged.findings.append(found)
        elif judged.thanks is not None:
            judged.thanks = (
                None
                if assertion.name == "exactly" or assertion.clearly
                else thanked(judged.thanks, group, assertion.tolerance)
            )
    judged.alone = alone(groups, lambda group: len(group) >= 2)
    return judged


def thanked(thanks: list[set[str]], group: Sequence[Claim], tolerance: Tolerance | None) -> list[set[str]] | None:
    """With what a group holds thanks to: what widened the claims whose nominal values would not agree."""
    if any(claim.value.days for claim in group):
        return None  # whether a date's `~` is a hedge to give thanks to is not said
    if any(claim.value.span is None for claim in group):
        return [*thanks, set()]
    if any(claim.value.nominal is None for claim in group):
        return None
    if tolerance and tolerance.amount is not None and any(claim.value.foreign for claim in group):
        return None  # how far the numbers are apart cannot be told, and whether that is to be thanked is not said
    reasons: set[str] = set()
    for pair in pairs(group):
        one, other = (point(claim.value.nominal or 0) for claim in pair)
        if not spans_agree(one, other, tolerance):
            reasons |= {claim.value.why for claim in pair}
    return [*thanks, reasons - {"exact"}]


def gap(wrong: Sequence[tuple[Claim, Claim]], assertion: Assertion) -> dict[str, object]:
    """In the tolerance's own terms: percent of the larger end, where it is relative."""
    tolerance = assertion.tolerance
    if wrong[0][0].value.span is None or assertion.clearly or assertion.name == "exactly":
        return {}
    if tolerance is None or tolerance.share is None:
        return {"kind": "gap"}
    ends = [facing_ends(a.value.beside(b.value), b.value.beside(a.value)) for a, b in wrong]
    measured: dict[str, object] = {"kind": "gap", "allowed": float(100 * tolerance.share), "unit": "percent"}
    if all(low * high > 0 for low, high in ends):
        measured["found"] = float(max(100 * (high - low) / max(abs(low), abs(high)) for low, high in ends))
    return measured


def exactly(a: Value, b: Value) -> bool | None:
    """Nominal values; equal intervals agree; names, truths and dates as resolved."""
    if a.foreign != b.foreign:
        return None
    if a.span is None:
        return (a.name, a.truth) == (b.name, b.truth)
    if a.span == b.span:
        return True
    if a.days and b.days:
        if a.days.zoned != b.days.zoned:
            raise Open("whether a day and an instant are exactly the same")
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
    judged = Judged(thanks=None)
    for key, group in groups.items():
        spans = [claim.value.span for claim in group if claim.value.form != "bound"]
        if len(spans) < 3:
            continue
        if assertion.clearly:
            raise Open("what is certain of a median")
        judged.groups += 1
        judged.claims |= set(group)
        if any(claim.value.foreign for claim in group):
            raise Open("the median of claims of which some cannot be compared")
        middle = Span(
            median([span.low for span in spans if span and span.low is not None]),
            median([span.high for span in spans if span and span.high is not None]),
        )
        wrong = [it for it in group if it.value.span and not _near(it.value.span, middle, assertion.tolerance)]
        if wrong:
            faults = [ids([it]) for it in wrong]
            judged.findings.append(Found(number, "violated", ids(wrong), shown_key(key), faults=faults))
    judged.alone = alone(groups, lambda group: sum(it.value.form != "bound" for it in group) >= 3)
    return judged


def _near(span: Span, middle: Span, tolerance: Tolerance | None) -> bool:
    """`a claim's gap to the median interval exceeds T`: where the ends touch the gap is nothing."""
    touching = span.low == middle.high or span.high == middle.low
    return spans_agree(span, middle, tolerance) or (tolerance is None and touching)


def _outlets(
    claims: Sequence[Claim], selected: Sequence[Claim], selection: Selection, assertion: Assertion, number: int
) -> Judged:
    everyone = grouped(chosen(claims, selection, assertion.name, skip="from"), selection)
    judged = Judged(alone=None, thanks=None)
    for key, group in grouped(selected, selection).items():
        theirs = [claim for claim in everyone[key] if claim.outlet in assertion.words]
        others = [claim for claim in group if claim not in theirs]
        if not theirs or not others:
            continue
        judged.groups += 1
        judged.claims |= {*group, *theirs}
        verdicts = {
            it: [agree(it.value, one.value, assertion.tolerance, clearly=assertion.clearly) for one in theirs]
            for it in others
        }
        wrong = [it for it, found in verdicts.items() if not any(found) and None not in found]
        unknown = [it for it, found in verdicts.items() if not any(found) and None in found]
        if wrong:
            faults = [ids([it, one]) for it in wrong for one in theirs]
            judged.findings.append(Found(number, "violated", ids([*wrong, *theirs]), shown_key(key), faults=faults))
        elif unknown:
            raise Open("which claims an undetermined finding lists")
    return judged
