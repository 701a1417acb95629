"""The claims that a selection chooses, as a condition on columns; the keys by which they compare, as columns."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import reduce
from operator import and_
from typing import TYPE_CHECKING

from factlint.corpus.claim import GRAINS, Property
from factlint.language.model import Selection

if TYPE_CHECKING:
    import narwhals as nw

_KEYS: Mapping[str, str] = {"outlet": "outlet_key", "document": "document", "speaker": "speaker_key"}
"""Keys of `per` that are columns, and can be null: claims that lack one form a group of their own."""


@dataclass(frozen=True, slots=True)
class Choice:
    """What a selection asks of the columns, but for its properties: rules that share it share a pass."""

    about: frozenset[str] | None = None
    outlets: frozenset[str] | None = None
    speakers: frozenset[str] | None = None
    modalities: frozenset[str] = frozenset({"actual"})
    keys: tuple[str, ...] = ("group",)

    def conditions(self) -> list[nw.Expr]:
        import narwhals as nw

        asked = []
        if self.modalities == {"actual"}:
            asked.append(nw.col("plain"))
        else:
            asserted = (nw.col("stance") == "asserts") | (nw.col("kind") == "truth")
            asked += [asserted, nw.col("status") == "current", nw.col("modality").is_in(sorted(self.modalities))]
        if self.about is not None:
            asked.append(nw.col("subject_key").is_in(sorted(self.about)))
        if self.outlets is not None:
            asked.append(nw.col("outlet_key").is_in(sorted(self.outlets)))
        if self.speakers is not None:
            asked += [nw.col("speaker_named"), nw.col("speaker_key").is_in(sorted(self.speakers))]
        return asked

    def condition(self) -> nw.Expr:
        return reduce(and_, self.conditions())


def choice(selection: Selection, properties: Sequence[Property]) -> Choice | None:
    """What the selection asks of the columns; None where it asks more than they tell, and every claim is looked at."""
    if selection.latest or selection.where is not None or selection.period is not None or selection.lifts:
        return None
    keys = _keys(selection, properties)
    if keys is None:
        return None
    return Choice(
        about=None if selection.about is None else frozenset(it.key for it in selection.about),
        outlets=None if selection.outlets is None else frozenset(it.key for it in selection.outlets),
        speakers=None if selection.speakers is None else frozenset(it.key for it in selection.speakers),
        modalities=frozenset({"actual", *selection.including}),
        keys=keys,
    )


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
