"""Whose word a claim is: outlets that relay one voice are one source."""

from __future__ import annotations

import pytest

from factlint.corpus.independence import Chain, chain, far_end, sources
from factlint.corpus.vocabulary import Vocabulary
from factlint.corpus.vocabulary_reader import read_vocabulary
from factlint.quantities.units import Units
from factlint.source import Source

TEXT = """
entities: {Port Authority: {}, Navy: {}}
places: {Washington: {}}
outlets: {Harbour Gazette: {}, Evening Star: {}}
speakers: {harbour master: {aliases: [the harbourmaster]}, Reuters: {}}
"""
LISTED, _ = read_vocabulary(Source("vocabulary.yaml", TEXT))
UNLISTED = Vocabulary(units=Units(), given=False, lists_properties=False)


def of(
    speaker: str | None = None,
    via: tuple[str, ...] = (),
    document_via: tuple[str, ...] = (),
    outlet: str | None = "Harbour Gazette",
    vocabulary: Vocabulary = LISTED,
) -> tuple[list[str], list[str]]:
    def chains(texts: tuple[str, ...]) -> list[Chain]:
        return [links for text in texts if (links := chain(text)) is not None]

    names, unnamed = sources(
        speaker=None if speaker is None else vocabulary.speaker(speaker),
        via=chains(via),
        document_via=chains(document_via),
        outlet=None if outlet is None else vocabulary.outlet(outlet),
        document="gazette-1",
        vocabulary=vocabulary,
    )
    return [name.name for name in names], list(unnamed)


@pytest.mark.parametrize(
    ("stated", "names", "unnamed"),
    [
        ({}, ["Harbour Gazette"], []),
        ({"outlet": None}, ["gazette-1"], []),  # no outlet: the document stands for itself
        ({"document_via": ("Reuters",)}, ["Reuters"], []),
        ({"via": ("Reuters",), "document_via": ("Port Authority",)}, ["Reuters"], []),
        ({"speaker": "the harbourmaster", "via": ("Reuters",)}, ["harbour master"], []),
        ({"speaker": "Navy", "via": ("Reuters",)}, ["Navy"], []),  # an entity may speak
        ({"speaker": "Washington"}, ["Harbour Gazette"], ["Washington"]),  # a place is not among those who do
        ({"speaker": "a sailor"}, ["Harbour Gazette"], ["a sailor"]),
        ({"speaker": "a sailor", "via": ("Reuters",)}, ["Reuters"], ["a sailor"]),
        ({"via": ("Reuters < Port Authority",)}, ["Port Authority"], []),  # the far end
        ({"via": ("Reuters < U.S. official",)}, ["Reuters"], ["U.S. official"]),
        ({"via": ("Reuters < Navy < a sailor < his aunt",)}, ["Navy"], ["a sailor", "his aunt"]),
        ({"via": ("Reuters < a sailor < Navy",)}, ["Navy"], []),
        ({"via": ("Axios < U.S. official",)}, ["Axios"], ["U.S. official"]),  # the first link is always named
        ({"via": ("Axios", "Reuters")}, ["Axios", "Reuters"], []),  # parallel sources
        ({"via": ("Axios < Navy", "Reuters < navy")}, ["Navy"], []),  # which come from one
        ({"via": ("Axios < official", "Reuters < official")}, ["Axios", "Reuters"], ["official"]),
    ],
)
def test_the_sources_of_a_claim(stated: dict[str, object], names: list[str], unnamed: list[str]) -> None:
    assert of(**stated) == (names, unnamed)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("stated", "names"),
    [
        ({"speaker": "a sailor", "via": ("Axios",)}, ["a sailor"]),  # without a vocabulary every speaker is named
        ({"via": ("Axios < U.S. official",)}, ["U.S. official"]),
        ({"via": ("Gazette < Reuters", "Star < Reuters")}, ["Reuters"]),
    ],
)
def test_without_a_vocabulary_every_name_counts(stated: dict[str, object], names: list[str]) -> None:
    assert of(**stated, vocabulary=UNLISTED) == (names, [])  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "links"),
    [
        ("Reuters", ("Reuters",)),
        ("Port Authority<duty officer", ("Port Authority", "duty officer")),
        (" A < B <  C ", ("A", "B", "C")),
        ("A < ", None),
        ("< B", None),
        ("A < < B", None),
    ],
)
def test_a_chain_is_read_from_the_nearest_to_the_origin(text: str, links: Chain | None) -> None:
    assert chain(text) == links


def test_a_spelling_does_not_make_a_second_source() -> None:
    assert far_end(("Axios", "the harbourmaster"), LISTED)[0] == far_end(("Reuters", "Harbour Master"), LISTED)[0]
