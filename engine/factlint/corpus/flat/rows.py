"""What the readers of flat files yield: a record as a node, and where in the file it stands."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum

from factlint.corpus.drafts import DraftFile
from factlint.corpus.yaml_nodes import Mapping
from factlint.diagnostics import Diagnostic
from factlint.source import Source


class Lost(Enum):
    """What the problems of a row take with them."""

    NOTHING = "nothing"
    RECORD = "record"
    FILE = "file"


@dataclass(frozen=True, slots=True)
class Row:
    """A record of a flat file: a line of JSON, a row of CSV.

    `source` is the record alone, and counts its lines within the whole file. `node` is None where no record can be
    made of it; `lost` then says whether the record or the whole file goes. A row that is not `sound` is left out
    though it has a node: the mistakes in it are told (in `problems`, or at the header).
    """

    source: Source
    node: Mapping | None
    problems: tuple[Diagnostic, ...] = ()
    sound: bool = True
    lost: Lost = Lost.NOTHING

    @property
    def line(self) -> int:
        """The line of the file, from 1, on which the record begins."""
        return self.source.first_line


@dataclass(slots=True)
class Flat:
    """The documents of a flat corpus with their claims, and what cannot be read of it.

    `rejected_claims` counts the records left out, `rejected_documents` the files that cannot be read as such, and the
    documents without an id.
    """

    files: list[DraftFile] = field(default_factory=list)
    problems: list[Diagnostic] = field(default_factory=list)
    rejected_claims: int = 0
    rejected_documents: int = 0
