"""What came of rules, in the words of a reference page: `violated: c1 against c2 — alone: c3`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from factlint.evaluate.result import RuleResult
from factlint.report import Report


def shortfall(told: Sequence[str], report: Report) -> list[str]:
    """Every line of a page that is not so, with what is; and what the page keeps silent about."""
    results = [it for it in report.results if not it.builtin]
    mistakes = [f"{it.code} {it.message}" for it in report.diagnostics if it.severity == "error"]
    judgements = [found.judgement for result in results for found in result.findings]
    apart = [f"{it.claim.id} {it.words}" for result in results for it in result.alone]
    wrong = []
    for line in told:
        word, _, text = line.partition(": ")
        match word:
            case "says":
                wrong += _unsaid(line, text, [it.message for it in judgements])
            case "working":
                wrong += _unsaid(line, text, [it.working for it in judgements])
            case "apart":
                wrong += _unsaid(line, text, apart)
            case "mistake":
                wrong += _unsaid(line, text, mistakes)
                mistakes = [it for it in mistakes if it != text]
            case _:
                wrong += _mistold(line, results.pop(0)) if results else [f"{line}\n  but no rule is left"]
    wrong += [f"untold: {it.rule.sentence}: {_outcome(it)} {_remarks(it)}" for it in results]
    return [*wrong, *(f"untold: {it}" for it in mistakes)]


def _unsaid(line: str, text: str, found: Sequence[str | None]) -> list[str]:
    return [] if text in found else [f"{line}\n  but {found}"]


def _mistold(line: str, result: RuleResult) -> list[str]:
    """A verdict is told in full; of the remarks, those that a page does not make are not looked at."""
    told, *rest = line.split(" — ")
    remarks = _remarks(result)
    made = dict(remark.split(": ", maxsplit=1) for remark in rest)
    if told == _outcome(result) and all(remarks.get(key) == text for key, text in made.items()):
        return []
    return [f"{line}\n  but {_outcome(result)} {remarks}: {result.rule.sentence}"]


def _outcome(result: RuleResult) -> str:
    said = str(result.verdict).replace("_", " ")
    camps = [
        " against ".join(", ".join(entry.id for entry in camp.entries) for camp in finding.camps)
        for finding in result.findings
    ]
    return f"{said}: {'; '.join(camps)}" if camps else said


def _remarks(result: RuleResult) -> Mapping[str, str]:
    neutral = [entry.id for finding in result.findings for entry in finding.judgement.neutral]
    thanks = [reason for reason, count in result.only_thanks_to.items() if count]
    return {
        "neutral": ", ".join(neutral),
        "only thanks to": " and ".join(thanks),
        "alone": ", ".join(it.claim.id for it in result.alone),
        "not judged": str(result.not_judged),
        "straddling": str(result.straddling),
    }
