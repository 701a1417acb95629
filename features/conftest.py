"""The tags of the feature files, as marks that pytest may select by: `pytest features -m sources`."""

import re
from pathlib import Path

import pytest


def pytest_configure(config: pytest.Config) -> None:
    texts = [path.read_text(encoding="utf-8") for path in sorted(Path(__file__).parent.rglob("*.feature"))]
    for tag in sorted({tag for text in texts for tag in re.findall(r"(?<!\S)@(\w+)", text)}):
        config.addinivalue_line("markers", f"{tag}: scenarios on this theme")
