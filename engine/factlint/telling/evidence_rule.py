"""The built-in rule `evidence`, which stands in no file: what it asks of a quote, and which quotes fall short."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from factlint.assertions.words import count
from factlint.corpus.claim import Claim, QuoteStatus
from factlint.evaluate.evidence import RULE, SEVERITIES
from factlint.evaluate.result import RuleResult
from factlint.telling.reach import verdict
from factlint.telling.rule import heading
from factlint.telling.sections import Line, Section, few, section

_MEANS = {
    QuoteStatus.VERIFIED: "the quote stands in the text and says the value",
    QuoteStatus.INFERRED: "the quote stands in the text, and a `reading` says why it means the value",
    QuoteStatus.UNSUPPORTED: "the quote stands in the text and does not say the value",
    QuoteStatus.MISSING: "the text does not hold the quote",
    QuoteStatus.AMBIGUOUS: "the quote occurs more than once, and nothing pins one",
    QuoteStatus.TEXT_CHANGED: "the text is not the one that the document's `sha256` pins",
    QuoteStatus.NOT_HELD: "the text is not held here, so nothing is judged",
    QuoteStatus.NONE: "the claim has no quote",
}


def told(result: RuleResult, claims: Sequence[Claim]) -> Iterator[Section]:
    """`result` is what judging the rule on these claims yields."""
    yield heading(RULE)
    yield section("what a quote may be", *(_status(status) for status in QuoteStatus))
    yield section("on this corpus", Line(verdict(result), label="verdict"), *_counted(claims))


def _status(status: QuoteStatus) -> Line:
    severity = SEVERITIES.get(status)
    weight = f"; {severity}" if severity else ""
    return Line(f"{_MEANS[status]}{weight}", label=_name(status))


def _counted(claims: Sequence[Claim]) -> Iterator[Line]:
    counted = Counter(claim.evidence.status for claim in claims)
    for status in QuoteStatus:
        if counted[status]:
            found = [claim.id for claim in claims if claim.evidence.status is status]
            wrong = f": {few(found, 10)}" if status in SEVERITIES else ""
            yield Line(f"{count(counted[status], 'claim')}{wrong}", label=_name(status))


def _name(status: QuoteStatus) -> str:
    return status.value.replace("_", " ")
