"""Flat files read in a test: a corpus of some lines, and what is told of it."""

from __future__ import annotations

from pathlib import Path

from factlint.corpus.reader import Corpus, read_corpus


def corpus_of(folder: Path, name: str, data: bytes, vocabulary: str) -> Corpus:
    """The corpus of one flat file, with a vocabulary beside it."""
    (folder / name).write_bytes(data)
    (folder / "vocabulary.yaml").write_text(vocabulary, encoding="utf-8")
    return read_corpus(folder / name, root=folder)


def told(corpus: Corpus) -> list[tuple[str, str, int, int]]:
    """Code, message, line and column of each message."""
    return [(it.code, it.message, *it.where[1:]) for it in corpus.diagnostics]


def ids(corpus: Corpus) -> list[str]:
    return [claim.id for claim in corpus.claims]
