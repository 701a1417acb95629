"""What a scenario starts from: the rules, what is known, and the day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factlint.gherkin.scene import Scene
from factlint.gherkin.steps import given

if TYPE_CHECKING:
    from factlint.statuses import FailOn


@given("the rule {text}", example='Given the rule "loading rate claims must agree within 10%"')
def _rule(factlint_scene: Scene, text: str) -> None:
    """One rule as a sentence, without a name. The last one given counts."""
    factlint_scene.rule = text


@given(
    "the rule file",
    "the (following )rules",
    example='''
    Given the rule file:
      """
      let slack = 10%

      rule loading:
          loading rate claims must agree within slack
          because "One terminal has one rate."
      """
    ''',
)
def _rule_file(factlint_scene: Scene, docstring: str) -> None:
    """Rules as they would stand in a file, with names, titles, `let`, `accept` and the rest."""
    factlint_scene.rule_files["test.rules"] = docstring


@given(
    "the rule file {name}",
    example='''
    Given the rule file "common.rules":
      """
      let slack = 10%
      """
    ''',
)
def _named_rule_file(factlint_scene: Scene, name: str, docstring: str) -> None:
    """Rules as they would stand in a file of this name: one of several, or one that others import."""
    factlint_scene.rule_files[name] = docstring


@given("the rules in {names}", example='Given the rules in "corpus/quickstart/harbour.rules"')
def _rules(factlint_scene: Scene, names: list[str]) -> None:
    """The rules of files or folders, from the folder of the project."""
    factlint_scene.rule_paths = (*factlint_scene.rule_paths, *map(factlint_scene.path, names))


@given("the rules of the project", example="Given the rules of the project")
def _project_rules(factlint_scene: Scene) -> None:
    """The rules that the project's configuration names."""
    factlint_scene.use_project(rules=True)


@given("the findings so far are known", example="Given the findings so far are known")
def _known(factlint_scene: Scene) -> None:
    """What the claims and rules given before this step lead to is written down as a baseline, and later checks tell it
    from what is new. The rules need names.
    """
    factlint_scene.know_findings()


@given("the known findings in {name}", example='Given the known findings in "corpus/known.json"')
def _baseline(factlint_scene: Scene, name: str) -> None:
    """A baseline as `factlint baseline FILE` wrote it, from the folder of the project."""
    factlint_scene.baseline = factlint_scene.path(name)


@given("the known findings of the project", example="Given the known findings of the project")
def _project_baseline(factlint_scene: Scene) -> None:
    """The baseline that the project's configuration names."""
    factlint_scene.use_project(baseline=True)


@given("today is {date}", example="Given today is 2025-10-27")
def _today(factlint_scene: Scene, date: str) -> None:
    """The day of every check of the scenario, which tells whether an `accept … until` still holds."""
    factlint_scene.today = date


@given("every check is strict", example="Given every check is strict")
def _strict(factlint_scene: Scene) -> None:
    """In every check of the scenario, a rule that had nothing to judge fails it."""
    factlint_scene.strict = True


@given("every check fails on {threshold}", example="Given every check fails on warnings")
def _fail_on(factlint_scene: Scene, threshold: FailOn) -> None:
    """In every check of the scenario, findings of rules of this severity, or a higher one, fail it; `nothing`: none do."""
    factlint_scene.fail_on = threshold
