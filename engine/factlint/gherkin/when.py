"""The check."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factlint.gherkin.scene import Scene
from factlint.gherkin.steps import when

if TYPE_CHECKING:
    from factlint.statuses import FailOn


@when(
    "the claims/rules are checked",
    "the claim/corpus/rule is checked",
    "they are checked",
    "I check the claims/rules/corpus",
    example="When the claims are checked",
)
def _checked(factlint_scene: Scene) -> None:
    """Every claim given is read and every rule given is judged."""
    factlint_scene.check()


@when("the claims/rules are checked on {date}", example="When the claims are checked on 2025-10-27")
def _checked_on(factlint_scene: Scene, date: str) -> None:
    """They are checked as on this day, which tells whether an `accept … until` still holds."""
    factlint_scene.check(today=date)


@when("the claims/rules are checked strictly", example="When the claims are checked strictly")
def _checked_strictly(factlint_scene: Scene) -> None:
    """They are checked, and a rule that had nothing to judge fails the check."""
    factlint_scene.check(strict=True)


@when(
    "the claims/rules are checked, failing on {threshold}", example="When the claims are checked, failing on warnings"
)
def _checked_failing_on(factlint_scene: Scene, threshold: FailOn) -> None:
    """They are checked, and findings of rules of this severity, or a higher one, fail the check; `nothing`: none do."""
    factlint_scene.check(fail_on=threshold)


@when(
    "the claims are checked against {text}",
    example='When the claims are checked against "loading rate claims must agree"',
)
def _against(factlint_scene: Scene, text: str) -> None:
    """The claims are held against this one rule."""
    factlint_scene.rule = text
    factlint_scene.check()


@when("only the rule(s) {names} is/are checked", example='When only the rule "export-share" is checked')
def _selected(factlint_scene: Scene, names: list[str]) -> None:
    """Of the rules given, those of these names are judged."""
    factlint_scene.check(select=tuple(names))


@when("only the rule(s) tagged {names} is/are checked", example='When only the rules tagged "oil" are checked')
def _tagged(factlint_scene: Scene, names: list[str]) -> None:
    """Of the rules given, those with one of these tags are judged."""
    factlint_scene.check(tags=tuple(names))


@when("the command {text} is run", example='When the command "factlint check --format json" is run')
def _run(factlint_scene: Scene, text: str) -> None:
    """A call of factlint as it is typed, in a folder that is configured for the claims and rules given; without any of
    its own but those of the project, in the folder of the project.
    """
    factlint_scene.run(text)
