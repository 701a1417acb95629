"""Conditions that no claim can meet together, found without a corpus.

What is not certain to be empty counts as possible: a rule that is left alone here may still choose nothing.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import combinations

from factlint.language import model as m
from factlint.language import nodes as n
from factlint.language.meaning import meaning
from factlint.quantities.interval import Interval
from factlint.quantities.values import DateSpan, Name, Quantity
from factlint.source import Span

_MOST_WAYS = 64
"""Alternatives of a condition that are looked at; one with more is left alone."""

_MOST_TESTS = 100
"""Different conditions on one key that are held against each other; more are left alone."""

_MOST_PAIRS = 40_000
"""Values of two lists that are held against each other, one by one; longer lists are left alone."""

_SEVERAL = frozenset({"source"})
"""Keys that have several values at once, of which any may be the one that a condition asks for."""

_Test = m.IsOneOf | m.IsAbsent | m.ComparesTo | m.IsDated | m.HoldsText | m.MatchesPattern


@dataclass(frozen=True, slots=True)
class Test:
    """A condition on one key, and where it stands; `filters` such as `about` are conditions too."""

    condition: _Test
    span: Span


@dataclass(frozen=True, slots=True)
class Clash:
    """Two tests that no claim meets; `later` None: every way that `or` leaves open holds such a pair."""

    span: Span
    later: Span | None = None
    key: str = ""


def clash(selection: m.Selection, node: n.Selection) -> Clash | None:
    """Why the filters and the condition of a selection choose nothing, if they contradict one another."""
    where = next((part for part in node.parts if isinstance(part, n.Where)), None)
    if selection.where is None or where is None:
        return None
    ways = list(_ways(selection.where, where.condition))
    filters = list(_filters(selection, node))
    if not 0 < len(ways) <= _MOST_WAYS:
        return None
    found = [_pair([*filters, *way]) for way in ways]
    sound = [it for it in found if it is not None]
    if len(sound) < len(ways):
        return None
    if len(ways) > 1:
        return Clash(where.condition.span)
    one, other = sound[0]
    return Clash(one.span, other.span, one.condition.key)


def tests_of(selection: m.Selection, node: n.Selection) -> list[Test]:
    """Every test on a key in its condition, in order."""
    where = next((part for part in node.parts if isinstance(part, n.Where)), None)
    if selection.where is None or where is None:
        return []
    return list(_tests(selection.where, where.condition))


def _tests(condition: m.Condition, node: n.Condition) -> Iterator[Test]:
    match condition, node:
        case (m.AllOf(inner), n.AllOf(nodes)) | (m.AnyOf(inner), n.AnyOf(nodes)):
            for one, at in zip(inner, nodes, strict=True):
                yield from _tests(one, at)
        case (m.Not(inner_one), n.Not(at)):
            yield from _tests(inner_one, at)
        case ((m.AllOf() | m.AnyOf() | m.Not()), _):
            return
        case _:
            yield Test(condition, node.span)


def _ways(condition: m.Condition, node: n.Condition) -> Iterator[list[Test]]:
    """Each way to meet a condition, as tests that must all hold: its disjunctive normal form, a way at a time."""
    match condition, node:
        case (m.AllOf(inner), n.AllOf(nodes)):
            yield from _combined(list(zip(inner, nodes, strict=True)))
        case (m.AnyOf(inner), n.AnyOf(nodes)):
            for one, at in zip(inner, nodes, strict=True):
                yield from _ways(one, at)
        case (m.Not(m.IsOneOf() | m.IsAbsent() as negated), _):
            yield [Test(replace(negated, negated=not negated.negated), node.span)]
        case ((m.Not() | m.AllOf() | m.AnyOf()), _):
            yield []  # not looked into: it may well be met
        case _:
            yield [Test(condition, node.span)]


def _combined(parts: Sequence[tuple[m.Condition, n.Condition]]) -> Iterator[list[Test]]:
    ways: list[list[Test]] = [[]]
    for condition, node in parts:
        more = list(_ways(condition, node))
        if len(ways) * len(more) > _MOST_WAYS:
            continue  # without it there are fewer conditions, never a clash that is none
        ways = [[*way, *another] for way in ways for another in more]
    yield from ways


def _filters(selection: m.Selection, node: n.Selection) -> Iterator[Test]:
    if selection.properties:
        names = tuple(Name(name, name.casefold(), name) for name in selection.properties)
        yield Test(m.IsOneOf("property", names), Span(node.properties[0].span.start, node.properties[-1].span.end))
    for part in node.parts:
        match part:
            case n.About() if selection.about is not None:
                yield Test(m.IsOneOf("subject", selection.about), part.span)
            case n.Outlets() if selection.outlets is not None:
                yield Test(m.IsOneOf("outlet", selection.outlets), part.span)
            case n.Speakers() if selection.speakers is not None:
                yield Test(m.IsOneOf("speaker", selection.speakers), part.span)
            case n.In() if selection.period is not None:
                yield Test(m.IsOneOf("period", (selection.period,)), part.span)
            case _:
                pass


# --- Two tests -------------------------------------------------------------------------------------------------------


def _pair(tests: Sequence[Test]) -> tuple[Test, Test] | None:
    """The first two of which a claim meets at most one."""
    keys: dict[str, dict[Hashable, Test]] = {}
    for it in tests:  # one that is there already clashes with nothing new
        keys.setdefault(it.condition.key, {}).setdefault(meaning(it.condition), it)
    places = {id(it): number for number, it in enumerate(tests)}
    clashing = (
        next((pair for pair in combinations(alike.values(), 2) if _clashes(*pair)), None)
        for alike in keys.values()
        if len(alike) <= _MOST_TESTS
    )
    found = [pair for pair in clashing if pair is not None]
    return min(found, key=lambda pair: (places[id(pair[0])], places[id(pair[1])]), default=None)


def _clashes(one: Test, other: Test) -> bool:
    return _clash(one.condition, other.condition) or _clash(other.condition, one.condition)


def _clash(one: _Test, other: _Test) -> bool:
    match one, other:
        case (m.IsAbsent(negated=False), _):
            return _needs_a_value(other)
        case (m.IsOneOf(key, some, negated=False), m.IsOneOf(_, others, negated=True)):
            return {meaning(it) for it in some} <= {meaning(it) for it in others}
        case (m.IsOneOf(key, some, negated=False), m.IsOneOf(_, others, negated=False)):
            few = len(some) * len(others) <= _MOST_PAIRS
            return few and key not in _SEVERAL and all(_unlike(a, b) for a in some for b in others)
        case (m.IsOneOf(_, some, negated=False), m.ComparesTo()):
            return all(isinstance(it, Quantity) and _outside(it, other) for it in some)
        case (m.ComparesTo(), m.ComparesTo()):
            if one.quantity.unit.dimension != other.quantity.unit.dimension:
                return True  # a value has one dimension, and what does not compare satisfies neither
            return not _values(one).meets(_values(other))
        case (m.IsDated(relation="before"), m.IsDated(relation="after")):
            end, start = one.date.start, other.date.end
            return end is not None and start is not None and start >= end
        case _:
            return False


def _needs_a_value(test: _Test) -> bool:
    match test:
        case m.IsOneOf(negated=negated):
            return not negated
        case m.IsAbsent(negated=negated):
            return negated
        case _:
            return True


def _unlike(one: object, other: object) -> bool:
    match one, other:
        case (Name(), Name()):
            return one.key != other.key
        case (DateSpan(), DateSpan()):
            # A claim's date without a zone may lie a day to either side of what is written.
            return not one.interval(against_zoned=True).meets(other.interval(against_zoned=True))
        case (bool(), bool()):
            return one is not other
        case (Quantity(), Quantity()):
            return meaning(one) != meaning(other)
        case _:
            return False


def _values(test: m.ComparesTo) -> Interval:
    """The values that satisfy a comparison, in base units."""
    nominal = test.quantity.nominal or Fraction(0)
    limit = nominal * test.quantity.unit.factor + test.quantity.unit.offset
    match test.operator:
        case "<":
            return Interval(None, limit, high_open=True)
        case "<=":
            return Interval(None, limit)
        case ">":
            return Interval(limit, None, low_open=True)
        case ">=":
            return Interval(limit, None)


def _outside(quantity: Quantity, test: m.ComparesTo) -> bool:
    if quantity.unit.dimension != test.quantity.unit.dimension:
        return True
    nominal = quantity.nominal
    return nominal is not None and nominal * quantity.unit.factor + quantity.unit.offset not in _values(test)
