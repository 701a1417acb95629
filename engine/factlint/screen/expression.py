"""Rules on an expression, screened: the claims of its operands joined, and every combination computed in columns."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import reduce
from operator import or_
from typing import TYPE_CHECKING

from factlint.assertions import relation
from factlint.assertions.finding import Thanks
from factlint.corpus.claim import Claim, Property
from factlint.evaluate.alone import LIMIT as NEIGHBOURS
from factlint.evaluate.alone import stand_alone
from factlint.evaluate.combine import LIMIT, terms_of
from factlint.evaluate.group import comparability
from factlint.evaluate.result import Alone, RuleResult
from factlint.evaluate.run import Context, RuleRun
from factlint.language.model import Expression, Operand, Rule, Selection
from factlint.screen.arithmetic import Span
from factlint.screen.measures import collected
from factlint.screen.merge import JUDGED, LISTED_ALONE, WORDS, cut
from factlint.screen.relation import fails
from factlint.screen.select import Choice
from factlint.screen.thanks import REASONS

if TYPE_CHECKING:
    import polars as pl

    from factlint.screen.run import Screen

AT_ONCE = 30_000_000
"""Combinations held in memory; a rule with more is judged without a screen."""


def screened(screen: Screen, rule: Rule, limit: int | None) -> RuleResult | None:
    """The result of a rule on an expression; None where the expression has no screen."""
    if isinstance(rule.subject, Selection) or len(rule.checks) != 1 or rule.checks[0].clearly or rule.using:
        return None
    bound = relation(rule.checks[0])
    if bound is None:
        return None
    terms = terms_of(rule.subject, *bound.expressions)
    operands = [it for it in terms if isinstance(it, Operand) and it.subject is None and it.period is None]
    if not operands or len(operands) < len(terms):
        return None
    by_name = {prop.name: prop for prop in screen.properties}
    properties = [by_name[it.property] for it in operands if it.property in by_name]
    if len(properties) < len(operands) or not _alike(properties):
        return None
    return _Run(screen, rule, rule.subject, tuple(operands), tuple(properties)).result(limit)


def _alike(properties: Sequence[Property]) -> bool:
    """All of measured things, that vary by one span of time or by none."""
    if any(it.kind != "quantity" or it.unit is None or it.unit.offset for it in properties):
        return False
    return len({it.varies_by for it in properties if it.varies_by is not None}) <= 1


@dataclass(frozen=True, slots=True)
class _Run:
    screen: Screen
    rule: Rule
    subject: Expression
    operands: tuple[Operand, ...]
    properties: tuple[Property, ...]

    @property
    def shared(self) -> list[str]:
        """Qualifiers that every property of the expression has."""
        first, *rest = self.properties
        return [key for key in sorted(first.qualifiers) if all(key in other.qualifiers for other in rest)]

    def result(self, limit: int | None) -> RuleResult | None:
        import polars as pl

        slots = [self._slot(number) for number in range(len(self.operands))]
        groups = self._groups(slots)
        many = groups.filter(pl.col("combinations") > LIMIT)
        if int(groups["combinations"].sum()) - int(many["combinations"].sum()) > AT_ONCE:
            return None
        few = groups.filter(pl.col("combinations") <= LIMIT)
        told = self._states(slots, few)
        if told is None:
            return None
        violated, unsure = told.filter("violated"), told.filter(~pl.col("violated") & pl.col("unsure"))
        thankful = told.filter(~pl.col("violated") & ~pl.col("unsure") & pl.col("thankful"))
        counted: Counter[Thanks] = Counter()
        if thankful.height > JUDGED:
            doubtful = thankful.filter("doubtful")
            rest = thankful.filter(~pl.col("doubtful"))
            words = self._first(slots, rest, WORDS)
            counted_rest = rest.join(words, on=self._keys(groups), how="anti", nulls_equal=True)
            counted = Counter({reason: int(counted_rest[reason].sum()) for reason in REASONS})
            thankful = pl.concat([doubtful, words])
        listed = self._first(slots, violated, limit)
        keys = self._keys(groups)
        suspects = pl.concat([it.select(keys) for it in (many, unsure, thankful, listed)])
        suspects = groups.join(suspects, on=keys, how="semi", nulls_equal=True)
        rows = [row for slot in slots for row in self._rows(slot, suspects)]
        claims = self.screen.table.claims(rows)
        run = RuleRun(self.rule, Context(tuple(claims), self.screen.vocabulary)).result()
        alone, more_alone = self._alone(slots, groups)
        hidden = violated.height - listed.height
        found = replace(
            run,
            groups=groups.height - suspects.height + run.groups,
            claims=self._taking_part(slots, groups),
            only_thanks_to={key: number + counted[key] for key, number in run.only_thanks_to.items()},
            alone=alone,
            alone_unlisted=more_alone,
        )
        verdict = "violated" if hidden else found.verdict
        if verdict == "not_applicable" and found.groups:
            verdict = "satisfied"
        return cut(replace(found, verdict=verdict), limit, hidden)

    # --- What aligns -------------------------------------------------------------------------------------------------

    def _slot(self, number: int) -> pl.DataFrame:
        """The claims of an operand, with the keys by which they align."""
        import narwhals as nw
        import polars as pl

        operand, prop = self.operands[number], self.properties[number]
        chosen = Choice(modalities=frozenset({"actual", *operand.including})).condition()
        frame = self.screen.native.filter(chosen, nw.col("property_code") == self.screen.code_of(prop))
        columns = ["row", "subject_key", "period_key", "low", "high", "nominal", "odd", "why", "low_open", "high_open"]
        found = collected(frame.select(*columns, "qualifiers_key"))
        aligned = {text: self._aligned(text) for text in found["qualifiers_key"].unique()}
        qualifiers = pl.col("qualifiers_key").replace_strict(aligned, return_dtype=pl.String)
        found = found.with_columns(qualifiers.alias("qualifiers_key"))
        return found if prop.varies_by is not None else found.drop("period_key")

    def _aligned(self, text: str) -> str:
        stated = dict(json.loads(text))
        return json.dumps([stated.get(key) for key in self.shared])

    def _keys(self, frame: pl.DataFrame) -> list[str]:
        return [key for key in ("subject_key", "qualifiers_key", "period_key") if key in frame.columns]

    def _groups(self, slots: Sequence[pl.DataFrame]) -> pl.DataFrame:
        """The groups for which every operand has a claim: how many combinations each holds."""
        import polars as pl

        # Those that vary come first: the others have claims for every period.
        order = sorted(range(len(slots)), key=lambda it: "period_key" not in slots[it].columns)
        found: pl.DataFrame | None = None
        for number in order:
            keys = self._keys(slots[number])
            counted = slots[number].group_by(keys).agg(pl.len().cast(pl.Int64).alias(f"number_{number}"))
            if found is None:
                found = counted
            else:
                on = [key for key in keys if key in found.columns]
                found = found.join(counted, on=on, how="inner", nulls_equal=True)
        assert found is not None
        numbers = [pl.col(f"number_{number}") for number in range(len(slots))]
        return found.with_columns(combinations=pl.fold(pl.lit(1, pl.Int64), lambda a, b: a * b, numbers))

    def _taking_part(self, slots: Sequence[pl.DataFrame], groups: pl.DataFrame) -> int:
        """How many claims stand in some group: one of an operand without a period may stand in several."""
        import polars as pl

        taking = [slot.join(groups, on=self._keys(slot), how="semi", nulls_equal=True)["row"] for slot in slots]
        return int(pl.concat(taking).n_unique()) if len(taking) > 1 else len(taking[0])

    def _rows(self, slot: pl.DataFrame, groups: pl.DataFrame) -> list[int]:
        keys = self._keys(slot)
        return slot.join(groups, on=keys, how="semi", nulls_equal=True)["row"].to_list()

    # --- What holds --------------------------------------------------------------------------------------------------

    def _states(self, slots: Sequence[pl.DataFrame], groups: pl.DataFrame) -> pl.DataFrame | None:
        import polars as pl

        keys = self._keys(groups)
        plain, nominal = (fails(self.rule.checks[0].assertion, self.subject, it) for it in (self._plain, self._nominal))
        if plain is None or nominal is None:
            return None
        joined = groups.select(keys)
        for number, slot in enumerate(slots):
            on = self._keys(slot)
            renamed = slot.rename({name: f"{name}_{number}" for name in slot.columns if name not in on})
            joined = joined.join(renamed, on=on, how="inner", nulls_equal=True)
        odd = reduce(or_, [pl.col(f"odd_{number}") for number in range(len(slots))])
        open_ = odd | plain[2].fill_null(value=True)
        surely, maybe = (it.fill_null(value=False) for it in plain[:2])
        as_written, perhaps = (it.fill_null(value=False) for it in nominal[:2])
        told = joined.select(
            *keys,
            (surely & ~open_).alias("violated"),
            (open_ | (maybe & ~surely)).alias("unsure"),
            perhaps.alias("thankful"),
            ((perhaps & ~as_written) | nominal[2].fill_null(value=True)).alias("doubtful"),
            *(self._widened(reason, len(slots)).alias(reason) for reason in REASONS),
        )
        some = [pl.col(name).any() for name in ("violated", "unsure", "thankful", "doubtful")]
        reasons = [(pl.col(reason) & pl.col("thankful")).any() for reason in REASONS]
        return told.group_by(keys).agg(*some, *reasons)

    def _plain(self, operand: Operand) -> Span:
        return self._span(operand, "low", "high")

    def _nominal(self, operand: Operand) -> Span:
        return self._span(operand, "nominal", "nominal")

    def _span(self, operand: Operand, low: str, high: str) -> Span:
        import polars as pl

        number = self.operands.index(replace(operand, text=""))
        unit = self.properties[number].unit
        assert unit is not None
        factor = float(unit.factor)
        # What has no number of its own is as wide as it is.
        ends = [
            pl.coalesce(pl.col(f"{name}_{number}"), pl.col(f"{wide}_{number}")) * factor
            for name, wide in ((low, "low"), (high, "high"))
        ]
        size = pl.max_horizontal(ends[0].abs(), ends[1].abs())
        return Span(ends[0], ends[1], size, ends[0].is_null() | ends[1].is_null())

    def _widened(self, reason: str, number: int) -> pl.Expr:
        """Some claim of the combination has a number, and is wider than it for this reason."""
        import polars as pl

        found = []
        for it in range(number):
            open_ = pl.col(f"low_open_{it}") | pl.col(f"high_open_{it}")
            wide = open_ | (pl.col(f"low_{it}") < pl.col(f"high_{it}")).fill_null(value=True)
            found.append((pl.col(f"why_{it}") == reason) & wide & pl.col(f"nominal_{it}").is_not_null())
        return reduce(or_, found)

    # --- What is told ------------------------------------------------------------------------------------------------

    def _first(self, slots: Sequence[pl.DataFrame], groups: pl.DataFrame, limit: int | None) -> pl.DataFrame:
        """At least the first groups in the order in which a report tells them: by subject, as it is first named."""
        import polars as pl

        if limit is None or groups.height <= limit:
            return groups
        if limit == 0:
            return groups.clear()
        keys = self._keys(slots[0])
        firsts = slots[0].join(groups, on=keys, how="semi", nulls_equal=True).group_by(keys).agg(pl.col("row").min())
        table = self.screen.table.frame.select("row", "subject_name")
        named = table.filter(pl.col("row").is_in(firsts["row"].implode())).collect()
        firsts = firsts.join(named, on="row").join(groups, on=keys, how="inner", nulls_equal=True).sort("subject_name")
        last = firsts["subject_name"][limit - 1]
        chosen = firsts.filter(pl.col("subject_name") <= last)
        return groups.join(chosen, on=self._keys(groups), how="semi", nulls_equal=True)

    def _alone(self, slots: Sequence[pl.DataFrame], groups: pl.DataFrame) -> tuple[tuple[Alone, ...], int]:
        """Claims without a partner, each with the nearest of another property; and how many more there are."""
        import polars as pl

        missing = [slot.join(groups, on=self._keys(slot), how="anti", nulls_equal=True)["row"] for slot in slots]
        places = pl.concat(missing).unique().sort()
        if not len(places):
            return (), 0
        lone = self.screen.table.claims(places.head(LISTED_ALONE).to_list())
        subjects = pl.Series("subject_key", sorted({claim.subject.key for claim in lone}))
        near: list[Claim] = []
        for slot in slots:
            same = slot.filter(pl.col("subject_key").is_in(subjects.implode()))["row"]
            near += self.screen.table.claims([*same, *slot["row"].sort().head(NEIGHBOURS)])
        keyed = [(claim, comparability(claim, None, frozenset())[0]) for claim in near]
        return stand_alone(lone, keyed, across=True), len(places) - len(lone)
