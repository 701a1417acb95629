"""A claim held against the text it was taken from."""

from __future__ import annotations

from dataclasses import replace

from factlint.corpus.claim import Claim
from factlint.corpus.drafts import DraftClaim
from factlint.corpus.evidence import assess
from factlint.corpus.quotation_marks import enclosed_in_quotation_marks
from factlint.corpus.vocabulary import Vocabulary
from factlint.quantities.values import DateSpan, Name, Quantity
from factlint.source import Source


def verified(
    claim: Claim, draft: DraftClaim, vocabulary: Vocabulary, text: Source | None, anchor: DateSpan | None
) -> Claim:
    """The claim with its evidence; and as quoted, where quotation marks enclose its words and it says nothing else."""
    record, value = draft.record, claim.value
    evidence = assess(
        quote=claim.quote,
        occurrence=record.occurrence,
        prefix=record.prefix,
        suffix=record.suffix,
        reading_given=record.reading is not None,
        text=None if text is None else text.text,
        sha256=claim.document.sha256,
        value=value,
        value_text=claim.value_text,
        spellings=vocabulary.spellings(value) if isinstance(value, Name) else (),
        reading=vocabulary.reading(claim.property) if isinstance(value, Quantity) else None,
        anchor=anchor,
    )
    speech = claim.speech
    if record.speech is None and text is not None and evidence.start is not None and evidence.end is not None:
        speech = "quoted" if enclosed_in_quotation_marks(text.text, evidence.start, evidence.end) else speech
    return replace(claim, evidence=evidence, speech=speech)
