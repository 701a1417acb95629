"""`factlint init`: what it makes is green in every command, and nothing is ever overwritten."""

from __future__ import annotations

import json
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from tests.adopt.installed import called, run
from tests.project.project_files import copy_project

MADE = [
    "README.md",
    "corpus/post.txt",
    "corpus/post.yaml",
    "corpus/radio.txt",
    "corpus/radio.yaml",
    "corpus/vocabulary.yaml",
    "factlint.toml",
    "features/first.feature",
    "pytest.ini",
    "rules/first.rules",
]


def files(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


@pytest.fixture
def project(tmp_path: Path) -> Path:
    folder = tmp_path / "mine"
    folder.mkdir()
    done = called(folder, "init")
    assert (done.returncode, done.stderr) == (0, "")
    return folder


def test_it_tells_what_it_made_and_what_to_type_next(tmp_path: Path) -> None:
    done = called(tmp_path, "init", "desks/news room")
    assert files(tmp_path / "desks" / "news room") == MADE
    lines = done.stdout.splitlines()
    assert lines[0] == "made in desks/news room:"
    assert [line.strip() for line in lines[1:-2]] == MADE
    assert lines[-1] == "next: cd 'desks/news room' && factlint check"
    assert run(tmp_path, "bash", "-c", lines[-1].removeprefix("next: ")).returncode == 0


def test_in_the_working_folder_the_next_command_needs_no_cd(tmp_path: Path) -> None:
    assert called(tmp_path, "init").stdout.endswith("\nnext: factlint check\n")


GREEN = [
    ["check"],
    ["check", "--strict", "--fail-on", "info"],
    ["verify", "--fail-on", "info"],
    ["lint", "--fail-on", "warning"],
    ["fmt", "--check"],
]


@pytest.mark.parametrize("argv", GREEN, ids=" ".join)
def test_it_is_green(argv: list[str], project: Path) -> None:
    done = called(project, *argv)
    assert (done.returncode, done.stderr) == (0, ""), done.stdout


def test_its_rule_is_satisfied_by_claims_of_two_outlets(project: Path) -> None:
    report = json.loads(called(project, "check", "--format", "json").stdout)
    rule = report["rules"][0]
    assert (rule["verdict"], rule["groups"], rule["claims"]) == ("satisfied", 1, 2)
    assert report["summary"]["documents"] == 2
    assert report["summary"]["quotes"] == {"verified": 2}


def test_its_scenario_passes_by_itself_and_under_a_configured_parent(tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text('[tool.pytest.ini_options]\naddopts = ["--strict-markers"]\n')
    called(tmp_path, "init", "mine")
    done = run(tmp_path / "mine", sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider")
    assert (done.returncode, done.stdout.splitlines()[-1].split(" in ")[0]) == (0, "1 passed"), done.stdout


def test_what_its_readme_says_to_try_fails(project: Path) -> None:
    radio = project / "corpus" / "radio.yaml"
    radio.write_text(radio.read_text().replace("value: nearly 1,250", "value: nearly 2,250"))
    done = called(project, "check")
    assert done.returncode == 1
    assert "error[visitors]" in done.stdout


def test_all_of_it_is_marked_as_fiction(project: Path) -> None:
    for name in ["README.md", "corpus/vocabulary.yaml", "corpus/post.txt", "corpus/radio.txt"]:
        assert "fiction" in (project / name).read_text().lower()
    assert len((project / "README.md").read_text().splitlines()) == 10


IN_THE_WAY = [
    (["README.md"], "README.md stands"),
    (["corpus/mine.yaml"], "corpus/ stands"),
    (["rules/first.rules", "factlint.toml"], "factlint.toml, rules/ stand"),
    (["corpus"], "corpus stands"),
]


@pytest.mark.parametrize(("there", "said"), IN_THE_WAY, ids=[row[1] for row in IN_THE_WAY])
def test_what_is_in_the_way_is_listed_and_stays(there: list[str], said: str, tmp_path: Path) -> None:
    for name in there:
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("mine\n")
    done = called(tmp_path, "init")
    assert (done.returncode, done.stdout) == (2, "")
    assert f"E130]: {said} in the way of a new project" in done.stderr
    assert files(tmp_path) == sorted(there)
    assert {(tmp_path / name).read_text() for name in there} == {"mine\n"}


def test_a_second_init_changes_nothing(project: Path) -> None:
    (project / "README.md").write_text("mine\n")
    assert called(project, "init").returncode == 2
    assert (project / "README.md").read_text() == "mine\n"


def test_a_dangling_link_is_in_the_way(tmp_path: Path) -> None:
    """Writing through it would make a file somewhere else."""
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "factlint.toml").symlink_to(tmp_path / "elsewhere.toml")
    assert called(tmp_path / "mine", "init").returncode == 2
    assert not (tmp_path / "elsewhere.toml").exists()


def test_empty_folders_and_other_files_are_in_nobodys_way(tmp_path: Path) -> None:
    (tmp_path / "corpus").mkdir()
    (tmp_path / "LICENSE").write_text("mine\n")
    assert called(tmp_path, "init").returncode == 0
    assert files(tmp_path) == sorted([*MADE, "LICENSE"])


def test_where_nothing_can_be_written_nothing_is_left(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("mine\n")
    done = called(tmp_path, "init", "file/project")
    assert done.returncode == 2
    assert "E131]: the project cannot be made in file/project" in done.stderr
    assert files(tmp_path) == ["file"]


def test_what_was_made_before_the_disk_refused_is_taken_away(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from factlint.cli import main

    opened: list[Path] = []
    open_file = Path.open

    def refusing(self: Path, mode: str = "r", *arguments: object, **more: object) -> object:
        if "x" in mode:
            opened.append(self)
            if len(opened) == 5:
                raise OSError(28, "No space left on device")
        return open_file(self, mode, *arguments, **more)  # type: ignore[call-overload]

    monkeypatch.setattr(Path, "open", refusing)
    assert main(["init", str(tmp_path / "mine")]) == 2
    assert len(opened) == 5
    assert list(tmp_path.iterdir()) == []


def test_the_wheel_brings_the_starter(tmp_path: Path) -> None:
    project = copy_project(tmp_path / "clone")
    build = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(tmp_path), str(project)]
    subprocess.run(build, cwd=tmp_path, check=True, capture_output=True)
    (wheel,) = tmp_path.glob("*.whl")
    zipfile.ZipFile(wheel).extractall(tmp_path / "wheel")
    (tmp_path / "empty").mkdir()
    call = "import factlint, sys; from factlint.cli import main; print(factlint.__file__); sys.exit(main(['init']))"
    done = run(tmp_path / "empty", sys.executable, "-c", call, PYTHONPATH=str(tmp_path / "wheel"))
    assert done.stdout.startswith(str(tmp_path / "wheel")), done.stderr
    assert files(tmp_path / "empty") == MADE
