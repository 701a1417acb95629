"""A corpus in numbers, and the claims that no rule reads."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from factlint.assertions.words import count
from factlint.corpus.claim import Claim, Property, QuoteStatus
from factlint.corpus.corpus import Corpus
from factlint.evaluate.trace import Trace
from factlint.telling.claim import one_line
from factlint.telling.sections import Line, Section, section

LISTED = 50
"""Claims that are told one by one; the rest are counted."""


def told(corpus: Corpus, traces: Sequence[Trace]) -> Iterator[Section]:
    claims = corpus.claims
    yield section(
        "corpus",
        Line(f"{len(corpus.documents)}, {len(corpus.texts)} of them with the text held", label="documents"),
        Line(str(len(claims)), label="claims"),
        Line(str(len({claim.subject.key for claim in claims})), label="subjects"),
        Line(str(len(traces)) if traces else "none were given", label="rules"),
    )
    yield section("outlets", *_outlets(corpus))
    yield section("claims by property", *_properties(claims))
    yield section("claims by kind", *_counted([claim.property.kind for claim in claims]))
    yield section("claims by subject", *_counted([claim.subject.name for claim in claims]))
    yield section("quotes", *_quotes(claims))
    if traces:
        read = frozenset[str]().union(*(trace.ids for trace in traces))
        compared = {it.id for trace in traces for found in trace.groups if not found.one_by_one for it in found.claims}
        unread = [claim for claim in claims if claim.id not in read]
        yield section("claims that no rule reads", *_listed(unread, "none: each is read by some rule"))
        alone = [claim for claim in claims if claim.id in read - compared]
        yield section("claims that are read, and compared with no other", *_listed(alone, "none"))


def _outlets(corpus: Corpus) -> Iterator[Line]:
    claims = Counter(claim.document.id for claim in corpus.claims)
    by_outlet: dict[str, list[str]] = {}
    for document in corpus.documents:
        by_outlet.setdefault(document.outlet.name if document.outlet else "of no outlet", []).append(document.id)
    for name in sorted(by_outlet):
        number = sum(claims[id_] for id_ in by_outlet[name])
        yield Line(f"{count(len(by_outlet[name]), 'document')}, {count(number, 'claim')}", label=name)


def _properties(claims: Sequence[Claim]) -> Iterator[Line]:
    counted = Counter(claim.property.name for claim in claims)
    known = {claim.property.name: claim.property for claim in claims}
    for name in sorted(counted, key=lambda it: (-counted[it], it)):
        yield Line(f"{count(counted[name], 'claim')}: {_kind(known[name])}", label=name)


def _kind(prop: Property) -> str:
    unit = f" in {prop.unit.name}" if prop.unit is not None and prop.unit.name else ""
    varies = f", varies by {prop.varies_by}" if prop.varies_by else ""
    return f"{prop.kind}{unit}{varies}"


def _counted(words: Sequence[str]) -> Iterator[Line]:
    counted = Counter(words)
    for word in sorted(counted, key=lambda it: (-counted[it], it)):
        yield Line(str(counted[word]), label=word)


def _quotes(claims: Sequence[Claim]) -> Iterator[Line]:
    counted = Counter(claim.evidence.status for claim in claims)
    for status in QuoteStatus:
        if counted[status]:
            yield Line(str(counted[status]), label=status.value.replace("_", " "))


def _listed(claims: Sequence[Claim], none: str) -> Iterator[Line]:
    for claim in claims[:LISTED]:
        yield Line(f"{claim.property.name} of {claim.subject.name}; {one_line(claim)}", label=claim.id)
    if len(claims) > LISTED:
        yield Line(f"and {count(len(claims) - LISTED, 'more claim')}")
    if not claims:
        yield Line(none)
