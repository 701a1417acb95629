"""Checks of one form are held against the groups together: each comes to what it comes to alone."""

from __future__ import annotations

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from factlint.screen import agree, bounds, corroborated, groups
from factlint.screen.agree import Allowed
from factlint.screen.bounds import Edge, Range
from factlint.screen.groups import Groups
from factlint.screen.measures import REASONS
from factlint.screen.told import Question
from tests.laws.profile import law

JUDGED = frozenset({(2, frozenset({0, 1}))})

numbers = st.sampled_from([-2.0, -1.0, 0.0, 0.9, 1.0, 1.05, 1.1, 2.0])
rows = st.fixed_dictionaries({
    "property_code": st.integers(0, 1), "claims": st.integers(1, 3), "odd": st.booleans(), "sharp": st.booleans(),
    "open": st.booleans(), "nominals": st.integers(0, 3), "source_sets": st.integers(1, 2), "most_sources": st.integers(1, 2),
    "max_low": st.none() | numbers, "min_high": st.none() | numbers, "min_nominal": numbers, "max_nominal": numbers,
    **{f"{end}_{reason}": st.none() | numbers for end in ("most", "least") for reason in REASONS},
})  # fmt: skip
amounts = st.sampled_from([0.0, 0.05, 0.1, 0.5, 1.0])
tolerances = st.builds(Allowed) | st.builds(Allowed, share=amounts) | st.builds(Allowed, difference=amounts) | st.none()
edges = st.none() | st.builds(Edge, at=numbers, left_out=st.booleans(), sharp=st.booleans())
ranges = st.none() | st.builds(Range, lower=edges, upper=edges).filter(
    lambda it: it.lower is not None or it.upper is not None
)
asked = st.one_of(
    st.tuples(st.just("agree"), st.tuples(tolerances, tolerances)),
    st.tuples(st.just("bound"), st.tuples(ranges, ranges)),
    st.tuples(st.sampled_from(["backed 1", "backed 2"]), st.tuples(tolerances, tolerances)),
)


def question(of: Groups, kind: str, within: tuple[object, object]) -> Question:
    here = {code: it for code, it in enumerate(within) if code in of.codes}
    if kind == "agree":
        return agree.asked(of, here)  # type: ignore[arg-type]
    if kind == "bound":
        return bounds.asked(of, here)  # type: ignore[arg-type]
    return corroborated.asked(of, here, int(kind[-1]))  # type: ignore[arg-type]


def flagged(of: Groups, number: int) -> dict[str, set[int]]:
    """The groups in each state, by their first claim."""
    states, first = of.states(number), of.watched["first"]
    found = {"violated": states.violated, "unsure": states.unsure, "thankful": states.thankful}
    return {name: set(first.filter(flags)) for name, flags in [*found.items(), *states.thanks.items()]}


@pytest.mark.parametrize("at_once", [1, 7, 500_000])
@law
@given(st.lists(rows, min_size=1, max_size=6), st.lists(asked, min_size=1, max_size=8))
def test_together_each_check_comes_to_what_it_does_alone(
    at_once: int, drawn: list[dict[str, object]], checks: list[tuple[str, tuple[object, object]]]
) -> None:
    frame = pl.DataFrame(drawn, schema_overrides=dict.fromkeys(("max_low", "min_high"), pl.Float64)).with_columns(
        *(pl.col(f"{end}_{reason}").cast(pl.Float64) for end in ("most", "least") for reason in REASONS),
        first=pl.int_range(pl.len(), dtype=pl.UInt32),
    )
    known = groups.STATES_AT_ONCE
    try:
        groups.STATES_AT_ONCE = at_once
        together = Groups(frame)
        asking = [together.ask(question(together, *it), JUDGED) for it in checks]
        for number, check in zip(asking, checks, strict=True):
            alone = Groups(frame)
            assert flagged(together, number) == flagged(alone, alone.ask(question(alone, *check), JUDGED))
    finally:
        groups.STATES_AT_ONCE = known


def test_states_are_told_in_any_order() -> None:
    row = {"property_code": 0, "claims": 2, "first": 0, "odd": False, "sharp": True, "open": False, "nominals": 2,
           "max_low": 1.2, "min_high": 1.0, "min_nominal": 1.0, "max_nominal": 1.2,
           **{f"{end}_{reason}": None for end in ("most", "least") for reason in REASONS}}  # fmt: skip
    frame = pl.DataFrame([row]).with_columns(pl.col(pl.Null).cast(pl.Float64))
    of = Groups(frame)
    within = (0.1, 0.3, 0.05, 0.5)
    asked_for = [of.ask(agree.asked(of, {0: Allowed(share=it)}), frozenset()) for it in within]
    found = {number: bool(of.states(number).violated.any()) for number in reversed(asked_for)}
    assert [found[number] for number in asked_for] == [True, False, True, False]
