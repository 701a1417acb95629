"""Statements that follow the grammar, whatever it says today: random walks over Lark's own compiled productions.

A walk is led through a wanted production, so that each form of the language, a new one too, is drawn as often as any
other. What the leaves say is `phrases.py`'s business.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache
from random import Random

from lark.grammar import NonTerminal, Rule, Symbol

from tests.language.rule_texts import alternatives, of_rule, productions


@dataclass(slots=True, eq=False)
class Node:
    """A production in a walk (`name` is its origin), or a terminal (no `rule`), whose `text` is filled in later."""

    name: str
    rule: Rule | None = None
    children: list[Node] = field(default_factory=list)
    text: str = ""

    def leaves(self) -> list[Node]:
        return [self] if self.rule is None else [leaf for child in self.children for leaf in child.leaves()]

    def all(self, *names: str) -> list[Node]:
        """The nodes of these names below this one, in order, but not those inside one another."""
        found = []
        for child in self.children:
            found += [child] if child.name in names else child.all(*names)
        return found

    def first(self, *names: str) -> Node | None:
        return next(iter(self.all(*names)), None)

    def used(self) -> set[Rule]:
        own = {self.rule} if self.rule is not None else set()
        return own.union(*(child.used() for child in self.children))


@cache
def steps(goal: str) -> dict[str, int]:
    """For each origin that leads to `goal`, in how many steps."""
    found = {goal: 0}
    order = [goal]
    for name in order:
        for rule in productions():
            if rule.origin.name not in found and any(it.name == name for it in rule.expansion):
                found[rule.origin.name] = found[name] + 1
                order.append(rule.origin.name)
    return found


def walk(random: Random, symbol: Symbol, budget: int, goal: Rule | None = None) -> Node:
    """A tree from a symbol, through `goal` where one is given; when the budget is spent, by the shortest way."""
    if not isinstance(symbol, NonTerminal):
        return Node(symbol.name)
    options = alternatives(symbol.name)
    if goal is not None and goal.origin.name == symbol.name:
        return _expanded(random, goal, budget, None)
    if goal is None:
        if budget <= 0:
            least = min(map(of_rule, options)) + 1  # the very shortest alone would leave out every name
            options = tuple(rule for rule in options if of_rule(rule) <= least)
        return _expanded(random, _usual(random, options), budget, None)
    way = steps(goal.origin.name)
    leading = [rule for rule in options if any(it.name in way for it in rule.expansion)]
    if budget <= 0:
        nearest = min(_distance(rule, way) for rule in leading)
        leading = [rule for rule in leading if _distance(rule, way) == nearest]
    return _expanded(random, _usual(random, leading), budget, goal)


USUAL = {"_subject": "selection", "_expression": "_term", "_term": "_factor", "_factor": "operand"}
"""What people write more often; without this, most walks would be arithmetic on constants."""


def _usual(random: Random, options: Sequence[Rule]) -> Rule:
    """Any alternative, though more often one without a list in it, or the usual one."""
    if random.random() < 0.5:
        plain = [
            rule
            for rule in options
            if not any(it.name.startswith("__") for it in rule.expansion)
            and USUAL.get(rule.origin.name) in {None, *(it.name for it in rule.expansion)}
        ]
        return random.choice(plain or options)
    return random.choice(options)


def _distance(rule: Rule, way: dict[str, int]) -> int:
    return min(way[it.name] for it in rule.expansion if it.name in way)


def _expanded(random: Random, rule: Rule, budget: int, goal: Rule | None) -> Node:
    node = Node(rule.origin.name, rule)
    led = -1
    if goal is not None:
        way = steps(goal.origin.name)
        leading = [at for at, it in enumerate(rule.expansion) if it.name in way]
        led = random.choice(leading)
    for at, symbol in enumerate(rule.expansion):
        node.children.append(walk(random, symbol, budget - 1, goal if at == led else None))
    return node
