"""A file of JSON lines as numbers: each text by its place among the distinct ones of its key."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from factlint.bulk.lines import Lines, NotInBulkError
from factlint.bulk.numerals import shaped
from factlint.corpus.build import own_id

if TYPE_CHECKING:
    import polars as pl

CODED = (
    "document", "subject", "property", "unit", "period", "qualifiers", "speaker", "via", "stance", "modality",
    "status", "speech", "wording",
)  # fmt: skip
"""Keys whose texts repeat."""

_SELDOM = ("occurrence", "prefix", "suffix", "superseded by")
"""Keys that need a second look: a claim that has one is read by itself."""

_ID = r"^[A-Za-z0-9_.-]{1,200}$"


@dataclass(slots=True)
class Texts:
    """The distinct texts of a key, by their numbers."""

    known: dict[str, int] = field(default_factory=dict)

    def numbered(self, column: pl.Series) -> pl.Series:
        import polars as pl

        if column.null_count() == len(column):
            return pl.Series(column.name, [None], dtype=pl.UInt32()).new_from_index(0, len(column))
        distinct = column.drop_nulls().unique(maintain_order=True)
        numbers = [self.known.setdefault(text, len(self.known)) for text in distinct]
        codes = pl.DataFrame({"text": distinct, "code": pl.Series(numbers, dtype=pl.UInt32)})
        return column.to_frame("text").join(codes, on="text", how="left", maintain_order="left")["code"]


@dataclass(frozen=True, slots=True)
class Scanned:
    """The lines of a file, a row each, in the order of their claims' ids, those not plain at the end.

    `texts` are those that the numbers mean. Columns: `number`, `start`, `length` of the line; `plain`; and, null where it is not plain: `id`, the keys of `CODED`
    as numbers (null where the claim has none), `digits` (of a value that they vary), `quoted`.
    """

    rows: pl.DataFrame
    texts: Mapping[str, Sequence[str]]


def scanned(lines: Lines, textual: Collection[str] = ()) -> Scanned:
    """The lines of a file. `textual` are properties (as written) whose values are texts, whatever digits they hold.

    Raises:
        NotInBulkError: it is nothing for columns.
        OSError: it cannot be read.
    """
    import polars as pl

    texts = {key: Texts() for key in CODED}
    found = [_coded(piece, texts, textual) for piece in lines.pieces()]
    if not found:
        raise NotInBulkError
    rows = pl.concat(found)
    if not (rows["plain"].all() and rows["id"].is_sorted()):
        rows = rows.sort("id", nulls_last=True)
    return Scanned(rows, {key: list(it.known) for key, it in texts.items()})


def _coded(lines: pl.DataFrame, texts: dict[str, Texts], textual: Collection[str]) -> pl.DataFrame:
    import polars as pl

    lines = lines.with_columns(id=_ids(lines))
    usual = pl.col("id").str.contains(_ID) & ~pl.any_horizontal(pl.col(*_SELDOM).is_not_null())
    lines = lines.with_columns(pl.col("plain") & usual.fill_null(value=False))
    if not lines["plain"].all():
        keys = [key for key in (*CODED, "id", "quote", "value") if key in lines.columns]
        lines = lines.with_columns(pl.when("plain").then(key).alias(key) for key in keys)
    in_digits = ~pl.col("property").is_in(list(textual))
    lines = lines.join(_wordings(lines["value"]), on="value", how="left", maintain_order="left").with_columns(
        wording=pl.when(in_digits).then("wording").otherwise("value"),
        digits=pl.when(in_digits).then("digits"),
        quoted=pl.col("quote").str.contains(r"\S").fill_null(value=False),
    )
    return lines.select(
        "number", "start", "length", "plain", "id", "digits", "quoted",
        *(texts[key].numbered(lines[key]).alias(key) for key in CODED),
    )  # fmt: skip


def _wordings(values: pl.Series) -> pl.DataFrame:
    """Each value with its wording and its digits."""
    distinct = values.drop_nulls().unique()
    wording, digits = shaped(distinct)
    return distinct.to_frame().with_columns(wording, digits)


def _ids(lines: pl.DataFrame) -> pl.Series:
    """The ids, also those that no claim gives."""
    import polars as pl

    given = lines["id"]
    without = lines.filter(pl.col("id").is_null() & pl.col("plain") & ~pl.col("document").str.starts_with("{"))
    if not without.height:
        return given
    made = [own_id(*said) for said in without.select("document", "subject", "property", "quote").iter_rows()]
    own = without.select("number", own=pl.Series(made, dtype=pl.String()))
    return (
        lines.select("number", "id")
        .join(own, on="number", how="left", maintain_order="left")
        .select(pl.coalesce("id", "own"))["id"]
    )
