"""Expressions over claims: which of them align, what is judged of each combination, and what is told of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from factlint.evaluate import combine, values
from factlint.report import Report
from tests.support import Row, report, run

OCTOBER, NOVEMBER = "2025-10", "2025-11"
VOCABULARY = {
    "properties": {
        "share": {"kind": "quantity", "unit": "percent", "varies by": "month", "qualifiers": ["product"]},
        "quota": {"kind": "quantity", "unit": "percent", "varies by": "month", "qualifiers": ["product"]},
        "target": {"kind": "quantity", "unit": "percent", "varies by": "year"},
        "ratio": {"kind": "quantity", "unit": "percent"},
        "level": {"kind": "quantity", "unit": "percent"},
        "balance": {"kind": "quantity", "unit": "percent", "signed": True},
        "cost": {"kind": "quantity", "unit": "USD"},
        "toll": {"kind": "quantity", "unit": "USD"},
        "arrival": {"kind": "date"},
        "decree": {"kind": "date"},
    },
    "entities": {"A": {"parts": ["A1", "A2"]}},
    "rates": {"EUR": {"2025": "1.25 USD"}},
}


def rows_of(*said: str) -> list[Row]:
    """`subject | property | value | period | product`, the last two where they are stated; claims c1, c2 …"""
    rows: list[Row] = []
    for words in said:
        row = dict(zip(("subject", "property", "value", "period", "product"), words.split(" | "), strict=False))
        product = row.pop("product", None)
        rows.append({**row, "qualifiers": {"product": product}} if product else row)
    return rows


def told(folder: Path, said: tuple[str, ...], rule: str) -> Report:
    found = run(folder, rows_of(*said), rule, VOCABULARY)
    assert [it.message for it in found.diagnostics if it.severity == "error"] == []
    assert len(found.claims) == len(said)
    return found


ALIGNED: list[tuple[str, tuple[str, ...], str, list[tuple[dict[str, str], str]]]] = [
    (
        "of one subject, product and month",
        ("A | share | 40% | 2025-10 | crude", "A | quota | 30% | 2025-10 | crude"),
        "share + quota",
        [({"subject": "A", "product": "crude", "month": OCTOBER}, "c1 c2")],
    ),
    (
        "another product is another matter",
        ("A | share | 40% | 2025-10 | crude", "A | quota | 30% | 2025-10 | crude", "A | quota | 9% | 2025-10 | gas"),
        "share + quota",
        [({"subject": "A", "product": "crude", "month": OCTOBER}, "c1 c2")],
    ),
    (
        "what has no products aligns with each of them",
        ("A | share | 40% | 2025-10 | crude", "A | share | 30% | 2025-10 | gas", "A | ratio | 9%"),
        "share + ratio",
        [({"subject": "A", "month": OCTOBER}, "c1 c2 c3")],
    ),
    (
        "each month, and each subject that has both, in their order",
        (
            "B | share | 4% | 2025-11", "B | quota | 3% | 2025-11", "B | share | 4% | 2025-10", "B | quota | 3% | 2025-10",
            "A | share | 40% | 2025-10", "C | share | 4% | 2025-10", "C | quota | 3% | 2025-10",
        ),
        "share + quota",
        [
            ({"subject": "B", "month": OCTOBER}, "c3 c4"),
            ({"subject": "B", "month": NOVEMBER}, "c1 c2"),
            ({"subject": "C", "month": OCTOBER}, "c6 c7"),
        ],
    ),
    (
        "a period that is not within a month equals itself",
        ("A | share | 4% | 2025-10-20/2025-11-10", "A | quota | 3% | 2025-10-20/2025-11-10", "A | quota | 3% | 2025-10"),
        "share + quota",
        [({"subject": "A", "month": "2025-10-20/2025-11-10"}, "c1 c2")],
    ),
    (
        "every month with its year",
        ("A | share | 4% | 2025-10", "A | share | 4% | 2025-11", "A | target | 3% | 2025", "A | target | 2% | 2024"),
        "share + target",
        [
            ({"subject": "A", "month": OCTOBER}, "c1 c3"),
            ({"subject": "A", "month": NOVEMBER}, "c2 c3"),
        ],
    ),
    ("a subject that is named throughout", ("A | ratio | 40%", "A | level | 3%"), "ratio of A + level of A",
     [({"subject": "A"}, "c1 c2")]),
    ("two subjects by name", ("A | ratio | 40%", "B | ratio | 3%"), "ratio of A + ratio of B", [({}, "c1 c2")]),
    ("by name, with products", ("A | share | 4% | 2025-10 | gas", "B | quota | 3% | 2025-10 | gas"),
     "share of A + quota of B", [({"product": "gas", "month": OCTOBER}, "c1 c2")]),
    ("one without a subject of its own", ("A | ratio | 40%", "B | level | 3%", "C | level | 3%"), "ratio of A + level",
     [({"subject": "B"}, "c1 c2"), ({"subject": "C"}, "c1 c3")]),
    ("a sum is of all subjects", ("A | ratio | 40%", "B | ratio | 3%"), "the sum of ratio claims", [({}, "c1 c2")]),
]  # fmt: skip


@pytest.mark.parametrize(("idea", "said", "expression", "groups"), ALIGNED, ids=[row[0] for row in ALIGNED])
def test_which_claims_align(
    idea: str, said: tuple[str, ...], expression: str, groups: list[tuple[dict[str, str], str]], tmp_path: Path
) -> None:
    findings = report(tmp_path, rows_of(*said), f"{expression} must be at most 1%", VOCABULARY)["findings"]
    found = [(it["group"], " ".join(sorted(claim["id"] for claim in it["claims"]))) for it in findings]
    assert found == groups, idea


def test_a_claim_is_held_against_what_aligns_with_it(tmp_path: Path) -> None:
    said = ("A | ratio | 40%", "B | ratio | 10%", "A | level | 50%", "B | level | 5%", "C | ratio | 90%")
    found = told(tmp_path, said, "ratio claims must be at most level")
    (finding,) = found.findings
    assert [entry.id for entry in finding.entries] == ["c2", "c4"]
    assert [it.claim.id for it in found.results[0].alone] == ["c5"]


ALONE = [
    (
        "who aligns is not alone, however many groups there are",
        ("A | share | 4% | 2025-10", "A | quota | 3% | 2025-10", "A | share | 4% | 2025-11", "A | quota | 3% | 2025-11"),
        "share + quota must be at most 100%",
        [],
    ),
    (
        "an operand's nearest partner is of another property",
        ("A | share | 4% | 2025-10", "A | share | 4% | 2025-12", "A | quota | 3% | 2025-11"),
        "share + quota must be at most 100%",
        [("c1", "c3", "month"), ("c2", "c3", "month"), ("c3", "c1", "month")],
    ),
    (
        "so is that of a claim with a bound",
        ("A | share | 4% | 2025-10", "A | share | 4% | 2025-12", "A | quota | 3% | 2025-11"),
        "share claims must be at most quota",
        [("c1", "c3", "month"), ("c2", "c3", "month")],
    ),
    (
        "and that of a part",
        ("A1 | share | 4% | 2025-10", "A2 | share | 4% | 2025-10", "A | quota | 8% | 2025-11"),
        "share claims about A1, A2 must add up to quota of A",
        [("c1", "c3", "subject"), ("c2", "c3", "subject")],
    ),
    (
        "parts of several months without a whole",
        ("A1 | share | 4% | 2025-10", "A2 | share | 4% | 2025-11"),
        "share claims about A1, A2 must add up to 100%",
        [("c1", None, None), ("c2", None, None)],
    ),
    (
        "by the keys that the rule names",
        ("A | share | 4% | 2025-10", "A | share | 4% | 2025-11"),
        "share claims per outlet must agree",
        [("c1", "c2", "outlet"), ("c2", "c1", "outlet")],
    ),
    (
        "and without those that it drops",
        ("A | share | 4% | 2025-10 | crude", "A | share | 4% | 2025-11 | gas"),
        "share claims regardless of product must agree",
        [("c1", "c2", "month"), ("c2", "c1", "month")],
    ),
    (
        "none of an outlet's claims to hold them against, for each subject",
        ("A | ratio | 4%", "B | ratio | 5%"),
        'ratio claims from "Outlet 1", "Outlet 2" must agree with those from Gazette',
        [("c1", "c2", "subject"), ("c2", "c1", "subject")],
    ),
]  # fmt: skip


@pytest.mark.parametrize(("idea", "said", "rule", "alone"), ALONE, ids=[row[0] for row in ALONE])
def test_who_stands_alone_and_next_to_whom(
    idea: str, said: tuple[str, ...], rule: str, alone: list[tuple[str, str | None, str | None]], tmp_path: Path
) -> None:
    result = report(tmp_path, rows_of(*said), rule, {**VOCABULARY, "outlets": {"Gazette": {}}})["rules"][0]
    assert [(it["claim"], it["nearest"], it["differs"]) for it in result["alone"]] == alone, idea


@pytest.mark.parametrize(
    ("first", "second", "words"),
    [
        ({"period": OCTOBER}, {"period": NOVEMBER}, "differs only in month: 2025-10, 2025-11"),
        ({}, {"period": NOVEMBER}, "differs only in month: 2025-10, 2025-11; the first from the date of publication"),
        ({"period": OCTOBER}, {}, "differs only in month: 2025-10, 2025-11; the second from the date of publication"),
        ({}, {}, "differs only in month: 2025-10, 2025-11; both from the date of publication"),
        ({"subject": "B", "period": OCTOBER}, {}, "differs in subject: B, A"),
        ({"qualifiers": {"product": "gas"}}, {"period": OCTOBER}, "differs only in product: gas, none"),
    ],
)
def test_what_parts_it_from_the_nearest(first: Row, second: Row, words: str, tmp_path: Path) -> None:
    rows: list[Row] = [{"value": "4%", **first, "published": OCTOBER}, {"value": "4%", **second, "published": NOVEMBER}]
    found = run(tmp_path, rows, "share claims must agree", VOCABULARY)
    assert found.results[0].alone[0].words == words


# --- Combinations ----------------------------------------------------------------------------------------------------

COMBINED = [
    ("a divisor around zero does not hide another that is too small",
     ("A | ratio | 40%", "A | balance | -5 to 5%", "A | balance | 2%"), "ratio / balance must be at most 1", "violated"),
    ("and is said where no other is",
     ("A | ratio | 40%", "A | balance | -5 to 5%", "A | balance | 80%"), "ratio / balance must be at most 1",
     "undetermined"),
    ("a claim that no rate converts leaves its sum open",
     ("A | cost | 5 EUR | 2024", "B | cost | 5 USD"), "the sum of cost claims must be at most 100 USD", "undetermined"),
    ("a bound has no nominal value, and needs none",
     ("A | ratio | up to 40%",), "the highest of ratio claims must be at most 50%", "satisfied"),
    ("nor under clearly",
     ("A | ratio | up to 40%",), "the highest of ratio claims must clearly be at most 50%", "satisfied"),
    ("quantities less quantities are none but quantities",
     ("A | ratio | 40%", "A | level | 30%"), "ratio claims must be at most level + 5%", "violated"),
    ("a date moved by a duration is a date",
     ("A | arrival | 2025-10-09", "A | decree | 2025-10-01"), "arrival claims must be before decree + 3 days",
     "violated"),
    ("two dates are a duration apart",
     ("A | arrival | 2025-10-09", "A | decree | 2025-10-01"), "arrival - decree must be at most 3 days", "violated"),
]  # fmt: skip


@pytest.mark.parametrize(("idea", "said", "rule", "verdict"), COMBINED, ids=[row[0] for row in COMBINED])
def test_every_combination_is_judged(idea: str, said: tuple[str, ...], rule: str, verdict: str, tmp_path: Path) -> None:
    assert told(tmp_path, said, rule).results[0].verdict == verdict, idea


LIMITED = [
    ("as many as are judged", 2, "ratio + level must be at most 90%", "satisfied"),
    ("as many, and one of them too much", 2, "ratio + level must be at most 67%", "violated"),
    ("more, but all that they allow holds", 3, "ratio + level must be at most 90%", "satisfied"),
    ("more, of which some may hold", 3, "ratio + level must be at most 80%", "undetermined"),
    ("more, of which none holds", 3, "ratio + level must be at most 1%", "undetermined"),
    ("more, of which the widest leave nothing to say", 3, "ratio / (level - 40%) must be at most 1", "undetermined"),
    ("more, of which each holds as it would alone", 3, "ratio / level must be at most 2", "satisfied"),
    ("more, that all agree", 3, "ratio must agree with level within 10 percentage points", "satisfied"),
    ("more, that may agree", 3, "ratio must agree with level within 5 percentage points", "undetermined"),
    ("more, of which one is of a single claim", 3, "ratio + level + balance must be at most 95%", "satisfied"),
    ("dates have no hull", 3, "arrival - decree must be at most 300 days", "undetermined"),
]


@pytest.mark.parametrize(("idea", "many", "rule", "verdict"), LIMITED, ids=[row[0] for row in LIMITED])
def test_of_many_combinations_only_so_many_are_judged(
    idea: str, many: int, rule: str, verdict: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Two claims of the one, and two or three of the other, where four combinations are the limit."""
    for module in (combine, values):
        monkeypatch.setattr(module, "LIMIT", 4)
    said = ["A | ratio | 36 to 39%", "A | ratio | 37 to 40%", *(f"A | level | 3{it} to 4{it}%" for it in range(many))]
    said += ["A | balance | 4 to 5%", "A | arrival | 2025-10-09", "A | arrival | 2025-10-10", *(f"A | decree | 2025-10-0{it + 1}" for it in range(many))]  # fmt: skip
    found = told(tmp_path, tuple(said), rule)
    assert found.results[0].verdict == verdict, idea
    for finding in found.findings:
        if finding.reason is not None:
            assert (finding.reason.code, finding.reason.text) == (
                "too_many",
                "6 combinations of claims, more than the 4 that are judged",
            )


# --- What is told ----------------------------------------------------------------------------------------------------

MESSAGES = [
    (("A | ratio | 40%",), "ratio of A must be at most 30%", "ratio of A is 39.5–40.5 %, above 30 %", None),
    (("A | ratio | 40%",), "ratio claims must be at most 30%", "ratio of A is 39.5–40.5 %, above 30 %", None),
    (("A | ratio | 40%",), "the highest of ratio claims must be at most 30%",
     "the highest of ratio claims is 39.5–40.5 %, above 30 %", None),
    (("A | share | 40% | 2025-10",), "share must be at most 30%", "share of A (2025-10) is 39.5–40.5 %, above 30 %",
     None),
    (("A | ratio | 40 to 41%",), "ratio + ratio must be at most 30%",
     "ratio + ratio of A comes to 80–82 %, above 30 %",
     "40–41 % + 40–41 % = 80–82 %, above 30 %"),
    (("A | cost | 100 to 200 EUR | 2025",), "cost of A must be at most 30 USD", "cost of A is 125–250 USD, above 30 USD",
     "125–250 USD (1.25 USD per EUR in 2025) = 125–250 USD, above 30 USD"),
]  # fmt: skip


@pytest.mark.parametrize(("said", "rule", "message", "working"), MESSAGES, ids=[row[1] for row in MESSAGES])
def test_what_it_came_to(said: tuple[str, ...], rule: str, message: str, working: str | None, tmp_path: Path) -> None:
    (finding,) = told(tmp_path, said, rule).findings
    assert finding.judgement.message == message
    assert finding.judgement.working == working


THANKS = [
    ("each for its own reason", ("A | ratio | 41%", "A | ratio | about 41%", "A | ratio | 40 to 44%"),
     "ratio of A must be at most 40.7%", {"hedge", "precision", "range"}, ("41 % as written is above 40.7 %",)),
    ("as written, too", ("A | ratio | 40%", "A | ratio | about 40%"), "ratio of A must be at most 40.7%", set(), ()),
    ("of several claims in one", ("A | ratio | 41%", "B | ratio | 30%"),
     "the highest of ratio claims must be at most 40.7%", {"precision"}, ("41 % as written is above 40.7 %",)),
    ("nothing is thankful under clearly", ("A | ratio | 41%",), "ratio of A must clearly be at most 41.2%", set(), ()),
    ("dates that straddle hold as written", ("A | arrival | 2025-10-05/2025-10-15", "A | decree | 2025-10-10"),
     "arrival must be before decree", set(), ()),
    ("numbers that leave a zero to divide by say nothing",
     ("A | ratio | 40 to 50%", "A | balance | nearly 50%"), "ratio / (balance - 50%) must be at most 1", set(), ()),
]  # fmt: skip


@pytest.mark.parametrize(("idea", "said", "rule", "reasons", "words"), THANKS, ids=[row[0] for row in THANKS])
def test_what_it_holds_only_thanks_to(
    idea: str, said: tuple[str, ...], rule: str, reasons: set[str], words: tuple[str, ...], tmp_path: Path
) -> None:
    result = told(tmp_path, said, rule).results[0]
    assert result.verdict == "satisfied"
    assert {reason for reason, number in result.only_thanks_to.items() if number} == reasons, idea
    assert result.thanks_words == words


# --- What is not judged ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("rule", "number"),
    [
        ("claims about A where stance is one of asserts, denies must be at most 50%", 2),
        ("claims about A where stance is one of asserts, denies must be at most 50% and agree", 2),
        ("claims about A where stance is one of asserts, denies must agree", 1),
        ("claims about A must be at most 50%", 1),
        ("claims about A must be at most 50% and agree", 1),
        ("ratio claims about A must be at most 50%", 0),
    ],
)
def test_what_an_assertion_cannot_speak_of_is_counted(rule: str, number: int, tmp_path: Path) -> None:
    """A date, and a claim that denies: neither is at most 50 %."""
    rows = rows_of("A | arrival | 2025-10-09", "A | ratio | 40%", "A | ratio | 40%", "A | ratio | 45%")
    rows[3] = {**rows[3], "stance": "denies"}
    result = run(tmp_path, rows, rule, VOCABULARY).results[0]
    assert (result.verdict, result.not_judged) == ("satisfied", number)


def test_the_residual_of_each_group_is_told(tmp_path: Path) -> None:
    said = ("A1 | share | 4% | 2025-10", "A1 | share | 5% | 2025-11", "A | quota | 10 to 12% | 2025-10")
    found = told(tmp_path, said, "share claims about A1, A2 must add up to quota of A")
    assert [it.claim.id for it in found.results[0].alone] == ["c1", "c2"]
    (note,) = found.results[0].notes
    assert note == (
        "share, 2025-10: no claim for A2; the others come to 3.5–4.5 % (A1), which leaves 5.5–8.5 % of 10–12 %"
    )


# --- What is accepted ------------------------------------------------------------------------------------------------

ACCEPTED = [
    ("a divisor around zero is in one pair", ("A | ratio | 40%", "A | balance | -5 to 5%", "A | balance | 80%"),
     "ratio / balance must be at most 1", {"c1": True, "c2": True, "c3": False}),
    ("what no rate converts is in every combination", ("A | cost | 9 USD", "A | cost | 8 USD", "A | toll | 1 EUR | 2024"),
     "cost - the mean of toll claims must be at most 100 USD", {"c1": False, "c1, c2": True, "c3": True}),
    ("and in that of each claim", ("A | cost | 9 USD", "B | cost | 8 USD", "A | toll | 1 EUR | 2024"),
     "cost claims regardless of subject must be at most the mean of toll claims", {"c1": False, "c2": False, "c1, c2": True, "c3": True}),
    ("each whole that its parts do not come to",
     ("A1 | ratio | 4%", "A2 | ratio | 5%", "A | level | 20%", "A | level | 30%"),
     "ratio claims about A1, A2 must add up to level of A", {"c1": True, "c3": False, "c3, c4": True}),
]  # fmt: skip


@pytest.mark.parametrize(("idea", "said", "sentence", "accepts"), ACCEPTED, ids=[row[0] for row in ACCEPTED])
def test_a_claim_is_accepted_where_every_combination_at_fault_holds_it(
    idea: str, said: tuple[str, ...], sentence: str, accepts: dict[str, bool], tmp_path: Path
) -> None:
    for claims, accepted in accepts.items():
        rules = f'rule it:\n    {sentence}\naccept it for {claims} because "known"\n'
        result = next(it for it in told(tmp_path, said, rules).results if it.rule.name == "it")
        assert (result.verdict == "accepted") == accepted, f"{idea}: {claims}"
        assert len(result.findings) == 1
