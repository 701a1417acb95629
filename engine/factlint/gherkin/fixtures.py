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
def factlint_scene(request: pytest.FixtureRequest, tmp_path: Path, factlint_reports: Cache) -> Scene:
    """The claims, the rule and the report of one scenario."""
    return Scene(folder=tmp_path, home=_home(request.path, request.config.rootpath), reports=factlint_reports)


def _home(scenario: Path, root: Path) -> Path:
    """The nearest folder above a scenario, up to pytest's own, that has a configuration of factlint; else pytest's own."""
    from factlint.settings import read_settings

    found = read_settings(scenario.parent)[0].root  # its problems are told where the configuration is used
    configured = any((found / name).is_file() for name in ("factlint.toml", "pyproject.toml"))
    return found if configured and found.is_relative_to(root) else root
