"""Which claims are comparable: groups by property, subject, qualifiers and period, or by the keys that `per` names."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import product

from factlint.corpus.claim import Claim
from factlint.evaluate.keys import group_values, period_value

KeyValue = tuple[str, object, str | None]
"""(key, what is compared, what is shown)."""


@dataclass(frozen=True, slots=True)
class Comparable:
    """Claims that compare with one another, by id, and the keys they share as (key, shown)."""

    key: tuple[tuple[str, str | None], ...]
    claims: tuple[Claim, ...]


def comparability(
    claim: Claim, per: Sequence[str] | None, regardless: frozenset[str], *, without: frozenset[str] = frozenset()
) -> list[tuple[KeyValue, ...]]:
    """The keys under which a claim compares; more than one tuple where it has several sources and `per source` asks.

    Property, subject and qualifiers stay unless `regardless` (or, for some assertions, `without`) drops them; `per`
    stands in for the period as the property varies. The order of keys is the order in which differences are told.
    """
    dropped = regardless | without
    fixed: list[KeyValue] = []
    for key in ("property", "subject"):
        if key not in dropped:
            ((compared, shown),) = group_values(claim, key)
            fixed.append((key, compared, shown))
    for key, value in claim.qualifiers:
        if key not in dropped:
            fixed.append((key, value.key, value.name))
    if per is None:
        grain = claim.property.varies_by
        if grain is not None and grain not in dropped and "period" not in dropped:
            fixed.append((grain, *period_value(claim.period, grain)))
        return [tuple(fixed)]
    named = [key for key in per if not any(key == it[0] for it in fixed)]
    alternatives = [[(key, *pair) for pair in group_values(claim, key)] for key in named]
    return [(*fixed, *chosen) for chosen in product(*alternatives)]


def group(
    claims: Sequence[Claim],
    per: Sequence[str] | None,
    regardless: frozenset[str],
    *,
    without: frozenset[str] = frozenset(),
) -> list[Comparable]:
    """Groups in the order of their keys as shown, whatever the order of the claims."""
    groups: dict[tuple[tuple[str, object], ...], tuple[tuple[KeyValue, ...], dict[str, Claim]]] = {}
    for claim in sorted(claims, key=lambda it: it.id):
        for keys in comparability(claim, per, regardless, without=without):
            compared = tuple((key, value) for key, value, _shown in keys)
            groups.setdefault(compared, (keys, {}))[1].setdefault(claim.id, claim)
    found = [
        Comparable(tuple((key, shown) for key, _value, shown in keys), tuple(members.values()))
        for keys, members in groups.values()
    ]
    return sorted(found, key=lambda it: tuple((key, shown is not None, shown or "") for key, shown in it.key))
