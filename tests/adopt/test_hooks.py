"""The hooks for pre-commit: their form, and that each runs a command there is, on the files that concern it."""

from __future__ import annotations

import re
import shlex
from pathlib import Path
from typing import Any

import pytest
import yaml

from factlint.arguments import COMMANDS
from tests.adopt.installed import called, run
from tests.project.project_files import ROOT

HOOKS: dict[str, dict[str, Any]] = {
    hook["id"]: hook for hook in yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
}

# https://pre-commit.com/#creating-new-hooks
KEYS: dict[str, type] = {
    "id": str,
    "name": str,
    "description": str,
    "entry": str,
    "language": str,
    "files": str,
    "pass_filenames": bool,
    "require_serial": bool,
}
REQUIRED = {"id", "name", "entry", "language"}


def test_there_is_a_hook_for_each_of_three_commands() -> None:
    assert set(HOOKS) == {"factlint-check", "factlint-lint", "factlint-fmt"}


@pytest.mark.parametrize("name", HOOKS)
def test_its_form(name: str) -> None:
    hook = HOOKS[name]
    assert hook.keys() >= REQUIRED
    assert hook.keys() <= KEYS.keys()
    assert {key for key, value in hook.items() if not isinstance(value, KEYS[key])} == set()
    assert hook["language"] == "python"
    tool, command = shlex.split(hook["entry"])
    assert (tool, command) == ("factlint", name.removeprefix("factlint-"))
    assert command in COMMANDS


FILES = [
    ("rules/oil.rules", {"factlint-check", "factlint-lint", "factlint-fmt"}),
    ("corpus/bne.yaml", {"factlint-check", "factlint-lint"}),
    ("corpus/vocabulary.yml", {"factlint-check", "factlint-lint"}),
    ("corpus/gazette.txt", {"factlint-check"}),
    ("corpus/known.json", {"factlint-check"}),
    ("pyproject.toml", {"factlint-check", "factlint-lint"}),
    ("newsroom/factlint.toml", {"factlint-check", "factlint-lint"}),
    ("Cargo.toml", set()),
    ("engine/rules.py", set()),
    ("rules/oil.rules.orig", set()),
]


@pytest.mark.parametrize(("file", "hooks"), FILES, ids=[row[0] for row in FILES])
def test_which_files_wake_it(file: str, hooks: set[str]) -> None:
    assert {name for name, hook in HOOKS.items() if re.search(hook["files"], file)} == hooks


@pytest.mark.parametrize("name", HOOKS)
def test_it_passes_on_the_starter_project(name: str, tmp_path: Path) -> None:
    called(tmp_path, "init")
    files = ["rules/first.rules"] if HOOKS[name].get("pass_filenames", True) else []
    done = run(tmp_path, *shlex.split(HOOKS[name]["entry"]), *files)
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_page_on_ci_names_each() -> None:
    page = (ROOT / "docs" / "ci.md").read_text(encoding="utf-8")
    assert set(re.findall(r"- id: (factlint-\w+)", page)) == set(HOOKS)
