"""Whether two agree, at the boundary and just beyond it: asked of the two, and of the group that they are."""

from __future__ import annotations

import pytest

from factlint.assertions.agreement import Mode
from factlint.assertions.backing import Backing
from factlint.assertions.together import Together
from tests.assertions.groups import entries, within

PLAIN, CLEAR, NOMINAL = Mode.PLAIN, Mode.CLEAR, Mode.NOMINAL

TWO = [
    # said, in which unit, tolerance, mode, agree, the idea
    (("{40}", "{41}"), "percent", "1 percentage points", PLAIN, True, "exactly as much"),
    (("{40}", "{41.001}"), "percent", "1 percentage points", PLAIN, False, "a hair more"),
    (("{40}", "{41}"), "percent", "0 percentage points", PLAIN, False, "nothing is allowed"),
    (("{40}", "{41}"), "percent", "1 percentage points", CLEAR, True, "exactly as much, clearly"),
    (("{40}", "{41.001}"), "percent", "1 percentage points", CLEAR, False, "a hair more, clearly"),
    (("10 to 12%", "11 to 15%"), "percent", "5 percentage points", CLEAR, True, "the farthest ends as far apart"),
    (("10 to 12%", "11 to 15%"), "percent", "4.9 percentage points", CLEAR, False, "the farthest ends farther apart"),
    (("{90}", "{100}"), "percent", "10%", PLAIN, True, "a tenth of the larger"),
    (("{89.999}", "{100}"), "percent", "10%", PLAIN, False, "a hair more than a tenth"),
    (("{-90}", "{-100}"), "percent", "10%", PLAIN, True, "a tenth of the larger in magnitude"),
    (("{-40}", "{40}"), "percent", "500%", PLAIN, False, "of unlike sign, whatever the share"),
    (("{0}", "{40}"), "percent", "500%", PLAIN, False, "one of them zero"),
    (("{0}", "{0}"), "percent", "1%", PLAIN, True, "both of them zero"),
    (("{10}", "{100}"), "percent", "90%", PLAIN, True, "nine tenths of the larger"),
    (("{10}", "{100}"), "percent", "100%", PLAIN, True, "all of it"),
    (("40%", "41%"), "percent", None, PLAIN, False, "open ends that touch do not meet"),
    (("40%", "41%"), "percent", "0 percentage points", PLAIN, True, "but are no distance apart"),
    (("2025-03-30", "2025-04-01"), "date", "24 hour", PLAIN, True, "a day between"),
    (("2025-03-30", "2025-04-01"), "date", "23 hour", PLAIN, False, "an hour less"),
    (("2025-01-31", "2025-03-01"), "date", "1 month", PLAIN, True, "from 1 February to 1 March"),
    (("2025-01-31", "2025-03-02"), "date", "1 month", PLAIN, False, "from 1 February to 2 March"),
    (("2025-01-31", "2025-03-17"), "date", "1.5 month", PLAIN, True, "part of a month is so many days: 45 and a half"),
    (("2025-01-31", "2025-03-20"), "date", "1.5 month", PLAIN, False, "47 days"),
    (("2023-12-31", "2025-01-01"), "date", "1 year", PLAIN, True, "a leap year is a year"),
    (("2023-12-31", "2025-01-02"), "date", "1 year", PLAIN, False, "and a day"),
    (("{10}", "{41}"), "day", "1 month", PLAIN, False, "between durations a month is a twelfth of a year"),
    (("{10}", "{40}"), "day", "1 month", PLAIN, True, "thirty days are less"),
    (("40%", "40.4%"), "percent", "1 barrel", PLAIN, True, "who meets agrees whatever is allowed"),
    (("40%", "60%"), "percent", "1 barrel", PLAIN, None, "who does not: nobody can tell"),
    (("{40}", "{40}"), "percent", "1 barrel", CLEAR, True, "the same number, clearly"),
    (("{40}", "{41}"), "percent", "1 barrel", CLEAR, None, "another number, clearly: nobody can tell"),
    (("10 to 12%", "10 to 12%"), "percent", "1 barrel", CLEAR, None, "the same range, clearly: nobody can tell"),
    (("40%", "40.4%"), "percent", None, NOMINAL, False, "as written"),
    (("about 40%", "40%"), "percent", None, NOMINAL, True, "as written, the same"),
]  # fmt: skip


@pytest.mark.parametrize(("said", "unit", "tolerance", "mode", "expected", "idea"), TWO, ids=[row[5] for row in TWO])
def test_two(
    said: tuple[str, str], unit: str, tolerance: str | None, mode: Mode, expected: bool | None, idea: str
) -> None:
    agrees = within(tolerance, mode)
    for one, other in (pair := entries(*said, unit=unit), pair[::-1]):
        assert agrees(one, other) is expected, idea
        assert Together(agrees).throughout((one, other)) is expected
        assert Backing([other], agrees).agrees(one) is expected


@pytest.mark.parametrize(
    ("said", "mode", "expected"),
    [
        (("about 40%", "40%"), PLAIN, True),
        (("about 40%", "40%"), CLEAR, False),  # a hedge leaves it open
        (("40%", "40.0%"), CLEAR, True),  # precision does not
        (("40%", "40.4%"), PLAIN, False),
        (("40%", "40.4%"), CLEAR, False),
        (("about 40%", "about 40%"), CLEAR, True),  # equal intervals agree
        (("more than 40%", "more than 40%"), PLAIN, True),
        (("more than 40%", "60%"), PLAIN, None),
        (("more than 40%", "60%"), CLEAR, None),
    ],
)
def test_exactly(said: tuple[str, str], mode: Mode, expected: bool | None) -> None:
    agrees = within(None, mode, exactly=True)
    for one, other in (pair := entries(*said), pair[::-1]):
        assert agrees(one, other) is expected
        assert Together(agrees).throughout((one, other)) is expected


def test_of_two_kinds_nobody_can_tell() -> None:
    share, flow, place = entries("40%"), entries("40 barrels", unit="barrel"), entries("Port", unit="place")
    for one, other in ((share, flow), (share, place), (place, flow)):
        assert within(None)(one[0], other[0]) is None
        assert within(None)(other[0], one[0]) is None
