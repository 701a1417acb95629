"""How a scenario that fails is told: its line, its words, what was expected, and the report; no Python."""

from __future__ import annotations

from collections.abc import Generator, Sequence
from inspect import Parameter, signature
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from _pytest._code.code import ReprFileLocation, TerminalRepr
from _pytest._io import TerminalWriter
from pytest_bdd.exceptions import StepDefinitionNotFoundError

from factlint.gherkin.collect import speaks_factlint, told
from factlint.gherkin.expressions import KINDS, Expression
from factlint.gherkin.steps import STEPS, Step

if TYPE_CHECKING:
    from pytest_bdd.parser import Feature, Scenario
    from pytest_bdd.parser import Step as Said

NEAREST = 3

_FAILED = pytest.StashKey[tuple["Feature", "Scenario", "Said"]]()


class Told(TerminalRepr):
    """The failure of a scenario as words; the first line of the reason also stands in pytest's summary."""

    def __init__(self, file: str, line: int, said: Sequence[str], reason: Sequence[str]) -> None:
        self.lines = [f"{file}:{line}", *said, "", *reason]
        self.reprcrash = ReprFileLocation(file, line, reason[0].removesuffix(":"))

    def toterminal(self, tw: TerminalWriter) -> None:
        for line in self.lines:
            tw.line(line, red=line.startswith("expected: "))


# --- Hooks -----------------------------------------------------------------------------------------------------------


def pytest_bdd_step_func_lookup_error(
    request: pytest.FixtureRequest, feature: Feature, scenario: Scenario, step: Said
) -> None:
    request.node.stash[_FAILED] = (feature, scenario, step)


def pytest_bdd_before_step(
    request: pytest.FixtureRequest, feature: Feature, scenario: Scenario, step: Said, step_func: Any
) -> None:
    known = _of_factlint(step_func)
    if known is None:
        return
    problem = _misplaced(step, known)
    if problem is not None:
        request.node.stash[_FAILED] = (feature, scenario, step)
        raise AssertionError(problem)


def pytest_bdd_step_error(
    request: pytest.FixtureRequest, feature: Feature, scenario: Scenario, step: Said, step_func: Any
) -> None:
    if _of_factlint(step_func):
        request.node.stash[_FAILED] = (feature, scenario, step)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item, call: pytest.CallInfo[None]
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    report = yield
    failed = item.stash.get(_FAILED, None)
    if failed is None or call.excinfo is None or call.when != "call":
        return report
    feature, scenario, step = failed
    error = call.excinfo.value
    if isinstance(error, StepDefinitionNotFoundError):
        if not speaks_factlint(Path(feature.filename)):
            return report
        lines = _unknown(step)
    elif isinstance(error, AssertionError):
        lines = str(error).splitlines() or ["the step failed"]
    else:
        return report  # a bug, which its traceback tells best
    said = [f"Scenario: {scenario.name}", f"    {step.keyword.strip()} {step.name}"]
    file = told(Path(feature.filename), item.config)
    report.longrepr = Told(file, step.line_number, said, lines)
    return report


# --- Words -----------------------------------------------------------------------------------------------------------


def _unknown(said: Said) -> list[str]:
    """What to write instead of a step that is none."""
    other = [step for step in STEPS if any(it.is_matching(said.name) for it in step.expressions)]
    if other:
        keyword = other[0].keyword
        was = said.type.title()
        return [
            f"no step `{was} {said.name}`: that is a {keyword} step",
            f"  write it after {keyword}, or after the And of one; here it follows {was}",
        ]
    from factlint.commands.steps import nearest

    known = [(step, expression) for step in STEPS for expression in step.expressions]
    best: dict[Step, Expression] = {}
    for index in nearest(said.name, [it.name for _step, it in known]):
        best.setdefault(*known[index])
    of_kind = sorted(best.items(), key=lambda it: it[0].keyword != said.type.title())[:NEAREST]
    lines = [f"no step is written like this: {said.type.title()} {said.name}"]
    if of_kind:
        lines += ["the nearest are", *(line for step, expression in of_kind for line in _shown(step, expression))]
        values = {kind: KINDS[kind].meaning for _step, expression in of_kind for kind in expression.kinds}
        lines += ["", *(f"  {{{name}}}: {meaning}" for name, meaning in values.items())] if values else []
    return [*lines, "", "all of them, each with an example: factlint steps"]


def _of_factlint(function: Any) -> Step | None:
    return next((step for step in STEPS if step.function is function), None)


def _shown(step: Step, expression: Expression) -> list[str]:
    return ["", f"  {step.keyword} {expression.name}", *(f"      {line}" for line in step.example.splitlines())]


def _misplaced(said: Said, step: Step) -> str | None:
    """A table or text below a step that takes none, or none below one that needs it."""
    takes = signature(step.function).parameters
    example = "\n".join(f"    {line}" for line in step.example.splitlines())
    for name, what, given in (("datatable", "table", said.datatable), ("docstring", "text", said.docstring)):
        if given is not None and name not in takes:
            return f"the {what} below this step says nothing to it; it is written so:\n\n{example}"
        if given is None and name in takes and takes[name].default is Parameter.empty:
            return f"a {what} belongs below this step:\n\n{example}"
    return None
