"""Filters on dates and `where`: true, false, or neither (None)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tests.oracle.days import Days, in_every_zone, read_date
from tests.oracle.open_cases import Open, reported
from tests.oracle.rules import Condition
from tests.oracle.spans import Span, holds, lies_within, meet
from tests.oracle.words import KINDS, entity, kind_of, unit_name

if TYPE_CHECKING:
    from tests.oracle.claims import Claim


def period_of(text: str) -> tuple[int, int]:
    """A PERIOD of a rule: a date, or `A to B`."""
    first, _, last = text.partition(" to ")
    return read_date(first).start, read_date(last or first).end


def wholly_in(days: Days, text: str) -> bool:
    start, end = period_of(text)
    return start <= days.start and days.end <= end


def satisfied(condition: Condition, claim: Claim) -> bool:
    return truth(condition, claim) is True


def truth(condition: Condition, claim: Claim) -> bool | None:
    match condition.test:
        case "not":
            inner = truth(condition.parts[0], claim)
            return None if inner is None else not inner
        case "and" | "or":
            found = [truth(part, claim) for part in condition.parts]
            decisive = condition.test == "or"
            if decisive in found:
                return decisive
            return None if None in found else not decisive
        case "absent":
            return stated(condition.key, claim) == condition.negated
        case "contains":
            held = text_of(condition.key, claim)
            return held is not None and condition.words[0].casefold() in held.casefold()
        case "matches":
            held = text_of(condition.key, claim)
            return held is not None and re.search(condition.words[0], held) is not None
        case "dated":
            return dated(condition, claim)
        case "compares":
            return compares(condition, claim)
        case _:
            found_is = is_one_of(condition, claim)
            return None if found_is is None else found_is != condition.negated


def stated(key: str, claim: Claim) -> bool:
    if key == "product":
        return "product" in claim.qualifiers
    if key == "period":
        return claim.period_given  # a period taken over from the document is not stated
    return getattr(claim, key) is not None


def text_of(key: str, claim: Claim) -> str | None:
    if key == "product":
        return claim.qualifiers.get("product")
    found: str | None = getattr(claim, key)
    return found


def is_one_of(condition: Condition, claim: Claim) -> bool | None:
    """On a key with several values, `is` means any; the caller turns it round for `is not`."""
    match condition.key:
        case "source":
            return bool(claim.sources & set(condition.words))
        case "stance":
            return ("denies" if claim.denies else "asserts") in condition.words
        case "kind":
            return kind_of(claim.property) in condition.words
        case "subject":
            return claim.subject in {entity(word) for word in condition.words}
        case "value" if condition.unit:
            return equals(condition, claim)
        case "unit":
            return (claim.value.unit or KINDS[claim.property]) in condition.words
        case "value":
            return claim.value.name in {entity(word) for word in condition.words}
        case "period" | "published":
            days = getattr(claim, condition.key)
            if days is None:
                return False
            found = [inside(days, word) for word in condition.words]
            return True if True in found else None if None in found else False
        case _:
            pass
    held = text_of(condition.key, claim)
    return held in condition.words


def equals(condition: Condition, claim: Claim) -> bool | None:
    """By nominal value; without one, where no other value is left."""
    if claim.value.unit:
        reported("a condition on a value that is converted")
    if claim.value.span is None or claim.value.foreign or unit_name(claim.property) != condition.unit:
        raise Open("whether a value is not one that it cannot be compared with")
    if claim.value.nominal is not None:
        return claim.value.nominal == condition.number
    return None if holds(claim.value.span, condition.number) else False


def inside(days: Days, text: str) -> bool | None:
    """Wholly inside, wholly outside, or neither."""
    start, end = period_of(text)
    if start <= days.start and days.end <= end:
        return True
    return False if days.end <= start or end <= days.start else None


def dated(condition: Condition, claim: Claim) -> bool | None:
    relation, text = condition.words
    if condition.key == "value":
        days: Days | None = claim.value.days
    else:
        days = getattr(claim, condition.key)
    if days is None:
        return None
    limit = read_date(text)
    start, end = in_every_zone(days, limit)
    first, last = in_every_zone(limit, days)
    if relation == "before":
        return True if end <= first else False if start >= first else None
    return True if start >= last else False if end <= last else None


def compares(condition: Condition, claim: Claim) -> bool | None:
    """By nominal value; without one, where all of the interval satisfies, or none of it."""
    if claim.value.unit:
        reported("a condition on a value that is converted")
    if (
        claim.value.span is None
        or claim.value.is_date
        or claim.value.foreign
        or unit_name(claim.property) != condition.unit
    ):
        return None
    operator, limit = condition.words[0], condition.number
    if claim.value.nominal is not None:
        nominal = claim.value.nominal
        return {"<": nominal < limit, "<=": nominal <= limit, ">": nominal > limit, ">=": nominal >= limit}[operator]
    zone = {
        "<": Span(None, limit, high_open=True),
        "<=": Span(None, limit),
        ">": Span(limit, None, low_open=True),
        ">=": Span(limit, None),
    }[operator]
    if lies_within(claim.value.span, zone):
        return True
    return None if meet(claim.value.span, zone) else False
