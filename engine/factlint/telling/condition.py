"""A condition put back into words."""

from __future__ import annotations

from factlint.language.model import (
    AllOf,
    AnyOf,
    ComparesTo,
    Condition,
    HoldsText,
    IsAbsent,
    IsDated,
    IsOneOf,
    MatchesPattern,
    Not,
)
from factlint.quantities.dates import show_date
from factlint.quantities.format import show_interval
from factlint.quantities.values import DateSpan, Name, Quantity, Unit
from factlint.telling.sections import joined

_SIGNS = {"<": "is less than", "<=": "is at most", ">": "is more than", ">=": "is at least"}


def in_words(condition: Condition, *, inner: bool = False) -> str:
    """`its unit is percent, and its quote holds “crude”`; a part of a larger condition in brackets where it has parts."""
    match condition:
        case AllOf(conditions):
            return _bracketed(", and ".join(in_words(it, inner=True) for it in conditions), inner=inner)
        case AnyOf(conditions):
            return _bracketed(", or ".join(in_words(it, inner=True) for it in conditions), inner=inner)
        case Not(condition=negated):
            return f"not: {in_words(negated, inner=True)}"
        case IsOneOf(key, values, negated):
            listed = joined([value_in_words(it) for it in values], "or")
            return f"its {key} is {'not ' if negated else ''}{listed}"
        case IsAbsent(key, negated):
            return f"it states {'a' if negated else 'no'} {key}"
        case ComparesTo(key, operator, quantity):
            return f"its {key} {_SIGNS[operator]} {value_in_words(quantity)}"
        case IsDated(key, relation, date):
            return f"its {key} lies {relation} {show_date(date)}"
        case HoldsText(key, text):
            return f"its {key} holds “{text}”"
        case MatchesPattern(key, pattern):
            return f"its {key} matches /{pattern}/"


def value_in_words(value: Name | Unit | DateSpan | Quantity | bool) -> str:
    match value:
        case bool():
            return "true" if value else "false"
        case Name():
            return value.name
        case Unit():
            return value.name or "a bare number"
        case DateSpan():
            return show_date(value)
        case Quantity():
            return show_interval(value.interval, value.unit)


def _bracketed(text: str, *, inner: bool) -> str:
    return f"({text})" if inner else text
