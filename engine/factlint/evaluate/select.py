"""From a selection to its claims, and a count of those that a date filter could place neither in nor out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from factlint.corpus.claim import Claim
from factlint.evaluate.conditions import Values, as_claimed, lies_within, satisfies, straddles
from factlint.evaluate.group import comparability
from factlint.language.model import Selection
from factlint.quantities.values import Truth


@dataclass(frozen=True, slots=True)
class Selected:
    """Claims by id; `denied` are those that only `not contradict` (and `have`, where stance is named) reads."""

    claims: tuple[Claim, ...]
    denied: tuple[Claim, ...]
    straddling: int


def select(selection: Selection, claims: Iterable[Claim], value_of: Values = as_claimed) -> Selected:
    """Filters, defaults, `latest`, then `where`, in the order in which the language defines them."""
    kept: list[Claim] = []
    straddling = 0
    for claim in claims:
        if not _filtered(selection, claim):
            continue
        inside = True
        if selection.period is not None:
            found = None if claim.period is None else lies_within(claim.period, selection.period)
            straddling += claim.period is not None and found is None
            inside = bool(found)
        if inside:
            kept.append(claim)
    if selection.latest:
        kept = latest(kept, selection)
    if selection.where is not None:
        verdicts = [(claim, satisfies(selection.where, claim, value_of)) for claim in kept]
        straddling += sum(verdict is None and straddles(selection.where, claim) for claim, verdict in verdicts)
        kept = [claim for claim, verdict in verdicts if verdict]
    asserted = tuple(claim for claim in kept if is_asserted(claim))
    return Selected(asserted, tuple(claim for claim in kept if not is_asserted(claim)), straddling)


def is_asserted(claim: Claim) -> bool:
    """`denies true` is the asserted value false, so a denied truth is compared like an assertion."""
    return claim.stance == "asserts" or isinstance(claim.value, Truth)


def _filtered(selection: Selection, claim: Claim) -> bool:
    return (
        (not selection.properties or claim.property.name in selection.properties)
        and (selection.about is None or any(claim.subject.same(it) for it in selection.about))
        and (
            selection.outlets is None
            or (claim.document.outlet is not None and any(claim.document.outlet.same(it) for it in selection.outlets))
        )
        and (
            selection.speakers is None
            or (
                claim.speaker is not None
                and claim.speaker_named
                and any(claim.speaker.same(it) for it in selection.speakers)
            )
        )
        and ("modality" in selection.lifts or claim.modality == "actual" or claim.modality in selection.including)
        and ("status" in selection.lifts or claim.status == "current")
    )


def latest(claims: Sequence[Claim], selection: Selection) -> list[Claim]:
    """Of comparable claims by the same speaker and sources, those that no certainly later one replaces.

    Comparable as without `per`: a later figure from the same source is a revision, whatever a rule groups by.
    """
    rivals: dict[object, list[Claim]] = {}
    for claim in claims:
        key = (
            tuple(pair[1] for pair in comparability(claim, None, selection.regardless)[0]),
            claim.speaker.key if claim.speaker else None,
            frozenset(source.key for source in claim.sources),
        )
        rivals.setdefault(key, []).append(claim)
    kept = {
        claim.id
        for group in rivals.values()
        for claim in group
        if not any(_certainly_later(other, claim) for other in group)
    }
    return [claim for claim in claims if claim.id in kept]


def _certainly_later(one: Claim, other: Claim) -> bool:
    a, b = one.document.published, other.document.published
    if a is None or b is None:
        return False
    later = a.interval(against_zoned=b.zoned)
    earlier = b.interval(against_zoned=a.zoned)
    return later.low is not None and earlier.high is not None and later.low >= earlier.high
