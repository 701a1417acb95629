"""Which claims of aligned groups a report shows: those of the groups that are told of, and those that found no partner."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from factlint.evaluate.alone import LIMIT as NEIGHBOURS
from factlint.evaluate.alone import stand_alone
from factlint.evaluate.group import comparability
from factlint.evaluate.result import Alone

if TYPE_CHECKING:
    import polars as pl

    from factlint.screen.aligned import Aligned


@dataclass
class Shown:
    """Claims of the operands that align: whatever several rules show of them is looked up once."""

    aligned: Aligned
    _rows: dict[int, list[int]] = field(default_factory=dict)

    def rows_of(self, groups: pl.DataFrame) -> list[int]:
        """The places of the claims of some groups."""
        import polars as pl

        missing = groups.filter(~pl.col("number").is_in(list(self._rows))) if self._rows else groups
        if missing.height:
            for number in missing["number"]:
                self._rows[number] = []
            for slot in range(len(self.aligned.slots)):
                for number, row in self.aligned.numbered(slot, missing).select("number", "row").iter_rows():
                    self._rows[number].append(row)
        return [row for number in groups["number"] for row in self._rows[number]]

    def first(self, groups: pl.DataFrame, limit: int | None) -> pl.DataFrame:
        """At least the first groups in the order in which a report tells them: by subject, as it is first named."""
        import polars as pl

        if limit is None or groups.height <= limit:
            return groups
        firsts = self.aligned.numbered(0, groups).group_by("number").agg(pl.col("row").min())
        table = self.aligned.screen.table.frame.select("row", "subject_name")
        named = table.filter(pl.col("row").is_in(firsts["row"].unique().implode())).collect()
        firsts = firsts.join(named, on="row").sort("subject_name")
        last = firsts["subject_name"][limit - 1]
        chosen = firsts.filter(pl.col("subject_name") <= last)
        return groups.join(chosen.select("number"), on="number", how="semi")

    @cached_property
    def lone(self) -> pl.Series:
        """The places of the claims without a partner."""
        import polars as pl

        lonely = [it.filter(pl.col("number").is_null()) for it in self.aligned.places]
        missing = [
            slot.join(it, on="group", how="semi")["row"] for slot, it in zip(self.aligned.slots, lonely, strict=True)
        ]
        return pl.concat(missing).unique().sort()

    @property
    def listed(self) -> pl.Series:
        """Those of them that are listed."""
        return self.lone.head(self.aligned.screen.listing.alone)

    @cached_property
    def near(self) -> list[list[int]]:
        """Among whom the nearest claim is looked for, by slot: those on the subject of a lone one, and the first of all."""
        import polars as pl

        first = self.listed.implode()
        own = [
            keyed.join(slot.filter(pl.col("row").is_in(first)), on="group", how="semi")["subject_key"]
            for slot, keyed in zip(self.aligned.slots, self.aligned.keyed, strict=True)
        ]
        subjects = pl.concat(own).unique().implode()
        found = []
        for slot, keyed in zip(self.aligned.slots, self.aligned.keyed, strict=True):
            groups = keyed.filter(pl.col("subject_key").is_in(subjects))
            near = slot.join(groups, on="group", how="semi")["row"]
            found.append([*near, *slot["row"].bottom_k(NEIGHBOURS)])
        return found

    @cached_property
    def alone(self) -> tuple[Alone, ...]:
        """The first claims without a partner, each with the nearest of another property."""
        wanted = self.aligned.screen.wanted
        lone = wanted.claims(self.listed.to_list())
        near = [claim for rows in self.near for claim in wanted.claims(rows)]
        return stand_alone(lone, [(it, comparability(it, None, frozenset())[0]) for it in near], across=True)
