"""The held texts: where a document's `text` lies, and what stands in it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from factlint import files
from factlint.corpus import messages
from factlint.corpus.folder import MAX_FILE, read_bytes
from factlint.diagnostics import Diagnostic, Label
from factlint.source import Source


@dataclass(frozen=True, slots=True)
class Held:
    """A text, if it is held; otherwise what is wrong, if anything is. `refused`: the path itself is wrong."""

    source: Source | None = None
    problem: Diagnostic | None = None
    refused: bool = False


def find_text(name: str, folders: Sequence[Path], at: Label) -> Held:
    """The text of that name in the first of the folders that holds it, its newlines folded.

    A name that leads out of a folder, by itself or through a symbolic link, is refused: a corpus from elsewhere could
    otherwise read any file of the machine into a report.
    """
    written = PurePosixPath(name.replace("\\", "/"))
    drive = len(name) > 1 and name[1] == ":"
    if written.is_absolute() or drive or ".." in written.parts or "\x00" in name or not written.parts:
        return Held(problem=messages.text_leaves_folder(at, name), refused=True)
    for folder in folders:
        path = folder.joinpath(*written.parts)
        if not files.is_listed(path):
            continue
        if not Path(files.real(path)).is_relative_to(files.real(folder)):
            return Held(problem=messages.text_leaves_folder(at, name), refused=True)
        return _read(path, name, at)
    return Held()


def _read(path: Path, name: str, at: Label) -> Held:
    data, problem = read_bytes(path)
    if data is None:
        return Held(problem=messages.text_unreadable(at, name, problem))
    if len(data) > MAX_FILE:
        return Held(problem=messages.text_unreadable(at, name, f"it is longer than {MAX_FILE:,} bytes"))
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return Held(problem=messages.text_unreadable(at, name, "it is not text in UTF-8"))
    return Held(Source(name, text.replace("\r\n", "\n").replace("\r", "\n")))
