"""Quantities and dates as rules write them: for each sort, and each shape that the grammar gives a leaf."""

from __future__ import annotations

from random import Random

from tests.laws.vocabulary import MEASURED
from tests.laws.walk import Node

NUMBERS = ("4", "5", "9", "10", "20", "36", "40", "41", "45", "50", "100", "110")
DATES = (
    "2025-10-24",
    "2025-10-25",
    "2025-10",
    "2025-Q4",
    "2025-11-03",
    "2025-10-24T18:00Z",
    "2025-10~",
    "202X",
    "2025-10/2025-11",
)
"""Without `?`, which no rule may write."""

UNITS: dict[str, dict[str, tuple[str, ...]]] = {
    "percent": {"UNIT": ("%",), "NAME": ("percent",)},
    "rate": {"UNIT": ("barrels/day", "gallons/day"), "NAME": ("bpd",)},
    "money": {"NUMBER": ("$",), "NAME": ("USD", "dollars")},
    "duration": {"NAME": ("hours", "days")},
    "heat": {"UNIT": ("°C",), "NAME": ("degC", "kelvin")},
    "ratio": {"NUMBER": ("",)},
    "count": {"NUMBER": ("",), "NAME": ("people",)},
    "drones": {"NUMBER": ("",), "NAME": ("drones",)},
    "rank": {"NUMBER": ("",)},
}
"""What stands beside the number; under NUMBER, what may stand before it, alone."""

COMPOUND = {"percent": "ten %", "rate": "forty barrels/day", "heat": "forty °C"}
"""A quantity in words whose unit holds a sign, which the grammar calls a unit."""

WORDS = {
    "percent": "forty percent", "rate": "forty bpd", "money": "forty dollars", "duration": "two days", "heat": "ten degC",
    "ratio": "two thirds", "count": "forty people", "drones": "forty drones", "rank": "two",
}  # fmt: skip
"""A quantity in words, which the grammar calls a name."""

LETS = {
    "percent": "usual share", "rate": "usual rate", "money": "usual price", "duration": "usual wait",
    "ratio": "usual factor", "count": "usual toll", "drones": "usual losses", "date": "day zero", "span": "autumn",
}  # fmt: skip
COMMON = """\
let usual share = 40%
let usual rate = 40 barrels/day
let usual price = 40 USD
let usual wait = 6 hours
let usual factor = 0.5
let usual toll = 40 people
let usual losses = 40 drones
let day zero = 2025-10-24
let autumn = 2025-10 to 2025-11
let home team = Alpha, Beta
let capitals = Moscow, Washington
"""
"""The file that the generated ones import."""


def shape(leaf: Node) -> str:
    """quantity, date, unit or name; of a quantity what stands beside its number: UNIT, NAME or NUMBER for nothing."""
    inner = leaf.children[0] if leaf.name == "leaf" else leaf
    return inner.children[-1].name if inner.name == "quantity" else inner.name


def can_be(leaf: Node, sort: str) -> bool:
    """Whether a quantity or date of this sort can be written in this shape."""
    match shape(leaf):
        case "date":
            return sort == "date"
        case "unit":
            return sort in COMPOUND
        case "name":
            return sort in WORDS or sort in LETS
        case beside:
            return (sort == "date" and beside == "NUMBER") or beside in UNITS.get(sort, {})


def can_allow(leaf: Node, sort: str) -> bool:
    """Whether a tolerance for values of this sort can be written in this shape."""
    return any(can_be(leaf, it) for it in allowances(sort))


def allowances(sort: str) -> tuple[str, ...]:
    """What a tolerance may be of."""
    if sort == "date":
        return ("duration",)
    if sort == "percent":
        return ("percent",)
    return ("percent", sort) if sort in MEASURED else ()


def say(random: Random, node: Node, text: str) -> None:
    """A name: bare or quoted, as the walk has it."""
    leaf = node.children[0] if node.rule is not None else node
    leaf.text = f'"{text}"' if leaf.name == "STRING" else text


def write(random: Random, leaf: Node, sort: str, *, points: bool = False) -> None:
    """A quantity or date into a leaf; one that cannot be of the sort says something else. `points`: a difference."""
    inner = leaf.children[0] if leaf.name == "leaf" else leaf
    match shape(leaf):
        case "date":
            inner.children[0].text = random.choice(DATES)
        case "unit":
            inner.children[0].text = COMPOUND.get(sort, COMPOUND["percent"])
        case "name":
            named = [it for it in (WORDS.get(sort), LETS.get(sort)) if it is not None]
            quoted = inner.children[0].name == "STRING"
            say(random, inner, random.choice((named[-1:] if quoted else named) or ["forty"]))
        case beside:
            _number(random, inner, sort, beside, points=points)


def _number(random: Random, node: Node, sort: str, beside: str, *, points: bool) -> None:
    number = random.choice(NUMBERS) + random.choice(("", "", ".5"))
    first, *rest = node.children
    if sort == "date" and beside == "NUMBER":
        first.text = random.choice(("2025", "2026"))
        return
    beside_it = random.choice(UNITS.get(sort, {}).get(beside, ("",) if beside == "NUMBER" else ("%",)))
    if beside == "NUMBER":
        first.text = f"{beside_it}{number}"
        return
    first.text = number
    rest[0].text = "percentage points" if points and beside == "NAME" and sort == "percent" else beside_it
