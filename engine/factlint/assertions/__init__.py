"""The table of assertions: what each compares, and who judges it. A new one is a new file and a line here."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from factlint.assertions import (
    agree,
    agree_with_median,
    be_corroborated,
    be_measured_in,
    be_one_of,
    have,
    not_contradict,
    not_share_value,
    trend,
)
from factlint.assertions.finding import Group, Judgement
from factlint.assertions.relations import AgreeWithRelation, BoundRelation, OneOfRelation, Relation
from factlint.corpus.claim import Claim
from factlint.language.model import (
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
    Have,
    NotContradict,
    NotShareValue,
    Trend,
)
from factlint.quantities.values import Unit


@dataclass(frozen=True, slots=True)
class Tools:
    """What a judge may ask of the corpus: whether a unit converts under the rule, whether a claim states a key."""

    converts: Callable[[Unit, Unit], bool]
    states: Callable[[Claim, str], bool]


@dataclass(frozen=True, slots=True)
class Kind:
    """`compares`: claims are held against each other, so a rule tells who stood alone. `least`: so many claims make a
    group that can be judged. `reads_denials`: denied claims take part.
    """

    judge: Callable[[Group, Any, bool, Tools], Judgement]
    compares: bool
    least: int = 1
    reads_denials: bool = False


ASSERTIONS: dict[type, Kind] = {
    Agree: Kind(lambda group, it, clearly, _tools: agree.judge(group, it, clearly=clearly), compares=True, least=2),
    AgreeWithMedian: Kind(
        lambda group, it, clearly, _tools: agree_with_median.judge(group, it, clearly=clearly), compares=True, least=2
    ),
    BeCorroborated: Kind(
        lambda group, it, clearly, _tools: be_corroborated.judge(group, it, clearly=clearly), compares=True
    ),
    BeMeasuredIn: Kind(
        lambda group, it, _clearly, tools: be_measured_in.judge(group, it, tools.converts), compares=False
    ),
    BeOneOf: Kind(lambda group, it, clearly, _tools: be_one_of.judge(group, it, clearly=clearly), compares=False),
    Have: Kind(lambda group, it, _clearly, tools: have.judge(group, it, tools.states), compares=False),
    NotContradict: Kind(
        lambda group, it, clearly, _tools: not_contradict.judge(group, it, clearly=clearly),
        compares=True,
        least=2,
        reads_denials=True,
    ),
    NotShareValue: Kind(
        lambda group, _it, clearly, _tools: not_share_value.judge(group, clearly=clearly), compares=True, least=2
    ),
    Trend: Kind(lambda group, it, clearly, _tools: trend.judge(group, it, clearly=clearly), compares=True, least=2),
}
"""Assertions on groups of claims. `add up to` and `agree with those from` need more than a group: see evaluate."""


NAMES: dict[type, str] = {
    AddUp: "add up to",
    Agree: "agree",
    AgreeWith: "agree with",
    AgreeWithMedian: "agree with the median",
    AgreeWithOutlets: "agree with those from",
    BeCorroborated: "be corroborated by",
    BeMeasuredIn: "be measured in",
    BeOneOf: "be one of",
    Have: "have",
    NotContradict: "not contradict",
    NotShareValue: "not share a value",
}


def name_of(assertion: Assertion) -> str:
    """What reports call an assertion: the words it starts with."""
    match assertion:
        case Bound(side=side):
            return f"be {side.value}"
        case Trend(direction="change"):
            return "not change by more than"
        case Trend(direction=direction):
            return f"not {direction}"
        case _:
            return NAMES[type(assertion)]


def relation(check: Check, *, computed: bool = False) -> Relation | None:
    """The assertion on a computed value that this is, if it is one; `be one of` where nothing but an expression is held."""
    match check.assertion:
        case Bound() as bound:
            return BoundRelation(bound)
        case AgreeWith() as other:
            return AgreeWithRelation(other)
        case BeOneOf() as one_of if computed:
            return OneOfRelation(one_of)
        case _:
            return None
