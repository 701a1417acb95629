"""Feature files as pages need them, read by the parser that pytest-bdd itself uses."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from gherkin.parser import Parser

from scripts.site.results import Outcome, Result, Results

Node = Any


@dataclass(frozen=True, slots=True)
class Step:
    """`keyword` as written: Given, When, Then, And, But; `table` is rows of cells, `text` what stands between quotes."""

    line: int
    keyword: str
    words: str
    table: tuple[tuple[str, ...], ...] = ()
    text: str | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """A row of examples, and what the outline came to with it."""

    cells: tuple[str, ...]
    result: Result


@dataclass(frozen=True, slots=True)
class Examples:
    name: str
    header: tuple[str, ...]
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    """What a feature and a scenario say of themselves; tags are without their sign."""

    name: str
    description: str
    tags: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Scenario(Heading):
    """`results` holds one result, or for an outline one a row; `rule` is the heading in Gherkin's `Rule:` above it."""

    line: int
    steps: tuple[Step, ...]
    results: tuple[Result, ...]
    examples: tuple[Examples, ...] = ()
    rule: str = ""

    @property
    def outcomes(self) -> list[Outcome]:
        return [it.outcome for it in self.results]


@dataclass(frozen=True, slots=True)
class Feature(Heading):
    """`path` is the file's, from the root of the project."""

    path: str
    background: tuple[Step, ...]
    scenarios: tuple[Scenario, ...]

    @property
    def outcomes(self) -> list[Outcome]:
        return [outcome for scenario in self.scenarios for outcome in scenario.outcomes]

    @property
    def steps(self) -> Iterator[Step]:
        yield from self.background
        for scenario in self.scenarios:
            yield from scenario.steps


def read_features(root: Path, folder: Path, results: Results) -> list[Feature]:
    """Every feature below a folder, in the order of their paths, each scenario with its last result."""
    return [
        read_feature(path, path.relative_to(root).as_posix(), results) for path in sorted(folder.rglob("*.feature"))
    ]


def read_feature(path: Path, name: str, results: Results) -> Feature:
    feature: Node = Parser().parse(path.read_text(encoding="utf-8"))["feature"]
    background: list[Step] = []
    scenarios = []
    for rule, child in _children(feature["children"]):
        if "background" in child:
            background += map(_step, child["background"]["steps"])
        else:
            scenarios.append(replace(_scenario(child["scenario"], name, results), rule=rule))
    return Feature(
        **_heading(feature),
        path=name,
        background=tuple(background),
        scenarios=tuple(scenarios),
    )


def _children(children: Iterable[Node], rule: str = "") -> Iterator[tuple[str, Node]]:
    for child in children:
        if "rule" in child:
            yield from _children(child["rule"]["children"], child["rule"]["name"])
        else:
            yield rule, child


def _scenario(node: Node, feature: str, results: Results) -> Scenario:
    line = node["location"]["line"]
    examples = tuple(_examples(it, feature, line, results) for it in node["examples"])
    rows = tuple(row.result for table in examples for row in table.rows)
    return Scenario(
        **_heading(node),
        line=line,
        steps=tuple(map(_step, node["steps"])),
        results=rows if examples else (results.of(feature, line, {}),),
        examples=examples,
    )


def _examples(node: Node, feature: str, line: int, results: Results) -> Examples:
    header = tuple(cell["value"] for cell in node["tableHeader"]["cells"])
    rows = [tuple(cell["value"] for cell in row["cells"]) for row in node["tableBody"]]
    return Examples(
        name=node["name"],
        header=header,
        rows=tuple(Row(row, results.of(feature, line, dict(zip(header, row, strict=True)))) for row in rows),
    )


def _step(node: Node) -> Step:
    return Step(
        line=node["location"]["line"],
        keyword=node["keyword"].strip(),
        words=node["text"],
        table=tuple(tuple(cell["value"] for cell in row["cells"]) for row in node.get("dataTable", {}).get("rows", ())),
        text=node["docString"]["content"] if "docString" in node else None,
    )


def _heading(node: Node) -> dict[str, Any]:
    tags = tuple(tag["name"].removeprefix("@") for tag in node["tags"])
    return {"name": node["name"], "description": _prose(node["description"]), "tags": tags}


def _prose(text: str) -> str:
    return " ".join(text.split())
