"""A project with a cache for each test."""

from pathlib import Path

import pytest

from tests.cache.world import Project, make_project


@pytest.fixture
def project(tmp_path: Path) -> Project:
    return make_project(tmp_path)
