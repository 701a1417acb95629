"""YAML text to nodes that know where they stand.

Every scalar stays the text it is written as: `no`, `4.40`, `12:30` and `010` mean what the field says, not what YAML
guesses. The tree is built from PyYAML's C parser events in a loop, so that no depth of nesting can exhaust the stack,
and nothing is ever constructed but text, lists and mappings. Aliases are refused: they are how a few lines become
gigabytes, and claims have no use for them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

import yaml

from factlint.corpus import file_messages
from factlint.corpus.file_messages import Stage
from factlint.corpus.yaml_hints import syntax_error
from factlint.diagnostics import Diagnostic
from factlint.source import Source, Span

MAX_SCALAR = 100_000
MAX_DEPTH = 12
"""A claim nests five deep. What is longer or deeper is a mistake or an attack."""

_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_UNPRINTABLE = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f]")


@dataclass(frozen=True, slots=True)
class Scalar:
    """A text. `span` covers it as written, quotation marks included."""

    text: str
    span: Span

    def within(self, source: Source, start: int, end: int) -> Span:
        """Where the characters [start, end) of `text` stand; the whole where it is folded or holds escapes."""
        written = source.text[self.span.start : self.span.end]
        quotes = 1 if written[:1] in {'"', "'"} and written != self.text else 0
        if written[quotes : len(written) - quotes] != self.text or not 0 <= start < end <= len(self.text):
            return self.span
        return Span(self.span.start + quotes + start, self.span.start + quotes + end)


@dataclass(frozen=True, slots=True)
class Listing:
    items: tuple[Node, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class Mapping:
    """Keys in the order they are written; of a key written twice the first (the other is a diagnostic)."""

    entries: dict[str, tuple[Scalar, Node]]
    span: Span

    def get(self, key: str) -> Node | None:
        entry = self.entries.get(key)
        return None if entry is None else entry[1]

    def text(self, key: str) -> str | None:
        node = self.get(key)
        return node.text if isinstance(node, Scalar) else None


Node = Scalar | Listing | Mapping


def plain(node: Node) -> Any:
    """The node as text, lists and dicts, for pydantic to judge."""
    if isinstance(node, Scalar):
        return node.text
    if isinstance(node, Listing):
        return [plain(item) for item in node.items]
    return {key: plain(value) for key, (_, value) in node.entries.items()}


def read_yaml(source: Source, stage: Stage) -> tuple[Node | None, list[Diagnostic]]:
    """The one document of a YAML text, and everything wrong with it as YAML; None where no tree can be made of it.

    `stage` says whose mistakes these are: the claims' (codes E2..) or the vocabulary's (E4..). What is refused (an
    alias, a tag, a key written twice) is a diagnostic whose span lies in the part it spoils; the rest stands.
    """
    odd = _UNPRINTABLE.search(source.text)
    if odd:
        return None, [file_messages.unprintable(stage, source, Span(odd.start(), odd.end()))]
    builder = _Builder(source, stage)
    try:
        for event in yaml.parse(source.text, Loader=_LOADER):
            if not builder.take(event):
                return None, builder.problems
    except yaml.MarkedYAMLError as error:
        return None, [*builder.problems, syntax_error(source, stage, error)]
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        return None, [*builder.problems, file_messages.broken_yaml(stage, source, Span(0, 0), str(error), "")]
    return builder.root, builder.problems


@dataclass(slots=True)
class _Open:
    """A list or mapping being read. `key` waits for its value."""

    start: int
    mapping: bool
    items: list[Node] = field(default_factory=list)
    entries: dict[str, tuple[Scalar, Node]] = field(default_factory=dict)
    key: Scalar | None = None


class _Builder:
    def __init__(self, source: Source, stage: Stage) -> None:
        self.source = source
        self.stage: Stage = stage
        self.problems: list[Diagnostic] = []
        self.root: Node | None = None
        self._open: list[_Open] = []
        self._documents = 0

    def take(self, event: Any) -> bool:
        """Adds an event to the tree; False where reading on makes no sense."""
        if isinstance(event, yaml.ScalarEvent):
            span = _span(event)
            self._refuse(event, span)
            self._add(Scalar(self._checked(event.value, span), span))
        elif isinstance(event, yaml.MappingStartEvent | yaml.SequenceStartEvent):
            self._refuse(event, Span(_start(event), _start(event) + 1))
            if len(self._open) >= MAX_DEPTH:
                self.problems.append(file_messages.too_deep(self.stage, self.source, _span(event), MAX_DEPTH))
                return False
            if not self._is_key(_span(event)):
                return False
            self._open.append(_Open(_start(event), isinstance(event, yaml.MappingStartEvent)))
        elif isinstance(event, yaml.MappingEndEvent | yaml.SequenceEndEvent):
            self._close(_span(event).end)
        elif isinstance(event, yaml.AliasEvent):
            span = _span(event)
            self.problems.append(file_messages.alias(self.stage, self.source, span))
            self._add(Scalar(self.source.text[span.start : span.end], span))
        elif isinstance(event, yaml.DocumentStartEvent):
            self._documents += 1
            if self._documents > 1:
                self.problems.append(file_messages.second_document(self.stage, self.source, _span(event)))
                return False
        return True

    def _is_key(self, span: Span) -> bool:
        if self._open and self._open[-1].mapping and self._open[-1].key is None:
            self.problems.append(file_messages.key_is_no_text(self.stage, self.source, span))
            return False
        return True

    def _refuse(self, event: Any, span: Span) -> None:
        if event.anchor is not None:
            self.problems.append(file_messages.anchor(self.stage, self.source, span, event.anchor))
        if event.tag not in {None, "!", "tag:yaml.org,2002:str"}:
            written = re.match(r"!\S*", self.source.text[span.start :])
            tag = written.group() if written else str(event.tag)
            self.problems.append(file_messages.tag(self.stage, self.source, span, tag))

    def _checked(self, text: str, span: Span) -> str:
        if len(text) > MAX_SCALAR:
            self.problems.append(file_messages.too_long(self.stage, self.source, span, len(text), MAX_SCALAR))
            return text[:100]
        control = CONTROL.search(text)
        if control:
            self.problems.append(file_messages.control_character(self.stage, self.source, span, control.group()))
        return text

    def _add(self, node: Node) -> None:
        if not self._open:
            self.root = node
            return
        top = self._open[-1]
        if not top.mapping:
            top.items.append(node)
        elif top.key is None:
            assert isinstance(node, Scalar)
            top.key = node
        else:
            first = top.entries.get(top.key.text)
            if first is None:
                top.entries[top.key.text] = (top.key, node)
            else:
                self.problems.append(file_messages.duplicate_key(self.stage, self.source, top.key, first[0]))
            top.key = None

    def _close(self, end: int) -> None:
        top = self._open.pop()
        span = Span(top.start, _trimmed(self.source.text, top.start, end))
        self._add(Mapping(top.entries, span) if top.mapping else Listing(tuple(top.items), span))


def _start(event: Any) -> int:
    return int(event.start_mark.index)


def _span(event: Any) -> Span:
    return Span(event.start_mark.index, event.end_mark.index)


def _trimmed(text: str, start: int, end: int) -> int:
    """A block ends where the next thing begins; white space in between belongs to neither."""
    while end > start and text[end - 1].isspace():
        end -= 1
    return end
