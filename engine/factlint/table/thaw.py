"""Rows to claims: the same that were frozen, number for number."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from factlint.corpus.claim import Claim, Defined, Document, Evidence, Property, QuoteStatus
from factlint.corpus.vocabulary import Vocabulary
from factlint.quantities.interval import Interval
from factlint.quantities.values import DateSpan, DateUnit, Form, Name, Quantity, Truth, Unit, Value, Why

if TYPE_CHECKING:
    import polars as pl

Row = Mapping[str, Any]
_NOWHERE: frozenset[str] = frozenset()


@dataclass
class Thaw:
    """Makes claims of rows; `properties` and `units` are what the codes of the rows mean."""

    vocabulary: Vocabulary
    properties: Sequence[Property]
    units: Sequence[Unit]
    _documents: dict[str, Document] = field(default_factory=dict)
    _wider: dict[str, frozenset[str]] = field(default_factory=dict)

    def claims(self, frame: pl.DataFrame) -> Iterator[Claim]:
        return map(self.claim, frame.iter_rows(named=True))

    def documents(self, rows: Iterable[Row]) -> Iterator[Document]:
        return map(self._document, rows)

    def claim(self, row: Row) -> Claim:
        prop = self.properties[row["property_code"]]
        speaker = self._name(row, "speaker")
        written = row["unit_written_code"]
        return Claim(
            id=row["id"],
            document=self._document(row),
            subject=self._named(row["subject"], row["subject_name"], row["subject_key"], known=row["subject_known"]),
            property=prop,
            value=self._value(row, prop),
            value_text=row["value"],
            unit_written=None if written is None else self.units[written],
            period=_date(row, "period"),
            period_given=row["period_given"],
            qualifiers=tuple(
                (key, self._named(text, name, folded, known=known))
                for key, text, name, folded, known in _list(row["qualifiers"])
            ),
            stance=row["stance"],
            modality=row["modality"],
            speaker=speaker,
            speaker_named=row["speaker_named"],
            speech=row["speech"],
            sources=tuple(
                self._named(text, name, folded, known=known) for text, name, folded, known in _list(row["sources"])
            ),
            unnamed=tuple(_list(row["unnamed"])),
            quote=row["quote"],
            reading=row["reading"],
            status=row["status"],
            superseded_by=row["superseded_by"],
            note=row["note"],
            defined=Defined(row["file"], row["line"]),
            evidence=Evidence(
                status=QuoteStatus(row["quote_status"]),
                start=row["quote_start"],
                end=row["quote_end"],
                line=row["quote_line"],
                problem=row["quote_problem"],
                nearest=row["quote_nearest"],
            ),
        )

    def _document(self, row: Row) -> Document:
        found = self._documents.get(row["document"])
        if found is None:
            found = self._documents[row["document"]] = Document(
                id=row["document"],
                outlet=self._name(row, "outlet"),
                title=row["title"],
                author=row["author"],
                url=row["url"],
                language=row["language"],
                published=_date(row, "published"),
                text=row["text"],
                sha256=row["sha256"],
                defined=Defined(row["document_file"], row["document_line"]),
            )
        return found

    def _name(self, row: Row, prefix: str) -> Name | None:
        if row[f"{prefix}_key"] is None:
            return None
        return self._named(row[prefix], row[f"{prefix}_name"], row[f"{prefix}_key"], known=row[f"{prefix}_known"])

    def _named(self, text: str, name: str, key: str, *, known: bool) -> Name:
        return Name(name, key, text, self._within(key) if known else _NOWHERE, known)

    def _within(self, key: str) -> frozenset[str]:
        """What a known name lies within; only entities lie within others."""
        found = self.vocabulary.entities.names.get(key)
        return _NOWHERE if found is None else found.wider

    def _value(self, row: Row, prop: Property) -> Value:
        match prop.kind:
            case "quantity" | "rank":
                return self._quantity(row)
            case "date":
                date = _date(row, "date")
                assert date is not None
                return date
            case "truth":
                return Truth(row["truth"], row["value"])
            case _:
                return self._named(row["value"], row["name"], row["name_key"], known=row["name_known"])

    def _quantity(self, row: Row) -> Quantity:
        interval, clear, nominal, precision = _exact(row["exact"])
        return Quantity(
            text=row["value"],
            interval=interval,
            clear=clear,
            nominal=nominal,
            unit=self.units[row["unit_code"]],
            why=Why(row["why"]),
            form=Form(row["form"]),
            precision=precision,
            hedge=row["hedge"],
            counted=row["counted"],
        )


def _date(row: Row, prefix: str) -> DateSpan | None:
    text = row[prefix]
    if text is None:
        return None
    return DateSpan(
        text=text,
        start=row[f"{prefix}_start"],
        end=row[f"{prefix}_end"],
        written_start=row[f"{prefix}_written_start"],
        written_end=row[f"{prefix}_written_end"],
        unit=DateUnit(row[f"{prefix}_unit"]),
        zoned=row[f"{prefix}_zoned"],
        hedged=row[f"{prefix}_hedged"],
    )


@lru_cache(maxsize=65_536)
def _list(text: str) -> list[Any]:
    return list(json.loads(text))


@lru_cache(maxsize=65_536)
def _exact(text: str) -> tuple[Interval, Interval, Fraction | None, Fraction]:
    """What `exact_text` wrote."""
    low, high, clear_low, clear_high, nominal, precision = text.split(" ")
    return (
        _interval(low, high),
        _interval(clear_low, clear_high),
        None if nominal == "-" else _fraction(nominal),
        _fraction(precision),
    )


def _interval(low: str, high: str) -> Interval:
    return Interval(
        None if low[1:] == "-" else _fraction(low[1:]),
        None if high[:-1] == "-" else _fraction(high[:-1]),
        low[0] == "(",
        high[-1] == ")",
    )


def _fraction(text: str) -> Fraction:
    above, _, below = text.partition("/")
    return Fraction(int(above), int(below or 1))
