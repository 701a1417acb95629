"""How many worlds a law is held to: few, and the same ones, in every run of the tests; as many as one likes by hand."""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import Any

from hypothesis import HealthCheck, settings

USUAL = 40
EXAMPLES = int(os.environ.get("FACTLINT_LAWS", USUAL))
"""`FACTLINT_LAWS=3000 pytest tests/laws` draws others each time."""


def law(test: Callable[..., Any]) -> Callable[..., Any]:
    usual = EXAMPLES == USUAL
    checks = [HealthCheck.too_slow, HealthCheck.filter_too_much, HealthCheck.data_too_large]
    return settings(
        max_examples=EXAMPLES, derandomize=usual, deadline=None, database=None, suppress_health_check=checks
    )(test)
