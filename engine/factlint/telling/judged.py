"""A rule as it was judged: its verdict, its groups, and the claims of each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factlint.assertions import name_of
from factlint.assertions.finding import Entry
from factlint.assertions.words import show_value
from factlint.corpus.vocabulary import Vocabulary
from factlint.evaluate.result import RuleResult
from factlint.evaluate.trace import Judged, Trace
from factlint.language.model import Accept
from factlint.quantities.values import Value
from factlint.telling.claim import one_line
from factlint.telling.reach import reach
from factlint.telling.rule import heading
from factlint.telling.sections import Line, Section, section


def told(trace: Trace, result: RuleResult, accepts: Sequence[Accept], vocabulary: Vocabulary) -> Iterator[Section]:
    """`result` is the trace's own once `accepts` are applied to it."""
    yield heading(trace.rule)
    yield section("verdict", *reach(trace, result, accepts, vocabulary))
    accepted = {(it.key, it.assertion) for it in result.findings if it.accepted is not None}
    for group in trace.groups:
        outcome = group.judgement.outcome
        marked = f"{outcome}, accepted" if (group.key, name_of(group.check.assertion)) in accepted else outcome
        several = f" `{name_of(group.check.assertion)}`" if len(trace.rule.checks) > 1 else ""
        yield section(f"{_key(group)}:{several} {marked}", *_group(group))


def _key(group: Judged) -> str:
    shown = [f"{key} {value}" for key, value in group.key if value is not None]
    return ", ".join(shown) or "all of them"


def _group(group: Judged) -> Iterator[Line]:
    if group.judgement.message:
        yield Line(group.judgement.message)
    compared = _compared(group)
    for claim in group.claims:
        value = compared.get(claim.id, claim.value)
        shown = show_value(value)
        more = "" if shown.replace(" ", "") == claim.value_text.replace(" ", "") else f", {shown}"
        yield Line(f"{one_line(claim)}{more}", label=claim.id)


def _compared(group: Judged) -> dict[str, Value]:
    entries: list[Entry] = [*(it for camp in group.judgement.camps for it in camp.entries), *group.judgement.neutral]
    return {entry.id: entry.value for entry in entries}
