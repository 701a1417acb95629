"""What a finding says: which claims, which words, which reason."""

from __future__ import annotations

from factlint.gherkin.expectation import counted, holds, quote
from factlint.gherkin.outcome import has_value
from factlint.gherkin.scene import Scene
from factlint.gherkin.steps import then


@then("the finding is on {names}", example='Then the finding is on "Rosneft and Lukoil" and "2025-10"')
def _on(factlint_scene: Scene, names: list[str]) -> None:
    """The claims of the finding share all of these: a subject, a property, a period, a qualifier …"""
    outcome = factlint_scene.outcome
    finding = outcome.finding
    missing = [name for name in names if not has_value(finding, name)]
    outcome.expect(not missing, f"a finding on {quote(missing)}, not on {quote(map(str, finding['group'].values()))}")


@then(
    "the finding names the claim(s) {names}", example='Then the finding names the claims "bne-share" and "bne-exports"'
)
def _names(factlint_scene: Scene, names: list[str]) -> None:
    """The finding lists these claims and no other."""
    outcome = factlint_scene.outcome
    found = {it["id"] for it in outcome.finding["claims"]}
    outcome.expect(found == set(names), f"a finding that names {quote(names)}, not {quote(sorted(found))}")


@then("the finding does not name the claim(s) {names}", example='Then the finding does not name the claim "bne-share"')
def _does_not_name(factlint_scene: Scene, names: list[str]) -> None:
    """The finding lists none of these claims."""
    outcome = factlint_scene.outcome
    found = {it["id"] for it in outcome.finding["claims"]} & {outcome.claim(name).id for name in names}
    outcome.expect(not found, f"a finding that does not name {quote(sorted(found))}")


@then("the finding quotes {quote}", example='Then the finding quotes "nearly 40% of its oil exports"')
def _quotes(factlint_scene: Scene, quote: str) -> None:
    """One of its claims is shown with this quote."""
    _expect_quote(factlint_scene, quote, None)


@then(
    "the finding quotes {quote} from {name}",
    example='Then the finding quotes "nearly 40% of its oil exports" from "PatriotFetch"',
)
def _quotes_from(factlint_scene: Scene, quote: str, name: str) -> None:
    """One of its claims is shown with this quote, as the words of this outlet."""
    _expect_quote(factlint_scene, quote, name)


def _expect_quote(scene: Scene, words: str, outlet: str | None) -> None:
    __tracebackhide__ = True
    outcome = scene.outcome
    claims = [it for it in outcome.finding["claims"] if it["quote"] and (outlet is None or it["outlet"] == outlet)]
    found = [it["quote"] for it in claims]
    of = "" if outlet is None else f" from “{outlet}”"
    outcome.expect(words in found, f"the quote “{words}”{of}, not {quote(found)}")


@then("the finding says {text}", example='Then the finding says "disagree by 39.5 % of the larger"')
def _says(factlint_scene: Scene, text: str) -> None:
    """These words stand in the sentence of the finding."""
    outcome = factlint_scene.outcome
    found = outcome.finding["message"]
    outcome.expect(holds(found, text), f"a finding that says “{text}”, not “{found}”")


@then("its working shows {text}", example='Then its working shows "4.18–4.62 mn barrels/day ÷ 36–40 %"')
def _working(factlint_scene: Scene, text: str) -> None:
    """These words stand in the calculation that the finding shows."""
    outcome = factlint_scene.outcome
    found = outcome.finding["working"]
    outcome.expect(holds(found, text), f"a working that shows “{text}”, not “{found or 'none'}”")


@then("it is shown with the reason {text}", example='Then it is shown with the reason "One terminal has one rate."')
def _because(factlint_scene: Scene, text: str) -> None:
    """The `because` of the rule stands under the finding."""
    outcome = factlint_scene.outcome
    found = outcome.finding["because"]
    outcome.expect(holds(found, text), f"the reason “{text}”, not “{found or 'none'}”")


@then(
    "it cannot be judged because {text}",
    "it is undetermined because {text}",
    "the rule is undetermined because {text}",
    example='Then it cannot be judged because "no exchange rate"',
)
def _undetermined(factlint_scene: Scene, text: str) -> None:
    """The finding is undetermined, and these words stand in its reason."""
    outcome = factlint_scene.outcome
    finding = outcome.finding
    outcome.expect(finding["verdict"] == "undetermined", f"a finding that is undetermined, not {finding['verdict']}")
    found = finding["reason"]["text"]
    outcome.expect(holds(found, text), f"the reason “{text}”, not “{found}”")


@then(
    "it is accepted because {text}",
    "the rule is accepted because {text}",
    example='Then it is accepted because "The blog names the seat of government."',
)
def _accepted(factlint_scene: Scene, text: str) -> None:
    """The finding is a known outlier, shown with this reason."""
    _expect_accepted(factlint_scene, text)


@then(
    "the rule {name} is accepted because {text}",
    example='Then the rule "one-city" is accepted because "The blog names the seat of government."',
)
def _rule_accepted(factlint_scene: Scene, name: str, text: str) -> None:
    """The finding of the rule of this name is a known outlier, shown with this reason."""
    factlint_scene.outcome.speak_of(name)
    _expect_accepted(factlint_scene, text)


def _expect_accepted(scene: Scene, text: str) -> None:
    __tracebackhide__ = True
    outcome = scene.outcome
    found = outcome.finding["accepted"]
    outcome.expect(found, "a finding that is accepted")
    outcome.expect(holds(found["because"], text), f"the reason “{text}”, not “{found['because']}”")


@then(
    "the finding is of severity {severity}",
    "the finding is a/an {severity}",
    example="Then the finding is of severity warning",
)
def _severity(factlint_scene: Scene, severity: str) -> None:
    """How much the finding weighs; an error fails the check, unless it is asked to be stricter or laxer."""
    outcome = factlint_scene.outcome
    found = outcome.finding["severity"]
    outcome.expect(found == severity, f"a finding of severity {severity}, not {found}")


@then("the finding is {age}", example="Then the finding is known")
def _known(factlint_scene: Scene, age: str) -> None:
    """`known`: it stood in the baseline, and does not count. `new`: it did not."""
    outcome = factlint_scene.outcome
    _with_baseline(factlint_scene)
    found = "known" if outcome.finding["known"] else "new"
    outcome.expect(found == age, f"a finding that is {age}, not {found}")


@then("there is/are {count} {age} finding(s)", example="Then there are no new findings")
def _count_known(factlint_scene: Scene, count: int, age: str) -> None:
    """So many findings of the rules given stood in the baseline (`known`), or did not and are not accepted (`new`)."""
    outcome = factlint_scene.outcome
    _with_baseline(factlint_scene)
    outcome.no_unexpected_mistake()
    told = outcome.own_findings
    found = sum(it["known"] if age == "known" else not (it["known"] or it["accepted"]) for it in told)
    outcome.expect(found == count, f"{counted(count, f'{age} finding')}, not {found}")


def _with_baseline(scene: Scene) -> None:
    if scene.baseline is None:
        raise AssertionError("nothing is known: write first: Given the findings so far are known")
