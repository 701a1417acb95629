""".ci/run, with a Makefile in place of ours that answers at once."""

import shutil
import subprocess
from pathlib import Path

import pytest
from tests.project.project_files import ROOT, outside_make

SUMMARY = "==== 12 passed, 1 skipped in 3.45s ===="


def ci(folder: Path, test: str, check: str) -> subprocess.CompletedProcess[str]:
    (folder / ".ci").mkdir()
    shutil.copy(ROOT / ".ci" / "run", folder / ".ci" / "run")
    (folder / "Makefile").write_text(f".PHONY: test check\ntest:\n\t@{test}\ncheck:\n\t@{check}\n", encoding="utf-8")
    return subprocess.run(
        ["bash", folder / ".ci" / "run"],
        cwd=folder.parent,
        env=outside_make(),
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def test_everything_is_printed_and_the_summary_of_the_tests_comes_last(tmp_path: Path) -> None:
    done = ci(tmp_path, f"echo lint; echo '{SUMMARY}'", "echo a report")
    assert done.returncode == 0
    assert done.stdout.splitlines() == ["lint", SUMMARY, "a report", "", SUMMARY]


@pytest.mark.parametrize(
    ("test", "check"),
    [
        (f"echo '{SUMMARY}'; exit 1", "echo a report"),
        (f"echo '{SUMMARY}'", "exit 2"),
        ("echo no tests ran", "echo a report"),
    ],
    ids=["tests fail", "the main job fails", "no test is run"],
)
def test_what_fails_it(tmp_path: Path, test: str, check: str) -> None:
    assert ci(tmp_path, test, check).returncode != 0
