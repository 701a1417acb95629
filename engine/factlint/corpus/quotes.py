"""Where a quote stands in a text: verbatim, but for white space, Unicode normal form, quotation marks and dashes.

These are the selectors of the W3C Web Annotation Data Model (TextQuoteSelector with prefix and suffix, and
TextPositionSelector): offsets count code points of the text as held, its newlines folded to line feeds.
"""

from __future__ import annotations

import hashlib
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice
from typing import Final

from factlint.corpus.folding import fold_text, folded, is_mark
from factlint.corpus.quotation_marks import enclosed_in_quotation_marks

CONTEXT: Final = 32
"""Code points of the text shown before and behind a match."""

_MOST_OCCURRENCES: Final = 10_000
"""Nobody means the ten-thousandth; a quote of one letter in a large text is not followed further."""

_LONGEST_WORD: Final = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """What a quote and its selectors found.

    `count`: how often the quote occurs in the text (not overlapping). `fitting`: how many of these the selectors leave:
    1 pins the quote, more leave it open, 0 finds nothing. `start`, `end`: the first of those that fit, None without one.
    `quoted`: quotation marks enclose it. `prefix`, `suffix`: the text around it, up to `CONTEXT` code points each.
    """

    count: int
    fitting: int
    start: int | None = None
    end: int | None = None
    quoted: bool = False
    prefix: str = ""
    suffix: str = ""


def folded_newlines(text: str) -> str:
    """The text with the newlines of Windows and of old Macs folded to line feeds: what offsets count in.

    A byte order mark at its start stays, and counts.
    """
    return text.replace("\r\n", "\n").replace("\r", "\n")


@lru_cache(maxsize=16)
def folded_sha256(text: str) -> str:
    """SHA-256 of the text with newlines folded to line feeds, in UTF-8, as lower-case hex.

    For a file that has no other newlines it is what `sha256sum` prints: a byte order mark at its start is part of it,
    so the text must be decoded as `utf-8` (which keeps the mark), not `utf-8-sig`.
    """
    return hashlib.sha256(folded_newlines(text).encode("utf-8", "surrogatepass")).hexdigest()


def control_character(quote: str) -> str | None:
    """The first character that no quote may hold, as `U+001B`; None where there is none.

    Control characters other than white space and lone surrogates: a terminal would act on them, and no article has them.
    """
    for char in quote:
        if not char.isspace() and unicodedata.category(char) in {"Cc", "Cs"}:
            return f"U+{ord(char):04X}"
    return None


def find_quote(
    text: str, quote: str, *, occurrence: int | None = None, prefix: str | None = None, suffix: str | None = None
) -> Match:
    """Where the quote stands in the text.

    Args:
        text: the held text, its newlines folded.
        quote: a passage of it; white space at its ends does not count.
        occurrence: which one is meant, from 1, of those that `prefix` and `suffix` leave.
        prefix: what stands right before it (white space between them does not matter).
        suffix: what stands right behind it.
    """
    passage, wanted = folded(text), fold_text(quote)
    before, behind = fold_text(prefix or ""), fold_text(suffix or "")
    found = list(islice(passage.occurrences(wanted), _MOST_OCCURRENCES))
    fitting = [at for at in found if passage.stands_between(at, at + len(wanted), before, behind)]
    if occurrence is not None:
        fitting = fitting[occurrence - 1 : occurrence] if occurrence >= 1 else []
    if not fitting:
        return Match(count=len(found), fitting=0)
    start, end = passage.held(fitting[0]), passage.held(fitting[0] + len(wanted))
    before, behind = context(text, start, end)
    return Match(
        count=len(found),
        fitting=len(fitting),
        start=start,
        end=end,
        quoted=enclosed_in_quotation_marks(text, start, end),
        prefix=before,
        suffix=behind,
    )


def context(text: str, start: int, end: int, size: int = CONTEXT) -> tuple[str, str]:
    """What stands before and behind a stretch of the text: the prefix and suffix of its TextQuoteSelector.

    At most `size` code points each, and none that would cut a letter from its accents.
    """
    first, last = max(0, start - size), min(len(text), end + size)
    while first < start and is_mark(text[first]):
        first += 1
    while end < last < len(text) and is_mark(text[last]):
        last -= 1
    return text[first:start], text[end:last]


def whole_words(text: str, start: int, end: int) -> tuple[int, int]:
    """The stretch with the words and numbers that its ends cut in two made whole: `4.4` in `14.4` becomes `14.4`."""
    first, last = max(0, start - _LONGEST_WORD), min(len(text), end + _LONGEST_WORD)
    while first < start < len(text) and _one_word(text, start):
        start -= 1
    while 0 < end < last and _one_word(text, end):
        end += 1
    return start, end


def _one_word(text: str, at: int) -> bool:
    """Whether a word or a number goes on from the code point before `at` to the one behind it."""
    before, behind = text[at - 1], text[at]
    if before.isalnum() and behind.isalnum():
        return True
    if before in ".," and behind.isdigit():
        return at > 1 and text[at - 2].isdigit()
    return before.isdigit() and behind in ".," and at + 1 < len(text) and text[at + 1].isdigit()
