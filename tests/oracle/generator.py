"""Random corpora on a coarse grid, so that boundaries are hit often."""

from __future__ import annotations

from random import Random
from typing import Any

from tests.oracle.words import KINDS, SIGNED

Row = dict[str, Any]

SUBJECTS = ("Alpha", "Alpha", "Beta", "Alfa", "Gamma", "Union")
OUTLETS = ("Herald", "Courier", "Tribune", "Wire")
SHARES = (0, 5, 10, 18, 20, 22, 36, 38, 39, 40, 41, 42, 44, 45, 50, 55, 60, 90, 99, 100)
AMOUNTS = (4, 5, 9, 10, 18, 20, 36, 40, 41, 44, 45, 50, 55, 100, 110, 400)
COUNTS = (0, 1, 2, 3, 5, 6, 7, 8, 9, 10, 20, 21, 40, 100, 105, 296, 300, 304)
HEDGES = (
    "about",
    "nearly",
    "just over",
    "more than",
    "at least",
    "less than",
    "up to",
    "fewer than",
    "almost",
    "around",
)
PERIODS = (
    "2025-10",
    "2025-10",
    "2025-10-24",
    "2025-10-27",
    "2025-11",
    "2025-11-03",
    "2025-12",
    "2025-Q4",
    "2025",
    "2025-10~",
)
PUBLISHED = ("2025-10-24", "2025-10-27", "2025-11-03", "2025-10", "2025-11-03", None)
DATES = ("2025-10-23", "2025-10-24", "2025-10-25", "2025-10-27", "2025-10", "2025-11", "2025-10-24~", "2025-12-01")
INSTANTS = (
    "2025-10-24T10:00Z",
    "2025-10-24T18:00Z",
    "2025-10-24T23:30+02:00",
    "2025-10-26T12:00Z",
    "2025-10-26T11:59Z",
)
PLACES = ("Moscow", "Moscow", "Kazan", "Russia", "Washington", "DC", "United States")
VIAS = (
    ["Wire"],
    ["Wire < an aide"],
    ["Envoy < an aide"],
    ["an agency"],
    ["Wire < Envoy"],
    ["Wire", "Envoy"],
    ["an agency < an aide"],
)


def corpus(random: Random) -> list[Row]:
    properties = random.sample(list(KINDS), random.randint(1, 3))
    if random.random() < 0.4:
        properties = random.choice((["share", "output", "quota"], ["share", "cover", "quota"], ["cost", "output"]))
        properties = properties[: random.randint(1, 3)]
    instants = random.random() < 0.4
    fractions = random.random() < 0.3
    few = random.random() < 0.5
    rows: list[Row] = []
    for number in range(random.randint(5, random.choice((8, 14, 24, 40)))):
        prop = random.choice(properties)
        row: Row = {
            "id": f"c{number + 1:02}",
            "subject": random.choice(SUBJECTS[: 3 if few else 6]),
            "property": prop,
            "value": value(random, prop, instants=instants, fractions=fractions),
        }
        if random.random() < 0.85:
            row["outlet"] = random.choice(OUTLETS[: 2 if few else 4])
        published = random.choice(PUBLISHED)
        if published:
            row["published"] = published
        if random.random() < 0.75:
            row["period"] = random.choice(PERIODS[: 5 if few else 9 if prop == "cost" else 10])
        if random.random() < 0.2:
            row["qualifiers"] = {"product": random.choice(("crude", "diesel"))}
        if random.random() < 0.15:
            row["stance"] = "denies"
        if random.random() < 0.15:
            row["modality"] = random.choice(("expected", "possible", "expected", "possible", "hypothetical"))
        if random.random() < 0.08:
            row["status"] = random.choice(("withdrawn", "corrected"))
        if random.random() < 0.2:
            row["speaker"] = random.choice(("Minister", "Envoy", "an official"))
        if random.random() < 0.15:
            row["via"] = random.choice(VIAS)
        if random.random() < 0.08:
            row["document via"] = random.choice(VIAS)
        if random.random() < 0.5:
            row["quote"] = f"the words of {row['id']}"
        rows.append(row)
    documents: dict[tuple[Any, ...], str] = {}
    for row in rows:
        head = (row.get("outlet"), row.get("published"), str(row.get("document via")))
        row["document"] = documents.setdefault(head, f"doc{len(documents) + 1}")
    return rows


def value(random: Random, prop: str, *, instants: bool, fractions: bool) -> Any:
    match KINDS[prop]:
        case "place":
            return random.choice(PLACES)
        case "date":
            return random.choice(INSTANTS if instants and random.random() < 0.5 else DATES)
        case "truth":
            return random.choice(("true", "true", "false"))
        case "rank":
            return random.choice(("largest", "second-largest", "third-largest"))
        case "count":
            return count(random, prop, fractions=fractions)
        case _:
            pass
    if prop in SIGNED:
        return signed(random)
    return amount(random, KINDS[prop])


def signed(random: Random) -> Any:
    number = random.choice((-100, -40, -20, -10, -5, 0, 5, 10, 40))
    shape = random.random()
    if shape < 0.5 or number == 0:
        return f"{number}%"
    if shape < 0.75:
        return f"{random.choice(('about', 'more than', 'at least', 'less than', 'up to'))} {number}%"
    if shape < 0.9:
        return {"number": str(number), "unit": "percent"}
    return f"down {abs(number)}%"


def amount(random: Random, kind: str) -> Any:
    share = kind == "percent"
    grid = SHARES if share else AMOUNTS
    unit, word = random.choice(
        {
            "percent": (("%", "percent"),),
            "barrel/day": ((" barrels a day", "barrel/day"), (" barrel/day", "barrel/day")),
            "USD": ((" USD", "USD"),),
        }[kind]
    )
    if not share and random.random() < 0.25:
        unit, word = (" tonnes a day", "tonne/day") if kind == "barrel/day" else (" EUR", "EUR")
    number = random.choice(grid)
    shape = random.random()
    if shape < 0.3:
        return f"{number}{unit}"
    if shape < 0.4:
        return f"{number}.{random.choice((0, 5))}{unit}" if number else f"{number}{unit}"
    if shape < 0.65 and number:
        return f"{random.choice(HEDGES)} {number}{unit}"
    if shape < 0.75:
        low, high = sorted(random.sample(grid, 2))
        return random.choice((f"{low} to {high}{unit}", {"low": str(low), "high": str(high), "unit": word}))
    if shape < 0.9:
        hedge = {"hedge": random.choice(HEDGES)} if number and random.random() < 0.3 else {}
        return {"number": str(number), "unit": word, **hedge}
    if share:
        return random.choice(("two thirds", "half", "a third", "most", "0.4"))
    if kind == "barrel/day" and random.random() < 0.5:
        return "0.04 thousand barrels a day"
    return f"about 40{unit}"


def count(random: Random, prop: str, *, fractions: bool) -> Any:
    """`fractions`: some number of the property has a fractional part, which makes all of it measured."""
    things, unit = (" people", "people") if prop == "killed" else (" drones", "drone")
    things = random.choice(("", things)) if prop == "killed" else things
    number = random.choice(COUNTS)
    shape = random.random()
    if fractions and shape < 0.15:
        return f"{random.choice((2.5, 6.5, 100.5))}{things}"
    if shape < 0.4:
        return f"{number}{things}"
    if shape < 0.6 and number > 2:
        return f"{random.choice(HEDGES)} {number}{things}"
    if shape < 0.75:
        low, high = sorted(random.sample(COUNTS, 2))
        return f"{low} to {high}{things}"
    if shape < 0.85:
        return {"number": str(number), "unit": unit}
    return random.choice(("several", "a few", "dozens", "no one", "a couple"))
