"""JSON text to the nodes that YAML makes: every number and truth is the text it is written as.

`40`, `4.40` and `true` stay themselves, and the field decides what they mean. `null` says that there is nothing: its
key counts as absent. What JSON does not have is told where it stands; nothing is guessed.
"""

from __future__ import annotations

import re
from json import JSONDecodeError, JSONDecoder
from sys import intern

from factlint.corpus import file_messages
from factlint.corpus.flat import messages
from factlint.corpus.yaml_nodes import CONTROL, MAX_DEPTH, MAX_SCALAR, Listing, Mapping, Node, Scalar
from factlint.diagnostics import Diagnostic
from factlint.source import Source, Span

_DECODER = JSONDecoder(strict=False)
_SPACE = re.compile(r"[ \t\r\n]*")
_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?(?=[\s,\]}]|$)")
_WORD = re.compile(r"[^\s,:\[\]{}\"]+")
_HALF = re.compile("[\ud800-\udfff]")
_WORDS = ("true", "false")
_MEMBER = re.compile(
    r"""
    "(?P<key>  [^"\\\x00-\x1f\x7f-\x9f\ud800-\udfff]*)" [ ]* : [ ]*
    (?: "(?P<text>[^"\\\x00-\x1f\x7f-\x9f\ud800-\udfff]*)"
      | (?P<bare> -?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)? | true | false ) )
    (?= [ ]*[,}] )
    """,
    re.VERBOSE,
)
"""A key and its value as nearly all are: nothing in them needs a second look."""
_CLOSING = {"{": "}", "[": "]"}


class _BrokenError(Exception):
    """No tree can be made of the text; the diagnostic says why."""

    def __init__(self, problem: Diagnostic) -> None:
        super().__init__(problem.message)
        self.problem = problem


def read_json(source: Source, *, depth: int = MAX_DEPTH) -> tuple[Node | None, list[Diagnostic]]:
    """The one value of a JSON text, and everything wrong with it as JSON; None where no tree can be made of it.

    Problems that leave a tree (a key written twice, a control character) have spans within the part that they spoil.
    """
    parser = _Parser(source, depth)
    try:
        return parser.whole(), parser.problems
    except _BrokenError as broken:
        return None, [*parser.problems, broken.problem]


class _Parser:
    def __init__(self, source: Source, depth: int) -> None:
        self.source = source
        self.text = source.text
        self.depth = depth
        self.at = 0
        self.problems: list[Diagnostic] = []

    def whole(self) -> Node | None:
        self._skip()
        node = self._value(0)
        self._skip()
        if self.at < len(self.text):
            raise _BrokenError(messages.after_the_end(self.source, Span(self.at, len(self.text.rstrip()))))
        return node

    def _skip(self) -> str:
        """Past white space; the character that comes then, empty at the end."""
        found = _SPACE.match(self.text, self.at)
        self.at = self.at if found is None else found.end()
        return self.text[self.at : self.at + 1]

    def _value(self, depth: int) -> Node | None:
        """The value that begins here; None for null."""
        char = self.text[self.at : self.at + 1]
        if char == '"':
            return self._string()
        if char in _CLOSING:
            if depth >= self.depth:
                span = Span(self.at, self.at + 1)
                raise _BrokenError(file_messages.too_deep("E2", self.source, span, self.depth))
            return self._mapping(depth) if char == "{" else self._listing(depth)
        start = self.at
        number = _NUMBER.match(self.text, start)
        word = number or _WORD.match(self.text, start)
        if word is None:
            raise _BrokenError(messages.no_json_value(self.source, Span(start, min(start + 1, len(self.text)))))
        self.at = word.end()
        span = Span(start, self.at)
        if number is None and word.group() not in _WORDS:
            if word.group() == "null":
                return None
            raise _BrokenError(messages.unknown_json_word(self.source, span))
        return Scalar(self._short(word.group(), span), span)

    def _string(self) -> Scalar:
        start = self.at
        try:
            text, self.at = _DECODER.raw_decode(self.text, start)
        except JSONDecodeError as error:
            if error.msg.startswith("Unterminated"):
                raise _BrokenError(messages.unclosed_string(self.source, Span(start, start + 1))) from None
            at = Span(error.pos, min(error.pos + 2, len(self.text)))
            raise _BrokenError(messages.bad_escape(self.source, at)) from None
        span = Span(start, self.at)
        text = self._short(text, span)
        control = CONTROL.search(text)
        if control:
            self.problems.append(file_messages.control_character("E2", self.source, span, control.group()))
        half = _HALF.search(text)
        if half:
            self.problems.append(messages.half_a_character(self.source, span, half.group()))
            text = _HALF.sub("\ufffd", text)
        return Scalar(text, span)

    def _short(self, text: str, span: Span) -> str:
        if len(text) <= MAX_SCALAR:
            return text
        self.problems.append(file_messages.too_long("E2", self.source, span, len(text), MAX_SCALAR))
        return text[:100]

    def _mapping(self, depth: int) -> Mapping:
        start = self.at
        entries: dict[str, tuple[Scalar, Node]] = {}
        seen: dict[str, Scalar] = {}
        self.at += 1
        char = self._skip()
        while char != "}":
            member = _MEMBER.match(self.text, self.at)
            if member is not None and member.end() - member.start() <= MAX_SCALAR:
                self._plain_member(member, entries, seen)
                char = self._next(start)
                continue
            if char != '"':
                raise _BrokenError(self._no_key(start, char))
            key = self._string()
            if self._skip() != ":":
                raise _BrokenError(messages.no_colon(self.source, Span(key.span.start, key.span.end), key.text))
            self.at += 1
            self._expect_value(start)
            node = self._value(depth + 1)
            first = seen.setdefault(key.text, key)
            if first is not key:
                self.problems.append(file_messages.duplicate_key("E2", self.source, key, first))
            elif node is not None:
                entries[key.text] = (key, node)
            char = self._next(start)
        self.at += 1
        return Mapping(entries, Span(start, self.at))

    def _plain_member(
        self, member: re.Match[str], entries: dict[str, tuple[Scalar, Node]], seen: dict[str, Scalar]
    ) -> None:
        start, end = member.span("key")
        key = Scalar(intern(member["key"]), Span(start - 1, end + 1))
        self.at = member.end()
        first = seen.setdefault(key.text, key)
        if first is not key:
            self.problems.append(file_messages.duplicate_key("E2", self.source, key, first))
        elif member["bare"] is not None:
            entries[key.text] = (key, Scalar(member["bare"], Span(*member.span("bare"))))
        else:
            start, end = member.span("text")
            entries[key.text] = (key, Scalar(member["text"], Span(start - 1, end + 1)))

    def _listing(self, depth: int) -> Listing:
        start = self.at
        items: list[Node] = []
        self.at += 1
        char = self._skip()
        while char != "]":
            self._expect_value(start)
            at = self.at
            node = self._value(depth + 1)
            items.append(Scalar("", Span(at, self.at)) if node is None else node)
            char = self._next(start)
        self.at += 1
        return Listing(tuple(items), Span(start, self.at))

    def _expect_value(self, start: int) -> None:
        if not self._skip():
            raise _BrokenError(self._unclosed(start))

    def _next(self, start: int) -> str:
        """Past the comma behind an item: the bracket that closes, or what the next item begins with."""
        char = self._skip()
        closing = _CLOSING[self.text[start]]
        if char == closing:
            return char
        if not char:
            raise _BrokenError(self._unclosed(start))
        if char != ",":
            raise _BrokenError(messages.no_comma(self.source, Span(self.at, self.at + 1), closing))
        comma = self.at
        self.at += 1
        char = self._skip()
        if char == closing:
            raise _BrokenError(messages.trailing_comma(self.source, Span(comma, comma + 1), closing))
        return char

    def _no_key(self, start: int, char: str) -> Diagnostic:
        if not char:
            return self._unclosed(start)
        word = _WORD.match(self.text, self.at)
        span = Span(self.at, self.at + 1 if word is None else word.end())
        return messages.key_without_marks(self.source, span)

    def _unclosed(self, start: int) -> Diagnostic:
        opening = self.text[start]
        return messages.unclosed_bracket(self.source, Span(start, start + 1), opening, _CLOSING[opening])
