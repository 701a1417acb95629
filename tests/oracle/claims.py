"""Rows read as claims, chosen by selections and grouped by what makes them comparable; camps and findings."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from itertools import combinations
from typing import Any

from tests.oracle.conditions import satisfied, wholly_in
from tests.oracle.readings import VARIES, Days, Value, entity, grain_span, read_date, read_value
from tests.oracle.rules import Selection

GRAINS = ("day", "week", "month", "quarter", "year")
NAMED = {"Herald", "Courier", "Tribune", "Wire", "Minister", "Envoy", "Alpha", "Beta", "Gamma"}
SPEAKERS = {"Minister", "Envoy", "Alpha", "Beta", "Gamma"}


class Open(Exception):  # noqa: N818 - a case left open, not an error
    """The specification does not say."""


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


@dataclass
class Found:
    """A finding: who takes part (`claims`), and who is at fault: sets of which each alone breaks the rule."""

    assertion: int
    verdict: str
    claims: frozenset[str]
    key: dict[str, str] = field(default_factory=dict)
    camps: tuple[frozenset[str], ...] | None = None
    neutral: frozenset[str] | None = None


@dataclass
class Judged:
    """What one assertion made of the groups. `alone` None: not compared."""

    groups: int = 0
    claims: set[Claim] = field(default_factory=set)
    alone: set[str] | None = field(default_factory=set)
    findings: list[Found] = field(default_factory=list)


def read_claim(row: Mapping[str, Any]) -> Claim:
    value = read_value(row["property"], row["value"])
    denies = row.get("stance") == "denies"
    if denies and value.truth is not None:
        value = Value(truth=not value.truth)
    published = row.get("published")
    period = row.get("period") or published
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
    )


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


# ------------------------------------------------------------------------------------------------------------- Choosing


def chosen(claims: Sequence[Claim], selection: Selection, assertion: str, *, skip: str = "") -> list[Claim]:
    """The claims that a selection lets through, for an assertion; `skip`: leave out the filter of that name."""
    lifted = selection.where.names() if selection.where else set()
    through = []
    for claim in claims:
        if claim.property not in selection.properties:
            continue
        if selection.about and claim.subject not in {entity(name) for name in selection.about}:
            continue
        if selection.outlets and skip != "from" and claim.outlet not in selection.outlets:
            continue
        if selection.speakers and not (claim.speaker in SPEAKERS and claim.speaker in selection.speakers):
            continue
        if selection.period and (claim.period is None or not wholly_in(claim.period, selection.period)):
            continue
        if "modality" not in lifted and claim.modality not in {"actual", *selection.including}:
            continue
        if "status" not in lifted and claim.status != "current":
            continue
        through.append(claim)
    if selection.latest:
        through = revised(through, selection)
    if selection.where:
        through = [claim for claim in through if satisfied(selection.where, claim)]
    if assertion == "contradict" or (assertion == "have" and "stance" in lifted):
        return through
    return [claim for claim in through if claim.asserted]


def revised(claims: Sequence[Claim], selection: Selection) -> list[Claim]:
    """Without those that the same speaker and sources have certainly replaced."""

    def replaces(new: Claim, old: Claim) -> bool:
        return (
            new.published is not None
            and old.published is not None
            and new.published.start >= old.published.end
            and (new.speaker, new.sources) == (old.speaker, old.sources)
            and group_key(new, without_per(selection)) == group_key(old, without_per(selection))
        )

    return [old for old in claims if not any(replaces(new, old) for new in claims)]


def without_per(selection: Selection) -> Selection:
    return Selection(properties=selection.properties, regardless=selection.regardless)


# -------------------------------------------------------------------------------------------------------------- Grouping

Key = tuple[tuple[str, Any], ...]


def period_key(claim: Claim, grain: str) -> tuple[str, Any]:
    if claim.period is None:
        return (grain, None)
    within = grain_span(claim.period, grain)
    if within is not None:
        return (grain, within)
    return (grain, ("itself", *claim.period.written))


def group_key(claim: Claim, selection: Selection, *, drop: Sequence[str] = (), source: str | None = None) -> Key:
    """What two comparable claims have in common."""
    dropped = {*selection.regardless, *drop}
    key: list[tuple[str, Any]] = []
    if "property" not in dropped:
        key.append(("property", claim.property))
    if "subject" not in dropped:
        key.append(("subject", claim.subject))
    key.append(("qualifiers", tuple(sorted(it for it in claim.qualifiers.items() if it[0] not in dropped))))
    if selection.per is None:
        if claim.property in VARIES and "period" not in dropped:
            key.append(period_key(claim, VARIES[claim.property]))
        return tuple(key)
    for name in selection.per:
        if name in GRAINS:
            if "period" not in dropped:
                key.append(period_key(claim, name))
        elif name == "outlet":
            key.append((name, claim.outlet))
        elif name == "speaker":
            key.append((name, claim.speaker))
        elif name == "source":
            key.append((name, source))
        elif name == "modality":
            key.append((name, claim.modality))
        elif name == "published":
            key.append((name, claim.published and claim.published.written))
        elif name not in {"subject", "product", "property"}:
            raise ValueError(name)
    return tuple(key)


def grouped(claims: Sequence[Claim], selection: Selection, *, drop: Sequence[str] = ()) -> dict[Key, list[Claim]]:
    groups: dict[Key, list[Claim]] = {}
    for claim in claims:
        sources = sorted(claim.sources) if selection.per and "source" in selection.per else [None]
        for source in sources:
            groups.setdefault(group_key(claim, selection, drop=drop, source=source), []).append(claim)
    return groups


def shown_key(key: Key) -> dict[str, str]:
    """Those parts of a key whose look the specification shows."""
    shown = {}
    for name, value in key:
        if name in {"property", "subject", "outlet", "speaker", "source"} and value is not None:
            shown[name] = value
        if name == "month" and value is not None and value[0] != "itself":
            from tests.oracle.readings import day_of

            shown[name] = day_of(value[0]).strftime("%Y-%m")
    return shown


# --------------------------------------------------------------------------------------------------------------- Judging

Agrees = Callable[[Claim, Claim], bool | None]


def camps(group: Sequence[Claim], agrees: Agrees) -> tuple[tuple[frozenset[str], ...], frozenset[str]]:
    """Camps, and who is neutral: a claim that agrees with every other of the group."""
    neutral = [one for one in group if all(agrees(one, other) is not False for other in group if other is not one)]
    made: list[list[Claim]] = []
    for claim in sorted((it for it in group if it not in neutral), key=by_lower_end):
        home = next((camp for camp in made if all(agrees(claim, member) for member in camp)), None)
        if home is None:
            made.append([claim])
        else:
            home.append(claim)
    made.sort(key=lambda camp: (-len(set().union(*(it.sources for it in camp))), -len(camp)))
    return tuple(frozenset(it.id for it in camp) for camp in made), frozenset(it.id for it in neutral)


def by_lower_end(claim: Claim) -> tuple[Fraction, str, str]:
    low = Fraction(0) if claim.value.span is None or claim.value.span.low is None else claim.value.span.low
    name = claim.value.name if claim.value.truth is None else str(claim.value.truth)
    return (low, name, claim.id)


def pairs(group: Sequence[Claim]) -> list[tuple[Claim, Claim]]:
    return list(combinations(group, 2))


def ids(claims: Sequence[Claim]) -> frozenset[str]:
    return frozenset(claim.id for claim in claims)


def alone(groups: Mapping[Key, list[Claim]], judgeable: Callable[[list[Claim]], bool]) -> set[str]:
    """In no group that can be judged."""
    judged = {claim.id for group in groups.values() if judgeable(group) for claim in group}
    return {claim.id for group in groups.values() for claim in group} - judged
