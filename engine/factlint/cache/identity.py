"""What is installed: a run of other code, or on other libraries, is another run."""

# Paths are text here: a replayed run would wait for pathlib longer than for everything else.
# ruff: noqa: PTH100, PTH118, PTH120

from __future__ import annotations

import os
import sys

from factlint.files import digest
from factlint.version import VERSION

_PACKAGE = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
_ROOT = os.path.dirname(os.path.dirname(_PACKAGE))
_BESIDE = (os.path.join(_ROOT, "grammar"), os.path.join(_ROOT, "docs", "codes"))
"""What lies in the package when it is installed, and beside it in a checkout."""

Seen = list[tuple[str, int, int]]


def identity() -> bytes:
    """Everything a run depends on that is no input of it: the interpreter, our files and the libraries' versions."""
    code: Seen = []
    for folder in (_PACKAGE, *_BESIDE):
        _walk(folder, code)
    found = (VERSION, sys.version, sys.flags, sys.warnoptions, sys.getfilesystemencoding(), code, _libraries())
    return digest(repr(found).encode())  # marshal writes equal values in more than one way


def _walk(folder: str, seen: Seen) -> None:
    """Each file of ours by size and time: reading them all would cost as much as a replay."""
    inside = []
    try:
        with os.scandir(folder) as entries:
            for entry in entries:
                if entry.is_dir():
                    if entry.name != "__pycache__":
                        inside.append(entry.path)
                else:
                    found = entry.stat()
                    seen.append((entry.path, found.st_size, found.st_mtime_ns))
    except OSError:
        return
    seen.sort()
    for path in sorted(inside):
        _walk(path, seen)


def _libraries() -> Seen:
    """The installed distributions: their folders carry the version in the name, and the time they were written."""
    seen: Seen = []
    for folder in sys.path:
        try:
            with os.scandir(folder or ".") as entries:
                seen += [
                    (entry.path, 0, entry.stat().st_mtime_ns)
                    for entry in entries
                    if entry.name.endswith((".dist-info", ".egg-info"))
                ]
        except OSError:
            continue
    return sorted(seen)
