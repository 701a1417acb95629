"""Time as an input grows: `python -m fuzz.growth [TARGET …]`. Each shape is doubled until it takes a second.

The exponent is that of time over size in the last two doublings: 1 is linear, 2 quadratic. What exceeds `_STEEP` is
marked, and is either to be mended or to be limited with a documented error.
"""

from __future__ import annotations

import math
import sys
import time

from fuzz.target import Shape, Target
from fuzz.targets import NAMES
from fuzz.targets import target as target_of

_SMALLEST, _LARGEST = 64, 1 << 15
_ENOUGH = 1.0
"""Seconds: what takes longer is measured well enough."""

_COUNTS = 0.05
"""Seconds: what takes less says nothing of growth."""

_STEEP = 1.35


def measured(target: Target, shape: Shape) -> list[tuple[int, float]]:
    """(parts, seconds) for each size, with the interpreter warm."""
    target.check(shape(8))
    found: list[tuple[int, float]] = []
    parts = _SMALLEST
    while parts <= _LARGEST:
        data = shape(parts)
        start = time.process_time()
        target.check(data)
        found.append((parts, time.process_time() - start))
        if found[-1][1] > _ENOUGH:
            break
        parts *= 2
    return found


def exponent(found: list[tuple[int, float]]) -> float | None:
    """How time grows over the last two doublings; None where it is too short to tell."""
    if len(found) < 3 or found[-1][1] < _COUNTS:
        return None
    return math.log2(found[-1][1] / max(found[-3][1], 1e-6)) / 2


def main(names: list[str]) -> int:
    steep = 0
    for name in names or NAMES:
        target = target_of(name)
        for title, shape in target.shapes.items():
            try:
                found = measured(target, shape)
            except AssertionError as error:
                sys.stdout.write(f"{name:9} {title:34} breaks a law: {error}\n")
                steep += 1
                continue
            slope = exponent(found)
            parts, seconds = max(found, key=lambda it: it[1])
            shown = "   –" if slope is None else f"{slope:4.2f}"
            too_steep = slope is not None and slope > _STEEP
            steep += too_steep
            mark = "  STEEP" if too_steep else ""
            sys.stdout.write(f"{name:9} {title:34} {parts:6} parts {seconds:7.3f} s  exponent {shown}{mark}\n")
            sys.stdout.flush()
    return 1 if steep else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
