"""The targets of `fuzz/` themselves: their seeds keep the laws, and what helps the fuzzer works. Needs no atheris."""

from __future__ import annotations

import re
from collections.abc import Iterator
from random import Random

import pytest
from fuzz.growth import exponent, measured
from fuzz.mutate import Mutator, crossed
from fuzz.target import Target, dictionary
from fuzz.targets import NAMES, target
from fuzz.walk import Walker

from factlint.language.parse import grammar

_PORTIONS = 4
"""Of a target's seeds, so that several cores share them."""


@pytest.mark.parametrize("portion", range(_PORTIONS))
@pytest.mark.parametrize("name", NAMES)
def test_every_seed_keeps_the_laws(name: str, portion: int) -> None:
    under = target(name)
    seeds = list(under.seeds())[portion::_PORTIONS]
    assert len(seeds) > 20
    for seed in seeds:
        try:
            under.check(seed)
        except Exception as error:
            error.add_note(f"the seed was {seed!r}")
            raise


@pytest.mark.parametrize("name", NAMES)
def test_inputs_changed_by_words_keep_the_laws(name: str) -> None:
    """A glimpse of what the fuzzer does for half an hour."""
    for data in _changed(target(name), 60):
        target(name).check(data)


def _changed(under: Target, number: int) -> Iterator[bytes]:
    random = Random(1)
    mutator = Mutator(under)
    seeds = list(under.seeds())
    for _ in range(number):
        data = mutator.mutate(random.choice(seeds), under.longest, random)
        data = crossed(data, random.choice(seeds), under.longest, random)
        assert len(data) <= under.longest
        yield data


@pytest.mark.parametrize("name", NAMES)
def test_a_dictionary_is_read_by_libfuzzer(name: str) -> None:
    lines = dictionary(target(name)).splitlines()
    assert len(lines) == len(set(lines)) > 50
    assert all(re.fullmatch(r'"(?:[ !#-\[\]-~]|\\x[0-9a-f]{2})+"', line) for line in lines)


@pytest.mark.parametrize("name", NAMES)
def test_every_shape_grows(name: str) -> None:
    under = target(name)
    assert len(under.shapes) > 20
    for shape in under.shapes.values():
        assert len(shape(8)) < len(shape(64)) or shape(8) != shape(64)
        under.check(shape(16))


def test_a_walk_follows_the_grammar_as_far_as_its_words_go() -> None:
    words = {
        "NAME": ["price"],
        "STRING": ['"a"'],
        "COMMA": [","],
        "REGARDLESS": ["regardless"],
        "OF": ["of"],
        "AND": ["and"],
    }
    walker = Walker(grammar().rules, words)
    walks = [walker.walk(Random(seed)) for seed in range(200)]
    assert {word for walk in walks for word in walk.split()} == {word for texts in words.values() for word in texts}
    assert any(walk.startswith("regardless of price and") for walk in walks)


def test_growth_is_told_as_an_exponent() -> None:
    assert exponent([(64, 0.1), (128, 0.2), (256, 0.4)]) == pytest.approx(1)
    assert exponent([(64, 0.1), (128, 0.4), (256, 1.6)]) == pytest.approx(2)
    assert exponent([(64, 0.001), (128, 0.002), (256, 0.004)]) is None
    sizes = [parts for parts, _ in measured(target("quantity"), target("quantity").shapes["digits"])]
    assert sizes == [64 * 2**step for step in range(len(sizes))]
