"""Statements of one shape — the same kinds of words in the same order — are parsed once.

What the parser does hangs on the kinds of the words alone, and so does what it takes for a word next. A statement whose
words are of kinds that were seen in this order before is only cut into words; its tree is built as it was then.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lark import Token, Tree
    from lark.lexer import BasicLexer

_LONGEST = 200
"""Words of a statement whose shape is worth keeping: longer ones are lists, of which hardly two are of one length."""

_MOST = 20_000
"""Places in all shapes that are kept; a generated file of ever new shapes is parsed, statement by statement."""


@dataclass(frozen=True, slots=True)
class Built:
    """A production made of the last `size` parts, which stands from one word to another."""

    production: str
    size: int
    first: int
    last: int


Steps = Sequence[int | Built]
"""How a tree is built: the words (by number) and productions in turn, each production after its parts."""


@dataclass(slots=True)
class _Place:
    """What was seen up to some word: how the next word is cut, where each kind leads to, and how it is built if it ends."""

    lexer: BasicLexer
    next: dict[str, _Place] = field(default_factory=dict)
    steps: Steps | None = None


class Shapes:
    """`lexers`: how words are cut, by the state of the parser."""

    def __init__(self, lexers: Mapping[int, BasicLexer]) -> None:
        self._lexers = lexers
        self._start: _Place | None = None
        self._kept = 0

    def read(self, text: str) -> tuple[list[Token], Steps] | None:
        """The words of a statement, and how its tree is built; None for one of a shape that was not seen."""
        from lark import Token
        from lark.utils import TextSlice

        if self._start is None:
            return None
        place, at, end = self._start, 0, len(text)
        whole = TextSlice(text, 0, end)
        tokens: list[Token] = []
        while at < end:
            if text[at] == " ":  # with which no word begins
                at += 1
                continue
            lexer = place.lexer
            found = lexer.match(whole, at)  # type: ignore[no-untyped-call]
            if found is None:
                return None
            value, kind = found
            stop = at + len(value)
            if kind not in lexer.ignore_types:
                token = Token(kind, value, at, end_pos=stop)
                token = lexer.callback[kind](token) if kind in lexer.callback else token
                tokens.append(token)
                if token.type not in place.next:
                    return None
                place = place.next[token.type]
            at = stop
        return None if place.steps is None else (tokens, place.steps)

    def keep(self, states: Sequence[int], tokens: Sequence[Token], steps: Steps) -> None:
        """Note a shape: `states` are those of the parser before each word, and at the end."""
        if len(tokens) > _LONGEST or self._kept + len(states) > _MOST:
            return
        if self._start is None:
            self._start = _Place(self._lexers[states[0]])
        place = self._start
        for token, state in zip(tokens, states[1:], strict=True):
            if token.type not in place.next:
                place.next[token.type] = _Place(self._lexers[state])
                self._kept += 1
            place = place.next[token.type]
        place.steps = steps


def steps_of(tree: Tree[Token], tokens: Sequence[Token]) -> Steps:
    """How a tree was built; without recursion, so that none is too deep."""
    from lark import Tree

    starts = {token.start_pos: number for number, token in enumerate(tokens)}
    ends = {token.end_pos: number for number, token in enumerate(tokens)}
    steps: list[int | Built] = []
    waiting: list[Tree[Token] | Token] = [tree]
    while waiting:
        part = waiting.pop()
        if isinstance(part, Tree):
            first, last = starts[part.meta.start_pos], ends[part.meta.end_pos]
            steps.append(Built(str(part.data), len(part.children), first, last))
            waiting += part.children
        else:
            steps.append(starts[part.start_pos])
    steps.reverse()
    return steps
