"""The sample reports, each made once."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from factlint.report import Report
from tests.reporters.samples import SAMPLES, hostile

Sample = Callable[[str], Report]


@pytest.fixture(scope="session")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Sample:
    made: dict[str, Report] = {}

    def get(name: str) -> Report:
        if name not in made:
            make = hostile if name == "hostile" else SAMPLES[name]
            made[name] = make(tmp_path_factory.mktemp(name))
        return made[name]

    return get
