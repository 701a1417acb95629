"""Text to its parts, by the grammar."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from factlint.cache.parts import Memory
from factlint.grammars import parser as make_parser
from factlint.quantities import messages, names, numbers
from factlint.quantities.messages import QuantityError
from factlint.quantities.misread import misread
from factlint.quantities.numbers import Number
from factlint.quantities.written import Amount, Vague, Words, Written, prepared

if TYPE_CHECKING:
    from lark import Lark

Node = Any
"""A tree or token of Lark, which types the two as one."""


_wordings = Memory("wordings")


@lru_cache(maxsize=20_000)
def parse_written(
    text: str, *, own_hedges: tuple[str, ...] = (), own_vague: tuple[str, ...] = (), rank: bool = False
) -> Written:
    """The parts of a quantity in words.

    `own_hedges` and `own_vague` are words of a vocabulary's own (folded) that hedge a number or stand for some; with
    `rank` a rank is read instead (`second-largest`).

    Raises:
        QuantityError: the text is no quantity; its offsets name the word at fault.
    """
    if len(text) > messages.MAX_TEXT:
        raise QuantityError(*messages.too_long(), 0, len(text))
    if not text.strip():
        raise QuantityError(*messages.empty(), 0, len(text))
    return _wordings.answer(
        (text, own_hedges, own_vague, rank), lambda: _parsed(text, own_hedges, own_vague, rank=rank)
    )


def _parsed(text: str, own_hedges: tuple[str, ...], own_vague: tuple[str, ...], *, rank: bool) -> Written:
    from lark.exceptions import UnexpectedCharacters, UnexpectedEOF, UnexpectedToken

    ready = prepared(text)
    try:
        tree = _parser(own_hedges, own_vague).parse(ready, start="rank" if rank else "quantity")
    except UnexpectedToken as error:
        at = len(ready) if error.token.type == "$END" else error.token.start_pos or 0
        raise misread(text, ready, at, rank=rank) from None
    except UnexpectedCharacters as error:
        position: Any = error.pos_in_stream  # which Lark declares as None
        raise misread(text, ready, position, rank=rank) from None
    except UnexpectedEOF:  # pragma: no cover - Lark raises it for other lexers only
        raise misread(text, ready, len(ready), rank=rank) from None
    return _rank(tree, text) if rank else _quantity(tree, text)


@lru_cache(maxsize=32)
def _parser(own_hedges: tuple[str, ...], own_vague: tuple[str, ...]) -> Lark:
    return make_parser("quantity", words={"OWN_HEDGE": own_hedges, "OWN_VAGUE": own_vague})


# --- From the tree ---------------------------------------------------------------------------------------------------


def _quantity(tree: Node, text: str) -> Written:
    found: list[Words] = []
    given: dict[str, Any] = {}
    for child in tree.children:
        if _is_token(child):  # CHANGED
            given["change"] = 1 if str(child).lower() in {"higher", "up"} else -1
            continue
        match child.data:
            case "change":
                given["change"] = 1 if child.children[0].type == "UP" else -1
            case "hedge" | "zero_hedge" | "suffix":
                found.append(_words(child.children[0]))
            case "measure":
                given["amount"] = _measure(child, text, found)
            case "share" | "part":
                given["amount"] = _part(child, text)
            case "multiple":
                given["amount"] = _multiple(child)
            case "range":
                given["ends"] = _range(child, text, found)
            case "vague":
                given["vague"] = _vague(child, text)
            case "zero":
                given["zero"] = _words(child.children[0])
                given["zero_unit"] = _unit(child, text)
            case _:
                raise AssertionError(f"the grammar has no rule {child.data}")
    return Written(text=text, hedges=tuple(found), **given)


def _measure(tree: Node, text: str, found: list[Words]) -> Amount:
    sign, currency, number = 1, None, None
    for child in tree.children:
        if _is_token(child):
            if child.type == "CURRENCY":
                currency = _words(child)
            elif child.type == "A":
                number = Number(Fraction(1), Fraction(1), "1")
            else:  # AND_PART: an hour and a half
                number = numbers.evaluate((("WORD", "one"), (child.type, str(child))))
        elif child.data == "minus":
            sign *= -1 if child.children[0].type == "MINUS" else 1
        elif child.data in {"number", "plain_number"}:
            number = _evaluated(child)
        elif child.data == "suffix":
            found.append(_words(child.children[0]))
    assert number is not None
    start, end = _span(tree)
    scaled = any(token.type == "SCALE" for token in _tokens(tree))
    return Amount(
        number=number, sign=sign, currency=currency, unit=_unit(tree, text), start=start, end=end, from_scale=scaled
    )


def _evaluated(tree: Node) -> Number:
    start, end = _span(tree)
    try:
        return numbers.evaluate((token.type, str(token)) for token in _tokens(tree))
    except QuantityError as error:
        raise QuantityError(error.message, error.help, start, end) from None


def _part(tree: Node, text: str) -> Amount:
    value, scale = Fraction(0), Fraction(1)
    start, end = _span(tree)
    for child in tree.children:
        if _is_token(child):
            if child.type == "SCALE":
                scale *= names.SCALES[str(child).lower()]
        elif child.data == "fraction":
            value = _fraction(child, text)
        elif child.data == "odds":
            above, below = (
                numbers.evaluate((token.type, str(token)) for token in _tokens(side))
                for side in child.children
                if not _is_token(side)
            )
            if not 0 < above.value <= below.value:
                raise QuantityError(*messages.bad_fraction(text[start:end]), start, end)
            value = above.value / below.value
    ratio = tree.data == "share"
    digits = None if ratio else numbers.decimal_digits(value)
    number = Number(value, scale, digits)
    return Amount(number=number, unit=_unit(tree, text), ratio=ratio, start=start, end=end, from_scale=scale != 1)


def _fraction(tree: Node, text: str) -> Fraction:
    tokens = list(_tokens(tree))
    start, end = _span(tree)
    try:
        if tokens[-1].type == "FRACTION_DIGITS":
            return numbers.simple_fraction(str(tokens[-1]))
        value = numbers.worded_fraction(((token.type, str(token)) for token in tokens[:-1]), str(tokens[-1]))
    except QuantityError as error:
        raise QuantityError(error.message, error.help, start, end) from None
    if value > 1:
        raise QuantityError(*messages.bad_fraction(text[start:end]), start, end)
    return value


def _multiple(tree: Node) -> Amount:
    tokens = list(_tokens(tree))
    start, end = _span(tree)
    first = tokens[0]
    if first.type == "FOLD":
        value = numbers.fold(str(first))
    elif first.type == "MULTIPLE":
        word = str(first).lower()
        value = Fraction(1, 2) if word == "halved" else Fraction(numbers.MULTIPLES[word])
    else:
        spelled = numbers.evaluate((token.type, str(token)) for token in tokens if token.type != "TIMES")
        return Amount(number=spelled, multiple=True, start=start, end=end)
    number = Number(value, Fraction(1), numbers.decimal_digits(value))
    return Amount(number=number, multiple=True, start=start, end=end)


def _range(tree: Node, text: str, found: list[Words]) -> tuple[Amount, Amount]:
    ends = []
    for child in tree.children:
        if _is_token(child):
            continue
        if child.data == "hedge":
            found.append(_words(child.children[0]))
        elif child.data in {"measure", "plain_measure"}:
            ends.append(_measure(child, text, found))
        else:
            ends.append(_part(child, text))
    low, high = ends
    return low, high


def _vague(tree: Node, text: str) -> Vague:
    words = []
    scale = Fraction(1)
    for child in tree.children:
        if _is_token(child):
            if child.type != "OF":
                words.append(_words(child))
        elif child.data == "scale_words":
            scale = numbers.evaluate((token.type, str(token)) for token in child.children).value
    return Vague(words=tuple(words), scale=scale, unit=_unit(tree, text))


def _rank(tree: Node, text: str) -> Written:
    rank, top = 1, False
    for token in _tokens(tree):
        match token.type:
            case "ORDINAL":
                rank = numbers.ordinal(str(token))
            case "WORD":
                rank = numbers.WORDS[str(token).lower()]
            case "DIGITS":
                number = numbers.in_digits(str(token)).value
                if number.denominator != 1 or number < 1:
                    raise QuantityError(*messages.not_a_rank(text), 0, len(text))
                rank = int(number)
            case "TOP":
                top = True
            case _:  # the rest of the words say nothing of the place
                pass
    return Written(text=text, rank=rank, top=top)


def _unit(tree: Node, text: str) -> Words | None:
    """The words of the unit, those of `words_unit` or `unit` somewhere in a measure."""
    for child in tree.children:
        if not _is_token(child) and child.data in {"unit", "words_unit"}:
            start, end = _span(child)
            return Words("UNIT", text[start:end], start, end)
    return None


def _is_token(child: Any) -> bool:
    return not hasattr(child, "data")


def _tokens(tree: Node) -> Iterator[Node]:
    for child in tree.children:
        if _is_token(child):
            yield child
        else:
            yield from _tokens(child)


def _span(tree: Node) -> tuple[int, int]:
    tokens = list(_tokens(tree))
    return tokens[0].start_pos or 0, tokens[-1].end_pos or 0


def _words(token: Node) -> Words:
    return Words(token.type, str(token), token.start_pos or 0, token.end_pos or 0)
