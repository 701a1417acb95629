"""`factlint schema`: what it prints is a JSON Schema that holds for what factlint reads and prints."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from factlint.arguments import SCHEMAS
from factlint.cli import main
from factlint.schemas import NAMES, schema
from tests.adopt.installed import called
from tests.project.project_files import ROOT


def test_the_command_line_knows_every_schema() -> None:
    assert SCHEMAS == NAMES


@pytest.mark.parametrize("name", NAMES)
def test_it_is_printed_as_json(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["schema", name]) == 0
    assert json.loads(capsys.readouterr().out) == schema(name)


@pytest.mark.parametrize(
    ("argv", "words"),
    [
        (["schema", "report.json"], "did you mean `factlint schema report`?"),
        (["schema", "rules"], "write one of claims, vocabulary, report"),
        (["schema"], "write one of claims, vocabulary, report, claim, document after it"),
        (["schema", "claims", "report"], "unknown option `report`"),
    ],
)
def test_another_word_is_a_mistake_in_the_call(argv: list[str], words: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(argv) == 2
    out, err = capsys.readouterr()
    assert "E101" in err
    assert words in err
    assert out == ""


class EditorLoader(yaml.SafeLoader):
    """As an editor reads YAML 1.2: numbers are numbers, dates are texts."""


EditorLoader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if tag != "tag:yaml.org,2002:timestamp"]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def read(file: Path) -> Any:
    return yaml.load(file.read_text(encoding="utf-8"), Loader=EditorLoader)


def printed(name: str, folder: Path) -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads(called(folder, "schema", name).stdout)
    return loaded


def test_the_starter_project_validates(tmp_path: Path) -> None:
    called(tmp_path, "init")
    jsonschema.validate(read(tmp_path / "corpus" / "vocabulary.yaml"), printed("vocabulary", tmp_path))
    jsonschema.validate(read(tmp_path / "corpus" / "radio.yaml"), printed("claims", tmp_path))
    report = json.loads(called(tmp_path, "check", "--format", "json").stdout)
    jsonschema.validate(report, printed("report", tmp_path))


def test_an_editor_underlines_a_key_that_does_not_exist() -> None:
    record = {"document": {"id": "a"}, "claims": [{"id": "c", "subject": "A", "proprety": "share", "value": "40%"}]}
    with pytest.raises(jsonschema.ValidationError, match="proprety"):
        jsonschema.validate(record, schema("claims"))


def test_the_first_line_for_editors_is_a_comment_to_factlint(tmp_path: Path) -> None:
    """The line that docs/ci.md shows, at the top of a claim file."""
    page = (ROOT / "docs" / "ci.md").read_text(encoding="utf-8")
    (line,) = set(re.findall(r"^# yaml-language-server: \$schema=\S+/claims\.json$", page, re.MULTILINE))
    called(tmp_path, "init")
    radio = tmp_path / "corpus" / "radio.yaml"
    radio.write_text(f"{line}\n{radio.read_text()}")
    assert called(tmp_path, "check", "--strict").returncode == 0
