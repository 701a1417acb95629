"""The rows that a screen goes over: scanned anew in each pass, or held in memory where there are many passes."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from factlint.corpus.claim import Claim
from factlint.screen.measures import collected
from factlint.table.lazy import Table

if TYPE_CHECKING:
    import narwhals as nw
    import polars as pl

CODED = ("subject_key", "qualifiers_key", "period_key", "outlet_key", "speaker_key", "document", "why", "modality",
         "stance", "status", "kind", "speech", "sources", "qualifiers", "property")  # fmt: skip
"""Texts that are held as numbers: few of them differ, and they are compared. (Of `period` it is asked whether it is there.)"""


@dataclass
class Rows:
    """The claims as columns of an engine. `properties`: how many there are; `is_local`: they can be held in memory."""

    table: Table
    native: nw.LazyFrame[Any]
    properties: int
    is_local: bool
    _texts: dict[str, list[str]] = field(default_factory=dict)
    _held: pl.DataFrame | None = None
    _places: dict[int, tuple[int, int]] = field(default_factory=dict)

    def hold(self, columns: Iterable[str]) -> None:
        """Keep these columns in memory, a slice a property: later passes read only what they ask for."""
        import polars as pl

        wanted = dict.fromkeys(["row", "property_code", *columns])
        texts = [pl.col(name).cast(pl.Categorical) for name in wanted if name in CODED]
        frame = self.table.frame.select(list(wanted)).with_columns(texts).collect()
        codes = frame["property_code"]
        if not codes.is_sorted():
            frame = frame.sort("property_code", maintain_order=True)
            codes = frame["property_code"]
        self._held, start = frame, 0
        for code, length in codes.value_counts().sort("property_code").iter_rows():
            self._places[code] = start, start + length
            start += length

    def of(self, codes: Collection[int]) -> nw.LazyFrame[Any]:
        """The claims of some properties."""
        import narwhals as nw
        import polars as pl

        if self._held is not None:
            held = self._held
            slices = [held.slice(start, end - start) for start, end in self._stretches(codes)] or [held.clear()]
            return nw.from_native((slices[0] if len(slices) == 1 else pl.concat(slices, rechunk=False)).lazy())
        if len(codes) >= self.properties:
            return self.native
        return self.native.filter(nw.col("property_code").is_in(sorted(codes)))

    def _stretches(self, codes: Collection[int]) -> list[tuple[int, int]]:
        """Where the claims of some properties stand, those of neighbours together."""
        found: list[tuple[int, int]] = []
        for code in sorted(codes):
            start, end = self._places.get(code, (0, 0))
            if found and found[-1][1] == start:
                found[-1] = found[-1][0], end
            elif end > start:
                found.append((start, end))
        return found

    def texts(self, column: str) -> Sequence[str]:
        """The distinct texts of a column."""
        import polars as pl

        if column not in self._texts:
            found = collected(self.native.select(column).unique())[column].drop_nulls()
            self._texts[column] = found.cast(pl.String).to_list()
        return self._texts[column]


class Wanted:
    """Rows that some rule will need as claims; made into claims all at once."""

    def __init__(self, table: Table) -> None:
        self._table = table
        self._rows: set[int] = set()
        self._claims: Mapping[int, Claim] = {}

    def add(self, rows: Iterable[int]) -> None:
        self._rows.update(rows)

    def fetch(self) -> None:
        places = sorted(self._rows - self._claims.keys())
        found = dict(zip(places, self._table.claims(places), strict=True)) if places else {}
        self._claims = {**self._claims, **found}

    def claims(self, rows: Iterable[int]) -> list[Claim]:
        """In the order of ids."""
        wanted = sorted(set(rows))
        if not self._claims.keys() >= set(wanted):
            self.add(wanted)
            self.fetch()
        return [self._claims[row] for row in wanted]
