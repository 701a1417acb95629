"""The claims of several operands that align, and what their combinations come to: once for all rules that ask it."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import reduce
from operator import or_
from typing import TYPE_CHECKING, Any

from factlint.corpus.claim import Property
from factlint.evaluate.combine import LIMIT
from factlint.language.model import Operand
from factlint.screen.arithmetic import Span
from factlint.screen.beside import once
from factlint.screen.groups import Groups
from factlint.screen.measures import all_collected
from factlint.screen.select import Choice
from factlint.screen.shown import Shown

if TYPE_CHECKING:
    import narwhals as nw
    import polars as pl

    from factlint.screen.run import Screen

AT_ONCE = 2_000_000
"""Combinations that are held in memory at a time."""

WIDTHS = ("low", "high", "nominal", "odd", "why", "low_open", "high_open")
"""What is asked of each claim: its value, and what widened it."""


@dataclass
class Aligned:
    """A slot of claims for each operand, joined by the keys that they share. `kept`: what others computed of it."""

    screen: Screen
    operands: tuple[Operand, ...]
    properties: tuple[Property, ...]
    kept: dict[object, Groups | None] = field(default_factory=dict)
    _alike: list[bool] = field(init=False)

    @once
    def shown(self) -> Shown:
        return Shown(self)

    @once
    def shared(self) -> list[str]:
        """Qualifiers that every property of the expression has."""
        first, *rest = self.properties
        return [key for key in sorted(first.qualifiers) if all(key in other.qualifiers for other in rest)]

    @once
    def slots(self) -> list[pl.DataFrame]:
        """The claims of each operand, under the group of the table in which they stand."""
        return all_collected([self._chosen(number) for number in range(len(self.operands))])

    def _chosen(self, number: int) -> nw.LazyFrame[Any]:
        operand, prop = self.operands[number], self.properties[number]
        chosen = Choice(modalities=frozenset({"actual", *operand.including}), period=operand.period)
        claims = self.screen.passes.claims(chosen, [self.screen.code_of(prop)])
        varies = prop.varies_by is not None and operand.period is None
        keys = ["subject_key", "qualifiers_key", *(["period_key"] if varies else [])]
        return claims.select("row", *WIDTHS, "group", *keys)

    @once
    def keyed(self) -> list[pl.DataFrame]:
        """For each operand, the groups of the table: the keys by which their claims align, how many there are, and between
        which ends all their intervals and numbers lie.
        """
        import polars as pl

        found = []
        for slot in self.slots:
            texts = [pl.col(key).cast(pl.Categorical) for key in keys_in(slot)]
            groups = slot.lazy().filter(pl.col("group").is_first_distinct()).select("group", *texts)
            found.append(groups.join(_ends(slot.lazy()), on="group"))
        keyed = pl.collect_all(found)
        return self._shared(keyed)

    def _shared(self, keyed: list[pl.DataFrame]) -> list[pl.DataFrame]:
        """With numbers for the qualifiers, by those alone that all share; as they are, where no claim has another."""
        import polars as pl

        texts = [it["qualifiers_key"].unique().cast(pl.String).to_list() for it in keyed]
        self._alike = [all(key in self.shared for text in its for key, _said in json.loads(text)) for its in texts]
        if all(self._alike):
            return keyed
        codes: dict[str, int] = {}
        found = []
        for it, its in zip(keyed, texts, strict=True):
            numbers = pl.DataFrame(
                {"qualifiers_key": its, "stated": [codes.setdefault(self._stated(text), len(codes)) for text in its]},
                {"qualifiers_key": pl.Categorical, "stated": pl.UInt32},
            )
            coded = it.join(numbers, on="qualifiers_key").drop("qualifiers_key")
            found.append(coded.rename({"stated": "qualifiers_key"}))
        return found

    def _stated(self, text: str) -> str:
        stated = dict(json.loads(text))
        return json.dumps([stated.get(key) for key in self.shared])

    def _has_own_keys(self, number: int) -> bool:
        """No two groups of the table have the same keys: whatever tells them apart is among these."""
        varies = self.properties[number].varies_by is None or "period_key" in self.keyed[number].columns
        return varies and self._alike[number]

    @once
    def groups(self) -> pl.DataFrame:
        """The groups for which every operand has a claim: how many combinations each holds; `number` is its own."""
        import polars as pl

        # Those that vary come first: the others have claims for every period.
        order = sorted(range(len(self.slots)), key=lambda it: "period_key" not in self.keyed[it].columns)
        found: pl.LazyFrame | None = None
        for number in order:
            keys = keys_in(self.keyed[number])
            joined = self.keyed[number].lazy()
            if not self._has_own_keys(number):
                sums = (pl.col("claims").sum(), pl.col("low").min(), pl.col("high").max(), pl.col("odd").any())
                joined = joined.group_by(keys).agg(sums)
            named = (pl.col(name).alias(f"{name}_{number}") for name in ("claims", "low", "high", "odd"))
            joined = joined.select(*keys, *named)
            found = joined if found is None else found.join(joined, on=keys, how="inner", nulls_equal=True)
        assert found is not None
        claims = [f"claims_{number}" for number in range(len(self.slots))]
        # No more is counted than tells that they are too many: of many operands the product is beyond 64 bits.
        numbers = [pl.col(it).cast(pl.Int64) for it in claims]
        product = pl.fold(pl.lit(1, pl.Int64), lambda a, b: (a * b).clip(upper_bound=LIMIT + 1), numbers)
        return found.with_columns(combinations=product).drop(claims).with_row_index("number").collect()

    @once
    def places(self) -> list[pl.DataFrame]:
        """Of each operand, the number of the group in which those of a group of the table stand: null where in none, a row
        each where in several.
        """
        import polars as pl

        numbers = self.groups.lazy().select("number", *keys_in(self.groups))
        return pl.collect_all(
            it.lazy()
            .select("group", "claims", *keys_in(it))
            .join(numbers, on=keys_in(it), how="left", nulls_equal=True)
            .select("group", "claims", "number")
            for it in self.keyed
        )

    def numbered(self, slot: int, groups: pl.DataFrame) -> pl.DataFrame:
        """The claims of an operand in some groups, with the numbers of these; a row each for a claim of several."""
        places = self.places[slot].join(groups.select("number"), on="number", how="semi")
        return self.slots[slot].join(places.select("group", "number"), on="group")

    @once
    def taking_part(self) -> int:
        """How many claims stand in some group: one of an operand without a period may stand in several, or for several."""
        import polars as pl

        taking = [it.filter(pl.col("number").is_not_null()).unique("group") for it in self.places]
        if len({prop.name for prop in self.properties}) == len(self.properties):
            return sum(int(it["claims"].sum()) for it in taking)
        rows = [slot.join(it, on="group", how="semi")["row"] for slot, it in zip(self.slots, taking, strict=True)]
        return int(pl.concat(rows).n_unique())

    def joined(self, groups: pl.DataFrame) -> Iterator[pl.DataFrame]:
        """Every combination of some groups that have no more than are judged, under the number of its group.

        Some at a time; at least one frame, if an empty one.
        """
        import polars as pl

        few = groups.select("number", "combinations").filter(pl.col("combinations") <= LIMIT).sort("number")
        part = (pl.col("combinations").cum_sum() - 1) // AT_ONCE
        for some in few.with_columns(part=part).partition_by("part") or [few]:
            joined = some.select("number")
            for number in range(len(self.slots)):
                claims = self.numbered(number, some)
                named = (pl.col(name).alias(f"{name}_{number}") for name in WIDTHS)
                joined = joined.join(claims.select("number", *named), on="number")
            yield joined

    def span(self, low: str, high: str, *, given: bool = True) -> Mapping[Operand, Span]:
        """The columns of each operand, in base units. What has no number of its own is as wide as it is; an end that is not
        there is infinite. `given`: of single claims.
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
            found[operand] = Span(least, greatest, size, size.is_null(), given)
        return found

    @property
    def odd(self) -> pl.Expr:
        import polars as pl

        return reduce(or_, [pl.col(f"odd_{number}") for number in range(len(self.operands))])

    @property
    def endless(self) -> pl.Expr:
        """Some claim has no lower, or no upper end: of groups."""
        import polars as pl

        ends = [pl.col(f"{end}_{number}") for number in range(len(self.operands)) for end in ("low", "high")]
        return reduce(or_, [end.is_infinite() for end in ends])

    def widened(self, reason: str) -> pl.Expr:
        """Some claim of the combination has a number, and is wider than it for this reason."""
        import polars as pl

        found = []
        for it in range(len(self.operands)):
            open_ = pl.col(f"low_open_{it}") | pl.col(f"high_open_{it}")
            wide = open_ | (pl.col(f"low_{it}") < pl.col(f"high_{it}")).fill_null(value=True)
            found.append((pl.col(f"why_{it}") == reason) & wide & pl.col(f"nominal_{it}").is_not_null())
        return reduce(or_, found)

    def with_states(self, asked: pl.DataFrame, found: pl.DataFrame, flags: Sequence[str]) -> pl.DataFrame:
        """All groups, those asked for with what their combinations came to; of these, too many combinations are to be judged."""
        import polars as pl

        many = asked.filter(pl.col("combinations") > LIMIT).select(
            "number", *(pl.lit(it == "unsure").alias(it) for it in flags)
        )
        told = pl.concat([found.select(many.columns), many])
        return self.groups.select("number", "combinations").join(told, on="number", how="left")


def _ends(claims: pl.LazyFrame) -> pl.LazyFrame:
    """Of each group of the table: between which ends all intervals and numbers lie, infinite ones where some are not there."""
    import polars as pl

    return claims.group_by("group").agg(
        pl.len().alias("claims"),
        pl.min_horizontal(pl.col("low").fill_null(float("-inf")), "nominal").min().alias("low"),
        pl.max_horizontal(pl.col("high").fill_null(float("inf")), "nominal").max().alias("high"),
        pl.col("odd").any(),
    )


def keys_in(frame: pl.DataFrame | pl.LazyFrame) -> list[str]:
    return [key for key in ("subject_key", "qualifiers_key", "period_key") if key in frame.columns]
