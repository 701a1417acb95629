"""A step that is not written like any is answered with the nearest; one that is used amiss, with how it is written."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.gherkin.test_plugin import last_line, run

HEAD = """\
Feature: Slips
  Background:
    Given the claims on "share" of "Port":
      | id  | value |
      | one | 40%   |
      | two | 60%   |
    And the rule "share claims must agree"
"""

SLIPS = {
    "a word": ("When the claims were checked", ["no step is written like this: When the claims were checked", "\n  When the claims/rules are checked\n      When the claims are checked\n"]),
    "a verdict": ("Then the rule is violatd", ["\n  Then the rule is {verdict}\n", "{verdict}: satisfied, violated, undetermined, accepted or not applicable"]),
    "quotation marks": ("Then the claims one and two disagree", ['\n      Then the claims "gazette" and "radio" disagree\n']),
    "a When after a Then": (
        "Then the rule is violated\n    And the claims are checked on 2025-10-27",
        [".feature:12\n", "that is a When step", "here it follows Then"],
    ),
    "a Given as a Then": ('Then the rule "share claims must agree"', ["that is a Given step", "write it after Given"]),
    "a step of nobody": ("Given I open the browser", ["all of them, each with an example: factlint steps"]),
    "no text where one is needed": ("Given the vocabulary:", ["a text belongs below this step:", "Given the vocabulary:\n"]),
    "a table where a text is needed": (
        "Given the vocabulary:\n      | a |\n      | b |",
        ["the table below this step says nothing to it", '      """\n'],
    ),
    "a table where nothing is needed": (
        "Then the rule is violated:\n      | one |",
        ["the table below this step says nothing to it"],
    ),
    "a column": (
        "Given one more claim:\n      | subjetc |\n      | Port |",
        ["a table of claims has no column `subjetc`; did you mean `subject`?"],
    ),
    "no check": ("Then the rule is violated", ["nothing has been checked yet: add `When the claims are checked`"]),
    "no such folder": ('Given the corpus in "corpsu"', ["there is no `corpsu` in slips, the folder of the project"]),
}  # fmt: skip
"""What is written in the scenario, and words of the answer."""


def test_every_slip_is_answered(tmp_path: Path) -> None:
    """One run for all of them: a run of pytest is slow."""
    folder = tmp_path / "slips"
    folder.mkdir()
    checked = "    When the claims are checked\n"
    for slip, (lines, _words) in SLIPS.items():
        needs_check = lines.startswith("Then") and slip != "no check"
        scenario = f"\n  Scenario: {slip}\n{checked if needs_check else ''}    {lines}\n"
        (folder / f"{slip.replace(' ', '-')}.feature").write_text(HEAD + scenario, encoding="utf-8")
    printed = run(folder)
    assert last_line(printed) == f"{len(SLIPS)} failed", printed
    told = {part.partition(".feature:")[0].rpartition("\n")[2]: part for part in printed.split("\n____")[1:]}
    for slip, (_lines, words) in SLIPS.items():
        answer = told[slip.replace(" ", "-")]
        missing = [it for it in words if it not in answer]
        assert not missing, f"{slip}: {missing}\n{answer}"
    assert ".py" not in printed


def test_a_bug_keeps_its_traceback(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "slips.feature").write_text(
        f"{HEAD}\n  Scenario: Bug\n    When the claims are checked\n", encoding="utf-8"
    )
    (tmp_path / "conftest.py").write_text(
        "import factlint.pipeline\n\n\ndef check(*_):\n    raise RuntimeError('a bug')\n\n\nfactlint.pipeline.check = check\n",
        encoding="utf-8",
    )
    printed = run(tmp_path)
    assert "RuntimeError: a bug" in printed
    assert "conftest.py:5" in printed
