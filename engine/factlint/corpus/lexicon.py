"""A list of names: how each may be spelt, and what lies within what."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Final

from factlint.corpus.normal_form import normalized
from factlint.quantities.values import Name

_APOSTROPHES = str.maketrans(dict.fromkeys("‘’ʼ＇`´", "'"))


@lru_cache(maxsize=65_536)
def fold(name: str) -> str:
    """How names are compared: case, white space and the shape of apostrophes do not matter."""
    normal = normalized("NFC", name).translate(_APOSTROPHES)
    return normalized("NFC", " ".join(normal.casefold().split()))


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


MOST_WHOLES: Final = 500
"""Of one thing, however far up: no map has as many, and each is held for each thing within."""


@dataclass(frozen=True, slots=True)
class Closure:
    """Everything that each key lies within, however far up; `circular` are links (from, to) that would close a circle,
    `crowded` the keys that lie within more than `MOST_WHOLES`, and so within nothing.
    """

    wider: dict[str, frozenset[str]]
    circular: list[tuple[str, str]]
    crowded: list[str]


def closure(above: Mapping[str, tuple[str, ...]]) -> Closure:
    """Links are followed in the order given, without recursion; one that leads back to where it started is left out."""
    wider: dict[str, frozenset[str]] = {}
    circular: list[tuple[str, str]] = []
    crowded: list[str] = []
    for start in above:
        path: dict[str, tuple[list[str], list[str]]] = {start: ([], list(reversed(above.get(start, ()))))}
        while path:
            key, (followed, waiting) = next(reversed(path.items()))
            while waiting and waiting[-1] in wider:
                followed.append(waiting.pop())
            if key in wider:
                path.popitem()
            elif not waiting:
                wholes = frozenset(followed).union(*(wider[up] for up in followed))
                crowded += [key] if len(wholes) > MOST_WHOLES else []
                wider[key] = wholes if len(wholes) <= MOST_WHOLES else frozenset()
                path.popitem()
            elif waiting[-1] in path:
                circular.append((key, waiting.pop()))
            else:
                path[waiting[-1]] = ([], list(reversed(above.get(waiting[-1], ()))))
    return Closure(wider, circular, crowded)
