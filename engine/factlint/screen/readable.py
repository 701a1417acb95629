"""The claims that a rule without a screen has to see: all that its selections may choose, and no others."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from functools import reduce
from operator import or_
from typing import TYPE_CHECKING

from factlint.evaluate.trace import selections
from factlint.language.model import AgreeWithOutlets, Rule
from factlint.screen.measures import all_collected
from factlint.screen.select import Choice, read_by

if TYPE_CHECKING:
    from factlint.screen.run import Screen


def readings(screen: Screen, rule: Rule) -> list[tuple[frozenset[int], Choice]]:
    """What each selection of a rule reads: of which properties, and what is certain of these claims."""
    # An outlet's claims are held against those of others, which the selection without `from` has.
    own = not any(isinstance(check.assertion, AgreeWithOutlets) for check in rule.checks)
    return [(frozenset(screen.codes(it)), read_by(it, outlets=own)) for it in selections(rule)]


def readable_rows(screen: Screen, rules: Mapping[int, Rule], most: int | None) -> dict[int, Sequence[int]]:
    """The rows of each rule, as long as all together are no more than `most`; rules beyond are left out."""
    import narwhals as nw

    frames = []
    for rule in rules.values():
        asked = readings(screen, rule)
        codes: Collection[int] = frozenset().union(*(codes for codes, _chosen in asked))
        tests = [nw.col("property_code").is_in(sorted(of)) & it.perhaps(screen.rows.texts) for of, it in asked]
        frames.append(screen.rows.of(codes).filter(reduce(or_, tests)).select("row"))
    found: dict[int, Sequence[int]] = {}
    left = most
    for index, frame in zip(rules, all_collected(frames), strict=True):
        if left is not None and frame.height > left:
            continue
        found[index] = frame["row"].to_list()
        left = None if left is None else left - frame.height
    return found
