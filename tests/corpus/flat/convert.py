"""The same corpus in other files: a folder of YAML written as JSON lines, and as CSV."""

from __future__ import annotations

import csv
import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import yaml

Record = dict[str, Any]


def loaded(folder: Path) -> tuple[list[Record], list[Record]]:
    """The documents and the claims of a folder; each claim names its document."""
    documents: list[Record] = []
    claims: list[Record] = []
    for file in sorted(folder.glob("*.yaml")):
        if file.name != "vocabulary.yaml":
            read = yaml.load(file.read_text(encoding="utf-8"), yaml.BaseLoader)
            documents.append(read["document"])
            claims += [{"document": read["document"]["id"], **claim} for claim in read["claims"]]
    return documents, claims


def write_jsonl(path: Path, records: Sequence[Mapping[str, Any]]) -> None:
    path.write_text("".join(json.dumps(it, ensure_ascii=False) + "\n" for it in records), encoding="utf-8")


def write_csv(path: Path, records: Sequence[Mapping[str, Any]]) -> None:
    rows = [_cells(it) for it in records]
    columns = list(dict.fromkeys(key for row in rows for key in row))
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, columns)
        writer.writeheader()
        writer.writerows(rows)


def inline(documents: Sequence[Record], claims: Sequence[Record]) -> list[Record]:
    """Claims that describe their document themselves, each time."""
    described = {it["id"]: it for it in documents}
    return [{**claim, "document": described[claim["document"]]} for claim in claims]


def _cells(record: Mapping[str, Any]) -> dict[str, str]:
    cells = {}
    for key, value in record.items():
        if isinstance(value, list):
            cells[key] = "; ".join(value)
        elif isinstance(value, dict) and key == "document":
            below = {f"document.{it}": text for it, text in _cells(value).items()}
            cells |= {"document": below.pop("document.id"), **below}
        elif isinstance(value, dict):
            cells |= {f"{key}.{it}": text for it, text in value.items()}
        else:
            cells[key] = value
    return cells
