"""Random corpora: every kind of value, hedge, range and date, and everything else that a claim may state."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from random import Random
from typing import Any

from factlint.quantities.hedges import HEDGES
from tests.laws.vocabulary import ENVOYS, OUTLETS, PLACES, PRODUCTS, PROPERTIES, SPEAKERS, SUBJECTS, Prop

Row = dict[str, Any]
"""A claim as its file writes it, and under `document` the number of its document."""

NUMBERS = (1, 2, 4, 5, 9, 10, 18, 20, 36, 38, 40, 41, 42, 44, 45, 50, 55, 60, 100, 110)
"""A coarse grid: ends often touch, and gaps are often exactly what is allowed."""
BOUNDS = ("more than", "at least", "less than", "up to", "over", "no more than", "fewer than", "no fewer than")
SUFFIXES = ("or so", "or more", "or less")
RANGES = ("{} to {}{}", "between {} and {}{}", "{}–{}{}", "from {} to {}{}", "about {} to {}{}")
COUNTS = ("a few{}", "several{}", "dozens of{}", "hundreds of{}", "no{}", "almost no{}", "a couple of{}", "ten{}")
PERIODS = ("2025-10", "2025-10", "2025-10-24", "2025-10-27", "2025-11", "2025-12-01", "2025-Q4", "2025", "2024", "2025-W44",
           "2025-10~", "2025-10-24/2025-10-27", "2025-24", "../2025-11", "2025-11/..", "202X")  # fmt: skip
PUBLISHED = ("2025-10-24", "2025-10-27T18:00Z", "2025-11-03", "2025-11", "unknown", None)
DATES = ("2025-10-23", "2025-10-24", "2025-10-25", "2025-10", "2025-10-24~", "2025-10-24?", "2025-10-24T10:00Z", "2025-Q4",
         "2025-10-24T23:30+02:00", "2025-10-23/2025-10-25", "2025-W43", "2025-24", "2025-11/..", "2025-10-XX", "20XX")  # fmt: skip
RELATIVE = ("Wednesday", "yesterday", "last week", "earlier this week", "April")
RANKS = ("largest", "second-largest", "third-largest", "No. 2", "top three", "4th")
VIAS = (["Herald"], ["Tribune < an aide"], ["Minister", "Courier"], ["an agency < Admiral"], ["an agency"])


@dataclass(frozen=True)
class Palette:
    """Few properties and subjects a corpus, so that groups form."""

    properties: tuple[Prop, ...]
    subjects: tuple[str, ...]
    periods: tuple[str, ...]


def palette(random: Random) -> Palette:
    properties = random.sample(PROPERTIES, random.randint(1, 3))
    properties += [prop for prop in PROPERTIES if prop.sort == properties[0].sort and prop not in properties][:1]
    subjects = random.sample(SUBJECTS, random.randint(1, 4))
    return Palette(tuple(properties), tuple(subjects), tuple(random.choices(PERIODS, k=random.choice((2, 4, 16)))))


def document(random: Random, number: int) -> Row:
    head: Row = {"id": f"d{number}"}
    if random.random() < 0.85:
        head["outlet"] = random.choice(OUTLETS)
    published = random.choice(PUBLISHED)
    if published:
        head["published"] = published
    head["anchor"] = "2025-10-24"
    if random.random() < 0.15:
        head["via"] = random.choice(VIAS)
    return head


def claim(random: Random, number: int, of: Palette, documents: Sequence[Row]) -> Row:
    prop = random.choice(of.properties)
    row: Row = {
        "id": f"c{number:02}",
        "document": random.randrange(len(documents)),
        "subject": random.choice(of.subjects),
        "property": prop.name,
        "value": value(random, prop),
    }
    if random.random() < 0.6:
        row["period"] = random.choice(of.periods)
    if random.random() < 0.2:
        row["qualifiers"] = {random.choice(("product", "product", "grade")): random.choice(PRODUCTS)}
    if random.random() < 0.15:
        row["stance"] = "denies"
    if random.random() < 0.2:
        row["modality"] = random.choice(("expected", "possible", "hypothetical"))
    if random.random() < 0.08:
        row["status"] = random.choice(("withdrawn", "corrected"))
    if random.random() < 0.25:
        row["speaker"] = random.choice((*SPEAKERS, "Alpha", "an official"))
        if random.random() < 0.5:
            row["speech"] = random.choice(("quoted", "paraphrased"))
    if random.random() < 0.15:
        row["via"] = random.choice(VIAS)
    if random.random() < 0.6:
        row["quote"] = f"the words of {row['id']}"
    return row


def value(random: Random, prop: Prop) -> Any:
    match prop.sort:
        case "place":
            return random.choice(PLACES)
        case "entity":
            return random.choice(ENVOYS)
        case "date":
            return random.choice(DATES if random.random() < 0.85 else RELATIVE)
        case "truth":
            return random.choice(("true", "true", "false"))
        case "rank":
            return random.choice(RANKS)
        case _:
            return quantity(random, prop)


def quantity(random: Random, prop: Prop) -> Any:
    unit = random.choice(prop.units)
    number = written(random, prop)
    shape = random.randrange(10)
    if prop.sort == "heat" and shape in {4, 5, 8}:  # a share of a temperature means nothing
        shape = 0
    match shape:
        case 0 | 1 | 2:
            return f"{number}{unit}"
        case 3:
            return f"{random.choice(BOUNDS)} {number}{unit}"
        case 4:
            return f"{random.choice(HEDGES)} {number}{unit}"
        case 5:
            return f"{number}{unit} {random.choice(SUFFIXES)}"
        case 6:
            return ranged(random, prop, unit)
        case 7 | 8:
            return structured(random, prop, hedged=shape == 8)
        case _:
            return in_words(random, prop, unit)


def written(random: Random, prop: Prop) -> str:
    number = random.choice(NUMBERS)
    sign = "-" if prop.signed and random.random() < 0.3 else ""
    if prop.sort in {"count", "drones"}:
        return str(number) if random.random() < 0.95 else f"{number}.5"
    return f"{sign}{number}" + random.choice(("", "", "", ".0", ".5"))


def ranged(random: Random, prop: Prop, unit: str) -> str:
    low, high = sorted(random.sample(NUMBERS, 2))
    forms = RANGES[:-1] if prop.sort == "heat" else RANGES
    return random.choice(forms).format(low, high, unit)


def structured(random: Random, prop: Prop, *, hedged: bool) -> Row:
    unit = random.choice(prop.structured)
    named = {"unit": unit} if unit else {}
    if random.random() < 0.4:
        low, high = sorted(random.choices(NUMBERS, k=2))
        return {"low": str(low), "high": str(high), **named}
    hedge = {"hedge": random.choice(("about", "nearly", "just over", "at least"))} if hedged else {}
    return {"number": written(random, prop), **named, **hedge}


def in_words(random: Random, prop: Prop, unit: str) -> str:
    if prop.sort == "percent" and not prop.signed:
        return random.choice(("two thirds", "half", "nearly half", "one in five", "0.4", "most", "forty percent"))
    if prop.signed and prop.sort == "percent":
        return random.choice(("down 40%", "up 5 to 10%", "fell 5%", "zero percent"))
    if prop.sort in {"count", "drones"}:
        return random.choice(COUNTS).format(unit or " people")
    if prop.sort == "duration":
        return random.choice(("two days", "a few hours", "within 48 hours", "half an hour", "days"))
    if prop.sort == "rate":
        return f"{random.choice(('0.04 thousand', 'forty', 'half a thousand'))}{unit}"
    if prop.sort == "money":
        return random.choice(("$40", "$38-42", "nearly $45", "50 dlrs", "0.04 thousand dollars"))
    return f"{random.choice(NUMBERS)}{unit}"
