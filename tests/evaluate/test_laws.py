"""Laws of `agree`: they hold for any group, not only for those of the tables."""

from fractions import Fraction
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from factlint.assertions import agree
from factlint.assertions.agreement import Agreement, Mode
from factlint.assertions.camps import divide
from factlint.assertions.finding import Entry, Group
from factlint.assertions.together import Together
from factlint.language.model import Absolute, Agree, Relative, Tolerance
from factlint.quantities.interval import Interval
from factlint.quantities.values import Form, Quantity, Why
from tests.evaluate.factory import BARREL, GALLON, claim, group, quantities, quantity
from tests.evaluate.pairwise import Pairwise

shares = st.fractions(min_value=0, max_value=Fraction(3, 2), max_denominator=10)
groups = st.lists(quantities(), min_size=2, max_size=9).map(group)


def relative(share: Fraction) -> Relative:
    return Relative(share, f"{share}")


def absolute(amount: Fraction) -> Absolute:
    point = Interval.exact(amount)
    return Absolute(
        Quantity(text="", interval=point, clear=point, nominal=amount, unit=BARREL, why=Why.EXACT, form=Form.NUMBER), ""
    )


tolerances: st.SearchStrategy[Tolerance | None] = st.one_of(
    st.none(), shares.map(relative), st.fractions(0, 10, max_denominator=4).map(absolute)
)


def outcome(members: Group, tolerance: Tolerance | None, *, clearly: bool = False) -> str:
    return agree.judge(members, Agree(tolerance), clearly=clearly).outcome


def plainly(members: Group, tolerance: Tolerance | None) -> str:
    """The definition, pair by pair, without the shortcut of the extremes."""
    for one in members.entries:
        for other in members.entries:
            assert isinstance(one.value, Quantity)
            assert isinstance(other.value, Quantity)
            ends = one.value.interval.nearest_ends(other.value.interval)
            if ends is None:
                continue
            low, high = ends
            match tolerance:
                case None:
                    return "violated"
                case Relative(share):
                    apart = low * high <= 0 or high - low > share * max(abs(low), abs(high))
                case Absolute(amount):
                    apart = high - low > (amount.nominal or 0)
            if apart:
                return "violated"
    return "holds"


@given(groups, tolerances)
def test_the_extremes_decide_as_all_pairs_do(members: Group, tolerance: Tolerance | None) -> None:
    assert outcome(members, tolerance) == plainly(members, tolerance)


@given(groups, tolerances, st.randoms(use_true_random=False))
def test_the_order_of_claims_leaves_the_judgement_alone(
    members: Group, tolerance: Tolerance | None, random: Random
) -> None:
    shuffled = list(members.entries)
    random.shuffle(shuffled)
    one = agree.judge(members, Agree(tolerance), clearly=False)
    other = agree.judge(Group(members.key, tuple(shuffled)), Agree(tolerance), clearly=False)
    assert (one.outcome, one.message, one.measured) == (other.outcome, other.message, other.measured)
    assert [[entry.id for entry in camp.entries] for camp in one.camps] == [
        [entry.id for entry in camp.entries] for camp in other.camps
    ]


@given(groups, tolerances)
def test_the_unit_an_interval_is_given_in_leaves_the_verdict_alone(members: Group, tolerance: Tolerance | None) -> None:
    entries = []
    for index, entry in enumerate(members.entries):
        assert isinstance(entry.value, Quantity)
        value = entry.value.to(GALLON) if index % 2 else entry.value
        entries.append(Entry(entry.claim, value))
    assert outcome(Group(members.key, tuple(entries)), tolerance) == outcome(members, tolerance)


@given(groups, shares, shares)
def test_widening_a_tolerance_never_adds_a_violation(members: Group, one: Fraction, other: Fraction) -> None:
    narrow, wide = sorted((one, other))
    if outcome(members, relative(wide)) == "violated":
        assert outcome(members, relative(narrow)) == "violated"
    if outcome(members, relative(narrow)) == "violated":
        assert outcome(members, None) == "violated", "a tolerance never makes a rule stricter than `agree`"


@given(groups, tolerances)
def test_clearly_implies_plain(members: Group, tolerance: Tolerance | None) -> None:
    if outcome(members, tolerance, clearly=True) == "holds":
        assert outcome(members, tolerance) == "holds"


@given(groups, tolerances, st.fractions(0, 5, max_denominator=4))
def test_widening_an_interval_never_adds_a_violation(members: Group, tolerance: Tolerance | None, by: Fraction) -> None:
    first = members.entries[0]
    assert isinstance(first.value, Quantity)
    wider = quantity(first.value.interval.widened(by, by), first.value.nominal)
    changed = Group(members.key, (Entry(claim(0, wider), wider), *members.entries[1:]))
    if outcome(changed, tolerance) == "violated":
        assert outcome(members, tolerance) == "violated"


@given(groups, tolerances, st.sampled_from([Mode.PLAIN, Mode.CLEAR]))
def test_camps_agree_within_themselves_and_follow_their_definition(
    members: Group, tolerance: Tolerance | None, mode: Mode
) -> None:
    agrees = Agreement(tolerance, mode=mode)
    division = divide(members.entries, Together(agrees))
    for camp in division.camps:
        assert all(agrees(one, other) for one in camp.entries for other in camp.entries if one is not other)
    neutral = {entry.id for entry in division.neutral}
    for entry in members.entries:
        others = [other for other in members.entries if other is not entry]
        assert (entry.id in neutral) == all(agrees(entry, other) for other in others)
    slow = divide(members.entries, Pairwise(agrees))
    assert slow == division, "the shortcut changes no camp"
