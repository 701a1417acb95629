"""Lines of text in a drawing. Letters keep their size on every screen, so a long line has a short form for narrow ones."""

from __future__ import annotations

from factlint.reporters.html.markup import Html, join, tag
from factlint.reporters.html.words import clip

NARROW, WIDE = 44, 92
"""Letters that fit beside each other on a phone, and in the column of a page."""


def line(text: str, y: int, *, x: int = 0, lead: str = "", class_: str = "") -> Html:
    """A line from the left edge; `lead` stands before it in bold."""
    used = len(lead) + 2 if lead else 0
    room = NARROW - x // 6 - used
    bold = tag("tspan", lead, class_="lead") if lead else None
    gap = "\u2002" if lead else ""
    if clip(text, room) == text:
        return tag("text", bold, gap + text, x=x, y=y, class_=class_ or None)
    short = tag("text", bold, gap + clip(text, room), x=x, y=y, class_=f"{class_} narrow".strip())
    full = tag("text", bold, gap + clip(text, WIDE - used), x=x, y=y, class_=f"{class_} wide".strip())
    return join(short, full)


def picture(name: str, title: str, facts: list[str], height: int, *content: Html) -> Html:
    """An SVG as wide as its page. `facts` are what it shows, in words, for those who do not see it."""
    heading = tag("title", title, id=f"{name}-title")
    described = tag("desc", "; ".join(facts) + ".", id=f"{name}-desc")
    return tag(
        "svg",
        heading,
        described,
        *content,
        class_="drawing",
        role="img",
        width="100%",
        height=height,
        aria_labelledby=f"{name}-title",
        aria_describedby=f"{name}-desc",
    )
