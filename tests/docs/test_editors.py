"""docs/editors.md: what it tells an editor to do works with what factlint prints."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

from scripts.textmate.scopes import COMMENT, SCOPES

from factlint.reporters.github import render
from tests.support import run

PAGE = (Path(__file__).parents[2] / "docs" / "editors.md").read_text(encoding="utf-8")


def blocks() -> list[dict[str, Any]]:
    return [json.loads(text) for text in re.findall(r"^```json\n(.*?)^```", PAGE, re.MULTILINE | re.DOTALL)]


def test_the_scopes_that_the_page_names_are_those_of_the_grammar() -> None:
    (table,) = re.findall(r"^\| what \| scope \|\n(.*?)\n\n", PAGE, re.MULTILINE | re.DOTALL)
    named = {
        scope for line in table.splitlines() for scope in re.findall(r"`([a-z]+\.[a-z.-]+)`", line.split(" | ")[-1])
    }
    assert len(named) > 10
    assert named <= {*SCOPES, COMMENT}


def test_the_pattern_of_the_task_finds_what_a_check_prints(tmp_path: Path) -> None:
    (task,) = (block["tasks"][0] for block in blocks() if "tasks" in block)
    pattern = task["problemMatcher"]["pattern"]
    rows = [{"value": "40%"}, {"value": "60%"}]
    printed = render(run(tmp_path, rows, "rule shares:\n    share claims must agree\n"))
    (line,) = (it for it in printed.splitlines() if it.startswith("::error"))
    found = re.match(pattern["regexp"], line)
    assert found is not None, line
    assert found[pattern["severity"]] == "error"
    assert found[pattern["line"]] == "1"
    assert found[pattern["file"]] == "test.rules"
    assert found[pattern["message"]].startswith("claims on share of A disagree")
    assert "%0A" not in found[pattern["message"]]


def test_the_settings_name_the_schemas_that_the_commands_write() -> None:
    (settings,) = (block["yaml.schemas"] for block in blocks() if "yaml.schemas" in block)
    (names,) = re.findall(r"for name in ([a-z ]+); do factlint schema", PAGE)
    assert {f"schemas/{name}.json" for name in names.split()} == set(settings)
