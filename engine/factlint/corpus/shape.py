"""A node of YAML judged by a pydantic model; what pydantic finds wrong becomes diagnostics at the words at fault."""

from __future__ import annotations

import re
from collections.abc import Mapping as Table
from dataclasses import dataclass
from typing import Any, TypeVar

from pydantic import ValidationError

from factlint.corpus import file_messages, records
from factlint.corpus.file_messages import Form, Stage
from factlint.corpus.near import suggest
from factlint.corpus.records import Record
from factlint.corpus.yaml_nodes import Listing, Mapping, Node, Scalar
from factlint.diagnostics import Diagnostic
from factlint.source import Source, Span

Model = TypeVar("Model", bound=Record)

_PLACES: Table[type[Record], str] = {
    records.DocumentRecord: "a document",
    records.ClaimRecord: "a claim",
    records.LineRecord: "a claim",
    records.NumberRecord: "a quantity",
    records.RangeRecord: "a range",
    records.PropertyRecord: "a property",
    records.EntityRecord: "an entity",
    records.NamedRecord: "a name",
    records.VocabularyRecord: "the vocabulary",
}
_OTHER: Table[type[Record], type[Record]] = {
    records.ClaimRecord: records.DocumentRecord,
    records.LineRecord: records.DocumentRecord,
    records.DocumentRecord: records.ClaimRecord,
}
_ENTRIES: Table[str, type[Record]] = {
    "properties": records.PropertyRecord,
    "entities": records.EntityRecord,
    "places": records.EntityRecord,
    "outlets": records.NamedRecord,
    "speakers": records.NamedRecord,
}
_EXAMPLES = {
    "id": "harbour-gazette-2025-03-04",
    "document": "harbour-gazette-2025-03-04",
    "subject": "North Terminal",
    "property": "loading rate",
    "value": "nearly 1.2mn barrels a day",
    "kind": "quantity",
    "number": "40",
    "via": "[Port Authority < duty officer]",
    "qualifiers": "{product: crude}",
    "properties": "{loading rate: {kind: quantity, unit: barrel/day}}",
    "entities": "{North Terminal: {aliases: [Terminal N]}}",
    "places": "{Washington: {within: United States}}",
    "outlets": "{Harbour Gazette: {}}",
    "speakers": "{harbour master: {}}",
    "units": '["drone = [drone]"]',
    "conversions": '{crude oil: {"7.33 barrel": 1 tonne}}',
    "rates": "{EUR: {2025-10: 1.16 USD}}",
    "hedges": "{nearly: 10 %}",
    "closed": "[entities, outlets]",
    "aliases": "[another name]",
    "parts": "[Berth 1, Berth 2]",
}
_OF_MODEL: Table[type[Record], str] = {
    records.PropertyRecord: "{kind: quantity}",
    records.EntityRecord: "{aliases: [another name]}",
    records.NamedRecord: "{aliases: [another name]}",
}
KEYS = "a set of keys"
_WANTED = {"string_type": "a text", "list_type": "a list", "dict_type": KEYS, "model_type": KEYS}


@dataclass(frozen=True, slots=True)
class _Fault:
    """One error of pydantic: the keys that lead to it, the node there (or the nearest above), the model it is in."""

    kind: str
    key: str
    node: Node
    key_node: Scalar | None
    model: type[Record]
    allowed: tuple[str, ...]


def validate(
    model: type[Model], node: Node, data: Any, source: Source, stage: Stage, form: Form = "yaml"
) -> tuple[Model | None, list[Diagnostic]]:
    """The record that `data` (the plain form of `node`) is; None, and every mistake in it, where it is none."""
    try:
        return model.model_validate(data), []
    except ValidationError as error:
        found = [_fault(model, node, detail) for detail in error.errors(include_url=False, include_input=False)]
        return None, [_diagnostic(fault, source, stage, form) for fault in found]


def salvage(model: type[Model], data: Any) -> Model | None:
    """The record without the keys that hold mistakes, so that the mistakes of meaning in the others are found as well."""
    for _ in range(2):
        try:
            return model.model_validate(data)
        except ValidationError as error:
            faulty = {detail["loc"][0] for detail in error.errors(include_url=False) if detail["loc"]}
            data = {key: value for key, value in data.items() if key not in faulty}
    return None


def _fault(model: type[Record], node: Node, detail: Any) -> _Fault:
    key, key_node, inside = "value", None, model
    at = node
    for index, step in enumerate(detail["loc"]):
        if isinstance(step, int) and isinstance(at, Listing) and step < len(at.items):
            at = at.items[step]
        elif step == "<number>":
            inside = records.NumberRecord
        elif step == "<range>":
            inside = records.RangeRecord
        elif isinstance(step, str) and not (step.startswith("<") and step.endswith(">")) and step != "[key]":
            key = step
            entry = at.entries.get(step) if isinstance(at, Mapping) else None
            if index == 1 and model is records.VocabularyRecord and detail["loc"][0] in _ENTRIES:
                inside = _ENTRIES[detail["loc"][0]]
            if entry is not None:
                key_node, at = entry
    expected = str(detail.get("ctx", {}).get("expected", ""))
    return _Fault(detail["type"], key, at, key_node, inside, tuple(re.findall(r"'([^']*)'", expected)))


def _diagnostic(fault: _Fault, source: Source, stage: Stage, form: Form) -> Diagnostic:
    key, span = fault.key, fault.node.span
    written = fault.node.text if isinstance(fault.node, Scalar) else None
    key_span = span if fault.key_node is None else fault.key_node.span
    if fault.kind == "missing":
        return missing(fault.node, key, _PLACES[fault.model], source, stage, form)
    if fault.kind == "extra_forbidden":
        return unknown_key(stage, source, key_span, key, fault.model)
    if written is None or fault.kind in _WANTED:
        return (
            _wrong_shape(fault, source, stage, form)
            if written != ""
            else file_messages.no_value(stage, source, key_span, key, form)
        )
    if not written:
        return file_messages.no_value(stage, source, key_span, key, form)
    match fault.kind:
        case "literal_error" | "bool_parsing":
            allowed = fault.allowed or ("true", "false")
            return file_messages.not_allowed(stage, source, span, key, written[:60], suggest(written, allowed), allowed)
        case "string_pattern_mismatch" if key == "sha256":
            return file_messages.bad_sha256(source, span)
        case "string_pattern_mismatch" | "string_too_long":
            better = re.sub(r"[^\w.-]+", "-", written[:60]).strip("-")
            return file_messages.bad_id(source, span, key, written[:60], better)
        case "int_parsing" | "int_from_float" | "int_parsing_size" | "greater_than_equal":
            return file_messages.bad_number(source, span, key, written[:60])
        case _:
            return _wrong_shape(fault, source, stage, form)


def _wrong_shape(fault: _Fault, source: Source, stage: Stage, form: Form) -> Diagnostic:
    wanted = _WANTED.get(fault.kind, "a text")
    usual = {"a list": "[first, second]", "a text": "words"}.get(wanted) or _OF_MODEL.get(fault.model, "{key: value}")
    example = f"{fault.key[:60]}: {_EXAMPLES.get(fault.key, usual)}"
    return file_messages.wrong_shape(
        stage, source, fault.node.span, f"`{fault.key[:60]}`", shape(fault.node), wanted, example, form
    )


def shape(node: Node) -> str:
    return "a text" if isinstance(node, Scalar) else "a list" if isinstance(node, Listing) else KEYS


def missing(node: Node, key: str, place: str, source: Source, stage: Stage, form: Form = "yaml") -> Diagnostic:
    """The key is missing in `node`: pointed at is the first key that is there."""
    span = node.span
    if isinstance(node, Mapping) and node.entries:
        span = next(iter(node.entries.values()))[0].span
    example = f"{key}: {_EXAMPLES.get(key, 'words')}"
    return file_messages.missing_key(stage, source, span, key, place, example, form)


def unknown_key(stage: Stage, source: Source, span: Span, key: str, model: type[Record]) -> Diagnostic:
    known = _keys(model)
    elsewhere = _OTHER.get(model)
    nearest = suggest(key, known) or suggest(key.replace("_", " "), known)
    if elsewhere is not None and key in _keys(elsewhere) and key not in known:
        return file_messages.misplaced_key(stage, source, span, key, _PLACES[model], _PLACES[elsewhere])
    return file_messages.unknown_key(stage, source, span, key, _PLACES[model], nearest, known)


def _keys(model: type[Record]) -> tuple[str, ...]:
    return tuple(info.alias or name for name, info in model.model_fields.items())
