"""A compiled corpus on the disk: Parquet, with what its codes mean in the metadata of the file."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, replace
from fractions import Fraction
from itertools import chain
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
from factlint.table.spark_schema import for_spark
from factlint.table.temporary import folder_aside
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


def write_table(path: Path, frames: Iterable[pl.DataFrame], meaning: Meaning) -> None:
    """Write the table in one step. `frames`: its rows, some at a time; several are put aside until all are there.

    Raises:
        OSError: it could not be written; what was there is as it was.
    """
    import polars as pl

    text = as_text(meaning)
    how: dict[str, Any] = {
        "compression": "zstd",
        "row_group_size": ROWS_IN_GROUP,
        "statistics": True,
        "metadata": {KEY: text, **for_spark(text)},
    }
    with files.replacing(path) as temporary:
        waiting = iter(frames)
        first, second = next(waiting), next(waiting, None)
        if second is None:
            with refusals():
                first.write_parquet(temporary, **how)
            return
        with folder_aside() as aside:
            parts = []
            for number, frame in enumerate(chain([first, second], waiting)):
                parts.append(aside / f"{number}.parquet")
                with refusals():
                    frame.write_parquet(parts[-1], compression="lz4", statistics=False)
            with refusals():
                pl.concat([pl.scan_parquet(part) for part in parts]).sink_parquet(temporary, **how)


@contextmanager
def refusals() -> Iterator[None]:
    """While columns are written.

    Raises:
        OSError: the system refuses.
    """
    import polars as pl

    try:
        yield
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
        return meaning_of(data)
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


def meaning_of(data: Any) -> Meaning:
    """What `as_text` wrote, as JSON.

    Raises:
        KeyError, TypeError, ValueError, AttributeError: it is something else.
    """
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
