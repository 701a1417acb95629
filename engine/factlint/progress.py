"""How far a long run has come, on a terminal and only after a second. What it shows is never part of a report."""

from __future__ import annotations

import sys
from typing import ClassVar, Self

AFTER = 1.0
"""Seconds before anything is shown."""
_EVERY = 0.1
_WIDTH = 24


class progress:  # noqa: N801 - used as words: with progress("reading claims.jsonl", size) as bar
    """A bar on the error stream while the block runs, gone when it ends; nothing where that is no terminal.

    `whole` is what `at` counts up to. Of several at once the first that has something to show is seen.
    """

    _seen: ClassVar[progress | None] = None

    def __init__(self, what: str, whole: int) -> None:
        self._what, self._whole = what, max(whole, 1)
        self._due = 0.0

    def __enter__(self) -> Self:
        if _on_terminal():
            self._due = _now() + AFTER
        return self

    def at(self, done: int) -> None:
        if not self._due or (now := _now()) < self._due:
            return
        self._due = now + _EVERY
        if progress._seen not in {None, self}:
            return
        progress._seen = self
        share = min(done / self._whole, 1.0)
        filled = round(share * _WIDTH)
        bar = "#" * filled + "-" * (_WIDTH - filled)
        sys.stderr.write(f"\r\x1b[K{self._what} [{bar}] {share:4.0%}")
        sys.stderr.flush()

    def __exit__(self, *_: object) -> None:
        if progress._seen is self:
            progress._seen = None
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()


def _now() -> float:
    import time

    return time.monotonic()


def _on_terminal() -> bool:
    import os

    isatty = getattr(sys.stderr, "isatty", None)
    return bool(isatty and isatty()) and os.environ.get("TERM") != "dumb"
