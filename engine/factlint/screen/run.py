"""Rules on a table: each screened by columns, what is left judged on claims, and both put together."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any

from factlint.corpus.claim import Claim, Property
from factlint.corpus.reader import Corpus
from factlint.corpus.vocabulary import Vocabulary
from factlint.evaluate.accept import accept
from factlint.evaluate.result import Evaluation, RuleResult
from factlint.evaluate.run import Context, RuleRun
from factlint.evaluate.scope import speaks_of_property
from factlint.evaluate.trace import selections
from factlint.language.model import Agree, BeCorroborated, Bound, Check, Constant, Model, Rule, Selection
from factlint.quantities.values import DateSpan
from factlint.screen import agree, bounds, corroborated
from factlint.screen.agree import HOLDS, UNSURE
from factlint.screen.engines import columns
from factlint.screen.measures import collected, measured, named
from factlint.screen.merge import Screened, cut
from factlint.screen.select import Choice, choice
from factlint.statuses import Engine
from factlint.table.corpus import TableCorpus
from factlint.table.lazy import Table

if TYPE_CHECKING:
    import narwhals as nw
    import polars as pl

NUMBERS = ("quantity", "rank", "date")


@dataclass
class Screen:
    """A table under a model. `limit`: findings to list; `in_full`: rules whose findings are all listed."""

    table: Table
    vocabulary: Vocabulary
    limit: int
    in_full: Callable[[Rule], bool]
    native: nw.LazyFrame[Any]
    listed: int = 0
    _measured: dict[tuple[Choice, bool], pl.DataFrame] = field(default_factory=dict)
    _named: dict[Choice, pl.DataFrame] = field(default_factory=dict)

    @cached_property
    def properties(self) -> Sequence[Property]:
        return self.table.thaw.properties

    def codes(self, selection: Selection) -> list[int]:
        wanted = frozenset(selection.properties)
        return [code for code, prop in enumerate(self.properties) if not wanted or prop.name in wanted]

    def code_of(self, prop: Property) -> int:
        return self._codes[prop.name]

    @cached_property
    def _codes(self) -> Mapping[str, int]:
        return {prop.name: code for code, prop in enumerate(self.properties)}

    def results(self, model: Model) -> tuple[RuleResult, ...]:
        self._counts_sources = {
            chosen
            for rule in model.rules
            if isinstance(rule.subject, Selection)
            and any(isinstance(it.assertion, BeCorroborated) for it in rule.checks)
            if (chosen := self._choice(rule.subject)) is not None
        }
        return tuple(self.result(rule) for rule in model.rules)

    def result(self, rule: Rule) -> RuleResult:
        limit = None if self.in_full(rule) else max(self.limit - self.listed, 0)
        screened = self._screened(rule, limit)
        result = screened if screened is not None else cut(self.judged(rule), limit)
        self.listed += len(result.findings)
        return result

    def judged(self, rule: Rule) -> RuleResult:
        """Without a screen: every claim that the rule may read is looked at."""
        claims = self._readable(rule)
        return RuleRun(rule, Context(tuple(claims), self.vocabulary)).result()

    def _readable(self, rule: Rule) -> list[Claim]:
        import polars as pl

        names = properties_read(rule)
        frame = self.table.frame
        if names is not None:
            codes = [code for code, prop in enumerate(self.properties) if prop.name in names]
            frame = frame.filter(pl.col("property_code").is_in(codes))
        return list(self.table.thaw.claims(frame.collect().sort("row")))

    # --- A selection of claims ---------------------------------------------------------------------------------------

    def _choice(self, selection: Selection) -> Choice | None:
        return choice(selection, [self.properties[code] for code in self.codes(selection)])

    def _screened(self, rule: Rule, limit: int | None) -> RuleResult | None:
        if not isinstance(rule.subject, Selection):
            from factlint.screen.expression import screened

            return screened(self, rule, limit)
        if len(rule.checks) != 1:
            return None
        check, chosen = rule.checks[0], self._choice(rule.subject)
        if chosen is None or check.clearly:
            return None
        spoken = {
            code: prop
            for code in self.codes(rule.subject)
            if speaks_of_property(check.assertion, prop := self.properties[code], self.vocabulary.properties)
        }
        groups = self._groups(check, chosen, spoken)
        if groups is None:
            return None
        return Screened(self, rule, rule.subject, check, chosen, groups, tuple(spoken)).result(limit)

    def _groups(self, check: Check, chosen: Choice, spoken: Mapping[int, Property]) -> pl.DataFrame | None:
        """The groups that can be judged or stand alone, with their states; None where the assertion has no screen."""
        import polars as pl

        numbers = {code: prop for code, prop in spoken.items() if prop.kind in NUMBERS}
        others = {code: prop for code, prop in spoken.items() if prop.kind not in NUMBERS}
        match check.assertion:
            case Agree(exactly=False, tolerance=tolerance):
                groups = self.numbers(chosen, numbers)
                allowed = {code: agree.allowed(tolerance, prop) for code, prop in numbers.items()}
                state = agree.states(groups, allowed)
            case Bound() as bound:
                # What other claims come to is no limit that a column could be held against.
                if others or not all(isinstance(it, Constant | None) for it in (bound.limit, bound.high)):
                    return None
                groups = self.numbers(chosen, numbers)
                state = bounds.states(groups, {code: bounds.allowed_range(bound, it) for code, it in numbers.items()})
            case BeCorroborated(sources=needed, tolerance=tolerance):
                if others:
                    return None
                groups = self.numbers(chosen, numbers)
                allowed = {code: agree.allowed(tolerance, prop) for code, prop in numbers.items()}
                state = corroborated.states(groups, allowed, needed)
            case _:
                return None
        found = groups.with_columns(state).select(*_basics(chosen), "claims", "first", "state")
        if others:
            found = pl.concat([found, self.names(chosen, others)])
        return found

    def numbers(self, chosen: Choice, wanted: Mapping[int, Property]) -> pl.DataFrame:
        """What the groups of numbers and dates come to, measured once for all rules of a choice."""
        import polars as pl

        sources = chosen in self._counts_sources
        key = (chosen, sources)
        if key not in self._measured:
            codes = [code for code, prop in enumerate(self.properties) if prop.kind in NUMBERS]
            self._measured[key] = measured(self._chosen(chosen, codes), chosen.keys, sources=sources)
        found = self._measured[key]
        if found.height and set(wanted) >= set(found["property_code"].unique()):
            return found
        return found.filter(pl.col("property_code").is_in(list(wanted)))

    def names(self, chosen: Choice, wanted: Mapping[int, Property]) -> pl.DataFrame:
        """Groups of names and truths: alike, or to be judged."""
        import polars as pl

        if chosen not in self._named:
            codes = [code for code, prop in enumerate(self.properties) if prop.kind not in NUMBERS]
            self._named[chosen] = named(self._chosen(chosen, codes), chosen.keys)
        alike = pl.col("least") == pl.col("greatest")
        state = pl.when(alike).then(HOLDS).otherwise(UNSURE).cast(pl.UInt8).alias("state")
        found = self._named[chosen].filter(pl.col("property_code").is_in(list(wanted)))
        return found.with_columns(state).select(*_basics(chosen), "claims", "first", "state")

    def _chosen(self, chosen: Choice, codes: Sequence[int]) -> nw.LazyFrame[Any]:
        import narwhals as nw

        claims = self.native.filter(chosen.condition())
        return (
            claims if len(codes) == len(self.properties) else claims.filter(nw.col("property_code").is_in(list(codes)))
        )

    def rows_of(self, chosen: Choice, groups: pl.DataFrame) -> list[int]:
        """The places of the claims of some groups."""
        import narwhals as nw

        if not groups.height:
            return []
        by = list(dict.fromkeys([*chosen.keys, "property_code"]))
        if by == ["group", "property_code"]:
            wanted = groups["group"].to_list()
            frame = self.native.filter(chosen.condition(), nw.col("group").is_in(wanted)).select("row")
            return collected(frame)["row"].to_list()
        found = collected(self.native.filter(chosen.condition()).select(*by, "row"))
        return found.join(groups.select(by), on=by, how="semi", nulls_equal=True)["row"].to_list()


def _basics(chosen: Choice) -> list[str]:
    return list(dict.fromkeys([*chosen.keys, "property_code"]))


def properties_read(rule: Rule) -> frozenset[str] | None:
    """The properties whose claims a rule may read; None for all."""
    found: set[str] = set()
    for selection in selections(rule):
        if not selection.properties:
            return None
        found |= set(selection.properties)
    return frozenset(found)


def screened(
    model: Model,
    corpus: Corpus,
    limit: int,
    *,
    today: DateSpan | None,
    in_full: bool,
    engine: Engine = "local",
) -> Evaluation:
    """What `evaluate` says of a large corpus, but that findings beyond `limit` are counted and not listed.

    Where findings are set aside, by an `accept` of their rule or a baseline (`in_full`), all are looked at.

    Raises:
        RunError: the engine cannot be had here.
    """
    assert isinstance(corpus, TableCorpus)
    accepted = {it.rule.casefold() for it in model.accepts}

    def listed_in_full(rule: Rule) -> bool:
        return in_full or rule.name.casefold() in accepted

    with columns(engine, corpus.table) as native:
        screen = Screen(corpus.table, corpus.vocabulary, limit, listed_in_full, native)
        return accept(screen.results(model), model.accepts, today)
