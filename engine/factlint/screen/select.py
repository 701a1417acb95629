"""The claims that a selection chooses, as a condition on columns; the keys by which they compare, as columns."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import reduce
from operator import and_
from typing import TYPE_CHECKING, Any

from factlint.corpus.claim import GRAINS, Property
from factlint.language.model import Condition, Selection
from factlint.quantities.values import DateSpan
from factlint.screen.conditions import Texts, answer, columns_of, inside, is_screened
from factlint.screen.spans import NEITHER, NO, RIVALS, columns_of_dates, last_of

if TYPE_CHECKING:
    import narwhals as nw

_KEYS: Mapping[str, str] = {"outlet": "outlet_key", "document": "document", "speaker": "speaker_key"}
"""Keys of `per` that are columns, and can be null: claims that lack one form a group of their own."""


@dataclass(frozen=True, slots=True)
class Choice:
    """What a selection asks of the columns, but for its properties: rules that share it share a pass.

    `modalities` None: any; `current`: withdrawn and corrected claims are left out.
    """

    about: frozenset[str] | None = None
    outlets: frozenset[str] | None = None
    speakers: frozenset[str] | None = None
    modalities: frozenset[str] | None = frozenset({"actual"})
    current: bool = True
    period: DateSpan | None = None
    where: Condition | None = None
    latest: bool = False
    keys: tuple[str, ...] = ("group",)

    @property
    def by(self) -> list[str]:
        return list(dict.fromkeys([*self.keys, "property_code"]))

    @property
    def can_straddle(self) -> bool:
        return self.period is not None or self.where is not None

    @property
    def _is_plain(self) -> bool:
        """Asks for asserted claims, current and actual: a column of its own."""
        return self.modalities == frozenset({"actual"}) and self.current and not self.latest

    def of(self, claims: nw.LazyFrame[Any], texts: Texts) -> nw.LazyFrame[Any]:
        """The claims that are chosen."""
        import narwhals as nw

        if self.latest:
            return self._kept(claims).filter(reduce(and_, [*_asserted(), *self._where(texts)]))
        asked = [nw.col("plain")] if self._is_plain else [*_asserted(), *self._defaults()]
        return claims.filter(reduce(and_, [*asked, *self._filters(), *self._within(), *self._where(texts)]))

    def straddling(self, claims: nw.LazyFrame[Any], texts: Texts) -> list[nw.LazyFrame[Any]]:
        """The claims that a date leaves neither in nor out: that of `in`, then those of `where`."""
        found = []
        if self.period is not None:
            told = inside(self.period)
            assert told.straddles is not None
            found.append(claims.filter(reduce(and_, [*self._defaults(), *self._filters(), told.straddles])))
        if self.where is not None:
            told = answer(self.where, texts)
            if told.straddles is not None:
                found.append(self._kept(claims).filter((told.verdict == NEITHER) & told.straddles))
        return found

    def _kept(self, claims: nw.LazyFrame[Any]) -> nw.LazyFrame[Any]:
        """What filters, defaults and `latest` let through, denials among it: what `where` is then asked of."""
        import narwhals as nw

        asked = [*self._defaults(), *self._filters(), *self._within()]
        found = claims.filter(reduce(and_, asked, nw.lit(value=True)))
        return last_of(found) if self.latest else found

    def _within(self) -> list[nw.Expr]:
        return [] if self.period is None else [inside(self.period).yes]

    def _where(self, texts: Texts) -> list[nw.Expr]:
        return [] if self.where is None else [answer(self.where, texts).yes]

    def perhaps(self, texts: Texts) -> nw.Expr:
        """The claims that a judge of the selection has to see: denials, and what a date leaves neither in nor out, too."""
        import narwhals as nw

        asked = [*self._defaults(), *self._filters()]
        if self.period is not None:
            asked.append(inside(self.period).verdict != NO)
        if self.where is not None:
            asked.append(answer(self.where, texts).verdict != NO)
        return reduce(and_, asked, nw.lit(value=True))

    @property
    def columns(self) -> list[str]:
        """What the conditions read."""
        found = ["plain", "modality", "status"]
        found += [] if self._is_plain else ["stance", "kind"]
        found += [] if self.about is None else ["subject_key"]
        found += [] if self.outlets is None else ["outlet_key"]
        found += [] if self.speakers is None else ["speaker_named", "speaker_key"]
        found += [] if self.period is None else columns_of_dates("period")
        found += [*columns_of_dates("published"), *RIVALS] if self.latest else []
        return found if self.where is None else [*found, *columns_of(self.where)]

    def _defaults(self) -> list[nw.Expr]:
        import narwhals as nw

        found = [] if self.modalities is None else [nw.col("modality").is_in(sorted(self.modalities))]
        return [*found, nw.col("status") == "current"] if self.current else found

    def _filters(self) -> list[nw.Expr]:
        import narwhals as nw

        asked = []
        if self.about is not None:
            asked.append(nw.col("subject_key").is_in(sorted(self.about)))
        if self.outlets is not None:
            asked.append(nw.col("outlet_key").is_in(sorted(self.outlets)))
        if self.speakers is not None:
            asked += [nw.col("speaker_named"), nw.col("speaker_key").is_in(sorted(self.speakers))]
        return asked


def _asserted() -> list[nw.Expr]:
    import narwhals as nw

    return [(nw.col("stance") == "asserts") | (nw.col("kind") == "truth")]


def choice(selection: Selection, properties: Sequence[Property]) -> Choice | None:
    """What the selection asks of the columns; None where it asks more than they tell, and every claim is looked at."""
    if "stance" in selection.lifts or (selection.latest and selection.regardless):
        return None
    if selection.where is not None and not is_screened(selection.where):
        return None
    keys = _keys(selection, properties)
    return None if keys is None else chosen_by(selection, keys)


def chosen_by(selection: Selection, keys: tuple[str, ...] = ("group",)) -> Choice:
    """What the filters of a selection ask, whatever groups its claims."""
    return Choice(
        about=None if selection.about is None else frozenset(it.key for it in selection.about),
        outlets=None if selection.outlets is None else frozenset(it.key for it in selection.outlets),
        speakers=None if selection.speakers is None else frozenset(it.key for it in selection.speakers),
        modalities=None if "modality" in selection.lifts else frozenset({"actual", *selection.including}),
        current="status" not in selection.lifts,
        period=selection.period,
        where=selection.where,
        latest=selection.latest,
        keys=keys,
    )


def read_by(selection: Selection, *, outlets: bool = True) -> Choice:
    """What is certain of the claims that the judge of a selection looks at; `outlets`: only those it names."""
    where = selection.where
    known = where is not None and not selection.latest and is_screened(where)
    found = replace(chosen_by(selection), where=where if known else None, latest=False)
    return found if outlets else replace(found, outlets=None)


def _keys(selection: Selection, properties: Sequence[Property]) -> tuple[str, ...] | None:
    if selection.per is None and not selection.regardless:
        return ("group",)
    known = {"property", "subject", "period", *GRAINS}
    if not selection.regardless <= known:
        return None
    if "property" in selection.regardless and len(properties) > 1:
        return None  # the numbers of several properties may be in several units, and vary by several spans
    keys = ["property_code"]
    keys += [] if "subject" in selection.regardless else ["subject_key"]
    keys.append("qualifiers_key")
    if selection.per is None:
        timeless = "period" in selection.regardless or (
            bool(selection.regardless & set(GRAINS))
            and all(it.varies_by is None or it.varies_by in selection.regardless for it in properties)
        )
        if not timeless and selection.regardless & set(GRAINS):
            return None
        return tuple(keys) if timeless else (*keys, "period_key")
    for key in selection.per:
        if key in {"property", "subject"}:
            keys.append({"property": "property_code", "subject": "subject_key"}[key])
        elif key in GRAINS and all(it.varies_by == key for it in properties):
            keys.append("period_key")
        elif key in _KEYS:
            keys.append(_KEYS[key])
        else:
            return None
    return tuple(dict.fromkeys(keys))
