"""Rules as written: what the grammar's productions become, before any name is looked up.

Nodes are values: equality looks past `span`, which says where a node stands in its file. Words, quantities and dates
are kept as text; what they mean depends on their place and on the vocabulary, which is `resolve`'s business.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from factlint.source import Source, Span


@dataclass(frozen=True, slots=True)
class Node:
    span: Span = field(compare=False, repr=False, kw_only=True)


# --- Words and values ------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Word(Node):
    """A name, white space folded; or a quantity in words (`two thirds`), which looks the same."""

    text: str
    quoted: bool = False


@dataclass(frozen=True, slots=True)
class Number(Node):
    """A quantity that starts with a digit: `10%`, `$5 billion`; four digits alone may be a year."""

    text: str

    @property
    def may_be_year(self) -> bool:
        return len(self.text) == 4 and self.text.isdecimal()


@dataclass(frozen=True, slots=True)
class Date(Node):
    """What looks like a date; whether it is one is not known yet."""

    text: str


@dataclass(frozen=True, slots=True)
class UnitWords(Node):
    """`barrels/day`, `%`; or a quantity in words with such a unit (`half a million barrels/day`)."""

    text: str


@dataclass(frozen=True, slots=True)
class Period(Node):
    """`A to B`; a single date stands for itself."""

    start: Leaf
    end: Leaf


@dataclass(frozen=True, slots=True)
class Parts(Node):
    """`the parts of X`."""

    whole: Word


@dataclass(frozen=True, slots=True)
class Text(Node):
    """A string or a regular expression, without its quotes or slashes."""

    text: str


Leaf = Word | Number | Date | UnitWords
Value = Word | Number | Date | UnitWords | Period
Member = Word | Number | Date | UnitWords | Period | Parts

# --- Conditions ------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class IsOneOf(Node):
    key: Word
    values: tuple[Member, ...]
    negated: bool = False


@dataclass(frozen=True, slots=True)
class IsAbsent(Node):
    key: Word
    negated: bool = False


@dataclass(frozen=True, slots=True)
class Compares(Node):
    key: Word
    operator: Literal["<", "<=", ">", ">="]
    quantity: Leaf


@dataclass(frozen=True, slots=True)
class Dated(Node):
    key: Word
    relation: Literal["before", "after"]
    date: Leaf


@dataclass(frozen=True, slots=True)
class Contains(Node):
    key: Word
    text: Text


@dataclass(frozen=True, slots=True)
class Matches(Node):
    key: Word
    pattern: Text


@dataclass(frozen=True, slots=True)
class Not(Node):
    condition: Condition


@dataclass(frozen=True, slots=True)
class AllOf(Node):
    conditions: tuple[Condition, ...]


@dataclass(frozen=True, slots=True)
class AnyOf(Node):
    conditions: tuple[Condition, ...]


Condition = IsOneOf | IsAbsent | Compares | Dated | Contains | Matches | Not | AllOf | AnyOf

# --- Choosing claims -------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class About(Node):
    subjects: tuple[Word | Parts, ...]


@dataclass(frozen=True, slots=True)
class Outlets(Node):
    names: tuple[Word, ...]


@dataclass(frozen=True, slots=True)
class Speakers(Node):
    names: tuple[Word, ...]


@dataclass(frozen=True, slots=True)
class In(Node):
    period: Leaf | Period


@dataclass(frozen=True, slots=True)
class Where(Node):
    condition: Condition


@dataclass(frozen=True, slots=True)
class Including(Node):
    modalities: tuple[Word, ...]


@dataclass(frozen=True, slots=True)
class Per(Node):
    keys: tuple[Word, ...]


@dataclass(frozen=True, slots=True)
class Regardless(Node):
    keys: tuple[Word, ...]


SelectionPart = About | Outlets | Speakers | In | Where | Including | Per | Regardless


@dataclass(frozen=True, slots=True)
class Selection(Node):
    latest: bool
    properties: tuple[Word, ...]
    parts: tuple[SelectionPart, ...] = ()


# --- Expressions -----------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Operand(Node):
    """`PROPERTY [of SUBJECT] [in PERIOD] [including …]`; alone, the word may be a `let` or a number in words too."""

    name: Word
    subject: Word | None = None
    period: In | None = None
    including: Including | None = None


@dataclass(frozen=True, slots=True)
class Aggregate(Node):
    function: str
    selection: Selection


@dataclass(frozen=True, slots=True)
class Arithmetic(Node):
    operator: Literal["+", "-", "*", "/"]
    left: Expression
    right: Expression


Expression = Number | Date | UnitWords | Operand | Aggregate | Arithmetic

# --- What must hold --------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Agree(Node):
    within: Leaf | None = None
    exactly: bool = False


@dataclass(frozen=True, slots=True)
class AgreeWith(Node):
    other: Expression
    within: Leaf | None = None


@dataclass(frozen=True, slots=True)
class AgreeWithMedian(Node):
    within: Leaf | None = None


@dataclass(frozen=True, slots=True)
class AgreeWithOutlets(Node):
    outlets: tuple[Word, ...]
    within: Leaf | None = None


@dataclass(frozen=True, slots=True)
class Bound(Node):
    """`side` is its words: `at most`; `high` for `between` alone."""

    side: str
    limit: Expression
    high: Expression | None = None


@dataclass(frozen=True, slots=True)
class BeOneOf(Node):
    values: tuple[Member, ...]


@dataclass(frozen=True, slots=True)
class BeMeasuredIn(Node):
    unit: Word | UnitWords


@dataclass(frozen=True, slots=True)
class Have(Node):
    key: Word


@dataclass(frozen=True, slots=True)
class BeCorroborated(Node):
    sources: Number
    within: Leaf | None = None


@dataclass(frozen=True, slots=True)
class NotContradict(Node):
    pass


@dataclass(frozen=True, slots=True)
class NotShareValue(Node):
    pass


@dataclass(frozen=True, slots=True)
class AddUp(Node):
    total: Expression
    within: Leaf | None = None


@dataclass(frozen=True, slots=True)
class Trend(Node):
    direction: Literal["increase", "decrease", "change"]
    by: Leaf | None = None
    per: Word | None = None


Assertion = (
    Agree
    | AgreeWith
    | AgreeWithMedian
    | AgreeWithOutlets
    | Bound
    | BeOneOf
    | BeMeasuredIn
    | Have
    | BeCorroborated
    | NotContradict
    | NotShareValue
    | AddUp
    | Trend
)


@dataclass(frozen=True, slots=True)
class Check(Node):
    assertion: Assertion
    clearly: bool = False


# --- Statements ------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Severity(Node):
    word: Word


@dataclass(frozen=True, slots=True)
class Because(Node):
    text: Text


@dataclass(frozen=True, slots=True)
class Tags(Node):
    words: tuple[Word, ...]


@dataclass(frozen=True, slots=True)
class Using(Node):
    conversions: tuple[Word, ...]


Clause = Severity | Because | Tags | Using


@dataclass(frozen=True, slots=True)
class Sentence(Node):
    """`subject must check and check`: its span leaves out the clauses."""

    subject: Selection | Expression
    checks: tuple[Check, ...]


@dataclass(frozen=True, slots=True)
class Rule(Node):
    """`name` None: a bare sentence."""

    name: Word | None
    title: Text | None
    sentence: Sentence
    clauses: tuple[Clause, ...] = ()


@dataclass(frozen=True, slots=True)
class Let(Node):
    name: Word
    members: tuple[Member, ...]


@dataclass(frozen=True, slots=True)
class Accept(Node):
    rule: Word
    claims: tuple[Word, ...] = ()
    because: Text | None = None
    until: Leaf | None = None


@dataclass(frozen=True, slots=True)
class Import(Node):
    path: Text


@dataclass(frozen=True, slots=True)
class Language(Node):
    version: Number


Statement = Rule | Let | Accept | Import | Language


@dataclass(frozen=True)
class RuleFile:
    """One file: the statements that could be read, in their order.

    `broken_rules` counts the rules that could not, `broken_lets` names such `let`s (folded), so that what uses them is
    left out without a second message. `given` is False for a file that is only imported: its rules do not run.
    `imports` leads from a path as an `import` writes it to the name of the file it means.
    """

    source: Source
    statements: tuple[Statement, ...]
    broken_rules: int = 0
    broken_lets: frozenset[str] = frozenset()
    broken_names: frozenset[str] = frozenset()
    given: bool = True
    imports: tuple[tuple[str, str], ...] = ()
