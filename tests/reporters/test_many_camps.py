"""A finding of many camps is told in one pass over its claims, however many camps there are."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from factlint.assertions.finding import Entry
from factlint.corpus.claim import Claim
from factlint.evaluate.result import Finding
from factlint.reporters import wording
from factlint.reporters.html import words
from tests.support import run


def finding_of(folder: Path, camps: int) -> Finding:
    rows = [{"value": f"{10 * (number + 1)} %"} for number in range(camps)]
    (finding,) = run(folder, rows, "rule shares: share claims must agree").findings
    assert len(finding.camps) == camps
    return finding


def looks(told: Callable[[Finding], Any], finding: Finding, monkeypatch: pytest.MonkeyPatch) -> int:
    """How often a claim of the finding is looked at while it is told."""
    seen = 0
    slot: Any = vars(Entry)["claim"]

    def look(entry: Entry) -> Claim:
        nonlocal seen
        seen += 1
        claim: Claim = slot.__get__(entry)
        return claim

    with monkeypatch.context() as patched:
        patched.setattr(Entry, "claim", property(look))
        told(finding)
    return seen


@pytest.mark.parametrize("told", [wording.sides, words.sides], ids=["in lines", "on the page"])
def test_twice_the_camps_are_twice_the_work(
    told: Callable[[Finding], Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    small, large = (looks(told, finding_of(tmp_path / str(camps), camps), monkeypatch) for camps in (10, 20))
    assert small > 0
    assert large <= 2 * small
