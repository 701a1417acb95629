"""Claims chosen by selections and grouped by what makes them comparable; camps."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from fractions import Fraction
from itertools import combinations
from typing import Any

from tests.oracle.claims import Claim
from tests.oracle.conditions import inside, satisfied, wholly_in
from tests.oracle.days import day_of, grain_span
from tests.oracle.open_cases import Open
from tests.oracle.rules import Selection
from tests.oracle.words import SPEAKERS, VARIES, named

GRAINS = ("day", "week", "month", "quarter", "year")


def chosen(claims: Sequence[Claim], selection: Selection, assertion: str, *, skip: str = "") -> list[Claim]:
    """The claims that a selection lets through, for an assertion; `skip`: leave out the filter of that name."""
    lifted = selection.where.names() if selection.where else set()
    through = []
    for claim in claims:
        if selection.properties and claim.property not in selection.properties:
            continue
        if selection.about and claim.subject not in named(selection.about):
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
    if "property" in dropped and len({VARIES.get(prop) for prop in selection.properties}) > 1 and selection.per is None:
        raise Open("what the period of a group is whose properties vary by different ones")
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
        elif name in {"modality", "status", "document"}:
            key.append((name, getattr(claim, name)))
        elif name == "stance":
            key.append((name, claim.denies))
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
    span = claim.value.span
    # Without a bound below is below everything.
    low = Fraction(0) if span is None else Fraction(-(10**12)) if span.low is None else span.low
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


def nearest(claims: Sequence[Claim], selection: Selection) -> dict[str, tuple[str, str]] | None:
    """Where two claims stand alone and one key keeps them apart: each is nearest to the other."""
    if len(claims) != 2 or len({claim.property for claim in claims}) > 1:
        return None
    one, other = (group_key(claim, selection) for claim in claims)
    if [name for name, _ in one] != [name for name, _ in other]:
        return None
    differing = [name for (name, left), (_, right) in zip(one, other, strict=True) if left != right]
    if len(differing) != 1 or (selection.per and "source" in selection.per):
        return None
    name = "product" if differing == ["qualifiers"] else differing[0]
    return {one.id: (other.id, name) for one, other in (claims, claims[::-1])}


def straddles(claims: Sequence[Claim], subject: Any) -> int | None:
    """How many claims are left out because their date is neither wholly in nor wholly out; None where it is not clear.

    Decided for the filter `in PERIOD`, where no other filter looks at dates.
    """
    if not isinstance(subject, Selection) or not subject.period or subject.latest or subject.where:
        return None
    anyway = chosen(claims, replace(subject, period=""), "contradict")
    if not all(claim.asserted for claim in anyway):
        return None
    return sum(claim.period is not None and inside(claim.period, subject.period) is None for claim in anyway)
