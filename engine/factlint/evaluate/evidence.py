"""The built-in rule `evidence`: quotes stand in their texts and carry their values."""

from __future__ import annotations

from collections.abc import Sequence

from factlint.assertions.finding import Camp, Entry, Judgement, Measured
from factlint.corpus.claim import Claim, QuoteStatus
from factlint.evaluate.result import Finding, RuleResult, verdict
from factlint.language.model import Check, Have, Rule, Selection, Severity
from factlint.source import Source, Span

NAME = "evidence"

SEVERITIES: dict[QuoteStatus, Severity] = {
    QuoteStatus.MISSING: "error",
    QuoteStatus.TEXT_CHANGED: "error",
    QuoteStatus.UNSUPPORTED: "warning",
    QuoteStatus.AMBIGUOUS: "warning",
    QuoteStatus.NONE: "warning",
}
"""What is a finding. Verified and inferred quotes hold; a text that is not held is not judged."""

RULE = Rule(
    name=NAME,
    named=True,
    title="Quotes stand in their texts and carry their values",
    sentence="every quote must stand in its text and carry its value",
    subject=Selection(),
    checks=(Check(Have("quote"), text="evidence"),),
    source=Source("", ""),
    span=Span(0, 0),
)


def judge_evidence(claims: Sequence[Claim]) -> RuleResult:
    """One finding for each claim whose quote does not bear it out, by id."""
    judged = [claim for claim in claims if claim.evidence.status is not QuoteStatus.NOT_HELD]
    findings = [
        _finding(claim) for claim in sorted(judged, key=lambda it: it.id) if claim.evidence.status in SEVERITIES
    ]
    return RuleResult(
        rule=RULE,
        verdict=verdict(findings, judged=bool(judged)),
        findings=tuple(findings),
        groups=len(judged),
        claims=len(judged),
        only_thanks_to={"hedge": 0, "precision": 0, "range": 0},
        not_judged=len(claims) - len(judged),
        builtin=True,
    )


def _finding(claim: Claim) -> Finding:
    ids = frozenset([claim.id])
    problem = claim.evidence.problem or f"its quote is {claim.evidence.status.value}"
    return Finding(
        rule=RULE,
        assertion=NAME,
        severity=SEVERITIES[claim.evidence.status],
        key=(("document", claim.document.id), ("claim", claim.id)),
        judgement=Judgement(
            outcome="violated",
            message=f"{claim.id}: {problem}",
            measured=Measured("members"),
            camps=(Camp((Entry(claim, claim.value),)),),
            fault_left=lambda accepted: bool(ids - accepted),
        ),
    )
