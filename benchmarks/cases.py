"""What a scenario measures: rows of a table, each a command, and what of it counts."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Target:
    """What is to be reached: so many times the row `than`, or so many MiB of memory."""

    most: float
    than: str | None = None

    def __str__(self) -> str:
        return f"≤ {self.most:,.0f} MiB" if self.than is None else f"≤ {self.most:g} × {self.than}"


@dataclass(frozen=True, slots=True)
class Case:
    """A row: a command and where it runs.

    Attributes:
        row: its name; within one scenario no two are the same.
        call: the command line.
        wrong: what is wrong with an output, or None; nothing is measured before it has said None.
        verify: the command whose output is held against the answers, where it is another one.
        good: exit statuses of a run that went as it should.
        before: done before each run, and not measured.
        env: beside what all rows have.
        against: the row that this one is a multiple of.
        targets: what is to be reached.
        size: of the corpus and the rules, for tables and plots.
    """

    row: str
    call: list[str]
    cwd: Path
    wrong: Callable[[bytes], str | None] | None = None
    verify: list[str] | None = None
    good: tuple[int, ...] = (0,)
    before: Callable[[], None] | None = None
    env: Mapping[str, str] = field(default_factory=dict)
    against: str | None = None
    targets: tuple[Target, ...] = ()
    size: Mapping[str, int | str] = field(default_factory=dict)
