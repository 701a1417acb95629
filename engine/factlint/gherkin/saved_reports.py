"""What each scenario came to, kept for a reader: `pytest features --factlint-reports FOLDER`.

A file `scenario-….json` a scenario tells whether it passed and at which step it did not; beside it lies, for every check
that it made, the report as a page and as data. Each file is written by one process alone, so that pytest-xdist may
divide the scenarios among several.
"""

from __future__ import annotations

import json
from collections.abc import Generator, Mapping
from dataclasses import asdict, dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from factlint.gherkin.telling import Told

if TYPE_CHECKING:
    from pytest_bdd.parser import Feature, Scenario, Step

    from factlint.report import Report

OPTION = "--factlint-reports"
EXAMPLE = "_pytest_bdd_example"
"""The parameter in which pytest-bdd hands a row of examples to a scenario outline."""


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.getgroup("factlint").addoption(
        OPTION, metavar="FOLDER", default=None, help="keep each scenario's result and the reports of its checks here"
    )


def pytest_configure(config: pytest.Config) -> None:
    folder = config.getoption(OPTION)
    if folder:
        config.pluginmanager.register(SavedReports(Path(folder).absolute(), config.rootpath), "factlint-reports")


@dataclass
class Record:
    """A scenario that ran. `feature` is its file, from the folder of pytest's configuration; `line` that of its heading;
    `example` the row of an outline. `step` is the line of the step that did not pass, and `message` says why not.
    `reports` are the names of its checks' reports, without `.html` and `.json`.
    """

    feature: str
    line: int
    name: str
    example: dict[str, str]
    outcome: str = "skipped"
    step: int | None = None
    message: str | None = None
    reports: list[str] = field(default_factory=list)


class SavedReports:
    """Notes what pytest-bdd tells of a scenario, and writes it down once the scenario has ended."""

    def __init__(self, folder: Path, root: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self._folder = folder
        self._root = root
        self._running: dict[str, Record] = {}
        self._latest: Report | None = None
        self._names: dict[int, tuple[Report, str]] = {}

    def pytest_bdd_before_scenario(self, request: pytest.FixtureRequest, feature: Feature, scenario: Scenario) -> None:
        path = Path(feature.filename)
        name = path.relative_to(self._root).as_posix() if path.is_relative_to(self._root) else path.name
        callspec = getattr(request.node, "callspec", None)
        example = dict(callspec.params.get(EXAMPLE, {})) if callspec else {}
        self._running[request.node.nodeid] = Record(name, scenario.line_number, scenario.name, example)
        self._latest = None

    @pytest.hookimpl(tryfirst=True)
    def pytest_bdd_before_step(self, request: pytest.FixtureRequest, step: Step) -> None:
        self._running[request.node.nodeid].step = step.line_number

    @pytest.hookimpl(tryfirst=True)
    def pytest_bdd_step_func_lookup_error(self, request: pytest.FixtureRequest, step: Step) -> None:
        self._running[request.node.nodeid].step = step.line_number

    def pytest_bdd_after_step(self, request: pytest.FixtureRequest, step_func_args: Mapping[str, Any]) -> None:
        self._running[request.node.nodeid].step = None
        self._keep(request, step_func_args)

    def pytest_bdd_step_error(self, request: pytest.FixtureRequest, step_func_args: Mapping[str, Any]) -> None:
        self._keep(request, step_func_args)

    # The first to wrap is the last to see the report: after those that put a failure into words.
    @pytest.hookimpl(wrapper=True, tryfirst=True)
    def pytest_runtest_makereport(
        self, item: pytest.Item, call: pytest.CallInfo[None]
    ) -> Generator[None, pytest.TestReport, pytest.TestReport]:
        report = yield
        if call.when == "call" and (record := self._running.pop(item.nodeid, None)) is not None:
            record.outcome = report.outcome
            record.message = _message(report, call)
            self._write(f"scenario-{_digest(item.nodeid)}.json", json.dumps(asdict(record)))
        return report

    def _keep(self, request: pytest.FixtureRequest, step_func_args: Mapping[str, Any]) -> None:
        """Write the report of the check that this step has made, if it made one."""
        found = getattr(step_func_args.get("factlint_scene"), "found", None)
        report: Report | None = None if found is None else found.report
        if report is None or report is self._latest:
            return
        self._latest = report
        self._running[request.node.nodeid].reports.append(self._name(report))

    def _name(self, report: Report) -> str:
        """The name of a report's files; a report that several scenarios share is written once."""
        from factlint.reporters.html import render
        from factlint.reporters.json_report import render as as_json

        if id(report) not in self._names:
            page = render(report)
            name = f"report-{_digest(page)}"
            self._write(f"{name}.html", page)
            self._write(f"{name}.json", as_json(report))
            self._names[id(report)] = report, name
        return self._names[id(report)][1]

    def _write(self, name: str, text: str) -> None:
        (self._folder / name).write_text(text, encoding="utf-8")


def _message(report: pytest.TestReport, call: pytest.CallInfo[None]) -> str | None:
    """Why a scenario did not pass: what the step library says of it, else the error itself."""
    if call.excinfo is None:
        return None
    if isinstance(report.longrepr, Told):
        return "\n".join(report.longrepr.lines[1:])
    return f"{call.excinfo.typename}: {call.excinfo.value}"


def _digest(text: str) -> str:
    return sha256(text.encode()).hexdigest()[:16]
