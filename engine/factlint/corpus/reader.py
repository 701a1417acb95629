"""A corpus read from its folder: documents, claims, vocabulary and held texts, and everything wrong with them."""

from __future__ import annotations

import gc
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from factlint import files
from factlint.corpus import file_messages, messages
from factlint.corpus.build import Head, build_claim, claim_id, read_head
from factlint.corpus.claim import Claim, Document
from factlint.corpus.corpus import Corpus
from factlint.corpus.drafts import DraftClaim, DraftFile, read_file
from factlint.corpus.folder import Listed, list_files, read_text, shown
from factlint.corpus.infer import properties
from factlint.corpus.lexicon import fold
from factlint.corpus.names import NameCheck
from factlint.corpus.texts import Held, find_text
from factlint.corpus.verify import verified
from factlint.corpus.vocabulary import NameList, Vocabulary
from factlint.corpus.vocabulary_reader import read_vocabulary
from factlint.diagnostics import Diagnostic, Label
from factlint.progress import progress
from factlint.quantities.units import Units
from factlint.source import Source

if TYPE_CHECKING:
    from factlint.corpus.flat.rows import Flat

__all__ = ["Corpus", "read_corpus"]


@dataclass(slots=True)
class Reading:
    """A corpus while it is read. `heads` are the sound documents by folded id."""

    vocabulary: Vocabulary
    problems: list[Diagnostic]
    heads: dict[str, Head] = field(default_factory=dict)
    ids: dict[str, Label] = field(default_factory=dict)
    texts: dict[str, Source] = field(default_factory=dict)
    missing: list[str] = field(default_factory=list)
    drafts: list[tuple[str, DraftClaim, Head]] = field(default_factory=list)
    rejected_claims: int = 0
    rejected_documents: int = 0


@contextmanager
def collector_paused() -> Iterator[None]:
    """Reading builds many small objects and no garbage in circles: looking for some took two fifths of the time."""
    running = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if running:
            gc.enable()


@collector_paused()
def read_corpus(path: Path, *, root: Path, vocabulary: Path | None = None, sources: Sequence[Path] = ()) -> Corpus:
    """The corpus at `path`: a folder of claim files, one such file, or a flat one. Never raises; what is wrong is a
    diagnostic.

    Args:
        path: the folder of claim files, a claim file, or a `.jsonl` or `.csv` file of claims.
        root: what the names of files in diagnostics are relative to.
        vocabulary: the vocabulary; default: the `vocabulary.yaml` in the folder, if there is one.
        sources: where held texts are looked for first; then beside each claim file, then in `sources` of the folder.
    """
    listed = list_files(path, root)
    reading = begun(listed, root, vocabulary)
    check = NameCheck(reading.vocabulary)
    for flat in _flat(listed, path, root):
        take_flat(reading, flat, check, [*sources, listed.folder, listed.folder / "sources"])
    with progress("reading files", len(listed.files)) as bar:
        for number, file in enumerate(listed.files):
            bar.at(number)
            source, wrong = read_text(file, shown(file, root), "E2")
            reading.problems += wrong
            if source is None:
                reading.rejected_documents += 1
                continue
            _take(reading, read_file(source), check, _folders(file, listed, sources))
    return finished(reading, check)


def begun(listed: Listed, root: Path, vocabulary: Path | None) -> Reading:
    """Nothing but the vocabulary is read: that which is given, else that of the folder."""
    known, problems = _vocabulary(vocabulary or listed.vocabulary, root)
    return Reading(known, [*listed.problems, *problems])


def _vocabulary(path: Path | None, root: Path) -> tuple[Vocabulary, list[Diagnostic]]:
    if path is None:
        return Vocabulary(units=Units(), given=False, lists_properties=False), []
    name = shown(path, root)
    if not files.exists(path):
        return Vocabulary(units=Units(), given=False, lists_properties=False), [file_messages.no_vocabulary(name)]
    source, problems = read_text(path, name, "E4")
    if source is None:
        return Vocabulary(units=Units(), given=False, lists_properties=False), problems
    return read_vocabulary(source)


def _flat(listed: Listed, path: Path, root: Path) -> Iterator[Flat]:
    if listed.flat:
        from factlint.corpus.flat.read import read_flat

        yield from (read_flat(file, shown(file, root)) for file in listed.flat)
    if listed.reviews:
        from factlint.corpus.flat.claim_review import read_claim_reviews

        yield read_claim_reviews(path, root)


def take_flat(reading: Reading, flat: Flat, check: NameCheck, folders: Sequence[Path]) -> None:
    """Adds what a flat file says."""
    reading.problems += flat.problems
    reading.rejected_claims += flat.rejected_claims
    reading.rejected_documents += flat.rejected_documents
    for draft in flat.files:
        _take(reading, draft, check, folders)


def _folders(file: Path, listed: Listed, sources: Sequence[Path]) -> list[Path]:
    return [*sources, file.parent, listed.folder / "sources"]


def _take(reading: Reading, file: DraftFile, check: NameCheck, folders: Sequence[Path]) -> None:
    """Adds a file: its document, if its head is sound, and then its claims."""
    reading.problems += file.problems
    reading.rejected_claims += file.rejected
    draft = file.document
    if draft is None:
        reading.rejected_documents += 1
        return
    head, wrong = read_head(draft, reading.vocabulary, check)
    id_ = draft.record.id
    first = reading.ids.setdefault(fold(id_), draft.at("id"))
    if first != draft.at("id"):
        wrong.append(messages.duplicate_document(draft.at("id"), first, id_))
        reading.problems += wrong
        reading.rejected_documents += 1
        return
    held = Held() if head.document.text is None else find_text(head.document.text, folders, draft.at("text"))
    wrong += [held.problem] if held.problem is not None else []
    head = replace(head, sound=head.sound and not held.refused)
    reading.problems += wrong
    reading.drafts += [(claim_id(id_, claim), claim, head) for claim in file.claims]
    if not head.sound:
        reading.rejected_documents += 1
        return
    reading.heads[fold(id_)] = head
    if held.source is not None:
        reading.texts[id_] = held.source
    elif head.document.text is not None:
        reading.missing.append(head.document.text)


def finished(reading: Reading, check: NameCheck) -> Corpus:
    """The corpus, once everything is taken: what needs all claims (ids, properties, strangers) is done here."""
    ids: dict[str, tuple[str, Label]] = {}
    unique: list[tuple[str, DraftClaim, Head]] = []
    for id_, draft, head in reading.drafts:
        first = ids.get(fold(id_))
        if first is None:
            ids[fold(id_)] = (id_, draft.at("id"))
            unique.append((id_, draft, head))
        else:
            given = draft.record.id is not None
            reading.problems.append(messages.duplicate_claim(draft.at("id"), first[1], id_, given=given))
            reading.rejected_claims += 1
    unique.sort(key=lambda it: (it[0], fold(it[0])))
    sound = [(id_, draft) for id_, draft, head in unique if draft.sound and head.sound]
    vocabulary = properties(sound, reading.vocabulary)
    reading.problems += check.strangers()
    check = NameCheck(vocabulary)
    spelt = {key: id_ for key, (id_, _) in ids.items()}
    claims: list[Claim] = []
    with progress("understanding claims", len(unique)) as bar:
        for number, (id_, draft, head) in enumerate(unique):
            bar.at(number)
            claim, wrong = build_claim(id_, draft, head, vocabulary, check, spelt)
            reading.problems += wrong
            if claim is None:
                reading.rejected_claims += head.sound or not draft.sound or any(it.severity == "error" for it in wrong)
                continue
            text = reading.texts.get(head.document.id)
            claims.append(verified(claim, draft, vocabulary, text, head.anchor))
    reading.problems += check.strangers()
    documents = tuple(head.document for _, head in sorted(reading.heads.items()))
    return Corpus(
        documents=documents,
        claims=tuple(claims),
        vocabulary=vocabulary.with_stated(_stated(documents, claims)),
        texts=reading.texts,
        diagnostics=tuple(reading.problems),
        rejected_claims=reading.rejected_claims,
        rejected_documents=reading.rejected_documents,
        texts_missing=tuple(sorted(set(reading.missing))),
    )


def _stated(documents: Sequence[Document], claims: Sequence[Claim]) -> dict[NameList, list[str]]:
    """The names that the corpus uses, whether or not the vocabulary lists them."""
    names: dict[NameList, list[str]] = {
        "documents": [document.id for document in documents],
        "claims": [claim.id for claim in claims],
        "outlets": [document.outlet.text for document in documents if document.outlet is not None],
        "entities": [],
        "speakers": [],
        "qualifiers": [],
    }
    for claim in claims:
        names["entities"].append(claim.subject.text)
        names["qualifiers"] += [key for key, _ in claim.qualifiers]
        names["speakers"] += [claim.speaker.text] if claim.speaker is not None else []
    return names
