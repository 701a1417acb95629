"""`factlint baseline` and `check --baseline`: known findings are shown and marked, only new ones fail."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from factlint.cli import main
from tests.support import SHARE, Row, write_corpus

RULES = "rule shares:\n    share claims must agree within 10%\n"
ROWS: list[Row] = [{"value": "40%", "quote": "40%"}, {"value": "60%", "quote": "60%"}]


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    write_corpus(tmp_path, ROWS, SHARE)
    (tmp_path / "a.rules").write_text(RULES)
    monkeypatch.chdir(tmp_path)
    assert main(["baseline", "known.json", "a.rules", "--corpus", "corpus"]) == 0
    return tmp_path


def checked(capsys: pytest.CaptureFixture[str], *argv: str) -> tuple[int, dict[str, Any]]:
    capsys.readouterr()
    status = main(["check", "a.rules", "--corpus", "corpus", "--baseline", "known.json", "--format", "json", *argv])
    return status, json.loads(capsys.readouterr().out)


def test_known_findings_are_shown_marked_and_do_not_fail(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    status, found = checked(capsys)
    assert status == 0
    assert [(it["rule"], it["known"]) for it in found["findings"]] == [("shares", True)]
    assert found["summary"]["known"] == 1
    main(["check", "a.rules", "--corpus", "corpus", "--baseline", "known.json"])
    assert capsys.readouterr().out.startswith("known[shares]: ")


NEW = [
    ("a claim that agrees with a camp already there", {"value": "41%"}, 0),
    ("a claim that agrees with no camp", {"value": "90%"}, 1),
    ("a claim that agrees with every other", {"value": "more than 30%"}, 0),
    ("a contradiction in another group", {"value": "90%", "subject": "B"}, 1),
]


@pytest.mark.parametrize(("idea", "row", "status"), NEW, ids=[row[0] for row in NEW])
def test_what_is_new(idea: str, row: Row, status: int, project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    more: list[Row] = [{"value": "10%", "subject": "B", "quote": "10%"}, {"quote": "q", **row}]
    write_corpus(project, [*ROWS, *more], SHARE)
    assert checked(capsys)[0] == status, idea


def test_moved_lines_and_renamed_files_leave_a_finding_known(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (project / "a.rules").write_text("# a comment\n\n\n" + RULES)
    for file in (project / "corpus").glob("d*.yaml"):
        file.rename(file.with_name(f"renamed-{file.name}"))
    assert checked(capsys)[0] == 0


def test_a_claim_whose_quote_has_changed_counts_as_added(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write_corpus(project, [{"value": "10%", "quote": "10%"}, ROWS[1]], SHARE)
    assert checked(capsys)[0] == 1


def test_for_assertions_on_single_claims_every_new_claim_is_new(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (project / "a.rules").write_text("rule shares:\n    share claims must be at most 30%\n")
    main(["baseline", "known.json", "a.rules", "--corpus", "corpus"])
    assert checked(capsys)[0] == 0
    write_corpus(project, [*ROWS, {"value": "40%", "quote": "40%"}], SHARE)
    assert checked(capsys)[0] == 1


def test_an_entry_that_no_longer_occurs_is_reported(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write_corpus(project, [ROWS[0], {"value": "40%", "quote": "40%"}], SHARE)
    status, found = checked(capsys)
    assert status == 0
    assert [it["code"] for it in found["diagnostics"]] == ["W102"]


def test_findings_of_a_rule_without_a_name_are_left_out_with_a_warning(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (project / "a.rules").write_text("share claims must agree\n")
    capsys.readouterr()
    assert main(["baseline", "known.json", "a.rules", "--corpus", "corpus"]) == 0
    assert "W101" in capsys.readouterr().err
    assert json.loads((project / "known.json").read_text())["findings"] == []


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"version": 2, "findings": []}', '{"version": 1, "findings": [{}]}'])
def test_a_baseline_that_does_not_read(text: str, project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (project / "known.json").write_text(text)
    status, found = checked(capsys)
    assert status == 2
    assert [it["code"] for it in found["diagnostics"]] == ["E108"]
    assert found["summary"]["violated"] == 1, "the rest was judged"
