"""Numbers in digits, in words, and as fractions."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise

from factlint.quantities import messages, names
from factlint.quantities.messages import QuantityError

Token = tuple[str, str]
"""A terminal of the grammar, and its text."""

_SMALL = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
WORDS = {word: value for value, word in enumerate(_SMALL)} | {word: 20 + 10 * i for i, word in enumerate(_TENS)}
"""Number words below a hundred."""

_GROUPS = {"hundred": 100, "dozen": 12, "score": 20}
PARTS = {
    "half": 2, "halves": 2, "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8,
    "ninth": 9, "tenth": 10, "hundredth": 100,
}  # fmt: skip
_VULGAR = {
    "¼": (1, 4), "½": (1, 2), "¾": (3, 4), "⅓": (1, 3), "⅔": (2, 3), "⅕": (1, 5), "⅖": (2, 5), "⅗": (3, 5),
    "⅘": (4, 5), "⅙": (1, 6), "⅚": (5, 6), "⅛": (1, 8), "⅜": (3, 8), "⅝": (5, 8), "⅞": (7, 8),
}  # fmt: skip
MULTIPLES = {
    "double": 2, "doubled": 2, "twice": 2, "triple": 3, "tripled": 3, "treble": 3, "trebled": 3, "thrice": 3,
    "quadruple": 4, "quadrupled": 4, "quintuple": 5,
}  # fmt: skip
PLACES = {
    word: number
    for number, word in enumerate(
        [
            "first",
            "second",
            "third",
            "fourth",
            "fifth",
            "sixth",
            "seventh",
            "eighth",
            "ninth",
            "tenth",
            "eleventh",
            "twelfth",
            "thirteenth",
            "fourteenth",
            "fifteenth",
            "sixteenth",
            "seventeenth",
            "eighteenth",
            "nineteenth",
            "twentieth",
        ],
        start=1,
    )
} | {"thirtieth": 30}
"""Ordinal words: places in an order."""

_MOST = Fraction(10) ** messages.MAX_EXPONENT
_LEAST = 1 / _MOST
_MOST_POWER = 1000
"""More than the digits that a text may have can bring back to within 1e±300."""


@dataclass(frozen=True, slots=True)
class Number:
    """A number as written: `mantissa` times `scale`.

    `digits` are those of the mantissa with the zeros that were written, "40.0"; None where no
    digits can say it (a third).
    """

    mantissa: Fraction
    scale: Fraction = Fraction(1)
    digits: str | None = None

    @property
    def value(self) -> Fraction:
        return self.mantissa * self.scale


@dataclass
class _Group:
    """A number below its scale, while it is read: `two hundred and five` in `two hundred and five thousand`."""

    value: Fraction
    digits: str | None = None
    in_digits: bool = False
    scale: Fraction = Fraction(1)
    units_taken: bool = False  # its ones are said: nothing may follow but a larger unit


def decimal_digits(value: Fraction) -> str | None:
    """The digits of a decimal number, as short as they can be; None where they never end."""
    denominator, places = value.denominator, 0
    for prime in (2, 5):
        power = 0
        while denominator % prime == 0:
            denominator //= prime
            power += 1
        places = max(places, power)
    if denominator != 1 or places > 30:
        return None
    if not places:
        return str(value.numerator)
    whole = str(abs(value.numerator) * 10**places // value.denominator).rjust(places + 1, "0")
    return f"{'-' if value < 0 else ''}{whole[:-places]}.{whole[-places:]}"


def in_digits(text: str) -> Number:
    """`1,200`, `4.40`, `.5`, `1.2e6`.

    Raises:
        QuantityError: the number is beyond 1e±300.
    """
    mantissa, _, exponent = text.lower().replace(",", "").replace(" ", "").partition("e")
    power = int(exponent or "0")
    if abs(power) >= _MOST_POWER:  # what takes long to reckon with
        raise QuantityError(*messages.number_too_big(text))
    digits = "0" + mantissa if mantissa.startswith(".") else mantissa
    return _within(Number(Fraction(digits), Fraction(10) ** power, digits), text)


def _within(number: Number, spelled: str) -> Number:
    """The number itself: 1e±300 are the last that can be said."""
    if not _LEAST <= abs(number.value or number.scale) <= _MOST:  # of zero, its precision
        raise QuantityError(*messages.number_too_big(spelled))
    return number


def evaluate(tokens: Iterable[Token]) -> Number:
    """The number that tokens of the grammar's `number` spell: digits, words, scales.

    Raises:
        QuantityError: they follow one another as no number does (`five six`), or the number is beyond 1e±300.
    """
    tokens = list(tokens)
    spelled = " ".join(text for _, text in tokens)
    groups: list[_Group] = []
    open_group: _Group | None = None
    for kind, text in tokens:
        word = text.lower()
        if kind in {"AND", "A"}:
            continue
        if kind == "SCALE":
            scale = names.SCALES[word]
            if open_group is None:
                open_group = _Group(Fraction(1))  # a million
                groups.append(open_group)
            open_group.scale *= scale
            continue
        if kind == "AND_PART":
            _add_part(groups[-1], _and_part(word))
            continue
        fresh = False
        if open_group is None or open_group.scale != 1:
            open_group = _Group(Fraction(0))
            groups.append(open_group)
            fresh = True
        if not _extend(open_group, kind, word, fresh=fresh):
            raise QuantityError(*messages.bad_words(spelled))
    return _within(_total(groups, spelled), spelled)


def _extend(group: _Group, kind: str, word: str, *, fresh: bool) -> bool:
    """Take a token into a group; False where it cannot follow what stands there."""
    if kind in {"DIGITS", "MIXED"}:
        number = in_digits(word) if kind == "DIGITS" else mixed(word)
        group.value, group.digits, group.scale, group.in_digits = number.mantissa, number.digits, number.scale, True
        return fresh
    if group.in_digits:
        return False
    value = group.value
    if kind == "WORD":
        small = WORDS[word]
        fits = fresh or (not group.units_taken and (value % 100 == 0 or (value % 10 == 0 and small < 10)))
        group.value, group.units_taken = value + small, small < 20
        return fits
    group.value, group.units_taken = (value or Fraction(1)) * _GROUPS[word], kind == "DOZEN"
    return value < 100


def _add_part(group: _Group, part: Fraction) -> None:
    group.value += part
    group.digits = None


def _total(groups: list[_Group], spelled: str) -> Number:
    if len(groups) == 1:
        group = groups[0]
        return Number(group.value, group.scale, group.digits or decimal_digits(group.value))
    for left, right in pairwise(groups):
        if left.scale <= right.value * right.scale or left.in_digits != right.in_digits:
            raise QuantityError(*messages.bad_words(spelled))
    value = sum((group.value * group.scale for group in groups), Fraction(0))
    return Number(value, Fraction(1), decimal_digits(value))


def _and_part(text: str) -> Fraction:
    """`and a half`, `and three quarters`."""
    _, how_many, part = text.split()
    return Fraction(WORDS.get(how_many, 1), PARTS[part.removesuffix("s")])


def mixed(text: str) -> Number:
    """`2½`, `3-1/2`, `2 1/2`."""
    whole = text[: next(i for i, char in enumerate(text) if not char.isascii() or not char.isdigit())]
    rest = text[len(whole) :].strip(" -")
    value = simple_fraction(rest) + int(whole)
    return Number(value, Fraction(1), decimal_digits(value))


def simple_fraction(text: str) -> Fraction:
    """`½`, `2/3`.

    Raises:
        QuantityError: it is not below one.
    """
    if text in _VULGAR:
        return Fraction(*_VULGAR[text])
    above, below = (int(part) for part in text.replace("⁄", "/").split("/"))
    if not 0 < above < below:
        raise QuantityError(*messages.bad_fraction(text))
    return Fraction(above, below)


def worded_fraction(tokens: Iterable[Token], part: str) -> Fraction:
    """`half`, `a third`, `two thirds`: how many, and of which part."""
    counted = [token for token in tokens if token[0] != "A"]
    how_many = evaluate(counted).value if counted else Fraction(1)
    word = part.lower()
    return how_many / (PARTS.get(word) or PARTS[word.removesuffix("s")])


def fold(text: str) -> Fraction:
    """`threefold`, `10-fold`, `2.5-fold`."""
    word = text.lower().removesuffix("fold").strip()
    return Fraction(WORDS.get(word) or _GROUPS.get(word) or word)


def ordinal(text: str) -> int:
    """`second`, `twenty first`, `3rd`."""
    word = text.lower()
    if word[0].isdigit():
        return int(word[:-2])
    tens, _, ones = " ".join(word.split()).rpartition(" ")
    return (WORDS[tens] if tens else 0) + PLACES[ones]
