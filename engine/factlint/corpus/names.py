"""Names that the vocabulary does not know: a slip of the pen, a stranger in a closed list, or simply new."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from factlint.corpus import messages
from factlint.corpus.claim import Property
from factlint.corpus.drafts import Draft, DraftClaim, DraftDocument
from factlint.corpus.independence import Chain
from factlint.corpus.lexicon import Lexicon, fold
from factlint.corpus.near import slip, suggest
from factlint.corpus.vocabulary import Vocabulary
from factlint.diagnostics import Diagnostic, Label
from factlint.quantities.values import Name


@dataclass
class NameCheck:
    """Checks the names of a corpus against its vocabulary; without one there is nothing to check against.

    A name close to a known one is an error, since a typo would put the claim on an island. What is the value of a claim
    stands beside the others in a finding, so there a slip is a warning.
    """

    vocabulary: Vocabulary
    _slips: dict[tuple[str, str], str | None] = field(default_factory=dict)
    _strangers: dict[tuple[str, str], dict[str, tuple[str, Label]]] = field(default_factory=dict)

    def document(self, draft: DraftDocument, via: Iterable[Chain]) -> Iterator[Diagnostic]:
        outlet = draft.record.outlet
        if outlet is not None:
            yield from self.outlet(outlet, draft.at("outlet"))
        yield from self._sources(via, draft)

    def claim(
        self, draft: DraftClaim, via: Iterable[Chain], prop: Property, value: Name | None
    ) -> Iterator[Diagnostic]:
        record = draft.record
        yield from self.subject(record.subject, draft.at("subject"))
        if record.speaker is not None:
            yield from self.speaker(record.speaker, draft.at("speaker"))
        yield from self._sources(via, draft)
        for key, text in record.qualifiers.items():
            yield from self.qualifier(key, text, prop, draft.at_key("qualifiers", key), draft.at("qualifiers", key))
        if value is not None:
            yield from self.value(value, prop, draft.at("value"))

    def outlet(self, text: str, at: Label) -> Iterator[Diagnostic]:
        yield from self._check(text, "outlet", "outlets", self.vocabulary.outlets, at)

    def subject(self, text: str, at: Label) -> Iterator[Diagnostic]:
        yield from self._check(text, "subject", "entities", self.vocabulary.entities, at)

    def speaker(self, text: str, at: Label) -> Iterator[Diagnostic]:
        yield from self._check(text, "speaker", "speakers", None, at)

    def link(self, text: str, at: Label) -> Iterator[Diagnostic]:
        """A link of a chain of sources."""
        yield from self._check(text, "source", "speakers", None, at)

    def qualifier(self, key: str, text: str, prop: Property, at_key: Label, at: Label) -> Iterator[Diagnostic]:
        if not prop.inferred and fold(key) not in map(fold, prop.qualifiers):
            nearest = suggest(key, prop.qualifiers)
            if nearest is not None:
                yield messages.near_qualifier(at_key, key, prop.name, nearest)
            else:
                yield messages.undeclared_qualifier(at_key, key, prop.name, prop.qualifiers)
        yield from self._check(text, "qualifier", "entities", self.vocabulary.entities, at, closable=False)

    def value(self, name: Name, prop: Property, at: Label) -> Iterator[Diagnostic]:
        if not name.known and self.vocabulary.given:
            yield from self._value(name.text, prop, at)

    def _value(self, text: str, prop: Property, at: Label) -> Iterator[Diagnostic]:
        section = "places" if prop.kind == "place" else "entities"
        nearest = self._slip(text, "value", self.vocabulary.entities.every_spelling())
        if section in self.vocabulary.closed:
            yield messages.not_in_closed_list(at, "value", text, section, nearest)
        elif nearest is not None:
            yield messages.near_value(at, text, nearest, section)

    def _sources(self, via: Iterable[Chain], draft: Draft) -> Iterator[Diagnostic]:
        for index, links in enumerate(via):
            for link in links:
                yield from self.link(link, draft.at_words(link, "via", index))

    def _check(
        self, text: str, role: str, section: str, where: Lexicon | None, at: Label, *, closable: bool = True
    ) -> Iterator[Diagnostic]:
        """`where` None: a voice, which any of the lists may name."""
        vocabulary = self.vocabulary
        lists = (where,) if where is not None else (vocabulary.speakers, vocabulary.outlets, vocabulary.entities)
        if not vocabulary.given or any(text in names for names in lists):
            return
        nearest = self._slip(text, role, (spelling for names in lists for spelling in names.every_spelling()))
        if closable and section in vocabulary.closed:
            yield messages.not_in_closed_list(at, role, text, section, nearest)
        elif nearest is not None:
            yield messages.near_name(at, role, text, nearest, section)
        elif closable and self._listed(section):
            self._strangers.setdefault((role, section), {}).setdefault(fold(text), (text, at))

    @property
    def has_strangers(self) -> bool:
        return bool(self._strangers)

    def strangers(self) -> Iterator[Diagnostic]:
        """The subjects and outlets met that an open list does not hold: told together, where the first of them stands."""
        for (role, section), met in self._strangers.items():
            ordered = sorted(met.values(), key=lambda it: (it[1].source.name, it[1].source.first_line, it[1].span))
            yield messages.strangers(ordered[0][1], role, [text for text, _ in ordered], section)

    def _listed(self, section: str) -> bool:
        """Does the vocabulary keep such a list? Voices that nobody names ("U.S. official") are in none on purpose."""
        lists = {"entities": self.vocabulary.entity_keys, "outlets": self.vocabulary.outlets.names}
        return bool(lists.get(section))

    def _slip(self, text: str, role: str, known: Iterable[str]) -> str | None:
        key = (fold(text), role)
        if key not in self._slips:
            self._slips[key] = slip(text, known)
        return self._slips[key]
