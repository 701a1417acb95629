"""Changes to an input by its words, so that most of what comes out still gets past a lexer."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from random import Random

from fuzz.target import Target

_PIECE = re.compile(r"\w+|\s+|[^\w\s]")
_MOST_CHANGES = 4

Change = Callable[[list[str], Random], None]


class Mutator:
    """Words of the target planted, taken out, doubled, swapped; and pieces that its grammar grows."""

    def __init__(self, target: Target) -> None:
        self._words = target.words()
        self._fragment = target.fragment
        self._changes: Sequence[Change] = (
            self._plant,
            self._plant,
            self._replace,
            self._replace,
            self._drop,
            self._double,
            self._swap,
            *([self._grow, self._grow] if target.fragment else []),
        )

    def mutate(self, data: bytes, longest: int, random: Random) -> bytes:
        pieces = pieces_of(data)
        for _ in range(random.randint(1, _MOST_CHANGES)):
            random.choice(self._changes)(pieces, random)
        return cut("".join(pieces), longest)

    def _plant(self, pieces: list[str], random: Random) -> None:
        at = random.randint(0, len(pieces))
        gap = random.choice((" ", " ", " ", "\n", "", "\n  "))
        pieces[at:at] = [gap, random.choice(self._words), gap]

    def _replace(self, pieces: list[str], random: Random) -> None:
        places = [at for at, piece in enumerate(pieces) if not piece.isspace()]
        if places:
            pieces[random.choice(places)] = random.choice(self._words)

    def _drop(self, pieces: list[str], random: Random) -> None:
        if pieces:
            at = random.randrange(len(pieces))
            del pieces[at : at + random.randint(1, 6)]

    def _double(self, pieces: list[str], random: Random) -> None:
        if pieces:
            at = random.randrange(len(pieces))
            stretch = pieces[at : at + random.randint(1, 12)]
            to = random.randint(0, len(pieces))
            pieces[to:to] = stretch

    def _swap(self, pieces: list[str], random: Random) -> None:
        if len(pieces) > 1:
            one, other = random.randrange(len(pieces)), random.randrange(len(pieces))
            pieces[one], pieces[other] = pieces[other], pieces[one]

    def _grow(self, pieces: list[str], random: Random) -> None:
        assert self._fragment is not None
        at = random.randint(0, len(pieces))
        grown = self._fragment(random)
        if random.random() < 0.3:
            pieces[:] = [grown]
        else:
            pieces[at : at + random.choice((0, 0, 1, 3))] = [" ", grown, " "]


def pieces_of(data: bytes) -> list[str]:
    return _PIECE.findall(data.decode("utf-8", "surrogateescape"))


def crossed(one: bytes, other: bytes, longest: int, random: Random) -> bytes:
    """The head of one input and the tail of another, cut between words."""
    head, tail = pieces_of(one), pieces_of(other)
    return cut("".join(head[: random.randint(0, len(head))] + tail[random.randint(0, len(tail)) :]), longest)


def cut(text: str, longest: int) -> bytes:
    return text.encode("utf-8", "surrogateescape")[:longest]
