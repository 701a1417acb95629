"""The site of a small project, and the browser and the rules of accessibility that the HTML report is held to."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.docs.small_site import make_site
from tests.html.conftest import axe, browser

__all__ = ["axe", "browser", "site"]


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_site(tmp_path_factory.mktemp("site"))
