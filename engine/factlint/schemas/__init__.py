"""JSON Schemas of what goes in and comes out: claim files, lines of flat ones, the vocabulary, the report."""

from __future__ import annotations

import json
from importlib.resources import files
from typing import Any

NAMES = ("claims", "vocabulary", "report", "claim", "document")
_LINES = ("claim", "document")


def schema(name: str) -> dict[str, Any]:
    """A JSON Schema (draft 2020-12) by name.

    `claims` is a claim file, `claim` a line of a `.jsonl` file of claims, `document` a line of `documents.jsonl`.
    """
    if name == "report":
        text = files(__name__).joinpath("report.json").read_text(encoding="utf-8")
        loaded: dict[str, Any] = json.loads(text)
        return loaded
    from factlint.corpus.records import DocumentRecord, FileRecord, LineRecord, Record, VocabularyRecord

    records: dict[str, type[Record]] = {
        "claims": FileRecord,
        "vocabulary": VocabularyRecord,
        "claim": LineRecord,
        "document": DocumentRecord,
    }
    made = _as_editors_read(records[name].model_json_schema(by_alias=True))
    if name in _LINES:
        for found in (made, *made.get("$defs", {}).values()):
            _allow_null(found)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"https://factlint.invalid/schemas/{name}-1.json",
        **made,
    }


def _allow_null(record: dict[str, Any]) -> None:
    """In JSON lines `null` says that there is nothing, and so may stand for every key that may be left out."""
    for key, value in record.get("properties", {}).items():
        if key not in record.get("required", ()) and {"type": "null"} not in value.get("anyOf", ()):
            record["properties"][key] = {"anyOf": [value, {"type": "null"}]}


def _as_editors_read(node: Any) -> Any:
    """An editor reads `304` in YAML as a number and `true` as a truth; factlint reads the text, and decides by the field."""
    if isinstance(node, list):
        return [_as_editors_read(it) for it in node]
    if not isinstance(node, dict):
        return node
    changed = {key: _as_editors_read(value) for key, value in node.items()}
    if changed.get("type") == "string" and "enum" not in changed:
        changed["type"] = ["string", "number", "boolean"]
    elif changed.get("type") in {"boolean", "integer"}:
        changed = {**changed, "type": [changed["type"], "string"]}
    return changed
