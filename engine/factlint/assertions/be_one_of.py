"""`be one of A, B`: the value is one of them, lies within one, or holds one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction

from factlint.assertions.finding import Entry, Group, Judgement, Reason, thanks_of
from factlint.assertions.singles import Verdict, judge_each
from factlint.assertions.words import show_value
from factlint.language.model import BeOneOf
from factlint.quantities.interval import Interval
from factlint.quantities.values import DateSpan, Name, Quantity, Truth


def judge(group: Group, assertion: BeOneOf, *, clearly: bool) -> Judgement:
    allowed = ", ".join(shown(value) for value in assertion.values)

    def message(failing: Sequence[Entry]) -> str:
        said = ", ".join(dict.fromkeys(show_value(entry.value) for entry in failing))
        return f"claims on {group.name} say {said}, which is none of {allowed}"

    judgement = judge_each(group, lambda entry: _holds(entry, assertion, clearly=clearly), message)
    if clearly or judgement.outcome != "holds":
        return judgement
    vague = [entry for entry in group.entries if entry not in judgement.idle and not _as_written(entry, assertion)]
    if not vague:
        return judgement
    words = f"{vague[0].claim.value_text or show_value(vague[0].value)} as written is none of {allowed}"
    return replace(judgement, thanks=thanks_of(vague), thanks_text=words)


def _as_written(entry: Entry, assertion: BeOneOf) -> bool:
    """Whether the number itself is one of them, or the date without its hedge; what has no number says nothing else."""
    match entry.value:
        case Quantity(nominal=Fraction() as nominal) as quantity:
            point = Interval.exact(nominal)
            value: Quantity | DateSpan = replace(quantity, interval=point)
        case DateSpan(hedged=True) as date:
            value = replace(date, start=date.written_start, end=date.written_end)
        case _:
            return True
    return _holds(replace(entry, value=value), assertion, clearly=False) is not False


def _holds(entry: Entry, assertion: BeOneOf, *, clearly: bool) -> Verdict:
    verdicts = [_is(entry, wanted, clearly=clearly) for wanted in assertion.values]
    if any(verdict is True for verdict in verdicts):
        return True
    if any(verdict is False for verdict in verdicts):
        return False
    return next((verdict for verdict in verdicts if isinstance(verdict, Reason)), None)


def _is(entry: Entry, wanted: Name | DateSpan | Quantity | bool, *, clearly: bool) -> Verdict:
    match entry.value, wanted:
        case Name() as name, Name():
            return name.within(wanted) if clearly else name.within(wanted) or wanted.within(name)
        case Truth() as truth, bool():
            return truth.truth is wanted
        case DateSpan() as date, DateSpan():
            one = date.interval(against_zoned=wanted.zoned)
            other = wanted.interval(against_zoned=date.zoned)
            return one.within(other) if clearly else one.meets(other)
        case Quantity() as quantity, Quantity():
            if quantity.unit.dimension != wanted.unit.dimension:
                return entry.problem or Reason(
                    "dimension", f"{show_value(quantity)} is not measured in {wanted.unit.name}"
                )
            point = wanted.to(quantity.unit).interval
            return (quantity.clear == point) if clearly else quantity.interval.meets(point)
        case _:
            return None


def shown(value: Name | DateSpan | Quantity | bool) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return value.name if isinstance(value, Name) else value.text
