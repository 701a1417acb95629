"""The combinations of many aligned claims, judged by the extreme ones.

Where the value of an expression rises or falls with each of its operands, the combination of the claims that are the
worst of their operands is the worst; and whether a claim takes part in any that violates is told by the worst of the
others beside it. So n claims take n log n, of however many combinations they are.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from math import inf, isinf

from factlint.assertions.agreement import Mode, quantity_interval
from factlint.assertions.bounds import limits
from factlint.assertions.computed import Computed, Environment, UnsureError, compute, operands_of
from factlint.assertions.finding import Entry
from factlint.assertions.relations import AgreeWithRelation, BoundRelation, Outcome, Relation
from factlint.evaluate.combinations import Found, Worst, as_written, members_of_aggregates
from factlint.evaluate.combine import Aligned, Term
from factlint.language.model import Arithmetic, Bound, Expression, Operand, Side
from factlint.quantities.interval import Interval
from factlint.quantities.values import Quantity

Directions = dict[Operand, int]
"""1: the greater the claim, the worse; -1: the smaller."""

Chosen = dict[Operand, Entry]
Choices = Mapping[Operand, Sequence[Entry]]
Key = tuple[float | Fraction, bool]
"""How bad a claim is: the end of its interval that counts, and whether that reaches further by being open (or closed)."""


class UnclearError(Exception):
    """The value does not rise or fall with each operand, or nobody can tell."""


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
    field = _Field.of(left, relation, aligned, Environment({}, aligned.aggregates(mode), mode))
    nominal = Environment({}, {} if clearly else aligned.aggregates(Mode.NOMINAL), Mode.NOMINAL)
    aggregated = members_of_aggregates(aligned)
    choices = dict(aligned.operands)
    worst = field.farthest(choices)
    if worst is not None:
        guilty = field.taking_part(choices)
        at_fault: dict[Term, Mapping[str, Entry]] = {
            term: guilty.get(term, {}) if isinstance(term, Operand) else {entry.id: entry for entry in entries}
            for term, entries in aligned.terms
        }

        def fault_left(accepted: frozenset[str]) -> bool:
            rest = {operand: [it for it in them if it.id not in accepted] for operand, them in choices.items()}
            return not aggregated.keys() & accepted and all(rest.values()) and field.violated(rest)

        return Found(worst=worst, at_fault=at_fault, fault_left=fault_left)
    if clearly:
        return Found()
    written = _Field.of(left, relation, aligned, nominal)
    first = written.first(choices)
    if first is None:
        return Found()
    thankful = {id_: entry for its in written.taking_part(choices).values() for id_, entry in its.items()}
    return Found(thankful=aggregated | thankful, words=as_written(written.judge(first)))


@dataclass(frozen=True)
class _Way:
    """A side on which a value may lie beyond: what makes it worse, and what tells whether it does.

    `ahead`: a difference that, where the relation is violated on this side and not on the other, is not negative.
    """

    directions: Directions
    relation: Relation
    ahead: Expression | None = None

    def turned(self, relation: Relation, ahead: Expression | None = None) -> _Way:
        return _Way(_turned(self.directions, -1), relation, ahead)


@dataclass(frozen=True)
class _Field:
    """An assertion about an expression whose value rises or falls with each operand, for claims read in one mode."""

    left: Expression
    relation: Relation
    values: Environment
    operands: tuple[Operand, ...]
    ways: tuple[_Way, ...]

    @classmethod
    def of(cls, left: Expression, relation: Relation, aligned: Aligned, values: Environment) -> _Field:
        operands = {operand: hull(entries, values.mode) for operand, entries in aligned.operands}
        hulls = replace(values, operands=operands)
        try:
            ways = tuple(_ways(left, relation, hulls))
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

    def fails(self, way: _Way, chosen: Chosen) -> bool:
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

    def extreme(self, way: _Way, choices: Choices) -> Chosen:
        """The worst combination on a side: of each operand the first of the worst claims."""
        return {
            operand: max(choices[operand], key=lambda it: self.key(it, direction))
            for operand, direction in ((operand, way.directions[operand]) for operand in self.operands)
        }

    def violated(self, choices: Choices) -> bool:
        return any(True for _way, _worst in self._violating(choices))

    def guilty(self, way: _Way, operand: Operand, choices: Choices, others: Chosen) -> list[Entry]:
        """The claims of an operand that violate beside some of the others, in their order; some do."""
        direction = way.directions[operand]
        keys = sorted({self.key(it, direction): it for it in choices[operand]}.items(), key=lambda it: it[0])
        least = bisect_left(keys, True, key=lambda it: self.fails(way, {**others, operand: it[1]}))
        return [it for it in choices[operand] if self.key(it, direction) >= keys[least][0]]

    def taking_part(self, choices: Choices) -> dict[Operand, dict[str, Entry]]:
        """The claims that take part in a combination that violates."""
        found: dict[Operand, dict[str, Entry]] = {}
        for way, worst in self._violating(choices):
            for operand in self.operands:
                guilty = self.guilty(way, operand, choices, worst)
                found.setdefault(operand, {}).update({entry.id: entry for entry in guilty})
        return found

    def first(self, choices: Choices) -> Chosen | None:
        """The first combination that violates, in the order of their product."""
        found = [self._first(way, choices, worst) for way, worst in self._violating(choices)]
        return min(found, key=lambda it: self._place(it, choices), default=None)

    def farthest(self, choices: Choices) -> Worst | None:
        """Of the combinations that lie farthest beyond, the first."""
        worst = [(way, chosen, self.judge(chosen)) for way, chosen in self._violating(choices)]
        if any(outcome.measured.found is None for _way, _chosen, outcome in worst):
            raise UnclearError
        most = max((outcome.distance for _way, _chosen, outcome in worst), default=Fraction(0))
        found = []
        for way, chosen, outcome in worst:
            if outcome.distance == most:
                alike = {operand: self._as_bad(way, operand, choices, chosen) for operand in self.operands}
                found.append(self._first(way, alike, self.extreme(way, alike)))
        first = min(found, key=lambda it: self._place(it, choices), default=None)
        return None if first is None else Worst(self.environment(first), self.judge(first))

    def _violating(self, choices: Choices) -> Iterator[tuple[_Way, Chosen]]:
        for way in self.ways:
            worst = self.extreme(way, choices)
            if self.fails(way, worst):
                yield way, worst

    def _first(self, way: _Way, choices: Choices, worst: Chosen) -> Chosen:
        chosen = dict(worst)
        for operand in self.operands:
            chosen[operand] = self.guilty(way, operand, choices, chosen)[0]
        return chosen

    def _as_bad(self, way: _Way, operand: Operand, choices: Choices, worst: Chosen) -> list[Entry]:
        """The claims whose end is that of the worst: a claim with another would bring the value nearer."""
        end, _reaches = self.key(worst[operand], way.directions[operand])
        if isinstance(end, float) and isinf(end):
            raise UnclearError
        return [it for it in choices[operand] if self.key(it, way.directions[operand])[0] == end]

    def _place(self, chosen: Chosen, choices: Choices) -> tuple[int, ...]:
        return tuple(
            next(place for place, it in enumerate(choices[operand]) if it is chosen[operand])
            for operand in self.operands
        )


def hull(entries: Sequence[Entry], mode: Mode = Mode.PLAIN) -> Entry:
    """One entry that holds all values of the others, in their common unit."""
    first = entries[0].value
    values = [it.value for it in entries if isinstance(it.value, Quantity) and not it.problem]
    if not isinstance(first, Quantity) or len(values) < len(entries) or any(it.unit != first.unit for it in values):
        raise UnclearError
    whole = Interval.hull([quantity_interval(it, mode) for it in values])
    return replace(entries[0], value=replace(first, interval=whole, clear=whole, nominal=None))


def _ways(left: Expression, relation: Relation, hulls: Environment) -> Iterator[_Way]:
    clearly = hulls.mode is Mode.CLEAR
    match relation:
        case AgreeWithRelation(agree) if not clearly:
            over, under = Arithmetic("-", left, agree.other), Arithmetic("-", agree.other, left)
            way = _Way(directions(over, hulls), relation, over)
            yield way
            yield way.turned(relation, under)
        case BoundRelation(Bound(side=Side.BETWEEN, limit=limit, high=high)) if high is not None and not clearly:
            if operands_of(limit) or operands_of(high) or _crossed(limit, high, hulls):
                raise UnclearError
            way = _Way(directions(left, hulls), BoundRelation(Bound(Side.AT_MOST, high)))
            yield way
            yield way.turned(BoundRelation(Bound(Side.AT_LEAST, limit)))
        case BoundRelation(Bound(high=None) as bound):
            way = _Way(directions(Arithmetic("-", left, bound.limit), hulls), relation)
            yield way if bound.side in {Side.AT_MOST, Side.LESS_THAN, Side.BEFORE} else way.turned(relation)
        case _:
            raise UnclearError


def _crossed(limit: Expression, high: Expression, hulls: Environment) -> bool:
    low, top = compute(limit, hulls), compute(high, hulls)
    _side, lower, upper = limits(Side.BETWEEN, low, top.to(low.unit))
    return upper.below(lower)


def directions(expression: Expression, hulls: Environment) -> Directions:
    """With which operands the value rises (1), with which it falls (-1).

    A product or quotient does so strictly where no factor may be zero.

    Raises:
        UnclearError: it may do both.
    """
    match expression:
        case Operand():
            return {replace(expression, text=""): 1}
        case Arithmetic(operator=operator, left=left, right=right):
            of_left, of_right = directions(left, hulls), directions(right, hulls)
            if operator in "+-":
                return _merged(of_left, _turned(of_right, 1 if operator == "+" else -1))
            by_left = _sign(compute(left, hulls)) if of_right else 0
            # A divisor is asked for always: between claims below zero and above one may be zero, and has no quotient.
            by_right = _sign(compute(right, hulls)) if of_left or operator == "/" else 0
            return _merged(_turned(of_left, by_right), _turned(of_right, by_left if operator == "*" else -by_left))
        case _:
            return {}


def _sign(value: Computed) -> int:
    interval = value.interval
    if interval is not None and interval.low is not None and interval.low > 0:
        return 1
    if interval is not None and interval.high is not None and interval.high < 0:
        return -1
    raise UnclearError


def _turned(found: Directions, by: int) -> Directions:
    return {operand: direction * by for operand, direction in found.items()}


def _merged(one: Directions, other: Directions) -> Directions:
    if any(one[operand] != other[operand] for operand in one.keys() & other.keys()):
        raise UnclearError
    return {**one, **other}
