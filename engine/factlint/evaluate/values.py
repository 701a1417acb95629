"""Judging computed values: every combination of aligned claims against a bound or another value."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from factlint.assertions.agreement import Mode
from factlint.assertions.computed import Environment, UnsureError, compute, working
from factlint.assertions.finding import Camp, Entry, Judgement, Reason, thanks_of
from factlint.assertions.relations import Outcome, Relation
from factlint.evaluate.combine import LIMIT, Aligned, Term
from factlint.language.model import Aggregate, Arithmetic, Expression, Operand
from factlint.quantities.interval import Interval
from factlint.quantities.values import Quantity


@dataclass(frozen=True, slots=True)
class _Worst:
    environment: Environment
    outcome: Outcome


def judge_values(
    name: str, left: Expression, relation: Relation, groups: Sequence[Aligned], *, clearly: bool
) -> Judgement:
    """One judgement for a group: violated if any combination is, undetermined if one cannot be computed.

    `groups` belong together (one for an expression; one a claim where a rule selects claims).
    """
    worst: _Worst | None = None
    unsure: Reason | None = None
    at_fault: dict[Term, dict[str, Entry]] = {}
    faults: set[frozenset[str]] = set()
    unsure_faults: set[frozenset[str]] = set()
    thankful: dict[str, Entry] = {}
    words: str | None = None
    for aligned in groups:
        try:
            if aligned.size > LIMIT and not _hull_holds(left, relation, aligned):
                text = f"{aligned.size:,} combinations of claims, more than the {LIMIT:,} that are judged"
                raise UnsureError(Reason("too_many", text))
            environments = aligned.environments(Mode.CLEAR if clearly else Mode.PLAIN) if aligned.size <= LIMIT else ()
            nominal_values = {} if clearly else aligned.aggregates(Mode.NOMINAL)
            aggregated = {
                entry.id: entry for term, found in aligned.terms if isinstance(term, Aggregate) for entry in found
            }
            for environment in environments:
                ids = frozenset(aggregated) | {entry.id for entry in environment.operands.values()}
                try:
                    value = compute(left, environment)
                    outcome = relation.judge(value, environment, clearly=clearly)
                except UnsureError as error:
                    unsure = unsure or error.reason
                    unsure_faults.add(ids)
                    continue
                if outcome.violated:
                    faults.add(ids)
                    for term, found in aligned.terms:
                        members = [environment.operands[term]] if isinstance(term, Operand) else found
                        at_fault.setdefault(term, {}).update({entry.id: entry for entry in members})
                    if worst is None or outcome.distance > worst.outcome.distance:
                        worst = _Worst(environment, outcome)
                elif not clearly:
                    failed = _as_written(
                        left, relation, Environment(environment.operands, nominal_values, Mode.NOMINAL)
                    )
                    if failed is not None:
                        thankful |= aggregated | {entry.id: entry for entry in environment.operands.values()}
                        words = words or f"{failed.shown} as written is {failed.words}"
        except UnsureError as error:
            unsure = unsure or error.reason
            unsure_faults |= aligned.combinations()
    if worst is not None:
        return Judgement(
            outcome="violated",
            message=f"{name} {_is(left)} {worst.outcome.shown}, {worst.outcome.words}",
            measured=worst.outcome.measured,
            working=_working(left, worst),
            camps=_camps(at_fault),
            fault_left=lambda accepted: any(not fault & accepted for fault in faults),
        )
    if unsure is not None:
        return _undetermined(name, unsure, groups, unsure_faults)
    return Judgement(outcome="holds", thanks=thanks_of(list(thankful.values())), thanks_text=words)


def _as_written(left: Expression, relation: Relation, nominal: Environment) -> Outcome | None:
    """The violation by the numbers as written, if there is one; numbers that leave a zero to divide by say nothing."""
    try:
        outcome = relation.judge(compute(left, nominal), nominal, clearly=False)
    except UnsureError:
        return None
    return outcome if outcome.violated else None


def _camps(terms: Mapping[Term, Mapping[str, Entry]]) -> tuple[Camp, ...]:
    """A camp for each term; two terms that stand for the same claims (the first and the last of them) are one."""
    camps = {
        frozenset(found): Camp(tuple(sorted(found.values(), key=lambda it: it.id))) for found in terms.values() if found
    }
    return tuple(camps.values())


def _is(left: Expression) -> str:
    return "comes to" if isinstance(left, Arithmetic) else "is"


def _working(left: Expression, worst: _Worst) -> str | None:
    """Shown where something was computed or converted; a value as claimed speaks for itself."""
    converted = any(entry.working for entry in worst.environment.operands.values())
    if not isinstance(left, Arithmetic) and not converted:
        return None
    return f"{working(left, worst.environment)} = {worst.outcome.shown}, {worst.outcome.words}"


def _undetermined(name: str, reason: Reason, groups: Sequence[Aligned], faults: set[frozenset[str]]) -> Judgement:
    entries: dict[Term, dict[str, Entry]] = {}
    for aligned in groups:
        for term, found in aligned.terms:
            entries.setdefault(term, {}).update({entry.id: entry for entry in found})
    return Judgement(
        outcome="undetermined",
        message=f"{name} cannot be judged: {reason.text}",
        reason=reason,
        measured=None,
        camps=_camps(entries),
        fault_left=lambda accepted: any(not fault & accepted for fault in faults),
    )


def _hull_holds(left: Expression, relation: Relation, aligned: Aligned) -> bool:
    """Do all values within the hull of each operand satisfy the assertion? Then every combination does."""
    hulls = {operand: _hull(entries) for operand, entries in aligned.operands}
    chosen = {operand: entry for operand, entry in hulls.items() if entry is not None}
    if len(chosen) < len(hulls):
        return False
    environment = Environment(chosen, aligned.aggregates(Mode.PLAIN))
    try:
        return not relation.judge(compute(left, environment), environment, clearly=True).violated
    except UnsureError:
        return False


def _hull(entries: Sequence[Entry]) -> Entry | None:
    """One entry that holds all values of the others, in their common unit."""
    first = entries[0]
    if not isinstance(first.value, Quantity) or any(
        not isinstance(it.value, Quantity) or it.value.unit != first.value.unit or it.problem for it in entries
    ):
        return None
    hull = Interval.hull([it.value.interval for it in entries if isinstance(it.value, Quantity)])
    return replace(first, value=replace(first.value, interval=hull, clear=hull, nominal=None))


def claims_in(groups: Sequence[Aligned]) -> dict[str, Entry]:
    return {entry.id: entry for aligned in groups for _term, entries in aligned.terms for entry in entries}
