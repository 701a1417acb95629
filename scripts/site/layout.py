"""What every page has: its head, the way to all other pages, its own chapters."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from factlint.reporters.html.markup import Html, join, tag
from factlint.version import VERSION
from scripts.site.places import between

STYLE = "site.css"

Entry = tuple[str, str]
"""The address of a page and the words that lead there."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """`address` is from the site's own folder; `above` is the page it belongs to; `chapters` are (identifier, words)."""

    address: str
    title: str
    body: Html
    heading: Html | None = None
    kicker: Html | None = None
    standfirst: Html | None = None
    chapters: Sequence[tuple[str, Html | str]] = ()
    above: str | None = None


MENU: tuple[tuple[str, tuple[Entry, ...]], ...] = (
    ("Begin", (("index.html", "Overview"), ("first-article.html", "Your first article"))),
    (
        "Reference",
        (
            ("language.html", "The rule language"),
            ("quantities.html", "Quantities and dates"),
            ("corpus.html", "Claims and vocabulary"),
            ("reports.html", "Reports"),
            ("ci.html", "In CI"),
            ("editors.html", "In your editor"),
            ("gherkin.html", "Steps for scenarios"),
            ("codes/index.html", "What the codes mean"),
            ("a-to-z.html", "From A to Z"),
        ),
    ),
    ("What it promises", (("features/index.html", "Features and results"),)),
    (
        "The record",
        (("record.html", "What they disagree on"), ("rules/index.html", "Rules"), ("claims/index.html", "Claims")),
    ),
    (
        "The project",
        (
            ("project/readme.html", "Read me"),
            ("project/architecture.html", "Architecture"),
            ("project/contributing.html", "Contributing"),
            ("project/changelog.html", "Changes"),
        ),
    ),
)
"""The pages that every page leads to."""


def render(page: Page) -> str:
    """The whole page."""
    head = tag(
        "head",
        tag("meta", charset="utf-8"),
        tag("meta", name_="viewport", content="width=device-width, initial-scale=1"),
        tag("meta", name_="color-scheme", content="light dark"),
        tag("title", page.title if page.address == "index.html" else f"{page.title} – factlint"),
        tag("link", rel="icon", href="data:,"),
        tag("link", rel="stylesheet", href=between(page.address, STYLE)),
    )
    top = tag(
        "header",
        tag("a", "factlint", href=between(page.address, "index.html"), class_="wordmark"),
        tag("span", f"Documentation, version {VERSION}", class_="edition"),
        tag("a", "All pages", href="#pages", class_="to-pages"),
        class_="top",
    )
    main = tag(
        "main",
        tag("header", page.kicker, tag("h1", page.heading or page.title), page.standfirst, class_="opening"),
        _chapters(page),
        tag("div", page.body, class_="body"),
        id="content",
    )
    body = tag("body", tag("a", "Skip to the content", class_="skip", href="#content"), top, _menu(page), main)
    return f"<!doctype html>\n{tag('html', head, body, lang='en')}\n"


def _chapters(page: Page) -> Html | None:
    if len(page.chapters) < 2:
        return None
    items = [tag("li", tag("a", words, href=f"#{name}")) for name, words in page.chapters]
    return tag(
        "nav", tag("p", "On this page", class_="label"), tag("ul", items), aria_label="On this page", class_="chapters"
    )


def _menu(page: Page) -> Html:
    groups = [
        join(tag("p", title, class_="label"), tag("ul", [_entry(page, it) for it in entries]))
        for title, entries in MENU
    ]
    return tag("nav", groups, id="pages", aria_label="All pages", class_="menu")


def _entry(page: Page, entry: Entry) -> Html:
    address, words = entry
    current = "page" if address == page.address else "true" if address == page.above else None
    return tag("li", tag("a", words, href=between(page.address, address), aria_current=current))
