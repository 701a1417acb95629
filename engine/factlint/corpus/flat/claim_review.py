"""ClaimReview, the mark-up of fact-checks (schema.org), as a corpus: what each review says of the claim it reviews.

The document is the review. Its claims are the reviewer's, about the claim reviewed, which is their subject: `rating`,
`rating score`, `claimant` and `claim date`. Whoever made the reviewed claim is no speaker here: he does not say that
it is false, the reviewer does. Nothing is taken from a review but what its mark-up states.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass, field
from fractions import Fraction
from pathlib import Path

from factlint.corpus.drafts import DraftClaim, DraftDocument, DraftFile
from factlint.corpus.flat import messages
from factlint.corpus.flat.json_ld import MAX_DEPTH, Graph, types
from factlint.corpus.flat.json_nodes import read_json
from factlint.corpus.flat.rows import Flat
from factlint.corpus.folder import list_files, read_text, shown
from factlint.corpus.lexicon import fold
from factlint.corpus.records import ClaimRecord, DocumentRecord
from factlint.corpus.shape import salvage, validate
from factlint.corpus.yaml_nodes import Mapping, Node, Scalar, plain
from factlint.diagnostics import Diagnostic
from factlint.source import Source, Span

TYPE = "ClaimReview"
_TWICE = "E205"
_LONGEST_ID = 120
_NUMBER = re.compile(r"-?[0-9]+(?:\.[0-9]+)?")
_WORST, _BEST = "1", "5"
"""What schema.org says of a rating that leaves its scale out."""


@dataclass(slots=True)
class _Page:
    """A review page: several reviews may stand on one, and are one document."""

    data: object
    draft: DraftDocument
    claims: list[DraftClaim] = field(default_factory=list)


def read_claim_reviews(path: Path, root: Path) -> Flat:
    """The reviews in a `.json` or `.jsonld` file, or in all those of a folder. Never raises.

    An object of type ClaimReview is found wherever it stands: alone, in a list, in an `@graph`, in a feed.
    `root` is what the names of files in diagnostics are relative to.
    """
    found = Flat()
    pages: dict[str, _Page] = {}
    listed = list_files(path, root)
    found.problems += listed.problems
    for file in listed.reviews:
        source, problems = read_text(file, shown(file, root), "E2")
        found.problems += problems
        if source is None:
            found.rejected_documents += 1
            continue
        node, wrong = read_json(source, depth=MAX_DEPTH)
        if node is None and wrong:
            found.problems += wrong
            found.rejected_documents += 1
            continue
        graph = None if node is None else Graph(node)
        reviews = [] if graph is None else list(graph.of_type(TYPE))
        if graph is None or not reviews:
            continue
        for review in reviews:
            _take(found, pages, _Review(graph, review, source, wrong))
    if not pages and not found.problems:
        found.problems.append(messages.no_reviews(shown(path, root)))
    found.problems = list(dict.fromkeys(found.problems))
    found.files += [DraftFile(page.draft, tuple(page.claims), ()) for page in pages.values()]
    return found


def _take(found: Flat, pages: dict[str, _Page], review: _Review) -> None:
    claims, problems, rejected = review.claims()
    found.problems += problems
    found.rejected_claims += rejected
    document, wrong = review.document()
    found.problems += wrong
    if document is None:
        found.rejected_documents += 1
        return
    wanted = document.text("id") or ""
    data, number = plain(document), 1
    while (page := pages.get(fold(_numbered(wanted, number)))) is not None and page.data != data:
        number += 1
    if page is None:
        draft, wrong = review.draft(_with_id(document, _numbered(wanted, number)))
        found.problems += wrong
        if draft is None:
            found.rejected_documents += 1
            return
        page = pages[fold(draft.record.id)] = _Page(data, draft)
    page.claims += claims


def _numbered(id_: str, number: int) -> str:
    return id_ if number == 1 else f"{id_}-{number}"


def _with_id(document: Mapping, id_: str) -> Mapping:
    key, value = document.entries["id"]
    return Mapping({**document.entries, "id": (key, Scalar(id_, value.span))}, document.span)


class _Review:
    """One ClaimReview, read key by key."""

    def __init__(self, graph: Graph, node: Mapping, source: Source, wrong: list[Diagnostic]) -> None:
        self.graph = graph
        self.node = node
        self.source = source
        self._wrong = [it for it in wrong if it.primary is not None and _holds(node.span, it.primary.span)]

    def _text(self, *path: str) -> Scalar | None:
        return self.graph.text(self.node, *path)

    def _spoilt(self, node: Mapping) -> list[Diagnostic]:
        """What is wrong with the values of a record, or with the keys of its review; the rest of the file may be as it is."""
        spans = [value.span for _, value in node.entries.values()]
        return [
            it
            for it in self._wrong
            if it.primary and (it.code == _TWICE or any(_holds(span, it.primary.span) for span in spans))
        ]

    # --- The document ------------------------------------------------------------------------------------------------

    def document(self) -> tuple[Mapping | None, list[Diagnostic]]:
        """The record of the review, with an id made of its address."""
        claimed = self._text("claimReviewed")
        url = self._text("url")
        basis = url or claimed
        if basis is None:
            return None, []  # that the claim is missing has been told
        author = self._text("author")
        people = [
            it for it in self.graph.every(self.node, "author") if isinstance(it, Mapping) and "Person" in types(it)
        ]
        fields: dict[str, Scalar | None] = {
            "id": Scalar(_id(basis.text, address=url is not None), basis.span),
            "outlet": self._text("publisher") or author,
            "title": self._text("name") or self._text("headline"),
            "author": author if people else None,
            "url": url,
            "language": self._text("inLanguage"),
            "published": self._text("datePublished"),
        }
        return _mapping(fields, self.node.span), []

    def draft(self, document: Mapping) -> tuple[DraftDocument | None, list[Diagnostic]]:
        data = plain(document)
        record, problems = validate(DocumentRecord, document, data, self.source, "E2", "json")
        problems += self._spoilt(document)
        sound = not problems
        record = record or salvage(DocumentRecord, data)
        return None if record is None else DraftDocument(document, self.source, sound, record), problems

    # --- Its claims --------------------------------------------------------------------------------------------------

    def claims(self) -> tuple[list[DraftClaim], list[Diagnostic], int]:
        """What the review claims; without the claim it reviews, or without a rating, it claims nothing."""
        claimed = self._text("claimReviewed")
        words = (("alternateName",), ("ratingValue",), ())
        rating = next((it for key in words if (it := self._text("reviewRating", *key)) is not None), None)
        if claimed is None or rating is None:
            lacking = "claimReviewed" if claimed is None else "reviewRating"
            span = self._head()
            return [], [messages.review_lacks(self.source, span, lacking)], 1
        made = [self._claim(claimed, "rating", rating, note=self._appearance()), self._score(claimed)]
        made += [self._claim(claimed, "claimant", it) for it in self.graph.texts(self.node, "itemReviewed", "author")]
        date = self._text("itemReviewed", "datePublished")
        made += [] if date is None else [self._claim(claimed, "claim date", date)]
        claims, problems, rejected = [], [], 0
        for node in (it for it in made if it is not None):
            data = plain(node)
            record, wrong = validate(ClaimRecord, node, data, self.source, "E2", "json")
            spoilt = self._spoilt(node)
            problems += wrong + spoilt
            if record is None:
                rejected += 1
            else:
                claims.append(DraftClaim(node, self.source, not spoilt, record))
        return claims, problems, rejected

    def _claim(
        self, subject: Scalar, name: str, value: Scalar, note: Scalar | None = None, scale: Scalar | None = None
    ) -> Mapping:
        fields: dict[str, Scalar | None] = {
            "subject": subject,
            "property": Scalar(name, value.span),
            "value": value,
            "quote": value,
            "note": note,
        }
        node = _mapping(fields, self.node.span)
        if scale is not None:
            node.entries["value"] = (Scalar("value", value.span), _mapping({"number": value}, value.span))
            node.entries["qualifiers"] = (Scalar("qualifiers", scale.span), _mapping({"scale": scale}, scale.span))
        return node

    def _score(self, claimed: Scalar) -> Mapping | None:
        """The number of the rating, which compares with those on the same scale alone; none where it lies on no scale."""
        value = self._text("reviewRating", "ratingValue")
        worst, best = (self._text("reviewRating", key) for key in ("worstRating", "bestRating"))
        low, high = _WORST if worst is None else worst.text.strip(), _BEST if best is None else best.text.strip()
        if value is None or not all(_NUMBER.fullmatch(it) for it in (value.text.strip(), low, high)):
            return None
        if not Fraction(low) <= Fraction(value.text.strip()) <= Fraction(high) or low == high:
            return None
        return self._claim(claimed, "rating score", value, scale=Scalar(f"{low} to {high}", value.span))

    def _appearance(self) -> Scalar | None:
        """Where the reviewed claim was made, for colleagues."""
        for key in ("firstAppearance", "appearance"):
            at = self._text("itemReviewed", key, "url") or self._text("itemReviewed", key)
            if at is not None:
                return Scalar(f"the claim appeared at {at.text.strip()}", at.span)
        return None

    def _head(self) -> Span:
        """The words `ClaimReview`, or whatever comes first."""
        node: Node | None = self.node.get("@type")
        return self.node.span if node is None else node.span


def _holds(outer: Span, inner: Span) -> bool:
    return outer.start <= inner.start < outer.end


def _mapping(fields: dict[str, Scalar | None], span: Span) -> Mapping:
    """The fields that are there, each key standing where its value does."""
    entries: dict[str, tuple[Scalar, Node]] = {
        key: (Scalar(key, value.span), Scalar(value.text.strip(), value.span))
        for key, value in fields.items()
        if value is not None
    }
    return Mapping(entries, span)


def _id(text: str, *, address: bool) -> str:
    """`factcheck.example-2025-storm` of an address; of words their beginning and a digest, for they may be long."""
    text = text.strip()
    words = re.sub(r"^[a-z]+://(?:www\.)?", "", text, flags=re.IGNORECASE) if address else text.casefold()
    id_ = re.sub(r"[^\w.-]+", "-", words).strip("-.")
    if address and id_ and len(id_) <= _LONGEST_ID:
        return id_
    digest = hashlib.sha256(text.encode()).hexdigest()[:8]
    return f"{id_[: _LONGEST_ID if address else 40].strip('-.') or 'review'}.{digest}"
