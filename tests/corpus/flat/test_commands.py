"""Every command takes a flat corpus where it takes a folder."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from factlint.cli import main
from factlint.corpus.reader import read_corpus
from tests.corpus.flat.convert import loaded, write_csv, write_jsonl
from tests.project.project_files import ROOT

QUICKSTART = ROOT / "corpus" / "quickstart"


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The quickstart as a folder, and beside it the same as JSON lines and as CSV, each with its texts."""
    documents, claims = loaded(QUICKSTART)
    shutil.copytree(QUICKSTART, tmp_path / "yaml")
    for name in ("jsonl", "csv"):
        (tmp_path / name).mkdir()
        for file in [QUICKSTART / "vocabulary.yaml", *QUICKSTART.glob("*.txt")]:
            shutil.copy(file, tmp_path / name)
        write_jsonl(tmp_path / name / "documents.jsonl", documents)
    write_jsonl(tmp_path / "jsonl" / "claims.jsonl", claims)
    write_csv(tmp_path / "csv" / "claims.csv", claims)
    shutil.copy(QUICKSTART / "harbour.rules", tmp_path)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def ids() -> list[str]:
    return [claim["id"] for claim in loaded(QUICKSTART)[1]]


COMMANDS = {
    "check": ["check", "harbour.rules"],
    "verify": ["verify"],
    "lint": ["lint", "harbour.rules"],
    "show": ["show"],
    "show a claim": ["show", ids()[0]],
    "show all claims": ["show", loaded(QUICKSTART)[1][0]["subject"]],
    "baseline": ["baseline", "known.json", "harbour.rules"],
}


@pytest.mark.parametrize("file", ["jsonl/claims.jsonl", "csv/claims.csv"])
@pytest.mark.parametrize("command", COMMANDS.values(), ids=COMMANDS)
def test_it_says_what_it_says_of_a_folder(
    command: list[str], file: str, project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    status = main([*command, "--corpus", "yaml"])
    of_folder = capsys.readouterr()
    known = (project / "known.json").read_text(encoding="utf-8") if command[0] == "baseline" else ""
    assert main([*command, "--corpus", file]) == status
    of_file = capsys.readouterr()
    assert [_without_places(it) for it in of_file] == [_without_places(it) for it in of_folder]
    assert not known or (project / "known.json").read_text(encoding="utf-8") == known


def _without_places(text: str) -> list[str]:
    """The lines but those that say in which file and line a claim is defined."""
    return [line for line in text.splitlines() if not any(f"{it}/" in line for it in ("yaml", "jsonl", "csv"))]


def test_a_folder_of_flat_files_alone_says_which_to_name(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["verify", "--corpus", "csv"]) == 2
    assert "name the file of claims itself: `--corpus csv/claims.csv`" in capsys.readouterr().err


def test_in_a_folder_of_claim_files_a_table_is_no_claim(project: Path) -> None:
    before = read_corpus(project / "yaml", root=project)
    shutil.copy(project / "csv" / "claims.csv", project / "yaml")
    (project / "yaml" / "some.json").write_text("{}", encoding="utf-8")
    after = read_corpus(project / "yaml", root=project)
    assert (after.claims, after.documents, after.diagnostics) == (before.claims, before.documents, before.diagnostics)
