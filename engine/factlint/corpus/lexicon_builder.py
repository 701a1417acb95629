"""Names of a vocabulary put together into a `Lexicon`, each spelling for one name, nothing within itself."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from factlint.corpus import vocabulary_messages
from factlint.corpus.drafts import Draft
from factlint.corpus.lexicon import MOST_WHOLES, Lexicon, closure, fold
from factlint.diagnostics import Diagnostic, Label
from factlint.quantities.values import Name


@dataclass(slots=True)
class _Entry:
    name: str
    aliases: list[str] = field(default_factory=list)
    within: list[tuple[str, Label]] = field(default_factory=list)
    parts: list[tuple[str, Label]] = field(default_factory=list)


@dataclass
class LexiconBuilder:
    """Takes names in the order of the file; `problems` has what collides or goes in a circle."""

    draft: Draft
    problems: list[Diagnostic] = field(default_factory=list)
    _entries: dict[str, _Entry] = field(default_factory=dict)
    _spelled: dict[str, tuple[str, Label]] = field(default_factory=dict)
    _lists: dict[str, set[str]] = field(default_factory=dict)

    def add(
        self, section: str, name: str, aliases: Sequence[str], within: str | None = None, parts: Sequence[str] = ()
    ) -> bool:
        """Whether the name is a new one: not the name, or an alias, of another."""
        key = fold(name)
        at = self.draft.at_key(section, name)
        again = key in self._entries and key not in self._lists.get(section, ())
        taken = self._spelled.get(key)
        if taken is not None and not again:
            other = self._entries[taken[0]].name
            self.problems.append(
                vocabulary_messages.same_spelling(at, taken[1], name, other if taken[0] == key else name, other)
            )
            return False
        entry = self._entries.setdefault(key, _Entry(name))
        self._spelled.setdefault(key, (key, at))
        self._lists.setdefault(section, set()).add(key)
        for index, alias in enumerate(aliases):
            self._alias(key, entry, alias, self.draft.at(section, name, "aliases", index))
        if within is not None:
            entry.within.append((within, self.draft.at(section, name, "within")))
        entry.parts += [(part, self.draft.at(section, name, "parts", index)) for index, part in enumerate(parts)]
        return True

    def _alias(self, key: str, entry: _Entry, alias: str, at: Label) -> None:
        taken = self._spelled.get(fold(alias))
        if taken is None:
            self._spelled[fold(alias)] = (key, at)
            entry.aliases.append(alias)
        elif taken[0] != key:
            other = self._entries[taken[0]].name
            self.problems.append(vocabulary_messages.same_spelling(at, taken[1], alias, entry.name, other))

    def aliases_of(self, name: str) -> tuple[str, ...]:
        return tuple(self._entries[fold(name)].aliases)

    def keys_of(self, section: str) -> frozenset[str]:
        return frozenset(self._lists.get(section, ()))

    def build(self) -> Lexicon:
        """Wholes and parts that no entry describes are names all the same: saying what lies within them lists them."""
        above: dict[str, dict[str, Label]] = {key: {} for key in self._entries}
        parts: dict[str, tuple[str, ...]] = {}
        for key, entry in list(self._entries.items()):
            for whole, at in entry.within:
                above[key].setdefault(self._key(whole, at, above), at)
            named = [(self._key(part, at, above), at) for part, at in entry.parts]
            for part_key, at in named:
                above[part_key].setdefault(key, at)
            if named:
                parts[key] = tuple(dict.fromkeys(part_key for part_key, _ in named))
        found = closure({key: tuple(ups) for key, ups in above.items()})
        self.problems += [
            vocabulary_messages.lies_within_too_many(
                next(iter(above[key].values())), self._entries[key].name, MOST_WHOLES
            )
            for key in found.crowded
        ]
        for key, up in found.circular:
            self.problems.append(
                vocabulary_messages.lies_within_itself(above[key][up], self._entries[key].name, self._entries[up].name)
            )
        names = {
            key: Name(entry.name, key, entry.name, found.wider[key], known=True) for key, entry in self._entries.items()
        }
        spellings = {key: (entry.name, *entry.aliases) for key, entry in self._entries.items()}
        return Lexicon(names, {text: key for text, (key, _) in self._spelled.items()}, spellings, parts)

    def _key(self, text: str, at: Label, above: dict[str, dict[str, Label]]) -> str:
        key, _ = self._spelled.setdefault(fold(text), (fold(text), at))
        if key not in self._entries:
            self._entries[key] = _Entry(text)
        above.setdefault(key, {})
        return key
