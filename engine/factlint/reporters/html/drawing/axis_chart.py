"""Quantities in one unit, or dates, drawn on one axis: a row a claim, what the rule allows behind them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from factlint.quantities.interval import Interval
from factlint.reporters.html.drawing.labels import line, picture
from factlint.reporters.html.drawing.limits import Gap
from factlint.reporters.html.drawing.marks import band, hue, letter, shape
from factlint.reporters.html.drawing.scale import Axis, Scale, number_axis, percent, time_axis
from factlint.reporters.html.markup import Html, join, tag

ROW = 44
TRACK = 29
"""How far below the top of its row a claim's line runs."""
FOOT = 40


@dataclass(frozen=True, slots=True)
class Row:
    """One line: who says it, what they say, the stretches that their words leave open (widest first), and the number.

    `said` is what a reader reads beside it, `fact` what one who does not see the drawing is told.
    """

    side: int
    who: str
    said: str
    fact: str
    bands: tuple[tuple[Interval, str], ...] = ()
    nominal: Fraction | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AxisChart:
    """`unit` as reports name it; None: the values are seconds since 1970. `whole`: they are counts.

    `letters`: there are several sides, and each row names its own.
    """

    title: str
    rows: tuple[Row, ...]
    unit: str | None
    limit: Interval | None = None
    limit_words: str = ""
    gap: Gap | None = None
    whole: bool = False
    letters: bool = True

    @property
    def kinds(self) -> set[str]:
        """The marks that it uses, for its key."""
        styles = {style for row in self.rows for _interval, style in row.bands}
        drawn = [(interval, style) for row in self.rows for interval, style in row.bands if style != "precision"]
        used = styles - {"bound"}
        used |= {"bound"} if any(interval.one_sided for interval, _style in drawn) else set()
        used |= {"point"} if any(row.nominal is not None for row in self.rows) else set()
        used |= {"limit"} if self.limit is not None else set()
        used |= {"gap"} if self.gap is not None and self.gap.allowed is not None else set()
        open_ends = any(
            (interval.low is not None and interval.low_open) or (interval.high is not None and interval.high_open)
            for interval, style in drawn
            if style != "span"
        )
        return used | ({"open"} if open_ends else set())

    @property
    def _intervals(self) -> list[Interval]:
        return [it for row in self.rows for it, _style in row.bands] + ([] if self.limit is None else [self.limit])

    @property
    def _values(self) -> list[Fraction]:
        """Every place that something drawn has on the axis."""
        values = [end for it in self._intervals for end in (it.low, it.high)]
        values += [row.nominal for row in self.rows]
        values += [] if self.gap is None else [self.gap.low, self.gap.high, self.gap.allowed]
        return [value for value in values if value is not None]

    @property
    def axis(self) -> Axis:
        if not self._values:
            return Axis((), "")  # nothing but what has no end: no number would mean anything
        return time_axis(self.scale) if self.unit is None else number_axis(self.scale, self.unit, whole=self.whole)

    @property
    def scale(self) -> Scale:
        intervals = self._intervals
        scale = Scale.over(self._values, zero=self.unit is not None, whole=self.whole)
        endless_below = any(it.low is None for it in intervals) and scale.low != 0
        return scale.widened(below=endless_below, above=any(it.high is None for it in intervals))

    def draw(self, name: str) -> Html:
        scale = self.scale
        bottom = ROW * len(self.rows) + (ROW if self.gap is not None else 0) + 2
        content = [
            *self._limit(scale, bottom),
            *_grid(self.axis, scale, bottom),
            *(
                _row(row, index * ROW, scale, lead=letter(row.side) if self.letters else "")
                for index, row in enumerate(self.rows)
            ),
            *self._gap(scale, ROW * len(self.rows)),
        ]
        facts = [row.fact for row in self.rows]
        facts += [self.limit_words] if self.limit is not None else []
        facts += [self.gap.words] if self.gap is not None else []
        return picture(name, self.title, facts, bottom + FOOT, *content)

    def _limit(self, scale: Scale, bottom: int) -> Iterator[Html]:
        if self.limit is None:
            return
        left = Fraction(0) if self.limit.low is None else scale.place(self.limit.low)
        right = Fraction(100) if self.limit.high is None else scale.place(self.limit.high)
        yield tag("rect", x=percent(left), y=0, width=percent(right - left), height=bottom, class_="limit")
        for place, end in ((left, self.limit.low), (right, self.limit.high)):
            if end is not None:
                yield tag("line", x1=percent(place), x2=percent(place), y1=0, y2=bottom, class_="limit-end")

    def _gap(self, scale: Scale, top: int) -> Iterator[Html]:
        if self.gap is None:
            return
        gap, y = self.gap, top + TRACK - 3
        left, right = scale.place(gap.low), scale.place(gap.high)
        middle = left if gap.allowed is None else scale.place(gap.allowed)
        yield line(gap.words, top + 14, class_="gap-words")
        yield tag("rect", x=percent(left), y=y + 2, width=percent(middle - left), height=2, class_="allowed")
        yield tag("rect", x=percent(middle), y=y - 1, width=percent(right - middle), height=8, class_="beyond")
        for place in (left, right):
            yield tag("line", x1=percent(place), x2=percent(place), y1=y - 4, y2=y + 10, class_="gap-end")


def _row(row: Row, top: int, scale: Scale, *, lead: str) -> Html:
    y = top + TRACK
    said = f"{row.who}: {row.said}" if row.said else row.who
    drawn = [band(interval, scale, y, row.side, style) for interval, style in row.bands]
    point = None if row.nominal is None else shape(row.side, percent(scale.place(row.nominal)), y)
    track = tag("line", x1="0%", x2="100%", y1=y, y2=y, class_=f"track {hue(row.side)}")
    return join(track, line(said, top + 14, lead=lead), drawn, point)


def _grid(axis: Axis, scale: Scale, bottom: int) -> Iterator[Html]:
    yield tag("line", x1="0%", x2="100%", y1=bottom, y2=bottom, class_="axis")
    for value, words in axis.ticks:
        place = scale.place(value)
        x = percent(place)
        anchor = "start" if place < 9 else "end" if place > 91 else "middle"
        yield tag("line", x1=x, x2=x, y1=0, y2=bottom + 5, class_="grid")
        yield tag("text", words, x=x, y=bottom + 18, text_anchor=anchor, class_="tick")
    if axis.title:
        yield tag("text", axis.title, x="100%", y=bottom + 34, text_anchor="end", class_="tick")


def ordered(rows: Sequence[Row]) -> tuple[Row, ...]:
    """Those that take no side last."""
    return tuple(sorted(rows, key=lambda row: row.side < 0))
