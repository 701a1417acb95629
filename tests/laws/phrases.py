"""What the leaves of a walk say, so that most generated rules mean something: names of the vocabulary, each in its place.

A statement is walked first and worded then: what its assertions can speak of decides on the sort of its properties.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from lark.grammar import NonTerminal, Rule

from tests.laws.amounts import allowances, can_allow, can_be, say, shape, write
from tests.laws.expressions import can_yield, write_expression
from tests.laws.selections import FILTERS, GRAINS, KEYS, PARTS, Chooser, below, is_range, tests_of
from tests.laws.vocabulary import MEASURED, OUTLETS, SORTS, SUBJECTS
from tests.laws.walk import Node, walk

CLAUSES = ("severity", "because", "tags", "using")
ATTEMPTS = 200
LONGEST = 60
"""Leaves of a statement: longer ones say no more, and take long to judge."""
NUMBERED = ("agree_with_median", "between", "add_up", "trend", "change", "bound", "be_measured_in")


@dataclass
class Writer(Chooser):
    """`claims`, and the rules written so far (`named`): what an `accept` may name."""

    claims: tuple[str, ...]
    named: list[str] = field(default_factory=list)
    lets: int = 0
    operands: int = 0

    def statement(self, goal: Rule | None = None) -> Node:
        """A worded statement, through a production of the grammar if one is named; walked anew until it can mean something."""
        for _ in range(ATTEMPTS):
            tree = walk(self.random, NonTerminal("start"), self.random.randint(3, 8), goal)
            if self._is_sound(tree.children[0]):
                break
        self._word(tree.children[0])
        return tree

    def _is_sound(self, node: Node) -> bool:
        """Whether words can make sense of a walk. Some forms are only there for their messages: an `accept` without a reason."""
        if len(node.leaves()) > LONGEST:
            return False
        match node.name:
            case "accept":
                return bool(node.all("because")) and all(can_be(leaf, "date") for leaf in node.all("leaf"))
            case "let":
                return all(is_range(it) for it in node.all("value") if len(it.all("leaf")) == 2)
            case "rule":
                return self._is_sound_rule(node)
            case _:
                return True

    def _is_sound_rule(self, node: Node) -> bool:
        sentence = node.first("sentence")
        assert sentence is not None
        unique = [node.all(*CLAUSES), *(it.all(*PARTS) for it in below(node, "selection"))]
        if any(len({it.name for it in several}) < len(several) for several in unique):
            return False
        if self.random.random() < 0.7 and len(below(node, *FILTERS)) > 1:
            return False  # too many filters leave nothing to judge
        if not all(self.keys(it, sort) for sort in self.present[:1] for it in below(node, "is_one_of")):
            return False
        periods = [it for it in below(node, "period", "value") if it.name == "period" or len(it.all("leaf")) == 2]
        return all(map(is_range, periods)) and bool(self._sorts(sentence))

    def _word(self, node: Node) -> None:
        match node.name:
            case "language":
                node.children[1].text = "1"
            case "bring":
                node.children[1].children[0].text = '"common.rules"'
            case "let":
                self._let(node)
            case "accept":
                self._accept(node)
            case _:
                self._rule(node)

    def _let(self, node: Node) -> None:
        self.lets += 1
        say(self.random, node.children[1], f"own word {'abcdefghijklmnopqrstuvwxyz'[self.lets % 26]}{self.lets}")
        for member in node.all("value", "parts"):
            if member.name == "parts":
                say(self.random, member.children[-1], "Union")
                continue
            leaves = member.all("leaf")
            if len(leaves) == 2:
                self.span(leaves)
                continue
            for leaf in leaves:
                kind = shape(leaf)
                if kind == "name":
                    say(self.random, leaf.children[0], self.random.choice(SUBJECTS))
                else:
                    write(self.random, leaf, next(it for it in SORTS if can_be(leaf, it)))

    def _accept(self, node: Node) -> None:
        rule, *claims = node.all("_ident")
        say(self.random, rule, self.random.choice(self.named or ["r1"]))
        for it in claims:
            say(self.random, it, self.random.choice(self.claims))
        self._texts(node)
        for leaf in node.all("leaf"):
            write(self.random, leaf, "date")

    def _rule(self, node: Node) -> None:
        self.operands = 0  # the first of a rule reads claims, whatever the others say
        head, sentence = node.first("head"), node.first("sentence")
        assert sentence is not None
        if head is not None:
            self.named.append(f"r{len(self.named) + 1}")
            head.children[1].text = self.named[-1]
            self._texts(head)
        self._sentence(sentence)
        for clause in node.all(*CLAUSES):
            match clause.name:
                case "severity":
                    say(self.random, clause.children[1], self.random.choice(("error", "warning", "info")))
                case "because":
                    self._texts(clause)
                case "tags":
                    self.names(clause, ("oil", "war", "visits"))
                case _:
                    self.names(clause, ("crude oil",))

    def _texts(self, node: Node) -> None:
        for text in node.all("text"):
            text.children[0].text = self.random.choice(('"known"', '"Two cities, one visit."', r'"said \"no\""'))

    # --- A sentence

    def _sentence(self, node: Node) -> None:
        subject, checks = node.children[0].children[0], node.all("check")
        sorts = self._sorts(node)
        present = [sort for sort in sorts if sort in self.present]
        sort = self.random.choice(present if present and self.random.random() < 0.9 else sorts or SORTS)
        if subject.name == "selection":
            self.selection(subject, sort, listed=any(check.first("add_up") for check in checks))
        else:
            write_expression(self, subject, sort)
        for check in checks:
            self._check(check.children[-1].children[0], sort)

    def _sorts(self, node: Node) -> list[str]:
        """The sorts of value that a sentence can speak of."""
        subject, checks = node.children[0].children[0], node.all("check")
        if subject.name != "selection" and not below(subject, "operand", "aggregate"):
            return []  # it would read no claims
        return [
            sort
            for sort in SORTS
            if self._can_choose(subject, sort)
            and all(self._can_hold(check.children[-1].children[0], sort, subject) for check in checks)
        ]

    def _can_choose(self, subject: Node, sort: str) -> bool:
        if subject.name != "selection":
            return can_yield(subject, sort)
        return all(self.can_test(test, sort) for where in subject.all("where") for test in tests_of(where))

    def _can_hold(self, node: Node, sort: str, subject: Node) -> bool:
        if sort not in (*MEASURED, "rank", "date") and node.name in NUMBERED:
            return False
        if any(not can_allow(within.children[1], sort) for within in node.all("within")):
            return False
        claims = subject.name == "selection"
        match node.name:
            case "agree_with":
                return can_yield(node.children[2], sort)
            case "between":
                return all(can_yield(node.children[at], sort) for at in (2, 4))
            case "bound":
                dated = node.children[1].children[0].name in {"BEFORE", "AFTER"}
                return dated == (sort == "date") and can_yield(node.children[2], sort)
            case "add_up":
                return bool(subject.all("about")) and sort in MEASURED and can_yield(node.children[3], sort)
            case "be_one_of":
                return all(self.can_say(member, sort) for member in node.children[-1].all("value", "parts"))
            case "be_measured_in":
                beside = node.children[-1].name
                return claims and sort in MEASURED and (beside != "UNIT" or sort in {"percent", "rate", "heat"})
            case "change":
                return claims and can_allow(node.children[5], sort)
            case "not_share_value":
                return claims and sort not in {"percent", "rate", "money", "duration", "heat", "ratio"}
            case _:
                return claims

    def _check(self, node: Node, sort: str) -> None:
        for within in node.all("within"):
            self._allow(within.children[1], sort)
        match node.name:
            case "agree_with" | "bound":
                write_expression(self, node.children[2], sort)
            case "between":
                write_expression(self, node.children[2], sort)
                write_expression(self, node.children[4], sort)
            case "add_up":
                write_expression(self, node.children[3], sort)
            case "agree_with_outlets":
                self.names(node, OUTLETS, skip="within")
            case "be_one_of":
                self.members(node.children[-1], sort)
            case "be_measured_in":
                names = {"percent": "percent", "rate": "bpd", "money": "USD", "duration": "hours", "heat": "degC"}
                signs = {"percent": "%", "rate": "barrels/day", "heat": "°C"}
                name = names.get(sort, "people" if sort == "count" else "drones")
                say(self.random, node.children[-1], signs.get(sort, name) if node.children[-1].name == "UNIT" else name)
            case "have":
                say(self.random, node.children[1], self.random.choice(("quote", *KEYS[4:9], "product")))
            case "be_corroborated":
                leaf = next(it for it in node.children if it.name == "NUMBER")
                leaf.text = self.random.choice(("1", "2", "3"))
            case "change":
                self._allow(node.children[5], sort)
                say(self.random, node.children[7], self.random.choice(GRAINS))
            case _:
                pass

    def _allow(self, leaf: Node, sort: str) -> None:
        fitting = [it for it in allowances(sort) if can_be(leaf, it)]
        points = sort == "percent" and self.random.random() < 0.5
        write(self.random, leaf, self.random.choice(fitting or ["percent"]), points=points)
