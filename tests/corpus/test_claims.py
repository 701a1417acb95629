"""Claims as the engine gets them: values understood, dates set, defaults filled in, and what is inferred."""

from __future__ import annotations

import itertools
import re
from fractions import Fraction
from pathlib import Path

import pytest

from factlint.corpus.claim import Claim
from factlint.corpus.reader import Corpus, read_corpus
from factlint.quantities.values import DateSpan, Name, Quantity, Truth
from tests.corpus.conftest import Load, Write

VOCABULARY = """
properties:
  loading rate: {kind: quantity, unit: barrel/day, qualifiers: [product]}
  export share: {kind: quantity, unit: percent}
  drones: {kind: quantity, unit: drone}
  fare: {kind: quantity, unit: USD}
  change: {kind: quantity, unit: percent, signed: true}
  arrival: {kind: date}
  open: {kind: truth}
  city: {kind: place}
  role: {kind: entity}
  rank: {kind: rank}
places: {Washington: {aliases: [D.C.], within: United States}}
units: ["drone = [drone]"]
conversions: {crude oil: {"7.33 barrel": 1 tonne}}
"""


def claim(prop: str, value: str, more: str = "") -> str:
    return f"{{id: x, subject: Port, property: {prop}, value: {value}, quote: q{', ' if more else ''}{more}}}"


def only(corpus: Corpus) -> Claim:
    assert [diagnostic.message for diagnostic in corpus.diagnostics] == []
    assert len(corpus.claims) == 1
    return corpus.claims[0]


def codes(corpus: Corpus) -> list[str]:
    return [diagnostic.code for diagnostic in corpus.diagnostics]


def day(span: DateSpan) -> tuple[int, int]:
    assert span.start is not None
    assert span.end is not None
    return span.start // 86_400_000_000, span.end // 86_400_000_000


TUESDAY = 20_151  # 2025-03-04, in days since 1970


# --- Values ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("prop", "value", "nominal", "unit", "written"),
    [
        ("loading rate", "1.2mn barrels a day", 1_200_000, "barrel/day", "barrel/day"),
        ("loading rate", "50.4mn gallons a day", 1_200_000, "barrel/day", "gallon/day"),  # the same dimension
        ("export share", "'0.4'", 40, "percent", ""),  # a ratio
        ("drones", "304 drones", 304, "drone", "drone"),
        ("drones", "304", 304, "drone", "drone"),
        ("fare", "€60", 60, "EUR", "EUR"),  # money loads, in its own currency
        ("loading rate", "200000 tonnes a day", 200_000, "tonne/day", "tonne/day"),  # reached by a conversion
        ("loading rate", "{number: 1.2e6, unit: barrel/day, hedge: nearly}", 1_200_000, "barrel/day", "barrel/day"),
        ("change", "down 40 %", -40, "percent", "percent"),
    ],
)
def test_quantities(load: Load, prop: str, value: str, nominal: int, unit: str, written: str) -> None:
    found = only(load(claim(prop, value), vocabulary=VOCABULARY))
    assert isinstance(found.value, Quantity)
    assert (found.value.nominal, found.value.unit.name) == (Fraction(nominal), unit)
    assert found.unit_written is not None
    assert found.unit_written.name == written


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("nearly 1.2mn barrels a day", "nearly 1.2mn barrels a day"),
        ("{number: 1.2e6, unit: barrel/day, hedge: nearly}", "nearly 1.2e6 barrel/day"),
        ("{low: 10, high: 12, unit: barrel/day}", "10 to 12 barrel/day"),
        ("{low: 10, unit: barrel/day}", "at least 10 barrel/day"),
        ("{high: 12, unit: barrel/day}", "at most 12 barrel/day"),
    ],
)
def test_the_value_as_written(load: Load, value: str, text: str) -> None:
    assert only(load(claim("loading rate", value), vocabulary=VOCABULARY)).value_text == text


@pytest.mark.parametrize(
    ("value", "stance", "truth"),
    [("true", "asserts", True), ("FALSE", "asserts", False), ("true", "denies", False), ("false", "denies", True)],
)
def test_to_deny_what_is_true_is_to_assert_what_is_false(load: Load, value: str, stance: str, truth: bool) -> None:
    found = only(load(claim("open", value, f"stance: {stance}"), vocabulary=VOCABULARY))
    assert isinstance(found.value, Truth)
    assert (found.value.truth, found.stance) == (truth, stance)


@pytest.mark.parametrize(
    ("value", "more", "start", "end"),
    [
        ("2025-03-01", "", -3, -2),
        ("Wednesday", "", -6, -5),  # the last one on or before the fourth of March, a Tuesday
        ("Wednesday", "modality: expected", 1, 2),  # and the next one
        ("yesterday", "", -1, 0),
        ("last week", "", -8, -1),
        ("2025-03", "", -3, 28),
    ],
)
def test_dates_count_from_the_day_of_publication(load: Load, value: str, more: str, start: int, end: int) -> None:
    found = only(load(claim("arrival", value, more), vocabulary=VOCABULARY))
    assert isinstance(found.value, DateSpan)
    assert day(found.value) == (TUESDAY + start, TUESDAY + end)


def test_the_anchor_goes_before_the_day_of_publication(load: Load) -> None:
    head = "published: 2025-03, anchor: 2025-03-04"
    found = only(load(claim("arrival", "yesterday", "period: today"), vocabulary=VOCABULARY, head=head))
    assert isinstance(found.value, DateSpan)
    assert found.period is not None
    assert day(found.value) == (TUESDAY - 1, TUESDAY)
    assert day(found.period) == (TUESDAY, TUESDAY + 1)


@pytest.mark.parametrize("head", ["title: undated", "published: unknown"])
def test_without_a_day_to_count_from_only_whole_dates_are_known(load: Load, head: str) -> None:
    assert codes(load(claim("arrival", "Wednesday"), vocabulary=VOCABULARY, head=head)) == ["E220"]
    assert only(load(claim("arrival", '"March 4, 2025"'), vocabulary=VOCABULARY, head=head)).period is None


def test_a_name_is_the_entity_it_resolves_to(load: Load) -> None:
    found = only(load(claim("city", "D.C."), vocabulary=VOCABULARY))
    assert isinstance(found.value, Name)
    assert (found.value.name, found.value.wider, found.value_text) == (
        "Washington",
        frozenset({"united states"}),
        "D.C.",
    )


@pytest.mark.parametrize(
    ("prop", "value", "code"),
    [
        ("loading rate", "40 km", "E223"),
        ("loading rate", "40 barrels", "E223"),
        ("fare", "$60 a barrel", "E223"),  # money, but not only money
        ("loading rate", "'40'", "E221"),
        ("loading rate", "D.C.", "E221"),
        ("arrival", "40 %", "E220"),
        ("open", "no", "E222"),  # no is a word like any other
        ("city", "40 %", "E222"),
        ("city", "2025-03-04", "E222"),
        ("role", "{number: 4}", "E222"),
        ("role", "true", "E222"),
        ("change", "less than -5%", None),
        ("export share", "less than -5%", "E221"),
        ("role", "747", None),  # a name may be a number
        ("city", "10 Downing Street", None),
    ],
)
def test_a_value_of_the_wrong_kind_is_an_error(load: Load, prop: str, value: str, code: str | None) -> None:
    corpus = load(claim(prop, value), vocabulary=VOCABULARY)
    assert codes(corpus) == ([code] if code else [])
    assert corpus.rejected_claims == sum(found.startswith("E") for found in codes(corpus))


# --- Defaults --------------------------------------------------------------------------------------------------------


def test_what_is_not_said_has_its_default(load: Load) -> None:
    found = only(load("{subject: port, property: city, value: D.C., quote: in D.C.}", vocabulary=VOCABULARY))
    assert re.fullmatch(r"gazette\.[0-9a-f]{8}", found.id)
    assert (found.stance, found.modality, found.status) == ("asserts", "actual", "current")
    assert found.period is not None
    assert (found.period.text, found.period_given) == ("2025-03-04", False)
    assert (found.speaker, found.speech, found.speaker_named) == (None, None, False)
    assert [name.name for name in found.sources] == ["Gazette"]
    assert found.evidence.status == "not_held"


def test_the_default_id_is_of_subject_property_and_quote(load: Load) -> None:
    one = load("{subject: Port, property: city, value: D.C., quote: in D.C.}").claims[0].id
    assert load("{subject: Port, property: city, value: Miami, quote: in D.C.}").claims[0].id == one
    assert load("{subject: Port, property: city, value: D.C., quote: D.C.}").claims[0].id != one
    assert load("{subject: Dock, property: city, value: D.C., quote: in D.C.}").claims[0].id != one


def test_qualifiers_are_names_in_the_order_of_their_keys(load: Load) -> None:
    found = load("{id: x, subject: P, property: p, value: v, quote: q, qualifiers: {b: D.C., a: crude}}").claims[0]
    assert [(key, name.name) for key, name in found.qualifiers] == [("a", "crude"), ("b", "D.C.")]


@pytest.mark.parametrize(
    ("text", "more", "speech"),
    [
        ("He said: “304 ships”.", "", "quoted"),
        ("He said 304 ships.", "speaker: he", "paraphrased"),
        ("He said “304 ships”.", "speaker: he", "quoted"),
        ("He said “304 ships”.", "speaker: he, speech: paraphrased", "paraphrased"),
        ("He said 304 ships.", "", None),
    ],
)
def test_speech_is_quoted_if_quotation_marks_enclose_the_match(
    write: Write, text: str, more: str, speech: str | None
) -> None:
    line = f"{{id: x, subject: Port, property: ships, value: 304, quote: 304 ships{', ' if more else ''}{more}}}"
    folder = write({"a.yaml": f"document: {{id: a, text: a.txt}}\nclaims:\n  - {line}\n", "a.txt": text})
    found = only(read_corpus(folder, root=folder))
    assert found.speech == speech
    assert found.evidence.status == "verified"


def test_a_claim_without_a_quote_is_kept_for_the_rule_evidence_to_warn_of(load: Load) -> None:
    corpus = load("{id: x, subject: Port, property: city, value: D.C.}")
    assert codes(corpus) == []
    assert corpus.claims[0].evidence.status == "none"
    assert corpus.rejected_claims == 0


# --- Counted and measured ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("other", "counted"), [("12 drones", True), ("12.5 drones", False)])
def test_a_property_with_a_fraction_somewhere_is_measured(load: Load, other: str, counted: bool) -> None:
    first = "{id: a, subject: Port, property: drones, value: about 7 drones, quote: q}"
    second = f"{{id: b, subject: Port, property: drones, value: {other}, quote: q}}"
    corpus = load(first, second, vocabulary=VOCABULARY)
    assert corpus.claims[0].property.counted is counted
    value = corpus.claims[0].value
    assert isinstance(value, Quantity)
    assert (value.interval.low == 6) is counted  # whole drones only where they are counted


# --- Without a vocabulary --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("values", "kind", "unit"),
    [
        (["true", "false"], "truth", None),
        (["2025-03-04", "2025-03"], "date", None),
        (["2024", "2025"], "date", None),
        (["2025-03-04", "Wednesday"], "date", None),
        (["1200", "1350"], "quantity", None),  # four digits that are no year
        (["40%", "nearly half"], "quantity", "percent"),
        (["12", "304 people"], "quantity", "people"),  # the first that has a unit
        (["3 km", "2 miles"], "quantity", "kilometer"),
        (["{low: 1, high: 2}", "'3'"], "quantity", None),
        (["-5%", "3%"], "quantity", "percent"),
        (["largest", "second-largest"], "rank", None),
        (["Washington", "Miami"], "entity", None),
        (["Washington", "40%"], "entity", None),
        (["true", "Miami"], "entity", None),
    ],
)
def test_kinds_and_units_are_inferred(load: Load, values: list[str], kind: str, unit: str | None) -> None:
    lines = [f"{{id: c{i}, subject: Port, property: P, value: {value}, quote: q}}" for i, value in enumerate(values)]
    for order in itertools.permutations(lines):
        corpus = load(*order)
        assert codes(corpus) == []
        prop = corpus.vocabulary.property("p")
        assert prop is not None
        assert (prop.kind, prop.unit.name if prop.unit else None, prop.inferred) == (kind, unit, True)
        assert len(corpus.claims) == len(values)


def test_what_is_inferred_is_never_of_the_wrong_dimension(load: Load) -> None:
    lines = [
        f"{{id: c{i}, subject: Port, property: p, value: {value}, quote: q}}"
        for i, value in enumerate(["3 km", "$5", "4"])
    ]
    corpus = load(*lines)
    assert codes(corpus) == []
    units = [claim.value.unit.name for claim in corpus.claims if isinstance(claim.value, Quantity)]
    assert units == ["kilometer", "USD", ""]


def test_a_vocabulary_without_properties_leaves_them_to_the_claims(load: Load) -> None:
    found = only(
        load("{id: x, subject: Port, property: share, value: 40%, quote: q}", vocabulary="outlets: {Gazette: {}}")
    )
    assert found.property.inferred


def test_names_of_the_corpus_are_known_to_rules(load: Load) -> None:
    words = load(
        "{id: x, subject: Port, property: p, value: v, quote: q, speaker: sailor, qualifiers: {k: v}}"
    ).vocabulary
    assert words.holds("port", "entities")
    assert words.holds("GAZETTE", "outlets")
    assert words.holds("gazette", "documents")
    assert words.holds("x", "claims")
    assert words.holds("k", "qualifiers")
    assert words.holds("sailor", "speakers")
    assert words.nearest("prt", "entities") == "Port"


# --- Names that the vocabulary does not know --------------------------------------------------------------------------

NAMES = (
    VOCABULARY
    + "entities: {North Terminal: {}, Port: {}}\noutlets: {Gazette: {}, Reuters: {}}\nspeakers: {harbour master: {}}\n"
)


@pytest.mark.parametrize(
    ("field", "code"),
    [
        ("subject: North Terminall", "E225"),
        ("subject: South Terminal", "W201"),  # unknown, and like nothing known: a warning where the list is not closed
        ("subject: Port, speaker: harbour mastr", "E225"),
        ("subject: Port, speaker: a sailor", None),
        ("subject: Port, via: Reutres", "E225"),
        ("subject: Port, via: [Axios < U.S. official]", None),
        ("subject: Port, qualifiers: {prodct: crude}", "E227"),
        ("subject: Port, qualifiers: {product: Washingtn}", "E225"),
        ("subject: Port, qualifiers: {product: crude}", None),
        ("subject: Port, qualifiers: {season: spring}", "W203"),  # no qualifier of the property, nor like one
    ],
)
def test_a_name_close_to_a_known_one_is_an_error(load: Load, field: str, code: str | None) -> None:
    line = f"{{id: x, property: loading rate, value: 4 barrels a day, quote: q, {field}}}"
    corpus = load(line, vocabulary=NAMES)
    assert codes(corpus) == ([code] if code else [])
    assert corpus.rejected_claims == sum(found.startswith("E") for found in codes(corpus))


@pytest.mark.parametrize(
    ("closed", "field", "code"),
    [
        ("entities", "subject: Elsewhere", "E226"),
        ("entities", "subject: Washington", None),  # a place is an entity
        ("speakers", "subject: Port, speaker: a sailor", "E226"),
        ("outlets", "subject: Elsewhere", "W201"),  # of the list that is open
    ],
)
def test_an_unknown_name_of_a_closed_list_is_an_error(load: Load, closed: str, field: str, code: str | None) -> None:
    line = f"{{id: x, property: loading rate, value: 4 barrels a day, quote: q, {field}}}"
    vocabulary = NAMES + f"closed: [{closed}]\n"
    assert codes(load(line, vocabulary=vocabulary)) == ([code] if code else [])


def test_every_mistake_of_a_claim_is_told_at_once(load: Load) -> None:
    line = "{id: x, subject: North Terminall, property: loading rate, value: 40 km, period: soon, stance: maybe, colour: red}"
    assert sorted(codes(load(line, vocabulary=NAMES))) == ["E210", "E213", "E220", "E223", "E225"]


# --- Order -----------------------------------------------------------------------------------------------------------


def test_the_order_of_claims_and_files_changes_nothing(tmp_path: Path) -> None:
    lines = [
        f"  - {{id: c{i}, subject: S{i % 3}, property: p, value: {value}, quote: q}}\n"
        for i, value in enumerate(["3 km", "2 miles", "about 5 km", "half a mile", "7"])
    ]
    seen = set()
    for number, order in enumerate(itertools.islice(itertools.permutations(lines), 0, 120, 11)):
        folder = tmp_path / str(number)
        folder.mkdir()
        (folder / "a.yaml").write_text("document: {id: a}\nclaims:\n" + "".join(order[:2]), encoding="utf-8")
        (folder / "b.yaml").write_text("document: {id: b}\nclaims:\n" + "".join(order[2:]), encoding="utf-8")
        corpus = read_corpus(folder, root=folder)
        seen.add(tuple((claim.id, claim.value, claim.property) for claim in corpus.claims))
    assert len(seen) == 1


# --- Hostile text ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "field",
    ["property: LONG", "subject: LONG", "via: LONG <", "LONG: x", "value: LONG", "period: LONG", "superseded by: LONG"],
)
def test_a_long_text_makes_no_long_message(load: Load, field: str) -> None:
    fields = {"subject": "Port", "property": "loading rate", "value": "4 barrels a day", "quote": "q", "id": "x"}
    key, _, text = field.replace("LONG", "x" * 90_000).partition(": ")
    corpus = load(
        "{" + ", ".join(f"{name}: {value}" for name, value in (fields | {key: text}).items()) + "}",
        vocabulary=VOCABULARY,
    )
    for diagnostic in corpus.diagnostics:
        assert len(diagnostic.message) < 500
        assert len(diagnostic.help or "") < 500
