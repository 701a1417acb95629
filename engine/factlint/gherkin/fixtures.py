"""What the steps of a scenario share."""

from __future__ import annotations

from pathlib import Path

import pytest

from factlint.gherkin.scene import Cache, Scene


@pytest.fixture(scope="session")
def factlint_reports() -> Cache:
    """Reports on corpora that no scenario changes, so that a corpus is judged once for all of its scenarios."""
    return {}


@pytest.fixture
def factlint_scene(tmp_path: Path, pytestconfig: pytest.Config, factlint_reports: Cache) -> Scene:
    """The claims, the rule and the report of one scenario."""
    return Scene(folder=tmp_path, home=pytestconfig.rootpath, reports=factlint_reports)
