"""Python's regular expressions as those of editors: Oniguruma, in the dialect of Ruby."""

from __future__ import annotations

import re

_DELIMITED = re.compile(r"(?:\(\?s:)?(?P<mark>[^\\])\(\?:\\\\\.\|\[\^(?P=mark)\\\\\]\)\*(?P=mark)\)?")
_PIECE = re.compile(
    r"\\u(?P<code>[0-9a-fA-F]{4})|(?P<escape>\\.)|(?P<flags>\(\?[a-z]+:)|(?P<class>\[\^?\]?)|(?P<end>\])|&&|.",
    re.DOTALL,
)


def oniguruma(pattern: str) -> str:
    r"""The same expression for Oniguruma.

    Dot-matches-all is `m` there, the end of the text `\z`, and within a class `[` and `&&` have a meaning of their own.
    """
    parts = []
    inside = False
    for found in _PIECE.finditer(pattern):
        text = found[0]
        if code := found["code"]:
            text = f"\\x{{{code}}}"
        elif text == r"\Z":
            text = r"\z"
        elif found["flags"] and not inside:
            text = text.replace("s", "m")
        elif found["class"]:
            text = text.replace("[", r"\[") if inside else text
            inside = True
        elif found["end"]:
            inside = False
        elif text == "&&" and inside:
            text = r"&\&"
        parts.append(text)
    return "".join(parts)


def delimiter(pattern: str) -> str | None:
    """What opens and closes a text that may run over several lines, if the pattern is of that form."""
    found = _DELIMITED.fullmatch(pattern)
    return found["mark"] if found else None
