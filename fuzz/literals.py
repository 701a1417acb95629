"""The texts that the tests try, read out of their tables: seeds that grow with the tests."""

from __future__ import annotations

import ast
from collections.abc import Iterable
from pathlib import Path

ROOT = Path(__file__).parents[1]


def literals(paths: Iterable[Path], longest: int) -> tuple[str, ...]:
    """Each text of at most `longest` characters that stands in these modules, once, in order."""
    found: dict[str, None] = {}
    for path in sorted(paths):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and 0 < len(node.value) <= longest:
                found[node.value] = None
    return tuple(found)
