"""pytest finds the steps by itself, at little cost, and shows the report where a step fails."""

from __future__ import annotations

import importlib.util
import runpy
import subprocess
import sys
from pathlib import Path

import pytest

from factlint.gherkin import plugin

FEATURE = """\
Feature: Shares
  Scenario Outline: Two outlets
    Given the claims on "share" of "Port":
      | id    | value   |
      | one   | <one>   |
      | other | <other> |
    And the rule "share claims must agree"
    When the claims are checked
    Then the rule is satisfied

    Examples:
      | one | other |
      | 40% | 40.2% |
      | 40% | 60%   |
"""


def test_a_project_needs_two_lines_of_python(tmp_path: Path) -> None:
    (tmp_path / "pytest.ini").write_text("[pytest]\n", encoding="utf-8")
    (tmp_path / "shares.feature").write_text(FEATURE, encoding="utf-8")
    (tmp_path / "test_features.py").write_text('from pytest_bdd import scenarios\n\nscenarios(".")\n', encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert "1 failed, 1 passed" in done.stdout, done.stdout
    assert "expected: the rule “share claims must agree” to be satisfied, not violated" in done.stdout
    assert "39.5–40.5 % against 59.5–60.5 %" in done.stdout


def test_loading_the_steps_loads_no_engine() -> None:
    script = (
        "import sys, importlib\n"
        "from factlint.gherkin import plugin\n"
        "for name in plugin.pytest_plugins: importlib.import_module(name)\n"
        "print(*sorted(sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    loaded = set(done.stdout.split())
    assert "factlint.gherkin.then_rule" in loaded
    heavy = {"yaml", "pint", "pydantic", "lark", "re2", "rapidfuzz"}
    assert not loaded & {*heavy, "factlint.pipeline", "factlint.corpus", "factlint.language", "factlint.report"}


def test_without_pytest_bdd_there_are_no_steps(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(importlib.util, "find_spec", lambda _name: None)
    assert runpy.run_path(plugin.__file__)["pytest_plugins"] == ()
