"""What a generated corpus is like: how many claims, in groups of what size, how many of them in conflict.

What is measured runs beside this module, so it imports nothing heavy.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Style = Literal["raw", "words"]
Form = Literal["jsonl", "csv", "yaml"]

COMBINATIONS = 100_000
"""Up to so many combinations of claims a group factlint judges; the shares of a group are kept few enough for it."""


@dataclass(frozen=True, slots=True)
class Shape:
    """A corpus to be generated.

    A *cell* is a field in a month, of a product: `group` claims state its oil exports, `shares` its export share. The
    claims that no cell takes state stocks, in groups of the same size.

    Attributes:
        claims: how many, exactly.
        group: how many claims compare with one another.
        conflict: thousandths of the groups that violate each of the four jobs (corroboration: half as many again).
        style: `raw` numbers beside a unit, or `words` with hedges, scales and precision.
        seed: moves the figures, not the verdicts.
    """

    claims: int
    group: int = 2
    conflict: int = 10
    style: Style = "raw"
    seed: int = 1

    def __post_init__(self) -> None:
        if self.group < 2 or self.claims < self.group + self.shares:
            raise ValueError(f"{self.claims} claims make no cell with groups of {self.group}")
        if not 0 <= self.conflict <= 500:
            raise ValueError("conflict is in thousandths, at most 500")

    @property
    def shares(self) -> int:
        """Claims of a cell that state its export share."""
        return max(1, min(self.group, COMBINATIONS // self.group))

    @property
    def cells(self) -> int:
        """Four fifths of the groups of `group` are exports, one fifth stocks; at least one cell."""
        return max(1, 4 * self.claims // (4 * (self.group + self.shares) + self.group))

    @property
    def stock_claims(self) -> int:
        return self.claims - self.cells * (self.group + self.shares)

    @property
    def stocks(self) -> int:
        """Groups of stocks; the last may be smaller, and then never is in conflict."""
        return -(-self.stock_claims // self.group)

    @property
    def months(self) -> int:
        return min(12, max(1, self.cells // 4))

    @property
    def outlets(self) -> int:
        """Outlets that report themselves."""
        return min(200, max(6, self.claims // 20))

    @property
    def relays(self) -> int:
        """Outlets that relay an agency with all they print."""
        return max(2, self.outlets // 10)

    @property
    def parts(self) -> int:
        """Documents of an outlet a month: about twenty claims to a document."""
        return max(1, self.claims // (20 * self.months * (self.outlets + self.relays)))

    @property
    def name(self) -> str:
        return f"{self.claims}-{self.group}-{self.conflict}-{self.style}-{self.seed}"
