"""A value as written, understood as its property's kind asks: a quantity, a date, a name, or a truth."""

from __future__ import annotations

from collections.abc import Mapping as Table
from dataclasses import dataclass

from factlint.corpus import messages
from factlint.corpus.claim import Property
from factlint.corpus.drafts import DraftClaim
from factlint.corpus.ratios import is_bare, may_be_percent
from factlint.corpus.records import NumberRecord, RangeRecord, WrittenValue
from factlint.corpus.vocabulary import Vocabulary
from factlint.corpus.yaml_nodes import Scalar
from factlint.diagnostics import Diagnostic, Label
from factlint.quantities.convert import reaches
from factlint.quantities.dates import DateError, parse_date
from factlint.quantities.format import describe_dimension
from factlint.quantities.messages import QuantityError
from factlint.quantities.read import read_quantity
from factlint.quantities.reading import Reading
from factlint.quantities.relative import parse_relative
from factlint.quantities.values import DateSpan, Dimension, Name, Quantity, Truth, Unit, Value

_TRUTHS = {"true": True, "false": False}
_ANY_DAY = parse_date("2000-01-01")
_EXAMPLES = {
    "quantity": "a number with its unit, such as `nearly 40%` or `two days`",
    "rank": "a rank, such as `second-largest` or `3rd`",
    "date": "a date, such as `2025-03-04` or `Wednesday`",
    "entity": "a name, such as `North Terminal`",
    "place": "a place, such as `Washington`",
    "truth": "`true` or `false`",
}


@dataclass(frozen=True, slots=True)
class Understood:
    """A value, and the unit it was written in (quantities only); what is wrong with it, or only looks wrong."""

    value: Value | None = None
    unit: Unit | None = None
    problem: Diagnostic | None = None


def written(value: WrittenValue) -> str:
    """The value as reports show it; one that was taken apart is put together again."""
    if isinstance(value, NumberRecord):
        return " ".join(part for part in (value.hedge, value.number, value.unit) if part)
    if isinstance(value, RangeRecord):
        unit = f" {value.unit}" if value.unit else ""
        if value.low is None or value.high is None:
            return f"at most {value.high}{unit}" if value.low is None else f"at least {value.low}{unit}"
        return f"{value.low} to {value.high}{unit}"
    return value.strip()


def read_text(value: WrittenValue) -> str | Table[str, object]:
    """The value as the reader of quantities takes it."""
    return value.strip() if isinstance(value, str) else value.model_dump(exclude_none=True)


def understand(claim: DraftClaim, prop: Property, vocabulary: Vocabulary, anchor: DateSpan | None) -> Understood:
    """The value of a claim; `anchor` is the day that its relative dates count from, if one is known."""
    value = claim.record.value
    if prop.kind in {"quantity", "rank"}:
        return _quantity(claim, prop, vocabulary)
    at = claim.at("value")
    if not isinstance(value, str):
        return _wrong(at, prop, "a quantity")
    text = value.strip()
    match prop.kind:
        case "truth":
            truth = _TRUTHS.get(text.casefold())
            if truth is None:
                return _wrong(at, prop, f"`{text[:60]}`")
            return Understood(Truth(truth is (claim.record.stance == "asserts"), text))
        case "date":
            found = date(text, at, "", anchor, future=claim.record.modality != "actual")
            return Understood(problem=found) if isinstance(found, Diagnostic) else Understood(found)
        case _:
            other = _no_name(text, prop, vocabulary)
            return _wrong(at, prop, other) if other else Understood(vocabulary.entity(text))


def date(text: str, at: Label, key: str, anchor: DateSpan | None, *, future: bool) -> DateSpan | Diagnostic:
    """A date as written, or counted from the anchor; else the mistake, which `key` is the name of."""
    try:
        return parse_date(text)
    except DateError as error:
        absolute = error
    try:
        relative = parse_relative(text, anchor or _ANY_DAY, future)
    except DateError as error:
        return messages.bad_date(at, key, error.message, error.help)
    if relative is None:
        return messages.bad_date(at, key, absolute.message, absolute.help)
    if anchor is None and relative != parse_relative(text, parse_date("1900-06-15"), future):
        return messages.relative_without_anchor(at, text)
    return relative


def _quantity(claim: DraftClaim, prop: Property, vocabulary: Vocabulary) -> Understood:
    node = claim.node.get("value")
    raw = read_text(claim.record.value)
    try:
        quantity = _read(raw, prop, vocabulary)
    except QuantityError as error:
        at = claim.at("value")
        if isinstance(node, Scalar):
            shift = len(node.text) - len(node.text.lstrip())
            at = Label(claim.source, node.within(claim.source, error.start + shift, error.end + shift))
        return Understood(problem=messages.bad_quantity(at, error.message, error.help))
    unit = quantity.unit
    if prop.unit is None or prop.kind == "rank":
        return Understood(quantity, unit)
    if unit.dimension == prop.unit.dimension:
        converted = quantity.to(prop.unit)
        if claim.sound and may_be_percent(converted, unit, prop.unit) and is_bare(raw, vocabulary.reading(prop)):
            told = messages.share_without_unit(claim.at("value"), written(claim.record.value), converted)
            return Understood(converted, unit, told)
        return Understood(converted, unit)
    if (
        prop.name in vocabulary.guessed_units
        or _same_but_for_currency(unit.dimension, prop.unit.dimension)
        or reaches(unit, prop.unit, vocabulary.units)
    ):
        return Understood(quantity, unit)
    at = claim.at("value")
    found, expected = describe_dimension(unit.dimension), describe_dimension(prop.unit.dimension)
    return Understood(problem=messages.unit_does_not_fit(at, prop.name, unit.name, prop.unit.name, found, expected))


def _read(raw: str | Table[str, object], prop: Property, vocabulary: Vocabulary) -> Quantity:
    reading = vocabulary.reading(prop)
    if prop.name not in vocabulary.guessed_units or prop.unit is None:
        return read_quantity(raw, reading)
    try:
        return read_quantity(raw, reading)
    except QuantityError:
        # The unit is a guess from another claim; a bare number among measured ones is then a count, comparable to none.
        return read_quantity(
            raw, Reading(vocabulary.units, signed=prop.signed, counted=prop.counted, hedges=reading.hedges)
        )


def _same_but_for_currency(one: Dimension, other: Dimension) -> bool:
    """Both hold money, in whatever currency: such amounts load together, and compare by exchange rate or not at all."""
    monies = [
        sorted(("[currency]" if base.startswith("[currency_") else base, power) for base, power in dimension)
        for dimension in (one, other)
    ]
    return monies[0] == monies[1] and any(base == "[currency]" for base, _ in monies[0])


def _no_name(text: str, prop: Property, vocabulary: Vocabulary) -> str:
    """What a text is that cannot be a name, if it cannot: a truth, a date, a quantity with a unit."""
    if vocabulary.entity(text).known or prop.inferred:
        return ""
    if text.casefold() in _TRUTHS:
        return "a truth"
    if not any(char.isdigit() for char in text):
        return ""
    try:
        parse_date(text)
    except DateError:
        pass
    else:
        return "a date" if prop.kind == "place" or "-" in text else ""
    try:
        quantity = read_quantity(text, Reading(vocabulary.units, None, signed=True))
    except QuantityError:
        return ""
    measured = quantity.unit.name != "" or prop.kind == "place"
    return f"the quantity `{text[:60]}`" if measured else ""


def _wrong(at: Label, prop: Property, found: str) -> Understood:
    return Understood(problem=messages.wrong_kind(at, prop.name, prop.kind, found, _EXAMPLES[prop.kind]))


def is_truth(text: str) -> bool:
    return text.strip().casefold() in _TRUTHS


def is_date(text: str) -> bool:
    """A date, or words for one; a bare number of four digits only where it looks like a year."""
    text = text.strip()
    if text.isdigit() and not "1500" <= text <= "2100":
        return False
    try:
        parse_date(text)
    except DateError:
        pass
    else:
        return True
    try:
        return parse_relative(text, _ANY_DAY) is not None
    except DateError:
        return False


def name_of(value: Value | None) -> Name | None:
    return value if isinstance(value, Name) else None
