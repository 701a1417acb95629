"""What a run found, ready to be printed: all that a reporter sees, and the exit status that follows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from factlint.corpus.claim import Claim, Document, QuoteStatus
from factlint.diagnostics import Diagnostic
from factlint.evaluate.result import Finding, RuleResult, Verdict
from factlint.language.model import Severity
from factlint.source import Source
from factlint.statuses import FINDINGS, OK, WRONG, FailOn, failing

VERDICTS: tuple[Verdict, ...] = ("satisfied", "violated", "undetermined", "accepted", "not_applicable")


@dataclass(frozen=True, kw_only=True)
class Report:
    """One run. `texts` are the held texts by document id; `texts_missing` the files of those that are not held.

    `today` as an ISO date where it decided anything; `limit`: findings shown in full; counts are always exact;
    `baseline`: known findings were told apart; `quote_counts`: of a large corpus, counted already;
    `count_documents` counts its claims, by document id, when a reporter asks.
    """

    results: tuple[RuleResult, ...]
    claims: Sequence[Claim]
    documents: Sequence[Document]
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
    quote_counts: Mapping[QuoteStatus, int] | None = None
    count_documents: Callable[[], Mapping[str, int]] | None = None

    @cached_property
    def findings(self) -> tuple[Finding, ...]:
        """Those that are listed: all of them, but of a large corpus the first."""
        return tuple(finding for result in self.results for finding in result.findings)

    @cached_property
    def found(self) -> int:
        """How many findings there are, listed or not."""
        return sum(len(result.findings) + result.more for result in self.results)

    @cached_property
    def counting(self) -> dict[Severity, int]:
        """How many findings of each severity count for the exit status."""
        counted: Counter[Severity] = Counter({"error": 0, "warning": 0, "info": 0})
        for result in self.results:
            counted.update(result.unlisted)
            counted.update(finding.severity for finding in result.findings if finding.counts)
        return dict(counted)

    @cached_property
    def verdicts(self) -> dict[Verdict, int]:
        counted = Counter(result.verdict for result in self.results)
        return {verdict: counted[verdict] for verdict in VERDICTS}

    @cached_property
    def quotes(self) -> dict[str, int]:
        """How many claims have a quote of each status; those that occur."""
        counted = self.quote_counts or Counter(claim.evidence.status for claim in self.claims)
        return {status.value: counted[status] for status in QuoteStatus if counted.get(status)}

    @cached_property
    def claims_by_document(self) -> Mapping[str, int]:
        """How many claims each document has, by its id; those that have any."""
        if self.count_documents is not None:
            return self.count_documents()
        return Counter(claim.document.id for claim in self.claims)

    @property
    def exit(self) -> int:
        if any(diagnostic.severity == "error" for diagnostic in self.diagnostics):
            return WRONG
        severities = failing(self.fail_on)
        if any(number and severity in severities for severity, number in self.counting.items()):
            return FINDINGS
        idle = any(result.verdict == "not_applicable" and not result.builtin for result in self.results)
        return FINDINGS if self.strict and idle else OK
