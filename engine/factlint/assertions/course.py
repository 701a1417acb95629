"""Claims in the course of time: which later ones go beyond an earlier one, found without holding all against all."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Protocol

from factlint.assertions.finding import Entry
from factlint.assertions.reach import ABOVE_ALL, BELOW_ALL, Key, place
from factlint.quantities.interval import Interval
from factlint.quantities.values import DateSpan, Unit


@dataclass(frozen=True, slots=True)
class Pair:
    """Two claims in their order, and the change between them: in percent, in the unit allowed, or else in `unit`.

    `change` is None where no number says it: from zero, through zero, or without a bound. `excess`: by how much the change goes beyond what is allowed, to find the worst; None is the worst of all.
    """

    earlier: Entry
    later: Entry
    change: Fraction | None
    allowed: Fraction
    unit: Unit

    @property
    def excess(self) -> Fraction | None:
        return None if self.change is None else self.change - self.allowed


@dataclass(frozen=True, slots=True)
class Step:
    """A claim with its period and what it may be, in the unit of all."""

    entry: Entry
    period: DateSpan
    interval: Interval
    unit: Unit
    high: Key
    low: Key

    @classmethod
    def of(cls, entry: Entry, interval: Interval, unit: Unit) -> Step:
        assert entry.claim.period is not None
        high = ABOVE_ALL if interval.high is None else place(interval.high, -int(interval.high_open))
        low = BELOW_ALL if interval.low is None else place(interval.low, int(interval.low_open))
        return cls(entry, entry.claim.period, interval, unit, high, low)


@dataclass(frozen=True, slots=True)
class Stretch:
    """What some consecutive claims may be: the outermost of their lower and of their upper ends, and the first start."""

    start: int
    lowest: Key
    last_low: Key
    first_high: Key
    highest: Key

    @classmethod
    def of(cls, step: Step) -> Stretch:
        assert step.period.start is not None
        return cls(step.period.start, step.low, step.low, step.high, step.high)

    def joined(self, other: Stretch) -> Stretch:
        return Stretch(
            min(self.start, other.start),
            min(self.lowest, other.lowest),
            max(self.last_low, other.last_low),
            min(self.first_high, other.first_high),
            max(self.highest, other.highest),
        )


class Bound(Protocol):
    """What may not happen from an earlier claim to a later one."""

    def pair(self, earlier: Step, later: Step) -> Pair | None:
        """The two, if they violate it."""

    def most(self, earlier: Step, stretch: Stretch) -> tuple[bool, Fraction | None]:
        """May one of a stretch violate it, and by how much at most? Never less than any of them does."""


class Course:
    """Claims by the start of their periods, and above them a tree of stretches."""

    def __init__(self, steps: Sequence[Step]) -> None:
        self.steps = sorted(steps, key=lambda it: (it.period.start is not None, it.period.start or 0, it.entry.id))
        self.later = [it for it in self.steps if it.period.start is not None]
        self.starts = [it.period.start or 0 for it in self.later]
        self.size = 1
        while self.size < len(self.later):
            self.size *= 2
        self.tree: list[Stretch | None] = [None] * (2 * self.size)
        for index, step in enumerate(self.later):
            self.tree[self.size + index] = Stretch.of(step)
        for node in range(self.size - 1, 0, -1):
            left, right = self.tree[2 * node], self.tree[2 * node + 1]
            self.tree[node] = left if right is None or left is None else left.joined(right)

    def pairs(self, bound: Bound) -> Iterator[Pair]:
        """Those that violate it, by the earlier and then the later one."""
        for earlier in self.steps:
            nodes = self._after(earlier)[::-1]
            while nodes:
                node = nodes.pop()
                stretch = self.tree[node]
                if stretch is None or not bound.most(earlier, stretch)[0]:
                    continue
                if node < self.size:
                    nodes += (2 * node + 1, 2 * node)
                elif (found := self._pair(bound, earlier, node)) is not None:
                    yield found

    def worst(self, bound: Bound, best: Pair) -> Pair:
        """The pair with the largest excess, the first of equals; `best` is one of them, to start from."""
        for earlier in self.steps:
            nodes = self._after(earlier)[::-1]
            while nodes:
                if best.excess is None:
                    return best
                node = nodes.pop()
                stretch = self.tree[node]
                if stretch is None:
                    continue
                possible, most = bound.most(earlier, stretch)
                if not possible or (most is not None and most <= best.excess):
                    continue
                if node < self.size:
                    nodes += self._promising_last(bound, earlier, node)
                elif (found := self._pair(bound, earlier, node)) is not None and (
                    found.excess is None or found.excess > best.excess
                ):
                    best = found
        return best

    def _promising_last(self, bound: Bound, earlier: Step, node: int) -> tuple[int, ...]:
        """Its halves, the one that may be worse at the end."""
        left, right = self.tree[2 * node], self.tree[2 * node + 1]
        if left is None or right is None:
            return (2 * node + 1, 2 * node)
        one, other = bound.most(earlier, left)[1], bound.most(earlier, right)[1]
        if one is not None and (other is None or other > one):
            return (2 * node, 2 * node + 1)
        return (2 * node + 1, 2 * node)

    def _pair(self, bound: Bound, earlier: Step, node: int) -> Pair | None:
        later = self.later[node - self.size]
        return bound.pair(earlier, later) if follows(earlier.period, later.period) else None

    def _after(self, earlier: Step) -> list[int]:
        """The nodes that together hold the claims whose periods start after this one's has ended."""
        if earlier.period.end is None:
            return []
        low, high = bisect_left(self.starts, earlier.period.end) + self.size, 2 * self.size
        left, right = [], []
        while low < high:
            if low & 1:
                left.append(low)
                low += 1
            if high & 1:
                high -= 1
                right.append(high)
            low, high = low // 2, high // 2
        return left + right[::-1]


def follows(one: DateSpan, other: DateSpan) -> bool:
    """The other certainly begins after this one has ended."""
    if one.end is None or other.start is None:
        return False
    first, second = one.interval(against_zoned=other.zoned), other.interval(against_zoned=one.zoned)
    return first.high is not None and second.low is not None and first.high <= second.low


class Neighbours:
    """Who has somebody before or after it, for any of several kinds of claims."""

    def __init__(self, entries: Sequence[Entry]) -> None:
        self.first_end: dict[bool, DateSpan] = {}
        self.last_start: dict[bool, DateSpan] = {}
        for period in dict.fromkeys(it.claim.period for it in entries if it.claim.period is not None):
            if period.end is not None:
                known = self.first_end.get(period.zoned)
                if known is None or known.end is None or period.end < known.end:
                    self.first_end[period.zoned] = period
            if period.start is not None:
                known = self.last_start.get(period.zoned)
                if known is None or known.start is None or period.start > known.start:
                    self.last_start[period.zoned] = period

    def of(self, entry: Entry) -> bool:
        """Does one of them lie wholly before its period, or wholly after?"""
        period = entry.claim.period
        return period is not None and (
            any(follows(it, period) for it in self.first_end.values())
            or any(follows(period, it) for it in self.last_start.values())
        )
