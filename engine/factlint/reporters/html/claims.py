"""One claim on the page: who says it and when, the value as written and as compared, and its quote in its place."""

from __future__ import annotations

import re

from factlint.assertions.finding import Entry
from factlint.corpus.claim import Claim, QuoteStatus
from factlint.reporters.html.markup import Html, join, tag
from factlint.reporters.html.passage import LONGEST, passage
from factlint.reporters.html.words import as_compared, as_written, clip, readable_date, telling, width_in_words
from factlint.source import Source

_LANGUAGE = re.compile(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*\Z", re.ASCII)
_WEB = re.compile(r"https?://[^\s\"'<>\\^`{|}]+\Z", re.ASCII | re.IGNORECASE)


def claim_item(entry: Entry, text: Source | None) -> Html:
    """A claim as an item of its side's list."""
    claim = entry.claim
    return tag("li", _said_by(claim), _value(entry), _evidence(claim, text), _asides(entry), class_="claim")


def _said_by(claim: Claim) -> Html:
    document = claim.document
    name = document.outlet.name if document.outlet else document.id
    told = telling(claim)
    parts: list[Html] = [tag("b", tag("bdi", name))]
    if document.published is not None:
        parts.append(tag("span", readable_date(document.published)))
    if told is not None:
        parts.append(tag("span", tag("bdi", told)))
    if claim.period is not None and claim.period_given:
        parts.append(tag("span", f"for {readable_date(claim.period)}"))
    if claim.modality != "actual":
        parts.append(tag("span", claim.modality))
    if claim.stance == "denies":
        parts.append(tag("span", "denies"))
    return tag("p", [join(part, ", ") for part in parts[:-1]], parts[-1], class_="said-by")


def _value(entry: Entry) -> Html:
    compared = as_compared(entry)
    width = width_in_words(entry)
    meant = None
    if compared is not None or width is not None:
        words = ": ".join(part for part in (compared, width) if part) if compared else width
        meant = join(" ", tag("span", "read as ", words, class_="meant"))
    return tag("p", tag("strong", tag("bdi", clip(as_written(entry), 300))), meant, class_="value")


def _evidence(claim: Claim, text: Source | None) -> Html | None:
    found = claim.evidence
    language = claim.document.language
    lang = language if language and _LANGUAGE.match(language) else None
    if text is not None and found.start is not None and found.end is not None:
        part = passage(text, found.start, found.end)
        quote = join(_lines(part.before), tag("mark", _lines(part.quote)), _lines(part.after))
    elif claim.quote:
        quote = join("“", tag("mark", clip(claim.quote, LONGEST)), "”")
    else:
        return tag("p", "No quote is given.", class_="source")
    return tag("blockquote", tag("p", quote, dir="auto"), _place(claim, text), lang=lang)


def _lines(paragraphs: tuple[str, ...]) -> Html:
    return join(*(join(tag("br") if number else None, part) for number, part in enumerate(paragraphs)))


def _place(claim: Claim, text: Source | None) -> Html:
    """Where the quote stands and how it stands to its text, under the quote."""
    document, found = claim.document, claim.evidence
    parts: list[Html] = []
    if document.title:
        # The quote may be in another language than the page, what stands under it is not.
        parts.append(tag("cite", tag("bdi", document.title)))
    if text is not None and found.line is not None:
        parts.append(tag("span", f"{text.name}, line {found.line}"))
    if document.url and _WEB.match(document.url):
        parts.append(tag("a", "the article", href=document.url, rel="noopener noreferrer nofollow"))
    parts.append(tag("span", _status(claim), class_=f"status {found.status.value}"))
    return tag("footer", [join(part, " · ") for part in parts[:-1]], parts[-1], lang="en")


def _status(claim: Claim) -> str:
    match claim.evidence.status:
        case QuoteStatus.VERIFIED:
            return "quote verified"
        case QuoteStatus.INFERRED:
            return "quote verified, value inferred"
        case QuoteStatus.NOT_HELD:
            return "the text is not held here, so the quote is not verified"
        case status:
            return claim.evidence.problem or f"quote {status.value.replace('_', ' ')}"


def _asides(entry: Entry) -> Html:
    claim = entry.claim
    notes: list[tuple[str, str]] = []
    if entry.working:
        notes.append(("Converted", entry.working))
    if entry.problem:
        notes.append(("Not comparable", entry.problem.text))
    if claim.reading:
        notes.append(("Reading", claim.reading))
    if claim.evidence.nearest:
        notes.append(("Nearest passage", f"“{clip(claim.evidence.nearest, 400)}”"))
    if claim.note:
        notes.append(("Note", clip(claim.note, 600)))
    reference = tag("p", tag("code", claim.id), f" {claim.defined.file}:{claim.defined.line}", class_="reference")
    return join(
        [tag("p", tag("b", f"{label}: "), tag("bdi", words), class_="aside") for label, words in notes], reference
    )
