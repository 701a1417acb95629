"""How the work grows with a group: counted in steps of the interpreter, so the same on every machine.

Four times the claims may take a little more than four times the steps (n log n); held each against each they would take
sixteen times.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from dataclasses import replace
from fractions import Fraction
from types import FrameType
from typing import Any

import pytest

from factlint.assertions import (
    agree,
    agree_with_median,
    agree_with_outlets,
    be_corroborated,
    not_contradict,
    not_share_value,
    trend,
)
from factlint.assertions.finding import Entry, Group, Judgement
from factlint.language.model import (
    Agree,
    AgreeWithMedian,
    AgreeWithOutlets,
    BeCorroborated,
    NotContradict,
    Relative,
    Trend,
)
from factlint.quantities.calendar import DAY, midnight
from factlint.quantities.interval import Interval
from factlint.quantities.values import DateSpan, DateUnit, Form, Name, Quantity, Value, Why
from tests.evaluate.factory import BARREL, claim, name

FEW, MANY = 100, 400
MOST = 8
"""n log n makes it 5.2 and n² 16; in between lie the shapes of which a small group holds and a large one does not."""

TENTH = Relative(Fraction(1, 10), "10%")


def number(middle: int, width: int, form: Form = Form.NUMBER) -> Quantity:
    interval = Interval(Fraction(middle - width), Fraction(middle + width))
    clear = interval if form is Form.ABOUT else Interval.exact(middle)
    return Quantity(
        text="", interval=interval, clear=clear, nominal=Fraction(middle), unit=BARREL, why=Why.HEDGE, form=form,
        precision=Fraction(width),
    )  # fmt: skip


def day(index: int) -> DateSpan:
    start = midnight(2020) + index * DAY
    return DateSpan(text="", start=start, end=start + DAY, written_start=start, written_end=start + DAY,
                    unit=DateUnit.DAY)  # fmt: skip


def place(index: int) -> Name:
    return Name(str(index), str(index), wider=frozenset({f"county {index // 10}", "land"}))


SHAPES: dict[str, Callable[[int], Sequence[Value]]] = {
    "equal": lambda n: [number(40, 1)] * n,
    "far apart": lambda n: [number(10 * it + 7, 1) for it in range(n)],
    "a chain": lambda n: [number(2 * it + 7, 1) for it in range(n)],
    "nested": lambda n: [number(10**6, it + 1, Form.ABOUT) for it in range(n)],
    "of two precisions": lambda n: [number(20 * it + 2000, 0 if it % 2 else 1000) for it in range(n)],
    "scattered": lambda n: [number(it * 7919 % 100_003 + 1, it % 5, Form.ABOUT) for it in range(n)],
    "days": lambda n: [day(it) for it in range(n)],
    "names": lambda n: [place(it) for it in range(n)],
}
JUDGES: dict[str, Callable[[Group], Judgement]] = {
    "agree": lambda group: agree.judge(group, Agree(None), clearly=False),
    "agree within 10 %": lambda group: agree.judge(group, Agree(TENTH), clearly=False),
    "clearly agree": lambda group: agree.judge(group, Agree(None), clearly=True),
    "agree exactly": lambda group: agree.judge(group, Agree(None, exactly=True), clearly=False),
    "agree with the median": lambda group: agree_with_median.judge(group, AgreeWithMedian(TENTH), clearly=False),
    "agree with those from": lambda group: agree_with_outlets.judge(
        Group(group.key, group.entries[::2]), AgreeWithOutlets((name("O"),), None), group.entries[1::2], clearly=False
    ),
    "be corroborated": lambda group: be_corroborated.judge(group, BeCorroborated(3, None), clearly=False),
    "not contradict": lambda group: not_contradict.judge(group, NotContradict(), clearly=False),
    "not share a value": lambda group: not_share_value.judge(group, clearly=False),
    "not increase": lambda group: trend.judge(group, Trend("increase"), clearly=False),
    "not change": lambda group: trend.judge(group, Trend("change", TENTH, "day"), clearly=False),
}


def crowd(values: Sequence[Value]) -> Group:
    """From a third as many sources, every other one denying, a day each."""
    entries = []
    for index, value in enumerate(values):
        made = replace(
            claim(index, value, subject=f"S{index % 7}"),
            id=f"c{index:05}",
            sources=(name(f"source {index * 7919 % (len(values) // 3)}"),),
            stance="denies" if index % 2 else "asserts",
            period=day(index),
        )
        entries.append(Entry(made, value))
    return Group((("property", "volume"),), tuple(entries))


def steps(work: Callable[[], Any]) -> int:
    """The steps of the interpreter that it takes."""
    taken = 0

    def traced(frame: FrameType, event: str, _: Any) -> Any:
        nonlocal taken
        frame.f_trace_lines = False
        frame.f_trace_opcodes = True
        taken += event == "opcode"
        return traced

    before = sys.gettrace()
    sys.settrace(traced)
    try:
        work()
    finally:
        sys.settrace(before)
    return taken


@pytest.mark.parametrize("judge", JUDGES.values(), ids=JUDGES)
@pytest.mark.parametrize("shape", SHAPES.values(), ids=SHAPES)
def test_a_group_is_judged_in_n_log_n(
    shape: Callable[[int], Sequence[Value]], judge: Callable[[Group], Judgement]
) -> None:
    few, many = crowd(shape(FEW)), crowd(shape(MANY))
    judge(few)  # what is built once is built here
    assert steps(lambda: judge(many)) < MOST * steps(lambda: judge(few))
