"""Random rules over the properties that a corpus holds."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from random import Random
from typing import Any

from tests.oracle.generator import DATES, PLACES, Row
from tests.oracle.readings import KINDS, VARIES
from tests.oracle.rules import Assertion, Condition, Expression, Rule, Selection, Tolerance


def rules(random: Random, rows: Sequence[Row], number: int) -> list[Rule]:
    present = sorted({row["property"] for row in rows})
    made: list[Rule] = []
    texts: set[str] = set()
    while len(made) < number:
        rule = one_rule(random, present)
        if rule.text() not in texts:
            texts.add(rule.text())
            made.append(rule)
    return made


def one_rule(random: Random, present: Sequence[str]) -> Rule:
    quantities = [prop for prop in present if prop in {"share", "quota", "output"}]
    if quantities and random.random() < 0.2:
        return arithmetic_rule(random)
    prop = random.choice(present)
    if KINDS[prop] == "percent" and random.random() < 0.05:
        return add_up_rule(random)
    chosen = selection(random, prop)
    made = [assertion(random, prop, chosen)]
    if random.random() < 0.1:
        made.append(assertion(random, prop, chosen))
        if made[0].text() == made[1].text():
            made.pop()
    return Rule(chosen, tuple(made))


def selection(random: Random, prop: str) -> Selection:
    def sometimes(chance: float, *values: Any, otherwise: Any = ()) -> Any:
        return random.choice(values) if random.random() < chance else otherwise

    per = sometimes(
        0.3, ("subject",), ("month",), ("year",), ("outlet",), ("source",), ("speaker",), ("subject", "outlet"),
        ("month", "outlet"), ("quarter",), ("day",), ("week",), otherwise=None,
    )  # fmt: skip
    regardless = sometimes(0.1, ("product",), ("subject",), ("product", "subject"))
    if "subject" in regardless and per and "subject" in per:
        regardless = ("product",)
    return Selection(
        properties=(prop,),
        latest=random.random() < 0.12,
        about=sometimes(0.1, ("Alpha",), ("Alfa", "Beta"), ("Beta", "Gamma")),
        outlets=sometimes(0.1, ("Herald",), ("Herald", "Courier")),
        speakers=sometimes(0.03, ("Minister",), ("Minister", "Envoy")),
        period=sometimes(0.1, "2025-10", "2025-10 to 2025-11", "2025", "2025-10-24", "2025-11"),
        where=condition(random, prop, 2) if random.random() < 0.3 else None,
        including=sometimes(0.12, ("expected",), ("possible",), ("expected", "possible")),
        per=per,
        regardless=regardless,
    )


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
    if KINDS[prop] in {"percent", "barrel/day", "count"}:
        number = random.choice((5, 10, 20, 40, 50))
        unit = {"percent": "%", "barrel/day": " barrel/day", "count": " people"}[KINDS[prop]]
        operator = random.choice(("<", "<=", ">", ">="))
        compares = Condition("compares", "value", (operator, f"{number}{unit}"), number=Fraction(number))
        tests += [compares, compares, compares]
    if KINDS[prop] == "place":
        tests.append(Condition("is", "value", random.choice((("Moscow",), ("Washington", "Kazan"))), negated))
    if KINDS[prop] == "date":
        tests.append(Condition("dated", "value", (random.choice(("before", "after")), random.choice(DATES[:6]))))
    return random.choice(tests)


def tolerance(random: Random, prop: str) -> Tolerance | None:
    kind = KINDS[prop]
    if random.random() < 0.3 or kind in {"place", "truth", "rank"}:
        return None
    if kind == "date":
        text, amount = random.choice((("6 hours", 21_600), ("1 day", 86_400), ("2 days", 172_800), ("0 days", 0)))
        return Tolerance(text, amount=Fraction(amount))
    if random.random() < 0.6:
        share = random.choice((1, 2, 5, 10, 10, 20, 50))
        return Tolerance(f"{share}%", share=Fraction(share, 100))
    amount = random.choice((1, 2, 4, 5, 10))
    if kind == "percent":
        return Tolerance(f"{amount} percentage points", amount=Fraction(amount))
    return Tolerance(f"{amount} {'barrels/day' if kind == 'barrel/day' else 'people'}", amount=Fraction(amount))


def assertion(random: Random, prop: str, chosen: Selection) -> Assertion:
    kind = KINDS[prop]
    quantity = kind in {"percent", "barrel/day", "count"}
    clearly = random.random() < 0.25 and kind in {"percent", "barrel/day", "count", "date"}
    within = tolerance(random, prop)
    names = ["agree", "agree", "agree", "exactly", "have", "corroborated", "corroborated", "contradict", "outlets"]
    if quantity:
        names += ["bound", "bound", "bound", "between", "median"]
    if quantity or kind == "rank":
        names += ["increase", "decrease"]
    if quantity:
        names += ["change", "one of"]
    if kind == "date":
        names += ["before", "after", "one of"]
    if kind == "place":
        names.append("one of")
    if kind in {"place", "date", "rank", "count"} and "subject" not in (chosen.per or ()) + chosen.regardless:
        names.append("share")
    name = random.choice(names)
    match name:
        case "agree":
            return Assertion("agree", clearly, within)
        case "have":
            return Assertion(
                "have", words=random.choice((("quote",), ("a", "speaker"), ("product",), ("outlet",), ("published",)))
            )
        case "corroborated":
            return Assertion("corroborated", tolerance=within, count=random.choice((1, 2, 2, 3)))
        case "outlets":
            return Assertion(
                "outlets", tolerance=within, words=random.choice((("Herald",), ("Courier",), ("Herald", "Wire")))
            )
        case "median":
            return Assertion("median", tolerance=within)
        case "bound":
            name = random.choice(("at most", "at least", "more than", "less than"))
            return Assertion(name, clearly, limits=(limit(random, kind),))
        case "between":
            low, high = sorted((limit(random, kind), limit(random, kind)), key=lambda it: it.number)
            return Assertion("between", clearly, limits=(low, high))
        case "before" | "after":
            return Assertion(name, clearly, limits=(Expression(words=random.choice(DATES[:6])),))
        case "one of" if quantity:
            limits = tuple(dict.fromkeys(limit(random, kind) for _ in range(random.randint(1, 3))))
            return Assertion("one of", limits=limits, words=tuple(it.words for it in limits))
        case "one of":
            grid = DATES[:6] if kind == "date" else PLACES
            return Assertion("one of", words=tuple(dict.fromkeys(random.choices(grid, k=random.randint(1, 3)))))
        case "change":
            amount = random.choice((0, 1, 5, 10))
            unit = {"percent": "percentage points", "barrel/day": "barrels/day", "count": "people"}[kind]
            by = Tolerance(f"{amount} {unit}", amount=Fraction(amount))
            return Assertion(
                "change", tolerance=by, words=(random.choice(("month", "day", "week", "quarter", "year")),)
            )
        case _:
            pass
    return Assertion(name)


def limit(random: Random, kind: str) -> Expression:
    number = random.choice((5, 10, 20, 36, 40, 44, 50) if kind != "count" else (2, 3, 5, 6, 10, 21, 296, 304))
    unit = {"percent": "%", "barrel/day": " barrel/day", "count": random.choice(("", " people"))}[kind]
    return Expression(number=Fraction(number), words=f"{number}{unit}")


def operand(random: Random, prop: str) -> Expression:
    return Expression(
        property=prop,
        subject=random.choice(("Alpha", "Beta")) if random.random() < 0.4 else "",
        period=random.choice(("2025-10", "2025-11")) if prop in VARIES and random.random() < 0.2 else "",
        including=("expected",) if random.random() < 0.15 else (),
    )


def constant(random: Random, shape: str) -> Expression:
    match shape:
        case "share":
            number = random.choice((5, 10, 20, 40, 80, 100))
            return Expression(number=Fraction(number, 100), words=f"{number}%")
        case "points":
            number = random.choice((-5, 0, 4, 5, 10, 40))
            return Expression(number=Fraction(number, 100), words=f"{number} percentage points")
        case "ratio":
            text = random.choice(("0.5", "1", "2", "0.9"))
            return Expression(number=Fraction(text), words=text)
        case _:
            number = random.choice((4, 10, 20, 40, 80, 100, 400))
            return Expression(number=Fraction(number), words=f"{number} barrels/day")


def arithmetic_rule(random: Random) -> Rule:
    left, operator, right, shape = random.choice(
        (
            ("share", "+", "quota", "share"),
            ("share", "-", "quota", "points"),
            ("share", "-", "share", "points"),
            ("output", "*", "share", "rate"),
            ("output", "/", "share", "rate"),
            ("share", "/", "quota", "ratio"),
            ("share", "", "", "share"),
            ("output", "", "", "rate"),
            ("output", "+", "output", "rate"),
        )
    )
    subject = operand(random, left)
    if operator:
        subject = Expression(operator=operator, parts=(subject, operand(random, right)))
    if random.random() < 0.15:
        subject = (
            Expression(operator="*", parts=(Expression(number=Fraction(2), words="2"), subject))
            if not operator
            else subject
        )
    limits: tuple[Expression, ...] = (constant(random, shape),)
    if shape in {"share", "rate"} and random.random() < 0.4:
        limits = (operand(random, "output" if shape == "rate" else random.choice(("share", "quota"))),)
    name = random.choice(("at most", "at least", "less than", "more than", "with", "between"))
    clearly = random.random() < 0.2 and name != "with"
    within = None
    if name == "with":
        share = random.choice((1, 5, 10, 20))
        within = Tolerance(f"{share}%", share=Fraction(share, 100)) if random.random() < 0.7 else None
        if within and shape == "points":
            within = None
    if name == "between":
        limits = tuple(sorted((constant(random, shape), constant(random, shape)), key=lambda it: it.number))
    return Rule(subject, (Assertion(name, clearly, within, limits),))


def add_up_rule(random: Random) -> Rule:
    about = random.choice((("Alpha", "Beta"), ("Alpha", "Beta", "Gamma")))
    number = random.choice((60, 80, 90, 100))
    total = Expression(number=Fraction(number), words=f"{number}%")
    prop = random.choice(("share", "quota"))
    if random.random() < 0.4:
        total = Expression(property=prop, subject="Gamma")
        about = ("Alpha", "Beta")
    within = tolerance(random, "share")
    return Rule(Selection((prop,), about=about), (Assertion("add up", tolerance=within, limits=(total,)),))
