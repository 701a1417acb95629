"""What every rival shares: its call, and how it prints. Imports nothing heavy, so that it costs the rivals nothing."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

from benchmarks.rules import FOUR, Limit, everywhere, many

FIRST = 20

Printed = Mapping[str, tuple[int, list[str]]]
"""Of each rule: how many groups violate it, and the first of their names in order."""


def limits_of(name: str, folder: Path) -> tuple[Limit, ...]:
    """The rules that a name stands for: `four`, `rules-1000`, `everywhere-100`; of months that the corpus has.

    Raises:
        ValueError: it stands for none.
    """
    if name == "four":
        return FOUR
    kind, _, number = name.rpartition("-")
    if kind == "rules":
        months = json.loads((folder / "shape.json").read_text(encoding="utf-8"))["months"]
        return FOUR[:1] if number == "1" else many(int(number), months)
    if kind == "everywhere":
        return everywhere(int(number))
    raise ValueError(f"no rules are called {name}")


def main(answer: Callable[[Path, str], Printed]) -> None:
    """Runs a rival: `FOLDER RULES` in, JSON out."""
    folder, rules = sys.argv[1:3]
    found = answer(Path(folder), rules)
    answers = {name: {"violated": count, "first": first} for name, (count, first) in found.items()}
    sys.stdout.write(json.dumps(answers, indent=1) + "\n")


def first(names: Iterable[str]) -> list[str]:
    return sorted(names)[:FIRST]
