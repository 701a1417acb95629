"""Days without a zone beside instants: a day is longer when it is held against an instant, and only then."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factlint.assertions.agreement import Mode
from factlint.assertions.backing import Backing
from factlint.assertions.camps import divide
from factlint.assertions.corroboration import sources_behind
from factlint.assertions.finding import Entry
from factlint.assertions.together import Together
from factlint.quantities.calendar import DAY, HOUR, midnight
from factlint.quantities.values import DateSpan, DateUnit
from tests.assertions.groups import entries, within
from tests.evaluate import pairwise
from tests.evaluate.factory import claim
from tests.evaluate.pairwise import Pairwise

TOLERANCES = [None, "1 hour", "13 hour", "1 day", "1 month"]
PLAINLY_AND_CLEARLY = pytest.mark.parametrize("mode", [Mode.PLAIN, Mode.CLEAR], ids=["plainly", "clearly"])


@st.composite
def days_and_instants(draw: st.DrawFn) -> tuple[Entry, ...]:
    """Within some days around the end of January, so that most of them nearly touch."""
    begin = midnight(2025, 1, 30)
    found = []
    for number in range(draw(st.integers(2, 7))):
        zoned = draw(st.booleans())
        start = begin + (draw(st.integers(0, 72)) * HOUR if zoned else draw(st.integers(0, 2)) * DAY)
        start += draw(st.sampled_from([0, 0, 28 * DAY]))
        end = start + (draw(st.sampled_from([1, 3])) * HOUR if zoned else DAY)
        unit = DateUnit.HOUR if zoned else DateUnit.DAY
        span = DateSpan(
            text="", start=start, end=end, written_start=start, written_end=end, unit=unit, zoned=zoned, hedged=False
        )
        found.append(Entry(claim(number, span, outlet=draw(st.sampled_from("PQRS"))), span))
    return tuple(found)


@PLAINLY_AND_CLEARLY
@pytest.mark.parametrize("tolerance", TOLERANCES)
@settings(max_examples=60)
@given(crowd=days_and_instants())
def test_what_is_reckoned_for_a_group_is_what_holding_each_against_each_gives(
    crowd: tuple[Entry, ...], tolerance: str | None, mode: Mode
) -> None:
    agrees = within(tolerance, mode)
    fast, slow = Together(agrees), Pairwise(agrees)
    assert fast.throughout(crowd) == slow.throughout(crowd)
    assert fast.with_all(crowd) == slow.with_all(crowd)
    assert divide(crowd, fast) == divide(crowd, slow)
    assert sources_behind(crowd, agrees) == {it.id: pairwise.sources_behind(it, crowd, agrees) for it in crowd}
    first, *references = crowd
    backing = Backing(references, agrees)
    assert backing.agrees(first) is any(agrees(first, it) for it in references)
    if not backing.agrees(first):
        gaps = [agrees.measure(first, it).found for it in references]
        near = [agrees.measure(first, it).found for it in backing.nearest(first)]
        assert min(gap for gap in near if gap is not None) == min(gap for gap in gaps if gap is not None)


@pytest.mark.parametrize(
    ("one", "other", "hours"),
    [
        ("2025-03-30", "2025-03-31", Fraction(0)),
        ("2025-03-30", "2025-04-01", Fraction(24)),
        ("2025-03-30", "2025-03-31T12:00Z", Fraction(0)),  # noon: somewhere the day ends there
        ("2025-03-30", "2025-03-31T13:00Z", Fraction(1)),
        ("2025-03-30", "2025-03-29T08:59Z", Fraction(1)),  # fourteen hours before midnight it begins
    ],
)
def test_how_far_a_day_is_from_another_and_from_an_instant(one: str, other: str, hours: Fraction) -> None:
    agrees = within("0 hour")
    for pair in (entries(one, other, unit="date"), entries(other, one, unit="date")):
        assert agrees.measure(*pair).found == hours
