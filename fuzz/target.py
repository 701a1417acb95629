"""What a fuzz target is: a check of its laws on any bytes, and what helps a fuzzer to reach deep."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from random import Random

Shape = Callable[[int], bytes]
"""An input of a suspicious form, of about this many parts: time must grow with it no faster than the input does."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """One reader under fire.

    `check` raises where a law is broken, whatever the bytes. `seeds` are inputs to start from. `words` go into the
    dictionary and into the mutator, which also plants what `fragment` grows. `longest` is the most bytes of an input.
    """

    check: Callable[[bytes], None]
    seeds: Callable[[], Iterable[bytes]]
    words: Callable[[], Sequence[str]]
    longest: int
    fragment: Callable[[Random], str] | None = None
    shapes: Mapping[str, Shape] = field(default_factory=dict)


def dictionary(target: Target) -> str:
    """The words of a target in the form of libFuzzer's dictionaries: one a line, in quotes, bytes escaped."""
    return "".join(f'"{_escaped(word)}"\n' for word in dict.fromkeys(target.words()) if word)


def _escaped(word: str) -> str:
    return "".join(
        chr(byte) if 32 <= byte < 127 and chr(byte) not in '"\\' else f"\\x{byte:02x}"
        for byte in word.encode("utf-8", "surrogateescape")
    )
