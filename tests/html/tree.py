"""A page taken apart the way a browser would, for tests that need none."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser

VOID = {"br", "hr", "input", "link", "meta", "wbr"}


@dataclass
class Element:
    name: str
    attributes: dict[str, str | None]
    inside: tuple[str, ...]
    text: str = ""


@dataclass
class Tree(HTMLParser):
    """Every element in order, with its text and the names of those around it; `odd` is what does not nest."""

    elements: list[Element] = field(default_factory=list)
    odd: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._open: list[Element] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(tag, dict(attrs), tuple(it.name for it in self._open))
        if len(attrs) != len(element.attributes):
            self.odd.append(f"an attribute twice on {tag}")
        self.elements.append(element)
        if tag not in VOID:
            self._open.append(element)

    def handle_endtag(self, tag: str) -> None:
        if not self._open or self._open[-1].name != tag:
            self.odd.append(f"</{tag}> closes nothing")
            return
        self._open.pop()

    def handle_data(self, data: str) -> None:
        for element in self._open:
            element.text += data

    def find(self, name: str, **wanted: str) -> list[Element]:
        keys = {key.rstrip("_").replace("_", "-"): value for key, value in wanted.items()}
        return [
            it
            for it in self.elements
            if it.name == name and all(value in (it.attributes.get(key) or "").split() for key, value in keys.items())
        ]


def parse(page: str) -> Tree:
    tree = Tree()
    tree.feed(page)
    tree.close()
    return tree
