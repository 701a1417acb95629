"""The site in a real browser, opened from its folder: styled, silent, legible at every width, in both schemes and printed."""

from __future__ import annotations

import time
from contextlib import suppress
from pathlib import Path

import pytest

from tests.html.browser import Browser, BrowserError
from tests.html.test_browser import held_to_the_rules

WIDTHS = (320, 390, 820, 1280)
KINDS = (
    "index.html",
    "language.html",
    "editors.html",
    "codes/index.html",
    "codes/E310.html",
    "features/index.html",
    "features/harbour/shares.html",
    "features/corpus/record.html",
    "rules/oil.html",
    "claims/bne.html",
    "source/grammar/rules.lark.html",
    "project/architecture.html",
)
"""A page of each kind."""

every_kind = pytest.mark.parametrize("page", KINDS)


@every_kind
def test_it_is_styled_says_nothing_and_asks_only_for_its_style(page: str, browser: Browser, site: Path) -> None:
    address = (site / page).as_uri()
    opened = browser.open(address, script=False)
    assert opened.console == []
    assert opened.requests == [address, (site / "site.css").as_uri()]
    assert browser.ask(opened, "getComputedStyle(document.querySelector('.top')).borderTopWidth") == "4px"


@every_kind
@pytest.mark.parametrize("width", WIDTHS)
def test_nothing_sticks_out_sideways(page: str, width: int, browser: Browser, site: Path) -> None:
    opened = browser.open((site / page).as_uri(), width=width)
    assert browser.ask(opened, "document.documentElement.scrollWidth") <= width


@every_kind
@pytest.mark.parametrize(("width", "dark"), [(390, False), (1280, True)], ids=["phone-light", "desk-dark"])
def test_it_keeps_the_rules_of_accessibility(
    page: str, width: int, dark: bool, browser: Browser, site: Path, axe: str
) -> None:
    opened = browser.open((site / page).as_uri(), width=width, dark=dark)
    assert held_to_the_rules(browser, opened, axe) == []


def test_the_menu_stands_beside_the_page_and_on_a_phone_below_it(browser: Browser, site: Path) -> None:
    below = "document.querySelector('.menu').getBoundingClientRect().top > document.querySelector('main').getBoundingClientRect().bottom - 1"
    wide = browser.open((site / "language.html").as_uri(), width=1280)
    assert not browser.ask(wide, below)
    assert not browser.ask(wide, "document.querySelector('.to-pages').checkVisibility()")
    narrow = browser.open((site / "language.html").as_uri(), width=390)
    assert browser.ask(narrow, below)
    assert browser.ask(narrow, "document.querySelector('.to-pages').checkVisibility()")


def test_results_are_told_apart_without_colour(browser: Browser, site: Path) -> None:
    page = browser.open((site / "features/harbour/shares.html").as_uri())
    told = browser.ask(
        page, "[...new Set([...document.querySelectorAll('.scenario > .tally')].map(it => it.innerText.trim()))]"
    )
    assert {words.split()[0] for words in told} == {"✓", "✗", "–"}


def test_dark_mode_is_dark_and_paper_is_white(browser: Browser, site: Path) -> None:
    address = (site / "index.html").as_uri()
    paper = "getComputedStyle(document.documentElement).backgroundColor"
    light, dark = (browser.ask(browser.open(address, dark=it), paper) for it in (False, True))
    assert light != dark
    printed = browser.open(address, dark=True, media="print")
    assert browser.ask(printed, paper) == "rgb(255, 255, 255)"
    assert not browser.ask(printed, "document.querySelector('.menu').checkVisibility()")
    assert browser.pdf(printed).startswith(b"%PDF-")


def test_the_keyboard_reaches_the_skip_link_first(browser: Browser, site: Path) -> None:
    page = browser.open((site / "language.html").as_uri())
    browser.press(page, "Tab", 9)
    at = browser.ask(
        page, "[document.activeElement.className, document.activeElement.getBoundingClientRect().top >= 0]"
    )
    assert at == ["skip", True]


def test_a_link_to_a_scenario_leads_to_its_heading(browser: Browser, site: Path) -> None:
    found = ""
    page = browser.open((site / "features/index.html").as_uri())
    browser.ask(
        page, "[...document.querySelectorAll('a')].find(it => it.textContent === 'They are said to agree').click()"
    )
    for _ in range(100):  # the page is left while it is asked
        with suppress(BrowserError):
            if found := browser.ask(page, "document.querySelector(':target')?.textContent ?? ''"):
                break
        time.sleep(0.1)
    assert found == "They are said to agree"
