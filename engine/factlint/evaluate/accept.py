"""`accept RULE for CLAIM, … because "…" until DATE`: findings whose every fault is a known outlier."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from factlint.diagnostics import Diagnostic, Label
from factlint.evaluate.result import Evaluation, Finding, RuleResult, Verdict, verdict
from factlint.language.model import Accept
from factlint.quantities.values import DateSpan


def in_force(accepted: Accept, today: DateSpan | None) -> bool:
    """Until the end of its last day; without a day to compare, it holds."""
    if accepted.until is None or accepted.until.end is None or today is None or today.start is None:
        return True
    return today.start < accepted.until.end


def accept_finding(finding: Finding, accepts: Sequence[Accept]) -> Finding:
    """Accepted if every claim, pair or combination at fault holds an accepted claim; by the first that takes part."""
    outright = next((it for it in accepts if not it.claims), None)
    if outright is not None:
        return replace(finding, accepted=outright)
    ids = frozenset(claim for it in accepts for claim in it.claims)
    members = {entry.id for entry in finding.entries}
    if not ids & members or finding.judgement.fault_left(ids):
        return finding
    return replace(finding, accepted=next(it for it in accepts if members & set(it.claims)))


def accept(results: Sequence[RuleResult], accepts: Sequence[Accept], today: DateSpan | None) -> Evaluation:
    """The results with their accepted findings marked, and a warning for each `accept` that matched nothing."""
    used: set[int] = set()
    settled = []
    for result in results:
        mine = [(index, it) for index, it in enumerate(accepts) if it.rule.casefold() == result.rule.name.casefold()]
        active = [it for _index, it in mine if in_force(it, today)]
        findings = [accept_finding(finding, active) for finding in result.findings] if active else result.findings
        for finding in result.findings:
            members = {entry.id for entry in finding.entries}
            used |= {index for index, it in mine if not it.claims or members & set(it.claims)}
        settled.append(replace(result, findings=tuple(findings), verdict=_verdict(result, findings)))
    judged = {result.rule.name.casefold() for result in results}
    unused = [it for index, it in enumerate(accepts) if index not in used and it.rule.casefold() in judged]
    return Evaluation(tuple(settled), tuple(_unused(it) for it in unused))


def _verdict(result: RuleResult, findings: Sequence[Finding]) -> Verdict:
    """Where some are not listed, none is accepted: the verdict stands."""
    return result.verdict if result.more else verdict(findings, judged=result.groups > 0)


def _unused(accepted: Accept) -> Diagnostic:
    what = f"{accepted.rule} for {', '.join(accepted.claims)}" if accepted.claims else accepted.rule
    return Diagnostic(
        code="W390",
        message=f"accept {what} matches no finding",
        primary=Label(accepted.source, accepted.span),
        help="remove it, or check the names of the claims: what it set aside no longer occurs",
    )
