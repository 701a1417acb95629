"""Claims made directly, and strategies that draw them: for laws, where files would only slow things down."""

from __future__ import annotations

from fractions import Fraction

from hypothesis import strategies as st

from factlint.assertions.finding import Entry, Group
from factlint.corpus.claim import Claim, Defined, Document, Property
from factlint.quantities.interval import Interval
from factlint.quantities.values import Form, Name, Quantity, Unit, Value, Why

BARREL = Unit("barrel", Fraction(42), (("[volume]", 1),))
GALLON = Unit("gallon", Fraction(1), (("[volume]", 1),))
VOLUME = Property(name="volume", kind="quantity", unit=BARREL, signed=True)


def name(text: str) -> Name:
    return Name(text, text.casefold(), text)


def claim(number: int, value: Value, *, outlet: str | None = None, subject: str = "A") -> Claim:
    outlet = outlet or f"Outlet {number}"
    document = Document(
        id=f"d{number}",
        outlet=name(outlet),
        title=None,
        author=None,
        url=None,
        language=None,
        published=None,
        text=None,
        sha256=None,
        defined=Defined("claims.yaml", number),
    )
    return Claim(
        id=f"c{number:03}",
        document=document,
        subject=name(subject),
        property=VOLUME,
        value=value,
        value_text=str(value),
        unit_written=None,
        period=None,
        period_given=False,
        qualifiers=(),
        stance="asserts",
        modality="actual",
        speaker=None,
        speaker_named=False,
        speech=None,
        sources=(name(outlet),),
        unnamed=(),
        quote=None,
        reading=None,
        status="current",
        superseded_by=None,
        note=None,
        defined=Defined("claims.yaml", number),
    )


def quantity(
    interval: Interval, nominal: Fraction | None = None, unit: Unit = BARREL, clear: Interval | None = None
) -> Quantity:
    why = Why.EXACT if interval.is_point else Why.HEDGE
    return Quantity(
        text="",
        interval=interval,
        clear=clear or interval,
        nominal=nominal,
        unit=unit,
        why=why,
        form=Form.ABOUT,
    )


numbers = st.fractions(min_value=-20, max_value=20, max_denominator=4)


@st.composite
def quantities(draw: st.DrawFn) -> Quantity:
    """Intervals with open, closed and unbounded ends, on a coarse grid so that ends often touch."""
    low, high = sorted((draw(numbers), draw(numbers)))
    low_open, high_open = draw(st.booleans()), draw(st.booleans())
    if low == high:
        low_open = high_open = False
    interval = Interval(
        draw(st.sampled_from([low, low, low, None])),
        draw(st.sampled_from([high, high, high, None])),
        low_open,
        high_open,
    )
    nominal = (low + high) / 2 if interval.low is not None and interval.high is not None else None
    return quantity(interval, nominal)


def group(values: list[Quantity]) -> Group:
    return Group(
        (("property", "volume"),), tuple(Entry(claim(number, value), value) for number, value in enumerate(values))
    )
