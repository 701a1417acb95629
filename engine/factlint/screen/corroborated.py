"""`be corroborated by at least N independent sources`, screened."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from factlint.screen.agree import Allowed
from factlint.screen.agree import asked as agreement
from factlint.screen.groups import Groups
from factlint.screen.measures import REASONS
from factlint.screen.told import Form, Question, Told

if TYPE_CHECKING:
    import polars as pl


@dataclass(frozen=True, slots=True)
class Corroboration:
    """One with fewer sources than are needed fails for each claim of it. One whose claims all have a number, and all
    agree, backs each of them by all. Two claims that disagree stand alone; and so they do as written.
    """

    agreement: Form
    needed: int

    def told(self, limits: Sequence[pl.Expr]) -> Told:
        import polars as pl

        agreed = self.agreement.told(limits)
        apart, unsure, thankful = (
            it.fill_null(value=False) for it in (agreed.violated, agreed.unsure, agreed.thankful)
        )
        # Of claims with several sources each, the sets are counted, not the names in them.
        single = pl.col("most_sources") == 1
        enough = pl.col("source_sets") >= self.needed
        numbers = pl.col("nominals") == pl.col("claims")
        two = (pl.col("claims") == 2) & single & pl.lit(self.needed > 1)
        together = ~apart & ~unsure & single & enough & numbers
        holds = together & (~thankful | two)
        violated = (single & ~enough) | (two & apart)
        thanks = {reason: pl.col(f"most_{reason}").is_not_null() for reason in REASONS}
        return Told(violated, ~holds, thankful, thanks)


def asked(groups: Groups, within: Mapping[int, Allowed | None], needed: int) -> Question:
    agreed = agreement(groups, within)
    groups.watch("sources", -needed, _may_lack)
    return Question(Corroboration(agreed.form, needed), agreed.limits)


def _may_lack(needed: float) -> pl.Expr:
    """Whether a group may have too few sources; the number comes with its sign turned."""
    import polars as pl

    plain = (
        (pl.col("most_sources") == 1) & (pl.col("source_sets") >= -needed) & (pl.col("nominals") == pl.col("claims"))
    )
    return ~plain.fill_null(value=False)
