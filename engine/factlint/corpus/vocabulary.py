"""What the words mean: the one place that resolves a name, for the corpus and for the rules."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Literal

from factlint.corpus.claim import Property
from factlint.corpus.lexicon import Lexicon, fold
from factlint.corpus.near import suggest
from factlint.quantities.reading import Reading
from factlint.quantities.units import Units
from factlint.quantities.values import Name

__all__ = ["NameList", "Vocabulary", "fold"]

NameList = Literal["properties", "entities", "outlets", "speakers", "documents", "claims", "qualifiers", "conversions"]


@dataclass(frozen=True)
class Vocabulary:
    """Names, their aliases, what lies within what, the properties, and the units to read quantities with.

    Entities and places are one list (`entities`): a subject, a value and a qualifier may be either. A name that no list
    holds still resolves, to itself, with `known` False.

    `given`: a file says all this; otherwise every name is as good as another, and every speaker is named.
    `lists_properties`: it says which properties there are; otherwise they are inferred from the claims. `unsure` are
    properties (folded) whose entry holds a mistake: they are inferred, so that their claims are judged all the same.
    `guessed_units` are properties (by name) that state no unit, and have that of a claim. `place_keys` tells the places among the entities. `stated` are names that the corpus uses (folded, then as written).
    """

    units: Units
    given: bool = True
    lists_properties: bool = True
    properties: Mapping[str, Property] = field(default_factory=dict)
    entities: Lexicon = field(default_factory=Lexicon)
    outlets: Lexicon = field(default_factory=Lexicon)
    speakers: Lexicon = field(default_factory=Lexicon)
    entity_keys: frozenset[str] = frozenset()
    place_keys: frozenset[str] = frozenset()
    hedges: Mapping[str, str] = field(default_factory=dict)
    conversions: tuple[str, ...] = ()
    closed: frozenset[str] = frozenset()
    unsure: frozenset[str] = frozenset()
    guessed_units: frozenset[str] = frozenset()
    stated: Mapping[NameList, Mapping[str, str]] = field(default_factory=dict)
    _spelled: dict[str, Property] = field(init=False, repr=False, compare=False)
    _readings: dict[Property, Reading] = field(init=False, repr=False, compare=False)
    _nearest: dict[tuple[str, NameList], str | None] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        spelled = {fold(alias): prop for prop in self.properties.values() for alias in prop.aliases}
        spelled |= {fold(prop.name): prop for prop in self.properties.values()}
        object.__setattr__(self, "_spelled", spelled)
        object.__setattr__(self, "_readings", {})
        object.__setattr__(self, "_nearest", {})

    def property(self, name: str) -> Property | None:
        """The property of that name or alias; None where there is none."""
        return self._spelled.get(fold(name))

    def entity(self, name: str) -> Name:
        return self.entities.find(name) or _itself(name)

    def outlet(self, name: str) -> Name:
        return self.outlets.find(name) or _itself(name)

    def speaker(self, name: str) -> Name:
        """A speaker, or an entity that speaks."""
        return self.speakers.find(name) or self.entities.find(name) or _itself(name)

    def source(self, name: str) -> Name:
        """Whoever stands in a `via`: a speaker, an outlet, or an entity."""
        return self.speakers.find(name) or self.outlets.find(name) or self.entity(name)

    def speaks(self, name: Name) -> bool:
        """Whether a speaker counts as named: listed under `speakers` or `entities`, or there is no list to be in."""
        return not self.given or name.key in self.speakers.names or name.key in self.entity_keys

    def parts(self, name: str) -> tuple[Name, ...] | None:
        """The listed parts of an entity or place; None where none are listed."""
        keys = self.entities.parts.get(self.entity(name).key)
        return None if keys is None else tuple(self.entities.names[key] for key in keys)

    def spellings(self, name: Name) -> tuple[str, ...]:
        """Every way to write a name: as written, its own spelling, its aliases in whichever list."""
        found = [name.text, name.name]
        for lexicon in (self.entities, self.outlets, self.speakers):
            found += lexicon.spellings.get(name.key, ())
        return tuple(dict.fromkeys(spelling for spelling in found if spelling))

    def reading(self, prop: Property) -> Reading:
        """How quantities of a property are read; one for each, since it remembers what it has read."""
        found = self._readings.get(prop)
        if found is None:
            found = self._readings[prop] = Reading(
                units=self.units,
                unit=prop.unit,
                rank=prop.kind == "rank",
                signed=prop.signed,
                counted=prop.counted,
                hedges=self.hedges,
            )
        return found

    def holds(self, name: str, where: NameList) -> bool:
        """Whether the vocabulary knows a name, or the corpus states it."""
        if fold(name) in self.stated.get(where, {}):
            return True
        match where:
            case "properties":
                return self.property(name) is not None
            case "entities":
                return name in self.entities
            case "outlets":
                return name in self.outlets
            case "speakers":
                return name in self.speakers or name in self.entities
            case "qualifiers":
                return any(fold(name) == fold(key) for prop in self.properties.values() for key in prop.qualifiers)
            case "conversions":
                return any(fold(name) == fold(conversion) for conversion in self.conversions)
            case "documents" | "claims":
                return False

    def nearest(self, name: str, where: NameList) -> str | None:
        """The known name that looks most like `name`, for the help of a message."""
        key = (name, where)
        if key not in self._nearest:
            self._nearest[key] = suggest(
                name, dict.fromkeys([*self._known(where), *self.stated.get(where, {}).values()])
            )
        return self._nearest[key]

    def with_stated(self, stated: Mapping[NameList, Iterable[str]]) -> Vocabulary:
        """The same, knowing the names that a corpus uses."""
        folded = {where: {fold(name): name for name in sorted(names, reverse=True)} for where, names in stated.items()}
        return replace(self, stated=folded)

    def _known(self, where: NameList) -> Iterable[str]:
        match where:
            case "properties":
                return [name for prop in self.properties.values() for name in (prop.name, *prop.aliases)]
            case "entities":
                return self.entities.every_spelling()
            case "outlets":
                return self.outlets.every_spelling()
            case "speakers":
                return [*self.speakers.every_spelling(), *self.entities.every_spelling()]
            case "qualifiers":
                return [key for prop in self.properties.values() for key in prop.qualifiers]
            case "conversions":
                return self.conversions
            case "documents" | "claims":
                return ()


def _itself(name: str) -> Name:
    return Name(" ".join(name.split()), fold(name), name)
