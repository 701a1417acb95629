"""Expressions bound: what each operand names, and what sort of value comes of it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from factlint.diagnostics import Label
from factlint.language import messages, names, selections, values
from factlint.language import model as m
from factlint.language import nodes as n
from factlint.language.dimensions import SECOND, Sort, example, fit, sort_of, times
from factlint.language.scope import Scope
from factlint.quantities.values import DateSpan, Quantity
from factlint.source import Span

_DURATION = Sort("quantity", SECOND)
_DATE = Sort("date")


@dataclass(frozen=True, slots=True)
class Typed:
    """An expression, its sort, and where it stands."""

    expression: m.Expression
    sort: Sort
    span: Span


def bind(scope: Scope, node: n.Expression, like: Sort | None = None) -> Typed | None:
    """The expression, or None where something is wrong, all of it reported. `like`: what it is compared with."""
    match node:
        case n.Number() if node.may_be_year and like == _DATE:
            return _date(scope, node, node.span)
        case n.Date():
            return _date(scope, node, node.span)
        case n.UnitWords(text) if values.number_in_words(scope, text) is None:
            scope.report(messages.unknown_operand(scope.source, node.span, text, scope.nearest_leaf(text)))
            return None
        case n.Number() | n.UnitWords():
            return _quantity(scope, node, node.span, like)
        case n.Operand():
            return _operand(scope, node, like)
        case n.Aggregate():
            return _aggregate(scope, node)
        case n.Arithmetic():
            return _arithmetic(scope, node, like)


def reads_claims(expression: m.Expression) -> bool:
    match expression:
        case m.Constant():
            return False
        case m.Operand() | m.Aggregate():
            return True
        case m.Arithmetic(_, left, right):
            return reads_claims(left) or reads_claims(right)


def operands(node: n.Expression) -> list[n.Operand]:
    match node:
        case n.Operand():
            return [node]
        case n.Arithmetic(_, left, right):
            return [*operands(left), *operands(right)]
        case _:
            return []


def _date(scope: Scope, leaf: n.Leaf | n.Period, span: Span) -> Typed | None:
    date = values.date(scope, leaf)
    return None if date is None else Typed(m.Constant(date, date.text), _DATE, span)


def _quantity(scope: Scope, leaf: n.Leaf, span: Span, like: Sort | None) -> Typed | None:
    unit = like.unit if like is not None and like.measures else None
    quantity = values.quantity(scope, leaf, like=unit)
    return None if quantity is None else _constant(quantity, span)


def _constant(quantity: Quantity, span: Span) -> Typed:
    """Its text is the quantity's own, also where a `let` names it: a finding shows what was allowed."""
    return Typed(m.Constant(quantity, quantity.text), Sort("quantity", quantity.unit), span)


def _operand(scope: Scope, node: n.Operand, like: Sort | None) -> Typed | None:
    if node.subject is None and node.period is None and node.including is None:
        return _word(scope, node, like)
    prop = names.property_(scope, node.name)
    subject = None if node.subject is None else names.subjects(scope, (node.subject,))
    period = None if node.period is None else values.date(scope, node.period.period)
    including = frozenset() if node.including is None else names.modalities(scope, node.including.modalities)
    if node.subject is not None and subject is not None and len(subject) > 1:
        scope.report(messages.list_for_one(scope.source, node.subject.span, node.subject.text))
        return None
    broken = (node.subject is not None and subject is None) or (node.period is not None and period is None)
    if prop is None or broken or including is None:
        return None
    expression = m.Operand(
        property=prop.name,
        subject=subject[0] if subject else None,
        period=period,
        including=including,
        text=scope.words(node.span),
    )
    return Typed(expression, sort_of(prop), node.span)


def _word(scope: Scope, node: n.Operand, like: Sort | None) -> Typed | None:
    """A word alone: a `let`, a property, or a number in words, in this order."""
    word = node.name
    bound = scope.binding(word)
    if bound is not None:
        leaf = scope.single(word)
        if leaf is None:
            return None
        if isinstance(leaf, n.Date | n.Period) or (isinstance(leaf, n.Number) and leaf.may_be_year and like == _DATE):
            return _date(scope, leaf, word.span)
        if isinstance(leaf, n.Word) and scope.vocabulary.property(leaf.text) is not None:
            return bind(scope, n.Operand(leaf, span=node.span), like)
        return _quantity(scope, leaf, word.span, like)
    prop = scope.vocabulary.property(word.text)
    if prop is not None:
        return Typed(m.Operand(property=prop.name, text=scope.words(node.span)), sort_of(prop), node.span)
    number = None if word.quoted else values.number_in_words(scope, word.text)
    if number is not None:
        unit = like.unit if like is not None and like.measures else None
        return _constant(values.counted(number, unit), word.span)
    scope.report(messages.unknown_operand(scope.source, word.span, word.text, scope.nearest_leaf(word.text)))
    return None


_OTHER_FUNCTION = {"earliest": "lowest", "latest": "highest"}
_FOR_DATES = {"lowest": "earliest", "highest": "latest"}


def _aggregate(scope: Scope, node: n.Aggregate) -> Typed | None:
    chosen = selections.bind(scope, node.selection)
    if chosen is None:
        return None
    function: Any = node.function
    expression = m.Aggregate(function, chosen.selection, scope.words(node.span))
    if function == "number":
        return Typed(expression, Sort("quantity"), node.span)
    if not chosen.properties:
        scope.report(messages.no_claims_read(scope.source, node.selection.span))
        return None
    sorts = [sort_of(prop) for prop in chosen.properties]
    first = sorts[0]
    for prop, sort in zip(chosen.properties, sorts, strict=True):
        what = f"{prop.name}, which is {sort}"
        if function in _OTHER_FUNCTION and sort.kind != "date":
            instead = _OTHER_FUNCTION[function] if sort.measures else None
            scope.report(messages.wrong_function(scope.source, node.span, function, what, instead))
            return None
        if function not in _OTHER_FUNCTION and not sort.measures:
            instead = _FOR_DATES.get(function) if sort.kind == "date" else None
            scope.report(messages.wrong_function(scope.source, node.span, function, what, instead))
            return None
        if not fits(scope, first, sort):
            left = Label(scope.source, chosen_span(node, 0), f"this is {first}")
            right = Label(scope.source, chosen_span(node, chosen.properties.index(prop)), f"this is {sort}")
            scope.report(messages.unlike_sum("put together", left, right, "write an aggregate for each"))
            return None
    return Typed(expression, first, node.span)


def chosen_span(node: n.Aggregate, index: int) -> Span:
    words = node.selection.properties
    return words[index].span if index < len(words) else node.selection.span


def fits(scope: Scope, one: Sort, other: Sort) -> bool:
    """Whether values of two sorts can be compared, with the conversions that the rule opens."""
    if not (one.measures and other.measures):
        return one.kind == other.kind or {one.kind, other.kind} <= {"entity", "place"}
    return fit(one.unit, other.unit, scope.vocabulary.units, scope.using)[0] in {"same", "converts"}


def adopt(typed: Typed, other: Sort) -> Typed:
    """A bare number beside a count of something is so many of that."""
    constant = typed.expression
    if isinstance(constant, m.Constant) and isinstance(constant.value, Quantity) and other.measures:
        value = values.counted(constant.value, other.unit)
        if value is not constant.value:
            return Typed(replace(constant, value=value), Sort("quantity", value.unit), typed.span)
    return typed


def _arithmetic(scope: Scope, node: n.Arithmetic, like: Sort | None) -> Typed | None:
    adds = node.operator in {"+", "-"}
    left = bind(scope, node.left, like if adds else None)
    beside = left.sort if left is not None and adds else None
    right = bind(scope, node.right, beside if node.operator == "-" else _not_date(beside))
    if left is None or right is None:
        return None
    for side in (left, right):
        if not side.sort.measures and (side.sort.kind != "date" or not adds):
            scope.report(messages.no_arithmetic(scope.source, side.span, str(side.sort), node.operator))
            return None
    sort = _sum(scope, node, left, right) if adds else _product(node, left, right)
    if sort is None:
        return None
    if adds:
        left, right = adopt(left, right.sort), adopt(right, left.sort)
        if sort.bare:
            sort = right.sort if right.sort.ratio else left.sort
    expression = m.Arithmetic(node.operator, left.expression, right.expression, scope.words(node.span))
    return Typed(expression, sort, node.span)


def _not_date(sort: Sort | None) -> Sort | None:
    return None if sort == _DATE else sort


def _product(node: n.Arithmetic, left: Typed, right: Typed) -> Sort:
    return Sort("quantity", times(left.sort.unit, right.sort.unit, 1 if node.operator == "*" else -1))


def _sum(scope: Scope, node: n.Arithmetic, left: Typed, right: Typed) -> Sort | None:
    one, other = left.sort, right.sort
    plus = node.operator == "+"
    if one.kind == "date" and other.kind == "date":
        if not plus:
            return _DURATION
        _unlike(scope, node, left, right, "subtract them, or add a duration such as `6 hours`")
        return None
    if "date" in {one.kind, other.kind}:
        duration = other if one.kind == "date" else one
        if duration.unit.dimension != SECOND.dimension or (one.kind != "date" and not plus):
            _unlike(scope, node, left, right, "add a duration to the date, such as `6 hours`")
            return None
        return _DATE
    one, other = adopt(left, other).sort, adopt(right, one).sort
    if fits(scope, one, other):
        return one
    if one.bare or other.bare:
        wanted = (other if one.bare else one).unit
        bare = left if one.bare else right
        scope.report(messages.unit_wanted(scope.source, bare.span, scope.words(bare.span), wanted.name))
        return None
    how, why = fit(one.unit, other.unit, scope.vocabulary.units, scope.using)
    help_ = (
        f"open the conversion: {why}"
        if how == "closed"
        else f"write both in one dimension, such as `{example(one.unit)}`"
    )
    _unlike(scope, node, left, right, help_)
    return None


def _unlike(scope: Scope, node: n.Arithmetic, left: Typed, right: Typed, help_: str) -> None:
    verb = "add" if node.operator == "+" else "subtract"
    one = Label(scope.source, left.span, f"this is {left.sort}")
    two = Label(scope.source, right.span, f"this is {right.sort}")
    scope.report(messages.unlike_sum(verb, one, two, help_))


def is_empty_range(low: m.Expression, high: m.Expression) -> bool:
    """Two constants of which the first is the larger."""
    if not (isinstance(low, m.Constant) and isinstance(high, m.Constant)):
        return False
    match low.value, high.value:
        case Quantity() as one, Quantity() as other if one.unit.dimension == other.unit.dimension:
            top = other.to(one.unit).nominal
            return one.nominal is not None and top is not None and one.nominal > top
        case DateSpan(start=first), DateSpan(end=last):
            return first is not None and last is not None and first >= last
        case _:
            return False
