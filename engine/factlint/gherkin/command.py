"""The command line of factlint, run by a scenario."""

from __future__ import annotations

import os
import shlex
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from factlint.gherkin.expectation import failed

_RUN = "from factlint.cli import run; run()"
_PATIENCE = 300
"""Seconds after which a command is given up."""


@dataclass(frozen=True, slots=True)
class Printed:
    """What a command printed, to both of its channels, and its exit status."""

    command: str
    reports: str
    messages: str
    status: int

    @property
    def everything(self) -> str:
        return self.messages + self.reports

    def expect(self, condition: object, expectation: str) -> None:
        __tracebackhide__ = True
        if not condition:
            raise failed(expectation, f"{self.command} printed, and ended with {self.status}:\n\n{self.everything}")


def run(words: str, folder: Path) -> Printed:
    """Run `factlint …` in a folder, with this installation of it, without a terminal and without colours.

    Raises:
        AssertionError: it is another command.
    """
    try:
        name, *arguments = shlex.split(words)
    except ValueError as error:
        raise AssertionError(f"the command `{words}` cannot be read: {str(error).lower()}") from None
    if name != "factlint":
        raise AssertionError(f"`{words}` is no command of factlint; write `factlint check`")
    done = subprocess.run(  # noqa: S603 - the words of the project's own scenario, and no shell
        [sys.executable, "-P", "-c", _RUN, *arguments],
        cwd=folder,
        env={**os.environ, "NO_COLOR": "1"},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        errors="backslashreplace",
        check=False,
        timeout=_PATIENCE,
    )
    return Printed(words, done.stdout, done.stderr, done.returncode)
