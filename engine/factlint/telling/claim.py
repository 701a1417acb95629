"""A claim in full: what it says and means, where it stands, who reads it and beside whom."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factlint.corpus.claim import Claim
from factlint.corpus.vocabulary import Vocabulary
from factlint.evaluate.result import RuleResult
from factlint.evaluate.trace import Trace
from factlint.quantities.dates import show_date
from factlint.reporters.excerpt import COLUMNS, window
from factlint.source import Source, Span
from factlint.telling.sections import STEP, Line, Section, few, joined, section
from factlint.telling.values import value_drawn


def told(
    claim: Claim, text: Source | None, runs: Sequence[tuple[Trace, RuleResult]], vocabulary: Vocabulary
) -> Iterator[Section]:
    """`text` is the held text of its document; `runs` every rule that was judged."""
    yield section(claim.id, *_record(claim, vocabulary))
    yield section("source", *_source(claim))
    yield section("evidence", *evidence(claim, text))
    yield section("rules that read it", *_readers(claim, runs))


def _record(claim: Claim, vocabulary: Vocabulary) -> Iterator[Line]:
    yield Line(f"{claim.defined.file}:{claim.defined.line}", label="stands in")
    yield Line(claim.subject.name, label="subject")
    yield Line(f"{claim.property.name} ({claim.property.kind})", label="property")
    yield Line(f"{claim.value_text}{', denied' if claim.stance == 'denies' else ''}", label="says")
    yield Line(value_drawn(claim.value, vocabulary), label="means")
    if claim.period is None:
        yield Line("unknown: the document has no date", label="period")
    else:
        given = "" if claim.period_given else ", the date of publication"
        yield Line(f"{show_date(claim.period)}{given}", label="period")
    for key, value in claim.qualifiers:
        yield Line(value.name, label=key)
    if claim.modality != "actual":
        yield Line(claim.modality, label="modality")
    if claim.status != "current":
        after = f", superseded by {claim.superseded_by}" if claim.superseded_by else ""
        yield Line(f"{claim.status}{after}", label="status")
    if claim.note:
        yield Line(claim.note, label="note")


def _source(claim: Claim) -> Iterator[Line]:
    document = claim.document
    parts = [
        document.outlet.name if document.outlet else None,
        None if document.published is None else show_date(document.published),
        document.title,
    ]
    yield Line(", ".join([part for part in parts if part] or ["nothing is known of it"]), label=document.id)
    if claim.speaker is not None:
        named = "" if claim.speaker_named else ", in none of the vocabulary's lists"
        yield Line(f"{claim.speaker.name}, {claim.speech or 'paraphrased'}{named}", label="speaker")
    yield Line(", ".join(source.name for source in claim.sources), label="independent sources")
    if claim.unnamed:
        yield Line(", ".join(claim.unnamed), label="unnamed in the chain")


def evidence(claim: Claim, text: Source | None) -> Iterator[Line]:
    """The status of the quote, and the quote in its line where the text is held."""
    found = claim.evidence
    problem = f": {found.problem}" if found.problem else ""
    yield Line(f"{found.status.value.replace('_', ' ')}{problem}")
    if claim.reading:
        yield Line(claim.reading, label="reading")
    if text is not None and found.start is not None and found.end is not None:
        yield from _passage(text, Span(found.start, found.end))
    elif claim.quote:
        yield Line(f"“{claim.quote}”")
    if found.nearest:
        yield Line(f"nearest passage: “{found.nearest}”")


def _passage(text: Source, quote: Span) -> Iterator[Line]:
    spans = text.lines_of(quote)
    digits = len(str(text.position(spans[-1].start).line))
    yield Line(f"--> {text.name}:{text.position(quote.start).line}", fixed=True)
    for span in spans:
        shown, left, right = window(text, span, COLUMNS - STEP - digits - 3)
        yield Line(f"{str(text.position(span.start).line).rjust(digits)} | {shown}", fixed=True)
        yield Line(f"{' ' * digits} | {' ' * left}{'^' * (right - left)}", fixed=True)


def _readers(claim: Claim, runs: Sequence[tuple[Trace, RuleResult]]) -> Iterator[Line]:
    mine = [(trace, result) for trace, result in runs if claim.id in trace.ids]
    for trace, result in mine:
        yield Line(f"{result.verdict.replace('_', ' ')}; {_company(claim, trace, result)}", label=trace.rule.name)
    if not mine:
        yield Line("none" if runs else "none: no rules were given")


def _company(claim: Claim, trace: Trace, result: RuleResult) -> str:
    beside = trace.beside(claim)
    if beside:
        return f"compared with {few([it.id for it in beside], 6)}"
    if any(alone.claim.id == claim.id for alone in result.alone):
        (alone,) = [it for it in result.alone if it.claim.id == claim.id]
        near = f"{alone.words} ({alone.nearest.id})" if alone.nearest else "no claim is near"
        return f"alone: {near}"
    if any(it.id == claim.id for it in trace.idle):
        return "not judged: the rule cannot speak of it"
    if any(it.id == claim.id for group in trace.groups for it in group.claims):
        return "judged by itself"
    return "not judged"


def one_line(claim: Claim) -> str:
    """`Harbour Gazette, 2031-03-04: nearly 1.2mn barrels a day; verified`."""
    document = claim.document
    parts = [document.outlet.name if document.outlet else document.id]
    parts += [] if document.published is None else [show_date(document.published)]
    parts += [f"quoting {claim.speaker.name}"] if claim.speaker and claim.speech == "quoted" else []
    parts += [f"paraphrasing {claim.speaker.name}"] if claim.speaker and claim.speech != "quoted" else []
    parts += [word for word in (claim.modality, claim.status) if word not in {"actual", "current"}]
    parts += ["denies"] if claim.stance == "denies" else []
    return f"{', '.join(parts)}: {claim.value_text}"


def qualified(claim: Claim) -> str:
    """Its qualifiers and its period, where a property varies: what sets claims of one property apart."""
    words = [f"{key} {value.name}" for key, value in claim.qualifiers]
    words += [show_date(claim.period)] if claim.property.varies_by and claim.period else []
    return joined(words)
