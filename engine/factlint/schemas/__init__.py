"""JSON Schemas of what goes in and comes out: claim files, the vocabulary, the report."""

from __future__ import annotations

import json
from importlib.resources import files
from typing import Any

NAMES = ("claims", "vocabulary", "report")


def schema(name: str) -> dict[str, Any]:
    """A JSON Schema (draft 2020-12) by name: of a claim file, a vocabulary, or the JSON report."""
    if name == "report":
        text = files(__name__).joinpath("report.json").read_text(encoding="utf-8")
        loaded: dict[str, Any] = json.loads(text)
        return loaded
    from factlint.corpus.records import FileRecord, VocabularyRecord

    record = FileRecord if name == "claims" else VocabularyRecord
    made = _as_editors_read(record.model_json_schema(by_alias=True))
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"https://factlint.invalid/schemas/{name}-1.json",
        **made,
    }


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
