"""What must not increase, decrease or change, from an earlier period to a later one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction

from tests.oracle.claims import Claim
from tests.oracle.days import add_periods
from tests.oracle.findings import Found, Judged
from tests.oracle.groups import Key, ids, shown_key
from tests.oracle.open_cases import Open, reported
from tests.oracle.rules import Assertion, Tolerance
from tests.oracle.spans import Span, facing_ends, meet, wholly_below


def trend(groups: Mapping[Key, list[Claim]], assertion: Assertion, number: int) -> Judged:
    judged = Judged(thanks=None)
    for key, group in groups.items():
        ordered = ordered_pairs(group)
        if not ordered:
            continue
        judged.groups += 1
        judged.claims |= set(group)
        wrong = [ids(pair) for pair in ordered if breaks_trend(*pair, assertion)]
        unknown = [ids(pair) for pair in ordered if breaks_trend(*pair, assertion) is None]
        if wrong or unknown:
            verdict = "violated" if wrong else "undetermined"
            who = frozenset().union(*(wrong or unknown))
            found = Found(number, verdict, who, shown_key(key), faults=wrong or unknown)
            found.measured = {"kind": "change"} if wrong else {}
            judged.findings.append(found)
    in_order = [claim for group in groups.values() for pair in ordered_pairs(group) for claim in pair]
    judged.alone = {claim.id for group in groups.values() for claim in group} - ids(in_order)
    return judged


def ordered_pairs(group: Sequence[Claim]) -> list[tuple[Claim, Claim]]:
    """Earlier, later; overlapping periods have no order."""
    return [
        (a, b)
        for a in group
        for b in group
        if a.period is not None and b.period is not None and a.period.end <= b.period.start
    ]


def breaks_trend(earlier: Claim, later: Claim, assertion: Assertion) -> bool | None:
    """Certainly; with `clearly`: unless every choice of values keeps to it."""
    if earlier.value.foreign != later.value.foreign:
        return None
    if earlier.value.foreign and assertion.tolerance and assertion.tolerance.amount is not None:
        reported("a gap in a unit that no open conversion leads from")
        return None
    if assertion.clearly and assertion.tolerance and assertion.tolerance.share is not None:
        reported("a percentage of change, clearly")
    before = earlier.value.clear if assertion.clearly else earlier.value.span
    after = later.value.clear if assertion.clearly else later.value.span
    assert before is not None
    assert after is not None
    if assertion.name == "increase":
        return may_exceed(after, before) if assertion.clearly else wholly_below(before, after)
    if assertion.name == "decrease":
        return may_exceed(before, after) if assertion.clearly else wholly_below(after, before)
    assert assertion.tolerance is not None
    assert earlier.period is not None
    assert later.period is not None
    count = 1
    while add_periods(earlier.period.start, count, assertion.words[0]) < later.period.start:
        count += 1
    if assertion.clearly:
        return changes_too_much(before, after, assertion.tolerance, count)
    if meet(before, after):
        return False
    nearest, other = facing_ends(before, after)
    if wholly_below(after, before):
        nearest, other = other, nearest
    if assertion.tolerance.share is None:
        return exceeds_change(nearest, other, assertion.tolerance, count)
    # The farther end of the earlier value allows more: beyond 100 % it may allow what the nearer one does not.
    known = [end for end in (before.low, before.high) if end is not None]
    if len(known) < 2 and count * assertion.tolerance.share >= 1:
        raise Open("what a percentage of a value without a bound allows")
    return all(exceeds_change(end, other, assertion.tolerance, count) for end in known)


def may_exceed(a: Span, b: Span) -> bool:
    """Whether some value of a is greater than some value of b."""
    return a.high is None or b.low is None or a.high > b.low


def exceeds_change(earlier: Fraction, later: Fraction, tolerance: Tolerance, count: int) -> bool:
    """A percentage is taken of the earlier value, times the number of periods."""
    allowed = tolerance.amount if tolerance.share is None else abs(earlier) * tolerance.share
    assert allowed is not None
    return abs(later - earlier) > count * allowed


def changes_too_much(before: Span, after: Span, tolerance: Tolerance, count: int) -> bool:
    """Whether some choice of values changes by more: the worst lie at the ends, or as near them as one likes."""
    if None in {before.low, before.high, after.low, after.high}:
        return True
    return any(
        exceeds_change(one, other, tolerance, count)
        for one in (before.low, before.high)
        for other in (after.low, after.high)
        if one is not None and other is not None
    )
