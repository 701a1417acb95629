"""`pytest --factlint-reports FOLDER`: what each scenario came to, kept in files, however many processes run them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from scripts.site.results import anchors, read_results

from tests.docs.small_site import CONFIGURATION, SHARES, run_features

FEATURE = "features/shares.feature"


@pytest.fixture(scope="module", params=["alone", "divided"])
def kept(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("project")
    (root / "pyproject.toml").write_text(CONFIGURATION, encoding="utf-8")
    (root / "features").mkdir()
    (root / FEATURE).write_text(SHARES, encoding="utf-8")
    told = run_features(root, root / "kept", *(("-n", "2") if request.param == "divided" else ()))
    assert told.returncode == 1, told.stdout + told.stderr
    return root / "kept"


def records(folder: Path) -> dict[str, list[dict[str, Any]]]:
    found: dict[str, list[dict[str, Any]]] = {}
    for path in sorted(folder.glob("scenario-*.json")):
        record = json.loads(path.read_text(encoding="utf-8"))
        found.setdefault(record["name"], []).append(record)
    return found


def test_every_scenario_and_every_row_leaves_a_record(kept: Path) -> None:
    found = records(kept)
    assert {name: len(held) for name, held in found.items()} == {
        "Two shares disagree": 1,
        "They are said to agree": 1,
        "A step that nobody knows": 1,
        "A tolerance": 2,
        "A tolerance of another dimension": 1,
        "Left for later": 1,
    }
    assert {it["feature"] for held in found.values() for it in held} == {FEATURE}
    assert {(it["example"]["tolerance"], it["outcome"]) for it in found["A tolerance"]} == {
        ("50%", "passed"),
        ("10%", "failed"),
    }


def test_a_failure_names_its_step_and_says_why(kept: Path) -> None:
    (record,) = records(kept)["They are said to agree"]
    lines = SHARES.splitlines()
    assert record["outcome"] == "failed"
    assert lines[record["line"] - 1].strip() == "Scenario: They are said to agree"
    assert lines[record["step"] - 1].strip() == "Then the rule is satisfied"
    assert "disagree by 26.2 percentage points" in " ".join(record["message"].split())
    (unknown,) = records(kept)["A step that nobody knows"]
    assert lines[unknown["step"] - 1].strip() == "When the claims are weighed"
    assert unknown["message"]
    assert unknown["reports"] == []


def test_a_scenario_that_passes_has_nothing_to_explain(kept: Path) -> None:
    (record,) = records(kept)["Two shares disagree"]
    assert (record["outcome"], record["step"], record["message"]) == ("passed", None, None)


def test_a_report_is_kept_as_page_and_data_that_fit_together(kept: Path) -> None:
    results = read_results(kept)
    (record,) = records(kept)["Two shares disagree"]
    (name,) = record["reports"]
    page = results.page(name)
    assert [it["rule"] for it in results.report(name)["findings"]] == ["rule"]
    assert all(f'id="{anchor}"' in page for anchor in anchors(results.report(name)))


def test_a_result_is_found_by_feature_line_and_row(kept: Path) -> None:
    results = read_results(kept)
    (record,) = records(kept)["They are said to agree"]
    assert results.of(FEATURE, record["line"], {}).outcome == "failed"
    assert results.of(FEATURE, record["line"], {"no": "such row"}).outcome == "not run"
    assert results.of("features/other.feature", record["line"], {}).outcome == "not run"


def test_a_report_that_several_scenarios_share_is_kept_once(kept: Path) -> None:
    (first,) = records(kept)["They are said to agree"]
    (other,) = records(kept)["Left for later"]
    assert first["reports"] == other["reports"]
    assert len(list(kept.glob("report-*.html"))) == len(list(kept.glob("report-*.json"))) == 4
