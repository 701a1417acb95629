"""`factlint init [FOLDER]`: a small project that checks green, for its owner to change."""

from __future__ import annotations

import argparse
import contextlib
import os
import shlex
from collections.abc import Iterator
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path, PurePosixPath

from factlint.arguments import CallError
from factlint.commands import messages
from factlint.commands.shell import say
from factlint.diagnostics import printable
from factlint.statuses import OK


def run(arguments: argparse.Namespace) -> int:
    """Make the project, and print what was made and what to type next.

    Raises:
        CallError: something is in the way, or the folder cannot be written; nothing was changed.
    """
    folder = Path(arguments.folder)
    starter = dict(_files(files("factlint") / "starter", PurePosixPath()))
    try:
        in_the_way = obstacles(folder, list(starter))
    except OSError as error:  # a name that no file can have
        raise _not_made(folder, error) from None
    if in_the_way:
        raise CallError(messages.in_the_way(in_the_way))
    _make(folder, {path: file.read_bytes() for path, file in starter.items()})
    say(_told(folder, list(starter)))
    return OK


def obstacles(folder: Path, paths: list[PurePosixPath]) -> list[str]:
    """What stands where the project would go: its files, and folders of its own that are not empty.

    A folder with other files in it is in the way too: claims and rules that are there would be checked with the new ones.
    """
    if os.path.lexists(folder) and not folder.is_dir():
        return [folder.as_posix()]
    found = [place for place in _tops(paths) if _is_taken(folder / place, is_file=PurePosixPath(place) in paths)]
    return [f"{place}/" if (folder / place).is_dir() else place for place in found]


def _tops(paths: list[PurePosixPath]) -> list[str]:
    return list(dict.fromkeys(path.parts[0] for path in paths))


def _is_taken(path: Path, *, is_file: bool) -> bool:
    if is_file or not path.is_dir():
        return os.path.lexists(path)
    try:
        return path.is_symlink() or any(path.iterdir())
    except OSError:  # a folder that may not be looked into is somebody's
        return True


def _files(folder: Traversable, path: PurePosixPath) -> Iterator[tuple[PurePosixPath, Traversable]]:
    for item in sorted(folder.iterdir(), key=lambda it: it.name):
        if item.is_dir():
            yield from _files(item, path / item.name)
        else:
            yield path / item.name, item


def _make(folder: Path, texts: dict[PurePosixPath, bytes]) -> None:
    """Write all files, or none: what was made before the disk refused, or Ctrl-C, is taken away again."""
    made: list[Path] = []
    try:
        for path, text in texts.items():
            file = folder / path
            for parent in reversed([it for it in file.parents if not it.exists()]):
                parent.mkdir()
                made.append(parent)
            with file.open("xb") as stream:  # never over a file that appeared in the meantime
                made.append(file)
                stream.write(text)
    except BaseException as error:
        for path_made in reversed(made):
            with contextlib.suppress(OSError):
                path_made.rmdir() if path_made.is_dir() else path_made.unlink()
        if not isinstance(error, OSError):
            raise
        raise _not_made(folder, error) from None


def _not_made(folder: Path, error: OSError) -> CallError:
    return CallError(messages.not_made(folder.as_posix(), (error.strerror or str(error)).lower()))


def _told(folder: Path, paths: list[PurePosixPath]) -> str:
    here = folder.resolve() == Path.cwd()
    lines = [f"made in {'this folder' if here else printable(folder.as_posix())}:", *(f"  {path}" for path in paths)]
    go = "" if here else f"cd {printable(shlex.quote(folder.as_posix()))} && "
    return "\n".join([*lines, "", f"next: {go}factlint check", ""])
