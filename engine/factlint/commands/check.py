"""`factlint check`: evaluate, and print the report in every format asked for."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import NoReturn

from factlint import pipeline
from factlint.arguments import FORMATS, CallError
from factlint.commands.shell import clock, configured, in_color, say, tell, today, whole
from factlint.diagnostics import Diagnostic, RunError
from factlint.files import write_whole
from factlint.report import Report
from factlint.reporters import text
from factlint.reporters.diagnostics import in_order
from factlint.reporters.formats import REPORTERS
from factlint.statuses import ENGINES, WRONG


def run(arguments: argparse.Namespace) -> int:
    settings, problems = configured(arguments)
    if arguments.rules:
        settings = replace(settings, rules=tuple(Path(it) for it in arguments.rules))
    elif arguments.rule is not None:
        settings = replace(settings, rules=())
    if arguments.baseline is not None:
        settings = replace(settings, baseline=Path(arguments.baseline))
    engine = next((it for it in ENGINES if it == arguments.engine), None)
    if engine is None:
        _unknown(arguments.engine, "--engine", ENGINES)
    outputs = _outputs(arguments)
    request = pipeline.Request(
        rule=arguments.rule,
        select=tuple(arguments.select),
        tags=tuple(arguments.tag),
        strict=arguments.strict,
        today=today(arguments.today),
        limit=whole(arguments.limit, "--limit"),
        engine=engine,
    )
    try:
        report = pipeline.check(settings, request, clock)
    except RunError as error:
        raise CallError(error.diagnostic) from None
    report = replace(report, diagnostics=tuple(in_order([*problems, *report.diagnostics])))
    tell(report.diagnostics)
    return _print(report, outputs)


def _unknown(word: str, option: str, known: Sequence[str]) -> NoReturn:
    raise CallError(Diagnostic("E101", f"{option} does not know `{word}`", help=f"write one of {', '.join(known)}"))


def _outputs(arguments: argparse.Namespace) -> list[tuple[str, Path | None]]:
    """(format, file) pairs; None is the terminal. `--output` takes what would have gone there."""
    wanted = []
    for item in arguments.format or ["text"]:
        name, _, file = item.partition("=")
        if name not in FORMATS:
            _unknown(name, "--format", FORMATS)
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


def _print(report: Report, outputs: Sequence[tuple[str, Path | None]]) -> int:
    status = report.exit
    for name, file in sorted(outputs, key=lambda it: it[1] is None):  # where printing fails, the files are written
        if file is None:
            say(text.render(report, color=in_color(sys.stdout)) if name == "text" else REPORTERS[name](report))
            continue
        try:
            write_whole(file, REPORTERS[name](report))
        except OSError as error:
            why = (error.strerror or str(error)).lower()
            tell([Diagnostic("E107", f"the {name} report cannot be written: {why}", file=str(file))])
            status = WRONG
    return status
