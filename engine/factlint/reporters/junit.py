"""The report as JUnit XML, as Jenkins, GitLab and most others read it: a suite a rule file, a case a rule.

A case fails where its findings make the run fail. What is accepted, known or below `--fail-on` passes, and is told in
the case's output; what judged nothing is skipped, and fails a strict run. Mistakes are errors of a suite of their own.
Source of the shape: the schema `junit-10.xsd` of Jenkins' xUnit plugin.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from factlint.assertions.words import count
from factlint.diagnostics import Diagnostic, printable
from factlint.evaluate.result import Finding, RuleResult
from factlint.report import Report
from factlint.reporters import wording
from factlint.reporters.places import diagnostic_place

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

DIAGNOSTICS = "diagnostics"


def render(report: Report) -> str:
    from xml.etree import ElementTree as ET  # only ever written here, never read

    root = ET.Element("testsuites", name="factlint")
    in_full = frozenset(id(finding) for finding in report.findings[: report.limit])
    suites: dict[tuple[str, bool], Element] = {}
    for result in report.results:
        name = result.rule.name if result.builtin else result.rule.source.name
        key = (name, result.builtin)
        if key not in suites:
            suites[key] = ET.SubElement(root, "testsuite", name=printable(name))
        _rule_case(suites[key], result, report, in_full)
    if report.diagnostics:
        _diagnostics_suite(ET.SubElement(root, "testsuite", name=DIAGNOSTICS), report.diagnostics)
    for suite in root:
        _count(suite, suite)
    _count(root, root, skipped=False)
    ET.indent(root)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{ET.tostring(root, encoding="unicode")}\n'


def _count(element: Element, within: Element, *, skipped: bool = True) -> None:
    """The numbers a reader trusts; no time is measured, since a report is the same for the same input."""
    element.set("tests", str(len(list(within.iter("testcase")))))
    element.set("failures", str(len(list(within.iter("failure")))))
    element.set("errors", str(len(list(within.iter("error")))))
    if skipped:
        element.set("skipped", str(len(list(within.iter("skipped")))))
    element.set("time", "0")


def _case(suite: Element, name: str) -> Element:
    from xml.etree import ElementTree as ET

    return ET.SubElement(suite, "testcase", name=printable(name), classname=suite.get("name", ""), time="0")


def _add(case: Element, tag: str, lines: list[str], **attributes: str) -> None:
    from xml.etree import ElementTree as ET

    ET.SubElement(case, tag, attributes).text = "\n".join(lines)


def _rule_case(suite: Element, result: RuleResult, report: Report, in_full: frozenset[int]) -> None:
    case = _case(suite, result.rule.name)
    failing = [finding for finding in result.findings if wording.fails(finding, report)]
    quiet = [finding for finding in result.findings if not wording.fails(finding, report)]
    if failing:
        first = wording.message(failing[0])
        left = len(failing) - 1 + result.more
        more = f" (and {count(left, 'more finding')})" if left else ""
        _add(case, "failure", _told(failing, report, in_full), type=failing[0].verdict, message=f"{first}{more}")
    elif result.verdict == "not_applicable":
        tag = "failure" if result in wording.idle(report) else "skipped"
        _add(case, tag, [], type="not_applicable", message=wording.judged(result))
    _add(case, "system-out", [*wording.judged_lines(result), *_told(quiet, report, in_full)])


def _told(findings: list[Finding], report: Report, in_full: frozenset[int]) -> list[str]:
    lines: list[str] = []
    for finding in findings:
        first, *rest = wording.finding_lines(finding, report) if id(finding) in in_full else [wording.message(finding)]
        lines += ["", f"{wording.mark(finding)}: {first}", *rest]
    return lines[1:] if lines else []


def _diagnostics_suite(suite: Element, diagnostics: tuple[Diagnostic, ...]) -> None:
    warnings: list[str] = []
    for diagnostic in diagnostics:
        place = diagnostic_place(diagnostic)
        name = f"{diagnostic.code} {place.shown}" if place else diagnostic.code
        lines = wording.diagnostic_lines(diagnostic)
        if diagnostic.severity == "error":
            _add(_case(suite, name), "error", lines, type=diagnostic.code, message=lines[0])
        else:
            warnings += [f"{printable(name)}: {lines[0]}", *lines[1:]]
    if warnings:
        _add(suite, "system-err", warnings)
