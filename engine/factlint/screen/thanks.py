"""What many groups hold only thanks to, counted in columns."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from factlint.assertions.finding import Thanks
from factlint.language.model import Agree, Bound
from factlint.screen import agree, bounds
from factlint.screen.measures import collected

if TYPE_CHECKING:
    import polars as pl

    from factlint.screen.merge import Screened

REASONS: tuple[Thanks, ...] = ("hedge", "precision", "range")


def reasons(screened: Screened, groups: pl.DataFrame) -> tuple[Counter[Thanks], pl.DataFrame]:
    """How many of these groups, which hold, hold only thanks to each reason; and those that only a judge can tell of."""
    import polars as pl

    if not isinstance(screened.check.assertion, Agree | Bound):
        return Counter(), groups
    by = screened.by
    claims = _claims(screened, groups)
    surely, maybe = _beside_the_point(screened, claims)
    told = claims.with_columns(
        surely=surely,
        doubtful=maybe & ~surely,
        widened=pl.col("low_open") | pl.col("high_open") | (pl.col("low") < pl.col("high")).fill_null(value=True),
    )
    at_fault = pl.col("surely") & pl.col("widened")
    counted = told.group_by(by).agg(
        pl.col("doubtful").any(),
        *((at_fault & (pl.col("why") == reason)).any().alias(reason) for reason in REASONS),
    )
    sure = counted.filter(~pl.col("doubtful"))
    doubtful = groups.join(counted.filter("doubtful"), on=by, how="semi", nulls_equal=True)
    return Counter({reason: int(sure[reason].sum()) for reason in REASONS}), doubtful


def _claims(screened: Screened, groups: pl.DataFrame) -> pl.DataFrame:
    """The claims of the groups that have a number, with the least and greatest number of their group."""
    import polars as pl

    by = screened.by
    columns = [*by, "row", "nominal", "low", "high", "low_open", "high_open", "why", "sharp"]
    chosen = screened.screen.native.filter(screened.chosen.condition())
    found = collected(chosen.select(list(dict.fromkeys(columns))))
    found = found.join(groups.select(by), on=by, how="semi", nulls_equal=True).filter(pl.col("nominal").is_not_null())
    return found.with_columns(
        min_nominal=pl.col("nominal").min().over(by), max_nominal=pl.col("nominal").max().over(by)
    )


def _beside_the_point(screened: Screened, claims: pl.DataFrame) -> tuple[pl.Series, pl.Series]:
    """Whether a claim's number, as written, would not hold; and whether it might not."""
    import polars as pl

    screen, assertion = screened.screen, screened.check.assertion
    surely = maybe = pl.lit(value=False)
    codes = claims["property_code"].unique().to_list()
    for code in codes:
        prop = screen.properties[code]
        here = pl.col("property_code") == code
        if isinstance(assertion, Agree):
            within = agree.allowed(assertion.tolerance, prop) or agree.Allowed()
            below = agree.apart(within, "min_nominal", "nominal", points=True)
            above = agree.apart(within, "nominal", "max_nominal", points=True)
            # Only where the two outermost numbers are apart is any claim beside the point.
            ends = agree.apart(within, "min_nominal", "max_nominal", points=True)
            surely |= here & ends[0] & (below[0] | above[0])
            maybe |= here & ends[1] & (below[1] | above[1])
        else:
            assert isinstance(assertion, Bound)
            allowed = bounds.allowed_range(assertion, prop)
            if allowed is not None:
                sure, unsure = bounds.beyond(allowed, "nominal", "nominal", points=True)
                surely |= here & sure
                maybe |= here & (sure | unsure)
    found = claims.select(surely.alias("surely"), maybe.alias("maybe"))
    return found["surely"], found["maybe"]
