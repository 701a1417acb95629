"""Every place of every command in which a path or a word may stand, given one that is wrong: told, and never obeyed."""

from __future__ import annotations

import os
import shutil
import stat
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.hostile.project import Outcome, call, check_manners, write

AT = "@"
"""Where what is tried stands in a call."""

READ = {
    "check RULES": ["check", AT],
    "check --corpus": ["check", "--corpus", AT],
    "check --vocabulary": ["check", "--vocabulary", AT],
    "check --baseline": ["check", "--baseline", AT],
    "lint RULES": ["lint", AT],
    "lint --corpus": ["lint", "--corpus", AT],
    "fmt": ["fmt", AT],
    "fmt --check": ["fmt", "--check", AT],
    "verify --corpus": ["verify", "--corpus", AT],
    "show --rules": ["show", "--rules", AT],
    "show --corpus": ["show", "--corpus", AT],
    "explain --rules": ["explain", "shares", "--rules", AT],
    "explain --corpus": ["explain", "shares", "--corpus", AT],
    "compile CORPUS": ["compile", AT, "-o", "claims.parquet"],
    "compile --vocabulary": ["compile", "corpus", "--vocabulary", AT, "-o", "claims.parquet"],
    "baseline RULES": ["baseline", "known.json", AT],
}
"""Where a file or a folder is read: a wrong one is told, and gives 2."""

SOURCES = {
    "check --sources": (["check", "--sources", AT], 1),
    "verify --sources": (["verify", "--sources", AT], 0),
}
"""Texts need not be held: where there are none, the rest is judged as ever. With the status that this gives."""

WORDS = {
    "the command": [AT],
    "an option": ["check", f"--{AT}"],
    "check --rule": ["check", "--rule", AT],
    "check --select": ["check", "--select", AT],
    "check --tag": ["check", "--tag", AT],
    "check --today": ["check", "--today", AT],
    "check --limit": ["check", "--limit", AT],
    "check --fail-on": ["check", "--fail-on", AT],
    "check --engine": ["check", "--engine", AT],
    "check --format": ["check", "--format", AT],
    "lint --today": ["lint", "--today", AT],
    "lint --fail-on": ["lint", "--fail-on", AT],
    "verify --limit": ["verify", "--limit", AT],
    "show": ["show", AT],
    "explain": ["explain", AT],
    "explain --rule": ["explain", "--rule", AT],
    "schema": ["schema", AT],
    "steps": ["steps", AT],
    "completion": ["completion", AT],
    "compile -o": ["compile", "corpus", "-o", AT],
}
"""Where a word is read: none of `NAMES` is one."""

NAMES = {
    "an escape": "\x1b[31mred\x1b]0;title\x07",
    "markup": "<script>alert(1)<script>",
    "two lines": "a\nb",
    "backwards": "\u202eabc\u2066",
    "no UTF-8": "\udcff\udcfe",
    "a shell's words": "'\";$(touch made)`touch made`",
    "a format": "%s%n{0}{x!r}",
    "a workflow command": "::error::x%0a",
    "very long": "x" * 100_000,
    "very deep": "(" * 50_000,
}
ODD = {"nothing": "", "one dash": "-", "an option": "--nope", "a short option": "-x"}
"""What a shell hands over where a variable is empty, or a name begins with a dash."""

CONTENTS: dict[str, bytes] = {
    "binary": bytes(range(256)) * 20,
    "UTF-16": "rule x: share claims must agree\n".encode("utf-16"),
    "NUL": b"a\x00b\n",
    "a line of a million": b"x" * 1_000_000,
    "prose": b"It was a dark and stormy night: the rain fell in torrents.\n",
}
ENDINGS = ("", ".rules", ".yaml", ".jsonl", ".csv", ".parquet")
LOCKED = ("locked.yaml", "locked.rules", "locked.jsonl", "locked.csv", "locked.parquet", "locked")


def _told(outcome: Outcome, what: str) -> None:
    check_manners(outcome)
    assert outcome.status == 2, (what, outcome)
    assert outcome.codes, (what, outcome)
    assert len(outcome.err) < 20_000, f"{what}: nobody reads so long a message"


def _filled(argv: list[str], word: str) -> list[str]:
    return [it.replace(AT, word) for it in argv]


@pytest.fixture
def odd(tmp_path: Path) -> Path:
    """A project, and beside it one of everything that is no corpus, no vocabulary, no baseline and no rules."""
    folder = write(tmp_path)
    inside = folder / "odd"
    (inside / "folder.parquet").mkdir(parents=True)
    (inside / "folder").mkdir()
    for ending in ENDINGS:
        os.mkfifo(inside / f"pipe{ending}")
        for name, content in CONTENTS.items():
            (inside / f"{name}{ending}").write_bytes(content)
    (inside / "loop").symlink_to("loop")
    for name in NAMES.values():
        if len(name) < 200:
            (inside / name).write_text("x: [\n", encoding="utf-8")
    return folder


def _paths(argv: list[str]) -> Iterator[str]:
    """Every odd thing, each with an ending that would let the command read it."""
    is_corpus = "--corpus" in argv or argv[:2] == ["compile", AT]
    endings = ENDINGS if is_corpus else (".yaml" if "--vocabulary" in argv else ".rules",)
    yield from (f"odd/{name}{ending}" for name in ("missing", "pipe", *CONTENTS) for ending in endings)
    yield from ("odd/loop", "odd/folder.parquet", "/dev/zero", "/dev/null")
    yield from (f"odd/{name}" for name in NAMES.values())


@pytest.mark.parametrize("argv", READ.values(), ids=READ)
def test_a_path_of_something_else_is_told(argv: list[str], odd: Path) -> None:
    for path in _paths(argv):
        _told(call(odd, *_filled(argv, path)), path[:60])
    for word in ODD.values():
        check_manners(call(odd, *_filled(argv, word)))


@pytest.mark.parametrize(("argv", "status"), SOURCES.values(), ids=SOURCES)
def test_without_texts_the_rest_is_judged(argv: list[str], status: int, odd: Path) -> None:
    for path in _paths(argv):
        outcome = call(odd, *_filled(argv, path))
        check_manners(outcome)
        assert outcome.status == status, path[:60]


@pytest.mark.parametrize("argv", WORDS.values(), ids=WORDS)
def test_a_word_that_is_none_is_told(argv: list[str], tmp_path: Path) -> None:
    folder = write(tmp_path)
    for name, word in NAMES.items():
        _told(call(folder, *_filled(argv, word)), name)
    for word in ODD.values():
        check_manners(call(folder, *_filled(argv, word)))
    assert sorted(it.name for it in folder.iterdir()) == ["corpus", "factlint.toml", "rules", "texts"]


# --- Without permission ----------------------------------------------------------------------------------------------

NOBODY = 65_534


@contextmanager
def _as_nobody() -> Iterator[None]:
    """Root may read everything: as somebody else, then."""
    if os.geteuid():
        yield
        return
    os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(0)


@pytest.fixture
def locked(odd: Path) -> Iterator[Path]:
    """The project where everybody can look, with files and a folder that nobody can read."""
    place = Path(tempfile.mkdtemp())
    place.chmod(0o755)
    folder = place / "project"
    shutil.copytree(odd, folder, symlinks=True, copy_function=_copied, ignore=shutil.ignore_patterns("pipe*"))
    for path in (folder, *folder.rglob("*")):
        if not path.is_symlink():
            path.chmod(0o755 if path.is_dir() else 0o644)
    for name in LOCKED:
        (folder / name).mkdir() if name == "locked" else (folder / name).write_text("x\n", encoding="utf-8")
        (folder / name).chmod(0)
    yield folder
    (folder / "locked").chmod(0o755)
    shutil.rmtree(place)


def _copied(source: str, target: str) -> str:
    return shutil.copyfile(source, target, follow_symlinks=False)


@pytest.mark.parametrize("argv", READ.values(), ids=READ)
def test_what_may_not_be_read_is_told(argv: list[str], locked: Path) -> None:
    for name in LOCKED:
        call(locked, *_filled(argv, name))  # what the call needs is imported, which nobody else may be allowed to
        call(locked, *_filled(argv, "missing" + Path(name).suffix))
        with _as_nobody():
            outcome = call(locked, *_filled(argv, name))
        _told(outcome, name)
        assert outcome.codes - {"E107", "E109"}, (
            f"{name}: that it was not read is told, not only that nothing was written"
        )


WRITE = {
    "check --output": ["check", "--output", AT],
    "check --format": ["check", "--format", f"html={AT}"],
    "baseline": ["baseline", AT],
    "compile": ["compile", "corpus", "-o", AT],
    "init": ["init", AT],
}


@pytest.mark.parametrize("argv", WRITE.values(), ids=WRITE)
def test_where_nothing_may_be_written_the_old_stays(argv: list[str], locked: Path) -> None:
    (locked / "old.parquet").write_text("old\n", encoding="utf-8")
    for place in ("old.parquet", "new.parquet", "locked/new.parquet", "old.parquet/new.parquet", "odd"):
        word = place.removesuffix(".parquet") if argv[0] == "init" and place == "new.parquet" else place
        before = sorted(locked.iterdir())
        with _as_nobody():
            outcome = call(locked, *_filled(argv, word))
        _told(outcome, place)
        assert sorted(locked.iterdir()) == before
    assert (locked / "old.parquet").read_text(encoding="utf-8") == "old\n"
    assert stat.S_ISDIR((locked / "odd").stat().st_mode)
