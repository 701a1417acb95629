"""What a run found, ready to be printed: all that a reporter sees, and the exit status that follows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from factlint.corpus.claim import Claim, Document, QuoteStatus
from factlint.diagnostics import Diagnostic
from factlint.evaluate.result import Finding, RuleResult, Verdict
from factlint.source import Source
from factlint.statuses import FINDINGS, OK, WRONG, FailOn, failing

VERDICTS: tuple[Verdict, ...] = ("satisfied", "violated", "undetermined", "accepted", "not_applicable")


@dataclass(frozen=True, kw_only=True)
class Report:
    """One run. `texts` are the held texts by document id; `texts_missing` the files of those that are not held.

    `today` as an ISO date where it decided anything; `limit`: findings shown in full; counts are always exact;
    `baseline`: known findings were told apart.
    """

    results: tuple[RuleResult, ...]
    claims: tuple[Claim, ...]
    documents: tuple[Document, ...]
    texts: Mapping[str, Source]
    texts_missing: tuple[str, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()
    rejected_rules: int = 0
    rejected_claims: int = 0
    rejected_documents: int = 0
    fail_on: FailOn = "error"
    strict: bool = False
    today: str | None = None
    limit: int = 50
    baseline: bool = False

    @cached_property
    def findings(self) -> tuple[Finding, ...]:
        return tuple(finding for result in self.results for finding in result.findings)

    @cached_property
    def verdicts(self) -> dict[Verdict, int]:
        counted = Counter(result.verdict for result in self.results)
        return {verdict: counted[verdict] for verdict in VERDICTS}

    @cached_property
    def quotes(self) -> dict[str, int]:
        """How many claims have a quote of each status; those that occur."""
        counted = Counter(claim.evidence.status for claim in self.claims)
        return {status.value: counted[status] for status in QuoteStatus if counted[status]}

    @property
    def exit(self) -> int:
        if any(diagnostic.severity == "error" for diagnostic in self.diagnostics):
            return WRONG
        severities = failing(self.fail_on)
        if any(finding.counts and finding.severity in severities for finding in self.findings):
            return FINDINGS
        idle = any(result.verdict == "not_applicable" and not result.builtin for result in self.results)
        return FINDINGS if self.strict and idle else OK
