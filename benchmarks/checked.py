"""Is what a program printed the right answer? Only then does its time count."""

from __future__ import annotations

import json
from collections import Counter
from typing import Any

from benchmarks.answers import FIRST, Answer, Answers, from_json, group_name

FEW = 50_000
"""Up to so many findings factlint is asked to print all of; beyond, its summary and verdicts are held against the answers."""


def rival_is_wrong(out: bytes, wanted: Answers) -> str | None:
    """What is wrong with the answers of a hand-written program; None: nothing."""
    return _difference(from_json(out.decode()), wanted)


def factlint_is_wrong(out: bytes, wanted: Answers) -> str | None:
    """What is wrong with a JSON report: counts and names where it holds every finding, else counts and verdicts."""
    report = json.loads(out)
    if report["diagnostics"]:
        first = report["diagnostics"][0]
        return f"{len(report['diagnostics'])} diagnostics; {first['code']}: {first['message']}"
    total = sum(answer.violated for answer in wanted.values())
    if report["summary"]["findings"] != total:
        return f"{report['summary']['findings']} findings, expected {total}"
    verdicts = {rule["rule"]: rule["verdict"] for rule in report["rules"]}
    for rule, answer in wanted.items():
        if (verdicts.get(rule) == "violated") != (answer.violated > 0):
            return f"{rule} is {verdicts.get(rule)}, expected {answer.violated} violations"
    if len(report["findings"]) == total:
        named = any(answer.first for answer in wanted.values())
        return _difference(_answers(report, list(wanted), named=named), wanted)
    return None


def _answers(report: dict[str, Any], rules: list[str], *, named: bool) -> dict[str, Answer]:
    groups: dict[str, list[str]] = {rule: [] for rule in rules}
    for finding in report["findings"]:
        if finding["verdict"] == "violated":
            key = finding["group"]
            cell = (key["subject"], key.get("product", ""), key.get("month", ""))
            groups[finding["rule"]].append(group_name(key.get("property", ""), *cell))
    return {rule: Answer(len(names), tuple(sorted(names)[:FIRST]) if named else ()) for rule, names in groups.items()}


def _difference(found: Answers, wanted: Answers) -> str | None:
    if found.keys() != wanted.keys():
        return f"answers to {', '.join(found)}; expected {', '.join(wanted)}"
    wrong = Counter({rule: found[rule].violated - answer.violated for rule, answer in wanted.items()})
    for rule, by in wrong.items():
        if by:
            return f"{rule}: {found[rule].violated} violations, expected {wanted[rule].violated}"
    for rule, answer in wanted.items():
        if found[rule].first != answer.first:
            return f"{rule}: the groups named are {', '.join(found[rule].first)}; expected {', '.join(answer.first)}"
    return None
