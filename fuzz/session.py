"""One session of atheris with one target, in a process of its own: `python -m fuzz.session TARGET FOLDER [FLAG …]`.

FOLDER receives `corpus/` (inputs that reached something new), `found/` (what broke a law, hung or took too much memory)
and the dictionary. Every module of factlint is instrumented; a parser driven by tables is not seen that way, so each
pair of a state of the LALR parser and a terminal counts as an edge too.
"""

from __future__ import annotations

import hashlib
import importlib
import pkgutil
import sys
import traceback
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path
from random import Random
from typing import Any

import atheris  # type: ignore[import-untyped, import-not-found, unused-ignore]

from fuzz.mutate import Mutator, crossed
from fuzz.target import dictionary
from fuzz.targets import target as target_of

_PAIRS = 1 << 13
"""Counters kept for (state, terminal); the two grammars have fewer than half as many."""

_BY_BYTES = 0.25
"""How often libFuzzer's own mutations are used instead of those by words."""

_READERS = ("factlint.quantities", "factlint.corpus", "factlint.language")
"""Imported whole, and first: what they import late would not be instrumented any more."""


def main(name: str, folder: Path, flags: list[str]) -> None:
    with atheris.instrument_imports(include=["factlint"]):
        _import_readers()
        target = target_of(name)
    _count_states_of_parsers()
    _read_vocabulary_once()
    corpus, found, words = folder / "corpus", folder / "found", folder / "words.dict"
    corpus.mkdir(parents=True, exist_ok=True)
    found.mkdir(exist_ok=True)
    for seed in target.seeds():
        (corpus / hashlib.sha1(seed, usedforsecurity=False).hexdigest()).write_bytes(seed[: target.longest])
    words.write_text(dictionary(target), encoding="ascii")
    mutator = Mutator(target)

    def mutate(data: bytes, longest: int, seed: int) -> bytes:
        random = Random(seed)  # noqa: S311 - chance, not secrecy
        if random.random() < _BY_BYTES:
            return bytes(atheris.Mutate(data, longest))
        return mutator.mutate(data, longest, random)

    def cross(one: bytes, other: bytes, longest: int, seed: int) -> bytes:
        return crossed(one, other, longest, Random(seed))  # noqa: S311

    atheris.Setup(
        [
            sys.argv[0],
            str(corpus),
            f"-dict={words}",
            f"-artifact_prefix={found}/",
            f"-max_len={target.longest}",
            "-timeout=10",
            "-report_slow_units=3",
            "-rss_limit_mb=2048",
            "-print_final_stats=1",
            *flags,
        ],
        _recorded(target.check, found),
        custom_mutator=mutate,
        custom_crossover=cross,
    )
    atheris.Fuzz()


def _recorded(check: Callable[[bytes], None], found: Path) -> Callable[[bytes], None]:
    """The check, which keeps the first input of each failure and goes on: one bug must not hide the others for long."""
    seen: set[tuple[object, ...]] = set()

    def run(data: bytes) -> None:
        try:
            check(data)
        except Exception as error:  # noqa: BLE001 - whatever it is, it is what we look for
            frames = traceback.extract_tb(error.__traceback__)
            places = (type(error), *((frame.filename, frame.lineno) for frame in frames[-2:]))
            if places in seen:
                return
            seen.add(places)
            path = found / f"failure-{hashlib.sha1(data, usedforsecurity=False).hexdigest()[:12]}"
            path.write_bytes(data)
            sys.stderr.write(f"FAILURE {path.name}\n{traceback.format_exc()}\n")

    return run


def _import_readers() -> None:
    import factlint

    for module in pkgutil.walk_packages(factlint.__path__, "factlint."):
        if module.name.startswith(_READERS):
            importlib.import_module(module.name)


def _count_states_of_parsers() -> None:
    from lark.parsers import lalr_parser_state

    first = min([atheris._reserve_counter() for _ in range(_PAIRS)])  # noqa: SLF001 - all that atheris offers for it
    feed = lalr_parser_state.ParserState.feed_token
    numbers: dict[tuple[object, str], int] = {}

    def counted(self: Any, token: Any, is_end: bool = False) -> Any:
        pair = (self.state_stack[-1], token.type)
        number = numbers.setdefault(pair, len(numbers))
        if number < _PAIRS:
            atheris._trace_branch(first + number)  # noqa: SLF001
        return feed(self, token, is_end)

    setattr(lalr_parser_state.ParserState, "feed_token", counted)  # noqa: B010 - a method, to a type checker


def _read_vocabulary_once() -> None:
    """The corpora of a target have one vocabulary, and to read it was half the work."""
    from factlint.corpus import reader, vocabulary_reader

    remembered = lru_cache(maxsize=1)(vocabulary_reader.read_vocabulary)
    setattr(reader, "read_vocabulary", remembered)  # noqa: B010 - not exported, to a type checker


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]), sys.argv[3:])
