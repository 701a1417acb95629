"""A vocabulary's `hedges` beside the words that the grammar knows: which are new, and which replace a meaning."""

from __future__ import annotations

from collections.abc import Mapping

from factlint.quantities import hedges, messages
from factlint.quantities.hedges import Hedge, Own
from factlint.quantities.messages import QuantityError
from factlint.quantities.parse import parse_written
from factlint.quantities.written import Words


def hedge_problems(given: Mapping[str, str]) -> list[tuple[str, QuantityError]]:
    """What is wrong with a vocabulary's `hedges`: the word of each bad entry, and why."""
    problems = []
    for word, meaning in given.items():
        try:
            own = hedges.own_meaning(word, meaning)
            known = hedge_words(word)
            if known is not None and (known.kind in {"HARDLY", "OR_MORE", "OR_LESS"} or kind_of(known).is_bound):
                raise QuantityError(*messages.hedge_without_width(word), 0, len(meaning))
            if known is not None and own.width is None:
                raise QuantityError(*messages.hedge_needs_width(word, meaning), 0, len(meaning))
            if own.width is not None and _is_vague(word):
                raise QuantityError(*messages.vague_needs_range(word, meaning), 0, len(meaning))
        except QuantityError as error:
            problems.append((word, error))
    return problems


def own_words(own: Mapping[str, Own]) -> dict[str, tuple[str, ...]]:
    """A vocabulary's words that the grammar does not know: for the rest, its meaning replaces the default."""
    new = [word for word in own if not _is_built_in(word)]
    return {
        "own_hedges": tuple(sorted(word for word in new if own[word].width is not None)),
        "own_vague": tuple(sorted(word for word in new if own[word].numbers is not None)),
    }


_built_in: dict[str, bool] = {}


def _is_built_in(word: str) -> bool:
    if word not in _built_in:
        _built_in[word] = hedge_words(word) is not None or _is_vague(word)
    return _built_in[word]


def hedge_words(word: str) -> Words | None:
    """A hedge by itself, as it would stand before a number or after it; None where it is none that the grammar knows."""
    for text in (f"{word} 1", f"1 {word}"):
        try:
            found = parse_written(text).hedges
        except QuantityError:
            continue
        if found and hedges.folded(found[0].text) == hedges.folded(word):
            return found[0]
    return None


def _is_vague(word: str) -> bool:
    try:
        found = parse_written(word).vague
    except QuantityError:
        return False
    return found is not None


def kind_of(words: Words) -> Hedge:
    """What the words of a hedge do to a number."""
    return hedges.SUFFIXES.get(words.kind) or (Hedge.ABOUT if words.kind == "OWN_HEDGE" else Hedge(words.kind))
