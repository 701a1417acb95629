"""Feature files as tests, without any Python beside them.

A file is collected where one of its lines is a step of factlint, or where it is named in the call. What Python files
bind themselves (`scenarios(".")`) stays theirs and runs once; feature files of other tools are left alone.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from importlib import import_module
from pathlib import Path
from types import FunctionType, ModuleType
from typing import Any

import pytest
from pytest_bdd import scenario
from pytest_bdd.exceptions import GherkinParseError
from pytest_bdd.feature import get_features
from pytest_bdd.scenario import get_python_name_generator

from factlint.gherkin.steps import STEPS

SUFFIX = ".feature"
OPTION = "factlint_features"

_LINE = re.compile(r"^\s*\S+ (.+?)\s*$", re.MULTILINE)
_BOUND: Mapping[object, Any] = vars(import_module("pytest_bdd.scenario")).get("scenario_wrapper_template_registry", {})
"""Where pytest-bdd 9 notes which function runs which scenario."""

_LEFT = pytest.StashKey[list[Path]]()
_PLACE = re.compile(r"^\(\d+:\d+\): ")
_TAG = re.compile(r"(?<!\S)@([^\s@]+)")


class FeatureFile(pytest.Module):
    """A feature file as pytest sees a module: pytest-bdd makes its tests, as if two lines of Python asked for them."""

    def _getobj(self) -> ModuleType:
        text = self.path.read_text(encoding="utf-8-sig", errors="replace")
        for tag in sorted({tag for line in _tag_lines(text) for tag in _TAG.findall(line)}):
            self.config.addinivalue_line("markers", f"{tag}: scenarios on this theme")
        module = ModuleType(self.path.stem)
        module.__file__ = str(self.path)
        try:
            (feature,) = get_features([str(self.path)])
        except GherkinParseError as error:
            where = f"{told(self.path, self.config)}:{error.line}"
            said = error.line_content.strip()
            why = _PLACE.sub("", error.message.strip().splitlines()[-1])
            raise self.CollectError(f"{where}: this is no Gherkin: {said}\n({why})") from None
        except UnicodeDecodeError:
            raise self.CollectError(f"{told(self.path, self.config)}: the file is not UTF-8") from None
        for name in feature.scenarios:
            bind = scenario(feature.filename, name, features_base_dir=str(self.path.parent))
            for test in get_python_name_generator(name):
                if test not in module.__dict__:
                    setattr(module, test, bind(_nothing()))
                    break
        return module


def _nothing() -> Callable[[], None]:
    def after_the_steps() -> None:
        """Nothing: pytest-bdd wants a function of its own for each scenario."""

    return after_the_steps


def _tag_lines(text: str) -> Iterator[str]:
    return (line for line in text.splitlines() if line.lstrip().startswith("@"))


def speaks_factlint(path: Path) -> bool:
    """Is a line of the file a step of factlint, whatever its keyword?"""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError):
        return False
    return any(
        expression.is_matching(words)
        for words in _LINE.findall(text)
        for step in STEPS
        for expression in step.expressions
    )


def told(path: Path, config: pytest.Config) -> str:
    """The file as it is named in messages: from the folder in which pytest was called."""
    try:
        return path.relative_to(config.invocation_params.dir).as_posix()
    except ValueError:
        return path.as_posix()


# --- Hooks -----------------------------------------------------------------------------------------------------------


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addini(
        OPTION, "run the feature files that use factlint's steps without any Python", type="bool", default=True
    )


def pytest_collect_file(file_path: Path, parent: pytest.Collector) -> FeatureFile | None:
    if file_path.suffix != SUFFIX or not parent.config.getini(OPTION):
        return None
    if parent.session.isinitpath(file_path) or speaks_factlint(file_path):
        return FeatureFile.from_parent(parent, path=file_path)
    parent.config.stash.setdefault(_LEFT, []).append(file_path)
    return None


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, exitstatus: int, config: pytest.Config) -> None:
    """Where nothing was run, say so of files whose author may have expected it; else they are somebody else's."""
    left = config.stash.get(_LEFT, [])
    if left and exitstatus == pytest.ExitCode.NO_TESTS_COLLECTED:
        names = ", ".join(told(path, config) for path in sorted(left))
        terminalreporter.write_line(f"not run, for they hold no step of factlint (see `factlint steps`): {names}")


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """A scenario that a Python file binds is run there, with the steps that may stand beside it, and not once more."""
    theirs = {_scenario(item) for item in items if not isinstance(item.getparent(pytest.Module), FeatureFile)} - {None}
    if theirs:
        items[:] = [
            item
            for item in items
            if not (isinstance(item.getparent(pytest.Module), FeatureFile) and _scenario(item) in theirs)
        ]


def _scenario(item: pytest.Item) -> tuple[str, str] | None:
    """The file and name of the scenario that an item runs; None where it is another test."""
    function = getattr(item, "obj", None)
    bound = getattr(function, "__scenario__", None)  # pytest-bdd 8
    if bound is None and isinstance(function, FunctionType):
        bound = _BOUND.get(function)
    return None if bound is None else (bound.feature.filename, bound.name)
