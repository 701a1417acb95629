"""The engine against the oracle: a few thousand pairs of a corpus and a rule, the same ones in each run."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from random import Random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.oracle.aggregates import aggregate
from tests.oracle.agreement import agree
from tests.oracle.claims import opened, read_claims
from tests.oracle.compare import compare, shrink
from tests.oracle.days import grain_span, read_date
from tests.oracle.generator import corpus
from tests.oracle.oracle import judge
from tests.oracle.readings import read_value
from tests.oracle.rule_generator import rules
from tests.oracle.rules import Assertion, Rule, Selection, Tolerance
from tests.oracle.spans import Span, holds, minus, over, plus, times

BATCHES, CORPORA, RULES = 6, 6, 60


@pytest.mark.parametrize("batch", range(BATCHES))
def test_engine_and_oracle_say_the_same(batch: int) -> None:
    pairs = 0
    for seed in range(10_000 + batch * CORPORA, 10_000 + (batch + 1) * CORPORA):
        random = Random(seed)
        rows = corpus(random)
        compared = compare(rows, rules(random, rows, RULES))
        assert not compared.differences, f"seed {seed}\n{shrink(compared.differences[0])}"
        pairs += compared.pairs
    assert pairs > CORPORA * RULES * 0.9, "the specification decides nearly every pair that is drawn"


def interval(low: str, high: str | None, *, opened: str = "") -> Span:
    """`opened` names the ends that are left out: low, high, both."""
    top = None if high is None else Fraction(high)
    return Span(Fraction(low), top, opened in {"low", "both"}, top is None or opened in {"high", "both"})


@pytest.mark.parametrize(
    ("prop", "written", "expected"),
    [
        ("share", "40%", interval("39.5", "40.5", opened="both")),
        ("share", "40.0%", interval("39.95", "40.05", opened="both")),
        ("share", "5%", interval("4.5", "5.5", opened="both")),
        ("share", "100%", interval("99.5", "100.5", opened="both")),  # a share: half a point
        ("share", "0%", interval("0", "0")),
        ("share", "about 40%", interval("38", "42")),
        ("share", "about 3%", interval("2.5", "3.5", opened="both")),  # precision is wider
        ("share", "about 10%", interval("9.5", "10.5")),  # exactly as wide: the hedge's ends stand
        ("share", "nearly 40%", interval("36", "40", opened="high")),
        ("share", "just over 40%", interval("40", "44", opened="low")),
        ("share", "more than 40%", interval("40", None, opened="low")),
        ("share", "less than 40%", interval("0", "40", opened="high")),
        ("share", "up to 40%", interval("0", "40")),
        ("share", "10 to 12%", interval("10", "12")),
        ("share", "two thirds", Span(Fraction(397, 6), Fraction(403, 6), low_open=True, high_open=True)),
        ("output", "100 barrel/day", interval("95", "105", opened="both")),
        ("output", "4 barrel/day", interval("3.6", "4.4", opened="both")),
        ("killed", "304", interval("304", "304")),
        ("killed", "300", interval("296", "304")),
        ("killed", "about 7", interval("6", "8")),
        ("growth", "-5%", interval("-5.5", "-4.5", opened="both")),
        ("growth", "down 40%", interval("-40.5", "-39.5", opened="both")),
        ("growth", "about -40%", interval("-42", "-38")),
        ("growth", "less than 5%", Span(None, Fraction(5), low_open=True, high_open=True)),  # signed: no end below
        ("cost", "less than 5 USD", interval("0", "5", opened="high")),
        ("losses", "7 drones", interval("7", "7")),
    ],
)
def test_the_oracle_reads_the_tables_of_the_specification(prop: str, written: str, expected: Span) -> None:
    assert read_value(prop, written).span == expected


def test_a_fractional_part_makes_a_property_measured() -> None:
    assert read_value("losses", "7 drones", measured=True).span == interval("6.5", "7.5", opened="both")


@pytest.mark.parametrize(
    ("value", "period", "using", "expected"),
    [
        ("100 tonnes a day", "2025-10", "crude oil", interval("665", "945", opened="both")),  # 7 to 9 barrels each
        ("100 tonnes a day", "2025-10", "", None),
        ("40 EUR", "2025-10-24", "", interval("49.375", "50.625", opened="both")),  # 1.25 USD in October
        ("40 EUR", "2025-Q4", "", None),  # no rate for the quarter
    ],
)
def test_what_a_conversion_or_a_rate_makes_of_a_value(
    value: str, period: str, using: str, expected: Span | None
) -> None:
    prop = "cost" if "EUR" in value else "output"
    row = {"id": "a", "subject": "Alpha", "property": prop, "value": value, "period": period, "document": "d"}
    (claim,) = read_claims([row])
    read = opened(claim, using).value
    assert (None if read.foreign else read.span) == expected


def test_a_day_beside_an_instant_is_that_day_in_every_zone() -> None:
    day, instant = read_value("arrival", "2025-10-25"), read_value("arrival", "2025-10-24T11:00Z")
    assert agree(day, instant)
    assert not agree(day, read_value("arrival", "2025-10-24T09:59Z"))
    assert not agree(day, read_value("arrival", "2025-10-24"))


numbers = st.fractions(-6, 6, max_denominator=2)


@st.composite
def spans_with_a_value(draw: st.DrawFn) -> tuple[Span, Fraction]:
    value, low, high = draw(numbers), draw(st.none() | numbers), draw(st.none() | numbers)
    low = None if low is None else min(low, value)
    high = None if high is None else max(high, value)
    span = Span(low, high, low is None or (low < value and draw(st.booleans())), high is None or value < high)
    return span, value


@given(spans_with_a_value(), spans_with_a_value())
def test_values_of_two_intervals_lie_in_what_is_computed_of_them(
    one: tuple[Span, Fraction], other: tuple[Span, Fraction]
) -> None:
    (a, x), (b, y) = one, other
    assert holds(plus(a, b), x + y)
    assert holds(minus(a, b), x - y)
    assert holds(times(a, b), x * y)
    quotient = over(a, b)
    if quotient is not None and y != 0:
        assert holds(quotient, x / y)


@pytest.mark.parametrize(
    ("function", "expected"),
    [
        ("sum", interval("60", "75", opened="high")),
        ("mean", interval("20", "25", opened="high")),
        ("median", interval("20", "25")),
        ("highest", interval("30", "40", opened="high")),
        ("lowest", interval("10", "10")),
    ],
)
def test_a_subject_counts_once_in_an_aggregate(function: str, expected: Span) -> None:
    values = [
        ("Alpha", interval("10", "10")),
        ("Beta", interval("20", "20")),
        ("Beta", interval("25", "25")),
        ("Gamma", interval("30", "40", opened="high")),
    ]
    assert aggregate(function, values) == expected


def test_a_hedged_period_belongs_to_the_month_it_is_written_in() -> None:
    assert grain_span(read_date("2025-10~"), "month") == grain_span(read_date("2025-10"), "month")
    assert grain_span(read_date("2025-Q4"), "month") is None


ROWS: list[dict[str, Any]] = [
    {"id": "a", "subject": "Alpha", "property": "quota", "value": {"number": "45", "unit": "percent"}, "document": "d"},
    {"id": "b", "subject": "Alfa", "property": "quota", "value": {"number": "50", "unit": "percent"}, "document": "e"},
]


@pytest.mark.parametrize(
    ("tolerance", "verdict"),
    [
        (None, "violated"),
        (Tolerance("9%", share=Fraction(9, 100)), "violated"),
        (Tolerance("10%", share=Fraction(1, 10)), "satisfied"),  # exactly 10 % of the larger end
        (Tolerance("4 percentage points", amount=Fraction(4)), "violated"),
        (Tolerance("5 percentage points", amount=Fraction(5)), "satisfied"),
    ],
)
def test_oracle_and_engine_on_a_boundary(tolerance: Tolerance | None, verdict: str) -> None:
    rule = Rule(Selection(("quota",)), (Assertion("agree", tolerance=tolerance),))
    assert judge(read_claims(ROWS), rule).verdict == verdict
    assert not compare(ROWS, [rule]).differences


def test_a_difference_is_seen_and_shrunk(monkeypatch: pytest.MonkeyPatch) -> None:
    """A comparison that cannot fail would compare nothing: here the oracle is made to judge another tolerance."""
    import tests.oracle.compare as module

    rule = Rule(Selection(("quota",)), (Assertion("agree"),))
    lenient = replace(rule, assertions=(Assertion("agree", tolerance=Tolerance("10%", share=Fraction(1, 10))),))
    monkeypatch.setattr(module, "judge", lambda claims, _rule, today: judge(claims, lenient, today=today))
    bystander = {**ROWS[0], "id": "c", "subject": "Beta"}
    (difference,) = compare([*ROWS, bystander], [rule]).differences
    assert (difference.what, difference.engine, difference.oracle) == ("verdict", "violated", "satisfied")
    assert [row["id"] for row in shrink(difference).rows] == ["a", "b"]
