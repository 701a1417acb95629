"""Quantities and dates as people write them. The first byte of an input says how the rest is read: see `WAYS`."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from fractions import Fraction
from functools import cache
from random import Random

from factlint.diagnostics import printable
from factlint.quantities import calendar_words, hedges, names
from factlint.quantities.calendar import DAY
from factlint.quantities.date_messages import DateError
from factlint.quantities.dates import parse_date, parse_period, show_date
from factlint.quantities.format import show_interval, show_quantity
from factlint.quantities.mentions import mentions
from factlint.quantities.messages import QuantityError, UnitError
from factlint.quantities.parse import _parser as parser
from factlint.quantities.read import Reading, number_is_fractional, read_exact, read_quantity
from factlint.quantities.relative import parse_relative
from factlint.quantities.units import Units
from factlint.quantities.values import DateSpan, Quantity
from factlint.quantities.written import prepared
from fuzz.laws import text_of
from fuzz.literals import ROOT, literals
from fuzz.target import Target
from fuzz.walk import Walker, spellings

UNITS = Units(
    ["drone = [drone]", "squadron = 12 aircraft", "aircraft = [aircraft] = plane"],
    {"crude oil": {"7.33 ± 0.1 barrel": "1 tonne"}},
    {"EUR": {"2025-10": "1.16 USD", "2025": "1.10 USD"}},
)
OWN = {"nearly": "10 %", "ballpark": "20 %", "umpteen": "11 to 19", "give or take": "3 %"}
ANCHORS = tuple(
    map(parse_date, ("2025-10-24", "2024-02-29", "2025-10", "2025~", "0001-01-01", "9999-12-31", "2025/.."))
)


def _reading(unit: str | None, *, rank: bool = False, signed: bool = False, counted: bool = True) -> Reading:
    return Reading(UNITS, UNITS.parse(unit) if unit else None, rank=rank, signed=signed, counted=counted)


READINGS = (
    _reading("percent"),
    _reading("percent", signed=True),
    _reading(None),
    _reading(None, counted=False),
    _reading("barrel/day", signed=True),
    _reading("USD/barrel"),
    _reading("drone"),
    _reading("people", counted=False),
    _reading("degC", signed=True),
    _reading("hour"),
    _reading(None, rank=True),
    Reading(UNITS, UNITS.parse("km"), hedges=OWN),
)

# --- Laws ------------------------------------------------------------------------------------------------------------


def _quantity(reading: Reading) -> Callable[[str], None]:
    def read(text: str) -> None:
        try:
            found = read_quantity(text, reading)
        except QuantityError as error:
            _told(text, error)
            return
        _sound(found, reading)
        again = read_quantity(f"  {text} ", reading)
        assert (again.interval, again.nominal, again.unit) == (found.interval, found.nominal, found.unit)

    return read


def _sound(found: Quantity, reading: Reading) -> None:
    low, high = found.interval.low, found.interval.high
    if found.nominal is not None and not found.counted:  # `nearly 40` of whole things ends with 39
        assert low is None or low <= found.nominal, "the number itself is no less than what it may mean"
        assert high is None or found.nominal <= high, "nor more"
    assert found.precision >= 0
    assert found.clear.within(found.interval) or found.counted, "precision only widens"
    if not reading.signed and reading.unit is not None and not reading.unit.offset:
        assert low is None or low >= 0 or found.unit.offset, "an unsigned quantity is not negative"
    for shown in (show_interval(found.interval, found.unit), show_interval(found.clear, found.unit)):
        assert shown
        assert len(shown) < 2_000, len(shown)  # a unit of 100 characters may have a name of many words
    if found.nominal is not None:
        assert show_quantity(found.nominal, found.unit)
    if reading.unit is not None and reading.unit.dimension == found.unit.dimension:
        there = found.to(reading.unit)
        assert there.to(found.unit).interval == found.interval, "conversion is exact"


def _told(text: str, error: QuantityError | UnitError) -> None:
    assert error.message.strip(), "a mistake is told"
    assert error.help, error.message
    assert 0 <= error.start <= error.end <= len(text), (error.message, error.start, error.end)
    assert len(error.message) < 700, len(error.message)


def _parts(text: str) -> None:
    """`number;unit;hedge`, and as a range `low;high;unit`."""
    first, second, third, *_ = [*text.split(";"), "", "", ""]
    one = {key: it for key, it in (("number", first), ("unit", second), ("hedge", third)) if it}
    other = {key: it for key, it in (("low", first), ("high", second), ("unit", third)) if it}
    for reading in (READINGS[0], READINGS[4], READINGS[6], READINGS[10], READINGS[11]):
        for value in (one, other, {**one, **other}):
            try:
                _sound(read_quantity(value, reading), reading)
            except QuantityError as error:
                _told("", error)


def _exact(text: str) -> None:
    try:
        found = read_exact(text, UNITS)
    except QuantityError as error:
        _told(text, error)
        return
    assert found.interval.is_point
    assert found.precision == Fraction(0)


def _fractional(text: str) -> None:
    assert number_is_fractional(text, UNITS) in {True, False}


def _mentions(text: str) -> None:
    for reading in (READINGS[0], READINGS[4], READINGS[10]):
        end = 0
        for start, stop, found in mentions(text, reading):
            assert end <= start < stop <= len(text), "left to right, none within another"
            _sound(found, reading)
            end = stop


def _unit(text: str) -> None:
    try:
        found = UNITS.parse(text)
    except UnitError as error:
        _told(text, error)
        return
    assert found.factor > 0
    if found.name and found.name[0] != "1" and len(found.name) <= 100:  # `a day` alone is `1/day`
        again = UNITS.parse(found.name)
        assert (again.factor, again.dimension, again.offset) == (found.factor, found.dimension, found.offset)


def _date(text: str) -> None:
    _reads_date(text, parse_date)


def _period(text: str) -> None:
    _reads_date(text, parse_period)


def _reads_date(text: str, parse: Callable[[str], DateSpan]) -> None:
    try:
        found = parse(text)
    except DateError as error:
        _date_told(error)
        return
    _sound_date(found)
    again = parse_date(show_date(found))
    assert (again.start, again.end) == (found.start, found.end), "a date shown is the date"


def _relative(text: str) -> None:
    for anchor in ANCHORS:
        for future in (False, True):
            try:
                found = parse_relative(text, anchor, future)
            except DateError as error:
                _date_told(error)
                continue
            if found is not None:
                _sound_date(found)
                assert show_date(found)


def _sound_date(found: DateSpan) -> None:
    for start, end in ((found.start, found.end), (found.written_start, found.written_end)):
        assert start is None or end is None or start < end, "a date holds an instant"
    if found.start is not None and found.written_start is not None:
        assert found.start <= found.written_start, "a hedge widens"
    if found.end is not None and found.written_end is not None:
        assert found.end >= found.written_end, "a hedge widens"
    if found.start is not None and found.end is not None:
        assert found.end - found.start <= 11_000 * 366 * DAY


def _date_told(error: DateError) -> None:
    assert error.message.strip(), "a mistake is told"
    assert error.help
    assert printable(error.message) == error.message, "harmless for a terminal"
    assert len(error.message) < 500


WAYS: Mapping[str, Callable[[str], None]] = {
    **{chr(ord("a") + number): _quantity(reading) for number, reading in enumerate(READINGS)},
    "p": _parts,
    "x": _exact,
    "f": _fractional,
    "m": _mentions,
    "u": _unit,
    "D": _date,
    "P": _period,
    "R": _relative,
}


def check(data: bytes) -> None:
    text = text_of(data)
    read = WAYS.get(text[:1])
    if read is not None:
        read(text[1:])


# --- What helps to reach deep ----------------------------------------------------------------------------------------


@cache
def _tried(folder: str) -> tuple[str, ...]:
    return literals((ROOT / "tests" / folder).glob("*.py"), 90)


def seeds() -> Iterator[bytes]:
    """Each text of the tests' tables, read in the ways that fit, in turn."""
    readings = "abcdefghijkl"
    for number, text in enumerate(_tried("quantities")):
        for way in (readings[number % len(readings)], readings[(number * 5 + 2) % len(readings)], "xfmu"[number % 4]):
            yield (way + text).encode()
    for text in _tried("dates"):
        for way in "DPR":
            yield (way + text).encode()
    for parts in ("1.2e6;barrel/day;nearly", "10;12;percent", "5", "-3;degC", ";12;km", "7;;", "2;;ballpark"):
        yield f"p{parts}".encode()


@cache
def words() -> tuple[str, ...]:
    found = {
        *hedges.EXAMPLES, *names.WORDS, *names.SIGNS, *names.SCALES, *OWN, *calendar_words.MONTH_NUMBER,
        *calendar_words.WEEKDAY_NUMBER, *calendar_words.NUMBERS, *calendar_words.ORDINALS, *calendar_words.VAGUE_NUMBERS,
        *calendar_words.SEASON_MONTH, *(word for texts in _texts().values() for word in texts),
        "e300", "e-300", "e99999", "1e301", "٣", "²", "⁻¹", "^2", "**3", "/", "·", "-", "–", "−", "½", "2½", "1,000,000", "000",
        "\u00a0", "\u202f", "İ", "ſ", "ﬁ", "٪", "．", "~", "?", "%", "XX", "T18:00", "Z", "+14:00", "-Q4", "-W53", "-W01",
        "/..", "../", " to ", "ago", "later", "this", "last", "next", "early", "late", "the end of", "half", "weekend", "quarter",
        "9999", "0000", "0001", "-02-29", "year", "month", "week", "day", "hour", "morning", "in", "on",
    }  # fmt: skip
    return tuple(sorted(found))


@cache
def _texts() -> dict[str, list[str]]:
    return spellings(parser((), ()), "quantity", map(prepared, _tried("quantities")))


@cache
def _walker() -> Walker:
    return Walker(parser((), ()).rules, _texts())


def fragment(random: Random) -> str:
    return _walker().walk(random)


def _shapes() -> dict[str, Callable[[int], bytes]]:
    repeated = {
        "digits": ("a", "9", ""), "thousands": ("a1", ",000", "%"), "spaced thousands": ("a1", " 000", "%"),
        "decimals": ("a0.", "3", "%"), "zeros": ("a", "0", "%"), "points": ("a1", ".1", "%"), "signs": ("b", "-", "5%"),
        "hedges": ("a", "about ", "40%"), "hedges of two words": ("a", "more than ", "40%"), "scales": ("c5 ", "million ", ""),
        "number words": ("c", "twenty ", ""), "one hundred": ("c", "one hundred ", ""), "and": ("c", "one and ", "one"),
        "and a half": ("c", "two and a half ", ""), "a unit": ("c5 ", "barrels ", ""), "per": ("c5 km", " per km", ""),
        "slashes": ("c5 km", "/km", ""), "powers": ("c5 km", "^2", ""), "superscripts": ("c5 km", "²", ""),
        "products": ("c5 km", "·km", ""), "a power of nines": ("c5 km^", "9", ""), "a long word": ("a40 ", "x", ""),
        "white space": ("a40", " ", "%"), "white space before": ("a", " ", "40%"), "no-break spaces": ("a40", "\u00a0", "%"),
        "plurals": ("c", "tens of ", "thousands"), "ranges": ("a10", " to 12", "%"), "dashes": ("a10", "–", "12%"),
        "between": ("a", "between ", "10 and 12%"), "fractions": ("c", "2/3 ", ""), "a fraction of digits": ("c1/", "3", ""),
        "suffixes": ("a40%", " or so", ""), "accents": ("a40 e", "\u0301", ""), "signs of money": ("f", "$", "5"),
        "exact digits": ("x", "9", ""), "exact hedges": ("x", "nearly ", "5"), "parts": ("p", "9", ";km"),
        "an exponent": ("c1e", "9", ""), "ranks": ("k", "second ", "largest"), "a rank of digits": ("k", "9", "th"),
        "the most": ("k", "most ", "x"), "own hedges": ("l", "give or take ", "5 km"), "own vague words": ("l", "umpteen ", "km"),
        "mentions of numbers": ("m", "40% ", ""), "mentions of words": ("m", "about nearly ", ""),
        "mentions of a": ("m", "a ", ""), "mentions of and": ("m", "one and ", ""), "mentions of signs": ("m", "-", ""),
        "mentions of dots": ("m", "A.", ""), "mentions of commas": ("m1", ",1", ""), "a unit alone": ("ukm", " km", ""),
        "a unit of slashes": ("ukm", "/s", ""), "a unit of a": ("ukm", " a day", ""), "a unit of letters": ("u", "k", ""),
        "a unit of spaces": ("ukm", " ", "s"), "a unit of hyphens": ("ukm", "-km", ""),
        "digits of a date": ("D", "2", ""), "parts of a date": ("D2025", "-01", ""), "slashes of a date": ("D2025", "/2025", ""),
        "hedges of a date": ("D2025", "~", ""), "spaces of a date": ("D2025", " ", "2025"), "words of a date": ("D", "of ", "2025"),
        "periods": ("P2025", " to 2025", ""), "spaces of a period": ("P2025", " ", "to 2025"), "relative days": ("R", "last ", "week"),
        "relative spaces": ("Rlast", " ", "week"), "relative digits": ("R", "9", " days ago"), "relative the": ("R", "the ", "end"),
    }  # fmt: skip
    return {name: _repeated(*parts) for name, parts in repeated.items()}


def _repeated(before: str, again: str, behind: str) -> Callable[[int], bytes]:
    return lambda n: (before + again * n + behind).encode()


TARGET = Target(check=check, seeds=seeds, words=words, longest=160, fragment=fragment, shapes=_shapes())
