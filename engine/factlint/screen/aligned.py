"""The claims of several operands that align, and what their combinations come to: once for all rules that ask it."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, reduce
from operator import or_
from typing import TYPE_CHECKING

from factlint.corpus.claim import Property
from factlint.evaluate.alone import LIMIT as NEIGHBOURS
from factlint.evaluate.alone import stand_alone
from factlint.evaluate.combine import LIMIT
from factlint.evaluate.group import comparability
from factlint.evaluate.result import Alone
from factlint.language.model import Operand
from factlint.screen.arithmetic import Span
from factlint.screen.groups import Groups
from factlint.screen.measures import collected
from factlint.screen.merge import LISTED_ALONE
from factlint.screen.select import Choice

if TYPE_CHECKING:
    import polars as pl

    from factlint.screen.run import Screen

MOST = 30_000_000
"""Combinations that are computed; a rule with more is judged without a screen."""

AT_ONCE = 2_000_000
"""Combinations that are held in memory at a time."""

VALUES = ("low", "high", "nominal", "odd")
WIDTHS = (*VALUES, "why", "low_open", "high_open")
"""With what widened a value."""


@dataclass
class Aligned:
    """A slot of claims for each operand, joined by the keys that they share. `kept`: what others computed of it."""

    screen: Screen
    operands: tuple[Operand, ...]
    properties: tuple[Property, ...]
    _rows: dict[int, list[int]] = field(default_factory=dict)
    kept: dict[object, Groups | None] = field(default_factory=dict)

    @cached_property
    def shared(self) -> list[str]:
        """Qualifiers that every property of the expression has."""
        first, *rest = self.properties
        return [key for key in sorted(first.qualifiers) if all(key in other.qualifiers for other in rest)]

    @property
    def slots(self) -> list[pl.DataFrame]:
        """The claims of each operand, under the group of the table in which they stand."""
        return [claims for claims, _keyed in self._read]

    @property
    def keyed(self) -> list[pl.DataFrame]:
        """For each operand, the keys by which its claims align: once for each group of the table, which has them in common."""
        return [keyed for _claims, keyed in self._read]

    @cached_property
    def _read(self) -> list[tuple[pl.DataFrame, pl.DataFrame]]:
        codes: dict[str, int] = {}
        return [self._slot(number, codes) for number in range(len(self.operands))]

    def _slot(self, number: int, codes: dict[str, int]) -> tuple[pl.DataFrame, pl.DataFrame]:
        import polars as pl

        operand, prop = self.operands[number], self.properties[number]
        chosen = Choice(modalities=frozenset({"actual", *operand.including}), period=operand.period)
        claims = self.screen.passes.claims(chosen, [self.screen.code_of(prop)])
        varies = prop.varies_by is not None and operand.period is None
        keys = ["subject_key", "qualifiers_key", *(["period_key"] if varies else [])]
        read = collected(claims.select("row", *WIDTHS, "group", *keys))
        found = read.filter(pl.col("group").is_first_distinct()).select("group", *keys)
        texts = found["qualifiers_key"].unique().cast(pl.String).to_list()
        places = [codes.setdefault(self._stated(text), len(codes)) for text in texts]
        numbers = pl.lit(None, pl.UInt32)
        if texts:
            numbers = pl.col("qualifiers_key").cast(pl.String).replace_strict(texts, places, return_dtype=pl.UInt32)
        return read.drop(keys), found.with_columns(numbers.alias("qualifiers_key"))

    def _stated(self, text: str) -> str:
        stated = dict(json.loads(text))
        return json.dumps([stated.get(key) for key in self.shared])

    @cached_property
    def groups(self) -> pl.DataFrame:
        """The groups for which every operand has a claim: how many combinations each holds; `number` is its own."""
        import polars as pl

        # Those that vary come first: the others have claims for every period.
        order = sorted(range(len(self.slots)), key=lambda it: "period_key" not in self.keyed[it].columns)
        found: pl.DataFrame | None = None
        for number in order:
            keys = keys_in(self.keyed[number])
            claims = self.slots[number].group_by("group").agg(pl.len().cast(pl.Int64).alias(f"number_{number}"))
            counted = self.keyed[number].join(claims, on="group").drop("group").group_by(keys).sum()
            if found is None:
                found = counted
            else:
                on = [key for key in keys if key in found.columns]
                found = found.join(counted, on=on, how="inner", nulls_equal=True)
        assert found is not None
        numbers = [pl.col(f"number_{number}") for number in range(len(self.slots))]
        product = pl.fold(pl.lit(1, pl.Int64), lambda a, b: a * b, numbers)
        return found.select(*keys_in(found), product.alias("combinations")).with_row_index("number")

    @cached_property
    def too_many(self) -> bool:
        import polars as pl

        few = self.groups.filter(pl.col("combinations") <= LIMIT)
        return int(few["combinations"].sum()) > MOST

    @cached_property
    def numbered(self) -> list[pl.DataFrame]:
        """The claims of each slot with the number of their group, and how many combinations it holds, instead of the keys:
        null for a claim without a group, a row each for a claim of several.
        """
        found = []
        for slot, keyed in zip(self.slots, self.keyed, strict=True):
            numbers = keyed.join(self.groups, on=keys_in(keyed), nulls_equal=True)
            found.append(slot.join(numbers.select("group", "number", "combinations"), on="group", how="left"))
        return found

    @cached_property
    def taking_part(self) -> int:
        """How many claims stand in some group: one of an operand without a period may stand in several."""
        import polars as pl

        taking = [slot["row"].filter(slot["number"].is_not_null()) for slot in self.numbered]
        return int(pl.concat(taking).n_unique()) if len(taking) > 1 else len(taking[0])

    def joined(self, columns: Sequence[str], groups: pl.DataFrame | None = None) -> Iterator[pl.DataFrame]:
        """Every combination of some groups (None: of all) that have no more than are judged, under the number of its group.

        Some at a time; at least one frame, if an empty one. `columns`: what is asked of each claim, `VALUES` or `WIDTHS`.
        """
        import polars as pl

        asked = self.groups if groups is None else groups
        few = asked.select("number", "combinations").filter(pl.col("combinations") <= LIMIT).sort("number")
        part = (pl.col("combinations").cum_sum() - 1) // AT_ONCE
        for some in few.with_columns(part=part).partition_by("part") or [few]:
            joined = some.select("number")
            for number, slot in enumerate(self.numbered):
                claims = slot.select("number", *(pl.col(name).alias(f"{name}_{number}") for name in columns))
                joined = joined.join(claims, on="number")
            yield joined

    def span(self, low: str, high: str) -> Mapping[Operand, Span]:
        """The columns of each operand, in base units. What has no number of its own is as wide as it is; an end that is not
        there is infinite.
        """
        import polars as pl

        found = {}
        for number, (operand, prop) in enumerate(zip(self.operands, self.properties, strict=True)):
            assert prop.unit is not None
            factor = float(prop.unit.factor)
            ends = [
                pl.coalesce(pl.col(f"{name}_{number}"), pl.col(f"{wide}_{number}")) * factor
                for name, wide in ((low, "low"), (high, "high"))
            ]
            size = pl.max_horizontal(ends[0].abs(), ends[1].abs())
            least, greatest = ends[0].fill_null(float("-inf")), ends[1].fill_null(float("inf"))
            found[operand] = Span(least, greatest, size, size.is_null())
        return found

    @property
    def odd(self) -> pl.Expr:
        import polars as pl

        return reduce(or_, [pl.col(f"odd_{number}") for number in range(len(self.operands))])

    def widened(self, reason: str) -> pl.Expr:
        """Some claim of the combination has a number, and is wider than it for this reason."""
        import polars as pl

        found = []
        for it in range(len(self.operands)):
            open_ = pl.col(f"low_open_{it}") | pl.col(f"high_open_{it}")
            wide = open_ | (pl.col(f"low_{it}") < pl.col(f"high_{it}")).fill_null(value=True)
            found.append((pl.col(f"why_{it}") == reason) & wide & pl.col(f"nominal_{it}").is_not_null())
        return reduce(or_, found)

    # --- What is told ------------------------------------------------------------------------------------------------

    def rows_of(self, groups: pl.DataFrame) -> list[int]:
        """The places of the claims of some groups."""
        import polars as pl

        missing = groups.filter(~pl.col("number").is_in(list(self._rows))) if self._rows else groups
        if missing.height:
            for number in missing["number"]:
                self._rows[number] = []
            for slot in self.numbered:
                found = slot.filter(pl.col("number").is_in(missing["number"].implode()))
                for number, row in found.select("number", "row").iter_rows():
                    self._rows[number].append(row)
        return [row for number in groups["number"] for row in self._rows[number]]

    def first(self, groups: pl.DataFrame, limit: int | None) -> pl.DataFrame:
        """At least the first groups in the order in which a report tells them: by subject, as it is first named."""
        import polars as pl

        if limit is None or groups.height <= limit:
            return groups
        asked = self.numbered[0].join(groups.select("number"), on="number", how="semi")
        firsts = asked.group_by("number").agg(pl.col("row").min())
        table = self.screen.table.frame.select("row", "subject_name")
        named = table.filter(pl.col("row").is_in(firsts["row"].unique().implode())).collect()
        firsts = firsts.join(named, on="row").sort("subject_name")
        last = firsts["subject_name"][limit - 1]
        chosen = firsts.filter(pl.col("subject_name") <= last)
        return groups.join(chosen.select("number"), on="number", how="semi")

    @cached_property
    def lone(self) -> pl.Series:
        """The places of the claims without a partner."""
        import polars as pl

        missing = [slot["row"].filter(slot["number"].is_null()) for slot in self.numbered]
        return pl.concat(missing).unique().sort()

    @cached_property
    def near(self) -> list[list[int]]:
        """Among whom the nearest claim is looked for, by slot: those on the subject of a lone one, and the first of all."""
        import polars as pl

        first = self.lone.head(LISTED_ALONE).implode()
        own = [
            keyed.join(slot.filter(pl.col("row").is_in(first)), on="group", how="semi")["subject_key"]
            for slot, keyed in zip(self.slots, self.keyed, strict=True)
        ]
        subjects = pl.concat(own).unique().implode()
        found = []
        for slot, keyed in zip(self.slots, self.keyed, strict=True):
            groups = keyed.filter(pl.col("subject_key").is_in(subjects))
            near = slot.join(groups, on="group", how="semi")["row"]
            found.append([*near, *slot["row"].bottom_k(NEIGHBOURS)])
        return found

    @cached_property
    def alone(self) -> tuple[Alone, ...]:
        """The first claims without a partner, each with the nearest of another property."""
        wanted = self.screen.wanted
        lone = wanted.claims(self.lone.head(LISTED_ALONE).to_list())
        near = [claim for rows in self.near for claim in wanted.claims(rows)]
        return stand_alone(lone, [(it, comparability(it, None, frozenset())[0]) for it in near], across=True)

    def with_states(self, found: pl.DataFrame, flags: Sequence[str]) -> pl.DataFrame:
        """All groups with what their combinations came to; those of too many combinations are to be judged."""
        import polars as pl

        joined = self.groups.select("number", "combinations").join(found, on="number", how="left")
        many = pl.col("combinations") > LIMIT
        return joined.with_columns(
            pl.when(many).then(pl.lit(name == "unsure")).otherwise(pl.col(name)).alias(name) for name in flags
        )


def keys_in(frame: pl.DataFrame) -> list[str]:
    return [key for key in ("subject_key", "qualifiers_key", "period_key") if key in frame.columns]
