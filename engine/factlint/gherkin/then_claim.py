"""What is said of single claims: who stands alone, how a value is read, whether a quote is there."""

from __future__ import annotations

from factlint.gherkin.expectation import holds, quote
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


@then(
    "the claim {name} is read as {text}",
    "the claim {name} means {text}",
    example='Then the claim "gazette" is read as "1.08 to 1.2 mn barrels/day"',
)
def _read_as(factlint_scene: Scene, name: str, text: str) -> None:
    """What the claim may mean, as reports show it (`36–40 %`, `below 20 %`) or as claims are written (`36 to 40 %`, `less
    than 20 %`): the ends of its interval, a day, a name.
    """
    from factlint.assertions.words import show_value
    from factlint.gherkin.values import means

    outcome = factlint_scene.outcome
    outcome.no_unexpected_mistake()
    value = outcome.claim(name).value
    outcome.expect(means(value, text), f"“{name}” to be read as {text}, not {show_value(value)}")


@then("the claim(s) {names} is/are left out", example='Then the claim "gazette" is left out')
def _left_out(factlint_scene: Scene, names: list[str]) -> None:
    """These claims, or their documents, have a mistake, and were not read."""
    outcome = factlint_scene.outcome
    read = {claim.id for claim in outcome.report.claims}
    for name in names:
        if not factlint_scene.holds_claim(name):
            raise outcome.failure(f"a claim “{name}” in the corpus")
        outcome.expect(name not in read, f"“{name}” to be left out for a mistake")


@then("no claim is left out", example="Then no claim is left out")
def _none_left_out(factlint_scene: Scene) -> None:
    """Every claim of every document was read."""
    outcome = factlint_scene.outcome
    found = outcome.report.rejected_claims, outcome.report.rejected_documents
    outcome.expect(found == (0, 0), f"no claim left out, not {found[0]}, and {found[1]} documents")


@then(
    "the source(s) of the claim {name} is/are {names}",
    "the claim {name} rests on the source(s) {names}",
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


@then("every quote is {status}", example="Then every quote is verified")
def _every_quote(factlint_scene: Scene, status: str) -> None:
    """How all quotes of the corpus stand to the texts of their documents."""
    outcome = factlint_scene.outcome
    outcome.no_unexpected_mistake()
    claims = outcome.report.claims
    others = [it.id for it in claims if it.evidence.status.value.replace("_", " ") != status]
    outcome.expect(claims and not others, f"every quote to be {status}, not those of {quote(others)}")


@then("the quote of {name} is in line {count}", example='Then the quote of "gazette" is in line 1')
def _quote_line(factlint_scene: Scene, name: str, count: int) -> None:
    """The line of its document's text in which the quote begins."""
    outcome = factlint_scene.outcome
    outcome.no_unexpected_mistake()
    found = outcome.claim(name).evidence.line
    outcome.expect(found == count, f"the quote of “{name}” in line {count}, not in {found or 'none'}")


@then(
    "the nearest passage to the quote of {name} is {text}",
    example='Then the nearest passage to the quote of "courier" is "430 saplings"',
)
def _nearest(factlint_scene: Scene, name: str, text: str) -> None:
    """What the text holds instead of a quote that it does not hold."""
    outcome = factlint_scene.outcome
    found = outcome.claim(name).evidence.nearest
    outcome.expect(holds(found, text), f"the passage “{text}”, not “{found or 'none'}”")
