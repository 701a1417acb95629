"""A list of names: how each may be spelt, and what lies within what."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from factlint.quantities.values import Name

_APOSTROPHES = str.maketrans(dict.fromkeys("‘’ʼ＇`´", "'"))


@lru_cache(maxsize=65_536)
def fold(name: str) -> str:
    """How names are compared: case, white space and the shape of apostrophes do not matter."""
    normal = unicodedata.normalize("NFC", name).translate(_APOSTROPHES)
    return unicodedata.normalize("NFC", " ".join(normal.casefold().split()))


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Names by their keys; `spelled` leads from every folded spelling to a key, `spellings` from a key to all of its
    spellings, the name itself first; `parts` are keys, as listed.
    """

    names: Mapping[str, Name] = field(default_factory=dict)
    spelled: Mapping[str, str] = field(default_factory=dict)
    spellings: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    parts: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def find(self, text: str) -> Name | None:
        """The name that this is a spelling of, if any, with the text as written."""
        key = self.spelled.get(fold(text))
        if key is None:
            return None
        known = self.names[key]
        return Name(known.name, key, text, known.wider, known=True)

    def __contains__(self, text: str) -> bool:
        return fold(text) in self.spelled

    def every_spelling(self) -> Iterable[str]:
        for spellings in self.spellings.values():
            yield from spellings


def closure(above: Mapping[str, tuple[str, ...]]) -> tuple[dict[str, frozenset[str]], list[tuple[str, str]]]:
    """Everything that each key lies within, however far up, and the links (from, to) that would close a circle.

    Links are followed in the order given, without recursion; one that leads back to where it started is left out.
    """
    wider: dict[str, frozenset[str]] = {}
    circular: list[tuple[str, str]] = []
    for start in above:
        path: list[tuple[str, list[str]]] = [(start, list(above.get(start, ())))]
        while path:
            key, waiting = path[-1]
            if key in wider:
                path.pop()
                continue
            on_path = {step for step, _ in path}
            found = next((up for up in waiting if up not in wider), None)
            if found is None:
                wider[key] = frozenset(waiting).union(*(wider[up] for up in waiting))
                path.pop()
            elif found in on_path:
                circular.append((key, found))
                waiting.remove(found)
            else:
                path.append((found, list(above.get(found, ()))))
    return wider, circular
