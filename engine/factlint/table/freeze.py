"""Claims to rows."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from typing import TYPE_CHECKING, Any

from factlint.corpus.claim import Claim, Property
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


def freeze(claims: Sequence[Claim]) -> tuple[pl.DataFrame, Codes]:
    """The claims as a table in the order of their groups, then ids; and what its codes mean."""
    import polars as pl

    codes = Codes()
    columns: dict[str, list[Any]] = {name: [] for name in COLUMNS if name not in {"row", "group"}}
    for claim in claims:
        row = row_of(claim, codes)
        for name, values in columns.items():
            values.append(row.get(name))
    kinds = schema()
    frame = pl.DataFrame(columns, schema={name: kinds[name] for name in columns})
    return numbered(frame), codes


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
    document, evidence = claim.document, claim.evidence
    row: Row = {
        "id": claim.id,
        "property": claim.property.name,
        "property_code": codes.property(claim.property),
        "kind": claim.property.kind,
        "value": claim.value_text,
        "unit_written": None if claim.unit_written is None else claim.unit_written.name,
        "unit_written_code": None if claim.unit_written is None else codes.unit(claim.unit_written),
        "odd": False,
        "sharp": True,
        "period_given": claim.period_given,
        "qualifiers": _json([[key, it.text, it.name, it.key, it.known] for key, it in claim.qualifiers]),
        "qualifiers_key": _json([[key, it.key] for key, it in claim.qualifiers]),
        "plain": is_asserted(claim) and claim.modality == "actual" and claim.status == "current",
        "stance": claim.stance,
        "modality": claim.modality,
        "status": claim.status,
        "superseded_by": claim.superseded_by,
        "speaker_named": claim.speaker_named,
        "speech": claim.speech,
        "sources": _json([[it.text, it.name, it.key, it.known] for it in claim.sources]),
        "source_count": len(claim.sources),
        "source_code": codes.source(claim.sources),
        "unnamed": _json(list(claim.unnamed)),
        "quote": claim.quote,
        "reading": claim.reading,
        "note": claim.note,
        "quote_status": evidence.status.value,
        "quote_start": evidence.start,
        "quote_end": evidence.end,
        "quote_line": evidence.line,
        "quote_problem": evidence.problem,
        "quote_nearest": evidence.nearest,
        "file": claim.defined.file,
        "line": claim.defined.line,
        "document": document.id,
        "title": document.title,
        "author": document.author,
        "url": document.url,
        "language": document.language,
        "text": document.text,
        "sha256": document.sha256,
        "document_file": document.defined.file,
        "document_line": document.defined.line,
    }
    grain = claim.property.varies_by
    if grain is not None:
        compared, _shown = period_value(claim.period, grain)
        row["period_key"] = None if compared is None else str(compared)
    _value(row, claim, codes)
    _name(row, "subject", claim.subject)
    _name(row, "speaker", claim.speaker)
    _name(row, "outlet", document.outlet)
    _date(row, "period", claim.period)
    _date(row, "published", document.published)
    return row


def _value(row: Row, claim: Claim, codes: Codes) -> None:
    match claim.value:
        case Quantity() as quantity:
            interval = quantity.interval
            row |= {
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
            _date(row, "date", date)
            row |= {"low": _float(date.start), "high": _float(date.end), "low_open": False, "high_open": True}
            row["odd"] = date.zoned or date.hedged
        case Name() as name:
            row |= {"name": name.name, "name_key": name.key, "name_known": name.known}
        case Truth() as truth:
            row["truth"] = truth.truth


def _odd(quantity: Quantity, prop: Property) -> bool:
    wanted = prop.unit
    other = quantity.unit.name != "" if wanted is None else quantity.unit.dimension != wanted.dimension
    # What no float can hold is judged by its fractions alone.
    return other or any(abs(it) >= _HUGE for it in (quantity.interval.low, quantity.interval.high) if it)


def _name(row: Row, prefix: str, name: Name | None) -> None:
    if name is not None:
        row |= {
            prefix: name.text,
            f"{prefix}_name": name.name,
            f"{prefix}_key": name.key,
            f"{prefix}_known": name.known,
        }


def _date(row: Row, prefix: str, date: DateSpan | None) -> None:
    if date is not None:
        row |= {
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
    nominal = "-" if quantity.nominal is None else str(quantity.nominal)
    return f"{_ends(quantity.interval)} {_ends(quantity.clear)} {nominal} {quantity.precision}"


def _ends(interval: Interval) -> str:
    low = "-" if interval.low is None else str(interval.low)
    high = "-" if interval.high is None else str(interval.high)
    return f"{'(' if interval.low_open else '['}{low} {high}{')' if interval.high_open else ']'}"


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
