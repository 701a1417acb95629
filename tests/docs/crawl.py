"""Every link of a site followed, as a reader would who has nothing but its folder."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import unquote

from tests.html.tree import Tree, parse


def pages(site: Path) -> dict[str, Tree]:
    """The pages of a site, by address."""
    return {
        path.relative_to(site).as_posix(): parse(path.read_text(encoding="utf-8"))
        for path in sorted(site.rglob("*.html"))
    }


def dead_links(site: Path, read: dict[str, Tree]) -> list[str]:
    """Links that lead to no page, or to no place on it; and whatever a page would load from elsewhere."""
    places = {page: {it.attributes.get("id") for it in tree.elements} for page, tree in read.items()}
    found = []
    for page, tree in read.items():
        for element in tree.elements:
            link = element.attributes.get("href")
            if element.attributes.get("src") or (
                element.name == "link" and (link or "").startswith(("http", "//", "/"))
            ):
                found.append(f"{page} loads {element.attributes}")
            if element.name != "a" or link is None or link.startswith(("http:", "https:")):
                continue
            path, _, place = unquote(link).partition("#")
            target = (site / page).parent / path if path else site / page
            address = target.resolve().relative_to(site.resolve()).as_posix() if target.is_file() else None
            if address is None or (place and place not in places[address]):
                found.append(f"{page} links to {link}")
    return found


def reached(site: Path, read: dict[str, Tree], start: str = "index.html") -> set[str]:
    """The pages that a reader who follows links comes to from the first."""
    seen, waiting = {start}, [start]
    while waiting:
        page = waiting.pop()
        for element in read[page].find("a"):
            link = (element.attributes.get("href") or "").partition("#")[0]
            if link and not link.startswith(("http:", "https:")):
                address = ((site / page).parent / unquote(link)).resolve().relative_to(site.resolve()).as_posix()
                if address in read and address not in seen:
                    seen.add(address)
                    waiting.append(address)
    return seen
