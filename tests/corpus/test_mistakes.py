"""A mistake a file, as people make them; beside each what they are told. Read the `.txt` files aloud.

`FACTLINT_UPDATE=1 pytest tests/corpus/test_mistakes.py` writes them anew, to be reviewed as a diff.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from factlint.corpus.messages import CODES
from factlint.corpus.reader import Corpus, read_corpus
from factlint.corpus.vocabulary_reader import read_vocabulary
from factlint.diagnostics import Diagnostic
from factlint.reporters.diagnostics import in_order, render
from factlint.source import Source

MISTAKES = Path(__file__).parent / "mistakes"
CLAIMS = sorted((MISTAKES / "claims").glob("*.yaml"))
VOCABULARIES = sorted((MISTAKES / "vocabulary").glob("*.yaml"))


def read(path: Path) -> Corpus:
    return read_corpus(path, root=path.parent, vocabulary=MISTAKES / "vocabulary.yaml")


def compare(path: Path, diagnostics: list[Diagnostic]) -> None:
    said = "\n".join(render(diagnostic) for diagnostic in in_order(diagnostics))
    expected = path.with_suffix(".txt")
    if os.environ.get("FACTLINT_UPDATE"):
        expected.write_text(said, encoding="utf-8")
    assert said == expected.read_text(encoding="utf-8")


@pytest.mark.parametrize("path", CLAIMS, ids=lambda path: path.stem)
def test_a_mistake_in_a_claim_file(path: Path) -> None:
    corpus = read(path)
    compare(path, list(corpus.diagnostics))
    left_out = corpus.rejected_claims + corpus.rejected_documents
    assert (left_out > 0) == any(diagnostic.severity == "error" for diagnostic in corpus.diagnostics)


@pytest.mark.parametrize("path", VOCABULARIES, ids=lambda path: path.stem)
def test_a_mistake_in_a_vocabulary(path: Path) -> None:
    _, diagnostics = read_vocabulary(Source(path.name, path.read_text(encoding="utf-8")))
    compare(path, diagnostics)
    assert all(diagnostic.code.startswith("E4") for diagnostic in diagnostics)


def every_diagnostic() -> list[Diagnostic]:
    found = [diagnostic for path in CLAIMS for diagnostic in read(path).diagnostics]
    for path in VOCABULARIES:
        found += read_vocabulary(Source(path.name, path.read_text(encoding="utf-8")))[1]
    return found


def test_every_message_is_one_clause_with_help() -> None:
    for diagnostic in every_diagnostic():
        assert diagnostic.help, diagnostic
        assert not diagnostic.message.endswith("."), diagnostic
        assert diagnostic.message[:1] == "`" or diagnostic.message[:1].islower(), diagnostic
        assert diagnostic.primary is not None, diagnostic


def test_every_code_has_a_title() -> None:
    assert {diagnostic.code for diagnostic in every_diagnostic()} <= set(CODES)


def test_what_is_sound_beside_a_mistake_is_kept() -> None:
    corpus = read(MISTAKES / "claims" / "two-claims-one-id.yaml")
    assert [claim.id for claim in corpus.claims] == ["loading"]
    assert (corpus.rejected_claims, corpus.rejected_documents) == (1, 0)


def test_a_mistake_in_the_head_leaves_out_the_document_alone() -> None:
    corpus = read(MISTAKES / "claims" / "published-in-words.yaml")
    assert (corpus.claims, corpus.documents) == ((), ())
    assert (corpus.rejected_claims, corpus.rejected_documents) == (0, 1)
