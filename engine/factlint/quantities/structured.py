"""Values given in parts: `{number: 1.2e6, unit: barrel/day, hedge: nearly}`, `{low: 10, high: 12, unit: percent}`.

They carry no precision: the number is all there is.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from factlint.quantities import messages
from factlint.quantities.hedges import folded
from factlint.quantities.meaning import understood
from factlint.quantities.messages import QuantityError
from factlint.quantities.misread import nearest_hedge
from factlint.quantities.numbers import in_digits
from factlint.quantities.own_hedges import hedge_words
from factlint.quantities.read import read_quantity
from factlint.quantities.reading import Reading
from factlint.quantities.values import Quantity
from factlint.quantities.written import Amount, Words, Written

KEYS = ("number", "unit", "hedge", "low", "high")
_NUMBER = re.compile(r"\s*([+-]?)((?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?)\s*")


def read_structured(value: Mapping[str, object], reading: Reading) -> Quantity:
    """The quantity that a mapping of texts gives; see `read_quantity`."""
    parts = {str(key): str(text) for key, text in value.items()}
    for key in parts:
        if key not in KEYS:
            raise QuantityError(*messages.unknown_key(key, _nearest_key(key)), 0, 0)
    ends = [key for key in ("low", "high") if key in parts]
    if ("number" in parts) == bool(ends) or (ends and "hedge" in parts):
        raise QuantityError(*messages.mixed_keys(), 0, 0)
    amounts = {key: _amount(key, parts) for key in ("number", *ends) if key in parts}
    text = _shown(parts)
    if reading.rank and text != parts.get("number"):
        raise QuantityError(*messages.not_a_rank(text), 0, 0)
    if len(ends) == 2:
        written = Written(text=text, ends=(amounts["low"], amounts["high"]), exact=True)
    elif ends:
        side = Words("AT_LEAST" if ends == ["low"] else "UP_TO", "at least" if ends == ["low"] else "at most", 0, 0)
        written = Written(text=text, hedges=(side,), amount=amounts[ends[0]], exact=True)
    else:
        hedge = (_hedge(parts["hedge"], reading),) if "hedge" in parts else ()
        written = Written(text=text, hedges=hedge, amount=amounts["number"], exact=True)
    try:
        return read_quantity(parts.get("number", text), reading) if reading.rank else understood(written, reading)
    except QuantityError as error:
        raise QuantityError(error.message, error.help, 0, 0) from None


def _amount(key: str, parts: Mapping[str, str]) -> Amount:
    match = _NUMBER.fullmatch(parts[key].replace("\u2212", "-")) if len(parts[key]) <= messages.MAX_TEXT else None
    if match is None:
        raise QuantityError(*messages.structured_number(key, parts[key]), 0, 0)
    unit = Words("UNIT", parts["unit"], 0, 0) if parts.get("unit", "").strip() else None
    sign = -1 if match[1] == "-" else 1
    # No scale carries back from one end to the other: each number is all there is.
    return Amount(number=in_digits(match[2]), sign=sign, unit=unit, end=len(parts[key]), from_scale=True)


def _hedge(word: str, reading: Reading) -> Words:
    own = reading.meanings().get(folded(word))
    if own is not None and own.width is not None:
        return hedge_words(word) or Words("OWN_HEDGE", word, 0, 0)
    found = hedge_words(word)
    if found is None:
        raise QuantityError(*messages.structured_hedge(word, nearest_hedge(word)), 0, 0)
    return found


def _nearest_key(key: str) -> str | None:
    from rapidfuzz import fuzz, process

    found = process.extractOne(key.casefold()[:40], KEYS, scorer=fuzz.ratio, score_cutoff=60)
    return None if found is None else str(found[0])


def _shown(parts: Mapping[str, str]) -> str:
    unit = f" {parts['unit']}" if parts.get("unit") else ""
    if "number" in parts:
        hedge = f"{parts['hedge']} " if parts.get("hedge") else ""
        return f"{hedge}{parts['number']}{unit}"
    if "low" in parts and "high" in parts:
        return f"{parts['low']}–{parts['high']}{unit}"
    if "low" in parts:
        return f"at least {parts['low']}{unit}"
    return f"at most {parts['high']}{unit}"
