"""A run that would be the same is printed again; whatever could change it is noticed."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable

import pytest

from factlint import cli, files
from factlint.cache import identity
from tests.cache.world import INSTALLED, SHARES, TEXT, Project, claims

COMMANDS = (
    ("check",),
    ("check", "rules/port.rules", "--corpus", "corpus"),
    ("check", "--format", "json"),
    ("check", "--format", "html"),
    ("check", "--rule", "share claims must be at most 10%", "--strict", "--limit", "1"),
    ("check", "--select", "no-such-rule"),
    ("verify",),
    ("verify", "--fail-on", "warning"),
    ("lint",),
    ("lint", "--corpus", "nowhere"),
    ("show",),
    ("show", "gazette-rate"),
    ("explain", "E201"),
    ("explain", "loading"),
)


@pytest.mark.parametrize("argv", COMMANDS, ids=" ".join)
def test_the_second_run_prints_what_the_first_did(project: Project, argv: tuple[str, ...]) -> None:
    fresh = project.call(*argv, "--no-cache")
    first, second = project.call(*argv), project.call(*argv)
    assert (first, second) == (fresh, fresh)
    assert (first.computed, second.computed) == (True, False)


def test_the_installed_command_does_so_too(project: Project) -> None:
    fresh = project.run("check", "--no-cache")
    assert project.runs() == []
    assert [project.run("check") for _ in range(3)] == [fresh] * 3
    assert len(project.runs()) == 1


def test_a_replayed_run_imports_nothing_that_takes_long(project: Project) -> None:
    assert project.run("check").status == 1
    code = (
        "import sys; before = set(sys.modules); from factlint.cli import main; status = main(['check']); "
        "new = sorted(set(sys.modules) - before); print(*new, file=sys.stderr); sys.exit(status)"
    )
    done = project.start([sys.executable, "-c", code])
    assert done.status == 1
    ours = {it for it in done.err.split() if it.startswith("factlint")}
    assert ours == {"factlint", "factlint.cli", "factlint.files", "factlint.streams", "factlint.version"} | {
        f"factlint.cache{name}" for name in ("", ".folder", ".identity", ".runs", ".trace")
    }
    assert {it.split(".")[0] for it in done.err.split()} - {"factlint", "__future__", "_blake2"} == set()


@pytest.mark.parametrize(
    "argv", [("fmt", "--check"), ("schema", "claims"), ("completion", "bash"), ("--help",)], ids=" ".join
)
def test_what_is_done_at_once_is_not_kept(project: Project, argv: tuple[str, ...]) -> None:
    project.run(*argv)
    assert project.entries() == {}


@pytest.mark.parametrize(
    ("argv", "environment"),
    [(("check", "--no-cache"), {}), (("check",), {"FACTLINT_NO_CACHE": "1"})],
    ids=["--no-cache", "FACTLINT_NO_CACHE"],
)
def test_without_the_cache_it_is_neither_read_nor_written(
    project: Project, argv: tuple[str, ...], environment: dict[str, str]
) -> None:
    done = project.run(*argv, **environment)
    assert project.entries() == {}
    project.run("check")
    for name in project.entries():
        (project.cache / name).write_bytes(b"as it was")
    before = project.entries()
    assert project.run(*argv, **environment) == done
    assert project.entries() == before


# --- What changes a run ----------------------------------------------------------------------------------------------


def same_size_and_time(project: Project) -> None:
    path = project.folder / "corpus/lantern.yaml"
    before = path.stat()
    path.write_text(path.read_text().replace("800,000", "900,000"))
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))


def other_document(project: Project) -> None:
    project.write("corpus/inside/herald.yaml", claims("herald", "2 barrels a day"))


def link_to(name: str, target: str) -> Callable[[Project], None]:
    def change(project: Project) -> None:
        path = project.folder / name
        path.unlink(missing_ok=True)
        path.symlink_to(project.folder / target)

    return change


def write(name: str, text: str) -> Callable[[Project], None]:
    return lambda project: project.write(name, text)


def remove(name: str) -> Callable[[Project], None]:
    return lambda project: (project.folder / name).unlink()


CHANGES: dict[str, Callable[[Project], None]] = {
    "a rule": write("rules/port.rules", "rule loading: loading rate claims must agree within 90%\n"),
    "an imported rule": write("rules/more/shares.rules", SHARES.replace("5", "6")),
    "one more rule file": write("rules/own.rules", "rule many: share claims must be at most 10%\n"),
    "a rule file less": remove("rules/more/shares.rules"),
    "a claim, size and time as before": same_size_and_time,
    "one more document": other_document,
    "a document less": remove("corpus/lantern.yaml"),
    "a document that is no YAML": write("corpus/lantern.yaml", "document: {id: [\n"),
    "the vocabulary": write("corpus/vocabulary.yaml", "properties: {loading rate: {kind: quantity, unit: percent}}\n"),
    "no vocabulary": remove("corpus/vocabulary.yaml"),
    "a text": write("texts/gazette.txt", TEXT.replace("nearly", "about")),
    "a text that was not held": write("texts/lantern.txt", "It loaded 800,000 barrels a day, two thirds of all.\n"),
    "a text no longer held": remove("texts/gazette.txt"),
    "a text beside its document": write("corpus/lantern.txt", "nothing of the kind\n"),
    "the configuration": write("factlint.toml", 'corpus = "corpus"\nrules = ["rules/more"]\n'),
    "another configuration": write("rules/factlint.toml", "never looked at\n"),
    "no configuration": remove("factlint.toml"),
    "a baseline that is none": write("factlint.toml", 'corpus = "corpus"\nrules = "rules"\nbaseline = "b.json"\n'),
    "a folder that leads out": link_to("corpus/out", "texts"),
    "a document that is a link": link_to("corpus/lantern.yaml", "corpus/gazette.yaml"),
    "a text that leads out": link_to("texts/lantern.txt", "corpus/gazette.yaml"),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES.keys())
def test_a_change_is_seen_and_so_is_its_undoing(project: Project, change: Callable[[Project], None]) -> None:
    first = project.call("check")
    undo = {path: path.read_bytes() for path in project.folder.rglob("*") if path.is_file()}
    change(project)
    changed = project.call("check")
    assert changed == project.call("check", "--no-cache")
    assert project.call("check") == changed
    for path in project.folder.rglob("*"):
        if path.is_symlink() or (path.is_file() and path not in undo):
            path.unlink()
    for path, content in undo.items():
        path.write_bytes(content)
    assert project.call("check") == first


def test_what_no_run_asks_for_is_not_looked_at(project: Project) -> None:
    first = project.call("check")
    project.write("notes.txt", "nothing of the kind\n")
    project.write("texts/other.txt", "nothing of the kind\n")
    os.utime(project.folder / "corpus/gazette.yaml")
    again = project.call("check")
    assert (again, again.computed) == (first, False)


def test_the_day_counts_where_an_exception_ends(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    project.call("verify")
    for day in ("2025-03-04", "2025-03-05"):
        monkeypatch.setitem(files.QUESTIONS, "today", lambda day=day: day)
        assert project.call("verify").computed is False
    project.write("rules/accepted.rules", 'accept loading because "known" until 2025-03-04\n')
    outcomes = {}
    for day in ("2025-03-04", "2025-03-05", "2025-03-04"):
        monkeypatch.setitem(files.QUESTIONS, "today", lambda day=day: day)
        outcomes[day] = project.call("check")
        assert outcomes[day].computed
        assert project.call("check").computed is False
    assert [it.status for it in outcomes.values()] == [0, 1]


def test_a_terminal_and_a_pipe_are_kept_apart(project: Project) -> None:
    plain, colored = project.call("check"), project.call("check", terminal=True)
    assert "\x1b[" in colored.out
    assert "\x1b[" not in plain.out
    assert (project.call("check"), project.call("check", terminal=True)) == (plain, colored)
    assert not project.call("check").computed


def test_other_code_or_libraries_are_another_run(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    project.call("check")
    code, package = [("a.py", 1, 1)], ["lark-1.3.1"]
    monkeypatch.setattr(identity, "_walk", lambda _, seen: seen.extend(code))
    monkeypatch.setattr(identity, "_libraries", lambda: package)
    for computed in (True, False):
        assert project.call("check").computed is computed
    code.append(("b.py", 1, 1))
    assert project.call("check").computed
    package[0] = "lark-1.3.2"
    assert project.call("check").computed


def test_another_folder_is_another_run(project: Project) -> None:
    project.call("check")
    inside = Project(project.folder / "rules", project.place)
    assert inside.call("check").computed


# --- What is not kept ------------------------------------------------------------------------------------------------


def test_a_bug_is_not_kept(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    from factlint import pipeline

    def fail(*_: object) -> None:
        raise RuntimeError("of ours")

    monkeypatch.setattr(pipeline, "check", fail)
    assert "E901" in project.call("check").err
    assert project.runs() == []


def test_an_interrupted_run_is_not_kept(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    from factlint import pipeline

    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(pipeline, "check", stop)
    assert project.call("check").status == cli.INTERRUPTED
    assert project.runs() == []


def test_a_run_during_which_a_file_changed_is_not_kept(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    from factlint.commands import check

    def look_twice(_: object) -> None:
        for text in ("before", "after"):
            project.write("seen.txt", text)
            files.read(project.folder / "seen.txt")

    monkeypatch.setattr(check, "tell", look_twice)
    assert project.call("check").status == 1
    assert project.runs() == []


def test_a_file_that_a_library_reads_must_stay_as_it_is(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    from factlint.commands import check

    path = project.folder / "seen.txt"

    def read_by_itself(_: object) -> None:
        files.note(path)
        project.write("seen.txt", "after")

    project.write("seen.txt", "before")
    monkeypatch.setattr(check, "tell", read_by_itself)
    project.call("check")
    assert project.runs() == []
    monkeypatch.setattr(check, "tell", lambda _: files.note(path))
    project.call("check")
    assert len(project.runs()) == 1
    assert not project.call("check").computed
    project.write("seen.txt", "later")
    assert project.call("check").computed


def test_what_takes_long_to_hash_is_not_kept(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    from factlint.commands import check

    project.write("seen.txt", "long")
    monkeypatch.setattr(check, "tell", lambda _: files.note(project.folder / "seen.txt"))
    monkeypatch.setattr(files, "MOST_HASHED", 3)
    project.call("check")
    assert project.runs() == []


# --- Reports in files ------------------------------------------------------------------------------------------------

IN_FILES = ("check", "--format", "json=out/report.json", "--format", "text=out/report.txt")


def test_reports_in_files_are_written_again(project: Project) -> None:
    (project.folder / "out").mkdir()
    first = project.call(*IN_FILES)
    reports = {path.name: path.read_bytes() for path in (project.folder / "out").iterdir()}
    assert set(reports) == {"report.json", "report.txt"}
    (project.folder / "out/report.json").unlink()
    (project.folder / "out/report.txt").write_text("another")
    again = project.call(*IN_FILES)
    assert (again, again.computed) == (first, False)
    assert {path.name: path.read_bytes() for path in (project.folder / "out").iterdir()} == reports


def test_what_cannot_be_written_is_told(project: Project) -> None:
    failed = project.call(*IN_FILES)
    assert "E107" in failed.err
    assert project.runs() == []
    (project.folder / "out").mkdir()
    assert project.call(*IN_FILES).err == ""
    for path in (project.folder / "out").iterdir():
        path.unlink()
    (project.folder / "out").rmdir()
    assert project.call(*IN_FILES) == failed


def test_what_goes_to_a_device_is_computed(project: Project) -> None:
    os.mkfifo(project.folder / "pipe")
    reader = os.open(project.folder / "pipe", os.O_RDONLY | os.O_NONBLOCK)
    for _ in range(2):
        assert project.call("check", "--output", "pipe").computed
        assert os.read(reader, 1_000_000)
    os.close(reader)
    assert project.runs() == []


def test_a_closed_pipe_ends_cleanly_and_keeps_the_status(project: Project) -> None:
    for _ in range(2):
        for command in ("check --format html", "verify --fail-on warning", "show", "lint --fail-on info"):
            done = project.start(["bash", "-c", f"{INSTALLED} {command} | true; echo ${{PIPESTATUS[0]}}"])
            status = project.start(["bash", "-c", f"{INSTALLED} {command} --no-cache >/dev/null; echo $?"])
            assert (done.out, done.err) == (status.out, "")
