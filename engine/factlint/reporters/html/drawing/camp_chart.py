"""Names and truths: there is no axis between them, so each side is drawn as the claims that hold on to one stem."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from factlint.reporters.html.drawing.labels import line, picture
from factlint.reporters.html.drawing.marks import hue, letter, shape
from factlint.reporters.html.markup import Html, tag

HEAD, LEAF, BETWEEN = 26, 23, 12


@dataclass(frozen=True, slots=True)
class Stem:
    """A side, what it says, and (who, fact) for each of its claims."""

    side: int
    title: str
    claims: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class CampChart:
    title: str
    stems: tuple[Stem, ...]
    letters: bool = True

    @property
    def kinds(self) -> set[str]:
        return set()

    def draw(self, name: str) -> Html:
        content: list[Html] = []
        top = 0
        for stem in self.stems:
            content += _stem(stem, top, lead=letter(stem.side) if self.letters else "")
            top += HEAD + LEAF * len(stem.claims) + BETWEEN
        facts = [fact for stem in self.stems for _who, fact in stem.claims]
        return picture(name, self.title, facts, max(top - BETWEEN, 1), *content)


def _stem(stem: Stem, top: int, *, lead: str) -> Iterator[Html]:
    middle = top + 13
    last = top + HEAD + LEAF * (len(stem.claims) - 1) + 9
    yield tag("line", x1=8, x2=8, y1=middle, y2=last, class_=f"stem {hue(stem.side)}")
    yield shape(stem.side, "8", middle)
    yield line(stem.title, top + 18, x=24, lead=lead, class_="camp")
    for number, (who, _fact) in enumerate(stem.claims):
        y = top + HEAD + LEAF * number + 9
        yield tag("line", x1=8, x2=20, y1=y, y2=y, class_=f"stem {hue(stem.side)}")
        yield line(who, y + 5, x=26)


@dataclass(frozen=True, slots=True)
class CountChart:
    """So many independent sources, where a rule asks for so many."""

    found: int
    wanted: int

    @property
    def kinds(self) -> set[str]:
        return set()

    def draw(self, name: str) -> Html:
        words = f"{self.found} of {self.wanted} independent sources"
        dots = [
            tag("circle", cx=9 + 24 * index, cy=32, r=7, class_="source" if index < self.found else "source missing")
            for index in range(self.wanted)
        ]
        return picture(name, "Independent sources", [words], 44, line(words, 14), *dots)


MOST = 12
"""Sources that fit beside each other on a phone; more are left to the words."""


def count_chart(found: int, wanted: int) -> Sequence[CountChart]:
    return [CountChart(found, wanted)] if 0 <= found < wanted <= MOST else []
