"""Combinations of numbers, by a table of all that could be or by looking for those that are."""

from __future__ import annotations

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from factlint.bulk import numbering

SMALL = st.one_of(st.none(), st.integers(0, 3))


@pytest.mark.parametrize("room", [0, 1 << 20])
@given(rows=st.lists(st.tuples(SMALL, st.one_of(st.none(), st.booleans())), max_size=30))
def test_each_row_is_led_to_its_like_in_their_order(room: int, rows: list[tuple[int | None, bool | None]]) -> None:
    keys = pl.DataFrame(rows, schema={"a": pl.UInt32(), "b": pl.Boolean()}, orient="row")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(numbering, "_ROOM", room)
        distinct, places = numbering.numbered(keys)
    wanted = sorted(set(rows), key=lambda row: [-1 if it is None else it for it in row])
    assert distinct.rows() == wanted
    assert [wanted[place] for place in places] == rows
