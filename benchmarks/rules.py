"""The rules of the benchmarks: four jobs, each a rule; and files of many rules of the same four forms."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

Job = Literal["agree", "bounds", "backed", "implied"]
JOBS: Final[tuple[Job, ...]] = ("agree", "bounds", "backed", "implied")

TOLERANCE: Final = 10
"""Percent of the larger."""
MOST_SHARE: Final = 100
"""Percent."""
MOST_IMPLIED: Final = 33
"""Million barrels a day: all that the exports, divided by the share that they are, may come to."""


OIL_SHARES: Final = ("export-share", "share-in-bounds", "share-backed", "implied-exports")
"""Rules of the curated corpus, one of each form; its plain rival knows these."""


@dataclass(frozen=True, slots=True)
class Limit:
    """A rule of one of the four forms: what it allows, and of which groups.

    Attributes:
        name: of the rule.
        job: its form.
        allowed: percent for `agree`, `bounds` and `backed`; million barrels a day for `implied`.
        month, product: the only ones it reads; None: all.
    """

    name: str
    job: Job
    allowed: float
    month: int | None = None
    product: str | None = None

    @property
    def sentence(self) -> str:
        period = "" if self.month is None else f" in 2025-{self.month:02d}"
        claims = f"claims{period}" + ("" if self.product is None else f" where product is {self.product}")
        match self.job:
            case "agree":
                return f"oil exports, stock {claims} must agree within {self.allowed:g}%"
            case "bounds":
                return f"export share {claims} must be between 0% and {self.allowed:g}%"
            case "backed":
                return (
                    f"oil exports {claims} must be corroborated by at least 2 independent sources "
                    f"within {self.allowed:g}%"
                )
            case "implied":
                return (
                    f"oil exports{period} / export share{period} must be at most {self.allowed:g} million barrels/day"
                )


FOUR: Final = (
    Limit("agree", "agree", TOLERANCE),
    Limit("bounds", "bounds", MOST_SHARE),
    Limit("backed", "backed", TOLERANCE),
    Limit("implied", "implied", MOST_IMPLIED),
)


def many(number: int, months: int) -> tuple[Limit, ...]:
    """So many rules, a quarter of each form, each of its own month and product, in five strengths.

    The implied total cannot be of one product: arithmetic aligns on it.
    """
    products = ("crude", "refined")
    limits = []
    for index in range(number):
        job = JOBS[index % 4]
        turn = index // 4
        base = {"agree": TOLERANCE - 2, "bounds": MOST_SHARE, "backed": TOLERANCE - 2, "implied": MOST_IMPLIED - 2}[job]
        limits.append(
            Limit(
                f"{job}-{turn}",
                job,
                base + turn % 5,
                month=turn % months + 1,
                product=None if job == "implied" else products[turn // months % 2],
            )
        )
    return tuple(limits)


def everywhere(number: int) -> tuple[Limit, ...]:
    """So many rules, a quarter of each form, each over all claims, no two of the same strength."""
    base = {"agree": TOLERANCE - 2, "bounds": MOST_SHARE, "backed": TOLERANCE - 2, "implied": MOST_IMPLIED - 2}
    return tuple(
        Limit(f"{JOBS[index % 4]}-{index // 4}", JOBS[index % 4], base[JOBS[index % 4]] + (index // 4) / 100)
        for index in range(number)
    )


def rule_file(limits: tuple[Limit, ...]) -> str:
    return "language 1\n\n" + "".join(f"rule {limit.name}: {limit.sentence}\n" for limit in limits)
