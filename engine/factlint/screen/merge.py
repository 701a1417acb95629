"""What the screen is sure of, counted; what it is not, and what is listed, judged: one result for a rule."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from factlint.assertions import ASSERTIONS
from factlint.assertions.finding import Thanks
from factlint.corpus.claim import Claim
from factlint.evaluate.alone import LIMIT as NEIGHBOURS
from factlint.evaluate.alone import stand_alone
from factlint.evaluate.group import comparability
from factlint.evaluate.result import Alone, RuleResult, Verdict
from factlint.evaluate.run import Context, RuleRun, keys_of
from factlint.language.model import Check, Rule, Selection
from factlint.screen.agree import THANKFUL, UNSURE, VIOLATED
from factlint.screen.measures import collected
from factlint.screen.select import Choice

if TYPE_CHECKING:
    import polars as pl

    from factlint.screen.run import Screen

LISTED_ALONE = 1_000
"""Claims that stand alone and are listed; the rest are counted."""

WORDS = 10
"""Groups that hold only thanks to their width and are told in words."""

JUDGED = 200
"""Thankful groups that are judged one by one; of more, the reasons are counted in columns."""


@dataclass(frozen=True, slots=True)
class Screened:
    """A rule's groups with their states: (keys…, property_code, claims, first, state), one row a group."""

    screen: Screen
    rule: Rule
    selection: Selection
    check: Check
    chosen: Choice
    groups: pl.DataFrame
    spoken: Sequence[int]

    def result(self, limit: int | None) -> RuleResult:
        import polars as pl

        bounded = type(self.check.assertion) not in ASSERTIONS
        kind = None if bounded else ASSERTIONS[type(self.check.assertion)]
        judged = self.groups.filter(pl.col("claims") >= (1 if kind is None else kind.least))
        violated = judged.filter(pl.col("state") == VIOLATED)
        unsure = judged.filter(pl.col("state") == UNSURE)
        thankful = judged.filter(pl.col("state") == THANKFUL)
        counted: Counter[Thanks] = Counter()
        if thankful.height > JUDGED:
            from factlint.screen.thanks import reasons

            counted, doubtful = reasons(self, thankful)
            thankful = pl.concat(
                [doubtful, self._first(thankful.join(doubtful, on=self.by, how="anti", nulls_equal=True), WORDS)]
            )
            counted -= reasons(self, thankful)[0]
        listed = self._first(violated, limit)
        suspects = pl.concat([unsure, thankful, listed])
        claims = self.screen.table.claims(self.screen.rows_of(self.chosen, suspects))
        run = RuleRun(self.rule, Context(tuple(claims), self.screen.vocabulary)).result()
        alone, more_alone = self._alone() if kind is not None and kind.compares else ((), 0)
        found = replace(
            run,
            groups=judged.height - suspects.height + run.groups,
            claims=int(judged["claims"].sum()) - int(suspects["claims"].sum()) + run.claims,
            only_thanks_to={key: number + counted[key] for key, number in run.only_thanks_to.items()},
            alone=alone,
            alone_unlisted=more_alone,
            not_judged=self._idle() + run.not_judged,
        )
        hidden = violated.height - listed.height
        return cut(replace(found, verdict=self._verdict(found, hidden)), limit, hidden)

    def _verdict(self, found: RuleResult, hidden: int) -> Verdict:
        if hidden:
            return "violated"
        return "satisfied" if found.verdict == "not_applicable" and found.groups else found.verdict

    @property
    def by(self) -> list[str]:
        return list(dict.fromkeys([*self.chosen.keys, "property_code"]))

    def _first(self, groups: pl.DataFrame, limit: int | None) -> pl.DataFrame:
        """The first groups in the order in which a report tells them."""
        import polars as pl

        if limit is None or groups.height <= limit:
            return groups
        if limit == 0:
            return groups.clear()
        table = self.screen.table
        wanted = groups["first"].unique().sort()
        heads = (
            table.frame.select("row", "property", "subject_name")
            .filter(pl.col("row").is_in(wanted.implode()))
            .collect()
        )
        if self.chosen.keys == ("group",) or self.chosen.keys[:2] == ("property_code", "subject_key"):
            # Property and subject come first in the order: of those that follow the limit none can be among the first.
            last = heads.sort("property", "subject_name").row(limit - 1, named=True)
            earlier = pl.col("property") < last["property"]
            level = (pl.col("property") == last["property"]) & (pl.col("subject_name") <= last["subject_name"])
            heads = heads.filter(earlier | level)
        per, without = keys_of(self.check, self.selection)
        keyed = []
        for row, claim in zip(heads["row"].sort(), table.claims(heads["row"].to_list()), strict=True):
            keys = comparability(claim, per, self.selection.regardless, without=without)[0]
            keyed.append((tuple((key, shown is not None, shown or "") for key, _compared, shown in keys), row))
        keyed.sort()
        chosen = pl.Series("row", [row for _key, row in keyed[:limit]], dtype=pl.UInt32)
        return groups.filter(pl.col("first").is_in(chosen.implode()))

    def _idle(self) -> int:
        """Claims that are selected, and that the assertion cannot speak of."""
        import narwhals as nw

        silent = [code for code in self.screen.codes(self.selection) if code not in self.spoken]
        if not silent:
            return 0
        frame = self.screen.native.filter(self.chosen.condition(), nw.col("property_code").is_in(silent))
        return int(collected(frame.select(nw.len().alias("number")))["number"][0])

    def _alone(self) -> tuple[tuple[Alone, ...], int]:
        """Who stood alone, each with the nearest claim; and how many more there are."""
        import polars as pl

        places = self.groups.filter(pl.col("claims") == 1)["first"].sort()
        if not len(places):
            return (), 0
        lone = self.screen.table.claims(places.head(LISTED_ALONE).to_list())
        near = self._neighbours(lone)
        keyed = [(it, comparability(it, self.selection.per, self.selection.regardless)[0]) for it in near]
        return stand_alone(lone, keyed), len(places) - len(lone)

    def _neighbours(self, lone: Sequence[Claim]) -> list[Claim]:
        """Among whom the nearest claim is looked for: those on the same subject, and the first of the property."""
        import narwhals as nw

        codes = [self.screen.code_of(claim.property) for claim in lone]
        subjects = sorted({claim.subject.key for claim in lone})
        chosen = self.screen.native.filter(self.chosen.condition(), nw.col("property_code").is_in(sorted(set(codes))))
        same = collected(chosen.filter(nw.col("subject_key").is_in(subjects)).select("row"))["row"]
        places = collected(chosen.select("row", "property_code")).sort("row")
        first = places.group_by("property_code").head(NEIGHBOURS)["row"]
        return self.screen.table.claims([*same, *first])


def cut(result: RuleResult, limit: int | None, hidden: int = 0) -> RuleResult:
    """The first findings and claims alone; the rest, and those `hidden` from the start, are counted."""
    shown = result.findings if limit is None else result.findings[:limit]
    left = len(result.findings) - len(shown) + hidden
    alone = result.alone[:LISTED_ALONE]
    return replace(
        result,
        findings=shown,
        unlisted={result.rule.severity: left} if left else {},
        alone=alone,
        alone_unlisted=result.alone_unlisted + len(result.alone) - len(alone),
    )
