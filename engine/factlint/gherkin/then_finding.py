"""What a finding says: who stands against whom, by how much, on whose word."""

from __future__ import annotations

from itertools import combinations

from factlint.gherkin.amounts import reads_as, same_number
from factlint.gherkin.outcome import has_value, holds, quote, sets
from factlint.gherkin.scene import Scene
from factlint.gherkin.steps import then


@then("the claims {names} disagree", example='Then the claims "gazette" and "radio" disagree')
def _disagree(factlint_scene: Scene, names: list[str]) -> None:
    """Each of these claims stands on another side of a finding than each other."""
    outcome = factlint_scene.outcome
    for one, other in combinations(map(outcome.claim, names), 2):
        outcome.expect(outcome.opposed(one.id, other.id), f"“{one.id}” and “{other.id}” to disagree")


@then("the claims {names} agree", example='Then the claims "gazette" and "radio" agree')
def _agree(factlint_scene: Scene, names: list[str]) -> None:
    """They were compared, and no two of them stand on two sides of a finding."""
    outcome = factlint_scene.outcome
    alone = {it["claim"] for it in outcome.rule["alone"]}
    for claim in map(outcome.claim, names):
        outcome.expect(claim.id not in alone, f"“{claim.id}” to be compared, not to stand alone")
    outcome.expect(outcome.rule["groups"], "a group that was judged")
    for one, other in combinations(names, 2):
        outcome.expect(not outcome.opposed(one, other), f"“{one}” and “{other}” to agree")


@then(
    "{names} stand(s) against {sides}",
    example='Then "bne-city" stands against "hot-air-city" and "patriotfetch-city"',
)
def _sides(factlint_scene: Scene, names: list[str], sides: list[list[str]]) -> None:
    """The finding has exactly these sides, with exactly these claims. A third one: `…, and against "lantern"`."""
    outcome = factlint_scene.outcome
    found = [camp["claims"] for camp in outcome.finding["camps"]]
    wanted, said = (" against ".join(map(quote, each)) for each in ([names, *sides], found))
    outcome.expect(sets(found) == sets([names, *sides]), f"{wanted}, not {said or 'no sides'}")


@then("{names} take(s) no side", example='Then "lantern" takes no side')
def _neutral(factlint_scene: Scene, names: list[str]) -> None:
    """Exactly these claims of the finding agree with every other."""
    outcome = factlint_scene.outcome
    found = outcome.finding["neutral"]
    outcome.expect(set(found) == set(names), f"{quote(names)} to take no side, not {quote(found)}")


@then("they disagree by {amount}", example="Then they disagree by 39.5 %")
def _gap(factlint_scene: Scene, amount: str) -> None:
    """The gap of the finding, rounded to the digits given: in percent of the larger end where the tolerance is one, else
    in the property's unit.
    """
    _expect_gap(factlint_scene, amount)


@then(
    "they disagree by {amount}, where {amount2} is/are allowed",
    example="Then they disagree by 39.5 %, where 10 % is allowed",
)
def _gap_allowed(factlint_scene: Scene, amount: str, amount2: str) -> None:
    """The same, and how much the rule allows."""
    _expect_gap(factlint_scene, amount)
    outcome = factlint_scene.outcome
    measured = outcome.finding["measured"]
    outcome.expect(
        same_number(measured["allowed"], amount2, measured["unit"]),
        f"{amount2} to be allowed, not {measured['allowed']} {measured['unit'] or ''}".rstrip(),
    )


def _expect_gap(scene: Scene, amount: str) -> None:
    __tracebackhide__ = True
    outcome = scene.outcome
    measured = outcome.finding["measured"]
    outcome.expect(measured and measured["kind"] == "gap", "a finding that measures a gap")
    outcome.expect(
        reads_as(measured["found"], measured["unit"], amount),
        f"a gap of {amount}, not of {measured['found']} {measured['unit'] or ''}".rstrip(),
    )


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


@then(
    "the finding names the outlet(s) {names}", example='Then the finding names the outlets "Hot Air" and "PatriotFetch"'
)
def _outlets(factlint_scene: Scene, names: list[str]) -> None:
    """The claims of the finding are from these outlets and no other."""
    outcome = factlint_scene.outcome
    found = {it["outlet"] for it in outcome.finding["claims"] if it["outlet"]}
    outcome.expect(found == set(names), f"a finding on {quote(names)}, not on {quote(sorted(found))}")


@then("the finding quotes {text}", example='Then the finding quotes "nearly 40% of its oil exports"')
def _quotes(factlint_scene: Scene, text: str) -> None:
    """One of its claims is shown with this quote."""
    outcome = factlint_scene.outcome
    found = [it["quote"] for it in outcome.finding["claims"] if it["quote"]]
    outcome.expect(text in found, f"the quote “{text}”, not {quote(found)}")


@then(
    "the finding attributes {name} to {name2}",
    example='Then the finding attributes "hot-air-tomahawks" to "Donald Trump"',
)
def _speaker(factlint_scene: Scene, name: str, name2: str) -> None:
    """The claim is shown as what this speaker said."""
    outcome = factlint_scene.outcome
    found = outcome.entry(name)["speaker"]
    outcome.expect(found == name2, f"“{name}” to be {name2}'s, not {found or 'nobody'}'s")


@then("the finding rests on {count} independent source(s)", example="Then the finding rests on 2 independent sources")
def _source_count(factlint_scene: Scene, count: int) -> None:
    """So many sources stand behind all claims of the finding together."""
    outcome = factlint_scene.outcome
    found = _sources(outcome.finding["claims"])
    outcome.expect(len(found) == count, f"{count} independent sources, not {len(found)}: {quote(sorted(found))}")


@then("the finding rests on the source(s) {names}", example='Then the finding rests on the source "Reuters"')
def _source_names(factlint_scene: Scene, names: list[str]) -> None:
    """These sources, and no other, stand behind all claims of the finding together."""
    outcome = factlint_scene.outcome
    found = _sources(outcome.finding["claims"])
    outcome.expect(found == set(names), f"the sources {quote(names)}, not {quote(sorted(found))}")


def _sources(claims: list[dict[str, list[str]]]) -> set[str]:
    return {source for claim in claims for source in claim["sources"]}


@then(
    "the side of {name} rests on the source(s) {names}",
    example='Then the side of "hot-air-city" rests on the sources "Axios" and "PatriotFetch"',
)
def _side_sources(factlint_scene: Scene, name: str, names: list[str]) -> None:
    """These sources, and no other, stand behind the side on which this claim is."""
    outcome = factlint_scene.outcome
    found = outcome.side(name)["sources"]
    outcome.expect(set(found) == set(names), f"the sources {quote(names)} behind “{name}”, not {quote(found)}")


@then("the finding counts {count} unnamed source(s)", example="Then the finding counts 1 unnamed source")
def _unnamed(factlint_scene: Scene, count: int) -> None:
    """So many in the chains behind its claims go without a name ("U.S. official")."""
    outcome = factlint_scene.outcome
    found = outcome.finding["unnamed_sources"]
    outcome.expect(found == count, f"{count} unnamed sources, not {found}")


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


@then("it cannot be judged because {text}", example='Then it cannot be judged because "no exchange rate"')
def _undetermined(factlint_scene: Scene, text: str) -> None:
    """The finding is undetermined, and these words stand in its reason."""
    outcome = factlint_scene.outcome
    finding = outcome.finding
    outcome.expect(finding["verdict"] == "undetermined", f"a finding that is undetermined, not {finding['verdict']}")
    found = finding["reason"]["text"]
    outcome.expect(holds(found, text), f"the reason “{text}”, not “{found}”")


@then("it is accepted because {text}", example='Then it is accepted because "The blog names the seat of government."')
def _accepted(factlint_scene: Scene, text: str) -> None:
    """The finding is a known outlier, shown with this reason."""
    outcome = factlint_scene.outcome
    found = outcome.finding["accepted"]
    outcome.expect(found, "a finding that is accepted")
    outcome.expect(holds(found["because"], text), f"the reason “{text}”, not “{found['because']}”")


@then("the finding is of severity {severity}", example="Then the finding is of severity warning")
def _severity(factlint_scene: Scene, severity: str) -> None:
    """How much the finding weighs; an error fails the check, unless it is asked to be stricter or laxer."""
    outcome = factlint_scene.outcome
    found = outcome.finding["severity"]
    outcome.expect(found == severity, f"a finding of severity {severity}, not {found}")
