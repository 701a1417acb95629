"""Which claims an assertion can speak of: the rest are not judged, and counted."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from factlint.corpus.claim import Claim, Property
from factlint.language.model import (
    Aggregate,
    Agree,
    AgreeWith,
    AgreeWithMedian,
    AgreeWithOutlets,
    Arithmetic,
    Assertion,
    Bound,
    Constant,
    Expression,
    Operand,
)
from factlint.quantities.values import DateSpan, Name, Quantity, Truth, Value

Sort = Literal["date", "quantity", "name", "truth"]


def speaks_of(assertion: Assertion, claim: Claim, properties: Mapping[str, Property]) -> bool:
    """Can this assertion hold or fail for this claim at all?"""
    return speaks_of_property(assertion, claim.property, properties)


def speaks_of_property(assertion: Assertion, prop: Property, properties: Mapping[str, Property]) -> bool:
    """Can it hold or fail for the claims of a property?"""
    match assertion:
        case Agree() | AgreeWithMedian() | AgreeWithOutlets():
            # Several values of such a property hold at once, so that two of them differ means nothing.
            return not prop.many
        case Bound(limit=limit):
            return _sort_of_property(prop) == sort_of_expression(limit, properties)
        case AgreeWith(other=other):
            return not prop.many and _sort_of_property(prop) == sort_of_expression(other, properties)
        case _:
            return True


def sort_of(value: Value) -> Sort:
    match value:
        case Quantity():
            return "quantity"
        case DateSpan():
            return "date"
        case Name():
            return "name"
        case Truth():
            return "truth"


def sort_of_expression(expression: Expression, properties: Mapping[str, Property]) -> Sort:
    match expression:
        case Constant(value=value):
            return sort_of(value)
        case Operand(property=name):
            return _sort_of_property(properties.get(name))
        case Aggregate(function=function, selection=selection):
            dated = all(_sort_of_property(properties.get(name)) == "date" for name in selection.properties)
            return "date" if function != "number" and dated and selection.properties else "quantity"
        case Arithmetic(operator=operator, left=left, right=right):
            dates = [sort_of_expression(it, properties) == "date" for it in (left, right)]
            # A date less a date is a duration; moved by a duration it stays a date.
            return "date" if sum(dates) == 1 and operator in "+-" else "quantity"


def _sort_of_property(found: Property | None) -> Sort:
    match found.kind if found else "quantity":
        case "date":
            return "date"
        case "entity" | "place":
            return "name"
        case "truth":
            return "truth"
        case _:
            return "quantity"
