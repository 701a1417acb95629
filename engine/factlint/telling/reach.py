"""How much of a corpus a rule reaches: what it read, judged and left aside, and why."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factlint.assertions import name_of
from factlint.assertions.words import count
from factlint.corpus.claim import Claim
from factlint.corpus.vocabulary import Vocabulary
from factlint.evaluate.result import Alone, RuleResult
from factlint.evaluate.scope import speaks_of
from factlint.evaluate.trace import Comparison, Trace, comparison
from factlint.language.model import Accept, NotShareValue, Rule
from factlint.telling.sections import Line, few, joined

LONE = 10
"""Claims that stand alone and are told one by one; the rest are counted."""

_COMPARED: dict[Comparison, tuple[str, str]] = {
    "pair": ("pair of claims compared", "pairs of claims compared"),
    "claim": ("claim held against the rule", "claims held against the rule"),
    "reference": ("claim held against the others", "claims held against the others"),
    "sum": ("sum formed", "sums formed"),
    "combination": ("combination of claims computed", "combinations of claims computed"),
}


def reach(trace: Trace, result: RuleResult, accepts: Sequence[Accept], vocabulary: Vocabulary) -> Iterator[Line]:
    """`result` is the trace's own once `accepts` are applied to it."""
    yield Line(f"{count(len(trace.reads), 'claim')}{ids_after(trace.reads)}", label="reads")
    if trace.left_out:
        words = [f"{len(claims)} {word}{ids_after(claims)}" for word, claims in trace.left_out.items()]
        yield Line(f"by default {'; '.join(words)}", label="leaves out")
    yield Line(judged(trace, result), label="judges")
    yield Line(verdict(result), label="verdict")
    for held in result.thanks_words[:LONE]:
        yield Line(held, label="holds though")
    for accepted in _accepting(trace.rule, accepts):
        yield Line(accepted, label="accepts")
    yield from lone(result.alone)
    if result.straddling:
        verb = "straddles" if result.straddling == 1 else "straddle"
        yield Line(
            f"{count(result.straddling, 'claim')} {verb} a date of the rule, neither in nor out", label="between"
        )
    yield from not_judged(trace, vocabulary)


def ids_after(claims: Sequence[Claim]) -> str:
    return f" ({few([claim.id for claim in claims])})" if claims else ""


def judged(trace: Trace, result: RuleResult) -> str:
    """Groups, claims, and how many comparisons that is for each assertion."""
    if not result.groups:
        return "nothing: no claim is comparable with another" if trace.reads else "nothing: no claim is selected"
    counted = []
    for check, number in trace.comparisons.items():
        words = count(number, *_COMPARED[comparison(trace.rule, check)])
        counted.append(f"{words} for `{name_of(check.assertion)}`" if len(trace.comparisons) > 1 else words)
    return f"{count(result.groups, 'group')}, {count(result.claims, 'claim')}; {joined(counted)}"


def verdict(result: RuleResult) -> str:
    words = [result.verdict.replace("_", " ")]
    accepted = sum(finding.accepted is not None for finding in result.findings)
    still_open = len(result.findings) - accepted
    words += [count(still_open, "finding")] if still_open else []
    words += [f"{accepted} accepted"] if accepted else []
    for reason, number in result.only_thanks_to.items():
        if number:
            article = "" if reason == "precision" else "a "
            words.append(f"{count(number, 'group')} only thanks to {article}{reason}")
    return ", ".join(words)


def _accepting(rule: Rule, accepts: Sequence[Accept]) -> Iterator[str]:
    for accept in accepts:
        if accept.rule.casefold() == rule.name.casefold():
            until = f", until {accept.until.text}" if accept.until else ""
            yield f"{joined(accept.claims) or 'every finding'}: {accept.because}{until}"


def lone(found: Sequence[Alone]) -> Iterator[Line]:
    """Each claim that no other is comparable with, and the nearest."""
    for alone in found[:LONE]:
        yield Line(lone_words(alone), label="alone")
    if len(found) > LONE:
        yield Line(f"and {count(len(found) - LONE, 'more claim')}", label="alone")


def lone_words(alone: Alone) -> str:
    if alone.nearest is None:
        return f"{alone.claim.id}: no other claim is near"
    return f"{alone.claim.id}: {alone.words} (nearest: {alone.nearest.id})"


def not_judged(trace: Trace, vocabulary: Vocabulary) -> Iterator[Line]:
    """Claims that were chosen and no assertion could speak of, by reason; then groups that lack a part."""
    reasons: dict[str, list[Claim]] = {}
    for claim in trace.idle:
        reasons.setdefault(_why_idle(trace, claim, vocabulary), []).append(claim)
    for reason, claims in reasons.items():
        yield Line(f"{count(len(claims), 'claim')}{ids_after(claims)}: {reason}", label="not judged")
    for note in trace.result.notes:
        yield Line(note, label="not judged")


def _why_idle(trace: Trace, claim: Claim, vocabulary: Vocabulary) -> str:
    name = claim.property.name
    mute = [it for it in trace.rule.checks if not speaks_of(it.assertion, claim, vocabulary.properties)]
    if mute and claim.property.many:
        return f"several values of {name} hold at once, so that two differ means nothing"
    if mute:
        return f"`{name_of(mute[0].assertion)}` cannot speak of a {claim.property.kind}, which {name} is"
    if claim.stance == "denies":
        return "denied claims are compared by `not contradict` alone"
    if any(isinstance(it.assertion, NotShareValue) for it in trace.rule.checks):
        return "what is hedged or vague has no value that it could share"
    return f"`{name_of(trace.rule.checks[0].assertion)}` cannot speak of such a value"
