"""A vocabulary's own word is met however its letters are written, also where one of them folds to several."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factlint.quantities.hedges import folded
from factlint.quantities.mentions import mentions
from factlint.quantities.read import QuantityError, Reading, read_quantity
from factlint.quantities.units import Units
from tests.quantities.reading import interval

READING = Reading(Units(), hedges={"groß": "10 %", "straßen-weit": "5 %", "oﬃziell": "20 %", "ﬁfe": "2 to 5"})

WRITTEN = [
    ("groß 40%", "[36, 44]", "groß"),
    ("gross 40%", "[36, 44]", "gross"),
    ("GROẞ 40%", "[36, 44]", "GROẞ"),
    ("GROSS 40%", "[36, 44]", "GROSS"),
    ("Straßen-Weit 40%", "[38, 42]", "Straßen Weit"),
    ("offiziell 40%", "[32, 48]", "offiziell"),
    ("oﬃziell 40%", "[32, 48]", "oﬃziell"),
    ("oﬀiziell 40%", "[32, 48]", "oﬀiziell"),
    ("ofﬁziell 40%", "[32, 48]", "ofﬁziell"),
    ("fife people", "[2, 5]", "fife"),
    ("ﬁfe people", "[2, 5]", "ﬁfe"),
]


@pytest.mark.parametrize(("text", "means", "hedge"), WRITTEN)
def test_each_way_to_write_a_word(text: str, means: str, hedge: str) -> None:
    quantity = read_quantity(text, READING)
    assert (quantity.interval, quantity.hedge) == (interval(means), hedge)


@pytest.mark.parametrize("text", ["gro 40%", "gros 40%", "grosss 40%", "großs 40%"])
def test_another_word_is_none(text: str) -> None:
    with pytest.raises(QuantityError):
        read_quantity(text, READING)


def test_what_is_wrong_behind_such_a_word_is_shown_where_it_stands() -> None:
    text = "groß 40 baarrels"
    with pytest.raises(QuantityError) as caught:
        read_quantity(text, READING)
    assert text[caught.value.start : caught.value.end] == "baarrels"


def test_in_a_quote_they_stand_where_they_are_written() -> None:
    text = "Die Straße: groß 40 % der Schiﬀe, GROẞ 7 km weiter."
    assert [text[start:end] for start, end, _ in mentions(text, READING)] == ["groß 40 %", "GROẞ 7 km"]


LETTERS = "aßẞŉǰﬁﬀﬃﬆ"


@settings(max_examples=20)  # each makes a parser
@given(st.text(LETTERS, min_size=1, max_size=6).filter(lambda word: "a" in word[:1]))
def test_any_word_of_a_vocabulary_is_recognised(word: str) -> None:
    reading = Reading(Units(), hedges={word: "10 %"})
    spellings = {word, folded(word), word.upper()}
    assert {read_quantity(f"{it} 40%", reading).interval for it in spellings} == {interval("[36, 44]")}
