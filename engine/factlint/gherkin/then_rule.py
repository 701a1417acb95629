"""What became of a rule."""

from __future__ import annotations

from factlint.gherkin.outcome import Outcome, has_value
from factlint.gherkin.scene import Scene
from factlint.gherkin.steps import then


@then("the rule is {verdict}", example="Then the rule is satisfied")
def _verdict(factlint_scene: Scene, verdict: str) -> None:
    """The verdict on the one rule of the scenario, or on the rule that the steps before speak of. It stands only where
    nothing was left out for a mistake that the scenario has not named before.
    """
    outcome = factlint_scene.outcome
    outcome.speak_of(None)
    _expect_verdict(outcome, verdict)


@then("the rule {name} is {verdict}", example='Then the rule "export-share" is violated')
def _named_verdict(factlint_scene: Scene, name: str, verdict: str) -> None:
    """The verdict on the rule of this name; the steps after speak of this rule."""
    outcome = factlint_scene.outcome
    outcome.speak_of(name)
    _expect_verdict(outcome, verdict)


def _expect_verdict(outcome: Outcome, verdict: str) -> None:
    __tracebackhide__ = True
    rule = outcome.rule
    found = rule["verdict"].replace("_", " ")
    outcome.expect(found == verdict, f"the rule “{rule['sentence']}” to be {verdict}, not {found}")


@then(
    "the rule is {verdict} for {name}",
    "it is {verdict} for {name}",
    example='Then the rule is violated for "April visit"',
)
def _verdict_for(factlint_scene: Scene, verdict: str, name: str) -> None:
    """There is a finding of this kind on the claims that share this subject, property, period, qualifier or outlet; the
    steps after speak of this finding. `satisfied for`: there is none, and the rule judged something.
    """
    _expect_verdict_for(factlint_scene.outcome, None, verdict, name)


@then(
    "the rule {name} is {verdict} for {name2}",
    example='Then the rule "one-city" is violated for "October visit"',
)
def _named_verdict_for(factlint_scene: Scene, name: str, verdict: str, name2: str) -> None:
    """The same of the rule of this name."""
    _expect_verdict_for(factlint_scene.outcome, name, verdict, name2)


def _expect_verdict_for(outcome: Outcome, rule: str | None, verdict: str, about: str) -> None:
    __tracebackhide__ = True
    outcome.speak_of(rule, about)
    found = outcome.findings
    words = f"the rule “{outcome.rule['sentence']}” to be {verdict} for “{about}”"
    if verdict in {"satisfied", "not applicable"}:
        outcome.expect(not found and (outcome.rule["groups"] > 0) == (verdict == "satisfied"), words)
    elif verdict == "accepted":
        outcome.expect(found and all(it["accepted"] for it in found), words)
    else:
        outcome.expect(any(it["verdict"] == verdict and not it["accepted"] for it in found), words)


@then("there is/are {count} finding(s)", example="Then there are 2 findings")
def _findings(factlint_scene: Scene, count: int) -> None:
    """So many findings of the rules given, accepted ones among them; those on the quotes themselves do not count."""
    outcome = factlint_scene.outcome
    outcome.no_unexpected_mistake()
    own = {it["rule"] for it in outcome.data["rules"] if it["file"] is not None}
    found = sum(it["rule"] in own for it in outcome.data["findings"])
    outcome.expect(found == count, f"{count} findings, not {found}")


@then("it has no finding on {name}", example='Then it has no finding on "April visit"')
def _no_finding_on(factlint_scene: Scene, name: str) -> None:
    """None of the rule's findings is on claims of this subject, property, period, qualifier or outlet."""
    outcome = factlint_scene.outcome
    outcome.known(name)
    outcome.speak_of(None)
    outcome.expect(not any(has_value(it, name) for it in outcome.findings), f"no finding on “{name}”")


@then(
    "it judges {count} group(s) and {count2} claim(s)",
    example="Then it judges 2 groups and 6 claims",
)
def _judges(factlint_scene: Scene, count: int, count2: int) -> None:
    """How many groups of comparable claims the rule judged, and how many claims in them."""
    outcome = factlint_scene.outcome
    found = (outcome.rule["groups"], outcome.rule["claims"])
    outcome.expect(
        found == (count, count2), f"{count} groups and {count2} claims judged, not {found[0]} and {found[1]}"
    )


@then("it holds only thanks to {why}", example="Then it holds only thanks to precision")
def _thanks(factlint_scene: Scene, why: str) -> None:
    """At least one group holds for this reason and would not as the numbers are written."""
    outcome = factlint_scene.outcome
    outcome.expect(outcome.rule["verdict"] == "satisfied", "the rule to be satisfied")
    outcome.expect(outcome.rule["only_thanks_to"][why] > 0, f"a group that holds only thanks to {why}")


@then("it holds as written", example="Then it holds as written")
def _as_written(factlint_scene: Scene) -> None:
    """The rule is satisfied, and would be with the numbers as they are written."""
    outcome = factlint_scene.outcome
    outcome.expect(outcome.rule["verdict"] == "satisfied", "the rule to be satisfied")
    found = [why for why, number in outcome.rule["only_thanks_to"].items() if number]
    outcome.expect(not found, f"groups that hold as written, not only thanks to {' and '.join(found)}")


@then("{count} claim(s) is/are not judged", example="Then 1 claim is not judged")
def _not_judged(factlint_scene: Scene, count: int) -> None:
    """So many claims were selected of which the assertion cannot speak."""
    outcome = factlint_scene.outcome
    found = outcome.rule["not_judged"]
    outcome.expect(found == count, f"{count} claims not judged, not {found}")


@then("{count} claim(s) straddle(s) the date", example="Then 1 claim straddles the date")
def _straddling(factlint_scene: Scene, count: int) -> None:
    """So many claims lie neither wholly inside nor wholly outside a date of the rule's filters."""
    outcome = factlint_scene.outcome
    found = outcome.rule["straddling"]
    outcome.expect(found == count, f"{count} claims that straddle a date, not {found}")


@then("the exit status is {count}", example="Then the exit status is 1")
def _status(factlint_scene: Scene, count: int) -> None:
    """0: nothing to report; 1: findings; 2: something in the rules or the corpus was wrong."""
    outcome = factlint_scene.outcome
    outcome.expect(outcome.report.exit == count, f"the exit status {count}, not {outcome.report.exit}")
