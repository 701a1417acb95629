"""The pytest plugin. pytest loads it in every run of every project that has factlint, so it imports next to nothing:
the steps where pytest-bdd is installed, and the engine only once a step needs it.
"""

from __future__ import annotations

from importlib.util import find_spec

STEPS = (
    "factlint.gherkin.given",
    "factlint.gherkin.when",
    "factlint.gherkin.then_rule",
    "factlint.gherkin.then_finding",
    "factlint.gherkin.then_claim",
    "factlint.gherkin.then_mistake",
)
"""The modules of the step library, in the order of the manual."""

pytest_plugins = ("factlint.gherkin.fixtures", *STEPS) if find_spec("pytest_bdd") else ()
