"""What the scenarios came to in their last run, read from the folder that `--factlint-reports` wrote."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from functools import cached_property
from pathlib import Path
from typing import Any, Literal

Outcome = Literal["passed", "failed", "not run"]
OUTCOMES: tuple[Outcome, ...] = ("passed", "failed", "not run")
JSON = dict[str, Any]
Key = tuple[str, int, frozenset[tuple[str, str]]]


@dataclass(frozen=True, slots=True)
class Result:
    """`step` is the line of the step that did not pass, and `message` says why; `reports` are names of saved reports."""

    outcome: Outcome
    step: int | None = None
    message: str | None = None
    reports: tuple[str, ...] = ()


NOT_RUN = Result("not run")


@dataclass(frozen=True)
class Results:
    """The results by feature file, line of the scenario and row of examples; `day` is the day of the run (UTC)."""

    folder: Path
    found: Mapping[Key, Result] = field(default_factory=dict)
    day: date | None = None

    @cached_property
    def _reports(self) -> dict[str, JSON]:
        return {}

    def of(self, feature: str, line: int, example: Mapping[str, str]) -> Result:
        return self.found.get((feature, line, frozenset(example.items())), NOT_RUN)

    def report(self, name: str) -> JSON:
        """A saved report as data."""
        if name not in self._reports:
            self._reports[name] = json.loads((self.folder / f"{name}.json").read_text(encoding="utf-8"))
        return self._reports[name]

    def page(self, name: str) -> str:
        """A saved report as a page."""
        return (self.folder / f"{name}.html").read_text(encoding="utf-8")


def read_results(folder: Path) -> Results:
    found: dict[Key, Result] = {}
    written = 0.0
    for path in sorted(folder.glob("scenario-*.json")):
        record = json.loads(path.read_text(encoding="utf-8"))
        written = max(written, path.stat().st_mtime)
        outcome: Outcome = record["outcome"] if record["outcome"] in OUTCOMES else "not run"
        key = (record["feature"], record["line"], frozenset(record["example"].items()))
        found[key] = Result(outcome, record["step"], record["message"], tuple(record["reports"]))
    return Results(folder, found, datetime.fromtimestamp(written, UTC).date() if found else None)


def count(outcomes: Iterable[Outcome]) -> dict[Outcome, int]:
    """How often each outcome occurs, those that do not left out."""
    counted = Counter(outcomes)
    return {it: counted[it] for it in OUTCOMES if counted[it]}


def worst(outcomes: Iterable[Outcome]) -> Outcome:
    """The outcome of several together: failed if one failed, not run unless all of them ran."""
    found = set(outcomes)
    return "failed" if "failed" in found else "passed" if found == {"passed"} else "not run"


def anchors(report: JSON) -> list[str]:
    """The identifier that each finding has on the page of its report, as `factlint.reporters.html` gives it."""
    seen: Counter[str] = Counter()
    found = []
    for finding in report["findings"]:
        name = f"f-{finding['fingerprint'][:12]}"
        seen[name] += 1
        found.append(name if seen[name] == 1 else f"{name}-{seen[name]}")
    return found
