"""What lines say beyond what is compared: values as written, quotes, notes. A table on the disk wants it; so the lines are
gone through again, and put aside by their places in the table, some of which are held at a time.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from factlint.bulk.lines import Lines
from factlint.bulk.wordings import Understood
from factlint.corpus.claim import Claim
from factlint.corpus.evidence_messages import no_quote
from factlint.corpus.records import LineRecord
from factlint.corpus.understand import written
from factlint.diagnostics import RunError
from factlint.quantities.values import Quantity
from factlint.table import messages
from factlint.table.columns import schema
from factlint.table.freeze import Codes, exact_form, exact_text, row_of
from factlint.table.store import refusals
from factlint.table.temporary import folder_aside

if TYPE_CHECKING:
    import polars as pl

ROWS = 1 << 18
"""Of the table that are held at a time."""

COLUMNS = (
    "value", "exact", "superseded_by", "quote", "reading", "note", "quote_start", "quote_end", "quote_line",
    "quote_problem", "quote_nearest", "file", "line",
)  # fmt: skip
"""Those that no part of a claim decides."""

_PLAIN = r"^[+\x{2212}-]?(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?$"


def written_columns(
    lines: Lines, rows: pl.DataFrame, kept: Sequence[Claim], meant: Mapping[int, Understood]
) -> Iterator[pl.DataFrame]:
    """`COLUMNS`, `ROWS` rows at a time.

    Args:
        lines: those of the file.
        rows: those of the table, in its order: `number` of the line, `wording_at`, `digits`, and `kept`, the place of a
            claim that was read by itself.
        kept: those claims.
        meant: what each wording means.

    Raises:
        RunError: the file is not what it was.
        OSError: the disk is full.
    """
    import polars as pl

    with folder_aside() as aside:
        parts: list[list[Path]] = [[] for _ in range(0, rows.height, ROWS)]
        placed = rows.with_row_index("position")
        found = 0
        for count, texts in enumerate(_texts(lines, placed, kept, meant)):
            found += texts.height
            for (part,), some in texts.group_by(pl.col("position") // ROWS):
                parts[part].append(aside / f"{part}-{count}")
                with refusals():
                    some.write_ipc(parts[part][-1])
        if found != rows.height:
            raise RunError(messages.changed(lines.name))
        for paths in parts:
            yield pl.concat([pl.read_ipc(it) for it in paths]).sort("position").drop("position")


def _texts(
    lines: Lines, rows: pl.DataFrame, kept: Sequence[Claim], meant: Mapping[int, Understood]
) -> Iterator[pl.DataFrame]:
    """The columns, with `position`, in no order."""
    import polars as pl

    own = rows.filter(pl.col("kept").is_not_null())
    yield _of_claims(own["position"], [kept[at] for at in own["kept"]])
    by_line = rows.filter(pl.col("kept").is_null()).drop("kept").sort("number")
    spoken = _Exact(meant)
    for piece in lines.pieces():
        if not piece.height:
            continue
        first = by_line["number"].search_sorted(piece["number"][0], "left")
        last = by_line["number"].search_sorted(piece["number"][-1], "right")
        beside = by_line[first:last].join(piece, on="number", how="left", maintain_order="left")
        quote = pl.col("quote").str.strip_chars()
        told = beside.select(
            "position",
            _value(beside),
            spoken.texts(beside),
            quote,
            "reading",
            "note",
            quote_problem=pl.when((quote != "").fill_null(value=False)).then(None).otherwise(pl.lit(no_quote())),
            file=pl.lit(lines.name),
            line=pl.col("number").cast(pl.Int64),
        )
        yield _completed(told)


def _of_claims(positions: pl.Series, claims: Sequence[Claim]) -> pl.DataFrame:
    """Of claims that were read by themselves."""
    import polars as pl

    rows = [row_of(claim, Codes()) for claim in claims]
    kinds = schema()
    found = {name: pl.Series(name, [row.get(name) for row in rows], dtype=kinds[name]) for name in COLUMNS}
    return pl.DataFrame({"position": positions, **found})


def _completed(frame: pl.DataFrame) -> pl.DataFrame:
    import polars as pl

    kinds = schema()
    missing = [pl.lit(None, dtype=kinds[name]).alias(name) for name in COLUMNS if name not in frame.columns]
    return frame.with_columns(missing).select("position", *COLUMNS)


def _value(rows: pl.DataFrame) -> pl.Series:
    """The values as reports show them."""
    import polars as pl

    value, unit = pl.col("value"), pl.col("unit")
    text = value.str.strip_chars()
    beside = (
        pl.when(text.str.contains(_PLAIN))
        .then(pl.concat_str(value, unit, separator=" "))
        .otherwise(pl.concat_str(text, unit.str.strip_chars(), separator=" "))
    )
    told = rows.select(pl.when(unit.str.strip_chars() != "").then(beside).otherwise(text).alias("value"))["value"]
    apart = rows.filter(value.str.starts_with("{"))["value"].unique()
    if not len(apart):
        return told
    return told.replace(apart.str.strip_chars(), pl.Series([_put_together(it) for it in apart]))


def _put_together(value: str) -> str:
    """A value that was taken apart."""
    data = {"document": "x", "subject": "x", "property": "x"}
    data["value"] = json.loads(value, parse_int=str, parse_float=str)
    return written(LineRecord.model_validate(data, by_alias=True).value)


class _Exact:
    """The exact numbers of values as text."""

    def __init__(self, meant: Mapping[int, Understood]) -> None:
        self._meant = meant
        self._form = cache(self._form_of)

    def texts(self, rows: pl.DataFrame) -> pl.Series:
        import polars as pl

        keys = ("wording_at", "digits")
        distinct = rows.select(keys).unique(maintain_order=True)
        made = pl.Series("exact", [self._text(at, digits) for at, digits in distinct.iter_rows()], dtype=pl.String())
        return rows.select(keys).join(
            distinct.with_columns(made), on=keys, how="left", nulls_equal=True, maintain_order="left"
        )["exact"]

    def _text(self, at: int, digits: int | None) -> str | None:
        lines = self._meant[at].lines
        form = self._form(at)
        return form if form is None or lines is None or digits is None else form.format(*lines.at(digits))

    def _form_of(self, at: int) -> str | None:
        """What the numbers of a wording go into; the text itself, where they are always the same."""
        found = self._meant[at]
        value = found.sample.value
        if not isinstance(value, Quantity):
            return None
        return exact_text(value) if found.lines is None else exact_form(value)
