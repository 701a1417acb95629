"""Rows read as claims: values, sources, and what a conversion or a rate makes of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Any

from tests.oracle.conditions import wholly_in
from tests.oracle.days import Days, read_date
from tests.oracle.readings import Value, read_value
from tests.oracle.spans import Span, times
from tests.oracle.words import KINDS, NAMED, RATES, SPEAKERS, entity


@dataclass(frozen=True, eq=False)
class Claim:
    """A row, read. Compared by identity: two rows may say the same. `denies true` is the asserted value false."""

    id: str
    subject: str
    property: str
    value: Value
    period: Days | None
    period_given: bool
    published: Days | None
    qualifiers: Mapping[str, str]
    asserted: bool
    denies: bool
    modality: str
    status: str
    outlet: str | None
    speaker: str | None
    sources: frozenset[str]
    quote: str | None
    document: str


def read_claims(rows: Sequence[Mapping[str, Any]]) -> list[Claim]:
    measured = {row["property"] for row in rows if KINDS[row["property"]] == "count" and "." in str(row["value"])}
    return [read_claim(row, measured=row["property"] in measured) for row in rows]


def read_claim(row: Mapping[str, Any], *, measured: bool = False) -> Claim:
    value = read_value(row["property"], row["value"], measured=measured)
    denies = row.get("stance") == "denies"
    if denies and value.truth is not None:
        value = Value(truth=not value.truth)
    published = row.get("published")
    period = row.get("period") or published
    if value.foreign == "EUR" and period is not None:
        value = exchanged(value, read_date(period))
    return Claim(
        id=row["id"],
        subject=entity(row["subject"]),
        property=row["property"],
        value=value,
        period=read_date(period) if period else None,
        period_given=bool(row.get("period")),
        published=read_date(published) if published else None,
        qualifiers=row.get("qualifiers", {}),
        asserted=not denies or value.truth is not None,
        denies=denies,
        modality=row.get("modality", "actual"),
        status=row.get("status", "current"),
        outlet=row.get("outlet"),
        speaker=row.get("speaker"),
        sources=frozenset(sources_of(row)),
        quote=row.get("quote"),
        document=row["document"],
    )


def exchanged(value: Value, period: Days) -> Value:
    """At the rate of the claim's period, where the vocabulary has one for it."""
    for month, rate in RATES.items():
        if wholly_in(period, month):
            return converted(value, rate, rate, rate)
    return value


def converted(value: Value, low: Fraction, nominal: Fraction, high: Fraction) -> Value:
    """By a factor that is itself known only from `low` to `high`; for values without negative numbers."""
    assert value.span is not None
    assert value.clear is not None
    factor = Span(low, high)
    return replace(
        value,
        span=times(value.span, factor),
        clear=times(value.clear, factor),
        nominal=None if value.nominal is None else value.nominal * nominal,
        precision=value.precision * nominal,
        foreign="",
    )


def opened(claim: Claim, using: str) -> Claim:
    """`using crude oil` makes barrels of tonnes: 8 ± 1 of one."""
    if using == "crude oil" and KINDS[claim.property] == "barrel/day":
        value = claim.value
        if value.foreign:
            value = converted(value, Fraction(7), Fraction(8), Fraction(9))
        return replace(claim, value=replace(value, opened=True))
    return claim


def sources_of(row: Mapping[str, Any]) -> list[str]:
    """Its speaker, if named; else the far ends of its `via`; else of its document's; else its outlet, else the document."""
    if row.get("speaker") in SPEAKERS:
        return [row["speaker"]]
    for chains in (row.get("via"), row.get("document via")):
        if chains:
            return [far_end(chain) for chain in chains]
    return [row.get("outlet") or row["document"]]


def far_end(chain: str) -> str:
    """The first link is always named; a later one in none of the lists counts as the nearest named one before it."""
    first, *later = chain.split(" < ")
    return next((link for link in reversed(later) if link in NAMED), first)
