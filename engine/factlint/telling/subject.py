"""All that a corpus says of a subject, by property; who has nothing to be compared with."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from factlint.assertions.words import count, show_value
from factlint.corpus.claim import Claim
from factlint.corpus.vocabulary import Vocabulary
from factlint.evaluate.alone import stand_alone
from factlint.evaluate.group import comparability, group
from factlint.evaluate.result import Alone
from factlint.quantities.values import Name
from factlint.telling.claim import one_line, qualified
from factlint.telling.sections import Line, Section, few, section
from factlint.telling.values import value_drawn


def told(subject: Name, claims: Sequence[Claim], vocabulary: Vocabulary) -> Iterator[Section]:
    """`claims` are those of the whole corpus."""
    mine = [claim for claim in claims if claim.subject.same(subject)]
    yield section(subject.name, *_about(subject, mine, claims, vocabulary))
    for prop in sorted({claim.property.name for claim in mine}):
        yield section(prop, *_claims([claim for claim in mine if claim.property.name == prop], vocabulary))
    named = [claim for claim in claims if isinstance(claim.value, Name) and claim.value.within(subject)]
    if named:
        yield section("claims that name it as their value", *(_naming(claim) for claim in named))
    lone = alone_in(claims, [claim for claim in mine if claim.status == "current"])
    yield from stands_alone(lone)


def _about(subject: Name, mine: Sequence[Claim], claims: Sequence[Claim], vocabulary: Vocabulary) -> Iterator[Line]:
    yield Line(
        f"{count(len(mine), 'claim')} in {count(len({it.document.id for it in mine}), 'document')}", label="said of it"
    )
    spelt = [
        it
        for it in vocabulary.spellings(replace(subject, text=subject.name))
        if it.casefold() != subject.name.casefold()
    ]
    if spelt:
        yield Line(", ".join(spelt), label="also called")
    names = vocabulary.entities.names
    within = sorted(names[key].name for key in subject.wider if key in names)
    if within:
        yield Line(", ".join(within), label="lies within")
    for part in vocabulary.parts(subject.name) or ():
        theirs = sum(claim.subject.same(part) for claim in claims)
        yield Line(
            f"{part.name}, {count(theirs, 'claim') if theirs else 'of which nothing is said'}", label="has the part"
        )


def _claims(claims: Sequence[Claim], vocabulary: Vocabulary) -> Iterator[Line]:
    for claim in claims:
        apart = qualified(claim)
        yield Line(f"{one_line(claim)}{f' ({apart})' if apart else ''}", label=claim.id)
        drawn = value_drawn(claim.value, vocabulary)
        status = claim.evidence.status.value.replace("_", " ")
        yield Line(f"{drawn}; quote {status}" if drawn != claim.value_text else f"quote {status}", level=2)


def _naming(claim: Claim) -> Line:
    return Line(f"{claim.property.name} of {claim.subject.name}; {one_line(claim)}", label=claim.id)


def alone_in(claims: Sequence[Claim], wanted: Sequence[Claim]) -> tuple[Alone, ...]:
    """Which of these claims no other current claim of the corpus is comparable with, and the nearest of each.

    Comparable as a plain rule has it: the same property, subject and qualifiers, and the period as the property varies.
    """
    current = [claim for claim in claims if claim.status == "current"]
    company = {it.id for found in group(current, None, frozenset()) if len(found.claims) > 1 for it in found.claims}
    lone = [claim for claim in wanted if claim.id not in company]
    keyed = [(claim, comparability(claim, None, frozenset())[0]) for claim in current]
    return stand_alone(lone, keyed)


def stands_alone(lone: Sequence[Alone]) -> Iterator[Section]:
    if lone:
        yield section("comparable with no other claim", *(Line(_near(it), label=it.claim.id) for it in lone))


def _near(alone: Alone) -> str:
    if alone.nearest is None:
        return f"the only one on {alone.claim.property.name}"
    return f"{alone.words} (nearest: {few([alone.nearest.id])}, {show_value(alone.nearest.value)})"
