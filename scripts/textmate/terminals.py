"""The words and signs of the rule grammar, and which stand beside each other: read from the grammar as Lark compiles it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import product

from lark import Lark

from factlint.grammars import grammar_text
from factlint.language.parse import grammar

IGNORED = "__IGNORE"
_KEYWORD = re.compile(r"([a-z]+)\(\?[=!]")


@dataclass(frozen=True, slots=True)
class Terminal:
    """`key` is the word itself of a keyword, else the terminal's name; `pattern` is Python's regular expression of it."""

    key: str
    pattern: str

    @property
    def is_word(self) -> bool:
        return self.key.islower()


@cache
def terminals() -> dict[str, Terminal]:
    """Every terminal, by the name Lark has for it; what is ignored between them is left out."""
    found = {}
    for it in grammar().terminals:
        if not it.name.startswith(IGNORED):
            pattern = it.pattern.to_regexp()
            word = _KEYWORD.match(pattern)
            found[it.name] = Terminal(word[1] if word else it.name, pattern)
    return found


@cache
def reserved() -> frozenset[str]:
    """The keywords that no name may hold unless it is quoted: those that the terminal NAME bars."""
    words = {it.key for it in terminals().values() if it.is_word}
    name = re.compile(terminals()["NAME"].pattern)
    return frozenset(word for word in words if not name.fullmatch(word))


def scales() -> str:
    """The words that scale a number, such as `million`, as a pattern."""
    words = Lark(grammar_text("quantity"), parser="lalr", start="quantity").terminals
    (scale,) = (it for it in words if it.name == "SCALE")
    return scale.pattern.to_regexp()


@dataclass(frozen=True, slots=True)
class Run:
    """Terminals that follow each other with nothing between; `asserts` if they belong to an assertion."""

    names: tuple[str, ...]
    asserts: bool


_PLAIN = frozenset({"IDENT", "NUMBER", "REGEX"})
"""Besides keywords, what a run may hold: patterns that would match too much if they stood alone."""


@cache
def runs() -> tuple[Run, ...]:
    """Every run of the grammar, the longest first.

    A keyword that is not reserved, such as `share` in `not share a value`, is a keyword only within such a run; and what
    looks like a regular expression is one only after `matches`.
    """
    found = {
        Run(names, origin in assertions())
        for origin, symbols in _productions()
        if ("",) in _plain(origin)  # any other is part of the runs of those that hold it
        for names in _split(symbols)
    }
    return tuple(sorted(found, key=lambda it: (-len(it.names), it.names)))


@cache
def margin() -> frozenset[str]:
    """The keywords that begin statements and stand nowhere else."""
    inside = set().union(*(_within(name) for _origin, symbols in _productions() for name in symbols[1:]))
    return frozenset(name for name in openers("start") if terminals()[name].is_word and name not in inside)


@cache
def openers(production: str) -> tuple[str, ...]:
    """The terminals that a production may begin with."""
    seen, waiting = {production}, [production]
    found: set[str] = set()
    while waiting:
        origin = waiting.pop()
        for name in (symbols[0] for name, symbols in _productions() if name == origin and symbols):
            if name in terminals():
                found.add(name)
            elif name not in seen:
                seen.add(name)
                waiting.append(name)
    return tuple(sorted(found))


@cache
def assertions() -> frozenset[str]:
    """The productions of assertions, without what they share with the rest of the language: expressions and values."""
    return _within("check") - _within("selection") - _within("_expression") - _within("clause")


@cache
def _within(start: str) -> frozenset[str]:
    """The productions and terminals that a symbol may hold, itself among them."""
    seen, waiting = {start}, [start]
    while waiting:
        origin = waiting.pop()
        fresh = {it for found, symbols in _productions() if found == origin for it in symbols} - seen
        seen |= fresh
        waiting += fresh
    return frozenset(seen)


@cache
def _productions() -> tuple[tuple[str, tuple[str, ...]], ...]:
    """(name, symbols) of every production, alternatives and optional parts written out."""
    return tuple((str(it.origin.name), tuple(str(symbol.name) for symbol in it.expansion)) for it in grammar().rules)


def _split(symbols: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """The runs of a production that mean more than their single words do."""
    for written_out in product(*(_plain(name) for name in symbols)):
        run: list[str] = []
        for name in [*(it for part in written_out for it in part), ""]:
            if name:
                run.append(name)
                continue
            for start in [0, *(at for at, it in enumerate(run) if it == "NUMBER" and at)]:
                part = tuple(run[start:])
                if any(_needs_company(it) for it in part) and any(terminals()[it].is_word for it in part):
                    yield part
            run = []


def _needs_company(name: str) -> bool:
    it = terminals()[name]
    return (it.is_word and it.key not in reserved()) or name in _PLAIN - {"NUMBER"}


def _plain(name: str) -> tuple[tuple[str, ...], ...]:
    """What may stand for a symbol within a run: terminals, or ("",), which ends the run."""
    if name in terminals():
        return ((name,),) if terminals()[name].is_word or name in _PLAIN else (("",),)
    inside = [symbols for origin, symbols in _productions() if origin == name]
    fitting = [it for it in inside if all(part in terminals() and _plain(part) != (("",),) for part in it)]
    whole = tuple(fitting) if fitting and all(len(it) <= 2 for it in inside) else ()
    return whole + ((("",),) if len(whole) < len(inside) else ())
