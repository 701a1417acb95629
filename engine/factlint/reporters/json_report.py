"""The report as JSON, version 1: for programs, stable and complete."""

from __future__ import annotations

import sys
from fractions import Fraction
from typing import Any

from factlint.assertions.finding import Camp, Entry, Measured
from factlint.corpus.claim import Claim
from factlint.diagnostics import Diagnostic
from factlint.evaluate.result import Finding, RuleResult
from factlint.language.model import Accept
from factlint.quantities.dates import iso, show_date
from factlint.quantities.interval import Interval
from factlint.quantities.values import MICROSECONDS, DateSpan, Name, Quantity, Truth, Value
from factlint.report import Report
from factlint.reporters.json_text import written
from factlint.version import VERSION

JSON = dict[str, Any]


def render(report: Report) -> str:
    return written(as_json(report))


def as_json(report: Report) -> JSON:
    return {
        "version": 1,
        "tool": {"name": "factlint", "version": VERSION},
        "exit": report.exit,
        "today": report.today,
        "summary": {
            "rules": len(report.results),
            "claims": len(report.claims),
            "documents": len(report.documents),
            **report.verdicts,
            "findings": report.found,
            "known": sum(finding.known for finding in report.findings),
            "rejected": {
                "rules": report.rejected_rules,
                "claims": report.rejected_claims,
                "documents": report.rejected_documents,
            },
            "quotes": report.quotes,
        },
        "rules": [_rule(result) for result in report.results],
        "findings": [_finding(finding, report) for finding in report.findings],
        "diagnostics": [_diagnostic(it) for it in report.diagnostics],
    }


def _rule(result: RuleResult) -> JSON:
    rule = result.rule
    return {
        "rule": rule.name,
        "title": rule.title,
        "sentence": rule.sentence,
        "severity": rule.severity,
        "tags": list(rule.tags),
        "verdict": result.verdict,
        "groups": result.groups,
        "claims": result.claims,
        "only_thanks_to": dict(result.only_thanks_to),
        "alone": [
            {"claim": it.claim.id, "nearest": it.nearest.id if it.nearest else None, "differs": it.differs}
            for it in result.alone
        ],
        "straddling": result.straddling,
        "not_judged": result.not_judged,
        "notes": list(result.notes),
        "file": None if result.builtin else rule.source.name,
        "line": None if result.builtin else rule.line,
    }


def _finding(finding: Finding, report: Report) -> JSON:
    reason = finding.reason
    return {
        "rule": finding.rule.name,
        "assertion": finding.assertion,
        "severity": finding.severity,
        "verdict": finding.verdict,
        "message": finding.judgement.message,
        "because": finding.rule.because,
        "reason": None if reason is None else {"code": reason.code, "text": reason.text},
        "group": dict(finding.key),
        "measured": _measured(finding.measured),
        "working": finding.judgement.working,
        "camps": [_camp(camp) for camp in finding.camps],
        "neutral": [entry.id for entry in finding.judgement.neutral],
        "unnamed_sources": finding.unnamed_sources,
        "claims": [_claim(entry, report) for entry in finding.entries],
        "fingerprint": finding.fingerprint,
        "accepted": _accepted(finding.accepted),
        "known": finding.known,
    }


def _measured(measured: Measured | None) -> JSON | None:
    if measured is None:
        return None
    return {
        "kind": measured.kind,
        "found": _number(measured.found),
        "allowed": _number(measured.allowed),
        "unit": measured.unit,
    }


def _camp(camp: Camp) -> JSON:
    hull = camp.hull
    dated = isinstance(camp.entries[0].value, DateSpan)
    low, high = (None, None) if hull is None else _instants(hull) if dated else _ends(hull)
    return {
        "claims": [entry.id for entry in camp.entries],
        "sources": list(camp.sources),
        "low": low,
        "high": high,
    }


def _claim(entry: Entry, report: Report) -> JSON:
    claim = entry.claim
    document = claim.document
    return {
        "id": claim.id,
        "document": document.id,
        "outlet": document.outlet.name if document.outlet else None,
        "title": document.title,
        "author": document.author,
        "url": document.url,
        "published": document.published.text if document.published else None,
        "speaker": claim.speaker.name if claim.speaker else None,
        "speech": claim.speech,
        "sources": [source.name for source in claim.sources],
        "subject": claim.subject.name,
        "property": claim.property.name,
        "period": show_date(claim.period) if claim.period else None,
        "period_given": claim.period_given,
        "qualifiers": {key: value.name for key, value in claim.qualifiers},
        "stance": claim.stance,
        "modality": claim.modality,
        "value": _value(entry.value, claim.value_text),
        "quote": claim.quote,
        "quote_status": claim.evidence.status.value,
        "location": _location(claim, report),
        "defined": {"file": claim.defined.file, "line": claim.defined.line},
    }


def _value(value: Value, text: str) -> JSON:
    match value:
        case Quantity():
            low, high = _ends(value.interval)
            return {
                "text": text,
                "low": low,
                "low_open": value.interval.low_open,
                "nominal": _number(value.nominal),
                "high": high,
                "high_open": value.interval.high_open,
                "unit": value.unit.name or None,
                "why": value.why.value,
            }
        case DateSpan():
            low_date, high_date = _instants(value.interval())
            return {"text": text, "low": low_date, "high": high_date}
        case Name():
            return {"text": text, "name": value.name}
        case Truth():
            return {"text": text, "truth": value.truth}


def _location(claim: Claim, report: Report) -> JSON | None:
    found = claim.evidence
    if found.start is None or claim.document.id not in report.texts:
        return None
    return {"file": claim.document.text, "line": found.line, "start": found.start, "end": found.end}


def _accepted(accepted: Accept | None) -> JSON | None:
    if accepted is None:
        return None
    return {
        "because": accepted.because,
        "until": accepted.until.text if accepted.until else None,
        "claims": list(accepted.claims),
        "file": accepted.source.name,
        "line": accepted.source.position(accepted.span.start).line,
    }


def _diagnostic(diagnostic: Diagnostic) -> JSON:
    file, line, column = diagnostic.where
    return {
        "code": diagnostic.code,
        "severity": diagnostic.severity,
        "message": diagnostic.message,
        "file": file or None,
        "line": line or None,
        "column": column or None,
        "help": diagnostic.help,
    }


def _ends(interval: Interval) -> tuple[float | None, float | None]:
    return _number(interval.low), _number(interval.high)


def _instants(interval: Interval) -> tuple[str | None, str | None]:
    low, high = (None if end is None else iso(int(end * MICROSECONDS)) for end in (interval.low, interval.high))
    return low, high


def _number(number: Fraction | None) -> float | None:
    if number is None:
        return None
    try:
        return float(number)
    except OverflowError:  # a product of huge numbers: JSON knows no infinity, so the largest there is
        return sys.float_info.max if number > 0 else -sys.float_info.max
