"""Rule text in its scopes, as the parser itself reads it: what the site colours, and what the TextMate grammar is held to."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from lark import Token, Tree, UnexpectedInput

from factlint.language.lines import Chunk, chunks
from factlint.language.parse import grammar
from scripts.textmate.scopes import ASSERTION, COMMENT, scopes
from scripts.textmate.terminals import assertions, reserved, terminals


@dataclass(frozen=True, slots=True, order=True)
class Piece:
    """A stretch of the text from `start` to `end` that has a scope."""

    start: int
    end: int
    scope: str


def pieces(text: str) -> list[Piece]:
    """Every word, sign and comment of a rule file, in order; of a statement that cannot be read, what stands before the
    place where reading ended.
    """
    found, comments = chunks(text)
    read = [piece for chunk in found for piece in _statement(chunk)]
    return sorted([*read, *(Piece(it.start, it.end, COMMENT) for it in comments)])


def _statement(chunk: Chunk) -> Iterator[Piece]:
    parser = grammar(keep_all_tokens=True).parse_interactive(chunk.text)
    tokens: list[Token] = []
    try:
        for token in parser.iter_parse():
            tokens.append(token)  # noqa: PERF402 - those before a mistake are kept
        tree = parser.feed_eof(tokens[-1])  # type: ignore[no-untyped-call]
    except UnexpectedInput:
        yield from (_piece(it, scopes()[terminals()[it.type].key], chunk) for it in tokens)
    else:
        yield from (_piece(it, scope, chunk) for it, scope in _in_tree(tree))


def _in_tree(tree: Tree[Token]) -> Iterator[tuple[Token, str]]:
    """Each token with its scope, which depends on the production that holds it."""
    together: set[int] = set()
    if tree.data in assertions():
        for worded, run in groupby(tree.children, _may_run):
            words = [it for it in run if isinstance(it, Token)] if worded else []
            if any(terminals()[it.type].key not in reserved() for it in words):
                together |= {id(it) for it in words if it.type != "NUMBER"}
    for child in tree.children:
        if isinstance(child, Tree):
            yield from _in_tree(child)
        elif id(child) in together:
            yield child, ASSERTION
        else:
            is_unit = tree.data == "quantity" and child.type == "NAME"
            yield child, scopes()["UNIT" if is_unit else terminals()[child.type].key]


def _may_run(child: Token | Tree[Token]) -> bool:
    return isinstance(child, Token) and (terminals()[child.type].is_word or child.type == "NUMBER")


def _piece(token: Token, scope: str, chunk: Chunk) -> Piece:
    start = chunk.span.start + (token.start_pos or 0)
    return Piece(start, start + len(token), scope)
