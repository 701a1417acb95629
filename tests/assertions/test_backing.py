"""Claims held against those of an outlet of record: whether one of these agrees, and which comes nearest."""

from __future__ import annotations

import pytest

from factlint.assertions.agreement import Mode
from factlint.assertions.backing import Backing
from factlint.assertions.corroboration import may_back, sources_behind, sources_that_may_stand_behind
from tests.assertions.groups import entries, within

BACKED = [
    # said, by the outlet of record, of which kind, plainly, clearly, the idea
    ("Port", ["Port"], "place", True, True, "the same place"),
    ("Berth < Port", ["Terminal < Port"], "place", False, False, "another within the same"),
    ("Berth < Port", ["Port"], "place", True, False, "within the one of record"),
    ("Port", ["Berth < Port"], "place", True, False, "around the one of record"),
    ("Berth < Terminal < Port", ["Terminal < Port"], "place", True, False, "within, some way up"),
    ("Quay", ["Berth < Port", "Terminal"], "place", False, False, "none of several"),
    ("Terminal", ["Berth < Port", "Terminal"], "place", True, True, "one of several"),
    ("true", ["true"], "truth", True, True, "the same truth"),
    ("true", ["false"], "truth", False, False, "its opposite"),
    ("true", ["false", "true"], "truth", True, True, "one of the two"),
    ("40%", ["41%", "40.4%"], "percent", True, False, "one number of several"),
    ("40%", ["41%", "42%"], "percent", False, False, "none of several"),
    ("{40}", ["{40}", "{42}"], "percent", True, True, "exactly one of several"),
    ("2025-03-30", ["2025-03", "2025-05"], "date", True, False, "a day of the month of record"),
    ("2025-03-30", ["2025-04", "2025-05"], "date", False, False, "a day of another"),
    ("2025-03-30", ["2025-04", "2025-03-30"], "date", True, True, "the same day"),
]


@pytest.mark.parametrize(
    ("said", "record", "unit", "plainly", "clearly", "idea"), BACKED, ids=[row[5] for row in BACKED]
)
def test_one_of_record_agrees(
    said: str, record: list[str], unit: str, idea: str, *, plainly: bool, clearly: bool
) -> None:
    first, *references = entries(said, *record, unit=unit)
    assert Backing(references, within(None)).agrees(first) is plainly, idea
    assert Backing(references, within(None, Mode.CLEAR)).agrees(first) is clearly, idea


@pytest.mark.parametrize(
    ("said", "record", "tolerance", "expected"),
    [
        ("40%", ["41%"], "1 percentage points", True),
        ("40%", ["42%"], "1 percentage points", True),  # from 40.5 to 41.5
        ("40%", ["43%"], "1 percentage points", False),
        ("40%", ["43%"], "1 barrel", None),  # nobody can tell
        ("40%", ["40%"], "1 barrel", True),  # whoever meets agrees whatever is allowed
    ],
)
def test_within_a_tolerance(said: str, record: list[str], tolerance: str, expected: bool | None) -> None:
    first, *references = entries(said, *record)
    assert Backing(references, within(tolerance)).agrees(first) is expected


def test_of_another_kind_nobody_can_tell() -> None:
    share, place = entries("40%"), entries("Port", unit="place")
    assert Backing(place, within(None)).agrees(share[0]) is None
    assert Backing([*place, *entries("40%")], within(None)).agrees(share[0]) is True
    assert Backing([*place, *entries("60%")], within(None)).agrees(share[0]) is None


NEAREST = [
    # said, by the outlet of record, clearly, the nearest of these
    ("{40}", ["{10}", "{30}", "{55}", "{90}"], False, 1),
    ("{40}", ["{10}", "{20}", "{45}", "{90}"], False, 2),
    ("{40}", ["10 to 20%", "10 to 35%", "46 to 90%"], False, 1),
    ("{40}", ["44 to 90%", "50 to 60%", "10 to 30%"], False, 0),
    ("{40}", ["less than 30%", "more than 45%"], False, 1),
    ("{5}", ["more than 20%", "more than 45%"], False, 0),
    ("{95}", ["less than 30%", "less than 45%"], False, 1),
    ("{40}", ["10 to 30%", "24 to 26%", "60 to 61%"], True, 1),  # at most 16 apart, not 30
    ("{40}", ["44 to 70%", "50 to 60%", "10 to 11%"], True, 1),
    ("38 to 42%", ["30 to 32%", "20 to 33%", "45 to 90%"], True, 0),
    ("38 to 42%", ["20 to 33%", "30 to 32%", "45 to 90%"], True, 1),
    ("38 to 42%", ["45 to 90%", "47 to 50%"], True, 1),
    ("38 to 42%", ["more than 50%", "60 to 70%"], True, 1),
    ("{40}", ["{50}", "{60}", "{70}", "{41}", "{43}"], False, 3),  # the first is not the nearest, nor the last
    ("{40}", ["{10}", "{20}", "{39}", "{30}"], False, 2),
    ("{40}", ["{60}", "{41}", "{90}", "{30}", "{20}"], True, 1),
    ("{40}", ["{90}", "{60}", "{30}", "{39}", "{10}"], True, 3),
    ("{40}", ["0 to 1%", "30 to 31%", "20 to 45%"], True, 1),
    ("{40}", ["90 to 99%", "50 to 51%", "38 to 70%"], True, 1),
    ("{40}", ["0 to 45%", "20 to 28%", "25 to 26%", "55 to 75%"], True, 2),
    ("{40}", ["10 to 24%", "45 to 90%", "56 to 58%", "52 to 60%"], True, 2),
    ("35 to 37%", ["58 to 60%", "41 to 43%", "38 to 40%", "14 to 49%"], True, 2),
]


@pytest.mark.parametrize(("said", "record", "clearly", "nearest"), NEAREST)
def test_the_nearest_of_record(said: str, record: list[str], nearest: int, *, clearly: bool) -> None:
    agrees = within(None, Mode.CLEAR if clearly else Mode.PLAIN)
    first, *references = entries(said, *record)
    found = Backing(references, agrees).nearest(first)
    gaps = {entry.id: agrees.measure(first, entry).found for entry in found}
    assert min((gap, id_) for id_, gap in gaps.items() if gap is not None)[1] == references[nearest].id


@pytest.mark.parametrize("said", ["more than 45%", "up to 5%"])
def test_clearly_some_one_is_nearest_to_what_has_no_end(said: str) -> None:
    first, *references = entries(said, "{10}", "{30}")
    assert Backing(references, within(None, Mode.CLEAR)).nearest(first)[0] in references


def test_of_names_and_truths_some_one_is_nearest() -> None:
    for unit, said in (("place", ("Port", "Berth", "Quay")), ("truth", ("true", "false", "false"))):
        first, *references = entries(*said, unit=unit)
        assert Backing(references, within(None)).nearest(first) == references[:1]


def test_months_are_counted_on_the_calendar_for_a_day_in_every_zone_too() -> None:
    """31 January ends somewhere at noon of the day after; a month later it is noon of 1 March."""
    backed = entries("2025-01-31", "2025-02-28T12:00Z", "2025-03-02T12:00Z", unit="date")
    assert sources_behind(backed, within("1 month")) == {"c000": 2, "c001": 3, "c002": 2}


@pytest.mark.parametrize(
    ("said", "other", "expected"),
    [
        ("40%", "40%", True),
        ("40%", "60%", True),  # within so many barrels: nobody can tell
        ("more than 40%", "60%", True),
        ("more than 40%", "more than 50%", False),  # no equal interval, whatever the tolerance is
        ("more than 40%", "more than 40%", True),
    ],
)
def test_what_cannot_be_compared_may_back(said: str, other: str, expected: bool) -> None:
    one, two = entries(said, other)
    assert may_back(two, one, within("1 barrel")) is expected


def test_a_claim_always_stands_behind_itself() -> None:
    agrees = within("1 barrel")
    assert sources_that_may_stand_behind(entries("more than 40%", "more than 50%"), agrees) == {"c000": 1, "c001": 1}
    assert sources_behind(entries("more than 40%", "more than 50%"), agrees) == {"c000": 1, "c001": 1}


def test_each_kind_is_counted_by_itself_whatever_cannot_be_compared() -> None:
    """Shares under a tolerance in barrels, and a place: all may back, but a bound that is not equal."""
    shares, place = entries("40%", "60%", "more than 60%"), entries("Port", "Port", "Port", "Port", unit="place")[3:]
    agrees = within("1 barrel")
    for crowd in ((*shares, *place), (*place, *shares)):
        assert sources_that_may_stand_behind(crowd, agrees) == {"c000": 3, "c001": 3, "c002": 4, "c003": 4}
        assert sources_behind(crowd, agrees) == {"c000": 1, "c001": 1, "c002": 2, "c003": 1}
