"""Pages for the rules and claims of the record: each rule with its verdict and scenarios, each claim with its words."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping, Sequence
from itertools import dropwhile, pairwise, takewhile

from factlint.assertions.words import count
from factlint.corpus.claim import Claim, Document
from factlint.evaluate.result import RuleResult
from factlint.language.lines import chunks
from factlint.reporters.html.markup import Html, join, tag
from factlint.reporters.html.words import readable_date
from scripts.site.feature_pages import mention_links
from scripts.site.features import Feature, Scenario
from scripts.site.highlight import block, text_of
from scripts.site.layout import Page
from scripts.site.places import Places, between
from scripts.site.record import REPORT, Record

RULES = "rules/index.html"
CLAIMS = "claims/index.html"
Mentions = Mapping[str, Sequence[tuple[Feature, Scenario]]]
_VERDICTS = {"not_applicable": "not applicable"}


def rule_pages(record: Record, places: Places, mentions: Mentions) -> Iterator[Page]:
    """A page for each file of rules, and one that lists them."""
    files = _rule_files(places)
    for file in files:
        yield _rule_page(file, record, places, mentions)
    entries = []
    for file in files:
        held = [it for it in record.rules.values() if it.rule.source.name == file]
        rules = [
            tag(
                "li",
                _verdict(it),
                " ",
                tag("a", it.rule.title or it.rule.name, href=places.link(RULES, file, it.rule.name)),
            )
            for it in held
        ]
        name = tag("h2", tag("a", tag("code", file), href=places.link(RULES, file)))
        entries.append(
            tag("section", name, tag("ul", rules, class_="plain") if rules else tag("p", _opening(file, places)))
        )
    yield Page(
        address=RULES,
        title="The rules of the record",
        standfirst=tag(
            "p", "What the editors of the record hold its claims to, with their verdicts.", class_="standfirst"
        ),
        body=join(entries),
    )


def claim_pages(record: Record, places: Places, mentions: Mentions) -> Iterator[Page]:
    """A page for each document with its claims, one for the vocabulary, and one that lists them."""
    held = record.report.documents
    for document in held:
        claims = [it for it in record.report.claims if it.document.id == document.id]
        claims.sort(key=lambda it: it.defined.line)
        yield _document_page(document, claims, record, places, mentions)
    links = [
        tag(
            "li",
            tag("h2", tag("a", it.title or it.id, href=places.link(CLAIMS, it.defined.file))),
            tag("p", ", ".join(_of_document(it))),
        )
        for it in held
    ]
    vocabulary = "corpus/vocabulary.yaml"
    body = tag("ul", links, class_="cards")
    if (places.root / vocabulary).is_file():
        body = join(
            body,
            tag("p", "What its words mean: ", tag("a", "the vocabulary", href=places.link(CLAIMS, vocabulary)), "."),
        )
        text = (places.root / vocabulary).read_text(encoding="utf-8")
        yield Page(
            address=places.address(vocabulary),
            title="The vocabulary of the record",
            body=block(text, "yaml"),
            above=CLAIMS,
        )
    yield Page(
        address=CLAIMS,
        title="The claims of the record",
        standfirst=tag("p", "What the documents assert and deny, in their own words.", class_="standfirst"),
        body=body,
    )


# --- Rules ---


def _rule_files(places: Places) -> list[str]:
    return [it.relative_to(places.root).as_posix() for it in sorted((places.root / "rules").glob("*.rules"))]


def _rule_page(file: str, record: Record, places: Places, mentions: Mentions) -> Page:
    here = places.address(file)
    text = (places.root / file).read_text(encoding="utf-8")
    at_line = {it.rule.line: it for it in record.rules.values() if it.rule.source.name == file}
    parts = []
    plain = ""
    chapters = []
    for line, statement in _statements(text):
        result = next((at_line[it] for it in range(line, line + statement.count("\n") + 1) if it in at_line), None)
        if result is None:
            plain += f"{statement}\n"
            continue
        parts.append(_plain(plain))
        plain = ""
        chapters.append((result.rule.name, result.rule.title or result.rule.name))
        code = block(statement, "rules")
        parts.append(
            tag("section", code, _standing(result, here, record, places, mentions), id=result.rule.name, class_="rule")
        )
    return Page(
        address=here,
        title=posixpath.basename(file),
        heading=tag("code", file),
        chapters=chapters,
        body=join(parts, _plain(plain)),
        above=RULES,
    )


def _plain(text: str) -> Html | None:
    """Statements that are no rules."""
    return block(text, "rules") if text else None


def _statements(text: str) -> Iterator[tuple[int, str]]:
    """(line, text) of each statement, with the remarks that stand directly above it."""
    lines = text.splitlines()
    starts = [text.count("\n", 0, chunk.span.start) for chunk in chunks(text)[0]]
    for at, start in enumerate(starts):
        above = start
        while above and lines[above - 1].startswith("#"):
            above -= 1
        starts[at] = above
    for start, end in pairwise([0, *starts[1:], len(lines)]):
        yield start + 1, "\n".join(lines[start:end]).strip("\n")


def _standing(result: RuleResult, here: str, record: Record, places: Places, mentions: Mentions) -> Html:
    judged = f"{count(result.groups, 'group')}, {count(result.claims, 'claim')}"
    report = between(here, REPORT)
    findings = [
        tag(
            "li",
            tag("a", finding.judgement.message, href=f"{report}#{anchor}"),
            _of_finding(finding.entries, here, record, places),
        )
        for finding, anchor in zip(result.findings, record.anchors[result.rule.name], strict=True)
    ]
    scenarios = list(mention_links(here, list(mentions.get(result.rule.name, ())), places))
    return tag(
        "div",
        tag("p", _verdict(result), f" {judged}"),
        join(tag("p", "Findings", class_="label"), tag("ul", findings)) if findings else None,
        join(tag("p", "Scenarios", class_="label"), tag("ul", scenarios, class_="plain")) if scenarios else None,
        class_="check",
    )


def _of_finding(entries: Sequence[object], here: str, record: Record, places: Places) -> Html:
    names = [name for it in entries if (name := getattr(it, "id", "")) in record.claims]
    links = [tag("a", name, href=record.claim_link(here, name, places)) for name in names]
    return tag("ul", [tag("li", it) for it in links], class_="names")


def _verdict(result: RuleResult) -> Html:
    return tag("span", _VERDICTS.get(result.verdict, result.verdict), class_=f"verdict {result.verdict}")


def _opening(file: str, places: Places) -> str:
    """The remark that a file begins with."""
    lines = (places.root / file).read_text(encoding="utf-8").splitlines()
    remarks = dropwhile(lambda line: not line.startswith("#"), lines)
    return " ".join(line.strip("# ") for line in takewhile(lambda line: line.startswith("#"), remarks))


# --- Claims ---


def _document_page(
    document: Document, claims: Sequence[Claim], record: Record, places: Places, mentions: Mentions
) -> Page:
    here = places.address(document.defined.file)
    items = [_claim(it, here, record, places, mentions) for it in claims]
    return Page(
        address=here,
        title=document.title or document.id,
        kicker=tag("p", document.id, class_="kicker"),
        standfirst=tag("p", ", ".join(_of_document(document)), class_="standfirst"),
        body=join(items),
        above=CLAIMS,
    )


def _of_document(document: Document) -> list[str]:
    parts = [document.outlet.name] if document.outlet else []
    parts += [document.author] if document.author else []
    return parts + ([readable_date(document.published)] if document.published else [])


def _claim(claim: Claim, here: str, record: Record, places: Places, mentions: Mentions) -> Html:
    facts = [
        ("Said by", claim.speaker.name if claim.speaker else None),
        ("Of", readable_date(claim.period) if claim.period and claim.period_given else None),
        ("Where", ", ".join(f"{key} {value.name}" for key, value in claim.qualifiers)),
        ("As", None if claim.modality == "actual" else claim.modality),
        ("Sources", ", ".join(it.name for it in claim.sources)),
        ("Read so because", claim.reading),
        ("Note", claim.note),
    ]
    findings = [
        (it.rule.name, anchor)
        for it in record.report.results
        for finding, anchor in zip(it.findings, record.anchors[it.rule.name], strict=True)
        if any(entry.id == claim.id for entry in finding.entries)
    ]
    links = [tag("li", tag("a", name, href=f"{between(here, REPORT)}#{anchor}")) for name, anchor in findings]
    scenarios = list(mention_links(here, list(mentions.get(claim.id, ())), places))
    return tag(
        "section",
        tag("h2", tag("code", claim.id)),
        tag(
            "p",
            f"{claim.subject.name}, {claim.property.name}: ",
            tag("b", claim.value_text),
            ", denied" if claim.stance == "denies" else None,
            class_="saying",
        ),
        tag("blockquote", text_of(claim.quote)) if claim.quote else None,
        tag("dl", [join(tag("dt", name), tag("dd", words)) for name, words in facts if words], class_="facts"),
        join(tag("p", "In the findings of", class_="label"), tag("ul", links, class_="names")) if links else None,
        join(tag("p", "Scenarios", class_="label"), tag("ul", scenarios, class_="plain")) if scenarios else None,
        id=claim.id,
        class_="claim",
    )
