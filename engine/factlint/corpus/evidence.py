"""How a claim's quote stands to the text of its document: is it there, once, and does it say what is claimed?"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from factlint.corpus import evidence_messages as messages
from factlint.corpus.claim import Evidence, QuoteStatus
from factlint.corpus.passages import nearest_passage
from factlint.corpus.quotes import Match, control_character, find_quote, folded_sha256, whole_words
from factlint.corpus.rereading import says

if TYPE_CHECKING:
    from factlint.quantities.read import Reading
    from factlint.quantities.values import DateSpan, Value


def assess(
    *,
    quote: str | None,
    occurrence: int | None = None,
    prefix: str | None = None,
    suffix: str | None = None,
    reading_given: bool = False,
    text: str | None,
    sha256: str | None = None,
    value: Value,
    value_text: str,
    spellings: Sequence[str] = (),
    reading: Reading | None = None,
    anchor: DateSpan | None = None,
) -> Evidence:
    """The status of one claim's evidence, and where its quote stands.

    Args:
        quote: as the claim gives it.
        occurrence: which one of several is meant, from 1.
        prefix: what stands right before it.
        suffix: what stands right behind it.
        reading_given: the claim says why its quote means the value.
        text: the held text, newlines folded; None where it is not held.
        sha256: what the document pins its text with.
        value: the value as understood.
        value_text: the value as written.
        spellings: further names of the entity, where the value is a name.
        reading: how quantities of the property are read.
        anchor: the day that words such as `yesterday` count from.

    Returns:
        The first status that fits, of: none, not_held, text_changed, missing, ambiguous, verified, inferred,
        unsupported. Offsets and line are those of the quote wherever it was found, the first time if more than once.
    """
    if quote is None or not quote.strip():
        return Evidence(status=QuoteStatus.NONE, problem=messages.no_quote())
    if text is None:
        return Evidence(status=QuoteStatus.NOT_HELD)
    match = find_quote(text, quote, occurrence=occurrence, prefix=prefix, suffix=suffix)
    if sha256 is not None and sha256.strip().lower() != folded_sha256(text):
        return _located(text, match, QuoteStatus.TEXT_CHANGED, messages.text_changed(still_there=match.fitting > 0))
    if match.start is None or match.end is None:
        return _missing(text, quote, match, occurrence, prefix, suffix)
    if match.fitting > 1:
        return _located(text, match, QuoteStatus.AMBIGUOUS, messages.ambiguous(match.fitting, prefix, suffix))
    start, end = whole_words(text, match.start, match.end)
    if says(text[start:end], value, value_text, spellings, reading, anchor):
        return _located(text, match, QuoteStatus.VERIFIED)
    if reading_given:
        return _located(text, match, QuoteStatus.INFERRED)
    cut = None if (start, end) == (match.start, match.end) else text[start:end]
    return _located(text, match, QuoteStatus.UNSUPPORTED, messages.unsupported(value_text, cut))


def _located(text: str, match: Match, status: QuoteStatus, problem: str | None = None) -> Evidence:
    line = None if match.start is None else text.count("\n", 0, match.start) + 1
    return Evidence(status=status, start=match.start, end=match.end, line=line, problem=problem)


def _missing(
    text: str, quote: str, match: Match, occurrence: int | None, prefix: str | None, suffix: str | None
) -> Evidence:
    if match.count:
        # The words are there: show them where they first stand, so that the selector can be put right.
        first = find_quote(text, quote)
        assert first.start is not None
        assert first.end is not None
        around = whole_words(text, first.start - len(first.prefix), first.end + len(first.suffix))
        nearest = " ".join(text[slice(*around)].split())
        problem = messages.not_where_pinned(match.count, occurrence, prefix, suffix)
        return Evidence(status=QuoteStatus.MISSING, problem=problem, nearest=nearest)
    if character := control_character(quote):
        return Evidence(status=QuoteStatus.MISSING, problem=messages.control_character(character))
    problem = messages.missing(elided="…" in quote or "..." in quote)
    return Evidence(status=QuoteStatus.MISSING, problem=problem, nearest=nearest_passage(text, quote))
