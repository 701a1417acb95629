"""What judging one group yields: groups and their entries in, a judgement out."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Literal

from factlint.corpus.claim import Claim
from factlint.quantities.interval import Interval
from factlint.quantities.values import DateSpan, Quantity, Value

MeasuredKind = Literal["gap", "bound", "count", "sum", "change", "members"]
Outcome = Literal["violated", "undetermined", "holds", "not judged"]
Thanks = Literal["hedge", "precision", "range"]


@dataclass(frozen=True, slots=True)
class Reason:
    """Why something could not be judged: a stable code and a sentence."""

    code: str
    text: str


@dataclass(frozen=True, slots=True)
class Entry:
    """A claim in a group, with its value in the group's unit.

    `working` tells how a rate or conversion brought it there; `problem` why none could, and then `value` is as claimed.
    """

    claim: Claim
    value: Value
    working: str | None = None
    problem: Reason | None = None

    @property
    def id(self) -> str:
        return self.claim.id

    def interval(self, *, against_zoned: bool = False) -> Interval | None:
        """The values it may have: in the group's unit, or in seconds of UTC; None of a name or truth."""
        if isinstance(self.value, Quantity):
            return self.value.interval
        if isinstance(self.value, DateSpan):
            return self.value.interval(against_zoned=against_zoned)
        return None


@dataclass(frozen=True, slots=True)
class Group:
    """Comparable claims, by id, and the keys they share: (key, value as shown; None where they lack it)."""

    key: tuple[tuple[str, str | None], ...]
    entries: tuple[Entry, ...]

    @property
    def name(self) -> str:
        """The group in words: `export share of Rosneft and Lukoil, 2025-10`."""
        shown = dict(self.key)
        head = " of ".join(value for key in ("property", "subject") if (value := shown.get(key)))
        rest = [
            value if key in {"day", "week", "month", "quarter", "year", "period"} else f"{key} {value}"
            for key, value in self.key
            if key not in {"property", "subject"} and value is not None
        ]
        return ", ".join(part for part in (head, *rest) if part) or "all claims"


@dataclass(frozen=True, slots=True)
class Camp:
    """Claims that all agree with one another, and who says so; `hull` in the group's unit (seconds for dates)."""

    entries: tuple[Entry, ...]

    @property
    def sources(self) -> tuple[str, ...]:
        return sources_of(self.entries)

    @property
    def hull(self) -> Interval | None:
        intervals = [entry.interval() for entry in self.entries]
        known = [interval for interval in intervals if interval is not None]
        if len(known) < len(intervals) or any(entry.problem for entry in self.entries):
            return None
        return Interval.hull(known)


@dataclass(frozen=True, slots=True)
class Measured:
    """By how much, against how much was allowed. A gap is in the tolerance's own terms; None: a ratio has none."""

    kind: MeasuredKind
    found: Fraction | None = None
    allowed: Fraction | None = None
    unit: str | None = None


def nothing_left(_accepted: frozenset[str]) -> bool:
    return False


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """The verdict on one group by one assertion.

    `camps` and `neutral` are the claims of the finding; `thanks` the reasons without which a group that holds would not;
    `idle` the entries that the assertion cannot speak of (counted as not judged); `lone` those that lacked what it takes
    to judge them. `joining(newcomers, camps)`, where claims are held against each other: the ids of those that agree with
    every member of one of these camps. `fault_left(ids)`: is there a claim, pair or combination at fault that holds none of these claims?
    """

    outcome: Outcome
    message: str = ""
    measured: Measured | None = None
    working: str | None = None
    camps: tuple[Camp, ...] = ()
    neutral: tuple[Entry, ...] = ()
    reason: Reason | None = None
    thanks: frozenset[Thanks] = frozenset()
    thanks_text: str | None = None
    idle: tuple[Entry, ...] = ()
    lone: tuple[Entry, ...] = ()
    fault_left: Callable[[frozenset[str]], bool] = field(default=nothing_left, compare=False)
    joining: Callable[[Sequence[Entry], Sequence[Sequence[Entry]]], AbstractSet[str]] | None = field(
        default=None, compare=False
    )


NOT_JUDGED = Judgement(outcome="not judged")


def sources_of(entries: Sequence[Entry]) -> tuple[str, ...]:
    """The independent sources of claims: the union of their names, sorted."""
    names = {
        source.key: source.name for entry in sorted(entries, key=lambda it: it.id) for source in entry.claim.sources
    }
    return tuple(sorted(names.values(), key=lambda name: (name.casefold(), name)))


def thanks_of(entries: Sequence[Entry]) -> frozenset[Thanks]:
    """What widened these entries, as far as a nominal value stands behind it."""
    reasons: set[Thanks] = set()
    for entry in entries:
        value = entry.value
        if (
            isinstance(value, Quantity)
            and value.nominal is not None
            and value.interval != Interval.exact(value.nominal)
        ):
            why = value.why.value
            if why in {"hedge", "precision", "range"}:
                reasons.add(why)  # type: ignore[arg-type]  # narrowed by the line above
        elif isinstance(entry.value, DateSpan) and entry.value.hedged:
            reasons.add("hedge")
    return frozenset(reasons)
