"""Quantities, dates, units and names as a rule writes them, read in the place where they stand."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

from factlint.corpus.claim import Kind, Property
from factlint.corpus.near import slip
from factlint.corpus.vocabulary import fold
from factlint.language import messages
from factlint.language import nodes as n
from factlint.language.scope import Scope
from factlint.quantities.dates import DateError, parse_period
from factlint.quantities.read import QuantityError, read_quantity
from factlint.quantities.units import UnitError
from factlint.quantities.values import NUMBER, DateSpan, Name, Quantity, Unit
from factlint.source import Span

MeantValue = Name | DateSpan | Quantity | bool


def quantity(scope: Scope, leaf: n.Leaf | n.Period, *, like: Unit | None = None) -> Quantity | None:
    """A quantity as written: exact. A bare number takes on `like`, where that unit counts things."""
    found = scope.single(leaf)
    if found is None:
        return None
    match found:
        case n.Date() | n.Period():
            scope.report(messages.date_for_quantity(scope.source, leaf.span, scope.words(leaf.span)))
            return None
        case n.Word(text):
            read = number_in_words(scope, text)
            if read is None and not any(map(str.isdigit, text)):
                nearest = scope.nearest_leaf(text)
                nearest = nearest if nearest and fold(nearest) in scope.lets else None
                scope.report(messages.name_for_quantity(scope.source, leaf.span, text, nearest))
                return None
            return counted(read, like) if read is not None else _read(scope, leaf.span, text, like)
        case n.Number(text) | n.UnitWords(text):
            return _read(scope, leaf.span, text, like)


def number_in_words(scope: Scope, text: str) -> Quantity | None:
    """`half`, `two thirds`, `two days`; None where the words are none."""
    try:
        return scope.exact(text)
    except QuantityError:
        return None


def counted(read: Quantity, like: Unit | None) -> Quantity:
    """A bare number beside a unit that counts things is so many of them."""
    if like is not None and like.counting and like.dimension and read.unit == NUMBER:
        return replace(read, unit=like)
    return read


def _read(scope: Scope, span: Span, text: str, like: Unit | None) -> Quantity | None:
    try:
        return counted(scope.exact(text), like)
    except QuantityError as error:
        at = _inside(scope, span, text, error.start, error.end)
        say = messages.unknown_unit if _is_of_unit(scope, text, error) else messages.bad_quantity
        scope.report(say(scope.source, at, error.message, error.help))
    return None


def _is_of_unit(scope: Scope, text: str, error: QuantityError) -> bool:
    """Is it the unit that could not be read?"""
    try:
        scope.vocabulary.units.parse(text[error.start : error.end])
    except UnitError as of_unit:
        return of_unit.message == error.message
    return False


def _inside(scope: Scope, span: Span, text: str, start: int, end: int) -> Span:
    """Offsets in a leaf's text as a span of the file; all of the leaf where it was written differently."""
    written = scope.source.text[span.start : span.end]
    if written != text or not 0 <= start < end <= len(text):
        return span
    return Span(span.start + start, span.start + end)


def date(scope: Scope, leaf: n.Leaf | n.Period) -> DateSpan | None:
    """A date, or `A to B`; four digits are a year."""
    found = scope.single(leaf)
    if found is None:
        return None
    text = " to ".join(it.text for it in (found.start, found.end)) if isinstance(found, n.Period) else found.text
    try:
        return parse_period(text)
    except DateError as error:
        scope.report(messages.bad_date(scope.source, leaf.span, error.message, error.help))
        return None


def unit(scope: Scope, leaf: n.Leaf) -> Unit | None:
    try:
        return scope.vocabulary.units.parse(leaf.text)
    except UnitError as error:
        at = _inside(scope, leaf.span, leaf.text, error.start, error.end)
        scope.report(messages.unknown_unit(scope.source, at, error.message, error.help))
        return None


def value(scope: Scope, member: n.Member, prop: Property | None) -> MeantValue | None:
    """A value that claims may have: of the kind of the property, where one is known, else as it looks."""
    if isinstance(member, n.Parts):
        _wrong(scope, member.span, "a value", "write the names one by one")
        return None
    kind: Kind | None = prop.kind if prop is not None else None
    match kind:
        case "quantity":
            return quantity(scope, member, like=prop.unit if prop else None)
        case "rank":
            return _rank(scope, member, prop)
        case "date":
            return date(scope, member)
        case "truth":
            return _truth(scope, member)
        case "entity" | "place":
            return entity(scope, member)
        case None:
            return _as_it_looks(scope, member)


def _rank(scope: Scope, member: n.Value, prop: Property | None) -> Quantity | None:
    text = scope.words(member.span) if isinstance(member, n.Period) else member.text
    assert prop is not None
    try:
        return read_quantity(text, scope.vocabulary.reading(prop))
    except QuantityError:
        _wrong(scope, member.span, "a rank", "write one, such as `first`, `second-largest` or `3`")
        return None


def _truth(scope: Scope, member: n.Value) -> bool | None:
    if isinstance(member, n.Word) and member.text.lower() in {"true", "false"}:
        return member.text.lower() == "true"
    _wrong(scope, member.span, "a truth value", "write `true` or `false`")
    return None


def entity(scope: Scope, member: n.Value) -> Name:
    """A name as a value; one that nobody knows but that is close to a known one gets a warning."""
    text = member.text if not isinstance(member, n.Period) else scope.words(member.span)
    vocabulary = scope.vocabulary
    name = vocabulary.entity(text)
    if not name.known and not vocabulary.holds(text, "entities"):
        nearest = vocabulary.nearest(text, "entities")
        if nearest is not None and fold(nearest) != fold(text) and _is_slip(text, nearest):
            scope.report(messages.near_value(scope.source, member.span, text, nearest))
    return name


@lru_cache(maxsize=4096)
def _is_slip(text: str, known: str) -> bool:
    return slip(text, [known]) is not None


def _as_it_looks(scope: Scope, member: n.Value) -> MeantValue | None:
    match member:
        case n.Date() | n.Period():
            return date(scope, member)
        case n.Number() | n.UnitWords():
            return quantity(scope, member)
        case n.Word(text, quoted):
            if not quoted and text.lower() in {"true", "false"}:
                return text.lower() == "true"
            read = None if quoted else number_in_words(scope, text)
            return read if read is not None else entity(scope, member)


def _wrong(scope: Scope, span: Span, what: str, help_: str) -> None:
    scope.report(messages.wrong_value(scope.source, span, scope.words(span), what, help_))


def plain(text: str) -> Name:
    """A word that is no entity (a stance, an id), as a name that compares by its letters."""
    return Name(text, text.casefold(), text)
