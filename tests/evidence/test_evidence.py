"""The status of a claim's evidence: is the quote there, once, and does it say what is claimed?"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest

from factlint.corpus.claim import Evidence, QuoteStatus
from factlint.corpus.evidence import assess
from factlint.corpus.quotes import folded_sha256
from factlint.corpus.rereading import holds_words
from factlint.quantities.dates import parse_date
from factlint.quantities.relative import parse_relative
from factlint.quantities.values import DateSpan, Name, Truth, Value

TEXT = (
    "HARBOUR NOTES\n\n"
    "The envoy flew to Washington on Wednesday, two days after the talks. He was in Miami later, after a night in Miami.\n"
    "“Nobody answered the door,” said Volodymyr Zelensky’s aide on March 30.\n"
)
ENVOY = Name("Washington", "washington", text="Washington, DC")


def assessed(quote: str | None, value: Value = ENVOY, value_text: str = "Washington", **given: Any) -> Evidence:
    return assess(**{"quote": quote, "value": value, "value_text": value_text, "text": TEXT, **given})


@pytest.mark.parametrize(
    ("quote", "given", "status"),
    [
        ("flew to Washington on Wednesday", {}, "verified"),
        ("flew to\nWashington  on Wednesday", {}, "verified"),
        ("The envoy flew", {"reading_given": True}, "inferred"),
        ("The envoy flew", {}, "unsupported"),
        ("The envoy drove to Washington", {}, "missing"),
        ("the envoy flew to Washington", {}, "missing"),  # verbatim: capitals count
        ("The envoy … Washington", {}, "missing"),
        ("in Miami", {}, "ambiguous"),
        ("in Miami", {"occurrence": 2, "reading_given": True}, "inferred"),
        ("in Miami", {"occurrence": 3}, "missing"),
        ("in Miami", {"prefix": "a night", "reading_given": True}, "inferred"),
        ("in Miami", {"prefix": "a day"}, "missing"),
        ("flew to Washington", {"sha256": folded_sha256(TEXT)}, "verified"),
        ("flew to Washington", {"sha256": folded_sha256(TEXT).upper()}, "verified"),
        ("flew to Washington", {"sha256": "0" * 64}, "text_changed"),
        ("flew to Moscow", {"sha256": "0" * 64}, "text_changed"),
        ("flew to Washington", {"text": None}, "not_held"),
        ("flew to Washington", {"text": None, "sha256": "0" * 64}, "not_held"),
        ("flew to Washington", {"text": ""}, "missing"),
        (None, {}, "none"),
        (None, {"text": None}, "none"),
        ("  ", {}, "none"),
        ("flew\x1b[31m to Washington", {}, "missing"),
    ],
)
def test_statuses(quote: str | None, given: dict[str, Any], status: str) -> None:
    evidence = assessed(quote, **given)
    assert evidence.status is QuoteStatus(status)
    assert (evidence.problem is None) is (status in {"verified", "inferred", "not_held"})


def test_offsets_and_line_are_those_of_the_match() -> None:
    evidence = assessed("He was in Miami", Name("Miami", "miami"), "Miami")
    assert TEXT[evidence.start : evidence.end] == "He was in Miami"
    assert evidence.line == 3


def test_of_several_the_first_is_shown() -> None:
    evidence = assessed("in Miami")
    assert evidence.start == TEXT.index("in Miami")
    assert evidence.problem is not None
    assert "occurs twice" in evidence.problem
    assert "`occurrence`" in evidence.problem


def test_a_changed_text_still_shows_the_quote_where_it_stands() -> None:
    evidence = assessed("flew to Washington", sha256="0" * 64)
    assert TEXT[evidence.start : evidence.end] == "flew to Washington"


@pytest.mark.parametrize(
    ("quote", "given", "nearest", "says"),
    [
        ("The envoy drove to Washington", {}, "The envoy flew to Washington", "does not hold"),
        ("The envoy … Washington on Wednesday", {}, "to Washington on Wednesday", "one unbroken passage"),
        ("flew to Washington", {"occurrence": 2}, "The envoy flew to Washington on Wednesday", "occurs once, so there is no `occurrence: 2`"),
        ("flew to Washington", {"prefix": "He"}, "The envoy flew to Washington on Wednesday", "not right behind its `prefix`"),
        ("zzz", {}, None, "does not hold"),
        ("flew\x1b[31m", {}, None, "U+001B"),
    ],
)  # fmt: skip
def test_a_missing_quote_tells_what_comes_nearest(
    quote: str, given: dict[str, Any], nearest: str | None, says: str
) -> None:
    evidence = assessed(quote, **given)
    assert says in (evidence.problem or "")
    assert nearest in (evidence.nearest or "") if nearest else evidence.nearest is None
    assert (evidence.start, evidence.end, evidence.line) == (None, None, None)


@pytest.mark.parametrize(
    ("quote", "value", "spellings", "status"),
    [
        ("said Volodymyr Zelensky’s aide", "Zelenskiy", ["Zelensky", "Volodymyr Zelenskiy"], "verified"),  # an alias
        ("said Volodymyr Zelensky’s aide", "Zelenskiy", [], "unsupported"),
        ("said Volodymyr Zelensky’s aide", "zelensky", [], "verified"),  # case does not matter
        ("The envoy flew", "the envoy", [], "verified"),
        ("He was in Miami later", "Miami", [], "verified"),
        ("He was in Mia", "Mia", [], "unsupported"),  # it cuts a name in two
        ("The envoy flew", "envoys", [], "unsupported"),
    ],
)
def test_a_name_is_read_again_by_any_of_its_spellings(
    quote: str, value: str, spellings: Sequence[str], status: str
) -> None:
    evidence = assessed(quote, Name(value, value.casefold()), value, spellings=spellings)
    assert evidence.status is QuoteStatus(status)


def test_a_quote_that_cuts_a_word_is_told_so() -> None:
    evidence = assessed("He was in Mia", Name("Mia", "mia"), "Mia")
    assert evidence.problem == "the quote cuts `He was in Miami` in two, which does not say `Mia`: quote whole words"


@pytest.mark.parametrize("truth", [True, False])
def test_a_truth_is_what_the_whole_quote_says(truth: bool) -> None:
    assert assessed("Nobody answered the door", Truth(truth), str(truth).lower()).status is QuoteStatus.VERIFIED


ANCHOR = parse_date("2025-04-04")  # a Friday


def _date(text: str) -> DateSpan:
    return parse_relative(text, ANCHOR) or parse_date(text)


@pytest.mark.parametrize(
    ("value", "quote", "says"),
    [
        # as written
        ("Wednesday", "flew there on Wednesday", True),
        ("on Wednesday", "flew there Wednesday", True),
        ("last week", "was invited last week", True),
        ("earlier this week", "said earlier this week", True),
        ("2025-04-02", "updated 2025-04-02", True),
        # by the parts of the date
        ("2025-04-02", "flew there on Wednesday", True),
        ("2025-04-02", "flew there Wed.", True),
        ("2025-04-02", "on April 2", True),
        ("2025-04-02", "on 2 April 2025", True),
        ("2025-04-02", "on the 2nd", True),
        ("2025-04-02", "between April 1 and 3", False),
        ("2025-04-02", "from April 2-4", True),
        ("2025-04-03", "on April 2 or 3", True),
        ("2025-04", "in April", True),
        ("2025-04", "as of April 2025", True),
        ("2025-04~", "in April", True),
        ("2025-Q2", "in the second quarter", True),
        ("2025-Q2", "Q2 revenue", True),
        ("2025-21", "this spring", True),
        ("2025", "the 2025 budget", True),
        ("202X", "in the 2020s", True),
        ("2025-04-02T18:00", "landed at 6 p.m.", True),
        ("2025-04-02T18:30Z", "landed at 18:30", True),
        ("2025-04-01/2025-04-05", "said on Wednesday", True),
        ("2025-03-15/2025-04-02", "sometime in March", True),
        # a part that contradicts it
        ("2025-04-02", "flew there on Thursday", False),
        ("2025-04-02", "Thursday, April 2", False),
        ("2025-04-02", "on April 3", False),
        ("2025-04", "in March", False),
        ("2025-04", "in April 2024", False),
        ("2025", "in 2024", False),
        ("2025-Q2", "in the third quarter", False),
        # not as fine as the date
        ("2025-04-02", "in April", False),
        ("2025-04", "in 2025", False),
        ("2025-04-02", "flew there", False),
        # other words
        ("2025-05", "it may happen", False),
        ("2025-03", "they march on", False),
        ("2025-04-02", "the 2nd largest", False),
        ("2025-04", "prices fall in April", True),
        # words that count from the anchor
        ("2025-04-03", "declared yesterday", True),
        ("2025-04-02", "declared yesterday", False),
        ("2025-04-02", "left two days ago", True),
        ("2025-03-24/2025-03-30", "was invited last week", True),
        ("2025-03-26", "was invited last week", False),  # which day of it?
        ("2025-04-05/2025-04-06", "see you this weekend", True),
        ("2025-04-09", "will land next Wednesday", True),
        ("2025-03", "was invited last month", True),
    ],
)
def test_a_date_is_read_again_by_its_parts(value: str, quote: str, says: bool) -> None:
    evidence = assess(quote=quote, text=f"x: {quote}.", value=_date(value), value_text=value, anchor=ANCHOR)
    assert evidence.status is (QuoteStatus.VERIFIED if says else QuoteStatus.UNSUPPORTED)


def test_without_an_anchor_yesterday_is_no_date() -> None:
    evidence = assess(quote="yesterday", text="yesterday", value=parse_date("2025-04-03"), value_text="2025-04-03")
    assert evidence.status is QuoteStatus.UNSUPPORTED


@pytest.mark.parametrize(
    ("passage", "words", "held"),
    [
        ("José’s house", "José", True),
        ("José’s house", "Jose", False),
        ("the U.S. said", "U.S.", True),
        ("USSR", "US", False),
        ("Rostov-on-Don", "Rostov", True),
        ("at the north terminal", "The North Terminal", True),
        ("north terminal", "the north terminal", True),
        ("", "x", False),
        ("x", "", False),
        ("D’Arcy", "D'Arcy", True),
    ],
)
def test_words_are_held_whole(passage: str, words: str, held: bool) -> None:
    assert holds_words(passage, words) is held
