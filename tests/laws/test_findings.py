"""What a finding is: camps by their definition, verdicts of several assertions, and what is accepted."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from itertools import combinations
from random import Random

from hypothesis import given

from factlint.assertions.finding import Entry
from factlint.evaluate.result import Finding, RuleResult
from factlint.language import model as m
from factlint.quantities.values import Name, Truth
from tests.laws.models import changed, only
from tests.laws.profile import law
from tests.laws.worlds import Read, World, judged, read, seeds, told_finding, worlds

ORDER = ("violated", "undetermined", "accepted", "satisfied", "not_applicable")
"""A verdict is the first of these that fits."""


# --- Camps -----------------------------------------------------------------------------------------------------------


def pairwise(rule: m.Rule) -> bool:
    """Rules that hold each claim of a group against each other one, and nothing else."""
    return len(rule.checks) == 1 and isinstance(rule.checks[0].assertion, m.Agree | m.NotContradict)


def of_two(it: Read, finding: Finding, one: Entry, other: Entry) -> str:
    """What is found of two claims by themselves, with no other in the corpus: violated, undetermined, or nothing."""
    (result,) = judged(it, model=m.Model((finding.rule,)), claims=[one.claim, other.claim])
    found = [each.verdict for each in result.findings if (each.assertion, each.key) == (finding.assertion, finding.key)]
    return found[0] if found else ""


def by_lower_end(entry: Entry) -> tuple[bool, object, str]:
    """`by lower end (names by entity) and claim id`; an end without a bound comes first."""
    match entry.value:
        case Name() as name:
            return (True, name.key, entry.id)
        case Truth() as truth:
            return (True, truth.truth, entry.id)
        case _:
            interval = entry.interval()
            assert interval is not None
            return (interval.low is not None, interval.low or 0, entry.id)


def expected(members: list[Entry], apart: set[frozenset[str]]) -> tuple[set[frozenset[str]], set[str]]:
    """Camps and neutral claims as the reference defines them."""
    neutral = {it.id for it in members if not any(it.id in pair for pair in apart)}
    camps: list[list[Entry]] = []
    for entry in sorted((it for it in members if it.id not in neutral), key=by_lower_end):
        home = next((camp for camp in camps if all({entry.id, it.id} not in apart for it in camp)), None)
        if home is None:
            camps.append([entry])
        else:
            home.append(entry)
    return {frozenset(it.id for it in camp) for camp in camps}, neutral


@law
@given(worlds())
def test_camps_agree_within_themselves_and_follow_their_definition(world: World) -> None:
    it = read(world)
    for result in judged(it, model=only(it.model, pairwise)):
        for finding in result.findings:
            members = list(finding.entries)
            pairs = {frozenset({a.id, b.id}): of_two(it, finding, a, b) for a, b in combinations(members, 2)}
            if "undetermined" in pairs.values():
                continue  # whether two agree that cannot be compared is not said
            apart = {pair for pair, found in pairs.items() if found}
            camps, neutral = expected(members, apart)
            assert {frozenset(entry.id for entry in camp.entries) for camp in finding.camps} == camps
            assert {entry.id for entry in finding.judgement.neutral} == neutral


@law
@given(worlds())
def test_camps_are_shown_by_sources_and_then_by_claims(world: World) -> None:
    it = read(world)
    for result in judged(it, model=only(it.model, pairwise)):
        for finding in result.findings:
            if finding.verdict == "violated" and finding.judgement.joining is not None:
                sizes = [(len(camp.sources), len(camp.entries)) for camp in finding.camps]
                assert sizes == sorted(sizes, reverse=True)


# --- Several assertions ----------------------------------------------------------------------------------------------


@law
@given(worlds())
def test_each_assertion_of_a_rule_is_judged_on_its_own(world: World) -> None:
    it = read(world)
    several = replace(it.model, rules=tuple(rule for rule in it.model.rules if len(rule.checks) > 1))
    for result in judged(it, model=several):
        parts = [part for check in result.rule.checks for part in alone(it, several, result.rule, check)]
        assert result.verdict == min((part.verdict for part in parts), key=ORDER.index)
        findings = Counter(told_finding(finding) for part in parts for finding in part.findings)
        assert Counter(map(told_finding, result.findings)) == findings
        assert max(part.groups for part in parts) <= result.groups <= sum(part.groups for part in parts)
        assert max(part.claims for part in parts) <= result.claims <= sum(part.claims for part in parts)


def alone(it: Read, model: m.Model, rule: m.Rule, check: m.Check) -> tuple[RuleResult, ...]:
    return judged(it, model=replace(model, rules=(replace(rule, checks=(check,)),)))


# --- What is accepted ------------------------------------------------------------------------------------------------


def with_more(it: Read, random: Random) -> m.Model:
    """Besides what the file accepts, some claims for half of its rules."""
    ids = [claim.id for claim in it.claims]
    more = [
        m.Accept(
            rule=rule.name,
            claims=tuple(random.sample(ids, random.randint(1, len(ids)))),
            because="known",
            source=rule.source,
            span=rule.span,
        )
        for rule in it.model.rules
        if rule.named and ids and random.random() < 0.5
    ]
    return replace(it.model, accepts=(*it.model.accepts, *more))


def set_aside(finding: Finding, accepts: list[m.Accept]) -> bool:
    """Surely accepted: each of its claims is set aside, and so whatever is at fault in it."""
    lasting = [accept for accept in accepts if accept.until is None]
    named = {claim for accept in lasting for claim in accept.claims}
    return any(not it.claims for it in lasting) or (
        bool(finding.entries) and {entry.id for entry in finding.entries} <= named
    )


@law
@given(worlds(), seeds)
def test_accepting_changes_no_other_finding(world: World, seed: int) -> None:
    it = read(world)
    bare, model = replace(it.model, accepts=()), with_more(it, Random(seed))
    for before, after in zip(judged(it, model=bare), judged(it, model=model), strict=True):
        mine = [accept for accept in model.accepts if accept.rule == before.rule.name and before.rule.named]
        assert [replace(told_finding(finding), accepted="") for finding in after.findings] == [
            told_finding(finding) for finding in before.findings
        ]
        for finding in after.findings:
            if finding.accepted is not None:
                assert finding.accepted in mine
                named = {claim for accept in mine for claim in accept.claims}
                assert not finding.accepted.claims or named & {entry.id for entry in finding.entries}
        assert all(finding.accepted for finding in after.findings if set_aside(finding, mine))
        standing = {finding.verdict for finding in after.findings if finding.accepted is None}
        left = next((verdict for verdict in ORDER if verdict in standing), "accepted")
        assert after.verdict == (left if after.findings else before.verdict)
        assert (after.groups, after.claims, after.alone) == (before.groups, before.claims, before.alone)


@law
@given(worlds())
def test_accepting_a_rule_as_a_whole_accepts_each_of_its_findings(world: World) -> None:
    it = read(world)
    named = replace(it.model, rules=tuple(rule for rule in it.model.rules if rule.named))
    accepts = tuple(
        m.Accept(rule=rule.name, because="known", source=rule.source, span=rule.span) for rule in named.rules
    )
    for result in judged(it, model=replace(changed(named, lambda rule: rule), accepts=accepts)):
        assert all(finding.accepted is not None for finding in result.findings)
        assert result.verdict in {"accepted", "satisfied", "not_applicable"}
