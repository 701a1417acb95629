"""The examples of a reference page, read from it: claims as a table, rules, and what the page says comes of them.

    ```vocabulary
    properties: …              holds for all that follows, until the next one
    ```
    ```claims on occupancy of North Port
    id | outlet | value        likewise; what the heading says need not be a column
    c1 | Gazette | 40%
    ```
    ```rules
    occupancy claims must agree
    ```
    → violated: c1 against c2 — alone: c3
    → says: claims on occupancy …

Each line that begins with `→` tells of the rules above it: first the verdict (one line a rule), then, where the page
tells more, the `message` of a finding after `says:`, its `working:`, what sets a claim `apart:`, or the code of a
`mistake:`. Rules `in common.rules` are another file, for those that import it; `on 2026-07-01` is the day of the check.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from factlint.pipeline import Request, check
from factlint.quantities.dates import parse_date
from factlint.report import Report
from factlint.settings import Settings

_BLOCK = re.compile(
    r"^```(?P<kind>vocabulary|claims|rules)(?P<about>[^\n]*)\n(?P<body>.*?)^```\n"
    r"(?P<told>(?:\n*^→ [^\n]*(?:\n[^\n→#`|-][^\n]*)*\n)*)",
    re.MULTILINE | re.DOTALL,
)
_TOLD = re.compile(r"^→ (.*(?:\n(?!→)\S.*)*)", re.MULTILINE)
_HEADING = re.compile(r"^#+ ([^\n]*)", re.MULTILINE)
_ABOUT = re.compile(r"(?:on (?P<property>.+?))?(?: ?of (?P<subject>.+))?")

Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Example:
    """Rules on a page, with the claims and the vocabulary that stand above them.

    `line` is the rules' own, from 1; `heading` the last one above.
    """

    line: int
    heading: str
    vocabulary: Mapping[str, Any]
    rows: tuple[Row, ...]
    rules: str
    told: tuple[str, ...]
    today: str | None = None
    files: Mapping[str, str] = field(default_factory=dict, hash=False)


def examples(page: str) -> Iterator[Example]:
    """All of a page, in order."""
    vocabulary: Mapping[str, Any] = {}
    rows: tuple[Row, ...] = ()
    files: dict[str, str] = {}
    for match in _BLOCK.finditer(page):
        match match["kind"]:
            case "vocabulary":
                vocabulary = yaml.load(match["body"], yaml.BaseLoader)
            case "claims":
                rows = tuple(_rows(match["about"].strip(), match["body"]))
            case _ if (file := match["about"].strip()).startswith("in "):
                files[file.removeprefix("in ")] = match["body"]
            case _:
                today = match["about"].strip().removeprefix("on ") or None
                line = page.count("\n", 0, match.start("body")) + 1
                told = tuple(" ".join(it.split()) for it in _TOLD.findall(match["told"]))
                heading = _HEADING.findall(page, 0, match.start())
                yield Example(line, heading[-1] if heading else "", vocabulary, rows, match["body"], told,
                              today, dict(files))  # fmt: skip


def _rows(about: str, table: str) -> Iterator[Row]:
    """A claim a line; a cell in brackets or braces is a list or a mapping, an empty one is left out."""
    said = _ABOUT.fullmatch(about)
    common = {key: text for key, text in (said.groupdict() if said else {}).items() if text}
    heading, *lines = [line for line in table.splitlines() if line.strip()]
    keys = [key.strip() for key in heading.split("|")]
    for line in lines:
        cells = [cell.strip() for cell in line.split("|")]
        if len(cells) != len(keys):
            message = f"{len(cells)} cells under {len(keys)} headings: {line}"
            raise ValueError(message)
        read = {key: yaml.load(cell, yaml.BaseLoader) if cell[:1] in {"[", "{"} else cell
                for key, cell in zip(keys, cells, strict=True) if cell}  # fmt: skip
        yield {**common, **read}


HEAD = ("outlet", "published", "anchor", "title")
"""Columns of a table that belong to a claim's document; every claim has a document of its own."""


def run(example: Example, folder: Path) -> Report:
    """The report on an example, whose files are written to an empty folder."""
    rules = folder / "page.rules"
    rules.write_text(example.rules, encoding="utf-8")
    for name, text in example.files.items():
        (folder / name).write_text(text, encoding="utf-8")
    corpus = write_corpus(folder, example.vocabulary, example.rows)
    today = None if example.today is None else parse_date(example.today)
    return check(Settings(root=folder, corpus=corpus, rules=(rules,)), Request(today=today))


def write_corpus(folder: Path, vocabulary: Mapping[str, Any], rows: tuple[Row, ...]) -> Path:
    corpus = folder / "corpus"
    corpus.mkdir()
    (corpus / "vocabulary.yaml").write_text(_yaml(vocabulary), encoding="utf-8")
    for row in rows:
        head = {"id": f"document-of-{row['id']}", **{key: row[key] for key in HEAD if key in row}}
        claim = {key: value for key, value in row.items() if key not in HEAD}
        record = {"document": head, "claims": [claim]}
        (corpus / f"{row['id']}.yaml").write_text(_yaml(record), encoding="utf-8")
    return corpus


def _yaml(record: Mapping[str, Any]) -> str:
    return yaml.safe_dump(dict(record), sort_keys=False, allow_unicode=True)
