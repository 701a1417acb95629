"""Units that a vocabulary defines: `drone = [drone]`, `squadron = 12 aircraft = wing`.

The form is that of pint's definitions, but they never reach pint: a name, and either a dimension of its own or a number
of another unit.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from fractions import Fraction
from functools import cache

from factlint.quantities import messages, names
from factlint.quantities.messages import UnitError
from factlint.quantities.unit_parts import Atom
from factlint.quantities.values import Unit

_SPACES = str.maketrans(dict.fromkeys("\u00a0\u2007\u2009\u202f\t\n\r", " "))
_DEFINITION = re.compile(
    r"\s*(?P<name>[^\W\d_]\w{0,39})\s*=\s*(?P<body>[^=]{1,100}?)\s*(?P<aliases>(?:=\s*[^\W\d_]\w{0,39}\s*)*)"
)
_BASE = re.compile(r"\[\s*(?P<name>[^\W\d_][\w ]{0,39}?)\s*\]")
_FACTOR = re.compile(r"(?P<number>[0-9]{1,30}(?:\.[0-9]{1,30})?(?:[eE][+-]?[0-9]{1,2})?)\s*\*?\s*(?P<unit>\S.*)")


_WORD = re.compile(r"[^\W\d]+")


def define(definitions: Sequence[str], own: dict[str, Atom], parse: Callable[[str], Unit]) -> list[UnitError]:
    """Add a vocabulary's `units` to `own`, in whatever order they build on one another; what is wrong with the rest."""
    problems: list[UnitError] = []
    waiting = [(index, definitions[index]) for index in _order(definitions)]
    dimensions: set[str] = set()
    while waiting:
        later: list[tuple[int, str, UnitError]] = []
        for index, text in waiting:
            try:
                _define_one(text, dimensions, own, parse)
            except UnitError as error:
                later.append((index, text, error))
        if len(later) == len(waiting):  # nothing became readable by what was defined in this round
            for index, _, problem in later:
                problem.where = ("units", index)
                problems.append(problem)
            break
        waiting = [(index, text) for index, text, _ in later]
    return sorted(problems, key=lambda error: error.where)


def _order(definitions: Sequence[str]) -> list[int]:
    """What names a unit that another definition makes comes after it: without this, each round might make but one."""
    makers: dict[str, int] = {}
    bodies: list[list[str]] = []
    for index, text in enumerate(definitions):
        name, _, body = text.partition("=")
        makers.setdefault(name.strip(), index)
        bodies.append(_WORD.findall(body))
    order: dict[int, None] = {}
    for first in range(len(definitions)):
        path = [first]
        entered: set[int] = set()
        while path:
            index = path[-1]
            needed = [makers[word] for word in bodies[index] if word in makers] if index not in entered else []
            entered.add(index)
            ahead = [it for it in needed if it not in order and it not in entered]
            if ahead:
                path += reversed(ahead)
            else:
                order[index] = None
                path.pop()
    return list(order)


def _define_one(text: str, dimensions: set[str], own: dict[str, Atom], parse: Callable[[str], Unit]) -> None:
    match = _DEFINITION.fullmatch(text.translate(_SPACES))
    if match is None:
        raise UnitError(*messages.bad_definition(text), 0, len(text))
    spellings = [match["name"], *(alias.strip() for alias in match["aliases"].split("=") if alias.strip())]
    for spelling in spellings:
        if spelling in own:
            raise UnitError(*messages.defined_twice(spelling), match.start("name"), match.end("name"))
    name = match["name"].replace("_", " ")
    base = _BASE.fullmatch(match["body"])
    if base is not None:
        dimension = f"[{base['name']}]"
        if dimension in dimensions or (dimension in _taken() and name != "people"):
            span = match.span("body")
            raise UnitError(*messages.dimension_taken(dimension, match["name"]), *span)
        dimensions.add(dimension)
        atom = Atom(name, Fraction(1), {dimension: 1}, counting=True)
    else:
        atom = _derived(name, (match["body"], match.start("body")), text, parse)
    own |= dict.fromkeys(spellings, atom)


def _derived(name: str, at: tuple[str, int], text: str, parse: Callable[[str], Unit]) -> Atom:
    body, offset = at
    factor, unit_text = Fraction(1), body
    amount = _FACTOR.fullmatch(body)
    if amount is not None:
        factor, unit_text = Fraction(amount["number"]), amount["unit"]
        offset += amount.start("unit")
    if factor == 0 or not re.search(r"[^\W\d_]|[%‰]", unit_text):
        raise UnitError(*messages.bad_definition(text), 0, len(text))
    try:
        unit = parse(unit_text)
    except UnitError as error:
        raise UnitError(error.message, error.help, error.start + offset, error.end + offset) from None
    if unit.offset:
        raise UnitError(*messages.bad_definition(text), 0, len(text))
    return Atom(name, unit.factor * factor, dict(unit.dimension))


@cache
def _taken() -> frozenset[str]:
    bases = {base for base, _ in names.BASES.values()}
    physical = {
        f"[{name}]"
        for name in [
            "length",
            "mass",
            "time",
            "temperature",
            "current",
            "substance",
            "luminosity",
            "information",
            "angle",
        ]
    }
    return frozenset(bases | physical)
