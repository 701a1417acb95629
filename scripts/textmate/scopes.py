"""What each word and sign of the grammars is to an editor: the one table behind the TextMate grammar and the site.

Scopes are the conventional ones, so that themes know them: https://macromates.com/manual/en/language_grammars#naming-conventions
"""

from __future__ import annotations

from functools import cache

SUFFIX = ".factlint"

ASSERTION = "support.function.assertion"
"""All words of an assertion, since `be one of` is one thing: also those that mean something else elsewhere."""

COMMENT = "comment.line.number-sign"
"""Comments are blanked out before the grammar sees a statement, so that none of its terminals stands for them."""

ESCAPE = "constant.character.escape"

SCALE = "constant.numeric.scale"
"""`million` in `10 million barrels/day`: the words stand in `quantity.lark`."""

SCOPES: dict[str, tuple[str, ...]] = {
    "keyword.control.statement": ("language", "import", "let", "rule", "accept", "for"),
    "keyword.control.clause": ("severity", "because", "tags", "using", "until"),
    "keyword.control.must": ("must", "clearly"),
    "keyword.other.selection": (
        "latest", "claims", "about", "the", "parts", "of", "from", "by", "in", "to", "including", "per", "regardless",
    ),
    "keyword.operator.word": (
        "where", "is", "not", "one", "absent", "contains", "matches", "before", "after", "and", "or",
    ),
    ASSERTION: (
        "agree", "exactly", "with", "median", "those", "within", "be", "between", "at", "most", "least", "more", "less",
        "than", "measured", "have", "corroborated", "independent", "sources", "source", "contradict", "share", "a",
        "value", "add", "up", "increase", "decrease", "change",
    ),
    "support.function.aggregate": ("mean", "sum", "highest", "lowest", "earliest", "number"),
    "keyword.operator.arithmetic": ("PLUS", "MINUS", "TIMES", "DIVIDE"),
    "keyword.operator.comparison": ("OPERATOR",),
    "keyword.operator.assignment": ("EQUAL",),
    "punctuation.separator": ("COMMA", "COLON"),
    "punctuation.section.parens": ("LPAR", "RPAR"),
    "entity.name.function.rule": ("IDENT",),
    "variable.other.name": ("NAME",),
    "keyword.other.unit": ("UNIT",),
    "constant.numeric": ("NUMBER",),
    "constant.other.date": ("DATE",),
    "string.regexp": ("REGEX",),
    "string.quoted.double": ("STRING",),
}  # fmt: skip
"""Scope: the keywords, in lower case, and the terminals, in capitals, that have it. Every one of the grammar is here."""


@cache
def scopes() -> dict[str, str]:
    """The scope of each keyword and terminal."""
    return {word: scope for scope, words in SCOPES.items() for word in words}
