"""Code in its scopes, as markup: rules as their own parser reads them, everything else as Pygments does."""

from __future__ import annotations

import html
from collections.abc import Iterable, Iterator

from pygments import lex  # type: ignore[import-untyped]
from pygments.lexers import get_lexer_by_name  # type: ignore[import-untyped]
from pygments.token import Token  # type: ignore[import-untyped]

from factlint.reporters.html.markup import Html, join, tag
from scripts.textmate.reading import pieces

_LEXERS = {
    "sh": "bash", "yaml": "yaml", "vocabulary": "yaml", "toml": "toml", "json": "json", "xml": "xml", "python": "python",
    "gherkin": "gherkin", "javascript": "javascript", "ini": "ini",
}  # fmt: skip
_SCOPES = (
    (Token.Comment, "comment"),
    (Token.Keyword.Constant, "constant-language"),
    (Token.Keyword, "keyword-control"),
    (Token.Name.Tag, "entity-name"),
    (Token.Name.Builtin, "support-function"),
    (Token.Name.Attribute, "entity-name"),
    (Token.Name.Label, "entity-name"),
    (Token.Literal.String, "string"),
    (Token.Literal.Number, "constant-numeric"),
    (Token.Literal.Date, "constant-other-date"),
    (Token.Operator.Word, "keyword-control"),
)
"""What Pygments tells of a word, in the scopes of an editor; the first that fits counts."""


def block(text: str, language: str = "", *, label: str | None = None) -> Html:
    """A block of code. It can be reached with the keyboard, since a long line scrolls."""
    return tag(
        "pre", tag("code", inline(text.rstrip("\n"), language)), tabindex=0, aria_label=label, role=label and "group"
    )


def inline(text: str, language: str = "") -> Html:
    """Code without a frame; in a language that is not known, as it is."""
    return Html("".join(_span(words, scope) for words, scope in _coloured(text, language)))


def text_of(text: str) -> Html:
    """Text whose lines and spaces stay as they are."""
    return Html(html.escape(text))


def prose(text: str) -> Html:
    """A text in which words between backticks are code."""
    parts = text.split("`")
    if len(parts) % 2 == 0:
        return text_of(text)
    return join([tag("code", text_of(it)) if at % 2 else text_of(it) for at, it in enumerate(parts)])


def _span(words: str, scope: str) -> str:
    escaped = html.escape(words)
    return f'<span class="{scope}">{escaped}</span>' if scope else escaped


def _coloured(text: str, language: str) -> Iterable[tuple[str, str]]:
    if language == "rules":
        return _rules(text)
    if language in _LEXERS:
        lexer = get_lexer_by_name(_LEXERS[language], stripnl=False, ensurenl=False)
        return [(words, _scope(kind)) for kind, words in lex(text, lexer)]
    return [(text, "")]


def _rules(text: str) -> Iterator[tuple[str, str]]:
    at = 0
    for piece in pieces(text):
        yield text[at : piece.start], ""
        yield text[piece.start : piece.end], piece.scope.replace(".", "-")
        at = piece.end
    yield text[at:], ""


def _scope(kind: object) -> str:
    return next((scope for known, scope in _SCOPES if kind in known), "")
