"""scripts/setup.sh on machines that lack something, and what it does a second time. Nothing is downloaded: Python is a
script that notes what it was asked for."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from tests.project.project_files import ROOT

TOOLS = ("sh", "cat", "cksum", "rm", "mkdir", "cp")

PYTHON = """#!/bin/sh
# A stand-in for a Python {version}: answers questions about itself, and notes what else it is told to do.
case "$*" in
"-c import sys; sys.exit("*) exit {too_old} ;;
"-c import ensurepip, venv") exit {no_venv} ;;
"-c import sys, venv, pip"*) exit {no_pip} ;;
"-c import pip") exit {no_pip} ;;
"-c import sys; print"*) echo {version} ;;
"-m venv "*)
    for folder; do :; done
    echo "venv" >>"$NOTES"
    mkdir -p "$folder/bin"
    cp "$0" "$folder/bin/python" ;;
"-m pip "*) echo "$*" >>"$NOTES" ;;
*) echo "unexpected: $*" >>"$NOTES"; exit 99 ;;
esac
"""


class Machine:
    """A project and a PATH, with a Python or without."""

    def __init__(self, folder: Path) -> None:
        self.project = folder / "project"
        self.bin = folder / "bin"
        self.notes = folder / "notes"
        for made in (self.project, self.bin):
            made.mkdir()
        (self.project / "scripts").mkdir()
        for name in ("scripts/setup.sh", "requirements.lock", "requirements-dev.lock", "pyproject.toml"):
            shutil.copy(ROOT / name, self.project / name)
        for tool in TOOLS:
            found = shutil.which(tool)
            assert found
            (self.bin / tool).symlink_to(found)

    def python(self, name: str, version: str, *, venv: bool = True, pip: bool = True) -> None:
        too_old = tuple(map(int, version.split("."))) < (3, 11)
        script = PYTHON.format(version=version, too_old=int(too_old), no_venv=int(not venv), no_pip=int(not pip))
        (self.bin / name).write_text(script, encoding="utf-8")
        (self.bin / name).chmod(0o755)

    def setup(self, level: str = "run", **environment: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [self.bin / "sh", "scripts/setup.sh", level],
            cwd=self.project,
            env={"PATH": str(self.bin), "NOTES": str(self.notes), **environment},
            capture_output=True,
            encoding="utf-8",
            check=False,
        )

    def noted(self) -> list[str]:
        """What Python was told since the last look."""
        lines = self.notes.read_text(encoding="utf-8").splitlines() if self.notes.exists() else []
        self.notes.unlink(missing_ok=True)
        return lines


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    return Machine(tmp_path)


def test_the_packages_of_the_lock_are_installed_by_hash_then_the_project(machine: Machine) -> None:
    machine.python("python3.11", "3.11")
    assert machine.setup().returncode == 0
    made, locked, project = machine.noted()
    assert made == "venv"
    assert "--require-hashes -r requirements.lock" in locked
    assert "--no-deps --no-build-isolation --editable ." in project


def test_a_second_run_does_nothing(machine: Machine) -> None:
    machine.python("python3.11", "3.11")
    machine.setup()
    machine.noted()
    again = machine.setup()
    assert (again.returncode, again.stdout, again.stderr, machine.noted()) == (0, "", "", [])


def test_what_the_tests_need_holds_what_the_main_job_needs(machine: Machine) -> None:
    machine.python("python3.11", "3.11")
    machine.setup("dev")
    assert "-r requirements-dev.lock" in machine.noted()[1]
    machine.setup("run")
    assert machine.noted() == []


@pytest.mark.parametrize("changed", ["requirements.lock", "pyproject.toml", "scripts/setup.sh"])
def test_a_change_is_brought_in_without_making_the_environment_anew(machine: Machine, changed: str) -> None:
    machine.python("python3.11", "3.11")
    machine.setup()
    machine.noted()
    with (machine.project / changed).open("a", encoding="utf-8") as file:
        file.write("\n# changed\n")
    machine.setup()
    assert [line.split()[0] for line in machine.noted()] == ["-m", "-m"]


def test_a_moved_project_is_installed_again(machine: Machine) -> None:
    machine.python("python3.11", "3.11")
    machine.setup()
    machine.noted()
    machine.project = machine.project.rename(machine.project.with_name("elsewhere"))
    machine.setup()
    assert machine.noted()


def test_a_newer_python_is_found_beside_an_old_one(machine: Machine) -> None:
    machine.python("python3", "3.9")
    machine.python("python3.12", "3.12")
    assert machine.setup().returncode == 0


def test_no_python_at_all(machine: Machine) -> None:
    done = machine.setup()
    assert done.returncode == 1
    assert "no Python 3.11 or later was found" in done.stderr
    assert "as root: apt-get install python3 python3-venv" in done.stderr


def test_only_an_old_python(machine: Machine) -> None:
    machine.python("python3", "3.9")
    assert "no Python 3.11 or later was found" in machine.setup().stderr


def test_the_python_that_was_named_is_too_old(machine: Machine) -> None:
    machine.python("mine", "3.9")
    assert "PYTHON=mine is not a Python 3.11 or later" in machine.setup(PYTHON="mine").stderr


def test_debian_without_the_venv_package_and_without_pip(machine: Machine) -> None:
    machine.python("python3", "3.11", venv=False, pip=False)
    done = machine.setup()
    assert done.returncode == 1
    assert "as root: apt-get install python3.11-venv" in done.stderr


def test_debian_without_the_venv_package_but_with_pip(machine: Machine) -> None:
    machine.python("python3", "3.11", venv=False)
    assert machine.setup().returncode == 0
    assert machine.noted()[0] == "venv"


def test_an_unknown_level_is_refused(machine: Machine) -> None:
    assert machine.setup("all").returncode == 2


def test_make_lists_every_target_a_person_calls() -> None:
    make = shutil.which("make")
    assert make
    listed = subprocess.run([make, "help"], cwd=ROOT, capture_output=True, encoding="utf-8", check=True).stdout
    for target in ("check", "test", "lint", "types", "format", "lock", "clean"):
        assert f"make {target} " in listed


def test_the_scripts_are_sound_shell() -> None:
    for script, shell in (("scripts/setup.sh", "sh"), (".ci/run", "bash")):
        subprocess.run([shell, "-n", script], cwd=ROOT, check=True)
    assert (ROOT / ".ci" / "run").read_text(encoding="utf-8").count("set -euo pipefail") == 1


def test_this_python_is_one_that_the_script_would_take() -> None:
    assert sys.version_info >= (3, 11)
