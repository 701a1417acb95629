"""The schemas are part of the product: what the tool reads and prints validates against them."""

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml
from tests.project.project_files import ROOT
from tests.support import Row, run

from factlint.pipeline import Request, check
from factlint.reporters.json_report import as_json
from factlint.schemas import NAMES, schema
from factlint.settings import Settings, read_settings


def validate(instance: Any, name: str) -> None:
    jsonschema.Draft202012Validator(schema(name)).validate(instance)


@pytest.mark.parametrize("name", NAMES)
def test_each_is_a_schema(name: str) -> None:
    jsonschema.Draft202012Validator.check_schema(schema(name))


def loaded(file: Path) -> Any:
    """YAML as factlint reads it: every scalar is the text it is written as."""
    return yaml.load(file.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)


@pytest.mark.parametrize("file", sorted((ROOT / "corpus").rglob("*.yaml")), ids=lambda file: file.name)
def test_the_claim_files_and_vocabularies_of_the_project_validate(file: Path) -> None:
    validate(loaded(file), "vocabulary" if file.name == "vocabulary.yaml" else "claims")


def test_the_report_on_the_curated_corpus_validates() -> None:
    settings, problems = read_settings(ROOT)
    assert problems == []
    validate(json.loads(json.dumps(as_json(check(settings, Request())))), "report")


ROWS: list[Row] = [
    {"value": "40%", "quote": "40%"},
    {"value": "more than 60%"},
    {"value": "60%", "stance": "denies", "modality": "expected", "speaker": "minister"},
    {"value": "nonsense"},
]


@pytest.mark.parametrize(
    "rule",
    [
        "share claims must agree",
        "share claims must agree exactly",
        "share claims including expected must not contradict",
        "share claims must be corroborated by at least 5 independent sources",
        "share claims must be before 2025",
        "shares claims must agree",
        'rule a:\n    share claims must agree\naccept a because "we know" until 2030-01-01\n',
    ],
)
def test_reports_of_every_kind_validate(rule: str, tmp_path: Path) -> None:
    validate(json.loads(json.dumps(as_json(run(tmp_path, ROWS, rule, today="2026-01-01")))), "report")


def test_an_empty_report_validates(tmp_path: Path) -> None:
    validate(as_json(check(Settings(root=tmp_path), Request(rule="share claims must agree"))), "report")


def test_a_report_as_the_documentation_shows_it_validates() -> None:
    validate(json.loads((Path(__file__).parent / "sample.json").read_text(encoding="utf-8")), "report")
