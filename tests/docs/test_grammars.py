"""The examples in the grammars, run: each is one of the production, or the word, that it stands by."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

import pytest
from lark import Lark
from lark.exceptions import LarkError

from factlint.grammars import grammar_text
from factlint.quantities.written import prepared

_NAME = re.compile(r"[?!]?(?P<name>[a-z_]+|[A-Z_]+)(?:\.\d+)?:")
_WHOLE = {"rules": "start", "quantity": "quantity"}
_SEVERAL = re.compile(r" {3,}")


def above(text: str) -> Iterator[tuple[str, str]]:
    """Indented lines of comment, with the name of the production or word below them."""
    held: list[str] = []
    for line in text.splitlines():
        if line.startswith("//     "):
            held += _SEVERAL.split(line.removeprefix("//").strip())
        elif match := _NAME.match(line):
            yield from ((match["name"], example) for example in held)
            held = []


def behind(text: str) -> Iterator[tuple[str, str]]:
    """Comments at the end of a line, with the name of the production they belong to."""
    name = ""
    for line in text.splitlines():
        match = _NAME.match(line)
        name = match["name"] if match else name
        if not line.startswith("//") and name.islower() and " // " in line:
            yield from ((name, example) for example in _SEVERAL.split(line.partition(" // ")[2].strip()))


RULES = list(above(grammar_text("rules")))
QUANTITIES = [*above(grammar_text("quantity")), *behind(grammar_text("quantity"))]


@cache
def parser(grammar: str, start: str) -> Lark:
    return Lark(grammar_text(grammar), parser="lalr", lexer="contextual", start=start)


def reads(grammar: str, name: str, example: str) -> bool:
    if name.isupper():
        (word,) = [it for it in parser(grammar, _WHOLE[grammar]).terminals if it.name == name]
        return re.fullmatch(word.pattern.to_regexp(), example) is not None
    try:
        parser(grammar, name).parse(example)
    except LarkError:
        return False
    return True


@pytest.mark.parametrize(("name", "example"), RULES, ids=[": ".join(it) for it in RULES])
def test_an_example_of_the_rule_language_reads(name: str, example: str) -> None:
    assert reads("rules", name, example)


@pytest.mark.parametrize(("name", "example"), QUANTITIES, ids=[": ".join(it) for it in QUANTITIES])
def test_an_example_of_a_quantity_reads(name: str, example: str) -> None:
    assert reads("quantity", name, prepared(example))


@pytest.mark.parametrize(
    ("name", "example"),
    [("until", "until"), ("bring", "import common"), ("IDENT", "one city"), ("trend", "not agree")],
)
def test_what_is_no_example_is_told_from_one(name: str, example: str) -> None:
    assert not reads("rules", name, example)


def test_every_production_with_words_of_its_own_has_an_example() -> None:
    grammar = grammar_text("rules")
    worded = re.findall(r'^[?!]?([a-z][a-z_]*): .*"[a-z]+"', grammar, re.MULTILINE)
    assert set(worded) - {name for name, _ in RULES} == PARTS


PARTS = {"any", "all", "not_", "claims_of", "function"}
"""Of a production whose own example shows them."""
