"""Answers: of each rule, how many groups violate it, and the names of the first. All programs print them alike."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path

FIRST = 20
"""So many groups are named of each job, in the order of their names."""


@dataclass(frozen=True, slots=True)
class Answer:
    """How many groups violate a rule, and which come first."""

    violated: int
    first: tuple[str, ...] = ()


Answers = Mapping[str, Answer]


def group_name(property_: str, subject: str, product: str, month: str) -> str:
    """How a group is called in answers; arithmetic has no one property."""
    return "|".join(part for part in (property_, subject, product, month) if part)


def to_json(answers: Answers) -> str:
    return json.dumps({name: asdict(answer) for name, answer in answers.items()}, indent=1) + "\n"


def from_json(text: str) -> dict[str, Answer]:
    return {name: Answer(int(answer["violated"]), tuple(answer["first"])) for name, answer in json.loads(text).items()}


def read_answers(path: Path) -> dict[str, Answer]:
    return from_json(path.read_text(encoding="utf-8"))
