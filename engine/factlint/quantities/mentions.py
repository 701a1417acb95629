"""The quantities in a stretch of prose: how a claim's value is found again in its quote."""

from __future__ import annotations

import re
from dataclasses import dataclass

from factlint.quantities import hedges, names
from factlint.quantities.messages import QuantityError
from factlint.quantities.misread import known_number, known_word
from factlint.quantities.numbers import PLACES
from factlint.quantities.read import Reading, read_quantity
from factlint.quantities.values import Quantity
from factlint.quantities.written import prepared

_MAX_CHARACTERS = 5_000
_MAX_TOKENS = 14
"""In one quantity: `between one and a half million and two million barrels of oil a day`."""

_TOKEN = re.compile(r"(?:[A-Za-z]\.){2,}|[A-Z]{1,3}\$|[0-9](?:[0-9.,]*[0-9])?|[^\W\d_]+(?:'[^\W\d_]+)*|\S")
_SIGNS = frozenset("%‰°/-–—~≈+<>≥≤=#№^*·²³$€£¥₽₴₹₺₩₪¼½¾⅓⅔⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞⁄−")
_CORE = re.compile(r"[0-9¼½¾⅓⅔⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞]")
_CORE_WORDS = frozenset(
    [
        "few",
        "several",
        "handful",
        "couple",
        "dozens",
        "scores",
        "tens",
        "hundreds",
        "thousands",
        "millions",
        "billions",
        "trillions",
        "most",
        "majority",
        "none",
        "nobody",
        "nothing",
        "zero",
        "nil",
        "no",
        "any",
        "double",
        "doubled",
        "twice",
        "triple",
        "tripled",
        "treble",
        "trebled",
        "thrice",
        "quadruple",
        "quadrupled",
        "halved",
        "a",
        "an",
        "seconds",
        "minutes",
        "hours",
        "days",
        "weeks",
        "months",
        "years",
        "decades",
        "centuries",
        "one",
        "top",
    ]
)
_UNIT_PIECES = frozenset(
    piece for phrase in [*names.WORDS, *names.COMPOSED, *names.AMBIGUOUS] for piece in re.split(r"[ /]", phrase)
) | {"square", "cubic", "sq", "cu", "metric", "short", "long", "nautical", "light", "troy", "crude", "oil"}
_RANK = re.compile(r"[^\W\d_]{2,}est|best|worst|leading|main|place|number|no|most", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Token:
    text: str
    start: int
    end: int
    core: bool


def mentions(text: str, reading: Reading) -> list[tuple[int, int, Quantity]]:
    """Every stretch that reads as a quantity of the property: (start, end, quantity), left to right, each as long as can be.

    Only the first 5,000 characters are searched, so that the time it takes is bounded.
    """
    found: list[tuple[int, int, Quantity]] = []
    for run in _runs(prepared(text[:_MAX_CHARACTERS]), reading):
        at = 0
        while at < len(run):
            mention = _longest(text, run, at, reading)
            if mention is None:
                at += 1
                continue
            taken, quantity = mention
            found.append((run[at].start, run[at + taken - 1].end, quantity))
            at += taken
    return found


def _longest(text: str, run: list[_Token], at: int, reading: Reading) -> tuple[int, Quantity] | None:
    for count in range(min(_MAX_TOKENS, len(run) - at), 0, -1):
        tokens = run[at : at + count]
        if tokens[-1].text.casefold() in {"of", "a", "an", "and", "or", "to", "the"} or not any(
            token.core for token in tokens
        ):
            continue
        try:
            return count, read_quantity(text[tokens[0].start : tokens[-1].end], reading)
        except QuantityError:
            continue
    return None


def _runs(ready: str, reading: Reading) -> list[list[_Token]]:
    """Stretches of words that may belong to a quantity; any other word or mark ends one."""
    own = {part for word in reading.hedges for part in hedges.folded(word).split()}
    runs: list[list[_Token]] = [[]]
    for match in _TOKEN.finditer(ready):
        word = match.group()
        if _may_belong(word, reading, own, started=bool(runs[-1])):
            core = _CORE.search(word) is not None or _is_core(word, reading, own)
            runs[-1].append(_Token(word, match.start(), match.end(), core))
        elif runs[-1]:
            runs.append([])
    return [run for run in runs if any(token.core for token in run)]


def _is_core(word: str, reading: Reading, own: set[str]) -> bool:
    folded = word.casefold()
    if reading.rank and (_RANK.fullmatch(word) or folded in PLACES):
        return True
    return folded in _CORE_WORDS or known_number(word) or folded in own or folded.endswith("fold")


def _may_belong(word: str, reading: Reading, own: set[str], *, started: bool) -> bool:
    if word in _SIGNS or word[0].isdigit() or known_word(word) or word in names.SIGNS or _CORE.search(word):
        return True
    folded = word.casefold()
    if folded in own or folded in _CORE_WORDS or _is_core(word, reading, own) or folded in _CHANGES:
        return True
    if len(word) == 3 and word in names.ISO_4217:
        return True
    return started and (word in _UNIT_PIECES or folded in _UNIT_PIECES or reading.units.find(word) is not None)


_CHANGES = frozenset(
    [
        "up",
        "rose",
        "rises",
        "rising",
        "gained",
        "increased",
        "climbed",
        "grew",
        "jumped",
        "surged",
        "soared",
        "down",
        "fell",
        "falls",
        "falling",
        "dropped",
        "declined",
        "decreased",
        "slid",
        "slumped",
        "tumbled",
        "plunged",
        "shrank",
        "slipped",
        "higher",
        "lower",
        "minus",
        "plus",
        "negative",
        "between",
        "anyone",
        "anybody",
        "practically",
        "barely",
        "scarcely",
        "next",
        "greater",
        "well",
        "little",
        "bit",
        "slightly",
        "ca",
        "approx",
        "estimated",
        "region",
        "order",
    ]
)
