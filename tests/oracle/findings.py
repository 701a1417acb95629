"""What judging yields: findings, and what was counted beside them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from tests.oracle.claims import Claim


@dataclass
class Found:
    """A finding: who takes part (`claims`), and who is at fault: sets of which each alone breaks the rule.

    `measured` holds those fields that the specification decides. `aggregates` took part; `apart`: parts that disagree.
    """

    assertion: int
    verdict: str
    claims: frozenset[str]
    key: dict[str, str] = field(default_factory=dict)
    camps: tuple[frozenset[str], ...] | None = None
    neutral: frozenset[str] | None = None
    faults: Sequence[frozenset[str]] = ()
    measured: dict[str, Any] = field(default_factory=dict)
    accepted: bool = False
    aggregates: bool = False
    apart: bool = False


@dataclass
class Judged:
    """What one assertion made of the groups. `alone` and `thanks` None: not compared.

    `thanks`: for each group that holds, what its nominal values alone would not have held without.
    """

    groups: int = 0
    claims: set[Claim] = field(default_factory=set)
    alone: set[str] | None = field(default_factory=set)
    findings: list[Found] = field(default_factory=list)
    thanks: list[set[str]] | None = field(default_factory=list)
    not_judged: int | None = 0
