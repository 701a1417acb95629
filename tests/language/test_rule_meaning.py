"""Nodes to rules that are understood: names bound, quantities exact, kinds and dimensions known."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import pytest

from factlint.corpus.claim import Property
from factlint.corpus.vocabulary import Vocabulary
from factlint.diagnostics import Diagnostic
from factlint.language import model as m
from factlint.language.parse import parse_rule_text, parse_rules
from factlint.language.resolve import offered_names, resolve
from factlint.quantities.units import Units
from factlint.quantities.values import DateSpan, Name, Quantity, Unit
from factlint.source import Source

GLANCE = (Path(__file__).parent / "glance.rules").read_text(encoding="utf-8")


def model(text: str, vocabulary: Vocabulary) -> tuple[m.Model, list[Diagnostic]]:
    file, syntax = parse_rules(Source("a.rules", text))
    assert syntax == []
    return resolve([file], vocabulary)


def sound(text: str, vocabulary: Vocabulary) -> m.Rule:
    found, problems = model(text, vocabulary)
    assert problems == []
    assert found.rejected == 0
    return found.rules[0]


def selection(text: str, vocabulary: Vocabulary) -> m.Selection:
    subject = sound(text, vocabulary).subject
    assert isinstance(subject, m.Selection)
    return subject


def assertion(text: str, vocabulary: Vocabulary) -> m.Assertion:
    return sound(text, vocabulary).checks[0].assertion


def condition(text: str, vocabulary: Vocabulary) -> m.Condition:
    found = selection(f"claims where {text} must have quote", vocabulary).where
    assert found is not None
    return found


def exact(limit: m.Expression) -> tuple[Fraction, str]:
    assert isinstance(limit, m.Constant)
    assert isinstance(limit.value, Quantity)
    assert limit.value.interval.is_point
    assert limit.value.nominal is not None
    return limit.value.nominal, limit.value.unit.name


SHARE_OF_VISITS = "visits of Russia / visits of October visit"


@pytest.mark.parametrize(
    ("written", "idea"),
    [
        (f"{SHARE_OF_VISITS} must agree with export share of Russia within 5 percentage points", "a quotient is a ratio"),
        (f"1 - {SHARE_OF_VISITS} must agree with export share of Russia within 5 percentage points", "less a ratio too"),
        (f"{SHARE_OF_VISITS} must be at most 5 percentage points", "a bound alike"),
        (f"{SHARE_OF_VISITS} must be between 1 percentage point and 5 percentage points", "and a range"),
        ("downed of Russia / downed of Moscow must agree with 10% within 50 basis points", "drones by drones"),
        ("export share of Russia must agree with 2 * export share of Moscow within 5 percentage points", "a share"),
        ("index claims must agree within 5 percentage points", "measured, without a unit"),
    ],
)  # fmt: skip
def test_percentage_points_go_with_ratios(written: str, idea: str, vocabulary: Vocabulary) -> None:
    index = Property(name="index", kind="quantity")
    known = replace(vocabulary, properties={**vocabulary.properties, "index": index})
    assert model(written, known)[1] == [], idea


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("visits claims must agree within 5 percentage points", "E323"),
        ("visits of Russia + visits of Moscow must agree with visits of October visit within 5 percentage points", "E323"),
        ("2 * visits of Russia must agree with visits of Moscow within 5 percentage points", "E323"),
        ("downed claims must agree within 5 percentage points", "E323"),
        ("oil exports claims must agree within 5 percentage points", "E323"),
        ("visits claims must be at most 5 percentage points", "E324"),
        ("oil exports claims must be at most 5 percentage points", "E324"),
    ],
)  # fmt: skip
def test_percentage_points_do_not_go_with_counts_or_dimensions(written: str, code: str, vocabulary: Vocabulary) -> None:
    assert [it.code for it in model(written, vocabulary)[1]] == [code]


def test_the_rules_at_a_glance(vocabulary: Vocabulary) -> None:
    found, problems = model(GLANCE, vocabulary)
    assert problems == []
    assert [(rule.name, rule.named) for rule in found.rules] == [
        ("export-share-claims-must-agree-within-slack", False),
        ("share-is-a-share", True), ("implied-total", True), ("arrival", True), ("one-city", True),
        ("backed", True), ("order", True), ("toll", True), ("parts", True),
    ]  # fmt: skip
    implied = found.rules[2]
    assert implied.severity == "warning"
    assert implied.because == "Russia cannot export more crude than it pumps."
    assert implied.line == 11
    assert implied.sentence == (
        'oil exports of "Rosneft and Lukoil" / export share of "Rosneft and Lukoil" must be at most ceiling'
    )
    (accept,) = found.accepts
    assert (accept.rule, accept.claims) == ("one-city", ("bne-city",))
    assert accept.until is not None
    assert accept.until.text == "2026-06-30"


# --- Choosing claims


def test_names_are_bound_whatever_their_spelling(vocabulary: Vocabulary) -> None:
    found = selection('Oil Share claims about "THE oil majors" from reuters by Harbour Master must agree', vocabulary)
    assert found.properties == ("export share",)
    assert [name.name for name in found.about or ()] == ["Rosneft and Lukoil"]
    assert [name.name for name in found.outlets or ()] == ["Reuters"]
    assert [name.name for name in found.speakers or ()] == ["harbour master"]


def test_lists_and_parts_become_their_members(vocabulary: Vocabulary) -> None:
    text = (
        "let some = Moscow, the parts of Russia\nlet more = some, Washington\nvisit city claims about more must agree"
    )
    assert [name.name for name in selection(text, vocabulary).about or ()] == [
        "Moscow",
        "Rosneft",
        "Lukoil",
        "Washington",
    ]


def test_keys(vocabulary: Vocabulary) -> None:
    found = selection("oil exports claims per Subject and week, product regardless of outlet must agree", vocabulary)
    assert found.per == ("subject", "week", "product")
    assert found.regardless == frozenset({"outlet"})


@pytest.mark.parametrize(
    ("text", "lifts"),
    [
        ("stance is denies", {"stance"}),
        ("not (status is current or modality is one of actual, expected)", {"status", "modality"}),
        ("quote is absent", set()),
    ],
)
def test_a_condition_lifts_the_default_it_names(text: str, lifts: set[str], vocabulary: Vocabulary) -> None:
    assert selection(f"claims where {text} must have quote", vocabulary).lifts == lifts


def value_of(text: str, vocabulary: Vocabulary) -> object:
    found = condition(text, vocabulary)
    assert isinstance(found, m.IsOneOf)
    (value,) = found.values
    return value


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("unit is percent", Unit),
        ("unit is barrels/day", Unit),
        ("value is Moscow", Name),
        ("value is true", bool),
        ("value is 40%", Quantity),
        ("value is two thirds", Quantity),
        ("value is 2025-10", DateSpan),
        ('value is "two thirds"', Name),  # quoted: a name
        ("period is 2025", DateSpan),
        ("published is 2025-10 to 2025-12", DateSpan),
        ("subject is Russia", Name),
        ("property is oil share", Name),
        ("source is Reuters", Name),
        ("source is harbour master", Name),
        ("document is bne-2025-10-27", Name),
        ("stance is denies", Name),
        ("product is crude", Name),
    ],
)
def test_values_fit_their_key(text: str, kind: type, vocabulary: Vocabulary) -> None:
    assert isinstance(value_of(text, vocabulary), kind)


def test_the_property_decides_what_a_value_is(vocabulary: Vocabulary) -> None:
    found = selection("visit city claims where value is 2025 must agree", vocabulary).where
    assert isinstance(found, m.IsOneOf)
    assert isinstance(found.values[0], Name)
    found = selection("arrival date claims where value is 2025 must agree", vocabulary).where
    assert isinstance(found, m.IsOneOf)
    assert isinstance(found.values[0], DateSpan)


# --- What must hold


@pytest.mark.parametrize(
    ("text", "tolerance"),
    [
        ("export share claims must agree within 10%", Fraction(1, 10)),
        ("oil exports claims must agree within 0.5%", Fraction(1, 200)),
        ("claims must agree within 150%", Fraction(3, 2)),
    ],
)
def test_a_percentage_is_relative(text: str, tolerance: Fraction, vocabulary: Vocabulary) -> None:
    found = assertion(text, vocabulary)
    assert isinstance(found, m.Agree)
    assert isinstance(found.tolerance, m.Relative)
    assert found.tolerance.share == tolerance


@pytest.mark.parametrize(
    ("text", "number", "unit"),
    [
        ("export share claims must agree within 5 percentage points", 5, "percentage points"),
        ("export share claims must agree within 50 basis points", 50, "basis points"),
        ("arrival date claims must agree within 6 hours", 6, "hour"),
        ("arrival delay claims must agree within two days", 2, "day"),
        ("oil exports claims must agree within 0.2 million barrels/day", 200_000, "barrel/day"),
        ("killed claims must agree within 5", 5, "people"),
        ("downed claims must agree within 5 drones", 5, "drone"),
        ("visits claims must agree within 5", 5, ""),
    ],
)
def test_everything_else_is_absolute(text: str, number: int, unit: str, vocabulary: Vocabulary) -> None:
    found = assertion(text, vocabulary)
    assert isinstance(found, m.Agree)
    assert isinstance(found.tolerance, m.Absolute)
    quantity = found.tolerance.quantity
    assert quantity.nominal is not None
    assert (quantity.nominal * quantity.unit.factor, quantity.unit.dimension) == (
        number * vocabulary.units.parse(unit).factor if unit else number,
        vocabulary.units.parse(unit).dimension if unit else (),
    )


def test_a_difference_of_temperatures_has_no_offset(vocabulary: Vocabulary) -> None:
    found = assertion("temperature claims must agree within 2 degC", vocabulary)
    assert isinstance(found, m.Agree)
    assert isinstance(found.tolerance, m.Absolute)
    assert found.tolerance.quantity.unit.offset == 0


@pytest.mark.parametrize(
    ("text", "limit"),
    [
        ("export share claims must be at most 50%", (50, "percent")),
        ("export share claims must be at most 0.5", (Fraction(1, 2), "")),
        ("export share claims must be at most half", (Fraction(1, 2), "")),
        ("killed claims must be at most 300", (300, "people")),  # a bare number counts what the property counts
        ("downed claims must be at most 300 drones", (300, "drone")),
        ("budget claims must be at most $5 billion", (5_000_000_000, "USD")),  # money is compared at the claim's rate
        ("oil exports claims must be at most 2 million barrels/day", (2_000_000, "barrel/day")),
        ("price claims must be at most 60 USD/barrel", (60, "USD/barrel")),
        ("size claims must be at most 3", (3, "")),
    ],
)
def test_bounds(text: str, limit: tuple[Fraction, str], vocabulary: Vocabulary) -> None:
    found = assertion(text, vocabulary)
    assert isinstance(found, m.Bound)
    assert exact(found.limit) == limit


@pytest.mark.parametrize(
    ("text", "dated"),
    [
        ("arrival date claims must be before 2025", True),
        ("arrival date claims must be between 2025 and 2026", True),
        ("arrival delay claims must be at most 2025 hours", False),
        ("visits claims must be at most 2025", False),
    ],
)
def test_four_digits_are_a_year_or_a_number_as_their_place_asks(text: str, dated: bool, vocabulary: Vocabulary) -> None:
    found = assertion(text, vocabulary)
    assert isinstance(found, m.Bound)
    assert isinstance(found.limit, m.Constant)
    assert isinstance(found.limit.value, DateSpan) == dated


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("export share claims must agree exactly", m.Agree(exactly=True)),
        ("claims must have a speaker", m.Have("speaker")),
        ("claims must have product", m.Have("product")),
        ("claims must be corroborated by at least 2 independent sources", m.BeCorroborated(2)),
        ("role claims must not contradict", m.NotContradict()),
        ("downed claims must not share a value", m.NotShareValue()),
        ("size claims must not share a value", m.NotShareValue()),
        ("killed claims must not increase", m.Trend("increase")),
        ("first visit claims must be one of true", m.BeOneOf((True,))),
    ],
)
def test_assertions(text: str, expected: m.Assertion, vocabulary: Vocabulary) -> None:
    assert assertion(text, vocabulary) == expected


def test_outlets_to_agree_with(vocabulary: Vocabulary) -> None:
    found = assertion("export share claims must agree with those from Reuters, axios within 5%", vocabulary)
    assert isinstance(found, m.AgreeWithOutlets)
    assert [name.name for name in found.outlets] == ["Reuters", "Axios"]


def test_a_change_has_a_period(vocabulary: Vocabulary) -> None:
    found = assertion("export share claims must not change by more than 5 percentage points per month", vocabulary)
    assert isinstance(found, m.Trend)
    assert found.per == "month"
    assert isinstance(found.by, m.Absolute)


def test_checks_keep_their_words(vocabulary: Vocabulary) -> None:
    rule = sound("export share claims must   agree\n  within 10% # as ever\n  and clearly be at most 60%", vocabulary)
    assert [(check.text, check.clearly) for check in rule.checks] == [
        ("agree within 10%", False), ("clearly be at most 60%", True),
    ]  # fmt: skip
    assert rule.sentence == "export share claims must agree within 10% and clearly be at most 60%"


# --- Expressions


def test_a_let_stands_wherever_its_value_does(vocabulary: Vocabulary) -> None:
    text = "let day = 2025-10-24\nlet cap = 10 million barrels/day\nlet both = Moscow, Washington\n"
    text += "arrival date claims in day must be after day\noil exports claims where value > cap must be at most cap\n"
    text += "visit city claims where value is one of both must be one of both"
    found, problems = model(text, vocabulary)
    assert problems == []
    assert len(found.rules) == 3
    one_of = found.rules[2].checks[0].assertion
    assert isinstance(one_of, m.BeOneOf)
    assert [value.name for value in one_of.values if isinstance(value, Name)] == ["Moscow", "Washington"]


def test_a_bare_operand_compared_with_another_stays_an_operand(vocabulary: Vocabulary) -> None:
    rule = sound("oil exports of Russia must agree with oil exports of Rosneft within 5%", vocabulary)
    assert isinstance(rule.subject, m.Operand)


def test_a_bare_operand_before_an_assertion_on_claims_is_a_selection(vocabulary: Vocabulary) -> None:
    rule = sound("oil exports of Russia in 2025 including expected must agree within 5%", vocabulary)
    assert isinstance(sound("visit city of Russia must be one of Moscow", vocabulary).subject, m.Selection)
    other = sound("oil exports claims about Russia in 2025 including expected must agree within 5%", vocabulary)
    assert rule.subject == other.subject


@pytest.mark.parametrize(
    "text",
    [
        "oil exports of Russia / export share of Russia must be at most 10 million barrels/day",
        "arrival date of Russia - sanctions date of Russia must be at most 6 days",
        "arrival date of Russia + 6 days must be after sanctions date of Russia",
        "6 days + arrival date of Russia must be after sanctions date of Russia",
        "oil exports of Russia * 2 - oil exports of Rosneft must be at least 5 barrels/day",
        "oil exports of Russia * arrival delay of Russia must be at most 5 million barrels",
        "price of Russia * oil exports of Russia must be at most 5 USD/day",
        "killed of Russia + 5 must be at most 10",
        "the number of (claims about Russia) must be at least 5",
        "the latest of arrival date claims must be before 2026",
        "the mean of export share claims must be at most half",
        "export share of Russia * 100 must be at most 5",
        "oil exports of Russia + pipeline exports of Russia must be at most 5 barrels/day\n  using crude oil",
        "price of Russia / price of Rosneft must be between 0.5 and 2",
    ],
)
def test_dimensions_that_fit(text: str, vocabulary: Vocabulary) -> None:
    assert sound(text, vocabulary).checks


def test_a_conversion_is_opened_for_one_rule(vocabulary: Vocabulary) -> None:
    limit = "oil exports claims must be at most 5 tonnes/day"
    found, problems = model(f"{limit}\n  using Crude Oil\n{limit}", vocabulary)
    assert [problem.code for problem in problems] == ["E324"]
    assert [rule.using for rule in found.rules] == [("crude oil",)]
    assert found.rejected == 1


# --- What is left out


def test_a_rule_with_a_mistake_is_left_out_and_counted(vocabulary: Vocabulary) -> None:
    file, syntax = parse_rules(
        Source("a.rules", "claims must\nexport shar claims must agree\nclaims must have quote\n")
    )
    found, problems = resolve([file], vocabulary)
    assert [problem.code for problem in [*syntax, *problems]] == ["E301", "E310"]
    assert len(found.rules) == 1
    assert found.rejected == 2


def test_all_mistakes_of_a_rule_are_told(vocabulary: Vocabulary) -> None:
    text = "export shar claims about Rusia per subjet must agree within 5 barels and have qoute\n  severity fatal"
    _, problems = model(text, vocabulary)
    assert {problem.code for problem in problems} == {"E308", "E310", "E311", "E314", "E315"}


def test_a_broken_let_is_told_once(vocabulary: Vocabulary) -> None:
    text = "let slack = 5 barels\nexport share claims must agree within slack\nexport share claims must agree\n"
    found, problems = model(text, vocabulary)
    assert [problem.code for problem in problems] == ["E315"]
    assert (len(found.rules), found.rejected) == (1, 1)


def test_without_a_vocabulary_the_claims_say_what_there_is(vocabulary: Vocabulary) -> None:
    bare = Vocabulary(
        Units(), given=False, properties={"share": replace(vocabulary.properties["export share"], name="share")}
    )
    bare = bare.with_stated({"entities": ["Russia"], "outlets": ["Reuters"]})
    assert sound("share claims about russia from Reuters must agree", bare).named is False
    _, problems = model("shrae claims about Iran must agree", bare)
    assert [problem.code for problem in problems] == ["E310", "E311"]


def test_two_files_share_their_rule_names_and_not_their_lets(vocabulary: Vocabulary) -> None:
    one, _ = parse_rules(Source("one.rules", "let slack = 5%\nrule a: export share claims must agree within slack"))
    two, _ = parse_rules(
        Source("two.rules", "rule a: claims must have quote\nrule b: export share claims must agree within slack")
    )
    found, problems = resolve([one, two], vocabulary)
    assert [(problem.code, problem.where[0]) for problem in problems] == [("E333", "two.rules"), ("E320", "two.rules")]
    assert ([rule.name for rule in found.rules], found.rejected) == (["a"], 2)


def test_a_rule_on_the_command_line(vocabulary: Vocabulary) -> None:
    file, problems = parse_rule_text("rule mine: export share claims must agree within 10%")
    found, more = resolve([file], vocabulary)
    assert [*problems, *more] == []
    (rule,) = found.rules
    assert (rule.name, rule.sentence) == ("rule", "export share claims must agree within 10%")


def test_lint_offers_names_that_are_free(vocabulary: Vocabulary) -> None:
    text = "rule export-share: claims must have quote\nexport share claims must agree\nexport share claims must agree exactly"
    found, _ = model(text, vocabulary)
    offers = offered_names(found)
    assert [offer.code for offer in offers] == ["W304", "W304"]
    assert [offer.help for offer in offers] == [
        "name it: `rule export-share-2: …`",
        "name it: `rule export-share-3: …`",
    ]


def test_lists_of_lists_do_not_fill_the_memory(vocabulary: Vocabulary) -> None:
    lets = ["let l0 = Moscow, Moscow", *(f"let l{number} = l{number - 1}, l{number - 1}" for number in range(1, 40))]
    found, problems = model("\n".join([*lets, "claims about l39 must agree"]), vocabulary)
    assert [problem.code for problem in problems] == ["E309"]
    assert found.rejected == 1
