"""Rule files that follow the grammar, whatever it says today: walks through its own productions, as hypothesis strategies.

Only the words that a terminal stands for are written here; a terminal without an entry fails the tests, so that a new
form of the language is never left out of them.
"""

from __future__ import annotations

import re
from functools import cache

from hypothesis import strategies as st
from lark.grammar import NonTerminal, Rule, Symbol, Terminal

from factlint.language.parse import grammar

WORDS: dict[str, tuple[str, ...]] = {
    "NAME": ("oil exports", "Russia", "agree", "Bob's deal", "oil & gas", "million barrels", "Élysée"),
    "STRING": ('"share of exports"', '"a # b"', r'"say \"no\" \\ "', '"first\n   second"', '""'),
    "UNIT": ("barrels/day", "%", "million barrels/day", "km^2"),
    "NUMBER": ("10", "-5", "2025", "$5.5", "1,200.50", ".5"),
    "DATE": ("2025-10-27", "2025-Q4", "2025~", "2025-01/2025-03", "2025-10-27T18:00Z"),
    "IDENT": ("one-city", "a.b_2", "rule"),
    "REGEX": ("/#1/", r"/a\/b \d/"),
    "OPERATOR": ("<", "<=", ">", ">="),
    "PLUS": ("+",),
    "MINUS": ("-", "−"),
    "TIMES": ("*",),
    "DIVIDE": ("/",),
    "COMMA": (",",),
    "COLON": (":",),
    "LPAR": ("(",),
    "RPAR": (")",),
    "EQUAL": ("=",),
}
"""What stands for a terminal that is no word of its own."""

GAPS = (" ", "   ", "\n  ", "\n\n\t", " # why\n  ", "\n# at the margin\n    ", ' # "one" \n\n    # two\n ', "\r\n  ")
BETWEEN = (
    "\n",
    "\n\n",
    "\n\n\n",
    " # a remark\n",
    "\n# above\n",
    "\n  # hanging\n",
    "\n\n# one\n\n# two\n\n\n",
    "\r\n",
)


@cache
def productions() -> tuple[Rule, ...]:
    return tuple(grammar().rules)


@cache
def alternatives(origin: str) -> tuple[Rule, ...]:
    return tuple(rule for rule in productions() if rule.origin.name == origin)


@cache
def depth(symbol: Symbol) -> int:
    """How deep the shallowest tree of a symbol is."""
    return depths()[symbol.name] if isinstance(symbol, NonTerminal) else 0


@cache
def depths() -> dict[str, int]:
    found: dict[str, int] = {}
    while len(found) < len({rule.origin.name for rule in productions()}):
        for rule in productions():
            inner = [found.get(it.name) if isinstance(it, NonTerminal) else 0 for it in rule.expansion]
            if None not in inner:
                known = max([0, *(it for it in inner if it is not None)]) + 1
                found[rule.origin.name] = min(found.get(rule.origin.name, known), known)
    return found


def of_rule(rule: Rule) -> int:
    return max([0, *map(depth, rule.expansion)])


@cache
def texts_of(terminal: str) -> tuple[str, ...]:
    """What may be written for a terminal: a word of the language for itself."""
    if terminal in WORDS:
        return WORDS[terminal]
    definition = next(it for it in grammar().terminals if it.name == terminal)
    word = re.match(r"[a-z]+(?=\(|\Z)", definition.pattern.value)
    if word is None:
        raise AssertionError(f"tests/language/rule_texts.py does not know what {terminal} looks like")
    return (word[0],)


@st.composite
def tokens(draw: st.DrawFn, symbol: Symbol, budget: int) -> list[tuple[str, str]]:
    """(terminal, text) pairs of a walk from a symbol; when the budget is spent, the shortest way out."""
    if isinstance(symbol, Terminal):
        return [(symbol.name, draw(st.sampled_from(texts_of(symbol.name))))]
    options = alternatives(symbol.name)
    if budget <= 0:
        least = min(map(of_rule, options))
        options = tuple(rule for rule in options if of_rule(rule) == least)
    rule = draw(st.sampled_from(options))
    found: list[tuple[str, str]] = []
    for inner in rule.expansion:
        found += draw(tokens(inner, budget - 1))
    return found


@st.composite
def joined(draw: st.DrawFn, words: list[tuple[str, str]]) -> str:
    """The words of a statement with white space and comments between them, and between the words of a name."""
    text = ""
    before = ""
    for kind, word in words:
        gap = draw(st.sampled_from(GAPS)) if text else ""
        sign = kind in {"COMMA", "COLON", "RPAR"} or before == "LPAR" or (before == "NUMBER" and kind == "UNIT")
        if sign and draw(st.booleans()):
            gap = ""
        if kind in {"NAME", "UNIT"}:
            first, *rest = word.split(" ")
            word = first + "".join(draw(st.sampled_from(GAPS)) + it for it in rest)  # noqa: PLW2901 - the word as written
        text += gap + word
        before = kind
    return text


statements = tokens(NonTerminal("start"), 9).flatmap(joined)


@st.composite
def files(draw: st.DrawFn) -> str:
    """Statements and comments, one under the other."""
    text = draw(st.sampled_from(("", "# first\n", "\n\n  # first\n\n", "\ufeff")))
    for statement in draw(st.lists(statements, max_size=4)):
        text += statement + draw(st.sampled_from(BETWEEN))
    return text


def shortest(symbol: Symbol) -> list[tuple[str, str]]:
    """The shortest words of a symbol, the first of each terminal."""
    if isinstance(symbol, Terminal):
        return [(symbol.name, texts_of(symbol.name)[0])]
    rule = min(alternatives(symbol.name), key=of_rule)
    return [word for inner in rule.expansion for word in shortest(inner)]


def through(wanted: Rule) -> list[tuple[str, str]]:
    """A statement, as short as it gets, that uses a production."""
    words = [word for inner in wanted.expansion for word in shortest(inner)]
    origin = wanted.origin.name
    while origin != "start":
        rule, index = above()[origin]
        words = [word for it in rule.expansion[:index] for word in shortest(it)] + words
        words += [word for it in rule.expansion[index + 1 :] for word in shortest(it)]
        origin = rule.origin.name
    return words


@cache
def above() -> dict[str, tuple[Rule, int]]:
    """For each name of the grammar the production that leads to it on the shortest way from the start."""
    found: dict[str, tuple[Rule, int]] = {}
    order = ["start"]
    for origin in order:
        for rule in sorted(alternatives(origin), key=of_rule):
            for index, inner in enumerate(rule.expansion):
                if isinstance(inner, NonTerminal) and inner.name not in order:
                    found[inner.name] = (rule, index)
                    order.append(inner.name)
    return found
