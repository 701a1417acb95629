"""The step library, its manual and the feature files of the project fit together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytest_bdd.feature import get_features
from pytest_bdd.parser import Step as Said

from factlint.gherkin.manual import CATALOGUE, HEAD, catalogue, render
from factlint.gherkin.steps import STEPS, Step
from tests.gherkin.player import matching, play, read

ROOT = Path(__file__).parents[2]


def name_of(step: Step) -> str:
    return f"{step.keyword} {step.expressions[0].name}"


def test_the_manual_is_that_of_the_library() -> None:
    """After a change of the library: python -m factlint.gherkin.manual"""
    assert (ROOT / "docs/gherkin.md").read_text(encoding="utf-8") == render()


def test_the_catalogue_is_that_of_the_library() -> None:
    """After a change of the library: python -m factlint.gherkin.manual"""
    assert CATALOGUE.read_text(encoding="utf-8") == catalogue()


def test_the_first_example_of_the_manual_holds(tmp_path: Path) -> None:
    feature = HEAD.partition("```gherkin\n")[2].partition("```")[0]
    steps = feature.partition("Scenario:")[2].partition("\n")[2]
    assert len(read(steps)) == 6
    play(steps, tmp_path)


@pytest.mark.parametrize("step", STEPS, ids=name_of)
def test_an_example_uses_its_step_and_is_no_other(step: Step) -> None:
    keyword, words, _table, _docstring = read(step.example)[-1]
    assert matching(keyword, words) == [step]


@pytest.mark.parametrize("step", STEPS, ids=name_of)
def test_a_step_says_what_it_means(step: Step) -> None:
    assert step.meaning.endswith((".", "…"))


@pytest.mark.parametrize("step", STEPS, ids=name_of)
def test_a_step_is_explained_without_the_one_before(step: Step) -> None:
    """`factlint steps` shows single ones."""
    assert not step.meaning.startswith("The same")


def said(folder: str = "features") -> Iterator[Said]:
    """Every step of the feature files, with the values of outlines in their places."""
    for feature in get_features([str(ROOT / folder)]):
        for scenario in feature.scenarios.values():
            contexts = [context for table in scenario.examples for context in table.as_contexts()] or [{}]
            for context in contexts:
                yield from scenario.render(context).steps


def test_every_step_of_the_features_is_one_of_the_library_and_only_one() -> None:
    wrong = {step.name for step in said() if len(matching(step.type.title(), step.name)) != 1}
    assert not wrong


def test_every_step_of_the_library_is_used_in_a_feature() -> None:
    scenarios = [*said(), *said("tests/gherkin/elsewhere/features")]
    used = Counter(name_of(found) for step in scenarios for found in matching(step.type.title(), step.name))
    assert [name_of(step) for step in STEPS if not used[name_of(step)]] == []
