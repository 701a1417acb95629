"""Inputs that fuzzing found, as small as they get: each broke a law of its target, and never may again."""

from __future__ import annotations

import sys
import unicodedata
from collections.abc import Callable
from types import FrameType
from typing import Any

import pytest
from fuzz.targets import target
from hypothesis import given
from hypothesis import strategies as st

from factlint.corpus import normal_form
from factlint.corpus.normal_form import normalized
from factlint.diagnostics import Diagnostic
from factlint.quantities.messages import QuantityError, UnitError
from factlint.quantities.read import Reading, read_quantity
from factlint.quantities.units import Units

FOUND: tuple[tuple[str, str, str], ...] = (
    # a target, what went wrong, an input
    (
        "rules",
        "the caret of a pattern left open in a later line ended before it began",
        "claims where\nquote matches /x",
    ),
    ("rules", "a name of nothing crashed the message for an unknown property", '"" claims must agree'),
    ("rules", "a name of white space, the same", '" " claims must agree'),
    ("rules", "a name of nothing in an expression, the same", '"" must be at most 5'),
    ("rules", "a message repeated a name of any length", "claims about " + "a" * 30_000 + " must agree"),
    (
        "rules",
        "the caret stood behind the end of a text that breaks off",
        "rule 10 Moscow - 2025-10-27T18:00Z must clearly not decrease and clearly not",
    ),
    ("quantity", "a long s ignores case, and no table knew it", "mhourſ"),
    ("quantity", "a dotless i in a number", "cfıve"),
    ("quantity", "a dotless i in a scale", "c5 mıllion"),
    ("quantity", "a dotted capital in a fraction of words", "chalf a MİLLİON"),
    ("quantity", "a number beyond all floats could not be shown", "c5" + " million" * 60),
    ("quantity", "a rank in parts pointed into a text that it has not", "p;5"),
    ("yaml", "the caret stood behind the end of a text that breaks off", "Cclaims: ["),
    ("yaml", "the same of a vocabulary", "Vclosed: ["),
    ("jsonl", "the same of a file without a value", "R"),
    (
        "csv",
        "a cell left open behind one of several lines was told at a place behind its line",
        'Did,outlet\nstorm,"two\nlines","open\nstorm,"two\nlines"',
    ),
    ("quotes", "a text that begins with an accent did not hold its own beginning", "\u0f73 deal of $5.5bn in all"),
    (
        "quotes",
        "the context was cut within a letter, and did not find the quote again",
        f"the north terminal – the last of {'x' * 16}\u1e9b\u0323 lowest\x1eterminal",
    ),
    (
        "quotes",
        "a long s in a rank crashed the search for it",
        "the ſecond-largest port\x1ethe ſecond-largest port\x1e\x1e\x1e\x1e2nd",
    ),
)


@pytest.mark.parametrize(("name", "text"), [(name, text) for name, _, text in FOUND], ids=[row[1] for row in FOUND])
def test_what_was_found_keeps_the_laws(name: str, text: str) -> None:
    target(name).check(text.encode())


# --- Memory ----------------------------------------------------------------------------------------------------------


def test_a_text_that_does_not_read_is_remembered_without_the_frames_it_was_refused_in() -> None:
    units = Units()
    reading = Reading(units, units.parse("percent"))
    for _ in range(2):
        with pytest.raises(QuantityError):
            read_quantity("5 blorps", reading)
        with pytest.raises(UnitError):
            units.parse("blorps")
    for remembered in (reading._memo["5 blorps"], units._known["blorps"]):
        assert isinstance(remembered, QuantityError | UnitError)
        assert remembered.__traceback__ is None
        assert remembered.__context__ is None


# --- Time ------------------------------------------------------------------------------------------------------------

STEEP = (
    # a target, the shape of an input, and of how many parts
    ("rules", "many checks", 100),
    ("rules", "rules alike", 100),
    ("rules", "bounds", 100),
    ("rules", "a long and", 100),
    ("rules", "distinct conditions", 120),
    ("rules", "two lists", 250),
    ("rules", "lists of quantities", 250),
    ("yaml", "entities in a circle", 600),
    ("yaml", "units of units, the last first", 100),
)
"""Shapes in which twice the input was three or four times the work."""

_AT_MOST = 2.2
"""What twice the input may cost: hardly more than twice."""


@pytest.mark.parametrize(("name", "shape", "parts"), STEEP, ids=[row[1] for row in STEEP])
def test_work_grows_with_the_input(name: str, shape: str, parts: int) -> None:
    under = target(name)
    data = under.shapes[shape]
    under.check(data(8))  # what is read once
    once, twice = (_work(under.check, data(size)) for size in (parts, 2 * parts))
    assert twice <= _AT_MOST * once


def _work(check: Callable[[bytes], None], data: bytes) -> int:
    """How many functions are called: the same on any machine, however busy."""
    calls = 0

    def count(_frame: FrameType, event: str, _argument: Any) -> None:
        nonlocal calls
        calls += event in {"call", "c_call"}

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        check(data)
    finally:
        sys.setprofile(before)
    return calls


MARKS = [chr(code) for code in range(0x300, 0x370)] + ["\u0f71", "\u0f73", "\u0591", "\u1ab0", "\U0001e8d0"]


@given(st.text(st.sampled_from([*MARKS, *"aeé각가ﬁ ", "\u0958", "\u1e9b"])), st.sampled_from(["NFC", "NFD"]))
def test_marks_sorted_before_are_marks_sorted_by_unicodedata(text: str, form: Any) -> None:
    assert normalized(form, text) == unicodedata.normalize(form, text)
    assert unicodedata.normalize(form, normal_form._ordered(text)) == unicodedata.normalize(form, text)


def test_a_letter_with_a_million_marks_is_read() -> None:
    """Sorting by insertion takes a quarter of an hour for it."""
    target("quotes").check(("e" + "\u0301\u0323" * 500_000 + "\x1ee\u0301\u0323").encode())


@pytest.mark.parametrize(
    ("message", "kept"),
    [
        ("unknown subject `{}`", 200),
        ('quote it: "{}"', 200),
        ("write `x` {} `y`", 300),  # only what stands in the marks is words from outside
    ],
)
def test_words_that_a_message_repeats_are_cut_where_they_are_long(message: str, kept: int) -> None:
    told = Diagnostic("E311", message.format("z" * 300), help=message.format("Z" * 300))
    assert (told.message.count("z"), (told.help or "").count("Z")) == (kept, kept)
    assert ("…" in told.message) == (kept < 300)
