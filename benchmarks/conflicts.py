"""Which groups of a generated corpus violate what, and where its figures come from.

Everything here is arithmetic on integers, so that a corpus is the same on every machine and its verdicts are known
before it is written: a group is in conflict because of its number, not because of a die.
"""

from __future__ import annotations

from typing import Final

import polars as pl

from benchmarks.shape import Shape

_STRIDE: Final = 7919
"""Coprime with 1,000: walks through the thousandths in an order in which the first groups already differ."""


def position(group: pl.Expr) -> pl.Expr:
    """Where among the thousandths a group falls; group 0 falls first."""
    return (group * _STRIDE) % 1000


def apart(shape: Shape, group: pl.Expr) -> pl.Expr:
    """Exports and stocks with one claim far from the others: they do not agree, nor is that claim backed."""
    return position(group) < shape.conflict


def echo(shape: Shape, group: pl.Expr) -> pl.Expr:
    """Exports that agree, but all relay one agency."""
    return position(group).is_between(shape.conflict, shape.conflict + shape.conflict // 2, closed="left")


def beyond(shape: Shape, cell: pl.Expr) -> pl.Expr:
    """Shares of which one is more than all."""
    return position(cell + 1) < shape.conflict


def implied(shape: Shape, cell: pl.Expr) -> pl.Expr:
    """Shares so small that the exports imply more than there is."""
    return position(cell + 1).is_between(shape.conflict, 2 * shape.conflict, closed="left")


def full(shape: Shape, stock: pl.Expr) -> pl.Expr:
    """Groups of stocks that have all their claims; the last may have fewer."""
    return (stock + 1) * shape.group <= shape.stock_claims


def mixed(shape: Shape, salt: int, *numbers: pl.Expr) -> pl.Expr:
    """A number in [0, 2^31) from other numbers: splitmix64's finaliser, so no library's generator can change it."""
    result = _u64((shape.seed * 0x9E3779B97F4A7C15 + salt * 0xBF58476D1CE4E5B9) % 2**64)
    for number in numbers:
        result = (result ^ number.cast(pl.UInt64)) * _u64(0x9E3779B97F4A7C15)
        result = (result ^ (result // 2**30)) * _u64(0xBF58476D1CE4E5B9)
        result = (result ^ (result // 2**27)) * _u64(0x94D049BB133111EB)
        result = result ^ (result // 2**31)
    return (result // 2**33).cast(pl.Int64)


def _u64(number: int) -> pl.Expr:
    return pl.lit(number, pl.UInt64)
