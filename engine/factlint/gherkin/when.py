"""The check."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factlint.gherkin.scene import Scene
from factlint.gherkin.steps import when

if TYPE_CHECKING:
    from factlint.statuses import FailOn


@when(
    "the claims/rules are checked",
    "the claim/corpus is checked",
    "they are checked",
    example="When the claims are checked",
)
def _checked(factlint_scene: Scene) -> None:
    """Every claim given is read and every rule given is judged."""
    factlint_scene.check()


@when("the claims are checked on {date}", example="When the claims are checked on 2025-10-27")
def _checked_on(factlint_scene: Scene, date: str) -> None:
    """The same on a day, which tells whether an `accept … until` still holds."""
    factlint_scene.check(today=date)


@when("the claims are checked strictly", example="When the claims are checked strictly")
def _checked_strictly(factlint_scene: Scene) -> None:
    """The same, and a rule that had nothing to judge fails the check."""
    factlint_scene.check(strict=True)


@when("the claims are checked, failing on {severity}(s)", example="When the claims are checked, failing on warnings")
def _checked_failing_on(factlint_scene: Scene, severity: FailOn) -> None:
    """The same, and findings of rules of this severity, or a higher one, fail the check."""
    factlint_scene.check(fail_on=severity)


@when("only the rule(s) {names} is/are checked", example='When only the rule "export-share" is checked')
def _selected(factlint_scene: Scene, names: list[str]) -> None:
    """Of the rules given, those of these names are judged."""
    factlint_scene.check(select=tuple(names))


@when("only the rules tagged {names} are checked", example='When only the rules tagged "oil" are checked')
def _tagged(factlint_scene: Scene, names: list[str]) -> None:
    """Of the rules given, those with one of these tags are judged."""
    factlint_scene.check(tags=tuple(names))
