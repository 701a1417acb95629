"""Rules as plain values, and as the text that says the same: the generator draws the one, the engine reads the other."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction


@dataclass(frozen=True)
class Tolerance:
    """`share` of the larger end, or `amount` in the property's unit (seconds for dates)."""

    text: str
    share: Fraction | None = None
    amount: Fraction | None = None


@dataclass(frozen=True)
class Condition:
    """`test` is is, absent, compares, dated, contains, matches, not, and, or; `parts` of the last three are conditions."""

    test: str
    key: str = ""
    words: tuple[str, ...] = ()
    negated: bool = False
    number: Fraction = Fraction(0)
    unit: str = ""
    parts: tuple[Condition, ...] = ()

    def text(self) -> str:
        match self.test:
            case "is" if len(self.words) == 1:
                return f"{self.key} is {'not ' if self.negated else ''}{quoted(self.words[0])}"
            case "is":
                return f"{self.key} is {'not ' if self.negated else ''}one of {', '.join(map(quoted, self.words))}"
            case "absent":
                return f"{self.key} is {'not ' if self.negated else ''}absent"
            case "compares" | "dated":
                return f"{self.key} {self.words[0]} {self.words[1]}"
            case "contains":
                return f'{self.key} contains "{self.words[0]}"'
            case "matches":
                return f"{self.key} matches /{self.words[0]}/"
            case "not":
                return f"not ({self.parts[0].text()})"
            case _:
                return f" {self.test} ".join(f"({part.text()})" for part in self.parts)

    def names(self) -> set[str]:
        return {self.key, *(key for part in self.parts for key in part.names())}


@dataclass(frozen=True)
class Selection:
    properties: tuple[str, ...]
    latest: bool = False
    about: tuple[str, ...] = ()
    outlets: tuple[str, ...] = ()
    speakers: tuple[str, ...] = ()
    period: str = ""
    where: Condition | None = None
    including: tuple[str, ...] = ()
    per: tuple[str, ...] | None = None
    regardless: tuple[str, ...] = ()

    def text(self) -> str:
        parts = ["latest"] if self.latest else []
        parts += [", ".join(self.properties), "claims"]
        for word, names in (("about", self.about), ("from", self.outlets), ("by", self.speakers)):
            if names:
                parts.append(f"{word} {', '.join(map(quoted, names))}")
        if self.period:
            parts.append(f"in {self.period}")
        if self.where:
            parts.append(f"where {self.where.text()}")
        if self.including:
            parts.append(f"including {', '.join(self.including)}")
        if self.per is not None:
            parts.append(f"per {' and '.join(self.per)}")
        if self.regardless:
            parts.append(f"regardless of {' and '.join(self.regardless)}")
        return " ".join(part for part in parts if part)


@dataclass(frozen=True)
class Expression:
    """An operand (`property`, perhaps of a subject, in a period), a constant (`number`, shares as ratios, dates and
    durations in seconds), `function` over a selection, or `operator` between two expressions."""

    property: str = ""
    subject: str = ""
    period: str = ""
    including: tuple[str, ...] = ()
    number: Fraction = Fraction(0)
    words: str = ""
    operator: str = ""
    parts: tuple[Expression, ...] = ()
    unit: str = ""
    function: str = ""
    selection: Selection | None = None

    def text(self) -> str:
        if self.operator:
            return f" {self.operator} ".join(f"({it.text()})" if it.operator else it.text() for it in self.parts)
        if self.selection:
            plain = self.selection == Selection(self.selection.properties)
            words = self.selection.text()
            return f"the {self.function} of {words if plain else f'({words})'}"
        if self.words:
            return self.words
        words = self.property + (f" of {quoted(self.subject)}" if self.subject else "")
        words += f" in {self.period}" if self.period else ""
        return words + (f" including {', '.join(self.including)}" if self.including else "")

    def operands(self) -> list[Expression]:
        if self.operator:
            return [it for part in self.parts for it in part.operands()]
        return [self] if self.property or self.selection else []


@dataclass(frozen=True)
class Assertion:
    """`name` is agree, exactly, median, outlets, with, between, at most, at least, more than, less than, before, after,
    one of, have, corroborated, contradict, share, add up, increase, decrease, change."""

    name: str
    clearly: bool = False
    tolerance: Tolerance | None = None
    limits: tuple[Expression, ...] = ()
    words: tuple[str, ...] = ()
    count: int = 0

    def text(self) -> str:
        within = f" within {self.tolerance.text}" if self.tolerance else ""
        limits = [limit.text() for limit in self.limits]
        said = {
            "agree": "agree",
            "exactly": "agree exactly",
            "median": "agree with the median",
            "outlets": f"agree with those from {', '.join(self.words)}",
            "with": f"agree with {limits[0] if limits else ''}",
            "between": f"be between {' and '.join(limits)}",
            "one of": f"be one of {', '.join(map(quoted, self.words))}",
            "have": f"have {' '.join(self.words)}",
            "corroborated": f"be corroborated by at least {self.count} independent source{'s' * (self.count > 1)}",
            "contradict": "not contradict",
            "share": "not share a value",
            "add up": f"add up to {limits[0] if limits else ''}",
            "increase": "not increase",
            "decrease": "not decrease",
        }.get(self.name)
        if self.name == "measured":
            said = f"be measured in {self.words[0]}"
        if self.name == "change":
            assert self.tolerance is not None
            return (
                "clearly " if self.clearly else ""
            ) + f"not change by more than {self.tolerance.text} per {self.words[0]}"
        if said is None:
            said = f"be {self.name} {limits[0]}"
        return ("clearly " if self.clearly else "") + said + within


@dataclass(frozen=True)
class Accept:
    """`claims` () for all findings of the rule; `until` a day, or none."""

    claims: tuple[str, ...] = ()
    until: str = ""

    def text(self, rule: str) -> str:
        named = f" for {', '.join(self.claims)}" if self.claims else ""
        until = f" until {self.until}" if self.until else ""
        return f'accept {rule}{named} because "known"{until}'


@dataclass(frozen=True)
class Rule:
    subject: Selection | Expression
    assertions: tuple[Assertion, ...] = ()
    severity: str = "error"
    using: str = ""
    accepts: tuple[Accept, ...] = ()

    def text(self) -> str:
        clauses = f" severity {self.severity}" if self.severity != "error" else ""
        clauses += f" using {self.using}" if self.using else ""
        return f"{self.subject.text()} must {' and '.join(it.text() for it in self.assertions)}{clauses}"

    def file(self, name: str) -> str:
        """As it stands in a rule file, with what is accepted of it."""
        return "".join(f"{line}\n" for line in (f"rule {name}: {self.text()}", *(it.text(name) for it in self.accepts)))


def quoted(name: str) -> str:
    """Names of one word stand bare, numbers and dates too."""
    if name.startswith("the parts of "):
        return name
    return name if " " not in name or name[0].isdigit() else f'"{name}"'
