"""What a command prints on the quickstart corpus, held against a file; `FACTLINT_UPDATE=1 pytest …` writes it anew."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from factlint.cli import main
from tests.project.project_files import ROOT

FOLDER = Path(__file__).parent / "golden"
QUICKSTART = ("--corpus", "corpus/quickstart", "--rules", "corpus/quickstart/harbour.rules")
COLUMNS = 80


def call(capsys: pytest.CaptureFixture[str], *argv: str) -> tuple[int, str, str]:
    status = main(argv)
    out, err = capsys.readouterr()
    return status, out, err


def compare(name: str, printed: str) -> None:
    """Equal to the golden file, at most 80 columns wide, and without colour."""
    expected = FOLDER / f"{name}.txt"
    if os.environ.get("FACTLINT_UPDATE"):
        expected.parent.mkdir(exist_ok=True)
        expected.write_text(printed, encoding="utf-8")
    assert printed == expected.read_text(encoding="utf-8")
    assert [line for line in printed.splitlines() if len(line) > COLUMNS] == []
    assert "\x1b" not in printed


__all__ = ["QUICKSTART", "ROOT", "call", "compare"]
