"""The documents of a flat corpus: described once or many times, named by id everywhere else."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from factlint.corpus.drafts import DraftClaim, DraftDocument, DraftFile
from factlint.corpus.file_messages import Form
from factlint.corpus.flat import messages
from factlint.corpus.flat.claims import spoilt
from factlint.corpus.lexicon import fold
from factlint.corpus.near import suggest
from factlint.corpus.records import DocumentRecord
from factlint.corpus.shape import salvage, validate
from factlint.corpus.yaml_nodes import Mapping, Scalar, plain
from factlint.diagnostics import Diagnostic, Label
from factlint.source import Source, Span

NAMES = ("documents.jsonl", "documents.csv")
"""Files of documents, looked for beside the claims."""


@dataclass(slots=True)
class _Described:
    """A document as it is first described; later descriptions must say the same."""

    data: Any
    node: Mapping
    source: Source
    draft: DraftDocument | None
    claims: list[DraftClaim] = field(default_factory=list)


@dataclass(slots=True)
class _Named:
    """A document of which nothing but the id is known so far, where it is first named."""

    id: str
    at: Label
    key: Scalar
    claims: list[DraftClaim] = field(default_factory=list)


class Documents:
    """Collects documents and puts each claim to its own.

    `listed`: a file lists the documents, so an id that it does not hold is a mistake. Otherwise an id may be all that
    is known of a document.
    """

    def __init__(self, *, listed: bool) -> None:
        self.listed = listed
        self.problems: list[Diagnostic] = []
        self.rejected_claims = 0
        self._described: dict[str, _Described] = {}
        self._named: dict[str, _Named] = {}
        self._differing: set[tuple[str, str]] = set()

    def describe(
        self, node: Mapping, source: Source, wrong: tuple[Diagnostic, ...], form: Form, *, sound: bool = True
    ) -> _Described | None:
        """The document that a node describes; None where it says otherwise than before.

        `wrong` is what is told of the row: where it lies in the node, or the node is not `sound`, its claims are left out.
        """
        data = plain(node)
        id_ = node.text("id")
        key = fold(id_) if id_ else f"\n{data}"  # without an id it is the same only in the same words
        before = self._described.get(key)
        if before is None:
            record, problems = validate(DocumentRecord, node, data, source, "E2", form)
            self.problems += problems
            sound = sound and record is not None and not spoilt(node.span, wrong)
            record = record or salvage(DocumentRecord, data)
            draft = None if record is None else DraftDocument(node, source, sound, record)
            self._described[key] = before = _Described(data, node, source, draft)
        elif before.data != data:
            self._tell_difference(before, node, source, data, key)
            return None
        return before

    def add(self, claim: DraftClaim | None, described: _Described | None) -> None:
        """A claim of a described document; a claim that is None has been told, and counts."""
        if claim is None or described is None:
            self.rejected_claims += 1
        else:
            described.claims.append(claim)

    def add_by_id(self, claim: DraftClaim | None, id_: Scalar, source: Source) -> None:
        """A claim of the document of an id, which may be described later in the file."""
        if claim is None:
            self.rejected_claims += 1
        else:
            self.meet(id_, source).append(claim)

    def meet(self, id_: Scalar, source: Source) -> list[DraftClaim]:
        """A document by its id: the claims of it so far."""
        key = fold(id_.text)
        described = self._described.get(key)
        if described is not None:
            return described.claims
        return self._named.setdefault(key, _Named(id_.text, Label(source, id_.span), id_)).claims

    def agrees(self, data: dict[str, Any]) -> bool:
        """Whether a document is described as `data` does, and not otherwise."""
        described = self._described.get(fold(data.get("id", "")))
        return described is not None and described.data == data

    def files(self) -> Iterator[DraftFile]:
        """Each document with its claims."""
        for key, named in self._named.items():
            described = self._described.get(key)
            if described is not None:
                described.claims += named.claims
            elif self.listed:
                self.rejected_claims += len(named.claims)
                nearest = suggest(named.id, [it.draft.record.id for it in self._described.values() if it.draft])
                problem = messages.undescribed_document(named.at, named.id, len(named.claims), nearest)
                self.problems.append(problem)
            else:
                yield DraftFile(_of_id(named), tuple(named.claims), ())
        for described in self._described.values():
            yield DraftFile(described.draft, tuple(described.claims), ())

    def _tell_difference(self, before: _Described, node: Mapping, source: Source, data: Any, key: str) -> None:
        """Told once for each other description, however many claims repeat it."""
        if (key, str(data)) in self._differing:
            return
        self._differing.add((key, str(data)))
        word = next((it for it in [*data, *before.data] if data.get(it) != before.data.get(it)), "id")
        at, first = Label(source, _at(node, word)), Label(before.source, _at(before.node, word))
        self.problems.append(messages.two_descriptions(at, first, str(data["id"])))


def _at(node: Mapping, key: str) -> Span:
    """The value of a key; where there is none, the id."""
    _, value = node.entries.get(key) or node.entries["id"]
    return value.span


def _of_id(named: _Named) -> DraftDocument | None:
    data = {"id": named.id}
    record = salvage(DocumentRecord, data)
    node = Mapping({"id": (named.key, named.key)}, named.key.span)
    return None if record is None else DraftDocument(node, named.at.source, sound=True, record=record)
