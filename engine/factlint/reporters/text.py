"""The report for a reader at a terminal: each finding with its rule, its camps and the words of its sources."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence

from factlint.assertions.finding import Camp, Entry
from factlint.assertions.words import count, show_camp, show_value
from factlint.corpus.claim import Claim
from factlint.diagnostics import printable
from factlint.evaluate.result import Finding, RuleResult, Verdict
from factlint.language.model import Rule
from factlint.quantities.values import Name, Quantity, Truth
from factlint.report import Report
from factlint.reporters.excerpt import COLUMNS, window
from factlint.reporters.style import PLAIN, Style
from factlint.source import Source, Span

IN_CAMP = 10
"""Claims of a camp that are shown; the rest are counted."""

ALONE = 3
"""Lone claims of a rule that are shown; the rest are counted."""

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
    left = len(report.findings) - len(blocks)
    if left > 0:
        blocks.append(f"… and {count(left, 'more finding')}, not shown in full (--limit {report.limit})\n")
    blocks.append(_verdicts(report, style))
    blocks.append(_summary(report, style))
    return "\n".join(blocks)


# --- A finding -------------------------------------------------------------------------------------------------------


def _finding(finding: Finding, report: Report, style: Style) -> str:
    return "\n".join(_finding_lines(finding, report, style)) + "\n"


def _finding_lines(finding: Finding, report: Report, style: Style) -> Iterator[str]:
    mark = "accepted" if finding.accepted else "known" if finding.known else finding.severity
    hue = "blue" if finding.accepted or finding.known else SEVERITY_HUES[finding.severity]
    head = f"{mark}[{finding.rule.name}]:"
    first, *rest = _wrapped(f"{head} {finding.judgement.message}", indent="    ")
    yield style(first[: len(head)], "bold", hue) + style(first[len(head) :], "bold")
    yield from (style(line, "bold") for line in rest)
    yield from _rule_lines(finding, style)
    if finding.judgement.working:
        yield from _noted("working", finding.judgement.working, style)
    single = len(finding.camps) == 1 and not finding.judgement.neutral
    for camp in finding.camps:
        yield ""
        yield from _camp_lines(camp, report, style, title=None if single else _camp_title(camp, finding))
    if finding.judgement.neutral:
        yield ""
        yield from _camp_lines(Camp(finding.judgement.neutral), report, style, title="agreeing with every other claim")
    notes = list(_notes(finding))
    if notes:
        yield ""
        for label, words in notes:
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


def _camp_title(camp: Camp, finding: Finding) -> str:
    kinds = {entry.claim.property.name for each in finding.camps for entry in each.entries}
    what = show_camp(camp)
    if len(kinds) > 1:
        what = f"{camp.entries[0].claim.property.name}: {what}"
    stances = {entry.claim.stance for each in finding.camps for entry in each.entries}
    if stances == {"asserts", "denies"}:
        word = "denied" if camp.entries[0].claim.stance == "denies" else "asserted"
        what = word if isinstance(camp.entries[0].value, Truth) else f"{word}: {what}"
    return what


def _camp_lines(camp: Camp, report: Report, style: Style, *, title: str | None) -> Iterator[str]:
    backing = f"{count(len(camp.sources), 'independent source')} ({', '.join(camp.sources)}), {count(len(camp.entries), 'claim')}"
    if title is not None:
        yield from (
            f"  {style(line, 'bold')}" for line in _wrapped(f"{title}: {backing}", indent="  ", room=COLUMNS - 2)
        )
    for entry in camp.entries[:IN_CAMP]:
        yield from _claim_lines(entry, report, style)
    left = len(camp.entries) - IN_CAMP
    if left > 0:
        yield f"    … and {count(left, 'more claim')}"


def _claim_lines(entry: Entry, report: Report, style: Style) -> Iterator[str]:
    claim = entry.claim
    head, *rest = _wrapped(f"{claim.id}  {_told_by(claim)}: {_as_compared(entry)}", indent="      ", room=COLUMNS - 4)
    name = printable(claim.id)
    yield f"    {style(head[: len(name)], 'cyan')}{head[len(name) :]}"
    yield from (f"    {line}" for line in rest)
    if entry.working:
        yield f"      by {printable(entry.working)}"
    yield from _quote_lines(claim, report.texts.get(claim.document.id), style)


def _told_by(claim: Claim) -> str:
    document = claim.document
    parts = [document.outlet.name if document.outlet else document.id]
    if document.published:
        parts.append(document.published.text)
    if claim.speaker:
        parts.append(f"{'quoting' if claim.speech == 'quoted' else 'paraphrasing'} {claim.speaker.name}")
    if claim.modality != "actual":
        parts.append(claim.modality)
    if claim.stance == "denies":
        parts.append("denies")
    return ", ".join(parts)


def _as_compared(entry: Entry) -> str:
    """The value as written and, where that says more, as compared."""
    written = entry.claim.value_text
    value = entry.value
    if isinstance(value, Quantity):
        shown = show_value(value)
        why = "" if value.why.value == "exact" else f" ({value.why.value})"
        return f"{written}, {shown}{why}" if shown.replace(" ", "") != written.replace(" ", "") or why else written
    if isinstance(value, Name) and value.name.casefold() != written.casefold():
        return f"{written}, {value.name}"
    if isinstance(value, Truth) and entry.claim.stance == "denies":
        return f"{written}, denied"
    return written or show_value(value)


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


def _notes(finding: Finding) -> Iterator[tuple[str, str]]:
    if finding.rule.because:
        yield "because", finding.rule.because
    if finding.accepted:
        until = f" (until {finding.accepted.until.text})" if finding.accepted.until else ""
        yield "accepted", f"{finding.accepted.because}{until}"
    if finding.unnamed_sources:
        yield (
            "note",
            f"{count(finding.unnamed_sources, 'source')} in the chain behind these claims is unnamed"
            if (finding.unnamed_sources == 1)
            else f"{finding.unnamed_sources} sources in the chains behind these claims are unnamed",
        )


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
        first, *rest = _wrapped(f"{result.rule.name}: {_judged(result)}", indent="  ", room=COLUMNS - column - 4)
        lines.append(head + first)
        lines += [" " * (column + 4) + line for line in rest]
        for words in result.thanks_words[:ALONE]:
            lines += _under(column, f"only thanks to its width: {words}")
        for words in result.notes[:ALONE]:
            lines += _under(column, f"not judged: {words}")
        for alone in result.alone[:ALONE]:
            nearest = f" {alone.words} ({alone.nearest.id})" if alone.nearest else " no claim is near"
            lines += _under(column, f"alone: {alone.claim.id},{nearest}")
        if len(result.alone) > ALONE:
            lines += _under(column, f"… and {count(len(result.alone) - ALONE, 'more claim')} alone")
    return "\n".join(lines) + "\n"


def _under(column: int, words: str) -> list[str]:
    return [" " * (column + 6) + line for line in _wrapped(words, indent="  ", room=COLUMNS - column - 6)]


def _judged(result: RuleResult) -> str:
    parts = []
    if result.groups:
        things = "quote" if result.builtin else "group"
        parts.append(count(result.groups, things))
        if not result.builtin:
            parts.append(count(result.claims, "claim"))
    else:
        parts.append("nothing to judge")
    parts += [
        f"{number} only thanks to {'a ' if reason in {'hedge', 'range'} else ''}{reason}"
        for reason, number in result.only_thanks_to.items()
        if number
    ]
    if result.alone:
        parts.append(f"{len(result.alone)} alone")
    if result.straddling:
        parts.append(f"{result.straddling} straddling a date")
    if result.not_judged:
        parts.append(f"{result.not_judged} not judged")
    return ", ".join(parts)


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
    lines += _wrapped(_outcome(report), indent="    ")
    return "\n".join(lines) + "\n"


def _outcome(report: Report) -> str:
    found = report.findings
    if not found:
        return "no findings"
    by_severity = [
        count(number, severity) if severity != "info" else f"{number} info"
        for severity in ("error", "warning", "info")
        if (number := sum(it.counts and it.severity == severity for it in found))
    ]
    accepted = sum(it.accepted is not None for it in found)
    known = sum(it.known and it.accepted is None for it in found)
    extra = [f"{number} {word}" for number, word in ((accepted, "accepted"), (known, "known")) if number]
    return f"{count(len(found), 'finding')}: {', '.join([*by_severity, *extra])}"


def _wrapped(text: str, *, indent: str, room: int = COLUMNS) -> Sequence[str]:
    # A number and its per cent sign stay on one line.
    tied = printable(text).replace(" %", "\xa0%")
    lines = textwrap.wrap(tied, room, subsequent_indent=indent, break_long_words=False, break_on_hyphens=False)
    return [line.replace("\xa0%", " %") for line in lines] or [""]
