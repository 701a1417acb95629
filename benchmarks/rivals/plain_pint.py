"""Plain Python with pint over YAML files: `python -m benchmarks.rivals.plain_pint FOLDER four|curated`.

What a colleague writes in an afternoon: regular expressions for the numbers, pint for the units, dictionaries for the
groups. Of the curated corpus it reads the claims on oil, by the rules of `rules/oil.rules` of the same names; it knows
the hedges and the number words that stand there, and no more. It checks nothing, and keeps no positions.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import product
from pathlib import Path
from typing import Any, Final

import pint
import yaml

from benchmarks.rivals.program import Printed, first, main
from benchmarks.rules import FOUR, Job

Key = tuple[str, ...]

NUMBER: Final = re.compile(r"^(?P<hedge>[a-z ]+? )?(?P<number>\d[\d,]*(?:\.\d+)?|two thirds) ?(?P<unit>.*)$")
UNITS: Final = {
    "%": "percent",
    "pct": "percent",
    "basis points": "basis_point",
    "mn barrels a day": "1e6 * oil_barrel / day",
    "million barrels/day": "1e6 * oil_barrel / day",
    "mb/d": "1e6 * oil_barrel / day",
    "kb/d": "1e3 * oil_barrel / day",
    "bpd": "oil_barrel / day",
    "barrel/day": "oil_barrel / day",
    "million tonnes": "1e6 * tonne",
    "thousand tonnes": "1e3 * tonne",
    "tonnes": "tonne",
    "t": "tonne",
}
"""What pint calls the units that people write; its own `barrel` is not one of oil, its `mb/d` a millibarrel."""

CURATED: Final[dict[str, tuple[Job, tuple[str, ...], float]]] = {
    "export-share": ("agree", ("export share",), 10),
    "share-in-bounds": ("bounds", ("export share",), 100),
    "share-backed": ("backed", ("export share",), 10),
    "implied-exports": ("implied", (), 10),
}
GENERATED: Final[dict[str, tuple[Job, tuple[str, ...], float]]] = {
    limit.name: (limit.job, {"agree": ("oil exports", "stock"), "bounds": ("export share",)}.get(limit.job, ("oil exports",)), limit.allowed)
    for limit in FOUR
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Claim:
    property: str
    cell: Key
    low: float
    high: float
    source: str


def read(folder: Path) -> list[Claim]:
    vocabulary = _load(folder / "vocabulary.yaml")
    registry: pint.UnitRegistry[Any] = pint.UnitRegistry()
    registry.define("basis_point = percent / 100")
    units = {name: _pint_name(prop["unit"]) for name, prop in vocabulary["properties"].items() if "unit" in prop}
    units = {name: units[name] for name in ("oil exports", "export share", "stock") if name in units}
    # Each distinct unit is converted once: pint takes 0.1 ms for one.
    factors: dict[tuple[str, str], float] = {}
    named = {*vocabulary.get("speakers", {}), *vocabulary.get("entities", {})}
    claims = []
    for document, claim in _claims(folder):
        name = claim["property"]
        if name not in units:
            continue
        low, high, unit = _interval(claim["value"])
        if (name, unit) not in factors:
            one = registry.Quantity(f"1 * {_pint_name(unit)}")
            factors[name, unit] = float(one.to(units[name]).magnitude)
        factor = factors[name, unit]
        month = (claim.get("period") or document["published"])[:7]
        cell = (claim["subject"], *claim.get("qualifiers", {}).values(), month)
        claims.append(Claim(name, cell, low * factor, high * factor, _source(claim, document, named)))
    return claims


def _claims(folder: Path) -> Iterator[tuple[dict[str, Any], dict[str, Any]]]:
    for file in sorted(folder.glob("*.yaml")):
        if file.name != "vocabulary.yaml":
            content = _load(file)
            for claim in content["claims"]:
                yield content["document"], claim


def _load(file: Path) -> Any:
    """Dates and numbers stay text: the base loader makes nothing else."""
    return yaml.load(file.read_bytes(), yaml.CBaseLoader)  # noqa: S506 - a base loader makes texts alone


def _pint_name(unit: str) -> str:
    return UNITS.get(unit, unit) if unit else "dimensionless"


def _source(claim: Mapping[str, Any], document: Mapping[str, Any], named: set[str]) -> str:
    if claim.get("speaker") in named:
        return str(claim["speaker"])
    via = claim.get("via") or document.get("via")
    if via:
        return str(via if isinstance(via, str) else via[0]).rsplit("< ", maxsplit=1)[-1]
    return str(document.get("outlet", document["id"]))


def _interval(value: str | Mapping[str, str]) -> tuple[float, float, str]:
    """(low, high, unit) of a value; precision is half of the last digit written that is not zero."""
    if not isinstance(value, str):
        number = float(value["number"])
        return number, number, value.get("unit", "")
    found = NUMBER.match(value)
    if found is None:
        raise ValueError(f"cannot read {value}")
    hedge, written, unit = (found["hedge"] or "").strip(), found["number"].replace(",", ""), found["unit"]
    if written == "two thirds":
        return 2 / 3 - 0.005, 2 / 3 + 0.005, ""
    number, half = float(written), _half_digit(written)
    match hedge:
        case "about" | "some" | "roughly":
            half = max(half, number / 20)
        case "nearly":
            return number - max(half, number / 10), number, unit
        case "more than" | "at least":
            return number, float("inf"), unit
        case "up to":
            return 0, number, unit
        case _:
            pass
    return number - half, number + half, unit


def _half_digit(written: str) -> float:
    whole, _, decimals = written.partition(".")
    if decimals:
        return 0.5 * 10.0 ** -len(decimals)
    significant = max(2, len(whole.rstrip("0")))
    return 0.5 * 10.0 ** max(0, len(whole) - significant)


def violated(claims: list[Claim], job: Job, properties: tuple[str, ...], allowed: float) -> list[str]:
    """The groups that violate a job, by name."""
    groups: dict[tuple[str, Key], list[Claim]] = defaultdict(list)
    for claim in claims:
        groups[claim.property, claim.cell].append(claim)
    if job == "implied":
        return [
            "|".join(cell)
            for (name, cell), exports in groups.items()
            if name == "oil exports"
            for shares in [groups.get(("export share", cell), [])]
            if any(one.low / (other.high / 100) > allowed * 1e6 for one, other in product(exports, shares))
        ]
    found = []
    for (name, cell), group in groups.items():
        if name in properties and _violates(group, job, allowed):
            found.append("|".join((name, *cell)))
    return found


def _violates(group: list[Claim], job: Job, allowed: float) -> bool:
    match job:
        case "agree":
            return any(_gap(one, other) > allowed for one in group for other in group)
        case "bounds":
            return any(claim.low > allowed or claim.high < 0 for claim in group)
        case _:
            return any(
                all(other.source == claim.source or _gap(claim, other) > allowed for other in group) for claim in group
            )


def _gap(one: Claim, other: Claim) -> float:
    low, high = max(one.low, other.low), min(one.high, other.high)
    return 100 * (low - high) / low if low > high else 0


def answer(folder: Path, rules: str) -> Printed:
    claims = read(folder if rules == "curated" else folder / "yaml")
    jobs = CURATED if rules == "curated" else GENERATED
    names = {rule: violated(claims, *job) for rule, job in jobs.items()}
    return {rule: (len(found), first(found)) for rule, found in names.items()}


if __name__ == "__main__":
    main(answer)
