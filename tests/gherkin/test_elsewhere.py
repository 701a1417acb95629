"""Somebody else's desk: a folder with claims, rules and scenarios, without any Python, and the installed wheel alone.

`elsewhere/` is that folder. Its scenarios were written without a look at the list of steps.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.gherkin.test_plugin import last_line
from tests.project.project_files import copy_project
from tests.project.test_packaging import Environment

HERE = Path(__file__).parent / "elsewhere"
SCENARIOS = 25

WRONG = """\
Feature: What is not so
  Background:
    Given the corpus of the project
    And the rules of the project
    And today is 2025-08-20

  Scenario: A verdict that is another
    When the claims are checked
    Then the rule "area" is satisfied

  Scenario: A quote that nobody printed
    When the claims are checked
    Then the rule "area" is violated
    And the finding quotes "some 1,300 hectares"

  Scenario: Words that are no step
    When the claims are checked
    Then the outlets "Valley Post" and "Ridge Radio" disagreed
"""

TOLD = [
    "wrong.feature:9\n",
    "expected: the rule “burnt area claims must agree within 10%” to be satisfied, not violated",
    "wrong.feature:14\n",
    "expected: the quote “some 1,300 hectares”, not “",
    "Ridge Radio, 2025-08-14: nearly 900 hectares, 810–900 hectares",
    "1 | Nearly 900 hectares are gone tonight above Arden.",
    "  = because: One fire has one size on one day.",
    "wrong.feature:18\n",
    "no step is written like this: Then the outlets",
    "\n  Then the outlets {names} disagree\n",
]


@pytest.fixture(scope="module")
def environment(tmp_path_factory: pytest.TempPathFactory) -> Environment:
    """A virtual environment in which the wheel is installed as `factlint[gherkin]`."""
    project = copy_project(tmp_path_factory.mktemp("clone"))
    target = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(target), str(project)]
    subprocess.run(build, cwd=target, check=True, capture_output=True)
    (wheel,) = target.glob("*.whl")
    made = Environment(tmp_path_factory.mktemp("environment") / "venv")
    made.install(f"{wheel}[gherkin]")
    return made


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(HERE, tmp_path / "newsroom"))


def run(environment: Environment, folder: Path, *command: str) -> str:
    done = subprocess.run(
        [str(environment.bin / "python"), "-P", "-m", *command],
        cwd=folder,
        env={"PATH": "/usr/bin:/bin", "HOME": str(folder), "LC_ALL": "C.UTF-8"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    return done.stdout + done.stderr


def test_there_is_no_python_in_the_folder() -> None:
    assert not [*HERE.rglob("*.py"), *HERE.rglob("*.ini"), *HERE.rglob("pyproject.toml")]


def test_its_scenarios_pass(environment: Environment, folder: Path) -> None:
    assert environment.folder in environment.where(folder).parents
    printed = run(environment, folder, "pytest", "-q", "-p", "no:cacheprovider")
    assert last_line(printed) == f"{SCENARIOS} passed", printed


def test_what_is_not_so_shows_the_report_and_the_words(environment: Environment, folder: Path) -> None:
    (folder / "features" / "wrong.feature").write_text(WRONG, encoding="utf-8")
    printed = run(environment, folder, "pytest", "-q", "-p", "no:cacheprovider", "features/wrong.feature")
    assert last_line(printed) == "3 failed", printed
    assert [words for words in TOLD if words not in printed] == []
    assert ".py" not in printed


def test_the_steps_are_listed_where_pytest_is_not_loaded(environment: Environment, folder: Path) -> None:
    script = (
        "import sys\nfrom factlint.cli import main\n"
        "status = main(['steps', 'quotes'])\n"
        "print(sorted({'pytest', 'pytest_bdd', 'factlint.gherkin'} & set(sys.modules)), status)"
    )
    done = subprocess.run(
        [environment.bin / "python", "-P", "-c", script], cwd=folder, capture_output=True, encoding="utf-8", check=False
    )
    assert done.stdout.endswith("[] 0\n"), done.stdout + done.stderr
    assert 'Then the finding quotes "nearly 40% of its oil exports"' in done.stdout
