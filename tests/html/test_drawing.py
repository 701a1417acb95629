"""Where marks stand along an axis, and which marks a value gets."""

from __future__ import annotations

from fractions import Fraction
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factlint.quantities.dates import parse_date
from factlint.quantities.interval import Interval
from factlint.quantities.values import MICROSECONDS
from factlint.report import Report
from factlint.reporters.html.drawing.axis_chart import AxisChart, Row
from factlint.reporters.html.drawing.camp_chart import CampChart, CountChart
from factlint.reporters.html.drawing.figure import charts, figure
from factlint.reporters.html.drawing.scale import MARGIN, TICKS, Scale, number_axis, time_axis
from tests.html.samples import VOCABULARY
from tests.html.tree import parse
from tests.support import run

numbers = st.one_of(
    st.fractions(min_value=-(10**6), max_value=10**6, max_denominator=1000),
    st.sampled_from([Fraction(0), Fraction(10) ** 300, -(Fraction(10) ** 300), Fraction(1, 10**300)]),
)
seconds = st.integers(min_value=-62_000_000_000, max_value=253_000_000_000).map(Fraction)


@given(st.lists(numbers, max_size=6), st.booleans(), st.booleans())
def test_every_value_has_a_place_in_the_drawing_and_order_is_kept(
    values: list[Fraction], zero: bool, whole: bool
) -> None:
    scale = Scale.over(values, zero=zero, whole=whole).widened(below=zero, above=whole)
    places = [scale.place(value) for value in sorted(values)]
    assert all(MARGIN <= place <= 100 - MARGIN for place in places)
    assert places == sorted(places)
    assert len({*places}) == len({*values})


@given(st.lists(numbers, min_size=1, max_size=6), st.booleans())
def test_ticks_are_few_inside_even_and_told_apart(values: list[Fraction], whole: bool) -> None:
    scale = Scale.over(values, zero=True, whole=whole)
    ticks = number_axis(scale, "barrel/day", whole=whole).ticks
    at = [value for value, _label in ticks]
    assert len(at) <= TICKS
    assert all(scale.low <= value <= scale.high for value in at)
    assert len({b - a for a, b in pairwise(at)}) <= 1
    assert not whole or all(value.denominator == 1 for value in at)


@given(seconds, seconds)
def test_ticks_of_a_time_line_are_few_and_inside(one: Fraction, other: Fraction) -> None:
    scale = Scale.over([one, other], zero=False)
    ticks = time_axis(scale).ticks
    assert len(ticks) <= TICKS
    assert all(scale.low <= value <= scale.high for value, _label in ticks)


@pytest.mark.parametrize(
    ("low", "high", "labels", "title"),
    [
        ("2025-10-22", "2025-10-27", ["22 Oct", "23 Oct", "24 Oct", "25 Oct", "26 Oct", "27 Oct"], "2025, UTC"),
        ("2025-12-20", "2026-01-10", ["25 Dec", "1 Jan", "8 Jan"], "2025–2026, UTC"),
        ("2025-04", "2025-10", ["Apr 2025", "Jul 2025", "Oct 2025"], "UTC"),
        ("1998", "2024", ["2000", "2005", "2010", "2015", "2020"], "UTC"),
        ("2025-10-22T17:00Z", "2025-10-22T18:10Z", ["17:00", "17:15", "17:30", "17:45", "18:00"], "2025, UTC"),
        (
            "2025-10-22T22:00Z",
            "2025-10-23T03:00Z",
            ["22:00", "23:00", "23 Oct", "01:00", "02:00", "03:00"],
            "2025, UTC",
        ),
    ],
)
def test_a_time_line_is_marked_as_a_calendar_is(low: str, high: str, labels: list[str], title: str) -> None:
    ends = [parse_date(it).start for it in (low, high)]
    axis = time_axis(Scale.over([Fraction(it, MICROSECONDS) for it in ends if it is not None], zero=False))
    assert ([label for _value, label in axis.ticks], axis.title) == (labels, title)


@pytest.mark.parametrize(
    ("values", "zero", "labels", "title"),
    [
        ((36, 40), "percent", ["36", "37", "38", "39", "40"], "per cent"),
        ((5, 40), "percent", ["0", "10", "20", "30", "40"], "per cent"),  # near zero, zero is shown
        ((900_000, 1_200_000), "barrel/day", ["0.9", "1", "1.1", "1.2"], "million barrels/day"),
        ((-3, 4), "", ["-2", "0", "2", "4"], ""),
    ],
)
def test_an_axis_has_round_numbers(values: tuple[int, int], zero: str, labels: list[str], title: str) -> None:
    axis = number_axis(Scale.over([Fraction(it) for it in values], zero=True), zero)
    assert ([label for _value, label in axis.ticks], axis.title) == (labels, title)


def drawn(folder: Path, rows: list[dict[str, Any]], rule: str) -> tuple[Report, list[Any]]:
    report = run(folder, rows, rule, VOCABULARY)
    assert not report.diagnostics or all(it.severity == "warning" for it in report.diagnostics), report.diagnostics
    return report, charts(report.findings[0])


@pytest.mark.parametrize(
    ("value", "styles", "nominal", "why"),
    [
        ("40%", ["precision"], True, "a bare number is as wide as its precision"),
        ("about 40%", ["hedge"], True, "a hedge is a solid band"),
        ("about 3%", ["precision", "hedge"], True, "where precision is wider, the hedge lies inside it"),
        ("10 to 12%", ["range"], True, "a range is an outline"),
        ("most", ["vague"], False, "a vague word has no number"),
        ("more than 40%", ["bound"], False, "one-sided"),
        ("0%", [], True, "a bare zero is a point"),
    ],
)
def test_each_way_to_put_a_quantity_has_its_mark(
    value: str, styles: list[str], nominal: bool, why: str, tmp_path: Path
) -> None:
    rows = [{"property": "share", "value": value}]
    _report, (chart,) = drawn(tmp_path, rows, "share claims must be one of 5%")
    (row,) = chart.rows
    assert [style for _interval, style in row.bands] == styles, why
    assert (row.nominal is not None) is nominal, why


def test_sides_differ_in_shape_and_letter_as_well_as_colour(tmp_path: Path) -> None:
    rows = [{"property": "share", "value": f"{number}0%"} for number in range(1, 8)]
    report, _charts = drawn(tmp_path, rows, "share claims must agree")
    page = figure(report.findings[0], "f")
    assert page is not None
    tree = parse(page)
    letters = [it.text for it in tree.find("tspan", class_="lead")]
    assert letters == list("ABCDEFG")
    marks = [
        it
        for it in tree.elements
        if "mark" in (it.attributes.get("class") or "").split() and "figcaption" not in it.inside
    ]
    looks = [(it.name, it.attributes.get("points"), it.attributes["class"]) for it in marks]
    assert len(looks) == 7
    assert len(set(looks[:6])) == 6
    assert len({look[:2] for look in looks[:6]}) == 6, "told apart without the colour"


def test_the_allowed_band_stands_behind_the_claims_of_a_bound(tmp_path: Path) -> None:
    rows = [{"property": "share", "value": "90%"}]
    _report, (chart,) = drawn(tmp_path, rows, "share claims must be between 20% and 50%")
    assert isinstance(chart, AxisChart)
    assert chart.limit is not None
    assert chart.limit == Interval(Fraction(20), Fraction(50))
    assert chart.limit_words == "what the rule allows: 20–50 %"
    assert {"point", "precision", "limit"} == chart.kinds


@pytest.mark.parametrize(
    ("rule", "low", "high"),
    [
        ("be at most 50%", None, 50),
        ("be less than 50%", None, 50),
        ("be at most 0.5", None, 50),  # in the unit of the claims
    ],
)
def test_a_limit_is_drawn_on_its_side(rule: str, low: int | None, high: int, tmp_path: Path) -> None:
    _report, (chart,) = drawn(tmp_path, [{"property": "share", "value": "90%"}], f"share claims must {rule}")
    assert (chart.limit.low, chart.limit.high) == (low, high)


def test_a_date_limit_stands_where_the_written_day_begins(tmp_path: Path) -> None:
    rows = [{"property": "arrival", "value": "2031-03-20"}]
    _report, (chart,) = drawn(tmp_path, rows, "arrival claims must be before 2031-03-06")
    limit = parse_date("2031-03-06").start
    assert limit is not None
    assert (chart.limit.low, chart.limit.high) == (None, Fraction(limit, MICROSECONDS))
    assert chart.unit is None


@pytest.mark.parametrize(
    ("values", "within", "gap"),
    [
        (("40%", "60%"), " within 10%", (Fraction("40.5"), Fraction("59.5"), Fraction(45))),
        (("40%", "60%"), " within 5 percentage points", (Fraction("40.5"), Fraction("59.5"), Fraction("45.5"))),
        (("40%", "60%"), "", (Fraction("40.5"), Fraction("59.5"), None)),
    ],
)
def test_a_gap_shows_what_of_it_is_allowed(values: tuple[str, str], within: str, gap: Any, tmp_path: Path) -> None:
    rows = [{"property": "share", "value": value} for value in values]
    _report, (chart,) = drawn(tmp_path, rows, f"share claims must agree{within}")
    assert (chart.gap.low, chart.gap.high, chart.gap.allowed) == gap


def test_the_share_of_a_gap_between_negative_numbers_is_of_the_larger_in_magnitude(tmp_path: Path) -> None:
    rows = [{"property": "balance", "value": value} for value in ("-40%", "-60%")]
    _report, (chart,) = drawn(tmp_path, rows, "balance claims must agree within 10%")
    assert (chart.gap.low, chart.gap.high, chart.gap.allowed) == (
        Fraction("-59.5"),
        Fraction("-40.5"),
        Fraction("-53.55"),
    )


def test_a_computed_value_is_drawn_against_its_limit_on_the_axis_of_its_unit(tmp_path: Path) -> None:
    rows = [
        {"property": "output", "value": "4mn barrels a day", "document": "d"},
        {"property": "share", "value": "40%", "document": "d"},
    ]
    report, (output, share) = drawn(tmp_path, rows, "output of A / share of A must be at most 3 million barrels/day")
    assert [row.who for row in output.rows] == ["output, Outlet 1", "What they come to"]
    measured = report.findings[0].measured
    assert measured is not None
    ((result, style),) = output.rows[1].bands
    assert (result.low, result.high, style) == (measured.found, None, "bound")
    assert output.limit.high == 3_000_000
    assert share.limit is None


def test_names_are_camps_without_an_axis(tmp_path: Path) -> None:
    rows = [{"property": "host", "value": name} for name in ("Washington", "Miami", "United States")]
    _report, (chart,) = drawn(tmp_path, rows, "host claims must agree")
    assert isinstance(chart, CampChart)
    assert sorted(who for stem in chart.stems for who, _fact in stem.claims) == ["Outlet 1", "Outlet 2", "Outlet 3"]


def test_sources_that_are_missing_are_counted(tmp_path: Path) -> None:
    rows = [{"property": "host", "value": "Miami"}]
    _report, (_camps, chart) = drawn(
        tmp_path, rows, "host claims must be corroborated by at least 3 independent sources"
    )
    assert chart == CountChart(1, 3)


def test_a_row_of_periods_is_one_row_in_order(tmp_path: Path) -> None:
    rows = [
        {"property": "killed", "value": f"{number} people", "period": f"2031-0{month}"}
        for month, number in ((3, 200), (1, 400), (2, 300))
    ]
    _report, (chart, change) = drawn(tmp_path, rows, "killed claims must not decrease")
    assert [row.who for row in chart.rows] == [
        "January 2031, Outlet 2",
        "February 2031, Outlet 3",
        "March 2031, Outlet 1",
    ]
    assert not chart.letters
    assert change.gap.words.startswith("changed by 1")


def test_what_cannot_be_compared_is_drawn_each_in_its_unit(tmp_path: Path) -> None:
    rows = [{"property": "price", "value": value} for value in ("60 USD", "60 EUR")]
    vocabulary = {**VOCABULARY, "rates": {"EUR": {"2025-10": "1.16 USD"}}}
    report = run(tmp_path, rows, "price claims must agree", vocabulary)
    assert report.findings[0].verdict == "undetermined"
    assert [chart.unit for chart in charts(report.findings[0]) if isinstance(chart, AxisChart)] == ["USD", "EUR"]


def test_where_nothing_has_an_end_the_axis_bears_no_numbers() -> None:
    row = Row(0, "The Mole", "at some time", "at some time", ((Interval(None, None), "span"),))
    chart = AxisChart(title="When", rows=(row,), unit=None)
    assert chart.axis.ticks == ()
    assert [it.attributes["x"] for it in parse(chart.draw("f")).find("rect")] == ["0%"]
