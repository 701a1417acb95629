"""The formats as they are asked for: to the terminal, and several to files in one run."""

from __future__ import annotations

import json
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from factlint.cli import main
from tests.reporters.samples import SHARES, TWO
from tests.support import SHARE, write_corpus

FORMS = ["annotations", "github", "junit", "markdown", "sarif"]


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    write_corpus(tmp_path, TWO, SHARE)
    (tmp_path / "shares.rules").write_text(SHARES, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize("form", FORMS)
def test_to_the_terminal(form: str, project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "shares.rules", "--corpus", "corpus", "--format", form]) == 1
    out, err = capsys.readouterr()
    assert out.endswith("\n")
    assert err == ""


def test_several_to_files_in_one_run(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    wanted = [part for form in FORMS for part in ("--format", f"{form}=out.{form}")]
    assert main(["check", "shares.rules", "--corpus", "corpus", *wanted]) == 1
    assert capsys.readouterr().out.startswith("error[shares]: ")
    assert json.loads((project / "out.sarif").read_text())["version"] == "2.1.0"
    assert json.loads((project / "out.annotations").read_text())["total"] == 2
    assert ET.parse(project / "out.junit").getroot().get("failures") == "1"
    assert (project / "out.github").read_text().startswith("::error file=shares.rules,line=2,")
    assert (project / "out.markdown").read_text().startswith("## factlint: 1 finding: 1 error\n")


@pytest.mark.parametrize("form", FORMS)
def test_a_call_whose_bytes_are_no_text(form: str, project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What the shell hands over as broken UTF-8 still gives a file that every reader takes."""
    rule = 'share claims where quote is not one of "a\udcff" must agree'
    assert main(["check", "--corpus", "corpus", "--rule", rule, "--format", f"{form}=out"]) in {1, 2}
    assert "E901" not in capsys.readouterr().err
    (project / "out").read_bytes().decode("utf-8")
