"""Which way the value of an expression goes with each of its operands, and so what makes a combination of claims worse."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from factlint.assertions.agreement import Mode, quantity_interval
from factlint.assertions.bounds import limits
from factlint.assertions.computed import Computed, Environment, compute, operands_of
from factlint.assertions.finding import Entry
from factlint.assertions.relations import AgreeWithRelation, BoundRelation, Relation
from factlint.evaluate.combine import Aligned
from factlint.language.model import Arithmetic, Bound, Expression, Operand, Side
from factlint.quantities.interval import Interval
from factlint.quantities.values import Quantity

Directions = dict[Operand, int]
"""1: the greater the claim, the worse; -1: the smaller."""


class UnclearError(Exception):
    """The value does not rise or fall with each operand, or nobody can tell."""


@dataclass(frozen=True)
class Way:
    """A side on which a value may lie beyond: what makes it worse, and what tells whether it does.

    `ahead`: a difference that, where the relation is violated on this side and not on the other, is not negative.
    """

    directions: Directions
    relation: Relation
    ahead: Expression | None = None

    def turned(self, relation: Relation, ahead: Expression | None = None) -> Way:
        return Way(_turned(self.directions, -1), relation, ahead)


def hull(entries: Sequence[Entry], mode: Mode = Mode.PLAIN) -> Entry:
    """One entry that holds all values of the others, in their common unit.

    Raises:
        UnclearError: they are no quantities, in several units, or cannot be brought to the unit of the group.
    """
    first = entries[0].value
    values = [it.value for it in entries if isinstance(it.value, Quantity) and not it.problem]
    if not isinstance(first, Quantity) or len(values) < len(entries) or any(it.unit != first.unit for it in values):
        raise UnclearError
    whole = Interval.hull([quantity_interval(it, mode) for it in values])
    return replace(entries[0], value=replace(first, interval=whole, clear=whole, nominal=None))


def ways_beyond(left: Expression, relation: Relation, aligned: Aligned, hulls: Environment) -> Iterator[Way]:
    """The sides on which what an assertion is about may lie beyond; `hulls`: what holds all claims of each operand.

    Raises:
        UnclearError: a combination may have no value, or be no worse for a claim that is.
        UnsureError: the hulls have no value.
    """
    if any(_may_be_zero(divisor, hulls, aligned) for it in (left, *relation.expressions) for divisor in _divisors(it)):
        raise UnclearError
    clearly = hulls.mode is Mode.CLEAR
    match relation:
        case AgreeWithRelation(agree) if not clearly:
            over, under = Arithmetic("-", left, agree.other), Arithmetic("-", agree.other, left)
            way = Way(directions(over, hulls), relation, over)
            yield way
            yield way.turned(relation, under)
        case BoundRelation(Bound(side=Side.BETWEEN, limit=limit, high=high)) if high is not None and not clearly:
            if operands_of(limit) or operands_of(high) or _crossed(limit, high, hulls):
                raise UnclearError
            way = Way(directions(left, hulls), BoundRelation(Bound(Side.AT_MOST, high)))
            yield way
            yield way.turned(BoundRelation(Bound(Side.AT_LEAST, limit)))
        case BoundRelation(Bound(high=None) as bound):
            way = Way(directions(Arithmetic("-", left, bound.limit), hulls), relation)
            yield way if bound.side in {Side.AT_MOST, Side.LESS_THAN, Side.BEFORE} else way.turned(relation)
        case _:
            raise UnclearError


def _crossed(limit: Expression, high: Expression, hulls: Environment) -> bool:
    low, top = compute(limit, hulls), compute(high, hulls)
    _side, lower, upper = limits(Side.BETWEEN, low, top.to(low.unit))
    return upper.below(lower)


def directions(expression: Expression, hulls: Environment) -> Directions:
    """With which operands the value rises (1), with which it falls (-1).

    A product or quotient does where its factors are of one sign.

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
            # One over a divisor falls below zero and above it, but leaps in between.
            by_right = _sign(compute(right, hulls)) if of_left or operator == "/" else 0
            return _merged(_turned(of_left, by_right), _turned(of_right, by_left if operator == "*" else -by_left))
        case _:
            return {}


def _sign(value: Computed) -> int:
    interval = value.interval
    if interval is not None and interval.low is not None and interval.low >= 0:
        return 1
    if interval is not None and interval.high is not None and interval.high <= 0:
        return -1
    raise UnclearError


def _divisors(expression: Expression) -> Iterator[Expression]:
    if isinstance(expression, Arithmetic):
        yield from _divisors(expression.left)
        yield from _divisors(expression.right)
        if expression.operator == "/":
            yield expression.right


def _may_be_zero(divisor: Expression, hulls: Environment, aligned: Aligned) -> bool:
    """Some combination has no quotient. (Of `up to 40 %` there is one: zero is but one of the values.)"""
    interval = compute(divisor, hulls).interval
    if interval is not None and Fraction(0) not in interval:
        return False
    if not isinstance(divisor, Operand):
        return True
    claims = dict(aligned.operands)[replace(divisor, text="")]
    values = [quantity_interval(it.value, hulls.mode) for it in claims if isinstance(it.value, Quantity)]
    return any(it.is_point and it.low == 0 for it in values)


def _turned(found: Directions, by: int) -> Directions:
    return {operand: direction * by for operand, direction in found.items()}


def _merged(one: Directions, other: Directions) -> Directions:
    if any(one[operand] != other[operand] for operand in one.keys() & other.keys()):
        raise UnclearError
    return {**one, **other}
