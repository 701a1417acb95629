"""What a valid document, claim and vocabulary look like, as the author writes them.

The one definition of the format: files are validated against these models, and the JSON Schemas are theirs. A field's
`description` is what the schema tells an editor. Meaning (names, units, dates) is checked where it is understood.
"""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Discriminator, Field, Tag

from factlint.corpus.claim import Grain, Kind

Stance = Literal["asserts", "denies"]
Modality = Literal["actual", "expected", "possible", "hypothetical"]
Status = Literal["current", "corrected", "withdrawn"]
Speech = Literal["paraphrased", "quoted"]
ClosedList = Literal["entities", "places", "outlets", "speakers"]

Text = Annotated[str, Field(min_length=1)]
Identifier = Annotated[str, Field(pattern=r"^[\w.-]+$", max_length=200)]
Sha256 = Annotated[str, Field(pattern=r"^[0-9a-fA-F]{64}$")]


# The names of alternatives, `<text>` and its like, stand in the places of pydantic's errors, where no key looks so.


class Record(BaseModel):
    """Keys that it does not name are errors."""

    model_config = ConfigDict(extra="forbid", frozen=True, defer_build=True)


def _text_or_list(value: Any) -> str:
    return "<list>" if isinstance(value, list | tuple) else "<text>"


Texts = Annotated[
    Annotated[Text, Tag("<text>")] | Annotated[list[Text], Tag("<list>")],
    Discriminator(_text_or_list),
]


class NumberRecord(Record):
    """A quantity taken apart: no precision, what is written is what is meant."""

    number: Annotated[Text, Field(description="such as 1.2e6")]
    unit: Annotated[Text | None, Field(description="such as barrel/day")] = None
    hedge: Annotated[Text | None, Field(description="such as nearly")] = None


class RangeRecord(Record):
    """A range taken apart; one of the two ends may be left out."""

    low: Text | None = None
    high: Text | None = None
    unit: Annotated[Text | None, Field(description="such as percent")] = None


def _form_of_value(value: Any) -> str:
    if not isinstance(value, dict):
        return "<text>"
    return "<range>" if ("low" in value or "high" in value) and "number" not in value else "<number>"


WrittenValue = Annotated[
    Annotated[Text, Tag("<text>")] | Annotated[NumberRecord, Tag("<number>")] | Annotated[RangeRecord, Tag("<range>")],
    Discriminator(_form_of_value),
]


class DocumentRecord(Record):
    id: Annotated[Identifier, Field(description="letters, digits, . _ -; unique in the corpus")]
    outlet: Annotated[Text | None, Field(description="who published it, where the text says")] = None
    title: Text | None = None
    author: Text | None = None
    url: Text | None = None
    language: Text | None = None
    published: Annotated[Text | None, Field(description="EDTF level 1 or a quarter, or unknown")] = None
    anchor: Annotated[Text | None, Field(description="the day that `Wednesday` or `last week` count from")] = None
    via: Annotated[Texts | None, Field(description="whom the whole article relays")] = None
    text: Annotated[Text | None, Field(description="a file in one of the source folders")] = None
    sha256: Annotated[Sha256 | None, Field(description="of the text with newlines folded to \\n")] = None


class ClaimRecord(Record):
    id: Annotated[
        Identifier | None,
        Field(description="unique in the corpus; default <document>.<8 hex of subject, property, quote>"),
    ] = None
    subject: Annotated[Text, Field(description="who or what it is about")]
    property: Annotated[Text, Field(description="what is said of it")]
    value: Annotated[
        WrittenValue, Field(description="as written: number, hedge, scale, unit; a date; a name; true, false")
    ]
    period: Annotated[Text | None, Field(description="EDTF; default: when the document was published")] = None
    qualifiers: Annotated[dict[Text, Text], Field(description="what else must match before two claims compare")] = {}
    stance: Stance = "asserts"
    modality: Modality = "actual"
    speaker: Annotated[Text | None, Field(description="who is said to have said it, when not the outlet")] = None
    speech: Speech | None = None
    via: Annotated[Texts | None, Field(description="upstream; `A < B` leads from the nearest to the origin")] = None
    quote: Annotated[Text | None, Field(description="verbatim")] = None
    occurrence: Annotated[int | None, Field(ge=1, description="which one, when the quote occurs more than once")] = None
    prefix: Annotated[Text | None, Field(description="what stands right before the quote")] = None
    suffix: Annotated[Text | None, Field(description="what stands right after the quote")] = None
    reading: Annotated[Text | None, Field(description="why the quote means this value")] = None
    status: Status = "current"
    superseded_by: Annotated[
        Identifier | None, Field(alias="superseded by", description="the claim that replaces it")
    ] = None
    note: Annotated[Text | None, Field(description="free text for colleagues")] = None


def _form_of_document(value: Any) -> str:
    return "<object>" if isinstance(value, dict | DocumentRecord) else "<text>"


class LineRecord(ClaimRecord):
    """A claim of a flat corpus: one line of a `.jsonl` file, one row of a `.csv`."""

    document: Annotated[
        Annotated[Identifier, Tag("<text>")] | Annotated[DocumentRecord, Tag("<object>")],
        Discriminator(_form_of_document),
        Field(description="the id of a document in `documents.jsonl`, or the document itself"),
    ]
    unit: Annotated[
        Text | None, Field(description="of a `value` that is a plain number, which then carries no precision")
    ] = None


class PropertyRecord(Record):
    kind: Kind
    unit: Text | None = None
    varies_by: Annotated[Grain | None, Field(alias="varies by")] = None
    qualifiers: list[Text] = []
    aliases: list[Text] = []
    signed: Annotated[bool, Field(description="may be negative")] = False
    many: Annotated[bool, Field(description="several values hold at once")] = False


class EntityRecord(Record):
    aliases: list[Text] = []
    parts: list[Text] = []
    within: Text | None = None


class NamedRecord(Record):
    aliases: list[Text] = []


class VocabularyRecord(Record):
    properties: dict[Text, PropertyRecord] = {}
    entities: dict[Text, EntityRecord] = {}
    places: dict[Text, EntityRecord] = {}
    outlets: dict[Text, NamedRecord] = {}
    speakers: dict[Text, NamedRecord] = {}
    units: Annotated[list[Text], Field(description="pint definitions, such as `drone = [drone]`")] = []
    conversions: Annotated[dict[Text, dict[Text, Text]], Field(description="opened by name in a rule")] = {}
    rates: Annotated[dict[Text, dict[Text, Text]], Field(description="a currency, then period: amount")] = {}
    hedges: Annotated[dict[Text, Text], Field(description="word: percentage, or `2 to 5`")] = {}
    closed: Annotated[list[ClosedList], Field(description="lists in which an unknown name is an error")] = []


class FileRecord(Record):
    """A document with its claims: one YAML file of the corpus."""

    document: DocumentRecord
    claims: list[ClaimRecord] = []
