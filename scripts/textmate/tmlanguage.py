"""The TextMate grammar: the terminals of the rule grammar, put in the order in which an editor tries them.

An editor reads a line at a time and knows no parser. What tells a name from a keyword in the parser's place is told by
runs of terminals here (`terminals.runs`): `share` is a keyword in `not share a value` alone.
"""

from __future__ import annotations

import json
from typing import Any

from scripts.textmate.patterns import delimiter, oniguruma
from scripts.textmate.scopes import ASSERTION, COMMENT, ESCAPE, SCALE, SUFFIX, scopes
from scripts.textmate.terminals import Run, margin, openers, reserved, runs, scales, terminals

Rule = dict[str, Any]

NAME = "factlint"
_BEFORE = r"(?<![\w'’&-])"
"""What does not stand before a keyword: it would be part of another word."""

_ABOUT = "made by `python -m scripts.textmate` from grammar/rules.lark; do not edit"


def render() -> str:
    """The grammar as JSON, ending in a newline."""
    return json.dumps(grammar(), indent=2, ensure_ascii=True) + "\n"


def grammar() -> Rule:
    include = [{"include": f"#{name}"} for name in ("comment", "text", "must", "words")]
    return {
        "information_for_contributors": [_ABOUT],
        "name": NAME,
        "scopeName": f"source{SUFFIX}",
        "fileTypes": ["rules"],
        "patterns": include,
        "repository": {
            "comment": {"name": COMMENT + SUFFIX, "match": "#.*$"},
            "text": {"patterns": _texts()},
            "must": _must(),
            "assertions": {"patterns": [_run(it) for it in runs() if it.asserts]},
            "words": {"patterns": _words()},
        },
    }


def _must() -> Rule:
    """From `must` to the next clause or statement: there alone words are those of an assertion."""
    clauses = "|".join(_pattern(name) for name in openers("clause"))
    return {
        "begin": _BEFORE + _pattern("MUST"),
        "beginCaptures": {"0": {"name": _scope("MUST")}},
        "end": rf"^(?=[^\s#])|{_BEFORE}(?=(?:{clauses}))",
        "patterns": [{"include": f"#{name}"} for name in ("comment", "text", "assertions", "words")],
    }


def _words() -> list[Rule]:
    plain = [it for it in runs() if not it.asserts]
    words = [name for name, it in terminals().items() if it.is_word and it.key in reserved()]
    signs = [name for name, it in terminals().items() if not it.is_word and name not in _HANDLED]
    return [
        *(_run(it) for it in plain),
        _single("DATE"),
        _quantity(),
        _single("UNIT"),
        *({"name": _scope(name), "match": _BEFORE + _pattern(name)} for name in words),
        _single("NAME"),
        *(_single(name) for name in signs),
    ]


_HANDLED = frozenset({"DATE", "NUMBER", "UNIT", "NAME", "STRING", "IDENT", "REGEX"})
"""Terminals that have a place of their own; IDENT and REGEX stand in runs only."""


def _texts() -> list[Rule]:
    """What may run over several lines, which an editor reads from its mark to its mark."""
    found = []
    for name, it in terminals().items():
        if mark := delimiter(it.pattern):
            found.append(
                {
                    "name": _scope(name),
                    "begin": mark,
                    "end": mark,
                    "patterns": [{"name": ESCAPE + SUFFIX, "match": r"\\."}],
                }
            )
    return found


def _quantity() -> Rule:
    """A number and, where one follows, its unit: `10 million barrels/day`, `6 hours`."""
    unit = f"{_pattern('UNIT')}|{_pattern('NAME')}"
    scale = {"name": SCALE + SUFFIX, "match": rf"{_BEFORE}{oniguruma(scales())}"}
    return {
        "match": rf"({_pattern('NUMBER')})(?:\s+({unit})|({_pattern('UNIT')}))?",
        "captures": {
            "1": {"name": _scope("NUMBER")},
            "2": {"name": _scope("UNIT"), "patterns": [scale]},
            "3": {"name": _scope("UNIT")},
        },
    }


def _run(run: Run) -> Rule:
    """Terminals one after the other on a line; those of an assertion are one thing."""
    parts = [f"({_pattern(name)})" for name in run.names]
    opening = r"^\x{feff}?" if run.names[0] in margin() else _BEFORE if terminals()[run.names[0]].is_word else ""
    rule: Rule = {"match": opening + r"\s+".join(parts) + _unless(run)}
    captures = {str(at): _capture(name, run) for at, name in enumerate(run.names, 1)}
    rule["captures"] = {at: it for at, it in captures.items() if it}
    if run.asserts:
        rule = {"name": ASSERTION + SUFFIX, **rule}
    return {key: value for key, value in rule.items() if value}


def _unless(run: Run) -> str:
    """What must not follow: in `agree with the median of …`, the last words begin an expression."""
    others = [it.names for it in runs() if run.asserts and not it.asserts]
    following = {
        names[length]
        for names in others
        for length in range(1, len(names))
        if run.names[-length:] == names[:length] and len(run.names) > length
    }
    return "".join(rf"(?!\s+{_pattern(name)})" for name in sorted(following))


def _capture(name: str, run: Run) -> Rule:
    if run.asserts and terminals()[name].is_word:
        return {}
    escapes = {"patterns": [{"name": ESCAPE + SUFFIX, "match": r"\\."}]} if name == "REGEX" else {}
    return {"name": _scope(name), **escapes}


def _single(name: str) -> Rule:
    return {"name": _scope(name), "match": _pattern(name)}


def _pattern(name: str) -> str:
    return oniguruma(terminals()[name].pattern)


def _scope(name: str) -> str:
    return scopes()[terminals()[name].key] + SUFFIX
