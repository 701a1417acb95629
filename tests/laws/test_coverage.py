"""What is generated covers the grammar and the corpus, so that a new form is held to the laws or fails here."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import replace
from functools import cache
from random import Random
from typing import Any

import pytest
from lark.grammar import Rule

from factlint.corpus.vocabulary import Vocabulary
from factlint.corpus.vocabulary_reader import read_vocabulary
from factlint.language.parse import grammar, parse_rules
from factlint.language.resolve import resolve
from factlint.quantities.values import DateSpan, DateUnit, Form, Name, Quantity, Truth, Why
from factlint.source import Source
from tests.language.rule_texts import productions
from tests.laws.amounts import COMMON
from tests.laws.expressions import in_words
from tests.laws.phrases import Writer
from tests.laws.vocabulary import PROPERTIES, VOCABULARY
from tests.laws.worlds import evaluations, read, some_worlds, world

REFUSED = {
    rule
    for rule in productions()
    if rule.origin.name == "accept" and "because" not in {it.name for it in rule.expansion}
}
"""Forms that are read only to be told what is missing: an `accept` has to give its reason."""


@cache
def vocabulary() -> Vocabulary:
    found, problems = read_vocabulary(Source("vocabulary.yaml", json.dumps(VOCABULARY)))
    assert problems == []
    return found.with_stated({"claims": ["c01"], "documents": ["d0"]})


def sound(text: str) -> bool:
    """Whether a statement, in a file of its own, has no mistake."""
    own = 'import "common.rules"\nrule r0: claims must agree\n'
    own += text if not text.startswith("import") else ""
    file, unread = parse_rules(Source("own.rules", own))
    common, _ = parse_rules(Source("common.rules", COMMON))
    files = [
        replace(file, imports=(("common.rules", "common.rules"),)), replace(common, given=False)
    ]  # fmt: skip
    _, unbound = resolve(files, vocabulary())
    return not any(it.severity == "error" for it in (*unread, *unbound))


def drawn(goal: Rule, seed: int) -> tuple[set[Rule], set[str], str]:
    writer = Writer(Random(seed), tuple(prop.name for prop in PROPERTIES), ("c01",), named=["r0"])
    tree = writer.statement(goal)
    return tree.used(), {leaf.name for leaf in tree.leaves()}, in_words(tree)


@cache
def covered() -> tuple[set[Rule], set[str], Counter[bool]]:
    """The productions and terminals of statements that resolve, and how many of all do."""
    rules: set[Rule] = set()
    terminals: set[str] = set()
    tally: Counter[bool] = Counter()
    for number, goal in enumerate(productions()):
        if goal in REFUSED:
            continue
        for attempt in range(12):
            used, words, text = drawn(goal, 1000 * number + attempt)
            assert goal in used
            fine = sound(text)
            tally[fine] += 1
            if fine:
                rules |= used
                terminals |= words
                break
    return rules, terminals, tally


def test_each_production_occurs_in_a_statement_that_resolves() -> None:
    missing = set(productions()) - REFUSED - covered()[0]
    assert not missing, "tests/laws/phrases.py does not know what to say there"


def test_each_terminal_occurs_in_a_statement_that_resolves() -> None:
    named = {it.name for it in grammar().terminals if not it.name.startswith("__IGNORE")}
    assert named - {"COMPOUND"} <= covered()[1]  # which is a part of UNIT


def test_most_statements_resolve() -> None:
    tally = covered()[2]
    assert tally[True] > 0.85 * tally.total()


# --- Corpora ---------------------------------------------------------------------------------------------------------


@cache
def stated() -> dict[str, set[Any]]:
    """What the claims of some hundred corpora state."""
    found: dict[str, set[Any]] = {
        name: set()
        for name in ("kind", "value", "form", "why", "hedge", "date", "zoned", "hedged", "stance", "modality", "status",
                     "speech", "speaker", "qualifiers", "period", "outlet", "published", "sources", "unnamed")
    }  # fmt: skip
    for seed in range(80):
        it = read(world(seed, Random(seed).choices(range(10**6), k=30), ()))
        for claim in it.claims:
            found["kind"].add(claim.property.kind)
            found["value"].add(type(claim.value))
            if isinstance(claim.value, Quantity):
                found["form"].add(claim.value.form)
                found["why"].add(claim.value.why)
                found["hedge"].add(claim.value.hedge is not None)
            if isinstance(claim.value, DateSpan):
                found["date"].add(claim.value.unit)
                found["zoned"].add(claim.value.zoned)
                found["hedged"].add(claim.value.hedged)
            for name in ("stance", "modality", "status", "speech"):
                found[name].add(getattr(claim, name))
            for name in ("speaker", "qualifiers", "period", "unnamed"):
                found[name].add(bool(getattr(claim, name)))
            for name in ("outlet", "published"):
                found[name].add(getattr(claim.document, name) is None)
            found["sources"].add(len(claim.sources))
    return found


EVERY: dict[str, set[Any]] = {
    "kind": {"quantity", "rank", "date", "entity", "place", "truth"},
    "value": {Quantity, DateSpan, Name, Truth},
    "form": set(Form),
    "why": set(Why),
    "hedge": {True, False},
    "date": {DateUnit.MINUTE, DateUnit.DAY, DateUnit.WEEK, DateUnit.MONTH, DateUnit.QUARTER, DateUnit.SEASON, DateUnit.CENTURY, DateUnit.SPAN},
    "zoned": {True, False},
    "hedged": {True, False},
    "stance": {"asserts", "denies"},
    "modality": {"actual", "expected", "possible", "hypothetical"},
    "status": {"current", "corrected", "withdrawn"},
    "speech": {None, "quoted", "paraphrased"},
    "speaker": {True, False},
    "qualifiers": {True, False},
    "period": {True, False},
    "outlet": {True, False},
    "published": {True, False},
    "sources": {1, 2},
    "unnamed": {True, False},
}  # fmt: skip


def test_corpora_state_everything_that_can_be_stated() -> None:
    found = stated()
    assert {what: missing for what, every in EVERY.items() if (missing := every - found[what])} == {}


def test_every_verdict_is_reached() -> None:
    missing = {"violated", "undetermined", "accepted", "satisfied", "not_applicable"}
    for made in some_worlds(100):
        missing -= {result.verdict for result in evaluations(read(made))[0]}
        if not missing:
            return
    pytest.fail(f"no world of a hundred has a rule that is {', '.join(sorted(missing))}")


def test_nearly_all_claims_are_sound() -> None:
    drawn_claims = read_claims = 0
    for seed in range(30):
        random = Random(seed)
        made = world(seed, random.choices(range(10**6), k=16), ())
        drawn_claims += len(made.rows)
        read_claims += len(read(made).claims)
    assert read_claims > 0.97 * drawn_claims
