"""A small project, and the installed tool run in it with a cache of its own."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from factlint import cli
from factlint.cache.runs import Run

INSTALLED = Path(sys.executable).with_name("factlint")

RULES = """\
import "more/shares.rules"

rule loading: loading rate claims must agree within 10%
"""
SHARES = "rule shares: share claims must agree within 5 percentage points\n"
VOCABULARY = """\
properties:
  loading rate: {kind: quantity, unit: barrel/day}
  share: {kind: quantity, unit: percent}
"""
TEXT = "On Monday the terminal loaded nearly 1.2mn barrels a day, two thirds of all.\n"


def claims(document: str, rate: str) -> str:
    return f"""\
document: {{id: {document}, outlet: {document} Post, published: 2025-03-04, text: {document}.txt}}
claims:
  - id: {document}-rate
    subject: Port
    property: loading rate
    value: {rate}
    quote: {rate}
  - {{id: {document}-share, subject: Port, property: share, value: two thirds, quote: two thirds of all}}
"""


@dataclass(frozen=True)
class Done:
    """What a call printed, and its status; whether it was computed is no part of that."""

    status: int
    out: str
    err: str
    computed: bool = field(default=True, compare=False)


@dataclass
class Project:
    """A folder in which commands are run. `cache` is the folder of the cache's entries."""

    folder: Path
    place: Path

    @property
    def cache(self) -> Path:
        return self.place / "entries-1"

    def write(self, name: str, text: str) -> None:
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    def run(self, *argv: str, **environment: str) -> Done:
        """The installed command, as users call it."""
        return self.start([str(INSTALLED), *argv], **environment)

    def start(self, command: Sequence[str], **environment: str) -> Done:
        env = {key: value for key, value in os.environ.items() if not key.startswith("FACTLINT")}
        done = subprocess.run(
            command,
            cwd=self.folder,
            env={**env, "FACTLINT_CACHE_DIR": str(self.place), **environment},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            encoding="utf-8",
            check=False,
            timeout=120,
        )
        return Done(done.returncode, done.stdout, done.stderr)

    def call(self, *argv: str, terminal: bool = False) -> Done:
        """The same within this process, which is faster, and knows whether it was computed."""
        out, err = _Stream(terminal), _Stream(terminal)
        computed: list[Sequence[str]] = []

        def seen(argv: Sequence[str], run: Run | None) -> int:
            computed.append(argv)
            return compute(argv, run)

        compute = cli._computed
        with pytest.MonkeyPatch.context() as patch:
            patch.chdir(self.folder)
            patch.delenv("FACTLINT_NO_CACHE")
            patch.setenv("FACTLINT_CACHE_DIR", str(self.place))
            patch.setattr(cli, "_computed", seen)
            patch.setattr(sys, "stdout", out)
            patch.setattr(sys, "stderr", err)
            status = cli.main(argv)
        return Done(status, out.getvalue(), err.getvalue(), bool(computed))

    def runs(self) -> list[str]:
        """The names of the whole runs that are kept."""
        return [name for name in self.entries() if name.startswith("run-")]

    def entries(self) -> dict[str, bytes]:
        return {path.name: path.read_bytes() for path in sorted(self.cache.iterdir())} if self.cache.is_dir() else {}


class _Stream(io.StringIO):
    def __init__(self, terminal: bool) -> None:
        super().__init__()
        self._terminal = terminal

    def isatty(self) -> bool:
        return self._terminal


def make_project(folder: Path) -> Project:
    project = Project(folder / "project", folder / "cache")
    project.write("factlint.toml", 'corpus = "corpus"\nrules = ["rules"]\nsources = ["texts"]\n')
    project.write("rules/port.rules", RULES)
    project.write("rules/more/shares.rules", SHARES)
    project.write("corpus/vocabulary.yaml", VOCABULARY)
    project.write("corpus/gazette.yaml", claims("gazette", "nearly 1.2mn barrels a day"))
    project.write("corpus/lantern.yaml", claims("lantern", "800,000 barrels a day"))
    project.write("texts/gazette.txt", TEXT)
    return project
