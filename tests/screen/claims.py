"""Claims of every kind, many enough for columns, and rules of every form that is screened (and some that are not)."""

from __future__ import annotations

import json
from pathlib import Path
from random import Random

VOCABULARY = """
properties:
  share: {kind: quantity, unit: percent, varies by: month, qualifiers: [product]}
  flow: {kind: quantity, unit: barrel/day, varies by: year, qualifiers: [product]}
  delay: {kind: quantity, unit: hour, qualifiers: [product]}
  price: {kind: quantity, unit: USD, varies by: month, qualifiers: [product]}
  heat: {kind: quantity, unit: degree celsius, signed: true}
  change: {kind: quantity, unit: percent, signed: true, varies by: month}
  city: {kind: place, qualifiers: [product]}
  role: {kind: entity, many: true}
  ok: {kind: truth, qualifiers: [product]}
  day: {kind: date, qualifiers: [product]}
  pieces: {kind: quantity, varies by: month, qualifiers: [product]}
  place: {kind: rank}
places:
  Paris: {within: France}
  France: {}
  Rome: {}
  Oslo: {}
speakers: {Ann: {}, Bob: {}}
outlets: {Outlet 1: {aliases: [Outlet 2]}}
conversions:
  crude oil: {"7.33 ± 0.1 barrel": 1 tonne}
rates:
  EUR: {2025-03: 1.16 USD}
"""

RULES = """language 1
rule share-10: share claims must agree within 10%
rule several: share, flow, price claims must agree
rule all-5: claims must agree within 5%
rule points: share claims must agree within 2 percentage points
rule signed: change, heat claims must agree within 10%
rule zero: change claims must agree within 0%
rule hours: delay claims must agree within 1 hour
rule half-days: day claims must agree within 12 hours
rule months: day claims must agree within 1 month
rule names: city, ok claims must agree
rule ranks: place claims must agree
rule opened: flow claims must agree within 10%
    using crude oil
rule per-outlet: share claims per outlet must agree within 1%
rule per-source: share claims per source must agree within 1%
rule whatever-subject: share claims regardless of subject must agree within 90%
rule whatever-month: share claims regardless of month must agree within 20%
rule whatever-property: share, change claims regardless of property must agree within 50%
rule only-property: share claims regardless of property must agree within 10%
rule expected-too: share claims including expected per subject must agree
rule per-two: share claims per month and document must agree
rule chosen: share claims about "Subject 000001", "Subject 000002" from "Outlet 1", "Outlet 3" must agree
rule said: share claims by Ann must agree
rule counted: pieces claims must agree within 1%
rule exact: share claims must agree exactly
rule clear: share claims must clearly agree within 10%
rule most: share claims must be at most 60%
rule between: share claims must be between 20% and 80%
rule less: delay claims must be less than 50 hours
rule least: flow claims must be at least 40 barrel/day
rule before: day claims must be before 2025-03-05
rule after: day claims must be after 2025-03-02
rule more: price claims must be more than 30 USD
rule any: claims must be at most 50 hours
rule whole: pieces claims must be at most 50
rule cold: heat claims must be at most 20 degrees celsius
rule backed: share claims must be corroborated by at least 2 independent sources within 10%
rule thrice: delay claims must be corroborated by at least 3 independent sources
rule named: city claims must be corroborated by at least 2 independent sources
rule ratio: share / delay must be at most 2 percent/hour
rule yield: flow / share must be between 50 barrel/day and 100 barrel/day
rule product: price * share must be at most 60 USD
rule twice: share + share must be at most 150%
rule few: pieces + pieces must be at least 30
rule drop: change - share must be less than 10%
rule equal: share must agree with flow / 100 barrel/day within 10%
rule denial: share claims must not contradict
rule trend: pieces claims per subject must not decrease
rule listed: share claims must be one of 40%, 50%
rule middle: share claims must agree with the median within 5 percentage points
rule who: share claims where unit is percent must have speaker
rule march: share claims in 2025-03 must agree
rule both: share claims must agree within 10% and be at most 90%
rule newest: latest share claims must agree
rule february: claims in 2025-02 must agree within 5%
rule that-day: share, delay claims in 2025-03-02 must agree
rule spring: flow, price claims in 2025-02 to 2025-03 must agree within 10%
rule instant: delay claims in 2025-03-02T10:00Z must agree
rule crude: share claims where product is crude must agree within 5%
rule not-crude: share, city claims where product is not crude must agree
rule plain-ones: delay claims where product is absent must agree
rule either: share claims where product is one of crude, diesel and outlet is not "Outlet 3" must be at most 50%
rule late: share claims where published after 2025-03-04 must agree
rule early: share claims where period before 2025-03 must agree
rule not-early: share claims where not (period before 2025-03-02 or published after 2025-03-05) must agree within 3%
rule dated: day claims where value before 2025-03-05 must agree
rule month-is: delay claims where period is 2025-03 or published is 2025-03-02 must agree
rule month-is-not: delay claims where period is not one of 2025-02, 2025-03 must agree
rule undated: share claims where period is absent must agree
rule wire: share claims where source is "Outlet 3" must be corroborated by at least 2 independent sources
rule no-wire: share claims where source is not one of "Outlet 3", "Outlet 1" must agree
rule spoken: share, flow claims where speaker is Ann or speaker contains "minister" must agree
rule unspoken: share claims where speaker is absent must agree within 2%
rule matching: delay claims where document matches /^d[0-4]/ and outlet contains "1" must agree
rule subjects: claims where subject matches /0[02468]$/ must agree within 50%
rule kinds: claims where kind is place or kind is truth must agree
rule some-property: claims where property is one of share, delay must agree within 1%
rule gone: share claims where status is withdrawn must agree
rule maybe: delay claims where modality is one of expected, possible must be at most 60 hours
rule told-as: share claims where speech is absent must agree
rule denied: share claims where stance is denies must agree
rule large: share claims where value > 40% must agree
rule said-so: share claims where value contains "about" must agree
rule in-percent: share claims where unit is percent must agree
rule quoted: share claims where quote is absent must agree
rule three: delay claims must agree and be at least 10 hours and be less than 60 hours
rule backed-and: share claims must be corroborated by at least 2 independent sources and agree within 10%
rule names-too: claims must agree and be at most 70%
rule of-month: flow in 2025-03 / share in 2025-02 must be at most 60 barrel/day
rule of-month-2: share in 2025-03 - change must be more than 5%
rule with-expected: price including expected * share must be between 5 USD and 40 USD
rule one-subject: share claims about "Subject 000001" must agree with share of "Subject 000002" within 20%
rule own-outlet: share claims from "Outlet 4" must agree with those from "Outlet 5"
rule fixed: share of "Subject 000001" must be at most 50%
rule number: the number of share claims must be at least 10
rule newest-where: latest share claims in 2025-01 to 2025-03 where product is crude must agree
accept least for {first}
    because "a known outlier"
"""


def write(folder: Path, number: int, *, seed: int, members: int) -> Path:
    """`number` claims, about `members` in a group, as JSON lines with their vocabulary beside; the same for a seed."""
    random = Random(seed)
    documents = max(1, number // 7)
    subjects = max(1, number // members // 4)
    path = folder / "claims.jsonl"
    rows = [_claim(random, at, at % documents, subjects) for at in range(number)]
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    (folder / "vocabulary.yaml").write_text(VOCABULARY, encoding="utf-8")
    first = next(row["id"] for row in rows if row["property"] == "flow")
    (folder / "all.rules").write_text(RULES.replace("{first}", str(first)), encoding="utf-8")
    return path


KINDS = ("share", "flow", "delay", "price", "heat", "change", "city", "role", "ok", "day", "pieces", "place")


def _claim(random: Random, at: int, document: int, subjects: int) -> dict[str, object]:
    subject = random.randrange(subjects)
    kind = random.choice(KINDS)
    base = (subject * 31 + KINDS.index(kind) * 7) % 97 + 3
    row: dict[str, object] = {
        "id": f"c{random.randrange(10**9):010}-{at}",
        "document": {
            "id": f"d{document}",
            "outlet": f"Outlet {document % 11}",
            "published": f"2025-03-0{1 + document % 9}",
        },
        "subject": f"Subject {subject:06}",
        "property": kind,
        "value": _value(random, kind, base),
    }
    for chance, key, words in (
        (0.2, "modality", ("expected", "possible")),
        (0.1, "stance", ("denies",)),
        (0.1, "status", ("withdrawn",)),
        (0.3, "speaker", ("Ann", "Bob", "the minister")),
        (0.2, "via", ("Reuters", "AFP", ["Reuters", "AFP"])),
        (0.4, "period", ("2025-03", "2025-02", "2025", "2025-03-02")),
    ):
        if random.random() < chance:
            row[key] = random.choice(words)
    if random.random() < 0.2 and kind not in {"heat", "role", "change", "place"}:
        row["qualifiers"] = {"product": random.choice(["crude", "Diesel"])}
    return row


def _value(random: Random, kind: str, base: int) -> object:
    number = base + random.choice([0, 0, 0, 0.5, 1, 3, base])
    forms = [
        f"about {number}",
        f"nearly {number}",
        f"more than {number}",
        f"up to {number}",
        f"{number} to {number + 3}",
    ]
    said = random.choice(forms) if random.random() < 0.4 else str(number)
    match kind:
        case "share":
            return f"{said}%"
        case "flow":
            unit = (
                random.choice(["thousand barrels a day", "tonnes a day"]) if random.random() < 0.1 else "barrels a day"
            )
            return f"{said} {unit}"
        case "delay":
            return f"{said} hours"
        case "price":
            return {"number": str(number), "unit": "USD"} if random.random() < 0.5 else f"{number} EUR"
        case "heat":
            return f"{random.choice([-4, 0, 5, 20, 21])} degrees celsius"
        case "change":
            return f"{random.choice([-10, -9.8, 0, 0.1, 3, 10, 10.5])}%"
        case "city" | "role":
            return random.choice(["Rome", "Paris", "France", "Oslo"]) if random.random() < 0.3 else "Rome"
        case "ok":
            return random.choice(["true", "true", "true", "false"])
        case "day":
            dates = ["2025-03-04", "2025-03", "2025-03-05~", "2025-03-04T10:00Z", "2025-03-01"]
            return random.choice(dates) if random.random() < 0.5 else "2025-03-04"
        case "place":
            return random.choice(["second", "third-largest"])
        case _:
            return str(int(number)) if random.random() < 0.7 else f"about {int(number)}"
