"""A small project, some of its files replaced by hostile ones, and the installed tool run on it with little memory."""

from __future__ import annotations

import io
import os
import re
import resource
import signal
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import FrameType

import pytest

from factlint import cli

BIN = Path(sys.executable).parent
MEMORY = 2 << 30
"""Bytes of address space; a small check takes a tenth of it."""
SECONDS = 120
"""Of processor time; a small check takes one."""

FILES = {
    "factlint.toml": 'corpus = "corpus"\nrules = ["rules"]\nsources = ["texts"]\n',
    "rules/shares.rules": "rule shares: share claims must agree within 10%\n",
    "corpus/vocabulary.yaml": (
        "properties:\n  share: {kind: quantity, unit: percent}\n  city: {kind: place}\n  day: {kind: date}\n"
    ),
    "corpus/gazette.yaml": (
        "document: {id: gazette, outlet: Gazette, published: 2025-03-04, text: gazette.txt}\nclaims:\n"
        '- {id: a, subject: X, property: share, value: 40%, quote: "40%"}\n'
        '- {id: b, subject: X, property: share, value: 60%, quote: "60%"}\n'
    ),
    "texts/gazette.txt": "It was 40% or 60% of it.\n",
}

UNTIDY = "rule   shares :   share claims must agree within 10%\n"
"""Rules that `fmt` would lay out anew."""

_RAW = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069]")
"""What moves a cursor, clears a screen or turns text around."""


@dataclass(frozen=True, slots=True)
class Outcome:
    status: int
    out: str
    err: str

    @property
    def codes(self) -> set[str]:
        return set(re.findall(r"\[([EW]\d{3})\]", self.err))


def write(folder: Path, changes: Mapping[str, str | bytes] | None = None) -> Path:
    for name, content in {**FILES, **(changes or {})}.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
    return folder


def environment(folder: Path, **more: str) -> dict[str, str]:
    return {"PATH": f"{BIN}:{os.environ.get('PATH', os.defpath)}", "HOME": str(folder), "LC_ALL": "C.UTF-8", **more}


def factlint(folder: Path, *argv: str, **more: str) -> Outcome:
    """The installed command; its memory and its time are bounded, so that an attack shows as a failure of the test."""
    done = subprocess.run(
        ["factlint", *argv],
        cwd=folder,
        env=environment(folder, **more),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        preexec_fn=_bounded,
        timeout=900,
        check=False,
    )
    return Outcome(done.returncode, done.stdout.decode("utf-8"), done.stderr.decode("utf-8"))


def call(folder: Path, *argv: str, stdout: int | None = None) -> Outcome:
    """The same within this process, which is far quicker; what waits for ever, or takes all memory, fails the test.

    `stdout` is the descriptor of another place to print to, which is closed at the end.
    """
    raw = io.BytesIO() if stdout is None else os.fdopen(stdout, "wb")
    out, err = io.TextIOWrapper(raw), io.TextIOWrapper(io.BytesIO())
    with pytest.MonkeyPatch.context() as patch, _alarm(SECONDS), _little_more_memory():
        patch.chdir(folder)
        patch.setattr(sys, "stdout", out)
        patch.setattr(sys, "stderr", err)
        try:
            status: object = cli.main(argv)
        except SystemExit as end:
            status = end.code
    assert isinstance(status, int)
    err.flush()
    printed = raw.getvalue() if isinstance(raw, io.BytesIO) else b""
    out.close()
    return Outcome(status, printed.decode("utf-8"), err.buffer.getvalue().decode("utf-8"))


@contextmanager
def _alarm(seconds: int) -> Iterator[None]:
    def ring(_number: int, _frame: FrameType | None) -> None:
        pytest.fail(f"nothing happened for {seconds} seconds")  # no Exception, which the tool would take for its own

    before = signal.signal(signal.SIGALRM, ring)
    signal.alarm(seconds)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)


@contextmanager
def _little_more_memory() -> Iterator[None]:
    with open("/proc/self/statm", encoding="ascii") as file:  # noqa: PTH123 - a test may have taken Path.open away
        taken = int(file.read().split()[0]) * resource.getpagesize()
    before = resource.getrlimit(resource.RLIMIT_AS)
    resource.setrlimit(resource.RLIMIT_AS, (taken + MEMORY, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_AS, before)


def _bounded() -> None:
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))


def check_manners(outcome: Outcome) -> None:
    """Whatever came in: a status of its own, no traceback, no bug, and nothing that a terminal would obey."""
    assert outcome.status in {0, 1, 2}, outcome
    assert "Traceback" not in outcome.err
    assert "E901" not in outcome.codes
    assert not _RAW.search(outcome.out)
    assert not _RAW.search(outcome.err)
