"""The quickstart shows what it promises: who disagrees, what only rounding holds together, and no mistake anywhere."""

import hashlib
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml
from tests.project.project_files import ROOT

QUICKSTART = ROOT / "corpus" / "quickstart"
DOCUMENTS = sorted(path for path in QUICKSTART.glob("*.yaml") if path.name != "vocabulary.yaml")


VERDICTS = {
    "loading-rate": "violated",  # [1.08, 1.2) and [0.855, 0.945] mn barrels a day: 12.5 % apart, 10 % allowed
    "gust": "satisfied",
    "aground": "violated",
    "rescued": "violated",
    "closed-share": "violated",  # 66.7 % against half
    "closure": "satisfied",
}


def check(*arguments: str) -> subprocess.CompletedProcess[str]:
    command = [str(Path(sys.executable).with_name("factlint")), "check", "corpus/quickstart/harbour.rules"]
    command += ["--corpus", "corpus/quickstart", *arguments]
    return subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", check=False)


@pytest.fixture(scope="module")
def report() -> dict[str, Any]:
    done = check("--format", "json")
    assert done.stderr == ""
    loaded: dict[str, Any] = json.loads(done.stdout)
    return loaded


@pytest.mark.parametrize(("rule", "verdict"), VERDICTS.items())
def test_verdicts(report: dict[str, Any], rule: str, verdict: str) -> None:
    assert {each["rule"]: each["verdict"] for each in report["rules"]}[rule] == verdict


def test_every_rule_has_a_case_above(report: dict[str, Any]) -> None:
    assert [each["rule"] for each in report["rules"]] == [*VERDICTS, "evidence"]
    assert report["exit"] == 1


def finding(report: dict[str, Any], rule: str) -> dict[str, Any]:
    (found,) = (each for each in report["findings"] if each["rule"] == rule)
    return dict(found)


def test_hedges_are_counted_before_the_loading_rates_are_said_to_disagree(report: dict[str, Any]) -> None:
    measured = finding(report, "loading-rate")["measured"]
    assert (measured["kind"], measured["found"], measured["allowed"]) == ("gap", 12.5, 10.0)


def test_the_gusts_meet_only_thanks_to_precision(report: dict[str, Any]) -> None:
    (gust,) = (each for each in report["rules"] if each["rule"] == "gust")
    assert gust["only_thanks_to"] == {"hedge": 0, "precision": 1, "range": 0}


def test_the_wider_place_takes_no_side(report: dict[str, Any]) -> None:
    aground = finding(report, "aground")
    assert [camp["claims"] for camp in aground["camps"]] == [["gazette-aground"], ["radio-aground"]]
    assert aground["neutral"] == ["lantern-aground"]


def test_two_outlets_that_relay_one_agency_are_one_source(report: dict[str, Any]) -> None:
    rescued = finding(report, "rescued")
    assert rescued["severity"] == "warning"
    assert {source for camp in rescued["camps"] for source in camp["sources"]} == {"Saltwind Agency"}
    assert (rescued["measured"]["found"], rescued["measured"]["allowed"]) == (1, 2)


def test_the_working_of_the_closed_share_is_shown(report: dict[str, Any]) -> None:
    share = finding(report, "closed-share")
    assert "8" in share["working"]
    assert "12" in share["working"]
    assert {claim["id"] for claim in share["claims"]} == {
        "gazette-closed-berths",
        "gazette-all-berths",
        "lantern-closed-share",
    }


def test_every_quote_stands_in_its_text(report: dict[str, Any]) -> None:
    assert report["summary"]["quotes"] == {"verified": report["summary"]["claims"]}


def test_the_text_report_shows_the_words_in_their_line() -> None:
    printed = check().stdout
    assert "In an ordinary week the port loads nearly 1.2mn barrels a day." in printed


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.stem)
def test_records_are_marked_as_fiction_and_pin_their_text(path: Path) -> None:
    record = yaml.safe_load(path.read_text(encoding="utf-8"))
    text = (QUICKSTART / record["document"]["text"]).read_text(encoding="utf-8")
    assert record["document"]["sha256"] == hashlib.sha256(text.encode()).hexdigest()
    assert "fiction" in path.read_text(encoding="utf-8").lower().splitlines()[0]
    assert "fiction" in text.lower().splitlines()[0]
