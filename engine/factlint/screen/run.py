"""Rules on a table: each screened by columns, what is left judged on claims, and both put together."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, partial
from typing import TypeVar

from factlint.corpus.claim import Property
from factlint.corpus.reader import Corpus
from factlint.corpus.vocabulary import Vocabulary
from factlint.evaluate.accept import accept
from factlint.evaluate.result import Evaluation, RuleResult
from factlint.evaluate.run import Context, RuleRun
from factlint.language.model import Model, Operand, Rule, Selection
from factlint.progress import progress
from factlint.quantities.values import DateSpan
from factlint.screen.aligned import Aligned
from factlint.screen.beside import Made, side_by_side
from factlint.screen.cluster import Cluster, cluster_of
from factlint.screen.engines import columns
from factlint.screen.expression import ScreenedExpression, operands_of, told_of
from factlint.screen.merge import EVERY, FIRST, Asked, Listing, Screened, cut, judges
from factlint.screen.passes import Passes
from factlint.screen.plan import Plan, plan, question
from factlint.screen.readable import readable_rows
from factlint.screen.rows import Rows, Wanted
from factlint.screen.tally import Task
from factlint.statuses import Engine
from factlint.table.corpus import TableCorpus
from factlint.table.lazy import Table

Item = TypeVar("Item")

AT_ONCE = 100_000
"""Claims that may be made for all rules together; a rule that needs more makes its own, and lets them go."""


Start = Callable[[int | None, int], Screened | ScreenedExpression]
"""Holds a rule against its groups: so many findings are to be listed, so many groups to be told in words."""


@dataclass
class Screen:
    """A table under a model. `limit`: findings to list; `in_full`: rules whose findings are all listed; `listing`: what
    else is.
    """

    table: Table
    vocabulary: Vocabulary
    limit: int
    in_full: Callable[[Rule], bool]
    listing: Listing
    rows: Rows
    wanted: Wanted
    cluster: Cluster | None = None
    _aligned: dict[tuple[Operand, ...], Aligned] = field(default_factory=dict)

    @cached_property
    def passes(self) -> Passes:
        return Passes(self)

    @cached_property
    def properties(self) -> Sequence[Property]:
        return self.table.thaw.properties

    def codes(self, selection: Selection) -> list[int]:
        """The properties of a selection, by their places."""
        if not selection.properties:
            return list(range(len(self.properties)))
        return [self._codes[name] for name in dict.fromkeys(selection.properties) if name in self._codes]

    def property_of(self, name: str) -> Property | None:
        return self.properties[self._codes[name]] if name in self._codes else None

    def code_of(self, prop: Property) -> int:
        return self._codes[prop.name]

    @cached_property
    def _codes(self) -> Mapping[str, int]:
        return {prop.name: code for code, prop in enumerate(self.properties)}

    # --- All rules -----------------------------------------------------------------------------------------------------

    def results(self, model: Model) -> tuple[RuleResult, ...]:
        listing = self.listing
        plans = {index: planned for index, rule in enumerate(model.rules) if (planned := plan(self, rule)) is not None}
        rest = {index: rule for index, rule in enumerate(model.rules) if index not in plans}
        self.passes.measure(list(plans.values()), list(rest.values()))
        # All rules say first what they have to look at, then look.
        ready: dict[int, Start | None] = {**self._beside(plans, lambda planned: planned.chosen, self._ready)}
        self.passes.let_go()
        ready |= self._computing(rest)
        screened: dict[int, Screened | ScreenedExpression] = {}
        certain = words = 0
        for index, rule in enumerate(model.rules):
            limit = None if self.in_full(rule) else max(self.limit - certain, 0)
            start = ready[index]
            if start is None:
                continue
            found = start(limit, listing.words if words < listing.words_in_all else 0)
            screened[index] = found
            certain += found.found if limit is None else min(found.found, limit)
            words += found.told_in_words
        self._judge_away(screened.values())
        own = readable_rows(self, {index: rule for index, rule in rest.items() if index not in screened}, AT_ONCE)
        alone = listing.alone_in_all
        for it in screened.values():
            alone -= it.want(min(listing.alone, alone))
        for places in own.values():
            self.wanted.add(places)
        self.wanted.fetch()
        results: list[RuleResult] = []
        listed, alone = 0, listing.alone_in_all
        with progress("judging rules", len(model.rules)) as bar:
            for index, rule in enumerate(model.rules):
                bar.at(index)
                limit = None if self.in_full(rule) else max(self.limit - listed, 0)
                most = min(listing.alone, alone)
                if index in screened:
                    result = screened[index].result(limit, most)
                else:
                    result = cut(self._unscreened(rule, own.get(index)), limit, alone=most)
                listed += len(result.findings)
                alone -= len(result.alone)
                results.append(result)
        return tuple(results)

    def away(self, rule: Screened) -> int | None:
        """The number of the task, where the groups of a rule are judged elsewhere."""
        if self.cluster is None or not self.cluster.takes(int(rule.suspects["claims"].sum())):
            return None
        claims = self.passes.claims(rule.chosen, range(len(self.properties)))  # rules that choose alike share them
        task = Task(rule.rule, rule.limit, rule.words)
        return self.cluster.add(task, rule.chosen, claims, rule.chosen.by, rule.suspects)

    def _judge_away(self, rules: Iterable[Screened | ScreenedExpression]) -> None:
        if self.cluster is None:
            return
        self.cluster.judge()
        for it in rules:
            if isinstance(it, Screened) and it.away is not None:
                it.judged_away(self.cluster.tally(it.away))

    def _unscreened(self, rule: Rule, rows: Sequence[int] | None) -> RuleResult:
        """Every claim that the rule may choose is looked at."""
        if rows is not None:
            claims = self.wanted.claims(rows)
        else:
            claims = self.table.claims(readable_rows(self, {0: rule}, None)[0])
        return RuleRun(rule, Context(tuple(claims), self.vocabulary)).result()

    def _computing(self, rules: Mapping[int, Rule]) -> dict[int, Start | None]:
        """Rules on expressions; None for those that have no screen."""
        computing = {index: rule for index, rule in rules.items() if operands_of(self, rule) is not None}
        told = self._beside(computing, lambda rule: operands_of(self, rule), partial(told_of, self))
        side_by_side([groups.settle for groups in {it[1] for it in told.values() if it is not None}])
        ready: dict[int, Start | None] = dict.fromkeys(rules)
        for index, it in told.items():
            ready[index] = None if it is None else partial(ScreenedExpression, self, rules[index], *it)
        return ready

    def _beside(
        self, work: Mapping[int, Item], alike: Callable[[Item], Hashable], do: Callable[[Item], Made]
    ) -> dict[int, Made]:
        """What is done with each; those alike share what they compute, and come one after the other."""
        lots: dict[Hashable, list[int]] = {}
        for index, it in work.items():
            lots.setdefault(alike(it), []).append(index)

        def done(lot: Sequence[int]) -> dict[int, Made]:
            return {index: do(work[index]) for index in lot}

        calls = [partial(done, lot) for lot in lots.values()]
        # An engine elsewhere looks itself after what it does at a time.
        found = side_by_side(calls) if self.rows.is_local else [call() for call in calls]
        return dict(sorted(pair for made in found for pair in made.items()))

    def _ready(self, planned: Plan) -> Start:
        rule = planned.rule
        groups = self.passes.groups(planned.chosen, planned.codes)
        asked = []
        for check, spoken in zip(rule.checks, planned.spoken, strict=True):
            codes = frozenset(spoken)
            number = groups.ask(question(check, groups, spoken), frozenset({judges(check, codes)}))
            asked.append(Asked(check, number, codes))
        return partial(Screened, self, rule, planned.selection, planned.chosen, groups, asked, planned.silent)

    def aligned(self, operands: tuple[Operand, ...]) -> Aligned:
        if operands not in self._aligned:
            properties = tuple(self.properties[self._codes[it.property]] for it in operands)
            self._aligned[operands] = Aligned(self, operands, properties)
        return self._aligned[operands]


def screened(
    model: Model,
    corpus: Corpus,
    limit: int | None,
    *,
    today: DateSpan | None,
    in_full: bool,
    engine: Engine = "local",
) -> Evaluation:
    """What `evaluate` says of a large corpus. Findings beyond `limit` are counted and not listed; None: everything is.

    Where findings are set aside, by an `accept` of their rule or a baseline (`in_full`), all are looked at.

    Raises:
        RunError: the engine cannot be had here.
    """
    assert isinstance(corpus, TableCorpus)
    accepted = {it.rule.casefold() for it in model.accepts}

    def listed_in_full(rule: Rule) -> bool:
        return limit is None or in_full or rule.name.casefold() in accepted

    with columns(engine, corpus.table) as native:
        rows = Rows(corpus.table, native, len(corpus.table.thaw.properties), is_local=engine == "local")
        cluster = cluster_of(corpus.table, native) if engine == "spark" else None
        listing, most = (EVERY, 0) if limit is None else (FIRST, limit)
        wanted = Wanted(corpus.table)
        screen = Screen(corpus.table, corpus.vocabulary, most, listed_in_full, listing, rows, wanted, cluster)
        return accept(screen.results(model), model.accepts, today)
