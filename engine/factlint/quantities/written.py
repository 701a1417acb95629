"""A quantity as it was written: which words are the hedge, the number, the unit. Nothing here says what they mean."""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction

from factlint.quantities.names import LOOK_ALIKES
from factlint.quantities.numbers import Number

_FOLDED = str.maketrans(
    dict.fromkeys(
        "\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000\t\n\r", " "
    )
    | {"\u2212": "-", "\u2010": "-", "\u2011": "-", "\u2019": "'"}
    | LOOK_ALIKES
)
_HYPHEN = re.compile(r"(?<=[^\W_])-(?=[^\W\d_])")


@dataclass(frozen=True, slots=True)
class Words:
    """Some words of the text; offsets into it."""

    kind: str
    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Amount:
    """A number and what is counted.

    `ratio`: a fraction of one, without a unit (`two thirds`); `multiple`: `twice`. `number` None: `hundreds`.
    """

    number: Number
    sign: int = 1
    currency: Words | None = None
    unit: Words | None = None
    ratio: bool = False
    multiple: bool = False
    start: int = 0
    end: int = 0
    from_scale: bool = False  # the number has a scale of its own, so none carries back


@dataclass(frozen=True, slots=True, kw_only=True)
class Vague:
    """`a few`, `tens of thousands`: `words` are the vague ones, `scale` what multiplies them."""

    words: tuple[Words, ...]
    scale: Fraction = Fraction(1)
    unit: Words | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """The parts of a quantity. One of `amount`, `ends`, `vague`, `zero`, `rank` is given.

    `change` is +1 (`up`), -1 (`down`) or None; `zero` is the word for nothing, `zero_unit` what there is none of;
    `exact`: the number carries no precision.
    """

    text: str
    hedges: tuple[Words, ...] = ()
    change: int | None = None
    amount: Amount | None = None
    ends: tuple[Amount, Amount] | None = None
    vague: Vague | None = None
    zero: Words | None = None
    zero_unit: Words | None = None
    rank: int | None = None
    top: bool = False
    exact: bool = False


def prepared(text: str) -> str:
    """The text as the grammar reads it, character for character."""
    return _HYPHEN.sub(" ", text.translate(_FOLDED))
