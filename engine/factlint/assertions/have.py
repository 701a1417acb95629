"""`have KEY`: the claim states it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from factlint.assertions.finding import Entry, Group, Judgement
from factlint.assertions.singles import judge_each, who
from factlint.corpus.claim import Claim
from factlint.language.model import Have


def judge(group: Group, assertion: Have, states: Callable[[Claim, str], bool]) -> Judgement:
    def message(failing: Sequence[Entry]) -> str:
        verb = "states" if len(failing) == 1 else "state"
        return f"{who(failing)} on {group.name} {verb} no {assertion.key}"

    return judge_each(group, lambda entry: states(entry.claim, assertion.key), message)
