"""A small project beside this one: its texts, rules and claims, and a few features of its own, among them failing ones."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

from scripts.site.build import build
from scripts.site.record import read_record
from scripts.site.results import read_results

ROOT = Path(__file__).parents[2]
COPIED = (
    "docs", "grammar", "rules", "corpus", "editors", "engine/factlint/schemas", "README.md", "ARCHITECTURE.md",
    "CONTRIBUTING.md", "CHANGELOG.md", "SECURITY.md", "benchmarks/README.md", "LICENSE",
)  # fmt: skip
CODES = ("README.md", "E310.md", "E323.md")
CONFIGURATION = """\
[tool.factlint]
corpus = "corpus"
rules = ["rules"]

[tool.pytest.ini_options]
filterwarnings = ["error"]
"""

SHARES = '''\
@shares
Feature: Shares of the <loading>
  One terminal has one share. `agree` is what asks for it.

  Background:
    Given the claims on "export share" of "North Terminal":
      | id      | outlet          | value      | quote         |
      | gazette | Harbour Gazette | two thirds | two thirds of |
      | lantern | The Lantern     | nearly 40% |               |

  Scenario: Two shares disagree
    Given the rule "export share claims must agree within 10%"
    When the claims are checked
    Then the rule is violated
    And they disagree by 39.5 %, where 10 % is allowed

  @hopeful
  Scenario: They are said to agree
    Given the rule "export share claims must agree"
    When the claims are checked
    Then the rule is satisfied
    And the exit status is 0

  Scenario: A step that nobody knows
    Given the rule "export share claims must agree"
    When the claims are weighed
    Then the rule is violated

  Scenario Outline: A tolerance
    Given the rule "export share claims must agree within <tolerance>"
    When the claims are checked
    Then the rule is <verdict>

    Examples: wide and narrow
      | tolerance | verdict   |
      | 50%       | satisfied |
      | 10%       | satisfied |

  Scenario: A tolerance of another dimension
    Given the rule file:
      """
      rule shares: export share claims must agree within 6 hours
      """
    When the claims are checked
    Then the mistake E323 is reported at "6 hours"

  Scenario: Left for later
    Given the rule "export share claims must agree"
    When the claims are checked
    Then the rule is violated
'''

RECORD = """\
@corpus
Feature: The record
  Background:
    Given the corpus of the project
    And the rules of the project

  Scenario: Two shares of the same exports
    When the claims are checked
    Then the rule "export-share" is violated
    And "bne-share" stands against "patriotfetch-share"
"""


def make_project(folder: Path) -> Path:
    """The files of the small project, in a folder of its own."""
    root = folder / "project"
    for name in COPIED:
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, root / name, ignore=shutil.ignore_patterns("sources", "[EW][0-9]*.md"))
        else:
            shutil.copy(ROOT / name, root / name)
    for name in CODES:
        shutil.copy(ROOT / "docs" / "codes" / name, root / "docs" / "codes" / name)
    (root / "pyproject.toml").write_text(CONFIGURATION, encoding="utf-8")
    for name, text in (("harbour/shares", SHARES), ("corpus/record", RECORD)):
        path = root / "features" / f"{name}.feature"
        path.parent.mkdir(parents=True)
        path.write_text(text, encoding="utf-8")
    return root


def run_features(root: Path, folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """The features of a project, run by its pytest; what they came to is kept in the folder."""
    command = [
        sys.executable,
        "-m",
        "pytest",
        "features",
        "-q",
        "-p",
        "no:cacheprovider",
        "--factlint-reports",
        str(folder),
    ]
    return subprocess.run([*command, *arguments], cwd=root, capture_output=True, text=True, check=False)


def make_site(folder: Path) -> Path:
    """The site of the small project; one of its scenarios was never run."""
    root = make_project(folder)
    told = run_features(root, folder / "results", "-k", "not left_for_later")
    assert told.returncode == 1, told.stdout + told.stderr
    build(root, folder / "site", read_results(folder / "results"), read_record(root, ()))
    return folder / "site"
