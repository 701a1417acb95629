"""The top of the page: what came of the run in a sentence, and every rule with its verdict."""

from __future__ import annotations

from collections.abc import Iterator

from factlint.assertions.words import count
from factlint.evaluate.result import RuleResult, Verdict
from factlint.report import Report
from factlint.reporters.html.findings import links
from factlint.reporters.html.index import Index
from factlint.reporters.html.markup import Html, tag
from factlint.reporters.html.words import VERDICTS, judged, sentence, thanks

STRIP = 240
"""Rules drawn one by one at the top; of more the table tells."""


def masthead(report: Report) -> Html:
    return tag(
        "header",
        tag("p", "factlint", tag("span", "A check of claims against each other"), class_="flag"),
        tag("h1", headline(report)),
        tag("p", _standfirst(report), class_="standfirst"),
        _strip(report),
        tag(
            "p",
            "Claims are said to disagree, never to be false: who is wrong is not for this page to say.",
            class_="note",
        ),
        class_="masthead",
    )


def headline(report: Report) -> str:
    rules = len(report.results)
    violated, open_ones = report.verdicts["violated"], report.verdicts["undetermined"]
    if not rules:
        return "No rule was judged"
    if violated:
        return f"{violated:,} of {count(rules, 'rule')} {'is' if violated == 1 else 'are'} violated"
    if open_ones:
        return f"{open_ones:,} of {count(rules, 'rule')} could not be decided"
    if not report.verdicts["satisfied"] and not report.verdicts["accepted"]:
        return "Nothing was judged"
    return "No rule is violated"


def _standfirst(report: Report) -> str:
    claims = f"{count(len(report.claims), 'claim')} in {count(len(report.documents), 'document')} were held against the rules"
    found = report.findings
    counts = [
        count(number, word) if word != "info" else f"{number:,} for information"
        for word, number in report.counting.items()
        if number
    ]
    accepted = sum(it.accepted is not None for it in found)
    known = sum(it.known and it.accepted is None for it in found)
    counts += [f"{number:,} {word}" for number, word in ((accepted, "accepted"), (known, "known")) if number]
    findings = f"{count(report.found, 'finding')}: {', '.join(counts)}" if counts else "no findings"
    quotes = ", ".join(f"{number:,} {status.replace('_', ' ')}" for status, number in report.quotes.items())
    return f"{claims}; {findings}. Quotes: {quotes or 'none'}."


def _strip(report: Report) -> Html | None:
    """A mark for each rule, in the order of the table."""
    results = [result for verdict in VERDICTS for _at, result in of_verdict(report, verdict)]
    if not results or len(results) > STRIP:
        return None
    told = ", ".join(f"{number:,} {VERDICTS[it].lower()}" for it in VERDICTS if (number := report.verdicts[it]))
    marks = [tag("span", class_=f"tile {result.verdict}") for result in results]
    return tag("p", marks, class_="strip", role="img", aria_label=f"One mark a rule: {told}")


def of_verdict(report: Report, verdict: Verdict) -> Iterator[tuple[int, RuleResult]]:
    """(place of its first finding, result) for each rule of a verdict, in the order of the rules."""
    at = 0
    for result in report.results:
        if result.verdict == verdict:
            yield at, result
        at += len(result.findings)


def verdicts_section(report: Report, index: Index) -> Html:
    head = tag(
        "thead",
        tag(
            "tr",
            [
                tag("th", words, scope="col", role="columnheader")
                for words in ("Rule", "Judged", "Holds only thanks to", "Alone", "Not judged")
            ],
            role="row",
        ),
        role="rowgroup",
    )
    bodies = [
        tag("tbody", _group_head(verdict, len(rows)), [_row(at, it, index) for at, it in rows], role="rowgroup")
        for verdict in VERDICTS
        if (rows := list(of_verdict(report, verdict)))
    ]
    caption = tag(
        "caption",
        "Every rule, what was judged, how many groups hold only thanks to the width of a hedge, of precision or of a "
        "range, and how many claims stood alone.",
    )
    table = tag("table", caption, head, bodies, class_="verdicts", role="table")
    heading = tag("h2", "The verdicts", id="verdicts-title")
    return tag("section", heading, table, id="verdicts", aria_labelledby="verdicts-title")


def _group_head(verdict: Verdict, number: int) -> Html:
    mark = tag("span", class_=f"tile {verdict}", aria_hidden="true")
    words = tag(
        "th",
        mark,
        f"{VERDICTS[verdict]} ",
        tag("span", number, class_="number"),
        scope="rowgroup",
        colspan=5,
        role="rowheader",
    )
    return tag("tr", words, class_="group", role="row")


def _row(at: int, result: RuleResult, index: Index) -> Html:
    rule = result.rule
    findings = [(at + number, finding) for number, finding in enumerate(result.findings)]
    cells = (
        ("Judged", judged(result)),
        ("Holds only thanks to", thanks(result) or "–"),
        ("Alone", f"{alone:,}" if (alone := len(result.alone) + result.alone_unlisted) else "–"),
        ("Not judged", _left_out(result) or "–"),
    )
    name = tag(
        "th",
        tag("code", rule.name),
        tag("span", tag("bdi", sentence(rule.title or rule.sentence)), class_="title"),
        tag("ul", links(findings, index)) if findings else None,
        scope="row",
        role="rowheader",
    )
    return tag(
        "tr",
        name,
        [
            tag("td", words, data_label=label, role="cell", class_="none" if words == "–" else None)
            for label, words in cells
        ],
        role="row",
        data_rule=index.rule(rule.name),
        data_verdict=result.verdict,
        data_outlets=index.outlets_of(*result.findings),
    )


def _left_out(result: RuleResult) -> str:
    parts = [f"{result.straddling:,} straddling a date"] if result.straddling else []
    parts += [f"{result.not_judged:,}"] if result.not_judged else []
    return ", ".join(parts)
