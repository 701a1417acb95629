"""What was wrong in the rules or the corpus, where, and what would put it right."""

from __future__ import annotations

from factlint.gherkin.expectation import holds, quote
from factlint.gherkin.scene import Scene
from factlint.gherkin.steps import then


@then("the mistake/warning {code} is reported", example="Then the mistake E310 is reported")
def _reported(factlint_scene: Scene, code: str) -> None:
    """A mistake of this code was reported; what was wrong was left out, and all else was judged."""
    factlint_scene.outcome.expect_mistake(code, None)


@then("the mistake/warning {code} is reported at {text}", example='Then the mistake E310 is reported at "exprot share"')
def _reported_at(factlint_scene: Scene, code: str, text: str) -> None:
    """A mistake of this code was reported, and these are the words that it points at."""
    factlint_scene.outcome.expect_mistake(code, text)


@then("a mistake/warning is reported at {text}", example='Then a mistake is reported at "exprot share"')
def _any_at(factlint_scene: Scene, text: str) -> None:
    """A mistake of whatever code was reported at these words."""
    factlint_scene.outcome.expect_mistake(None, text)


@then("its message says {text}", example='Then its message says "unknown property"')
def _message(factlint_scene: Scene, text: str) -> None:
    """These words stand in the message of the mistake that the step before names."""
    outcome = factlint_scene.outcome
    found = outcome.mistake.message if outcome.mistake else None
    outcome.expect(holds(found, text), f"the message “{text}”, not “{found}”")


@then("its help says {text}", example='Then its help says "did you mean `export share`?"')
def _help(factlint_scene: Scene, text: str) -> None:
    """These words stand in the help of the mistake that the step before names."""
    outcome = factlint_scene.outcome
    found = outcome.mistake.help if outcome.mistake else None
    outcome.expect(holds(found, text), f"the help “{text}”, not “{found}”")


@then("it is in line {count} of {name}", example='Then it is in line 3 of "oil.rules"')
def _line(factlint_scene: Scene, count: int, name: str) -> None:
    """The line and the file of the mistake that the step before names; the end of the path is enough."""
    outcome = factlint_scene.outcome
    file, line, _column = outcome.mistake.where if outcome.mistake else ("", 0, 0)
    at = file == name or file.endswith(f"/{name}")
    outcome.expect(at and line == count, f"a mistake in line {count} of “{name}”, not in line {line} of “{file}”")


@then("no mistake is reported", example="Then no mistake is reported")
def _none(factlint_scene: Scene) -> None:
    """Nothing in the rules or the corpus was wrong; there is no warning either, but that a name is in no list
    of the vocabulary.
    """
    outcome = factlint_scene.outcome
    found = [it.code for it in outcome.mistakes]
    outcome.expect(not found, f"no mistake, not {quote(found)}")
