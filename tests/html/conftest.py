"""The sample pages, a browser and the accessibility rules; where one cannot be had, the tests say what they leave out."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from factlint.report import Report
from factlint.reporters.html import render
from tests.html import samples
from tests.html.browser import Browser, BrowserError, find_chromium

AXE = Path(__file__).parent / "node_modules" / "axe-core"
SAMPLES: dict[str, Callable[[Path], Report]] = {
    "everything": samples.everything,
    "hostile": samples.hostile,
    "nothing": samples.nothing,
    "quiet": samples.quiet,
}


class Pages:
    """The sample pages by name, each made once: as text, and as a file that a browser can open."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._made: dict[str, str] = {}

    def __getitem__(self, name: str) -> str:
        if name not in self._made:
            self._made[name] = render(SAMPLES[name](self._folder / name))
            (self._folder / f"{name}.html").write_text(self._made[name], encoding="utf-8")
        return self._made[name]

    def address(self, name: str) -> str:
        assert self[name]
        return (self._folder / f"{name}.html").as_uri()


@pytest.fixture(scope="session")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Pages:
    return Pages(tmp_path_factory.mktemp("pages"))


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    command = find_chromium()
    if command is None:
        pytest.skip("no chromium: the HTML report was not tested in a real browser (sh scripts/browser.sh)")
    try:
        started = Browser(command)
        started.call("Browser.getVersion", {})
    except (OSError, BrowserError) as error:
        pytest.skip(f"chromium does not start, so the HTML report was not tested in a real browser: {error}")
    with started:
        yield started


@pytest.fixture(scope="session")
def axe() -> str:
    """The script that holds a page to the rules of accessibility, as locked."""
    script = AXE / "axe.min.js"
    if not script.is_file():
        pytest.skip("no axe-core: the HTML report was not held to the accessibility rules (sh scripts/browser.sh)")
    locked = json.loads((AXE.parents[1] / "package-lock.json").read_text(encoding="utf-8"))
    wanted = locked["packages"]["node_modules/axe-core"]["version"]
    held = json.loads((AXE / "package.json").read_text(encoding="utf-8"))["version"]
    if held != wanted:
        pytest.skip(f"axe-core {held} is installed, {wanted} is locked: accessibility was not tested")
    return script.read_text(encoding="utf-8")
