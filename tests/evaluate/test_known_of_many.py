"""Whether a finding of many claims is known is told without holding each new claim against each known one."""

from __future__ import annotations

from pathlib import Path

import pytest

from factlint.assertions.agreement import Agreement
from factlint.baseline import is_covered, known_of
from factlint.evaluate.result import Finding
from tests.support import Row, run

RULE = "rule shares: share claims must agree within 1%"
KNOWN: list[Row] = [{"id": f"k{number}", "value": f"{number}.0%", "quote": "q"} for number in (10, 20, 30, 40)]


def finding_of(folder: Path, rows: list[Row]) -> Finding:
    (finding,) = run(folder, rows, RULE).findings
    return finding


CASES = [
    ("each agrees with one that was known", [f"{number}.05%" for number in (10, 20, 30, 40)], True),
    ("one agrees with none", ["10.05%", "20.05%", "25.0%"], False),
]


@pytest.mark.parametrize(("idea", "values", "known"), CASES, ids=[case[0] for case in CASES])
def test_no_pair_is_compared(
    idea: str, values: list[str], known: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = known_of(finding_of(tmp_path / "before", KNOWN))
    more: list[Row] = [{"id": f"n{number}", "value": value, "quote": "q"} for number, value in enumerate(values)]
    now = finding_of(tmp_path / "now", [*KNOWN, *more])

    def compared(*_: object) -> bool:
        raise AssertionError("two claims were held against each other")

    monkeypatch.setattr(Agreement, "__call__", compared)
    assert is_covered(now, before) is known, idea
