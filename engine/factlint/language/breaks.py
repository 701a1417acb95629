"""Where the lines of a statement may be broken: one entry a production of the grammar, outermost first."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from lark import Token, Tree

from factlint.language.typeset import Break, Group, Part

Child = Token | Tree[Token]
Words = Callable[[Token], list[Part]]
"""The pieces of a token, with the comments beside them."""

_CLAUSES = frozenset({"severity", "because", "tags", "using"})
_FILTERS = frozenset({"about", "outlets", "speakers", "period", "where", "including", "per", "regardless"})

_BEFORE: dict[str, frozenset[str]] = {
    "selection": _FILTERS,
    "any": frozenset({"OR"}),
    "all": frozenset({"AND"}),
    "sum": frozenset({"PLUS", "MINUS"}),
    "product": frozenset({"TIMES", "DIVIDE"}),
    "operand": frozenset({"of", "period", "including"}),
    "between": frozenset({"AND"}),
    "change": frozenset({"PER"}),
}
"""Children that begin a line, all of them or none, where their parent does not fit on one."""

_NOWHERE: frozenset[str] = frozenset()

_BEFORE_ANYWHERE = frozenset({"within"})
"""Children that begin a line where they would not fit on it."""

_SPINES = frozenset({"sum", "product"})
"""Productions that lean to the left: `a + b + c` is the sum of a sum, and one row of operands to a reader."""


def parts_of(tree: Child, words: Words) -> list[Part]:
    """A statement's parts, in order, with the places where its lines are or may be broken."""
    if isinstance(tree, Token):
        return words(tree)
    match tree.data:
        case "rule":
            return _rule(tree, words)
        case "accept":
            return _accept(tree, words)
        case "sentence":
            return [_sentence(tree, words)]
        case _:
            return [_row(_flattened(tree), _BEFORE.get(str(tree.data), _NOWHERE), words)]


def _rule(tree: Tree[Token], words: Words) -> list[Part]:
    """`rule NAME "title":`, then the sentence and each clause on a line of its own."""
    found: list[Part] = []
    for child in tree.children:
        if _name(child) in _CLAUSES or (_name(child) == "sentence" and found):
            found.append(Break(forced=True))
        found += parts_of(child, words)
    return found


def _accept(tree: Tree[Token], words: Words) -> list[Part]:
    """`accept RULE for CLAIM, …`, then why and until when."""
    reasons = [child for child in tree.children if _name(child) in {"because", "until"}]
    found: list[Part] = [_row([child for child in tree.children if child not in reasons], _NOWHERE, words)]
    for index, child in enumerate(reasons):
        found += [Group((Break(forced=index == 0), *parts_of(child, words)))]
    return found


def _sentence(tree: Tree[Token], words: Words) -> Group:
    """What it is about, then what must hold: a line each, and if that is too long a line for each assertion."""
    subject: list[Part] = []
    checks: list[Part] = []
    for child in tree.children:
        name = _name(child)
        if checks and name == "AND":
            checks.append(Break())
        (checks if checks or name == "MUST" else subject).extend(parts_of(child, words))
    return Group((Group(tuple(subject)), Break(), Group(tuple(checks))))


def _row(children: Iterable[Child], begins: frozenset[str], words: Words) -> Group:
    """Children in a row: broken before those that begin lines, and in lists wherever a line is full."""
    found: list[Part] = []
    after_comma = False
    for child in children:
        name = _name(child)
        part = parts_of(child, words)
        if found and name in begins:
            found += [Break(), *part]
        elif found and (after_comma or name in _BEFORE_ANYWHERE):
            found.append(Group((Break(), *part)))
        else:
            found += part
        after_comma = name == "COMMA"
    return Group(tuple(found))


def _flattened(tree: Tree[Token]) -> Iterable[Child]:
    children: list[Child] = list(tree.children)
    while tree.data in _SPINES and isinstance(children[0], Tree) and children[0].data == tree.data:
        children[:1] = children[0].children
    return children


def _name(child: Child) -> str:
    return child.type if isinstance(child, Token) else str(child.data)
