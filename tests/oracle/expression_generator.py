"""Random arithmetic: expressions of one dimension, drawn from the top down, and what must hold of them."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from random import Random

from tests.oracle.rules import Assertion, Expression, Rule, Selection, Tolerance
from tests.oracle.words import KINDS, VARIES

CONSTANTS = {
    "percent": [(f"{it}%", Fraction(it, 100)) for it in (-10, 5, 10, 20, 40, 80, 100)],
    "ratio": [(it, Fraction(it)) for it in ("0.5", "1", "2", "-1", "0.9")],
    "barrel/day": [(f"{it} barrels/day", Fraction(it)) for it in (4, 10, 20, 40, 80, 100, 400)],
    "USD": [(f"{it} USD", Fraction(it)) for it in (4, 10, 20, 40, 50, 80, 100, 400)],
    "duration": [(f"{it} days", Fraction(it * 86_400)) for it in (-2, 0, 1, 2, 3)],
}
FUNCTIONS = ("mean", "median", "sum", "highest", "lowest")


def operand(random: Random, prop: str) -> Expression:
    return Expression(
        property=prop,
        subject=random.choice(("Alpha", "Beta")) if random.random() < 0.4 else "",
        period=random.choice(("2025-10", "2025-11")) if prop in VARIES and random.random() < 0.2 else "",
        including=("expected",) if random.random() < 0.15 else (),
    )


def aggregate(random: Random, prop: str, function: str) -> Expression:
    selection = Selection(
        (prop,),
        about=("Alpha", "Beta") if random.random() < 0.2 else (),
        outlets=("Herald",) if random.random() < 0.15 else (),
        period="2025-10" if random.random() < 0.2 else "",
        including=("expected",) if random.random() < 0.1 else (),
    )
    return Expression(function=function, selection=selection)


def constant(random: Random, kind: str) -> Expression:
    words, number = random.choice(CONSTANTS[kind])
    return Expression(number=number, words=words)


def expression(random: Random, kind: str, present: Sequence[str], depth: int) -> Expression:
    """Of a kind: a property's, ratio or duration."""
    own = [prop for prop in present if KINDS[prop] == kind]
    if kind == "duration":
        return Expression(operator="-", parts=(operand(random, "arrival"), operand(random, "arrival")))
    if kind == "ratio" and depth:
        unit = random.choice([KINDS[prop] for prop in present if prop != "arrival"])
        return Expression(
            operator="/",
            parts=(expression(random, unit, present, depth - 1), expression(random, unit, present, depth - 1)),
        )
    if kind == "ratio":
        return constant(random, "ratio")
    if not depth or random.random() < 0.3:
        prop = random.choice(own)
        if random.random() < 0.25:
            return aggregate(random, prop, random.choice(FUNCTIONS))
        return operand(random, prop)
    operator = random.choice("+-*/")
    left = expression(random, kind, present, depth - 1)
    if operator in "*/":
        percent = any(KINDS[prop] == "percent" for prop in present)
        by = random.choice(("percent", "ratio")) if percent and kind != "percent" else "ratio"
        return Expression(operator=operator, parts=(left, expression(random, by, present, depth - 1)))
    right = constant(random, kind) if random.random() < 0.3 else expression(random, kind, present, depth - 1)
    return Expression(operator=operator, parts=(left, right))


def arithmetic_rule(random: Random, present: Sequence[str]) -> Rule:
    kinds = [KINDS[prop] for prop in present]
    kind = random.choice([*kinds, "ratio"] if set(kinds) != {"date"} else kinds)
    if kind == "date":
        return date_rule(random)
    if random.random() < 0.08:
        words = random.choice(("0", "1", "2", "3", "5"))
        number = Expression(number=Fraction(words), words=words)
        prop = random.choice([prop for prop in present if KINDS[prop] == kind] or present)
        subject = aggregate(random, prop, "number")
        return Rule(subject, (Assertion(random.choice(("at most", "at least", "less than")), limits=(number,)),))
    subject = expression(random, kind, present, random.choice((0, 1, 1, 2)))
    while len(subject.operands()) > 3 or not subject.operands():
        subject = expression(random, kind, present, random.choice((0, 1, 1, 2)))
    limits: tuple[Expression, ...] = (constant(random, kind),)
    if kind != "ratio" and random.random() < 0.35:
        limits = (expression(random, kind, present, 0),)
    name = random.choice(("at most", "at least", "less than", "more than", "with", "between"))
    within = None
    if name == "with" and random.random() < 0.7:
        share = random.choice((1, 5, 10, 20))
        within = Tolerance(f"{share}%", share=Fraction(share, 100))
    if name == "between":
        limits = tuple(sorted((constant(random, kind), constant(random, kind)), key=lambda it: it.number))
    if random.random() < 0.1 and kind != "ratio" and (subject.operator or subject.function):
        limits = tuple(dict.fromkeys(constant(random, kind) for _ in range(random.randint(1, 3))))
        name, within = "one of", None
    said = tuple(it.words for it in limits) if name == "one of" else ()
    return Rule(subject, (Assertion(name, random.random() < 0.2, within, limits, said),))


def against(random: Random, prop: str, present: Sequence[str]) -> Assertion:
    """What claims on a property must hold against an expression, which aligns with each of them."""
    clearly = random.random() < 0.2
    if KINDS[prop] == "date":
        name = random.choice(("before", "after", "with"))
        within = Tolerance("1 day", amount=Fraction(86_400)) if name == "with" and random.random() < 0.5 else None
        return Assertion(name, clearly, within, (a_date(random),))
    limits: tuple[Expression, ...] = ()
    while not 1 <= sum(len(it.operands()) for it in limits) <= 2:
        limits = (expression(random, KINDS[prop], present, random.choice((0, 0, 1))),)
    name = random.choice(("at most", "at least", "less than", "more than", "with", "between"))
    within = None
    if name == "with" and random.random() < 0.7:
        share = random.choice((1, 5, 10, 20))
        within = Tolerance(f"{share}%", share=Fraction(share, 100))
    if name == "between":
        limits = (
            (constant(random, KINDS[prop]), *limits)
            if random.random() < 0.5
            else (*limits, constant(random, KINDS[prop]))
        )
    return Assertion(name, clearly, within, limits)


def a_date(random: Random) -> Expression:
    if random.random() < 0.6:
        return operand(random, "arrival")
    return aggregate(random, "arrival", random.choice(("earliest", "latest")))


def date_rule(random: Random) -> Rule:
    clearly = random.random() < 0.2
    if random.random() < 0.5:
        name = random.choice(("at most", "at least", "less than", "more than"))
        limits = (constant(random, "duration"),)
        return Rule(expression(random, "duration", ("arrival",), 1), (Assertion(name, clearly, limits=limits),))
    name = random.choice(("before", "after", "with"))
    limits = (a_date(random),)
    within = Tolerance("1 day", amount=Fraction(86_400)) if name == "with" and random.random() < 0.5 else None
    return Rule(operand(random, "arrival"), (Assertion(name, clearly, within, limits),))
