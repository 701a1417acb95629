"""`factlint verify`: hold every quote against its text."""

from __future__ import annotations

import argparse
import sys

from factlint.commands.shell import configured, in_color, say, tell, whole
from factlint.pipeline import load_corpus
from factlint.reporters.diagnostics import in_order
from factlint.reporters.quotes import render_quotes, verify_status
from factlint.statuses import FINDINGS, OK, WRONG


def run(arguments: argparse.Namespace) -> int:
    settings, problems = configured(arguments)
    limit = whole(arguments.limit, "--limit")
    corpus, unread = load_corpus(settings)
    found = in_order([*problems, *unread])
    tell(found)
    say(render_quotes(corpus.claims, corpus.texts, limit=limit, color=in_color(sys.stdout)))
    if any(it.severity == "error" for it in found):
        return WRONG
    return FINDINGS if verify_status(corpus.claims, settings.fail_on) else OK
