"""The words of the generated corpora: enough of every kind for each form of the rule language to mean something."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Prop:
    """A property. `units`: as values write them, beside the number; `structured`: as a `unit` key takes them."""

    name: str
    sort: str
    units: tuple[str, ...] = ("",)
    structured: tuple[str, ...] = ("",)
    varies: str = ""
    signed: bool = False
    many: bool = False


PROPERTIES = (
    Prop("share", "percent", ("%", " percent"), ("percent",), "month"),
    Prop("quota", "percent", ("%", " percent"), ("percent",)),
    Prop("growth", "percent", ("%",), ("percent",), "year", signed=True),
    Prop("output", "rate", (" barrels a day", " b/d"), ("barrel/day", "gallon/day"), "quarter"),
    Prop("capacity", "rate", (" barrels per day",), ("barrel/day",)),
    Prop("price", "money", (" USD", " dollars", " EUR"), ("USD", "EUR"), "month"),
    Prop("delay", "duration", (" hours", " days"), ("hour", "minute")),
    Prop("heat", "heat", (" degC",), ("degC", "kelvin"), "day", signed=True),
    Prop("index", "ratio"),
    Prop("killed", "count", (" people", ""), ("people",), "week"),
    Prop("losses", "drones", (" drones",), ("drone",)),
    Prop("visit", "place"),
    Prop("envoy", "entity", varies="month"),
    Prop("role", "entity", many=True),
    Prop("arrival", "date"),
    Prop("departure", "date", varies="year"),
    Prop("aboard", "truth"),
    Prop("standing", "rank"),
)
BY_NAME = {prop.name: prop for prop in PROPERTIES}
MEASURED = ("percent", "rate", "money", "duration", "heat", "ratio", "count", "drones")
"""Sorts that are numbers with a unit, which arithmetic may join."""
SORTS = (*MEASURED, "place", "entity", "date", "truth", "rank")
UNITS = {
    "percent": "percent", "rate": "barrel/day", "money": "USD", "duration": "hour", "heat": "degC", "count": "people",
    "drones": "drone",
}  # fmt: skip

SUBJECTS = ("Alpha", "Alfa", "Beta", "Gamma", "Delta", "Union")
"""Alfa is Alpha. Gamma is a subject and nothing else, so that it can be renamed throughout."""
ENVOYS = ("Mercer", "Okoye", "Delegation")
PLACES = ("Moscow", "Kazan", "Russia", "Washington", "DC", "United States")
OUTLETS = ("Herald", "Courier", "Tribune")
SPEAKERS = ("Minister", "Admiral")
PRODUCTS = ("crude", "diesel")

VOCABULARY: dict[str, Any] = {
    "properties": {
        prop.name: {
            "kind": "quantity" if prop.sort in MEASURED else prop.sort,
            "qualifiers": ["product", "grade"],
            **({"unit": UNITS[prop.sort]} if prop.sort in UNITS else {}),
            **({"varies by": prop.varies} if prop.varies else {}),
            **({"signed": "true"} if prop.signed else {}),
            **({"many": "true"} if prop.many else {}),
        }
        for prop in PROPERTIES
    },
    "entities": {
        "Alpha": {"aliases": ["Alfa"]},
        "Beta": {"within": "Union"},
        "Gamma": {},
        "Stranger": {},
        "Delta": {},
        "Union": {"parts": ["Alpha", "Beta"]},
        "Mercer": {"within": "Delegation"},
        "Okoye": {},
        "Delegation": {},
        **{name: {} for name in PRODUCTS},
    },
    "places": {
        "Moscow": {"within": "Russia"},
        "Kazan": {"within": "Russia"},
        "Russia": {},
        "Washington": {"aliases": ["DC"], "within": "United States"},
        "United States": {},
    },
    "outlets": {name: {} for name in OUTLETS},
    "speakers": {name: {} for name in SPEAKERS},
    "units": ["drone = [drone]"],
    "conversions": {"crude oil": {"7.33 ± 0.1 barrel": "1 tonne"}},
    "rates": {"EUR": {"2025-10": "1.25 USD", "2025-11": "1.2 USD"}},
}
