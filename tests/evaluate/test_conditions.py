"""`where CONDITION` on one claim: yes, no, or neither, which satisfies neither the condition nor its `not`."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Literal

import pytest

from factlint.corpus.claim import Claim
from factlint.evaluate.conditions import satisfies, straddles
from factlint.language.model import (
    AllOf,
    AnyOf,
    ComparesTo,
    Condition,
    HoldsText,
    IsAbsent,
    IsDated,
    IsOneOf,
    MatchesPattern,
    Not,
)
from factlint.quantities.dates import parse_date
from factlint.quantities.values import Name, Truth, Unit
from tests.assertions.groups import value_of
from tests.evaluate.factory import claim, name
from tests.quantities.reading import UNITS, read
from tests.support import Row, run

Verdict = bool | None


def saying(text: str, unit: str = "percent") -> Claim:
    return replace(claim(1, value_of(text, unit)), value_text=text)


def published(date: str | None) -> Claim:
    made = saying("40%")
    return replace(made, document=replace(made.document, published=None if date is None else parse_date(date)))


def exactly(text: str, unit: str = "percent") -> ComparesTo:
    return ComparesTo("value", ">=", read({"number": text, "unit": unit}, unit))


COMPARED: list[tuple[str, Literal["<", "<=", ">", ">="], str, Verdict, str]] = [
    # said, operator, limit, verdict, the idea
    ("40%", ">", "40", False, "by nominal value"),
    ("40%", ">=", "40", True, "by nominal value, the limit itself"),
    ("40%", "<", "40", False, "by nominal value, not below"),
    ("40%", "<=", "40", True, "by nominal value, the limit itself from below"),
    ("40%", ">", "39.9", True, "a hair above"),
    ("40%", "<", "40.1", True, "a hair below"),
    ("about 40%", ">", "39", True, "a hedge has a nominal value"),
    ("36 to 44%", ">=", "40", True, "a range has its middle"),
    ("more than 40%", ">", "40", True, "all of a bound"),
    ("more than 40%", "<=", "40", False, "none of a bound"),
    ("more than 40%", ">", "50", None, "some of a bound"),
    ("at least 40%", ">", "40", None, "but for its end"),
    ("at least 40%", "<=", "40", None, "its end alone"),
    ("at least 40%", "<", "40", False, "not even its end"),
    ("up to 40%", "<=", "40", True, "all of it from below"),
    ("up to 40%", "<", "40", None, "all but its end"),
    ("up to 40%", ">=", "40", None, "its end from above"),
    ("up to 40%", ">", "40", False, "nothing above its end"),
    ("most", ">", "50", True, "a vague word stands for all its numbers"),
]


@pytest.mark.parametrize(("said", "operator", "limit", "expected", "idea"), COMPARED, ids=[row[4] for row in COMPARED])
def test_a_quantity(
    said: str, operator: Literal["<", "<=", ">", ">="], limit: str, expected: Verdict, idea: str
) -> None:
    condition = ComparesTo("value", operator, exactly(limit).quantity)
    assert satisfies(condition, saying(said)) is expected, idea
    assert satisfies(Not(condition), saying(said)) is (None if expected is None else not expected)


def test_what_has_no_comparable_value_is_neither() -> None:
    condition = exactly("1", "barrel")
    for other in (saying("40%"), saying("Port", "place"), saying("true", "truth"), saying("2025-10", "date")):
        assert satisfies(condition, other) is None
    place = saying("{2}", "")
    rank = replace(place, property=replace(place.property, kind="rank"))
    assert satisfies(exactly("1"), rank) is None  # a place in an order is no share of anything
    assert satisfies(exactly("1", ""), rank) is True


@pytest.mark.parametrize(
    ("said", "wanted", "expected"),
    [
        ("40%", "40%", True),
        ("40.0%", "40%", True),
        ("about 40%", "40%", True),
        ("40.4%", "40%", False),
        ("at least 40%", "40%", None),  # it may be
        ("more than 40%", "40%", False),
        ("5 barrels", "40%", False),
    ],
)
def test_a_quantity_that_is_another(said: str, wanted: str, expected: Verdict) -> None:
    unit = "barrel" if "barrel" in said else "percent"
    wished = read({"number": wanted.removesuffix("%"), "unit": "percent"}, "percent")
    assert satisfies(IsOneOf("value", (wished,)), saying(said, unit)) is expected
    opposite = None if expected is None else not expected
    assert satisfies(IsOneOf("value", (wished,), negated=True), saying(said, unit)) is opposite


COST = {"properties": {"cost": {"kind": "quantity", "unit": "USD"}}, "rates": {"EUR": {"2025": "1.25 USD"}}}


@pytest.mark.parametrize(
    ("condition", "chosen"),
    [
        ("value > 110 USD", ["c1"]),
        ("value is 125 USD", ["c1"]),
        ("value is not 125 USD", ["c2"]),
        ("unit is EUR", ["c1"]),
    ],
)
def test_a_value_is_seen_through_the_rates(condition: str, chosen: list[str], tmp_path: Path) -> None:
    rows: list[Row] = [{"value": "100 EUR"}, {"value": "100 USD"}]
    rows = [{"property": "cost", "period": "2025", **row} for row in rows]
    found = run(tmp_path, rows, f"cost claims where {condition} must be at most 1 USD", COST)
    assert [entry.id for finding in found.findings for entry in finding.entries] == chosen


DATED: list[tuple[str, Literal["before", "after"], str, Verdict]] = [
    ("2025-10", "before", "2025-11-01", True),
    ("2025-10", "before", "2025-10-31", None),
    ("2025-10", "before", "2025-10-01", False),
    ("2025-10", "before", "2025-10", False),
    ("2025-10", "after", "2025-09-30", True),
    ("2025-10", "after", "2025-10-01", None),
    ("2025-10", "after", "2025-10-31", False),
    ("2025-10", "after", "2025-10", False),
    ("2025-10-02", "before", "2025-10-03T12:00Z", True),  # in every zone
    ("2025-10-02", "before", "2025-10-03T11:00Z", None),
    ("2025-10-02", "after", "2025-10-01T10:00Z", None),
    ("2025-10-02", "after", "2025-10-01T09:00Z", True),
    ("2025-10-03T12:00Z", "after", "2025-10-02", True),
    ("2025-10-03T11:00Z", "after", "2025-10-02", False),  # somewhere it is still that day
    ("2025-10-02", "before", "../2026", False),  # nothing is before what has no beginning
    ("2025-10-02", "after", "2024/..", False),
]


@pytest.mark.parametrize(("date", "relation", "limit", "expected"), DATED)
def test_a_date(date: str, relation: Literal["before", "after"], limit: str, expected: Verdict) -> None:
    condition = IsDated("published", relation, parse_date(limit))
    assert satisfies(condition, published(date)) is expected
    assert straddles(condition, published(date)) is (expected is None)
    assert straddles(Not(condition), published(date)) is (expected is None)


@pytest.mark.parametrize(
    ("date", "wanted", "expected"),
    [
        ("2025-10-05", "2025-10", True),
        ("2025-10", "2025-10", True),
        ("2025", "2025-10", None),
        ("2025-10-31/2025-11-01", "2025-10", None),
        ("2025-11", "2025-10", False),
        ("2025-10-02", "2025-10-01T10:00Z/2025-10-03T12:00Z", True),  # that day in every zone
        ("2025-10-02", "2025-10-02T00:00Z/2025-10-03T00:00Z", None),
        ("2025-10-02T00:00Z", "2025-10-02", True),
    ],
)
def test_a_date_within_another(date: str, wanted: str, expected: Verdict) -> None:
    condition = IsOneOf("published", (parse_date(wanted),))
    assert satisfies(condition, published(date)) is expected
    assert straddles(condition, published(date)) is (expected is None)


def test_without_a_date_there_is_neither_and_nothing_straddles() -> None:
    condition = IsDated("published", "before", parse_date("2025"))
    assert satisfies(condition, published(None)) is None
    assert straddles(condition, published(None)) is False
    assert satisfies(IsOneOf("published", (parse_date("2025"),)), published(None)) is False
    assert satisfies(IsOneOf("published", (parse_date("2025"),), negated=True), published(None)) is True
    assert straddles(exactly("50"), saying("at least 40%")) is False


def of_three(condition: Condition) -> Verdict:
    return satisfies(condition, saying("at least 40%"))


def test_yes_no_and_neither_go_together() -> None:
    yes = exactly("40")
    no = ComparesTo("value", "<", exactly("40").quantity)
    neither = exactly("50")
    assert [of_three(it) for it in (yes, no, neither)] == [True, False, None]
    assert of_three(AllOf((yes, neither))) is None
    assert of_three(AllOf((neither, no))) is False
    assert of_three(AllOf((neither, yes))) is None
    assert of_three(AllOf((yes, yes))) is True
    assert of_three(AnyOf((no, neither))) is None
    assert of_three(AnyOf((neither, yes))) is True
    assert of_three(AnyOf((neither, no))) is None
    assert of_three(AnyOf((no, no))) is False
    assert of_three(Not(neither)) is None
    assert of_three(Not(AllOf((yes, no)))) is True


def test_straddling_is_told_of_any_part() -> None:
    straddled = IsDated("published", "before", parse_date("2025-10-15"))
    other = exactly("30")
    assert straddles(AllOf((other, straddled)), published("2025-10"))
    assert straddles(AnyOf((straddled, other)), published("2025-10"))
    assert not straddles(AllOf((other, straddled)), published("2025-11"))


def test_of_several_sources_any_is_and_none_is_not() -> None:
    made = replace(saying("40%"), sources=(name("Agency"), name("Wire")))
    assert satisfies(IsOneOf("source", (name("Wire"),)), made) is True
    assert satisfies(IsOneOf("source", (name("Wire"),), negated=True), made) is False
    assert satisfies(IsOneOf("source", (name("Gazette"),), negated=True), made) is True
    assert satisfies(IsOneOf("source", (name("Gazette"), name("Agency"))), made) is True


def test_units_are_the_same_by_what_they_measure() -> None:
    written = replace(saying("40%"), unit_written=UNITS.parse("barrels/day"))
    assert satisfies(IsOneOf("unit", (UNITS.parse("bpd"),)), written) is True
    assert satisfies(IsOneOf("unit", (UNITS.parse("barrels/week"),)), written) is False
    assert satisfies(IsOneOf("unit", (Unit("barrel/day", UNITS.parse("hour").factor, ()),)), written) is True
    assert satisfies(IsAbsent("unit"), written) is False
    assert satisfies(IsAbsent("unit", negated=True), written) is True
    assert satisfies(IsAbsent("unit"), saying("40%")) is True


def test_truths_names_and_words() -> None:
    assert satisfies(IsOneOf("value", (True,)), replace(saying("40%"), value=Truth(True))) is True
    assert satisfies(IsOneOf("value", (True,)), replace(saying("40%"), value=Truth(False))) is False
    assert satisfies(IsOneOf("value", (True,)), saying("40%")) is False
    assert satisfies(IsOneOf("value", (Name("About 40%", "about 40%", "About 40%"),)), saying("about 40%")) is True
    assert satisfies(IsOneOf("value", (Name("40", "40", "40"),)), saying("about 40%")) is False
    assert satisfies(HoldsText("value", "ABOUT"), saying("about 40%")) is True
    assert satisfies(HoldsText("value", "nearly"), saying("about 40%")) is False
    assert satisfies(MatchesPattern("value", "[0-9]{2}%$"), saying("about 40%")) is True
    assert satisfies(MatchesPattern("value", "^4"), saying("about 40%")) is False
    written = replace(saying("40%"), unit_written=UNITS.parse("barrels/day"))
    assert satisfies(HoldsText("unit", "Barrel"), written) is True
    assert satisfies(HoldsText("unit", "tonne"), written) is False
    assert satisfies(ComparesTo("source", ">", exactly("1").quantity), saying("40%")) is None  # a name is no number
