"""The report as workflow commands of GitHub Actions: an annotation for each finding and each diagnostic.

Source of the escapes: `escapeData` and `escapeProperty` of the Actions toolkit. A command is a line of its own, and no
line break of text from outside reaches the output, so that nothing a document says can begin one.
"""

from __future__ import annotations

from collections.abc import Sequence

from factlint.diagnostics import Diagnostic, printable
from factlint.evaluate.result import Finding
from factlint.language.model import Severity
from factlint.report import Report
from factlint.reporters import wording
from factlint.reporters.places import Place, claim_place, diagnostic_place, rule_place

COMMANDS: dict[Severity, str] = {"error": "error", "warning": "warning", "info": "notice"}


def render(report: Report) -> str:
    """Diagnostics first: what was left out explains what is missing below. Nothing to say is an empty text."""
    commands = [_diagnostic(it) for it in report.diagnostics]
    commands += [_finding(it, report) for it in report.findings]
    for result in wording.idle(report):
        place = rule_place(result.rule)
        commands.append(_command("error", place, result.rule.name, [f"nothing was judged: {wording.judged(result)}"]))
    return "".join(commands)


def _finding(finding: Finding, report: Report) -> str:
    place = rule_place(finding.rule)
    if place is None and finding.entries:
        place = claim_place(finding.entries[0].claim)
    command = COMMANDS[finding.severity] if finding.counts else "notice"
    title = finding.rule.name if finding.counts else f"{finding.rule.name} ({wording.mark(finding)})"
    return _command(command, place, title, wording.finding_lines(finding, report))


def _diagnostic(diagnostic: Diagnostic) -> str:
    place = diagnostic_place(diagnostic)
    return _command(COMMANDS[diagnostic.severity], place, diagnostic.code, wording.diagnostic_lines(diagnostic))


def _command(name: str, place: Place | None, title: str, lines: Sequence[str]) -> str:
    properties = {}
    if place is not None:
        properties["file"] = place.file
        properties |= {
            key: str(value) for key, value in (("line", place.line), ("col", place.column)) if value is not None
        }
    properties["title"] = title
    told = ",".join(f"{key}={_property(value)}" for key, value in properties.items())
    return f"::{name} {told}::{_data(lines)}\n"


def _data(lines: Sequence[str]) -> str:
    return "%0A".join(printable(line).replace("%", "%25") for line in lines)


def _property(text: str) -> str:
    return _data([text]).replace(":", "%3A").replace(",", "%2C")
