"""Screening gives the report that judging every group gives: verdicts, counts, findings, who stood alone."""

from __future__ import annotations

import os
import shutil
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given

from factlint.corpus.reader import Corpus, read_corpus
from factlint.evaluate.result import Evaluation, RuleResult
from factlint.evaluate.run import evaluate
from factlint.language.load import load_rules
from factlint.language.model import Model
from factlint.language.resolve import resolve
from factlint.screen import run
from factlint.screen.merge import FIRST, Listing, cut
from factlint.screen.run import screened
from factlint.table.corpus import compile_corpus, open_table, tabled, vocabulary_source
from tests.laws.profile import law
from tests.laws.worlds import TODAY, World, read, told, worlds
from tests.screen.claims import write

ALL = 10**9


def opened(folder: Path, number: int, *, seed: int, members: int) -> tuple[Corpus, Corpus, Model]:
    """The claims as they are read, as a table, and the rules."""
    path = write(folder, number, seed=seed, members=members)
    corpus = read_corpus(path, root=folder)
    compile_corpus(corpus, folder / "claims.parquet", vocabulary_source(path, None, folder))
    table = open_table(folder / "claims.parquet", root=folder, large=0)
    assert not table.diagnostics
    files, problems = load_rules([folder / "all.rules"], folder)
    model, wrong = resolve(files, table.vocabulary)
    assert not [*problems, *wrong]
    return corpus, table, model


def all_said(result: RuleResult) -> dict[str, Any]:
    """Everything that a report says of a rule, but the words for what holds only thanks to its width."""
    return {
        "rule": result.rule.name,
        "verdict": result.verdict,
        "judged": (result.groups, result.claims),
        "thanks": dict(result.only_thanks_to),
        "alone": [(it.claim.id, it.nearest and it.nearest.id, it.words) for it in result.alone],
        "more alone": result.alone_unlisted,
        "straddling": result.straddling,
        "not judged": result.not_judged,
        "unlisted": dict(result.unlisted),
        "findings": [(it.key, it.judgement.message, it.fingerprint, it.accepted) for it in result.findings],
    }


def expected(plain: Evaluation, model: Model, limit: int, listing: Listing) -> list[dict[str, Any]]:
    """What judging every group says, its first findings listed; of a rule that something is accepted of, all."""
    accepted = {it.rule for it in model.accepts}
    said = []
    alone = listing.alone_in_all
    for result in plain.results:
        within = None if result.rule.name in accepted else limit
        shown = cut(result, within, alone=min(alone, listing.alone))
        limit = max(limit - len(shown.findings), 0)
        alone -= len(shown.alone)
        said.append(all_said(shown))
    return said


def assert_words(found: Evaluation, plain: Evaluation, listing: Listing) -> None:
    """What a group holds only thanks to is told of the first groups of the first rules."""
    spoken = 0
    for screened_one, judged in zip(found.results, plain.results, strict=True):
        assert set(screened_one.thanks_words) <= set(judged.thanks_words)
        assert len(screened_one.thanks_words) <= max(listing.words, len(judged.thanks_words))
        spoken += bool(screened_one.thanks_words)
    if listing.words_in_all:
        assert spoken > 3


@pytest.mark.parametrize("in_all", [0, 10, 1000])
@pytest.mark.parametrize("passes", [0, 1000], ids=["held", "scanned"])
@pytest.mark.parametrize(("number", "seed", "members"), [(600, 1, 3), (500, 2, 40), (700, 3, 2)])
def test_a_screened_corpus_gives_the_same_report(
    number: int, seed: int, members: int, passes: int, in_all: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    listing = replace(FIRST, alone_in_all=in_all * FIRST.alone, words_in_all=in_all * FIRST.words)
    monkeypatch.setattr(run, "FIRST", listing)
    monkeypatch.setattr("factlint.screen.passes.SCANS", passes)
    corpus, table, model = opened(tmp_path, number, seed=seed, members=members)
    plain = evaluate(model, corpus.claims, corpus.vocabulary, today=None)
    for limit in (ALL, 3, 0):
        found = screened(model, table, limit, today=None, in_full=False)
        for one, other in zip(
            [all_said(it) for it in found.results], expected(plain, model, limit, listing), strict=True
        ):
            assert one == other
        assert_words(found, plain, listing)
        assert [it.message for it in found.diagnostics] == [it.message for it in plain.diagnostics]


@pytest.mark.parametrize(("number", "seed", "members"), [(600, 1, 3), (500, 2, 40), (700, 3, 2)])
def test_where_everything_is_listed_nothing_tells_that_columns_were_looked_at(
    number: int, seed: int, members: int, tmp_path: Path
) -> None:
    corpus, table, model = opened(tmp_path, number, seed=seed, members=members)
    plain = evaluate(model, corpus.claims, corpus.vocabulary, today=None)
    found = screened(model, table, None, today=None, in_full=False)
    assert [all_said(it) for it in found.results] == [all_said(it) for it in plain.results]
    assert [it.thanks_words for it in found.results] == [it.thanks_words for it in plain.results]


def test_what_a_baseline_is_held_against_is_listed_in_full(tmp_path: Path) -> None:
    corpus, table, model = opened(tmp_path, 400, seed=5, members=3)
    plain = evaluate(model, corpus.claims, corpus.vocabulary, today=None)
    found = screened(model, table, 1, today=None, in_full=True)
    assert [all_said(it) for it in found.results] == [all_said(cut(it, None)) for it in plain.results]


def test_of_many_that_stand_alone_the_first_are_listed(tmp_path: Path) -> None:
    rows = "".join(
        f'{{"id": "c{at:05}", "document": "d", "subject": "S{at:05}", "property": "share", "value": "40%"}}\n'
        for at in range(FIRST.alone + 5)
    )
    (tmp_path / "claims.jsonl").write_text(rows)
    corpus = read_corpus(tmp_path / "claims.jsonl", root=tmp_path)
    (tmp_path / "all.rules").write_text("rule one: share claims must agree\n")
    files, _ = load_rules([tmp_path / "all.rules"], tmp_path)
    table = tabled(corpus, tmp_path / "claims.jsonl", None, tmp_path)
    (result,) = screened(resolve(files, table.vocabulary)[0], table, 50, today=None, in_full=False).results
    assert result.verdict == "not_applicable"
    assert len(result.alone) == FIRST.alone
    assert result.alone_unlisted == 5
    assert [it.claim.id for it in result.alone[:2]] == ["c00000", "c00001"]


@law
@given(worlds())
def test_screening_equals_no_screening(world: World) -> None:
    """The law, over worlds drawn from the grammar: every form of rule, every kind of claim."""
    seen = read(world)
    table = tabled(seen.corpus, Path("corpus"), None, Path())
    # The table is compiled without the file of its vocabulary, which the corpus brings.
    object.__setattr__(table, "vocabulary", replace(seen.corpus.vocabulary))
    object.__setattr__(table.table.thaw, "vocabulary", seen.corpus.vocabulary)  # type: ignore[attr-defined]
    plain = evaluate(seen.model, seen.claims, seen.corpus.vocabulary, today=TODAY)
    assert told(screened(seen.model, table, ALL, today=TODAY, in_full=False).results) == told(plain.results)


def test_spark_gives_the_same_report(tmp_path: Path) -> None:
    if shutil.which("java") is None and "JAVA_HOME" not in os.environ:
        pytest.skip("there is no Java: the Spark engine was not tested (sh scripts/java.sh)")
    corpus, table, model = opened(tmp_path, 300, seed=4, members=4)
    plain = evaluate(model, corpus.claims, corpus.vocabulary, today=None)
    found = screened(model, table, 3, today=None, in_full=False, engine="spark")
    assert [all_said(it) for it in found.results] == expected(plain, model, 3, FIRST)
