"""A rule once it is understood: names bound to the vocabulary, quantities and dates read, dimensions known.

Whoever holds a `Rule` of this module may rely on every name existing and every unit fitting. Names of classes are those
of the language's reference. Spans are kept in one place, the rule's `source` and `span`; findings name the rule's line.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from typing import Literal

from factlint.quantities.values import DateSpan, Name, Quantity, Unit
from factlint.source import Source, Span

Modality = Literal["expected", "possible", "hypothetical"]
Severity = Literal["error", "warning", "info"]

# --- Conditions ------------------------------------------------------------------------------------------------------

KEYS = (
    "property", "subject", "value", "unit", "kind", "period", "published", "outlet", "document", "speaker", "source",
    "stance", "modality", "speech", "status", "quote",
)  # fmt: skip
"""Every key that a condition, `per`, `regardless of` or `have` may name; besides, any qualifier."""


@dataclass(frozen=True, slots=True)
class IsOneOf:
    """`KEY is [not] VALUE`, `KEY is [not] one of A, B`.

    `values` fit the key: Unit for `unit`, DateSpan for period and published (and a date property's value), Quantity or
    `True`/`False` for `value` where it reads as one, else Name (of an entity, outlet, speaker, property …; a plain word
    such as `denies` too). A `value` may carry both readings: then it is a Name whose text is what was written.
    """

    key: str
    values: tuple[Name | Unit | DateSpan | Quantity | bool, ...]
    negated: bool = False


@dataclass(frozen=True, slots=True)
class IsAbsent:
    """`KEY is absent`; negated: `KEY is not absent`."""

    key: str
    negated: bool = False


@dataclass(frozen=True, slots=True)
class ComparesTo:
    """`KEY < QUANTITY`: by nominal value; a bound takes part where all of it satisfies."""

    key: str
    operator: Literal["<", "<=", ">", ">="]
    quantity: Quantity


@dataclass(frozen=True, slots=True)
class IsDated:
    """`KEY before DATE`, `KEY after DATE`: what straddles is neither, nor its `not`."""

    key: str
    relation: Literal["before", "after"]
    date: DateSpan


@dataclass(frozen=True, slots=True)
class HoldsText:
    """`KEY contains "text"` (case folded)."""

    key: str
    text: str


@dataclass(frozen=True, slots=True)
class MatchesPattern:
    """`KEY matches /regex/`: `pattern` is known to compile with RE2, and is searched, not anchored."""

    key: str
    pattern: str


@dataclass(frozen=True, slots=True)
class Not:
    condition: Condition


@dataclass(frozen=True, slots=True)
class AllOf:
    conditions: tuple[Condition, ...]


@dataclass(frozen=True, slots=True)
class AnyOf:
    conditions: tuple[Condition, ...]


Condition = IsOneOf | IsAbsent | ComparesTo | IsDated | HoldsText | MatchesPattern | Not | AllOf | AnyOf


# --- Choosing claims -------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Selection:
    """`[latest] [PROPERTY, …] claims [FILTER …] [including …] [per …] [regardless of …]`.

    None for a filter that was not written; `properties` () for all. `about` has `the parts of X` and `let` lists
    already replaced by their members. `per` None: the period as the property varies decides. `lifts`: the defaults
    (stance, modality, status) that `where` names and so lifts.
    """

    properties: tuple[str, ...] = ()
    latest: bool = False
    about: tuple[Name, ...] | None = None
    outlets: tuple[Name, ...] | None = None
    speakers: tuple[Name, ...] | None = None
    period: DateSpan | None = None
    where: Condition | None = None
    including: frozenset[Modality] = frozenset()
    per: tuple[str, ...] | None = None
    regardless: frozenset[str] = frozenset()
    lifts: frozenset[Literal["stance", "modality", "status"]] = frozenset()


# --- Expressions -----------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Constant:
    """A quantity or date written in the rule (or behind a `let`): exact; a date is the whole of its span."""

    value: Quantity | DateSpan
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Operand:
    """`PROPERTY [of SUBJECT] [in PERIOD] [including …]`."""

    property: str
    subject: Name | None = None
    period: DateSpan | None = None
    including: frozenset[Modality] = frozenset()
    text: str = ""


@dataclass(frozen=True, slots=True)
class Aggregate:
    """`the mean of (SELECTION)`, `the number of PROPERTY claims` …"""

    function: Literal["mean", "median", "sum", "highest", "lowest", "earliest", "latest", "number"]
    selection: Selection
    text: str = ""


@dataclass(frozen=True, slots=True)
class Arithmetic:
    operator: Literal["+", "-", "*", "/"]
    left: Expression
    right: Expression
    text: str = ""


Expression = Constant | Operand | Aggregate | Arithmetic


# --- What must hold --------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Relative:
    """`within 10%`: a share of the larger of the two nearest ends. `share` is 1/10."""

    share: Fraction
    text: str


@dataclass(frozen=True, slots=True)
class Absolute:
    """`within 5 percentage points`, `6 hours`, `0.2 million barrels/day`: `quantity` is exact."""

    quantity: Quantity
    text: str


Tolerance = Relative | Absolute


@dataclass(frozen=True, slots=True)
class Agree:
    tolerance: Tolerance | None = None
    exactly: bool = False


@dataclass(frozen=True, slots=True)
class AgreeWith:
    """After an expression or claims: `agree with EXPR [within T]`."""

    other: Expression
    tolerance: Tolerance | None = None


@dataclass(frozen=True, slots=True)
class AgreeWithMedian:
    tolerance: Tolerance | None = None


@dataclass(frozen=True, slots=True)
class AgreeWithOutlets:
    outlets: tuple[Name, ...]
    tolerance: Tolerance | None = None


class Side(StrEnum):
    BETWEEN = "between"
    AT_MOST = "at most"
    AT_LEAST = "at least"
    MORE_THAN = "more than"
    LESS_THAN = "less than"
    BEFORE = "before"
    AFTER = "after"


@dataclass(frozen=True, slots=True)
class Bound:
    """`be between A and B`, `be at most A` … `be before D`, `be after D`. `high` for `between` alone."""

    side: Side
    limit: Expression
    high: Expression | None = None


@dataclass(frozen=True, slots=True)
class BeOneOf:
    """Values as in `IsOneOf`, of the kind of the property."""

    values: tuple[Name | DateSpan | Quantity | bool, ...]


@dataclass(frozen=True, slots=True)
class BeMeasuredIn:
    unit: Unit
    text: str


@dataclass(frozen=True, slots=True)
class Have:
    key: str


@dataclass(frozen=True, slots=True)
class BeCorroborated:
    sources: int
    tolerance: Tolerance | None = None


@dataclass(frozen=True, slots=True)
class NotContradict:
    pass


@dataclass(frozen=True, slots=True)
class NotShareValue:
    pass


@dataclass(frozen=True, slots=True)
class AddUp:
    total: Expression
    tolerance: Tolerance | None = None


@dataclass(frozen=True, slots=True)
class Trend:
    """`not increase`, `not decrease`; `not change by more than Q per PERIOD` has `by` (Relative or Absolute) and `per`."""

    direction: Literal["increase", "decrease", "change"]
    by: Tolerance | None = None
    per: str | None = None


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
class Check:
    """One assertion of a rule. `text` is the assertion as written (`agree within 10%`), white space folded."""

    assertion: Assertion
    clearly: bool = False
    text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """`subject must CHECK and CHECK …`, with its clauses.

    `name` is what findings carry: as written, or the sentence's own words with hyphens (`named` False: such a rule can
    not be accepted or baselined). `sentence` is the rule as written, white space folded, without clauses. `source` and
    `span` are the statement's place; `using` the names of the conversions it opens.
    """

    name: str
    named: bool
    title: str | None
    sentence: str
    subject: Selection | Expression
    checks: tuple[Check, ...]
    severity: Severity = "error"
    because: str | None = None
    tags: tuple[str, ...] = ()
    using: tuple[str, ...] = ()
    source: Source
    span: Span

    @property
    def line(self) -> int:
        return self.source.position(self.span.start).line


@dataclass(frozen=True, slots=True, kw_only=True)
class Accept:
    """`accept RULE [for CLAIM, …] because "…" [until DATE]`; `claims` () for all findings of the rule."""

    rule: str
    claims: tuple[str, ...] = ()
    because: str = ""
    until: DateSpan | None = None
    source: Source
    span: Span


@dataclass(frozen=True, slots=True)
class Model:
    """The rules that are sound, in the order of their files, and how many were left out for a mistake."""

    rules: tuple[Rule, ...]
    accepts: tuple[Accept, ...] = ()
    rejected: int = 0
