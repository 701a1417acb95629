"""Quotes in texts. An input is fields set apart by the record separator: text, quote, prefix, suffix, occurrence, value."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from functools import cache
from itertools import pairwise

from factlint.corpus.evidence import assess
from factlint.corpus.folding import fold_text, is_mark
from factlint.corpus.passages import nearest_passage
from factlint.corpus.quotes import Match, control_character, find_quote, folded_newlines, folded_sha256, whole_words
from factlint.quantities.dates import parse_date
from factlint.quantities.messages import QuantityError
from factlint.quantities.read import Reading, read_quantity
from factlint.quantities.units import Units
from factlint.quantities.values import Name, Truth, Value
from fuzz.folder import TEXT
from fuzz.laws import text_of
from fuzz.literals import ROOT, literals
from fuzz.target import Target

BETWEEN = "\x1e"
_UNITS = Units(["drone = [drone]"])
_READING = Reading(_UNITS, _UNITS.parse("percent"))
_SELF = 4
"""How many stretches of a text are looked for in itself."""


def check(data: bytes) -> None:
    text, quote, prefix, suffix, occurrence, value, *_ = [*text_of(data).split(BETWEEN), *[""] * 6]
    text = folded_newlines(text)
    number = int(occurrence) if occurrence.isascii() and occurrence.isdigit() and len(occurrence) < 6 else None
    _plain(text, quote)
    _pinned(text, quote, prefix, suffix, number)
    _itself(text)
    _evidence(text, quote, prefix, suffix, number, value)
    control_character(quote)
    nearest_passage(text, quote)


def _plain(text: str, quote: str) -> None:
    found = find_quote(text, quote)
    _stands(text, quote, found)
    assert found.fitting == found.count
    for form in ("NFC", "NFD"):
        again = find_quote(text, unicodedata.normalize(form, quote))
        assert again == found, "the normal form of a quote does not matter"
    assert find_quote(text, f" \n{quote}\t") == found, "nor does white space at its ends"
    if found.start is None:
        return
    starts = [find_quote(text, quote, occurrence=number).start for number in range(1, min(found.count, 4) + 1)]
    assert starts[0] == found.start
    assert all(one is not None and other is not None and one < other for one, other in pairwise(starts))
    assert find_quote(text, quote, occurrence=found.count + 1).start is None
    around = find_quote(text, quote, prefix=found.prefix, suffix=found.suffix)
    assert around.fitting >= 1, "the context that is exported finds the quote again"
    assert around.start is not None
    assert around.start <= found.start


def _stands(text: str, quote: str, found: Match) -> None:
    assert 0 <= found.fitting <= found.count
    assert (found.start is None) == (found.end is None) == (found.fitting == 0)
    if found.start is None or found.end is None:
        return
    assert 0 <= found.start < found.end <= len(text)
    assert fold_text(text[found.start : found.end]) == fold_text(quote), "offsets give back the quote"
    start, end = whole_words(text, found.start, found.end)
    assert 0 <= start <= found.start < found.end <= end <= len(text)


def _pinned(text: str, quote: str, prefix: str, suffix: str, occurrence: int | None) -> None:
    found = find_quote(text, quote, prefix=prefix, suffix=suffix, occurrence=occurrence)
    _stands(text, quote, found)
    assert occurrence is None or found.fitting <= 1


def _itself(text: str) -> None:
    """Any stretch of a text that cuts no letter from its accents is found in it."""
    size = max(len(text) // _SELF, 1)
    for start in range(0, len(text) - size + 1, size):
        end = start + size
        if (
            not fold_text(text[start:end])
            or is_mark(text[start:end].lstrip()[0])
            or _cuts(text, start)
            or _cuts(text, end)
        ):
            continue
        found = find_quote(text, text[start:end])
        assert found.count >= 1, "a stretch of the text stands in it"
        assert found.start is not None
        assert found.start <= end


def _cuts(text: str, at: int) -> bool:
    """Whether a place lies within a letter, or beside anything that is no plain letter or space."""
    return 0 < at < len(text) and not (_plain_char(text[at - 1]) and _plain_char(text[at]))


def _plain_char(char: str) -> bool:
    return char.isascii() and (char.isalnum() or char in " .,;")


def _evidence(text: str, quote: str, prefix: str, suffix: str, occurrence: int | None, value: str) -> None:
    for meant in _values(value):
        found = assess(
            quote=quote,
            occurrence=occurrence,
            prefix=prefix or None,
            suffix=suffix or None,
            text=text,
            sha256=folded_sha256(text) if suffix else None,
            value=meant,
            value_text=value,
            spellings=("Washington, DC",),
            reading=_READING,
            anchor=parse_date("2025-03-04"),
        )
        assert found.status != "text_changed", "the sum of the text is the text's"
        if found.start is not None and found.end is not None:
            assert fold_text(text[found.start : found.end]) == fold_text(quote), "offsets give back the quote"
            assert found.line == text.count("\n", 0, found.start) + 1
        if found.nearest is not None:
            assert "\n" not in found.nearest
            assert len(found.nearest) < 500


def _values(value: str) -> Iterator[Value]:
    yield Truth(truth=True, text=value)
    if value:
        yield Name(value, value.casefold(), value)
        yield parse_date("2025-03-05")
        with suppress(QuantityError):
            yield read_quantity(value, _READING)


# --- What helps to reach deep ----------------------------------------------------------------------------------------

_STRETCHES = (
    "nearly 1.2mn barrels a day", "  Loading   fell", "We're at a standstill", '"We\'re at a standstill,"', "a day -- the lowest",
    "About 40%", "12 of 30", "cafe\u0301’s owner", "a standstill", "on Wednesday", "second-largest",
)  # fmt: skip


def seeds() -> Iterator[bytes]:
    """Stretches of a text with what stands around them, and pairs of neighbours in the tests' tables."""
    for quote in _STRETCHES:
        for fields in ((), ("the lowest since",), ("", " said"), ("", "", "1"), ("", "", "2"), ("", "", "", "40%")):
            yield BETWEEN.join((TEXT, quote, *fields)).encode()
    tried = literals((ROOT / "tests" / "evidence").glob("*.py"), 300)
    for one, other in pairwise(tried):
        yield BETWEEN.join((one, other)).encode("utf-8", "surrogatepass")
        yield BETWEEN.join((f"{other} {one} {other}", other, one, "", "2", one)).encode("utf-8", "surrogatepass")


@cache
def words() -> tuple[str, ...]:
    marks = tuple("‘’‚‛′ʼ`´‹›“”„‟″«»＂〝〞〟'\"‐‑‒–—―−⁃﹘﹣－-")
    spaces = (" ", "\t", "\n", "\n\n", "\r\n", "\u00a0", "\u2009", "\u202f", "\u3000", "\u2028", "\u0085", "\x1f", "\v")
    letters = ("e\u0301", "é", "é", "e\u0323\u0302", "ệ", "Å", "Å", "각", "각", "ﬁ", "²", "İ", "ß", "ſ", "\u0301", "\u0345", "\u200d",
        "\ufeff", "\u00ad", "\U0001f600", "\u0f73", "\u0958", "\u1e9b\u0323", "ﷺ", "…", "...")  # fmt: skip
    said = (
        "nearly",
        "40%",
        "1.2mn",
        "barrels a day",
        "Wednesday",
        "Washington",
        "a standstill",
        "12",
        "of",
        "30",
        "4.4",
        "14.4",
        "-- ",
    )
    return (*marks, *spaces, *letters, *said, BETWEEN, *"123456789")


def _fields(*fields: str) -> bytes:
    return BETWEEN.join(fields).encode()


SHAPES: Mapping[str, Callable[[int], bytes]] = {
    "a letter in letters": lambda n: _fields("a" * n, "a"),
    "letters in letters": lambda n: _fields("a" * n, "a" * (n // 2)),
    "nearly there": lambda n: _fields("a" * n, "a" * (n // 2) + "b"),
    "nearly there from the end": lambda n: _fields("a" * n, "b" + "a" * (n // 2)),
    "a quote longer than its text": lambda n: _fields("a", "a" * n),
    "spaces": lambda n: _fields("a" + " " * n + "b", "a b"),
    "spaces of the quote": lambda n: _fields("a b", "a" + " " * n + "b"),
    "lines": lambda n: _fields("a\n" * n, "a a"),
    "paragraphs": lambda n: _fields("a\n\n" * n, "a a"),
    "dashes": lambda n: _fields("a" + "-" * n + "b", "a-b"),
    "accents": lambda n: _fields("e" + "\u0301" * n, "e\u0301"),
    "accents in disorder": lambda n: _fields("e" + "\u0301\u0323" * n, "e\u0301"),
    "letters with accents": lambda n: _fields("e\u0301" * n, "e"),
    "letters without their accents": lambda n: _fields("é" * n, "e"),
    "syllables": lambda n: _fields("각" * n, "가"),
    "quotation marks": lambda n: _fields("“" * n + "a" + "”" * n, "a"),
    "quotation marks in pairs": lambda n: _fields("“b” " * n + "“a”", "a"),
    "straight marks": lambda n: _fields('"' * n + "a", "a"),
    "apostrophes": lambda n: _fields("it's " * n + "a", "a"),
    "a prefix": lambda n: _fields("a" * n, "a", "a" * (n // 2)),
    "a suffix": lambda n: _fields("a" * n, "a", "", "a" * (n // 2)),
    "an occurrence": lambda n: _fields("a b " * n, "a", "", "", "9999"),
    "a missing quote": lambda n: _fields("the harbour master said " * n, "the harbour mister sad"),
    "a long missing quote": lambda n: _fields("the harbour master said " * 50, "the harbour mister sad " * n),
    "words of one letter": lambda n: _fields("a b c d " * n, "b c d e"),
    "no words": lambda n: _fields("x" * n, "y" * 300),
    "a quantity to read again": lambda n: _fields("about 40% " * n, "about 40% " * n, "", "", "", "40%"),
    "a name to read again": lambda n: _fields("aa " * n, "aa " * n, "", "", "", "aaa"),
    "a name of one letter": lambda n: _fields("a" * n, "a" * n, "", "", "", "a"),
    "a date to read again": lambda n: _fields("Wednesday " * n, "Wednesday " * n, "", "", "", "Tuesday"),
    "digits": lambda n: _fields("4.4" * n, "4.4"),
    "commas": lambda n: _fields("4," * n, "4"),
}

TARGET = Target(check=check, seeds=seeds, words=words, longest=700, shapes=SHAPES)
