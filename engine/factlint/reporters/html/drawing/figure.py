"""A finding as a figure: a chart for each unit, time or kind of name that its claims are in, and a key to the marks."""

from __future__ import annotations

from fractions import Fraction

from factlint.assertions.finding import Entry
from factlint.assertions.words import show_allowed, show_found
from factlint.evaluate.result import Finding
from factlint.language.model import Selection
from factlint.quantities.format import show_interval
from factlint.quantities.interval import Interval
from factlint.quantities.values import DateSpan, Quantity, Unit
from factlint.reporters.html.drawing.axis_chart import AxisChart, Row, ordered
from factlint.reporters.html.drawing.camp_chart import CampChart, CountChart, Stem, count_chart
from factlint.reporters.html.drawing.limits import (
    Gap,
    allowed_values,
    bound_of,
    check_of,
    gap_between,
    one_side,
)
from factlint.reporters.html.drawing.marks import KEYS, NEUTRAL, band_style, sample
from factlint.reporters.html.markup import Html, tag
from factlint.reporters.html.words import (
    TREND,
    Side,
    as_compared,
    as_written,
    group_name,
    readable_date,
    sides,
    who,
    width_in_words,
)

MOST_ROWS = 30
"""Claims drawn in one chart; the text below lists more."""

Chart = AxisChart | CampChart | CountChart


def figure(finding: Finding, name: str) -> Html | None:
    """The drawing of a finding; None where it has no claims (nothing could be drawn)."""
    drawn = charts(finding)
    if not drawn:
        return None
    kinds = {kind for chart in drawn for kind in chart.kinds}
    limits = [chart.limit_words for chart in drawn if isinstance(chart, AxisChart) and chart.limit is not None]
    items = [
        tag("li", sample(kind), " ", tag("span", limits[0] if kind == "limit" else words))
        for kind, words in KEYS.items()
        if kind in kinds
    ]
    pictures = [chart.draw(f"{name}-{number}") for number, chart in enumerate(drawn, 1)]
    key = tag("ul", *items, class_="key", aria_label="Key") if items else None
    left = len(finding.entries) - MOST_ROWS
    note = tag("p", f"The first {MOST_ROWS} of {len(finding.entries)} claims are drawn.", class_="note")
    caption = tag("figcaption", key, note if left > 0 else None) if key or left > 0 else None
    return tag("figure", *pictures, caption)


def charts(finding: Finding) -> list[Chart]:
    placed = [(side, entry) for side in sides(finding) for entry in side.entries][:MOST_ROWS]
    quantities: dict[object, list[tuple[Side, Entry, Quantity]]] = {}
    dates: list[tuple[Side, Entry]] = []
    rest: list[tuple[Side, Entry]] = []
    for side, entry in placed:
        match entry.value:
            case Quantity() as quantity:
                quantities.setdefault((quantity.unit.dimension, quantity.unit.is_share), []).append(
                    (side, entry, quantity)
                )
            case DateSpan():
                dates.append((side, entry))
            case _:
                rest.append((side, entry))
    drawn: list[Chart] = [_numbers(finding, members) for members in quantities.values()]
    drawn += [_times(finding, dates)] if dates else []
    drawn += [_names(finding, rest)] if rest else []
    drawn += _measured(finding, {members[0][2].unit.name for members in quantities.values()})
    return drawn


# --- Quantities and dates --------------------------------------------------------------------------------------------


def _numbers(finding: Finding, members: list[tuple[Side, Entry, Quantity]]) -> AxisChart:
    unit = members[0][2].unit
    rows = []
    held: list[tuple[Entry, Interval]] = []
    for side, entry, quantity in members:
        value = quantity.to(unit)
        held.append((entry, value.interval))
        rows.append(
            Row(
                side.number,
                _who(finding, entry),
                as_written(entry),
                _fact(finding, side, entry),
                _bands(value),
                value.nominal if value.nominal is not None else _point(value.interval),
            )
        )
    result = _result(finding, unit)
    limit = allowed_values(finding, unit)
    return AxisChart(
        title=f"{_subject(finding)}: its claims on one axis{_in(unit)}",
        rows=(*ordered(rows), *result),
        unit=unit.name,
        limit=limit,
        limit_words=_limit_words(finding, limit, unit),
        gap=gap_between(finding, held, unit),
        whole=all(it.counted or it.unit.counting for _side, _entry, it in members),
        letters=_lettered(finding),
    )


def _bands(value: Quantity) -> tuple[tuple[Interval, str], ...]:
    """The precision of the digits around what the words leave open, each where there is any."""
    found: list[tuple[Interval, str]] = []
    if value.clear != value.interval or value.why.value == "precision":
        found.append((value.interval, "precision"))
    if not value.clear.is_point:
        found.append((value.clear, band_style(value.form)))
    return tuple(it for it in found if not it[0].is_point)


def _point(interval: Interval) -> Fraction | None:
    return interval.low if interval.is_point else None


def _times(finding: Finding, members: list[tuple[Side, Entry]]) -> AxisChart:
    zoned = any(isinstance(entry.value, DateSpan) and entry.value.zoned for _side, entry in members)
    rows = []
    held: list[tuple[Entry, Interval]] = []
    for side, entry in members:
        span = entry.interval(against_zoned=zoned)
        assert span is not None  # it is a date
        held.append((entry, span))
        rows.append(
            Row(
                side.number,
                _who(finding, entry),
                as_written(entry),
                _fact(finding, side, entry),
                () if span.is_point else ((span, "span"),),
                _point(span),
            )
        )
    limit = allowed_values(finding, None)
    return AxisChart(
        title=f"{_subject(finding)}: its claims on a time line",
        rows=ordered(rows),
        unit=None,
        limit=limit,
        limit_words=_limit_words(finding, limit, None),
        gap=gap_between(finding, held, None),
        letters=_lettered(finding),
    )


# --- What was measured -----------------------------------------------------------------------------------------------


def _result(finding: Finding, unit: Unit) -> tuple[Row, ...]:
    """What an expression comes to, where it is in the same unit: of its values the nearest to the limit, and those beyond."""
    bound, measured, check = bound_of(finding), finding.measured, check_of(finding)
    if isinstance(finding.rule.subject, Selection) or bound is None or measured is None or check is None:
        return ()
    if measured.found is None or measured.allowed is None or measured.unit != unit.name:
        return ()
    above = measured.found > measured.allowed
    span = Interval(measured.found, None) if above else Interval(None, measured.found)
    if check.clearly:
        span = Interval.exact(measured.found)
    words = show_interval(span, unit)
    bands = () if span.is_point else ((span, "bound"),)
    return (Row(NEUTRAL, "What they come to", words, f"together they come to {words}", bands, _point(span)),)


def _measured(finding: Finding, drawn: set[str]) -> list[Chart]:
    """What is on no axis of the claims: a count of sources, a gap between computed values, a bound in another unit."""
    measured = finding.measured
    if measured is None or measured.found is None or measured.allowed is None:
        return []
    if measured.kind == "count":
        return [*count_chart(int(measured.found), int(measured.allowed))]
    unit = Unit(measured.unit or "", Fraction(1), ())
    if measured.kind == "bound":
        rows = () if isinstance(finding.rule.subject, Selection) else _result(finding, unit)
        bound = bound_of(finding)
        if not rows or unit.name in drawn or bound is None:
            return []
        limit = one_side(bound.side, Interval.exact(measured.allowed))
        return [
            AxisChart(
                title=f"{_subject(finding)}: what it comes to",
                rows=rows,
                unit=unit.name,
                limit=limit,
                limit_words=_limit_words(finding, limit, unit),
                letters=False,
            )
        ]
    if measured.found <= measured.allowed or (measured.kind == "gap" and finding.assertion == "agree"):
        return []
    words = f"{_apart(finding)} {show_found(measured)}"
    words += f", allowed {show_allowed(measured)}" if measured.allowed else ""
    gap = Gap(Fraction(0), measured.found, measured.allowed or None, words)
    return [AxisChart(title=f"{_subject(finding)}: {words}", rows=(), unit=measured.unit or "", gap=gap)]


def _apart(finding: Finding) -> str:
    return "changed by" if finding.assertion in TREND else "apart by"


# --- Names -----------------------------------------------------------------------------------------------------------


def _names(finding: Finding, members: list[tuple[Side, Entry]]) -> CampChart:
    found: dict[int, list[tuple[Side, Entry]]] = {}
    for side, entry in members:
        found.setdefault(side.number, []).append((side, entry))
    stems = [
        Stem(
            number,
            mine[0][0].title or "The claims",
            tuple((_leaf(finding, entry), _fact(finding, side, entry)) for side, entry in mine),
        )
        for number, mine in found.items()
    ]
    return CampChart(f"{_subject(finding)}: who says what", tuple(stems), letters=_lettered(finding))


def _leaf(finding: Finding, entry: Entry) -> str:
    written = as_written(entry)
    told = _who(finding, entry)
    return told if as_compared(entry) is None or written in {"true", "false"} else f"{told}: {written}"


# --- Words -----------------------------------------------------------------------------------------------------------


def _who(finding: Finding, entry: Entry) -> str:
    """Who says it; with the date in a row of trends, with the property where claims of several stand together."""
    claim = entry.claim
    name = who(claim)
    if finding.assertion in TREND and claim.period is not None:
        name = f"{readable_date(claim.period)}, {name}"
    several = len({it.claim.property.name for it in finding.entries}) > 1
    return f"{claim.property.name}, {name}" if several else name


def _fact(finding: Finding, side: Side, entry: Entry) -> str:
    compared, width = as_compared(entry), width_in_words(entry)
    more = ", ".join(part for part in (compared, width) if part)
    place = "agreeing with all" if side.number < 0 and len(finding.camps) > 1 else f"side {side.number + 1}"
    place = f" ({place})" if len(finding.camps) > 1 else ""
    return f"{_who(finding, entry)}{place}: {as_written(entry)}" + (f" – {more}" if more else "")


def _subject(finding: Finding) -> str:
    return group_name(finding)


def _lettered(finding: Finding) -> bool:
    """Do its sides need letters to be told apart?"""
    return len(sides(finding)) > 1


def _in(unit: Unit) -> str:
    return f", in {unit.name}" if unit.name else ""


def _limit_words(finding: Finding, limit: Interval | None, unit: Unit | None) -> str:
    if limit is not None and unit is not None:
        return f"{KEYS['limit']}: {show_interval(limit, unit)}"
    check = check_of(finding)
    return f"{KEYS['limit']}: {check.text}" if check is not None and check.text else KEYS["limit"]
