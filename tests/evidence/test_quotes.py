"""Quotes against texts: verbatim, but for white space, normal form, quotation marks and dashes."""

from __future__ import annotations

import hashlib
import time
import unicodedata
from typing import Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factlint.corpus.folding import fold_text
from factlint.corpus.passages import nearest_passage
from factlint.corpus.quotation_marks import enclosed_in_quotation_marks
from factlint.corpus.quotes import control_character, find_quote, folded_newlines, folded_sha256, whole_words

TEXT = (
    "Storm shuts the north terminal\n\nLoading fell to nearly 1.2mn barrels a day – the lowest since March. “We’re  at\n"
    "a standstill,” the harbour master said. The café’s owner agreed: it's a standstill."
)


@pytest.mark.parametrize(
    ("quote", "found"),
    [
        ("nearly 1.2mn barrels a day", "nearly 1.2mn barrels a day"),
        ("  nearly 1.2mn   barrels\ta day\n", "nearly 1.2mn barrels a day"),
        ("We’re at a standstill", "We’re  at\na standstill"),  # across the end of a line
        ("We're at a standstill", "We’re  at\na standstill"),
        ('"We\'re at a standstill,"', "“We’re  at\na standstill,”"),
        ("a day - the lowest", "a day – the lowest"),
        ("a day -- the lowest", "a day – the lowest"),
        ("a day — the lowest", "a day – the lowest"),
        (unicodedata.normalize("NFD", "café’s owner"), "café’s owner"),
        (unicodedata.normalize("NFC", "café’s owner"), "café’s owner"),
        ("north\u00a0terminal", "north terminal"),
        (TEXT, TEXT),
    ],
)
def test_only_typography_is_folded(quote: str, found: str) -> None:
    match = find_quote(TEXT, quote)
    assert match.count == 1
    assert TEXT[match.start : match.end] == found


@pytest.mark.parametrize(
    "quote",
    ["Nearly 1.2mn barrels", "nearly 1.2 mn barrels", "nearly 1,2mn barrels", "the cafe", "standstill'", "nearly … a day", "",
     "   ", "x" * 100_000, "bar­rels", "barrels\x1ba day"],
)  # fmt: skip
def test_all_else_counts(quote: str) -> None:
    assert find_quote(TEXT, quote).start is None


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("10² km", "102 km"),  # canonical equivalence only: a raised 2 is no 2
        ("ﬁve", "five"),
        ("Jose\u0301", "Jose"),  # an accent is not cut from its letter
        ("José", "Jose"),
        ("각", "가"),
    ],
)
def test_a_letter_is_not_another(text: str, quote: str) -> None:
    assert find_quote(text, quote).count == 0


@pytest.mark.parametrize(
    ("text", "quote"),
    [("한국어 뉴스", "국어"), ("é̂ ệ", "ệ"), ("Å", "Å"), ("ёлка", "ёлка"), ("ﷺ a", "a"), ("a—b", "a--b")],
)
def test_equivalent_letters_are_found(text: str, quote: str) -> None:
    for form in ("NFC", "NFD"):
        match = find_quote(text, unicodedata.normalize(form, quote))
        assert match.count == 1
        assert fold_text(text[match.start : match.end]) == fold_text(quote)


@pytest.mark.parametrize(
    ("selector", "count", "fitting", "start"),
    [
        ({}, 3, 3, 0),
        ({"occurrence": 1}, 3, 1, 0),
        ({"occurrence": 2}, 3, 1, 16),
        ({"occurrence": 4}, 3, 0, None),
        ({"occurrence": 0}, 3, 0, None),
        ({"prefix": "and"}, 3, 1, 16),
        ({"prefix": "of the"}, 3, 1, 34),
        ({"prefix": "of the "}, 3, 1, 34),
        ({"suffix": "of the"}, 3, 1, 16),
        ({"suffix": ", and"}, 3, 1, 0),
        ({"prefix": "nor"}, 3, 0, None),
        ({"prefix": "and", "suffix": ", and"}, 3, 0, None),
        ({"suffix": "o", "occurrence": 2}, 3, 0, None),
    ],
)
def test_selectors_pin_one_of_several(selector: dict[str, object], count: int, fitting: int, start: int | None) -> None:
    text = "two thirds, and two thirds of the two thirds"
    match = find_quote(text, "two thirds", **selector)  # type: ignore[arg-type]
    assert (match.count, match.fitting) == (count, fitting)
    assert match.start == start


def test_a_match_comes_with_its_surroundings() -> None:
    match = find_quote("a" * 50 + "|quote|" + "b" * 50, "quote")
    assert (match.prefix, match.suffix) == ("a" * 31 + "|", "|" + "b" * 31)


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("He said “it is [over]” on Monday.", True),
        ("He said “[it is over]” on Monday.", True),
        ("He said [“it is over”] on Monday.", True),
        ("He said [“it is over,”] on Monday.", True),
        ('He said "it is [over]" on Monday.', True),
        ('A “willing [helper]" of theirs', True),  # curly on one side, straight on the other
        ("Er sagte „es ist [vorbei]“ und ging.", True),
        ("Il a dit « c’est [fini] » hier.", True),
        ("‘It is [over],’ he said.", True),
        ("‘It’s [over],’ he said.", True),  # an apostrophe closes nothing
        ("He said it is [over] on Monday.", False),
        ("“No,” he said. It is [over]. “Yes.”", False),
        ("He said [it is “over”] on Monday.", False),
        ("“It is” [over] “now”", False),
        ("[“It is” over “now”]", False),
        ("the workers’ [strike] ended", False),
        ("Newton's cradle and [Hooke's] law", False),
        ("it's the '90s, and [over]", False),
        ("“It was a long day.\n\n“It is [over],” he said.", True),
        ("“It is [over].\n\n“It was a long day,” he said.", True),  # goes on in the next paragraph
        ("“It is never closed.\n\nIt is [over], he said.", False),
        ("“It is\n[over],” he said.\n\nEnd.", True),
        ("[over]", False),
    ],
)
def test_whether_quotation_marks_enclose_the_match(text: str, quoted: bool) -> None:
    start, end = text.index("["), text.index("]")
    plain = text.replace("[", "", 1).replace("]", "", 1)
    assert enclosed_in_quotation_marks(plain, start, end - 1) is quoted


@pytest.mark.parametrize(
    ("quote", "nearest"),
    [
        ("nearly 1.2 mn barrels daily", "nearly 1.2mn barrels a day"),
        ("NEARLY 1.2MN BARRELS A DAY", "nearly 1.2mn barrels a day"),
        ("we are at a standstill", "We’re at a standstill"),
        ("the price of tea in China, 1743", None),
        ("", None),
    ],
)
def test_the_nearest_passage_of_a_missing_quote(quote: str, nearest: str | None) -> None:
    found = nearest_passage(TEXT, quote)
    assert found == nearest or (
        nearest is not None and found is not None and nearest in found and len(found) < len(nearest) + 12
    )


def test_the_nearest_passage_of_a_large_text_is_found_by_its_words() -> None:
    text = "lorem ipsum dolor sit amet " * 20_000 + "the harbour master closed Berth 2 " + "consectetur " * 20_000
    assert nearest_passage(text, "the harbour master shut Berth 2") == "the harbour master closed Berth 2"


@pytest.mark.parametrize(
    ("text", "quote"), [("a" * 2_000_000, "a" * 300 + "b"), ("ab " * 700_000, "ab" * 150), ("é" * 500_000, "e")]
)
def test_a_large_text_takes_no_more_than_linear_time(text: str, quote: str) -> None:
    begun = time.process_time()
    find_quote(text, quote)
    nearest_passage(text, quote)
    assert time.process_time() - begun < 10  # a quadratic search would take hours


@pytest.mark.parametrize(
    ("text", "cut", "whole"),
    [
        ("14.4 million", (1, 4), "14.4"),
        ("4.45 million", (0, 3), "4.45"),
        ("1,200 people", (2, 5), "1,200"),
        ("the exports.", (4, 10), "exports"),
        ("in 2025. Then", (3, 7), "2025"),  # a full stop ends a sentence
        ("a 40% share", (2, 5), "40%"),
    ],
)
def test_words_and_numbers_are_made_whole(text: str, cut: tuple[int, int], whole: str) -> None:
    start, end = whole_words(text, *cut)
    assert text[start:end] == whole


@pytest.mark.parametrize(
    ("quote", "character"),
    [("a\x1b[31mb", "U+001B"), ("a\x00", "U+0000"), ("a\ud800", "U+D800"), ("a\tb\nc\u00a0“d”", None)],
)
def test_control_characters_are_named(quote: str, character: str | None) -> None:
    assert control_character(quote) == character


def test_the_hash_is_of_the_text_with_newlines_folded() -> None:
    plain = "one\ntwo — drei\n"
    assert folded_sha256(plain) == hashlib.sha256(plain.encode()).hexdigest()
    assert folded_sha256("one\r\ntwo — drei\r") == folded_sha256(plain)
    assert folded_sha256("\ufeff" + plain) == hashlib.sha256(plain.encode("utf-8-sig")).hexdigest()
    assert folded_newlines("a\r\n\rb\n") == "a\n\nb\n"


FORMS: tuple[Literal["NFC", "NFD"], ...] = ("NFC", "NFD")
LETTERS = st.text(alphabet="ab é\u0301ёç–—-'\"“”’\n\t \u00a0가각.,1", max_size=40)


@given(LETTERS, st.data())
def test_every_stretch_between_letters_is_found_where_it_stands(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    quote = text[start:end]
    cut = any(at < len(text) and unicodedata.combining(text[at]) for at in (start, end))
    # Space around a quote is dropped, and with it one that bears an accent of its own.
    if not quote.strip() or cut or unicodedata.combining(quote.strip()[0]):
        return
    match = find_quote(text, quote)
    assert match.start is not None
    assert match.start <= start + len(quote) - len(quote.lstrip())
    assert fold_text(text[match.start : match.end]) == fold_text(quote)


@given(LETTERS, st.sampled_from(FORMS))
def test_the_normal_form_of_a_quote_leaves_the_match_alone(text: str, form: Literal["NFC", "NFD"]) -> None:
    for quote in {text[:5], text[2:9]}:
        assert find_quote(text, unicodedata.normalize(form, quote)) == find_quote(text, quote)


@given(LETTERS)
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold_text(fold_text(text)) == fold_text(text)
