"""What may stand at a place, in the language's own words: never the name of a terminal."""

from __future__ import annotations

from factlint.language.wording import listed

_AFTER: dict[str, tuple[str, str]] = {
    # after this word: what is expected, an example
    "ABOUT": ("a subject", 'write one or more, such as `about Russia, "October visit"`'),
    "FROM": ("an outlet", "write one or more, such as `from Reuters`"),
    "BY": ("a speaker", 'write one or more, such as `by "harbour master"`'),
    "WHERE": ("a condition", "write one, such as `where unit is percent`"),
    "WITHIN": ("a tolerance", "write one, such as `within 10%`, `within 5 percentage points` or `within 6 hours`"),
    "PER": ("a key", "write one or more, such as `per subject and outlet`"),
    "MUST": (
        "what must hold",
        "write `agree`, `be …`, `have …`, `add up to …`, `not contradict`, `not share a value`, `not increase`, `not decrease` or `not change by …`",
    ),
    "CLEARLY": ("what must hold", "write an assertion after it, such as `clearly agree`"),
    "BE": (
        "what it must be",
        "write `between … and …`, `at most`, `at least`, `more than`, `less than`, `before`, `after`, `one of`, `measured in` or `corroborated by`",
    ),
    "IS": ("a value", "write one, such as `unit is percent`, `outlet is one of Reuters, Axios` or `quote is absent`"),
    "INCLUDING": (
        "`expected`, `possible` or `hypothetical`",
        "write one or more, such as `including expected, possible`",
    ),
    "REGARDLESS": ("`of`", "write `regardless of KEY`, such as `regardless of product`"),
    "SEVERITY": ("`error`, `warning` or `info`", "write one, such as `severity warning`"),
    "BECAUSE": ("a reason in double quotes", 'write it, such as `because "A share cannot exceed the whole."`'),
    "TAGS": ("a tag", "write one or more, such as `tags oil, sanctions`"),
    "USING": ("a conversion of the vocabulary", "write its name, such as `using crude oil`"),
    "CONTAINS": ("a text in double quotes", 'write it, such as `quote contains "two thirds"`'),
    "MATCHES": ("a pattern between slashes", "write it, such as `quote matches /no one|nobody/`"),
    "OPERATOR": ("a quantity", "write one, such as `value >= 40%`"),
    "UNTIL": ("a date", "write one, such as `until 2026-06-30`"),
    "HAVE": ("a key", "write one, such as `have quote` or `have a speaker`"),
    "EQUAL": ("a quantity, a date or a list", "write one, such as `let slack = 10%` or `let capitals = Moscow, Kyiv`"),
    "LEAST": ("a quantity", "write one, such as `at least 40%`"),
    "MOST": ("a quantity", "write one, such as `at most 40%`"),
    "THAN": ("a quantity", "write one, such as `more than 40%`"),
    "BETWEEN": ("a quantity or a date", "write both ends, such as `between 0% and 100%`"),
    "COLON": ("the rule's sentence", "write it after the colon, such as `export share claims must agree`"),
    "FOR": ("the id of a claim", "write one or more, as `factlint show` lists them"),
    "PARTS": ("`of`", "write `the parts of NAME`"),
    "LPAR": ("what stands in the brackets", "write an expression, a condition or a selection of claims"),
    "OF": ("a name", 'write one, and quote it where it holds a keyword: `of "Bank of England"`'),
}

_BEFORE_OR_AFTER = ("a date", "write one, such as `before 2025-10-24`")
_ARITHMETIC = ("a quantity, a date or a property", "write what stands on the other side of the sign")

GENERAL: tuple[tuple[str, str], ...] = (
    # terminals, in the order in which they are offered
    ("NAME", "a name"),
    ("IDENT", "a name of one word"),
    ("NUMBER", "a quantity"),
    ("STRING", "a text in double quotes"),
    ("REGEX", "a pattern between slashes"),
    ("MUST", "`must`"),
    ("CLAIMS", "`claims`"),
    ("AND", "`and`"),
    ("EQUAL", "`=`"),
    ("COLON", "`:`"),
    ("IS", "`is`"),
    ("OPERATOR", "a comparison"),
    ("RPAR", "`)`"),
    ("OF", "`of`"),
    ("ONE", "`one of`"),
    ("WITH", "`with`"),
    ("MOST", "`most`"),
    ("LEAST", "`least`"),
    ("THAN", "`than`"),
    ("TO", "`to`"),
    ("UP", "`up`"),
    ("IN", "`in`"),
    ("BY", "`by`"),
    ("AT", "`at`"),
    ("MORE", "`more`"),
    ("PER", "`per`"),
    ("FROM", "`from`"),
    ("THE", "`the`"),
    ("A", "`a`"),
    ("VALUE", "`value`"),
    ("INDEPENDENT", "`independent`"),
    ("SOURCES", "`sources`"),
    ("PARTS", "`parts of`"),
    ("MEAN", "`mean`"),
    ("MEDIAN", "`median`"),
    ("NUMBER_OF", "`number`"),
    ("CONTRADICT", "`contradict`"),
    ("SHARE", "`share`"),
    ("INCREASE", "`increase`"),
    ("DECREASE", "`decrease`"),
    ("CHANGE", "`change`"),
    ("WITHIN", "`within`"),
    ("BECAUSE", "`because`"),
    ("UNTIL", "`until`"),
    ("SEVERITY", "`severity`"),
    ("TAGS", "`tags`"),
    ("USING", "`using`"),
    ("COMMA", "`,`"),
    ("$END", "the end of the statement"),
)

_FILTERS = frozenset({"ABOUT", "FROM", "BY", "IN", "WHERE", "INCLUDING", "PER", "REGARDLESS"})
_CLAUSES = frozenset({"SEVERITY", "BECAUSE", "TAGS", "USING"})
_MOST_OFFERED = 4


def phrase(last: str, kinds: tuple[str, ...], accepts: frozenset[str]) -> str:
    """What is expected after the token `last` (of all `kinds` so far), where the parser accepts these terminals."""
    special = _special(last, kinds, accepts)
    if special is not None:
        return special[0]
    left = set(accepts)
    tail = []
    if len(left & _FILTERS) > 3:
        left -= _FILTERS
        tail.append("a filter")
    if accepts >= _CLAUSES:
        left -= _CLAUSES | {"AND", "$END"}
        tail.append("the end of the rule")
    if {"NAME", "STRING"} <= left:
        left.remove("STRING")
    words = [words for terminal, words in GENERAL if terminal in left][: _MOST_OFFERED - len(tail)]
    return listed([*words, *tail]) or "something else"


def words_for(accepts: frozenset[str]) -> list[str]:
    """The keywords among terminals, as they are written."""
    return [terminal.lower() for terminal in sorted(accepts) if terminal in _FILTERS | _CLAUSES or terminal.isalpha()]


def example(last: str, kinds: tuple[str, ...], accepts: frozenset[str]) -> str:
    """What to write at such a place."""
    special = _special(last, kinds, accepts)
    if special is not None:
        return special[1]
    if accepts >= _CLAUSES:
        return "after what must hold may stand `and` with more of it, `because`, `severity`, `tags` or `using`"
    if "MUST" not in kinds and "MUST" in accepts:
        return "a rule says of which claims what must hold, such as `export share claims must agree within 10%`"
    if "CLAIMS" in kinds and "MUST" not in kinds:
        return "after `claims` stand filters (`about`, `from`, `by`, `in`, `where`), then `must`"
    wanted = phrase(last, kinds, accepts)
    return "leave out what follows" if wanted == "the end of the statement" else f"write {wanted} here"


def _special(last: str, kinds: tuple[str, ...], accepts: frozenset[str]) -> tuple[str, str] | None:
    if not last:
        return (
            "claims or an expression",
            "a rule starts like `export share claims must agree` or `claims must have quote`",
        )
    if last == "IN" and {"UNIT", "NAME"} <= accepts and "DATE" not in accepts:
        return ("a unit", "write one, such as `measured in barrels/day`")
    if last == "IN":
        return ("a date or a period", "write one, such as `in 2025-10` or `in 2025-10 to 2025-12`")
    if last in {"BEFORE", "AFTER"} and "DATE" in accepts:
        return _BEFORE_OR_AFTER
    if last in {"PLUS", "MINUS", "TIMES", "DIVIDE"}:
        return _ARITHMETIC
    if last == "AND" and "AGREE" in accepts:
        return _AFTER["MUST"]
    if last in {"AND", "OR", "NOT"} and "WHERE" in kinds and "MUST" not in kinds and "NAME" in accepts:
        return _AFTER["WHERE"]
    if last in {"LEAST", "BY"} and "NAME" not in accepts:
        return None
    if last == "OF" and "NAME" not in accepts:
        return None
    if last == "OF" and kinds[-2:-1] == ("ONE",):
        return ("a value", "write one or more, such as `one of Moscow, Washington`")
    if last == "TO" and kinds[-2:-1] == ("UP",):
        return ("a quantity or a property", "write the whole, such as `add up to oil exports of Russia`")
    if last == "NOT" and "CONTRADICT" in accepts:
        return (
            "`contradict`, `share a value`, `increase`, `decrease` or `change by`",
            "write one of these after `must not`",
        )
    if last == "THE" and "MEAN" in accepts:
        functions = "`mean`, `median`, `sum`, `highest`, `lowest`, `earliest`, `latest` or `number`"
        return (
            functions,
            "write one, such as `the mean of export share claims`; a name that starts with `the` is quoted",
        )
    if last == "THE" and "PARTS" in accepts:
        return ("`parts of`", "write `the parts of NAME`; a name that starts with `the` is quoted")
    return _AFTER.get(last)
