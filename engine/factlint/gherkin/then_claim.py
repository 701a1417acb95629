"""What is said of single claims: who stands alone, how a value is read, whether a quote is there."""

from __future__ import annotations

from factlint.gherkin.outcome import holds, quote
from factlint.gherkin.scene import Scene
from factlint.gherkin.steps import then


@then("{names} stand(s) alone", example='Then "signals-advance" stands alone')
def _alone(factlint_scene: Scene, names: list[str]) -> None:
    """Exactly these claims were selected by the rule and are comparable with no other."""
    outcome = factlint_scene.outcome
    found = {it["claim"] for it in outcome.rule["alone"]}
    outcome.expect(found == set(names), f"{quote(names)} to stand alone, not {quote(sorted(found))}")


@then(
    "{name} stands alone, differing from {name2} in {key}",
    example='Then "signals-advance" stands alone, differing from "bne-advance" in month',
)
def _alone_differing(factlint_scene: Scene, name: str, name2: str, key: str) -> None:
    """The first claim is comparable with no other; the second comes nearest, and differs first in this key."""
    outcome = factlint_scene.outcome
    found = {it["claim"]: it for it in outcome.rule["alone"]}
    outcome.expect(name in found, f"“{name}” to stand alone")
    nearest = (found[name]["nearest"], found[name]["differs"])
    outcome.expect(
        nearest == (name2, key), f"it to differ from “{name2}” in {key}, not from {nearest[0]} in {nearest[1]}"
    )


@then("no claim stands alone", example="Then no claim stands alone")
def _none_alone(factlint_scene: Scene) -> None:
    """Every claim that the rule selected was compared with another."""
    outcome = factlint_scene.outcome
    found = [it["claim"] for it in outcome.rule["alone"]]
    outcome.expect(not found, f"no claim to stand alone, not {quote(found)}")


@then("the claim {name} is read as {text}", example='Then the claim "gazette" is read as "1.08–1.2 mn barrels/day"')
def _read_as(factlint_scene: Scene, name: str, text: str) -> None:
    """What the claim may mean, as reports show it: the ends of its interval in the property's unit, a day, a name."""
    from factlint.assertions.words import show_value

    outcome = factlint_scene.outcome
    outcome.no_unexpected_mistake()
    found = show_value(outcome.claim(name).value)
    outcome.expect(found == text, f"“{name}” to be read as {text}, not {found}")


@then(
    "the source(s) of the claim {name} is/are {names}",
    example='Then the source of the claim "radio" is "Port Authority"',
)
def _sources(factlint_scene: Scene, name: str, names: list[str]) -> None:
    """Who says so, independently of one another."""
    outcome = factlint_scene.outcome
    outcome.no_unexpected_mistake()
    found = [source.name for source in outcome.claim(name).sources]
    outcome.expect(set(found) == set(names), f"the sources {quote(names)}, not {quote(found)}")


@then("the quote of {name} is {status}", example='Then the quote of "gazette" is verified')
def _quote_status(factlint_scene: Scene, name: str, status: str) -> None:
    """How the claim's quote stands to the text of its document."""
    outcome = factlint_scene.outcome
    outcome.no_unexpected_mistake()
    found = outcome.claim(name).evidence.status.value.replace("_", " ")
    outcome.expect(found == status, f"the quote of “{name}” to be {status}, not {found}")


@then(
    "the nearest passage to the quote of {name} is {text}",
    example='Then the nearest passage to the quote of "courier" is "430 saplings"',
)
def _nearest(factlint_scene: Scene, name: str, text: str) -> None:
    """What the text holds instead of a quote that it does not hold."""
    outcome = factlint_scene.outcome
    found = outcome.claim(name).evidence.nearest
    outcome.expect(holds(found, text), f"the passage “{text}”, not “{found or 'none'}”")
