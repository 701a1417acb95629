"""A corpus as every later stage sees it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from factlint.corpus.claim import Claim, Document
from factlint.corpus.vocabulary import Vocabulary
from factlint.diagnostics import Diagnostic
from factlint.source import Source

LARGE = 1_000
"""Claims from which on groups are screened by columns before they are judged."""

VAST = 20_000
"""Claims from which on reports list the first findings of all, and count the others."""


@dataclass(frozen=True)
class Corpus:
    """What a corpus says, as far as it is sound.

    Claims are sorted by id, documents by id. `texts` are the held texts by document id, each named as its document
    writes it; `texts_missing` the names of those that are not held. `rejected_claims` counts the claims that were left
    out for a mistake of their own, `rejected_documents` the files whose head holds one, and with them their claims.
    """

    documents: Sequence[Document]
    claims: Sequence[Claim]
    vocabulary: Vocabulary
    texts: Mapping[str, Source] = field(default_factory=dict)
    diagnostics: tuple[Diagnostic, ...] = ()
    rejected_claims: int = 0
    rejected_documents: int = 0
    texts_missing: tuple[str, ...] = ()

    @property
    def is_table(self) -> bool:
        """It is large, and kept in columns (`table/`): its claims are made when somebody goes through them."""
        return False
