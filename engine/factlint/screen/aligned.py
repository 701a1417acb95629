"""The claims of several operands that align, and what their combinations come to: once for all rules that ask it."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
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

AT_ONCE = 30_000_000
"""Combinations held in memory; a rule with more is judged without a screen."""

_READ = ("row", "low", "high", "nominal", "odd", "why", "low_open", "high_open")


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

    @cached_property
    def slots(self) -> list[pl.DataFrame]:
        codes: dict[str, int] = {}
        return [self._slot(number, codes) for number in range(len(self.operands))]

    def _slot(self, number: int, codes: dict[str, int]) -> pl.DataFrame:
        """The claims of an operand, with the keys by which they align."""
        import polars as pl

        operand, prop = self.operands[number], self.properties[number]
        chosen = Choice(modalities=frozenset({"actual", *operand.including}), period=operand.period)
        claims = self.screen.passes.claims(chosen, [self.screen.code_of(prop)])
        varies = prop.varies_by is not None and operand.period is None
        keys = ["subject_key", "qualifiers_key", *(["period_key"] if varies else [])]
        found = collected(claims.select(*_READ, *keys))
        texts = found["qualifiers_key"].unique().cast(pl.String).to_list()
        places = [codes.setdefault(self._stated(text), len(codes)) for text in texts]
        numbers = pl.lit(None, pl.UInt32)
        if texts:
            numbers = pl.col("qualifiers_key").cast(pl.String).replace_strict(texts, places, return_dtype=pl.UInt32)
        return found.with_columns(numbers.alias("qualifiers_key"))

    def _stated(self, text: str) -> str:
        stated = dict(json.loads(text))
        return json.dumps([stated.get(key) for key in self.shared])

    @cached_property
    def groups(self) -> pl.DataFrame:
        """The groups for which every operand has a claim: how many combinations each holds; `number` is its own."""
        import polars as pl

        # Those that vary come first: the others have claims for every period.
        order = sorted(range(len(self.slots)), key=lambda it: "period_key" not in self.slots[it].columns)
        found: pl.DataFrame | None = None
        for number in order:
            keys = keys_in(self.slots[number])
            counted = self.slots[number].group_by(keys).agg(pl.len().cast(pl.Int64).alias(f"number_{number}"))
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
        return int(few["combinations"].sum()) > AT_ONCE

    @cached_property
    def numbered(self) -> list[pl.DataFrame]:
        """The claims of each slot with the number of their group, and how many combinations it holds, instead of the keys:
        null for a claim without a group, a row each for a claim of several.
        """
        found = []
        for slot in self.slots:
            joined = slot.join(self.groups, on=keys_in(slot), how="left", nulls_equal=True)
            found.append(joined.select(*_READ, "number", "combinations"))
        return found

    @cached_property
    def taking_part(self) -> int:
        """How many claims stand in some group: one of an operand without a period may stand in several."""
        import polars as pl

        taking = [slot["row"].filter(slot["number"].is_not_null()) for slot in self.numbered]
        return int(pl.concat(taking).n_unique()) if len(taking) > 1 else len(taking[0])

    @cached_property
    def joined(self) -> pl.DataFrame:
        """Every combination of the groups that have no more than are judged, under the number of its group."""
        import polars as pl

        joined: pl.DataFrame | None = None
        for number, slot in enumerate(self.numbered):
            few = slot.filter(pl.col("combinations") <= LIMIT).drop("row", "combinations")
            renamed = few.rename({name: f"{name}_{number}" for name in few.columns if name != "number"})
            joined = renamed if joined is None else joined.join(renamed, on="number", how="inner")
        assert joined is not None
        return joined

    def span(self, low: str, high: str) -> Mapping[Operand, Span]:
        """The columns of each operand, in base units. What has no number of its own is as wide as it is."""
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
            found[operand] = Span(ends[0], ends[1], size, ends[0].is_null() | ends[1].is_null())
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
        own = [slot.filter(pl.col("row").is_in(first))["subject_key"] for slot in self.slots]
        subjects = pl.concat(own).unique()
        return [
            pl.concat(
                [slot.filter(pl.col("subject_key").is_in(subjects.implode()))["row"], slot["row"].bottom_k(NEIGHBOURS)]
            ).to_list()
            for slot in self.slots
        ]

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
