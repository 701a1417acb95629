"""Text to nodes."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factlint.language import nodes as n
from factlint.language.parse import parse_rule_text, parse_rules
from factlint.source import Source, Span

GLANCE = (Path(__file__).parent / "glance.rules").read_text(encoding="utf-8")
AT = Span(0, 0)


def word(text: str, *, quoted: bool = False) -> n.Word:
    return n.Word(text, quoted, span=AT)


def number(text: str) -> n.Number:
    return n.Number(text, span=AT)


def date(text: str) -> n.Date:
    return n.Date(text, span=AT)


def operand(name: str, of: str | None = None) -> n.Operand:
    return n.Operand(word(name), word(of) if of else None, span=AT)


def rule(text: str) -> n.Rule:
    file, problems = parse_rules(Source("a.rules", text))
    assert problems == []
    (statement,) = file.statements
    assert isinstance(statement, n.Rule)
    return statement


def parts(filters: str) -> tuple[n.SelectionPart, ...]:
    subject = rule(f"claims {filters} must agree").sentence.subject
    assert isinstance(subject, n.Selection)
    return subject.parts


def assertion(text: str) -> n.Assertion:
    return rule(f"claims must {text}").sentence.checks[0].assertion


def expression(text: str) -> n.Expression:
    subject = rule(f"{text} must be at most 5").sentence.subject
    assert not isinstance(subject, n.Selection)
    return subject


def condition(text: str) -> n.Condition:
    (part,) = parts(f"where {text}")
    assert isinstance(part, n.Where)
    return part.condition


def test_the_rules_at_a_glance() -> None:
    file, problems = parse_rules(Source("oil.rules", GLANCE))
    assert problems == []
    names = [statement.name for statement in file.statements if isinstance(statement, n.Rule)]
    assert [name.text if name else None for name in names] == [
        None, "share-is-a-share", "implied-total", "arrival", "one-city", "backed", "order", "toll", "parts",
    ]  # fmt: skip
    assert [type(statement).__name__ for statement in file.statements if not isinstance(statement, n.Rule)] == [
        "Language", "Let", "Let", "Accept",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("written", "part"),
    [
        ("about Russia, the parts of Iran", n.About((word("Russia"), n.Parts(word("Iran"), span=AT)), span=AT)),
        (
            'from Reuters, "bne IntelliNews"',
            n.Outlets((word("Reuters"), word("bne IntelliNews", quoted=True)), span=AT),
        ),
        ("by harbour master", n.Speakers((word("harbour master"),), span=AT)),
        ("in 2025", n.In(number("2025"), span=AT)),
        ("in 2025-10", n.In(date("2025-10"), span=AT)),
        ("in 2025 to 2025-Q4", n.In(n.Period(number("2025"), date("2025-Q4"), span=AT), span=AT)),
        ("including expected, possible", n.Including((word("expected"), word("possible")), span=AT)),
        ("per subject and outlet, day", n.Per((word("subject"), word("outlet"), word("day")), span=AT)),
        ("regardless of product", n.Regardless((word("product"),), span=AT)),
    ],
)
def test_filters(written: str, part: n.SelectionPart) -> None:
    assert parts(written) == (part,)


def test_filters_stand_in_any_order() -> None:
    first = parts("about Russia in 2025 where quote is absent from Reuters")
    second = parts("from Reuters where quote is absent in 2025 about Russia")
    assert set(first) == set(second)
    assert len(first) == 4


def test_the_head_of_a_selection() -> None:
    subject = rule("latest export share, oil exports claims must agree").sentence.subject
    assert subject == n.Selection(latest=True, properties=(word("export share"), word("oil exports")), span=AT)


def is_(key: str, *values: n.Member, negated: bool = False) -> n.IsOneOf:
    return n.IsOneOf(word(key), values, negated, span=AT)


@pytest.mark.parametrize(
    ("written", "meaning"),
    [
        ("unit is percent", is_("unit", word("percent"))),
        ("unit is not %", is_("unit", n.UnitWords("%", span=AT), negated=True)),
        ("unit is barrels/day", is_("unit", n.UnitWords("barrels/day", span=AT))),
        ("outlet is not one of A, B", is_("outlet", word("A"), word("B"), negated=True)),
        ("period is 2025-10 to 2025-12", is_("period", n.Period(date("2025-10"), date("2025-12"), span=AT))),
        ("quote is absent", n.IsAbsent(word("quote"), span=AT)),
        ("quote is not absent", n.IsAbsent(word("quote"), negated=True, span=AT)),
        ("value >= 40%", n.Compares(word("value"), ">=", number("40%"), span=AT)),
        ("value < 5 million barrels/day", n.Compares(word("value"), "<", number("5 million barrels/day"), span=AT)),
        ("published before 2025-10-24", n.Dated(word("published"), "before", date("2025-10-24"), span=AT)),
        ('quote contains "two # thirds"', n.Contains(word("quote"), n.Text("two # thirds", span=AT), span=AT)),
        (r"quote matches /a\/b \d/", n.Matches(word("quote"), n.Text(r"a/b \d", span=AT), span=AT)),
        ("a is b and c is d", n.AllOf((is_("a", word("b")), is_("c", word("d"))), span=AT)),
        # `and` binds before `or`, `not` before both
        ("a is b or c is d and e is f", n.AnyOf((is_("a", word("b")), n.AllOf((is_("c", word("d")), is_("e", word("f"))), span=AT)), span=AT)),
        ("not a is b and c is d", n.AllOf((n.Not(is_("a", word("b")), span=AT), is_("c", word("d"))), span=AT)),
        ("not (a is b or c is d)", n.Not(n.AnyOf((is_("a", word("b")), is_("c", word("d"))), span=AT), span=AT)),
    ],
)  # fmt: skip
def test_conditions(written: str, meaning: n.Condition) -> None:
    assert condition(written) == meaning


@pytest.mark.parametrize(
    ("written", "meaning"),
    [
        ("agree", n.Agree(span=AT)),
        ("agree exactly", n.Agree(exactly=True, span=AT)),
        ("agree within 10%", n.Agree(number("10%"), span=AT)),
        ("agree within 10 %", n.Agree(number("10 %"), span=AT)),
        ("agree within 0.2 million barrels/day", n.Agree(number("0.2 million barrels/day"), span=AT)),
        ("agree within slack", n.Agree(word("slack"), span=AT)),
        ("agree with the median within 5%", n.AgreeWithMedian(number("5%"), span=AT)),
        ("agree with those from A, B within 2 days", n.AgreeWithOutlets((word("A"), word("B")), number("2 days"), span=AT)),
        ("agree with price of oil", n.AgreeWith(operand("price", "oil"), span=AT)),
        ("be between 0% and 100%", n.Bound("between", number("0%"), number("100%"), span=AT)),
        ("be at most $5 billion", n.Bound("at most", number("$5 billion"), span=AT)),
        ("be at least half a million barrels/day", n.Bound("at least", n.UnitWords("half a million barrels/day", span=AT), span=AT)),
        ("be more than -5%", n.Bound("more than", number("-5%"), span=AT)),
        ("be less than 60 USD/barrel", n.Bound("less than", number("60 USD/barrel"), span=AT)),
        ("be before 2025", n.Bound("before", number("2025"), span=AT)),
        ("be after 2025-10-24T18:00Z", n.Bound("after", date("2025-10-24T18:00Z"), span=AT)),
        ('be one of Moscow, "Washington, DC"', n.BeOneOf((word("Moscow"), word("Washington, DC", quoted=True)), span=AT)),
        ("be measured in barrels/day", n.BeMeasuredIn(n.UnitWords("barrels/day", span=AT), span=AT)),
        ("be measured in percentage points", n.BeMeasuredIn(word("percentage points"), span=AT)),
        ("have a speaker", n.Have(word("a speaker"), span=AT)),
        ("be corroborated by at least 2 independent sources", n.BeCorroborated(number("2"), span=AT)),
        ("be corroborated by at least 1 independent source within 5%", n.BeCorroborated(number("1"), number("5%"), span=AT)),
        ("not contradict", n.NotContradict(span=AT)),
        ("not share a value", n.NotShareValue(span=AT)),
        ("add up to price of oil within 5%", n.AddUp(operand("price", "oil"), number("5%"), span=AT)),
        ("not increase", n.Trend("increase", span=AT)),
        ("not decrease", n.Trend("decrease", span=AT)),
        ("not change by more than 5 percentage points per month", n.Trend("change", number("5 percentage points"), word("month"), span=AT)),
    ],
)  # fmt: skip
def test_assertions(written: str, meaning: n.Assertion) -> None:
    assert assertion(written) == meaning


def test_assertions_join_with_and() -> None:
    checks = rule("price claims must be between 1 and 2 and clearly agree within 5% and have quote").sentence.checks
    assert [(type(check.assertion).__name__, check.clearly) for check in checks] == [
        ("Bound", False), ("Agree", True), ("Have", False),
    ]  # fmt: skip


def arithmetic(left: n.Expression, sign: str, right: n.Expression) -> n.Arithmetic:
    return n.Arithmetic(sign, left, right, span=AT)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("written", "meaning"),
    [
        ("a / b", arithmetic(operand("a"), "/", operand("b"))),
        ("a + b * c", arithmetic(operand("a"), "+", arithmetic(operand("b"), "*", operand("c")))),
        ("a - b - c", arithmetic(arithmetic(operand("a"), "-", operand("b")), "-", operand("c"))),
        ("(a + b) * 2", arithmetic(arithmetic(operand("a"), "+", operand("b")), "*", number("2"))),
        ("a of X in 2025 including expected / 2", arithmetic(
            n.Operand(word("a"), word("X"), n.In(number("2025"), span=AT), n.Including((word("expected"),), span=AT), span=AT), "/", number("2"))),
        ("the mean of price claims", n.Aggregate("mean", n.Selection(latest=False, properties=(word("price"),), span=AT), span=AT)),
        ("the number of (claims about X)", n.Aggregate(
            "number", n.Selection(latest=False, properties=(), parts=(n.About((word("X"),), span=AT),), span=AT), span=AT)),
        ('"share of exports"', n.Operand(word("share of exports", quoted=True), span=AT)),
    ],
)  # fmt: skip
def test_expressions(written: str, meaning: n.Expression) -> None:
    assert expression(written) == meaning


def test_clauses_stand_in_any_order() -> None:
    written = 'rule a "A title": claims must agree\n  tags x, y\n  using crude oil\n  because "No\n     doubt."\n  severity info'
    found = rule(written)
    assert found.name == word("a")
    assert found.title == n.Text("A title", span=AT)
    assert [type(clause).__name__ for clause in found.clauses] == ["Tags", "Using", "Because", "Severity"]
    assert found.clauses[2] == n.Because(n.Text("No doubt.", span=AT), span=AT)


@pytest.mark.parametrize(
    ("written", "members"),
    [
        ("10%", (number("10%"),)),
        ("2025-10-01", (date("2025-10-01"),)),
        ("2025 to 2026-03", (n.Period(number("2025"), date("2026-03"), span=AT),)),
        ("Moscow, the parts of Iran", (word("Moscow"), n.Parts(word("Iran"), span=AT))),
    ],
)
def test_lets(written: str, members: tuple[n.Member, ...]) -> None:
    file, problems = parse_rules(Source("a.rules", f"let x = {written}"))
    assert problems == []
    assert file.statements == (n.Let(word("x"), members, span=AT),)


def test_accepts() -> None:
    file, problems = parse_rules(
        Source("a.rules", 'accept a.b-c for x_1, y.2f because "why" until 2026-06-30\naccept d because ""')
    )
    assert problems == []
    assert file.statements == (
        n.Accept(word("a.b-c"), (word("x_1"), word("y.2f")), n.Text("why", span=AT), date("2026-06-30"), span=AT),
        n.Accept(word("d"), (), n.Text("", span=AT), span=AT),
    )


def test_a_mistake_leaves_its_neighbours_alone() -> None:
    text = 'claims must\nclaims must agree\nlet = 5\nclaims mst agree\n  because "x"\nclaims must have quote\n'
    file, problems = parse_rules(Source("a.rules", text))
    assert [problem.where[1] for problem in problems] == [1, 3, 4]
    assert len(file.statements) == 2
    assert file.broken_rules == 2  # the `let` is no rule


def test_spans_are_of_the_file_and_leave_out_clauses() -> None:
    text = "# first\n\nrule a: claims # here\n   must agree\n   severity info\n"
    (statement,) = parse_rules(Source("a.rules", text))[0].statements
    assert isinstance(statement, n.Rule)
    span = statement.sentence.span
    assert text[span.start : span.end] == "claims # here\n   must agree"
    assert text[statement.span.start : statement.span.end].startswith("rule a:")
    assert text[statement.span.start : statement.span.end].endswith("severity info")


@pytest.mark.parametrize(
    "text", ["claims must agree", "  claims\nmust agree", "rule x: claims must agree", "claims must agree # why"]
)
def test_a_rule_on_the_command_line_is_named_rule(text: str) -> None:
    file, problems = parse_rule_text(text)
    assert problems == []
    (statement,) = file.statements
    assert isinstance(statement, n.Rule)
    assert statement.name == word("rule")


@pytest.mark.parametrize("text", ["", "# nothing", "let a = 5", 'import "x"', "claims must", 'accept a because "x"'])
def test_what_is_no_rule_on_the_command_line(text: str) -> None:
    file, problems = parse_rule_text(text)
    assert file.statements == ()
    assert [problem.code for problem in problems] == ["E301"]


def test_a_rule_of_a_thousand_brackets_is_a_mistake_and_not_a_crash() -> None:
    deep = "(" * 5000 + "a" + ")" * 5000
    for text in (
        f"{deep} must be at most 5",
        f"claims where {'not ' * 5000}quote is absent must agree",
        "a" + " + a" * 5000 + " must be at most 5",
    ):
        file, problems = parse_rules(Source("a.rules", text))
        assert [problem.code for problem in problems] == ["E309"]
        assert file.broken_rules == 1


WORDS = st.sampled_from(
    [*"abc:,()<>=/+-*%\"'“”#\n\t\\", " ", " must ", " claims ", "agree", " within ", "10%", " of ", " the ", "2025-10", "rule ", "let ", "not ", " be ", "$5", "per "]
)  # fmt: skip


@given(st.lists(WORDS, max_size=25).map("".join))
def test_any_text_gives_statements_or_diagnostics(text: str) -> None:
    source = Source("a.rules", text)
    file, problems = parse_rules(source)
    for problem in problems:
        assert problem.primary is not None
        span = problem.primary.span
        assert 0 <= span.start < span.end <= len(text)
        assert problem.help
    for statement in file.statements:
        assert 0 <= statement.span.start < statement.span.end <= len(text)


@given(st.text(max_size=40))
def test_no_text_is_too_strange(text: str) -> None:
    parse_rules(Source("a.rules", text))
    parse_rule_text(text)


@pytest.mark.parametrize(
    "text",
    [
        f"claims about {'a' * 100_000} must be at most 5",
        f"{'a' * 100_000}! must be at most 5",
        f"{'a ' * 50_000}! must be at most 5",
        f"let x = {'ab ' * 50_000}{'%' * 50_000}",
        f"claims about {', '.join(f'N{number}' for number in range(3000))} must agree",
        f'claims must have quote because "{"x" * 100_000}',
        f"claims must be at most {'9' * 100_000}",
        f"claims must be at most 5 {'$' * 50_000}",
        f"claims where quote matches /{'a' * 100_000} must agree",
        f"{'#' * 100_000}\nclaims must {'agree ' * 5000}",
        "claims where quote matches /x/" + " matches /" * 3000,
        "rule " + "a" * 100_000,
        "let " + "a " * 50_000,
    ],
    ids=range(13),
)
def test_long_texts_take_no_longer_than_their_length(text: str) -> None:
    start = time.process_time()
    parse_rules(Source("a.rules", text))
    assert time.process_time() - start < 5
