"""The passes over the table: the groups of every choice of claims measured, and the few questions asked besides."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, partial
from typing import TYPE_CHECKING, Any

from factlint.evaluate.alone import LIMIT as NEIGHBOURS
from factlint.evaluate.alone import stand_alone
from factlint.evaluate.group import comparability
from factlint.evaluate.result import Alone
from factlint.language.model import Rule, Selection
from factlint.screen.beside import side_by_side
from factlint.screen.groups import Groups, countable
from factlint.screen.measures import MEASURED, NAMED, SOURCES, all_collected, collected, measured, named
from factlint.screen.plan import NUMBERS, Plan
from factlint.screen.readable import readings
from factlint.screen.select import Choice

if TYPE_CHECKING:
    import narwhals as nw
    import polars as pl

    from factlint.screen.run import Screen

SCANS = 2
"""So many passes over the table are made from the disk; for more its columns are held in memory."""

ALIGNING = ("group", "subject_key", "qualifiers_key", "period_key")
"""The columns by which the operands of an expression align."""


@dataclass(frozen=True, slots=True)
class Lone:
    """The places of the first claims that stand alone, and of their neighbours; and how many stand alone in all."""

    listed: list[int]
    near: list[int]
    number: int


@dataclass
class Passes:
    """What was asked of the rows of a screen, each thing once."""

    screen: Screen
    _numbers: dict[Choice, pl.DataFrame] = field(default_factory=dict)
    _names: dict[Choice, pl.DataFrame] = field(default_factory=dict)
    _groups: dict[tuple[Choice, frozenset[int]], Groups] = field(default_factory=dict)
    _counts: dict[Choice, Mapping[int, int]] = field(default_factory=dict)
    _straddling: dict[tuple[Choice, int], int] = field(default_factory=dict)
    _lone: dict[tuple[Choice, frozenset[int]], Lone] = field(default_factory=dict)
    _alone: dict[object, tuple[Alone, ...]] = field(default_factory=dict)
    _suspects: dict[Choice, list[pl.DataFrame]] = field(default_factory=dict)
    _rows: dict[Choice, Mapping[int, Sequence[int]]] = field(default_factory=dict)

    def measure(self, plans: Sequence[Plan], rest: Sequence[Rule]) -> None:
        """One pass for each choice of claims, whatever the number of rules; as many at once as the engine likes.

        `rest`: rules that will read the table in other ways.
        """
        wanted: dict[Choice, set[int]] = {}
        selected: dict[Choice, set[int]] = {}
        for plan in plans:
            wanted.setdefault(plan.chosen, set()).update(plan.codes)
            selected.setdefault(plan.chosen, set()).update(plan.codes, plan.silent)
        sources: dict[Choice, int] = {}
        for plan in plans:
            sources[plan.chosen] = max(plan.sources, sources.get(plan.chosen, 0))
        passes: list[tuple[dict[Choice, pl.DataFrame], Choice, set[int]]] = []
        for chosen, codes in wanted.items():
            numbers = {code for code in codes if self.screen.properties[code].kind in NUMBERS}
            passes.append((self._numbers, chosen, numbers))
            if codes - numbers:
                passes.append((self._names, chosen, codes - numbers))
        rows = self.screen.rows
        if rows.is_local and len(passes) + len(rest) > SCANS:
            rows.hold(self._columns(list(wanted), rest, sources=any(sources.values()), names=len(passes) > len(wanted)))
        frames = [
            named(self.claims(chosen, codes), chosen.by, self._related)
            if into is self._names
            else measured(self.claims(chosen, codes), chosen.by, sources=sources[chosen])
            for into, chosen, codes in passes
        ]
        straddling = [
            (chosen, _by_property(it))
            for chosen in wanted
            for it in chosen.straddling(rows.of(selected[chosen]), rows.texts)
        ]
        found = all_collected([*frames, *(it for _chosen, it in straddling)])
        for (into, chosen, _codes), frame in zip(passes, found[: len(frames)], strict=True):
            into[chosen] = frame
        for (chosen, _frame), counts in zip(straddling, found[len(frames) :], strict=True):
            for code, number in counts.select("property_code", "claims").iter_rows():
                self._straddling[chosen, code] = self._straddling.get((chosen, code), 0) + number

    def _columns(self, wanted: Sequence[Choice], rest: Sequence[Rule], *, sources: bool, names: bool) -> list[str]:
        read = [chosen for rule in rest for _codes, chosen in readings(self.screen, rule)]
        found = [*MEASURED, *ALIGNING, *(column for chosen in wanted for column in chosen.by)]
        found += [column for chosen in (*wanted, *read) for column in chosen.columns]
        return [*found, *(SOURCES if sources else ()), *(NAMED if names else ())]

    @cached_property
    def _related(self) -> frozenset[str]:
        """Names that lie within others, or hold others."""
        names = self.screen.vocabulary.entities.names
        inner = {key for key, name in names.items() if name.wider - {key}}
        return frozenset(inner).union(*(names[key].wider for key in inner))

    def claims(self, chosen: Choice, codes: Collection[int]) -> nw.LazyFrame[Any]:
        """The claims of a choice that are of some properties."""
        rows = self.screen.rows
        return chosen.of(rows.of(codes), rows.texts)

    def groups(self, chosen: Choice, codes: frozenset[int]) -> Groups:
        """The groups of some properties."""
        import polars as pl

        key = (chosen, codes)
        if key not in self._groups:
            frames = [it[chosen] for it in (self._numbers, self._names) if chosen in it]
            groups = Groups(frames[0] if len(frames) == 1 else pl.concat(frames, how="diagonal"))
            if not codes.issuperset(groups.codes):
                groups = Groups(groups.frame.filter(pl.col("property_code").is_in(sorted(codes))))
            self._groups[key] = groups
        return self._groups[key]

    def let_go(self) -> None:
        """All checks on claims are noted: what was measured of groups that none has to look at takes most of the memory."""
        side_by_side([partial(groups.let_go, chosen.by) for (chosen, _codes), groups in self._groups.items()])
        for measures in (self._numbers, self._names):
            for chosen, frame in measures.items():
                measures[chosen] = countable(frame, chosen.by)
        side_by_side([groups.settle for groups in self._groups.values()])

    def suspect(self, chosen: Choice, groups: pl.DataFrame) -> None:
        """Note groups whose claims will be asked for."""
        if groups.height:
            self._suspects.setdefault(chosen, []).append(groups.select(*chosen.by, "first"))

    def rows_of_suspects(self, chosen: Choice) -> Mapping[int, Sequence[int]]:
        """The claims of all groups noted, by the first claim of each group: a pass for each choice."""
        import narwhals as nw
        import polars as pl

        if chosen not in self._rows:
            groups = pl.concat(self._suspects[chosen]).unique("first")
            claims = self.claims(chosen, groups["property_code"].unique().to_list())
            if chosen.keys == ("group",):
                claims = claims.filter(nw.col("group").is_in(groups["group"].to_list()))
            keyed = collected(claims.select(*chosen.by, "row"))
            found = keyed.join(groups, on=chosen.by, how="inner", nulls_equal=True).group_by("first").agg("row")
            self._rows[chosen] = dict(zip(found["first"].to_list(), found["row"].to_list(), strict=True))
        return self._rows[chosen]

    def count(self, chosen: Choice, codes: frozenset[int]) -> int:
        """How many claims of some properties are chosen."""
        if chosen not in self._counts:
            found = collected(_by_property(self.claims(chosen, range(len(self.screen.properties)))))
            self._counts[chosen] = dict(found.select("property_code", "claims").iter_rows())
        return sum(self._counts[chosen].get(code, 0) for code in codes)

    def straddling(self, chosen: Choice, selection: Selection) -> int:
        """How many claims a date leaves neither in nor out."""
        return sum(self._straddling.get((chosen, code), 0) for code in self.screen.codes(selection))

    def lone(self, chosen: Choice, codes: frozenset[int]) -> Lone:
        """Who stood alone, and among whom the nearest claim is looked for: places, for no claim is needed to tell."""
        import polars as pl

        key = (chosen, codes)
        if key not in self._lone:
            places = self.groups(chosen, codes).frame.filter(pl.col("claims") == 1)["first"].sort()
            listed = places.head(self.screen.listing.alone)
            near = pl.Series("row", [], pl.UInt32)
            if len(places):
                claims = collected(self.claims(chosen, codes).select("row", "subject_key", "property_code"))
                own = claims.filter(pl.col("row").is_in(listed.implode()))
                # Those on the same subject, and the first of the property.
                same = claims.filter(pl.col("subject_key").is_in(own["subject_key"].unique().implode()))["row"]
                alike = claims.filter(pl.col("property_code").is_in(own["property_code"].unique().implode()))
                first = alike.group_by("property_code").agg(pl.col("row").bottom_k(NEIGHBOURS))["row"].explode()
                near = pl.concat([same, first])
            self._lone[key] = Lone(listed.to_list(), near.to_list(), len(places))
        return self._lone[key]

    def alone(self, chosen: Choice, selection: Selection, codes: frozenset[int]) -> tuple[Alone, ...]:
        """The first who stood alone, each with the nearest claim."""
        key = (chosen, codes, selection.per, selection.regardless)
        if key not in self._alone:
            lone = self.lone(chosen, codes)
            claims, near = self.screen.wanted.claims(lone.listed), self.screen.wanted.claims(lone.near)
            keyed = [(it, comparability(it, selection.per, selection.regardless)[0]) for it in near]
            self._alone[key] = stand_alone(claims, keyed)
        return self._alone[key]


def _by_property(claims: nw.LazyFrame[Any]) -> nw.LazyFrame[Any]:
    """How many claims there are of each property."""
    import narwhals as nw

    return claims.group_by("property_code").agg(nw.len().alias("claims"))
