"""The engine's word on rows and rules, through its front door, brought into the oracle's terms."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from factlint.pipeline import Request, check
from factlint.quantities.dates import parse_date
from factlint.reporters.json_report import as_json
from factlint.settings import Settings
from tests.oracle.generator import Row
from tests.oracle.rules import Rule
from tests.oracle.words import VOCABULARY

HEAD = {"outlet": "outlet", "published": "published", "document via": "via"}


def write_corpus(folder: Path, rows: Sequence[Row]) -> Path:
    """YAML is wider than JSON, and JSON is faster to write."""
    place = folder / "corpus"
    place.mkdir()
    (place / "vocabulary.yaml").write_text(json.dumps(VOCABULARY))
    documents: dict[str, dict[str, Any]] = {}
    for row in rows:
        name = row["document"]
        head = {"id": name} | {theirs: row[ours] for ours, theirs in HEAD.items() if ours in row}
        claims = documents.setdefault(name, {"document": head, "claims": []})["claims"]
        claims.append({key: it for key, it in row.items() if key not in HEAD and key != "document"})
    for name, document in documents.items():
        (place / f"{name}.yaml").write_text(json.dumps(document))
    return place


def engine_report(rows: Sequence[Row], rules: Sequence[Rule], *, today: str) -> dict[str, Any]:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        place = write_corpus(folder, rows)
        file = folder / "test.rules"
        file.write_text("".join(rule.file(f"r{number}") for number, rule in enumerate(rules)))
        report = check(Settings(root=folder, corpus=place, rules=(file,)), Request(today=parse_date(today)))
        return as_json(report)
