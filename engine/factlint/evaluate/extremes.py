"""The combinations of many aligned claims, judged by the extreme ones.

Where the value of an expression rises or falls with each of its operands, the combination of the claims that are the
worst of their operands is the worst; and whether a claim takes part in any that violates is told by the worst of the
others beside it. So n claims take n log n, of however many combinations they are.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from math import inf

from factlint.assertions.agreement import Mode, quantity_interval
from factlint.assertions.computed import Environment, UnsureError, compute
from factlint.assertions.finding import Entry
from factlint.assertions.relations import Outcome, Relation
from factlint.evaluate.combine import Aligned, Term
from factlint.evaluate.directions import UnclearError, Way, hull, ways_beyond
from factlint.evaluate.one_by_one import Found, Worst, as_written, members_of_aggregates
from factlint.language.model import Expression, Operand
from factlint.quantities.values import Quantity

Chosen = dict[Operand, Entry]
Choices = Mapping[Operand, Sequence[Entry]]
Key = tuple[float | Fraction, bool]
"""How bad a claim is: the end of its interval that counts, and whether that reaches further by being open (or closed)."""


def by_extremes(left: Expression, relation: Relation, aligned: Aligned, *, clearly: bool) -> Found | None:
    """What the combinations come to; None where they have to be computed one by one.

    Raises:
        UnsureError: an aggregate has no value.
    """
    try:
        return _found(left, relation, aligned, clearly=clearly)
    except UnclearError:
        return None


def _found(left: Expression, relation: Relation, aligned: Aligned, *, clearly: bool) -> Found:
    mode = Mode.CLEAR if clearly else Mode.PLAIN
    plain = _Monotone.of(left, relation, aligned, Environment({}, aligned.aggregates(mode), mode))
    # Asked here, though needed below alone: without a value of an aggregate as written, nothing is judged.
    nominal = Environment({}, {} if clearly else aligned.aggregates(Mode.NOMINAL), Mode.NOMINAL)
    aggregated = members_of_aggregates(aligned)
    choices = dict(aligned.operands)
    worst = plain.farthest(choices)
    if worst is not None:
        guilty = plain.taking_part(choices)
        at_fault: dict[Term, Mapping[str, Entry]] = {
            term: guilty.get(term, {}) if isinstance(term, Operand) else {entry.id: entry for entry in entries}
            for term, entries in aligned.terms
        }

        def fault_left(accepted: frozenset[str]) -> bool:
            rest = {operand: [it for it in them if it.id not in accepted] for operand, them in choices.items()}
            return not aggregated.keys() & accepted and all(rest.values()) and plain.violated(rest)

        return Found(worst=worst, at_fault=at_fault, fault_left=fault_left)
    if clearly:
        return Found()
    written = _Monotone.of(left, relation, aligned, nominal)
    first = written.first(choices)
    if first is None:
        return Found()
    thankful = {id_: entry for its in written.taking_part(choices).values() for id_, entry in its.items()}
    return Found(thankful=aggregated | thankful, words=as_written(written.judge(first)))


Test = Callable[[Way, Chosen], bool]
"""Of a side and a combination: what the worse one fails where the better does."""


@dataclass(frozen=True)
class _Monotone:
    """An assertion about an expression whose value rises or falls with each operand, for claims read in one mode."""

    left: Expression
    relation: Relation
    values: Environment
    operands: tuple[Operand, ...]
    ways: tuple[Way, ...]

    @classmethod
    def of(cls, left: Expression, relation: Relation, aligned: Aligned, values: Environment) -> _Monotone:
        operands = {operand: hull(entries, values.mode) for operand, entries in aligned.operands}
        hulls = replace(values, operands=operands)
        try:
            ways = tuple(ways_beyond(left, relation, aligned, hulls))
            relation.judge(compute(left, hulls), hulls, clearly=values.mode is Mode.CLEAR)
        except UnsureError:
            raise UnclearError from None
        if any(way.directions.keys() != operands.keys() for way in ways):
            raise UnclearError
        return cls(left, relation, values, tuple(operands), ways)

    def judge(self, chosen: Chosen, relation: Relation | None = None) -> Outcome:
        environment = self.environment(chosen)
        value = compute(self.left, environment)
        return (relation or self.relation).judge(value, environment, clearly=self.values.mode is Mode.CLEAR)

    def environment(self, chosen: Chosen) -> Environment:
        return replace(self.values, operands=dict(chosen))

    def fails(self, way: Way, chosen: Chosen) -> bool:
        """Does it lie beyond on this side?"""
        if not self.judge(chosen, way.relation).violated:
            return False
        ahead = None if way.ahead is None else compute(way.ahead, self.environment(chosen)).interval
        return ahead is None or (ahead.low is not None and ahead.low >= 0)

    def key(self, entry: Entry, direction: int) -> Key:
        """Of the values that a claim may have, the one nearest to what is allowed counts; the farthest for certainty."""
        assert isinstance(entry.value, Quantity)
        interval = quantity_interval(entry.value, self.values.mode)
        clearly = self.values.mode is Mode.CLEAR
        end, is_open = (
            (interval.low, interval.low_open) if (direction > 0) is not clearly else (interval.high, interval.high_open)
        )
        if end is None and clearly:  # a claim without that end is beyond, and nobody can say how far
            raise UnclearError
        return -inf if end is None else direction * end, is_open is not clearly

    def extreme(self, way: Way, choices: Choices) -> Chosen:
        """The worst combination on a side: of each operand the first of the worst claims."""
        return {
            operand: max(choices[operand], key=lambda it: self.key(it, direction))
            for operand, direction in ((operand, way.directions[operand]) for operand in self.operands)
        }

    def violated(self, choices: Choices) -> bool:
        return any(True for _way, _worst in self._violating(choices))

    def guilty(self, way: Way, operand: Operand, choices: Choices, others: Chosen, test: Test) -> list[Entry]:
        """The claims of an operand that fail a test beside some of the others, in their order; the worst of them does."""
        direction = way.directions[operand]
        keys = sorted({self.key(it, direction): it for it in choices[operand]}.items(), key=lambda it: it[0])
        least = bisect_left(keys, True, key=lambda it: test(way, {**others, operand: it[1]}))
        return [it for it in choices[operand] if self.key(it, direction) >= keys[least][0]]

    def taking_part(self, choices: Choices) -> dict[Operand, dict[str, Entry]]:
        """The claims that take part in a combination that violates."""
        found: dict[Operand, dict[str, Entry]] = {}
        for way, worst in self._violating(choices):
            for operand in self.operands:
                guilty = self.guilty(way, operand, choices, worst, self.fails)
                found.setdefault(operand, {}).update({entry.id: entry for entry in guilty})
        return found

    def first(self, choices: Choices) -> Chosen | None:
        """The first combination that violates, in the order of their product."""
        found = [self._first(way, choices, worst, self.fails) for way, worst in self._violating(choices)]
        return min(found, key=lambda it: self._place(it, choices), default=None)

    def farthest(self, choices: Choices) -> Worst | None:
        """Of the combinations that lie farthest beyond, the first."""
        worst = [(way, chosen, self.judge(chosen)) for way, chosen in self._violating(choices)]
        if any(outcome.measured.found is None for _way, _chosen, outcome in worst):
            raise UnclearError
        most = max((outcome.distance for _way, _chosen, outcome in worst), default=Fraction(0))

        def as_far(way: Way, chosen: Chosen) -> bool:
            return self.fails(way, chosen) and self.judge(chosen).distance >= most

        found = [self._first(way, choices, chosen, as_far) for way, chosen, _outcome in worst if as_far(way, chosen)]
        first = min(found, key=lambda it: self._place(it, choices), default=None)
        return None if first is None else Worst(self.environment(first), self.judge(first))

    def _violating(self, choices: Choices) -> Iterator[tuple[Way, Chosen]]:
        for way in self.ways:
            worst = self.extreme(way, choices)
            if self.fails(way, worst):
                yield way, worst

    def _first(self, way: Way, choices: Choices, worst: Chosen, test: Test) -> Chosen:
        chosen = dict(worst)
        for operand in self.operands:
            chosen[operand] = self.guilty(way, operand, choices, chosen, test)[0]
        return chosen

    def _place(self, chosen: Chosen, choices: Choices) -> tuple[int, ...]:
        return tuple(
            next(place for place, it in enumerate(choices[operand]) if it is chosen[operand])
            for operand in self.operands
        )
