"""Reports read back, each as whoever reads that format would: the rules' verdicts and the findings' standing."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from html.parser import HTMLParser
from urllib.parse import unquote
from xml.etree import ElementTree as ET

from factlint.report import Report

VERDICTS = "violated|undetermined|accepted|satisfied|not[ _]applicable"
MARKS = "error|warning|info|accepted"

Standing = Counter[tuple[str, str]]
"""How many findings a rule has of a severity, or accepted."""


@dataclass
class Counted:
    """What a format tells; None for what it leaves to others. `more`: findings that it counts and does not name."""

    verdicts: dict[str, str] | None = None
    findings: Standing | None = None
    more: int = 0
    number: int | None = None
    exit: int | None = None


def counted(report: Report) -> Counted:
    """The same of the evaluation itself."""
    findings: Standing = Counter((it.rule.name, "accepted" if it.accepted else it.severity) for it in report.findings)
    verdicts = {it.rule.name: it.verdict for it in report.results}
    return Counted(dict(verdicts), findings, 0, len(report.findings), report.exit)


def from_json(text: str) -> Counted:
    told = json.loads(text)
    findings = Counter((it["rule"], "accepted" if it["accepted"] else it["severity"]) for it in told["findings"])
    verdicts = {it["rule"]: it["verdict"] for it in told["rules"]}
    tally = Counter(verdicts.values())
    assert {name: told["summary"][name] for name in tally} == tally
    return Counted(verdicts, findings, 0, told["summary"]["findings"], told["exit"])


def from_sarif(text: str) -> Counted:
    run = json.loads(text)["runs"][0]
    levels = {"error": "error", "warning": "warning", "note": "info"}
    findings = Counter(
        (it["ruleId"], "accepted" if it.get("suppressions") else levels[it["level"]]) for it in run["results"]
    )
    verdicts = {it["rule"]: it["verdict"] for it in run["properties"]["rules"]}
    return Counted(verdicts, findings, 0, len(run["results"]), run["invocations"][0]["exitCode"])


def from_junit(text: str) -> Counted:
    """A case a rule. `number` stays open: findings are lines of its text."""
    root = ET.fromstring(text)
    verdicts = {}
    failing = 0
    for suite in root.iter("testsuite"):
        for case in suite.iter("testcase"):
            if suite.get("name") == "diagnostics":
                continue
            said = case.findtext("system-out") or ""
            verdicts[case.get("name") or ""] = said.split(":")[0].replace(" ", "_")
            if (failure := case.find("failure")) is not None:
                more = re.search(r"\(and (\d+) more findings?\)\Z", failure.get("message") or "")
                failing += 1 + (int(more[1]) if more else 0)
        assert suite.get("failures") == str(len(list(suite.iter("failure"))))
    assert root.get("tests") == str(len(list(root.iter("testcase"))))
    return Counted(verdicts, None, failing)


def from_github(text: str) -> Counted:
    findings: Standing = Counter()
    for command, title in re.findall(r"^::(\w+) (?:[^:]*,)?title=([^:]*)::", text, re.MULTILINE):
        name, accepted = re.fullmatch(r"(.*?)( \(accepted\))?", unquote(title)).groups()  # type: ignore[union-attr]
        if not re.fullmatch(r"[EW]\d{3}", name):
            findings[name, "accepted" if accepted else command.replace("notice", "info")] += 1
    return Counted(None, findings, 0, findings.total())


def from_markdown(text: str) -> Counted:
    verdicts = re.findall(rf"^\| \S+ ({VERDICTS}) \| <code>(.*?)</code>", text, re.MULTILINE)
    heads = rf"^(?:<details><summary>|- )\S+ ({MARKS}) <code>(.*?)</code>: "
    findings = Counter((name, mark) for mark, name in re.findall(heads, text, re.MULTILINE))
    return Counted(
        {name: verdict.replace(" ", "_") for verdict, name in verdicts},
        findings,
        0,
        _stated(text.split("\n", maxsplit=1)[0]),
    )


def from_text(text: str) -> Counted:
    *_, table = text.split("\nverdicts\n")
    verdicts = re.findall(rf"^  ({VERDICTS})\s+(\S+):", table, re.MULTILINE)
    heads = re.findall(rf"^({MARKS})\[(\S+)\]:\s", text, re.MULTILINE)
    more = re.search(r"^… and (\d+) more findings?, not shown in full", text, re.MULTILINE)
    return Counted(
        {name: verdict.replace(" ", "_") for verdict, name in verdicts},
        Counter((name, mark) for mark, name in heads),
        int(more[1]) if more else 0,
        _stated(table),
    )


def _stated(text: str) -> int:
    """`4 findings: 3 errors`, or `no findings`."""
    found = re.findall(r"(?:^|\s)(\d+|no) findings?\b", text)
    return 0 if found[-1] == "no" else int(found[-1])


@dataclass
class _Page(HTMLParser):
    """Rows and articles carry what the page filters by."""

    rows: list[list[str]] = field(default_factory=list)
    articles: list[str] = field(default_factory=list)
    more: int = 0
    naming: bool = False

    def __post_init__(self) -> None:
        super().__init__()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = dict(attrs)
        if tag == "tr" and "data-verdict" in told:
            self.rows.append([told["data-verdict"] or "", ""])
        if tag == "article":
            self.articles.append(told["data-verdict"] or "")
        self.naming = tag == "code" and bool(self.rows) and not self.rows[-1][1]

    def handle_data(self, data: str) -> None:
        if self.naming:
            self.rows[-1][1] = data
            self.naming = False
        if found := re.match(r"… and (\d[\d,]*) more findings?, not shown in full", data):
            self.more = int(found[1])


def from_html(text: str) -> Counted:
    page = _Page()
    page.feed(text)
    verdicts = {name: verdict for verdict, name in page.rows}
    return Counted(verdicts, None, page.more, len(page.articles) + page.more)


READERS: dict[str, Callable[[str], Counted]] = {
    "github": from_github,
    "html": from_html,
    "json": from_json,
    "junit": from_junit,
    "markdown": from_markdown,
    "sarif": from_sarif,
    "text": from_text,
}
"""Of each format that tells verdicts or findings; `annotations` tells of quotes, and has a test of its own."""
