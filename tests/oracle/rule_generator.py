"""Random rules over the properties that a corpus holds."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction
from random import Random
from typing import Any

from tests.oracle.condition_generator import UNIT_WORDS, condition, unit_of
from tests.oracle.expression_generator import against, arithmetic_rule
from tests.oracle.generator import DATES, PLACES, Row
from tests.oracle.rules import Accept, Assertion, Expression, Rule, Selection, Tolerance
from tests.oracle.words import KINDS, SHARES, SIGNED


def rules(random: Random, rows: Sequence[Row], number: int) -> list[Rule]:
    present = sorted({row["property"] for row in rows})
    made: list[Rule] = []
    texts: set[str] = set()
    while len(made) < number:
        rule = one_rule(random, present, [row["id"] for row in rows])
        if rule.text() not in texts:
            texts.add(rule.text())
            made.append(rule)
    return made


def one_rule(random: Random, present: Sequence[str], claims: Sequence[str]) -> Rule:
    rule = sentence(random, present)
    barrels = any(KINDS[prop] == "barrel/day" for prop in present)
    accepts = []
    while random.random() < 0.15:
        named = tuple(random.sample(claims, min(len(claims), random.randint(1, 4)))) if random.random() < 0.85 else ()
        accepts.append(Accept(named, random.choice(("", "2026-06-30", "2025-12-31", "2026-01-01"))))
    return replace(
        rule,
        using="crude oil" if barrels and random.random() < 0.5 else "",
        severity=random.choice(("error", "error", "error", "warning", "info")),
        accepts=tuple(accepts),
    )


def sentence(random: Random, present: Sequence[str]) -> Rule:
    computable = [prop for prop in present if prop in {*SHARES, "output", "cost", "arrival"}]
    if computable and random.random() < 0.3:
        return arithmetic_rule(random, computable)
    if computable and random.random() < 0.12:
        prop = random.choice(computable)
        plain = replace(selection(random, prop), per=None, regardless=())
        return Rule(plain, (against(random, prop, computable),))
    prop = random.choice(present)
    if KINDS[prop] == "percent" and random.random() < 0.05:
        return add_up_rule(random)
    chosen = selection(random, prop)
    percent = tuple(it for it in present if KINDS[it] == "percent")
    if len(percent) > 1 and prop in percent and random.random() < 0.3:
        several = tuple(random.sample(percent, 2))
        chosen = replace(chosen, properties=several)
        if random.random() < 0.5:
            chosen = replace(chosen, regardless=random.choice((("property",), ("property", "period"))))
            chosen = replace(chosen, per=None)
    elif random.random() < 0.06:
        chosen = replace(chosen, properties=())
        return Rule(
            chosen,
            (
                random.choice(
                    (
                        Assertion("agree"),
                        Assertion("contradict"),
                        Assertion("have", words=("quote",)),
                        Assertion("corroborated", count=2),
                    )
                ),
            ),
        )
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
        ("month", "outlet"), ("quarter",), ("day",), ("week",), ("document",), ("modality",), otherwise=None,
    )  # fmt: skip
    regardless = sometimes(0.1, ("product",), ("subject",), ("product", "subject"), ("period",))
    if "subject" in regardless and per and "subject" in per:
        regardless = ("product",)
    if "period" in regardless and per is not None:
        per = None
    return Selection(
        properties=(prop,),
        latest=random.random() < 0.12,
        about=sometimes(
            0.1,
            ("Alpha",),
            ("Alfa", "Beta"),
            ("Beta", "Gamma"),
            ("the parts of Union",),
            ("the parts of Union", "Gamma"),
        ),
        outlets=sometimes(0.1, ("Herald",), ("Herald", "Courier")),
        speakers=sometimes(0.03, ("Minister",), ("Minister", "Envoy")),
        period=sometimes(0.1, "2025-10", "2025-10 to 2025-11", "2025", "2025-10-24", "2025-11"),
        where=condition(random, prop, 2) if random.random() < 0.3 else None,
        including=sometimes(0.12, ("expected",), ("possible",), ("expected", "possible"), ("hypothetical",)),
        per=per,
        regardless=regardless,
    )


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
    return Tolerance(f"{amount}{unit_of(prop)}", amount=Fraction(amount))


def assertion(random: Random, prop: str, chosen: Selection) -> Assertion:
    kind = KINDS[prop]
    quantity = kind in UNIT_WORDS
    clearly = random.random() < 0.25 and (quantity or kind == "date")
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
    if kind in {"barrel/day", "USD"}:
        names.append("measured")
    if (
        kind in {"place", "date", "rank", "count"}
        and prop != "losses"
        and "subject" not in (chosen.per or ()) + chosen.regardless
    ):
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
            return Assertion("corroborated", clearly, tolerance=within, count=random.choice((1, 2, 2, 3)))
        case "outlets":
            return Assertion(
                "outlets",
                clearly,
                tolerance=within,
                words=random.choice((("Herald",), ("Courier",), ("Herald", "Wire"))),
            )
        case "median":
            return Assertion("median", tolerance=within)
        case "bound":
            name = random.choice(("at most", "at least", "more than", "less than"))
            return Assertion(name, clearly, limits=(limit(random, prop),))
        case "between":
            low, high = sorted((limit(random, prop), limit(random, prop)), key=lambda it: it.number)
            return Assertion("between", clearly, limits=(low, high))
        case "before" | "after":
            return Assertion(name, clearly, limits=(Expression(words=random.choice(DATES[:6])),))
        case "one of" if quantity:
            limits = tuple(dict.fromkeys(limit(random, prop) for _ in range(random.randint(1, 3))))
            return Assertion("one of", clearly, limits=limits, words=tuple(it.words for it in limits))
        case "one of":
            grid = DATES[:6] if kind == "date" else PLACES
            return Assertion("one of", words=tuple(dict.fromkeys(random.choices(grid, k=random.randint(1, 3)))))
        case "change":
            amount = random.choice((0, 1, 5, 10))
            unit = " percentage points" if kind == "percent" else unit_of(prop)
            by = Tolerance(f"{amount}{unit}", amount=Fraction(amount))
            if random.random() < 0.4:
                amount = random.choice((5, 10, 20, 50, 150))
                by = Tolerance(f"{amount}%", share=Fraction(amount, 100))
            return Assertion(
                "change", clearly, tolerance=by, words=(random.choice(("month", "day", "week", "quarter", "year")),)
            )
        case "increase" | "decrease":
            return Assertion(name, clearly)
        case "measured":
            return Assertion(
                "measured",
                words=(random.choice(("barrel/day", "tonne/day") if kind == "barrel/day" else ("USD", "EUR")),),
            )
        case _:
            pass
    return Assertion(name)


def limit(random: Random, prop: str) -> Expression:
    kind = KINDS[prop]
    number = random.choice((5, 10, 20, 36, 40, 44, 50) if kind != "count" else (2, 3, 5, 6, 10, 21, 296, 304))
    unit = unit_of(prop) if prop != "killed" else random.choice(("", " people"))
    if prop in SIGNED and random.random() < 0.5:
        number = -number
    return Expression(number=Fraction(number), words=f"{number}{unit}", unit=kind)


def add_up_rule(random: Random) -> Rule:
    about: tuple[str, ...] = random.choice((("Alpha", "Beta"), ("Alpha", "Beta", "Gamma")))
    number = random.choice((60, 80, 90, 100))
    total = Expression(number=Fraction(number, 100), words=f"{number}%")
    prop = random.choice(("share", "quota"))
    if random.random() < 0.4:
        total = Expression(property=prop, subject=random.choice(("Gamma", "Union")))
        about = random.choice((("Alpha", "Beta"), ("the parts of Union",)))
    within = tolerance(random, "share")
    return Rule(Selection((prop,), about=about), (Assertion("add up", tolerance=within, limits=(total,)),))
