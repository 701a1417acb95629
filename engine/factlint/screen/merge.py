"""What the screen is sure of, counted; what it is not, and what is listed, judged: one result for a rule."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property, reduce
from operator import or_
from sys import maxsize
from typing import TYPE_CHECKING

from factlint.assertions import ASSERTIONS
from factlint.assertions.finding import Thanks
from factlint.evaluate.group import comparability
from factlint.evaluate.result import Alone, RuleResult, Verdict, nothing_judged
from factlint.evaluate.run import Context, RuleRun, keys_of
from factlint.language.model import Agree, Bound, Check, Rule, Selection
from factlint.screen.groups import Groups, States, is_judged
from factlint.screen.measures import REASONS
from factlint.screen.select import Choice
from factlint.screen.tally import Tally
from factlint.screen.told import Judged

if TYPE_CHECKING:
    import polars as pl

    from factlint.screen.run import Screen


@dataclass(frozen=True, slots=True)
class Listing:
    """How many are listed of a rule, and how many of all rules together; the rest are counted.

    `alone`: claims that stand alone; `words`: groups that hold only thanks to a width, and are told in words.
    """

    alone: int
    alone_in_all: int
    words: int
    words_in_all: int


FIRST = Listing(alone=1_000, alone_in_all=10_000, words=10, words_in_all=100)
EVERY = Listing(alone=maxsize, alone_in_all=maxsize, words=maxsize, words_in_all=maxsize)


@dataclass(frozen=True, slots=True)
class Asked:
    """A check of a rule, by its number among those asked of the groups; and the properties that it can speak of."""

    check: Check
    number: int
    codes: frozenset[int]

    @property
    def compares(self) -> bool:
        kind = ASSERTIONS.get(type(self.check.assertion))
        return kind is not None and kind.compares

    @property
    def judges(self) -> tuple[int, frozenset[int]]:
        return judges(self.check, self.codes)

    def in_words(self, states: States) -> pl.Series | None:
        """The groups of which a report can say why they hold all the same."""
        match self.check.assertion:
            case Agree():
                return reduce(or_, states.thanks.values())
            case Bound():
                return states.thankful
            case _:
                return None


def judges(check: Check, codes: frozenset[int]) -> tuple[int, frozenset[int]]:
    """How many claims make a group that a check judges, and of which properties."""
    kind = ASSERTIONS.get(type(check.assertion))
    return (1 if kind is None else kind.least), codes


@dataclass
class Screened:
    """A rule on claims, screened: counted at once, the rest once its claims are there.

    `suspects`: the groups that are judged as claims; `unsure` of them nothing was counted. Where they are judged
    elsewhere, `away` is the number of the task, and `tally` what it came to; the groups to be told of come here.
    """

    screen: Screen
    rule: Rule
    selection: Selection
    chosen: Choice
    groups: Groups
    asked: Sequence[Asked]
    silent: frozenset[int]
    limit: int | None
    words: int
    suspects: pl.DataFrame = field(init=False)
    more: Counter[Thanks] = field(init=False)
    found: int = field(init=False)
    told_in_words: int = field(init=False)
    hidden: int = field(init=False)
    away: int | None = field(init=False)
    tally: Tally | None = field(init=False, default=None)
    idle: int = field(init=False)

    def __post_init__(self) -> None:
        import polars as pl

        frame = self.groups.watched
        states = [self.groups.states(it.number) for it in self.asked]
        self.idle = self._unjudged()
        self.away = None
        if len(states) == 1 and self._is_told_by_numbers(states[0]):
            numbers = states[0].numbers
            self.suspects, self.told_in_words = frame.clear(), 0
            self.found = self.hidden = numbers["violated"]
            self.more = Counter({reason: numbers[reason] for reason in REASONS})
            return
        unsure = reduce(or_, (it.unsure for it in states))
        thanks = {reason: reduce(or_, (it.thanks[reason] for it in states)) & ~unsure for reason in REASONS}
        parts = [frame.filter(unsure)] if unsure.any() else []
        left = self.limit
        self.found = self.told_in_words = 0
        for asked, it in zip(self.asked, states, strict=True):
            violated = int(it.violated.sum())
            if violated and left != 0:
                parts.append(self._first(frame.filter(it.violated), left, asked.check))
                left = None if left is None else max(left - violated, 0)
            self.found += violated
            room = self.words - self.told_in_words
            wordy = asked.in_words(it) if room else None
            if wordy is not None and wordy.any():
                parts.append(self._first(frame.filter(wordy), room, asked.check))
                self.told_in_words += min(int(wordy.sum()), room)
        self.suspects = pl.concat(parts).unique("first") if parts else frame.clear()
        self.away = self.screen.away(self)
        if self.away is None:
            self.screen.passes.suspect(self.chosen, self.suspects)
        rest = ~frame["first"].is_in(self.suspects["first"].implode()) if parts else None
        self.more = Counter({reason: count(it, rest) for reason, it in thanks.items()})
        self.hidden = sum(count(it.violated, rest) for it in states)

    def _is_told_by_numbers(self, states: States) -> bool:
        """No group has to be looked at: what there is to list, others have listed."""
        numbers = states.numbers
        listed = numbers["violated"] and self.limit != 0
        return not (numbers["unsure"] or listed or (self.words and numbers["thankful"]))

    def _unjudged(self) -> int:
        """Claims that are judged by no check, as some checks cannot speak of them and the others need more of them."""
        import polars as pl

        if all(asked.codes == self.asked[0].codes for asked in self.asked):
            return 0
        silent = [~pl.col("property_code").is_in(sorted(asked.codes)) for asked in self.asked]
        unjudged = reduce(or_, silent) & ~is_judged(self.groups, self._judges)
        return int(self.groups.frame.filter(unjudged)["claims"].sum())

    @property
    def _judges(self) -> Judged:
        return frozenset(it.judges for it in self.asked)

    def want(self, alone: int) -> int:
        """Ask for the claims that are judged or told; of those that stand alone, so many. How many of these there are."""
        self.screen.wanted.add(self._places())
        if not alone or not self._lone:
            return 0
        lone = self.screen.passes.lone(self.chosen, self._comparing)
        self.screen.wanted.add([*lone.listed, *lone.near])
        return len(lone.listed)

    @cached_property
    def _comparing(self) -> frozenset[int]:
        """The properties of which claims are held against one another."""
        return frozenset[int]().union(*(it.codes for it in self.asked if it.compares))

    @property
    def _lone(self) -> int:
        """How many claims stand alone."""
        return self.groups.lone(self._comparing) if self._comparing else 0

    def judged_away(self, tally: Tally) -> None:
        """What its groups came to elsewhere; of those that are told of, the claims are asked for."""
        self.tally = tally
        self.screen.passes.suspect(self.chosen, self._here)

    @property
    def _here(self) -> pl.DataFrame:
        """The groups whose claims come here."""
        import polars as pl

        if self.tally is None:
            return self.suspects
        return self.suspects.filter(pl.col("first").is_in(sorted(self.tally.told)))

    def _places(self) -> list[int]:
        here = self._here
        if not here.height:
            return []
        rows = self.screen.passes.rows_of_suspects(self.chosen)
        return [row for first in here["first"] for row in rows[first]]

    def result(self, limit: int | None, alone: int) -> RuleResult:
        """`limit`: findings to list; `alone`: claims to list."""
        run = judged_of(self.screen, self.rule, self._places())
        hidden = self.hidden
        if self.tally is not None:
            hidden += self.tally.violated + self.tally.undetermined - len(run.findings)
            run = self.tally.completed(run)
        groups, judged = self.groups.judged(self._judges)
        told, more_alone = self._alone(alone)
        result = replace(
            run,
            groups=groups - self.suspects.height + run.groups,
            claims=judged - int(self.suspects["claims"].sum()) + run.claims,
            only_thanks_to={key: number + self.more[key] for key, number in run.only_thanks_to.items()},
            thanks_words=run.thanks_words[: self.words],
            alone=told,
            alone_unlisted=more_alone,
            straddling=self.screen.passes.straddling(self.chosen, self.selection),
            not_judged=self.idle + self._idle() + run.not_judged,
        )
        return cut(replace(result, verdict=self._verdict(result, self.hidden)), limit, hidden)

    def _verdict(self, found: RuleResult, hidden: int) -> Verdict:
        if hidden:
            return "violated"
        return "satisfied" if found.verdict == "not_applicable" and found.groups else found.verdict

    def _idle(self) -> int:
        """Claims that are selected, and that no check can speak of."""
        return self.screen.passes.count(self.chosen, self.silent) if self.silent else 0

    def _alone(self, most: int) -> tuple[tuple[Alone, ...], int]:
        if not most or not self._lone:
            return (), self._lone
        told = self.screen.passes.alone(self.chosen, self.selection, self._comparing)[:most]
        return told, self._lone - len(told)

    def _first(self, groups: pl.DataFrame, limit: int | None, check: Check) -> pl.DataFrame:
        """The first groups in the order in which a report tells them."""
        import polars as pl

        if limit is None or groups.height <= limit:
            return groups
        if limit == 0:
            return groups.clear()
        table = self.screen.table
        heads = table.frame.select("row", "property", "subject_name").filter(
            pl.col("row").is_in(groups["first"].unique().sort().implode())
        ).collect()  # fmt: skip
        if self.chosen.keys == ("group",) or self.chosen.keys[:2] == ("property_code", "subject_key"):
            # Property and subject come first in the order: of those that follow the limit none can be among the first.
            last = heads.sort("property", "subject_name").row(limit - 1, named=True)
            earlier = pl.col("property") < last["property"]
            level = (pl.col("property") == last["property"]) & (pl.col("subject_name") <= last["subject_name"])
            heads = heads.filter(earlier | level)
        per, without = keys_of(check, self.selection)
        keyed = []
        places = heads["row"].sort().to_list()
        for row, claim in zip(places, self.screen.wanted.claims(places), strict=True):
            keys = comparability(claim, per, self.selection.regardless, without=without)[0]
            keyed.append((tuple((key, shown is not None, shown or "") for key, _compared, shown in keys), row))
        keyed.sort()
        chosen = pl.Series("row", [row for _key, row in keyed[:limit]], dtype=pl.UInt32)
        return groups.filter(pl.col("first").is_in(chosen.implode()))


def judged_of(screen: Screen, rule: Rule, rows: Sequence[int]) -> RuleResult:
    """What a rule comes to on some claims alone."""
    if not rows:
        return nothing_judged(rule)
    return RuleRun(rule, Context(tuple(screen.wanted.claims(rows)), screen.vocabulary)).result()


def count(groups: pl.Series, within: pl.Series | None) -> int:
    """How many there are; within others, if any are named."""
    return int((groups if within is None else groups & within).sum())


def cut(result: RuleResult, limit: int | None, hidden: int = 0, alone: int = maxsize) -> RuleResult:
    """The first findings and claims alone; the rest, and those `hidden` from the start, are counted."""
    shown = result.findings if limit is None else result.findings[:limit]
    left = len(result.findings) - len(shown) + hidden
    lone = result.alone[:alone]
    return replace(
        result,
        findings=shown,
        unlisted={result.rule.severity: left} if left else {},
        alone=lone,
        alone_unlisted=result.alone_unlisted + len(result.alone) - len(lone),
    )
