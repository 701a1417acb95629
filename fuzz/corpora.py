"""Laws of a corpus, however it was read."""

from __future__ import annotations

from factlint.corpus.folding import fold_text
from factlint.corpus.reader import Corpus
from factlint.quantities.values import DateSpan, Quantity
from fuzz.laws import well_told

KEYS = (
    "document", "claims", "id", "outlet", "title", "author", "published", "anchor", "via", "text", "sha256", "language", "url",
    "subject", "property", "value", "period", "qualifiers", "stance", "modality", "speaker", "speech", "quote", "occurrence",
    "prefix", "suffix", "reading", "status", "superseded by", "note", "number", "unit", "hedge", "low", "high",
)  # fmt: skip
VALUES = (
    "asserts", "denies", "actual", "expected", "possible", "hypothetical", "quoted", "paraphrased", "current", "corrected",
    "withdrawn", "true", "false", "unknown", "storm.txt", "loading rate", "share", "change", "killed", "budget", "size",
    "visit city", "role", "arrival", "closed", "North Terminal", "Washington", "Harbour Gazette", "harbour master",
    "Port Authority < duty officer", "nearly 1.2mn barrels a day", "about 40%", "three people", "second-largest", "5 EUR",
    "Wednesday", "last week", "2025-03-04", "2025-03", "2025-Q1", "2025-03-04~", "crude", "product", "a standstill", "40%",
    "no one", "12 of 30", "ballpark 5 drones", "1.2e6", "barrel/day", "percent", "nearly", "-5%", "2", "0", "01", "x" * 40,
    "\u00e9", "e\u0301", "“", "”", "’", "–", "\u2028", "\u202e", "\ufeff", "\u0085", "\U0001f600", "null", "no", "yes", "~",
)  # fmt: skip


def sound(corpus: Corpus) -> None:
    """Nothing is lost silently, and every claim stands where it says."""
    well_told(corpus.diagnostics)
    errors = [it for it in corpus.diagnostics if it.severity == "error"]
    rejected = corpus.rejected_claims + corpus.rejected_documents
    assert errors or not rejected, "what is left out is told"
    assert len({claim.id.casefold() for claim in corpus.claims}) == len(corpus.claims)
    for claim in corpus.claims:
        assert claim.sources
        _value(claim.value)
        text, found = corpus.texts.get(claim.document.id), claim.evidence
        if text is not None and claim.quote and found.start is not None and found.end is not None:
            assert fold_text(text.text[found.start : found.end]) == fold_text(claim.quote), (
                "offsets give back the quote"
            )


def _value(value: object) -> None:
    if isinstance(value, Quantity):
        assert value.unit is not None
        assert value.precision >= 0
    elif isinstance(value, DateSpan):
        assert value.start is None or value.end is None or value.start < value.end
