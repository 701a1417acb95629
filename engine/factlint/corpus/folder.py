"""The files of a corpus: which they are, and their text."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from factlint import files
from factlint.corpus import file_messages
from factlint.corpus.file_messages import Stage
from factlint.diagnostics import Diagnostic
from factlint.source import Source, Span

MAX_FILE = 64_000_000
"""Bytes of a file of claims, or of a text."""

VOCABULARY = "vocabulary.yaml"
_YAML = (".yaml", ".yml")
FLAT = (".csv", ".jsonl")
_REVIEWS = (".json", ".jsonld")
COMPILED = ".parquet"
"""A table, which is opened by whoever reads tables (`table/`)."""
IN_CATALOG = "spark:"
"""Before the name of a table that Spark knows."""


@dataclass(frozen=True, slots=True)
class Listed:
    """The claim files of a corpus, sorted; `folder` is where it lies, `vocabulary` the one found there.

    `flat` are files that hold the claims of many documents, `reviews` files of ClaimReview.
    """

    folder: Path
    files: tuple[Path, ...]
    vocabulary: Path | None
    problems: tuple[Diagnostic, ...] = ()
    flat: tuple[Path, ...] = ()
    reviews: tuple[Path, ...] = ()


def shown(path: Path, root: Path) -> str:
    """The path as people see it: POSIX, relative to `root`, or as it was given where it lies outside."""
    inside = Path(os.path.relpath(path.absolute(), root.absolute()))
    if inside.parts[:1] == ("..",):
        return path.as_posix()
    return inside.as_posix() if inside.parts else path.name or "."


def list_files(path: Path, root: Path) -> Listed:
    """The claim files at `path`: a folder, read recursively, or one file. A folder holds YAML, or ClaimReview alone.

    Left out are hidden files and folders, folders named `sources`, and folders with a vocabulary of their own: they
    are other corpora. Neither the order of the file system matters nor what a symbolic link outside leads to.
    """
    name = shown(path, root)
    try:
        kind = files.kind(path)
    except FileNotFoundError:
        return Listed(path, (), None, (file_messages.no_corpus(name),))
    except OSError as error:
        return Listed(path, (), None, (file_messages.corpus_unreadable(name, _reason(error)),))
    if kind == "folder":
        return _walk(path, root)
    if kind != "file":
        return Listed(path.parent, (), None, (file_messages.corpus_is_no_folder(name),))
    suffix = path.suffix.lower()
    beside = path.parent / VOCABULARY
    if suffix in FLAT:
        return Listed(path.parent, (), beside if files.is_file(beside) else None, flat=(path,))
    if suffix in _REVIEWS:
        return Listed(path.parent, (), beside if files.is_file(beside) else None, reviews=(path,))
    if suffix not in _YAML:
        return Listed(path.parent, (), None, (file_messages.unknown_corpus_format(name, suffix),))
    return Listed(path.parent, (path,), beside if files.is_file(beside) and beside != path else None)


def _walk(top: Path, root: Path) -> Listed:
    found: list[Path] = []
    others: list[Path] = []
    problems: list[Diagnostic] = []
    home = files.real(top)
    waiting = [top]
    while waiting:
        folder = waiting.pop()
        try:
            inside = files.entries(folder)
        except OSError as error:
            problems.append(file_messages.corpus_unreadable(shown(folder, root), _reason(error)))
            continue
        if folder != top and any(name == VOCABULARY for name, _ in inside):
            continue
        for name, kind in inside:
            path = folder / name
            is_yaml = path.suffix.lower() in _YAML
            if name.startswith(".") or name == "sources":
                continue
            if kind == "link" and not Path(files.real(path)).is_relative_to(home):
                if is_yaml or files.is_folder(path):
                    problems.append(file_messages.file_leads_out(shown(path, root)))
            elif kind == "folder":
                waiting.append(path)
            elif is_yaml and name != VOCABULARY:
                found.append(path)
            elif path.suffix.lower() in (*FLAT, *_REVIEWS):
                others.append(path)
    vocabulary = top / VOCABULARY
    found.sort(key=lambda path: path.relative_to(top).as_posix())
    others.sort(key=lambda path: path.relative_to(top).as_posix())
    reviews = () if found else tuple(path for path in others if path.suffix.lower() in _REVIEWS)
    if not found and not problems and not reviews:
        flat = next((shown(path, root) for path in others if path.stem != "documents"), None)
        problems.append(file_messages.no_documents(shown(top, root), flat))
    known = vocabulary if files.is_listed(vocabulary) else None
    return Listed(top, tuple(found), known, tuple(problems), reviews=reviews)


def list_parts(path: Path, root: Path) -> Listed | None:
    """The files of a compiled table in a folder, sorted; None where it is none, or holds claims in other files.

    As in other programs that write tables, files whose names begin with `_` or `.` are none of it, and folders such as
    `year=2025` hold some of them.
    """
    if not files.is_folder(path):
        return None
    found = _parts(path)
    if not found:
        return None
    others = _walk(path, root)
    if others.files or others.reviews:
        return None
    home = files.real(path)
    out = [part for part in found if not Path(files.real(part)).is_relative_to(home)]
    problems = tuple(file_messages.file_leads_out(shown(part, root)) for part in out)
    return Listed(path, tuple(part for part in found if part not in out), others.vocabulary, problems)


def _parts(folder: Path) -> list[Path]:
    try:
        inside = files.entries(folder)
    except OSError:
        return []
    found: list[Path] = []
    for name, kind in inside:
        if name.startswith((".", "_")):
            continue
        if kind == "folder":
            found += _parts(folder / name) if "=" in name else []
        elif Path(name).suffix.lower() == COMPILED:
            found.append(folder / name)
    return found


def read_text(path: Path, name: str, stage: Stage) -> tuple[Source | None, list[Diagnostic]]:
    """The text of a file of the corpus, newlines as they are; never waits on what is no regular file."""
    data, problem = read_bytes(path)
    if data is None:
        return None, [file_messages.file_unreadable(stage, name, problem)]
    if len(data) > MAX_FILE:
        return None, [file_messages.file_too_long(stage, name, files.size(path), MAX_FILE)]
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
        if files.kind(path) != "file":
            return None, "it is not a regular file"
        return files.read(path, MAX_FILE + 1), ""
    except OSError as error:
        return None, _reason(error)


def _reason(error: OSError) -> str:
    """The operating system's words, without the path of the machine."""
    return (error.strerror or type(error).__name__).lower()
