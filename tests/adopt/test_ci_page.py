"""The page on CI, followed to the letter: its commands are run, and its files are of the form their readers want."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from factlint.arguments import parse
from tests.project.project_files import ROOT
from tests.project.shell_blocks import blocks, filled

PAGE = (ROOT / "docs" / "ci.md").read_text(encoding="utf-8")
YAML = re.findall(r"^```yaml\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)


def test_the_commands_print_what_the_page_shows(tmp_path: Path) -> None:
    folder = tmp_path / "reader"
    folder.mkdir()
    assert filled(PAGE, folder) == PAGE, "run `make examples` and read the difference"


def test_the_worked_example_goes_from_a_finding_to_an_acceptance_and_a_baseline() -> None:
    checks = [block for block in blocks(PAGE) if re.search(r"^factlint check", block.commands, re.MULTILINE)]
    assert [(block.exits, (block.output or "")[:5]) for block in checks][:5] == [
        (0, "verdi"), (1, "error"), (0, "accep"), (0, "known"), (1, "error"),
    ]  # fmt: skip


@pytest.mark.parametrize("text", YAML, ids=[text.splitlines()[0].strip("# ") for text in YAML])
def test_what_it_shows_in_yaml_is_yaml(text: str) -> None:
    assert yaml.safe_load(text)


def scripts(node: Any) -> list[str]:
    """The commands in a workflow, wherever they stand."""
    if isinstance(node, dict):
        own = [node["run"]] if "run" in node else node.get("script", [])
        return own + [found for value in node.values() for found in scripts(value)]
    if isinstance(node, list):
        return [found for item in node for found in scripts(item)]
    return []


def test_the_calls_in_workflows_are_calls_that_the_tool_takes() -> None:
    calls = [call for text in YAML for call in scripts(yaml.safe_load(text)) if call.startswith("factlint ")]
    assert len(calls) >= 2
    for call in calls:
        parse(call.replace('"', "").split()[1:])


def test_the_settings_for_an_editor_are_json() -> None:
    (text,) = re.findall(r"^```json\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)
    assert set(json.loads(text)["yaml.schemas"]) == {"schemas/vocabulary.json", "schemas/claims.json"}
