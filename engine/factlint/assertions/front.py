"""Pairs of places, of which only the foremost count: is there one with so low a first and so high a second?"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field

from factlint.assertions.reach import Key


@dataclass(slots=True)
class Front:
    """Kept are the pairs that no other undercuts in the first and exceeds in the second; both rise along the front."""

    firsts: list[Key] = field(default_factory=list)
    seconds: list[Key] = field(default_factory=list)

    def holds(self, first: Key, second: Key) -> bool:
        """Is there a pair whose first is at most this, and whose second is at least that?"""
        index = bisect_right(self.firsts, first)
        return index > 0 and self.seconds[index - 1] >= second

    def add(self, first: Key, second: Key) -> None:
        if self.holds(first, second):
            return
        begin = bisect_left(self.firsts, first)
        end = bisect_right(self.seconds, second, lo=begin)
        self.firsts[begin:end] = [first]
        self.seconds[begin:end] = [second]
