"""`factlint show [CLAIM|RULE|SUBJECT]`: what the corpus says of it; without one, the corpus in numbers."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Iterator

from factlint.arguments import CallError
from factlint.commands import messages
from factlint.commands.judging import Judging, judge
from factlint.commands.shell import in_color, say, tell
from factlint.corpus.lexicon import fold
from factlint.corpus.near import suggest
from factlint.evaluate.evidence import NAME as EVIDENCE
from factlint.evaluate.evidence import judge_evidence
from factlint.statuses import OK, WRONG
from factlint.telling import claim, corpus, evidence_rule, judged, subject
from factlint.telling.sections import Section, render

KINDS = ("claim", "rule", "subject")
"""What a name may be; `KIND:NAME` says which."""


def run(arguments: argparse.Namespace) -> int:
    """Print what was asked for.

    Raises:
        CallError: nothing is called so, or several things are.
    """
    found = judge(arguments, rules_wanted=arguments.rules is not None)
    tell(found.diagnostics)
    told = corpus.told(found.corpus, found.traces) if arguments.name is None else _named(found, arguments.name)
    say(render(told, color=in_color(sys.stdout)))
    return WRONG if any(it.severity == "error" for it in found.diagnostics) else OK


def _named(found: Judging, name: str) -> Iterable[Section]:
    kind, _, rest = name.partition(":")
    if kind in KINDS and rest:
        asked, things = rest, {kind: _look_up(found, kind, rest)}
    else:
        asked, things = name, {kind: _look_up(found, kind, name) for kind in KINDS}
    things = {kind: sections for kind, sections in things.items() if sections is not None}
    if len(things) > 1:
        raise CallError(messages.several_things(asked, list(things)))
    for sections in things.values():
        if sections is not None:
            return sections
    raise CallError(messages.unknown_name(asked, suggest(asked, _names(found))))


def _look_up(found: Judging, kind: str, name: str) -> Iterator[Section] | None:
    """What there is to tell of the thing of this name, if there is one."""
    vocabulary = found.corpus.vocabulary
    runs = list(zip(found.traces, found.results, strict=True))
    match kind:
        case "claim":
            for it in found.corpus.claims:
                if fold(it.id) == fold(name):
                    return claim.told(it, found.corpus.texts.get(it.document.id), runs, vocabulary)
        case "rule":
            if name.casefold() == EVIDENCE:
                return evidence_rule.told(judge_evidence(found.corpus.claims), found.corpus.claims)
            for trace, result in runs:
                if trace.rule.name.casefold() == name.casefold():
                    return judged.told(trace, result, found.model.accepts, vocabulary)
        case _:
            entity = vocabulary.entity(name)
            if entity.known or any(it.subject.same(entity) for it in found.corpus.claims):
                return subject.told(entity, found.corpus.claims, vocabulary)
    return None


def _names(found: Judging) -> Iterator[str]:
    yield from (it.id for it in found.corpus.claims)
    yield from (rule.name for rule in found.model.rules)
    yield EVIDENCE
    yield from found.corpus.vocabulary.entities.every_spelling()
    yield from (it.subject.name for it in found.corpus.claims)
