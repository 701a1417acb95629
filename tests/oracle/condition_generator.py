"""Random conditions on a property's claims."""

from __future__ import annotations

from fractions import Fraction
from random import Random

from tests.oracle.generator import DATES
from tests.oracle.rules import Condition
from tests.oracle.words import KINDS, unit_name

UNIT_WORDS = {"percent": "%", "barrel/day": " barrel/day", "count": " people", "USD": " USD"}


def unit_of(prop: str) -> str:
    return " drones" if prop == "losses" else UNIT_WORDS[KINDS[prop]]


def condition(random: Random, prop: str, depth: int) -> Condition:
    if depth and random.random() < 0.35:
        test = random.choice(("not", "and", "or"))
        parts = tuple(condition(random, prop, depth - 1) for _ in range(1 if test == "not" else 2))
        return Condition(test, parts=parts)
    negated = random.random() < 0.3
    tests: list[Condition] = [
        Condition("is", "subject", (random.choice(("Alpha", "Alfa", "Beta")),), negated),
        Condition("is", "source", random.choice((("Herald",), ("Wire", "Envoy"), ("Minister",))), negated),
        Condition("is", "modality", (random.choice(("expected", "actual")),), negated),
        Condition("is", "status", (random.choice(("current", "withdrawn")),), negated),
        Condition("is", "stance", (random.choice(("denies", "asserts")),), negated),
        Condition("is", "kind", ("quantity",), negated),
        Condition("absent", random.choice(("quote", "speaker", "product", "outlet", "published", "period")), (), negated),
        Condition("dated", random.choice(("period", "published")), (random.choice(("before", "after")), random.choice(DATES[:6]))),
        Condition("is", random.choice(("period", "published")), (random.choice(("2025-10", "2025-11", "2025-10-24")),), negated),
    ]  # fmt: skip
    if random.random() < 0.25:
        key = random.choice(("quote", "outlet", "product", "speaker"))
        word = random.choice(("words", "C0", "e", "RAL", "Her", "crude", "1"))
        tests = [
            Condition("contains", key, (word,)),
            Condition("matches", key, (random.choice((r"c0[1-4]", "^The?", "r$", "er|ie")),)),
        ]
    if KINDS[prop] in UNIT_WORDS:
        number = random.choice((5, 10, 20, 40, 50))
        unit = unit_of(prop)
        operator = random.choice(("<", "<=", ">", ">="))
        compares = Condition(
            "compares", "value", (operator, f"{number}{unit}"), number=Fraction(number), unit=unit_name(prop)
        )
        equals = Condition("is", "value", (f"{number}{unit}",), negated, Fraction(number), unit_name(prop))
        tests += [compares, compares, compares, equals]
    if KINDS[prop] in {"barrel/day", "USD"}:
        foreign = "tonne/day" if KINDS[prop] == "barrel/day" else "EUR"
        tests.append(Condition("is", "unit", (random.choice((KINDS[prop], foreign)),), negated))
    if KINDS[prop] == "place":
        tests.append(Condition("is", "value", random.choice((("Moscow",), ("Washington", "Kazan"))), negated))
    if KINDS[prop] == "date":
        tests.append(Condition("dated", "value", (random.choice(("before", "after")), random.choice(DATES[:6]))))
    return random.choice(tests)
