"""The built-in rule `evidence` on a table: counted by status, the first listed."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from factlint.corpus.claim import QuoteStatus
from factlint.corpus.reader import Corpus
from factlint.evaluate.evidence import SEVERITIES, judge_evidence
from factlint.evaluate.result import RuleResult
from factlint.language.model import Severity
from factlint.table.corpus import TableCorpus, quotes_of


def screened_evidence(corpus: Corpus, limit: int | None) -> RuleResult:
    """What `judge_evidence` says of all claims; the first `limit` findings are listed, by id."""
    import polars as pl

    assert isinstance(corpus, TableCorpus)
    counts = quotes_of(corpus)
    wanted = [status.value for status in SEVERITIES]
    places = corpus.table.frame.filter(pl.col("quote_status").is_in(wanted)).select("row").collect()["row"].sort()
    listed = corpus.table.claims((places if limit is None else places.head(limit)).to_list())
    result = judge_evidence(listed)
    found: Counter[Severity] = Counter()
    for status, number in counts.items():
        if status in SEVERITIES:
            found[SEVERITIES[status]] += number
    found.subtract(finding.severity for finding in result.findings)
    judged = sum(counts.values()) - counts.get(QuoteStatus.NOT_HELD, 0)
    unlisted = {severity: number for severity, number in found.items() if number}
    verdict = "violated" if unlisted else "satisfied" if judged and not result.findings else result.verdict
    return replace(
        result,
        verdict=verdict,
        groups=judged,
        claims=judged,
        not_judged=counts.get(QuoteStatus.NOT_HELD, 0),
        unlisted=unlisted,
    )
