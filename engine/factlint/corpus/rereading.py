"""Whether a quote says the value that a claim takes from it: the number with its hedge and unit, the name, the date."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from fractions import Fraction
from typing import TYPE_CHECKING, Final, assert_never

from factlint.corpus.date_parts import says_date
from factlint.corpus.folding import fold_text
from factlint.quantities.names import LOOK_ALIKES
from factlint.quantities.values import DateSpan, Form, Name, Quantity, Truth, Value

if TYPE_CHECKING:
    from factlint.quantities.read import Reading


def says(
    passage: str,
    value: Value,
    value_text: str,
    spellings: Sequence[str] = (),
    reading: Reading | None = None,
    anchor: DateSpan | None = None,
) -> bool:
    """Whether the value can be read again in the passage.

    A quantity: some stretch of the passage reads as the same number, hedge and unit. A name: one of its spellings
    stands there. A date: its parts do, and none contradicts it. A truth is what the whole quote says: always.
    """
    match value:
        case Quantity():
            return says_quantity(passage, value, reading)
        case DateSpan():
            return holds_words(passage, value_text) or says_date(passage, value, anchor)
        case Name():
            return any(holds_words(passage, name) for name in (value_text, value.text, value.name, *spellings))
        case Truth():
            return True
        case _:
            assert_never(value)


def holds_words(passage: str, words: str) -> bool:
    """Whether the words stand in the passage as whole words, whatever their case, or an article before them."""
    where = fold_text(passage).casefold()
    wanted = re.sub(r"^(?:the|an?|on|in|at) (?=.)", "", fold_text(words).casefold())
    at = where.find(wanted) if wanted else -1
    while at >= 0:
        end = at + len(wanted)
        if not (_goes_on(where, at) or _goes_on(where, end)):
            return True
        at = where.find(wanted, at + 1)
    return False


def _goes_on(text: str, at: int) -> bool:
    """Whether a word, with its accents, runs across a place."""
    if not 0 < at < len(text):
        return False
    return (_is_letter(text[at - 1]) and text[at].isalnum()) or unicodedata.combining(text[at]) != 0


def _is_letter(char: str) -> bool:
    return char.isalnum() or unicodedata.combining(char) != 0


def says_quantity(passage: str, value: Quantity, reading: Reading | None) -> bool:
    """Whether some stretch of the passage reads as this quantity."""
    if reading is None:
        return False
    from factlint.quantities.mentions import mentions  # drags pint in, which a warm start avoids

    if reading.rank and value.nominal in _ranks(passage):
        return True
    return any(same_quantity(found, value) for _, _, found in mentions(passage, reading))


def same_quantity(found: Quantity, claimed: Quantity) -> bool:
    """Whether two quantities were put alike: the same number and hedge, in units that convert.

    A structured value carries no precision; so besides equal intervals, equal ones without precision are alike.
    """
    if found.unit.dimension != claimed.unit.dimension or found.unit.is_points != claimed.unit.is_points:
        return False
    found = found.to(claimed.unit)
    if found.interval == claimed.interval or found.clear == claimed.clear:
        return True
    plain = claimed.form in {Form.NUMBER, Form.ABOUT} and claimed.nominal is not None
    return plain and found.form is claimed.form and found.nominal == claimed.nominal


# --- Ranks ---------------------------------------------------------------------------------------------------------------

_ORDINALS: Final = (
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth",
)  # fmt: skip
_RANK: Final = re.compile(
    rf"\b(?:(?P<word>{'|'.join(_ORDINALS)})|(?P<digits>\d{{1,4}})(?:st|nd|rd|th)|(?:no\.?|number|#)\s?(?P<number>\d{{1,4}}))"
    r"\b(?:[ -](?:\w{3,}est|most|best|worst)\b)?|\b(?P<superlative>\w{3,}est|best|worst|most|top|leading|foremost)\b|#(?P<hash>\d{1,4})\b",
    re.IGNORECASE,
)
_NO_SUPERLATIVES: Final = frozenset({
    "west", "midwest", "northwest", "southwest", "east", "northeast", "southeast", "test", "protest", "contest", "rest",
    "interest", "arrest", "unrest", "request", "quest", "conquest", "guest", "invest", "harvest", "forest", "honest",
    "modest", "latest", "suggest", "digest", "manifest", "attest", "budapest", "bucharest", "chest", "crest",
})  # fmt: skip

_PLAIN: Final = str.maketrans(LOOK_ALIKES)


def _ranks(passage: str) -> set[Fraction]:
    """The ranks that a passage names: `second-largest` is 2, `largest` 1, `No. 3` 3."""
    ranks = set()
    for match in _RANK.finditer(fold_text(passage).translate(_PLAIN)):
        if match["word"]:
            ranks.add(Fraction(_ORDINALS.index(match["word"].lower()) + 1))
        elif digits := match["digits"] or match["number"] or match["hash"]:
            ranks.add(Fraction(int(digits)))
        elif match["superlative"].lower() not in _NO_SUPERLATIVES:
            ranks.add(Fraction(1))
    return ranks
