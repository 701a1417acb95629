"""Values by their wordings: which claims stand for all of a wording, and what follows from them for the others."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from factlint.bulk.numbering import numbered
from factlint.bulk.numerals import Lines, fit, integral
from factlint.corpus.claim import Claim
from factlint.corpus.names import NameCheck
from factlint.corpus.ratios import may_be_percent
from factlint.corpus.vocabulary import Vocabulary
from factlint.diagnostics import Label
from factlint.quantities.dates import DateError, parse_date
from factlint.quantities.read import QuantityError, read_quantity
from factlint.quantities.reading import Reading
from factlint.quantities.values import DateSpan, Name, Quantity
from factlint.source import Source, Span

if TYPE_CHECKING:
    import polars as pl

NOWHERE = Label(Source("", ""), Span(0, 0))
_OF_VALUE = ("property", "unit", "stance", "modality", "wording")


@dataclass(frozen=True, slots=True)
class Wordings:
    """The wordings of values, with what else decides how they read. `at` gives each row its wording.

    `samples` are, for each wording, rows that stand for all of it: the first, those of the least and the greatest
    digits, and two more.
    """

    at: pl.Series
    samples: Sequence[Sequence[int]]


def wordings(rows: pl.DataFrame) -> Wordings:
    """The wordings of the rows that are not `apart`; null for the others."""
    import polars as pl

    usual = rows.filter(~pl.col("apart")).select("at", "digits", *_OF_VALUE)
    _, places = numbered(usual.select(_OF_VALUE))
    found = (
        usual.select("at", "digits", places)
        .group_by("place")
        .agg(
            pl.col("at").first().alias("first"),
            pl.col("at").get(pl.col("digits").arg_min().fill_null(0)).alias("least"),
            pl.col("at").get(pl.col("digits").arg_max().fill_null(0)).alias("most"),
            pl.col("at").get(pl.len() // 3).alias("third"),
            pl.col("at").get(2 * pl.len() // 3).alias("other"),
        )
        .sort("place")
    )
    at = pl.Series("wording_at", [None], dtype=pl.UInt32()).new_from_index(0, rows.height)
    at.scatter(usual["at"], places)
    return Wordings(at, found.select("first", "least", "most", "third", "other").rows())


@dataclass(frozen=True, slots=True)
class Understood:
    """A wording as its samples read: with `lines`, the ends and the number by the digits; without, all the same."""

    sample: Claim
    lines: Lines | None = None


def understood(
    samples: Mapping[int, Claim | None], digits: Mapping[int, int | None], known: Vocabulary
) -> Understood | None:
    """What a wording means, by claims that stand for it; None where each of its claims is to be read by itself."""
    built = [claim for claim in samples.values() if claim is not None]
    if not built or len(built) < len(samples):
        return None
    sample = built[0]
    match sample.value:
        case Quantity():
            if any(_may_be_percent(it) for it in built):
                return None  # each is told of
            varied = {number: it.value for at, it in samples.items() if it and (number := digits[at]) is not None}
            by_digits = {number: value for number, value in varied.items() if isinstance(value, Quantity)}
            if not by_digits:
                return Understood(sample)
            lines = fit(by_digits)
            return None if lines is None or not _counts(sample, lines) else Understood(sample, lines)
        case DateSpan(text=text):
            return Understood(sample) if is_absolute(text) else None
        case Name() as name:
            told = list(NameCheck(known).value(name, sample.property, NOWHERE))
            return None if told else Understood(sample)
        case _:
            return Understood(sample)


def _may_be_percent(claim: Claim) -> bool:
    value = claim.value
    return isinstance(value, Quantity) and may_be_percent(value, claim.unit_written, claim.property.unit)


def _counts(sample: Claim, lines: Lines) -> bool:
    """Of a property that counts: whether no digits make a part of a thing, which would have it measured."""
    ends = (lines.low, lines.high, lines.nominal)
    return not sample.property.counted or all(line is None or integral(line) for line in ends)


def is_absolute(text: str) -> bool:
    """Whether a date is one whatever day it was written on."""
    try:
        parse_date(text.strip())
    except DateError:
        return False
    return True


def reads_as_quantity(text: str, known: Vocabulary) -> bool:
    try:
        read_quantity(text, Reading(known.units, signed=True, counted=False, hedges=known.hedges))
    except QuantityError:
        return False
    return True
