"""`agree`: what a group holds only thanks to, what was found against what was allowed, and who cannot be compared."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from itertools import permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factlint.assertions.agree import judge, worst_pair
from factlint.assertions.agreement import Agreement, Mode
from factlint.assertions.finding import Entry, Group
from factlint.assertions.together import Together
from factlint.language.model import Agree, Relative
from factlint.quantities.values import Quantity, Value, Why
from tests.assertions.groups import entries, group, within
from tests.evaluate.crowds import agreements, amounts, dates, names, truths
from tests.evaluate.factory import BARREL, claim

THANKS = [
    # what is said, tolerance, thanks to, its words, the idea
    (("40%", "40.4%"), None, {"precision"}, "40% and 40.4% differ as written", "two numbers"),
    (("40%", "40.0%"), None, set(), None, "the same number"),
    (("36 to 41%", "about 40%", "nearly 44%"), None, {"range", "hedge"}, "36 to 41% and nearly 44% differ as written",
     "the middle of a range; the ends of three"),
    (("40%", "about 40%", "40.4%"), None, {"precision", "hedge"}, "40% and 40.4% differ as written",
     "two of which say the same"),
    (("40%", "about 40.6%", "41.2%"), "1 percentage points", {"precision"}, "40% and 41.2% differ as written",
     "who is near to both as written owes nothing to a hedge"),
    (("40%", "40.4%", "more than 30%"), None, {"precision"}, "40% and 40.4% differ as written",
     "a bound has no number as written"),
    (("60%", "more than 30%", "most"), None, set(), None, "one number alone"),
    (("40%", "more than 40%"), None, set(), None, "nor does a bound leave out what is written"),
    (("more than 30%", "more than 50%"), None, set(), None, "none at all"),
]  # fmt: skip


@pytest.mark.parametrize(("said", "tolerance", "reasons", "words", "idea"), THANKS, ids=[row[4] for row in THANKS])
def test_a_group_that_holds_says_what_it_holds_thanks_to(
    said: tuple[str, ...], tolerance: str | None, reasons: set[str], words: str | None, idea: str
) -> None:
    for order in permutations(said):
        found = judge(group(*order), Agree(within(tolerance).tolerance), clearly=False)
        assert found.outcome == "holds"
        assert sorted(found.thanks) == sorted(reasons), idea
    found = judge(group(*said), Agree(within(tolerance).tolerance), clearly=False)
    assert found.thanks_text == words


@pytest.mark.parametrize(
    ("said", "reasons"),
    [
        (("2025-03-30~", "2025-03-31"), {"hedge"}),
        (("2025-03-30", "2025-03"), set()),  # a month is as it was written
        (("2025-03-30~", "2025-03"), set()),
        (("2025-03-30~", "2025-03-31", "2025-03-30~"), {"hedge"}),
        (("2025", "2025-03-30~", "2025-03-31"), {"hedge"}),  # the year, which starts first, meets both
        (("2025-03", "2025-03-30~", "2025"), set()),
    ],
)
def test_dates_are_written_as_spans(said: tuple[str, ...], reasons: set[str]) -> None:
    for order in permutations(said):
        found = judge(group(*order, unit="date"), Agree(), clearly=False)
        assert found.outcome == "holds"
        assert sorted(found.thanks) == sorted(reasons)
        assert (found.thanks_text is None) == (not reasons)


@pytest.mark.parametrize("dates", [("2025-03-30~", "2025-03-31"), ("../2025-03-29", "2025-03-30~")])
def test_the_earlier_date_is_told_first(dates: tuple[str, str]) -> None:
    for order in permutations(dates):
        found = judge(group(*order, unit="date"), Agree(), clearly=False)
        assert found.thanks_text == f"{dates[0]} and {dates[1]} differ as written"


def test_whoever_fits_no_camp_but_the_last_joins_it() -> None:
    apart = [f"{tens}0%" for tens in range(1, 10)]
    found = judge(group(*apart, "90.4%"), Agree(), clearly=False)
    assert [{it.id for it in camp.entries} for camp in found.camps] == [
        {"c008", "c009"},
        *({f"c00{number}"} for number in range(8)),
    ]


def test_whoever_agrees_exactly_or_clearly_owes_nothing_to_a_hedge() -> None:
    assert judge(group("about 40%", "40%"), Agree(exactly=True), clearly=False).thanks == frozenset()
    tolerance = within("5 percentage points").tolerance
    assert judge(group("about 40%", "41%"), Agree(tolerance), clearly=True).thanks == frozenset()


def test_what_a_conversion_has_widened_is_no_hedge() -> None:
    """Its number is exact, and the spread of a rate is no reason that can be counted."""
    made = []
    for number, entry in enumerate(entries("10 to 12%", "11 to 15%")):
        assert isinstance(entry.value, Quantity)
        value = replace(entry.value, why=Why.EXACT)
        made.append(Entry(claim(number, value), value))
    found = judge(Group((), tuple(made)), Agree(), clearly=False)
    assert (found.outcome, found.thanks, found.thanks_text) == ("holds", frozenset(), None)


MEASURED = [
    # what is said, in which unit, tolerance, clearly, found, allowed, unit of both, the idea
    (("40%", "60%"), "percent", None, False, "19", "0", "percentage points", "from 40.5 to 59.5"),
    (("40%", "40.4%"), "percent", None, False, "0", "0", "percentage points", "no gap where they meet"),
    (("{1}", "{3}"), "barrel", None, False, "2", "0", "barrel", "in the unit of the group"),
    (("{0.5}", "{0.6}"), "percent", "10%", False, "50/3", "10", "percent", "a share of less than one"),
    (("{40}", "{60}"), "percent", "10%", False, "100/3", "10", "percent", "a third of the larger"),
    (("{-60}", "{-40}"), "percent", "10%", False, "100/3", "10", "percent", "larger in magnitude"),
    (("{-40}", "{40}"), "percent", "10%", False, None, "10", "percent", "of unlike sign there is no share"),
    (("{0}", "{40}"), "percent", "10%", False, None, "10", "percent", "nor of zero"),
    (("{-40}", "{0}"), "percent", "10%", False, None, "10", "percent", "nor of zero from below"),
    (("{1}", "more than 2 barrels"), "barrel", "0 gallon", True, None, "0", "gallon", "nothing is allowed"),
    (("{1}", "{3}"), "barrel", "42 gallon", False, "84", "42", "gallon", "in the tolerance's own unit"),
    (("10 to 12%", "11 to 15%"), "percent", None, True, "5", "0", "percentage points", "the farthest ends: 10 and 15"),
    (("{10}", "more than 12%"), "percent", None, True, None, "0", "percentage points", "clearly, without an end"),
    (("{10}", "more than 12%"), "percent", "5%", True, None, "5", "percent", "the share allowed all the same"),
    (("{1}", "more than 2 barrels"), "barrel", "42 gallon", True, None, "42", "gallon", "the amount too"),
    (("2025-03-30", "2025-04-01"), "date", None, False, "24", "0", "hour", "a day lies between"),
    (("2025-03-30", "2025-04-01"), "date", "6 hour", False, "24", "6", "hour", "in hours"),
    (("2025-03-30", "2025-04-02"), "date", "1 day", False, "2", "1", "day", "in days"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("said", "unit", "tolerance", "clearly", "found", "allowed", "told", "idea"),
    MEASURED,
    ids=[row[7] for row in MEASURED],
)
def test_what_was_found_against_what_was_allowed(
    said: tuple[str, str], unit: str, tolerance: str | None, found: str | None, allowed: str, told: str, idea: str,
    *, clearly: bool,
) -> None:  # fmt: skip
    agrees = within(tolerance, Mode.CLEAR if clearly else Mode.PLAIN)
    one, other = entries(*said, unit=unit)
    for pair in ((one, other), (other, one)):
        measured = agrees.measure(*pair)
        assert (measured.found, measured.allowed, measured.unit) == (
            None if found is None else Fraction(found), Fraction(allowed), told,
        ), idea  # fmt: skip


def test_exactly_measures_the_numbers_as_written() -> None:
    agrees = Agreement(exactly=True)
    assert agrees.measure(*entries("about 40%", "45%")).found == 5
    assert agrees.measure(*entries("45%", "0%")).found == 45


@pytest.mark.parametrize(
    ("said", "unit", "exactly", "code", "words"),
    [
        (("more than 50%", "60%"), "percent", True, "no_nominal", "c000 says more than 50%, which is no single number"),
        (("60%", "more than 50%"), "percent", True, "no_nominal", "c001 says more than 50%, which is no single number"),
    ],
)
def test_why_two_cannot_be_compared(said: tuple[str, str], unit: str, code: str, words: str, *, exactly: bool) -> None:
    found = judge(group(*said, unit=unit), Agree(exactly=exactly), clearly=False)
    assert found.reason is not None
    assert (found.outcome, found.reason.code, found.reason.text) == ("undetermined", code, words)


@pytest.mark.parametrize("exactly", [False, True])
def test_of_two_kinds_each_says_its_own(exactly: bool) -> None:
    share, place = entries("40%"), entries("Port", "Port", unit="place")
    found = judge(Group((), (*share, place[1])), Agree(exactly=exactly), clearly=False)
    assert found.reason is not None
    assert found.reason.code == "kind"
    assert found.reason.text == "c000 says 39.5–40.5 %, c001 says Port, of another kind"


CROWD = ("1 to 90%", "2 to 91%", "3 to 99%", "4 to 98%", "30 to 31%", "50 to 95%", "60 to 95%")
"""Whoever ends first starts in the middle, and whoever starts last ends there."""


def test_of_many_the_first_end_and_the_last_start_are_told() -> None:
    found = judge(group(*CROWD), Agree(), clearly=False)
    assert found.measured is not None
    assert found.measured.found == 29
    assert found.message.startswith("claims on share disagree")


def test_clearly_the_lowest_and_the_highest_of_all_are_told() -> None:
    found = judge(group(*CROWD), Agree(), clearly=True)
    assert found.measured is not None
    assert found.measured.found == 98  # from 1 to 99
    assert "do not clearly agree" in found.message


@pytest.mark.parametrize(
    ("said", "apart"),
    [
        (("about 40%", "41%", "42%", "43%", "44%", "nearly 45%", "44.5%"), 5),
        (("43%", "41%", "42%", "about 40%", "nearly 45%", "44%", "44.5%", "42%"), 5),
        (("{0.5}", "{2}", "{0}", "{3}", "{0.7}"), 3),
    ],
)
def test_exactly_the_lowest_and_the_highest_number_are_told(said: tuple[str, ...], apart: int) -> None:
    found = judge(group(*said), Agree(exactly=True), clearly=False)
    assert found.measured is not None
    assert found.measured.found == apart


def test_who_is_alone_in_its_kind_is_no_reason_to_overlook_the_others() -> None:
    shares = entries("40%", "60%")
    for other in (
        entries("1 barrel", "1 barrel", "5 barrels", unit="barrel")[2],
        entries(*["Port"] * 3, unit="place")[2],
    ):
        found = judge(Group((), (*shares, other)), Agree(), clearly=False)
        assert found.outcome == "violated"
        assert found.measured is not None
        assert found.measured.found == 19


def test_the_pair_that_is_told_disagrees_though_others_are_more_percent_apart() -> None:
    """Of unlike sign two are apart by no share at all."""
    agrees = within("10%")
    assert agrees(*worst_pair(entries("{-40}", "{40}", "{42}"), agrees)) is False


@pytest.mark.parametrize(
    "said", [("40 to 50%", "{40}", "{60}"), ("{40}", "40 to 50%", "{60}"), ("30 to 40%", "{40}", "{60}")]
)
def test_whose_closed_ends_touch_stand_in_one_camp(said: tuple[str, ...]) -> None:
    found = judge(group(*said), Agree(), clearly=False)
    assert [{it.id for it in camp.entries} for camp in found.camps] == [{"c000", "c001"}, {"c002"}]


@st.composite
def alike(draw: st.DrawFn) -> tuple[Entry, ...]:
    kinds: list[st.SearchStrategy[Value]] = [amounts((BARREL,)), dates(), names(), truths]
    kind = draw(st.sampled_from(kinds))
    values = draw(st.lists(kind, min_size=2, max_size=16))
    return tuple(Entry(claim(number, value), value) for number, value in enumerate(values))


@settings(max_examples=150)
@given(alike(), agreements())
def test_the_pair_that_is_told_is_the_one_farthest_apart(crowd: tuple[Entry, ...], agrees: Agreement) -> None:
    """Where each is some distance from each: shares of zero and gaps without an end are none."""
    intervals = [entry.interval() for entry in crowd]
    if isinstance(agrees.tolerance, Relative) and any(it is None or it.low is None or it.low <= 0 for it in intervals):
        return
    if agrees.mode is Mode.CLEAR and any(it is not None and it.one_sided for it in intervals):
        return
    if Together(agrees).throughout(crowd) is False:
        pair = worst_pair(crowd, agrees)
        assert agrees(*pair) is False
        pairs = [(a, b) for a in crowd for b in crowd if a is not b and agrees(a, b) is False]
        assert agrees.measure(*pair).found == max((agrees.measure(*it).found for it in pairs), key=lambda it: it or 0)
