"""Both words on the same corpus and rules, and where they differ."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from tests.oracle.claims import Found, Open, read_claim
from tests.oracle.engine import engine_report
from tests.oracle.generator import Row
from tests.oracle.oracle import Outcome, judge
from tests.oracle.rules import Rule


@dataclass(frozen=True)
class Difference:
    rule: Rule
    rows: tuple[Row, ...]
    what: str
    engine: Any
    oracle: Any

    def __str__(self) -> str:
        lines = [f"rule: {self.rule.text()}", *(f"  {row}" for row in self.rows)]
        return "\n".join([*lines, f"  {self.what}: the engine says {self.engine}, the oracle {self.oracle}"])


@dataclass
class Comparison:
    pairs: int = 0
    left_open: int = 0
    differences: list[Difference] = field(default_factory=list)


def compare(rows: Sequence[Row], rules: Sequence[Rule]) -> Comparison:
    report = engine_report(rows, rules)
    claims = [read_claim(row) for row in rows]
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
    for number, rule in enumerate(rules):
        name = f"r{number}"
        if name not in results:
            mine = [it for it in wrong if f":{number + 1} " in it]
            compared.differences.append(Difference(rule, tuple(rows), "the rule", mine, "is sound"))
            continue
        try:
            expected = judge(claims, rule)
        except Open:
            compared.left_open += 1
            continue
        compared.pairs += 1
        findings = [it for it in report["findings"] if it["rule"] == name]
        difference = differs(results[name], findings, expected)
        if difference:
            compared.differences.append(Difference(rule, tuple(rows), *difference))
    return compared


def differs(
    result: dict[str, Any], findings: Sequence[dict[str, Any]], expected: Outcome
) -> tuple[str, Any, Any] | None:
    if result["verdict"] != expected.verdict:
        return ("verdict", result["verdict"], expected.verdict)
    theirs = sorted(map(brief, findings))
    ours = sorted((it.verdict, sorted(it.claims)) for it in expected.findings)
    if theirs != ours:
        return ("findings", theirs, ours)
    for name in ("groups", "claims"):
        counted = getattr(expected, name)
        if counted is not None and counted != result[name]:
            return (name, result[name], counted)
    if expected.alone is not None:
        alone = sorted({it["claim"] for it in result["alone"]})
        if alone != sorted(expected.alone):
            return ("alone", alone, sorted(expected.alone))
    for found in expected.findings:
        matching = [it for it in findings if brief(it) == (found.verdict, sorted(found.claims))]
        if not any(fits(it, found) for it in matching):
            told = [(it["group"], [camp["claims"] for camp in it["camps"]], it["neutral"]) for it in matching]
            return ("camps", told, (found.key, found.camps, found.neutral))
    return None


def brief(finding: dict[str, Any]) -> tuple[str, list[str]]:
    """Verdict and claims; of assertions on single claims, those at fault, and what they were held against."""
    claims = [claim["id"] for claim in finding["claims"]]
    if finding["assertion"].startswith(("agree with the median", "agree with those from")):
        claims = [it for it in claims if it not in finding["neutral"]]
    return (finding["verdict"], sorted(claims))


def fits(finding: dict[str, Any], found: Found) -> bool:
    if any(finding["group"].get(name) != told for name, told in found.key.items()):
        return False
    if found.camps is None:
        return True
    theirs = [frozenset(camp["claims"]) for camp in finding["camps"]]
    weights = [(len(camp["sources"]), len(camp["claims"])) for camp in finding["camps"]]
    in_order = weights == sorted(weights, reverse=True)
    return in_order and set(theirs) == set(found.camps) and frozenset(finding["neutral"]) == found.neutral


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
