"""The columns of a compiled corpus: one row a claim. Version 1; documented in `docs/table.md`.

Numbers stand twice: as floats, for queries, and in `exact`, as fractions, for verdicts. A float is the nearest to the
fraction. Dates are microseconds since 1970-01-01T00:00Z.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    import polars as pl

VERSION = 1

Type = Literal["text", "flag", "number", "whole", "code"]
"""How a column is stored: UTF-8, Boolean, 64-bit float, 64-bit integer, 32-bit unsigned integer."""


def _date(prefix: str, what: str) -> dict[str, tuple[Type, str]]:
    return {
        f"{prefix}": ("text", f"{what}, as written"),
        f"{prefix}_start": ("whole", "its start, widened where it is hedged; null: open"),
        f"{prefix}_end": ("whole", "its end, which the span leaves out"),
        f"{prefix}_written_start": ("whole", "its start as written"),
        f"{prefix}_written_end": ("whole", "its end as written"),
        f"{prefix}_unit": ("text", "how fine it was written"),
        f"{prefix}_zoned": ("flag", "written with a time and a zone"),
        f"{prefix}_hedged": ("flag", "written with ~ or ?"),
    }


def _name(prefix: str, what: str) -> dict[str, tuple[Type, str]]:
    return {
        f"{prefix}": ("text", f"{what}, as written"),
        f"{prefix}_name": ("text", "the entity it resolved to"),
        f"{prefix}_key": ("text", "its name folded: what is compared"),
        f"{prefix}_known": ("flag", "a list of the vocabulary holds it"),
    }


COLUMNS: dict[str, tuple[Type, str]] = {
    "id": ("text", "the claim's id"),
    "row": ("code", "its place in the order of ids, from 0"),
    "group": ("code", "claims with the same number compare with one another by default"),
    **_name("subject", "who or what it is about"),
    "property": ("text", "what is said of it"),
    "property_code": ("code", "the property's place in the metadata"),
    "kind": ("text", "the property's kind"),
    "value": ("text", "as written"),
    "low": (
        "number",
        "of a quantity, in the property's unit where it converts; of a date, microseconds; null: unbounded",
    ),
    "high": ("number", "likewise"),
    "low_open": ("flag", "the end itself is left out"),
    "high_open": ("flag", "likewise"),
    "nominal": ("number", "the number itself; null where it is one-sided or vague"),
    "unit": ("text", "the unit of low, high, nominal and precision"),
    "unit_code": ("code", "its place in the metadata"),
    "unit_written": ("text", "the unit as written"),
    "unit_written_code": ("code", "its place in the metadata"),
    "precision": ("number", "the half-width that the digits leave open"),
    "why": ("text", "what widened it: exact, precision, hedge, range, vague"),
    "form": ("text", "how it was put: number, about, near, bound, range, vague"),
    "hedge": ("text", "the hedging words"),
    "counted": ("flag", "whole things"),
    "exact": ("text", "interval, clear interval, nominal and precision as fractions"),
    "odd": ("flag", "its floats do not decide: it needs a conversion or a rate, or is a hedged or zoned date"),
    "sharp": ("flag", "low, high and nominal are exactly the numbers of `exact`"),
    **_date("date", "of a date: its span"),
    "name": ("text", "of a name: the entity it resolved to"),
    "name_key": ("text", "of a name: folded"),
    "name_known": ("flag", "of a name: a list of the vocabulary holds it"),
    "truth": ("flag", "of a truth, as asserted"),
    **_date("period", "the period; the publication where none was given"),
    "period_given": ("flag", "the claim states it"),
    "period_key": ("text", "the day … year that its property varies by, or the span; null: time does not matter"),
    "qualifiers": ("text", "as JSON: [[key, text, name, folded, known], …]"),
    "qualifiers_key": ("text", "the keys and folded names alone, as JSON: what is compared"),
    "plain": ("flag", "asserted, actual and current: what rules read by default"),
    "stance": ("text", "asserts or denies"),
    "modality": ("text", "actual, expected, possible or hypothetical"),
    "status": ("text", "current, corrected or withdrawn"),
    "superseded_by": ("text", "the claim that replaces it"),
    **_name("speaker", "who is said to have said it"),
    "speaker_named": ("flag", "a list names the speaker"),
    "speech": ("text", "paraphrased or quoted"),
    "sources": ("text", "independent sources as JSON: [[text, name, folded, known], …]"),
    "source_count": ("code", "how many they are"),
    "source_code": ("code", "equal for claims of the same sources"),
    "unnamed": ("text", "voices that no list names, as JSON"),
    "quote": ("text", "verbatim"),
    "reading": ("text", "why the quote means this value"),
    "note": ("text", "free text"),
    "quote_status": ("text", "how the quote stood to the text when this was compiled"),
    "quote_start": ("whole", "code points into the text"),
    "quote_end": ("whole", "likewise"),
    "quote_line": ("whole", "the line of its start"),
    "quote_problem": ("text", "what is wrong with it"),
    "quote_nearest": ("text", "the passage nearest to a missing one"),
    "file": ("text", "where the claim is defined"),
    "line": ("whole", "likewise"),
    "document": ("text", "the document's id"),
    **_name("outlet", "who published it"),
    "title": ("text", "the document's"),
    "author": ("text", "the document's"),
    "url": ("text", "the document's"),
    "language": ("text", "the document's"),
    **_date("published", "when it was published"),
    "text": ("text", "the file of its text"),
    "sha256": ("text", "of its text"),
    "document_file": ("text", "where the document is defined"),
    "document_line": ("whole", "likewise"),
}
"""Name, and (type, meaning)."""


def schema() -> dict[str, pl.DataType]:
    import polars as pl

    types: dict[Type, pl.DataType] = {
        "text": pl.String(),
        "flag": pl.Boolean(),
        "number": pl.Float64(),
        "whole": pl.Int64(),
        "code": pl.UInt32(),
    }
    return {name: types[kind] for name, (kind, _meaning) in COLUMNS.items()}
