"""Judging computed values: every combination of aligned claims against a bound or another value."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from factlint.assertions.agreement import Mode
from factlint.assertions.computed import Environment, UnsureError, compute, working
from factlint.assertions.finding import Camp, Entry, Judgement, Reason, thanks_of
from factlint.assertions.relations import Relation
from factlint.evaluate.combine import LIMIT, Aligned, Term
from factlint.evaluate.directions import UnclearError, hull
from factlint.evaluate.extremes import by_extremes
from factlint.evaluate.one_by_one import Found, Worst, any_left, one_by_one
from factlint.language.model import Arithmetic, Expression

FEW = 100
"""So many combinations are computed one by one: of more, the extreme ones tell."""


def judge_values(
    name: str, left: Expression, relation: Relation, groups: Sequence[Aligned], *, clearly: bool
) -> Judgement:
    """One judgement for a group: violated if any combination is, undetermined if one cannot be computed.

    `groups` belong together (one for an expression; one a claim where a rule selects claims).
    """
    all_found = [_found(left, relation, aligned, clearly=clearly) for aligned in groups]
    worst: Worst | None = None
    for found in all_found:
        if found.worst and (worst is None or found.worst.outcome.distance > worst.outcome.distance):
            worst = found.worst
    if worst is not None:
        at_fault: dict[Term, dict[str, Entry]] = {}
        for found in all_found:
            for term, entries in found.at_fault.items():
                at_fault.setdefault(term, {}).update(entries)
        return Judgement(
            outcome="violated",
            message=f"{name} {_is(left)} {worst.outcome.shown}, {worst.outcome.words}",
            measured=worst.outcome.measured,
            working=_working(left, worst),
            camps=_camps(at_fault),
            fault_left=lambda accepted: any(found.fault_left(accepted) for found in all_found),
        )
    unsure = next((found.unsure for found in all_found if found.unsure), None)
    if unsure is not None:
        left_unsure = [found.unsure_left for found in all_found]
        return _undetermined(name, unsure, groups, lambda accepted: any(it(accepted) for it in left_unsure))
    thankful = {id_: entry for found in all_found for id_, entry in found.thankful.items()}
    words = next((found.words for found in all_found if found.words), None)
    return Judgement(outcome="holds", thanks=thanks_of(list(thankful.values())), thanks_text=words)


def _found(left: Expression, relation: Relation, aligned: Aligned, *, clearly: bool) -> Found:
    try:
        if aligned.size > LIMIT:
            if _hull_holds(left, relation, aligned):
                return Found()
            text = f"{aligned.size:,} combinations of claims, more than the {LIMIT:,} that are judged"
            raise UnsureError(Reason("too_many", text))
        found = by_extremes(left, relation, aligned, clearly=clearly) if aligned.size > FEW else None
        return found or one_by_one(left, relation, aligned, clearly=clearly)
    except UnsureError as error:
        return Found(unsure=error.reason, unsure_left=any_left(aligned))


def _camps(terms: Mapping[Term, Mapping[str, Entry]]) -> tuple[Camp, ...]:
    """A camp for each term; two terms that stand for the same claims (the first and the last of them) are one."""
    camps = {
        frozenset(found): Camp(tuple(sorted(found.values(), key=lambda it: it.id))) for found in terms.values() if found
    }
    return tuple(camps.values())


def _is(left: Expression) -> str:
    return "comes to" if isinstance(left, Arithmetic) else "is"


def _working(left: Expression, worst: Worst) -> str | None:
    """Shown where something was computed or converted; a value as claimed speaks for itself."""
    converted = any(entry.working for entry in worst.environment.operands.values())
    if not isinstance(left, Arithmetic) and not converted:
        return None
    return f"{working(left, worst.environment)} = {worst.outcome.shown}, {worst.outcome.words}"


def _undetermined(
    name: str, reason: Reason, groups: Sequence[Aligned], left: Callable[[frozenset[str]], bool]
) -> Judgement:
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
        fault_left=left,
    )


def _hull_holds(left: Expression, relation: Relation, aligned: Aligned) -> bool:
    """Do all values within the hull of each operand satisfy the assertion? Then every combination does."""
    try:
        hulls = {operand: hull(entries) for operand, entries in aligned.operands}
        environment = Environment(hulls, aligned.aggregates(Mode.PLAIN))
        return not relation.judge(compute(left, environment), environment, clearly=True).violated
    except (UnclearError, UnsureError):
        return False


def claims_in(groups: Sequence[Aligned]) -> dict[str, Entry]:
    return {entry.id: entry for aligned in groups for _term, entries in aligned.terms for entry in entries}
