"""Assertions on single claims: a group lists those of its claims that violate."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from factlint.assertions.camps import by_value
from factlint.assertions.finding import Camp, Entry, Group, Judgement, Measured, Reason
from factlint.assertions.words import count, listed

Verdict = bool | Reason | None
"""True: it holds. False: it does not. A reason: it cannot be judged. None: the assertion cannot speak of it."""


def judge_each(
    group: Group,
    holds: Callable[[Entry], Verdict],
    message: Callable[[Sequence[Entry]], str],
    measured: Callable[[Sequence[Entry]], Measured] = lambda failing: Measured("members"),  # noqa: ARG005
) -> Judgement:
    """Judge claim by claim; one finding for the group, with a camp for what the violators share."""
    verdicts = [(entry, holds(entry)) for entry in group.entries]
    idle = tuple(entry for entry, verdict in verdicts if verdict is None)
    failing = sorted((entry for entry, verdict in verdicts if verdict is False), key=by_value)
    unsure = [(entry, verdict) for entry, verdict in verdicts if isinstance(verdict, Reason)]
    if failing:
        ids = frozenset(entry.id for entry in failing)
        return Judgement(
            outcome="violated",
            message=message(failing),
            measured=measured(failing),
            camps=(Camp(tuple(failing)),),
            idle=idle,
            fault_left=lambda accepted: bool(ids - accepted),
        )
    if unsure:
        ids = frozenset(entry.id for entry, _reason in unsure)
        reason = unsure[0][1]
        return Judgement(
            outcome="undetermined",
            message=f"{count(len(unsure), 'claim')} on {group.name} cannot be judged: {reason.text}",
            reason=reason,
            camps=(Camp(tuple(entry for entry, _reason in unsure)),),
            idle=idle,
            fault_left=lambda accepted: bool(ids - accepted),
        )
    return Judgement(outcome="not judged" if len(idle) == len(verdicts) else "holds", idle=idle)


def who(failing: Sequence[Entry]) -> str:
    """`a claim (bne-share)`, `3 claims (a, b, c)` for the start of a sentence."""
    return f"{count(len(failing), 'claim')} ({listed(failing)})"
