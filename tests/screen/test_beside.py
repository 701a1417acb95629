"""Pieces of work side by side give what they give one after the other."""

from __future__ import annotations

import threading
from functools import partial

import polars as pl
import pytest

from factlint.screen.beside import once, side_by_side


def test_what_calls_give_comes_in_their_order() -> None:
    assert side_by_side([partial(int, text) for text in "12345"]) == [1, 2, 3, 4, 5]
    assert side_by_side([]) == []


def test_a_failure_is_raised() -> None:
    with pytest.raises(ValueError, match="no number"):
        side_by_side([partial(int, "1"), partial(int, "no number")])


@pytest.mark.skipif(pl.thread_pool_size() < 2, reason="columns have one thread here")
def test_objects_are_computed_at_the_same_time() -> None:
    """Each waits for the other: with a lock for all objects neither would end."""
    both = threading.Barrier(2, timeout=30)

    class Waiting:
        @once
        def place(self) -> int:
            """Where it was waiting."""
            return both.wait()

    one, other = Waiting(), Waiting()
    assert sorted(side_by_side([lambda: one.place, lambda: other.place])) == [0, 1]
    assert {one.place, other.place} == {0, 1}  # not computed again
    assert Waiting.place.__doc__ == "Where it was waiting."
