"""Claims to rows."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from itertools import islice
from typing import TYPE_CHECKING, Any

from factlint.corpus.claim import Claim, Document, Property
from factlint.evaluate.keys import period_value
from factlint.evaluate.select import is_asserted
from factlint.quantities.interval import Interval
from factlint.quantities.values import DateSpan, Name, Quantity, Truth, Unit
from factlint.table.columns import COLUMNS, schema

if TYPE_CHECKING:
    import polars as pl

Row = dict[str, Any]
_HUGE = 1e308


@dataclass(slots=True)
class Codes:
    """What the rows name by number: properties, units, and the sets of sources that occur."""

    properties: list[Property] = field(default_factory=list)
    units: list[Unit] = field(default_factory=list)
    _properties: dict[str, int] = field(default_factory=dict)
    _units: dict[Unit, int] = field(default_factory=dict)
    _sources: dict[tuple[str, ...], int] = field(default_factory=dict)

    def property(self, prop: Property) -> int:
        code = self._properties.setdefault(prop.name, len(self.properties))
        if code == len(self.properties):
            self.properties.append(prop)
        return code

    def unit(self, unit: Unit) -> int:
        code = self._units.setdefault(unit, len(self.units))
        if code == len(self.units):
            self.units.append(unit)
        return code

    def source(self, names: Sequence[Name]) -> int:
        return self._sources.setdefault(tuple(sorted(name.key for name in names)), len(self._sources))


BATCH = 50_000
"""Claims that are held as Python's own values at a time."""


def freeze(claims: Iterable[Claim]) -> tuple[pl.DataFrame, Codes]:
    """The claims as a table in the order of their groups, then ids; and what its codes mean."""
    import polars as pl

    codes = Codes()
    kinds = {name: kind for name, kind in schema().items() if name not in {"row", "group"}}
    frames = [pl.DataFrame(schema=kinds)]
    waiting = iter(claims)
    while batch := list(islice(waiting, BATCH)):
        rows = [row_of(claim, codes) for claim in batch]
        frames.append(pl.DataFrame({name: [row.get(name) for row in rows] for name in kinds}, schema=kinds))
    return numbered(pl.concat(frames)), codes


GROUP = ("property_code", "subject_key", "qualifiers_key", "period_key")


def numbered(frame: pl.DataFrame) -> pl.DataFrame:
    """The table with `row` and `group`, sorted by group and id."""
    import polars as pl

    # A struct of keys ranks as one; nulls (no period) are equal to each other.
    return (
        frame.with_columns(
            pl.col("id").rank("ordinal").sub(1).cast(pl.UInt32).alias("row"),
            pl.struct(GROUP).rank("dense").sub(1).cast(pl.UInt32).alias("group"),
        )
        .sort("group", "row")
        .select(list(COLUMNS))
    )


def row_of(claim: Claim, codes: Codes) -> Row:
    evidence = claim.evidence
    return {
        "id": claim.id,
        **of_value(claim, codes),
        **of_subject(claim.subject),
        **of_period(claim.period, claim.property),
        **of_qualifiers(claim.qualifiers),
        **of_stand(claim),
        **of_speaker(claim.speaker, named=claim.speaker_named),
        **of_sources(claim.sources, claim.unnamed, codes),
        **of_document(claim.document),
        "value": claim.value_text,
        "superseded_by": claim.superseded_by,
        "quote": claim.quote,
        "reading": claim.reading,
        "note": claim.note,
        "quote_start": evidence.start,
        "quote_end": evidence.end,
        "quote_line": evidence.line,
        "quote_problem": evidence.problem,
        "quote_nearest": evidence.nearest,
        "file": claim.defined.file,
        "line": claim.defined.line,
    }


def of_subject(subject: Name) -> Row:
    return _name("subject", subject)


def of_speaker(speaker: Name | None, *, named: bool) -> Row:
    return {**_name("speaker", speaker), "speaker_named": named}


def of_qualifiers(qualifiers: Sequence[tuple[str, Name]]) -> Row:
    return {
        "qualifiers": _json([[key, it.text, it.name, it.key, it.known] for key, it in qualifiers]),
        "qualifiers_key": _json([[key, it.key] for key, it in qualifiers]),
    }


def of_sources(sources: Sequence[Name], unnamed: Sequence[str], codes: Codes) -> Row:
    return {
        "sources": _json([[it.text, it.name, it.key, it.known] for it in sources]),
        "source_count": len(sources),
        "source_code": codes.source(sources),
        "unnamed": _json(list(unnamed)),
    }


def of_stand(claim: Claim) -> Row:
    """How the claim is made, and how its quote stands."""
    return {
        "period_given": claim.period_given,
        "plain": is_asserted(claim) and claim.modality == "actual" and claim.status == "current",
        "stance": claim.stance,
        "modality": claim.modality,
        "status": claim.status,
        "speech": claim.speech,
        "quote_status": claim.evidence.status.value,
    }


def of_document(document: Document) -> Row:
    return {
        "document": document.id,
        **_name("outlet", document.outlet),
        **_date("published", document.published),
        "title": document.title,
        "author": document.author,
        "url": document.url,
        "language": document.language,
        "text": document.text,
        "sha256": document.sha256,
        "document_file": document.defined.file,
        "document_line": document.defined.line,
    }


def of_period(period: DateSpan | None, prop: Property) -> Row:
    """The period, and what the claims of a property are compared by of it."""
    row = _date("period", period)
    if prop.varies_by is not None:
        compared, _shown = period_value(period, prop.varies_by)
        row["period_key"] = None if compared is None else str(compared)
    return row


def of_value(claim: Claim, codes: Codes) -> Row:
    """What is said of which property."""
    written = claim.unit_written
    row: Row = {
        "property": claim.property.name,
        "property_code": codes.property(claim.property),
        "kind": claim.property.kind,
        "unit_written": None if written is None else written.name,
        "unit_written_code": None if written is None else codes.unit(written),
        "odd": False,
        "sharp": True,
    }
    match claim.value:
        case Quantity() as quantity:
            interval = quantity.interval
            return row | {
                "low": _float(interval.low),
                "high": _float(interval.high),
                "low_open": interval.low_open,
                "high_open": interval.high_open,
                "nominal": _float(quantity.nominal),
                "unit": quantity.unit.name,
                "unit_code": codes.unit(quantity.unit),
                "precision": _float(quantity.precision),
                "why": quantity.why.value,
                "form": quantity.form.value,
                "hedge": quantity.hedge,
                "counted": quantity.counted,
                "exact": exact_text(quantity),
                "odd": _odd(quantity, claim.property),
                "sharp": all(_is_sharp(it) for it in (interval.low, interval.high, quantity.nominal)),
            }
        case DateSpan() as date:
            ends = {"low": _float(date.start), "high": _float(date.end), "low_open": False, "high_open": True}
            return row | _date("date", date) | ends | {"odd": date.zoned or date.hedged}
        case Name() as name:
            return row | {"name": name.name, "name_key": name.key, "name_known": name.known}
        case Truth() as truth:
            return row | {"truth": truth.truth}


def _odd(quantity: Quantity, prop: Property) -> bool:
    wanted = prop.unit
    other = quantity.unit.name != "" if wanted is None else quantity.unit.dimension != wanted.dimension
    # What no float can hold is judged by its fractions alone.
    return other or any(abs(it) >= _HUGE for it in (quantity.interval.low, quantity.interval.high) if it)


def _name(prefix: str, name: Name | None) -> Row:
    if name is None:
        return {}
    return {prefix: name.text, f"{prefix}_name": name.name, f"{prefix}_key": name.key, f"{prefix}_known": name.known}


def _date(prefix: str, date: DateSpan | None) -> Row:
    if date is None:
        return {}
    return {
        prefix: date.text,
        f"{prefix}_start": date.start,
        f"{prefix}_end": date.end,
        f"{prefix}_written_start": date.written_start,
        f"{prefix}_written_end": date.written_end,
        f"{prefix}_unit": date.unit.value,
        f"{prefix}_zoned": date.zoned,
        f"{prefix}_hedged": date.hedged,
    }


def exact_text(quantity: Quantity) -> str:
    """`(79/2 81/2) [40 40] 40 1/2`: interval, clear interval, nominal (`-` for none), precision."""
    interval, clear = quantity.interval, quantity.clear
    numbers = (interval.low, interval.high, clear.low, clear.high, quantity.nominal)
    return exact_form(quantity).format(*("-" if it is None else it for it in numbers))


def exact_form(quantity: Quantity) -> str:
    """What `exact_text` fills with five numbers: the ends of the interval, of the clear one, and the nominal."""
    return f"{_ends(quantity.interval)} {_ends(quantity.clear)} {{}} {quantity.precision}"


def _ends(interval: Interval) -> str:
    return f"{'(' if interval.low_open else '['}{{}} {{}}{')' if interval.high_open else ']'}"


def _float(number: Fraction | int | None) -> float | None:
    if number is None:
        return None
    try:
        return float(number)
    except OverflowError:
        return _HUGE if number > 0 else -_HUGE


def _is_sharp(number: Fraction | None) -> bool:
    found = _float(number)
    return number is None or (found is not None and Fraction(found) == number)


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
