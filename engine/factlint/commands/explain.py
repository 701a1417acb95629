"""`factlint explain [CODE|RULE]`: the page of a code, or a rule put into words."""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from factlint.arguments import CallError
from factlint.commands import messages
from factlint.commands.shell import in_color, say, tell
from factlint.statuses import OK, WRONG

if TYPE_CHECKING:
    from factlint.commands.judging import Judging
    from factlint.telling.sections import Section

_CODE = re.compile(r"[EW]\d+", re.IGNORECASE)
NEAREST = 3
EVIDENCE = "evidence"
"""The built-in rule, which stands in no file."""


def run(arguments: argparse.Namespace) -> int:
    """Print what was asked for.

    Raises:
        CallError: there is no such code or rule.
    """
    if arguments.rule is None and arguments.name is None:
        return _codes()
    if arguments.rule is None and _CODE.fullmatch(arguments.name):
        return _code(arguments.name.upper())
    return _rule(arguments)


def _code(code: str) -> int:
    from factlint.codes import CODES, page
    from factlint.telling.page import plain

    if code not in CODES:
        raise CallError(messages.unknown_code(code, nearest_codes(code, list(CODES))))
    say(plain(page(code)))
    return OK


def _codes() -> int:
    from factlint.codes import AREAS, CODES
    from factlint.telling.sections import Line, render, section

    severities = {"E": "errors", "W": "warnings"}
    parts = [
        section(
            f"{severities[letter]} in {area}",
            *(Line(title, label=code) for code, title in CODES.items() if code.startswith(letter + digit)),
        )
        for digit, area in AREAS.items()
        for letter in severities
    ]
    say(render([it for it in parts if it.lines], color=in_color(sys.stdout)))
    return OK


def _rule(arguments: argparse.Namespace) -> int:
    from factlint.commands.judging import judge
    from factlint.telling.sections import render

    name = None if arguments.rule is not None else arguments.name.removeprefix("rule:")
    found = judge(arguments, rule=arguments.rule, rules_wanted=name != EVIDENCE)
    tell(found.diagnostics)
    say(render(_told(found, name), color=in_color(sys.stdout)))
    return WRONG if any(it.severity == "error" for it in found.diagnostics) else OK


def _told(found: Judging, name: str | None) -> Iterable[Section]:
    """The rule of this name; without one, the rule that was given as text, if it has no mistake."""
    from factlint.corpus.near import suggest
    from factlint.evaluate.evidence import judge_evidence
    from factlint.telling import evidence_rule, rule

    runs = list(zip(found.traces, found.results, strict=True))
    if name is None:
        chosen = runs[-1:]
    elif name.casefold() == EVIDENCE:
        return evidence_rule.told(judge_evidence(found.corpus.claims), found.corpus.claims)
    else:
        chosen = [run for run in runs if run[0].rule.name.casefold() == name.casefold()]
        if not chosen:
            known = [EVIDENCE, *(it.name for it in found.model.rules)]
            raise CallError(messages.unknown_rule(name, suggest(name, known), known))
    return [
        part
        for trace, result in chosen
        for part in rule.explained(trace, result, found.model.accepts, found.corpus.vocabulary)
    ]


def nearest_codes(code: str, known: Sequence[str]) -> list[str]:
    """Codes of the same letter and area, or else of the same letter, by the distance of their numbers."""
    number = int(code[1:])
    alike = [it for it in known if it[:2] == code[:2]] or [it for it in known if it[0] == code[0]]
    return sorted(sorted(alike, key=lambda it: (abs(int(it[1:]) - number), it))[:NEAREST])
