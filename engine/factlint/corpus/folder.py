"""The files of a corpus: which they are, and their text."""

from __future__ import annotations

import os
import stat
from dataclasses import dataclass
from pathlib import Path

from factlint.corpus import file_messages
from factlint.corpus.file_messages import Stage
from factlint.corpus.yaml_nodes import MAX_FILE
from factlint.diagnostics import Diagnostic
from factlint.source import Source, Span

VOCABULARY = "vocabulary.yaml"
_YAML = (".yaml", ".yml")
_FLAT = (".csv", ".jsonl", ".parquet")


@dataclass(frozen=True, slots=True)
class Listed:
    """The claim files of a corpus, sorted; `folder` is where it lies, `vocabulary` the one found there."""

    folder: Path
    files: tuple[Path, ...]
    vocabulary: Path | None
    problems: tuple[Diagnostic, ...] = ()


def shown(path: Path, root: Path) -> str:
    """The path as people see it: POSIX, relative to `root`, or as it was given where it lies outside."""
    inside = Path(os.path.relpath(path.absolute(), root.absolute()))
    if inside.parts[:1] == ("..",):
        return path.as_posix()
    return inside.as_posix() if inside.parts else path.name or "."


def list_files(path: Path, root: Path) -> Listed:
    """The claim files at `path`: a folder, read recursively, or one file.

    Left out are hidden files and folders, folders named `sources`, and folders with a vocabulary of their own: they
    are other corpora. Neither the order of the file system matters nor what a symbolic link outside leads to.
    """
    name = shown(path, root)
    try:
        mode = path.stat().st_mode
    except FileNotFoundError:
        return Listed(path, (), None, (file_messages.no_corpus(name),))
    except OSError as error:
        return Listed(path, (), None, (file_messages.corpus_unreadable(name, _reason(error)),))
    if stat.S_ISDIR(mode):
        return _walk(path, root)
    if not stat.S_ISREG(mode):
        return Listed(path.parent, (), None, (file_messages.corpus_is_no_folder(name),))
    suffix = path.suffix.lower()
    if suffix in _FLAT:
        return Listed(path.parent, (), None, (file_messages.flat_corpus(name, suffix),))
    if suffix not in _YAML:
        return Listed(path.parent, (), None, (file_messages.unknown_corpus_format(name, suffix),))
    beside = path.parent / VOCABULARY
    return Listed(path.parent, (path,), beside if beside.is_file() and beside != path else None)


def _walk(top: Path, root: Path) -> Listed:
    files: list[Path] = []
    problems: list[Diagnostic] = []
    home = Path(os.path.realpath(top))
    waiting = [top]
    while waiting:
        folder = waiting.pop()
        try:
            entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
        except OSError as error:
            problems.append(file_messages.corpus_unreadable(shown(folder, root), _reason(error)))
            continue
        if folder != top and any(entry.name == VOCABULARY for entry in entries):
            continue
        for entry in entries:
            path = folder / entry.name
            is_yaml = path.suffix.lower() in _YAML
            if entry.name.startswith(".") or entry.name == "sources":
                continue
            if entry.is_symlink() and not Path(os.path.realpath(path)).is_relative_to(home):
                if is_yaml or path.is_dir():
                    problems.append(file_messages.file_leads_out(shown(path, root)))
            elif entry.is_dir(follow_symlinks=False):
                waiting.append(path)
            elif is_yaml and entry.name != VOCABULARY:
                files.append(path)
    vocabulary = top / VOCABULARY
    files.sort(key=lambda path: path.relative_to(top).as_posix())
    if not files and not problems:
        problems.append(file_messages.no_documents(shown(top, root)))
    return Listed(top, tuple(files), vocabulary if os.path.lexists(vocabulary) else None, tuple(problems))


def read_text(path: Path, name: str, stage: Stage) -> tuple[Source | None, list[Diagnostic]]:
    """The text of a file of the corpus, newlines as they are; never waits on what is no regular file."""
    data, problem = read_bytes(path)
    if data is None:
        return None, [file_messages.file_unreadable(stage, name, problem)]
    if len(data) > MAX_FILE:
        return None, [file_messages.file_too_long(stage, name, path.stat().st_size, MAX_FILE)]
    if data.startswith((b"\xff\xfe", b"\xfe\xff")) or b"\x00" in data[:64]:
        encoding = "UTF-16" if data[:2] in {b"\xff\xfe", b"\xfe\xff"} or b"\x00" in data[:2] else "not text"
        source = Source(name, "")
        what = encoding if encoding == "UTF-16" else "a binary file"
        return None, [file_messages.not_utf8(stage, source, Span(0, 0), what)]
    try:
        return Source(name, data.decode("utf-8-sig")), []
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8-sig", errors="replace")
        rest = data[error.start :].decode("utf-8", errors="replace")
        at = Span(len(before), len(before) + 1)
        return None, [file_messages.not_utf8(stage, Source(name, before + rest), at, "in another encoding")]


def read_bytes(path: Path) -> tuple[bytes | None, str]:
    """At most one byte more than may be read of a regular file, or why not."""
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            return None, "it is not a regular file"
        with path.open("rb") as file:
            return file.read(MAX_FILE + 1), ""
    except OSError as error:
        return None, _reason(error)


def _reason(error: OSError) -> str:
    """The operating system's words, without the path of the machine."""
    return (error.strerror or type(error).__name__).lower()
