"""`factlint explain`: codes, rules of a file, and a rule as text."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from factlint.cli import main
from factlint.codes import CODES
from tests.cli.golden import QUICKSTART, ROOT, call, compare
from tests.support import write_corpus

RULES = ("loading-rate", "gust", "aground", "rescued", "closed-share", "closure", "evidence")


@pytest.mark.parametrize("rule", RULES)
def test_a_rule_put_into_words(rule: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    status, out, err = call(capsys, "explain", rule, *QUICKSTART)
    assert (status, err) == (0, "")
    compare(f"explain-{rule}", out)


VOCABULARY: dict[str, Any] = {
    "properties": {
        "share": {"kind": "quantity", "unit": "percent", "varies by": "month", "qualifiers": ["fuel"]},
        "output": {"kind": "quantity", "unit": "barrel/day", "varies by": "month"},
        "opening": {"kind": "date"},
        "role": {"kind": "entity", "many": True},
        "rank": {"kind": "rank"},
    },
    "entities": {"A": {"parts": ["A1", "A2"]}, "B": {}},
    "outlets": {"One": {}, "Two": {}},
    "speakers": {"Ann": {}},
}
ROWS: list[dict[str, Any]] = [
    {"value": "40%", "outlet": "One", "period": "2025-10"},
    {"value": "about 40%", "outlet": "Two", "period": "2025-10"},
    {"value": "50%", "outlet": "Two", "period": "2025-11"},
    {"value": "45%", "outlet": "Two", "period": "2025-10", "modality": "expected"},
    {"value": "41%", "outlet": "Two", "period": "2025-10", "stance": "denies"},
    {"value": "41%", "outlet": "Two", "period": "2025-10", "status": "withdrawn"},
    {"property": "output", "value": "5 mn barrels/day", "outlet": "One", "period": "2025-10"},
    {"property": "opening", "value": "2025-10-04", "outlet": "One"},
    {"property": "role", "value": "pilot", "outlet": "One"},
    {"property": "rank", "value": "largest", "outlet": "One"},
    {"property": "rank", "value": "largest", "subject": "B", "outlet": "Two"},
]


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    write_corpus(tmp_path, ROWS, VOCABULARY)
    (tmp_path / "factlint.toml").write_text('corpus = "corpus"\n')
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize(
    ("rule", "words"),
    [
        # What it selects.
        ("share claims must have quote", ["claims of share;", "current, asserted and actual", "each claim by itself"]),
        ("claims must have quote", ["claims of any property"]),
        ("share, output claims must have quote", ["claims of share or output"]),
        ("share claims about A, B must agree", ["about A or B"]),
        ("share claims about the parts of A must agree", ["about A1 or A2"]),
        ("share claims from One must agree", ["from One"]),
        ("share claims by Ann must agree", ["by Ann as a named speaker"]),
        ("share claims in 2025-10 must agree", ["whose period lies wholly inside 2025-10"]),
        ("latest share claims must agree", ["of each source and speaker only what they published last"]),
        ("share claims including expected must agree", ["asserted and actual or expected"]),
        ("share claims where stance is denies must have quote", ["asserted or denied", "where its stance is denies"]),
        ("share claims where status is withdrawn must agree", ["of the status that the condition names"]),
        ("share claims where modality is possible must agree", ["of the modality that the condition names"]),
        ("share claims must not contradict", ["asserted or denied and actual"]),
        ("share claims where value > 45% and quote is absent must agree", ["its value is more than 45 %, and it states no quote"]),
        ("share claims where not (unit is percent or value <= 4%) must agree", ["not: (its unit is percent, or its value is at most 4 %)"]),
        ('share claims where outlet is not One and quote contains "x" must agree', ["its outlet is not One, and its quote holds “x”"]),
        ("share claims where period after 2025-10 must agree", ["its period lies after 2025-10"]),
        ("share claims where outlet is one of One, Two must agree", ["its outlet is One or Two"]),
        ("share claims where quote matches /4.%/ must agree", ["its quote matches /4.%/"]),
        ("share claims where speaker is not absent must agree", ["it states a speaker"]),
        ("output of A / share of A must be at most 20 mn barrels/day", ["an operand: claims of output, about A", "an operand: claims of share, about A"]),
        ("the mean of share claims must be at most 60%", ["for the mean: claims of share"]),
        # What it compares with what.
        ("share claims must agree", ["any two claims of the same property, subject and fuel", "of the same month for share (`varies by: month`"]),
        ("opening claims must agree", ["of any period for opening (no `varies by` in the vocabulary)"]),
        ("share claims per outlet must agree", ["the same property, subject, fuel and outlet", "`per outlet` stands in its place"]),
        ("share claims per year must agree", ["subject, fuel and year"]),
        ("share claims regardless of fuel must agree", ["the same property and subject", "whatever the fuel, as the rule says"]),
        ("rank claims must not share a value", ["any two claims of the same property", "whatever the subject"]),
        ("share claims must not decrease", ["in the order of their periods"]),
        ("output / share must be at most 20 mn barrels/day", ["of the same subject, where none is named", "of the same month for output and share"]),
        ("share claims must agree with the median", ["each claim with the others"]),
        # What it allows.
        ("share claims must agree within 10%", ["10 % is relative", "up to 10 % of the larger of the two", "of 3 claims, none is written less precisely"]),
        ("share claims must agree within 5 percentage points", ["5 percentage points is absolute", "however large the values are"]),
        ("share claims must agree within 1%", ["of 3 claims, 2 are written less precisely"]),  # ± 0.5 of 40, ± 2 of 40
        ("opening claims must agree within 6 hours", ["6 hours is absolute", "of 1 claim, 1 is written less precisely"]),
        ("opening claims must agree within 1 day", ["of 1 claim, none is written less precisely"]),
        ("share claims must agree", ["quantities agree where their intervals meet", "violated only where no choice of values"]),
        ("share claims must clearly agree", ["`clearly`: violated unless every choice of values"]),
        ("share claims must agree exactly", ["the numbers as written must be the same"]),
        ("share claims must be between 0% and 100%", ["may not lie wholly outside 0 % to 100 %"]),
        ("opening claims must be before 2025-11", ["may not lie wholly at or after the start of 2025-11"]),
        ("role claims must be one of pilot, A", ["each claim's value must be pilot or A"]),
        ("share claims must be measured in percent", ["the unit as written must convert to percent"]),
        ("share claims must be corroborated by at least 2 independent sources", ["needs 2 independent sources"]),
        ("share claims must not change by more than 5 percentage points per month", ["by no more than so much per month", "the change may be up to 5 percentage points"]),
        ("output claims about the parts of A must add up to output of A", ["the sum of the parts must be able to agree with `output of A`"]),
        # How much of the corpus that is.
        ("share claims must agree", ["3 claims (c1, c2, c3)", "by default 1 denied (c5); 1 expected (c4); 1 withdrawn (c6)"]),
        ("share claims must agree", ["1 group, 2 claims; 1 pair of claims compared", "alone", "c3: differs only in month: 2025-11, 2025-10"]),
        ("share claims must have quote", ["held against the rule", "violated, 2 findings"]),
        ("share claims in 2030 must agree", ["nothing: no claim is selected", "not applicable"]),
        ("claims where stance is denies must agree", ["1 claim (c5): denied claims are compared by `not contradict` alone"]),
        ("claims must be at most 50%", ["`be at most` cannot speak of a date, which opening is"]),
        ("claims must agree", ["several values of role hold at once"]),
        ("rank claims must not share a value", ["1 group, 2 claims; 1 pair of claims compared"]),
        ("output / share must be at most 20 mn barrels/day", ["2 combinations of claims computed"]),
        ("output claims about the parts of A must add up to output of A", ["nothing"]),
    ],
)  # fmt: skip
def test_what_is_said_of_a_rule(rule: str, words: list[str], project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    status, out, err = call(capsys, "explain", "--rule", rule)
    assert (status, err) == (0, "")
    flat = " ".join(out.split())
    for expected in words:
        assert expected in flat, flat


def test_what_is_accepted_is_told_and_its_end_counts(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rule = 'rule shares:\n    share claims per subject must agree\naccept shares for c3 because "A revision."'
    (project / "a.rules").write_text(f"{rule}\n")
    _status, out, _err = call(capsys, "explain", "shares", "--rules", "a.rules")
    assert "accepted, 1 accepted" in " ".join(out.split())
    assert "c3: A revision." in out
    (project / "a.rules").write_text(f"{rule} until 2020-01-01\n")
    _status, out, _err = call(capsys, "explain", "shares", "--rules", "a.rules")
    assert "violated, 1 finding" in " ".join(out.split())


@pytest.mark.parametrize("code", ["E310", "e310", "W203", "E901"])
def test_a_code_prints_its_page_without_a_corpus(
    code: str, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    status, out, err = call(capsys, "explain", code)
    assert (status, err) == (0, "")
    assert out.startswith(f"{code.upper()}: {CODES[code.upper()]}\n")
    assert "How to mend it" in out


def test_without_a_name_every_code_is_listed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    status, out, _err = call(capsys, "explain")
    assert status == 0
    assert [code for code in CODES if f"  {code}  " not in out] == []
    assert "errors in rules\n" in out


@pytest.mark.parametrize(
    ("argv", "words"),
    [
        (["E399"], ["E120", "there is no code `E399`", "nearest: "]),
        (["E3101"], ["there is no code `E3101`"]),
        (["shars"], ["there is no rule `shars`", "did you mean `shares`?"]),
        (["nothing like it"], ["rules here: evidence, shares"]),
        (["--rule", "share claims must agre"], ["E301"]),
        (["--rule", "shares claims must agree"], ["E310"]),
    ],
)
def test_what_is_unknown_names_the_nearest(
    argv: list[str], words: list[str], project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (project / "a.rules").write_text("rule shares: share claims must agree\n")
    rules = [] if argv[0] == "--rule" else ["--rules", "a.rules"]
    status, out, err = call(capsys, "explain", *argv, *rules)
    assert (status, out) == (2, "")
    for word in words:
        assert word in err


def test_every_curated_rule_can_be_explained(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    from factlint.pipeline import load_corpus, load_model
    from factlint.settings import read_settings

    monkeypatch.chdir(ROOT)
    settings, _ = read_settings(ROOT)
    corpus, _ = load_corpus(settings)
    model, _ = load_model(settings, corpus)
    assert model.rules
    for rule in model.rules:
        assert main(["explain", rule.name]) == 0
        out, err = capsys.readouterr()
        assert err == ""
        assert [line for line in out.splitlines() if len(line) > 80] == []
        for heading in ("\nselects\n", "\ncompares\n", "\nallows\n", "\non this corpus\n"):
            assert heading in out
