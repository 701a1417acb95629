"""`factlint baseline`: write today's findings down, so that later runs fail only on new ones."""

from __future__ import annotations

import argparse
from dataclasses import replace
from pathlib import Path

from factlint import pipeline
from factlint.assertions.words import count
from factlint.baseline import baseline_text
from factlint.commands.shell import clock, configured, say, tell, today
from factlint.diagnostics import Diagnostic, printable
from factlint.files import write_whole
from factlint.reporters.diagnostics import in_order
from factlint.statuses import OK, WRONG


def run(arguments: argparse.Namespace) -> int:
    settings, problems = configured(arguments)
    if arguments.rules:
        settings = replace(settings, rules=tuple(Path(it) for it in arguments.rules))
    file = Path(arguments.file)
    report = pipeline.check(replace(settings, baseline=None), pipeline.Request(today=today(arguments.today)), clock)
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
    say(f"{count(written, 'known finding')} written to {printable(file.as_posix())}\n")
    return OK
