"""The quotes of a corpus as W3C Web Annotations, in JSON-LD: each quote selected in its document, the claim as body.

Source: Web Annotation Data Model, W3C Recommendation 2017: TextQuoteSelector and, where the text is held,
TextPositionSelector, whose offsets count code points of the text with its newlines folded to line feeds.
"""

from __future__ import annotations

from typing import Any
from urllib.parse import quote, urlsplit
from uuid import UUID, uuid5

from factlint.assertions.finding import Entry
from factlint.corpus.claim import Claim, Document
from factlint.corpus.quotes import context
from factlint.diagnostics import printable
from factlint.evaluate.result import Finding
from factlint.quantities.dates import show_date
from factlint.report import Report
from factlint.reporters import wording
from factlint.reporters.json_text import written
from factlint.reporters.places import uri
from factlint.version import VERSION

JSON = dict[str, Any]

CONTEXT = "http://www.w3.org/ns/anno.jsonld"

_NAMES = UUID("c5b1f0ab-6f7e-5d3c-9a57-3a1f7d2c4b60")
"""What the names of annotations are made from; never to change, since others may have kept them."""


def render(report: Report) -> str:
    return written(as_annotations(report))


def as_annotations(report: Report) -> JSON:
    """A collection of one page: an annotation a quote, by claim id, whether or not a rule reads the claim."""
    findings = _by_claim(report)
    claims = sorted((claim for claim in report.claims if claim.quote), key=lambda it: it.id)
    items = [_annotation(claim, report, findings.get(claim.id, [])) for claim in claims]
    names = [str(item["id"]) for item in items]
    return {
        "@context": CONTEXT,
        "id": _name("collection", *names),
        "type": "AnnotationCollection",
        "label": "quotes of claims",
        "generator": {"type": "Software", "name": f"factlint {VERSION}"},
        "total": len(items),
        "first": {"id": _name("page", *names), "type": "AnnotationPage", "startIndex": 0, "items": items},
    }


def _by_claim(report: Report) -> dict[str, list[Finding]]:
    found: dict[str, list[Finding]] = {}
    for finding in report.findings:
        for entry in finding.entries:
            found.setdefault(entry.id, []).append(finding)
    return found


def _annotation(claim: Claim, report: Report, findings: list[Finding]) -> JSON:
    bodies = [
        _body("identifying", claim.id),
        _body("describing", _described(claim)),
        _body("tagging", claim.property.name),
        *(_body("assessing", f"{it.rule.name}: {it.judgement.message}") for it in findings),
    ]
    targets = _targets(claim, report)
    return {
        "id": _name("annotation", claim.document.id, claim.id),
        "type": "Annotation",
        "motivation": "describing",
        "body": bodies,
        "target": targets[0] if len(targets) == 1 else targets,
    }


def _body(purpose: str, text: str) -> JSON:
    return {"type": "TextualBody", "purpose": purpose, "format": "text/plain", "value": printable(text)}


def _described(claim: Claim) -> str:
    """The claim in a line: `export share of Rosneft, 2025-10: two thirds (Harbour Gazette, quoting the minister)`."""
    period = f", {show_date(claim.period)}" if claim.period else ""
    qualifiers = "".join(f", {key} {value.name}" for key, value in claim.qualifiers)
    what = f"{claim.property.name} of {claim.subject.name}{period}{qualifiers}"
    return f"{what}: {wording.as_compared(Entry(claim, claim.value))} ({wording.told_by(claim)})"


# --- Targets ---------------------------------------------------------------------------------------------------------


def _targets(claim: Claim, report: Report) -> list[JSON]:
    """The text that is held or named, with its offsets; the page it was published on, by the quote alone."""
    document = claim.document
    found = claim.evidence
    text = report.texts.get(document.id)
    exact: JSON = {"type": "TextQuoteSelector", "exact": claim.quote or ""}
    selectors = [exact]
    if text is not None and found.start is not None and found.end is not None:
        prefix, suffix = context(text.text, found.start, found.end)
        exact = {
            "type": "TextQuoteSelector",
            "exact": text.text[found.start : found.end],
            "prefix": prefix,
            "suffix": suffix,
        }
        selectors = [exact, {"type": "TextPositionSelector", "start": found.start, "end": found.end}]
    targets = []
    if document.text is not None:
        targets.append(_target(uri(document.text), selectors))
    page = _page(document)
    if page is not None:
        targets.append(_target(page, [exact]))
    return targets or [_target(_name("document", document.id), selectors)]


def _target(source: str, selectors: list[JSON]) -> JSON:
    return {
        "type": "SpecificResource",
        "source": source,
        "selector": selectors[0] if len(selectors) == 1 else selectors,
    }


def _page(document: Document) -> str | None:
    """The document's address, if it is one of the web: anything else that a record may hold leads nowhere good."""
    if document.url is None:
        return None
    address = quote(document.url, safe="/:?#[]@!$&'()*+,;=%~", errors="surrogatepass")
    try:
        parts = urlsplit(address)
    except ValueError:
        return None
    return address if parts.scheme in {"http", "https"} and parts.netloc else None


def _name(*parts: str) -> str:
    """A name (IRI) that is the same in every run and on every machine."""
    key = "\x00".join(parts).encode("utf-8", "surrogatepass").hex()
    return f"urn:uuid:{uuid5(_NAMES, key)}"
