"""A finding as an article: what disagrees, drawn; its sides with their sources; the rule and its reasons in the margin."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factlint.assertions.words import count
from factlint.evaluate.result import Finding
from factlint.report import Report
from factlint.reporters.html.claims import claim_item
from factlint.reporters.html.drawing.figure import figure
from factlint.reporters.html.drawing.marks import badge, hue, letter
from factlint.reporters.html.index import Index
from factlint.reporters.html.markup import Html, join, tag
from factlint.reporters.html.words import Side, group_name, readable_date, sentence, sides

IN_SIDE = 25
"""Claims of a side that are shown; the rest are counted."""


def findings_section(report: Report, index: Index) -> Html:
    shown = report.findings[: report.limit]
    left = report.found - len(shown)
    more = None
    if left > 0:
        words = f"… and {count(left, 'more finding')}, not shown in full (--limit {report.limit})."
        more = tag("p", words, class_="note")
    nothing = tag("p", "Nothing was found.") if not report.found else None
    articles = [_article(finding, index.anchors[number], report, index) for number, finding in enumerate(shown)]
    heading = tag("h2", "The findings", id="findings-title")
    return tag("section", heading, nothing, articles, more, id="findings", aria_labelledby="findings-title")


def mark_of(finding: Finding) -> str:
    """How a finding stands: what a reader filters by."""
    return "accepted" if finding.accepted else finding.verdict


def _article(finding: Finding, anchor: str, report: Report, index: Index) -> Html:
    about: str | None = group_name(finding)
    title = finding.rule.title
    if title is None and "property" in dict(finding.key):
        title, about = about, None
    title = title or finding.rule.sentence
    heading = tag("h3", sentence(title), tag("span", about, class_="about") if about else None, id=f"{anchor}-title")
    body = tag(
        "div",
        tag("p", sentence(finding.judgement.message), class_="lead"),
        _reason(finding),
        figure(finding, anchor),
        _working(finding),
        _sides(finding, report),
        _settled(finding),
        class_="body",
    )
    return tag(
        "article",
        tag("header", _kicker(finding), heading),
        tag("div", *_margin(finding), class_="margin"),
        body,
        id=anchor,
        class_="finding",
        aria_labelledby=f"{anchor}-title",
        data_rule=index.rule(finding.rule.name),
        data_verdict=mark_of(finding),
        data_outlets=index.outlets_of(finding),
    )


def _kicker(finding: Finding) -> Html:
    marks = [tag("span", _standing(finding), class_=f"standing {mark_of(finding)} {finding.severity}")]
    if finding.known:
        marks.append(tag("span", "known, in the baseline", class_="standing known"))
    return tag("p", marks, tag("code", finding.rule.name), class_="kicker")


def _standing(finding: Finding) -> str:
    if finding.accepted:
        return "accepted"
    return f"undetermined, {finding.severity}" if finding.verdict == "undetermined" else finding.severity


def _margin(finding: Finding) -> Iterator[Html]:
    rule = finding.rule
    yield tag("p", tag("span", "The rule", class_="label"), tag("bdi", rule.sentence), class_="rule")
    if rule.source.name:
        yield tag("p", f"{rule.source.name}:{rule.line}", class_="reference")
    if rule.because:
        yield tag("p", tag("span", "Because", class_="label"), tag("bdi", rule.because))
    if rule.tags:
        yield tag("p", tag("span", "Tags", class_="label"), ", ".join(rule.tags))


def _reason(finding: Finding) -> Html | None:
    if finding.reason is None:
        return None
    return tag("p", tag("b", "Why it could not be judged: "), finding.reason.text, class_="reason")


def _working(finding: Finding) -> Html | None:
    if not finding.judgement.working:
        return None
    return tag("p", tag("span", "The working", class_="label"), tag("bdi", finding.judgement.working), class_="working")


def _sides(finding: Finding, report: Report) -> Html | None:
    found = sides(finding)
    if not found:
        return None
    alone = len(found) == 1
    return tag("div", [_side(side, report, alone=alone) for side in found], class_="sides")


def _side(side: Side, report: Report, *, alone: bool) -> Html:
    title = sentence(side.title) or "The claims"
    head = tag(
        "h4",
        None if alone and not side.title else badge(side.number),
        tag("span", f"{letter(side.number)} ", class_="letter") if not alone and side.number >= 0 else None,
        tag("bdi", title),
    )
    shown = side.entries[:IN_SIDE]
    left = len(side.entries) - len(shown)
    return tag(
        "section",
        head,
        tag("p", side.backing, class_="backing"),
        tag("ul", [claim_item(entry, report.texts.get(entry.claim.document.id)) for entry in shown], class_="claims"),
        tag("p", f"… and {count(left, 'more claim')}", class_="note") if left > 0 else None,
        class_=f"side {hue(side.number)}",
    )


def _settled(finding: Finding) -> Html | None:
    """What was accepted and why; what is not known of the sources."""
    notes: list[Html] = []
    if accepted := finding.accepted:
        until = f" Until {readable_date(accepted.until)}." if accepted.until else ""
        whom = f"for {_listed(accepted.claims)}" if accepted.claims else "for all of the rule's findings"
        place = f"{accepted.source.name}:{accepted.source.position(accepted.span.start).line}"
        notes.append(
            tag(
                "p",
                tag("b", f"Accepted {whom}: "),
                tag("bdi", accepted.because),
                until,
                " ",
                tag("span", place, class_="reference"),
            )
        )
    if number := finding.unnamed_sources:
        notes.append(
            tag(
                "p",
                f"{count(number, 'source')} in the chain behind these claims {'is' if number == 1 else 'are'} unnamed.",
            )
        )
    return tag("div", notes, class_="settled") if notes else None


def _listed(names: Sequence[str]) -> str:
    return ", ".join(names)


def links(findings: Sequence[tuple[int, Finding]], index: Index) -> Html:
    """Links to the findings of a rule."""
    shown = [
        tag("a", sentence(group_name(it)), href=f"#{index.anchors[at]}") for at, it in findings if at < index.limit
    ]
    left = len(findings) - len(shown)
    return join(
        [tag("li", link) for link in shown], tag("li", f"{count(left, 'more finding')}, not shown") if left else None
    )
