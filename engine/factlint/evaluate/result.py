"""What an evaluation yields: for each rule its verdict and counts, and the findings."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Literal

from factlint.assertions.finding import Camp, Entry, Judgement, Measured, Reason, Thanks
from factlint.corpus.claim import Claim
from factlint.diagnostics import Diagnostic
from factlint.language.model import Accept, Rule, Severity

Verdict = Literal["violated", "undetermined", "accepted", "satisfied", "not_applicable"]


@dataclass(frozen=True, slots=True)
class Alone:
    """A claim that was selected and comparable with no other; `differs` is the first key in which the nearest does."""

    claim: Claim
    nearest: Claim | None = None
    differs: str | None = None
    words: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """A group that violates an assertion, or could not be judged. `key` is the group's: (key, value as shown)."""

    rule: Rule
    assertion: str
    severity: Severity
    key: tuple[tuple[str, str | None], ...]
    judgement: Judgement
    accepted: Accept | None = None
    known: bool = False

    @property
    def verdict(self) -> Literal["violated", "undetermined"]:
        return "undetermined" if self.judgement.outcome == "undetermined" else "violated"

    @property
    def camps(self) -> tuple[Camp, ...]:
        return self.judgement.camps

    @property
    def entries(self) -> tuple[Entry, ...]:
        """Its claims: camp by camp, then those that agree with all; each once."""
        ordered = [entry for camp in self.camps for entry in camp.entries]
        return tuple({entry.id: entry for entry in (*ordered, *self.judgement.neutral)}.values())

    @property
    def measured(self) -> Measured | None:
        return self.judgement.measured

    @property
    def reason(self) -> Reason | None:
        return self.judgement.reason

    @property
    def unnamed_sources(self) -> int:
        return len({name.casefold() for entry in self.entries for name in entry.claim.unnamed})

    @property
    def counts(self) -> bool:
        """Does it count for the exit status?"""
        return self.accepted is None and not self.known

    @property
    def fingerprint(self) -> str:
        """Stable over moved lines and files: the rule's name, the sorted claim ids and their quotes."""
        parts = [self.rule.name]
        for claim in sorted((entry.claim for entry in self.entries), key=lambda it: it.id):
            parts += [claim.id, claim.quote or ""]
        return sha256("\x00".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:32]


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleResult:
    """`groups` and `claims` are those judged; `builtin` is a rule of the tool, which stands in no file.

    Of a large corpus the first findings are listed; `unlisted` counts the others by severity (none of
    them accepted or known).
    `alone_unlisted` counts likewise.
    """

    rule: Rule
    verdict: Verdict
    findings: tuple[Finding, ...]
    groups: int
    claims: int
    only_thanks_to: dict[Thanks, int]
    thanks_words: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    alone: tuple[Alone, ...] = ()
    straddling: int = 0
    not_judged: int = 0
    builtin: bool = False
    unlisted: Mapping[Severity, int] = field(default_factory=dict)
    alone_unlisted: int = 0

    @property
    def more(self) -> int:
        """How many findings are not listed."""
        return sum(self.unlisted.values())


def nothing_judged(rule: Rule) -> RuleResult:
    """What becomes of a rule for which no claim is looked at."""
    thanks: dict[Thanks, int] = {"hedge": 0, "precision": 0, "range": 0}
    return RuleResult(rule=rule, verdict="not_applicable", findings=(), groups=0, claims=0, only_thanks_to=thanks)


def verdict(findings: Sequence[Finding], *, judged: bool) -> Verdict:
    """The first that fits: violated, undetermined, accepted, satisfied, not applicable."""
    open_ones = {finding.verdict for finding in findings if finding.accepted is None}
    if "violated" in open_ones:
        return "violated"
    if "undetermined" in open_ones:
        return "undetermined"
    if findings:
        return "accepted"
    return "satisfied" if judged else "not_applicable"


@dataclass(frozen=True, slots=True)
class Evaluation:
    """All rules, in order; `diagnostics` are what evaluating brought to light (an `accept` that matches nothing)."""

    results: tuple[RuleResult, ...]
    diagnostics: tuple[Diagnostic, ...] = field(default=())
