"""The command line: read arguments, call the library, print, return a status.

What a command needs is imported in it, so that `--help` and a mistyped option answer at once.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from factlint.arguments import FORMATS, LATER_FORMATS, CallError, parse
from factlint.commands.shell import clock, configured, in_color, tell, today, whole
from factlint.diagnostics import Diagnostic
from factlint.files import write_whole
from factlint.reporters.diagnostics import in_order
from factlint.statuses import FINDINGS, OK, WRONG

if TYPE_CHECKING:
    from factlint.report import Report

INTERRUPTED = 130


def run() -> None:
    """The installed command."""
    sys.exit(main(sys.argv[1:]))


def main(argv: Sequence[str]) -> int:
    """Do what the call says; the exit status. A user never sees a traceback."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        arguments = parse(argv)
        return COMMANDS[arguments.command](arguments)
    except CallError as error:
        tell([error.diagnostic])
        return WRONG
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        # The reader has seen enough. Python would complain once more when it flushes at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return OK
    except Exception as error:
        if os.environ.get("FACTLINT_TRACEBACK"):
            raise
        tell([_bug(error)])
        return WRONG


def _bug(error: Exception) -> Diagnostic:
    return Diagnostic(
        "E901",
        f"factlint met a bug of its own: {type(error).__name__}: {error}",
        help="nothing of yours was changed; run it again with FACTLINT_TRACEBACK=1 and report what it prints",
    )


# --- Commands --------------------------------------------------------------------------------------------------------


def _check(arguments: argparse.Namespace) -> int:
    from factlint import pipeline

    settings, problems = configured(arguments)
    if arguments.rules:
        settings = replace(settings, rules=tuple(Path(it) for it in arguments.rules))
    elif arguments.rule is not None:
        settings = replace(settings, rules=())
    if arguments.baseline is not None:
        settings = replace(settings, baseline=Path(arguments.baseline))
    if arguments.engine not in {None, "local"}:
        _later(arguments.engine, "--engine", ("local",), ("spark",))
    outputs = _outputs(arguments)
    request = pipeline.Request(
        rule=arguments.rule,
        select=tuple(arguments.select),
        tags=tuple(arguments.tag),
        strict=arguments.strict,
        today=today(arguments.today),
        limit=whole(arguments.limit, "--limit"),
    )
    report = pipeline.check(settings, request, clock())
    report = replace(report, diagnostics=tuple(in_order([*problems, *report.diagnostics])))
    tell(report.diagnostics)
    return _print(report, outputs)


def _baseline(arguments: argparse.Namespace) -> int:
    from factlint import pipeline
    from factlint.assertions.words import count
    from factlint.baseline import baseline_text

    settings, problems = configured(arguments)
    if arguments.rules:
        settings = replace(settings, rules=tuple(Path(it) for it in arguments.rules))
    file = Path(arguments.file)
    report = pipeline.check(replace(settings, baseline=None), pipeline.Request(today=today(arguments.today)), clock())
    text, unnamed = baseline_text(report.results)
    found = in_order([*problems, *report.diagnostics, *unnamed])
    try:
        write_whole(file, text)
    except OSError as error:
        why = (error.strerror or str(error)).lower()
        found.append(Diagnostic("E107", f"the baseline cannot be written: {why}", file=str(file)))
    tell(found)
    if any(it.severity == "error" for it in found):
        return WRONG
    written = text.count('"fingerprint"')
    sys.stdout.write(f"{count(written, 'known finding')} written to {file.as_posix()}\n")
    return OK


def _lint(arguments: argparse.Namespace) -> int:
    from factlint.commands import lint

    return lint.run(arguments)


def _verify(arguments: argparse.Namespace) -> int:
    from factlint.pipeline import load_corpus
    from factlint.reporters.quotes import render_quotes, verify_status

    settings, problems = configured(arguments)
    limit = whole(arguments.limit, "--limit")
    corpus, unread = load_corpus(settings)
    found = in_order([*problems, *unread])
    tell(found)
    sys.stdout.write(render_quotes(corpus.claims, corpus.texts, limit=limit, color=in_color(sys.stdout)))
    sys.stdout.flush()
    if any(it.severity == "error" for it in found):
        return WRONG
    return FINDINGS if verify_status(corpus.claims, settings.fail_on) else OK


def _explain(arguments: argparse.Namespace) -> int:
    from factlint.commands import explain

    return explain.run(arguments)


def _init(arguments: argparse.Namespace) -> int:
    from factlint.commands import init

    return init.run(arguments)


def _schema(arguments: argparse.Namespace) -> int:
    from factlint.commands import schema

    return schema.run(arguments)


def _completion(arguments: argparse.Namespace) -> int:
    from factlint.commands import completion

    return completion.run(arguments)


def _fmt(arguments: argparse.Namespace) -> int:
    from factlint.commands import fmt

    return fmt.run(arguments)


def _show(arguments: argparse.Namespace) -> int:
    from factlint.commands import show

    return show.run(arguments)


COMMANDS: dict[str, Callable[[argparse.Namespace], int]] = {
    "baseline": _baseline,
    "check": _check,
    "completion": _completion,
    "explain": _explain,
    "fmt": _fmt,
    "init": _init,
    "lint": _lint,
    "schema": _schema,
    "show": _show,
    "verify": _verify,
}


# --- Options ---------------------------------------------------------------------------------------------------------


def _later(word: str, option: str, known: Sequence[str], later: Sequence[str]) -> None:
    if word in later:
        help_text = f"{option} of this version: {', '.join(known)}"
        raise CallError(Diagnostic("E102", f"`{option} {word}` is not in this version yet", help=help_text))
    raise CallError(Diagnostic("E101", f"{option} does not know `{word}`", help=f"write one of {', '.join(known)}"))


def _outputs(arguments: argparse.Namespace) -> list[tuple[str, Path | None]]:
    """(format, file) pairs; None is the terminal. `--output` takes what would have gone there."""
    wanted = []
    for item in arguments.format or ["text"]:
        name, _, file = item.partition("=")
        if name not in FORMATS:
            _later(name, "--format", FORMATS, LATER_FORMATS)
        wanted.append((name, Path(file) if file else None))
    if arguments.format and all(file is not None for _name, file in wanted):
        wanted.append(("text", None))
    terminal = [name for name, file in wanted if file is None]
    if len(terminal) > 1:
        help_text = f"write one to a file: --format {terminal[0]}=FILE"
        raise CallError(Diagnostic("E101", f"{' and '.join(terminal)} cannot both go to the terminal", help=help_text))
    if arguments.output is not None:
        wanted = [(name, file or Path(arguments.output)) for name, file in wanted]
    return wanted


# --- Printing --------------------------------------------------------------------------------------------------------


def _print(report: Report, outputs: Sequence[tuple[str, Path | None]]) -> int:
    from factlint.reporters import text
    from factlint.reporters.formats import REPORTERS

    status = report.exit
    for name, file in outputs:
        if file is None:
            shown = text.render(report, color=in_color(sys.stdout)) if name == "text" else REPORTERS[name](report)
            sys.stdout.write(shown)
            sys.stdout.flush()
            continue
        try:
            write_whole(file, REPORTERS[name](report))
        except OSError as error:
            why = (error.strerror or str(error)).lower()
            tell([Diagnostic("E107", f"the {name} report cannot be written: {why}", file=str(file))])
            status = WRONG
    return status
