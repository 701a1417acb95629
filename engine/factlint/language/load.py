"""Rule files from disk: those given, and those that they import, each once."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from factlint import files
from factlint.cache.parts import remembered
from factlint.corpus.near import suggest
from factlint.diagnostics import Diagnostic
from factlint.language import messages
from factlint.language import nodes as n
from factlint.language.parse import parse_rules
from factlint.source import Source

SUFFIX = ".rules"
_LARGEST = 10_000_000
"""Bytes of a rule file; more is no text that anybody wrote."""


def load_rules(paths: Sequence[Path], root: Path) -> tuple[list[n.RuleFile], list[Diagnostic]]:
    """The rule files at these paths (of a folder: all of its `.rules`, sorted, also in folders inside), parsed.

    Files that are only imported follow, with `given` False. Names are POSIX paths relative to `root`, or as given where
    a file lies outside it. An import leads from its file's folder, and may not leave the folder of rules: the folder
    given, or that of the file given.
    """
    loader = _Loader(root)
    for path in paths:
        loader.give(path)
    files = [replace(file, imports=tuple(loader.imports.get(name, ()))) for name, file in loader.files.items()]
    return files, loader.problems


@dataclass(frozen=True, slots=True)
class RuleText:
    """A rule file as it lies on the disk: `raw` with its own ends of lines, `source` as every stage reads it."""

    path: Path
    raw: bytes
    source: Source


def read_texts(paths: Sequence[Path], root: Path) -> tuple[list[RuleText], list[Diagnostic]]:
    """The rule files at these paths, as `load_rules` finds and names them, unparsed and without what they import."""
    found: dict[str, RuleText] = {}
    problems: list[Diagnostic] = []
    for path in paths:
        inside, wrong = _at(path, root)
        problems += wrong
        for file in inside:
            name = _name(file, root)
            if name in found:
                continue
            text = _read(file)
            if isinstance(text, _Unread):
                problems.append(messages.file_unreadable(name, text.reason))
            else:
                found[name] = RuleText(file, files.read(file), Source(name, text))
    return list(found.values()), problems


def _at(path: Path, root: Path) -> tuple[list[Path], list[Diagnostic]]:
    """The rule files that a path given means."""
    if files.is_folder(path):
        inside = _rule_files(path)
        return inside, [] if inside else [messages.folder_empty(_name(path, root))]
    return ([path], []) if files.exists(path) else ([], [messages.path_missing(_name(path, root))])


def _name(path: Path, root: Path) -> str:
    absolute = Path(os.path.abspath(path))  # noqa: PTH100 - `resolve` would follow links, and so change names
    base = Path(os.path.abspath(root))  # noqa: PTH100
    return absolute.relative_to(base).as_posix() if absolute.is_relative_to(base) else path.as_posix()


@dataclass
class _Loader:
    root: Path
    files: dict[str, n.RuleFile] = field(default_factory=dict)
    imports: dict[str, list[tuple[str, str]]] = field(default_factory=dict)
    problems: list[Diagnostic] = field(default_factory=list)

    def give(self, path: Path) -> None:
        found, problems = _at(path, self.root)
        self.problems += problems
        for file in found:
            self._load(file, path if files.is_folder(path) else path.parent, given=True)

    def _load(self, path: Path, folder: Path, *, given: bool) -> None:
        """The file and, without recursion, all that it imports."""
        waiting = [(path, given)]
        while waiting:
            path, given = waiting.pop(0)
            name = _name(path, self.root)
            if name in self.files:
                if given and not self.files[name].given:
                    # Given after all: it takes its place among the given, in their order.
                    self.files[name] = replace(self.files.pop(name), given=True)
                continue
            text = _read(path)
            if isinstance(text, _Unread):
                self.problems.append(messages.file_unreadable(name, text.reason))
                continue
            file, problems = _parsed(Source(name, text))
            self.files[name] = replace(file, given=given)
            self.problems += problems
            for statement in file.statements:
                if isinstance(statement, n.Import):
                    to = self._import(file, statement, path, folder)
                    if to is not None:
                        waiting.append((to, False))

    def _import(self, file: n.RuleFile, statement: n.Import, path: Path, folder: Path) -> Path | None:
        source, span, written = file.source, statement.path.span, statement.path.text
        target = Path(os.path.normpath(path.parent / written)) if written and "\0" not in written else path.parent
        if not _inside(target, folder):
            self.problems.append(messages.import_outside(source, span, written))
            return None
        if not files.is_file(target):
            near = suggest(
                written, [it.relative_to(path.parent).as_posix() for it in _rule_files(path.parent) if it != path]
            )
            self.problems.append(messages.import_missing(source, span, written, near))
            return None
        text = _read(target)
        if isinstance(text, _Unread):
            self.problems.append(messages.import_unreadable(source, span, written, text.reason))
            return None
        here, there = source.name, _name(target, self.root)
        if (way := self._way(there, here)) is not None:
            self.problems.append(messages.import_circle(source, span, [here, *way]))
            return None
        self.imports.setdefault(here, []).append((written, there))
        return target

    def _way(self, start: str, goal: str) -> list[str] | None:
        """The imports that lead from one file to another, if any do."""
        ways = [[start]]
        seen = {start}
        for way in ways:
            if way[-1] == goal:
                return way
            for _, to in self.imports.get(way[-1], ()):
                if to not in seen:
                    seen.add(to)
                    ways.append([*way, to])
        return None


def _parsed(source: Source) -> tuple[n.RuleFile, list[Diagnostic]]:
    return remembered("rules", (source.name, source.text), lambda: parse_rules(source))


@dataclass(frozen=True, slots=True)
class _Unread:
    reason: str


def _rule_files(folder: Path) -> list[Path]:
    """All `.rules` of a folder and of those inside it that are not hidden; sorted by their paths."""
    found: list[Path] = []
    waiting = [folder]
    while waiting:
        here = waiting.pop()
        try:
            inside = files.entries(here)
        except OSError:
            continue
        for name, kind in inside:
            path = here / name
            if name.startswith("."):
                continue
            if kind == "folder":
                waiting.append(path)
            elif name.endswith(SUFFIX) and not files.is_folder(path):
                found.append(path)
    return sorted(found, key=lambda path: path.as_posix())


def _inside(path: Path, folder: Path) -> bool:
    """Also behind symbolic links."""
    return Path(files.real(path)).is_relative_to(files.real(folder))


def _read(path: Path) -> str | _Unread:
    try:
        if files.kind(path) != "file":
            return _Unread("it is no file")
        if files.size(path) > _LARGEST:
            return _Unread("it is larger than 10 MB")
        raw = files.read(path)
    except OSError as error:
        return _Unread((error.strerror or "the system refuses").lower())
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        return _Unread(f"line {line} is not text in UTF-8")
    return text.replace("\r\n", "\n").replace("\r", "\n")
