"""Who stands against whom, by how much, and on whose word."""

from __future__ import annotations

from itertools import combinations

from factlint.gherkin.amounts import reads_as, same_number
from factlint.gherkin.expectation import counted, quote, sets
from factlint.gherkin.outcome import JSON
from factlint.gherkin.scene import Scene
from factlint.gherkin.steps import then


@then(
    "the claims {names} disagree",
    "the claims {names} contradict each other",
    example='Then the claims "gazette" and "radio" disagree',
)
def _disagree(factlint_scene: Scene, names: list[str]) -> None:
    """Each of these claims stands on another side of a finding than each other. Where it is one finding, the steps after
    speak of it.
    """
    _expect_disagreement(factlint_scene, names)


def _expect_disagreement(scene: Scene, names: list[str]) -> None:
    __tracebackhide__ = True
    outcome = scene.outcome
    outcome.focus = None
    shared = outcome.findings
    for one, other in combinations(map(outcome.claim, names), 2):
        found = outcome.opposing(one.id, other.id)
        outcome.expect(found, f"“{one.id}” and “{other.id}” to disagree")
        shared = [it for it in shared if it in found]
    outcome.single_out(shared)


@then(
    "the claims {names} disagree by {amount}", example='Then the claims "gazette" and "radio" disagree by 240 hectares'
)
def _disagree_by(factlint_scene: Scene, names: list[str], amount: str) -> None:
    """Each of these claims stands on another side of a finding than each other, and the finding has this gap."""
    _expect_disagreement(factlint_scene, names)
    _expect_gap(factlint_scene, amount)


@then("the outlets {names} disagree", example='Then the outlets "Harbour Gazette" and "Radio Haven" disagree')
def _outlets_disagree(factlint_scene: Scene, names: list[str]) -> None:
    """A claim of each of these outlets stands on another side of a finding than one of each other."""
    outcome = factlint_scene.outcome
    outcome.focus = None
    shared = outcome.findings
    for one, other in combinations(names, 2):
        pairs = [(left, right) for left in outcome.of(one) for right in outcome.of(other)]
        found = [it for left, right in pairs for it in outcome.opposing(left, right)]
        outcome.expect(found, f"“{one}” and “{other}” to disagree")
        shared = [it for it in shared if it in found]
    outcome.single_out(shared)


@then("the claims {names} agree", example='Then the claims "gazette" and "radio" agree')
def _agree(factlint_scene: Scene, names: list[str]) -> None:
    """They were compared, and no two of them stand on two sides of a finding."""
    outcome = factlint_scene.outcome
    alone = {it["claim"] for it in outcome.rule["alone"]}
    for claim in map(outcome.claim, names):
        outcome.expect(claim.id not in alone, f"“{claim.id}” to be compared, not to stand alone")
    outcome.expect(outcome.rule["groups"], "a group that was judged")
    for one, other in combinations(names, 2):
        outcome.expect(not outcome.opposing(one, other), f"“{one}” and “{other}” to agree")


@then(
    "{names} stand(s) against {sides}",
    example='Then "bne-city" stands against "hot-air-city" and "patriotfetch-city"',
)
def _sides(factlint_scene: Scene, names: list[str], sides: list[list[str]]) -> None:
    """The finding has exactly these sides, with exactly these claims. A third one: `…, and against "lantern"`."""
    outcome = factlint_scene.outcome
    alike = [it for it in outcome.findings if _camps(it) == sets([names, *sides])]
    if len(alike) == 1:
        outcome.single_out(alike)
        return
    found = [camp["claims"] for camp in outcome.finding["camps"]]
    wanted, said = (" against ".join(map(quote, each)) for each in ([names, *sides], found))
    outcome.expect(sets(found) == sets([names, *sides]), f"{wanted}, not {said or 'no sides'}")


def _camps(finding: JSON) -> set[frozenset[str]]:
    return sets(camp["claims"] for camp in finding["camps"])


@then("{names} take(s) no side", example='Then "lantern" takes no side')
def _neutral(factlint_scene: Scene, names: list[str]) -> None:
    """Exactly these claims of the finding agree with every other."""
    outcome = factlint_scene.outcome
    found = outcome.finding["neutral"]
    outcome.expect(set(found) == set(names), f"{quote(names)} to take no side, not {quote(found)}")


@then(
    "they disagree by {amount}",
    "the difference is {amount}",
    "they are {amount} apart",
    example="Then they disagree by 39.5 %",
)
def _gap(factlint_scene: Scene, amount: str) -> None:
    """The gap of the finding, rounded to the digits given: in percent of the larger end where the tolerance is one, else
    in any unit of its kind.
    """
    _expect_gap(factlint_scene, amount)


@then(
    "they disagree by {amount}, where {amount2} is/are allowed",
    "the difference is {amount}, where {amount2} is/are allowed",
    example="Then they disagree by 39.5 %, where 10 % is allowed",
)
def _gap_allowed(factlint_scene: Scene, amount: str, amount2: str) -> None:
    """The gap of the finding, rounded to the digits given, and exactly how much the rule allows."""
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


@then(
    "the finding names the outlet(s) {names}", example='Then the finding names the outlets "Hot Air" and "PatriotFetch"'
)
def _outlets(factlint_scene: Scene, names: list[str]) -> None:
    """The claims of the finding are from these outlets and no other."""
    outcome = factlint_scene.outcome
    found = {it["outlet"] for it in outcome.finding["claims"] if it["outlet"]}
    outcome.expect(found == set(names), f"a finding on {quote(names)}, not on {quote(sorted(found))}")


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
    outcome.expect(
        len(found) == count, f"{counted(count, 'independent source')}, not {len(found)}: {quote(sorted(found))}"
    )


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
    outcome.expect(found == count, f"{counted(count, 'unnamed source')}, not {found}")
