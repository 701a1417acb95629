"""Why a statement could not be read, in the language's own words: what was expected, what stands there, what to write.

Hints are tried in turn; the first that recognises the mistake words the help. They look at the text alone, since what
could not be parsed has no meaning yet.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from factlint.diagnostics import Diagnostic, Label
from factlint.language import expected
from factlint.language.hints import HINTS
from factlint.language.stumble import Place, Stumble
from factlint.source import Source, Span

if TYPE_CHECKING:
    from factlint.language.lines import Chunk

_WORD_AT = re.compile(r"[^\W_][\w'’.&-]*|<=|>=|[=!<>]=?|\S", re.DOTALL)


def explain(source: Source, chunk: Chunk, stumble: Stumble) -> Diagnostic:
    """The diagnostic for a statement that does not follow the grammar."""
    found = _WORD_AT.match(chunk.text, stumble.at)
    word = found[0] if found else ""
    kinds = tuple(token.type for token in stumble.tokens)
    place = Place(chunk.text, stumble.at, word, kinds, stumble.accepts, stumble.tokens)
    hint = next((hint for look in HINTS if (hint := look(place)) is not None), None)
    wanted = expected.phrase(place.last, place.kinds, place.accepts)
    message = f"expected {wanted}, found `{word}`" if word else f"expected {wanted}, but the statement ends"
    if hint is not None and hint.message is not None:
        message = hint.message
    start, end = hint.span if hint and hint.span else (stumble.at, stumble.at + len(word))
    if not word and (hint is None or hint.span is None):
        start, end = max(len(chunk.text) - 1, 0), len(chunk.text)
    span = Span(chunk.span.start + start, chunk.span.start + end)
    help_ = hint.help if hint else expected.example(place.last, place.kinds, place.accepts)
    return Diagnostic(hint.code if hint else "E301", message, Label(source, span), help=help_)
