"""Rules that have no mistake and cannot be meant so; beside each file what their authors are told. Read the `.txt` aloud.

`FACTLINT_UPDATE=1 pytest tests/language/test_suspicious.py` writes them anew, to be reviewed as a diff.
"""

from __future__ import annotations

import os
from functools import cache
from itertools import permutations
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factlint.corpus.vocabulary import Vocabulary
from factlint.corpus.vocabulary_reader import read_vocabulary
from factlint.diagnostics import Diagnostic
from factlint.language.messages import CODES
from factlint.language.parse import parse_rules
from factlint.language.resolve import resolve
from factlint.language.suspicious import suspicious
from factlint.reporters.diagnostics import in_order, render
from factlint.source import Source
from tests.language.conftest import YAML

FILES = sorted((Path(__file__).parent / "suspicious").glob("*.rules"))
HERE = {f"W31{digit}" for digit in range(10)} - {"W314", "W317"}  # those take a corpus, or a day


def told(text: str, vocabulary: Vocabulary, name: str = "a.rules") -> list[Diagnostic]:
    file, syntax = parse_rules(Source(name, text))
    model, problems = resolve([file], vocabulary)
    assert [it for it in (*syntax, *problems) if it.severity == "error"] == []
    return in_order(suspicious([file], model, vocabulary))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_what_people_are_told(path: Path, vocabulary: Vocabulary) -> None:
    said = "\n".join(map(render, told(path.read_text(encoding="utf-8"), vocabulary, path.name)))
    expected = path.with_suffix(".txt")
    if os.environ.get("FACTLINT_UPDATE"):
        expected.write_text(said, encoding="utf-8")
    assert said == expected.read_text(encoding="utf-8")


def test_every_message_is_a_clause_with_help_and_a_caret(vocabulary: Vocabulary) -> None:
    met = set()
    for path in FILES:
        for diagnostic in told(path.read_text(encoding="utf-8"), vocabulary):
            met.add(diagnostic.code)
            assert diagnostic.code in CODES
            assert diagnostic.help
            assert diagnostic.help[0].islower() or diagnostic.help[0] == "`"
            assert diagnostic.primary is not None
            assert diagnostic.message[0].islower() or diagnostic.message[0] == "`"
            assert not diagnostic.message.endswith(".")
    assert met == HERE


SHARE = "export share claims"


@pytest.mark.parametrize(
    ("rules", "idea"),
    [
        (f"{SHARE} must be between 0% and 100%", "a share may be written above 100%"),
        (f"{SHARE} must be more than 0%", "zero is possible"),
        ("temperature claims must be at least 0 degC", "a signed property goes below"),
        (f"{SHARE} must be at most 10%\n{SHARE} about Russia must be at least 50%", "other claims"),
        (f"{SHARE} must be at most 10%\n{SHARE} must be at least 10%", "ten meets both"),
        ("arrival date claims must be before 2025-10-24\narrival date claims must be after 2025-10-20", "days between"),
        ("arrival delay claims must be at most 2 days\narrival date claims must be before 2025", "other properties"),
        (f"{SHARE} must agree within 10%\n{SHARE} per outlet must agree within 10%", "other groups"),
        (f"{SHARE} must agree within 10%\n{SHARE} must agree within 5 percentage points", "neither follows"),
        (f"{SHARE} must agree within 10%\n{SHARE} must clearly agree within 20%", "certainty asks for more"),
        (f"{SHARE} must agree within 10%\n  severity warning\n{SHARE} must agree within 20%", "two levels of alarm"),
        (f"{SHARE} must agree exactly\n{SHARE} must agree", "equal numbers may be hedged apart"),
        ("arrival date claims must agree within 1 month\narrival date claims must agree within 35 days", "calendars"),
        ("oil exports claims must agree within 10%\n using crude oil\noil exports claims must agree within 10%", "conversions"),
        ("visit city claims must be one of Moscow, Washington\nvisit city claims must be one of Moscow, Russia", "overlap"),
        (f"{SHARE} must be corroborated by at least 2 independent sources\n{SHARE} must be corroborated by at least 3 independent sources within 5%", "tolerance for number"),
        ("killed claims must not change by more than 100% per year", "a doubling is a change of 100%"),
        ("oil exports claims must agree within 1000000 barrels/day", "nobody knows the whole range"),
        ("claims where source is Reuters and source is Axios must have quote", "a claim has several sources"),
        ("claims where outlet is Reuters or outlet is Axios must have quote", "either"),
        ("claims where not (outlet is Reuters and outlet is Axios) must have quote", "not looked into"),
        ("claims where value >= 40% and value <= 40% must have quote", "forty"),
        ("claims where value is 40% and value is not 41% must have quote", "forty again"),
        ("claims where published after 2025-10-23 and published before 2025-10-25 must have quote", "one day"),
        ("claims where period is 2025-10-24 and period is 2025-10 must have quote", "a day lies in its month"),
        ("claims where quote is absent and speaker is absent must have period", "two keys"),
        ("claims about Russia, October visit where subject is Russia must have quote", "one of those"),
        (f"{SHARE} where stance is denies must have quote", "`have` reads denials"),
        (f"{SHARE} where stance is denies must not contradict", "`not contradict` does"),
        ("first visit claims where stance is denies must agree", "a denied truth is the claim of the opposite"),
        ("oil exports of Russia - oil exports of Lukoil must be at least 0 barrels/day", "a difference has a sign"),
        (f"{SHARE} must be one of 10%, 20%", "values"),
        ('claims where quote contains "a" must have speaker\nclaims where quote contains "b" must have speaker', "words"),
        ("claims where quote matches /a/ must have speaker\nclaims where quote matches /b/ must have speaker", "patterns"),
        ("claims where quote is absent must have period\nclaims where quote is not absent must have period", "opposites"),
        ("claims in 2024 must agree\nclaims in 2025 must agree", "years"),
        (f"{SHARE} per outlet must agree\n{SHARE} per outlet regardless of subject must agree", "keys"),
        (f"latest {SHARE} must agree\n{SHARE} must agree", "revisions"),
        ("oil exports claims must be measured in barrels/day\noil exports claims must be measured in barrels/year", "units"),
        ("price of Russia / 2 must be at most 5 USD/barrel\n2 / price of Russia must be at most 5 barrel/USD", "sides"),
    ],
)  # fmt: skip
def test_what_may_be_meant_so(rules: str, idea: str, vocabulary: Vocabulary) -> None:
    assert told(rules, vocabulary) == [], idea


@pytest.mark.parametrize(
    ("one", "other", "idea"),
    [
        ("oil share claims must agree", "export share claims must agree", "an alias"),
        ("price, budget claims must have quote", "budget, price claims must have quote", "a list has no order"),
        ("claims about Russia, Moscow must have quote", "claims about Moscow, Russia must have quote", "nor has this"),
        ("claims where quote is not absent must have speaker", "claims where not quote is absent must have speaker", "not"),
        ("claims where kind is rank and stance is denies must have quote", "claims where stance is denies and kind is rank must have quote", "and"),
        ('claims where quote contains "A" must have speaker', 'claims where quote contains "a" must have speaker', "case"),
        ("export share claims must be at most 50%", "export share claims must be at most half", "a number in words"),
        ("arrival delay claims must agree within 2 days", "arrival delay claims must agree within 48 hours", "units"),
        ("oil exports claims about the parts of Russia must have quote", "oil exports claims about Rosneft, Lukoil must have quote", "parts"),
    ],
)  # fmt: skip
def test_what_says_the_same(one: str, other: str, idea: str, vocabulary: Vocabulary) -> None:
    assert [it.code for it in told(f"{one}\n{other}\n", vocabulary)] == ["W311"], idea


def test_findings_that_are_accepted_elsewhere_are_not_covered(vocabulary: Vocabulary) -> None:
    rules = f"rule tight: {SHARE} must agree\nrule wide: {SHARE} must agree within 10%\n"
    assert [it.code for it in told(rules, vocabulary)] == ["W312"]
    assert told(rules + 'accept tight for bne-share because "known"\n', vocabulary) == []


def test_rules_of_several_files_are_compared(vocabulary: Vocabulary) -> None:
    texts = {"a.rules": f"rule one: {SHARE} must agree", "b.rules": f"rule two:\n  {SHARE} must agree"}
    files = [parse_rules(Source(name, text))[0] for name, text in texts.items()]
    model, _ = resolve(files, vocabulary)
    (found,) = suspicious(files, model, vocabulary)
    assert found.where == ("b.rules", 2, 28)
    assert [it.source.name for it in found.related] == ["a.rules"]


def test_of_many_alike_each_is_told_once(vocabulary: Vocabulary) -> None:
    rules = [f"rule r{number}: {SHARE} must agree within {number}%" for number in (5, 10, 15, 20)]
    for order in permutations(rules):
        assert [it.code for it in told("\n".join(order), vocabulary)] == ["W312"] * 3


KEYS = {
    "outlet": ["Reuters", "Axios", '"bne IntelliNews"'],
    "kind": ["rank", "date", "truth"],
    "speech": ["quoted", "paraphrased"],
}
ATOMS = st.one_of(
    st.tuples(st.sampled_from(sorted(KEYS)), st.sampled_from(["is", "is not"]), st.integers(0, 2)).map(
        lambda it: f"{it[0]} {it[1]} {KEYS[it[0]][it[2] % len(KEYS[it[0]])]}"
    ),
    st.tuples(st.sampled_from(["outlet", "speech"]), st.sampled_from(["is", "is not"])).map(
        lambda it: f"{it[0]} {it[1]} absent"
    ),
    st.tuples(st.sampled_from(["<", "<=", ">", ">="]), st.integers(1, 3)).map(lambda it: f"value {it[0]} {it[1]}"),
)
CONDITIONS = st.recursive(
    ATOMS,
    lambda inner: st.one_of(
        st.lists(inner, min_size=2, max_size=3).map(lambda them: "(" + " and ".join(them) + ")"),
        st.lists(inner, min_size=2, max_size=3).map(lambda them: "(" + " or ".join(them) + ")"),
        inner.map(lambda it: f"not ({it})"),
    ),
    max_leaves=6,
)


def words(outlet: str | None, kind: str, speech: str | None, value: int) -> dict[str, str | int | None]:
    return {"outlet": outlet, "kind": kind, "speech": speech, "value": value}


WORLDS = [
    words(outlet, kind, speech, value)
    for outlet in (None, "Reuters", "Axios", "bne IntelliNews")
    for kind in ("rank", "date", "truth")
    for speech in (None, "quoted", "paraphrased")
    for value in range(5)
]
"""Every claim that these conditions can tell apart (a value of any kind: that is more than there are)."""


def meets(condition: str, world: dict[str, str | int | None]) -> bool:
    """The condition as Python would say it; of keys that are words and of whole numbers, so that nothing is in doubt."""
    text = condition.replace('"', "")
    for key, texts in KEYS.items():
        for one in [*texts, "absent"]:
            word = one.replace('"', "")
            same = world[key] is None if word == "absent" else world[key] == word
            text = text.replace(f"{key} is not {word}", str(not same)).replace(f"{key} is {word}", str(same))
    return bool(eval(text, {"value": world["value"]}))  # of this test's own words


@given(st.lists(CONDITIONS, min_size=2, max_size=4).map(" and ".join))
def test_only_what_no_claim_can_meet_is_told(condition: str) -> None:
    found = told(f"claims where {condition} must have quote", _vocabulary())
    assert {it.code for it in found} <= {"W313"}
    if found:
        assert not any(meets(condition, world) for world in WORLDS)


@cache
def _vocabulary() -> Vocabulary:
    return read_vocabulary(Source(YAML.name, YAML.read_text(encoding="utf-8")))[0]
