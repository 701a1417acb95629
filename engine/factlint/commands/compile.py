"""`factlint compile CORPUS -o FILE`: the validated claims of a corpus as a table, for large corpora and other tools."""

from __future__ import annotations

import argparse
from pathlib import Path

from factlint import pipeline
from factlint.arguments import CallError
from factlint.assertions.words import count
from factlint.commands.shell import configured, say, tell
from factlint.diagnostics import Diagnostic, printable
from factlint.statuses import OK, WRONG


def run(arguments: argparse.Namespace) -> int:
    """Write the table; what cannot be read is told, left out and counted.

    Raises:
        CallError: no corpus is given, or no table can be written there.
    """
    from factlint.reporters.diagnostics import in_order

    settings, problems = configured(arguments)
    target = Path(arguments.output)
    if target.suffix.lower() != ".parquet":
        raise CallError(
            Diagnostic(
                "E101", f"compile writes Parquet, not `{target.suffix or target.name}`", help="write -o claims.parquet"
            )
        )
    corpus, found = pipeline.load_corpus(settings, by_columns=True)
    diagnostics = in_order([*problems, *found])
    tell(diagnostics)
    if settings.corpus is None or pipeline.unread(corpus):
        return WRONG
    from factlint.table.corpus import compile_corpus, vocabulary_source

    vocabulary = vocabulary_source(settings.corpus, settings.vocabulary, settings.root)
    try:
        compile_corpus(corpus, target, vocabulary)
    except OSError as error:
        why = (error.strerror or str(error)).lower()
        raise CallError(Diagnostic("E109", f"the table cannot be written: {why}", file=str(target))) from error
    left_out = f", {corpus.rejected_claims:,} left out" if corpus.rejected_claims else ""
    said = f"{count(len(corpus.claims), 'claim')} in {count(len(corpus.documents), 'document')}"
    say(f"{printable(str(target))}: {said}{left_out}\n")
    return WRONG if any(it.severity == "error" for it in diagnostics) else OK
