"""One file of the corpus: YAML in, validated records out, with the nodes they came from."""

from __future__ import annotations

from dataclasses import dataclass

from factlint.corpus import file_messages
from factlint.corpus.claim import Defined
from factlint.corpus.near import suggest
from factlint.corpus.records import ClaimRecord, DocumentRecord
from factlint.corpus.shape import KEYS, salvage, shape, validate
from factlint.corpus.yaml_nodes import Listing, Mapping, Node, Scalar, plain, read_yaml
from factlint.diagnostics import Diagnostic, Label
from factlint.source import Source, Span

_KEYS = ("document", "claims")


@dataclass(frozen=True, slots=True)
class Draft:
    """What a document and a claim have in common: a place in a file.

    One that is not `sound` lacks the keys whose mistakes are already told: its others are checked, and it is left out.
    """

    node: Mapping
    source: Source
    sound: bool

    @property
    def defined(self) -> Defined:
        return Defined(self.source.name, self.source.position(self.node.span.start).line)

    def at(self, *path: str | int) -> Label:
        """The value at a path of keys and item numbers; the key it lies under, where it is not to be seen."""
        node: Node = self.node
        span = self._head()
        for step in path:
            if isinstance(node, Mapping) and isinstance(step, str) and step in node.entries:
                key, node = node.entries[step]
                span = node.span if node.span.end > node.span.start else key.span
            elif isinstance(node, Listing) and isinstance(step, int) and step < len(node.items):
                node = node.items[step]
                span = node.span
        return Label(self.source, span)

    def at_words(self, words: str, *path: str | int) -> Label:
        """The first place of some words in the text at a path."""
        label, node = self.at(*path), self._node(*path)
        if not isinstance(node, Scalar) or words not in node.text:
            return label
        start = node.text.index(words)
        return Label(self.source, node.within(self.source, start, start + len(words)))

    def _node(self, *path: str | int) -> Node:
        node: Node = self.node
        for step in path:
            if isinstance(node, Mapping) and isinstance(step, str) and step in node.entries:
                node = node.entries[step][1]
            elif isinstance(node, Listing) and isinstance(step, int) and step < len(node.items):
                node = node.items[step]
        return node

    def at_key(self, *path: str) -> Label:
        """The last key of a path."""
        node: Node | None = self.node
        span = self._head()
        for step in path:
            if isinstance(node, Mapping) and step in node.entries:
                key, node = node.entries[step]
                span = key.span
        return Label(self.source, span)

    def _head(self) -> Span:
        keys = next(iter(self.node.entries.values()), None)
        return self.node.span if keys is None else Span(keys[0].span.start, max(keys[1].span.end, keys[0].span.end))


@dataclass(frozen=True, slots=True)
class DraftClaim(Draft):
    record: ClaimRecord


@dataclass(frozen=True, slots=True)
class DraftDocument(Draft):
    record: DocumentRecord


@dataclass(frozen=True, slots=True)
class DraftFile:
    """A file as far as it can be read; `rejected` counts the claims that cannot."""

    document: DraftDocument | None
    claims: tuple[DraftClaim, ...]
    problems: tuple[Diagnostic, ...]
    rejected: int = 0


def read_file(source: Source) -> DraftFile:
    """The document and the claims of one file, and all that is wrong with their shape."""
    root, found = read_yaml(source, "E2")
    problems = list(found)
    if not isinstance(root, Mapping):
        if root is None and not problems:
            problems.append(file_messages.empty_file(source))
        elif root is not None:
            problems.append(
                file_messages.wrong_shape("E2", source, root.span, "this file", shape(root), KEYS, "document: {id: …}")
            )
        return DraftFile(None, (), tuple(problems))
    faulty = [problem.primary.span for problem in problems if problem.primary is not None]
    problems += _top_level(root, source)
    document, wrong = _document(root, source, faulty)
    problems += wrong
    claims, wrong, rejected = _claims(root.get("claims"), source, faulty)
    return DraftFile(document, tuple(claims), (*problems, *wrong), rejected)


def _top_level(root: Mapping, source: Source) -> list[Diagnostic]:
    unknown = [key for name, (key, _) in root.entries.items() if name not in _KEYS]
    sections = {key.text for key in unknown} & {"properties", "entities", "places", "outlets", "speakers"}
    if "document" not in root.entries and sections:
        return [file_messages.misnamed_vocabulary(source, unknown[0].span)]
    meant = [suggest(key.text, _KEYS) for key in unknown]
    problems = [
        file_messages.unknown_key("E2", source, key.span, key.text, "a file", nearest, _KEYS)
        for key, nearest in zip(unknown, meant, strict=True)
    ]
    if "document" not in root.entries and "document" not in meant:
        first = next(iter(root.entries.values()), None)
        problems.append(file_messages.missing_document(source, root.span if first is None else first[0].span))
    return problems


def _document(root: Mapping, source: Source, faulty: list[Span]) -> tuple[DraftDocument | None, list[Diagnostic]]:
    node = root.get("document")
    if node is None:
        return None, []
    if not isinstance(node, Mapping):
        if isinstance(node, Scalar) and not node.text:
            return None, [file_messages.no_value("E2", source, root.entries["document"][0].span, "document")]
        return None, [
            file_messages.wrong_shape(
                "E2", source, node.span, "`document`", shape(node), KEYS, "document: {id: …, outlet: …}"
            )
        ]
    data = plain(node)
    record, problems = validate(DocumentRecord, node, data, source, "E2")
    sound = record is not None and not _spoilt(node.span, faulty)
    record = record or salvage(DocumentRecord, data)
    return None if record is None else DraftDocument(node, source, sound, record), problems


def _claims(node: Node | None, source: Source, faulty: list[Span]) -> tuple[list[DraftClaim], list[Diagnostic], int]:
    if node is None or (isinstance(node, Scalar) and not node.text):
        return [], [], 0
    if not isinstance(node, Listing):
        problem = file_messages.wrong_shape("E2", source, node.span, "`claims`", shape(node), "a list", "- subject: …")
        return [], [problem], 1
    claims: list[DraftClaim] = []
    problems: list[Diagnostic] = []
    for item in node.items:
        if not isinstance(item, Mapping):
            problems.append(
                file_messages.wrong_shape("E2", source, item.span, "this claim", shape(item), KEYS, "- subject: …")
            )
            continue
        data = plain(item)
        record, wrong = validate(ClaimRecord, item, data, source, "E2")
        problems += wrong
        sound = record is not None and not _spoilt(item.span, faulty)
        record = record or salvage(ClaimRecord, data)
        if record is not None:
            claims.append(DraftClaim(item, source, sound, record))
    return claims, problems, len(node.items) - len(claims)


def _spoilt(span: Span, faulty: list[Span]) -> bool:
    """Whether something in the span was refused as YAML."""
    return any(span.start <= fault.start < span.end for fault in faulty)
