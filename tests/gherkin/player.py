"""Plays lines of a scenario through the step library, without pytest-bdd around them."""

from __future__ import annotations

import re
from importlib import import_module
from pathlib import Path

from factlint.gherkin.plugin import STEPS as MODULES
from factlint.gherkin.scene import Scene
from factlint.gherkin.steps import STEPS, Step

for module in MODULES:
    import_module(module)

LINE = re.compile(r"(Given|When|Then|And|But) (.+)")


def matching(keyword: str, text: str) -> list[Step]:
    """The steps that these words may be."""
    return [
        step
        for step in STEPS
        if step.keyword == keyword and any(expression.is_matching(text) for expression in step.expressions)
    ]


def play(text: str, folder: Path, home: Path | None = None) -> Scene:
    """Run the lines in order: steps, rows of tables below them, and texts between triple quotes."""
    scene = Scene(folder=folder, home=home or folder, reports={})
    for keyword, words, table, docstring in read(text):
        (step,) = matching(keyword, words)
        given = {"datatable": table, "docstring": docstring}
        arguments = {name: value for name, value in given.items() if value is not None}
        for expression in step.expressions:
            if expression.is_matching(words):
                arguments |= expression.parse_arguments(words) or {}
                break
        step.function(scene, **arguments)
    return scene


Played = tuple[str, str, list[list[str]] | None, str | None]


def read(text: str) -> list[Played]:
    """(keyword, words, table, docstring) of each step."""
    steps: list[Played] = []
    keyword = "Given"
    lines = iter(text.splitlines())
    for raw in lines:
        line = raw.strip()
        if line.startswith("|"):
            head, words, table, docstring = steps[-1]
            cells = [cell.strip() for cell in line.strip("|").split("|")]
            steps[-1] = (head, words, [*(table or []), cells], docstring)
        elif line == '"""':
            indent = len(raw) - len(line)
            block = []
            for inner in lines:
                if inner.strip() == '"""':
                    break
                block.append(inner[indent:])
            head, words, table, _ = steps[-1]
            steps[-1] = (head, words, table, "\n".join(block))
        elif line:
            found = LINE.fullmatch(line)
            assert found, line
            keyword = keyword if found[1] in {"And", "But"} else found[1]
            steps.append((keyword, found[2], None, None))
    return steps
