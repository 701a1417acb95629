"""`in PERIOD` and `where CONDITION` as columns: of each claim 2 for yes, 1 for neither, 0 for no, exactly as it is judged.

Dates are whole microseconds and names are keys, so nothing here is a float. Words are looked at once for each distinct text.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from functools import cache, reduce
from operator import or_
from typing import TYPE_CHECKING

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
from factlint.quantities.values import DateSpan, Name
from factlint.screen.spans import NO, YES, Answer, columns_of_dates, greatest, is_dated, is_within, least

if TYPE_CHECKING:
    import narwhals as nw

_KEYED = {"subject": "subject_key", "outlet": "outlet_key", "speaker": "speaker_key"}
"""Keys whose folded names are a column; null: the claim lacks it."""

_PLAIN = {"property": "property", "kind": "kind", "stance": "stance", "modality": "modality", "speech": "speech",
          "status": "status", "document": "document"}  # fmt: skip
"""Keys whose words are a column, compared case folded."""

_WRITTEN: dict[str, tuple[str, ...]] = {
    "subject": ("subject_name", "subject"), "outlet": ("outlet_name", "outlet"), "speaker": ("speaker_name", "speaker"),
    "value": ("value",), "period": ("period",), "published": ("published",), "quote": ("quote",),
    **{key: (column,) for key, column in _PLAIN.items()},
}  # fmt: skip
"""Where the words of a key stand, for `contains` and `matches`."""

_SPANS = {"period": "period", "published": "published", "value": "date"}
"""Keys that can be dates: what the names of their columns begin with."""

_STATED = {"period": "period_given"}

Texts = Callable[[str], Sequence[str]]
"""The distinct texts of a column, without null."""


def answer(condition: Condition, texts: Texts) -> Answer:
    """The answer of a condition that `is_screened`."""
    match condition:
        case AllOf(conditions):
            found = [answer(it, texts) for it in conditions]
            return Answer(least([it.verdict for it in found]), _any(found))
        case AnyOf(conditions):
            found = [answer(it, texts) for it in conditions]
            return Answer(greatest([it.verdict for it in found]), _any(found))
        case Not(inner):
            one = answer(inner, texts)
            return Answer(YES - one.verdict, one.straddles)
        case IsOneOf(key, wanted, negated) if key in _SPANS:
            return is_within(_SPANS[key], [it for it in wanted if isinstance(it, DateSpan)], negated=negated)
        case IsDated(key, relation, date):
            return is_dated(_SPANS[key], relation, date)
        case IsOneOf(key, wanted, negated):
            keys = frozenset(it.key for it in wanted if isinstance(it, Name))
            test = _is_one_of(key, keys, texts)
            return Answer(_yes_if(test, not_so=negated), plainly=None if negated else test)
        case IsAbsent(key, negated):
            return Answer(_yes_if(_states(key, texts) if negated else ~_states(key, texts)))
        case HoldsText(key, text):
            return Answer(_yes_if(_written(key, texts, lambda words: text.casefold() in words.casefold())))
        case MatchesPattern(key, pattern):
            found_in = _compiled(pattern)
            return Answer(_yes_if(_written(key, texts, found_in)))
        case ComparesTo():
            raise TypeError("a comparison with a quantity has no column")


def is_screened(condition: Condition) -> bool:
    """Whether columns tell of it for certain; values that are no dates are left to the judge, and what is told of units."""
    match condition:
        case AllOf(conditions) | AnyOf(conditions):
            return all(is_screened(it) for it in conditions)
        case Not(inner):
            return is_screened(inner)
        case ComparesTo():
            return False
        case IsOneOf(key, wanted):
            if key in _SPANS:
                return key != "value" and all(isinstance(it, DateSpan) for it in wanted)
            return key not in {"unit", "quote"} and all(isinstance(it, Name) for it in wanted)
        case IsDated(key):
            return key in _SPANS
        case HoldsText(key) | MatchesPattern(key):
            return key not in {"unit", "quote", "value"}
        case IsAbsent(key):
            return key not in {"unit", "value"}


def columns_of(condition: Condition) -> list[str]:
    """The columns that a condition reads."""
    match condition:
        case AllOf(conditions) | AnyOf(conditions):
            return [column for it in conditions for column in columns_of(it)]
        case Not(inner):
            return columns_of(inner)
        case IsOneOf(key) | IsDated(key) if key in _SPANS:
            return columns_of_dates(_SPANS[key])
        case HoldsText(key) | MatchesPattern(key):
            return list(_WRITTEN.get(key, ("sources" if key == "source" else "qualifiers",)))
        case IsAbsent(key) if key in _STATED or key == "source":
            return [_STATED.get(key, "source_count")]
        case _:
            key = condition.key
            if key in _KEYED or key in _PLAIN or key in {"published", "quote"}:
                return [_KEYED.get(key, key)]
            return ["sources" if key == "source" else "qualifiers_key"]


def inside(period: DateSpan) -> Answer:
    """`in PERIOD`: a claim without a period is outside."""
    return is_within("period", [period], negated=False)


def _is_one_of(key: str, wanted: frozenset[str], texts: Texts) -> nw.Expr:
    import narwhals as nw

    if key in _KEYED:
        return _among(_KEYED[key], sorted(wanted))
    if key in _PLAIN:
        return _among(_PLAIN[key], [text for text in texts(_PLAIN[key]) if text.casefold() in wanted])
    if key == "source":
        return _among("sources", [text for text in texts("sources") if any(it[2] in wanted for it in _list(text))])
    stated = [text for text in texts("qualifiers_key") if dict(_list(text)).get(key) in wanted]
    return nw.col("qualifiers_key").is_in(stated)


def _states(key: str, texts: Texts) -> nw.Expr:
    import narwhals as nw

    if key in _STATED:
        return nw.col(_STATED[key])
    if key in _KEYED or key in _PLAIN or key in {"published", "quote"}:
        return ~nw.col(_KEYED.get(key, key)).is_null()
    if key == "source":
        return nw.col("source_count") > 0
    return nw.col("qualifiers_key").is_in([text for text in texts("qualifiers_key") if key in dict(_list(text))])


def _written(key: str, texts: Texts, test: Callable[[str], bool]) -> nw.Expr:
    """Whether some words of a key pass a test."""
    import narwhals as nw

    if key in _WRITTEN:
        return reduce(or_, [_among(column, [it for it in texts(column) if test(it)]) for column in _WRITTEN[key]])
    if key == "source":
        passing = [
            text
            for text in texts("sources")
            if any(test(words) for it in _list(text) for words in (it[1], it[0]) if words)
        ]
        return _among("sources", passing)
    stated = [
        text
        for text in texts("qualifiers")
        if any(test(words) for it in _list(text) if it[0] == key for words in (it[2], it[1]) if words)
    ]
    return nw.col("qualifiers").is_in(stated)


def _among(column: str, wanted: Sequence[str]) -> nw.Expr:
    import narwhals as nw

    return nw.col(column).is_in(list(wanted)).fill_null(value=False)


def _yes_if(test: nw.Expr, *, not_so: bool = False) -> nw.Expr:
    import narwhals as nw

    return nw.when(test).then(nw.lit(NO if not_so else YES)).otherwise(nw.lit(YES if not_so else NO))


def _any(answers: Sequence[Answer]) -> nw.Expr | None:
    found = [it.straddles for it in answers if it.straddles is not None]
    return reduce(or_, found) if found else None


@cache
def _list(text: str) -> list[list[str]]:
    return list(json.loads(text))


@cache
def _compiled(pattern: str) -> Callable[[str], bool]:
    import re2

    compiled = re2.compile(pattern)
    return lambda words: compiled.search(words) is not None
