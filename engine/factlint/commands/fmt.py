"""`factlint fmt [--check] [FILES]`: rule files laid out in the one way there is."""

from __future__ import annotations

import argparse
import difflib
from pathlib import Path
from typing import TYPE_CHECKING

from factlint.arguments import CallError
from factlint.commands.shell import say, tell
from factlint.diagnostics import Diagnostic, printable
from factlint.files import write_whole
from factlint.settings import read_settings
from factlint.statuses import FINDINGS, OK, WRONG

if TYPE_CHECKING:
    from factlint.language.load import RuleText


def run(arguments: argparse.Namespace) -> int:
    """Lay out the files given, or those configured; under `--check` show what would change.

    Files with a mistake are told and left as they are; the others are laid out all the same.

    Raises:
        CallError: no files are given, and none are configured.
    """
    from factlint.assertions.words import count
    from factlint.language.layout import lay_out
    from factlint.language.load import read_texts
    from factlint.reporters.diagnostics import in_order

    settings, problems = read_settings(Path.cwd())
    paths = [Path(it) for it in arguments.files] or settings.rules
    if not paths:
        help_text = "name files or folders of rules, or set `rules` in factlint.toml"
        raise CallError(Diagnostic("E103", "no rules are given", help=help_text))
    files, unread = read_texts(paths, settings.root)
    problems += unread
    changed: list[str] = []
    said: list[str] = []
    for file in files:
        text, mistakes = lay_out(file.source)
        problems += mistakes
        if text is None or text.encode() == file.raw:
            continue
        if arguments.check:
            said.append(_difference(file, text))
        elif (refused := _write(file, text)) is not None:
            problems.append(refused)
            continue
        changed.append(file.source.name)
    did, verb = ("would lay out", "would change") if arguments.check else ("laid out", "changed")
    said += [f"{did} {printable(name)}\n" for name in changed]
    say("".join([*said, f"{len(changed)} of {count(len(files), 'file')} {verb}\n"]))
    tell(in_order(problems))
    if any(it.severity == "error" for it in problems):
        return WRONG
    return FINDINGS if arguments.check and changed else OK


def _write(file: RuleText, text: str) -> Diagnostic | None:
    """Through a link to the file it leads to, which keeps its mode."""
    from factlint.language import messages

    try:
        write_whole(file.path.resolve(), text)
    except OSError as error:
        return messages.file_unwritable(file.source.name, (error.strerror or str(error)).lower())
    return None


def _difference(file: RuleText, text: str) -> str:
    """A unified diff, of what was written with its own ends of lines."""
    before = file.raw.decode("utf-8").split("\n")
    after = text.split("\n")
    lines = difflib.unified_diff(
        [f"{line}\n" for line in before[:-1]] + ([before[-1]] if before[-1] else []),
        [f"{line}\n" for line in after[:-1]],
        file.source.name,
        f"{file.source.name} (laid out)",
    )
    return "".join(_shown(line) for line in lines)


def _shown(line: str) -> str:
    """Text of a file for a terminal: what is no tab and cannot be printed is spelled out."""
    safe = "".join(char if char == "\t" or char.isprintable() else printable(char) for char in line.removesuffix("\n"))
    return f"{safe}\n" if line.endswith("\n") else f"{safe}\n\\ No newline at end of file\n"
