"""The rules of a call, judged on its corpus with everything kept that led to each verdict."""

from __future__ import annotations

import argparse
from dataclasses import dataclass, replace
from pathlib import Path

from factlint import files
from factlint.commands.shell import clock, configured
from factlint.corpus.corpus import Corpus
from factlint.diagnostics import Diagnostic
from factlint.evaluate.accept import accept
from factlint.evaluate.result import RuleResult
from factlint.evaluate.trace import Trace, trace
from factlint.language.model import Model
from factlint.pipeline import load_corpus, load_model
from factlint.reporters.diagnostics import in_order
from factlint.settings import read_settings


@dataclass(frozen=True)
class Judging:
    """`results` are those of `traces`, with what is accepted marked; both in the order of the rules."""

    corpus: Corpus
    model: Model
    traces: tuple[Trace, ...]
    results: tuple[RuleResult, ...]
    diagnostics: tuple[Diagnostic, ...]


def judge(arguments: argparse.Namespace, *, rule: str | None = None, rules_wanted: bool = True) -> Judging:
    """Read what the call and the configuration name, and judge every rule.

    `rule` is a rule as text, judged alone. Without `rules_wanted` it is no mistake that there are none.
    """
    settings, problems = configured(arguments)
    if arguments.rules is not None:
        settings = replace(settings, rules=tuple(Path(it) for it in arguments.rules))
    elif rule is not None or (not rules_wanted and _is_another_corpus(arguments)):
        settings = replace(settings, rules=())
    corpus, unread = load_corpus(settings)
    wrong: list[Diagnostic] = []
    model = Model(())
    if settings.rules or rule is not None or rules_wanted:
        model, wrong = load_model(settings, corpus, rule=rule)
    traces = trace(model.rules, corpus.claims, corpus.vocabulary)
    today = clock() if any(it.until for it in model.accepts) else None
    evaluation = accept([it.result for it in traces], model.accepts, today)
    return Judging(
        corpus=corpus,
        model=model,
        traces=traces,
        results=evaluation.results,
        diagnostics=tuple(in_order([*problems, *unread, *wrong])),
    )


def _is_another_corpus(arguments: argparse.Namespace) -> bool:
    """The configured rules speak of the configured corpus: of another one they would know no name."""
    configured_corpus = read_settings(Path(files.here()))[0].corpus
    return arguments.corpus is not None and (
        configured_corpus is None or files.real(arguments.corpus) != files.real(configured_corpus)
    )
