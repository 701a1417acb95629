"""`factlint lint [RULES…]`: mistakes in rules, and rules that cannot be meant as they are."""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import get_args

from factlint.arguments import CallError
from factlint.assertions.words import count
from factlint.commands.shell import clock, configured, say, tell, today
from factlint.corpus import file_messages
from factlint.corpus.claim import Claim
from factlint.corpus.folder import read_text, shown
from factlint.corpus.vocabulary import Vocabulary
from factlint.corpus.vocabulary_reader import read_vocabulary
from factlint.diagnostics import Diagnostic, Label
from factlint.evaluate.accept import in_force
from factlint.evaluate.run import evaluate
from factlint.evaluate.select import select
from factlint.files import exists
from factlint.language import model as m
from factlint.language import nodes as n
from factlint.language import suspicious_messages as messages
from factlint.language.clashes import clash
from factlint.language.load import load_rules
from factlint.language.resolve import offered_names, resolve
from factlint.language.selections import of_operand
from factlint.language.suspicious import Written, operands, pairs, selections, suspicious
from factlint.pipeline import load_corpus
from factlint.quantities.values import DateSpan
from factlint.reporters.diagnostics import in_order
from factlint.settings import Settings
from factlint.source import Span
from factlint.statuses import FINDINGS, OK, WRONG, failing

_OF_CLAIMS = frozenset({"W302"})
"""What only a corpus can tell: without one, no claim is there."""


def run(arguments: argparse.Namespace) -> int:
    """Print every mistake and every warning, and count them.

    Raises:
        CallError: no rules are given, and none are configured.
    """
    settings, problems = configured(arguments)
    if arguments.rules:
        settings = replace(settings, rules=tuple(Path(it) for it in arguments.rules))
    if not settings.rules:
        help_text = "name files or folders of rules, or set `rules` in factlint.toml"
        raise CallError(Diagnostic("E103", "no rules are given", help=help_text))
    day = today(arguments.today)
    known, unread = _known(settings)
    files, wrong = load_rules(settings.rules, settings.root)
    problems += [*unread, *wrong]
    rules = sum(isinstance(it, n.Rule) for file in files if file.given for it in file.statements)
    if known.vocabulary is not None:
        model, unbound = resolve(files, known.vocabulary)
        rules = len(model.rules)
        problems += [it for it in unbound if known.claims is not None or it.code not in _OF_CLAIMS]
        problems += offered_names(model)
        problems += suspicious(files, model, known.vocabulary)
        problems += _expired(files, model, day)
        if known.claims is not None:
            problems += _idle(files, model, known.claims)
            problems += _unmatched(model, known.claims, known.vocabulary, day)
    return _tell(rules, in_order(problems), settings, names_checked=known.vocabulary is not None)


def _tell(rules: int, found: Sequence[Diagnostic], settings: Settings, *, names_checked: bool) -> int:
    tell(found)
    errors = sum(it.severity == "error" for it in found)
    warnings = len(found) - errors
    words = f"{count(rules, 'rule')}: {count(errors, 'error')}, {count(warnings, 'warning')}\n"
    if not names_checked:
        words += "names were not checked: there is no corpus, and no vocabulary\n"
    say(words)
    if errors:
        return WRONG
    return FINDINGS if warnings and "warning" in failing(settings.fail_on) else OK


# --- What names may be -----------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Known:
    """What rules are held against: None where there is no vocabulary, or no corpus."""

    vocabulary: Vocabulary | None = None
    claims: Sequence[Claim] | None = None


def _known(settings: Settings) -> tuple[_Known, list[Diagnostic]]:
    if settings.corpus is not None:
        corpus, problems = load_corpus(settings)
        return _Known(corpus.vocabulary, corpus.claims), problems
    if settings.vocabulary is None:
        return _Known(), []
    name = shown(settings.vocabulary, settings.root)
    if not exists(settings.vocabulary):
        return _Known(), [file_messages.no_vocabulary(name)]
    source, problems = read_text(settings.vocabulary, name, "E4")
    if source is None:
        return _Known(), problems
    vocabulary, wrong = read_vocabulary(source)
    return _Known(vocabulary), [*problems, *wrong]


# --- What takes a corpus to see --------------------------------------------------------------------------------------


def _idle(files: Sequence[n.RuleFile], model: m.Model, claims: Sequence[Claim]) -> Iterator[Diagnostic]:
    """Rules of which some part chooses no claim, the first such part of each."""
    for rule in pairs(files, model):
        for selection, span in _choices(rule):
            if not _chooses(selection, claims):
                yield messages.chooses_nothing(rule.label(span), _left_out(selection, claims))
                break


def _choices(rule: Written) -> Iterator[tuple[m.Selection, Span]]:
    """What a rule chooses, and where; without what contradicts itself, which has been told."""
    for selection, node in selections(rule):
        if clash(selection, node) is None:
            yield selection, node.span
    for operand, at in operands(rule):
        yield of_operand(operand), at.span


def _chooses(selection: m.Selection, claims: Sequence[Claim]) -> int:
    chosen = select(selection, claims)
    return len(chosen.claims) + len(chosen.denied)


def _left_out(selection: m.Selection, claims: Sequence[Claim]) -> list[tuple[str, int]]:
    """How many claims of each modality would be chosen, if the selection included it."""
    if "modality" in selection.lifts:
        return []
    others: list[m.Modality] = [it for it in get_args(m.Modality) if it not in selection.including]
    found = [(it, _chooses(replace(selection, including=selection.including | {it}), claims)) for it in others]
    return [(modality, number) for modality, number in found if number]


def _expired(files: Sequence[n.RuleFile], model: m.Model, day: DateSpan | None) -> Iterator[Diagnostic]:
    ends = {
        (file.source.name, it.span): it.until
        for file in files
        for it in file.statements
        if isinstance(it, n.Accept) and it.until is not None
    }
    for accept in model.accepts:
        if accept.until is None:
            continue
        now = day or clock()
        if not in_force(accept, now):
            label = Label(accept.source, ends[accept.source.name, accept.span].span)
            yield messages.accept_expired(label, accept.rule, accept.until.text, now.text)


def _unmatched(
    model: m.Model, claims: Sequence[Claim], vocabulary: Vocabulary, day: DateSpan | None
) -> Iterator[Diagnostic]:
    """Accepts that match no finding; one whose date has passed is told that alone."""
    lasting = tuple(it for it in model.accepts if it.until is None or in_force(it, day or clock()))
    named = {it.rule.casefold() for it in lasting}
    judged = tuple(rule for rule in model.rules if rule.name.casefold() in named)
    if judged:
        evaluation = evaluate(replace(model, rules=judged, accepts=lasting), claims, vocabulary, today=None)
        yield from evaluation.diagnostics
