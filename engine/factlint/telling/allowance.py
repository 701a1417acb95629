"""What a rule allows, in words: each assertion's meaning, and whether its tolerance is relative or absolute."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import assert_never

from factlint.assertions.agreement import difference
from factlint.assertions.words import count
from factlint.corpus.claim import Claim, Kind
from factlint.language.model import (
    Absolute,
    AddUp,
    Agree,
    AgreeWith,
    AgreeWithMedian,
    AgreeWithOutlets,
    Assertion,
    BeCorroborated,
    BeMeasuredIn,
    BeOneOf,
    Bound,
    Check,
    Constant,
    Expression,
    Have,
    NotContradict,
    NotShareValue,
    Relative,
    Rule,
    Selection,
    Side,
    Tolerance,
    Trend,
)
from factlint.quantities.format import show_number
from factlint.quantities.interval import Interval
from factlint.quantities.values import DateSpan, Quantity
from factlint.telling.condition import value_in_words
from factlint.telling.sections import Line, joined


def allows(rule: Rule, claims: Sequence[Claim]) -> Iterator[Line]:
    """For each assertion what it means, its tolerance, and how many of the claims are written less precisely than it."""
    kinds = {claim.property.kind for claim in claims}
    doubts: dict[str, None] = {}
    for check in rule.checks:
        yield Line(f"`{check.text}`: {meaning(check.assertion, kinds, whose=_whose(rule))}")
        tolerance = getattr(check.assertion, "tolerance", None) or getattr(check.assertion, "by", None)
        if tolerance is not None:
            yield Line(tolerance_in_words(tolerance, check.assertion), level=2)
            yield Line(_less_precise(tolerance, claims), level=2)
        doubts.update(dict.fromkeys(certainty(check)))
    yield from map(Line, doubts)


def _whose(rule: Rule) -> str:
    return "each claim's value" if isinstance(rule.subject, Selection) else "the value of the expression"


def certainty(check: Check) -> tuple[str, ...]:
    """Which way doubt falls, where there can be any."""
    if check.clearly:
        return ("`clearly`: violated unless every choice of values within hedges, ranges and vague words satisfies it",)
    if isinstance(check.assertion, BeCorroborated | BeMeasuredIn | Have | NotContradict | NotShareValue):
        return ()
    return ("violated only where no choice of values within the intervals satisfies it",)


# --- Assertions ------------------------------------------------------------------------------------------------------

_AGREE: dict[Kind, str] = {
    "quantity": "quantities agree where their intervals meet",
    "rank": "ranks agree where they are the same",
    "date": "dates agree where their spans meet",
    "entity": "names agree where they are one, or one lies within the other",
    "place": "places agree where they are one, or one lies within the other",
    "truth": "truths agree where both are true or both are false",
}

_SIDES: dict[Side, str] = {
    Side.AT_MOST: "may not lie wholly above {limit}",
    Side.AT_LEAST: "may not lie wholly below {limit}",
    Side.MORE_THAN: "may not lie wholly at or below {limit}",
    Side.LESS_THAN: "may not lie wholly at or above {limit}",
    Side.BETWEEN: "may not lie wholly outside {limit} to {high}, these two included",
    Side.BEFORE: "may not lie wholly at or after {limit}",
    Side.AFTER: "may not lie wholly at or before {limit}",
}


def agreement(kinds: set[Kind]) -> str:
    """What agreeing means for claims of these kinds."""
    return "; ".join(words for kind, words in _AGREE.items() if kind in kinds) or _AGREE["quantity"]


def meaning(assertion: Assertion, kinds: set[Kind], *, whose: str) -> str:
    match assertion:
        case Agree(exactly=True):
            return "the numbers as written must be the same; names, truths and dates the same as resolved"
        case Agree():
            return agreement(kinds)
        case AgreeWith(other=other):
            return f"{whose} must agree with {expression_in_words(other)}; {agreement(kinds)}"
        case AgreeWithMedian():
            return (
                "each claim must agree with the median, from the median of the low ends to that of the high ends; "
                "one-sided claims do not enter it, and fewer than 3 others are not judged"
            )
        case AgreeWithOutlets(outlets=outlets):
            names = joined([outlet.name for outlet in outlets], "or")
            return f"each claim must agree with one of {names}; where there is none, nothing is judged"
        case Bound(side=side, limit=limit, high=high):
            ends = {"limit": _edge(side, limit), "high": "" if high is None else expression_in_words(high)}
            return f"{whose} {_SIDES[side].format(**ends)}"
        case BeOneOf(values=values):
            listed = joined([value_in_words(it) for it in values], "or")
            return f"{whose} must be {listed}, or lie within one of them, or hold one"
        case BeMeasuredIn(unit=unit):
            return f"the unit as written must convert to {unit.name}"
        case Have(key=key):
            return f"each claim must state its {key}" + (" itself" if key == "period" else "")
        case BeCorroborated(sources=sources):
            return (
                f"each claim, a lone one too, needs {count(sources, 'independent source')}: its own, and those of the "
                f"comparable claims that agree with it; {agreement(kinds)}; a one-sided claim backs only an equal one"
            )
        case NotContradict():
            return "no claim may deny what another asserts"
        case NotShareValue():
            return "no two subjects may have the same value; what is hedged or vague is not judged"
        case AddUp(total=total):
            return (
                f"the sum of the parts must be able to agree with {expression_in_words(total)}; a part counts once, as "
                "the hull of its claims, and where a part has no claim nothing is judged"
            )
        case Trend(direction="change", per=per):
            return f"from an earlier period to a later one, a value may change by no more than so much per {per}"
        case Trend(direction=direction):
            return f"from an earlier period to a later one, no value may {direction}"
        case _:
            assert_never(assertion)


def expression_in_words(expression: Expression) -> str:
    """A constant by its value, since a `let` may stand for it; anything else as the rule writes it."""
    if isinstance(expression, Constant):
        return value_in_words(expression.value)
    return f"`{expression.text}`"


def _edge(side: Side, limit: Expression) -> str:
    """A date written in a rule is the whole of its span: before is before its start, after is from its end on."""
    words = expression_in_words(limit)
    edge = {Side.BEFORE: "the start of ", Side.AFTER: "the last instant of "}.get(side, "")
    return edge + words if isinstance(limit, Constant) else words


# --- Tolerances ------------------------------------------------------------------------------------------------------


def tolerance_in_words(tolerance: Tolerance, assertion: Assertion) -> str:
    """Whether it is relative or absolute, and to what."""
    change = isinstance(assertion, Trend)
    match tolerance:
        case Relative(share=share):
            amount = f"{show_number(share * 100)} %"
            if change:
                return f"{amount} is relative: a share of the earlier value"
            return f"{amount} is relative: the nearest ends may be apart by up to {amount} of the larger of the two"
        case Absolute(quantity=quantity):
            amount = value_in_words(quantity)
            may = "the change may be" if change else "the nearest ends may be apart by"
            return f"{amount} is absolute: {may} up to {amount}, however large the values are"


def _less_precise(tolerance: Tolerance, claims: Sequence[Claim]) -> str:
    found = [claim for claim in claims if isinstance(claim.value, Quantity | DateSpan)]
    coarser = sum(less_precise(claim, tolerance) for claim in found)
    verb = "are" if coarser > 1 else "is"
    return f"of {count(len(found), 'claim')}, {coarser or 'none'} {verb} written less precisely than that"


def less_precise(claim: Claim, tolerance: Tolerance) -> bool:
    """Do the claim's own words leave more room, on either side, than the tolerance does?

    Half the width of its interval, whatever widened it, against the tolerance: a share of the number as written.
    """
    value = claim.value
    if isinstance(value, DateSpan):
        half = _half(value.interval())
        return half is None or (isinstance(tolerance, Absolute) and half > difference(tolerance.quantity, None))
    if not isinstance(value, Quantity):
        return False
    half = _half(value.interval)
    if half is None:
        return True
    if isinstance(tolerance, Relative):
        size = abs(value.nominal) if value.nominal is not None else value.interval.magnitude()
        return half > tolerance.share * size
    unit = tolerance.quantity.unit
    if unit.dimension != value.unit.dimension:
        return False
    return half > difference(tolerance.quantity, value.unit)


def _half(interval: Interval) -> Fraction | None:
    return None if interval.low is None or interval.high is None else (interval.high - interval.low) / 2
