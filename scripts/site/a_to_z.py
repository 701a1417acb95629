"""Where to look: the headings of all reference pages, by letter."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import groupby

from factlint.reporters.html.markup import Html, join, tag
from scripts.site.layout import Page
from scripts.site.places import between

ADDRESS = "a-to-z.html"

Headings = tuple[Page, tuple[tuple[str, str], ...]]
"""A page, and its headings as (identifier, words)."""


def a_to_z_page(pages: Iterable[Headings]) -> Page:
    """Every heading below a page's title, with the page that it is on."""
    entries = sorted(
        (_key(words), words, f"{between(ADDRESS, page.address)}#{name}", page.title)
        for page, held in pages
        for name, words in held
    )
    sections = []
    ways = []
    for letter, held in groupby(entries, key=lambda it: it[0][:1].upper()):
        items = [_item(words, link, where) for _key, words, link, where in held]
        heading = tag("h2", letter, id=f"letter-{letter}")
        sections.append(tag("section", heading, tag("ul", items, class_="columns")))
        ways.append(join(tag("a", letter, href=f"#letter-{letter}"), " "))
    return Page(
        address=ADDRESS,
        title="From A to Z",
        standfirst=tag("p", "The headings of the reference and the guides.", class_="standfirst"),
        body=join(tag("p", ways, class_="letters"), sections),
    )


def _item(words: str, link: str, where: str) -> Html:
    return tag("li", tag("a", words, href=link), f", {where}")


def _key(heading: str) -> str:
    """What a heading is found under: without its number and article, `10. Dates` under D, `A rule` under R."""
    return re.sub(r"^(?:\d+\.|Appendix:)?\s*(?:(?:A|The|Your) )?", "", heading).casefold()
