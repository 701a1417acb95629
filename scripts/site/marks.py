"""Results in small: a mark that differs in shape, a word that says the same, a colour that helps."""

from __future__ import annotations

from collections.abc import Mapping

from factlint.reporters.html.markup import Html, join, tag
from scripts.site.results import Outcome

SIGNS: Mapping[Outcome, str] = {"passed": "✓", "failed": "✗", "not run": "–"}


def mark(outcome: Outcome) -> Html:
    """The sign and the word."""
    name = outcome.replace(" ", "-")
    return tag("span", tag("span", SIGNS[outcome], aria_hidden="true"), f" {outcome}", class_=f"outcome {name}")


def sign(outcome: Outcome) -> Html:
    """The sign alone, with the word for those who do not see it."""
    name = outcome.replace(" ", "-")
    return tag(
        "span",
        tag("span", SIGNS[outcome], aria_hidden="true"),
        tag("span", f" {outcome}", class_="unseen"),
        class_=f"outcome {name}",
    )


def tally(counted: Mapping[Outcome, int]) -> Html:
    """`✓ 12 passed  ✗ 1 failed`."""
    parts = [
        tag(
            "span",
            tag("span", SIGNS[it], aria_hidden="true"),
            f" {number:,} {it}",
            class_=f"outcome {it.replace(' ', '-')}",
        )
        for it, number in counted.items()
    ]
    return join([part if at == 0 else join(" ", part) for at, part in enumerate(parts)])
