"""What the combinations of the claims that align come to, computed one by one."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from factlint.assertions.agreement import Mode
from factlint.assertions.computed import Environment, UnsureError, compute
from factlint.assertions.finding import Entry, Reason, nothing_left
from factlint.assertions.relations import Outcome, Relation
from factlint.evaluate.combine import Aligned, Term
from factlint.language.model import Aggregate, Expression, Operand

Remains = Callable[[frozenset[str]], bool]
"""Is there a combination that holds none of these claims?"""


@dataclass(frozen=True, slots=True)
class Worst:
    environment: Environment
    outcome: Outcome


@dataclass(slots=True)
class Found:
    """What the combinations of one group of aligned claims come to.

    `worst`: of those that violate, the first that lies farthest beyond. `at_fault`: the claims that take part in one that
    violates. `thankful`: those that take part in one that holds and would not as written, of which the first is told in
    `words`; both are asked only where none violates. `unsure`: why the first that cannot be computed cannot.
    """

    worst: Worst | None = None
    at_fault: Mapping[Term, Mapping[str, Entry]] = field(default_factory=dict)
    fault_left: Remains = nothing_left
    unsure: Reason | None = None
    unsure_left: Remains = nothing_left
    thankful: Mapping[str, Entry] = field(default_factory=dict)
    words: str | None = None


def one_by_one(left: Expression, relation: Relation, aligned: Aligned, *, clearly: bool) -> Found:
    """Hold every combination against the assertion.

    Raises:
        UnsureError: an aggregate has no value.
    """
    found = Found()
    at_fault: dict[Term, dict[str, Entry]] = {}
    thankful: dict[str, Entry] = {}
    faults: set[frozenset[str]] = set()
    unsure: set[frozenset[str]] = set()
    nominal_values = {} if clearly else aligned.aggregates(Mode.NOMINAL)
    aggregated = members_of_aggregates(aligned)
    for environment in aligned.environments(Mode.CLEAR if clearly else Mode.PLAIN):
        ids = frozenset(aggregated) | {entry.id for entry in environment.operands.values()}
        try:
            value = compute(left, environment)
            outcome = relation.judge(value, environment, clearly=clearly)
        except UnsureError as error:
            found.unsure = found.unsure or error.reason
            unsure.add(ids)
            continue
        if outcome.violated:
            faults.add(ids)
            for term, entries in aligned.terms:
                members = [environment.operands[term]] if isinstance(term, Operand) else entries
                at_fault.setdefault(term, {}).update({entry.id: entry for entry in members})
            if found.worst is None or outcome.distance > found.worst.outcome.distance:
                found.worst = Worst(environment, outcome)
        elif not clearly:
            nominal = Environment(environment.operands, nominal_values, Mode.NOMINAL)
            failed = _as_written(left, relation, nominal)
            if failed is not None:
                thankful |= aggregated | {entry.id: entry for entry in environment.operands.values()}
                found.words = found.words or as_written(failed)
    found.at_fault, found.thankful = at_fault, thankful
    found.fault_left = lambda accepted: any(not fault & accepted for fault in faults)
    found.unsure_left = lambda accepted: any(not fault & accepted for fault in unsure)
    return found


def as_written(failed: Outcome) -> str:
    return f"{failed.shown} as written is {failed.words}"


def members_of_aggregates(aligned: Aligned) -> dict[str, Entry]:
    return {entry.id: entry for term, found in aligned.terms if isinstance(term, Aggregate) for entry in found}


def any_left(aligned: Aligned) -> Remains:
    """Of all combinations: is there one that holds none of some claims?"""
    aggregated = members_of_aggregates(aligned).keys()

    def left(accepted: frozenset[str]) -> bool:
        kept = (any(entry.id not in accepted for entry in entries) for _operand, entries in aligned.operands)
        return not aggregated & accepted and all(kept)

    return left


def _as_written(left: Expression, relation: Relation, nominal: Environment) -> Outcome | None:
    """The violation by the numbers as written, if there is one; numbers that leave a zero to divide by say nothing."""
    try:
        outcome = relation.judge(compute(left, nominal), nominal, clearly=False)
    except UnsureError:
        return None
    return outcome if outcome.violated else None
