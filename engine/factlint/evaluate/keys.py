"""What a claim states under a key: the one reading that conditions, `per`, `have` and reports share."""

from __future__ import annotations

from factlint.corpus.claim import GRAINS, Claim, Grain
from factlint.quantities.calendar import calendar_key
from factlint.quantities.dates import show_date
from factlint.quantities.values import DateSpan, Name, Unit, Value


def plain(text: str) -> Name:
    """A word that is no entity (a stance, an id) as a name, so that all keys compare alike."""
    return Name(text, text.casefold(), text)


def states(claim: Claim, key: str) -> bool:
    """Does the claim state this key itself? A period that was only taken over from the document does not count."""
    if key == "period":
        return claim.period_given
    return bool(values(claim, key))


def values(claim: Claim, key: str) -> tuple[Name | Unit | Value, ...]:
    """All values of a key; () where the claim lacks it. Names are resolved; a source may be one of several."""
    match key:
        case "property":
            return (plain(claim.property.name),)
        case "subject":
            return (claim.subject,)
        case "value":
            return (claim.value,)
        case "unit":
            return () if claim.unit_written is None or not claim.unit_written.name else (claim.unit_written,)
        case "kind":
            return (plain(claim.property.kind),)
        case "period":
            return () if claim.period is None else (claim.period,)
        case "published":
            return () if claim.document.published is None else (claim.document.published,)
        case "outlet":
            return () if claim.document.outlet is None else (claim.document.outlet,)
        case "document":
            return (plain(claim.document.id),)
        case "speaker":
            return () if claim.speaker is None else (claim.speaker,)
        case "source":
            return claim.sources
        case "stance" | "modality" | "status":
            return (plain(getattr(claim, key)),)
        case "speech":
            return () if claim.speech is None else (plain(claim.speech),)
        case "quote":
            return () if claim.quote is None else (plain(claim.quote),)
        case _:
            return tuple(value for name, value in claim.qualifiers if name == key)


def texts(claim: Claim, key: str) -> tuple[str, ...]:
    """The words of a key, for `contains` and `matches`: as written where the claim writes them."""
    match key:
        case "value":
            return (claim.value_text,)
        case "subject":
            return (claim.subject.name, claim.subject.text)
        case _:
            return tuple(words for value in values(claim, key) for words in _words(value))


def _words(value: Name | Unit | Value) -> tuple[str, ...]:
    match value:
        case Name():
            return (value.name, value.text) if value.text and value.text != value.name else (value.name,)
        case Unit():
            return (value.name,)
        case DateSpan():
            return (value.text,)
        case _:
            return ()


def group_values(claim: Claim, key: str) -> tuple[tuple[object, str | None], ...]:
    """What groups a claim under a key: (compared, shown) pairs; one for each of several sources."""
    if key in GRAINS:
        return (period_value(claim.period, key),)
    found = values(claim, key)
    if key in {"period", "published"} and found and isinstance(found[0], DateSpan):
        return (_span(found[0]),)
    return tuple(_compared(value) for value in found) or ((None, None),)


def period_value(period: DateSpan | None, grain: Grain) -> tuple[object, str | None]:
    """The day … year a period lies within as written; a period that lies within none only equals itself."""
    if period is None:
        return (None, None)
    within = calendar_key(period, grain)
    return (within, within) if within is not None else _span(period)


def _span(period: DateSpan) -> tuple[object, str]:
    return ((period.written_start, period.written_end), show_date(period))


def _compared(value: Name | Unit | Value) -> tuple[object, str | None]:
    match value:
        case Name():
            return (value.key, value.name)
        case Unit():
            return ((value.factor, value.offset, value.dimension, value.name), value.name)
        case DateSpan():
            return _span(value)
        case _:
            interval = getattr(value, "interval", None)
            return (interval if interval is not None else value, getattr(value, "text", "") or str(value))
