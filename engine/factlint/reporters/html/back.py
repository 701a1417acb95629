"""The end of the page: what could not be judged, what went wrong in reading, and the documents themselves."""

from __future__ import annotations

from factlint.assertions.words import count
from factlint.diagnostics import Diagnostic
from factlint.evaluate.result import RuleResult
from factlint.quantities.values import DateSpan
from factlint.report import Report
from factlint.reporters.html.markup import Html, join, tag
from factlint.reporters.html.words import readable_date, sentence
from factlint.reporters.wording import rejected

ALONE = 25
"""Lone claims of a rule that are shown; the rest are counted."""

AROUND = 160
"""Letters of a line shown on each side of the words at fault."""


def unjudged_section(report: Report) -> Html | None:
    blocks = [block for result in report.results if (block := _unjudged(result)) is not None]
    if not blocks:
        return None
    heading = tag("h2", "What could not be judged", id="unjudged-title")
    intro = tag(
        "p",
        "A rule that compares claims needs at least two that are about the same thing. These stood alone, or lack what "
        "it takes to judge them.",
    )
    return tag("section", heading, intro, tag("dl", blocks), id="unjudged", aria_labelledby="unjudged-title")


def _unjudged(result: RuleResult) -> Html | None:
    lines: list[Html | str] = []
    if result.verdict == "not_applicable":
        lines.append("nothing was judged: no claim matches, or none is comparable with another")
    lines += [f"holds only thanks to its width: {words}" for words in result.thanks_words]
    lines += result.notes
    for alone in result.alone[:ALONE]:
        near = join(f" {alone.words} (", tag("code", alone.nearest.id), ")") if alone.nearest else " no claim is near"
        lines.append(join(tag("code", alone.claim.id), " stands alone:", near))
    left = max(len(result.alone) - ALONE, 0) + result.alone_unlisted
    if left:
        lines.append(f"… and {count(left, 'more claim')} alone")
    if result.straddling:
        lines.append(f"{count(result.straddling, 'claim')} straddling a date, neither in nor out")
    if result.not_judged and result.builtin:
        lines.append(f"{count(result.not_judged, 'quote')} whose text is not held here")
    elif result.not_judged:
        lines.append(f"{count(result.not_judged, 'claim')} that the rule cannot speak of")
    if not lines:
        return None
    return join(tag("dt", tag("code", result.rule.name)), [tag("dd", line) for line in lines])


def diagnostics_section(report: Report) -> Html | None:
    left = rejected(report)
    if not report.diagnostics and left is None:
        return None
    heading = tag("h2", "What went wrong in reading", id="diagnostics-title")
    words = f"Left out for mistakes: {left}. Everything else was judged."
    left_out = tag("p", words, class_="left-out") if left else None
    items = tag("ul", [_diagnostic(it) for it in report.diagnostics], class_="diagnostics")
    return tag("section", heading, left_out, items, id="diagnostics", aria_labelledby="diagnostics-title")


def _diagnostic(diagnostic: Diagnostic) -> Html:
    file, line, column = diagnostic.where
    place = f"{file}:{line}:{column}" if line else file
    head = tag(
        "p",
        tag("span", f"{diagnostic.severity} {diagnostic.code}", class_=f"standing {diagnostic.severity}"),
        " ",
        tag("bdi", sentence(diagnostic.message)),
    )
    excerpt = None
    if diagnostic.primary is not None:
        label = diagnostic.primary
        excerpt = _excerpt(
            label.source.line(label.position.line), label.position.column - 1, label.span.end - label.span.start
        )
    return tag(
        "li",
        head,
        excerpt,
        tag("p", tag("b", "Help: "), tag("bdi", diagnostic.help)) if diagnostic.help else None,
        tag("p", place, class_="reference") if place else None,
    )


def _excerpt(line: str, at: int, length: int) -> Html | None:
    """The line at fault, its words marked; a long one is cut around them."""
    end = min(len(line), at + max(length, 1))
    first, last = max(0, at - AROUND), min(len(line), end + AROUND)
    if not line[first:last].strip():
        return None
    before = ("…" if first else "") + line[first:at].lstrip()
    after = line[end:last] + ("…" if last < len(line) else "")
    return tag("p", tag("code", before, tag("mark", line[at:end]), after), class_="excerpt")


def documents_section(report: Report) -> Html | None:
    if not report.documents:
        return None
    counts = report.claims_by_document
    columns = ("Document", "Published", "Claims", "Text")
    head = tag(
        "thead",
        tag("tr", [tag("th", it, scope="col", role="columnheader") for it in columns], role="row"),
        role="rowgroup",
    )
    rows = []
    for document in report.documents:
        name = document.outlet.name if document.outlet else document.id
        title = tag("span", tag("cite", tag("bdi", document.title)), class_="title") if document.title else None
        author = tag("span", tag("bdi", document.author), class_="title") if document.author else None
        cells = (
            ("Published", _published(document.published)),
            ("Claims", f"{counts.get(document.id, 0):,}"),
            ("Text", _held(report, document.id, document.text)),
        )
        rows.append(
            tag(
                "tr",
                tag("th", tag("b", tag("bdi", name)), title, author, scope="row", role="rowheader"),
                [tag("td", words, data_label=label, role="cell") for label, words in cells],
                role="row",
            )
        )
    table = tag(
        "table",
        tag("caption", "Whose claims these are."),
        head,
        tag("tbody", rows, role="rowgroup"),
        class_="documents",
        role="table",
    )
    heading = tag("h2", "The documents", id="documents-title")
    return tag("section", heading, table, id="documents", aria_labelledby="documents-title")


def _published(date: DateSpan | None) -> str:
    return "not known" if date is None else readable_date(date)


def _held(report: Report, document: str, text: str | None) -> str:
    if text is None:
        return "none named"
    return f"{text}, held" if document in report.texts else f"{text}, not held here"
