"""Random corpora on a coarse grid, so that boundaries are hit often."""

from __future__ import annotations

from random import Random
from typing import Any

from tests.oracle.readings import KINDS

Row = dict[str, Any]

VOCABULARY: dict[str, Any] = {
    "properties": {
        "share": {"kind": "quantity", "unit": "percent", "varies by": "month", "qualifiers": ["product"]},
        "quota": {"kind": "quantity", "unit": "percent", "qualifiers": ["product"]},
        "output": {"kind": "quantity", "unit": "barrel/day", "varies by": "quarter", "qualifiers": ["product"]},
        "killed": {"kind": "quantity", "unit": "people", "qualifiers": ["product"]},
        "visit": {"kind": "place", "qualifiers": ["product"]},
        "arrival": {"kind": "date", "qualifiers": ["product"]},
        "aboard": {"kind": "truth", "qualifiers": ["product"]},
        "standing": {"kind": "rank", "qualifiers": ["product"]},
    },
    "entities": {"Alpha": {"aliases": ["Alfa"]}, "Beta": {}, "Gamma": {}, "crude": {}, "diesel": {}},
    "places": {
        "Moscow": {"within": "Russia"},
        "Kazan": {"within": "Russia"},
        "Russia": {},
        "Washington": {"aliases": ["DC"], "within": "United States"},
        "United States": {},
    },
    "outlets": {"Herald": {}, "Courier": {}, "Tribune": {}, "Wire": {}},
    "speakers": {"Minister": {}, "Envoy": {}},
}

SUBJECTS = ("Alpha", "Alpha", "Beta", "Alfa", "Gamma")
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
        properties = ["share", "output", "quota"][: random.randint(1, 3)]
    few = random.random() < 0.5
    rows: list[Row] = []
    for number in range(random.randint(5, random.choice((8, 14, 24, 40)))):
        prop = random.choice(properties)
        row: Row = {
            "id": f"c{number + 1:02}",
            "subject": random.choice(SUBJECTS[: 3 if few else 5]),
            "property": prop,
            "value": value(random, prop),
        }
        if random.random() < 0.85:
            row["outlet"] = random.choice(OUTLETS[: 2 if few else 4])
        published = random.choice(PUBLISHED)
        if published:
            row["published"] = published
        if random.random() < 0.75:
            row["period"] = random.choice(PERIODS[: 5 if few else 10])
        if random.random() < 0.2:
            row["qualifiers"] = {"product": random.choice(("crude", "diesel"))}
        if random.random() < 0.15:
            row["stance"] = "denies"
        if random.random() < 0.15:
            row["modality"] = random.choice(("expected", "possible"))
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


def value(random: Random, prop: str) -> Any:
    kind = KINDS[prop]
    match kind:
        case "place":
            return random.choice(PLACES)
        case "date":
            return random.choice(DATES)
        case "truth":
            return random.choice(("true", "true", "false"))
        case "rank":
            return random.choice(("largest", "second-largest", "third-largest"))
        case "count":
            return count(random)
        case _:
            pass
    share = kind == "percent"
    grid = SHARES if share else AMOUNTS
    unit, word = ("%", "percent") if share else (random.choice((" barrels a day", " barrel/day")), "barrel/day")
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
    return "0.04 thousand barrels a day" if random.random() < 0.5 else f"about 40{unit}"


def count(random: Random) -> Any:
    number = random.choice(COUNTS)
    shape = random.random()
    people = random.choice(("", " people"))
    if shape < 0.4:
        return f"{number}{people}"
    if shape < 0.6 and number > 2:
        return f"{random.choice(HEDGES)} {number}{people}"
    if shape < 0.75:
        low, high = sorted(random.sample(COUNTS, 2))
        return f"{low} to {high}{people}"
    if shape < 0.85:
        return {"number": str(number), "unit": "people"}
    return random.choice(("several", "a few", "dozens", "no one", "a couple"))
