"""Dates as people write them, texts cut between words, quotes in their place."""

from __future__ import annotations

import pytest

from factlint.reporters.html.drawing.marks import letter
from factlint.reporters.html.passage import AROUND, passage
from factlint.reporters.html.words import clip, readable
from factlint.source import Source


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("2025-10-27", "27 October 2025"),
        ("2025-10-03", "3 October 2025"),
        ("2025-10", "October 2025"),
        ("2025", "2025"),
        ("2025-10~", "about October 2025"),
        ("2025-10-27?", "perhaps 27 October 2025"),
        ("2025-10-27T18:00Z", "27 October 2025, 18:00 UTC"),
        ("2025-10-27T18:00", "27 October 2025, 18:00"),
        ("2025-04-02/2025-04", "2 April 2025 to April 2025"),
        ("2025-04-02/..", "from 2 April 2025 on"),
        ("../2025-04-02", "until 2 April 2025"),
        ("2025-Q1", "2025-Q1"),  # a quarter is as legible as it stands
        ("2025-10-27T18:00+03:00", "2025-10-27T18:00+03:00"),
        ("../..", "../.."),
        ("Wednesday", "Wednesday"),
        ("2025-13", "2025-13"),
        ("a/b", "a/b"),
    ],
)
def test_a_date_reads_as_people_write_it(written: str, read: str) -> None:
    assert readable(written) == read


@pytest.mark.parametrize(
    ("text", "room", "cut"),
    [
        ("short", 5, "short"),
        ("two words here", 10, "two words…"),
        ("unbreakable", 6, "unbre…"),
        ("日本語日本語", 6, "日本…"),  # each takes two
    ],
)
def test_a_text_is_cut_between_words(text: str, room: int, cut: str) -> None:
    assert clip(text, room) == cut


@pytest.mark.parametrize(
    ("side", "name"), [(0, "A"), (25, "Z"), (26, "AA"), (27, "AB"), (701, "ZZ"), (702, "AAA"), (-1, "")]
)
def test_sides_have_letters(side: int, name: str) -> None:
    assert letter(side) == name


LONG = "word " * 200 + "the quote itself" + " word" * 200


def test_a_quote_keeps_a_few_hundred_letters_around_it_cut_at_words() -> None:
    at = LONG.index("the quote")
    found = passage(Source("a.txt", LONG), at, at + len("the quote itself"))
    (before,), (quote,), (after,) = found.before, found.quote, found.after
    assert quote == "the quote itself"
    assert before.startswith("…word ")
    assert before.endswith("word ")
    assert after.startswith(" word")
    assert after.endswith("word…")
    assert AROUND - 10 < len(before) <= AROUND + 1
    assert AROUND - 10 < len(after) <= AROUND + 1


@pytest.mark.parametrize(
    ("text", "quote", "before", "after"),
    [
        ("The quote.", "quote", ("The ",), (".",)),  # all of a short text
        ("quote", "quote", ("",), ("",)),
        ("One.\n\nTwo quote\nthree.", "quote", ("One.", "Two "), (" three.",)),  # paragraphs stay, lines flow
        ("a\n \n\tb quote", "quote", ("a", " b "), ("",)),
        ("x" * 500 + "quote" + "y" * 500, "quote", ("…" + "x" * AROUND,), ("y" * AROUND + "…",)),  # no word to cut at
    ],
)
def test_what_stands_around_a_quote(text: str, quote: str, before: tuple[str, ...], after: tuple[str, ...]) -> None:
    at = text.index(quote)
    found = passage(Source("a.txt", text), at, at + len(quote))
    assert (found.before, found.quote, found.after) == (before, (quote,), after)
