"""`vocabulary.yaml` in, a `Vocabulary` out; what is wrong in it is left out and said, the rest stands."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from pydantic import ValidationError

from factlint.corpus import file_messages, vocabulary_messages
from factlint.corpus.claim import Property
from factlint.corpus.drafts import Draft
from factlint.corpus.lexicon import fold
from factlint.corpus.lexicon_builder import LexiconBuilder
from factlint.corpus.records import PropertyRecord, VocabularyRecord
from factlint.corpus.shape import KEYS, shape, validate
from factlint.corpus.vocabulary import Vocabulary
from factlint.corpus.yaml_nodes import Listing, Mapping, Node, Scalar, plain, read_yaml
from factlint.diagnostics import Diagnostic, Label
from factlint.quantities.messages import UnitError
from factlint.quantities.read import hedge_problems
from factlint.quantities.units import Units
from factlint.quantities.values import Unit
from factlint.source import Source

_NAMED = ("entities", "places", "outlets", "speakers")
_MEASURED = ("unit", "signed")


def read_vocabulary(source: Source) -> tuple[Vocabulary, list[Diagnostic]]:
    """The vocabulary that a text holds, and every mistake in it.

    Entries with a mistake are left out one by one; properties among them are inferred from the claims (`unsure`).
    A text that is no YAML at all counts as no vocabulary (`given` is False).
    """
    root, problems = read_yaml(source, "E4")
    if root is None and not problems:
        return Vocabulary(units=Units(), lists_properties=False), []
    if not isinstance(root, Mapping):
        if root is not None:
            problems.append(
                file_messages.wrong_shape(
                    "E4", source, root.span, "the vocabulary", shape(root), KEYS, "properties: {…}"
                )
            )
        return Vocabulary(units=Units(), given=False, lists_properties=False), problems
    record, unsure, wrong = _record(root, source)
    problems += wrong
    draft = Draft(root, source, sound=not problems)
    units, wrong = _units(record, draft)
    problems += wrong
    hedges, wrong = _hedges(record, draft)
    problems += wrong
    vocabulary = Vocabulary(
        units=units,
        lists_properties=bool(record.properties),
        hedges=hedges,
        conversions=tuple(sorted(record.conversions)),
        closed=frozenset(record.closed),
    )
    vocabulary, wrong = _names(vocabulary, record, draft)
    problems += wrong
    properties, bad, wrong = _properties(record, units, draft)
    vocabulary = replace(vocabulary, properties=properties, unsure=frozenset(map(fold, [*unsure, *bad])))
    return vocabulary, problems + wrong


def _record(root: Mapping, source: Source) -> tuple[VocabularyRecord, list[str], list[Diagnostic]]:
    """The sections that are sound, with what is wrong in the others taken out entry by entry; and the properties lost."""
    data = _tidied(root)
    record, problems = validate(VocabularyRecord, root, data, source, "E4")
    if record is not None:
        return record, [], problems
    sound: dict[str, Any] = {}
    for section, value in data.items():
        kept = _kept(section, value)
        if kept is not None:
            sound[section] = kept
    lost = (
        set(data["properties"]) - set(sound.get("properties", ())) if isinstance(data.get("properties"), dict) else ()
    )
    return VocabularyRecord.model_validate(sound), sorted(lost), problems


def _kept(section: str, value: Any) -> Any:
    """What of a section is sound, entry by entry; None if nothing is."""
    if _fits(section, value):
        return value
    if isinstance(value, dict):
        value = {name: entry for name, entry in value.items() if _fits(section, {name: entry})}
    elif isinstance(value, list):
        value = [item for item in value if _fits(section, [item])]
    return value if _fits(section, value) else None


def _fits(section: str, value: Any) -> bool:
    try:
        VocabularyRecord.model_validate({section: value})
    except ValidationError:
        return False
    return True


def _tidied(root: Mapping) -> dict[str, Any]:
    """As written, but that a name with nothing behind it has no aliases, and a section with nothing in it is not there."""
    data: dict[str, Any] = {}
    for section, (_, node) in root.entries.items():
        if _is_empty(node):
            continue
        data[section] = plain(node)
        if section in _NAMED and isinstance(node, Mapping):
            data[section] |= {name: {} for name, (_, entry) in node.entries.items() if _is_empty(entry)}
    return data


def _is_empty(node: Node) -> bool:
    return isinstance(node, Scalar) and not node.text


def _units(record: VocabularyRecord, draft: Draft) -> tuple[Units, list[Diagnostic]]:
    units, errors = Units.checked(tuple(record.units), record.conversions, record.rates)
    return units, [_unit_problem(error, record, draft) for error in errors]


def _unit_problem(error: UnitError, record: VocabularyRecord, draft: Draft) -> Diagnostic:
    section, *path = error.where or ("units",)
    if section == "units":
        node = draft.node.get("units")
        text = record.units[int(path[0])] if path else ""
        items = node.items if isinstance(node, Listing) else ()
        scalar = next((item for item in items if isinstance(item, Scalar) and item.text == text), None)
        at = (
            draft.at("units")
            if scalar is None
            else Label(draft.source, scalar.within(draft.source, error.start, error.end))
        )
        return vocabulary_messages.bad_definition(at, error.message, error.help)
    at = draft.at_key(str(section), *map(str, path))
    said = vocabulary_messages.bad_rate if section == "rates" else vocabulary_messages.bad_conversion
    return said(at, error.message, error.help)


def _hedges(record: VocabularyRecord, draft: Draft) -> tuple[dict[str, str], list[Diagnostic]]:
    wrong = dict(hedge_problems(record.hedges))
    problems = [
        vocabulary_messages.bad_hedge(draft.at("hedges", word), error.message, error.help)
        for word, error in wrong.items()
    ]
    return {word: meaning for word, meaning in record.hedges.items() if word not in wrong}, problems


def _names(vocabulary: Vocabulary, record: VocabularyRecord, draft: Draft) -> tuple[Vocabulary, list[Diagnostic]]:
    """Entities and places are one list: a claim's subject may be either, and a place lies within an entity or not."""
    both, outlets, speakers = LexiconBuilder(draft), LexiconBuilder(draft), LexiconBuilder(draft)
    for section, entries in (("entities", record.entities), ("places", record.places)):
        for name, entry in entries.items():
            both.add(section, name, entry.aliases, entry.within, entry.parts)
    for name, named in record.outlets.items():
        outlets.add("outlets", name, named.aliases)
    for name, named in record.speakers.items():
        speakers.add("speakers", name, named.aliases)
    entities = both.build()
    vocabulary = replace(
        vocabulary,
        entities=entities,
        outlets=outlets.build(),
        speakers=speakers.build(),
        entity_keys=both.keys_of("entities"),
        place_keys=both.keys_of("places"),
    )
    return vocabulary, [*both.problems, *outlets.problems, *speakers.problems]


def _properties(
    record: VocabularyRecord, units: Units, draft: Draft
) -> tuple[dict[str, Property], list[str], list[Diagnostic]]:
    """The properties, the names of those that hold a mistake, and the mistakes."""
    spelt = LexiconBuilder(draft)
    properties: dict[str, Property] = {}
    unsure: list[str] = []
    problems: list[Diagnostic] = []
    for name, entry in record.properties.items():
        wrong = [
            vocabulary_messages.key_not_of_kind(draft.at_key("properties", name, key), key, entry.kind)
            for key in _MEASURED
            if entry.kind != "quantity" and key in entry.model_fields_set
        ]
        try:
            unit = None if entry.unit is None else units.parse(entry.unit)
        except UnitError as error:
            unit = None
            at = draft.at("properties", name, "unit")
            node = draft.node.get("properties")
            found = node.get(name) if isinstance(node, Mapping) else None
            scalar = found.get("unit") if isinstance(found, Mapping) else None
            if isinstance(scalar, Scalar):
                at = Label(draft.source, scalar.within(draft.source, error.start, error.end))
            wrong.append(vocabulary_messages.bad_unit(at, error.message, error.help))
        fresh = spelt.add("properties", name, entry.aliases)
        if wrong:
            problems += wrong
            unsure.append(name)
        elif fresh:
            properties[name] = _property(name, entry, unit, spelt.aliases_of(name))
    return properties, unsure, problems + spelt.problems


def _property(name: str, entry: PropertyRecord, unit: Unit | None, aliases: tuple[str, ...]) -> Property:
    return Property(
        name=name,
        kind=entry.kind,
        unit=unit,
        varies_by=entry.varies_by,
        qualifiers=tuple(entry.qualifiers),
        aliases=aliases,
        signed=entry.signed,
        many=entry.many,
    )
