"""The parts of a unit as it is written: names, powers, divisions; and how they multiply to one unit."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction

from factlint.quantities import names
from factlint.quantities.values import Unit

Piece = tuple[str, int, int]
"""A name or sign, and its offsets."""

_CHUNK = re.compile(r"\S+")
_PART = re.compile(r"/|·|⋅|\*(?!\*)|(?:[^/·⋅*]|\*\*)+")
_POWER = re.compile(r"(?P<name>.*?[^\W\d_].*?)(?:(?:\^|\*\*)(?P<power>-?[0-9]+)|(?P<super>⁻?[⁰¹²³⁴⁵⁶⁷⁸⁹]+))")
_GLUED = re.compile(r"(?P<name>m|km|cm|ft|mi|yd)(?P<power>[23])")
_SUPER = str.maketrans("⁻⁰¹²³⁴⁵⁶⁷⁸⁹", "-0123456789")


@dataclass(frozen=True, slots=True)
class Atom:
    """One name, resolved: (name, factor to base units, powers of dimensions)."""

    name: str
    factor: Fraction
    dimension: Mapping[str, int]
    offset: Fraction = Fraction(0)
    counting: bool = False


@dataclass
class Product:
    """A unit while it is put together."""

    factor: Fraction = Fraction(1)
    dimension: dict[str, int] = field(default_factory=dict)
    above: list[str] = field(default_factory=list)
    below: list[str] = field(default_factory=list)
    lone: Atom | None = None
    parts: int = 0

    def times(self, atom: Atom, power: int, scale: str) -> None:
        self.parts += 1
        factor = atom.factor**power
        if scale:
            factor *= names.SCALES[scale] ** (1 if power > 0 else -1)
        self.factor *= factor
        for base, exponent in atom.dimension.items():
            self.dimension[base] = self.dimension.get(base, 0) + exponent * power
        name = atom.name if abs(power) == 1 else f"{atom.name}^{abs(power)}"
        (self.above if power > 0 else self.below).append(f"{scale} {name}" if scale else name)
        self.lone = atom if self.parts == 1 and power == 1 and not scale else None

    def unit(self) -> Unit:
        dimension = tuple(sorted((base, power) for base, power in self.dimension.items() if power))
        if self.lone is not None:
            return Unit(self.lone.name, self.factor, dimension, self.lone.offset, self.lone.counting)
        name = "/".join(["*".join(self.above) or "1", *self.below])
        return Unit(name, self.factor, dimension)


def tokens(text: str) -> list[Piece]:
    """The names and signs of a unit, with their offsets; set forms such as `b/d` stay whole."""
    found = []
    for chunk in _CHUNK.finditer(text):
        word, start = chunk.group(), chunk.start()
        if word in names.COMPOSED or word in names.AMBIGUOUS:
            found.append((word, start, chunk.end()))
            continue
        found += [(part.group(), start + part.start(), start + part.end()) for part in _PART.finditer(word)]
    return found


def is_per_cent(pieces: list[Piece], index: int) -> bool:
    """Whether a `per` begins `per cent` or `per mille` and divides nothing."""
    return index + 1 < len(pieces) and pieces[index + 1][0].casefold() in {"cent", "mille", "mil"}


def power_of(text: str) -> tuple[str, int]:
    """A phrase without its power, and the power: `square miles`, `km^2`, `m³`, `km2`."""
    head, _, rest = text.partition(" ")
    if rest and head.casefold().rstrip(".") in {"square", "sq"}:
        return rest, 2
    if rest and head.casefold().rstrip(".") in {"cubic", "cu"}:
        return rest, 3
    match = _POWER.fullmatch(text) or _GLUED.fullmatch(text)
    if match is None:
        return text, 1
    found = match.groupdict()
    digits = found["power"] or (found.get("super") or "0").translate(_SUPER)
    return found["name"], int(digits) if len(digits) <= 3 else 0
