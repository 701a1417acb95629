"""The report as GitHub-flavoured Markdown: a job summary, or a comment on a change under review."""

from __future__ import annotations

from collections.abc import Iterator

from factlint.assertions.finding import Camp, Entry
from factlint.assertions.words import count
from factlint.evaluate.result import Finding, RuleResult
from factlint.report import Report
from factlint.reporters import wording
from factlint.reporters.gfm import code, words
from factlint.reporters.places import Place, diagnostic_place, rule_place
from factlint.reporters.wording import ALONE, IN_CAMP

SIGNS = {
    "violated": "❌",
    "undetermined": "❓",
    "accepted": "☑️",
    "satisfied": "✅",
    "not_applicable": "⚪",
    "error": "❌",
    "warning": "⚠️",
    "info": "ℹ️",
    "known": "☑️",
}
"""For the eye that skims; the word always stands beside it."""


def render(report: Report) -> str:
    """Markdown in which text from outside is text. `limit` findings are shown in full, the others by their sentence."""
    blocks = [f"## factlint: {wording.outcome(report)}"]
    left_out = wording.rejected(report)
    if left_out:
        blocks.append(f"**Left out for mistakes: {left_out}.** Everything else was judged.")
    if report.diagnostics:
        blocks += ["### Mistakes", "\n".join(_diagnostics(report))]
    if report.results:
        blocks += ["### Verdicts", "\n".join(_table(report))]
    if report.found:
        blocks += ["### Findings", *_findings(report)]
    alone = list(_alone(report))
    if alone:
        blocks += ["### Alone, compared with no other", "\n".join(alone)]
    blocks.append(_corpus(report))
    return "\n\n".join(blocks) + "\n"


def _table(report: Report) -> Iterator[str]:
    yield "| verdict | rule | judged |"
    yield "| --- | --- | --- |"
    for result in report.results:
        rule = result.rule
        title = f"<br>{words(rule.title)}" if rule.title else ""
        verdict = result.verdict.replace("_", " ")
        yield f"| {SIGNS[result.verdict]} {verdict} | {code(rule.name)}{title} | {_judged(result)} |"


def _judged(result: RuleResult) -> str:
    more = [f"only thanks to its width: {it}" for it in result.thanks_words[: wording.ALONE]]
    more += [f"not judged: {it}" for it in result.notes[: wording.ALONE]]
    return "<br>".join([wording.judged(result), *(words(it) for it in more)])


def _findings(report: Report) -> Iterator[str]:
    for finding in report.findings[: report.limit]:
        yield from _finding(finding, report)
    rest = report.findings[report.limit :]
    left = report.found - len(report.findings[: report.limit])
    if left:
        lines = [f"- {_head(finding)}" for finding in rest]
        yield "\n".join([f"{count(left, 'more finding')}, not shown in full (`--limit {report.limit}`):", "", *lines])


def _head(finding: Finding) -> str:
    sign = SIGNS["accepted" if finding.accepted else "known" if finding.known else finding.severity]
    return f"{sign} {wording.mark(finding)} {code(finding.rule.name)}: {words(finding.judgement.message)}"


def _finding(finding: Finding, report: Report) -> Iterator[str]:
    yield f"<details><summary>{_head(finding)}</summary>"
    place = rule_place(finding.rule)
    yield f"{code(finding.rule.sentence)}{_where(place)}"
    for title, camp in wording.sides(finding):
        if title is not None:
            yield f"**{words(title)}**: {words(wording.backing(camp))}"
        yield from _claims(camp, report)
    yield from (f"{label}: {words(text)}" for label, text in wording.notes(finding))
    yield "</details>"


def _claims(camp: Camp, report: Report) -> Iterator[str]:
    for entry in camp.entries[:IN_CAMP]:
        yield _claim(entry, report)
    left = len(camp.entries) - IN_CAMP
    if left > 0:
        yield f"- … and {count(left, 'more claim')}"


def _claim(entry: Entry, report: Report) -> str:
    claim = entry.claim
    by = f", by {words(entry.working)}" if entry.working else ""
    told = f"- {code(claim.id)} {words(wording.told_by(claim))}: {words(wording.as_compared(entry))}{by}"
    quote = wording.quoted(claim)
    return f"{told}\n\n  > {words(quote) if quote else 'no quote'} {code(wording.where_quoted(claim, report))}"


def _diagnostics(report: Report) -> Iterator[str]:
    for diagnostic in report.diagnostics:
        first, *rest = wording.diagnostic_lines(diagnostic)
        sign = SIGNS[diagnostic.severity]
        yield f"- {sign} {code(diagnostic.code)}: {words(first)}{_where(diagnostic_place(diagnostic))}"
        yield from (f"  - {words(line)}" for line in rest)


def _where(place: Place | None) -> str:
    """` (rules/oil.rules:7:1)`."""
    return f" ({code(place.shown)})" if place else ""


def _alone(report: Report) -> Iterator[str]:
    for result in report.results:
        shown = [
            f"{code(it.claim.id)}, {words(it.words)} {code(it.nearest.id)}" if it.nearest else code(it.claim.id)
            for it in result.alone[:ALONE]
        ]
        left = len(result.alone) - len(shown) + result.alone_unlisted
        if shown:
            more = [f"and {count(left, 'more claim')}"] if left > 0 else []
            yield f"- {code(result.rule.name)}: {'; '.join([*shown, *more])}"


def _corpus(report: Report) -> str:
    quotes = ", ".join(f"{number} {status.replace('_', ' ')}" for status, number in report.quotes.items())
    corpus = f"{count(len(report.claims), 'claim')} in {count(len(report.documents), 'document')}"
    missing = f"; {count(len(report.texts_missing), 'text')} not held here" if report.texts_missing else ""
    return f"{wording.verdicts(report)}. {corpus}; quotes: {quotes or 'none'}{missing}."
