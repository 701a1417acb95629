"""What judging some groups came to: counts, which add up, and where a report tells of which group."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass, field, replace
from typing import Any

from factlint.assertions.finding import Thanks
from factlint.evaluate.result import RuleResult, Verdict
from factlint.language.model import Rule

Place = tuple[int, tuple[tuple[str, bool, str], ...], int]
"""Where a report tells of a group: after the number of the check, the keys as shown, and the group's first claim."""


@dataclass(frozen=True, slots=True)
class Task:
    """A rule on some groups. `limit`: findings to list, None: all; `words`: groups to tell in words."""

    rule: Rule
    limit: int | None
    words: int


COUNTS = ("groups", "claims", "not_judged", "violated", "undetermined")


@dataclass(slots=True)
class Tally:
    """What judging came to. `findings` and `worded` are the first ones, by their places; `worded` with the words."""

    groups: int = 0
    claims: int = 0
    not_judged: int = 0
    violated: int = 0
    undetermined: int = 0
    thanks: Counter[Thanks] = field(default_factory=Counter)
    findings: list[Place] = field(default_factory=list)
    worded: list[tuple[Place, str]] = field(default_factory=list)

    def add(self, other: Tally, task: Task) -> None:
        for name in COUNTS:
            setattr(self, name, getattr(self, name) + getattr(other, name))
        self.thanks += other.thanks
        self.findings += other.findings
        self.worded += other.worded
        self.cut(task)

    def cut(self, task: Task) -> None:
        """Keep what a report tells."""
        self.findings = sorted(self.findings)[: task.limit]
        first: dict[str, Place] = {}
        for place, words in sorted(self.worded):
            first.setdefault(words, place)
        self.worded = [(place, words) for words, place in list(first.items())[: task.words]]

    @property
    def told(self) -> set[int]:
        """The groups that a report tells of, by their first claims."""
        return {place[-1] for place in self.findings} | {place[-1] for place, _words in self.worded}

    @property
    def verdict(self) -> Verdict:
        if self.violated:
            return "violated"
        if self.undetermined:
            return "undetermined"
        return "satisfied" if self.groups else "not_applicable"

    def completed(self, told: RuleResult) -> RuleResult:
        """The result of all groups, of that of those which are told of."""
        return replace(
            told,
            verdict=self.verdict,
            groups=self.groups,
            claims=self.claims,
            only_thanks_to={reason: self.thanks[reason] for reason in told.only_thanks_to},
            not_judged=self.not_judged,
        )

    def as_text(self) -> str:
        return json.dumps(
            {
                "counts": {name: getattr(self, name) for name in COUNTS},
                "thanks": self.thanks,
                "findings": self.findings,
                "worded": self.worded,
            }
        )

    @classmethod
    def of(cls, text: str) -> Tally:
        data = json.loads(text)
        return cls(
            **data["counts"],
            thanks=Counter(data["thanks"]),
            findings=[_place(it) for it in data["findings"]],
            worded=[(_place(place), words) for place, words in data["worded"]],
        )


def _place(data: Any) -> Place:
    check, keys, first = data
    return check, tuple((key, given, shown) for key, given, shown in keys), first
