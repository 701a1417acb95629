"""The same bytes, wherever and whenever: working folder aside, locale, time zone, hash seed, width, order of files."""

from __future__ import annotations

import random
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.hostile.project import BIN, FILES, environment, factlint, write

FORMATS = ["text", "json", "sarif", "junit", "github", "markdown", "annotations", "html"]
WAYS = {
    "another locale": {"LC_ALL": "tr_TR.UTF-8", "LANG": "de_DE.UTF-8"},
    "no locale": {"LC_ALL": "C"},
    "another time zone": {"TZ": "Pacific/Kiritimati"},
    "one hash seed": {"PYTHONHASHSEED": "1"},
    "another hash seed": {"PYTHONHASHSEED": "4242"},
    "a narrow terminal": {"COLUMNS": "20", "LINES": "5", "TERM": "dumb"},
    "a wide terminal": {"COLUMNS": "400", "FORCE_COLOR": "1", "TERM": "xterm-256color"},
}
NAMES = ["b", "a", "Ä", "z1", "z10", "z2"]
PROJECT = {
    **FILES,
    **{
        f"corpus/{name}.yaml": (
            f"document: {{id: d{index}, outlet: Outlet {index}, published: 2025-03-0{index + 1}}}\nclaims:\n"
            f"- {{subject: X, property: share, value: {30 + 7 * index}%, quote: q}}\n"
            f"- {{subject: X, property: city, value: Town {index % 3}}}\n"
            f"- {{subject: Istanbul İı, property: shaer, value: {index}}}\n"
        )
        for index, name in enumerate(NAMES)
    },
    "rules/more.rules": "rule towns: city claims must agree\nrule backed: share claims must be corroborated by at least 2 independent sources\n",
}


def reports(folder: Path, **more: str) -> dict[str, str]:
    """Every format as a file, and what goes to the terminal."""
    asked = [word for name in FORMATS for word in ("--format", f"{name}=report.{name}")]
    outcome = factlint(folder, "check", "--no-cache", "--format", "text", *asked[2:], **more)
    found = {name: (folder / f"report.{name}").read_text(encoding="utf-8") for name in FORMATS[1:]}
    return {**found, "stdout": outcome.out, "stderr": outcome.err, "status": str(outcome.status)}


@pytest.fixture(scope="module")
def usual(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    return reports(write(tmp_path_factory.mktemp("usual"), PROJECT))


@pytest.mark.parametrize("more", WAYS.values(), ids=WAYS)
def test_the_environment_changes_no_byte(more: dict[str, str], usual: dict[str, str], tmp_path: Path) -> None:
    assert reports(write(tmp_path, PROJECT), **more) == usual


def test_the_order_in_which_files_were_made_changes_no_byte(usual: dict[str, str], tmp_path: Path) -> None:
    names = sorted(PROJECT)
    random.Random(7).shuffle(names)
    folder = tmp_path / "elsewhere" / "with a space"
    for name in names:
        write(folder, {name: PROJECT[name]})
    assert reports(folder) == usual


def test_a_second_run_changes_no_byte(usual: dict[str, str], tmp_path: Path) -> None:
    folder = write(tmp_path, PROJECT)
    reports(folder)
    assert reports(folder) == usual


def test_without_a_network(usual: dict[str, str], tmp_path: Path) -> None:
    """In a network namespace of its own there is not even a way to the machine itself."""
    unshare = shutil.which("unshare")
    if unshare is None or subprocess.run([unshare, "-rn", "true"], capture_output=True, check=False).returncode:
        pytest.skip("no network namespace can be made here: what the tool does without one was not tested")
    folder = write(tmp_path, PROJECT)
    done = subprocess.run(
        [unshare, "-rn", str(BIN / "factlint"), "check", "--no-cache", "--format", "text"],
        cwd=folder, env=environment(folder), capture_output=True, check=False, timeout=900,
    )  # fmt: skip
    assert (done.stdout.decode(), str(done.returncode)) == (usual["stdout"], usual["status"])
