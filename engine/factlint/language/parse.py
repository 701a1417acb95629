"""Text to syntax: a file's statements, each parsed on its own, and what was wrong with the others."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING, Any

from factlint.diagnostics import Diagnostic
from factlint.grammars import parser as make_parser
from factlint.language import messages
from factlint.language import nodes as n
from factlint.language.lines import Chunk, chunk_of, chunks
from factlint.language.shapes import Shapes, Steps, steps_of
from factlint.language.stumble import Stumble
from factlint.language.syntax import explain
from factlint.source import Source

if TYPE_CHECKING:
    from lark import Lark, Token, Tree

_DEEPEST = 200
"""Operators, brackets and `not`s in one statement; more are a generated text or an attack, and nobody could check them."""


def parse_rules(source: Source) -> tuple[n.RuleFile, list[Diagnostic]]:
    """The statements of a rule file that could be read, and a diagnostic for each that could not."""
    if source.text.startswith("\ufeff"):
        source = Source(source.name, source.text[1:])
    found, _ = chunks(source.text)
    return _file(source, found)


def parse_rule_text(text: str, name: str = "--rule") -> tuple[n.RuleFile, list[Diagnostic]]:
    """One rule given on the command line: a bare sentence, or `rule NAME: …`; either way it is named `rule`."""
    source = Source(name, text)
    chunk, _ = chunk_of(text)
    if chunk is None:
        return n.RuleFile(source, ()), [messages.no_rule(source)]
    file, problems = _file(source, [chunk])
    statements: list[n.Statement] = []
    for statement in file.statements:
        if isinstance(statement, n.Rule):
            called = n.Word("rule", span=statement.span)
            statements.append(
                n.Rule(called, statement.title, statement.sentence, statement.clauses, span=statement.span)
            )
        else:
            problems.append(messages.not_a_rule(source, statement.span))
    return n.RuleFile(source, tuple(statements), file.broken_rules), problems


def _file(source: Source, found: list[Chunk]) -> tuple[n.RuleFile, list[Diagnostic]]:
    from factlint.language.tree import ToNodes

    statements: list[n.Statement] = []
    problems: list[Diagnostic] = []
    broken: list[Chunk] = []
    for chunk in found:
        if chunk.indented:
            problems.append(messages.indented_statement(source, chunk.span))
            broken.append(chunk)
            continue
        parsed = _statement(chunk.text)
        if isinstance(parsed, Stumble):
            problems.append(explain(source, chunk, parsed))
            broken.append(chunk)
        elif parsed is None:
            problems.append(messages.too_deep(source, chunk.span, _DEEPEST))
            broken.append(chunk)
        else:
            statements.append(ToNodes(chunk.span.start).built(*parsed))
    file = n.RuleFile(
        source,
        tuple(statements),
        broken_rules=sum(_head(chunk) in {"", "rule"} for chunk in broken),
        broken_lets=frozenset(_named(chunk) for chunk in broken if _head(chunk) == "let"),
        broken_names=frozenset(_named(chunk) for chunk in broken if _head(chunk) == "rule"),
    )
    return file, problems


def _statement(text: str) -> tuple[Sequence[Token], Steps] | Stumble | None:
    """The words of one statement and how its tree is built, where it went wrong, or None where it is too deep to be read."""
    known = _shapes().read(text)
    return known if known is not None else _parsed(text)


def _parsed(text: str) -> tuple[Sequence[Token], Steps] | Stumble | None:
    from lark import UnexpectedCharacters, UnexpectedToken

    parser = grammar().parse_interactive(text)
    tokens: list[Token] = []
    states: list[int] = []
    nested = 0
    try:
        for token in parser.iter_parse():
            tokens.append(token)
            states.append(parser.parser_state.position)
            nested += token.type in {"PLUS", "MINUS", "TIMES", "DIVIDE", "LPAR", "NOT"}
            if nested > _DEEPEST:
                return None
        states.append(parser.parser_state.position)
        tree: Tree[Token] = parser.feed_eof(tokens[-1] if tokens else None)  # type: ignore[no-untyped-call]
    except UnexpectedToken as stop:
        at = len(text) if stop.token.type == "$END" else stop.token.start_pos or 0
    except UnexpectedCharacters as stop:
        at = stop.pos_in_stream
    else:
        steps = steps_of(tree, tokens)
        _shapes().keep(states, tokens, steps)
        return tokens, steps
    accepted = [token for token in tokens if token.end_pos is not None and token.end_pos <= at]
    return Stumble(at, tuple(accepted), frozenset(parser.accepts()))  # type: ignore[no-untyped-call]


_HEAD = re.compile(r"(rule|let|import|accept|language)\b\s*(\S*)")


def _head(chunk: Chunk) -> str:
    """Which statement a broken chunk was probably meant to be; "" is a bare sentence."""
    found = _HEAD.match(chunk.text)
    if found is None or (found[1] != "rule" and " must " in f" {chunk.text} "):
        return ""
    return found[1]


def _named(chunk: Chunk) -> str:
    if (let := re.match(r"let\s+\"?([^=\"]+?)\"?\s*=", chunk.text)) is not None:
        return " ".join(let[1].split()).casefold()
    found = _HEAD.match(chunk.text)
    return found[2].rstrip(":").casefold() if found else ""


@cache
def grammar(*, keep_all_tokens: bool = False) -> Lark:
    """The parser of the rule language; with all tokens its trees hold the keywords and signs too, as a layout needs."""
    return make_parser("rules", all_tokens=keep_all_tokens)


@cache
def _shapes() -> Shapes:
    lexer: Any = grammar().parser.lexer  # contextual, as every parser of ours
    return Shapes(lexer.lexers)
