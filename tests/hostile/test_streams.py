"""Who reads what is printed may stop, the disk may be full that it goes to, and there may be nobody at all."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from factlint import streams
from tests.hostile.project import UNTIDY, call, check_manners, environment, write

PRINTERS = {
    **{f"check {name}": ["check", "--format", name] for name in ("text", "json", "html", "sarif", "junit", "github")},
    "check markdown": ["check", "--format", "markdown"],
    "check annotations": ["check", "--format", "annotations"],
    "lint": ["lint", "--fail-on", "info"],
    "verify": ["verify"],
    "show": ["show"],
    "show a claim": ["show", "a"],
    "explain": ["explain"],
    "explain a code": ["explain", "E221"],
    "explain a rule": ["explain", "shares"],
    "steps": ["steps"],
    "schema": ["schema", "claims"],
    "completion": ["completion", "bash"],
    "fmt": ["fmt", "--check"],
    "baseline": ["baseline", "known.json"],
    "compile": ["compile", "corpus", "-o", "claims.parquet"],
    "init": ["init", "new"],
    "help": ["--help"],
    "help of a command": ["check", "--help"],
    "version": ["--version"],
}


def _without_reader() -> int:
    reading, writing = os.pipe()
    os.close(reading)
    return writing


@pytest.mark.parametrize("argv", PRINTERS.values(), ids=PRINTERS)
def test_who_closes_the_pipe_has_seen_enough(argv: list[str], tmp_path: Path) -> None:
    """`factlint check | head -1`: no word of it, and the status is that of the run."""
    usual = call(write(tmp_path / "usual", {"rules/shares.rules": UNTIDY}), *argv)
    closed = call(write(tmp_path / "closed", {"rules/shares.rules": UNTIDY}), *argv, stdout=_without_reader())
    assert (closed.status, closed.err) == (usual.status, usual.err)


@pytest.mark.parametrize("argv", PRINTERS.values(), ids=PRINTERS)
def test_what_cannot_be_printed_is_told(argv: list[str], tmp_path: Path) -> None:
    outcome = call(write(tmp_path), *argv, stdout=os.open("/dev/full", os.O_WRONLY))
    check_manners(outcome)
    assert outcome.status == 2
    assert "error[E107]: what was asked for cannot be printed: no space left on device" in outcome.err


def test_where_printing_fails_the_files_are_written(tmp_path: Path) -> None:
    project = write(tmp_path)
    full = os.open("/dev/full", os.O_WRONLY)
    assert call(project, "check", "--format", "text", "--format", "json=report.json", stdout=full).status == 2
    assert (project / "report.json").read_bytes().startswith(b"{")


SHELLS = {
    "a pipe": "factlint check --format html | true; echo ${PIPESTATUS[0]}",
    "head": "factlint explain | head -n 1 >&2; echo ${PIPESTATUS[0]}",
    "help": "factlint --help | true; echo ${PIPESTATUS[0]}",
    "no stdout": "exec 3>&1; factlint check >&-; echo $? >&3",
    "no stderr": "factlint lint --rules 2>&-; echo $?",
    "neither": "exec 3>&1; factlint check >&- 2>&-; echo $? >&3",
    "messages to a full disk": "factlint check nowhere 2>/dev/full >/dev/null; echo $?",
    "help to a full disk": "factlint --help >/dev/full; echo $?",
}
EXPECTED = {"a pipe": "1", "head": "0", "help": "0", "no stdout": "1", "no stderr": "2", "neither": "1",
            "messages to a full disk": "2", "help to a full disk": "2"}  # fmt: skip


@pytest.mark.parametrize("name", SHELLS)
def test_the_installed_command(name: str, tmp_path: Path) -> None:
    done = subprocess.run(
        ["bash", "-c", SHELLS[name]],
        cwd=write(tmp_path), env=environment(tmp_path), capture_output=True, encoding="utf-8", check=False, timeout=900,
    )  # fmt: skip
    assert done.stdout.strip() == EXPECTED[name]
    assert "Traceback" not in done.stderr
    assert "Exception ignored" not in done.stderr


def test_no_file_takes_the_place_of_a_closed_stream(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdout", None)
    streams.open_streams()
    with sys.stdout as nowhere:
        assert nowhere.name == os.devnull
