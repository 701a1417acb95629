"""Rule text as VS Code reads it: the tokenizer of that editor, on the grammar that the project ships."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path

import pytest

HERE = Path(__file__).parent / "textmate"

Scopes = tuple[str, ...]


def tokenized(grammar: str, texts: Sequence[str]) -> list[list[Scopes]]:
    """For each text, the scopes of each of its characters, outermost first; skips where node or the tokenizer is missing."""
    node = shutil.which("node")
    if node is None or not (HERE / "node_modules" / "vscode-textmate").is_dir():
        pytest.skip(
            "no node or no tokenizer: the TextMate grammar was not tried as editors do (sh scripts/docs_tools.sh)"
        )
    asked = json.dumps({"grammar": grammar, "texts": list(texts)})
    told = subprocess.run(
        [node, HERE / "tokenize.cjs"], input=asked, capture_output=True, text=True, check=False, timeout=120
    )
    assert told.returncode == 0, told.stderr
    return [_by_character(text, lines) for text, lines in zip(texts, json.loads(told.stdout), strict=True)]


def _by_character(text: str, lines: list[list[tuple[int, int, list[str]]]]) -> list[Scopes]:
    found: list[Scopes] = []
    for line, tokens in zip(text.split("\n"), lines, strict=True):
        row: list[Scopes] = [()] * (len(line) + 1)
        for start, end, scopes in tokens:
            row[start:end] = [tuple(scopes)] * (min(end, len(line)) - start)
        found += [*row[: len(line)], ()]
    return found[: len(text)]
