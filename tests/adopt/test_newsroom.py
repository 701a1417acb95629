"""The project's own CI, as a newsroom runs it: what is judged is accepted, the rest is known, and only news fails."""

from __future__ import annotations

import json
import shlex
import subprocess
from pathlib import Path
from typing import Any

import pytest

from factlint.cli import main
from factlint.settings import read_settings
from tests.project.project_files import ROOT, copy_project, outside_make


def command_of_ci() -> list[str]:
    """What `make check` calls, without the folder of the texts, which not every machine has."""
    done = subprocess.run(
        ["make", "--dry-run", "check", "SOURCES="],
        cwd=ROOT,
        env=outside_make(),
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    tool, *argv = shlex.split(done.stdout.splitlines()[-1])
    assert tool.endswith("bin/factlint")
    return argv


@pytest.fixture
def clone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = copy_project(tmp_path / "clone")
    monkeypatch.chdir(folder)
    return folder


def checked(capsys: pytest.CaptureFixture[str]) -> tuple[int, dict[str, Any], str]:
    capsys.readouterr()
    status = main([*command_of_ci(), "--format", "json"])
    out, err = capsys.readouterr()
    return status, json.loads(out), err


def failing(report: dict[str, Any]) -> list[str]:
    return [
        it["rule"]
        for it in report["findings"]
        if it["severity"] == "error" and it["accepted"] is None and not it["known"]
    ]


def test_ci_judges_without_mercy() -> None:
    assert command_of_ci() == ["check"]
    assert read_settings(ROOT)[0].fail_on == "error"


def test_today_ci_passes_and_prints_every_finding(clone: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(command_of_ci()) == 0
    printed, err = capsys.readouterr()
    assert err == ""
    assert printed.count("\naccepted[") + printed.startswith("accepted[") == 6
    assert printed.count("\nknown[") + printed.startswith("known[") == 9
    assert "not shown in full" not in printed


def test_every_finding_is_either_judged_or_known(clone: Path, capsys: pytest.CaptureFixture[str]) -> None:
    status, report, _err = checked(capsys)
    assert status == 0
    assert {it["rule"] for it in report["findings"] if it["accepted"]} == {
        "envoy-or-fund", "pledge", "one-city", "received", "coincidence", "tomahawks",
    }  # fmt: skip
    assert [it["rule"] for it in report["findings"] if not it["accepted"] and not it["known"]] == []


def test_the_reason_of_an_acceptance_names_the_claim_that_it_sets_aside(
    clone: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _status, report, _err = checked(capsys)
    accepted = [it["accepted"] for it in report["findings"] if it["accepted"]]
    assert accepted
    for it in accepted:
        (claim,) = it["claims"]
        assert claim in it["because"]
        assert it["file"] == "rules/accepted.rules"


def test_the_baseline_is_the_one_that_the_command_writes(clone: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = (clone / "corpus" / "known.json").read_text(encoding="utf-8")
    assert main(["baseline", "corpus/known.json"]) == 0
    assert (clone / "corpus" / "known.json").read_text(encoding="utf-8") == before


CLAIM = """\
document: {{id: other, outlet: Hot Air, published: 2025-10-28}}
claims:
  - {{id: other, subject: {subject}, property: {property}, value: {value}, quote: {value}}}
"""

NEWS = [
    ("a known disagreement grows a third side", "Rosneft and Lukoil", "export share", "12%", ["export-share"]),
    ("an accepted one grows a pair without the claim set aside", "October visit", "visit city", "China", ["one-city"]),
    ("what was satisfied is contradicted", "October sanctions", "sanctioning authority", "Kirill Dmitriev",
     ["sanctions-authority"]),
    ("a claim that sides with a known camp is no news", "Rosneft and Lukoil", "export share", "about 39%", []),
    ("nor is one that sides against the claim set aside", "October visit", "visit city", "Miami", []),
]  # fmt: skip


@pytest.mark.parametrize(("idea", "subject", "property_", "value", "rules"), NEWS, ids=[row[0] for row in NEWS])
def test_a_new_claim_fails_ci_with_its_finding_alone(
    idea: str,
    subject: str,
    property_: str,
    value: str,
    rules: list[str],
    clone: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    text = CLAIM.format(subject=subject, property=property_, value=value)
    (clone / "corpus" / "other.yaml").write_text(text, encoding="utf-8")
    status, report, _err = checked(capsys)
    assert (status, failing(report)) == (int(bool(rules)), rules), idea
    for finding in report["findings"]:
        if finding["rule"] in rules:
            assert "other" in [claim["id"] for claim in finding["claims"]]
