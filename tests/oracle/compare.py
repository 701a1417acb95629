"""Both words on the same corpus and rules, and where they differ."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import accumulate
from typing import Any

from tests.oracle.claims import read_claims
from tests.oracle.engine import engine_report
from tests.oracle.findings import Found
from tests.oracle.generator import Row
from tests.oracle.open_cases import Open
from tests.oracle.oracle import Outcome, judge
from tests.oracle.rules import Rule

TODAY = "2026-01-01"
"""For `until`: the generator draws days on either side of it."""


@dataclass(frozen=True)
class Difference:
    rule: Rule
    rows: tuple[Row, ...]
    what: str
    engine: Any
    oracle: Any

    def __str__(self) -> str:
        lines = [f"rule: {self.rule.file('r0')}", *(f"  {row}" for row in self.rows)]
        return "\n".join([*lines, f"  {self.what}: the engine says {self.engine}, the oracle {self.oracle}"])


@dataclass
class Comparison:
    pairs: int = 0
    left_open: int = 0
    differences: list[Difference] = field(default_factory=list)


def compare(rows: Sequence[Row], rules: Sequence[Rule]) -> Comparison:
    report = engine_report(rows, rules, today=TODAY)
    claims = read_claims(rows)
    results = {result["rule"]: result for result in report["rules"]}
    wrong = [
        f"{it['code']} {it['file']}:{it['line']} {it['message']}"
        for it in report["diagnostics"]
        if it["severity"] == "error"
    ]
    compared = Comparison()
    if any("corpus/" in it or it.startswith(("E2", "E4")) for it in wrong):
        compared.differences.append(Difference(rules[0], tuple(rows), "the corpus", wrong, "is sound"))
        return compared
    lines = list(accumulate((1 + len(rule.accepts) for rule in rules), initial=1))
    fails = False
    for number, rule in enumerate(rules):
        name = f"r{number}"
        if name not in results:
            mine = [it for it in wrong if f":{lines[number]} " in it]
            compared.differences.append(Difference(rule, tuple(rows), "the rule", mine, "is sound"))
            continue
        try:
            expected = judge(claims, rule, today=TODAY)
        except Open:
            compared.left_open += 1
            fails = fails or exits(report, name)
            continue
        fails = fails or expected.fails
        compared.pairs += 1
        findings = [it for it in report["findings"] if it["rule"] == name]
        difference = differs(results[name], findings, expected)
        if difference:
            compared.differences.append(Difference(rule, tuple(rows), *difference))
    if not compared.differences and report["exit"] != fails:
        compared.differences.append(Difference(rules[0], tuple(rows), "exit", report["exit"], int(fails)))
    return compared


def exits(report: dict[str, Any], name: str) -> bool:
    return any(it["rule"] == name and it["severity"] == "error" and it["accepted"] is None for it in report["findings"])


def differs(
    result: dict[str, Any], findings: Sequence[dict[str, Any]], expected: Outcome
) -> tuple[str, Any, Any] | None:
    if result["verdict"] != expected.verdict:
        return ("verdict", result["verdict"], expected.verdict)
    theirs = sorted(map(brief, findings))
    ours = sorted((it.verdict, it.accepted, sorted(it.claims)) for it in expected.findings)
    if theirs != ours:
        return ("findings", theirs, ours)
    for name in ("groups", "claims", "not_judged", "straddling"):
        counted = getattr(expected, name)
        if counted is not None and counted != result[name]:
            return (name, result[name], counted)
    thanks = {why: count for why, count in result["only_thanks_to"].items() if count}
    if expected.thanks is not None and thanks != expected.thanks:
        return ("only thanks to", thanks, dict(expected.thanks))
    if expected.nearest is not None:
        near_by = {it["claim"]: (it["nearest"], it["differs"]) for it in result["alone"]}
        if near_by != expected.nearest:
            return ("nearest", near_by, expected.nearest)
    if expected.alone is not None:
        alone = sorted({it["claim"] for it in result["alone"]})
        if alone != sorted(expected.alone):
            return ("alone", alone, sorted(expected.alone))
    for found in expected.findings:
        matching = [it for it in findings if brief(it) == (found.verdict, found.accepted, sorted(found.claims))]
        if not any(fits(it, found) for it in matching):
            told = [
                (it["group"], [camp["claims"] for camp in it["camps"]], it["neutral"], it["measured"])
                for it in matching
            ]
            return ("camps", told, (found.key, found.camps, found.neutral, found.measured))
    return None


def brief(finding: dict[str, Any]) -> tuple[str, bool, list[str]]:
    """Verdict and claims; of assertions on single claims, those at fault, and what they were held against."""
    claims = [claim["id"] for claim in finding["claims"]]
    if finding["assertion"].startswith(("agree with the median", "agree with those from")):
        claims = [it for it in claims if it not in finding["neutral"]]
    return (finding["verdict"], finding["accepted"] is not None, sorted(claims))


def fits(finding: dict[str, Any], found: Found) -> bool:
    if any(finding["group"].get(name) != told for name, told in found.key.items()):
        return False
    if any(not near(finding["measured"][name], told) for name, told in found.measured.items()):
        return False
    sources = {claim["id"]: set(claim["sources"]) for claim in finding["claims"]}
    if any(set(camp["sources"]) != set().union(*(sources[it] for it in camp["claims"])) for camp in finding["camps"]):
        return False
    if found.camps is None:
        return True
    theirs = [frozenset(camp["claims"]) for camp in finding["camps"]]
    weights = [(len(camp["sources"]), len(camp["claims"])) for camp in finding["camps"]]
    in_order = weights == sorted(weights, reverse=True)
    return in_order and set(theirs) == set(found.camps) and frozenset(finding["neutral"]) == found.neutral


def near(found: Any, told: Any) -> bool:
    """The report's numbers are floats."""
    return found is not None and abs(found - told) < 1e-9 if isinstance(told, float) else bool(found == told)


def shrink(difference: Difference) -> Difference:
    """Leaves out row after row, as long as the two still differ in the same respect."""
    smallest = difference
    shorter = True
    while shorter:
        shorter = False
        for index in range(len(smallest.rows)):
            rows = [row for number, row in enumerate(smallest.rows) if number != index]
            if not rows:
                continue
            found = [it for it in compare(rows, [smallest.rule]).differences if it.what == smallest.what]
            if found:
                smallest, shorter = found[0], True
                break
    return smallest
