"""A number without a unit where a share is meant: it is a ratio, so that `40` says 4,000 %."""

from __future__ import annotations

from collections.abc import Mapping

from factlint.quantities.own_hedges import own_words
from factlint.quantities.parse import parse_written
from factlint.quantities.reading import Reading
from factlint.quantities.values import NUMBER, Quantity, Unit


def may_be_percent(value: Quantity, written: Unit | None, unit: Unit | None) -> bool:
    """A share of twice the whole or more, as a number without a unit: somebody may have left the unit out. Below, it is as
    likely meant: `1.05` of last year.

    `value` in any unit of shares, `written` the unit it was written in, `unit` that of its property.
    """
    if unit is None or not unit.is_share or written != NUMBER:
        return False
    ends = [value.nominal] if value.nominal is not None else [value.interval.low, value.interval.high]
    return any(abs(end) * value.unit.factor >= 2 for end in ends if end is not None)


def is_bare(raw: str | Mapping[str, object], reading: Reading) -> bool:
    """Digits or words for a number; no fraction, no multiple (`double`) and no vague word, which are ratios as they are."""
    if not isinstance(raw, str):
        return True
    written = parse_written(raw, **own_words(reading.meanings()))
    amounts = written.ends or ((written.amount,) if written.amount is not None else ())
    return bool(amounts) and not any(it.ratio or it.multiple for it in amounts)
