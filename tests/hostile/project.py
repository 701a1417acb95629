"""A small project, some of its files replaced by hostile ones, and the installed tool run on it with little memory."""

from __future__ import annotations

import os
import re
import resource
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

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
