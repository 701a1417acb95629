"""The built-in rule on evidence: what it counts as judged, and what it says of a claim."""

from __future__ import annotations

from pathlib import Path

from tests.support import Row, run


def test_a_quote_whose_text_is_not_held_is_not_judged(tmp_path: Path) -> None:
    rows: list[Row] = [
        {"value": "40%"},
        {"value": "40%", "quote": "40 percent"},
        {"value": "41%", "quote": "41 percent"},
    ]
    shares, evidence = run(tmp_path, rows, "rule shares:\n    share claims must agree within 10%\n").results
    assert (shares.rule.name, evidence.rule.name) == ("shares", "evidence")
    assert (evidence.verdict, evidence.groups, evidence.claims, evidence.not_judged) == ("violated", 1, 1, 2)
    (finding,) = evidence.findings
    assert finding.judgement.message == "c1: no words of the document are quoted for it"
