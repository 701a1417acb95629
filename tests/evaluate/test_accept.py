"""`accept RULE [for CLAIM, …] because "…" [until DATE]`: known outliers are set aside, and nothing else."""

from pathlib import Path

import pytest

from tests.support import Row, run

RULE = "rule shares:\n    share claims must agree within 10%\n"
ROWS: list[Row] = [{"value": "40%"}, {"value": "40.2%"}, {"value": "60%"}]


def verdicts(folder: Path, rows: list[Row], accept: str, today: str | None = None) -> tuple[str, list[bool]]:
    found = run(folder, rows, RULE + accept + "\n", today=today)
    assert [it.code for it in found.diagnostics if it.severity == "error"] == []
    return found.results[0].verdict, [
        finding.accepted is not None for finding in found.findings if finding.rule.name == "shares"
    ]


def test_every_pair_at_fault_holds_the_accepted_claim(tmp_path: Path) -> None:
    assert verdicts(tmp_path, ROWS, 'accept shares for c3 because "an outlier"') == ("accepted", [True])


def test_a_pair_at_fault_without_it_is_still_a_violation(tmp_path: Path) -> None:
    """The claims that agree with the rest stay quiet; accepting one of them does not help."""
    assert verdicts(tmp_path, ROWS, 'accept shares for c1 because "an outlier"') == ("violated", [False])


def test_a_new_contradiction_is_reported(tmp_path: Path) -> None:
    rows: list[Row] = [*ROWS, {"value": "90%"}]
    assert verdicts(tmp_path, rows, 'accept shares for c3 because "an outlier"') == ("violated", [False])
    assert verdicts(tmp_path, rows, 'accept shares for c3, c4 because "outliers"') == ("accepted", [True])


def test_without_claims_all_findings_of_the_rule_are_accepted(tmp_path: Path) -> None:
    rows: list[Row] = [*ROWS, {"value": "1%", "subject": "B"}, {"value": "9%", "subject": "B"}]
    assert verdicts(tmp_path, rows, 'accept shares because "we know"') == ("accepted", [True, True])


@pytest.mark.parametrize(
    ("today", "verdict"),
    [("2026-06-30", "accepted"), ("2026-07-01", "violated"), ("2026-06-29", "accepted")],
    ids=["on the day", "the day after", "before"],
)
def test_after_its_date_all_is_reported(today: str, verdict: str, tmp_path: Path) -> None:
    accept = 'accept shares for c3 because "an outlier" until 2026-06-30'
    assert verdicts(tmp_path, ROWS, accept, today)[0] == verdict


def test_an_accept_that_matches_nothing_is_a_warning(tmp_path: Path) -> None:
    found = run(tmp_path, [{"value": "40%"}, {"value": "40%"}], RULE + 'accept shares for c1 because "x"\n')
    assert [it.code for it in found.diagnostics] == ["W390"]
    found = run(tmp_path, [*ROWS, {"value": "1%", "subject": "B"}], RULE + 'accept shares for c4 because "x"\n')
    assert [it.code for it in found.diagnostics] == ["W390"]
    assert run(tmp_path, ROWS, RULE + 'accept shares because "x"\n').diagnostics == ()


def test_single_claims_and_undetermined_groups_are_accepted_alike(tmp_path: Path) -> None:
    rules = 'rule cap:\n    share claims must be at most 50%\naccept cap for c3 because "x"\n'
    assert run(tmp_path, ROWS, rules).results[0].verdict == "accepted"
    exact = 'rule exact:\n    share claims must agree exactly\naccept exact for c2 because "x"\n'
    rows: list[Row] = [{"value": "40%"}, {"value": "at least 40%"}]
    assert run(tmp_path, rows, exact).results[0].verdict == "accepted"


TREND = "rule toll:\n    killed claims must not decrease\n"
KILLED = {"properties": {"killed": {"kind": "quantity", "varies by": "month"}}}


@pytest.mark.parametrize(
    ("claims", "verdict"), [("c1", "violated"), ("c3", "violated"), ("c1, c3", "accepted"), ("c1, c2", "accepted")]
)
def test_each_pair_of_a_course_is_at_fault(claims: str, verdict: str, tmp_path: Path) -> None:
    rows: list[Row] = [
        {"property": "killed", "value": value, "period": f"2025-{month}"}
        for value, month in (("40", "08"), ("30", "09"), ("20", "10"))
    ]
    found = run(tmp_path, rows, f'{TREND}accept toll for {claims} because "known"\n', KILLED)
    assert found.results[0].verdict == verdict


def test_the_reason_is_shown(tmp_path: Path) -> None:
    from factlint.reporters.text import render

    shown = render(
        run(tmp_path, ROWS, RULE + 'accept shares for c3 because "an outlier" until 2026-06-30\n', today="2026-01-01")
    )
    assert shown.startswith("accepted[shares]: ")
    assert "= accepted: an outlier (until 2026-06-30)" in shown
