"""What selections and conditions say: names of the vocabulary, and values in the shapes that a walk gives them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from random import Random

from tests.laws.amounts import can_be, say, shape, write
from tests.laws.vocabulary import (
    BY_NAME,
    ENVOYS,
    MEASURED,
    OUTLETS,
    PLACES,
    PRODUCTS,
    PROPERTIES,
    SORTS,
    SPEAKERS,
    SUBJECTS,
)
from tests.laws.walk import Node

KEYS = ("property", "subject", "unit", "kind", "period", "published", "outlet", "document", "speaker", "source", "stance",
        "modality", "speech", "status", "quote", "product", "grade")  # fmt: skip
GRAINS = ("day", "week", "month", "quarter", "year")
WORDS_OF = {
    "property": tuple(prop.name for prop in PROPERTIES), "subject": SUBJECTS, "outlet": OUTLETS, "speaker": SPEAKERS,
    "source": (*OUTLETS, *SPEAKERS), "stance": ("asserts", "denies"), "modality": ("actual", "expected", "possible"),
    "speech": ("quoted", "paraphrased"), "status": ("current", "withdrawn"), "kind": ("quantity", "date", "place"),
    "product": PRODUCTS,
}  # fmt: skip
VALUES = {
    "place": (*PLACES, "capitals"),
    "entity": (*ENVOYS, "Alpha"),
    "truth": ("true", "false"),
    "rank": ("largest",),
}
TEXTS = ("words", "c0", "crude", "a")
PATTERNS = ("/c0[1-5]/", "/^the words/", "/crude|diesel/", r"/\d/")
FILTERS = ("about", "outlets", "speakers", "period", "where")
PARTS = (*FILTERS, "including", "per", "regardless")


@dataclass
class Chooser:
    """`properties`: those of which the corpus holds claims."""

    random: Random
    properties: tuple[str, ...]

    @property
    def present(self) -> list[str]:
        """The sorts of value that the corpus holds."""
        return [sort for sort in SORTS if any(BY_NAME[it].sort == sort for it in self.properties)]

    def property_of(self, sort: str) -> str:
        fitting = [prop.name for prop in PROPERTIES if prop.sort == sort and not prop.many] or ["share"]
        present = [name for name in fitting if name in self.properties]
        return self.random.choice(present if present and self.random.random() < 0.85 else fitting)

    def names(self, node: Node, words: Sequence[str], *, skip: str = "") -> None:
        names = [it for it in node.all("name", skip) if it.name == "name"]
        chosen = self.random.sample(words, min(len(names), len(words)))
        for at, name in enumerate(names):
            say(self.random, name, chosen[at % len(chosen)])

    # --- Choosing claims

    def selection(self, node: Node, sort: str, *, listed: bool = False) -> None:
        own = [it for it in node.children if it.name == "name"]
        own += [it for child in node.children if child.name == "__tags_star_3" for it in child.all("name")]
        for name in own:
            say(self.random, name, self.property_of(sort))
        for part in node.all(*PARTS):
            match part.name:
                case "about":
                    self._about(part, listed=listed)
                case "outlets":
                    self.names(part, OUTLETS)
                case "speakers":
                    self.names(part, SPEAKERS)
                case "period":
                    self.period(part)
                case "including":
                    self.names(part, ("expected", "possible", "hypothetical"))
                case "where":
                    for test in tests_of(part):
                        self._test(test, sort)
                case "per":
                    self.names(
                        part, (*GRAINS, "outlet", "source", "speaker", "subject", "modality", "product", "status")
                    )
                case _:
                    self.names(part, ("product", "grade", "period", "subject", "property"))

    def _about(self, node: Node, *, listed: bool) -> None:
        for name in node.all("name", "parts"):
            if name.name == "parts":
                say(self.random, name.children[-1], "Union")
            else:
                say(self.random, name, "home team" if listed else self.random.choice((*SUBJECTS, "home team")))
                listed = False

    def period(self, node: Node) -> None:
        leaves = node.all("leaf")
        if len(leaves) == 2:
            self.span(leaves)
        else:
            write(
                self.random, leaves[0], self.random.choice(("date", "span")) if shape(leaves[0]) == "name" else "date"
            )

    def span(self, leaves: Sequence[Node]) -> None:
        for leaf, day in zip(leaves, (("2025-10", "2024"), ("2025-11", "2025")), strict=True):
            leaf.leaves()[0].text = day[shape(leaf) != "date"]

    # --- Values and conditions

    def can_say(self, member: Node, sort: str) -> bool:
        if member.name == "parts":
            return False  # only a `let` and `about` hold them
        leaves = member.all("leaf")
        if len(leaves) == 2:
            return sort == "date" and all(can_be(leaf, "date") for leaf in leaves)
        if shape(leaves[0]) == "name":
            return True
        return can_be(leaves[0], sort)

    def members(self, node: Node, sort: str) -> None:
        for member in [node] if node.name == "value" else node.all("value", "parts"):
            if member.name == "parts":
                say(self.random, member.children[-1], "Union")
            elif len(leaves := member.all("leaf")) == 2:
                self.span(leaves)
            elif sort in VALUES and shape(leaves[0]) == "name":
                say(self.random, leaves[0].children[0], self.random.choice(VALUES[sort]))
            else:
                write(self.random, leaves[0], sort)

    def can_test(self, node: Node, sort: str) -> bool:
        match node.name:
            case "compares":
                return sort in (*MEASURED, "rank") and can_be(node.children[-1], sort)
            case "dated":
                return can_be(node.children[-1], "date")
            case "is_one_of":
                return bool(self.keys(node, sort))
            case _:
                return True

    def keys(self, node: Node, sort: str) -> list[str]:
        """The keys that what stands behind `is` can be a value of."""
        last = node.children[-1]
        members = [last] if last.name == "value" else last.all("value", "parts")
        keys = ["value"] if all(self.can_say(it, sort) for it in members) else []
        if any(it.name == "parts" for it in members):
            return keys
        shapes = {shape(leaf) for it in members for leaf in it.all("leaf")}
        if shapes == {"name"} and all(len(it.all("leaf")) == 1 for it in members):
            return [*keys, *WORDS_OF]
        if all(can_be(leaf, "date") for it in members for leaf in it.all("leaf")):
            keys += ["period", "published"]
        return [*keys, "unit"] if shapes == {"unit"} else keys

    def _test(self, node: Node, sort: str) -> None:
        key, last = node.children[0], node.children[-1]
        chosen = "value"
        match node.name:
            case "is_one_of":
                chosen = self.random.choice(self.keys(node, sort) or ["value"])
                self._one_of(last, chosen, sort)
            case "is_absent":
                chosen = self.random.choice(KEYS)
            case "compares":
                write(self.random, last, sort)
            case "dated":
                chosen = self.random.choice(("period", "published", *(["value"] if sort == "date" else [])))
                write(self.random, last, "date")
            case "contains":
                chosen = self.random.choice(("quote", "outlet", "product", "speaker", "document"))
                last.children[0].text = f'"{self.random.choice(TEXTS)}"'
            case _:
                chosen = self.random.choice(("quote", "outlet", "product"))
                last.text = self.random.choice(PATTERNS)
        say(self.random, key, chosen)

    def _one_of(self, node: Node, key: str, sort: str) -> None:
        if key == "value":
            self.members(node, sort)
            return
        for member in [node] if node.name == "value" else node.all("value"):
            if len(leaves := member.all("leaf")) == 2:
                self.span(leaves)
                continue
            leaf = leaves[0]
            if key in WORDS_OF:
                say(self.random, leaf.children[0], self.random.choice(WORDS_OF[key]))
            elif key == "unit":
                leaf.children[0].children[0].text = self.random.choice(("barrels/day", "%", "gallons/day"))
            else:
                write(self.random, leaf, "date")


def tests_of(node: Node) -> list[Node]:
    return node.all("is_one_of", "is_absent", "compares", "dated", "contains", "matches")


def is_range(node: Node) -> bool:
    """Whether dates can be written into it; a `let` names one date, or a span of them, but no end of one."""
    leaves = node.all("leaf")
    return all(can_be(leaf, "date") and (len(leaves) == 1 or shape(leaf) != "name") for leaf in leaves)


def below(node: Node, *names: str) -> list[Node]:
    """All nodes of these names, this one and those inside one another too."""
    found = [node] if node.name in names else []
    return [*found, *(it for child in node.children for it in below(child, *names))]
