"""What every command shares: the settings of a call, reading its options, and printing."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from factlint import files, streams
from factlint.arguments import CallError
from factlint.diagnostics import Diagnostic
from factlint.reporters.diagnostics import render
from factlint.settings import Settings, read_settings
from factlint.statuses import FAIL_ON, FailOn

if TYPE_CHECKING:
    from factlint.quantities.values import DateSpan

# --- Options ---------------------------------------------------------------------------------------------------------


def configured(arguments: argparse.Namespace) -> tuple[Settings, list[Diagnostic]]:
    """The configuration, with what the call says instead of it."""
    settings, problems = read_settings(Path(files.here()))
    if arguments.corpus is not None:
        # Another corpus brings its own vocabulary; the configured one, and what is known, belong to the configured corpus.
        settings = replace(settings, corpus=Path(arguments.corpus), vocabulary=None, baseline=None)
    if arguments.vocabulary is not None:
        settings = replace(settings, vocabulary=Path(arguments.vocabulary))
    if arguments.sources is not None:
        settings = replace(settings, sources=tuple(Path(it) for it in arguments.sources))
    if getattr(arguments, "fail_on", None) is not None:  # not every command has it
        settings = replace(settings, fail_on=_fail_on(arguments.fail_on))
    return settings, problems


def _fail_on(word: str) -> FailOn:
    for known in FAIL_ON:
        if word == known:
            return known
    raise CallError(Diagnostic("E101", f"--fail-on does not know `{word}`", help=f"write one of {', '.join(FAIL_ON)}"))


def today(word: str | None) -> DateSpan | None:
    """The day that `--today` names."""
    from factlint.quantities.dates import DateError, parse_date

    if word is None:
        return None
    try:
        return parse_date(word)
    except DateError as error:
        raise CallError(
            Diagnostic("E101", f"--today does not read: {error}", help="write a day: --today 2025-10-27")
        ) from None


def clock() -> DateSpan:
    """Today by the system: for `accept … until` alone."""
    from factlint.quantities.dates import parse_date

    return parse_date(files.today())


def whole(word: str, option: str) -> int:
    """The whole number that was given to an option."""
    if word.isascii() and word.isdigit() and len(word) < 10:
        return int(word)
    raise CallError(Diagnostic("E101", f"{option} takes a whole number, not `{word}`", help=f"write {option} 50"))


# --- Printing --------------------------------------------------------------------------------------------------------


def tell(diagnostics: Sequence[Diagnostic]) -> None:
    """Diagnostics go to stderr."""
    color = in_color(sys.stderr)
    streams.put("stderr", "\n".join(render(diagnostic, color=color) for diagnostic in diagnostics))


def in_color(stream: object) -> bool:
    """Colour on a terminal alone, and not where `NO_COLOR` is set."""
    return files.shows_color("stderr" if stream is sys.stderr else "stdout")


def say(words: str) -> None:
    """Print what was asked for.

    Raises:
        PrintingError: it cannot be printed, as where the disk is full that it goes to.
    """
    streams.put("stdout", words)
