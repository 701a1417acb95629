"""`be corroborated by at least N independent sources`, screened."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from factlint.screen.agree import HOLDS, UNSURE, VIOLATED, Allowed
from factlint.screen.agree import states as agreement_states

if TYPE_CHECKING:
    import polars as pl


def states(groups: pl.DataFrame, within: Mapping[int, Allowed | None], needed: int) -> pl.Series:
    """The state of each group.

    One with fewer sources than are needed fails for each claim of it. One whose claims all have a number, and all agree,
    backs each of them by all. Two claims that disagree stand alone.
    """
    import polars as pl

    found = groups.with_columns(agreement=agreement_states(groups, within))
    # Of claims with several sources each, the sets are counted, not the names in them.
    single = pl.col("most_sources") == 1
    enough = pl.col("sources") >= needed
    numbers = pl.col("nominals") == pl.col("claims")
    alone = single & ~enough
    two_apart = (pl.col("claims") == 2) & single & (pl.col("agreement") == VIOLATED) & (needed > 1)
    together = (pl.col("agreement") == HOLDS) & single & enough & numbers
    state = pl.when(alone | two_apart).then(VIOLATED).when(together).then(HOLDS).otherwise(UNSURE)
    return found.with_columns(state.cast(pl.UInt8).alias("state"))["state"]
