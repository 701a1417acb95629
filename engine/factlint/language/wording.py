"""The language's own words, and a rule put back into words."""

from __future__ import annotations

import re

KEYWORDS = frozenset({
    "about", "from", "by", "in", "where", "per", "regardless", "including", "is", "not", "one", "of", "and", "or", "must", "claims", "before", "after", "contains", "matches", "within", "with", "than", "between", "to", "because", "severity", "tags", "using", "until", "latest", "clearly", "the", "absent", "exactly", "those"
})  # fmt: skip
"""Words that stand for themselves everywhere; a name that holds one is quoted. `grammar/rules.lark` lists the same."""

_PLAIN_NAME = re.compile(r"[^\W\d_](?:[^\W_]|[\u0300-\u036f'’.& -])*")


def fold_space(text: str) -> str:
    """Runs of white space as one space, none at the ends."""
    return " ".join(text.split())


def as_name(name: str) -> str:
    """A name as a rule must write it: quoted where it holds a keyword or anything else that no plain name holds."""
    words = name.split()
    plain = _PLAIN_NAME.fullmatch(name) and not KEYWORDS.intersection(words)
    plain = plain and all(word == "&" or word[0].isalnum() for word in words)
    return name if plain else '"' + name.replace("\\", "\\\\").replace('"', '\\"') + '"'


def display_name(sentence: str) -> str:
    """What a bare sentence is called: its own words, `export-share-claims-must-agree-within-slack`."""
    return "-".join(re.findall(r"[^\W_]+", sentence.replace("'", "").replace("’", "").lower())) or "rule"


def listed(words: list[str], joint: str = "or") -> str:
    """`a`, `a or b`, `a, b or c`."""
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} {joint} {words[-1]}"
