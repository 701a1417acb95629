"""Files of JSON lines as they come: mostly plain claims, and now and then everything that can be wrong with one."""

from __future__ import annotations

import json
from pathlib import Path
from random import Random
from typing import Any

VOCABULARY = """\
properties:
  loading rate: {kind: quantity, unit: barrel/day, varies by: month, qualifiers: [product], aliases: [rate of loading]}
  share: {kind: quantity, unit: percent, varies by: year}
  balance: {kind: quantity, unit: USD, signed: true}
  crew: {kind: quantity, unit: people}
  opened: {kind: date}
  operator: {kind: entity}
  open: {kind: truth}
  place: {kind: rank}
  size: {kind: quantity}
entities: {North Terminal: {aliases: [Terminal N]}, South Terminal: {}, Port Authority: {}, crude: {}}
outlets: {Harbour Gazette: {}, Tide Post: {}}
speakers: {harbour master: {}}
hedges: {scarcely: 7 %}
"""

_VALUES = {
    "loading rate": [
        "{n} barrels a day", "nearly {n} barrels a day", "{n}k barrels a day", "about {n} bpd", "more than {n} kb/d",
        "{n} to 9{n} barrels a day", "{n}", "scarcely {n} mb/d", "{n} tonnes", "dozens of barrels a day", "{n} brls",
    ],
    "rate of loading": ["{n} barrels a day", "at most {n} million barrels a week"],
    "share": ["{n}%", "{n} percent", "almost {n}%", "0.{n}", "most", "a third", "{n} bps", "up to {n}%", "-{n}%"],
    "balance": ["${n}mn", "-${n}mn", "about -${n}mn", "EUR {n}mn", "{n} USD"],
    "crew": ["{n} people", "nearly {n} people", "{n}", "about {n}00 people", "{n}.5 people", "a dozen people"],
    "opened": ["2025-03-{d}", "2025", "Wednesday", "early March 2025", "{n}", "2024-{d}"],
    "operator": ["Port Authority", "Port Autority", "Terminal N", "Ferry {n} Company", "true"],
    "open": ["true", "false", "TRUE", "perhaps"],
    "place": ["second-largest", "{d}th", "3rd", "top 10"],
    "size": ["{n} metres", "{n} km", "{n}", "about {n} m"],
    "depth": ["{n} metres", "nearly {n} m", "{n}.25 m", "deep"],
    "keeper": ["Port Authority", "Keeper {n}", "somebody"],
    "founded": ["19{d}", "2001-{d}", "2003"],
    "sahre": ["{n}%"],
}  # fmt: skip


def write(folder: Path, seed: int, claims: int = 250, *, tidy: float = 0.9) -> Path:
    """A corpus made of a seed, with a vocabulary or without; `tidy` is the share of claims that have nothing odd."""
    chance = Random(seed)
    folder.mkdir(parents=True, exist_ok=True)
    words = VOCABULARY
    if chance.random() < 0.3:
        words = words.replace("outlets:", "closed: [entities]\noutlets:", 1)
    if chance.random() < 0.3:
        words = words[: words.index("entities:")] + words[words.index("outlets:") :]
    if chance.random() < 0.8:
        (folder / "vocabulary.yaml").write_text(words)
    listed = chance.random() < 0.6
    documents = [f"d-{number}" for number in range(chance.randint(2, 12))]
    if listed:
        lines = [_document(chance, id_) for id_ in documents]
        (folder / "documents.jsonl").write_text("\n".join(map(json.dumps, lines)) + "\n")
        (folder / "sources").mkdir(exist_ok=True)
        (folder / "sources" / "held.txt").write_text("The terminal loads nearly 40 barrels a day, or 12 people.\n")
    properties = chance.sample(list(_VALUES), chance.randint(1, 6))
    forms = {name: chance.sample(_VALUES[name], min(len(_VALUES[name]), chance.randint(1, 4))) for name in properties}
    made = [_claim(chance, number, documents, forms, listed=listed, tidy=tidy) for number in range(claims)]
    ends = chance.choice(["\n", "\n", "\n", "\r\n"])
    data = ends.join(made).encode("utf-8", "surrogateescape")
    path = folder / "claims.jsonl"
    path.write_bytes(data + (ends.encode() if chance.random() < 0.7 else b""))
    return path


def _document(chance: Random, id_: str) -> dict[str, Any]:
    found: dict[str, Any] = {"id": id_, "published": chance.choice(["2025-03-04", "2025-03", "unknown", "2025-04-01"])}
    if chance.random() < 0.8:
        found["outlet"] = chance.choice(["Harbour Gazette", "Tide Post", "Harbour Gazete", "Someone Else"])
    if chance.random() < 0.2:
        found["via"] = chance.choice(
            ["harbour master", "Tide Post < harbour master", ["Tide Post", "a sailor"], "a < < b"]
        )
    if chance.random() < 0.2:
        found["text"] = chance.choice(["held.txt", "absent.txt"])
    return found


def _claim(
    chance: Random, number: int, documents: list[str], forms: dict[str, list[str]], *, listed: bool, tidy: float
) -> str:
    name = chance.choice(list(forms))
    digits = chance.choice(
        [str(chance.randint(1, 9999)), str(chance.randint(10, 99) * 10), f"{chance.uniform(1, 99):.2f}"]
    )
    value: Any = chance.choice(forms[name]).replace("{n}", digits).replace("{d}", f"{chance.randint(1, 12):02d}")
    claim: dict[str, Any] = {
        "id": f"c{number:05d}",
        "document": chance.choice(documents),
        "subject": chance.choice(["North Terminal", "Terminal N", "South Terminal", "south terminal"]),
        "property": name,
        "value": value,
    }
    if chance.random() < 0.2:
        del claim["id"]
        claim["quote"] = f"words {number}"
    if chance.random() < 0.2:
        claim["quote"] = "nearly 40 barrels a day"
    if chance.random() < 0.3:
        claim |= {"value": chance.choice([40, 4.5, 1200, "1,200", "0.5", {"number": "40", "unit": "percent"}]), "unit": chance.choice(["%", "kb/d", "people", "km"])}  # fmt: skip
    if chance.random() < 0.3:
        claim["period"] = chance.choice(["2025-03", "2025-Q1", "2024", "2025-03-04~", "2025-02"])
    if chance.random() < 0.2:
        claim["qualifiers"] = {"product": chance.choice(["crude", "refined"])}
    if chance.random() < 0.2:
        claim["speaker"] = chance.choice(["harbour master", "a sailor", "Port Authority"])
    if chance.random() < 0.2:
        claim["via"] = chance.choice(["Tide Post", "Tide Post < harbour master", ["Harbour Gazette", "a sailor"]])
    if chance.random() < 0.1:
        claim["modality"] = chance.choice(["expected", "possible"])
    if chance.random() < 0.1:
        claim["stance"] = "denies"
    if chance.random() < 0.1:
        claim["status"] = "corrected"
    if chance.random() < 0.1:
        claim["note"] = chance.choice(['a "quoted" word: {x: 1}', "Côte d'Azur", "two\nlines", "null", '": null,'])
    if chance.random() < 0.1:
        claim |= {"period": claim.get("period"), "speech": None}
    if not listed and chance.random() < 0.2:
        claim["document"] = {"id": claim["document"], "outlet": chance.choice(["Tide Post", "Harbour Gazette"])}
    text = json.dumps(claim, ensure_ascii=chance.random() < 0.5)
    return text if chance.random() < tidy else _spoilt(chance, claim, text, number)


def _spoilt(chance: Random, claim: dict[str, Any], text: str, number: int) -> str:
    changes: list[dict[str, Any]] = [
        {"subject": "Nord Terminal"}, {"subject": "East Terminal"}, {"subject": ""}, {"property": "no such thing"},
        {"period": "last week"}, {"period": "someday"}, {"period": "2025-13"}, {"document": "d-999"}, {"document": "d 1"},
        {"document": {"id": "d-1", "outlet": "Another"}}, {"id": "c00001"}, {"id": "C00002"}, {"id": "no good id"},
        {"occurrence": 2}, {"superseded by": "c00003"}, {"superseded by": "c00003", "status": "withdrawn"},
        {"superseded by": "nobody", "status": "withdrawn"}, {"stance": "doubts"}, {"qualifiers": {"prodct": "crude"}},
        {"qualifiers": {"colour": "red"}}, {"qualifiers": {"product": 40}}, {"qualifiers": "crude"}, {"qualifiers": {}},
        {"via": "a < < b"}, {"via": []}, {"via": "[x]"}, {"speaker": "harbor master"}, {"colour": "red"}, {"value": None},
        {"value": [1]}, {"value": ""}, {"value": True}, {"value": '["x"]'}, {"unit": "parsecs of cheese"},
        {"value": 1e300, "unit": "km"}, {"note": "\x00"}, {"note": "\ud83d\ude00"}, {"note": {"deep": {"er": 1}}},
        {"subject": ["North Terminal"]}, {"quote": ["words"]}, {"note": True}, {"period": {"from": "2025"}}, {"speaker": 4},
        {"quote": "not there", "prefix": "x"}, {"reading": "because"}, {"speech": "sung"}, {"modality": "actual"},
    ]  # fmt: skip
    match chance.randint(0, 11):
        case 0:
            return text[:-1]
        case 1:
            return text.replace("{", '{"note": "first", "note": "second", ', 1)
        case 2:
            return chance.choice(["", "   ", "null", "[1]", "{}", "\udcff\udcfe", "{'id': 1}", text + " ", " " + text])
        case 3:
            return text.replace('"subject"', '"subject" ').replace(", ", " ,\t", 1)
        case 4:
            return json.dumps({**claim, "value": 0}).replace('"value": 0', '"value": 4.40').replace('": 0', '": 00', 1)
        case 5:
            return text[: chance.randrange(1, len(text))]
        case 6:
            at = chance.choice([at for at, it in enumerate(text) if it in '{}[]:,"'])
            return text[:at] + chance.choice(["", ",", '"', "}", "{", ",,", " , "]) + text[at + chance.randint(0, 1) :]
        case 7:
            return json.dumps(dict(chance.sample(list(claim.items()), len(claim))))
        case _:
            return json.dumps({**claim, **chance.choice(changes)})
