"""The pytest plugin. pytest loads it in every run of every project that has factlint, so it imports next to nothing:
the steps where pytest-bdd is installed, and the engine only once a step needs it.
"""

from __future__ import annotations

from importlib.util import find_spec

STEPS = (
    "factlint.gherkin.given",
    "factlint.gherkin.given_corpus",
    "factlint.gherkin.given_rules",
    "factlint.gherkin.when",
    "factlint.gherkin.then_rule",
    "factlint.gherkin.then_sides",
    "factlint.gherkin.then_finding",
    "factlint.gherkin.then_claim",
    "factlint.gherkin.then_mistake",
    "factlint.gherkin.then_report",
)
"""The modules of the step library, in the order of the manual."""

HOOKS = (
    "factlint.gherkin.fixtures",
    "factlint.gherkin.collect",
    "factlint.gherkin.telling",
    "factlint.gherkin.saved_reports",
)

pytest_plugins = (*HOOKS, *STEPS) if find_spec("pytest_bdd") else ()
