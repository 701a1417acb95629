"""The report as SARIF 2.1.0 (OASIS, with errata 01): for code scanning and editors.

One result a finding, standing at its rule; each claim is a related location in its record and, where the text is held,
in the text. Accepted findings are suppressed, known ones unchanged; diagnostics are notifications.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any

from factlint.assertions.finding import Entry
from factlint.codes import CODES
from factlint.diagnostics import Diagnostic, printable
from factlint.evaluate.result import Finding
from factlint.language.model import Accept, Rule
from factlint.report import Report
from factlint.reporters import gfm, wording
from factlint.reporters.json_text import written
from factlint.reporters.places import Place, claim_place, diagnostic_place, quote_place, rule_place, span_place
from factlint.reporters.sarif_parts import (
    BASES,
    LEVELS,
    label_location,
    link,
    location,
    message,
    plain,
    without_nothing,
)
from factlint.statuses import WRONG
from factlint.version import VERSION

JSON = dict[str, Any]

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"

RECOMMENDED = {"error": "error", "warning": "warning", "info": "recommendation"}
"""What GitHub calls a severity outside security."""


def render(report: Report) -> str:
    return written(as_sarif(report))


def as_sarif(report: Report) -> JSON:
    seen: Counter[str] = Counter()
    results = []
    for number, result in enumerate(report.results):
        for finding in result.findings:
            seen[finding.fingerprint] += 1
            results.append(_result(finding, report, number, seen[finding.fingerprint]))
    _tell_states(results, report)
    run = {
        "tool": {
            "driver": {
                "name": "factlint",
                "version": VERSION,
                "semanticVersion": VERSION,
                "rules": [_descriptor(result.rule) for result in report.results],
                "notifications": [_kind(code) for code in sorted({it.code for it in report.diagnostics})],
            }
        },
        "invocations": [_invocation(report)],
        "originalUriBaseIds": {name: {"description": {"text": text}} for name, text in BASES.items()},
        "columnKind": "unicodeCodePoints",
        "results": results,
        "properties": {
            "verdicts": report.verdicts,
            "rules": [
                {"rule": it.rule.name, "verdict": it.verdict, "judged": wording.judged_lines(it)}
                for it in report.results
            ],
        },
    }
    return {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}


# --- Rules -----------------------------------------------------------------------------------------------------------


def _descriptor(rule: Rule) -> JSON:
    because = [f"because: {rule.because}"] if rule.because else []
    lines = [*([rule.title] if rule.title else []), rule.sentence, *because]
    return {
        "id": printable(rule.name),
        "shortDescription": message(rule.title or rule.sentence),
        "fullDescription": message(rule.sentence),
        "help": {"text": "\n".join(plain(line) for line in lines), "markdown": _help_markdown(rule)},
        "defaultConfiguration": {"level": LEVELS[rule.severity]},
        "properties": {
            "tags": [printable(tag) for tag in dict.fromkeys(rule.tags)],
            "problem.severity": RECOMMENDED[rule.severity],
        },
    }


def _help_markdown(rule: Rule) -> str:
    parts = [f"**{gfm.words(rule.title)}**"] if rule.title else []
    parts.append(gfm.code(rule.sentence))
    if rule.because:
        parts.append(f"Because: {gfm.words(rule.because)}")
    return "\n\n".join(parts).replace("{", "{{").replace("}", "}}")


# --- Results ---------------------------------------------------------------------------------------------------------


def _result(finding: Finding, report: Report, rule: int, occurrence: int) -> JSON:
    related, ids = _related(finding, report)
    result: JSON = {
        "ruleId": printable(finding.rule.name),
        "ruleIndex": rule,
        "level": LEVELS[finding.severity],
        "message": {"text": "\n".join(_message_lines(finding, ids))},
        "locations": [_primary(finding)],
        "relatedLocations": related,
        "partialFingerprints": {
            "factlint/v1": finding.fingerprint,
            # GitHub tells alerts apart by this one alone, and takes the rule's line where it is missing: there all
            # findings of a rule would be one.
            "primaryLocationLineHash": f"{finding.fingerprint}:{occurrence}",
        },
    }
    result["properties"] = without_nothing(
        {
            "verdict": finding.verdict,
            "assertion": finding.assertion,
            "group": dict(finding.key),
            "claims": [entry.id for entry in finding.entries],
            "reason": finding.reason.code if finding.reason else None,
        }
    )
    return result


def _tell_states(results: Sequence[JSON], report: Report) -> None:
    """Whether each result is suppressed, or was there before: all say so, or none does (3.27.23, 3.27.24)."""
    told = list(zip(results, report.findings, strict=True))
    if report.baseline or any(finding.known for finding in report.findings):
        for result, finding in told:
            result["baselineState"] = "unchanged" if finding.known else "new"
    if any(finding.accepted for finding in report.findings):
        for result, finding in told:
            result["suppressions"] = [_suppression(finding.accepted)] if finding.accepted else []


def _message_lines(finding: Finding, ids: dict[str, int]) -> list[str]:
    """The sentence, then each camp with links to its claims."""
    lines = [plain(finding.judgement.message)]
    for title, camp in wording.sides(finding):
        claims = ", ".join(link(entry.id, ids[entry.id]) for entry in camp.entries)
        lines.append(f"{plain(title or wording.backing(camp))}: {claims}")
    return lines + [f"{label}: {plain(words)}" for label, words in wording.notes(finding) if label != "accepted"]


def _primary(finding: Finding) -> JSON:
    """At the rule; where that stands in no file, at the first claim: a result without a file is shown by no viewer."""
    place = rule_place(finding.rule)
    if place is None and finding.entries:
        place = claim_place(finding.entries[0].claim)
    found = location(place) if place else {}
    return {**found, "logicalLocations": [{"name": printable(finding.rule.name), "kind": "rule"}]}


def _related(finding: Finding, report: Report) -> tuple[list[JSON], dict[str, int]]:
    """The claims' places, numbered, and by claim the one to link to: in the text where that is held."""
    places: list[JSON] = []
    ids: dict[str, int] = {}
    for entry in finding.entries:
        places.append(_numbered(len(places) + 1, claim_place(entry.claim), _claim_words(entry)))
        in_text = quote_place(entry.claim, report)
        if in_text is not None:
            text = report.texts[entry.claim.document.id].text
            found = _numbered(len(places) + 1, in_text, entry.claim.quote or entry.id, base="TEXTS")
            found["physicalLocation"]["region"]["snippet"] = {"text": text[in_text.start : in_text.end]}
            places.append(found)
        ids[entry.id] = len(places)
    return places, ids


def _numbered(number: int, place: Place, words: str, *, base: str = "%SRCROOT%") -> JSON:
    return {"id": number, **location(place, base=base), "message": message(words)}


def _claim_words(entry: Entry) -> str:
    claim = entry.claim
    said = f", “{claim.quote}”" if claim.quote else ""
    return f"{claim.id}: {wording.told_by(claim)}: {wording.as_compared(entry)}{said}"


def _suppression(accepted: Accept) -> JSON:
    until = f" (until {accepted.until.text})" if accepted.until else ""
    place = span_place(accepted.source, accepted.span)
    return without_nothing(
        {
            "kind": "external",
            "status": "accepted",
            "justification": printable(f"{accepted.because}{until}"),
            "location": location(place) if place else None,
        }
    )


# --- Diagnostics -----------------------------------------------------------------------------------------------------


def _invocation(report: Report) -> JSON:
    """Rules, vocabulary and the call are configuration; claims and documents are what the tool ran on."""
    configured = [it for it in report.diagnostics if it.code[1] in "134"]
    execution = [_notification(it) for it in report.diagnostics if it not in configured]
    execution += [
        {"level": "error", "message": message(f"{it.rule.name}: nothing was judged, and the run is strict")}
        for it in wording.idle(report)
    ]
    return {
        "executionSuccessful": report.exit != WRONG,
        "exitCode": report.exit,
        "toolConfigurationNotifications": [_notification(it) for it in configured],
        "toolExecutionNotifications": execution,
    }


def _kind(code: str) -> JSON:
    return {"id": code, **({"shortDescription": message(CODES[code])} if code in CODES else {})}


def _notification(diagnostic: Diagnostic) -> JSON:
    place = diagnostic_place(diagnostic)
    places = [location(place)] if place else []
    places += [found for label in diagnostic.related if (found := label_location(label))]
    return without_nothing(
        {
            "descriptor": {"id": diagnostic.code},
            "level": diagnostic.severity,
            "message": {"text": "\n".join(plain(line) for line in wording.diagnostic_lines(diagnostic))},
            "locations": places or None,
        }
    )
