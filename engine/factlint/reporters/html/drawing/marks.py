"""The marks of the drawings. A side has a colour, a letter and a shape, so that any one of the three tells it apart."""

from __future__ import annotations

from fractions import Fraction

from factlint.quantities.interval import Interval
from factlint.quantities.values import Form
from factlint.reporters.html.drawing.scale import Scale, percent
from factlint.reporters.html.markup import Html, join, tag

SHAPES = ("circle", "square", "triangle", "diamond", "wedge", "cross")
"""As many as there are colours; from the seventh side on letters alone are new."""

NEUTRAL = -1
"""The side of those that agree with everyone."""

_POINTS = {
    "square": "-5,-5 5,-5 5,5 -5,5",
    "triangle": "0,-6.5 6.3,5 -6.3,5",
    "diamond": "0,-7 7,0 0,7 -7,0",
    "wedge": "0,6.5 6.3,-5 -6.3,-5",
    "cross": "-2,-6 2,-6 2,-2 6,-2 6,2 2,2 2,6 -2,6 -2,2 -6,2 -6,-2 -2,-2",
}
_HEIGHTS = {"precision": 4, "hedge": 12, "range": 12, "vague": 12, "bound": 12, "span": 12}


def letter(side: int) -> str:
    """A, B … Z, AA, AB …; nothing for those that take no side."""
    if side < 0:
        return ""
    above, within = divmod(side, 26)
    return (letter(above - 1) if above else "") + "ABCDEFGHIJKLMNOPQRSTUVWXYZ"[within]


def hue(side: int) -> str:
    """The class that gives a mark its side's colour."""
    return "neutral" if side < 0 else f"side-{side % len(SHAPES)}"


def shape(side: int, x: str, y: int) -> Html:
    """The side's shape, its middle at a place; hollow for those that take no side."""
    if side < 0:
        return tag("circle", cx=x, cy=y, r=5, class_=f"mark hollow {hue(side)}")
    kind = SHAPES[side % len(SHAPES)]
    if kind == "circle":
        return tag("circle", cx=x, cy=y, r="5.5", class_=f"mark {hue(side)}")
    glyph = tag("polygon", points=_POINTS[kind], class_=f"mark {hue(side)}")
    return tag("svg", glyph, x=x, y=y, overflow="visible", width=1, height=1)


def badge(side: int) -> Html:
    """The side's shape for a line of text; the text beside it says the rest."""
    return tag("svg", shape(side, "8", 8), class_="badge", width=16, height=16, aria_hidden="true", focusable="false")


def band_style(form: Form) -> str:
    """How what the words of a quantity leave open is drawn."""
    match form:
        case Form.RANGE:
            return "range"
        case Form.VAGUE:
            return "vague"
        case Form.BOUND:
            return "bound"
        case _:
            return "hedge"


def band(interval: Interval, scale: Scale, y: int, side: int, style: str) -> Html:
    """A stretch of values around a line: its ends upright where they belong to it, dashed where they do not.

    Where it has no end it runs to the edge, and an arrow says that it goes on.
    """
    left = Fraction(0) if interval.low is None else scale.place(interval.low)
    right = Fraction(100) if interval.high is None else scale.place(interval.high)
    height = _HEIGHTS[style]
    body = tag(
        "rect",
        x=percent(left),
        y=f"{y - height / 2:g}",
        width=percent(max(right - left, Fraction(0))),
        height=height,
        class_=f"band {style} {hue(side)}",
    )
    if style == "precision":
        return body
    ends = [
        _end(percent(place), y, side, is_open=is_open)
        for place, bound, is_open in (
            (left, interval.low, interval.low_open),
            (right, interval.high, interval.high_open),
        )
        if bound is not None
    ]
    arrows = [
        tag(
            "svg",
            tag("polygon", points=points, class_=f"arrow {hue(side)}"),
            x=place,
            y=y,
            overflow="visible",
            width=1,
            height=1,
        )
        for bound, place, points in (
            (interval.low, "0%", "0,0 9,-8 9,8"),
            (interval.high, "100%", "0,0 -9,-8 -9,8"),
        )
        if bound is None
    ]
    return join(body, ends, arrows)


def _end(x: str, y: int, side: int, *, is_open: bool) -> Html:
    return tag("line", x1=x, x2=x, y1=y - 8, y2=y + 8, class_=f"end {'open' if is_open else 'closed'} {hue(side)}")


KEYS: dict[str, str] = {
    "point": "the number as written",
    "precision": "precision: what the digits leave open",
    "hedge": "a hedge such as “about” or “nearly”",
    "range": "a range, as written",
    "vague": "a vague word, such as “several”",
    "bound": "one-sided: no end on this side",
    "span": "the time that a date covers",
    "open": "an end that is itself left out",
    "gap": "apart: what is allowed, and what goes beyond",
    "limit": "what the rule allows",
}
"""What each mark means, in the order in which a key lists them."""


def sample(kind: str) -> Html:
    """A small drawing of one kind of mark, for the key."""
    half = Scale(Fraction(0), Fraction(100))
    inner = Interval(Fraction(12), Fraction(88))
    match kind:
        case "point":
            drawn: Html = shape(NEUTRAL, "50%", 9)
        case "bound":
            drawn = band(Interval(Fraction(12), None), half, 9, NEUTRAL, "bound")
        case "open":
            drawn = _end("50%", 9, NEUTRAL, is_open=True)
        case "gap":
            drawn = join(
                tag("rect", x="5%", y=8, width="45%", height=2, class_="allowed"),
                tag("rect", x="50%", y=5, width="45%", height=8, class_="beyond"),
            )
        case "limit":
            drawn = tag("rect", x="5%", y=2, width="90%", height=14, class_="limit")
        case _:
            drawn = band(inner, half, 9, NEUTRAL, kind)
    return tag("svg", drawn, class_="sample", width=44, height=18, aria_hidden="true", focusable="false")
