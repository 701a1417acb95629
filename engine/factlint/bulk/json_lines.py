"""JSON lines as columns of text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from factlint.bulk import json_shapes
from factlint.bulk.json_shapes import NUMBER, OBJECT
from factlint.bulk.lines import Keys, Marks, NotInBulkError
from factlint.corpus.file_messages import Form
from factlint.corpus.flat import jsonl
from factlint.corpus.flat.rows import Row
from factlint.diagnostics import Diagnostic

if TYPE_CHECKING:
    import polars as pl

_VALUE = rf'"value" ?: ?({NUMBER})'
_TAKEN_APART = rf'"value" ?: ?({OBJECT})'
_MAY_LOSE = r"\.|^-?0$"
"""Numbers that may be written otherwise than they are read."""
_LOOK = 1 << 12
_MOSTLY = 0.99
_BARE = r": ?-?[0-9]"
_DIGIT = r"[0-9]"


@dataclass(frozen=True, slots=True)
class JsonLines:
    """A record a line, as JSON."""

    keys: Keys
    form: ClassVar[Form] = "json"
    first: ClassVar[tuple[int, int]] = (1, 0)

    def marks(self, lines: pl.Series, data: bytes) -> Marks:
        import polars as pl

        shape = json_shapes.certain(data, self.keys)
        if shape is None:
            return Marks(
                lines.str.contains(json_shapes.plain(self.keys)), pl.repeat(value=False, n=len(lines), eager=True)
            )
        certain = lines.str.contains(shape)
        if certain.all():
            return Marks(certain, certain)
        others = lines.to_frame("line").select(_where(~pl.lit(certain), pl.col("line"))).to_series()
        return Marks(others.str.contains(json_shapes.plain(self.keys)).fill_null(value=True), certain)

    def check(self, lines: pl.DataFrame) -> None:
        if lines["number"][0] == 1 and not lines["plain"][0]:
            raise NotInBulkError

    def texts(self, plain: pl.DataFrame, data: bytes) -> pl.DataFrame:
        keys = _usual_keys(data, self.keys)
        sound = _sound_texts(plain, data, keys, self.keys)
        if sound.height < _MOSTLY * plain.height and len(keys) < len(self.keys.every):
            sound = _sound_texts(plain, data, self.keys.every, self.keys)
        return sound

    def row(self, name: str, number: int, text: str) -> Row:
        return jsonl.row(name, number, text)

    def lost(self, name: str, number: int, problem: Diagnostic) -> Row:
        return jsonl.lost_row(name, number, problem)


def _sound_texts(plain: pl.DataFrame, data: bytes, keys: Sequence[str], known: Keys) -> pl.DataFrame:
    """The texts of the lines in which nothing but these keys stands, each once."""
    import polars as pl

    texts = dict.fromkeys(keys, pl.String())
    try:
        read = pl.read_ndjson(data, schema=texts) if plain.height else pl.DataFrame(schema=texts)
    except pl.exceptions.ComputeError:  # plain as the lines look, it makes nothing of one
        raise NotInBulkError from None
    if read.height != plain.height:
        raise NotInBulkError
    read = read.with_columns(pl.lit(None, dtype=pl.String()).alias(key) for key in known.every if key not in keys)
    beside = plain.select("line", "number", "certain").with_columns(read)
    if plain["certain"].all():
        return beside.drop("certain")
    others = beside.filter(~pl.col("certain")).with_columns(**_value(known))
    strange = others.filter(~_sound(known))["number"]
    if "value" in known.every:
        place = ((~pl.col("certain")).cum_sum().cast(pl.Int64) - 1).clip(0)
        as_written = pl.lit(others["value"]).gather(place)
        beside = beside.with_columns(value=pl.when("certain").then("value").otherwise(as_written))
    sound = beside.filter(~pl.col("number").is_in(strange.implode())) if len(strange) else beside
    return sound.drop("certain")


def _usual_keys(data: bytes, known: Keys) -> list[str]:
    """The keys that are met here and there: each that is not there costs time."""
    seen = b"".join(data[start : start + _LOOK] for start in range(0, len(data), 16 * _LOOK))
    return [key for key in known.every if f'"{key}"'.encode() in seen]


def _value(known: Keys) -> dict[str, pl.Expr]:
    """A number as written: a JSON reader keeps no zero at its end."""
    import polars as pl

    if "value" not in known.every:
        return {}
    line, read = pl.col("line"), pl.col("value")
    bare = _where(read.str.contains(_MAY_LOSE), line).str.extract(_VALUE)
    apart = _where(read.str.starts_with("{"), line).str.extract(_TAKEN_APART)
    return {"value": pl.coalesce(bare, apart, read), "_bare": bare, "_read": read}


def _sound(known: Keys) -> pl.Expr:
    """Lines in which no key stands twice, and whose parts are what their keys ask for."""
    import polars as pl

    line = pl.col("line")
    objects = {key: _where(pl.col(key).str.starts_with("{"), pl.col(key)) for key in known.nested}
    nested = [it.str.count_matches('":', literal=True).fill_null(0) for it in objects.values()]
    present = [pl.col(key).is_not_null().cast(pl.UInt32) for key in known.every]
    nothing = _where(line.str.contains("null", literal=True), line).str.count_matches('[^\\\\]" ?: ?null')
    once = line.str.count_matches('":', literal=True) == pl.sum_horizontal(*nested, *present) + nothing.fill_null(0)
    given = [pl.col(key).is_not_null() for key in known.required]
    escaped = line.str.contains("\\", literal=True)
    strange = [pl.col(key) == "" for key in known.every]
    # A text that looks like an object or a list: only a real one holds quotation marks that no backslash leads.
    strange += [
        (pl.col(key).str.starts_with("[") | pl.col(key).str.starts_with("{"))
        & (escaped | ~pl.col(key).str.contains('"', literal=True))
        for key in known.nested
    ]
    strange.append(pl.col("via").str.starts_with("{"))
    if "value" in known.every:
        given.append(
            pl.col("_bare").is_null()
            | (pl.col("_bare").cast(pl.Float64, strict=False) == pl.col("_read").cast(pl.Float64, strict=False))
        )
        strange += [
            pl.col("value").str.starts_with("["),
            ~pl.col("qualifiers").str.starts_with("{"),
            objects["qualifiers"].str.contains(_DIGIT) & objects["qualifiers"].str.contains(_BARE),
            objects["document"].str.contains(_BARE),
            pl.col("document").str.starts_with("["),
        ]
    return pl.all_horizontal(once, *given, *(~it.fill_null(value=False) for it in strange)).fill_null(value=False)


def _where(condition: pl.Expr, text: pl.Expr) -> pl.Expr:
    """The text where it holds, null elsewhere: what is asked of it is then looked for there alone."""
    import polars as pl

    return pl.when(condition).then(text)
