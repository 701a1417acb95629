"""Documents and claims as the engine sees them: validated, names resolved, values understood."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Literal

from factlint.quantities.values import DateSpan, Dimension, Name, Unit, Value

Kind = Literal["quantity", "rank", "date", "entity", "place", "truth"]
Grain = Literal["day", "week", "month", "quarter", "year"]
GRAINS: tuple[Grain, ...] = ("day", "week", "month", "quarter", "year")


@dataclass(frozen=True, slots=True)
class Defined:
    """Where a record stands: a POSIX path relative to the configuration, and a line from 1."""

    file: str
    line: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Property:
    """What can be said of a subject.

    `unit` is the property's (None: none given and none inferred; bare numbers, or names and dates); `dimension` that
    of `unit`. `varies_by`: claims compare within one such span of time; None: time does not matter. `counted`: its
    numbers are whole things (no claim of it has a fractional part). `qualifiers`: keys that its claims may state.
    `inferred`: no vocabulary says so, the claims do.
    """

    name: str
    kind: Kind
    unit: Unit | None = None
    varies_by: Grain | None = None
    qualifiers: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    signed: bool = False
    many: bool = False
    counted: bool = False
    inferred: bool = False

    @property
    def dimension(self) -> Dimension | None:
        return None if self.unit is None else self.unit.dimension


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """`name` fields are resolved: `outlet` is the vocabulary's own spelling. `text` is the file as its record writes it."""

    id: str
    outlet: Name | None
    title: str | None
    author: str | None
    url: str | None
    language: str | None
    published: DateSpan | None
    text: str | None
    sha256: str | None
    defined: Defined


class QuoteStatus(StrEnum):
    """How a claim's quote stands to its text (`factlint verify`)."""

    VERIFIED = "verified"
    INFERRED = "inferred"
    UNSUPPORTED = "unsupported"
    MISSING = "missing"
    AMBIGUOUS = "ambiguous"
    TEXT_CHANGED = "text_changed"
    NOT_HELD = "not_held"
    NONE = "none"


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """Where the quote stands in the held text: code points [start, end) and the line of its start, if found.

    `problem` says in words what is wrong (None for verified, inferred, not_held); `nearest` is the passage that comes
    closest to a missing quote.
    """

    status: QuoteStatus
    start: int | None = None
    end: int | None = None
    line: int | None = None
    problem: str | None = None
    nearest: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """Something a document asserts or denies, ready to be compared.

    A quantity is in the property's unit where it converts to it, else in the unit it was written in. `value_text` is
    as written, whatever the kind. `period` is the document's publication where none was given (`period_given`).
    `sources` are the names of who says so, independent of one another, sorted, at least one; `unnamed` are those of the
    chain that no list names. `qualifiers` are (key, value) pairs sorted by key. `inferred` evidence has a `reading`.
    """

    id: str
    document: Document
    subject: Name
    property: Property
    value: Value
    value_text: str
    unit_written: Unit | None
    period: DateSpan | None
    period_given: bool
    qualifiers: tuple[tuple[str, Name], ...]
    stance: Literal["asserts", "denies"]
    modality: Literal["actual", "expected", "possible", "hypothetical"]
    speaker: Name | None
    speaker_named: bool
    speech: Literal["paraphrased", "quoted"] | None
    sources: tuple[Name, ...]
    unnamed: tuple[str, ...]
    quote: str | None
    reading: str | None
    status: Literal["current", "corrected", "withdrawn"]
    superseded_by: str | None
    note: str | None
    defined: Defined
    evidence: Evidence = field(default_factory=lambda: Evidence(status=QuoteStatus.NONE))
