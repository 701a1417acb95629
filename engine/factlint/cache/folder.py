"""The cache's folder: entries that are whole, ours and small, or none at all.

An entry is trusted like a `.pyc` file: who may write the folder may run code as this user. So it is made for its owner
alone, and neither an entry nor a folder of somebody else, or that somebody else may write, is ever looked into.

Nothing here raises for what the disk does: a cache that cannot be read is empty, one that cannot be written stays so.
"""

# Paths are text here: a replayed run would wait for pathlib longer than for everything else.
# ruff: noqa: PTH102, PTH103, PTH105, PTH108, PTH111, PTH116, PTH117, PTH118, PTH123

from __future__ import annotations

import os
import stat
import sys

from factlint.files import DIGEST, digest

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

LIMIT = 200_000_000
"""Bytes of all entries; the oldest go when it is exceeded."""
MOST = 4_000
"""Entries; each is looked at when there is one more."""
LARGEST = LIMIT // 4
"""Bytes of one entry."""
_MAGIC = b"factlint cache 1\n"
_HEAD = len(_MAGIC) + DIGEST
_DAY = 86_400
_HOUR = 3_600
_OTHERS = stat.S_IWGRP | stat.S_IWOTH


def open_folder() -> str | None:
    """The folder of the cache, made if need be; None where there is none to be used."""
    if os.environ.get("FACTLINT_NO_CACHE"):
        return None
    base = os.environ.get("FACTLINT_CACHE_DIR") or _usual_place()
    folder = os.path.join(base, "entries-1")
    try:
        try:
            found = os.stat(folder)
        except FileNotFoundError:
            os.makedirs(base, 0o700, exist_ok=True)
            os.mkdir(folder, 0o700)
            found = os.stat(folder)
    except OSError:
        return None
    return folder if stat.S_ISDIR(found.st_mode) and _is_ours(found) else None


def load(folder: str, name: str) -> bytes | None:
    """The content of an entry, exactly as it was stored under this name."""
    flags = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    path = os.path.join(folder, name)
    try:
        descriptor = os.open(path, flags)
    except OSError:
        return None
    try:
        found = os.fstat(descriptor)
        if not stat.S_ISREG(found.st_mode) or not _is_ours(found) or not _HEAD <= found.st_size <= LARGEST:
            return None
        with open(descriptor, "rb", closefd=False) as file:
            data = file.read()
    except OSError:
        return None
    finally:
        os.close(descriptor)
    content = data[_HEAD:]
    if data[:_HEAD] != _MAGIC + _checksum(name, content):
        return None
    _mark_used(path, found.st_mtime)
    return content


def store(folder: str, name: str, content: bytes) -> None:
    """Keep some content under a name: a reader finds the old entry or the new one, never a part."""
    if len(content) + _HEAD > LARGEST:
        return
    temporary = os.path.join(folder, f"{name}.{os.urandom(6).hex()}.tmp")
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    try:
        descriptor = os.open(temporary, flags, 0o600)
    except OSError:
        return
    try:
        with open(descriptor, "wb") as file:
            file.write(_MAGIC + _checksum(name, content))
            file.write(content)
        os.replace(temporary, os.path.join(folder, name))
    except OSError:
        _remove([temporary])
    except BaseException:  # Ctrl-C
        _remove([temporary])
        raise


def forget(folder: str, name: str) -> None:
    """Drop an entry, if it is there."""
    _remove([os.path.join(folder, name)])


def _usual_place() -> str:
    """Where each system keeps caches. (platformdirs says the same, but importing it takes as long as a whole replay.)"""
    home = os.path.expanduser("~")
    if sys.platform == "win32":
        base = os.environ.get("LOCALAPPDATA") or os.path.join(home, "AppData", "Local")
        return os.path.join(base, "factlint", "Cache")
    if sys.platform == "darwin":
        return os.path.join(home, "Library", "Caches", "factlint")
    given = os.environ.get("XDG_CACHE_HOME", "")
    base = given if os.path.isabs(given) else os.path.join(home, ".cache")
    return os.path.join(base, "factlint")


def _is_ours(found: os.stat_result) -> bool:
    if sys.platform == "win32":  # a profile's folders are its user's own
        return True
    return found.st_uid == os.geteuid() and not found.st_mode & _OTHERS


def _checksum(name: str, content: bytes) -> bytes:
    """Of the name too: an entry that was put in the place of another is refused."""
    return digest(name.encode() + b"\0" + content)


def _mark_used(path: str, last: float) -> None:
    """The entries unused for longest go first; a day is near enough, and spares the disk a write a run."""
    import time

    if time.time() - last > _DAY:
        try:
            os.utime(path)
        except OSError:
            return


def make_room(folder: str) -> None:
    """Drop the entries that were unused for longest where there are too many, and what killed runs left behind."""
    import time

    found: list[tuple[float, int, str]] = []
    try:
        with os.scandir(folder) as entries:
            for entry in entries:
                it = entry.stat(follow_symlinks=False)
                found.append((it.st_mtime, it.st_size, entry.path))
    except OSError:
        return
    now = time.time()
    _remove(path for used, _, path in found if path.endswith(".tmp") and now - used > _HOUR)
    total, number = sum(size for _, size, _ in found), len(found)
    if total <= LIMIT and number <= MOST:
        return
    for _, size, path in sorted(found):
        _remove([path])
        total, number = total - size, number - 1
        if total <= LIMIT * 4 // 5 and number <= MOST * 4 // 5:  # some room, so that they need not go one by one
            return


def _remove(paths: Iterable[str]) -> None:
    for path in paths:
        try:
            os.unlink(path)
        except OSError:
            continue
