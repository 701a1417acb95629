"""The page in a real browser: silent, alone, legible at every width and in both schemes, and usable without its script."""

from __future__ import annotations

import json
from typing import Any

import pytest

from tests.html.browser import Browser, Page
from tests.html.conftest import SAMPLES, Pages

WIDTHS = (320, 390, 820, 1280)
SHOWN = "[...document.querySelectorAll('article.finding')].filter(it => it.checkVisibility()).length"
ROWS = "[...document.querySelectorAll('tr[data-rule]')].filter(it => it.checkVisibility()).length"

every_page = pytest.mark.parametrize("name", SAMPLES)


@every_page
@pytest.mark.parametrize("script", [True, False], ids=["script", "no-script"])
def test_it_says_nothing_asks_for_nothing_and_runs_nothing_of_others(
    name: str, script: bool, browser: Browser, pages: Pages
) -> None:
    page = browser.open(pages.address(name), script=script)
    assert page.console == []
    assert page.requests == [pages.address(name)]
    title = browser.ask(page, "document.title")
    assert title.endswith(" – factlint")
    assert browser.ask(page, "document.querySelectorAll('img, iframe, object, embed').length") == 0


@every_page
@pytest.mark.parametrize("width", WIDTHS)
def test_nothing_sticks_out_sideways(name: str, width: int, browser: Browser, pages: Pages) -> None:
    page = browser.open(pages.address(name), width=width)
    assert browser.ask(page, "document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("width", WIDTHS)
def test_letters_in_drawings_keep_their_size_and_stay_inside(width: int, browser: Browser, pages: Pages) -> None:
    page = browser.open(pages.address("everything"), width=width)
    small = browser.ask(
        page,
        """[...document.querySelectorAll('svg.drawing text')].filter(it => it.checkVisibility()).map(it => {
            const box = it.getBoundingClientRect(), around = it.ownerSVGElement.getBoundingClientRect();
            return {text: it.textContent, size: parseFloat(getComputedStyle(it).fontSize),
                    over: Math.max(box.right - around.right, around.left - box.left)};
        }).filter(it => it.size < 12 || it.over > (innerWidth < 390 ? 30 : 1))""",
    )
    assert small == []


@pytest.mark.parametrize(("width", "dark"), [(390, False), (1280, True)], ids=["phone-light", "desk-dark"])
@every_page
def test_it_keeps_the_rules_of_accessibility(
    name: str, width: int, dark: bool, browser: Browser, pages: Pages, axe: str
) -> None:
    page = browser.open(pages.address(name), width=width, dark=dark)
    assert held_to_the_rules(browser, page, axe) == []


def held_to_the_rules(browser: Browser, page: Page, axe: str) -> list[Any]:
    browser.ask(page, f"(() => {{ {axe}\n; return 1; }})()")
    tags = json.dumps(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"])
    answer = browser.ask(
        page,
        f"""axe.run(document, {{runOnly: {tags}}}).then(it => JSON.stringify(
            {{broken: it.violations.map(v => [v.id, v.nodes.slice(0, 3).map(n => n.html.slice(0, 200))]), held: it.passes.length}}))""",
    )
    result = json.loads(answer)
    assert result["held"] > 10, "the rules ran"
    broken: list[Any] = result["broken"]
    return broken


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_marks_stand_out_from_the_paper(dark: bool, browser: Browser, pages: Pages) -> None:
    """Graphics need a contrast of 3 to 1; axe looks at letters alone."""
    page = browser.open(pages.address("everything"), dark=dark)
    faint = browser.ask(
        page,
        """(() => {
            const light = colour => {
                const [r, g, b] = colour.match(/[\\d.]+/g).map(it => it / 255).map(
                    it => it <= 0.04045 ? it / 12.92 : ((it + 0.055) / 1.055) ** 2.4);
                return 0.2126 * r + 0.7152 * g + 0.0722 * b;
            };
            const paper = light(getComputedStyle(document.documentElement).backgroundColor);
            const contrast = colour => {
                const other = light(colour);
                return (Math.max(other, paper) + 0.05) / (Math.min(other, paper) + 0.05);
            };
            const marks = [...document.querySelectorAll('.mark:not(.hollow), .arrow, .beyond, .allowed')];
            const lines = [...document.querySelectorAll('.end, .stem, .limit-end, .mark.hollow')];
            const colours = [...marks.map(it => getComputedStyle(it).fill), ...lines.map(it => getComputedStyle(it).stroke)];
            return colours.length ? [...new Set(colours)].filter(it => contrast(it) < 3) : ['no marks'];
        })()""",
    )
    assert faint == []


def test_dark_mode_is_dark(browser: Browser, pages: Pages) -> None:
    colours = [
        browser.ask(
            browser.open(pages.address("quiet"), dark=dark),
            "getComputedStyle(document.documentElement).backgroundColor",
        )
        for dark in (False, True)
    ]
    assert colours[0] != colours[1]


def test_without_the_script_everything_is_there_and_the_form_is_not(browser: Browser, pages: Pages) -> None:
    page = browser.open(pages.address("everything"), script=False)
    assert browser.ask(page, SHOWN) == pages["everything"].count("<article")
    assert not browser.ask(page, "document.querySelector('form.filters').checkVisibility()")


@pytest.mark.parametrize(
    ("name", "choose", "left"),
    [
        (
            "verdict",
            "accepted",
            "[...document.querySelectorAll('article.finding')].filter(it => it.dataset.verdict === 'accepted').length",
        ),
        (
            "rule",
            "r1",
            "[...document.querySelectorAll('article.finding')].filter(it => it.dataset.rule === 'r1').length",
        ),
        (
            "outlet",
            "o1",
            "[...document.querySelectorAll('article.finding')].filter(it => it.dataset.outlets.split(' ').includes('o1')).length",
        ),
    ],
)
def test_a_filter_leaves_what_fits_says_so_and_can_be_taken_back(
    name: str, choose: str, left: str, browser: Browser, pages: Pages
) -> None:
    page = browser.open(pages.address("everything"))
    everything, rows = browser.ask(page, SHOWN), browser.ask(page, ROWS)
    browser.ask(
        page,
        f"""(() => {{ const it = document.querySelector('select[name={name}]'); it.value = '{choose}';
            it.dispatchEvent(new Event('change', {{bubbles: true}})); }})()""",
    )
    wanted = browser.ask(page, left)
    assert 0 < wanted < everything
    assert browser.ask(page, SHOWN) == wanted
    assert 0 < browser.ask(page, ROWS) < rows
    assert (
        browser.ask(page, "document.querySelector('.shown').textContent") == f"{wanted} of {everything} findings shown"
    )
    browser.ask(page, "document.querySelector('button[type=reset]').click()")
    browser.ask(page, "new Promise(done => setTimeout(done, 20))")
    assert browser.ask(page, SHOWN) == everything
    assert page.console == []


def test_a_link_to_a_finding_that_is_filtered_away_brings_it_back(browser: Browser, pages: Pages) -> None:
    page = browser.open(pages.address("everything"))
    browser.ask(
        page,
        """(() => { const it = document.querySelector('select[name=rule]'); it.value = 'r1';
            it.dispatchEvent(new Event('change', {bubbles: true}));
            location.hash = document.querySelector('article.finding[hidden]').id; })()""",
    )
    browser.ask(page, "new Promise(done => setTimeout(done, 100))")
    assert browser.ask(page, "document.getElementById(location.hash.slice(1)).checkVisibility()")


def test_the_keyboard_reaches_the_skip_link_first_and_focus_is_seen(browser: Browser, pages: Pages) -> None:
    page = browser.open(pages.address("everything"))
    browser.press(page, "Tab", 9)
    at = browser.ask(
        page,
        """(() => { const it = document.activeElement, box = it.getBoundingClientRect();
            return [it.className, box.top >= 0, getComputedStyle(it).outlineStyle]; })()""",
    )
    assert at == ["skip", True, "solid"]


def test_it_prints_whole_and_without_what_paper_cannot_do(browser: Browser, pages: Pages) -> None:
    page = browser.open(pages.address("everything"), media="print", dark=True)
    for part in ("form.filters", "nav"):
        assert not browser.ask(page, f"document.querySelector('{part}').checkVisibility()")
    assert browser.ask(page, SHOWN) == pages["everything"].count("<article")
    assert browser.ask(page, "getComputedStyle(document.documentElement).backgroundColor") == "rgb(255, 255, 255)"
    printed = browser.pdf(page)
    assert printed.startswith(b"%PDF-")
    assert printed.count(b"/Type /Page\n") + printed.count(b"/Type /Page ") + printed.count(b"/Type /Page/") > 2


def test_a_picture_can_be_taken(browser: Browser, pages: Pages) -> None:
    page = browser.open(pages.address("quiet"), width=390, height=500)
    assert browser.picture(page).startswith(b"\x89PNG")
