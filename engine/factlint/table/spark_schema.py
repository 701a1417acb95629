"""What a table means, said so that Spark keeps it: it drops what it does not know from the metadata of files.

Spark writes the schema of a table as JSON into every file that it writes, and takes it from there when it reads one. What
stands in it as metadata of a column goes along with that column, into other files and into tables of a catalog.
"""

from __future__ import annotations

import json
from collections.abc import Mapping

from factlint.table.columns import COLUMNS, Type

SCHEMA = "org.apache.spark.sql.parquet.row.metadata"
"""The key of a file's metadata under which Spark looks for the schema."""

KEY = "factlint"
COLUMN = "id"
"""The column that carries the meaning."""

_TYPES: Mapping[Type, str] = {
    "text": "string",
    "flag": "boolean",
    "number": "double",
    "whole": "long",
    "code": "long",  # Spark has no numbers without a sign
}


def for_spark(meaning: str) -> dict[str, str]:
    """The metadata of a file by which Spark carries the meaning on."""
    fields = [
        {
            "name": name,
            "type": _TYPES[kind],
            "nullable": True,
            "metadata": {KEY: meaning} if name == COLUMN else {},
        }
        for name, (kind, _told) in COLUMNS.items()
    ]
    return {SCHEMA: json.dumps({"type": "struct", "fields": fields}, ensure_ascii=False)}


def from_spark(metadata: Mapping[str, str]) -> str | None:
    """The meaning in the metadata of a file that Spark wrote; None where it wrote none."""
    try:
        fields = json.loads(metadata.get(SCHEMA, "{}")).get("fields", [])
        found = [it["metadata"].get(KEY) for it in fields if it["name"] == COLUMN]
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return None
    return found[0] if found and isinstance(found[0], str) else None
