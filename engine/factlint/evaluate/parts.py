"""Judging `add up to`: the sum of the named parts against every claim of the whole."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from factlint.assertions.add_up import Parts, add_parts, obstacle
from factlint.assertions.agreement import Mode
from factlint.assertions.computed import Computed, Environment, UnsureError, compute
from factlint.assertions.finding import NOT_JUDGED, Camp, Entry, Group, Judgement, Measured, Reason, thanks_of
from factlint.assertions.relations import AgreeWithRelation, Outcome
from factlint.evaluate.combine import LEAD, LIMIT, Aligned, Term
from factlint.language.model import AddUp, AgreeWith
from factlint.quantities.values import Name


def judge_parts(
    group: Group, assertion: AddUp, subjects: Sequence[Name], aligned: Sequence[Aligned], *, clearly: bool
) -> tuple[Judgement, str | None]:
    """The judgement, and what to tell of a group that is not judged: which parts lack a claim, and what they leave."""
    mode = Mode.CLEAR if clearly else Mode.PLAIN
    parts = add_parts(group, subjects, mode)
    if not aligned:
        return NOT_JUDGED, None
    if parts.reason is not None:
        return replace(_unsure(group, parts.reason), fault_left=_parts_disagree(group, subjects)), None
    if parts.missing or parts.value is None:
        return NOT_JUDGED, _residual(group, parts, aligned[0])
    relation = AgreeWithRelation(AgreeWith(assertion.total, assertion.tolerance))
    worst: tuple[Outcome, Computed] | None = None
    at_fault: dict[Term, dict[str, Entry]] = {}
    faults: set[frozenset[str]] = set()
    thankful = False
    members = frozenset(entry.id for entry in group.entries)
    try:
        for each in aligned:
            if each.size > LIMIT:
                raise UnsureError(Reason("too_many", f"{each.size:,} combinations of claims of the whole"))
            nominal_values = each.aggregates(Mode.NOMINAL)
            nominal_sum = add_parts(group, subjects, Mode.NOMINAL).value
            for environment in each.environments(mode):
                outcome = relation.judge(parts.value, environment, clearly=clearly)
                whole = {term: entry for term, entry in environment.operands.items() if term is not LEAD}
                if outcome.violated:
                    faults.add(frozenset(entry.id for entry in whole.values()))
                    for term, entry in whole.items():
                        at_fault.setdefault(term, {})[entry.id] = entry
                    if worst is None or outcome.distance > worst[0].distance:
                        worst = (outcome, parts.value)
                elif not clearly and nominal_sum is not None:
                    nominal = Environment(environment.operands, nominal_values, Mode.NOMINAL)
                    thankful = thankful or relation.judge(nominal_sum, nominal, clearly=False).violated
    except UnsureError as error:
        return _unsure(group, error.reason), None
    if worst is None:
        return Judgement(outcome="holds", thanks=thanks_of(group.entries) if thankful else frozenset()), None
    outcome, value = worst
    measured = Measured("sum", outcome.measured.found, outcome.measured.allowed, outcome.measured.unit)
    judgement = Judgement(
        outcome="violated",
        message=f"the parts of {group.name} add up to {value.shown()}, {outcome.words}",
        measured=measured,
        working=f"{parts.working} = {value.shown()}, {outcome.words}",
        camps=(Camp(group.entries), *(Camp(tuple(found.values())) for found in at_fault.values())),
        fault_left=lambda accepted: not members & accepted and any(not fault & accepted for fault in faults),
    )
    return judgement, None


def _parts_disagree(group: Group, subjects: Sequence[Name]) -> Callable[[frozenset[str]], bool]:
    def fault_left(accepted: frozenset[str]) -> bool:
        return obstacle([entry for entry in group.entries if entry.id not in accepted], subjects) is not None

    return fault_left


def _unsure(group: Group, reason: Reason) -> Judgement:
    ids = frozenset(entry.id for entry in group.entries)
    return Judgement(
        outcome="undetermined",
        message=f"the parts of {group.name} cannot be added up: {reason.text}",
        reason=reason,
        camps=(Camp(group.entries),),
        fault_left=lambda accepted: not ids & accepted,
    )


def _residual(group: Group, parts: Parts, aligned: Aligned) -> str:
    names = ", ".join(name.name for name in parts.missing)
    words = f"{group.name}: no claim for {names}"
    if parts.value is None:
        return words
    try:
        environment = next(aligned.environments())
        left = _left(parts.value, environment, aligned)
    except (UnsureError, StopIteration):
        left = None
    return f"{words}; the others come to {parts.working}{left or ''}"


def _left(value: Computed, environment: Environment, aligned: Aligned) -> str | None:
    """What the whole leaves for the missing parts."""
    wholes = [entry for term, entry in environment.operands.items() if term is not LEAD]
    if len(wholes) != 1 or value.interval is None:
        return None
    term = next(term for term, _entries in aligned.operands if term is not LEAD)
    whole = compute(term, environment).to(value.unit)
    if whole.interval is None:
        return None
    rest = Computed(whole.interval - value.interval, value.unit)
    return f", which leaves {rest.shown()} of {whole.shown()}"
