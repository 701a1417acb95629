"""Values in digits, understood by a few of them.

What a number with its words means is, for all numbers of one shape, the same linear function of its digits: a hedge and
a scale multiply, the precision of so many digits adds. So the reader of quantities is asked for the least and the
greatest number of a shape and some between, a line is laid through two of them, and the others must lie on it, in exact
fractions; where they do not, each is read by itself. Ends are computed in whole numbers and divided once: the float is
the nearest to the fraction, as it is of a claim that is read by itself.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import gcd, lcm
from typing import TYPE_CHECKING, Any

from factlint.quantities.values import Form, Quantity

if TYPE_CHECKING:
    import polars as pl

_PARTS = r"^([^0-9]*?)([+\-\x{2212}]?(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(?:\.[0-9]+)?)([^0-9]*)$"
_EXACT = 2**53
"""Up to here a float holds every whole number."""


def shaped(values: pl.Series) -> tuple[pl.Series, pl.Series]:
    """The wording of each value, and its digits as a whole number; the value itself, and null, where digits alone do not
    vary it.

    The shape is part of the wording: sign, digits before the point and behind it, zeros at the end. A single digit is no
    shape of its own: its width is a share of it.
    """
    import polars as pl

    # In steps: one expression for all would compute each part many times over.
    found = (
        values.rename("value")
        .to_frame()
        .with_columns(
            pl.col("value")
            .str.extract_groups(_PARTS)
            .struct.rename_fields(["before", "number", "after"])
            .struct.unnest()
        )
    )
    found = found.with_columns(
        whole=pl.col("number").str.extract(r"([0-9,]+)").str.replace_all(",", "", literal=True),
        decimals=pl.col("number").str.extract(r"\.([0-9]+)$").fill_null(""),
    ).with_columns(digits=pl.concat_str("whole", "decimals"))
    number, whole, decimals, digits = (pl.col(it) for it in ("number", "whole", "decimals", "digits"))
    zeros = (
        pl.when(decimals == "")
        .then(whole.str.len_bytes() - whole.str.strip_chars_end("0").str.len_bytes())
        .otherwise(100 + (decimals.str.strip_chars("0") == "").cast(pl.UInt32))
    )
    found = found.with_columns(zeros=zeros, significant=digits.str.strip_chars_start("0").str.len_bytes())
    led = whole.str.starts_with("0") & (whole.str.len_bytes() > 1)
    varies = (pl.col("significant") >= 2) & (pl.col("significant") <= 15) & ~led
    shape = pl.concat_str(
        "before",
        number.str.extract(r"^([+\-\x{2212}]?)"),
        pl.when(number.str.contains(",", literal=True)).then(pl.lit(",")).otherwise(pl.lit("")),
        whole.str.len_bytes(),
        decimals.str.len_bytes(),
        "significant",
        "zeros",
        "after",
        separator="\x00",
    )
    found = found.with_columns(varies=varies).with_columns(
        wording=pl.when("varies").then(shape).otherwise("value"),
        digits=pl.when("varies").then(digits).cast(pl.Int64, strict=False),
    )
    return found["wording"], found["digits"]


@dataclass(frozen=True, slots=True)
class Line:
    """`(slope * digits + shift) / below`, exactly; None of an end: there is none."""

    slope: int
    shift: int
    below: int

    def holds(self, most: int) -> bool:
        """No step of computing it for digits up to `most` leaves what floats hold."""
        return abs(self.slope) * most + abs(self.shift) < _EXACT and self.below < _EXACT

    def at(self, digits: int) -> str:
        """The number, as a fraction in its lowest terms."""
        above = self.slope * digits + self.shift
        shared = gcd(above, self.below)
        return str(above // shared) if shared == self.below else f"{above // shared}/{self.below // shared}"


@dataclass(frozen=True, slots=True)
class Lines:
    """Of the ends of the interval and of the clear one, and of the number itself; None: there is none."""

    low: Line | None
    high: Line | None
    clear_low: Line | None
    clear_high: Line | None
    nominal: Line | None

    def at(self, digits: int) -> Iterator[str]:
        """The five numbers as exact text; `-` for none."""
        for line in (self.low, self.high, self.clear_low, self.clear_high, self.nominal):
            yield "-" if line is None else line.at(digits)


def fit(samples: Mapping[int, Quantity]) -> Lines | None:
    """How the quantities of a wording follow from their digits; None where no line goes through all of them."""
    quantities = list(samples.values())
    first = quantities[0]
    if not all(_alike(value, first) for value in quantities):
        return None
    if first.counted and first.form in {Form.ABOUT, Form.NEAR, Form.RANGE}:
        return None  # rounded to whole things, which no line does
    found: list[Line | None] = []
    for numbers in (
        [it.interval.low for it in quantities],
        [it.interval.high for it in quantities],
        [it.clear.low for it in quantities],
        [it.clear.high for it in quantities],
        [it.nominal for it in quantities],
    ):
        there = [number for number in numbers if number is not None]
        if there and len(there) < len(numbers):
            return None
        line = _line(list(samples), there) if there else None
        if there and (line is None or not line.holds(max(samples))):
            return None
        found.append(line)
    return Lines(*found)


def integral(line: Line) -> bool:
    """Whether it gives whole numbers for all digits."""
    return line.slope % line.below == 0 and line.shift % line.below == 0


def _alike(value: Quantity, first: Quantity) -> bool:
    """Equal in everything but the numbers that the digits vary."""
    return (
        (value.unit, value.why, value.form, value.hedge, value.counted, value.precision)
        == (first.unit, first.why, first.form, first.hedge, first.counted, first.precision)
    ) and all(
        (it.low_open, it.high_open) == (other.low_open, other.high_open)
        for it, other in ((value.interval, first.interval), (value.clear, first.clear))
    )


def _line(digits: Sequence[int], numbers: Sequence[Fraction]) -> Line | None:
    if len(digits) == 1:
        # One number of its shape: any line through it will do.
        return Line(0, numbers[0].numerator, numbers[0].denominator)
    slope = (numbers[1] - numbers[0]) / (digits[1] - digits[0])
    shift = numbers[0] - slope * digits[0]
    if any(slope * at + shift != number for at, number in zip(digits, numbers, strict=True)):
        return None
    below = lcm(slope.denominator, shift.denominator)
    return Line(int(slope * below), int(shift * below), below)


_ENDS = ("low", "high", "nominal")


def ends(
    rows: pl.DataFrame, lines: Mapping[int, Lines | None], constants: Mapping[int, Mapping[str, Any]]
) -> list[pl.Series]:
    """`low`, `high`, `nominal` and `sharp` of each row, by its `wording_at` and `digits`.

    A wording without `lines` means what `constants` has for it.
    """
    import polars as pl

    whole = pl.Int64()
    table = pl.DataFrame(
        [_coefficients(at, found, constants[at]) for at, found in lines.items()],
        schema={"wording_at": pl.UInt32(), "sharp": pl.Boolean()}
        | {f"{end}_{it}": whole for end in _ENDS for it in ("slope", "shift", "below", "odd")}
        | {f"{end}_given": pl.Float64() for end in _ENDS},
    )
    most = max(lines, default=-1) + 1
    table = pl.DataFrame({"wording_at": range(most)}, schema_overrides={"wording_at": pl.UInt32()}).join(
        table, on="wording_at", how="left", maintain_order="left"
    )

    def of_row(name: str) -> pl.Expr:
        return pl.lit(table[name]).gather(pl.col("wording_at"))

    found = []
    sharp = of_row("sharp")
    for end in _ENDS:
        above = pl.col("digits") * of_row(f"{end}_slope") + of_row(f"{end}_shift")
        found.append(pl.coalesce(above / of_row(f"{end}_below"), of_row(f"{end}_given")).alias(end))
        sharp &= (above % of_row(f"{end}_odd") == 0).fill_null(value=True)
    return rows.select(*found, sharp.alias("sharp")).get_columns()


def _coefficients(at: int, lines: Lines | None, constant: Mapping[str, Any]) -> dict[str, Any]:
    row: dict[str, Any] = {"wording_at": at, "sharp": constant["sharp"] if lines is None else True}
    for end in _ENDS:
        line: Line | None = getattr(lines, end, None)
        if lines is None:
            row[f"{end}_given"] = constant.get(end)
        elif line is not None:
            # A float holds what is whole but for a power of two below it.
            odd = line.below // (line.below & -line.below)
            row |= {
                f"{end}_slope": line.slope,
                f"{end}_shift": line.shift,
                f"{end}_below": line.below,
                f"{end}_odd": odd,
            }
    return row
