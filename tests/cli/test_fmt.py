"""`factlint fmt` as a user calls it: what it writes, what it shows, and how it ends."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from factlint.cli import main

UNTIDY = "rule a: claims must agree\nlet x=5\n"
TIDY = "rule a:\n    claims must agree\n\nlet x = 5\n"
WRONG = "claims must\n"


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A configured folder with an untidy rule file and a tidy one."""
    (tmp_path / "factlint.toml").write_text('rules = ["rules"]\n')
    (tmp_path / "rules").mkdir()
    (tmp_path / "rules" / "tidy.rules").write_text(TIDY)
    (tmp_path / "rules" / "untidy.rules").write_text(UNTIDY)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def call(capsys: pytest.CaptureFixture[str], *argv: str) -> tuple[int, str, str]:
    status = main(["fmt", *argv])
    out, err = capsys.readouterr()
    return status, out, err


def test_without_files_the_configured_rules_are_laid_out(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert call(capsys) == (0, "laid out rules/untidy.rules\n1 of 2 files changed\n", "")
    assert (project / "rules" / "untidy.rules").read_text() == TIDY
    assert call(capsys) == (0, "0 of 2 files changed\n", "")


def test_check_shows_what_would_change_and_writes_nothing(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert call(capsys, "--check") == (
        1,
        (
            "--- rules/untidy.rules\n"
            "+++ rules/untidy.rules (laid out)\n"
            "@@ -1,2 +1,4 @@\n"
            "-rule a: claims must agree\n"
            "-let x=5\n"
            "+rule a:\n"
            "+    claims must agree\n"
            "+\n"
            "+let x = 5\n"
            "would lay out rules/untidy.rules\n"
            "1 of 2 files would change\n"
        ),
        "",
    )
    assert (project / "rules" / "untidy.rules").read_text() == UNTIDY
    assert call(capsys, "--check", "rules/tidy.rules") == (0, "0 of 1 file would change\n", "")


@pytest.mark.parametrize("option", [[], ["--check"]])
def test_a_file_with_a_mistake_is_told_and_left_and_the_others_are_laid_out(
    option: list[str], project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    wrong = project / "rules" / "wrong.rules"
    wrong.write_text("let  y=5\n" + WRONG)
    status, out, err = call(capsys, *option)
    assert status == 2
    assert wrong.read_text() == "let  y=5\n" + WRONG
    assert "error[E301]" in err
    assert "rules/wrong.rules:2:11" in err
    assert "untidy.rules" in out
    assert "wrong.rules" not in out
    assert (project / "rules" / "untidy.rules").read_text() == (UNTIDY if option else TIDY)


def test_unknown_names_are_no_business_of_the_layout(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (project / "rules" / "more.rules").write_text("nobody knows claims must agree within nothing\n")
    assert call(capsys)[0] == 0


@pytest.mark.parametrize(
    ("raw", "idea"),
    [
        (TIDY.replace("\n", "\r\n").encode(), "ends of lines of another system"),
        (b"\xef\xbb\xbf" + TIDY.encode(), "a byte order mark"),
        (TIDY.rstrip("\n").encode(), "no end of the last line"),
        (TIDY.encode() + b"\n\n", "blank lines at the end"),
    ],
)
def test_what_is_not_seen_counts_too(raw: bytes, idea: str, project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = project / "rules" / "tidy.rules"
    file.write_bytes(raw)
    status, out, _err = call(capsys, "--check", "rules/tidy.rules")
    assert status == 1, idea
    assert out.startswith("--- rules/tidy.rules\n"), idea
    assert call(capsys, "rules/tidy.rules")[0] == 0
    assert file.read_bytes() == TIDY.encode(), idea


def test_the_diff_spells_out_what_a_terminal_would_obey(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (project / "rules" / "untidy.rules").write_text('# \x1b[31m\tred\nclaims  must agree because "\x07"')
    _status, out, _err = call(capsys, "--check")
    assert "\x1b" not in out
    assert "\x07" not in out
    assert " # \\u{1b}[31m\tred\n" in out
    assert "\\ No newline at end of file\n" in out


def test_the_mode_of_a_file_and_the_link_to_it_stay(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = project / "rules" / "untidy.rules"
    file.chmod(0o640)
    link = project / "link.rules"
    link.symlink_to(file)
    assert call(capsys, "link.rules")[0] == 0
    assert link.is_symlink()
    assert file.read_text() == TIDY
    assert file.stat().st_mode & 0o777 == 0o640
    assert sorted(it.name for it in file.parent.iterdir()) == ["tidy.rules", "untidy.rules"]


def test_a_file_that_cannot_be_written_stays_as_it_was(
    project: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_args: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "replace", full)
    status, out, err = call(capsys)
    assert status == 2
    assert out == "0 of 2 files changed\n"
    assert err == (
        "error[E345]: the rule file cannot be written: no space left on device\n"
        " --> rules/untidy.rules\n"
        "  = help: it is as it was; check who may write it\n"
    )
    assert (project / "rules" / "untidy.rules").read_text() == UNTIDY


@pytest.mark.parametrize(
    ("argv", "words"),
    [
        (["nowhere.rules"], ["E344", "nowhere.rules"]),
        (["empty"], ["E344", "holds no `.rules` file"]),
        (["latin.rules"], ["E343", "line 1 is not text in UTF-8"]),
        (["--chekc"], ["unknown option `--chekc`", "did you mean `--check`?"]),
    ],
)
def test_mistakes_in_the_call(
    argv: list[str], words: list[str], project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (project / "empty").mkdir()
    (project / "latin.rules").write_bytes("# é\n".encode("latin-1"))
    status, _out, err = call(capsys, *argv)
    assert status == 2
    for word in words:
        assert word in err


def test_without_files_or_configuration_there_is_nothing_to_lay_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    status, out, err = call(capsys)
    assert (status, out) == (2, "")
    assert "E103" in err


def test_each_file_is_laid_out_once_and_an_imported_one_only_if_it_is_named(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (project / "common.rules").write_text("let slack=10%\n")
    (project / "main.rules").write_text('import   "common.rules"\n')
    status, out, _err = call(capsys, "main.rules", "main.rules", "./main.rules")
    assert (status, out) == (0, "laid out main.rules\n1 of 1 file changed\n")
    assert (project / "common.rules").read_text() == "let slack=10%\n"
