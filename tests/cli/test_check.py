"""`factlint check` as a user calls it: exit statuses, options, configuration, where things are printed."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from factlint.cli import main
from tests.support import SHARE, write_corpus

ROWS = [{"value": "40%", "quote": "40%"}, {"value": "60%", "quote": "60%"}]
AGREE = "share claims must agree"
BOUND = "share claims must be at most 100%"


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a corpus whose two claims disagree, and the working folder of the test."""
    write_corpus(tmp_path, ROWS, SHARE)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def call(capsys: pytest.CaptureFixture[str], *argv: str) -> tuple[int, str, str]:
    status = main(argv)
    out, err = capsys.readouterr()
    return status, out, err


def checked(capsys: pytest.CaptureFixture[str], *argv: str) -> tuple[int, dict[str, Any]]:
    status, out, _err = call(capsys, "check", "--format", "json", *argv)
    return status, json.loads(out)


@pytest.mark.parametrize(
    ("argv", "status", "idea"),
    [
        (["--rule", BOUND], 0, "nothing at or above --fail-on"),
        (["--rule", AGREE], 1, "findings"),
        (["--rule", AGREE, "--fail-on", "never"], 0, "never"),
        (["--rule", f"{AGREE} severity warning"], 0, "a warning is below the default"),
        (["--rule", f"{AGREE} severity warning", "--fail-on", "warning"], 1, "a warning is at it"),
        (["--rule", f"{AGREE} severity info", "--fail-on", "warning"], 0, "info is below warning"),
        (["--rule", f"{AGREE} severity info", "--fail-on", "info"], 1, "info is at info"),
        (["--rule", "share claims about A in 2020 must agree"], 0, "not applicable is no finding"),
        (["--rule", "share claims about A in 2020 must agree", "--strict"], 1, "but --strict fails on it"),
        (
            ["--rule", "share claims about A in 2020 must agree", "--strict", "--fail-on", "never"],
            1,
            "whatever --fail-on",
        ),
        (["--rule", "shares claims must agree"], 2, "a rule was wrong"),
        (["--rule", AGREE, "--corpus", "nowhere"], 2, "the corpus is missing"),
        (["--rule", AGREE, "--select", "nothing"], 2, "no rule of that name"),
    ],
)
def test_exit_status(
    argv: list[str], status: int, idea: str, project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert call(capsys, "check", "--corpus", "corpus", *argv)[0] == status, idea


def test_two_wins_over_one_and_the_rest_is_judged_and_reported(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (project / "a.rules").write_text(f"rule good:\n    {AGREE}\nrule bad:\n    shares claims must agree\n")
    status, found = checked(capsys, "a.rules", "--corpus", "corpus")
    assert status == 2
    assert found["exit"] == 2
    assert [rule["rule"] for rule in found["rules"]] == ["good", "evidence"]
    assert found["summary"]["rejected"] == {"rules": 1, "claims": 0, "documents": 0}
    assert [it["line"] for it in found["diagnostics"]] == [4]


def test_a_claim_with_a_mistake_is_left_out_listed_and_counted(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write_corpus(project, [*ROWS, {"value": "many percent"}], SHARE)
    status, found = checked(capsys, "--corpus", "corpus", "--rule", AGREE)
    assert status == 2
    assert found["summary"]["rejected"]["claims"] == 1
    assert found["rules"][0]["verdict"] == "violated"


def test_diagnostics_go_to_stderr_and_reports_to_stdout(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (project / "a.rules").write_text(f"{AGREE}\nshares claims must agree\n")
    _status, out, err = call(capsys, "check", "a.rules", "--corpus", "corpus")
    assert "unknown" in err
    assert "unknown" not in out
    assert "share claims must agree" in out
    assert "\x1b" not in out + err, "colour only on a terminal"


def test_the_one_rule_is_named_rule_and_leaves_the_built_in_rule_out(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _status, found = checked(capsys, "--corpus", "corpus", "--rule", AGREE)
    assert [rule["rule"] for rule in found["rules"]] == ["rule"]


def test_select_and_tag_choose_rules(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (project / "a.rules").write_text(f"rule one:\n    {AGREE}\nrule two:\n    {BOUND}\n    tags sanity\n")
    assert [it["rule"] for it in checked(capsys, "a.rules", "--corpus", "corpus", "--select", "ONE")[1]["rules"]] == [
        "one"
    ]
    assert [it["rule"] for it in checked(capsys, "a.rules", "--corpus", "corpus", "--tag", "sanity")[1]["rules"]] == [
        "two"
    ]


def test_a_configured_folder_needs_no_arguments(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (project / "rules").mkdir()
    (project / "rules" / "a.rules").write_text(f"rule one:\n    {AGREE}\n")
    (project / "factlint.toml").write_text('corpus = "corpus"\nrules = ["rules"]\nfail-on = "never"\n')
    assert call(capsys, "check")[0] == 0
    assert call(capsys, "check", "--fail-on", "error")[0] == 1, "flags win"
    (project / "rules" / "deeper").mkdir()
    os.chdir(project / "rules" / "deeper")
    status, found = checked(capsys)
    assert status == 0
    assert found["rules"][0]["file"] == "rules/a.rules", "paths are told from the configuration's folder"


def test_the_configuration_in_pyproject(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (project / "a.rules").write_text(AGREE + "\n")
    (project / "pyproject.toml").write_text('[tool.factlint]\ncorpus = "corpus"\nrules = "a.rules"\n')
    assert call(capsys, "check")[0] == 1


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('corpsu = "corpus"', ["E111", "unknown setting `corpsu`", "did you mean `corpus`?", "factlint.toml:1:1"]),
        ("corpus = 3", ["E111", "the setting `corpus` does not read", 'corpus = "corpus"']),
        ('fail-on = "sometimes"', ["E111", "fail-on", '"never"']),
        ("corpus = [", ["E110", "not TOML", "factlint.toml:2:1"]),
    ],
)
def test_mistakes_in_the_configuration(
    text: str, words: list[str], project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (project / "factlint.toml").write_text(text + "\n")
    status, _out, err = call(capsys, "check", "--corpus", "corpus", "--rule", AGREE)
    assert status == 2
    for word in words:
        assert word in err


@pytest.mark.parametrize(
    ("argv", "words"),
    [
        ([], ["no command is given"]),
        (["chekc"], ["unknown command `chekc`", "did you mean `factlint check`?"]),
        (["compile"], ["the following arguments are required: -o/--output"]),
        (["check", "--corpsu", "x"], ["unknown option `--corpsu`", "did you mean `--corpus`?"]),
        (["check", "--corpus"], ["--corpus", "expected one argument"]),
        (["check", "--rule", AGREE, "--format", "jsno"], ["--format does not know `jsno`", "text, json"]),
        (
            ["check", "--rule", AGREE, "--engine", "dask"],
            ["--engine does not know `dask`", "write one of local, spark"],
        ),
        (["check", "--rule", AGREE, "--fail-on", "errors"], ["--fail-on does not know `errors`"]),
        (["check", "--rule", AGREE, "--today", "tomorrow"], ["--today does not read"]),
        (["check", "--rule", AGREE, "--limit", "few"], ["--limit takes a whole number"]),
        (["check", "--rule", AGREE], ["E104", "no corpus is given"]),
        (["check", "--corpus", "corpus"], ["E103", "no rules are given"]),
        (["check", "--rule", AGREE, "--corpus", "corpus", "--format", "text", "--format", "json"], ["cannot both"]),
    ],
)
def test_mistakes_in_the_call(
    argv: list[str], words: list[str], project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    status, _out, err = call(capsys, *argv)
    assert status == 2
    assert "Traceback" not in err
    for word in words:
        assert word in err


def test_formats_to_files_while_the_text_goes_to_the_terminal(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    status, out, _err = call(capsys, "check", "--corpus", "corpus", "--rule", AGREE, "--format", "json=report.json")
    assert status == 1
    assert out.startswith("error[rule]: ")
    assert json.loads((project / "report.json").read_text())["exit"] == 1


def test_output_takes_what_would_have_gone_to_the_terminal(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _status, out, _err = call(capsys, "check", "--corpus", "corpus", "--rule", AGREE, "--output", "report.txt")
    assert out == ""
    assert (project / "report.txt").read_text().startswith("error[rule]: ")


def test_a_report_that_cannot_be_written_says_so_and_leaves_nothing(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    status, _out, err = call(
        capsys, "check", "--corpus", "corpus", "--rule", BOUND, "--format", "json=missing/report.json"
    )
    assert status == 2
    assert "E107" in err


def test_the_old_report_survives_a_failure(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from factlint.files import write_whole

    target = project / "report.txt"
    target.write_text("old")

    def full(*_args: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "replace", full)
    with pytest.raises(OSError, match="No space"):
        write_whole(target, "new")
    assert target.read_text() == "old"
    assert [it.name for it in project.iterdir() if it.name.startswith(".report")] == []


def test_limit_shortens_what_is_shown_and_counts_stay_exact(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rows = [{"value": value, "subject": f"S{number}"} for number in range(5) for value in ("40%", "60%")]
    write_corpus(project, rows, SHARE)
    _status, out, _err = call(capsys, "check", "--corpus", "corpus", "--rule", AGREE, "--limit", "2")
    assert out.count("error[rule]: ") == 2
    assert "… and 3 more findings" in out
    assert "5 findings: 5 errors" in out


def test_output_is_the_same_byte_for_byte(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    first = call(capsys, "check", "--corpus", "corpus", "--rule", AGREE)
    assert call(capsys, "check", "--corpus", "corpus", "--rule", AGREE) == first


INSTALLED = Path(sys.executable).parent / "factlint"


def test_a_closed_pipe_ends_cleanly_and_loses_neither_status_nor_files(project: Path) -> None:
    command = f"{INSTALLED} check --corpus corpus --rule '{AGREE}' --format text --format json=report.json"
    done = subprocess.run(
        ["bash", "-c", f"{command} | true; echo ${{PIPESTATUS[0]}}"], capture_output=True, text=True, check=False
    )
    assert done.stderr == ""
    assert done.stdout == "1\n"
    assert json.loads((project / "report.json").read_text())["exit"] == 1


def test_version_and_help_are_printed(capsys: pytest.CaptureFixture[str]) -> None:
    for argv, words in (
        (["--version"], "factlint 0."),
        (["--help"], "exit status"),
        (["check", "--help"], "--fail-on"),
    ):
        with pytest.raises(SystemExit) as stop:
            main(argv)
        assert stop.value.code == 0
        assert words in capsys.readouterr().out


def test_a_bug_is_told_without_a_traceback(
    project: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_args: object) -> None:
        raise RuntimeError("inside")

    monkeypatch.setattr("factlint.pipeline.check", broken)
    status, _out, err = call(capsys, "check", "--corpus", "corpus", "--rule", AGREE)
    assert status == 2
    assert "E901" in err
    assert "Traceback" not in err
