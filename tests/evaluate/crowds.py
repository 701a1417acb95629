"""Groups of every composition: quantities in several units and dimensions, names within names, dates with and without a
zone, truths, asserted and denied, from few sources and many.
"""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from typing import Literal

from hypothesis import strategies as st

from factlint.assertions.agreement import Agreement, Mode
from factlint.assertions.finding import Entry
from factlint.language.model import Absolute, Relative, Tolerance
from factlint.quantities.calendar import DAY, HOUR, midnight
from factlint.quantities.interval import Interval
from factlint.quantities.values import DateSpan, DateUnit, Form, Name, Quantity, Truth, Unit, Value, Why
from tests.evaluate.factory import BARREL, GALLON, claim, name

PERCENT = Unit("percent", Fraction(1, 100), ())
MONTH = Unit("month", Fraction(2_629_800), (("[time]", 1),))
HOURS = Unit("hour", Fraction(3600), (("[time]", 1),))

small = st.fractions(min_value=-6, max_value=6, max_denominator=2)
forms = st.sampled_from([Form.NUMBER, Form.NUMBER, Form.ABOUT, Form.NEAR, Form.RANGE, Form.BOUND, Form.VAGUE])


@st.composite
def amounts(draw: st.DrawFn, units: tuple[Unit, ...] = (BARREL, GALLON, PERCENT)) -> Quantity:
    """As the reader makes them: `clear` lies within the interval, and precision is half the width of a plain number."""
    form, unit, nominal = draw(forms), draw(st.sampled_from(units)), draw(small)
    precision = draw(st.sampled_from([Fraction(0), Fraction(1, 2), Fraction(1)]))
    width = draw(st.sampled_from([Fraction(0), Fraction(1), Fraction(2)]))
    if form is Form.NUMBER:
        interval = Interval(nominal - precision, nominal + precision, precision > 0, precision > 0)
        clear = Interval.exact(nominal)
        why = Why.PRECISION if precision else Why.EXACT
    elif form is Form.BOUND:
        is_open, above = draw(st.booleans()), draw(st.booleans())
        zero = draw(st.booleans())
        if above:
            interval = Interval(nominal, None, is_open)
        else:
            interval = Interval(-abs(nominal) if zero else None, nominal + 12 if zero else nominal, False, is_open)
        clear, why = interval, Why.HEDGE
    else:
        is_open = draw(st.booleans()) and width > 0
        interval = clear = Interval(nominal - width, nominal + width, is_open, is_open)
        if width and draw(st.booleans()):
            clear = Interval(nominal - width / 2, nominal + width / 2)
        why = Why.RANGE if form is Form.RANGE else Why.HEDGE
    told = None if form in {Form.BOUND, Form.VAGUE} else nominal
    return Quantity(
        text="", interval=interval, clear=clear, nominal=told, unit=unit, why=why, form=form, precision=precision
    )


@st.composite
def dates(draw: st.DrawFn) -> DateSpan:
    """Days without a zone, and hours with one, around the end of January, so that months are of unlike length."""
    begin = midnight(2025, 1, 26)
    zoned = draw(st.booleans())
    start = begin + (draw(st.integers(0, 300)) * HOUR if zoned else draw(st.integers(0, 40)) * DAY)
    end = start + draw(st.sampled_from([HOUR, 6 * HOUR]) if zoned else st.sampled_from([DAY, 2 * DAY]))
    hedged = draw(st.booleans()) and not zoned
    return DateSpan(
        text="", start=start - (DAY if hedged else 0), end=end + (DAY if hedged else 0), written_start=start,
        written_end=end, unit=DateUnit.HOUR if zoned else DateUnit.DAY, zoned=zoned, hedged=hedged,
    )  # fmt: skip


@st.composite
def names(draw: st.DrawFn) -> Name:
    """A tree three deep: `1`, `12`, `123`, each within the one before."""
    digits = draw(st.text("12", min_size=1, max_size=3))
    return Name(digits, digits, digits, frozenset(digits[:end] for end in range(1, len(digits))))


truths = st.booleans().map(Truth)


@st.composite
def crowds(draw: st.DrawFn, largest: int = 9) -> tuple[Entry, ...]:
    """Mostly of one kind; now and then of several, as a rule that drops the property selects them."""
    kinds: list[st.SearchStrategy[Value]] = [amounts((BARREL,)), amounts((BARREL, GALLON)), dates(), names(), truths]
    mixed = st.one_of(amounts(), dates(), names(), truths)
    values = draw(st.lists(draw(st.sampled_from([*kinds, mixed])), min_size=2, max_size=largest))
    entries = []
    for number, value in enumerate(values):
        made = claim(number, value)
        sources = draw(st.lists(st.sampled_from("PQRS"), min_size=1, max_size=2, unique=True))
        stance: Literal["asserts", "denies"] = draw(st.sampled_from(["asserts", "denies"]))
        entries.append(Entry(replace(made, sources=tuple(map(name, sorted(sources))), stance=stance), value))
    return tuple(entries)


def absolute(amount: Fraction, unit: Unit) -> Absolute:
    point = Interval.exact(amount)
    quantity = Quantity(
        text="", interval=point, clear=point, nominal=amount, unit=unit, why=Why.EXACT, form=Form.NUMBER
    )
    return Absolute(quantity, "")


tolerances: st.SearchStrategy[Tolerance | None] = st.one_of(
    st.none(),
    st.fractions(0, Fraction(3, 2), max_denominator=4).map(lambda share: Relative(share, f"{share}")),
    st.builds(
        absolute, st.fractions(0, 4, max_denominator=2), st.sampled_from([BARREL, GALLON, PERCENT, HOURS, MONTH])
    ),
)


@st.composite
def agreements(draw: st.DrawFn, *, exactly: bool = True) -> Agreement:
    mode = draw(st.sampled_from([Mode.PLAIN, Mode.CLEAR] if exactly else list(Mode)))
    if exactly and draw(st.integers(0, 4)) == 0:
        return Agreement(exactly=True, mode=mode)
    return Agreement(draw(tolerances), mode=mode)
