"""Short names for what the page links to and filters by, so that no text from outside becomes an identifier."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import cached_property

from factlint.evaluate.result import Finding
from factlint.report import Report


@dataclass(frozen=True)
class Index:
    report: Report

    @property
    def limit(self) -> int:
        return self.report.limit

    @cached_property
    def anchors(self) -> tuple[str, ...]:
        """An identifier for each finding: its fingerprint, so that a link survives other findings; numbered if it recurs."""
        seen: Counter[str] = Counter()
        anchors = []
        for finding in self.report.findings:
            name = f"f-{finding.fingerprint[:12]}"
            seen[name] += 1
            anchors.append(name if seen[name] == 1 else f"{name}-{seen[name]}")
        return tuple(anchors)

    @cached_property
    def rules(self) -> dict[str, str]:
        names = dict.fromkeys(result.rule.name for result in self.report.results)
        return {name: f"r{number}" for number, name in enumerate(names, 1)}

    @cached_property
    def outlets(self) -> dict[str, str]:
        """The outlets (else documents) of the findings, by name."""
        names = {outlet_of(finding_claim) for finding in self.report.findings for finding_claim in claims_of(finding)}
        return {name: f"o{number}" for number, name in enumerate(sorted(names, key=lambda it: (it.casefold(), it)), 1)}

    def rule(self, name: str) -> str:
        return self.rules[name]

    def outlets_of(self, *findings: Finding) -> str:
        names = {outlet_of(claim) for finding in findings for claim in claims_of(finding)}
        return " ".join(sorted((self.outlets[name] for name in names), key=lambda it: int(it[1:])))


def claims_of(finding: Finding) -> list[tuple[str | None, str]]:
    return [
        (entry.claim.document.outlet.name if entry.claim.document.outlet else None, entry.claim.document.id)
        for entry in finding.entries
    ]


def outlet_of(claim: tuple[str | None, str]) -> str:
    outlet, document = claim
    return outlet or document
