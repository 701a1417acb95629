"""The one door to the machine: what may be asked of the file system, the clock, the environment and the terminal.

A run is a function of the answers. Every answer is told to whoever listens (`listening`), so that `cache` can tell later
whether a run would be the same. A test holds every other module to this door.

Every run passes here, also one that is replayed: nothing is imported that Python has not imported by itself.
"""

# Paths are text here: a replayed run would wait for pathlib longer than for everything else.
# ruff: noqa: PTH101, PTH105, PTH108, PTH110, PTH113, PTH116, PTH123

from __future__ import annotations

import os
import stat
import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from contextlib import AbstractContextManager
    from typing import BinaryIO

    StrPath = str | os.PathLike[str]
    Question = tuple[str | int | None, ...]
    """What is asked, by its name in `QUESTIONS`, and of what."""
    Answer = None | bool | int | str | bytes | tuple[object, ...]
    Listener = Callable[[Question, Answer], None]

DIGEST = 32
"""Bytes of a digest."""
MOST_HASHED = 1_000_000_000
"""Bytes of a file that a library reads by itself, beyond which no run on it is kept."""
_TICK = 20_000_000
"""Nanoseconds; the clock by which Linux tells the time of a change goes on every 10 at most."""

_listeners: list[Listener] = []


# --- Asking ----------------------------------------------------------------------------------------------------------


def read(path: StrPath, most: int | None = None) -> bytes:
    """The bytes of a file, at most so many.

    Raises:
        OSError: it cannot be read.
    """
    return _ask("read", os.fspath(path), most)  # type: ignore[return-value]


def kind(path: StrPath) -> str:
    """`file`, `folder` or `other`: what is there, behind symbolic links.

    Raises:
        OSError: nothing is there, or it cannot be looked at.
    """
    return _ask("kind", os.fspath(path))  # type: ignore[return-value]


def is_file(path: StrPath) -> bool:
    """A regular file is there, and can be looked at."""
    return _kind_or_none(path) == "file"


def is_folder(path: StrPath) -> bool:
    return _kind_or_none(path) == "folder"


def exists(path: StrPath) -> bool:
    """Something is there, behind symbolic links."""
    return _kind_or_none(path) is not None


def is_listed(path: StrPath) -> bool:
    """The name is there, even as a symbolic link that leads nowhere."""
    return bool(_ask("listed", os.fspath(path)))


def size(path: StrPath) -> int:
    """Bytes of a file.

    Raises:
        OSError: nothing is there, or it cannot be looked at.
    """
    return _ask("size", os.fspath(path))  # type: ignore[return-value]


def entries(folder: StrPath) -> tuple[tuple[str, str], ...]:
    """The names in a folder, sorted, each with `folder`, `link` or `other`: what it is itself.

    Raises:
        OSError: it cannot be listed.
    """
    return _ask("entries", os.fspath(folder))  # type: ignore[return-value]


def real(path: StrPath) -> str:
    """The absolute path without symbolic links; what is not there is taken as it is written."""
    return _ask("real", os.fspath(path))  # type: ignore[return-value]


def here() -> str:
    """The working folder.

    Raises:
        OSError: it is gone.
    """
    return _ask("here")  # type: ignore[return-value]


def today() -> str:
    """The day by the system's clock, in UTC: `2025-10-27`."""
    return _ask("today")  # type: ignore[return-value]


def shows_color(stream: str) -> bool:
    """Whether `stdout` or `stderr` is a terminal that shows colour, and colour is wanted (`NO_COLOR`)."""
    return bool(_ask("color", stream))


def columns() -> int:
    """How wide the terminal is, or what `COLUMNS` says; 80 where neither is known."""
    given = os.environ.get("COLUMNS", "")
    if given.isdecimal() and int(given):
        return int(given)
    try:
        return os.get_terminal_size(sys.__stdout__.fileno()).columns or 80  # type: ignore[union-attr]
    except (AttributeError, ValueError, OSError):
        return 80


def stream(path: StrPath) -> AbstractContextManager[BinaryIO]:
    """A file to be read piece by piece, for what is too long to be held whole.

    It is listened to as a whole first, so it is gone through twice: hashing is far quicker than any reading of it.

    Raises:
        OSError: it cannot be opened.
    """
    note(path)
    return _opened(os.fspath(path))


def has_lines(path: StrPath, number: int) -> bool:
    """A file has at least so many lines, whatever they hold. False where it cannot be read.

    It is no answer that a run hangs on: whoever asks takes one of two ways to the same end.
    """
    try:
        with stream_again(path) as file:
            while number > 0 and (data := file.read(1 << 20)):
                number -= data.count(b"\n")
    except OSError:
        return False
    return number <= 0


def stream_again(path: StrPath) -> AbstractContextManager[BinaryIO]:
    """A file that has been streamed, for another look at parts of it.

    Raises:
        OSError: it cannot be opened.
    """
    return open(path, "rb")


def signature(path: StrPath) -> tuple[object, ...]:
    """What changes with every change of a file; for whoever goes through it twice. It is no answer that a run hangs on.

    Raises:
        OSError: nothing is there, or it cannot be looked at.
    """
    return _signature(os.fspath(path))


def note(path: StrPath) -> None:
    """Tell that a file is about to be read by a library which opens it by itself.

    Raises:
        OSError: it cannot be read.
    """
    if _listeners:
        _let_it_settle(os.fspath(path))
        _ask("signature", os.fspath(path))
        _ask("content", os.fspath(path))


def _let_it_settle(path: str) -> None:
    """Wait until the clock of the file system has gone on: two changes within one tick of it leave one signature."""
    import time

    age = time.time_ns() - os.stat(path).st_ctime_ns
    if 0 <= age < _TICK:
        time.sleep((_TICK - age) / 1e9)


# --- Listening -------------------------------------------------------------------------------------------------------


class listening:  # noqa: N801 - used as a word: with listening(listener)
    """Tell a listener each question and its answer while the block runs.

    What was read is told by its hash; a refusal as `("refused", errno)`; that a file was written as the question
    `("write", path)` with its text, or None where it could not be done, or went to a device.
    """

    def __init__(self, listener: Listener) -> None:
        self._listener = listener

    def __enter__(self) -> None:
        _listeners.append(self._listener)

    def __exit__(self, *_: object) -> None:
        _listeners.remove(self._listener)


def answer(question: Question) -> Answer:
    """The answer of this moment, as a listener is told it.

    Raises:
        KeyError, TypeError: no such question can be asked.
    """
    name, *words = question
    try:
        found = _answered(name, *words)  # type: ignore[arg-type]
    except OSError as error:
        return ("refused", error.errno)
    return told(found)


def tell_again(answers: dict[Question, Answer]) -> None:
    """Tell those who listen the answers that a part of the run, which is not computed again, would have been given."""
    for question, given in answers.items():
        for listener in _listeners:
            listener(question, given)


def told(found: Answer) -> Answer:
    return digest(found) if isinstance(found, bytes) else found


def digest(data: bytes) -> bytes:
    """Bytes that stand for some others: nobody can make two texts of one digest."""
    return _hash(data).digest()  # type: ignore[attr-defined, no-any-return]


def _hash(data: bytes = b"") -> object:
    try:
        from _blake2 import blake2b  # hashlib would load OpenSSL, which takes longer than all the rest
    except ImportError:
        from hashlib import blake2b
    return blake2b(data, digest_size=DIGEST)


def _ask(name: str, *words: str | int | None) -> Answer:
    try:
        found = _answered(name, *words)
    except OSError as error:
        for listener in _listeners:
            listener((name, *words), ("refused", error.errno))
        raise
    if _listeners:
        heard = told(found)
        for listener in _listeners:
            listener((name, *words), heard)
    return found


def _answered(name: str, *words: str | int | None) -> Answer:
    try:
        return QUESTIONS[name](*words)
    except ValueError as error:  # no path: there is a NUL in it, or half a letter
        import errno

        raise OSError(errno.EINVAL, "no file can have this name", *words[:1]) from error


def _kind_or_none(path: StrPath) -> str | None:
    try:
        return kind(path)
    except OSError:
        return None


# --- Writing ---------------------------------------------------------------------------------------------------------


def write_whole(path: StrPath, text: str) -> None:
    """Replace a file in one step: the reader sees the old text or the new one, never a part.

    Raises:
        OSError: it could not be written; the old file is as it was.
    """
    written = False
    try:
        if os.path.exists(path) and not os.path.isfile(path):  # a pipe or a device takes what it is given
            with open(path, "w", encoding="utf-8") as file:
                file.write(text)
        else:
            _replace(os.fspath(path), text)
            written = True
    finally:
        for listener in _listeners:
            listener(("write", os.fspath(path)), text if written else None)


def _replace(path: str, text: str) -> None:
    with replacing(path) as temporary, open(temporary, "w", encoding="utf-8", newline="\n") as file:
        file.write(text)


class replacing:  # noqa: N801 - used as words: with replacing(path) as temporary
    """Where to write what takes the place of a file, in one step, when the block ends well.

    Raises:
        OSError: it could not be written; the old file is as it was.
    """

    def __init__(self, path: StrPath) -> None:
        self._path = os.fspath(path)
        self._temporary = ""

    def __enter__(self) -> str:
        import tempfile

        folder, name = os.path.split(self._path)
        descriptor, self._temporary = tempfile.mkstemp(dir=folder or ".", prefix=f".{name}.")
        os.close(descriptor)
        return self._temporary

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        import contextlib

        try:
            if kind is None:
                mode = os.stat(self._path).st_mode & 0o777 if os.path.exists(self._path) else 0o666 & ~_umask()
                os.chmod(self._temporary, mode)
                os.replace(self._temporary, self._path)
                self._temporary = ""
        finally:
            if self._temporary:
                with contextlib.suppress(OSError):
                    os.unlink(self._temporary)


def _umask() -> int:
    current = os.umask(0)
    os.umask(current)
    return current


# --- Answers ---------------------------------------------------------------------------------------------------------


def _opened(path: str) -> BinaryIO:
    """A regular file to be read: a pipe would be waited on, and a device may have no end.

    Raises:
        OSError: it is none, or cannot be opened.
    """
    descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    mode = os.fstat(descriptor).st_mode
    if stat.S_ISREG(mode):
        return open(descriptor, "rb")
    os.close(descriptor)
    import errno

    if stat.S_ISDIR(mode):
        raise IsADirectoryError(errno.EISDIR, "it is a folder", path)
    raise OSError(errno.EINVAL, "it is a pipe or a device", path)


def _read(path: str, most: int | None) -> bytes:
    with _opened(path) as file:
        return file.read() if most is None else file.read(most)


def _kind(path: str) -> str:
    mode = os.stat(path).st_mode
    return "file" if stat.S_ISREG(mode) else "folder" if stat.S_ISDIR(mode) else "other"


def _entries(folder: str) -> tuple[tuple[str, str], ...]:
    with os.scandir(folder) as found:
        return tuple(
            sorted(
                (it.name, "link" if it.is_symlink() else "folder" if it.is_dir(follow_symlinks=False) else "other")
                for it in found
            )
        )


def _today() -> str:
    import time

    return time.strftime("%Y-%m-%d", time.gmtime())


def _color(name: str) -> bool:
    isatty = getattr(getattr(sys, name), "isatty", None)
    return bool(isatty and isatty()) and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def _content(path: str) -> bytes | None:
    """The hash of a file; None for one that would take longer to hash than to use."""
    whole = _hash()
    with _opened(path) as file:
        if os.fstat(file.fileno()).st_size > MOST_HASHED:
            return None
        while piece := file.read(1 << 20):
            whole.update(piece)  # type: ignore[attr-defined]
    return whole.digest()  # type: ignore[attr-defined, no-any-return]


def _signature(path: str) -> tuple[object, ...]:
    """What changes with every change of a file. (Nobody can set the time of a change, as one can that of writing.)"""
    seen = os.stat(path)
    return (seen.st_dev, seen.st_ino, seen.st_size, seen.st_mtime_ns, seen.st_ctime_ns)


QUESTIONS: dict[str, Callable[..., Answer]] = {
    "color": _color,
    "content": _content,
    "entries": _entries,
    "here": os.getcwd,
    "kind": _kind,
    "listed": os.path.lexists,
    "read": _read,
    "real": os.path.realpath,
    "signature": _signature,
    "size": lambda path: os.stat(path).st_size,
    "today": _today,
}
