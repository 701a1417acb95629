"""A rule put into words: what it selects, compares and allows, and how much of the corpus that is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factlint.corpus.vocabulary import Vocabulary
from factlint.evaluate.result import RuleResult
from factlint.evaluate.trace import Trace
from factlint.language.model import Accept, Rule
from factlint.telling.allowance import allows
from factlint.telling.reach import reach
from factlint.telling.sections import Line, Section, joined, section
from factlint.telling.selection import compares, selects


def explained(trace: Trace, result: RuleResult, accepts: Sequence[Accept], vocabulary: Vocabulary) -> Iterator[Section]:
    """`result` is the trace's own once `accepts` are applied to it."""
    rule = trace.rule
    yield heading(rule)
    yield section("selects", *selects(rule))
    yield section("compares", *compares(rule, vocabulary))
    yield section("allows", *allows(rule, trace.reads))
    yield section("on this corpus", *reach(trace, result, accepts, vocabulary))


def heading(rule: Rule) -> Section:
    """Its name and title, where it stands, the sentence as written, and its clauses."""
    title = f": {rule.title}" if rule.title else ""
    return section(f"{rule.name}{title}", *_about(rule))


def _about(rule: Rule) -> Iterator[Line]:
    yield Line(rule.sentence)
    if rule.source.name:
        yield Line(f"{rule.source.name}:{rule.line}", label="stands in")
        yield Line(rule.severity, label="severity")
    if rule.because:
        yield Line(rule.because, label="because")
    if rule.using:
        yield Line(joined(rule.using), label="converts by")
    if rule.tags:
        yield Line(joined(rule.tags), label="tags")
