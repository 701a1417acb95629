"""Who a claim comes from: names that are independent of one another, so that relays of one voice count once."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from factlint.corpus.lexicon import fold
from factlint.corpus.vocabulary import Vocabulary
from factlint.quantities.values import Name

Chain = tuple[str, ...]
"""The links of one item of a `via`, from the nearest to the origin; at least one."""


def chain(text: str) -> Chain | None:
    """`Reuters < U.S. official` as links; None where a link is empty."""
    links = tuple(link.strip() for link in text.split("<"))
    return links if all(links) else None


def sources(
    *,
    speaker: Name | None,
    via: Sequence[Chain],
    document_via: Sequence[Chain],
    outlet: Name | None,
    document: str,
    vocabulary: Vocabulary,
) -> tuple[tuple[Name, ...], tuple[str, ...]]:
    """The sources of a claim, sorted and at least one; and the voices behind them that no list names.

    They are its speaker, if named; else the far ends of its `via`; else of its document's; else the outlet; else the
    document itself.
    """
    if speaker is not None and vocabulary.speaks(speaker):
        return (speaker,), ()
    unnamed = [] if speaker is None else [speaker.text]
    found: list[Name] = []
    for links in via or document_via:
        source, beyond = far_end(links, vocabulary)
        found.append(source)
        unnamed += beyond
    if not found:
        found = [outlet if outlet is not None else Name(document, fold(document), document)]
    return _distinct(found), tuple(dict.fromkeys(unnamed))


def far_end(links: Chain, vocabulary: Vocabulary) -> tuple[Name, Chain]:
    """The last link that some list names, and the links beyond it; the first link is always named.

    Without a vocabulary there is no list to be missing from: the origin is the last link.
    """
    for index in range(len(links) - 1, 0, -1):
        name = vocabulary.source(links[index])
        if name.known or not vocabulary.given:
            return name, links[index + 1 :]
    return vocabulary.source(links[0]), links[1:]


def _distinct(names: Iterable[Name]) -> tuple[Name, ...]:
    by_key: dict[str, Name] = {}
    for name in sorted(names, key=lambda name: (name.key, name.name, name.text)):
        by_key.setdefault(name.key, name)
    return tuple(by_key.values())
