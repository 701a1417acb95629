"""Rules taken apart and changed a little: with another tolerance, without a word, or only those of a kind."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from fractions import Fraction
from typing import Any

from factlint.language import model as m

Test = m.IsOneOf | m.IsAbsent | m.ComparesTo | m.IsDated | m.HoldsText | m.MatchesPattern


def only(model: m.Model, kept: Callable[[m.Rule], bool]) -> m.Model:
    """The rules of a kind, and no `accept`."""
    return replace(model, rules=tuple(rule for rule in model.rules if kept(rule)), accepts=())


def changed(model: m.Model, change: Callable[[m.Rule], m.Rule]) -> m.Model:
    return replace(model, rules=tuple(map(change, model.rules)))


def each_check(rule: m.Rule, change: Callable[[m.Check], m.Check]) -> m.Rule:
    return replace(rule, checks=tuple(map(change, rule.checks)))


def selections_of(value: Any) -> Iterator[m.Selection]:
    """Every selection of a rule: of its subject, and of aggregates wherever they stand."""
    match value:
        case m.Rule():
            yield from selections_of(value.subject)
            for check in value.checks:
                yield from selections_of(check.assertion)
        case m.Selection():
            yield value
        case m.Aggregate():
            yield value.selection
        case m.Arithmetic():
            yield from selections_of(value.left)
            yield from selections_of(value.right)
        case m.AgreeWith():
            yield from selections_of(value.other)
        case m.AddUp():
            yield from selections_of(value.total)
        case m.Bound():
            yield from selections_of(value.limit)
            if value.high is not None:
                yield from selections_of(value.high)
        case _:
            return


def conditions_of(value: m.Rule | m.Selection) -> Iterator[Test]:
    """Every test of every `where`."""
    for selection in selections_of(value):
        if selection.where is not None:
            yield from _tests(selection.where)


def _tests(condition: m.Condition) -> Iterator[Test]:
    match condition:
        case m.Not():
            yield from _tests(condition.condition)
        case m.AllOf() | m.AnyOf():
            for inner in condition.conditions:
                yield from _tests(inner)
        case _:
            yield condition


def keys_of(rule: m.Rule) -> set[str]:
    """The keys that a rule tests, or groups by."""
    return {test.key for test in conditions_of(rule)} | {
        key for selection in selections_of(rule) for key in selection.per or ()
    }


TOLERANT = (
    m.Agree, m.AgreeWith, m.AgreeWithMedian, m.AgreeWithOutlets, m.BeCorroborated, m.AddUp
)  # fmt: skip


def tolerance(check: m.Check) -> m.Tolerance | None:
    if isinstance(check.assertion, TOLERANT):
        return check.assertion.tolerance
    return check.assertion.by if isinstance(check.assertion, m.Trend) else None


def tolerating(check: m.Check, other: m.Tolerance | None) -> m.Check:
    """The same check with another tolerance."""
    if isinstance(check.assertion, m.Trend):
        return replace(check, assertion=replace(check.assertion, by=other))
    assert isinstance(check.assertion, TOLERANT)
    return replace(check, assertion=replace(check.assertion, tolerance=other))


def times(it: m.Tolerance, factor: Fraction) -> m.Tolerance:
    if isinstance(it, m.Relative):
        return m.Relative(it.share * factor, it.text)
    assert it.quantity.nominal is not None
    quantity = replace(
        it.quantity,
        nominal=it.quantity.nominal * factor,
        interval=it.quantity.interval.scaled(factor),
        clear=it.quantity.clear.scaled(factor),
    )
    return m.Absolute(quantity, it.text)
