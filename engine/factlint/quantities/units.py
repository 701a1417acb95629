"""Units by name: the one door to pint.

Names come from a corpus, so they are looked up one by one and never evaluated: pint is asked for a single name of
letters, its answer kept; powers and divisions are read here.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from fractions import Fraction
from functools import cache
from typing import TYPE_CHECKING, Any

from factlint.cache.parts import Memory
from factlint.quantities import messages, names, pint_names
from factlint.quantities.definitions import define
from factlint.quantities.messages import UnitError
from factlint.quantities.unit_parts import Atom, Piece, Product, is_per_cent, power_of, tokens
from factlint.quantities.values import Unit

if TYPE_CHECKING:
    from factlint.quantities.links import Link

__all__ = ["UnitError", "Units", "is_currency"]

_MAX_NAME = 40
_MAX_UNIT = 100
_PIECE = re.compile(r"[^\W\d_]+(?:_[^\W\d_]+)*")
_SPACES = str.maketrans(dict.fromkeys("\u00a0\u2007\u2009\u202f\t\n\r", " ") | {"\u2212": "-", "\u2019": "'"})
_HYPHEN = re.compile(r"(?<=[^\W\d_])-(?=[^\W\d_])")


class Units:
    """The units a corpus may use: pint's, those of newswire, and the vocabulary's own.

    `definitions` are the vocabulary's `units`, `conversions` and `rates` its sections of those names, as text.

    Raises:
        UnitError: the first entry that cannot be read; `where` is its path in the vocabulary.
    """

    def __init__(
        self,
        definitions: Sequence[str] = (),
        conversions: Mapping[str, Mapping[str, str]] | None = None,
        rates: Mapping[str, Mapping[str, str]] | None = None,
    ) -> None:
        problems = self._load(definitions, conversions or {}, rates or {})
        if problems:
            raise problems[0]

    @classmethod
    def checked(
        cls,
        definitions: Sequence[str] = (),
        conversions: Mapping[str, Mapping[str, str]] | None = None,
        rates: Mapping[str, Mapping[str, str]] | None = None,
    ) -> tuple[Units, list[UnitError]]:
        """The units without the entries that cannot be read, and every problem with those."""
        units = cls()
        return units, units._load(definitions, conversions or {}, rates or {})

    def __getstate__(self) -> dict[str, object]:
        """Without what it remembers of the texts it was asked about."""
        return {**self.__dict__, "_known": {}}

    def _load(
        self,
        definitions: Sequence[str],
        conversions: Mapping[str, Mapping[str, str]],
        rates: Mapping[str, Mapping[str, str]],
    ) -> list[UnitError]:
        from factlint.quantities.links import read_links

        self._own: dict[str, Atom] = {}
        self._known: dict[str, Unit | UnitError] = {}
        problems = define(definitions, self._own, self._parse)  # not remembered: a later one may make it known

        links, bad_links = read_links(self, conversions, rates)
        self.links: tuple[Link, ...] = links
        self.conversions: frozenset[str] = frozenset(conversions)
        return problems + bad_links

    def parse(self, text: str) -> Unit:
        """The unit that a text names: `barrel/day`, `million barrels a day`, `km²`, `U.S. dlrs`, `%`.

        Raises:
            UnitError: a name is unknown or ambiguous, or the text is no unit; its offsets are into `text`.
        """
        found = self._known.get(text)
        if found is None:
            try:
                found = self._parse(text)
            except UnitError as error:
                found = error.anew()  # one that has been raised keeps the frames it came through, and all they hold
            if len(self._known) > 50_000:  # distinct texts of a hostile corpus
                self._known.clear()
            self._known[text] = found
        if isinstance(found, UnitError):
            raise found.anew()
        return found

    def find(self, text: str) -> Unit | None:
        """The unit that a text names, or None."""
        try:
            return self.parse(text)
        except UnitError:
            return None

    def nearest(self, name: str) -> str | None:
        """The known name that a misspelt one was probably meant to be."""
        from rapidfuzz import fuzz, process

        found = process.extractOne(
            name.casefold()[:_MAX_NAME], [*sorted(self._own), *_common_names()], scorer=fuzz.ratio, score_cutoff=72
        )
        return None if found is None or found[0] == name else str(found[0])

    # --- Reading a unit ----------------------------------------------------------------------------------------------

    def _parse(self, given: str) -> Unit:
        text = _HYPHEN.sub(" ", given.translate(_SPACES))
        if not text.strip():
            raise UnitError(*messages.no_unit(), 0, len(given))
        if len(text) > _MAX_UNIT:
            raise UnitError(*messages.long_unit(given), 0, len(given))
        product = Product()
        sign = 1
        phrase: list[Piece] = []
        slash: tuple[int, int] | None = None
        pieces = tokens(text)
        for index, (word, start, end) in enumerate(pieces):
            divides = word in {"/", "a", "an"} or (word == "per" and not is_per_cent(pieces, index))
            if not divides and word not in {"*", "·", "⋅"}:
                phrase.append((word, start, end))
                continue
            if phrase:
                self._add(product, phrase, sign, given)
            elif slash is not None or not divides or (index and product.parts == 0):
                raise UnitError(*messages.dangling_division(given), start, end)
            phrase = []
            slash = (start, end)
            sign = -1 if divides else 1
        if not phrase:
            raise UnitError(*messages.dangling_division(given), *(slash or (0, len(given))))
        self._add(product, phrase, sign, given)
        return product.unit()

    def _add(self, product: Product, phrase: list[Piece], sign: int, given: str) -> None:
        """Multiply by what a phrase names: `million barrels`, `square kilometers`, `km^2`."""
        start, end = phrase[0][1], phrase[-1][2]
        words = [word for word, _, _ in phrase]
        scale = ""
        if words[0].casefold() in names.SCALES and len(words[0]) > 1:
            if len(words) == 1:
                raise UnitError(*messages.scale_without_unit(words[0]), start, end)
            scale = words.pop(0).casefold()
            scale = {"mn": "million", "mln": "million", "bn": "billion"}.get(scale, scale)
            scale = scale if len(scale) < 5 else scale.removesuffix("s")
        text = " ".join(words)
        if text in names.COMPOSED:
            inner = self.parse(names.COMPOSED[text])
            product.times(Atom(inner.name, inner.factor, dict(inner.dimension)), sign, scale)
            product.lone = product.lone and Atom(inner.name, inner.factor, dict(inner.dimension))
            return
        atom, power = self._phrase(text), 1
        if atom is None:
            stripped, power = power_of(text)
            atom = self._phrase(stripped) if stripped != text else None
        if atom is None:
            raise self._unknown(phrase, given)
        if not 1 <= abs(power) <= 9:
            raise UnitError(*messages.bad_power(text), start, end)
        product.times(atom, sign * power, scale)

    def _phrase(self, text: str) -> Atom | None:
        atom = self._own_atom(text)
        if atom is not None:
            return atom
        ambiguous = names.AMBIGUOUS.get(text)
        if ambiguous is not None:
            return None
        return _atom(text)

    def _own_atom(self, text: str) -> Atom | None:
        if not self._own:
            return None
        underscored = text.replace(" ", "_")
        for name in (underscored, underscored.casefold()):
            for word in names.singulars(name):
                if word in self._own:
                    return self._own[word]
        return None

    def _unknown(self, phrase: list[Piece], given: str) -> UnitError:
        for word, start, end in phrase:
            if word in names.AMBIGUOUS:
                return UnitError(*messages.ambiguous_unit(word, names.AMBIGUOUS[word]), start, end)
        if len(phrase) > 1:  # point at the words that follow a unit, if that is where it goes wrong
            for index in range(len(phrase) - 1, 0, -1):
                head = " ".join(word for word, _, _ in phrase[:index])
                if self._phrase(head) is not None or (index == 1 and head.casefold() in names.SCALES):
                    phrase = phrase[index:]
                    break
        start, end = phrase[0][1], phrase[-1][2]
        name = given[start:end]
        return UnitError(*messages.unknown_unit(name, self.nearest(name)), start, end)


def is_currency(unit: Unit) -> bool:
    """An amount of money, in whatever currency (not a price per something)."""
    return len(unit.dimension) == 1 and unit.dimension[0][0].startswith("[currency_") and unit.dimension[0][1] == 1


# --- One name --------------------------------------------------------------------------------------------------------


_memo: dict[str, Atom | None] = {}
_answers = Memory("units")


def _atom(text: str) -> Atom | None:
    """The unit of one name or set phrase, without the vocabulary."""
    if len(text) > _MAX_NAME:
        return None
    if text not in _memo:
        if len(_memo) > 50_000:
            _memo.clear()
        _memo[text] = _look_up(text)
    return _memo[text]


def _look_up(text: str) -> Atom | None:
    if text in names.SIGNS:
        return _canonical(names.SIGNS[text])
    if text in names.SYMBOLS:
        return _canonical(names.SYMBOLS[text])
    if text in names.ISO_4217:
        return _canonical(text)
    folded = text.casefold()
    for word in names.singulars(folded):
        if word in names.WORDS:
            return _canonical(names.WORDS[word])
        if word in names.OWN or word in names.BASES or word in names.TEMPERATURES:
            return _canonical(word)
    return _from_pint(text) or _from_pint(folded)


def _canonical(name: str) -> Atom | None:
    if name in names.OWN:
        factor, base = names.OWN[name]
        if base is None:
            return Atom(name, factor, {})
        inner = _canonical(base)
        assert inner is not None
        return Atom(name, factor * inner.factor, inner.dimension)
    if name in names.BASES:
        dimension, counting = names.BASES[name]
        return Atom(name, Fraction(1), {dimension: 1}, counting=counting)
    if name in names.ISO_4217:
        return Atom(name, Fraction(1), {f"[currency_{name}]": 1})
    if name in names.TEMPERATURES:
        factor, offset = names.TEMPERATURES[name]
        return Atom(name, factor, {"[temperature]": 1}, offset)
    return _from_pint(name)


@cache
def _registry() -> Any:
    """Pint's registry, with exact fractions: only its table of names is used, never its parser of expressions."""
    import pint

    return pint.UnitRegistry(non_int_type=Fraction)


def _from_pint(text: str) -> Atom | None:
    """A name that pint spells in full: `kilometers`, `metric tons`, `megawatt_hour`."""
    name = text.replace(" ", "_")
    if _PIECE.fullmatch(name) is None or len(name) > _MAX_NAME:
        return None
    for word in names.singulars(name):
        if (len(word) < 4 and word not in names.SHORT_UNITS and word != "ppm") or word in names.NOT_UNITS:
            continue
        found = _named(word)
        if found is not None:
            return found
    return None


def _named(word: str) -> Atom | None:
    """What pint says of a word. Loading it takes longer than a small check: it is asked what is not written down."""
    singular = word.removesuffix("s")  # of any name, as pint has it
    if word in pint_names.KNOWN:
        return _written_down(word)
    if singular in pint_names.KNOWN and not _is_name(word):
        return _written_down(singular)
    if _is_name(word) or _is_name(singular):
        return _answers.answer(word, lambda: _from_registry(word))
    return None


def _written_down(word: str) -> Atom:
    name, factor, dimension = pint_names.KNOWN[word]
    return Atom(name, Fraction(factor), dimension)


def _is_name(word: str) -> bool:
    """Whether pint may know it, but as a plural."""
    if not word.isascii():
        return True
    return word in pint_names.NAMES or any(
        word.startswith(prefix) and word.removeprefix(prefix) in pint_names.NAMES for prefix in pint_names.PREFIXES
    )


def _from_registry(word: str) -> Atom | None:
    registry = _registry()
    for prefix, unit, suffix in registry.parse_unit_name(word):
        rest = word.removeprefix(prefix)
        in_full = not prefix or (word.startswith(prefix) and len(rest) > 2 and rest not in names.NOT_UNITS)
        if suffix or not in_full or unit in names.NOT_UNITS or unit.startswith(("degree_", "delta_")):
            continue
        if not registry._units[unit].is_multiplicative:  # noqa: SLF001 - octaves: pint has no other way to ask
            continue
        return _measured(prefix + unit)
    return None


def _measured(name: str) -> Atom:
    from pint.util import UnitsContainer

    registry = _registry()
    factor, roots = registry.get_root_units(UnitsContainer({name: 1}))
    dimension: dict[str, int] = {}
    for root, power in roots._units.items():  # noqa: SLF001 - pint's own iteration over a unit's parts
        bases = registry.get_dimensionality(UnitsContainer({root: 1}))
        # Bits and radians are pure numbers to pint; a gigabyte is no share of anything.
        base = next(iter(bases), {"bit": "[information]", "radian": "[angle]"}.get(root))
        if base is not None:
            dimension[base] = dimension.get(base, 0) + int(power)
    return Atom(name.replace("_", " "), Fraction(factor), dimension)


@cache
def _common_names() -> tuple[str, ...]:
    """Names to suggest: words, not symbols, and the units of pint that a newspaper uses."""
    pints = (
        "meter kilometer centimeter millimeter mile yard foot inch hectare acre gram kilogram tonne ton pound ounce liter gallon "
        "megawatt gigawatt kilowatt watt joule megawatt_hour kilowatt_hour gigawatt_hour byte gigabyte knot kelvin"
    )
    words = [word for word in names.WORDS if len(word) > 2]
    return tuple(sorted({*words, *names.OWN, *names.BASES, *pints.replace("_", " ").split(" "), "bpd"} - {"US cent"}))
