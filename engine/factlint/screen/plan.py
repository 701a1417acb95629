"""What of a rule on claims the columns can tell: its choice of claims, and each of its checks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from factlint.corpus.claim import Property
from factlint.evaluate.scope import speaks_of_property
from factlint.language.model import Agree, BeCorroborated, Bound, Check, Constant, Rule, Selection
from factlint.screen import agree, bounds, corroborated
from factlint.screen.groups import Groups
from factlint.screen.select import Choice, choice
from factlint.screen.told import Question

if TYPE_CHECKING:
    from factlint.screen.run import Screen

NUMBERS = ("quantity", "rank", "date")
"""Kinds of properties whose claims are numbers or spans of time."""


@dataclass(frozen=True, slots=True)
class Plan:
    """A rule on claims that has a screen: its choice, the properties each check can speak of, and those none can."""

    rule: Rule
    selection: Selection
    chosen: Choice
    spoken: tuple[Mapping[int, Property], ...]
    silent: frozenset[int]

    @property
    def codes(self) -> frozenset[int]:
        return frozenset[int]().union(*self.spoken)

    @property
    def sources(self) -> int:
        """How many independent sources are asked for; 0: they are not counted."""
        kinds = [it.assertion for it in self.rule.checks]
        return max((it.sources for it in kinds if isinstance(it, BeCorroborated)), default=0)


def plan(screen: Screen, rule: Rule) -> Plan | None:
    """None: the rule asks what columns cannot tell."""
    if not isinstance(rule.subject, Selection):
        return None
    codes = screen.codes(rule.subject)
    chosen = choice(rule.subject, [screen.properties[code] for code in codes])
    if chosen is None or not all(map(_is_screened, rule.checks)):
        return None
    known = screen.vocabulary.properties
    spoken = tuple(
        {
            code: screen.properties[code]
            for code in codes
            if speaks_of_property(check.assertion, screen.properties[code], known)
        }
        for check in rule.checks
    )
    if not all(_has_columns(check, tuple(said.values())) for check, said in zip(rule.checks, spoken, strict=True)):
        return None
    return Plan(rule, rule.subject, chosen, spoken, frozenset(codes).difference(*spoken))


def _is_screened(check: Check) -> bool:
    if check.clearly:
        return False
    match check.assertion:
        case Agree(exactly=exactly):
            return not exactly
        case Bound(limit=limit, high=high):
            # What other claims come to is no limit that a column could be held against.
            return all(isinstance(it, Constant | None) for it in (limit, high))
        case BeCorroborated():
            return True
        case _:
            return False


def _has_columns(check: Check, spoken: Sequence[Property]) -> bool:
    """Only of agreement columns tell whatever the kind of value."""
    return isinstance(check.assertion, Agree) or all(it.kind in NUMBERS for it in spoken)


def question(check: Check, groups: Groups, spoken: Mapping[int, Property]) -> Question:
    """What a check that is screened asks of groups."""
    here = {code: prop for code, prop in spoken.items() if code in groups.codes}
    numbers = {code: prop for code, prop in here.items() if prop.kind in NUMBERS}
    match check.assertion:
        case Agree(tolerance=tolerance):
            within = {code: agree.allowed(tolerance, it) for code, it in numbers.items()}
            return agree.asked(groups, within, named=len(numbers) < len(here))
        case Bound() as bound:
            return bounds.asked(groups, {code: bounds.allowed_range(bound, it) for code, it in numbers.items()})
        case BeCorroborated(sources=needed, tolerance=tolerance):
            allowed = {code: agree.allowed(tolerance, it) for code, it in numbers.items()}
            return corroborated.asked(groups, allowed, needed)
        case other:
            raise TypeError(f"{type(other).__name__} has no screen")
