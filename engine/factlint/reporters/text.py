"""The report for a reader at a terminal: each finding with its rule, its camps and the words of its sources."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence

from factlint.assertions.finding import Camp, Entry
from factlint.assertions.words import count
from factlint.corpus.claim import Claim
from factlint.diagnostics import printable
from factlint.evaluate.result import Finding, Verdict
from factlint.language.model import Rule
from factlint.report import Report
from factlint.reporters import wording
from factlint.reporters.excerpt import COLUMNS, window
from factlint.reporters.style import PLAIN, Style
from factlint.source import Source, Span

WORDS: dict[Verdict, str] = {
    "violated": "violated",
    "undetermined": "undetermined",
    "accepted": "accepted",
    "satisfied": "satisfied",
    "not_applicable": "not applicable",
}
HUES = {
    "violated": "red",
    "undetermined": "yellow",
    "accepted": "blue",
    "satisfied": "green",
    "not_applicable": "yellow",
}
SEVERITY_HUES = {"error": "red", "warning": "yellow", "info": "blue"}


def render(report: Report, *, color: bool = False) -> str:
    style = Style(color) if color else PLAIN
    blocks = [_finding(finding, report, style) for finding in report.findings[: report.limit]]
    left = report.found - len(blocks)
    if left > 0:
        blocks.append(f"… and {count(left, 'more finding')}, not shown in full (--limit {report.limit})\n")
    blocks.append(_verdicts(report, style))
    blocks.append(_summary(report, style))
    return "\n".join(blocks)


# --- A finding -------------------------------------------------------------------------------------------------------


def _finding(finding: Finding, report: Report, style: Style) -> str:
    return "\n".join(_finding_lines(finding, report, style)) + "\n"


def _finding_lines(finding: Finding, report: Report, style: Style) -> Iterator[str]:
    mark = wording.mark(finding)
    hue = "blue" if finding.accepted or finding.known else SEVERITY_HUES[finding.severity]
    head = f"{mark}[{finding.rule.name}]:"
    first, *rest = _wrapped(f"{head} {finding.judgement.message}", indent="    ")
    yield style(first[: len(head)], "bold", hue) + style(first[len(head) :], "bold")
    yield from (style(line, "bold") for line in rest)
    yield from _rule_lines(finding, style)
    notes = dict(wording.notes(finding))
    working = notes.pop("working", None)
    if working is not None:
        yield from _noted("working", working, style)
    for title, camp in wording.sides(finding):
        yield ""
        yield from _camp_lines(camp, report, style, title=title)
    if notes:
        yield ""
        for label, words in notes.items():
            yield from _noted(label, words, style)


CLAUSES = ("severity", "because", "tags", "using")
"""What may follow a rule's sentence; a finding shows the sentence as it stands in the file, and `because` below."""


def _rule_lines(finding: Finding, style: Style) -> Iterator[str]:
    rule = finding.rule
    if not rule.source.name:
        return
    lines = list(_statement(rule))
    digits = len(str(lines[-1][0]))
    bar = style("|", "blue")
    pad = " " * digits
    yield f"{pad}{style('-->', 'blue')} {printable(rule.source.name)}:{rule.line}"
    yield f"{pad} {bar}"
    for number, line in lines:
        indent = " " * (len(line) - len(line.lstrip()) + 4)
        room = COLUMNS - digits - 3
        wrapped = textwrap.wrap(line, room, subsequent_indent=indent, break_on_hyphens=False, drop_whitespace=True)
        for index, part in enumerate(wrapped):
            yield f"{style(str(number).rjust(digits), 'blue') if index == 0 else pad} {bar} {part}"
    yield f"{pad} {bar}"


def _statement(rule: Rule) -> Iterator[tuple[int, str]]:
    """The lines of a rule with their numbers, up to its clauses, without blank ones and comments."""
    last = rule.source.position(max(rule.span.end - 1, rule.span.start)).line
    for number in range(rule.line, last + 1):
        line = printable(rule.source.line(number)).rstrip()
        words = line.split()
        if number > rule.line and words and words[0] in CLAUSES:
            return
        if words and not words[0].startswith("#"):
            yield number, line


def _camp_lines(camp: Camp, report: Report, style: Style, *, title: str | None) -> Iterator[str]:
    if title is not None:
        backed = _wrapped(f"{title}: {wording.backing(camp)}", indent="  ", room=COLUMNS - 2)
        yield from (f"  {style(line, 'bold')}" for line in backed)
    for entry in camp.entries[: wording.IN_CAMP]:
        yield from _claim_lines(entry, report, style)
    left = len(camp.entries) - wording.IN_CAMP
    if left > 0:
        yield f"    … and {count(left, 'more claim')}"


def _claim_lines(entry: Entry, report: Report, style: Style) -> Iterator[str]:
    claim = entry.claim
    head, *rest = _wrapped(
        f"{claim.id}  {wording.told_by(claim)}: {wording.as_compared(entry)}", indent="      ", room=COLUMNS - 4
    )
    name = printable(claim.id)
    yield f"    {style(head[: len(name)], 'cyan')}{head[len(name) :]}"
    yield from (f"    {line}" for line in rest)
    if entry.working:
        yield f"      by {printable(entry.working)}"
    yield from _quote_lines(claim, report.texts.get(claim.document.id), style)


def _quote_lines(claim: Claim, text: Source | None, style: Style) -> Iterator[str]:
    found = claim.evidence
    bar = style("|", "blue")
    if text is not None and found.start is not None and found.end is not None:
        spans = text.lines_of(Span(found.start, found.end))
        digits = len(str(text.position(spans[-1].start).line))
        yield f"      {style(f'--> {printable(text.name)}:{found.line}', 'blue')}"
        for span in spans:
            number = str(text.position(span.start).line).rjust(digits)
            shown, left, right = window(text, span, COLUMNS - digits - 9)
            yield f"      {style(number, 'blue')} {bar} {shown}"
            yield f"      {' ' * digits} {bar} {' ' * left}{style('^' * (right - left), 'bold', 'green')}"
    elif claim.quote:
        for index, line in enumerate(_wrapped(f"“{claim.quote}”", indent=" ", room=COLUMNS - 8)):
            yield f"      {bar if index == 0 else ' '} {line}"


def _noted(label: str, words: str, style: Style) -> Iterator[str]:
    indent = " " * (len(label) + 6)
    first, *rest = _wrapped(f"  = {label}: {words}", indent=indent)
    yield f"  {style('=', 'blue')} {style(label + ':', 'bold')}{first[len(label) + 5 :]}"
    yield from rest


# --- The end of the report -------------------------------------------------------------------------------------------


def _verdicts(report: Report, style: Style) -> str:
    lines = [style("verdicts", "bold")]
    column = max((len(WORDS[result.verdict]) for result in report.results), default=0)
    for result in report.results:
        word = WORDS[result.verdict].ljust(column)
        head = f"  {style(word, HUES[result.verdict])}  "
        first, *rest = _wrapped(f"{result.rule.name}: {wording.judged(result)}", indent="  ", room=COLUMNS - column - 4)
        lines.append(head + first)
        lines += [" " * (column + 4) + line for line in rest]
        for words in wording.judged_lines(result)[1:]:
            lines += _under(column, words)
    return "\n".join(lines) + "\n"


def _under(column: int, words: str) -> list[str]:
    return [" " * (column + 6) + line for line in _wrapped(words, indent="  ", room=COLUMNS - column - 6)]


def _summary(report: Report, style: Style) -> str:
    lines: list[str] = []
    if report.texts_missing and len(report.texts_missing) == len({it.text for it in report.documents if it.text}):
        lines += _wrapped(
            "note: none of the documents' texts is held here, so quotes are shown without their lines; "
            "name the folder of the texts with --sources",
            indent="    ",
        )
    elif report.texts_missing:
        names = ", ".join(report.texts_missing)
        lines += _wrapped(f"note: {count(len(report.texts_missing), 'text')} not held here: {names}", indent="    ")
    verdicts = [f"{number} {WORDS[verdict]}" for verdict, number in report.verdicts.items() if number]
    lines += _wrapped(f"{count(len(report.results), 'rule')}: {', '.join(verdicts) or 'none'}", indent="    ")
    corpus = f"{count(len(report.claims), 'claim')} in {count(len(report.documents), 'document')}"
    quotes = ", ".join(f"{number} {status.replace('_', ' ')}" for status, number in report.quotes.items())
    lines += _wrapped(f"{corpus}; quotes: {quotes or 'none'}", indent="    ")
    rejected = [
        count(number, thing)
        for number, thing in (
            (report.rejected_rules, "rule"),
            (report.rejected_claims, "claim"),
            (report.rejected_documents, "document"),
        )
        if number
    ]
    if rejected:
        words = f"left out for mistakes: {', '.join(rejected)}; everything else was judged"
        lines += [style(line, "bold", "red") for line in _wrapped(words, indent="    ")]
    lines += _wrapped(wording.outcome(report), indent="    ")
    return "\n".join(lines) + "\n"


def _wrapped(text: str, *, indent: str, room: int = COLUMNS) -> Sequence[str]:
    # A number and its per cent sign stay on one line.
    tied = printable(text).replace(" %", "\xa0%")
    lines = textwrap.wrap(tied, room, subsequent_indent=indent, break_long_words=False, break_on_hyphens=False)
    return [line.replace("\xa0%", " %") for line in lines] or [""]
