"""`where CONDITION`, bound: keys known, values of the kind that their key has."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal, get_args

from factlint.corpus.claim import Kind, Property
from factlint.language import messages, names, values
from factlint.language import model as m
from factlint.language import nodes as n
from factlint.language.dimensions import Sort, example, fit, sort_of
from factlint.language.scope import Scope
from factlint.quantities.values import DateSpan, Name, Quantity, Unit

Lift = Literal["stance", "modality", "status"]

WORDS: dict[str, tuple[str, ...]] = {
    "kind": get_args(Kind),
    "stance": ("asserts", "denies"),
    "modality": ("actual", "expected", "possible", "hypothetical"),
    "speech": ("paraphrased", "quoted"),
    "status": ("current", "corrected", "withdrawn"),
}
"""Keys that have one of a few words."""

_DATED = ("period", "published", "value")


def bind(scope: Scope, node: n.Condition, properties: Sequence[Property]) -> m.Condition | None:
    """The condition on claims of these properties (() any); None where something is wrong, all of it reported."""
    match node:
        case n.AllOf(inner):
            every = _each(scope, inner, properties)
            return None if every is None else m.AllOf(every)
        case n.AnyOf(inner):
            some = _each(scope, inner, properties)
            return None if some is None else m.AnyOf(some)
        case n.Not(inner_one):
            bound = bind(scope, inner_one, properties)
            return None if bound is None else m.Not(bound)
        case _:
            key = names.key(scope, node.key)
            return None if key is None else _test(scope, node, key, properties)


def lifted(node: n.Condition) -> Iterator[Lift]:
    """The defaults that a condition lifts by naming their key."""
    match node:
        case n.AllOf(inner) | n.AnyOf(inner):
            for condition in inner:
                yield from lifted(condition)
        case n.Not(inner_one):
            yield from lifted(inner_one)
        case _:
            key = node.key.text.casefold()
            yield from (lift for lift in get_args(Lift) if lift == key)


def _each(scope: Scope, nodes: Sequence[n.Condition], properties: Sequence[Property]) -> tuple[m.Condition, ...] | None:
    found = [bind(scope, node, properties) for node in nodes]
    sound = [it for it in found if it is not None]
    return tuple(sound) if len(sound) == len(found) else None


_Test = n.IsOneOf | n.IsAbsent | n.Compares | n.Dated | n.Contains | n.Matches


def _test(scope: Scope, node: _Test, key: str, properties: Sequence[Property]) -> m.Condition | None:
    match node:
        case n.IsAbsent(_, negated):
            return m.IsAbsent(key, negated)
        case n.Contains(_, text):
            return m.HoldsText(key, text.text)
        case n.Matches(_, pattern):
            return m.MatchesPattern(key, pattern.text) if _compiles(scope, pattern) else None
        case n.Compares(_, operator, leaf):
            quantity = _compared(scope, node, key, leaf, properties)
            return None if quantity is None else m.ComparesTo(key, operator, quantity)
        case n.Dated(_, relation, leaf):
            date = _date(scope, node, key, leaf, properties)
            return None if date is None else m.IsDated(key, relation, date)
        case n.IsOneOf(_, written, negated):
            members = scope.members(written)
            if members is None:
                return None
            found = [_value(scope, key, member, properties) for member in members]
            sound = [it for it in found if it is not None]
            return m.IsOneOf(key, tuple(sound), negated) if len(sound) == len(found) else None


def _compared(
    scope: Scope, node: n.Compares, key: str, leaf: n.Leaf, properties: Sequence[Property]
) -> Quantity | None:
    operator = node.operator
    if key in m.KEYS and key != "value":
        help_ = (
            f"write `{key} before …` or `{key} after …`" if key in _DATED else "only `value` compares with a quantity"
        )
        scope.report(messages.no_comparison(scope.source, node.span, operator, "quantities", f"`{key}` is none", help_))
        return None
    sorts = [sort_of(prop) for prop in properties] if key == "value" else []
    like = sorts[0].unit if sorts else None
    quantity = values.quantity(scope, leaf, like=like)
    if quantity is None:
        return None
    for prop, sort in zip(properties if sorts else (), sorts, strict=False):
        if not _comparable(scope, leaf, quantity, prop, sort):
            return None
    return quantity


def _comparable(scope: Scope, leaf: n.Leaf, quantity: Quantity, prop: Property, sort: Sort) -> bool:
    text = scope.words(leaf.span)
    if not sort.measures:
        help_ = f"write `value {'before' if sort.kind == 'date' else 'is'} …`"
        scope.report(
            messages.wrong_comparison(
                scope.source, leaf.span, str(Sort("quantity", quantity.unit)), f"{prop.name} is {sort}", help_
            )
        )
        return False
    how, why = fit(quantity.unit, sort.unit, scope.vocabulary.units, scope.using)
    if how in {"same", "converts"}:
        return True
    if Sort("quantity", quantity.unit).bare:
        scope.report(messages.unit_wanted(scope.source, leaf.span, text, sort.unit.name))
        return False
    help_ = (
        f"open the conversion: {why}" if how == "closed" else f"write it in its unit, such as `{example(sort.unit)}`"
    )
    is_a = str(Sort("quantity", quantity.unit))
    scope.report(messages.wrong_comparison(scope.source, leaf.span, is_a, f"{prop.name} is {sort}", help_))
    return False


def _date(scope: Scope, node: n.Dated, key: str, leaf: n.Leaf, properties: Sequence[Property]) -> DateSpan | None:
    dated = key in _DATED or key not in m.KEYS
    if key == "value" and properties:
        dated = any(prop.kind == "date" for prop in properties)
    if not dated:
        what = f"{properties[0].name} is {sort_of(properties[0])}" if key == "value" else f"`{key}` is none"
        help_ = f"`{node.relation}` takes a key with a date: `period`, `published`, or the `value` of a date"
        scope.report(messages.no_comparison(scope.source, node.span, node.relation, "dates", what, help_))
        return None
    return values.date(scope, leaf)


def _value(
    scope: Scope, key: str, member: n.Member, properties: Sequence[Property]
) -> Name | Unit | DateSpan | Quantity | bool | None:
    match key:
        case "value":
            kinds = {prop.kind for prop in properties}
            return values.value(scope, member, properties[0] if len(kinds) == 1 else None)
        case "period" | "published" if not isinstance(member, n.Parts):
            return values.date(scope, member)
        case "unit" if isinstance(member, n.Word | n.UnitWords):
            return values.unit(scope, member)
        case (
            "property"
            | "subject"
            | "outlet"
            | "speaker"
            | "source"
            | "document"
            | "kind"
            | "stance"
            | "modality"
            | "speech"
            | "status"
        ):
            if isinstance(member, n.Parts) and key == "subject":
                scope.report(
                    messages.wrong_value(
                        scope.source, member.span, "the parts", "one value", "write `about the parts of …`"
                    )
                )
                return None
            if not isinstance(member, n.Word):
                if key == "document" and isinstance(member, n.Number | n.Date):
                    return names.document(scope, n.Word(member.text, span=member.span))
                scope.report(messages.not_a_name(scope.source, member.span, scope.words(member.span), key))
                return None
            return _name(scope, key, member)
        case _:
            if isinstance(member, n.Parts) or key == "unit":
                scope.report(messages.not_a_name(scope.source, member.span, scope.words(member.span), key))
                return None
            return values.entity(scope, member)


def _name(scope: Scope, key: str, word: n.Word) -> Name | None:
    match key:
        case "property":
            prop = names.property_(scope, word)
            return None if prop is None else values.plain(prop.name)
        case "subject":
            return names.subject(scope, word)
        case "outlet":
            return names.outlet(scope, word)
        case "speaker":
            return names.speaker(scope, word)
        case "source":
            return names.source(scope, word)
        case "document":
            return names.document(scope, word)
        case _:
            found = names.one_of(scope, word, key, WORDS[key])
            return None if found is None else values.plain(found)


def _compiles(scope: Scope, pattern: n.Text) -> bool:
    import re2

    options = re2.Options()
    options.log_errors = False
    try:
        re2.compile(pattern.text, options)
    except re2.error as error:
        reason = error.args[0] if error.args else "it is no pattern"
        reason = reason.decode("utf-8", "replace") if isinstance(reason, bytes) else str(reason)
        scope.report(messages.pattern_refused(scope.source, pattern.span, reason))
        return False
    return True
