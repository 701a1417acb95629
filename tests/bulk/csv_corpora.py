"""The same messy corpora as CSV."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from random import Random
from typing import Any

from tests.bulk import corpora

_COLUMNS = (
    "id", "document", "subject", "property", "value", "unit", "period", "qualifiers.product", "speaker", "speech",
    "via", "modality", "stance", "status", "superseded by", "quote", "occurrence", "prefix", "reading", "note",
)  # fmt: skip
_SPOILT = ("", ",,,", "a,b", 'x"y', "\x01", '"', "   ", "c0,\udcff", '"two\nlines"')


def write(folder: Path, seed: int, *, tidy: float = 0.9) -> Path:
    """A corpus as `corpora.write` makes it, each claim a row."""
    lines = corpora.write(folder, seed, tidy=tidy)
    chance = Random(seed)
    claims = [_claim(line) for line in lines.read_bytes().decode("utf-8", "surrogateescape").splitlines()]
    lines.unlink()
    columns = list(_COLUMNS)
    if any(isinstance(claim and claim.get("document"), dict) for claim in claims):
        columns.append("document.outlet")
    if chance.random() < 0.5:
        columns += ["value.number", "value.unit"]
    if chance.random() < 0.3:
        columns.append("qualifiers.grade")
    chance.shuffle(columns)
    ends, mark = chance.choice(["\n", "\n", "\r\n"]), chance.choice([",", ",", ";", "\t"])
    rows = [_row(columns, mark), *(_row([_cell(claim, name, chance) for name in columns], mark) for claim in claims)]
    if tidy < 1:
        rows = [row if at == 0 or chance.random() < 0.99 else chance.choice(_SPOILT) for at, row in enumerate(rows)]
    if chance.random() < 0.7:  # a mark that no row closes leaves the whole file to the reader of rows
        rows = [row for row in rows if row.count('"') % 2 == 0 and "\n" not in row]
    if chance.random() < 0.5 and (folder / "documents.jsonl").exists():
        _documents(folder)
    path = folder / "claims.csv"
    data = ends.join(rows).encode("utf-8", "surrogateescape")
    path.write_bytes((b"\xef\xbb\xbf" if chance.random() < 0.3 else b"") + data + ends.encode())
    return path


def _documents(folder: Path) -> None:
    listed = folder / "documents.jsonl"
    found = [json.loads(line) for line in listed.read_text().splitlines()]
    listed.unlink()
    columns = ["id", "published", "outlet", "via", "text"]
    rows = [";".join(map(str, it["via"])) if isinstance(it.get("via"), list) else it.get("via", "") for it in found]
    cells = [[it.get(key, "") if key != "via" else via for key in columns] for it, via in zip(found, rows, strict=True)]
    (folder / "documents.csv").write_text("\n".join([_row(columns, ","), *(_row(it, ",") for it in cells)]) + "\n")


def _claim(line: str) -> dict[str, Any]:
    try:
        found = json.loads(line)
    except ValueError:
        return {}
    return found if isinstance(found, dict) else {}


def _cell(claim: dict[str, Any], name: str, chance: Random) -> str:
    value: Any = claim
    for key in [name] if name in claim else name.split("."):
        value = value.get(key) if isinstance(value, dict) else None
    if name == "document" and isinstance(value, dict):
        value = value.get("id")
    if name == "via" and isinstance(value, list):
        value = " ; ".join(map(str, value))
    if value is None or isinstance(value, dict | list):
        return ""
    text = str(value).replace("\x00", "")
    return f" {text} " if chance.random() < 0.02 else text


def _row(cells: list[str], mark: str) -> str:
    written = io.StringIO()
    csv.writer(written, delimiter=mark, lineterminator="").writerow(cells)
    return written.getvalue()
