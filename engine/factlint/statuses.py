"""What a call may ask of a run, and its exit statuses."""

from __future__ import annotations

from typing import Literal

FailOn = Literal["error", "warning", "info", "never"]
Engine = Literal["local", "spark"]
ENGINES: tuple[Engine, ...] = ("local", "spark")
"""What large corpora are screened on."""

FAIL_ON: tuple[FailOn, ...] = ("error", "warning", "info", "never")

OK, FINDINGS, WRONG = 0, 1, 2
"""Nothing to report, findings, and something in the input was wrong (which wins)."""


def failing(fail_on: FailOn) -> tuple[FailOn, ...]:
    """The severities that count: from `error` down to the one named; none for `never`."""
    return () if fail_on == "never" else FAIL_ON[: FAIL_ON.index(fail_on) + 1]
