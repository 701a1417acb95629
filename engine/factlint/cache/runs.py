"""Whole runs: one that would ask and be told the same as before prints what it printed before.

Each entry holds the questions that a run asked of the machine, with their answers, and what it printed and wrote. A
later run of the same words in the same folder asks them again; where an answer differs, it computes.
"""

# Paths are text here: a replayed run would wait for pathlib longer than for everything else.
# ruff: noqa: PTH109, PTH110, PTH113

from __future__ import annotations

import marshal
import os
import sys

from factlint import files, streams
from factlint.cache import folder as cache
from factlint.cache.identity import identity
from factlint.cache.trace import Trace, still_true

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from typing import Any, TextIO

    Said = list[tuple[str, str]]
    """`stdout` or `stderr`, and some text; an empty one is a flush."""

COMMANDS = ("check", "explain", "lint", "show", "verify")
"""What asks and prints; the others are done at once, or change files that they read."""


class Run:
    """A call that may be replayed, or recorded."""

    def __init__(self, folder: str, name: str, identity_: bytes) -> None:
        self._folder = folder
        self._name = name
        self._identity = identity_

    @classmethod
    def of(cls, argv: Sequence[str]) -> Run | None:
        """None for a call that is always computed."""
        if not argv or argv[0] not in COMMANDS or "--no-cache" in argv:
            return None
        place = cache.open_folder()
        if place is None:
            return None
        try:
            here = os.getcwd()
        except OSError:
            return None
        code = identity()
        about = (code, list(argv), here, files.shows_color("stdout"), files.shows_color("stderr"))
        return cls(place, f"run-{files.digest(repr(about).encode()).hex()}", code)

    def replay(self) -> int | None:
        """Print what the run printed, and its status; None where it is unknown, or would be another."""
        content = cache.load(self._folder, self._name)
        if content is None:
            return None
        answers, said, written, status = marshal.loads(content)  # noqa: S302 - our own, and whole: see `folder.load`
        if not still_true(answers) or not _write_again(written):
            return None
        for name, text in said:
            streams.put(name, text)
        return status  # type: ignore[no-any-return]

    def record(self, compute: Callable[[], int]) -> int:
        """The status of a run; what it asked, said and wrote is kept, if it came to its end."""
        from factlint.cache.parts import keeping

        trace = Trace()
        said: Said = []
        streams = sys.stdout, sys.stderr
        sys.stdout, sys.stderr = _Heard("stdout", said), _Heard("stderr", said)
        try:
            with files.listening(trace), keeping(self._folder, self._identity):
                status = compute()
        finally:
            sys.stdout, sys.stderr = streams
        if trace.holds():
            cache.store(self._folder, self._name, marshal.dumps((trace.answers, _joined(said), trace.written, status)))
            cache.make_room(self._folder)
        return status


class _Heard:
    """A stream, and what is said there."""

    def __init__(self, name: str, said: Said) -> None:
        self._stream: TextIO = getattr(sys, name)
        self._name = name
        self._said = said

    def write(self, text: str) -> int:
        if text:
            self._said.append((self._name, text))
        return self._stream.write(text)

    def writelines(self, lines: Iterable[str]) -> None:
        for line in lines:
            self.write(line)

    def flush(self) -> None:
        self._said.append((self._name, ""))
        self._stream.flush()

    def __getattr__(self, name: str) -> Any:
        return getattr(self._stream, name)


def _joined(said: Said) -> Said:
    """Each stretch of one stream as one text."""
    joined: Said = []
    parts: list[str] = []
    for index, (name, text) in enumerate(said):
        parts.append(text)
        following = said[index + 1] if index + 1 < len(said) else ("", "")
        if not text or following[0] != name or not following[1]:
            joined.append((name, "".join(parts)))
            parts = []
    return joined


def _write_again(written: Sequence[tuple[str, str]]) -> bool:
    """Whether every file could be written; where one could not, the run is to be computed, and says so itself."""
    for path, text in written:
        if os.path.exists(path) and not os.path.isfile(path):
            return False
        try:
            files.write_whole(path, text)
        except OSError:
            return False
    return True
