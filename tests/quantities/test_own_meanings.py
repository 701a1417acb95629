"""What an entry of a vocabulary's `hedges` may say, up to its ends."""

from __future__ import annotations

from fractions import Fraction

import pytest

from factlint.quantities.hedges import Own, own_meaning, own_meanings
from factlint.quantities.interval import Interval
from factlint.quantities.messages import QuantityError

SHARES = Interval(Fraction(0), Fraction(1, 2))


@pytest.mark.parametrize(
    ("meaning", "own"),
    [
        ("10 %", Own(width=Fraction(1, 10))),
        ("0.5%", Own(width=Fraction(1, 200))),
        ("100 percent", Own(width=Fraction(1))),
        ("2 to 5", Own(numbers=Interval(Fraction(2), Fraction(5)))),
        ("1,000-2,500", Own(numbers=Interval(Fraction(1000), Fraction(2500)))),
        ("7 to 7", Own(numbers=Interval.exact(7))),
        ("0 to 50 %", Own(numbers=SHARES, share=True)),
        ("0% to 50%", Own(numbers=SHARES, share=True)),
    ],
)
def test_a_width_or_the_numbers_that_a_word_stands_for(meaning: str, own: Own) -> None:
    assert own_meaning("umpteen", meaning) == own


@pytest.mark.parametrize(
    "meaning",
    [
        "0 %",
        "100.1 %",
        "101 %",
        "5 to 2",
        "0 % to 5",  # a share and a count
        "ten",
    ],
)
def test_no_meaning(meaning: str) -> None:
    with pytest.raises(QuantityError, match="does not say how wide") as caught:
        own_meaning("umpteen", meaning)
    assert (caught.value.start, caught.value.end) == (0, len(meaning))


def test_a_word_is_as_long_as_words_are() -> None:
    assert own_meaning("u" * 60, "10 %") == Own(width=Fraction(1, 10))
    with pytest.raises(QuantityError, match="not a word that can hedge") as caught:
        own_meaning("u" * 61, "10 %")
    assert (caught.value.start, caught.value.end) == (0, 61)


@pytest.mark.parametrize("meaning", ["10 %", "2 to 5"])
def test_a_meaning_is_as_long_as_meanings_are(meaning: str) -> None:
    assert own_meaning("umpteen", meaning.ljust(100)) == own_meaning("umpteen", meaning)
    with pytest.raises(QuantityError, match="does not say how wide"):
        own_meaning("umpteen", meaning.ljust(101))


def test_words_are_known_whatever_their_capitals_and_dashes() -> None:
    assert own_meanings({"Next-to nothing": "1 %"}).keys() == {"next to nothing"}
