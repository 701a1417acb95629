"""A compiled corpus on the disk: Parquet, with what its codes mean in the metadata of the file."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, replace
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING, Any

from factlint import files
from factlint.corpus.claim import Property
from factlint.corpus.vocabulary import Vocabulary
from factlint.corpus.vocabulary_reader import read_vocabulary
from factlint.diagnostics import Diagnostic
from factlint.quantities.units import Units
from factlint.quantities.values import Unit
from factlint.source import Source
from factlint.table import messages
from factlint.table.columns import COLUMNS, VERSION, schema
from factlint.version import VERSION as TOOL

if TYPE_CHECKING:
    import polars as pl

KEY = "factlint"
"""Under which key of the file's metadata ours stands, as JSON."""

ROWS_IN_GROUP = 131_072


@dataclass(frozen=True, slots=True)
class Meaning:
    """What the codes of a table mean, and the vocabulary that it was compiled with (its text, None: without one)."""

    properties: tuple[Property, ...]
    units: tuple[Unit, ...]
    guessed_units: frozenset[str]
    vocabulary: Source | None

    def restored(self) -> tuple[Vocabulary, list[Diagnostic]]:
        """The vocabulary, completed by what the claims said of their properties."""
        problems: list[Diagnostic] = []
        found = Vocabulary(units=Units(), given=False, lists_properties=False)
        if self.vocabulary is not None:
            found, problems = read_vocabulary(self.vocabulary)
        properties = {prop.name: prop for prop in self.properties}
        return replace(found, properties=properties, guessed_units=self.guessed_units), problems


def write_table(path: Path, frame: pl.DataFrame, meaning: Meaning) -> None:
    """Write the table in one step.

    Raises:
        OSError: it could not be written; what was there is as it was.
    """
    import polars as pl

    with files.replacing(path) as temporary:
        try:
            frame.write_parquet(
                temporary,
                compression="zstd",
                row_group_size=ROWS_IN_GROUP,
                statistics=True,
                metadata={KEY: as_text(meaning)},
            )
        except pl.exceptions.PolarsError as error:  # what the system said is somewhere in its words
            raise OSError("the system refuses to write so much") from error


def read_meaning(path: Path, name: str) -> Meaning | Diagnostic:
    """What the codes of a compiled table mean; a diagnostic where the file is none, or of another version."""
    import polars as pl

    try:
        metadata = pl.read_parquet_metadata(path)
        columns = pl.read_parquet_schema(path)
    except OSError as error:
        return messages.unreadable_table(name, (error.strerror or "the system refuses").lower())
    except pl.exceptions.PolarsError:
        return messages.no_parquet(name)
    text = metadata.get(KEY)
    if text is None:
        return messages.foreign_parquet(name)
    try:
        data = json.loads(text)
        if data["version"] != VERSION:
            return messages.other_version(name, data["version"], VERSION)
        missing = [column for column, kind in schema().items() if columns.get(column) != kind]
        if missing:
            return messages.missing_columns(name, missing)
        return _meaning(data)
    except (KeyError, TypeError, ValueError, AttributeError, RecursionError):
        return messages.foreign_parquet(name)


def as_text(meaning: Meaning) -> str:
    source = meaning.vocabulary
    return json.dumps(
        {
            "version": VERSION,
            "tool": TOOL,
            "columns": {name: told for name, (_kind, told) in COLUMNS.items()},
            "properties": [_property_data(it) for it in meaning.properties],
            "units": [_unit_data(it) for it in meaning.units],
            "guessed units": sorted(meaning.guessed_units),
            "vocabulary": None if source is None else {"name": source.name, "text": source.text},
        },
        ensure_ascii=False,
    )


def _property_data(prop: Property) -> dict[str, Any]:
    return {**asdict(prop), "unit": None if prop.unit is None else _unit_data(prop.unit)}


def _unit_data(unit: Unit) -> dict[str, Any]:
    return {
        "name": unit.name,
        "factor": str(unit.factor),
        "dimension": [list(pair) for pair in unit.dimension],
        "offset": str(unit.offset),
        "counting": unit.counting,
    }


def _meaning(data: Any) -> Meaning:
    source = data["vocabulary"]
    return Meaning(
        properties=tuple(_property(it) for it in data["properties"]),
        units=tuple(_unit(it) for it in data["units"]),
        guessed_units=frozenset(str(it) for it in data["guessed units"]),
        vocabulary=None if source is None else Source(str(source["name"]), str(source["text"])),
    )


def _property(data: Any) -> Property:
    unit = data["unit"]
    lists = {key: tuple(str(it) for it in data[key]) for key in ("qualifiers", "aliases")}
    return Property(**{**data, **lists, "unit": None if unit is None else _unit(unit)})


def _unit(data: Any) -> Unit:
    dimension = tuple((str(base), int(power)) for base, power in data["dimension"])
    return Unit(
        str(data["name"]), Fraction(data["factor"]), dimension, Fraction(data["offset"]), bool(data["counting"])
    )
