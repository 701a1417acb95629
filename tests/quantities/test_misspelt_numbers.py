"""A number in words of which one is misspelt: that word is named, and the number that was probably meant."""

from __future__ import annotations

import pytest

from factlint.quantities.read import QuantityError, Reading, read_quantity
from factlint.quantities.units import Units

UNITS = Units()

MISSPELT = [
    ("twenty-fiv percent", "fiv", "five"),
    ("twenty fiv", "fiv", "five"),
    ("nearly forty-tow barrels a day", "tow", "two"),
    ("sixty-sevn drones", "sevn", "seven"),
    ("from twenty to twenty-nin percent", "nin", "nine"),
    ("Twenty-Fvie percent", "Fvie", "five"),
    ("two hundred sixt barrels", "sixt", "sixty"),  # the longer of two that are as near
    ("three hundred and fify percent", "fify", "fifty"),
]


@pytest.mark.parametrize(("text", "word", "meant"), MISSPELT)
def test_the_misspelt_word_is_named_with_the_nearest_number(text: str, word: str, meant: str) -> None:
    with pytest.raises(QuantityError) as caught:
        read_quantity(text, Reading(UNITS))
    assert caught.value.message == f"`{word}` is not a number"
    assert caught.value.help == f"did you mean `{meant}`?"
    assert text[caught.value.start : caught.value.end] == word


NOT_A_NUMBER = [
    ("twenty-six-pack", "`pack` is not a unit"),  # a number stands there already
    ("twenty sacks", "`sacks` is not a unit"),  # two letters from `six`
    ("fifty fans", "`fans` is not a unit"),
    ("40 fiv", "`fiv` is not a unit"),  # nothing goes on from digits
]


@pytest.mark.parametrize(("text", "message"), NOT_A_NUMBER)
def test_what_is_no_number_is_a_unit_that_is_not_known(text: str, message: str) -> None:
    with pytest.raises(QuantityError, match=message):
        read_quantity(text, Reading(UNITS))
