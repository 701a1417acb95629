"""The vocabulary of the generated corpora, and what it says of names, periods and rates."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

KINDS = {
    "share": "percent",
    "quota": "percent",
    "cover": "percent",
    "growth": "percent",
    "output": "barrel/day",
    "cost": "USD",
    "killed": "count",
    "losses": "count",
    "visit": "place",
    "arrival": "date",
    "aboard": "truth",
    "standing": "rank",
}
UNITS = {"killed": "people", "losses": "drone"}
VARIES = {"share": "month", "cover": "month", "output": "quarter"}
SIGNED = {"growth"}
SHARES = {prop for prop, kind in KINDS.items() if kind == "percent"}
WITHIN = {"Moscow": "Russia", "Kazan": "Russia", "Washington": "United States"}
ALIASES = {"DC": "Washington", "Alfa": "Alpha"}
PARTS = {"Union": ("Alpha", "Beta")}
RATES = {"2025-10": Fraction("1.25"), "2025-11": Fraction("1.2")}
OUTLETS = ("Herald", "Courier", "Tribune", "Wire")
SPEAKERS = {"Minister", "Envoy", "Alpha", "Beta", "Gamma", "Union", "crude", "diesel"}
NAMED = {*OUTLETS, *SPEAKERS}


def unit_name(prop: str) -> str:
    return UNITS.get(prop, KINDS[prop])


def kind_of(prop: str) -> str:
    return KINDS[prop] if KINDS[prop] in {"place", "date", "truth", "rank"} else "quantity"


VOCABULARY: dict[str, Any] = {
    "properties": {
        prop: {
            "kind": kind_of(prop),
            "qualifiers": ["product"],
            **({"unit": unit_name(prop)} if kind in {"percent", "barrel/day", "USD", "count"} else {}),
            **({"varies by": VARIES[prop]} if prop in VARIES else {}),
            **({"signed": "true"} if prop in SIGNED else {}),
        }
        for prop, kind in KINDS.items()
    },
    "entities": {
        "Alpha": {"aliases": ["Alfa"]},
        "Beta": {},
        "Gamma": {},
        "Union": {"parts": ["Alpha", "Beta"]},
        "crude": {},
        "diesel": {},
    },
    "places": {
        "Moscow": {"within": "Russia"},
        "Kazan": {"within": "Russia"},
        "Russia": {},
        "Washington": {"aliases": ["DC"], "within": "United States"},
        "United States": {},
    },
    "outlets": {name: {} for name in OUTLETS},
    "speakers": {"Minister": {}, "Envoy": {}},
    "units": ["drone = [drone]"],
    "conversions": {"crude oil": {"8 ± 1 barrel": "1 tonne"}},
    "rates": {"EUR": {month: f"{float(rate)} USD" for month, rate in RATES.items()}},
}


def entity(name: str) -> str:
    return ALIASES.get(name, name)


def name_within(inner: str, outer: str) -> bool:
    return inner == outer or WITHIN.get(inner) == outer


def named(about: tuple[str, ...]) -> set[str]:
    """The subjects that `about A, the parts of B` names."""
    found: set[str] = set()
    for name in about:
        found |= set(PARTS[name.removeprefix("the parts of ")]) if name.startswith("the parts of ") else {entity(name)}
    return found
