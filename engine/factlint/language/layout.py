"""The one way to lay out a rule file. What it says stays as it is, to the letter of its texts; so do its comments.

Statements start at the margin, a statement of several lines stands between blank lines, and lines that continue one are
indented. Only white space changes, so that a file laid out means what it meant before.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from lark import Token

from factlint.diagnostics import Diagnostic
from factlint.language.breaks import parts_of
from factlint.language.lines import Chunk, chunks
from factlint.language.parse import grammar, parse_rules
from factlint.language.typeset import INDENT, Part, Piece, Remark, typeset
from factlint.language.wording import fold_space
from factlint.source import Source, Span

_BLANK_LINE = re.compile(r"\n[^\S\n]*\n")
_KEPT = frozenset({"STRING", "REGEX"})
"""Tokens whose white space belongs to what they say."""

_TIGHT_BEFORE = frozenset({"COMMA", "COLON", "RPAR"})
_TIGHT_AFTER = frozenset({"LPAR"})


def lay_out(source: Source) -> tuple[str | None, list[Diagnostic]]:
    r"""The text laid out, lines ending in `\n`; None where it holds a mistake, all of which are told.

    Laying it out again changes nothing, and the statements of the result equal those of the text.
    """
    text = source.text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    _, problems = parse_rules(Source(source.name, text))
    if problems:
        return None, problems
    found, comments = chunks(text)
    blocks = _blocks(text, found, comments)
    lines: list[str] = []
    for index, block in enumerate(blocks):
        if index and (_apart(text, blocks[index - 1], block) or _set_off(text, blocks, index)):
            lines.append("")
        lines += block.lines
    return "".join(f"{line}\n" for line in lines), []


@dataclass(frozen=True, slots=True)
class _Block:
    """A statement, or a comment between statements, as it will stand. `hangs`: it belongs to the statement before it."""

    span: Span
    lines: list[str]
    statement: bool = True
    hangs: bool = False


def _blocks(text: str, found: Sequence[Chunk], comments: Sequence[Span]) -> list[_Block]:
    waiting = deque(comments)
    blocks: list[_Block] = []
    for chunk in found:
        line_ends = text.find("\n", chunk.span.end)
        blocks += _between(text, _before(waiting, chunk.span.start), after=bool(blocks))
        inside = _before(waiting, line_ends if line_ends >= 0 else len(text))
        end = max([chunk.span.end, *(it.end for it in inside)])
        blocks.append(_Block(Span(chunk.span.start, end), typeset(_parts(text, chunk, inside))))
    return blocks + _between(text, waiting, after=bool(blocks))


def _before(waiting: deque[Span], limit: int) -> list[Span]:
    """The comments that start before a place, taken off those that wait."""
    found = []
    while waiting and waiting[0].start < limit:
        found.append(waiting.popleft())
    return found


def _between(text: str, comments: Iterable[Span], *, after: bool) -> list[_Block]:
    """Comments between statements. An indented one that follows a statement stays with it."""
    blocks = []
    hangs = after
    for comment in comments:
        indented = comment.start > 0 and text[comment.start - 1] != "\n"
        hangs = hangs and indented
        shown = text[comment.start : comment.end].rstrip()
        line = INDENT + shown if indented and after else shown
        blocks.append(_Block(comment, [line], statement=False, hangs=hangs))
    return blocks


def _apart(text: str, one: _Block, other: _Block) -> bool:
    """Whether the author left a blank line between them."""
    return _BLANK_LINE.search(text, one.span.end, other.span.start) is not None


def _set_off(text: str, blocks: Sequence[_Block], index: int) -> bool:
    """Whether a blank line is missing here, between two statements of which one takes several lines."""
    if blocks[index].hangs:
        return False
    first = index - 1
    while first and not blocks[first].statement:
        if not blocks[first].hangs:
            return False  # what stands between the statements came before this place
        first -= 1
    last = next((at for at in range(index, len(blocks)) if blocks[at].statement), None)
    if last is None or not blocks[first].statement:
        return False
    if len(blocks[first].lines) == 1 == len(blocks[last].lines):
        return False
    return not any(_apart(text, blocks[at], blocks[at + 1]) for at in range(first, last))


# --- One statement ---------------------------------------------------------------------------------------------------


def _parts(text: str, chunk: Chunk, comments: Iterable[Span]) -> list[Part]:
    """A statement's tokens as pieces, with the comments beside them, and where its lines may be broken."""
    tree = grammar(keep_all_tokens=True).parse(chunk.text)
    pieces: dict[int, list[Part]] = {}
    waiting = deque(comments)
    last: list[Part] = []
    before: Token | None = None
    end = chunk.span.start
    for token in tree.scan_values(lambda value: isinstance(value, Token)):
        here: list[Part] = []
        for start, stop in _stretches(token, text, chunk.span.start, waiting):
            for comment in _before(waiting, start):
                alone = "\n" in text[end : comment.start]
                (here if alone else last).append(_remark(text, comment, alone=alone))
                end = comment.end
            written = text[start:stop]
            shown = written if token.type in _KEPT else fold_space(written)
            here.append(Piece(shown, tight=not here and before is not None and _touch(before, token)))
            last, end = here, stop
        pieces[_at(token)] = here
        before = token
    last += [_remark(text, comment, alone=False) for comment in waiting]
    return parts_of(tree, lambda token: pieces[_at(token)])


def _at(token: Token) -> int:
    assert token.start_pos is not None
    return token.start_pos


def _remark(text: str, comment: Span, *, alone: bool) -> Remark:
    return Remark(text[comment.start : comment.end].rstrip(), alone)


def _stretches(token: Token, text: str, offset: int, comments: Iterable[Span]) -> list[tuple[int, int]]:
    """Where a token stands in the file: in several stretches, where comments stand between the words of a name."""
    assert token.end_pos is not None
    at, end = offset + _at(token), offset + token.end_pos
    edges = [at]
    for comment in comments:
        if comment.start >= end:
            break
        if comment.start > at:
            edges += [comment.start, comment.end]
    edges.append(end)
    return [
        _trimmed(text, start, stop)
        for start, stop in zip(edges[::2], edges[1::2], strict=True)
        if text[start:stop].strip()
    ]


def _trimmed(text: str, start: int, stop: int) -> tuple[int, int]:
    written = text[start:stop]
    return stop - len(written.lstrip()), start + len(written.rstrip())


def _touch(one: Token, other: Token) -> bool:
    """Whether no space stands between them: beside signs, and in a quantity where its author wrote none."""
    if one.type in _TIGHT_AFTER or other.type in _TIGHT_BEFORE:
        return True
    return one.type == "NUMBER" and other.type in {"UNIT", "NAME"} and one.end_pos == other.start_pos
