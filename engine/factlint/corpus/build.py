"""Drafts to documents and claims: names resolved, values understood, dates set, sources named."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass

from factlint.corpus import messages
from factlint.corpus.claim import Claim, Document, Property
from factlint.corpus.drafts import Draft, DraftClaim, DraftDocument
from factlint.corpus.independence import Chain, chain, sources
from factlint.corpus.lexicon import fold
from factlint.corpus.names import NameCheck
from factlint.corpus.near import suggest
from factlint.corpus.understand import Understood, date, name_of, understand, written
from factlint.corpus.vocabulary import Vocabulary
from factlint.diagnostics import Diagnostic
from factlint.quantities.dates import DateError, parse_date
from factlint.quantities.values import DateSpan, Name

UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Head:
    """A document, and what its claims need of it: `anchor` is the day that relative dates count from.

    Of one that is not `sound` the claims are checked, and left out with it.
    """

    sound: bool
    document: Document
    anchor: DateSpan | None
    via: tuple[Chain, ...]


def read_head(draft: DraftDocument, vocabulary: Vocabulary, check: NameCheck) -> tuple[Head, list[Diagnostic]]:
    """The document of a file, and every mistake in its head."""
    record = draft.record
    published, problems = _day(draft, "published", record.published)
    anchor, wrong = _day(draft, "anchor", record.anchor)
    problems += wrong
    via, wrong = _chains(draft, record.via)
    problems += wrong
    problems += check.document(draft, via)
    document = Document(
        id=record.id,
        outlet=None if record.outlet is None else vocabulary.outlet(record.outlet),
        title=record.title,
        author=record.author,
        url=record.url,
        language=record.language,
        published=published,
        text=None if record.text is None else record.text.strip(),
        sha256=None if record.sha256 is None else record.sha256.lower(),
        defined=draft.defined,
    )
    sound = draft.sound and not any(problem.severity == "error" for problem in problems)
    return Head(sound, document, anchor or published, via), problems


def _day(draft: DraftDocument, key: str, text: str | None) -> tuple[DateSpan | None, list[Diagnostic]]:
    if text is None or text.strip().casefold() == UNKNOWN:
        return None, []
    try:
        return parse_date(text.strip()), []
    except DateError as error:
        return None, [messages.bad_date(draft.at(key), key, error.message, error.help)]


def _chains(draft: Draft, via: str | list[str] | None) -> tuple[tuple[Chain, ...], list[Diagnostic]]:
    items = [] if via is None else [via] if isinstance(via, str) else via
    read = [chain(item) for item in items]
    wrong = [
        messages.broken_chain(draft.at("via", index), items[index]) for index, links in enumerate(read) if links is None
    ]
    return tuple(links for links in read if links is not None), wrong


def claim_id(document: str, claim: DraftClaim) -> str:
    """The id as given, or `<document>.<8 hex>` of the subject, property and quote as written."""
    record = claim.record
    return record.id or own_id(document, record.subject, record.property, record.quote)


def own_id(document: str, *said: str | None) -> str:
    """The id of a claim that gives none: of its subject, property and quote."""
    words = "\n".join(" ".join((text or "").split()) for text in said)
    return f"{document}.{hashlib.sha256(words.encode()).hexdigest()[:8]}"


def build_claim(
    id_: str, draft: DraftClaim, head: Head, vocabulary: Vocabulary, check: NameCheck, ids: Mapping[str, str]
) -> tuple[Claim | None, list[Diagnostic]]:
    """The claim, without its evidence; None where a mistake leaves it out. `ids`: all claims', by folded id."""
    record = draft.record
    prop = vocabulary.property(record.property)
    via, problems = _chains(draft, record.via)
    period, wrong = _period(draft, head)
    problems += wrong
    problems += _pins(draft) + _history(id_, draft, ids)
    understood = Understood()
    if prop is None and not vocabulary.lists_properties:
        pass  # nothing is known of it but from claims that are left out
    elif prop is None:
        nearest = vocabulary.nearest(record.property, "properties")
        problems.append(messages.unknown_property(draft.at("property"), record.property, nearest))
    else:
        understood = understand(draft, prop, vocabulary, head.anchor)
        problems += [understood.problem] if understood.problem is not None else []
        problems += check.claim(draft, via, prop, name_of(understood.value))
    if (
        not (draft.sound and head.sound)
        or prop is None
        or understood.value is None
        or any(problem.severity == "error" for problem in problems)
    ):
        return None, problems
    document = head.document
    speaker = None if record.speaker is None else vocabulary.speaker(record.speaker)
    names, unnamed = sources(
        speaker=speaker,
        via=via,
        document_via=head.via,
        outlet=document.outlet,
        document=document.id,
        vocabulary=vocabulary,
    )
    claim = Claim(
        id=id_,
        document=document,
        subject=vocabulary.entity(record.subject),
        property=prop,
        value=understood.value,
        value_text=written(record.value),
        unit_written=understood.unit,
        period=period if record.period is not None else document.published,
        period_given=record.period is not None,
        qualifiers=qualifiers(draft.record.qualifiers, prop, vocabulary),
        stance=record.stance,
        modality=record.modality,
        speaker=speaker,
        speaker_named=speaker is not None and vocabulary.speaks(speaker),
        speech=record.speech or (None if speaker is None else "paraphrased"),
        sources=names,
        unnamed=unnamed,
        quote=None if record.quote is None else record.quote.strip(),
        reading=record.reading,
        status=record.status,
        superseded_by=record.superseded_by,
        note=record.note,
        defined=draft.defined,
    )
    return claim, problems


def _period(draft: DraftClaim, head: Head) -> tuple[DateSpan | None, list[Diagnostic]]:
    text = draft.record.period
    if text is None:
        return None, []
    found = date(text.strip(), draft.at("period"), "period", head.anchor, future=draft.record.modality != "actual")
    return (None, [found]) if isinstance(found, Diagnostic) else (found, [])


def qualifiers(written: Mapping[str, str], prop: Property, vocabulary: Vocabulary) -> tuple[tuple[str, Name], ...]:
    """Keys as the property spells them, in the order of the alphabet."""
    spelt = {fold(key): key for key in prop.qualifiers}
    found = ((spelt.get(fold(key), key), vocabulary.entity(text)) for key, text in written.items())
    return tuple(sorted(found, key=lambda pair: pair[0]))


def _pins(draft: DraftClaim) -> list[Diagnostic]:
    record = draft.record
    pins = [key for key in ("occurrence", "prefix", "suffix") if getattr(record, key) is not None]
    if pins and record.quote is None:
        return [messages.pins_without_quote(draft.at_key(pins[0]), pins[0])]
    return []


def _history(id_: str, draft: DraftClaim, ids: Mapping[str, str]) -> list[Diagnostic]:
    record = draft.record
    if record.superseded_by is None:
        return []
    at = draft.at("superseded by")
    if fold(record.superseded_by) == fold(id_):
        return [messages.superseded_by_itself(at)]
    if fold(record.superseded_by) not in ids:
        return [messages.superseded_by_unknown(at, record.superseded_by, suggest(record.superseded_by, ids.values()))]
    if record.status == "current":
        return [messages.superseded_but_current(draft.at_key("superseded by"))]
    return []
