"""What the claims themselves say of their properties: kinds and units without a vocabulary; and what is counted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from factlint.corpus.claim import Kind, Property
from factlint.corpus.drafts import DraftClaim
from factlint.corpus.lexicon import fold
from factlint.corpus.understand import is_date, is_truth, read_text
from factlint.corpus.vocabulary import Vocabulary
from factlint.quantities.messages import QuantityError
from factlint.quantities.read import number_is_fractional, read_quantity
from factlint.quantities.reading import Reading
from factlint.quantities.values import Quantity


def properties(claims: Sequence[tuple[str, DraftClaim]], vocabulary: Vocabulary) -> Vocabulary:
    """The vocabulary with its properties completed from all claims (sorted by id, which comes first in each pair).

    A property that no vocabulary describes is a truth, a date, a quantity or a rank if all its values are; a quantity
    too if most are, so that one misspelt number is told as such; else an entity. A quantity without a unit takes that of the first claim that has one. It is counted where its unit counts
    things, or it has none, and no number of it has a fractional part.
    """
    stated: dict[str, list[DraftClaim]] = {}
    for _, claim in claims:
        known = vocabulary.property(claim.record.property)
        stated.setdefault(fold(known.name if known else claim.record.property), []).append(claim)
    found: dict[str, Property] = {}
    guessed: set[str] = set()
    for key, members in stated.items():
        prop = vocabulary.property(key)
        if prop is None and (not vocabulary.lists_properties or key in vocabulary.unsure):
            prop = _inferred(members, vocabulary)
        if prop is not None:
            found[prop.name] = _completed(prop, members, vocabulary)
            guessed |= {prop.name} if prop.unit is None else set()
    names = sorted({*vocabulary.properties, *found})
    completed = {name: found.get(name) or vocabulary.properties[name] for name in names}
    return replace(vocabulary, properties=completed, guessed_units=frozenset(guessed))


def _inferred(claims: Sequence[DraftClaim], vocabulary: Vocabulary) -> Property:
    name = min(" ".join(claim.record.property.split()) for claim in claims)
    keys = {fold(key): key for claim in claims for key in sorted(claim.record.qualifiers, reverse=True)}
    kind = _kind(claims, vocabulary)
    unsigned = _reading(vocabulary, signed=False)
    signed = kind == "quantity" and any(_quantity(claim, unsigned) is None for claim in claims)
    return Property(name=name, kind=kind, signed=signed, qualifiers=tuple(sorted(keys.values())), inferred=True)


def _kind(claims: Sequence[DraftClaim], vocabulary: Vocabulary) -> Kind:
    texts = [claim.record.value for claim in claims if isinstance(claim.record.value, str)]
    if len(texts) == len(claims):
        if all(map(is_truth, texts)):
            return "truth"
        if all(map(is_date, texts)):
            return "date"
    quantity, rank = _reading(vocabulary), _reading(vocabulary, rank=True)
    if all(_quantity(claim, quantity) is not None for claim in claims):
        return "quantity"
    if all(_quantity(claim, rank) is not None for claim in claims):
        return "rank"
    readable = sum(_quantity(claim, quantity) is not None for claim in claims)
    return "quantity" if 2 * readable > len(claims) else "entity"


def _reading(vocabulary: Vocabulary, *, signed: bool = True, rank: bool = False) -> Reading:
    """Whatever reads at all: what is counted, and in which unit, is not known yet."""
    return Reading(vocabulary.units, rank=rank, signed=signed, counted=False, hedges=vocabulary.hedges)


def _quantity(claim: DraftClaim, reading: Reading) -> Quantity | None:
    try:
        return read_quantity(read_text(claim.record.value), reading)
    except QuantityError:
        return None


def _completed(prop: Property, claims: Sequence[DraftClaim], vocabulary: Vocabulary) -> Property:
    if prop.kind != "quantity":
        return prop
    if prop.unit is None:
        reading = _reading(vocabulary)
        found = (_quantity(claim, reading) for claim in claims)
        unit = next((quantity.unit for quantity in found if quantity is not None and quantity.unit.name), None)
        prop = replace(prop, unit=unit)
    if prop.unit is not None and not prop.unit.counting:
        return replace(prop, counted=False)
    units = vocabulary.units
    return replace(
        prop, counted=not any(number_is_fractional(read_text(claim.record.value), units) for claim in claims)
    )
