"""pytest finds the steps and the feature files by itself, at little cost, and leaves alone what is not for it."""

from __future__ import annotations

import importlib.util
import runpy
import subprocess
import sys
from pathlib import Path

import pytest

from factlint.gherkin import plugin

FEATURE = """\
@ports @by-sea
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

OF_OTHERS = """\
Feature: A shop
  Scenario: Buying
    Given a basket
    When I pay
    Then the basket is empty
"""

BINDING = 'from pytest_bdd import scenarios\n\nscenarios(".")\n'


def run(folder: Path, *arguments: str) -> str:
    """What pytest prints, called in a folder."""
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", *arguments],
        cwd=folder,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    return done.stdout + done.stderr


def last_line(printed: str) -> str:
    return printed.strip().splitlines()[-1].partition(" in ")[0]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "shares.feature").write_text(FEATURE, encoding="utf-8")
    return tmp_path


def test_a_folder_needs_no_python(folder: Path) -> None:
    printed = run(folder)
    assert last_line(printed) == "1 failed, 1 passed", printed
    assert "shares.feature:10\n" in printed
    assert "expected: the rule “share claims must agree” to be satisfied, not violated" in printed
    assert "39.5–40.5 % against 59.5–60.5 %" in printed
    assert ".py" not in printed, "no line of Python is shown to somebody who wrote none"


def test_tags_are_marks_even_where_marks_are_strict(folder: Path) -> None:
    (folder / "pytest.ini").write_text("[pytest]\naddopts = --strict-markers\n", encoding="utf-8")
    assert last_line(run(folder, "-m", "ports")) == "1 failed, 1 passed"
    assert last_line(run(folder, "-m", "not ports")) == "2 deselected"


def test_what_a_python_file_binds_runs_once(folder: Path) -> None:
    (folder / "test_shares.py").write_text(BINDING, encoding="utf-8")
    printed = run(folder)
    assert last_line(printed) == "1 failed, 1 passed", printed
    assert "test_shares.py::test_two_outlets" in printed
    assert last_line(run(folder, "shares.feature")) == "1 failed, 1 passed"


def test_steps_of_a_conftest_stand_beside_those_of_factlint(folder: Path) -> None:
    own = 'from pytest_bdd import then\n\n\n@then("the rule is satisfied")\ndef _():\n    pass\n'
    (folder / "conftest.py").write_text(own, encoding="utf-8")
    assert last_line(run(folder)) == "2 passed"


def test_feature_files_of_others_are_left_alone(tmp_path: Path) -> None:
    (tmp_path / "shop.feature").write_text(OF_OTHERS, encoding="utf-8")
    printed = run(tmp_path)
    assert last_line(printed) == "no tests ran"
    assert "hold no step of factlint (see `factlint steps`): shop.feature" in printed


def test_a_file_that_is_named_is_run_whatever_it_says(tmp_path: Path) -> None:
    (tmp_path / "shop.feature").write_text(OF_OTHERS, encoding="utf-8")
    assert last_line(run(tmp_path, "shop.feature")) == "1 failed"


def test_collecting_can_be_turned_off(folder: Path) -> None:
    (folder / "pytest.ini").write_text("[pytest]\nfactlint_features = false\n", encoding="utf-8")
    assert last_line(run(folder)) == "no tests ran"


@pytest.mark.parametrize(
    ("line", "words"),
    [
        (
            "    Whenever the claims are checked\n",
            "shares.feature:16: this is no Gherkin: Whenever the claims are checked",
        ),
        ("    | 40% |\n", "shares.feature:16: this is no Gherkin: | 40% |\n(inconsistent cell count within the table)"),
    ],
)
def test_a_file_that_is_no_gherkin_is_told_by_its_line(folder: Path, line: str, words: str) -> None:
    (folder / "shares.feature").write_text(FEATURE + line, encoding="utf-8")
    printed = run(folder)
    assert words in printed
    assert "Traceback" not in printed


def test_paths_count_from_the_nearest_configuration(tmp_path: Path) -> None:
    inner = tmp_path / "services" / "oil"
    (inner / "features").mkdir(parents=True)
    (inner / "corpus").mkdir()
    (inner / "factlint.toml").write_text('corpus = "corpus"\n', encoding="utf-8")
    (inner / "corpus" / "d.yaml").write_text(
        "document: {id: d}\nclaims:\n  - {id: a, subject: Port, property: share, value: 40%}\n", encoding="utf-8"
    )
    (inner / "features" / "one.feature").write_text(
        "Feature: One\n  Scenario: One\n"
        '    Given the corpus in "corpus"\n    And the rule "share claims must be at most 50%"\n'
        "    When the claims are checked\n    Then the rule holds\n",
        encoding="utf-8",
    )
    assert last_line(run(tmp_path)) == "1 passed"


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
