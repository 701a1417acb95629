"""The parts of claims but for their values: what each wording resolves to, and the rows that need a second look."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, get_args

from factlint.bulk.numbering import numbered
from factlint.bulk.wordings import NOWHERE, is_absolute
from factlint.corpus import records
from factlint.corpus.build import Head
from factlint.corpus.claim import Property
from factlint.corpus.flat.documents import Documents
from factlint.corpus.independence import Chain, chain
from factlint.corpus.lexicon import fold
from factlint.corpus.names import NameCheck
from factlint.corpus.vocabulary import Vocabulary
from factlint.diagnostics import Diagnostic

if TYPE_CHECKING:
    import polars as pl

ID = re.compile(r"[\w.-]{1,200}")
_CLOSED = {"stance": records.Stance, "modality": records.Modality, "status": records.Status, "speech": records.Speech}


@dataclass
class Parts:
    """What the `texts` of a scan mean under a vocabulary. `heads`: the sound documents by folded id; `held`: the ids of those
    whose text is held; `described`: all documents, as they were described first.
    """

    texts: Mapping[str, Sequence[str]]
    vocabulary: Vocabulary
    described: Documents
    heads: Mapping[str, Head]
    held: frozenset[str]

    @cached_property
    def properties(self) -> list[Property | None]:
        return [self.vocabulary.property(text) for text in self.texts["property"]]

    @cached_property
    def qualifiers(self) -> list[dict[str, str]]:
        return [json.loads(text) for text in self.texts["qualifiers"]]

    @cached_property
    def chains(self) -> list[tuple[Chain, ...] | None]:
        """Of each `via`; None where a chain is broken."""
        return [chains_of(text) for text in self.texts["via"]]

    @cached_property
    def documents(self) -> list[Head | None]:
        """Of each document, by id or described in the claim; None where it is not sound, or its claims are held against
        its text.
        """
        found = []
        for text in self.texts["document"]:
            data = json.loads(text) if text.startswith("{") else {"id": text}
            id_ = data.get("id", "")
            sound = ID.fullmatch(id_) and (data == {"id": text} or self.described.agrees(data))
            head = self.heads.get(fold(id_)) if sound else None
            found.append(None if head is None or head.document.id in self.held else head)
        return found

    def odd(self, rows: pl.DataFrame) -> pl.Series:
        """Whether something is to be told of a row."""
        import polars as pl

        wrong = [
            _marked("property", (it is None for it in self.properties)),
            _marked("document", (it is None for it in self.documents)),
            _marked("subject", (is_told(self._check.subject(text, NOWHERE)) for text in self.texts["subject"])),
            _marked("speaker", (is_told(self._check.speaker(text, NOWHERE)) for text in self.texts["speaker"])),
            _marked("via", map(self._odd_chains, self.chains)),
            _marked("period", (not is_absolute(text) for text in self.texts["period"])),
        ]
        for key, allowed in _CLOSED.items():
            wrong.append(_marked(key, (text not in get_args(allowed) for text in self.texts[key])))
        odd = rows.select(pl.any_horizontal(it.fill_null(value=False) for it in wrong)).to_series()
        return odd | self._odd_qualifiers(rows)

    def _odd_chains(self, chains: tuple[Chain, ...] | None) -> bool:
        return chains is None or any(is_told(self._check.link(link, NOWHERE)) for links in chains for link in links)

    def _odd_qualifiers(self, rows: pl.DataFrame) -> pl.Series:
        import polars as pl

        pairs, places = numbered(rows.select("property", "qualifiers"))
        wrong = [
            prop is not None
            and at is not None
            and (known := self.properties[prop]) is not None
            and self._odd_pair(known, self.qualifiers[at])
            for prop, at in pairs.iter_rows()
        ]
        return pl.Series("odd", wrong, dtype=pl.Boolean()).gather(places)

    def _odd_pair(self, prop: Property, qualifiers: Mapping[str, str]) -> bool:
        return any(
            not key or not text or is_told(self._check.qualifier(key, text, prop, NOWHERE, NOWHERE))
            for key, text in qualifiers.items()
        )

    @cached_property
    def _check(self) -> NameCheck:
        return NameCheck(self.vocabulary)


def chains_of(via: str) -> tuple[Chain, ...] | None:
    """A `via`, one text or a list as JSON; None where a chain is broken."""
    links = [chain(item) for item in (json.loads(via) if via.startswith("[") else [via])]
    return None if None in links else tuple(it for it in links if it is not None)


def is_told(problems: Iterator[Diagnostic]) -> bool:
    return any(True for _ in problems)


def strangers(subjects: Sequence[str], known: Vocabulary) -> list[int]:
    """Subjects, by number, that an open list does not hold: they are told together, each where it first stands."""
    found = []
    for number, text in enumerate(subjects):
        check = NameCheck(known)
        list(check.subject(text, NOWHERE))
        found += [number] if check.has_strangers else []
    return found


def _marked(key: str, marks: Iterator[bool]) -> pl.Expr:
    """The rows whose text is marked. `marks`: one for each text of a key."""
    import polars as pl

    numbers = [number for number, marked in enumerate(marks) if marked]
    return pl.col(key).is_in(numbers) if numbers else pl.lit(value=False)
