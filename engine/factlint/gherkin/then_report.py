"""What the report and the command show, and how the check ends."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factlint.gherkin.expectation import folded, holds
from factlint.gherkin.scene import Scene
from factlint.gherkin.shown import shown
from factlint.gherkin.steps import then

if TYPE_CHECKING:
    from factlint.gherkin.command import Printed


@then("the exit status/code is {count}", example="Then the exit status is 1")
def _status(factlint_scene: Scene, count: int) -> None:
    """0: nothing to report; 1: findings; 2: something in the call, the rules or the corpus was wrong."""
    printed = factlint_scene.printed
    if printed is not None:
        printed.expect(printed.status == count, f"the exit status {count}, not {printed.status}")
        return
    outcome = factlint_scene.outcome
    outcome.expect(outcome.report.exit == count, f"the exit status {count}, not {outcome.report.exit}")


@then("the check {end}", example="Then the check passes")
def _passes(factlint_scene: Scene, end: str) -> None:
    """`passes`: the exit status is 0. `fails`: it is another."""
    printed = factlint_scene.printed
    if printed is not None:
        printed.expect(
            (printed.status == 0) == (end == "passes"), f"a check that {end}, not one that ends with {printed.status}"
        )
        return
    outcome = factlint_scene.outcome
    outcome.expect(
        (outcome.report.exit == 0) == (end == "passes"),
        f"a check that {end}, not one that ends with {outcome.report.exit}",
    )


@then("the report shows {text}", example='Then the report shows "disagree by 39.5 % of the larger"')
def _shows(factlint_scene: Scene, text: str) -> None:
    """These words stand in the report as it is printed on a terminal; where a line ends does not matter."""
    _expect_shown(factlint_scene, "text", text)


@then("the report does not show {text}", example='Then the report does not show "April visit"')
def _does_not_show(factlint_scene: Scene, text: str) -> None:
    """These words do not stand in the report as it is printed on a terminal."""
    _expect_hidden(factlint_scene, "text", text)


@then("the {format} report shows {text}", example='Then the HTML report shows "nearly 40% of its oil exports"')
def _format_shows(factlint_scene: Scene, format: str, text: str) -> None:  # noqa: A002 - the word of the step
    """These words stand in the report of this format, as its reader sees them: those of a page without its markup, those
    of JSON without its escapes.
    """
    _expect_shown(factlint_scene, format, text)


@then("the {format} report does not show {text}", example='Then the JUnit report does not show "April visit"')
def _format_does_not_show(factlint_scene: Scene, format: str, text: str) -> None:  # noqa: A002 - the word of the step
    """These words do not stand in the report of this format."""
    _expect_hidden(factlint_scene, format, text)


def _expect_shown(scene: Scene, name: str, text: str) -> None:
    __tracebackhide__ = True
    report = shown(scene.outcome.report, name)
    scene.outcome.expect(holds(report, text), f"“{text}” in the {name} report, which shows:\n\n{folded(report)[:2000]}")


def _expect_hidden(scene: Scene, name: str, text: str) -> None:
    __tracebackhide__ = True
    report = shown(scene.outcome.report, name)
    scene.outcome.expect(not holds(report, text), f"no “{text}” in the {name} report")


@then("it prints {text}", example='Then it prints "7 rules: 2 satisfied, 5 violated"')
def _prints(factlint_scene: Scene, text: str) -> None:
    """These words stand in what the command printed, as a report or a message; where a line ends does not matter."""
    _printed(factlint_scene).expect(holds(_printed(factlint_scene).everything, text), f"“{text}” to be printed")


@then("it does not print {text}", example='Then it does not print "Traceback"')
def _does_not_print(factlint_scene: Scene, text: str) -> None:
    """These words do not stand in what the command printed."""
    printed = _printed(factlint_scene)
    printed.expect(not holds(printed.everything, text), f"“{text}” not to be printed")


@then("it prints {format}", example="Then it prints JSON")
def _prints_format(factlint_scene: Scene, format: str) -> None:  # noqa: A002 - the word of the step
    """The command's report is of this format, and nothing else stands beside it."""
    from factlint.gherkin.shown import is_of

    printed = _printed(factlint_scene)
    printed.expect(is_of(printed.reports, format), f"a report of the format {format}")


def _printed(scene: Scene) -> Printed:
    if scene.printed is None:
        raise AssertionError('no command was run: add a step such as: When the command "factlint check" is run')
    return scene.printed
