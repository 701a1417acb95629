"""What became of a rule."""

from __future__ import annotations

from factlint.gherkin.expectation import counted, quote
from factlint.gherkin.outcome import JSON, Outcome, has_value
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


@then(
    "it {outcome}",
    "the rule {outcome}",
    example="Then the rule holds",
)
def _holds(factlint_scene: Scene, outcome: str) -> None:
    """`holds`: the rule is satisfied. `fails`: it is violated."""
    _expect_verdict(factlint_scene.outcome, outcome)


@then("the rule {name} {outcome}", example='Then the rule "export-share" fails')
def _named_holds(factlint_scene: Scene, name: str, outcome: str) -> None:
    """`holds`: the rule of this name is satisfied. `fails`: it is violated. The steps after speak of this rule."""
    factlint_scene.outcome.speak_of(name)
    _expect_verdict(factlint_scene.outcome, outcome)


@then("the rules {names} are {verdict}", example='Then the rules "export-share" and "advancing" are violated')
def _verdicts(factlint_scene: Scene, names: list[str], verdict: str) -> None:
    """The verdict on each of these rules."""
    for name in names:
        factlint_scene.outcome.speak_of(name)
        _expect_verdict(factlint_scene.outcome, verdict)
    factlint_scene.outcome.rule_name = None


@then("every rule is {verdict}", example="Then every rule is satisfied")
def _every(factlint_scene: Scene, verdict: str) -> None:
    """The verdict on each rule that was judged; the built-in one on the quotes does not count."""
    rules = _judged(factlint_scene.outcome)
    others = [it["rule"] for it in rules if it["verdict"].replace("_", " ") != verdict]
    factlint_scene.outcome.expect(not others, f"every rule to be {verdict}, and {quote(others)} {_is(others)} not")


@then("no rule is {verdict}", example="Then no rule is undetermined")
def _no_rule(factlint_scene: Scene, verdict: str) -> None:
    """None of the rules given has this verdict."""
    rules = _judged(factlint_scene.outcome)
    those = [it["rule"] for it in rules if it["verdict"].replace("_", " ") == verdict]
    factlint_scene.outcome.expect(not those, f"no rule to be {verdict}, and {quote(those)} {_is(those)}")


def _judged(outcome: Outcome) -> list[JSON]:
    __tracebackhide__ = True
    outcome.no_unexpected_mistake()
    outcome.expect(outcome.own_rules, "a rule that was judged")
    return outcome.own_rules


def _is(names: list[str]) -> str:
    return "is" if len(names) == 1 else "are"


@then("the rule is left out", example="Then the rule is left out")
def _left_out(factlint_scene: Scene) -> None:
    """The one rule of the scenario has a mistake, and was not judged."""
    outcome = factlint_scene.outcome
    outcome.expect(outcome.report.rejected_rules and not outcome.own_rules, "the rule to be left out for a mistake")


@then("the rule {name} is left out", example='Then the rule "export-share" is left out')
def _named_left_out(factlint_scene: Scene, name: str) -> None:
    """The rule of this name has a mistake, and was not judged."""
    outcome = factlint_scene.outcome
    judged = any(it["rule"] == name for it in outcome.own_rules)
    outcome.expect(outcome.report.rejected_rules and not judged, f"the rule “{name}” to be left out for a mistake")


@then("the rule is not {verdict}", "it is not {verdict}", example="Then the rule is not violated")
def _not_verdict(factlint_scene: Scene, verdict: str) -> None:
    """The verdict on the rule is another."""
    outcome = factlint_scene.outcome
    outcome.speak_of(None)
    _expect_other_verdict(outcome, verdict)


@then("the rule {name} is not {verdict}", example='Then the rule "export-share" is not undetermined')
def _named_not_verdict(factlint_scene: Scene, name: str, verdict: str) -> None:
    """The verdict on the rule of this name is another; the steps after speak of this rule."""
    outcome = factlint_scene.outcome
    outcome.speak_of(name)
    _expect_other_verdict(outcome, verdict)


def _expect_other_verdict(outcome: Outcome, verdict: str) -> None:
    __tracebackhide__ = True
    rule = outcome.rule
    outcome.expect(rule["verdict"].replace("_", " ") != verdict, f"the rule “{rule['sentence']}” not to be {verdict}")


def _expect_verdict(outcome: Outcome, verdict: str) -> None:
    __tracebackhide__ = True
    rule = outcome.rule
    found = rule["verdict"].replace("_", " ")
    outcome.expect(found == verdict, f"the rule “{rule['sentence']}” to be {verdict}, not {found}")


@then(
    "it is {verdict} for {names}",
    "the rule is {verdict} for {names}",
    example='Then the rule is violated for "April visit"',
)
def _verdict_for(factlint_scene: Scene, verdict: str, names: list[str]) -> None:
    """There is a finding of this kind on the claims that share this subject, property, period, qualifier or outlet, or
    all of these; the steps after speak of this finding. `satisfied for`: there is none, and the rule judged something.
    """
    _expect_verdict_for(factlint_scene.outcome, None, verdict, names)


@then(
    "the rule {name} is {verdict} for {names}",
    example='Then the rule "one-city" is violated for "October visit"',
)
def _named_verdict_for(factlint_scene: Scene, name: str, verdict: str, names: list[str]) -> None:
    """There is a finding of this kind of the rule of this name, on the claims that share all of these."""
    _expect_verdict_for(factlint_scene.outcome, name, verdict, names)


def _expect_verdict_for(outcome: Outcome, rule: str | None, verdict: str, about: list[str]) -> None:
    __tracebackhide__ = True
    outcome.speak_of(rule, *about)
    found = outcome.findings
    words = f"the rule “{outcome.rule['sentence']}” to be {verdict} for {quote(about)}"
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
    found = len(outcome.own_findings)
    outcome.expect(found == count, f"{counted(count, 'finding')}, not {found}")


@then(
    "it has no finding on {name}",
    "the rule has no finding on {name}",
    example='Then it has no finding on "April visit"',
)
def _no_finding_on(factlint_scene: Scene, name: str) -> None:
    """None of the rule's findings is on claims of this subject, property, period, qualifier or outlet."""
    outcome = factlint_scene.outcome
    outcome.known(name)
    outcome.speak_of(None)
    outcome.expect(not any(has_value(it, name) for it in outcome.findings), f"no finding on “{name}”")


@then(
    "it judges {count} group(s) and {count2} claim(s)",
    "the rule judges {count} group(s) and {count2} claim(s)",
    example="Then it judges 2 groups and 6 claims",
)
def _judges(factlint_scene: Scene, count: int, count2: int) -> None:
    """How many groups of comparable claims the rule judged, and how many claims in them."""
    outcome = factlint_scene.outcome
    found = (outcome.rule["groups"], outcome.rule["claims"])
    outcome.expect(
        found == (count, count2),
        f"{counted(count, 'group')} and {counted(count2, 'claim')} judged, not {found[0]} and {found[1]}",
    )


@then(
    "it holds only thanks to {why}",
    "the rule holds only thanks to {why}",
    example="Then it holds only thanks to precision",
)
def _thanks(factlint_scene: Scene, why: str) -> None:
    """At least one group holds for this reason and would not as the numbers are written."""
    outcome = factlint_scene.outcome
    outcome.expect(outcome.rule["verdict"] == "satisfied", "the rule to be satisfied")
    outcome.expect(outcome.rule["only_thanks_to"][why] > 0, f"a group that holds only thanks to {why}")


@then("it holds as written", "the rule holds as written", example="Then it holds as written")
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
    outcome.expect(found == count, f"{counted(count, 'claim')} not judged, not {found}")


@then("{count} claim(s) straddle(s) the date", example="Then 1 claim straddles the date")
def _straddling(factlint_scene: Scene, count: int) -> None:
    """So many claims lie neither wholly inside nor wholly outside a date of the rule's filters."""
    outcome = factlint_scene.outcome
    found = outcome.rule["straddling"]
    outcome.expect(found == count, f"{counted(count, 'claim')} that straddle a date, not {found}")
