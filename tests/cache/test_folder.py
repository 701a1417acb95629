"""Whatever happens to the cache's folder: no run says another word, or ends otherwise, than without it."""

from __future__ import annotations

import os
import resource
import signal
import stat
import subprocess
import sys
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factlint.cache import folder as cache
from tests.cache.world import INSTALLED, Project

NAME = "run-0123"
CONTENT = b"what was printed\n" * 20


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.delenv("FACTLINT_NO_CACHE")
    monkeypatch.setenv("FACTLINT_CACHE_DIR", str(tmp_path / "cache"))
    found = cache.open_folder()
    assert found is not None
    return Path(found)


def names(place: Path) -> list[str]:
    return sorted(path.name for path in place.iterdir())


def test_what_is_stored_is_loaded(place: Path) -> None:
    for content in (b"", CONTENT, CONTENT * 1000):
        cache.store(str(place), NAME, content)
        assert cache.load(str(place), NAME) == content
    assert names(place) == [NAME]
    assert cache.load(str(place), "run-4567") is None
    cache.forget(str(place), NAME)
    assert names(place) == []


def test_it_is_for_its_owner_alone(place: Path) -> None:
    cache.store(str(place), NAME, CONTENT)
    assert stat.S_IMODE(place.stat().st_mode) == 0o700
    assert stat.S_IMODE((place / NAME).stat().st_mode) == 0o600


def test_it_lies_where_caches_lie(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("FACTLINT_NO_CACHE", "FACTLINT_CACHE_DIR", "XDG_CACHE_HOME"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("HOME", str(tmp_path))
    for platform, expected in (
        ("linux", tmp_path / ".cache/factlint/entries-1"),
        ("darwin", tmp_path / "Library/Caches/factlint/entries-1"),
    ):
        monkeypatch.setattr(sys, "platform", platform)
        assert cache.open_folder() == str(expected)
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "given"))
    assert cache.open_folder() == str(tmp_path / "given/factlint/entries-1")


# --- Entries that are not used ---------------------------------------------------------------------------------------


@given(st.integers(0, len(CONTENT) + 32), st.integers(1, 255))
def test_an_entry_with_one_byte_changed_is_none(tmp_path_factory: pytest.TempPathFactory, at: int, by: int) -> None:
    place = tmp_path_factory.mktemp("cache")
    place.chmod(0o700)
    cache.store(str(place), NAME, CONTENT)
    data = bytearray((place / NAME).read_bytes())
    data[at] ^= by
    (place / NAME).write_bytes(data)
    assert cache.load(str(place), NAME) is None


@given(st.integers(0, len(CONTENT) + 32))
def test_a_part_of_an_entry_is_none(tmp_path_factory: pytest.TempPathFactory, length: int) -> None:
    place = tmp_path_factory.mktemp("cache")
    cache.store(str(place), NAME, CONTENT)
    os.truncate(place / NAME, length)
    assert cache.load(str(place), NAME) is None


def longer(path: Path) -> None:
    with path.open("ab") as file:
        file.write(b"\n")


def huge(path: Path) -> None:
    os.truncate(path, cache.LARGEST + 1)


def of_another_name(path: Path) -> None:
    cache.store(str(path.parent), "run-other", CONTENT)
    (path.parent / "run-other").rename(path)


def linked(path: Path) -> None:
    path.rename(path.with_name("elsewhere"))
    path.symlink_to("elsewhere")


def a_pipe(path: Path) -> None:
    path.unlink()
    os.mkfifo(path)


def a_folder(path: Path) -> None:
    path.unlink()
    path.mkdir()
    (path / "inside").touch()


def open_to_others(path: Path) -> None:
    path.chmod(0o666)


def unreadable(path: Path) -> None:
    path.chmod(0)


DAMAGES = (longer, huge, of_another_name, linked, a_pipe, a_folder, open_to_others)


@pytest.mark.parametrize("damage", DAMAGES, ids=lambda it: it.__name__)
def test_a_doubtful_entry_is_none(place: Path, damage: Callable[[Path], None]) -> None:
    cache.store(str(place), NAME, CONTENT)
    damage(place / NAME)
    assert cache.load(str(place), NAME) is None


@pytest.mark.parametrize("damage", [*DAMAGES, unreadable], ids=lambda it: it.__name__)
def test_a_doubtful_entry_changes_no_run(project: Project, damage: Callable[[Path], None]) -> None:
    fresh = project.run("check", "--no-cache")
    assert project.run("check") == fresh
    for name in project.entries():
        damage(project.cache / name)
    assert [project.run("check"), project.run("check")] == [fresh] * 2


def test_what_is_of_somebody_else_is_not_looked_at(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    cache.store(str(place), NAME, CONTENT)
    me = os.geteuid()
    monkeypatch.setattr(os, "geteuid", lambda: me + 1)
    assert cache.load(str(place), NAME) is None
    assert cache.open_folder() is None


# --- Folders that cannot be used -------------------------------------------------------------------------------------


def a_file_in_its_place(place: Path) -> None:
    place.write_text("in the way")


def a_file_further_in(place: Path) -> None:
    place.mkdir()
    (place / "entries-1").write_text("in the way")


def a_link_that_leads_nowhere(place: Path) -> None:
    place.symlink_to("nowhere")
    place.with_name("nowhere").write_text("in the way")


def a_folder_for_everybody(place: Path) -> None:
    (place / "entries-1").mkdir(parents=True)
    (place / "entries-1").chmod(0o777)


def a_folder_that_cannot_be_written(place: Path) -> None:
    (place / "entries-1").mkdir(parents=True)
    (place / "entries-1").chmod(0o500)


BARRIERS = (
    a_file_in_its_place,
    a_file_further_in,
    a_link_that_leads_nowhere,
    a_folder_for_everybody,
    a_folder_that_cannot_be_written,
)


@pytest.mark.parametrize("barrier", BARRIERS, ids=lambda it: it.__name__)
def test_a_folder_that_cannot_be_used_changes_no_run(project: Project, barrier: Callable[[Path], None]) -> None:
    barrier(project.place)
    fresh = project.run("check", "--no-cache")
    assert [project.run("check"), project.run("check")] == [fresh] * 2
    if barrier is a_folder_for_everybody:
        assert project.entries() == {}


@pytest.mark.parametrize("home", ["/nowhere/at/all", "/proc", "/dev/null", ""])
def test_a_home_that_cannot_be_written_changes_no_run(project: Project, home: str) -> None:
    fresh = project.run("check", "--no-cache")
    assert project.run("check", FACTLINT_CACHE_DIR="", HOME=home, XDG_CACHE_HOME=f"{home}/.cache") == fresh


def limited() -> None:
    """No file may grow beyond 40 bytes, as on a disk that is full."""
    resource.setrlimit(resource.RLIMIT_FSIZE, (40, 40))


def test_a_full_disk_changes_no_run(project: Project) -> None:
    fresh = project.run("check", "--no-cache")
    done = subprocess.run(
        [INSTALLED, "check"],
        cwd=project.folder,
        env={
            **os.environ,
            "PYTHONDONTWRITEBYTECODE": "1",
            "FACTLINT_NO_CACHE": "",
            "FACTLINT_CACHE_DIR": str(project.place),
        },
        preexec_fn=limited,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert (done.returncode, done.stdout, done.stderr) == (fresh.status, fresh.out, fresh.err)
    assert project.entries() == {}


# --- Several runs, killed runs ---------------------------------------------------------------------------------------


def test_runs_that_race_print_the_same(project: Project) -> None:
    fresh = project.run("check", "--no-cache")
    for _ in range(2):
        with ThreadPoolExecutor(4) as pool:
            assert list(pool.map(lambda _: project.run("check"), range(6))) == [fresh] * 6
    assert len(project.runs()) == 1
    assert [name for name in project.entries() if name.endswith(".tmp")] == []


def test_a_store_that_is_interrupted_leaves_nothing(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "replace", stop)
    with pytest.raises(KeyboardInterrupt):
        cache.store(str(place), NAME, CONTENT)
    assert names(place) == []


@pytest.mark.parametrize("wait", [0.05, 0.3, 0.6, 1.0])
def test_a_killed_run_changes_no_later_one(project: Project, wait: float) -> None:
    fresh = project.run("check", "--no-cache")
    started = subprocess.Popen(
        [INSTALLED, "check"],
        cwd=project.folder,
        env={**os.environ, "FACTLINT_NO_CACHE": "", "FACTLINT_CACHE_DIR": str(project.place)},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    time.sleep(wait)
    started.send_signal(signal.SIGKILL)
    started.wait()
    assert [project.run("check"), project.run("check")] == [fresh] * 2


# --- How large it grows ----------------------------------------------------------------------------------------------


def test_the_entries_unused_for_longest_go_first(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cache, "LIMIT", 10_000)
    for number in range(20):
        cache.store(str(place), f"run-{number:02}", bytes(900))
        os.utime(place / f"run-{number:02}", (number, number))
    cache.make_room(str(place))
    kept = names(place)
    assert kept == [f"run-{number:02}" for number in range(20 - len(kept), 20)]
    assert 0 < sum(path.stat().st_size for path in place.iterdir()) <= 8_000


def test_there_are_only_so_many_entries(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cache, "MOST", 10)
    for number in range(12):
        cache.store(str(place), f"run-{number:02}", b"")
    cache.make_room(str(place))
    assert len(names(place)) == 8


def test_what_killed_runs_left_goes_after_an_hour(place: Path) -> None:
    (place / "run-1.abc.tmp").write_bytes(b"half")
    (place / "run-2.abc.tmp").write_bytes(b"half")
    hours_ago = time.time() - 7_200
    os.utime(place / "run-1.abc.tmp", (hours_ago, hours_ago))
    cache.make_room(str(place))
    assert names(place) == ["run-2.abc.tmp"]


def test_an_entry_that_is_used_stays_young(place: Path) -> None:
    cache.store(str(place), NAME, CONTENT)
    long_ago = time.time() - 10 * 86_400
    os.utime(place / NAME, (long_ago, long_ago))
    assert cache.load(str(place), NAME) == CONTENT
    assert (place / NAME).stat().st_mtime > long_ago + 86_400


def test_what_is_too_large_is_not_kept(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cache, "LARGEST", 100)
    cache.store(str(place), NAME, bytes(100))
    assert names(place) == []
