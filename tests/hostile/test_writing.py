"""Whatever ends a run early: what stood there before still stands, whole, and nothing half-written lies beside it."""

from __future__ import annotations

import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.hostile.project import UNTIDY, Outcome, call, check_manners, environment, write
from tests.support import no_room

OLD = "the old one\n"
WRITERS = {
    "check --output": ["check", "--no-cache", "--output", "old.parquet"],
    "check, all formats": [
        "check", "--no-cache", "--output", "old.parquet",
        *(word for name in ("json", "sarif", "junit", "github", "markdown", "annotations", "html")
          for word in ("--format", f"{name}=old.{name}")),
    ],
    "baseline": ["baseline", "old.parquet"],
    "compile": ["compile", "corpus", "-o", "old.parquet"],
    "fmt": ["fmt"],
    "init": ["init", "new"],
}  # fmt: skip


@pytest.fixture
def project(tmp_path: Path) -> Path:
    names = [
        "old.parquet",
        *(f"old.{name}" for name in ("json", "sarif", "junit", "github", "markdown", "annotations")),
    ]
    return write(tmp_path / "project", {**dict.fromkeys([*names, "old.html"], OLD), "rules/shares.rules": UNTIDY})


def seen(folder: Path) -> dict[str, bytes]:
    """Every file, by its path."""
    return {str(it.relative_to(folder)): it.read_bytes() for it in sorted(folder.rglob("*")) if it.is_file()}


@pytest.mark.parametrize("argv", WRITERS.values(), ids=WRITERS)
def test_a_full_disk(argv: list[str], project: Path) -> None:
    before = seen(project)
    with no_room():
        outcome = call(project, *argv)
    check_manners(outcome)
    assert outcome.status == 2
    assert outcome.codes & {"E107", "E109", "E131", "E345"}, outcome.err
    assert seen(project) == before
    assert not (project / "new").exists()


# --- Ctrl-C ----------------------------------------------------------------------------------------------------------

STEPS = {
    "before it is written": ["factlint.files.replacing.__enter__"],
    "when it is written": ["os.chmod"],
    "before it takes its place": ["os.replace"],
}
"""Of a file that takes the place of another."""
INTERRUPTIONS = [
    *((name, argv, step) for name, argv in WRITERS.items() if name != "init" for step in STEPS.items()),
    ("init", WRITERS["init"], ("within a file", ["pathlib.Path.open"])),
]


def _interrupted(project: Path, argv: list[str], step: list[str], end: BaseException) -> Outcome:
    def stop(*_: Any, **__: Any) -> None:
        raise end

    with pytest.MonkeyPatch.context() as patch:
        for name in step:
            patch.setattr(name, stop)
        return call(project, *argv)


@pytest.mark.parametrize("end", [KeyboardInterrupt(), SystemExit(143)], ids=["Ctrl-C", "SIGTERM"])
@pytest.mark.parametrize(
    ("argv", "step"), [(argv, step) for _, argv, (_, step) in INTERRUPTIONS],
    ids=[f"{name}, {when}" for name, _, (when, _) in INTERRUPTIONS],
)  # fmt: skip
def test_an_interruption(argv: list[str], step: list[str], end: BaseException, project: Path) -> None:
    before = seen(project)
    outcome = _interrupted(project, argv, step, end)
    assert outcome.status == (143 if isinstance(end, SystemExit) else 130)
    assert outcome.err == ""
    assert seen(project) == before
    assert not (project / "new").exists()


SIGNALS = {
    # the signal, the status
    "Ctrl-C": (signal.SIGINT, 130),
    "SIGTERM": (signal.SIGTERM, 143),
}
_AT_A_QUESTION = """
import os, sys
from factlint import cli, files
number, moment, argv = int(sys.argv[1]), int(sys.argv[2]), sys.argv[3:]
asked = 0
def told(question, answer):
    global asked
    asked += 1
    if asked == moment:
        os.kill(os.getpid(), number)
sys.argv = ["factlint", *argv]
with files.listening(told):
    cli.run()
"""


@pytest.mark.parametrize(("number", "status"), SIGNALS.values(), ids=SIGNALS)
@pytest.mark.parametrize("moment", [1, 12, 25])
def test_a_signal_while_files_are_read(number: signal.Signals, status: int, moment: int, project: Path) -> None:
    """A real one, at the first, the twelfth, … question that the run asks of the file system."""
    before = seen(project)
    done = _run(project, _AT_A_QUESTION, str(number.value), str(moment), *WRITERS["check, all formats"])
    assert done == (status, "", "")
    assert seen(project) == before


_WHERE_PYTHON_DROPS_IT = """
import sys, weakref
from factlint import cli, files
class Thing: pass
def interrupted(_):
    raise KeyboardInterrupt
def told(question, answer):
    thing = Thing()
    keep = weakref.ref(thing, interrupted)
    del thing
sys.argv = ["factlint", "check", "--no-cache"]
with files.listening(told):
    cli.run()
"""


def test_ctrl_c_is_not_lost_where_python_drops_what_is_raised(project: Path) -> None:
    assert _run(project, _WHERE_PYTHON_DROPS_IT) == (130, "", "")


def _run(folder: Path, code: str, *argv: str) -> tuple[int, str, str]:
    done = subprocess.run(
        [sys.executable, "-c", code, *argv],
        cwd=folder, env=environment(folder), capture_output=True, encoding="utf-8", check=False, timeout=900,
    )  # fmt: skip
    return done.returncode, done.stdout, done.stderr
